"""The press ner: fr_core_news_md's `ner` updated on French news (`models/press_ner/README.md`).

Its weights are a folder of four files: spaCy's `cfg`, `model` and `moves`, and `meta.json`, which says what they need:
the spaCy version, the word vectors they were trained with, and the digest of each file.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.util import is_compatible_version

from ralliement.errors import InputError

# Packed into the wheel; beside the source tree in an editable install.
FOLDERS = (
    Path(__file__).parent / "press_ner_weights",
    Path(__file__).parents[2] / "models" / "press_ner" / "weights",
)
KEYS = {"base", "spacy", "vectors", "config", "files"}
REPAIR = "reinstall ralliement (from its repository: `git checkout models/press_ner/weights`)"


class PressNerError(InputError):
    """Weights that cannot be used; the message says why and what to do."""


def load_ner(nlp: Language, weights: Path | None = None) -> EntityRecognizer:
    """The press ner as a component for `nlp`, whose vocabulary must hold the word vectors of fr_core_news_md.

    Like any `ner` it keeps the entities that a Doc already has: load `nlp` without its own.

    `weights` is a folder written by `models/press_ner/train.py`; by default the one that comes with ralliement.
    Raises `PressNerError` if the weights are missing or damaged, or made for another spaCy or other word vectors.
    """
    folder = weights or find_weights()
    meta = read_meta(folder)
    if not is_compatible_version(spacy_version, meta["spacy"]):
        raise PressNerError(
            f"the press ner needs spaCy {meta['spacy']}, this is {spacy_version}: "
            f"pip install 'spacy{meta['spacy']}', or train it anew: make model WINER=DIR"
        )
    if vectors_digest(nlp) != meta["vectors"]:
        raise PressNerError(
            f"the press ner needs the word vectors of {meta['base']}, not those of "
            f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}: pip install '{meta['base'].replace(' ', '==')}'"
        )
    for name, digest in meta["files"].items():
        if file_digest(folder / name) != digest:
            raise PressNerError(f"{folder / name} is damaged: {REPAIR}")
    ner = nlp.create_pipe("ner", config=meta["config"])
    assert isinstance(ner, EntityRecognizer)
    ner.from_disk(folder, exclude=["vocab"])
    return ner


def find_weights() -> Path:
    """The folder of the weights that come with ralliement."""
    for folder in FOLDERS:
        if folder.is_dir():
            return folder
    raise PressNerError(f"no press ner weights in {' or '.join(map(str, FOLDERS))}: {REPAIR}")


def read_meta(folder: Path) -> dict[str, Any]:
    """What the weights in `folder` need."""
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf8"))
    except FileNotFoundError as error:
        raise PressNerError(f"no press ner weights in {folder}: {REPAIR}") from error
    except ValueError as error:
        raise PressNerError(f"{folder / 'meta.json'} is damaged: {REPAIR}") from error
    if not isinstance(meta, dict) or not meta.keys() >= KEYS:
        raise PressNerError(f"{folder / 'meta.json'} is damaged: {REPAIR}")
    return meta


def vectors_digest(nlp: Language) -> str:
    """SHA-256 of every hundredth word vector: enough to tell one table from another, and quick."""
    return hashlib.sha256(nlp.vocab.vectors.data[::100].tobytes()).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty for a file that is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
