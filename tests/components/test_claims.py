"""Stated sizes of an alliance, and numbers that are none."""

import pytest
from members import read

KNOWN = "Le [Cercle Hydro] est une alliance d'industriels. "

SIZES = [
    ("Le [Cercle Hydro] compte neuf membres.", (9, "exact")),
    ("L'alliance réunit plus de 50 organisations.", (50, "at_least")),
    ("Elle revendique une cinquantaine d'adhérents.", (50, "about")),
    ("L'alliance rassemble tout au plus douze clubs.", (12, "at_most")),
    ("Elle ne compte plus que quatre groupes.", (4, "exact")),
    ("[Altéo] devient le onzième membre de l'alliance.", (11, "exact")),
    ("Vingt-six organisations ont signé la charte du [Cercle Hydro].", (26, "exact")),
    ("Ils étaient quatre à l'origine.", (4, "exact")),
    ("Douze clubs ont fondé le [Cercle Hydro].", (12, "exact")),
    ("L'alliance a été fondée en 2019 par sept entreprises.", (7, "exact")),
    ("Elle réunit [Altéo] et [Brunel], soit deux entreprises.", (2, "exact")),
    ("L'arrivée d'[Altéo] porte à 14 le nombre de ses adhérents.", (14, "exact")),
]

NONE = [
    "L'alliance accueille vingt nouveaux membres.",
    "L'alliance gère 300 millions d'euros.",
    "L'[Union verte], représentant 200 entreprises, a signé.",
    "Les six clubs anglais se sont plaints de l'alliance.",
    "[Altéo], forte de 6 000 donateurs, a rejoint l'alliance.",
    "L'alliance existe depuis douze ans.",
    "Elle a réuni ses membres à trois reprises.",
]


@pytest.mark.parametrize(("sentence", "size"), SIZES)
def test_sizes(nlp, sentence, size):
    assert [(claim["n"], claim["qualifier"]) for claim in read(nlp, KNOWN + sentence)._.claims] == [size]


@pytest.mark.parametrize("sentence", NONE)
def test_other_numbers(nlp, sentence):
    assert read(nlp, KNOWN + sentence)._.claims == []
