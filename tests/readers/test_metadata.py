"""What a text says of itself."""

import pytest

from ralliement.readers import metadata

BODY = "Le transporteur Altéo a rejoint mardi l'Alliance du fret, fondée par Brunel et Corvex pour peser davantage."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Altéo rejoint l'Alliance du fret\n\n{BODY}", "Altéo rejoint l'Alliance du fret"),
        (f"Altéo rejoint l'Alliance du fret\n{BODY}", "Altéo rejoint l'Alliance du fret"),
        (f"\n Fret : qui sera le prochain ?\n\n{BODY}", "Fret : qui sera le prochain ?"),
        (f"{BODY}\n\n{BODY}", None),
        (f"ÉCONOMIE\n\n{BODY}", None),
        (f"Publié le 7 décembre 2023 à 10h\n\n{BODY}", None),
        (f"NANTES, 7 déc 2023 (AFP) - {BODY}", None),
        (f"Par Inès Moreau et Paul Ly\n\n{BODY}", None),
        (f"Accueil > Économie\n\nAltéo rejoint l'Alliance du fret\n\n{BODY}", "Altéo rejoint l'Alliance du fret"),
        (f"La Lettre - n° 412\nPar Inès Moreau\nAltéo rejoint le Pacte\n{BODY}", "Altéo rejoint le Pacte"),
        (f"Bonjour à tous ! Bonne lecture\n{BODY}", None),
        (f"COMMUNIQUÉ DE PRESSE - Nantes, le 4 avril 2024\n{BODY}", None),
        ("Altéo rejoint l'Alliance du fret", None),
        ("Le transporteur Altéo a rejoint mardi l'Alliance\ndu fret, fondée par Brunel et par Corvex pour\n"
         "peser davantage sur les prix que fixent chaque\nannée les grands ports de la façade atlantique\n"
         "et ceux de la Méditerranée, à la peine.", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_title_is_the_headline(text, title):
    assert metadata.title_in_text(text) == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Titre\n\nPublié le 07-12-2023 par Inès Moreau\n\n{BODY}", "2023-12-07"),
        (f"Titre\n\nMis en ligne le 1er mai 2023 à 8h30\n\n{BODY}", "2023-05-01"),
        (f"Publié le 7 décembre 2023, mis à jour le 9 décembre 2023\n{BODY}", "2023-12-07"),
        (f"NANTES, 7 déc 2023 (AFP) - {BODY}", "2023-12-07"),
        (f"Titre\n\nMardi 14 mars 2006\n\n{BODY}", "2006-03-14"),
        (f"mardi 14 mars 2006, 10h30\n{BODY}", "2006-03-14"),
        (f"Titre\n\nPar Inès Moreau le 12/03/2024\n\n{BODY}", "2024-03-12"),
        (f"Titre\n14.03.2006 - 08h12\n{BODY}", "2006-03-14"),
        (f"Titre\nLe 07/12/2023 à 10:00\n{BODY}", "2023-12-07"),
        (f"Par Inès Moreau - Publié le 29/06/2018 à 07:45 - Réservé aux abonnés\n{BODY}", "2018-06-29"),
        (f"NANTES, 7 déc (AFP) - {BODY}", None),
        (f"Titre\n\n3 mai 2021\n\n{BODY}\n\n5 mai 2021\n\n{BODY}", None),
        (f"{BODY} L'accord date du 3 mai 2021.", None),
        (f"Le 3 mai 2021, tout a changé.\n{BODY}", None),
        (f"Titre\n\nPublié mardi à 8h30\n\n{BODY}", None),
    ],
)
def test_the_day_is_what_the_furniture_says(text, day):
    assert metadata.date_in_text(text) == day


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Publié le 7 décembre 2023 à 10h par Inès Moreau. Temps de lecture : 3 min", "Inès Moreau"),
        (f"Titre\nPar Inès de La Tour\n{BODY}", "Inès de La Tour"),
        ("L'Alliance, portée par Brunel, grandit. Vu par Inès Moreau", None),
        ("Par Inès Moreau et Paul Ly", "Inès Moreau et Paul Ly"),
        ("Par J.-P. d’Ormes, Inès Moreau et Paul Ly | 3 min", "J.-P. d’Ormes, Inès Moreau et Paul Ly"),
        ("Par ailleurs Altéo recrute", None),
    ],
)
def test_the_author_is_the_by_line(text, author):
    assert metadata.author_in_text(text) == author


def test_the_agency_signs_its_wires():
    assert metadata.publisher_in_text(f"NANTES, 7 déc 2023 (AFP) - {BODY}") == "AFP"
    assert metadata.publisher_in_text(f"L'Agence (AFP) l'a dit. {BODY}") is None
