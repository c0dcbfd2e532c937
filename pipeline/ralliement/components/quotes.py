"""Quotes: passages of reported speech and their speakers."""

from spacy.language import Language
from spacy.tokens import Doc

from ralliement.annotations import Quote, register

register()


@Language.factory("ralliement_quotes", assigns=["doc._.quotes"])
def create_quotes(nlp: Language, name: str) -> "Quotes":
    """Factory of `ralliement_quotes`; put it after the entities, or after the ner of a plain model."""
    return Quotes()


class Quotes:
    """Sets `doc._.quotes`."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        doc._.quotes = self.match(doc)
        return doc

    def match(self, doc: Doc) -> list[Quote]:
        """Passages in order."""
        return []
