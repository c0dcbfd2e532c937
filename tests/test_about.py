"""What is installed, and what is missing."""

import importlib.metadata
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from ralliement import about, cli, extras, lexicon, weights

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"


def test_extras_are_those_of_the_package():
    declared = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert {extra: len(packages) for extra, packages in declared.items()} == {
        extra: len(modules) for extra, modules in extras.MODULES.items()
    }


def test_versions_models_and_lexicons():
    lines = dict(line.split(": ", 1) for line in CliRunner().invoke(cli.main, ["info"]).stdout.splitlines())
    assert lines["spacy"] == importlib.metadata.version("spacy")
    assert lines["lexicons"].startswith(lexicon.digest())
    for name in ("press_ner", "press_tagger"):
        assert str(weights.find(name)) in lines[name.replace("_", " ")]


def test_what_is_missing_is_said_with_what_to_type(monkeypatch, tmp_path):
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "openpyxl" else object())
    monkeypatch.setattr(weights, "folders", lambda name: (tmp_path / "none",))
    facts = about.facts()
    assert facts["extra excel"] == "missing (openpyxl): pip install 'ralliement[excel]'"
    assert facts["extra graph"] == "installed"
    assert facts["press ner"].startswith("missing: ")


def test_damaged_weights_are_told(monkeypatch, tmp_path):
    meta = weights.read_meta(weights.find("press_ner"), "press_ner")
    monkeypatch.setattr(weights, "find", lambda name: tmp_path)
    monkeypatch.setattr(weights, "read_meta", lambda folder, name: meta)
    assert about.facts()["press ner"].startswith("damaged (")


@pytest.mark.parametrize("change", ["a,b\n", "a,c\n"])
def test_a_lexicon_has_its_digest(monkeypatch, tmp_path, change):
    ours = lexicon.digest()
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    empty = lexicon.digest()
    (tmp_path / "x.csv").write_text(change)
    assert len({ours, empty, lexicon.digest()}) == 3
