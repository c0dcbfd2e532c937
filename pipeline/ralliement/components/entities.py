"""Organisations and people: the mentions of an article and who they stand for."""

from collections import Counter
from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from ralliement.annotations import Entity, Label, Mention, register
from ralliement.components.coreference import cluster, fullest, person_gender
from ralliement.components.kinds import kind_of
from ralliement.components.labels import decide
from ralliement.components.name import Name
from ralliement.components.names import find
from ralliement.components.roles import Role, Roles
from ralliement.components.view import View, view
from ralliement.components.vocabulary import Vocabulary, vocabulary

GENDERS: dict[str, Literal["Masc", "Fem"]] = {"m": "Masc", "f": "Fem"}

register()


@Language.factory(
    "ralliement_entities",
    requires=["doc.ents", "token.pos"],
    assigns=["doc._.mentions", "doc._.entities"],
    default_config={"names": None, "alliances": []},
)
def create_entities(nlp: Language, name: str, names: str | None, alliances: list[list[str]]) -> "Entities":
    """Factory of `ralliement_entities`; put it after the ner.

    `names` is the path of an analyst's own CSV of names, `alliances` their own alliances, each by all its names.
    """
    return Entities(vocabulary(Path(names) if names else None, tuple(map(tuple, alliances))))


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
        candidates = find(seen, self.vocabulary)
        names: list[Name] = []
        labels: list[Label] = []
        for name, label in zip(candidates, decide(seen, self.vocabulary, candidates), strict=True):
            if label:
                names.append(name)
                labels.append(label)
        numbers = cluster(seen, self.vocabulary, names, labels)
        members: dict[int, list[int]] = {}
        for i, number in enumerate(numbers):
            members.setdefault(number, []).append(i)
        mentions = [_mention(seen, *row) for row in zip(names, labels, numbers, strict=True)]
        entities = {number: _entity(seen, names, labels, own) for number, own in members.items()}
        for number, own in members.items():
            kind = kind_of(seen, self.vocabulary, [names[i] for i in own]) if labels[own[0]] != "PER" else ""
            if kind:
                entities[number]["kind"] = kind
        kinds = [entities[number].get("kind", "") for number in numbers]
        roles = Roles(seen, self.vocabulary, names, labels, kinds)
        for number, own in members.items():
            if labels[own[0]] == "PER":
                given = [role for i in own if (role := roles.of(i))]
                self._describe(seen, entities[number], given, person_gender(self.vocabulary, seen, names, own), numbers)
        return mentions, {f"e{number + 1}": entity for number, entity in entities.items()}

    @staticmethod
    def _describe(seen: View, person: Entity, roles: list[Role], gender: str, numbers: list[int]) -> None:
        """Add gender, role and affiliation to a person, from the mention that gives most."""
        votes = Counter(role.gender for role in roles if role.gender != "u")
        if gender == "u" and votes:
            gender = votes.most_common(1)[0][0]
        if gender in GENDERS:
            person["gender"] = GENDERS[gender]
        role = next((role for role in roles if role.affiliation is not None), roles[0] if roles else None)
        if role:
            person["role"] = seen.text(role.start, role.end)
            person["role_start"], person["role_end"] = seen.start[role.start], seen.end[role.end - 1]
            if role.affiliation is not None:
                person["affiliation"] = f"e{numbers[role.affiliation] + 1}"


def _entity(seen: View, names: list[Name], labels: list[Label], own: list[int]) -> Entity:
    texts = [seen.text(names[i].start, names[i].end) for i in own]
    name = fullest(texts)
    label: Label = "ORG" if any(labels[i] == "ORG" for i in own) else labels[own[0]]
    return {"label": label, "name": name, "aliases": [text for text in dict.fromkeys(texts) if text != name]}


def _mention(seen: View, name: Name, label: Label, number: int) -> Mention:
    rule = name.rule if name.rule != "ner" or name.label == label else "evidence"
    return {
        "start": seen.start[name.start],
        "end": seen.end[name.end - 1],
        "label": label,
        "entity": f"e{number + 1}",
        "rule": rule,
    }
