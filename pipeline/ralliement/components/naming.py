"""Passages between marks that are nobody's words: titles, terms, nicknames, glosses."""

from collections.abc import Sequence
from functools import cache

from ralliement import lexicon, marks
from ralliement.components import phrases
from ralliement.components.cues import Cue
from ralliement.components.grammar import DETERMINERS, NAMING, OF, words
from ralliement.components.phrases import Phrase
from ralliement.components.reading import Reading, Unit

_TERMS = words("mot terme expression formule concept")
MAX_ACRONYM = 8  # characters
MIN_CALLED = 4  # units: « ce qu'on appelle »


def is_name(reading: Reading, units: Sequence[Unit], index: int, reported: list[Cue]) -> bool:
    """Whether a passage names a thing: « le mot « x » », « le plan « X » », « surnommé « X » »."""
    if any(cue.end == index and cue.shape == "finite" and "np" in cue.takes for cue in reported):
        return False
    if (
        index + 2 < len(units)
        and units[index + 1].low == ","
        and units[index + 2].low in ("un", "une")
        and any(unit.low in _TERMS for unit in units[index + 3 : index + 5])
    ):
        return True
    start, end = marks.inner(reading.text, reading.passages[units[index].ref])
    if start >= end:
        return True
    if index == 0:
        return False
    after = units[index + 1] if index + 1 < len(units) else None
    if after is not None and units[index - 1].low == "(" and after.low == ")":
        return True  # a gloss, a translation
    if after is not None and after.low == "(" and index + 2 < len(units) and _is_acronym(reading, units[index + 2]):
        return True
    if what_one_calls(reading, units, index) is not None:
        return False
    at = index - 1
    if units[at].low in ("de", "d'", ",", "(", "par"):
        at -= 1
    if at < 0:
        return False
    before = units[at]
    if before.low in NAMING:
        return True
    if reading.starts_with_verb(units[index].start, units[index].end):
        return False
    always = _named_things().get(before.low) or (before.low.endswith("s") and _named_things().get(before.low[:-1]))
    capital = reading.text[start].isupper()
    if always is not None and always is not False:
        return bool(always == "yes" or capital)
    return (
        capital
        and (before.pos == "NOUN" or before.low in DETERMINERS or before.low in OF)
        and not reading.is_utterance(units[index])
    )


def starts_like_name(reading: Reading, unit: Unit) -> bool:
    """Whether a passage opens with a capital and is no clause."""
    start, _ = marks.inner(reading.text, reading.passages[unit.ref])
    return reading.text[start : start + 1].isupper() and not reading.is_utterance(unit)


def is_subject_of(reading: Reading, units: Sequence[Unit], index: int, cue: Cue) -> bool:
    """Whether a passage is, or ends, the subject of the verb after it: « le pacte « X » revendique … »."""
    before = units[index - 1] if index else None
    if cue.pronoun is not None or reading.is_sentence(units[index]) or before is None or before.kind == "punct":
        return False
    return before.pos in ("NOUN", "ADJ", "DET") or before.kind == "mention" or before.low in DETERMINERS


def what_one_calls(reading: Reading, units: Sequence[Unit], index: int) -> Phrase | None:
    """« ce qu'il appelle « … » »: who calls it so."""
    if index < MIN_CALLED or units[index - 1].low not in NAMING:
        return None
    for at in range(index - 2, max(0, index - 8), -1):
        if units[at].low in ("que", "qu'") and units[at - 1].low == "ce":
            return phrases.phrase(reading, units, at + 1, index - 1)
    return None


def _is_acronym(reading: Reading, unit: Unit) -> bool:
    text = reading.text[unit.start : unit.end]
    return 1 < len(text) < MAX_ACRONYM and text.isupper()


@cache
def _named_things() -> dict[str, str]:
    return {row["noun"]: row["always"] for row in lexicon.load("named_things", "noun", "always", "note")}
