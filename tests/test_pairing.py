"""Each notebook and its script say the same, and notebooks are kept without outputs."""

from pathlib import Path

import jupytext
import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_and_script_are_one(path):
    notebook, script = jupytext.read(path), jupytext.read(path.with_suffix(".py"))
    cells = [[(cell["cell_type"], cell["source"]) for cell in one["cells"]] for one in (notebook, script)]
    assert cells[0] == cells[1], f"run: jupytext --sync {path}"
    assert not any(cell.get("outputs") for cell in notebook["cells"])


def test_every_script_has_its_notebook():
    assert [path.stem for path in NOTEBOOKS] == sorted(path.stem for path in NOTEBOOKS[0].parent.glob("*.py"))
