"""Windows multiplied in numpy give the annotation that thinc's give."""

import pytest
from shipped import annotation, load
from thinc.api import Model

from ralliement import windows


@pytest.mark.parametrize("component", ["ner", "tok2vec"])
@pytest.mark.parametrize("rows", [1, windows.ROWS])
def test_the_annotation_is_the_same(component, rows, monkeypatch):
    monkeypatch.setattr(windows, "ROWS", rows)
    nlp = load(component)
    before = annotation(nlp)
    assert windows.multiply_windows_in_numpy(nlp.get_pipe(component).model)
    assert annotation(nlp) == before


def test_another_model_is_left_as_it_is():
    other = Model("other", lambda model, x, is_train: (x, lambda d: d))
    assert not windows.multiply_windows_in_numpy(other)
    assert other.layers == []
