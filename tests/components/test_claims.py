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
    ("Elle compte à ce jour treize bibliothèques.", (13, "exact")),
    ("On y recense aujourd'hui seize structures.", (16, "exact")),
    ("L'alliance retombe à sept.", (7, "exact")),
    ("L'alliance et ses neuf compagnies membres se taisent.", (9, "exact")),
    ("Avec [Brunel], cela fait huit.", (8, "exact")),
    ("Voilà l'alliance à trois.", (3, "exact")),
    ("On naviguait à quatre.", (4, "exact")),
    ("À cinq armateurs, le compte n'y est plus.", (5, "exact")),
    ("Nous voici trente et un.", (31, "exact")),
    ("Effectif au 3 mars : 6 coopératives.", (6, "exact")),
    ("Onze scènes de la région y mettent en commun leur budget.", (11, "exact")),
    ("Trois opérateurs, [Altéo], [Brunel] et [Corvin], avaient lancé le [Cercle Hydro].", (3, "exact")),
    ("Née de la réunion de quatre syndicats, l'alliance a grandi.", (4, "exact")),
    ("Les six compagnies de l'alliance se partagent les quais.", (6, "exact")),
    ("Elle a compté jusqu'à dix-neuf salles.", (19, "exact")),
    ("L'alliance réunit cinq ports environ.", (5, "about")),
    ("Le [Cercle Hydro] (plus de quarante adhérents) a son siège à Brest.", (40, "at_least")),
    ("Forte de ses 46 communes, l'alliance se tait.", (46, "exact")),
    ("Forte de ses 46 communes, elle se tait.", (46, "exact")),
    ("L'alliance, qui compte neuf ports, se tait.", (9, "exact")),
    ("En tout, l'alliance, c'est une soixantaine de fermes.", (60, "about")),
    ("C'est une centaine d'organisations au total.", (100, "about")),
]

NONE = [
    "L'alliance accueille vingt nouveaux membres.",
    "L'alliance gère 300 millions d'euros.",
    "L'[Union verte], représentant 200 entreprises, a signé.",
    "Les six clubs anglais se sont plaints de l'alliance.",
    "[Altéo], forte de 6 000 donateurs, a rejoint l'alliance.",
    "L'alliance existe depuis douze ans.",
    "Elle a réuni ses membres à trois reprises.",
    "L'alliance réunit une soixantaine d'États observateurs.",
    "Elle organise des ateliers dans 18 pays.",
    "Forte de ses 46 magasins, [Brunel] critique l'alliance.",
    "L'alliance se tait. Quatre régies lancent [Corvin].",
    "[Altéo] et [Brunel], deux adhérents de l'alliance, se taisent.",
    "[Altéo] pourrait devenir le onzième membre de l'alliance.",
    "Deux membres du staff de l'alliance s'en vont.",
    "Nous et nos 812 partenaires utilisons des cookies.",
    "L'alliance a un navire (12 marins à bord).",
    "Ils étaient 212 dans la salle des fêtes.",
    "L'alliance l'a annoncé dans un communiqué de onze lignes.",
    "[Brunel], qui rassemble douze clubs, critique l'alliance.",
    "{Paul Girard}, directeur de [Corvin], a compté sept ports oubliés.",
    "Trois de ses membres, [Altéo], [Brunel] et [Corvin], sont aussi en [Italie].",
    "[Altéo] prête deux chercheurs et siège au conseil de l'alliance.",
    "L'alliance a mené 3 à 1.",
    "Deux écoles, [Altéo] et [Brunel], sont entrées dans l'alliance en mai.",
]


@pytest.mark.parametrize(("sentence", "size"), SIZES)
def test_sizes(nlp, sentence, size):
    assert [(claim["n"], claim["qualifier"]) for claim in read(nlp, KNOWN + sentence)._.claims] == [size]


def test_both_ends_of_a_change(nlp):
    claims = read(nlp, KNOWN + "L'alliance passe de douze à quinze membres.")._.claims
    assert [claim["n"] for claim in claims] == [12, 15]


@pytest.mark.parametrize("sentence", NONE)
def test_other_numbers(nlp, sentence):
    assert read(nlp, KNOWN + sentence)._.claims == []
