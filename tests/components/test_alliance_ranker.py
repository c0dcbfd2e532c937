"""Names that no single construction gives away, ranked by weak evidence together; on the whole pipeline."""

import pytest

from ralliement.components.alliance_evidence import Evidence
from ralliement.components.alliance_ranker import probabilities
from ralliement.components.units import Text


def ranked(nlp, text):
    doc = nlp(text)
    read = Text(doc)
    likely = probabilities(read, Evidence(read))
    return sorted(((doc._.entities[key]["name"], likely[key]) for key in likely), key=lambda item: -item[1])


STORY = (
    "Les {0} accueillent Vernet\n\nLe transporteur Vernet a rejoint lundi {1}{0}, que Dolmen et Corvane avaient lancé "
    "en 2019. Sept entreprises en sont désormais membres, dont Altéo et Brunel. Le consortium ne compte plus Tervia, "
    "partie en mars."
)


@pytest.mark.parametrize("name", ["Passerelles", "Brisants", "Quatre Vents"])
def test_the_alliance_of_a_story_comes_first(nlp, name):
    ranking = ranked(nlp, STORY.format(name, "les "))
    assert ranking[0][0] == name
    assert ranking[0][1] > 2 * ranking[1][1]


def test_companies_of_ordinary_news_are_no_alliances(nlp):
    ranking = ranked(
        nlp,
        "Dolmen rachète Corvane\n\nLe fabricant Dolmen a annoncé mardi le rachat de Corvane. « C'est un bon prix », "
        "a dit Paul Girard, directeur de Dolmen. Vernet et Altéo, ses concurrents, n'ont pas réagi.",
    )
    assert all(probability < 0.3 for _, probability in ranking)


def test_people_are_not_ranked(nlp):
    assert "Paul Girard" not in dict(ranked(nlp, "Paul Girard a rejoint hier le consortium Boréale."))


@pytest.mark.parametrize(
    "text",
    [
        "Crue en Colombie\n\nLa ville de Mocoa, au sud de la Colombie, a été frappée par le Mulato et le Sangoyaco.",
        "Match nul à Verdun\n\nVerdun a tenu tête à Sedan. Le Stade de Sedan et Verdun restent bons derniers.",
    ],
)
def test_ordinary_news_has_no_rows(nlp, text):
    assert nlp(text)._.memberships == []
