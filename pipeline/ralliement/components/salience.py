"""How present an entity is where a pronoun or a description stands: a weighted sum of features with names.

The weights are in `lexicons/salience.csv`. They were fitted to the speakers of the tuning gold by a conditional
logistic regression, each choice among the entities that agree (`models/salience/fit.py`).
"""

from bisect import bisect_left
from functools import cache
from math import log1p
from typing import NamedTuple

from ralliement import lexicon
from ralliement.components import phrases
from ralliement.components.grammar import ALLIANCES, ANYBODY

NEAR = 300  # characters between a mention and the last one as a subject that it is taken to continue
FAR = 1500  # characters; farther is no worse
UNIT = 300  # characters of one unit of distance


class Seen:
    """What the article said so far of an entity, or of somebody unnamed (« un élu »)."""

    __slots__ = ("affiliation", "feminine", "kind", "label", "mentions", "name", "nouns", "spoke", "subjects")

    def __init__(self, label: str, name: str, kind: str = "other", affiliation: str | None = None) -> None:
        self.label = label
        self.name = name.lower()
        self.kind = kind  # of an organisation
        self.affiliation = affiliation  # of a person: an entity's key
        self.nouns: set[str] = set()
        self.feminine: bool | None = None
        self.mentions: list[int] = []  # offsets, ascending
        self.subjects: list[int] = []  # offsets of mentions as a subject
        self.spoke = -1  # offset of its last quote

    @property
    def is_alliance(self) -> bool:
        """Whether its name or a noun used of it says that it is an alliance."""
        return bool(self.nouns & ALLIANCES) or not ALLIANCES.isdisjoint(self.name.split())


class Query(NamedTuple):
    """What is to be resolved, at `offset`: a pronoun (no `noun`, no `label`) or a description of a `label`."""

    offset: int
    noun: str = ""
    label: str = ""
    feminine: bool | None = None
    of: str | None = None  # the organisation that the description names: « la patronne d'Orange »
    last_speaker: str | None = None


def features(key: str, seen: Seen, query: Query, breaks: list[int]) -> dict[str, float] | None:
    """Features of an entity for a query; None if it cannot be meant. `breaks` are the starts of the paragraphs."""
    spoke = seen.spoke if seen.spoke < query.offset else -1
    last = max(before(seen.mentions, query.offset), spoke)
    if last < 0 or (query.label and seen.label != query.label):
        return None
    known, agrees = seen.feminine is not None and query.feminine is not None, seen.feminine == query.feminine
    called = query.noun in seen.nouns
    unnamed = key.startswith("?")
    if (known and not agrees and seen.label != "ORG") or (
        unnamed and query.noun and not called and not _is_anybody(query)
    ):
        return None
    if not query.label and known and not agrees:
        return None
    subject = before(seen.subjects, query.offset)
    found = {
        "far": 0.0 if called else min(query.offset - last, FAR) / UNIT,
        "paragraphs": min(bisect_left(breaks, query.offset) - bisect_left(breaks, last + 1), 3),
        "subject": float(subject >= 0 and last - subject < NEAR),
        "last_speaker": float(key == query.last_speaker),
        "spoke_near": float(spoke >= 0 and query.offset - spoke < NEAR),
        "times": log1p(len(seen.mentions)),
        "agrees": float(known and agrees),
        "disagrees": float(known and not agrees),
        "unnamed": float(unnamed),
    }
    if not query.label:
        found |= {"person": float(seen.label == "PER"), "place": float(seen.label == "LOC")}
    elif called:
        found["called"] = 1.0
    elif query.label == "PER":
        alike = any(phrases.kinds().get(noun) == phrases.kinds().get(query.noun, "other") for noun in seen.nouns)
        found |= {"alike": float(alike), "unlike": float(bool(seen.nouns) and not alike and not _is_anybody(query))}
    else:
        kind = phrases.kinds().get(query.noun, "other")
        typed = "other" not in (kind, seen.kind) and not seen.is_alliance
        found |= {"alike": float(typed and kind == seen.kind), "unlike": float(typed and kind != seen.kind)}
        found["own_word"] = float(query.noun in seen.name.split())
    if query.label == "ORG" and seen.is_alliance:
        found["alliance" if query.noun in ALLIANCES else "not_alliance"] = 1.0
    if query.of is not None:
        found["affiliated"] = float(seen.affiliation == query.of)
    return found


def score(found: dict[str, float]) -> float:
    """The weighted sum of features."""
    weights = _weights()
    return sum(weights[name] * value for name, value in found.items())


def before(offsets: list[int], offset: int) -> int:
    """The last of the ascending `offsets` before `offset`, -1 if there is none."""
    index = bisect_left(offsets, offset)
    return offsets[index - 1] if index else -1


def _is_anybody(query: Query) -> bool:
    return query.noun in ANYBODY


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in lexicon.load("salience", "feature", "weight", "note")}
