"""Embedding each form once gives the annotation that embedding each token gives."""

import pytest
from shipped import annotation, load
from thinc.api import Model

from ralliement import forms


@pytest.mark.parametrize("component", ["ner", "tok2vec"])
@pytest.mark.parametrize("kept", [10, forms.KEPT])
def test_the_annotation_is_the_same(component, kept, monkeypatch):
    monkeypatch.setattr(forms, "KEPT", kept)
    nlp = load(component)
    before = annotation(nlp)
    assert forms.embed_forms_once(nlp.get_pipe(component).model)
    assert [annotation(nlp), annotation(nlp)] == [before, before]


def test_another_model_is_left_as_it_is():
    other = Model("other", lambda model, x, is_train: (x, lambda d: d))
    assert not forms.embed_forms_once(other)
    assert other.layers == []
