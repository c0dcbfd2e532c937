import unicodedata

import pytest

from ralliement.dates import article_date, find_dates

PUBLISHED = "2024-02-08"  # a Thursday

STATED = [
    ("Il a rejoint l'alliance le <8 février 2024>.", "2024-02-08"),
    ("Signé le <jeudi 8 février 2024> à Nantes", "2024-02-08"),
    ("Il entre au conseil le <1er mai 2023>.", "2023-05-01"),
    ("Depuis le <12/03/2024>, il n'en est plus.", "2024-03-12"),
    ("Mis en ligne le <07-12-2023>", "2023-12-07"),
    ("Version du <2023-12-07>", "2023-12-07"),
    ("Elle a vu le jour en <juin 2019>.", "2019-06"),
    ("à la mi-<juin 2019>", "2019-06"),
    ("Née fin <2019> d'une idée du maire", "2019"),
    ("Fondée en <2003>, elle compte dix membres.", "2003"),
    ("Membre depuis <2019>", "2019"),
    ("Au printemps <2021>, il en sort.", "2021"),
    ("à l'automne de <2021>", "2021"),
    ("LE <14 AOUT 2006>", "2006-08-14"),
    ("- Altéo (<2021>)", "2021"),
    ("<2019> : la ligue est créée", "2019"),
    ("le sommet de <2019> a tout changé", "2019"),
    ("née en <2019> sous un autre nom", "2019"),
    ("lancée à la fin de <2021> Cimes d'hiver", "2021"),
    ("Il siégera à la <rentrée 2023>.", "2023-09"),
    ("Année de création : <2017>", "2017"),
    ("- <2012>. Création de la ligue", "2012"),
    ("[<2014>] Altéo rejoint la ligue", "2014"),
    ("le <14\u00a0déc.\u00a02006>", "2006-12-14"),
]

RELATIVE = [
    ("a annoncé <mardi> la ministre", "2024-02-06"),
    ("a annoncé <jeudi> la ministre", "2024-02-08"),
    ("a annoncé <jeudi dernier> la ministre", "2024-02-01"),
    ("ce <mardi soir>", "2024-02-06"),
    ("a signé <vendredi 2 février>", "2024-02-02"),
    ("<jeudi 8>, il a signé", "2024-02-08"),
    ("a signé le <5 décembre>", "2023-12-05"),
    ("annoncé <hier>", "2024-02-07"),
    ("annoncé <avant-hier>", "2024-02-06"),
    ("en <mai>, elle a quitté l'alliance", "2023-05"),
    ("en <février>, elle a quitté l'alliance", "2024-02"),
    ("en <février dernier>", "2023-02"),
    ("fin <janvier>", "2024-01"),
    ("<l'an dernier>", "2023"),
    ("né <au printemps>", "2023"),
    ("rangé derrière elle <dès l’automne>", "2023"),
    ("ils annoncent <ce jour> leur retrait", "2024-02-08"),
    ("ils annoncent <aujourd'hui> leur retrait", "2024-02-08"),
    ("<huit ans après> sa création", "2016"),
    ("avant la <fin du mois>", "2024-02"),
    ("d'ici à la <fin de l'année>", "2024"),
    ("<l’année dernière>", "2023"),
    ("<le mois dernier>", "2024-01"),
    ("<cette année>", "2024"),
    ("<la semaine dernière>", "2024"),
    ("<cette semaine>", "2024-02"),
    ("entrée dans l'intersyndicale <lundi>", "2024-02-05"),
    ("à partir de <septembre>", "2023-09"),
    ("à compter d’<avril>", "2023-04"),
    ("<il y a deux ans>", "2022"),
    ("<depuis trois ans>", "2021"),
    ("<il y a 3 jours>", "2024-02-05"),
    ("<à l'automne dernier>", "2023"),
]

FUTURE = [
    ("Il rejoindra l'alliance <mardi>.", "2024-02-13"),
    ("Il votera <jeudi>.", "2024-02-08"),
    ("La réunion aura lieu en <mai>.", "2024-05"),
    ("Il partira en <janvier prochain>.", "2025-01"),
    ("L'accord prendra effet le <1er juin>.", "2024-06-01"),
    ("Il entrera <cet automne>.", "2024"),
    ("Il entrera <à l'automne>.", "2024"),
    ("<l'an prochain>", "2025"),
    ("<dans deux ans>", "2026"),
    ("Il siégera <demain>.", "2024-02-09"),
]

NO_DATE = [
    "elle compte aujourd'hui neuf membres",
    "dix ans après sa création",
    "Il a rejoint l'alliance le 31 février 2024.",
    "Le mardi 8 février 2024",
    "le lendemain, dès le lendemain, la veille",
    "le mardi, c'est marché; chaque mardi, tous les mardis",
    "du lundi au vendredi, de lundi à vendredi",
    "Mars est une planète, Avril un prénom, Paul Mai un nom.",
    "il y a une dizaine d'années, il y a vingt ans, depuis des années",
    "Plus de 2000 entreprises, près de 2000, une usine de 1900 salariés",
    "(2021-2024), 2021-2024",
    "une dépense de 2019 euros, 2 000 membres, la Peugeot 2008",
    "cet automne, elle est partie",
    "cet hiver, l'hiver dernier",
    "aujourd'hui, naguère, récemment, bientôt",
    "le 20 février, il a signé",
    "ils sont 12 à mars",
]


def unmark(sentence):
    start, end = sentence.index("<"), sentence.index(">") - 1
    return sentence.replace("<", "").replace(">", ""), start, end


@pytest.mark.parametrize("published", [None, PUBLISHED])
@pytest.mark.parametrize(("sentence", "iso"), STATED)
def test_stated_dates_need_no_article_date(sentence, iso, published):
    text, start, end = unmark(sentence)
    assert find_dates(text, published) == [(start, end, iso)]


@pytest.mark.parametrize(("sentence", "iso"), RELATIVE)
def test_relative_dates_look_back(sentence, iso):
    text, start, end = unmark(sentence)
    assert find_dates(text, PUBLISHED) == [(start, end, iso)]
    assert find_dates(text) == []


@pytest.mark.parametrize(("sentence", "iso"), FUTURE)
def test_relative_dates_look_ahead(sentence, iso):
    text, start, end = unmark(sentence)
    assert find_dates(text, PUBLISHED, future=True) == [(start, end, iso)]
    assert find_dates(text, future=True) == []


@pytest.mark.parametrize("sentence", NO_DATE)
def test_what_is_no_date_or_unsure(sentence):
    assert find_dates(sentence, PUBLISHED) == []


def test_all_dates_in_the_order_of_the_text():
    text = "Fondée en 2003, rejointe le 12 mai 2019 par Brunel, quittée hier par Altéo."
    assert [d.iso for d in find_dates(text, PUBLISHED)] == ["2003", "2019-05-12", "2024-02-07"]
    assert [d.precision for d in find_dates(text, PUBLISHED)] == ["year", "day", "day"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("Parti le 12 mai 2019, il est revenu le lendemain.", ["2019-05-12", "2019-05-13"]),
        ("Mardi, elle a quitté l'alliance pour en rejoindre dès le lendemain une autre.", ["2024-02-06", "2024-02-07"]),
        ("Mardi 6 février, il jubilait. Corvex avait claqué la porte la veille.", ["2024-02-06", "2024-02-05"]),
        ("Au lendemain de l'accord, la veille du vote", []),
        ("Née en mars 2019, elle perd Corvex en juin de la même année.", ["2019-03", "2019-06"]),
        ("Née en mars 2019, elle s'ouvre en juin de l'année suivante.", ["2019-03", "2020-06"]),
        ("Née en mars 2019, elle a perdu Corvex deux mois plus tard.", ["2019-03", "2019-05"]),
        ("Fondée en 2019. Un an plus tard, ils étaient dix ; l'année suivante, vingt.", ["2019", "2020", "2021"]),
        ("Le 18 avril 2021, il signe. Quarante-huit heures plus tard, il renonce.", ["2021-04-18", "2021-04-20"]),
        ("Il est parti un an plus tard.", []),
        ("Le 18 avril 2021, tout change. Ce soir-là, douze clubs signent.", ["2021-04-18", "2021-04-18"]),
        ("Mardi, il part. Le même jour, Corvex arrive.", ["2024-02-06", "2024-02-06"]),
        ("En mars 2019, il part. Cette année-là, dix sont partis.", ["2019-03", "2019"]),
        ("En mars 2019, il part. Le même mois, dix sont partis.", ["2019-03", "2019-03"]),
        ("Ce jour-là, il est parti.", []),
        (
            "Mardi, il part, après dix ans ; en 2019 il doutait. Le jour même, Corvex arrive.",
            ["2024-02-06", "2019", "2024-02-06"],
        ),
        ("Il part le 3 mai 2021. Le surlendemain, il revient.", ["2021-05-03", "2021-05-05"]),
        ("Il part le 3 mai 2021. Une semaine plus tard, il revient.", ["2021-05-03", "2021-05"]),
        ("Née en 2019, elle a fermé le lendemain.", ["2019"]),
        ("2019 : Corvex part en janvier.", ["2019", "2019-01"]),
        ("2018 : la ligue naît.\nEn mars, Altéo entre.\n2020 : Altéo sort.", ["2018", "2018-03", "2020"]),
        ("2018, et après ?\nEn mars, Altéo entre.", ["2018", "2023-03"]),
    ],
)
def test_dates_that_go_on_from_others(text, isos):
    assert [d.iso for d in find_dates(text, PUBLISHED)] == isos


def test_combining_accents():
    text = unicodedata.normalize("NFD", "le 8 février 2024")
    (found,) = find_dates(text)
    assert (found.iso, text[found.start : found.end]) == ("2024-02-08", text[3:])


@pytest.mark.parametrize("published", ["", "2024", "2024-02", "2024-13-40", "08/02/2024"])
def test_without_a_day_of_the_article_nothing_is_resolved(published):
    assert find_dates("Parti mardi, en mai.", published) == []


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("mardi 14 mars 2006", "2006-03-14"),
        ("1er mai 2023 à 8h30", "2023-05-01"),
        ("Publié le 07-12-2023 par Sylvie Prat", "2023-12-07"),
        ("Publié le 7 décembre 2023 à 10:00, mis à jour le 9 décembre 2023", "2023-12-07"),
        ("PARIS, 7 déc 2023 (AFP)", "2023-12-07"),
        ("12/03/2024", "2024-03-12"),
        ("2023-12-07T10:30:00+01:00", "2023-12-07"),
        ("20231207", "2023-12-07"),
        ("Le Courrier, no. 2310, jeudi 7 décembre 2023, p. 12", "2023-12-07"),
    ],
)
def test_article_date(words, iso):
    assert article_date(words) == iso


@pytest.mark.parametrize(
    "words",
    ["", "mardi", "hier à 8h30", "PARIS, 7 déc (AFP)", "décembre 2023", "2023", "31/02/2024", "12/25/2023",
     "du 3 mai 2023, du 5 mai 2023", "mercredi 14 mars 2006", "20231345"],
)  # fmt: skip
def test_no_article_date_when_unsure(words):
    assert article_date(words) is None
