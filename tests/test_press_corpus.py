"""The data of the press ner: sentences with inline markup, and what training makes of them."""

import random
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

MODEL = Path(__file__).parents[1] / "models" / "press_ner"


@pytest.fixture(scope="module")
def corpus():
    sys.path.insert(0, str(MODEL))
    try:
        import corpus
    finally:
        sys.path.remove(str(MODEL))
    return corpus


def test_press_is_well_formed(corpus) -> None:
    train, dev = corpus.read_press("train"), corpus.read_press("dev")
    assert len(train) == pytest.approx(3 * len(dev), abs=3)
    assert {label for _, names in train + dev for *_, label in names} == {"LOC", "MISC", "ORG", "PER"}
    for text, names in train + dev:
        assert unicodedata.is_normalized("NFC", text)
        assert "[" not in text, text
        for start, end, label in names:
            assert text[start:end] == text[start:end].strip()
            assert corpus.trim(text, start, end, label) == (start, end, label), text[start:end]


def test_press_says_nothing_twice(corpus) -> None:
    texts = Counter(text for text, _ in corpus.read_press("train") + corpus.read_press("dev"))
    assert not [text for text, count in texts.items() if count > 1]


def test_swapped_in_names_are_not_those_models_are_chosen_on(corpus) -> None:
    chosen_on = {text[start:end] for text, names in corpus.read_press("dev") for start, end, _ in names}
    for names in corpus.read_names().values():
        assert len(names) == len(set(names))
        assert not chosen_on & set(names)


def test_markup(corpus) -> None:
    assert corpus.parse("“Oui”, dit [PER:Anne Roy] ([ORG:Altéo]).") == (
        "«Oui», dit Anne Roy (Altéo).",
        [(11, 19, "PER"), (21, 26, "ORG")],
    )
    with pytest.raises(ValueError, match="unreadable markup"):
        corpus.parse("dit [PER:Anne Roy")


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("M. Darras", "PER", "Darras"),
        ("l'abbé Morel", "PER", "Morel"),
        ("Mme Le Floch", "PER", "Le Floch"),
        ("le président Lula", "PER", "Lula"),
        ("Mercier", "PER", "Mercier"),
        ("Me", "PER", "Me"),
        ("l’université de Kobe", "ORG", "université de Kobe"),
        ("L'Humanité", "ORG", "L'Humanité"),
        ("Le Monde", "ORG", "Le Monde"),
    ],
)
def test_titles_and_elisions_are_no_part_of_a_name(corpus, text: str, label: str, name: str) -> None:
    start, end, _ = corpus.trim(text, 0, len(text), label)
    assert text[start:end] == name


def test_a_name_over_two_paragraphs_is_lost(corpus) -> None:
    text = "Par Anne\nRoy\n\nAltéo recrute"
    assert list(corpus.cut(text, [(4, 12, "PER"), (14, 19, "ORG")])) == [
        ("Par Anne", []),
        ("Roy", []),
        ("Altéo recrute", [(0, 5, "ORG")]),
    ]


def test_only_names_that_agree_with_nothing_are_swapped(corpus) -> None:
    line = "[ORG:Altéo], la [ORG:Macif], d'[ORG:Azur] et [PER:Anne Roy], dite [PER:Nine], à [LOC:Lens]"
    text, names = corpus.swap(
        corpus.parse(line), {"ORG": ["Zinc & Co"], "PER": ["Li Wei"], "LOC": ["Brno"]}, 1.0, random.Random(0)
    )
    assert text == "Zinc & Co, la Macif, d'Azur et Li Wei, dite Nine, à Brno"
    assert [text[start:end] for start, end, _ in names] == ["Zinc & Co", "Macif", "Azur", "Li Wei", "Nine", "Brno"]


def test_typesetting_keeps_offsets(corpus) -> None:
    paragraph = corpus.parse("« L'[ORG:Ifremer] », dit [PER:Anne Roy]")
    variants = {corpus.typeset(paragraph, random.Random(seed)).text for seed in range(20)}
    assert variants == {
        "« L'Ifremer », dit Anne Roy",
        "« L’Ifremer », dit Anne Roy",
        "«\N{NO-BREAK SPACE}L'Ifremer\N{NO-BREAK SPACE}», dit Anne Roy",
        "«\N{NO-BREAK SPACE}L’Ifremer\N{NO-BREAK SPACE}», dit Anne Roy",
    }
    assert corpus.capitals(paragraph).text == "« L'IFREMER », DIT ANNE ROY"
