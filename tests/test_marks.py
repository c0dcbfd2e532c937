"""Quotation marks: what stands between them, whatever the typography."""

import pytest

from ralliement.marks import inner, passages
from ralliement.paragraphs import paragraphs


def between(text):
    return [text[p.start : p.end] for p in passages(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Oui », dit-il, « mais non ».", ["« Oui »", "« mais non »"]),
        ('«Oui» et “non” et "si".', ["«Oui»", "“non”", '"si"']),
        ("<<Oui>> dit-il.", ["<<Oui>>"]),
        ("„Ja“ dit-il, ‹ oui › dit-elle, 〝non〞.", ["„Ja“", "‹ oui ›", "〝non〞"]),
        ("“Oui“ dit-il.", ["“Oui“"]),
        ("« Il a dit “non” et « si » » hier.", ["« Il a dit “non” et « si » »"]),
        ('" Oui " dit-il " et non ".', ['" Oui "', '" et non "']),
        ("L'offre 'Essentiel' de l'État.", ["'Essentiel'"]),
        ("C’est l’heure, aujourd’hui : l’ami d’Inès n’est pas là.", []),
        ('Un écran de 27" et un de 32".', []),
        ('Après 1\'12", il dit "oui".', ['"oui"']),
        ('Des 5" au mur : "oui", dit-il.', ['"oui"']),
    ],
)
def test_marks_are_paired_by_type(text, expected):
    assert between(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Nous reviendrons, promet-elle.", ["« Nous reviendrons, promet-elle."]),
        ("Rien. Cela est confirmé », a dit Paul.", ["Cela est confirmé »"]),
        ('productifs " explique Paul.', ['productifs "']),
        ("« Oui, dit Paul. Puis vient « non », dit Anne.", ["« Oui, dit Paul.", "« non »"]),
        ("« Un.\n\n« Deux.\n\n« Trois. »", ["« Un.", "« Deux.", "« Trois. »"]),
        ("« Un.\n\n» Deux. », dit-il.", ["« Un.", "» Deux. »"]),
        ("« Un.\n\nDeux.\n\nTrois », dit-il.", ["« Un.", "Deux.", "Trois »"]),
        ("» Rien.", []),
    ],
)
def test_a_missing_mark_is_forgiven(text, expected):
    assert between(text) == expected


def test_a_quote_that_goes_on_says_so():
    text = "« Un.\n\n« Deux.\n\nTrois », dit-il."
    assert [p.continues for p in passages(text, paragraphs(text))] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "words"),
    [("«\u202f Oui \u00a0»", "Oui"), ("<<Oui>>", "Oui"), ("« Oui", "Oui"), ("Oui »", "Oui"), ("« »", "")],
)
def test_the_words_of_a_passage_are_without_marks_and_spaces(text, words):
    (passage,) = passages(text, paragraphs(text))
    start, end = inner(text, passage)
    assert text[start:end] == words


@pytest.mark.parametrize("piece", ["«", "»", "« a ", '"', "'a ", "“«", "«a\n", '5" '])
def test_a_long_text_takes_no_longer_than_its_length(piece):
    text = piece * 30_000  # quadratic code would take minutes here
    assert all(p.start < p.end <= len(text) for p in passages(text, paragraphs(text)))
