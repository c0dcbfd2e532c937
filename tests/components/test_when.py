"""The dates of statements."""

import pytest
from members import read

FRET = "Le transporteur Altéo a annoncé mardi son entrée dans le Pacte du fret, fondé en 2019 par Brunel et Corvex."


def dates(nlp, text, published):
    doc = nlp.make_doc(text)
    doc._.article = {"published": published}
    return told(nlp(doc))


def told(doc):
    return {doc._.entities[m["organization"]]["name"]: m["date"] for m in doc._.memberships}


@pytest.mark.parametrize(
    ("published", "joined"),
    [("2024-02-08", "2024-02-06"), (None, None)],  # a Thursday; without it « mardi » is unknown, and not 2019
)
def test_a_relative_date_needs_the_day_of_the_article(nlp, published, joined):
    assert dates(nlp, FRET, published)["Altéo"] == joined


KNOWN = "Le [Cercle Hydro] est une alliance d'industriels.\n\n"

OWN = [
    ("[Altéo] (arrivée en 2012) et [Brunel] (depuis mai 2015) font partie du [Cercle Hydro].", "2012", "2015-05"),
    ("En 2019, [Altéo] et [Brunel] ont rejoint le [Cercle Hydro].", "2019", "2019"),
    ("Font partie du [Cercle Hydro] : [Altéo], [Brunel] (en 2014).", None, "2014"),
    ("Lancé en mai 2022 par [Altéo], le [Cercle Hydro] accueille [Brunel].", "2022-05", None),
    ("Anciens membres : [Altéo] (2007-2012), [Brunel] (2009-2014)", "2012", "2014"),
    ("Naissance : 2006, à l'initiative d'[Altéo] et de [Brunel]", "2006", "2006"),
    ("L'alliance, fondée à Brest en 2021, réunit [Brunel] et [Altéo].", None, None),
    ("Lancée en 2021 à Brest, l'alliance réunit [Brunel] et [Altéo].", None, None),
    ("Le [Cercle Hydro] accueille [Brunel] et [Altéo], qui fêtera ses cent ans en 2030.", None, None),
    ("L'accord date de 2016. [Altéo] et [Brunel] ont alors créé le [Cercle Hydro].", "2016", "2016"),
    ("Alors que l'été 2016 s'achève, [Altéo] reste. [Altéo] et [Brunel] ont créé le [Cercle Hydro].", None, None),
    ("[Altéo], entré en mai 2021, a été exclu du [Cercle Hydro]. [Brunel] en est parti en 2023.", None, "2023"),
    ("2005\n\n[Altéo] a rejoint l'alliance.\n\n2010\n\n[Brunel] a rejoint l'alliance.", "2005", "2010"),
    ("Membres (au 12 mars 2021)\n\n[Altéo]\n\n[Brunel], depuis 2014", None, "2014"),
    ("Née en 2011 à Brest, l'alliance a grandi. [Altéo] et [Brunel] en sont les fondateurs.", "2011", "2011"),
    ("Année de création : 2017\n\nFondateurs : [Altéo] et [Brunel]", "2017", "2017"),
    ("Membres\n\n- [Altéo], 2012\n- [Brunel] – 12 mars 2014", "2012", "2014-03-12"),
    ("Membres\n[Altéo] | Espagne | 2012\n[Brunel] | Italie | 2014", "2012", "2014"),
    ("Les membres, par année d'adhésion\n\n2012\n[Altéo]\n2014\n[Brunel]", "2012", "2014"),
    ("Adhésions\n\n1er janvier 1958\n[Altéo]\n1er mai 2004\n[Brunel]", "1958-01-01", "2004-05-01"),
    ("Le [Cercle Hydro] compte trois membres : [Corvane] (1957), [Altéo] et [Brunel] (1973).", "1973", "1973"),
    ("Le [Cercle Hydro] compte trois membres : [Altéo] (1957), [Corvane] et [Brunel] (1973).", "1957", "1973"),
]


CHRONICLES = [
    "{first}. [Altéo] rejoint l'alliance.\n{second}. [Brunel] signe l'accord. [Corvex] quitte l'alliance.",
    "{first} : [Altéo] rejoint l'alliance.\n\n{second} : on vote. [Corvex] quitte l'alliance.",
    "{first}\n[Altéo] rejoint l'alliance.\n\n{second}\nOn vote.\n[Corvex] quitte l'alliance.",
    "{first} : l'essor\n\n[Altéo] rejoint l'alliance.\n\nLa chute, {second}\n\n[Corvex] quitte l'alliance.",
    "L'essor ({first})\n\n[Altéo] rejoint l'alliance.\n\n{second} – La chute\n\n[Corvex] quitte l'alliance.",
]


@pytest.mark.parametrize("text", CHRONICLES)
@pytest.mark.parametrize(("first", "second"), [("18 juin 2019", "11 octobre 2020"), ("2019", "2020")])
def test_an_entry_of_a_chronicle_has_its_date(nlp, text, first, second):
    iso = {"18 juin 2019": "2019-06-18", "11 octobre 2020": "2020-10-11"}
    found = told(read(nlp, KNOWN + text.format(first=first, second=second)))
    assert (found["Altéo"], found["Corvex"]) == (iso.get(first, first), iso.get(second, second))


@pytest.mark.parametrize(
    "text",
    [
        "12 mars 2014\n\n[Altéo] a rejoint l'alliance.",  # the day of the page
        "Le budget de 2019\n\n[Altéo] a rejoint l'alliance.\n\nLe budget de 2020\n\nIl monte.",
        "2019 : l'essor\n\nOn vote.\n\n2020 : la chute\n\nOn vote.\n\nEn savoir plus\n\n[Altéo] a rejoint l'alliance.",
    ],
)
def test_what_stands_in_no_entry_has_no_date(nlp, text):
    assert told(read(nlp, KNOWN + text)) == {"Altéo": None}


@pytest.mark.parametrize(
    ("release", "date"),
    [
        ("Paris, le 3 mars 2020 – Altéo et Brunel annoncent la création du Cercle Hydro, un consortium.", "2020-03-03"),
        ("Paris, le 3 mars 2020\n\nAltéo et Brunel lancent le Cercle Hydro, un consortium.", "2020-03-03"),
        ("Altéo et Brunel annoncent aujourd'hui la création du Cercle Hydro, un consortium.", "2020-03-04"),
        ("Paris, le 3 mars 2020 – Altéo et Brunel sont les fondateurs du Cercle Hydro, un consortium.", None),
        ("Huit ans après sa création par Altéo et Brunel, le Cercle Hydro, un consortium, accueille Corvex.", "2012"),
    ],
)
def test_the_day_of_a_release_is_that_of_its_news(nlp, release, date):
    found = dates(nlp, release, "2020-03-04")
    assert (found["Altéo"], found["Brunel"], found.get("Corvex")) == (date, date, None)


@pytest.mark.parametrize(("sentence", "first", "second"), OWN)
def test_whose_date_it_is(nlp, sentence, first, second):
    doc = read(nlp, KNOWN + sentence, published="2025-06-17")
    found = {doc._.entities[row["organization"]]["name"]: row["date"] for row in doc._.memberships}
    assert (found["Altéo"], found["Brunel"]) == (first, second)


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("[Altéo] a annoncé lundi la nouvelle à ses salariés.", "2025-06-16"),
        ("[Altéo] a son siège à Brest. Il pleuvait lundi.", None),
        ("[Altéo] a ouvert une usine le 3 mars 2025.", None),  # not the news
    ],
)
def test_the_title_has_the_day_of_its_news(nlp, body, date):
    doc = read(nlp, f"[Altéo] quitte le [Cercle Hydro]\n\n{body}\n\nLe [Cercle Hydro] est une alliance.")
    assert [(row["status"], row["date"]) for row in doc._.memberships] == [("former", date)]
