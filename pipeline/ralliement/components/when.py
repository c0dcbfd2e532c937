"""When: the date that a sentence gives to what it says, as stated or resolved from the article's date.

The date nearest to the cue counts, in its own clause; one that follows a name directly (« A (2021) », « A, depuis
2023 ») is that name's own.
"""

from ralliement.components.discourse import Statement
from ralliement.components.units import Text
from ralliement.dates import Date, find_dates

DATED = {"founder", "member", "joining", "former", "associate", "supporter"}
SAME = ("même jour", "jour même", "soir même", "dans la foulée", "aussitôt", "même mouvement")
AHEAD = ("à compter d", "à partir d", "prévu", "dès le 1er", "attendu")


def date(text: Text, statements: list[Statement], published: str | None) -> None:
    """Give statements the dates of their sentences; a member by a date to come is joining."""
    last: str | None = None
    by_sentence: dict[tuple[int, int], list[Statement]] = {}
    for statement in statements:
        by_sentence.setdefault(statement.sentence, []).append(statement)
    for span, said in by_sentence.items():
        start, end = text.offset(*span)
        words = text.raw[start:end]
        ahead = any(word in words for word in AHEAD)
        found = {
            flag: find_dates(words, published, future=flag) for flag in {s.status == "joining" or ahead for s in said}
        }
        cues = sorted({text.offset(*s.cue) for s in said})
        for statement in said:
            if statement.status not in DATED:
                continue
            dates = found[statement.status == "joining" or ahead]
            statement.date = _nearest(
                text, statement, [Date(d.start + start, d.end + start, d.iso) for d in dates], cues
            )
            if statement.date is None and any(word in words for word in SAME):
                statement.date = last
            last = statement.date or last
            later = statement.date and published and statement.date > published[: len(statement.date)]
            if statement.status == "member" and later and not any(s.status == "joining" for s in said):
                statement.status, statement.certainty = "joining", "planned"


def _nearest(text: Text, statement: Statement, dates: list[Date], cues: list[tuple[int, int]]) -> str | None:
    """The date of a statement: that of its name, else the nearest to its cue with no other cue or « ; » between."""
    words = text.raw
    for start, (end, mention) in text.mentions.items():
        if mention["entity"] == statement.organization and statement.sentence[0] <= start < statement.sentence[1]:
            after = text.offset(start, end)[1]
            for found in dates:
                gap = words[after : found.start].strip(" ,(\u00a0").removeprefix("depuis").removeprefix("en").strip()
                if found.start >= after and not gap and words[after : after + 1] != "\n":
                    return found.iso
    cue_start, cue_end = text.offset(*statement.cue)
    if not statement.sentence[0] <= statement.cue[0] < statement.sentence[1]:  # under a heading
        cue_start, cue_end = text.offset(*statement.sentence)
        cue_end = cue_start
    best: tuple[int, str] | None = None
    for found in dates:
        low, high = min(found.end, cue_end), max(found.start, cue_start)
        crossed = sum(1 for start, end in cues if low <= start and end <= high and (start, end) != (cue_start, cue_end))
        if ";" in words[low:high] or crossed > 1:
            continue
        distance = (found.start - cue_end if found.start >= cue_end else cue_start - found.end + 10) + 60 * crossed
        if best is None or distance < best[0]:
            best = (distance, found.iso)
    return best[1] if best else None
