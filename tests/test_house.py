"""The house: imports go one way, and the light doors stay light."""

import ast
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

import ralliement

PACKAGE = Path(ralliement.__file__).parent
# each layer may import from itself and from those before it
LAYERS = [
    {"article", "startup", "blas", "forms", "windows", "moves", "weights", "errors", "lexicon", "schema"}
    | {
        "annotations",
        "labels",
        "spans",
        "paragraphs",
        "conjugation",
        "numerals",
        "dates",
        "marks",
        "text",
        "extras",
        "workbook",
        "own",
    },
    {"readers", "components", "screen", "furniture", "duplicates", "press_ner", "press_tagger"},
    {"language", "identity", "rows", "chronology"},
    {"verdicts", "store", "review", "gold", "views", "tables", "workers", "cluster"},
    {"batch", "evaluate", "progress", "export", "network", "terminal", "report", "notebook", "about"},
    {"cli"},
]
LAYER = {name: number for number, names in enumerate(LAYERS) for name in names}


def modules():
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).with_suffix("").parts
        if name != ("__init__",):
            found.append(pytest.param(name[0], path, id=".".join(name)))
    return found


def imports(path, top_level=False):
    """Modules that a file imports; with `top_level` only those imported when it is."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("name", "path"), modules())
def test_imports_go_one_way(name, path):
    assert name in LAYER, f"{name} has no place in the house: give it one in this test"
    ours = {module.split(".")[1] for module in imports(path) if module.startswith("ralliement.")}
    above = {module for module in ours if LAYER.get(module, 0) > LAYER[name]}
    assert not above, f"{name} imports from a layer above it: {above}"


@pytest.mark.parametrize(("name", "path"), modules())
def test_components_are_without_pandas_and_readers_without_spacy(name, path):
    forbidden = {"components": "pandas", "readers": "spacy", "article": "spacy", "schema": "spacy"}.get(name)
    assert forbidden not in {module.split(".")[0] for module in imports(path)}


@pytest.mark.parametrize(
    "command", ["import ralliement", "import ralliement.cli", "from ralliement.article import Article"]
)
def test_the_light_doors_load_neither_spacy_nor_pandas(command):
    code = f"import sys; {command}; print(sorted({{'spacy', 'pandas', 'numpy'}} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_components_are_found_by_spacy_without_an_import():
    code = (
        "import spacy; nlp = spacy.blank('fr');"
        "[nlp.add_pipe(f'ralliement_{n}') for n in ('sentences', 'entities', 'quotes', 'memberships')];"
        "print(nlp.pipe_names)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "ralliement_memberships" in done.stdout


def test_version_is_the_one_of_the_package():
    assert importlib.metadata.version("ralliement") == ralliement.__version__
