"""Rules read any text in a time that grows with its length: one hostile page must not hold up thousands."""

import time

import pytest

from ralliement.dates import find_dates
from ralliement.furniture import furniture
from ralliement.numerals import NUMBER
from ralliement.readers import metadata

HOSTILE = [
    " \n", "\n", " ", "- ", "partager, ", "nous utilisons ", "cent ", "1", " 000", "12/", "2019 ", "2019\n", "lundi ",
    "Par A ", "A", "Aa ", "« ", ". ", "abonnez-vous de ", "il y a deux ans ", "un an plus tard ", "ab-", "ab/",
]  # fmt: skip
RULES = {
    "dates": lambda text: find_dates(text, "2024-02-08"),
    "furniture": furniture,
    "numbers": lambda text: list(NUMBER.finditer(text)),
    "title": metadata.title_in_text,
    "day": metadata.date_in_text,
    "author": metadata.author_in_text,
    "publisher": metadata.publisher_in_text,
}


@pytest.mark.parametrize("rule", RULES)
def test_hostile_repetitions_take_linear_time(rule):
    for piece in HOSTILE:
        start = time.process_time()
        RULES[rule](f"1{piece * 5_000}x")
        assert time.process_time() - start < 3, piece  # quadratic rules take a minute
