"""What is released: the sdist builds the wheel, and the wheel alone, without the source tree, is the whole tool."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from ralliement import __version__

ROOT = Path(__file__).parent.parent
TEXT = (
    "L'armateur Kerlann et la coopérative Belle Marée ont fondé le Pacte des Estuaires. "
    "« Il était temps », a déclaré Soizic Kermadec."
)


def run(*command, **kwargs):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, encoding="utf-8", **kwargs)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel that the sdist gives."""
    folder = tmp_path_factory.mktemp("release")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    [sdist] = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    source = folder / f"ralliement-{__version__}"
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=source)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with the wheel installed, and how to run what is in it rather than the source tree."""
    folder = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", folder, wheel)
    return folder, {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}


def test_the_wheel_holds_lexicons_and_weights_and_nothing_of_the_tests(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "pipeline" / "ralliement"
    lexicons = {f"ralliement/lexicons/{path.name}" for path in package.glob("lexicons/*.csv")}
    files = ("cfg", "meta.json", "model", "NOTICE")
    weights = {f"ralliement/{model}_weights/{name}" for model in ("press_ner", "press_tagger") for name in files}
    weights.add("ralliement/press_ner_weights/moves")
    assert len(lexicons) > 10
    assert lexicons | weights <= names
    assert {name.split("/")[0] for name in names} == {"ralliement", f"ralliement-{__version__}.dist-info"}


def test_the_command_runs_from_the_wheel_alone(installed, tmp_path):
    folder, environment = installed
    [command] = [path for path in (folder / "bin").iterdir() if path.stem == "ralliement"]
    assert __version__ in run(command, "--version", env=environment, cwd=tmp_path)
    where = run(sys.executable, "-c", "import ralliement; print(ralliement.__file__)", env=environment, cwd=tmp_path)
    assert Path(where.strip()).parent.parent == folder
    rows = run(command, "extract", "-", env=environment, cwd=tmp_path, input=TEXT)
    assert '"organization": "Kerlann"' in rows
    assert '"speaker": "Soizic Kermadec"' in rows
