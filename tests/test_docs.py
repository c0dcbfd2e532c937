"""The documentation tells the truth: every example runs, every reference is up to date, every page is in the site."""

import contextlib
import importlib.util
import io
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from ralliement import batch
from ralliement.cli import main
from ralliement.language import load

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
FENCE = re.compile(
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
ELSEWHERE = ("pip", "dask", "datasette", "make")  # what a console shows and no test runs
RUN = ("python", "console", "csv", "html", "sql")


def blocks(page):
    return [match for match in FENCE.finditer(page.read_text(encoding="utf-8")) if match["language"] in RUN]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder to run a page in, with what the examples read: sample articles, two as a reader's own, two gold ones."""
    monkeypatch.chdir(tmp_path)
    folder = Path()
    (folder / "corpora").mkdir()
    sample = shutil.copytree(ROOT / "corpora" / "ai-alliance", folder / "corpora" / "ai-alliance")
    (folder / "presse").mkdir()
    for number, article in enumerate(sorted(sample.glob("0[17]-*.txt")), 1):
        shutil.copy(article, folder / "presse" / f"article{number}.txt")
    (folder / "annotes").mkdir()
    for gold in sorted((ROOT / "corpora" / "gold" / "tuning").glob("*.xml"))[:2]:
        shutil.copy(gold, folder / "annotes")


@pytest.fixture
def one_model(nlp, monkeypatch):
    """The examples share the model that the other tests have loaded."""
    monkeypatch.setattr(batch, "load", lambda names, alliances: load(names, alliances) if names or alliances else nlp)
    batch._load.cache_clear()
    yield
    batch._load.cache_clear()


@pytest.mark.parametrize("page", [pytest.param(page, id=page.stem) for page in PAGES if blocks(page)])
def test_every_example_runs(page, desk, one_model):
    namespace = {}
    for block in blocks(page):
        body = block["body"]
        if block["language"] == "python":
            with contextlib.redirect_stdout(io.StringIO()):
                exec(compile(body, page.name, "exec"), namespace)
        elif block["language"] == "console":
            run_console(body)
        elif block["language"] == "sql":
            with contextlib.closing(sqlite3.connect("file:out/ralliement.db?mode=ro", uri=True)) as database:
                assert database.execute(body).fetchall()
        elif block["title"]:
            Path(block["title"]).parent.mkdir(exist_ok=True)
            Path(block["title"]).write_text(body, encoding="utf-8")


def run_console(session):
    """Run the `$ ralliement` lines of a console; what is shown below one is part of what it prints, `…` aside."""
    for step in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, *shown = step.splitlines()
        name, *arguments = shlex.split(command, comments=True)
        if name in ELSEWHERE or "--scheduler" in arguments:  # a cluster: tests/test_cluster.py
            continue
        assert name == "ralliement", f"no test runs {command!r}"
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
        assert result.exit_code == 0, f"{command}: {result.output}"
        printed = [" ".join(line.split()) for line in result.output.splitlines()]
        missing = [line for line in shown if not any(re.fullmatch(pattern(line), other) for other in printed)]
        assert not missing, f"{command} does not print {missing} but\n{result.output}"


def pattern(line):
    """What a line shown stands for: `…` is anything, and the width of columns does not matter."""
    return ".*".join(map(re.escape, " ".join(line.split()).split("…")))


def generator():
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_references_are_up_to_date():
    stale = [page.name for page, text in generator().pages().items() if page.read_text(encoding="utf-8") != text]
    assert not stale, "run: python docs/generate.py"


@pytest.mark.parametrize("name", main.commands)
def test_every_command_says_what_it_does_with_an_example(name):
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert re.search(rf"^ +ralliement {name}( \S|$)", result.output, re.MULTILINE)
    assert "\\b" not in result.output
    options = [parameter for parameter in main.commands[name].params if isinstance(parameter, click.Option)]
    undocumented = [option.name for option in options if not option.help]
    assert not undocumented


def test_the_page_of_figures_has_every_figure_of_the_generator():
    page = (DOCS / "chiffres.md").read_text(encoding="utf-8")
    table = page.split(generator().BEGIN)[1].split(generator().END)[0]
    for label in generator().FIGURES.values():
        assert re.search(rf"^\| {re.escape(label)}(?: \| [01],\d{{3}}){{4}} \|$", table, re.MULTILINE), label


def test_every_page_is_in_the_site_and_every_link_leads_somewhere():
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = re.findall(r"[\w-]+\.md", str(config["nav"]))
    assert sorted(listed) == sorted(page.name for page in DOCS.glob("*.md"))
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", [ROOT / "CONTRIBUTING.md", DOCS / "maison.md"], ids=lambda page: page.stem)
def test_every_file_that_the_guides_name_exists(page):
    package = ROOT / "pipeline" / "ralliement"
    folders = (ROOT, ROOT / "pipeline", package, package / "components", package / "lexicons", package / "readers")
    named = set(re.findall(r"`([\w/.-]+\.(?:py|csv|json|toml|md))`", page.read_text(encoding="utf-8")))
    assert len(named) > 10
    assert not [name for name in named if not any((folder / name).exists() for folder in folders)]


def test_the_first_rule_of_the_guide_is_as_it_tells():
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [tests] = re.findall(r"^```text\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    [row] = re.findall(r"^```csv\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    written = (ROOT / "tests" / "components" / "test_memberships.py").read_text(encoding="utf-8")
    assert all(line.split("  #")[0].strip() in written for line in tests.splitlines())
    assert row in (ROOT / "pipeline/ralliement/lexicons/membership_cues.csv").read_text(encoding="utf-8")


def test_the_site_builds_without_a_warning(tmp_path):
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(DOCS, tmp_path / "docs")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "<table>" in (tmp_path / "site" / "tables" / "index.html").read_text(encoding="utf-8")
