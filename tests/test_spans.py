"""Cutting a text at the borders of spans."""

import pytest

from ralliement.spans import pieces


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], [("abcdef", "")]),
        ([(1, 3, "x")], [("a", ""), ("bc", "x"), ("def", "")]),
        ([(0, 4, "x"), (2, 6, "y")], [("ab", "x"), ("cd", "xy"), ("ef", "y")]),
        ([(2, 3, "y"), (0, 6, "x")], [("ab", "x"), ("c", "xy"), ("def", "x")]),
        ([(1, 3, "x"), (1, 3, "y")], [("a", ""), ("bc", "xy"), ("def", "")]),
        ([(0, 2, "x"), (2, 4, "y")], [("ab", "x"), ("cd", "y"), ("ef", "")]),
    ],
)
def test_pieces_carry_the_marks_that_cover_them(spans, expected):
    assert [(piece, "".join(marks)) for piece, marks in pieces("abcdef", spans)] == expected


def test_an_empty_text_has_no_pieces():
    assert list(pieces("", [])) == []
