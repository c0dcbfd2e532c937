"""A span of tokens that may be a name, and the small words around names."""

from dataclasses import dataclass, field

from ralliement.components.vocabulary import Known
from ralliement.lexicon import load

ARTICLES = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "au", "aux"])
DEFINITE = frozenset(["le", "la", "les", "l'", "du", "des", "au", "aux"])
OF = frozenset(["de", "d'", "du", "des"])
STOP = frozenset(row["form"] for row in load("functionwords", "form"))  # begin or end no name


@dataclass(slots=True)
class Name:
    """A span of tokens that may be a name. `label` is the model's where it has one, else "" ."""

    start: int
    end: int
    rule: str
    label: str = ""
    known: Known | None = None
    acronym: str = ""  # given in parentheses after it
    votes: dict[str, float] = field(default_factory=dict)
