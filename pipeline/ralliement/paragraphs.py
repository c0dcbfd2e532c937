"""Paragraphs of a raw text: the unit of parse and ner."""

import re
from itertools import pairwise

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n\S]*[^\n\s][^\n]*)*")
_SENTENCE_END = ".!?…:;"
WRAPPED_LINES = 4


def paragraphs(text: str) -> list[Span]:
    """Offsets of the paragraphs of `text`, in order, blank ones left out, outer white space stripped.

    A line is a paragraph, unless the lines are hard-wrapped: then a block between blank lines is one.
    """
    pattern = _BLOCK if is_hard_wrapped(text) else _LINE
    spans = []
    for found in pattern.finditer(text):
        line = found.group()
        stripped = line.strip()
        if stripped:
            start = found.start() + len(line) - len(line.lstrip())
            spans.append((start, start + len(stripped)))
    return spans


def is_hard_wrapped(text: str) -> bool:
    """Whether lines are cut at a column: most end in mid-sentence at about one width and go on in small letters."""
    pairs: list[tuple[str, str]] = []  # a line and the next of its block
    for block in re.split(r"\n\s*\n", text):
        pairs += pairwise(line.strip() for line in block.strip().split("\n"))
    if len(pairs) < WRAPPED_LINES:
        return False
    widest = max(len(line) for line, _ in pairs)
    open_ended = sum(1 for line, _ in pairs if line and line[-1] not in _SENTENCE_END)
    full = sum(1 for line, _ in pairs if len(line) > widest - 20)
    going_on = sum(1 for _, after in pairs if after[:1].islower())
    return (
        40 <= widest < 130
        and open_ended > 0.6 * len(pairs)
        and full > 0.7 * len(pairs)
        and going_on > 0.5 * len(pairs)  # « Alaska Airlines | États-Unis », a line for each member
    )
