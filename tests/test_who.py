"""Who is in, over the sample folder and over time, as a careful reader answers."""

import json
from pathlib import Path

import pytest

from ralliement import extract
from ralliement.identity import plain

ROOT = Path(__file__).parent
EXPECTED = json.loads((ROOT / "data" / "ai_alliance_who.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tables(nlp):
    return extract(ROOT.parent / "corpora" / "ai-alliance", nlp=nlp)


@pytest.mark.parametrize(("alliance", "on"), [(alliance, on) for alliance, dates in EXPECTED.items() for on in dates])
def test_who_is_in(tables, alliance, on):
    organizations = tables.organizations.to_dict("records")
    ids = {plain(name): row["organization_id"] for row in organizations for name in (row["name"], *row["aliases"])}
    expected = {ids.get(plain(name), name) for name in EXPECTED[alliance][on]}
    assert set(tables.who_is_in(alliance, on=on)["organization_id"]) == expected
