"""What the components write on a Doc: plain dicts, so that a Doc survives `to_bytes` and worker processes.

Offsets are code points into `doc.text`, end exclusive. An `entity` is a key of `doc._.entities` ("e1", "e2" …),
local to the article; ids over a corpus are given later, from the stored rows, by `ralliement.identity`.

| extension          | type                | set by                   |
|--------------------|---------------------|--------------------------|
| `doc._.article`    | dict of metadata    | the caller (or {})       |
| `doc._.mentions`   | list[Mention]       | `ralliement_entities`    |
| `doc._.entities`   | dict[str, Entity]   | `ralliement_entities`    |
| `doc._.quotes`     | list[Quote]         | `ralliement_quotes`      |
| `doc._.memberships`| list[Membership]    | `ralliement_memberships` |
| `doc._.claims`     | list[Claim]         | `ralliement_memberships` |
"""

from typing import Literal, NotRequired, TypedDict

from spacy.tokens import Doc

Label = Literal["ORG", "PER", "LOC"]
QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerType = Literal["person", "organization", "group", "document", "anonymous"]
Status = Literal["founder", "member", "joining", "candidate", "former", "non_member", "rival", "associate", "supporter"]
Certainty = Literal["asserted", "reported", "planned", "conditional"]
Qualifier = Literal["exact", "at_least", "about", "at_most"]


class Mention(TypedDict):
    """A named mention. `LOC` mentions are kept for the components; only `ORG` and `PER` become rows."""

    start: int
    end: int
    label: Label
    entity: str
    rule: str


class Entity(TypedDict):
    """Who the mentions of one article stand for. `name` is the fullest form used, `aliases` the other forms."""

    label: Label
    name: str
    aliases: list[str]
    kind: NotRequired[str]  # of an organisation, one of schema.KINDS
    gender: NotRequired[Literal["Masc", "Fem"]]
    role: NotRequired[str]  # of a person, as worded
    affiliation: NotRequired[str]  # of a person: the organisation's key
    role_start: NotRequired[int]  # the words that give the role
    role_end: NotRequired[int]


class Quote(TypedDict):
    """A passage of reported speech. Passages of one quote share `quote`, a number within the article."""

    quote: int
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    speaker_type: SpeakerType | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_for: str | None  # the organisation an unnamed speaker speaks for
    cue: str  # the words that report ("a déclaré"), "" where there are none
    sentence_start: int
    sentence_end: int
    about: list[str]  # organisations and alliances named in the quote or its sentence
    rule: str
    confidence: float


class Membership(TypedDict):
    """A statement that an organisation stands in a relation to an alliance."""

    alliance: str
    organization: str
    status: Status
    certainty: Certainty
    date: str | None  # as precise as stated: 2024, 2024-02, 2024-02-08
    start: int  # the evidence
    end: int
    cue: str
    speaker: str | None
    rule: str
    confidence: float


class Claim(TypedDict):
    """A stated size of an alliance."""

    alliance: str
    n: int
    qualifier: Qualifier
    unit: str  # as worded: "organisations", "pays"; "" where none is given
    start: int
    end: int
    rule: str


def register() -> None:
    """Declare the Doc extensions; idempotent, called by each module that defines a factory."""
    defaults: dict[str, object] = {
        "article": {},
        "mentions": [],
        "entities": {},
        "quotes": [],
        "memberships": [],
        "claims": [],
    }
    for name, default in defaults.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
