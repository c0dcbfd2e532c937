"""Sentences by rule, on a blank pipeline: a stroke stands where one starts."""

import pytest
import spacy


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("fr")
    nlp.add_pipe("ralliement_sentences")
    return nlp


@pytest.mark.parametrize(
    "marked",
    [
        "Le port a signé mardi. | Son directeur s'en réjouit.",
        "Qui part ? | Personne ! | Et demain…",
        "Trois ports s'allient\n|Le port a signé.",
        "Il dit non. | « Nous y sommes. Enfin. » | Le port signe.",
        "« Nous y sommes. Enfin », dit-il. | Le port signe.",
        "Il a signé (le maire l'a su. Trop tard.) hier. | Fin.",
        "M. Girard et Mme P. Vidal ont signé.",
        "Le prix est de 3,5 millions. | 12 ports en sont.",
        "La société Altéo S.A. est fondatrice.",
        "Le club « X » part. | Il l'a dit.",
        "Un mot… et rien de plus.",
    ],
)
def test_sentences(blank, marked):
    text = marked.replace(" | ", " ").replace("|", "")
    assert [sent.text.strip() for sent in blank(text).sents] == [part.strip() for part in marked.split("|")]


def test_a_mark_that_is_never_closed_does_not_swallow_the_article(blank):
    text = "« Nous y sommes. " + "Le port a signé mardi. " * 60
    assert len(list(blank(text).sents)) > 20
