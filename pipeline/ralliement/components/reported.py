"""Indirect speech: the clause that a cue or a frame reports without marks.

« X affirme que **…** », « X assure **avoir …** », « X promet de **…** », « X demande **si …** », « selon X, **…** »,
« **…**, explique X, **…** ».
"""

from collections.abc import Sequence
from typing import NamedTuple

from ralliement.components import phrases
from ralliement.components.cues import Cue
from ralliement.components.frames import Frame
from ralliement.components.grammar import (
    ADJUNCTS,
    ADVERBS,
    DETERMINERS,
    OF,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    WITHIN_VERB,
)
from ralliement.components.reading import Reading, Unit

_QUESTIONS = frozenset(["si", "s'", "pourquoi", "comment", "combien", "quand", "où"])
_CLITICS = frozenset(
    [
        "ne",
        "n'",
        "rien",
        "pas",
        "jamais",
        "plus",
        "se",
        "s'",
        "y",
        "en",
        "le",
        "la",
        "l'",
        "les",
        "lui",
        "leur",
        "me",
        "m'",
        "nous",
        "vous",
    ]
)
_BEFORE_QUE = 12  # units between a cue and its « que »: addressee, date, place
_LEAVES = frozenset(
    ["sans", "tout", "avant", "après", "selon", "dont", "ce", "quand", "tandis"]
)  # after a comma: the journalist again


class Content(NamedTuple):
    """Units from `start` to `end` that a cue or a frame reports."""

    start: int
    end: int
    cue: Cue | None
    frame: Frame | None
    rule: str
    subject: phrases.Phrase | None = None  # of an incise, where it is no pronoun


def find(reading: Reading, units: Sequence[Unit], reported: list[Cue], framed: list[Frame]) -> list[Content]:
    """Contents of a sentence, in order, none overlapping."""
    found: list[Content] = []
    taken = 0
    candidates = [
        *(
            c
            for cue in reported
            if (c := _after_cue(reading, units, cue, reported) or _incise(reading, units, cue)) is not None
        ),
        *(c for frame in framed if (c := _framed(units, frame, reported)) is not None),
    ]
    for content in sorted(candidates, key=lambda c: (c.start, c.rule == "incise")):
        if content.start >= taken and content.end - content.start >= 2:
            found.append(content)
            taken = content.end
    return found


def _after_cue(reading: Reading, units: Sequence[Unit], cue: Cue, reported: list[Cue]) -> Content | None:
    if cue.shape == "participle" or cue.passive:
        return None
    first = _past_adjunct(units, cue.end)
    skipped = False  # something stands between the cue and an infinitive
    for index in range(cue.end, min(cue.end + _BEFORE_QUE, len(units))):
        unit = units[index]
        if "que" in cue.takes and unit.low in ("que", "qu'") and not cue.negated:
            if _is_compared(units, index) or _has_object(reading, units, cue.end, index):
                return None
            return _content(units, index + 1, cue, reported, "que")
        if "si" in cue.takes and unit.low in _QUESTIONS:
            return _content(units, index, cue, reported, "question")
        if "de" in cue.takes and unit.low in ("de", "d'") and _infinitive(units, index + 1):
            return _content(units, index + 1, cue, reported, "de_infinitive")
        if "inf" in cue.takes and index >= first and not skipped and _infinitive(units, index):
            return _content(units, index, cue, reported, "infinitive")
        skipped = skipped or (
            index >= first and not (unit.low in WITHIN_VERB or unit.low in ADVERBS or unit.low in ("à", "au", ","))
        )
        if unit.kind == "passage" or unit.finite or unit.low in (":", ";", "et", "qui", "("):
            return None
    return None


def _past_adjunct(units: Sequence[Unit], index: int) -> int:
    """The unit after « quant à lui », « pour sa part » at `index`."""
    adjunct = next((a for a in ADJUNCTS if tuple(u.low for u in units[index : index + len(a)]) == a), ())
    return index + len(adjunct)


def _is_compared(units: Sequence[Unit], index: int) -> bool:
    """Whether the « que » at `index` compares: « plus que », « de même que »."""
    before = [unit.low for unit in units[max(0, index - 2) : index]]
    return before[-1] in ("ainsi", "tel") or not {"plus", "moins"}.isdisjoint(before) or before == ["de", "même"]


def _has_object(reading: Reading, units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether a thing stands between a cue and « que », so that this is a relative: « demande un prêt que … »."""
    for index in range(start, end):
        before = units[index - 1].low
        if units[index].low in DETERMINERS and before not in PREPOSITIONS and before not in OF:
            found = phrases.phrase(reading, units, index, end)
            return (
                found is not None and not speaks(reading, found) and units[index].low not in ("le", "l'", "la", "les")
            )
    return False


def _infinitive(units: Sequence[Unit], index: int) -> bool:
    """Whether an infinitive stands at `index`, after clitics."""
    while index < len(units) and units[index].low in _CLITICS:
        index += 1
    if index >= len(units) or units[index].kind != "word":
        return False
    return units[index].form == "Inf" or units[index].low in ("avoir", "être")


def _content(units: Sequence[Unit], start: int, cue: Cue, reported: list[Cue], rule: str) -> Content | None:
    end = _content_end(units, start, reported)
    clause = phrases.clause_start(units, cue.start)
    if clause > 1 and units[clause - 1].low in ("que", "qu'") and units[clause - 2].low == ",":
        end = next((i for i in range(start, end) if units[i].low == ","), end)  # « , que X dit vouloir …, »
    if rule.endswith("infinitive"):
        end = next((i for i in range(start + 1, end - 1) if _leaves_infinitive(units, i)), end)
    return Content(start, end, cue, None, rule) if end > start else None


def _leaves_infinitive(units: Sequence[Unit], index: int) -> bool:
    """Whether the clause after a comma is the journalist's: « , et désormais … », « , il … », « , sinon … »."""
    after = units[index + 1]
    return units[index].low == "," and (after.low in ("et", "mais", "puis", "sinon", "ni") or after.low in SUBJECTS)


def _content_end(units: Sequence[Unit], start: int, reported: list[Cue]) -> int:
    """Where the journalist speaks again: the end of the sentence, or another cue's group."""
    cue_at = {cue.start: cue for cue in reported}
    for index in range(start, len(units)):
        low = units[index].low
        if units[index].kind == "punct" and low in (";", ":"):
            return index
        if low in ("et", "mais", "puis") and index > start:
            after = index + 1
            while after < len(units) and units[after].low in ADVERBS and after not in cue_at:
                after += 1
            cue = cue_at.get(after)
            if cue is not None and cue.shape == "finite" and not cue.passive and cue.pronoun is None:
                return index - (units[index - 1].low == ",")
        if low == "," and index + 1 < len(units) and index > start:
            cue = cue_at.get(index + 1)
            if cue is not None and (cue.shape == "gerund" or cue.pronoun is not None):
                return index
            if units[index + 1].low in _LEAVES:
                return index
    for cue in reported:
        if cue.start > start and cue.shape == "finite" and cue.pronoun is None:
            clause = phrases.clause_start(units, cue.start)
            if clause > start + 1 and units[clause - 1].low in ("et", "mais", "or"):
                return clause - 1
    return _before_stop(units, len(units))


def _before_stop(units: Sequence[Unit], end: int) -> int:
    while end and units[end - 1].kind == "punct" and units[end - 1].low not in ")%»":
        end -= 1
    return end


def _framed(units: Sequence[Unit], frame: Frame, reported: list[Cue]) -> Content | None:
    """Selon X, …; …, selon X."""
    after = frame.end
    if frame.opener == "pour qui":
        return _rest(units, after, frame, reported)
    before = units[frame.start - 1].low if frame.start else ""
    if frame.initial and before != "," and after < len(units):
        if units[after].low != ",":
            skip = _apposition_end(units, after)
            if skip is None:
                return None
            after = skip
        start = after + 1
        if start < len(units) and units[start - 1].low == ",":
            return _rest(units, start, frame, reported)
        return None
    if frame.opener == "pour" or (before != "," and frame.speaker.mention == -1):
        return None
    start = phrases.clause_start(units, frame.start)
    end = frame.start - (before == ",")
    while start < end and (units[start].kind == "punct" or units[start].low in ("et", "mais", "or")):
        start += 1
    if end - start < 4:
        return None
    return Content(start, end, None, frame, "selon")


def _apposition_end(units: Sequence[Unit], index: int) -> int | None:
    """The comma that ends what follows a frame's speaker: « Selon X de la Nasa, »."""
    for at in range(index, min(index + 15, len(units))):
        if units[at].low == ",":
            return at
        if units[at].finite or units[at].kind == "passage":
            return None
    return None


def _rest(units: Sequence[Unit], start: int, frame: Frame, reported: list[Cue]) -> Content | None:
    """What follows « Selon X, », past an apposition: « Selon X, chercheuse à Y, … »."""
    comma = next((i for i in range(start, min(start + 25, len(units))) if units[i].low == ","), None)
    if comma is not None and not any(unit.finite for unit in units[start:comma]):
        head = units[start]
        known = phrases.noun_type(head.low) == "person" or head.low in ("de", "du", "d'", "à", "au")
        if known and any(unit.finite for unit in units[comma:]):
            start = comma + 1
    end = _content_end(units, start, reported)
    if end - start < 4:
        return None
    return Content(start, end, None, frame, "selon")


def _incise(reading: Reading, units: Sequence[Unit], cue: Cue) -> Content | None:
    """…, explique X, …; …, a précisé X."""
    if cue.shape != "finite" or cue.passive or not cue.takes & {"direct", "que"} or cue.start < 2:
        return None
    if units[cue.start - 1].low != ",":
        return None
    subject = None
    end = cue.end
    if cue.pronoun is None and "que" not in cue.takes:
        return None
    if cue.pronoun is None:
        subject = phrases.subject_after(reading, units, cue.end)
        if subject is None or subject.start > cue.end + 8 or not speaks(reading, subject):
            return None
        end = subject.end
        if end < len(units) and units[end].low not in (",", ".", ";", "(") and units[end].kind != "word":
            return None
    start = next((i + 1 for i in range(cue.start - 2, -1, -1) if units[i].low in (";", ":", "–", "—")), 0)
    while start < cue.start and units[start].low in ("et", "mais", "or", "car"):
        start += 1
    head = units[start : cue.start - 1]
    following = next((i for i in range(end, len(units)) if units[i].low in (",", ";", ".")), len(units))
    goes_on = following < len(units) and units[following].low == "," and following + 1 < len(units)
    last = _before_stop(units, len(units))
    if goes_on and following == end and cue.pronoun is not None and _takes_up(units, following + 1):
        return Content(start, last, cue, None, "incise")
    if goes_on and any(unit.finite for unit in units[following:]) and not units[following + 1].low.startswith("qui"):
        if not head or head[0].low in PREPOSITIONS - {"au", "à"} or head[0].form == "Part":
            return None
        named = any(u.kind == "mention" or u.low in DETERMINERS or u.low in PRONOUNS for u in head)
        if (named and not any(unit.finite for unit in head)) or head[0].low in ("si", "s'", "quand", "au", "à"):
            return Content(start, last, cue, None, "incise", subject)
    if any(unit.finite for unit in head):
        return Content(start, cue.start - 1, cue, None, "incise", subject)
    return None


def _takes_up(units: Sequence[Unit], index: int) -> bool:
    """Whether the words after an incise are the speaker's again, not an adjunct of the cue."""
    unit = units[index]
    return unit.low not in PREPOSITIONS and unit.low not in ("qui", "avant", "tout", "non") and unit.form != "Part"


def speaks(reading: Reading, subject: phrases.Phrase) -> bool:
    """Whether a phrase is somebody or something that can say things."""
    if subject.mention != -1:
        return reading.mentions[subject.mention]["label"] != "LOC"
    return phrases.noun_type(subject.head) in ("person", "organization", "group", "document")
