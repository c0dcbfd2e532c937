"""Exports: real files, read back by the programs they are for."""

import csv
import datetime as dt
import json

import networkx as nx
import openpyxl
import pandas as pd
import pytest
import toy
from click.testing import CliRunner

from ralliement import Article, batch, cli, export, extract, extras, network, workbook
from ralliement.errors import InputError
from ralliement.schema import BY_NAME, TABLES

ARTICLES = [
    Article(
        "a.txt", "Altéo fonde Ligue (2023-12-05). « oui à Ligue », dit Altéo.", title="=1+1", published="2024-01-02"
    ),
    Article("b.txt", "Brunel rejoint Ligue (2024-02).", title="@risque", published="2024-03-01"),
    Article("c.txt", "Coralis rejoint Ligue.", title="12 % de plus"),
]


@pytest.fixture(scope="module")
def tables():
    return extract(ARTICLES, nlp=toy.load())


def test_formats_and_styles_of_the_command_are_those_of_the_module():
    assert set(cli._FORMATS) == set(export.FORMATS)
    [style] = [option for option in cli.main.commands["export"].params if option.name == "csv_style"]
    assert list(style.type.choices) == list(export.CSV_STYLES)


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_each_table_is_a_file_empty_ones_too(tables, tmp_path, format_):
    written = export.write(tables, tmp_path / "new", [format_])
    assert [path.name for path in written] == [f"{table.name}.{format_}" for table in TABLES]
    assert sorted(path for path in (tmp_path / "new").iterdir()) == sorted(written)


def test_csv_for_french_excel(tables, tmp_path):
    export.write(tables, tmp_path, ["csv"], csv_style="fr")
    raw = (tmp_path / "memberships.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfarticle_id;alliance_id;")
    with (tmp_path / "memberships.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {row["organization"] for row in rows} == {"Altéo", "Brunel", "Coralis"}
    assert rows[0]["confidence"] == "1,0"
    assert (tmp_path / "errors.csv").read_text(encoding="utf-8-sig").strip() == "path;stage;error;message"


def test_what_looks_like_a_formula_is_neutral_in_csv(tables, tmp_path):
    export.write(tables, tmp_path, ["csv", "jsonl"])
    with (tmp_path / "articles.csv").open(newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["'=1+1", "'@risque", "12 % de plus"]
    first = json.loads((tmp_path / "articles.jsonl").read_text().splitlines()[0])
    assert first["title"] == "=1+1"


@pytest.mark.parametrize("text", ["=A1", "+33 1", "-oui", "@nom", "\t=A1", "\n=A1"])
def test_formulas_are_told_by_their_first_character(text):
    assert workbook.looks_like_formula(text)
    assert not workbook.looks_like_formula(f"« {text} »")


def test_workbook(tables, tmp_path):
    [path] = export.write(tables, tmp_path, ["xlsx"])
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [table.name for table in TABLES]
    for table in TABLES:
        sheet = book[table.name]
        assert [cell.value for cell in sheet[1]] == table.names
        assert sheet.max_row == 1 + len(list(tables.rows(table.name))), table.name
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
    articles = pd.read_excel(path, sheet_name="articles")
    assert articles["published"].tolist()[:2] == [dt.datetime(2024, 1, 2), dt.datetime(2024, 3, 1)]
    title = book["articles"]["C2"]
    assert (title.value, title.data_type, title.quotePrefix) == ("=1+1", "s", True)
    dates = dict(
        zip(*(pd.read_excel(path, sheet_name="memberships")[c] for c in ("organization", "date")), strict=True)
    )
    assert dates["Altéo"] == dt.datetime(2023, 12, 5)
    assert dates["Brunel"] == "2024-02"  # no day is made up


def test_a_cell_holds_no_more_than_excel_takes(tmp_path):
    with workbook.create(tmp_path / "long.xlsx") as book:
        row = dict.fromkeys(BY_NAME["errors"].names, "")
        workbook.add_sheet(book, BY_NAME["errors"], [{**row, "message": "é𝄞" * 20_000}])
    [_, cells] = openpyxl.load_workbook(tmp_path / "long.xlsx")["errors"].iter_rows(values_only=True)
    assert len(cells[3].encode("utf-16-le")) // 2 <= workbook.CHARACTERS
    assert cells[3].endswith("…")


def test_a_workbook_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(InputError, match="close it"), workbook.create(tmp_path / "none" / "a.xlsx"):
        pass


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 3)
    row = dict.fromkeys(BY_NAME["errors"].names, "")
    with workbook.create(tmp_path / "long.xlsx") as book:
        workbook.add_sheet(book, BY_NAME["errors"], [row] * 2)
    with pytest.raises(InputError, match="parquet"), workbook.create(tmp_path / "long.xlsx") as book:
        workbook.add_sheet(book, BY_NAME["errors"], [row] * 3)


def test_parquet_is_what_the_tables_are(tables, tmp_path):
    export.write(tables, tmp_path, ["parquet"])
    for table in TABLES:
        frame = pd.read_parquet(tmp_path / f"{table.name}.parquet")
        assert list(frame) == table.names
        assert len(frame) == len(list(tables.rows(table.name)))
    quotes = pd.read_parquet(tmp_path / "quotes.parquet")
    assert set(quotes["about"][0]) == {"org:alteo", "org:ligue"}
    assert quotes["start"].dtype == "int64"


def test_graph_opens_in_networkx_with_the_same_counts(tables, tmp_path):
    [path] = export.write(tables, tmp_path, ["gexf"])
    made, read = network.graph(tables), nx.read_gexf(path)
    assert (read.number_of_nodes(), read.number_of_edges()) == (made.number_of_nodes(), made.number_of_edges())
    assert read.number_of_nodes() == len(tables.organizations) + len(tables.people)
    assert read.nodes["org:ligue"]["type"] == "alliance"
    edges = {(u, v, d["kind"]): d for u, v, d in read.edges(data=True)}
    joined = edges["org:brunel", "org:ligue", "membership"]
    assert (joined["status"], joined["weight"], joined["since"], joined["start"]) == (
        "member", 1, "2024-02", "2024-02-01",
    )  # fmt: skip
    assert edges["org:alteo", "org:ligue", "quote"]["weight"] == 1
    assert "start" not in edges["org:coralis", "org:ligue", "membership"]


def test_without_text_the_bodies_are_in_no_file(tables, tmp_path):
    export.write(tables, tmp_path, ["csv", "jsonl", "parquet", "xlsx"], text=False)
    for frame in (
        pd.read_csv(tmp_path / "articles.csv"), pd.read_json(tmp_path / "articles.jsonl", lines=True),
        pd.read_parquet(tmp_path / "articles.parquet"), pd.read_excel(tmp_path / "ralliement.xlsx", "articles"),
    ):  # fmt: skip
        assert list(frame) == [name for name in BY_NAME["articles"].names if name != "text"]
    assert pd.read_csv(tmp_path / "quotes.csv")["text"].tolist() == ["« oui à Ligue »"]


def test_a_missing_extra_is_told_before_anything_is_written(tables, tmp_path, monkeypatch):
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "pyarrow" else object())
    with pytest.raises(InputError, match=r"pip install 'ralliement\[parquet\]'"):
        export.write(tables, tmp_path, ["csv", "parquet"])
    assert not list(tmp_path.iterdir())


def test_the_command_writes_into_out_or_elsewhere(tmp_path, monkeypatch):
    nlp = toy.load()
    monkeypatch.setattr(batch, "_load", lambda own: nlp)
    (tmp_path / "a.txt").write_text(ARTICLES[0].text)
    out, other = tmp_path / "out", tmp_path / "other"
    run = CliRunner().invoke
    assert run(cli.main, ["extract", f"{tmp_path}/a.txt", "-o", str(out), "--format", "xlsx"]).exit_code == 0
    assert (out / "ralliement.xlsx").exists()
    assert not (out / "articles.csv").exists()
    result = run(cli.main, ["export", str(out), "--csv-style", "fr", "--to", str(other), "--no-text"])
    assert result.stdout.splitlines() == [str(other / f"{table.name}.csv") for table in TABLES]
    assert run(cli.main, ["export", str(out), "--format", "gexf"]).stdout.strip() == str(out / "ralliement.gexf")
