"""No figure falls below its floor in `corpora/floors.json`; floors are raised, never lowered silently."""

import json
from pathlib import Path

import pytest

from ralliement import extract
from ralliement.evaluate import score

CORPORA = Path(__file__).parent.parent / "corpora"
FLOORS = json.loads((CORPORA / "floors.json").read_text())


@pytest.mark.parametrize("side", FLOORS)
def test_no_figure_is_under_its_floor(nlp, side):
    folder = CORPORA / "gold" / side
    figures = score(folder, extract(folder, nlp=nlp)).figures
    assert figures["missing"] == []
    below = {}
    for name, floor in FLOORS[side].items():
        figure, measure = name.split(".")
        if figures[figure][measure] < floor:
            below[name] = f"{figures[figure][measure]} < {floor}"
    assert not below
