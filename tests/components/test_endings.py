"""An alliance that has ended: those that were in it are former members."""

import pytest
from members import expected, read, said

KNOWN = "Le [Cercle Hydro] est une alliance. Elle réunit [Altéo] et [Brunel]. "
FORMER, STILL = "Altéo former; Brunel former", "Altéo member; Brunel member"

ENDINGS = [
    ("Le [Cercle Hydro] a été dissous en mai.", FORMER),
    ("Le [Cercle Hydro] s'est dissous.", FORMER),
    ("L'assemblée générale a voté sa dissolution.", FORMER),
    ("Depuis la dissolution de l'alliance, les quais sont vides.", FORMER),
    ("Le [Cercle Hydro] pourrait être dissous.", STILL),
    ("Le [Cercle Hydro] n'a pas été dissous.", STILL),
    ("[Corvane] demande sa dissolution.", STILL),
    ("L'Assemblée nationale a été dissoute.", STILL),
    ("[Corvane] a été dissous.", STILL),
]


@pytest.mark.parametrize(("sentence", "what"), ENDINGS)
def test_the_end_of_an_alliance(nlp, sentence, what):
    assert said(read(nlp, KNOWN + sentence)) == expected(what)


def test_the_end_may_be_told_first_and_gives_its_date(nlp):
    doc = read(nlp, "Le [Cercle Hydro] a été dissous en mai 2024. L'alliance réunissait [Altéo] et [Brunel].")
    assert [(row["status"], row["date"]) for row in doc._.memberships] == [("former", "2024-05")] * 2
