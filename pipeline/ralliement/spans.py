"""Text cut at the borders of spans that may overlap: what a marked-up article is made of."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

Mark = TypeVar("Mark")


def pieces(text: str, spans: Iterable[tuple[int, int, Mark]]) -> Iterator[tuple[str, list[Mark]]]:
    """The pieces of a text in order, each with the marks of all spans (start, end, mark) that cover it.

    >>> list(pieces("abcd", [(0, 3, "x"), (1, 2, "y")]))
    [('a', ['x']), ('b', ['x', 'y']), ('c', ['x']), ('d', [])]
    """
    spans = sorted(spans, key=lambda span: (span[0], -span[1]))
    borders = sorted({0, len(text), *(border for start, end, _ in spans for border in (start, end))})
    open_: list[tuple[int, int, Mark]] = []
    coming = iter(spans)
    following = next(coming, None)
    for start, end in pairwise(borders):
        open_ = [span for span in open_ if span[1] > start]
        while following is not None and following[0] <= start:
            open_.append(following)
            following = next(coming, None)
        yield text[start:end], [mark for _, stop, mark in open_ if stop > start]
