"""Quotation marks, paired on the raw characters of a text with a stack typed by mark.

The French press mixes « », “ ”, " and ', forgets a closing mark, opens one again at each paragraph of a quote, and
writes inches and minutes with the same character. What is found here is only what stands between marks; whether
somebody said it is for `ralliement.components.quotes` to tell.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int]
Mark = tuple[int, int, str]  # start, end, kind


class Passage(NamedTuple):
    """Text between marks, the outermost ones. `start` and `end` include the marks that are there.

    `opened` and `closed` say whether the mark of that side is in the text. `continues`: a quote of the paragraph
    before goes on here.
    """

    start: int
    end: int
    opened: bool
    closed: bool
    continues: bool = False


_MARK = re.compile(
    r"«|»|<<(?!<)|>>(?!>)|[“”„‟‹›〝〞〟″\"]"
    r"|‘(?=\w)|(?<![\w.])['’](?=\w)"  # an apostrophe opens only before a word and closes only after one
    r"|(?<=[\w.!?…])['’](?!\w)"
)
_KIND = {"<<": "«", ">>": "»", "″": '"', "’": "'", "„": "“", "‟": "“", "〝": "“", "〞": "”", "〟": "”"}
_CLOSES = {"»": "«", "›": "‹", "”": "“"}
_ELSEWHERE = 6  # paragraphs that a quote may run over without a mark
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=\S)")


def passages(text: str, paragraphs: Sequence[Span]) -> list[Passage]:
    """Passages between marks of `text`, in order, each within one of its `paragraphs` (in order too)."""
    found: list[Passage] = []
    unmarked: list[Passage] | None = None  # paragraphs since a quote that is still open; None if none is
    for index, (start, end) in enumerate(paragraphs):
        marks = _marks(text, start, end)
        if not marks:
            if unmarked is not None:
                unmarked.append(Passage(start, end, False, False, True))
                unmarked = unmarked if len(unmarked) <= _ELSEWHERE else None
            continue
        reopens = index + 1 < len(paragraphs) and text[paragraphs[index + 1][0]] in '«“"'
        here, open_after = _pair(text, start, end, marks, unmarked is not None, reopens)
        if unmarked and here and here[0].continues and not here[0].opened:
            found += unmarked
        found += here
        unmarked = [] if open_after else None
    return found


def inner(text: str, passage: Passage) -> Span:
    """Offsets of the words of a passage: without its marks and the spaces beside them."""
    start, end = passage.start, passage.end
    if passage.opened:
        start += 2 if text.startswith("<<", start) else 1
    if passage.closed:
        end -= 2 if text.startswith(">>", end - 2) else 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _marks(text: str, start: int, end: int) -> list[Mark]:
    """Marks between two offsets; a straight one as `"(` or `")`, `'(` or `')`, by alternation, else by spacing."""
    marks = [(m.start(), m.end(), _KIND.get(m.group(), m.group())) for m in _MARK.finditer(text, start, end)]
    straight = [mark for mark in marks if mark[2] == '"']
    if straight:
        measures = _measures(text, start, straight)
        marks = [mark for mark in marks if mark not in measures]
    balanced = sum(mark[2] == '"' for mark in marks) % 2 == 0
    typed: list[Mark] = []
    inside = False
    for left, right, kind in marks:
        if kind == '"':
            inside = not inside if balanced else _leans_right(text, left, right, inside)
            kind = '"(' if inside else '")'
        elif kind == "'":
            kind = "'(" if right < end and text[right].isalnum() else "')"
        elif kind == "“" and left > start and text[left - 1].isalnum():
            kind = "”"  # “ … “
        elif kind == "”" and right < end and text[right].isalnum() and (left == start or text[left - 1].isspace()):
            kind = "“"  # ” … ”
        typed.append((left, right, kind))
    return typed


def _measures(text: str, start: int, straight: list[Mark]) -> set[Mark]:
    """Marks of inches and minutes (27", 1'12"): after a digit, where a quote cannot end."""
    found: set[Mark] = set()
    inside = False
    for index, mark in enumerate(straight):
        after_digit = mark[0] > start and text[mark[0] - 1].isdigit()
        if after_digit and (not inside or (len(straight) - index) % 2 == 0):
            found.add(mark)
        else:
            inside = not inside
    return found


def _leans_right(text: str, left: int, right: int, inside: bool) -> bool:
    """Whether a straight mark of a paragraph with an odd number of them opens a quote."""
    space_before = left == 0 or text[left - 1].isspace() or text[left - 1] in "(’'"
    space_after = right >= len(text) or text[right].isspace() or text[right] in ",.;:!?)"
    if space_before != space_after:
        return space_before
    if inside:
        return False
    rest = text[right : right + 4].lstrip(" ,\u00a0\u202f")
    return not rest[:1].islower()  # « …" explique X »: it closes


def _pair(
    text: str, start: int, end: int, marks: list[Mark], open_before: bool, reopens: bool
) -> tuple[list[Passage], bool]:
    """Passages of the paragraph from `start` to `end`, and whether a quote is still open at its end."""
    pairs: list[Passage] = []
    stack: list[Mark] = []
    for left, right, kind in marks:
        opener = _CLOSES.get(kind) or ('"(' if kind == '")' else "'(" if kind == "')" else None)
        if opener is None:
            stack.append((left, right, kind))
            continue
        depth = next((i for i in range(len(stack) - 1, max(-1, len(stack) - 9), -1) if stack[i][2] == opener), None)
        if depth is not None:
            pairs.append(Passage(stack[depth][0], right, True, True, open_before and stack[depth][0] == start))
            del stack[depth:]
        elif open_before and left == start and kind != "')":
            stack.append((left, right, opener))  # » repeated at the head of a paragraph
        elif not stack and kind != "')":
            first = start if open_before and not pairs else _sentence_start(text, start, left, pairs)
            if left > first:
                pairs.append(Passage(first, right, False, True, open_before and not pairs))
    stack = [mark for mark in stack if mark[2] != "'("]
    if stack and reopens:
        last = stack[0][0]
        pairs = [pair for pair in pairs if pair.end <= last]
        pairs.append(Passage(last, end, True, False, open_before and last == start))
    else:
        starts = sorted({pair.start for pair in pairs} | {mark[0] for mark in stack})
        after = dict(zip(starts, [*starts[1:], end], strict=False))
        for left, _, _ in stack:
            pairs.append(Passage(left, _cut(text, left, after[left], end), True, False, open_before and left == start))
    return _outermost(pairs), bool(stack)


def _sentence_start(text: str, start: int, left: int, pairs: list[Passage]) -> int:
    """Where the sentence begins that a lone closing mark at `left` ends."""
    first = max([start, *(pair.end for pair in pairs[-1:])])
    for found in _SENTENCE_END.finditer(text, max(first, left - 1000), left):
        first = found.end()
    return first


def _cut(text: str, left: int, following: int, end: int) -> int:
    """Where a passage opened at `left` and never closed is to end: the paragraph, or its sentence if marks follow."""
    if following >= end:
        return end
    found = _SENTENCE_END.search(text, left, following)
    cut = found.start() + 1 if found else following
    while cut > left + 1 and text[cut - 1].isspace():
        cut -= 1
    return cut


def _outermost(pairs: list[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    for pair in sorted(pairs, key=lambda p: (p.start, -p.end)):
        if not kept or pair.start >= kept[-1].end:
            kept.append(pair)
    return kept
