"""Lines that announce lists, as web pages and chronologies have them; what heads nothing stands beside."""

import pytest
from members import expected, read, said

KNOWN = "Le [Cercle Hydro] est une association d'industriels."
BOTH = "Altéo {0}; Brunel {0}"

LISTS = [
    ("Avec qui ?", "member"),
    ("Sans qui ?", "non_member"),
    ("Qui y est ?", "member"),
    ("Qui n'y est plus ?", "former"),
    ("Qui n'y est pas ?", "non_member"),
    ("Plus avec :", "former"),
    ("Ils nous ont rejoints", "member"),
    ("Ils nous ont quittés :", "former"),
    ("Ils nous soutiennent", "supporter"),
    ("Anciens membres", "former"),
    ("Nos membres", "member"),
    ("Nos partenaires", "associate"),
    ("Membres fondateurs", "founder"),
]

PAGES = [
    ("Nos partenaires institutionnels : [Altéo] et [Brunel]", BOTH.format("associate")),
    ("Avec : [Altéo], [Brunel]", BOTH.format("member")),
    ("Plus avec : [Altéo]", "Altéo former"),
    ("Sans : [Altéo]", "Altéo non_member"),
    ("Avec [Altéo], elle navigue. Sans [Brunel], elle navigue aussi.", ""),
    ("Membres\n\n[Altéo]\n\n[Brunel] (jusqu'en 2018)", "Altéo member; Brunel former"),
    ("Membres\n\n[Altéo]\n\n[Brunel] (depuis 2018)", BOTH.format("member")),
    (
        "1993 : création de l'association\n\n2003 : arrivée des premiers transporteurs, [Altéo] et [Brunel]",
        BOTH.format("member"),
    ),
    ("2014 : retrait d'[Altéo], arrivée de [Brunel]", "Altéo former; Brunel member"),
    ("1993 : création de l'association par [Altéo] et [Brunel]", BOTH.format("founder")),
    ("1993 : création de l'association\n\n[Altéo]\n\n[Brunel]", ""),
    (
        "1993 : création de l'association par [Corvane]\n\n1995 : [Altéo], [Brunel]",
        f"Corvane founder; {BOTH.format('member')}",
    ),
    (
        "1993 : création de l'association par [Corvane]\n\n1995 : les avions de [Altéo] restent au sol",
        "Corvane founder",
    ),
    ("1993 : le salon ouvre\n\n1995 : [Altéo], [Brunel]", ""),
    ("Les nouveaux venus :\n\n- [Altéo], une école\n\n- [Brunel]", BOTH.format("member")),
    ("Les nouveaux venus :\n\n- une école de [Altéo]\n\n- une école, voisine de [Brunel]", "Altéo member"),
    ("Presse > Négociations > Europe\n\n[Altéo] publie ses résultats", ""),
    ("Premier élargissement (1973) : [Altéo] et [Brunel]", BOTH.format("member")),
    ("Composition du [Cercle Hydro] : [Altéo] et [Brunel]", BOTH.format("member")),
    ("Arrivés en 2004 : [Altéo]. Partis en 2006 : [Brunel].", "Altéo member; Brunel former"),
    ("À venir : [Altéo]. À l'étude : [Brunel].", "Altéo joining; Brunel candidate"),
    ("[Altéo] : acceptée, entrée en mai\n\n[Brunel] : à l'étude", "Altéo joining; Brunel candidate"),
    ("[Altéo] : refusée\n\n[Brunel] : une banque", "Altéo non_member"),
    ("Prochain rendez-vous : [Altéo]", ""),
    ("À l'étude depuis mars, la loi sur l'eau divise [Altéo] et [Brunel].", ""),
    ("L'arrivée de deux clubs, [Altéo] et [Brunel], change tout.", BOTH.format("member")),
]


@pytest.mark.parametrize(("heading", "status"), LISTS)
def test_headings_say_what_the_names_below_are(nlp, heading, status):
    assert said(read(nlp, f"{KNOWN}\n\n{heading}\n\n[Altéo]\n\n[Brunel]")) == expected(BOTH.format(status))


@pytest.mark.parametrize(("page", "what"), PAGES)
def test_lines_of_a_page(nlp, page, what):
    assert said(read(nlp, f"{KNOWN}\n\n{page}")) == expected(what)
