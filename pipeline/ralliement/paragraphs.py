"""Paragraphs of a raw text: the unit of parse and ner."""

import re

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
    """Whether lines are cut at a column: most lines within blocks end in mid-sentence at about one width."""
    inner: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        lines = block.strip().split("\n")
        inner += lines[:-1]  # the last line of a block ends where it ends
    if len(inner) < WRAPPED_LINES:
        return False
    open_ended = [line for line in inner if line.rstrip() and line.rstrip()[-1] not in _SENTENCE_END]
    widest = max(map(len, inner))
    full = [line for line in inner if len(line) > widest - 20]
    return 40 <= widest < 130 and len(open_ended) > 0.6 * len(inner) and len(full) > 0.7 * len(inner)
