"""Organisations and people: the mentions of an article and who they stand for."""

from spacy.language import Language
from spacy.tokens import Doc

from ralliement.annotations import Entity, Mention, register

register()
LABELS = {"ORG", "PER", "LOC"}


@Language.factory("ralliement_entities", requires=["doc.ents"], assigns=["doc._.mentions", "doc._.entities"])
def create_entities(nlp: Language, name: str) -> "Entities":
    """Factory of `ralliement_entities`; put it after the ner."""
    return Entities()


class Entities:
    """Sets `doc._.mentions` and `doc._.entities`."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        doc._.mentions, doc._.entities = self.match(doc)
        return doc

    def match(self, doc: Doc) -> tuple[list[Mention], dict[str, Entity]]:
        """Mentions in order, and the entities that they stand for by key."""
        mentions: list[Mention] = []
        entities: dict[str, Entity] = {}
        keys: dict[tuple[str, str], str] = {}
        for ent in doc.ents:
            if ent.label_ not in LABELS:
                continue
            key = keys.setdefault((ent.label_, ent.text), f"e{len(keys) + 1}")
            entities.setdefault(key, {"label": ent.label_, "name": ent.text, "aliases": []})  # type: ignore[typeddict-item]
            mentions.append(
                {"start": ent.start_char, "end": ent.end_char, "label": ent.label_, "entity": key, "rule": "ner"}  # type: ignore[typeddict-item]
            )
        return mentions, entities
