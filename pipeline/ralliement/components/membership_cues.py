"""The cues of membership, by the form that opens them: « rejoint », « claqué la porte », « membre », « retrait »."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ralliement import lexicon
from ralliement.conjugation import Form, conjugate

NEGATED = ("ne pas ", "ne plus ", "ne ", "n'")  # how an entry begins that is a cue under a negation only
POSSESSIVES = {"son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre", "vos"}
COPULAS = ("être", "devenir", "rester", "demeurer", "compter", "figurer", "apparaître")  # the last three with « parmi »


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of the lexicon. `tail` are the words after the verb or noun; `links` how the alliance is attached."""

    name: str
    verb: str  # the infinitive, without « se »
    kind: str  # verb, passive, copula, role, event
    status: str
    subject: str  # organization or alliance
    links: frozenset[str]
    reflexive: bool
    tail: tuple[str, ...]
    forms: frozenset[Form]

    @property
    def denied(self) -> bool:
        """Whether it is a cue under a negation only: « n'a pas tranché », « n'a aucun lien »."""
        return self.name.startswith(NEGATED)


def _split(expression: str) -> tuple[str, bool, tuple[str, ...]]:
    """The first word, whether a « se » went before it, and the others."""
    for negation in NEGATED:
        expression = expression.removeprefix(negation)
    words = expression.replace("l'", "l' ").replace("d'", "d' ").removeprefix("en ").split()
    if words[0].startswith("s'") and len(words[0]) > 2:
        words = ["se", *[word for word in (words[0][2:], *words[1:]) if word != "en"]]
    reflexive = words[0] == "se"
    words = words[1:] if reflexive else words
    return words[0], reflexive, tuple(words[1:])


def agrees(word: str, low: str) -> bool:
    """Whether `low` is `word` of an entry, or its feminine or plural: « rester seules »."""
    return low == word or (len(word) > 3 and low.startswith(word) and low[len(word) :] in ("e", "s", "es"))


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Entries by form, the longest first."""
    found: defaultdict[str, list[Cue]] = defaultdict(list)
    for row in lexicon.load("membership_cues", "cue", "kind", "status", "subject", "link", "note"):
        head, reflexive, tail = _split(row["cue"])
        links = frozenset(row["link"].split())
        if tail and tail[-1] in links:  # « bâtir contre »: the preposition may stand elsewhere
            tail = tail[:-1]
        if row["kind"] in ("role", "event", "phrase"):
            forms: dict[str, frozenset[Form]] = {head: frozenset()}
        else:
            forms = conjugate(head)
        for form, analyses in forms.items():
            found[form].append(
                Cue(row["cue"], head, row["kind"], row["status"], row["subject"], links, reflexive, tail, analyses)
            )
    return {form: tuple(sorted(entries, key=lambda c: (-len(c.tail), not c.denied))) for form, entries in found.items()}


@cache
def copulas() -> dict[str, tuple[str, frozenset[Form]]]:
    """Forms of the verbs that give their subject a role: « est », « devient », « figure parmi »."""
    return {form: (verb, forms) for verb in COPULAS for form, forms in conjugate(verb).items()}


@cache
def unaccented() -> dict[str, str]:
    """Our accented words by what is left of them without accents, unless that is a word of ours itself."""
    words = {*cues(), *modalities(), *copulas(), *conjugate("avoir"), "déjà", "où", "dès"}
    words |= {word for entries in cues().values() for cue in entries for word in cue.tail}
    words |= {row["noun"] for row in lexicon.load("group_nouns", "noun", "names", "refers", "note")}
    found: dict[str, str] = {}
    for word in sorted(words):
        plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        if plain not in words and plain not in ("a", "la", "du", "ou", "des"):
            found[plain] = word
    return found


@dataclass(frozen=True, slots=True)
class Modality:
    """A verb that governs a cue: its effect on the statement, and its effect when negated ("" for none)."""

    name: str
    verb: str  # the infinitive, without « se »
    effect: str
    negated: str
    reflexive: bool
    tail: tuple[str, ...]
    forms: frozenset[Form]


@cache
def modalities() -> dict[str, tuple[Modality, ...]]:
    """Governing verbs by form, the longest first."""
    found: defaultdict[str, list[Modality]] = defaultdict(list)
    for row in lexicon.load("modality_cues", "cue", "effect", "negated", "note"):
        head, reflexive, tail = _split(row["cue"])
        for form, analyses in conjugate(head).items():
            found[form].append(Modality(row["cue"], head, row["effect"], row["negated"], reflexive, tail, analyses))
    return {form: tuple(sorted(entries, key=lambda m: -len(m.tail))) for form, entries in found.items()}
