"""What the terminal shows of one article."""

import click
import pytest
import toy

from ralliement import Article, extract, terminal

LONG = (
    "Altéo fonde Ligue. "
    + "Il pleut sur la ville et sur le port. " * 6
    + "« oui », dit Altéo.\n\nBrunel rejoint Ligue."
)


@pytest.fixture(scope="module")
def shown():
    return terminal.marked_up(extract([LONG], nlp=toy.load()))


def test_lines_are_at_most_80_columns_and_words_stay(shown):
    plain = click.unstyle(shown)
    assert max(map(len, plain.splitlines())) <= 80
    assert " ".join(LONG.split()) in " ".join(plain.split())


def test_marks_stay_on_their_words_when_lines_are_cut(shown):
    assert click.style("« oui »", fg="green") in shown
    assert click.style("Brunel", bold=True, fg="cyan", underline=True) in shown


def test_what_is_said_is_listed_below(shown):
    below = click.unstyle(shown).split("Alliances\n")[1]
    assert below.splitlines()[:2] == ["  Altéo : fondateur, Ligue (affirmé)", "  Brunel : membre, Ligue (affirmé)"]
    assert "  Altéo (citation directe) : « oui »" in below


def test_quotes_who_and_timeline_are_read_in_80_columns():
    long = "A" + "bc" * 40
    said = "« " + "nous verrons bien " * 12 + "»"
    text = f"{long} fonde Ligue. {said}, dit Altéo. Altéo rejoint Ligue (2024-02-01)."
    tables = extract([Article("a.txt", text, publisher="Le Phare", published="2024-02-02")], nlp=toy.load())
    shown = [
        terminal.who(tables.who_is_in()), terminal.timeline(tables.timeline()),
        terminal.quotes(tables.find_quotes(), tables.rows("articles")),
    ]  # fmt: skip
    for text in map(click.unstyle, shown):
        assert max(map(len, text.splitlines())) <= 80
    assert "bc…  fondateur" in shown[0]
    assert "  Altéo " in shown[0]
    assert click.unstyle(shown[2]).startswith("Altéo (citation directe), Le Phare, 2024-02-02\n")
    assert " ".join(said.split()) in " ".join(click.unstyle(shown[2]).split())
