"""A confidence means something: of the quotes given as sure, nearly all have the right words and speaker."""

from pathlib import Path

from ralliement import extract
from ralliement.evaluate import score

TUNING = Path(__file__).parent.parent / "corpora" / "gold" / "tuning"
SURE = 0.9


class Sure:
    """Tables without the quotes that are given as unsure."""

    def __init__(self, tables):
        self.tables = tables

    def rows(self, name):
        return (row for row in self.tables.rows(name) if name != "quotes" or row["confidence"] >= SURE)


def test_of_the_quotes_given_as_sure_95_in_100_have_the_right_speaker(nlp):
    figures = score(TUNING, Sure(extract(TUNING, nlp=nlp))).figures
    given = sum(figures[kind]["pred"] for kind in ("quoted", "indirect"))
    right = sum(figures[kind]["tp"] * figures[kind]["speaker_accuracy"] for kind in ("quoted", "indirect"))
    assert given >= 100
    assert right / given >= 0.95
