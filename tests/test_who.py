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


# what the components do not read yet; a case that comes right fails here until its line goes
NOT_YET = {
    ("AI Alliance", "2023-12-31"): "« A et B y côtoient C » is no cue; a speaker's university is taken for a member",
    ("AI Alliance", "2024-06-30"): "the same, and « il » in « il n'a aucune intention de la quitter » is another's",
    ("AI Alliance", "2025-12-31"): "the same",
}


def _cases():
    for alliance, dates in EXPECTED.items():
        for on in dates:
            reason = NOT_YET.get((alliance, on))
            yield pytest.param(alliance, on, marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


@pytest.mark.parametrize(("alliance", "on"), list(_cases()))
def test_who_is_in(tables, alliance, on):
    organizations = tables.organizations.to_dict("records")
    ids = {plain(name): row["organization_id"] for row in organizations for name in (row["name"], *row["aliases"])}
    expected = {ids.get(plain(name), name) for name in EXPECTED[alliance][on]}
    assert set(tables.who_is_in(alliance, on=on)["organization_id"]) == expected
