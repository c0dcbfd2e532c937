"""Phrases that attribute a whole clause without a verb: « selon X », « d'après lui », « de l’aveu de X »."""

from collections.abc import Sequence
from typing import NamedTuple

from ralliement.components import phrases
from ralliement.components.grammar import CIVILITIES, PRONOUNS
from ralliement.components.phrases import Phrase
from ralliement.components.reading import Reading, Unit

_OPENERS = tuple(
    tuple(opener.split())
    for form in (
        "selon les mots {de}", "selon les termes {de}", "selon la formule {de}", "selon l' expression {de}",
        "de l' aveu {de}", "de l' avis {de}", "aux yeux {de}", "aux dires {de}", "au dire {de}", "à en croire",
        "à l' en croire",
        "à les en croire", "à l' entendre", "à les entendre", "à entendre", "d' après", "selon", "dixit", "pour",
    )
    for opener in {form.format(de=de) for de in ("de", "du", "d'", "des")}
)  # fmt: skip


class Frame(NamedTuple):
    """Units from `start` to `end`, speaker included; `comma` if the clause is set off by a comma after it."""

    start: int
    end: int
    speaker: Phrase
    opener: str
    initial: bool


def find(reading: Reading, units: Sequence[Unit]) -> list[Frame]:
    """Frames of a sentence, in order."""
    found: list[Frame] = []
    for index, unit in enumerate(units):
        if unit.kind != "word" or unit.low not in _FIRST or (found and index < found[-1].end):
            continue
        frame = _frame(reading, units, index)
        if frame is not None:
            found.append(frame)
    return found


_FIRST = {opener[0] for opener in _OPENERS}


def _frame(reading: Reading, units: Sequence[Unit], index: int) -> Frame | None:
    lows = tuple(unit.low for unit in units[index : index + 5])
    opener = next((o for o in _OPENERS if lows[: len(o)] == o), None)
    if opener is None:
        return None
    after = index + len(opener)
    if after < len(units) and units[after].low == "qui":
        return _for_whom(reading, units, index, after + 1)
    if opener[0] == "à" and opener[1] in ("l'", "les"):
        pronoun = "ils" if "les" in opener else "il"
        phrase = Phrase(index + 1, index + 2, "", pronoun, None, pronoun == "ils", -1, -1)
        return Frame(index, after, phrase, "croire", _is_initial(units, index))
    if after < len(units) and units[after].low in ("lui", "elle", "eux", "elles") and units[after].kind == "word":
        speaker: Phrase | None = phrases.phrase(reading, units, after)
    else:
        speaker = phrases.phrase(reading, units, after)
    if speaker is None:
        return None
    speaker = phrases.apposed(reading, units, speaker)
    initial = _is_initial(units, index)
    if not _can_speak(reading, speaker, opener, initial):
        return None
    end = speaker.end
    if opener == ("pour",) and not _set_off(units, end):
        return None
    return Frame(index, end, speaker, opener[0], initial)


def _for_whom(reading: Reading, units: Sequence[Unit], index: int, end: int) -> Frame | None:
    """X, pour qui …; X, d'après qui …: the person named last."""
    named = [i for i in range(index) if units[i].kind == "mention"]
    people = [i for i in named if reading.mentions[units[i].ref]["label"] == "PER"]
    for at in (people or named)[-1:]:
        return Frame(index, end, Phrase(at, at + 1, "", "", None, False, units[at].ref, -1), "pour qui", True)
    return None


def _set_off(units: Sequence[Unit], end: int) -> bool:
    """Whether a comma follows, at once or after an apposition: « Pour X, de la Nasa, … »."""
    return end < len(units) and units[end].low == ","


def _is_initial(units: Sequence[Unit], index: int) -> bool:
    before = units[index - 1] if index else None
    return before is None or before.low in (";", ":", ",", "et", "mais", "car", "or", "que", "–", "—", "(")


def _can_speak(reading: Reading, speaker: Phrase, opener: tuple[str, ...], initial: bool) -> bool:
    if speaker.head == "on" or (speaker.head in ("celui-ci", "celle-ci") and opener == ("pour",)):
        return False
    if speaker.mention != -1:
        label = reading.mentions[speaker.mention]["label"]
        return opener != ("pour",) or (initial and label != "LOC")
    if speaker.head in PRONOUNS or speaker.head in CIVILITIES:
        return opener != ("pour",) or initial
    kind = phrases.noun_type(speaker.head)
    if opener == ("pour",):
        return initial and kind in ("person", "group", "organization") and speaker.determiner != ""
    return kind in ("person", "group", "organization", "document") or opener not in (("selon",), ("d'", "après"))
