"""Every lexicon file holds to the same few rules, whoever wrote it."""

import csv
import unicodedata
from collections import Counter

import pytest

from ralliement.lexicon import FOLDER, sort_key
from ralliement.schema import KINDS

FILES = sorted(FOLDER.glob("*.csv"))
SEPARATOR = " | "  # between the aliases of a cell


def read(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    return header, rows


def records(name):
    header, rows = read(name)
    return [dict(zip(header, row, strict=True)) for row in rows]


def repeated(items):
    return [item for item, times in Counter(items).items() if times > 1]


@pytest.fixture(params=[path.stem for path in FILES])
def table(request):
    return read(request.param)


def test_the_folder_holds_lexicons():
    assert {"firstnames", "names", "orgheads", "roles"} <= {path.stem for path in FILES}


def test_a_header_names_a_note_and_each_row_has_its_cells(table):
    header, rows = table
    assert "note" in header
    assert not repeated(header)
    assert [row for row in rows if len(row) != len(header)] == []


def test_cells_are_composed_and_have_no_outer_spaces(table):
    header, rows = table
    cells = [cell for row in [header, *rows] for cell in row]
    assert [cell for cell in cells if cell != unicodedata.normalize("NFC", cell)] == []
    assert [cell for cell in cells if cell != " ".join(cell.split())] == []


def test_a_form_has_one_row_and_rows_are_sorted(table):
    _, rows = table
    forms = [row[0] for row in rows]
    assert "" not in forms
    assert repeated(forms) == []
    assert forms == sorted(forms, key=sort_key)


@pytest.mark.parametrize("name", ["names", "orgheads"])
def test_kinds_are_those_of_the_schema(name):
    assert {row["kind"] for row in records(name)} <= set(KINDS)


def test_kinds_of_roles():
    assert {row["kind"] for row in records("roles")} <= {
        "executive", "political", "legal", "academic", "sport", "media", "union", "religious", "military",
        "professional", "other",
    }  # fmt: skip


def test_a_role_has_both_genders_and_one_row():
    roles = records("roles")
    assert [row["form"] for row in roles if not row["feminine"]] == []
    forms = [form for row in roles for form in {row["form"], row["feminine"]}]
    assert repeated(forms) == []


def test_genders_of_first_names():
    assert {row["gender"] for row in records("firstnames")} == {"f", "m", "u"}


def test_a_known_name_belongs_to_one_row():
    forms = [form for row in records("names") for form in [row["name"], *filter(None, row["aliases"].split(SEPARATOR))]]
    assert [form for form in forms if form != form.strip() or "|" in form or "’" in form] == []
    assert repeated(forms) == []


def test_an_ambiguous_name_says_why():
    names = records("names")
    assert {row["ambiguous"] for row in names} == {"", "yes"}
    assert [row["name"] for row in names if row["ambiguous"] and not row["note"]] == []
