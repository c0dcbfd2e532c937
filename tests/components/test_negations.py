"""Negations and their scope: those that say who is out, and those that say that somebody is in."""

import pytest
from members import expected, read, said

KNOWN = "Le [Cercle Hydro] est une alliance d'industriels. "

OUT = [
    ("[Altéo] n'a jamais été membre du [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] n'est pas membre du [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] n'est plus membre du [Cercle Hydro].", "Altéo former"),
    ("[Altéo] n'a pas rejoint le [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] ne rejoindra pas le [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] n'a toujours pas adhéré au [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] a refusé d'intégrer le [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] a renoncé à rejoindre le [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] ne souhaite pas entrer dans le [Cercle Hydro].", "Altéo non_member"),
    ("[Altéo] n'en fait pas partie.", "Altéo non_member"),
    ("[Altéo] n'en fait plus partie.", "Altéo former"),
    ("[Altéo] n'en est pas.", "Altéo non_member"),
    ("[Altéo] n'y a jamais siégé.", "Altéo non_member"),
    ("[Altéo] n'est pas l'un des membres fondateurs de l'alliance.", "Altéo non_member"),
    ("[Altéo] ne figure pas parmi les signataires.", "Altéo non_member"),
    ("[Altéo] a cessé d'y figurer.", "Altéo former"),
    ("[Altéo] n'a pas renouvelé son adhésion.", "Altéo former"),
    ("[Altéo], approché en mai, a décliné.", "Altéo non_member"),
    ("[Altéo] soutient l'alliance sans en être membre.", "Altéo non_member; Altéo supporter"),
    ("Ni [Altéo] ni [Brunel] n'ont signé la charte du [Cercle Hydro].", "Altéo non_member; Brunel non_member"),
    ("[Altéo] et [Brunel] en sont ; pas [Corvane].", "Altéo member; Brunel member; Corvane non_member"),
    ("L'alliance réunit [Altéo] et [Brunel], mais pas [Corvane].", "Altéo member; Brunel member; Corvane non_member"),
    ("[Altéo] n'est pas membre, contrairement à [Brunel], membre depuis 2019.", "Altéo non_member; Brunel member"),
    ("[Altéo] ne fait pas partie de l'alliance, contrairement à [Brunel].", "Altéo non_member; Brunel member"),
    ("Toutes les écoles, à l'exception d'[Altéo], ont adhéré au [Cercle Hydro].", "Altéo non_member"),
]

IN = [
    ("[Altéo] n'est pas le seul membre du [Cercle Hydro].", "Altéo member"),
    ("[Altéo] n'est pas seulement membre du [Cercle Hydro].", "Altéo member"),
    ("[Altéo] n'a pas quitté le [Cercle Hydro].", "Altéo member"),
    ("[Altéo] ne quittera pas l'alliance.", "Altéo member"),
    ("[Altéo] n'a rejoint l'alliance qu'en 2022.", "Altéo member"),
    ("L'alliance ne compte plus que deux membres, [Altéo] et [Brunel].", "Altéo member; Brunel member"),
    ("[Altéo] n'exclut pas de rejoindre le [Cercle Hydro].", "Altéo candidate"),
    ("[Altéo] n'est plus candidat : il est entré lundi dans l'alliance.", "Altéo member"),
]


@pytest.mark.parametrize(("sentence", "rows"), OUT)
def test_who_is_out(nlp, sentence, rows):
    assert said(read(nlp, KNOWN + sentence)) == expected(rows)


@pytest.mark.parametrize(("sentence", "rows"), IN)
def test_who_is_in_all_the_same(nlp, sentence, rows):
    assert said(read(nlp, KNOWN + sentence)) == expected(rows)
