"""The dates of statements."""

import pytest

FRET = "Le transporteur Altéo a annoncé mardi son entrée dans le Pacte du fret, fondé en 2019 par Brunel et Corvex."


def dates(nlp, text, published):
    doc = nlp.make_doc(text)
    doc._.article = {"published": published}
    doc = nlp(doc)
    return {doc._.entities[m["organization"]]["name"]: m["date"] for m in doc._.memberships}


@pytest.mark.parametrize(
    ("published", "joined"),
    [("2024-02-08", "2024-02-06"), (None, None)],  # a Thursday; without it « mardi » is unknown, and not 2019
)
def test_a_relative_date_needs_the_day_of_the_article(nlp, published, joined):
    assert dates(nlp, FRET, published)["Altéo"] == joined
