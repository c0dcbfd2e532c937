"""Turns of dialogue without marks: the answers of an interview, and the dashes of a hearing or a street scene."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ralliement.components.reading import Reading, Unit

_HEADER = re.compile(r"propos recueillis|\bentretien\b|\binterview\b|\bquestions à\b", re.IGNORECASE)
_DASH = re.compile(r"[—–-]\s*(?=[\w«“\"…])")
_FIRST_PERSON = re.compile(r"\b(?:je|j['’]|nous|moi|mon|ma|mes|notre|nos)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:[^.!?:«»“”\"\n]|(?<=\b\w)\.){2,90}?\s?:\s+(?=\S)")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.[ -]?){2,4}$")
_FINAL = '.!?…»”"'


class Turn(NamedTuple):
    """What a person says in one paragraph, from `start` to `end`. `speaker` is an entity's key, None if untold."""

    paragraph: int
    start: int
    end: int
    speaker: str | None
    named: tuple[int, int] | None  # the words that name the speaker: a label
    marked: bool  # the answer stands between marks
    dash: bool


def interview(reading: Reading) -> list[Turn]:
    """Answers of an interview, one a paragraph; none for an article that is none."""
    labels = [_label(reading, start, end) for start, end in reading.paragraphs]
    asks = [reading.text[end - 1] == "?" and end - start > 2 for start, end in reading.paragraphs]
    answers = [
        i for i, label in enumerate(labels) if label and i and not asks[i] and (asks[i - 1] or _repeats(labels, i))
    ]
    header = next((i for i, (start, end) in enumerate(reading.paragraphs) if _is_header(reading, start, end)), None)
    if not answers and (header is None or sum(asks) < 2):
        return []
    interviewee = _interviewee(reading, labels, answers, asks, header)
    turns: list[Turn] = []
    expecting = answering = labelled = False
    for i, (start, end) in enumerate(reading.paragraphs):
        label = labels[i]
        if label is not None and not asks[i]:
            expecting, answering, labelled = False, True, True
            turns.append(_turn(reading, i, label[2], end, label[0] or interviewee, (start, label[1])))
        elif label is not None or (asks[i] and not (answering and labelled and _before_question(labels, i))):
            expecting, answering = bool(turns) or header is not None or i + 1 in answers, False
        elif expecting or (answering and _goes_on(reading, i, labels, asks, labelled)):
            if _is_heading(reading, start, end):
                answering = answering and not expecting and _is_pull_quote(reading, start)
                continue
            turns.append(_turn(reading, i, start, end, interviewee, None))
            expecting, answering = False, True
        elif answering:
            answering = i + 1 < len(labels) and labels[i + 1] is not None
    return turns


def dialogue(reading: Reading) -> list[Turn]:
    """Paragraphs that open with a dash and speak; items of a list do not."""
    found: list[Turn] = []
    for i, (start, end) in enumerate(reading.paragraphs):
        dash = _DASH.match(reading.text, start, end)
        if dash is not None and reading.text[end - 1] in ".!?…" and end - dash.end() > 3:
            found.append(Turn(i, dash.end(), end, None, None, False, True))
    return found


def _turn(
    reading: Reading, paragraph: int, start: int, end: int, speaker: str | None, named: tuple[int, int] | None
) -> Turn:
    inside = next((p for p in reading.passages_from(start) if p.start == start), None)
    marked = inside is not None and (not inside.closed or inside.end - start > 0.8 * (end - start))
    return Turn(paragraph, start, end, speaker, named, marked, False)


def _label(reading: Reading, start: int, end: int) -> tuple[str | None, int, int] | None:
    """The speaker (an entity, or None), the end of the name and the start of the words of « Name : words »."""
    found = _LABEL.match(reading.text, start, end)
    if found is None or end - found.end() < 2:
        return None
    label = found.group()
    if label.count(",") > 1 + any(c.isdigit() for c in label):  # « X, 45 ans, juge : », not « X, juge, assure ceci : »
        return None
    named = reading.mentions_between(start, start + 1)
    if named and reading.mentions[named[0]]["start"] == start:
        mention = reading.mentions[named[0]]
        rest = reading.text[mention["end"] : found.end()].strip(" :\u00a0\u202f")
        if mention["label"] == "LOC" or (rest and rest[0] not in ",("):
            return None
        name = reading.text[mention["start"] : mention["end"]]
        entity = (_by_initials(reading, name) if _INITIALS.match(name) else None) or mention["entity"]
        return entity, mention["end"], found.end()
    name = found.group().rstrip(" :\u00a0\u202f")
    words = name.split()
    if (
        _INITIALS.match(name + " ")
        or _INITIALS.match(name)
        or (len(words) == 2 and re.fullmatch(r"[A-ZÀ-Ý]\.", words[0]))
    ):
        return _by_initials(reading, name), start + len(name), found.end()
    if 2 <= len(words) <= 3 and all(word[:1].isupper() for word in words):
        return None, start + len(name), found.end()
    return None


def _by_initials(reading: Reading, name: str) -> str | None:
    """The person with these initials: « É. V. » for Élodie Vernier; « N. Vernier » for Nora Vernier."""
    parts = [part for part in re.split(r"[\s.-]+", name) if part]
    for key, entity in reading.entities.items():
        words = re.split(r"[\s-]+", entity["name"])
        if entity["label"] != "PER" or len(words) < len(parts) or words[0][:1] != parts[0][:1]:
            continue
        if words[-1].startswith(parts[-1]) or words[1].startswith(parts[-1]):
            return key
    return None


def _repeats(labels: Sequence[tuple[str | None, int, int] | None], index: int) -> bool:
    """Whether the speaker of a label has another: two turns make a conversation."""
    here = labels[index]
    return here is not None and here[0] is not None and sum(x is not None and x[0] == here[0] for x in labels) > 1


def _is_header(reading: Reading, start: int, end: int) -> bool:
    return end - start < 120 and _HEADER.search(reading.text, start, end) is not None


def _is_heading(reading: Reading, start: int, end: int) -> bool:
    return end - start < 90 and reading.text[end - 1] not in _FINAL


def _is_pull_quote(reading: Reading, start: int) -> bool:
    return reading.text[start] in '«“"'


def _interviewee(
    reading: Reading,
    labels: Sequence[tuple[str | None, int, int] | None],
    answers: list[int],
    asks: list[bool],
    header: int | None,
) -> str | None:
    named = [label[0] for i in answers if (label := labels[i]) is not None and label[0] is not None]
    if named:
        return max(named, key=named.count)
    first = reading.paragraphs[asks.index(True)][0] if True in asks else len(reading.text)
    credit = reading.paragraphs[header] if header is not None else (0, 0)
    people = [
        mention["entity"]
        for mention in reading.mentions
        if mention["label"] == "PER" and mention["start"] < first and not credit[0] <= mention["start"] < credit[1]
    ]
    if not people:
        return None
    return max(dict.fromkeys(people), key=lambda key: sum(m["entity"] == key for m in reading.mentions))


def _before_question(labels: Sequence[tuple[str | None, int, int] | None], index: int) -> bool:
    """Whether the next paragraph is the question, so that this one, for all its question mark, is not."""
    return index + 2 < len(labels) and labels[index + 1] is None and labels[index + 2] is not None


def _goes_on(
    reading: Reading,
    index: int,
    labels: Sequence[tuple[str | None, int, int] | None],
    asks: list[bool],
    labelled: bool,
) -> bool:
    """Whether a paragraph after an answer is still the answer."""
    start, end = reading.paragraphs[index]
    if index + 1 < len(labels) and labels[index + 1] is not None and reading.text[start] not in '«“"':
        return False  # a question without a question mark
    if _is_heading(reading, start, end):
        return True
    later = any(asks[index + 1 :]) or any(labels[index + 1 :])
    speaks = _FIRST_PERSON.search(reading.text, start, end) is not None or reading.text[start] in '«“"'
    return (labelled and later) or (speaks and later)


def words_of(reading: Reading, turn: Turn) -> list[Unit]:
    """Units of a turn, passages opened up."""
    return reading.units(turn.start, turn.end, passages=False)
