"""Paragraphs: the unit of parse and ner."""

import pytest

from ralliement.paragraphs import is_hard_wrapped, paragraphs


def texts(text):
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("Un titre\n\nUn texte.", ["Un titre", "Un texte."]),
        ("Un titre\nUn texte.\nUn autre.", ["Un titre", "Un texte.", "Un autre."]),
        ("  marge  \n\n\n\nfin\n", ["marge", "fin"]),
        ("espace\u00a0insécable\n\u00a0\nfin", ["espace\u00a0insécable", "fin"]),
    ],
)
def test_lines_are_paragraphs(text, expected):
    assert texts(text) == expected


def test_hard_wrapped_lines_are_joined_in_one_paragraph():
    block = (
        "Le groupement des trois ports a été fondé au mois de\nmars dernier par les chambres de commerce et par les\n"
    )
    block += "armateurs de la région, qui attendaient depuis des\nannées un accord sur le partage des quais et des"
    text = f"{block}\nentrepôts.\n\n{block}\nhangars."
    assert is_hard_wrapped(text)
    assert [t[-10:] for t in texts(text)] == ["entrepôts.", "s\nhangars."]


def test_a_bulleted_list_is_not_hard_wrapped():
    text = "Les membres :\n- Altéo\n- Brunel\n- Cordial Énergies\n- Dumas et fils\n- l'université de Pau\n- Essor"
    assert not is_hard_wrapped(text)
    assert len(paragraphs(text)) == 7


def test_lines_of_one_width_that_each_open_anew_are_not_hard_wrapped():
    table = "\n".join(
        f"{name} Transports Maritimes | France | {2000 + n}" for n, name in enumerate(("Altéo", "Borée") * 4)
    )
    assert not is_hard_wrapped(f"Membre | Pays | Entrée\n{table}")
    names = "\n".join(
        f"Université de technologie de {place}" for place in ("Pau", "Metz", "Brest", "Lille", "Dax", "Tours")
    )
    assert len(paragraphs(f"Nos membres\n\n{names}")) == 7
