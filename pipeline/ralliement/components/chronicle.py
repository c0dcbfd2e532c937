"""Entries of a chronicle: what stands below or after a date has that date, if its own words give none.

« 18 juin 2019. Naissance de Z », « La rupture (4 octobre 2019) », « 2010 » alone on its line.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from ralliement.dates import Date

_BEFORE = re.compile(r"\W*(?:\d{1,2}[.)/] )?(?:(?:en|le|depuis|dès|début|fin|mi-|au) ?)?", re.IGNORECASE)
_AFTER = re.compile(r" ?(?:[]:|–—.,)-]|\Z)")  # between the date that opens an entry and its words
_CLOSING = re.compile(r"[(,–—:-] ?(?:en |le |depuis )?\Z")  # between the words of a heading and the date that ends it
_ENDS = (".", "!", "?", "…", "»", ";", ":")
LONGEST = 100  # characters of a heading


class Entry(NamedTuple):
    """Characters `start` to `end` of the article are told of the date `iso`."""

    start: int
    end: int
    iso: str


def entries(text: str, dates: Sequence[Date]) -> list[Entry]:
    """The entries of a chronicle, of two dates at least; none for a text that is no chronicle.

    `dates` are those of the whole text, in its order.
    """
    starts = [one.start for one in dates]
    found: list[Entry] = []
    open_ = ""  # the date of the heading above
    for match in re.finditer(r"[^\n]+", text):
        line, (start, end) = match[0].strip(), match.span()
        inside = dates[bisect_left(starts, start) : bisect_left(starts, end)]
        heading = len(line) < LONGEST and not line.endswith(_ENDS)
        iso, alone = _headed(text, start, end, inside)
        if iso and (alone or not heading):
            found.append(Entry(start, end, iso))
        if heading or alone:
            open_ = iso
        elif open_ and not iso:
            found.append(Entry(start, end, open_))
    return found if len({one.iso for one in found}) > 1 else []


def _headed(text: str, start: int, end: int, inside: Sequence[Date]) -> tuple[str, bool]:
    """The date that heads the line from `start` to `end` ("": none), and whether the line is nothing else."""
    if not inside:
        return "", False
    first, last = inside[0], inside[-1]
    if _BEFORE.fullmatch(text, start, first.start) and (after := _AFTER.match(text, first.end, end)):
        return first.iso, not text[after.end() : end].strip()
    closes = text[last.end : end].strip() in ("", ")", "]")
    if closes and end - start < LONGEST and _CLOSING.search(text, start, last.start):
        return last.iso, False
    return "", False
