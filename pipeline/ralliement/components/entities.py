"""Organisations and people: the mentions of an article and who they stand for."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from ralliement.annotations import Entity, Mention, register
from ralliement.components.coreference import resolve
from ralliement.components.evidence import decide
from ralliement.components.names import find
from ralliement.components.view import view
from ralliement.components.vocabulary import Vocabulary, vocabulary

register()


@Language.factory(
    "ralliement_entities",
    requires=["doc.ents", "token.pos"],
    assigns=["doc._.mentions", "doc._.entities"],
    default_config={"names": None},
)
def create_entities(nlp: Language, name: str, names: str | None) -> "Entities":
    """Factory of `ralliement_entities`; put it after the ner. `names` is the path of an analyst's own CSV of names."""
    return Entities(vocabulary(Path(names) if names else None))


class Entities:
    """Sets `doc._.mentions` and `doc._.entities`."""

    def __init__(self, words: Vocabulary) -> None:
        self.vocabulary = words

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        doc._.mentions, doc._.entities = self.match(doc)
        return doc

    def match(self, doc: Doc) -> tuple[list[Mention], dict[str, Entity]]:
        """Mentions in order, and the entities that they stand for by key."""
        seen = view(doc)
        names = find(seen, self.vocabulary)
        labels = decide(seen, self.vocabulary, names)
        return resolve(seen, self.vocabulary, names, labels)
