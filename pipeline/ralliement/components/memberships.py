"""Memberships: which organisation stands in which relation to which alliance, and the stated size of alliances."""

from spacy.language import Language
from spacy.tokens import Doc

from ralliement.annotations import Claim, Membership, register

register()


@Language.factory(
    "ralliement_memberships",
    requires=["doc._.mentions", "doc._.entities"],
    assigns=["doc._.memberships", "doc._.claims"],
)
def create_memberships(nlp: Language, name: str) -> "Memberships":
    """Factory of `ralliement_memberships`; put it after the entities and the quotes."""
    return Memberships()


class Memberships:
    """Sets `doc._.memberships` and `doc._.claims`."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        doc._.memberships, doc._.claims = self.match(doc)
        return doc

    def match(self, doc: Doc) -> tuple[list[Membership], list[Claim]]:
        """Statements of membership and claims of size, in order."""
        return [], []
