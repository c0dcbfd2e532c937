"""Weights of our own components: a folder of what spaCy writes of one, and `meta.json`, which says what they need.

That is the spaCy version, the word vectors they were trained with, and the digest of each file.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.util import is_compatible_version

from ralliement.errors import InputError

PACKAGE = Path(__file__).parent
MODELS = PACKAGE.parents[1] / "models"
KEYS = {"base", "spacy", "vectors", "config", "files"}
SPACY = ">=3.8.7,<3.9"


class WeightsError(InputError):
    """Weights that cannot be used; the message says why and what to do."""


def folders(name: str) -> tuple[Path, Path]:
    """Where the weights of a model may be: packed into the wheel; beside the source tree in an editable install."""
    return PACKAGE / f"{name}_weights", MODELS / name / "weights"


def repair(name: str) -> str:
    """What to do about weights that are missing or damaged."""
    return f"reinstall ralliement (from its repository: `git checkout models/{name}/weights`)"


def find(name: str) -> Path:
    """The folder of the weights that come with ralliement."""
    places = folders(name)
    for folder in places:
        if folder.is_dir():
            return folder
    raise WeightsError(f"no {_title(name)} weights in {' or '.join(map(str, places))}: {repair(name)}")


def load(nlp: Language, name: str, factory: str, folder: Path | None = None) -> TrainablePipe:
    """A component for `nlp`, whose vocabulary must hold the word vectors of the base model.

    `folder` is one that `write` has written; by default the one that comes with ralliement. Raises `WeightsError` if
    the weights are missing or damaged, or made for another spaCy or other word vectors.
    """
    folder = folder or find(name)
    meta = read_meta(folder, name)
    if not is_compatible_version(spacy_version, meta["spacy"]):
        raise WeightsError(
            f"the {_title(name)} needs spaCy {meta['spacy']}, this is {spacy_version}: "
            f"pip install 'spacy{meta['spacy']}', or train it anew: make model WINER=DIR"
        )
    if vectors_digest(nlp) != meta["vectors"]:
        raise WeightsError(
            f"the {_title(name)} needs the word vectors of {meta['base']}, not those of "
            f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}: pip install '{meta['base'].replace(' ', '==')}'"
        )
    for file in damaged(folder, meta):
        raise WeightsError(f"{folder / file} is damaged: {repair(name)}")
    component = nlp.create_pipe(factory, config=meta["config"])
    assert isinstance(component, TrainablePipe)
    component.from_disk(folder, exclude=["vocab"])
    return component


def write(nlp: Language, component: str, base: str, folder: Path) -> None:
    """Write a trained component of `nlp` and what `load` checks; `base` is the model of the word vectors."""
    pipe = nlp.get_pipe(component)
    assert isinstance(pipe, TrainablePipe)
    pipe.to_disk(folder, exclude=["vocab"])
    config = nlp.config["components"][component]
    meta = {
        "base": base,
        "spacy": SPACY,
        "labels": sorted(pipe.labels),
        "vectors": vectors_digest(nlp),
        "config": {key: value for key, value in config.items() if key not in ("factory", "scorer")},
        "files": {name: file_digest(folder / name) for name in ("cfg", "model", "moves") if (folder / name).exists()},
    }
    (folder / "meta.json").write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


def read_meta(folder: Path, name: str) -> dict[str, Any]:
    """What the weights in `folder` need."""
    try:
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf8"))
    except FileNotFoundError as error:
        raise WeightsError(f"no {_title(name)} weights in {folder}: {repair(name)}") from error
    except ValueError as error:
        raise WeightsError(f"{folder / 'meta.json'} is damaged: {repair(name)}") from error
    if not isinstance(meta, dict) or not meta.keys() >= KEYS:
        raise WeightsError(f"{folder / 'meta.json'} is damaged: {repair(name)}")
    return meta


def damaged(folder: Path, meta: dict[str, Any]) -> list[str]:
    """The files that are not what `meta` says."""
    return [name for name, digest in meta["files"].items() if file_digest(folder / name) != digest]


def vectors_digest(nlp: Language) -> str:
    """SHA-256 of every hundredth word vector: enough to tell one table from another, and quick."""
    return hashlib.sha256(nlp.vocab.vectors.data[::100].tobytes()).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty for a file that is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _title(name: str) -> str:
    return name.replace("_", " ")
