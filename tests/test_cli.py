import csv
import json
import subprocess
import sys
import time

import pytest
import toy
from click.testing import CliRunner

from ralliement import batch
from ralliement.cli import main
from ralliement.schema import BY_NAME, TABLES


@pytest.fixture(autouse=True)
def _toy(monkeypatch):
    nlp = toy.load()
    monkeypatch.setattr(batch, "load", lambda names, alliances: nlp)
    batch._load.cache_clear()
    yield
    batch._load.cache_clear()


@pytest.fixture
def press(tmp_path):
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text("Altéo fonde Ligue. Brunel rejoint Ligue. « oui », dit Altéo.")
    (folder / "b.txt").write_text("Brunel quitte Ligue.")
    (folder / "metadata.csv").write_text("id,published\na,2024-01-01\nb,2024-03-01\n")
    return folder


def run(*arguments, **kwargs):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], **kwargs)


def test_extract_writes_store_and_tables_then_says_who_is_in(press, tmp_path):
    out = tmp_path / "out"
    result = run("extract", press, "-o", out, "--format", "csv", "--format", "jsonl")
    assert result.exit_code == 0
    assert "Altéo" in result.stdout
    assert "Brunel" not in result.stdout
    assert {file.name for file in out.iterdir()} >= {
        "ralliement.db", *(f"{table.name}.{suffix}" for table in TABLES for suffix in ("csv", "jsonl")),
    }  # fmt: skip
    with (out / "quotes.csv").open(newline="") as file:
        [row] = csv.DictReader(file)
    assert list(row) == BY_NAME["quotes"].names
    assert row["about"] == "org:alteo"
    [row] = map(json.loads, (out / "quotes.jsonl").read_text().splitlines())
    assert row["about"] == ["org:alteo"]
    assert (out / "errors.csv").read_text().strip() == "path,stage,error,message"


def test_ones_own_alliances_and_names_reach_the_pipeline(press, tmp_path, monkeypatch):
    given = []
    toys = toy.load()
    monkeypatch.setattr(batch, "load", lambda names, alliances: given.append((names, alliances)) or toys)
    (tmp_path / "names.csv").write_text("name,kind,aliases,ambiguous,note\nAltéo,company,,,\n")
    (tmp_path / "alliances.csv").write_text("name,aliases\nTable ronde,les Quinze | Quinze\n")
    own = ("--names", tmp_path / "names.csv", "--alliances", tmp_path / "alliances.csv", "--alliance", "Pacte")
    assert run("extract", press, "-o", tmp_path / "out", *own).exit_code == 0
    assert given == [(str(tmp_path / "names.csv"), (("Pacte",), ("Table ronde", "les Quinze", "Quinze")))]


@pytest.mark.parametrize(
    ("option", "content", "says"),
    [
        ("--alliances", "nom\nTable ronde\n", "no column name, aliases"),
        ("--alliances", "name,aliases\n,Quinze\n", "row 2: no name"),
        ("--names", "name,kind\nAltéo,company\n", "no column aliases, ambiguous, note"),
    ],
)
def test_a_list_of_ones_own_that_cannot_be_used_is_said_before_the_run(press, tmp_path, option, content, says):
    (tmp_path / "own.csv").write_text(content)
    result = run("extract", press, "-o", tmp_path / "out", option, tmp_path / "own.csv")
    assert result.exit_code == 1
    assert says in result.stderr
    assert not (tmp_path / "out").exists()


def test_without_out_rows_are_json_lines(press):
    result = run("extract", press)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {row["table"] for row in rows} == {
        "articles", "mentions", "organizations", "quotes", "memberships", "alliances",
    }  # fmt: skip
    only = [json.loads(line) for line in run("extract", press, "--table", "quotes").stdout.splitlines()]
    assert only == [row for row in rows if row["table"] == "quotes"]


def test_a_text_on_stdin():
    result = run("extract", "-", "--table", "memberships", input="Altéo rejoint Ligue.")
    assert json.loads(result.stdout)["organization"] == "Altéo"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("extract", "none"), 1, "missing path"),
        (("extract",), 2, "Missing argument"),
        (("extract", "x", "--table", "nothing"), 2, "nothing"),
        (("extract", "x", "--format", "csv"), 2, "needs -o"),
        (("who", "none"), 1, "ralliement extract"),
        (("quotes", "none"), 1, "ralliement extract"),
        (("evaluate", "."), 1, "no gold articles"),
    ],
)
def test_exit_codes_and_messages(tmp_path, monkeypatch, arguments, code, words):
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == code
    assert words in result.stderr


def test_errors_are_told_and_do_not_fail_a_run_that_has_an_article(press, tmp_path):
    (press / "c.txt").write_bytes(b"%PDF-1.7")
    result = run("extract", press, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "c.txt: PDF" in result.stderr


def test_who_quotes_and_show(press, tmp_path):
    out = tmp_path / "out"
    run("extract", press, "-o", out)
    assert "Brunel" not in run("who", out).stdout
    assert "Brunel" in run("who", out, "ligue", "--on", "2024-02-01").stdout
    assert run("who", out, "Autre").exit_code == 1
    assert "'hier' is no date" in run("who", out, "--on", "hier").stderr
    told = [line.split() for line in run("timeline", out, "Ligue").stdout.splitlines()[1:]]
    assert told[-1] == ["2024-03-01", "Brunel", "ancien"]
    assert "« oui »" in run("quotes", out, "--speaker", "alt").stdout
    assert "« oui »" in run("quotes", out, "--about", "Altéo").stdout
    assert run("quotes", out, "--speaker", "Brunel").stdout == "Aucune citation.\n"
    assert "no organisation 'Autre'" in run("quotes", out, "--about", "Autre").stderr
    shown = run("show", press / "a.txt").stdout
    assert "« oui »" in shown
    assert "fondateur" in shown


def test_what_the_system_refuses_is_a_message(press, tmp_path):
    out = tmp_path / "out"
    run("extract", press, "-o", out)
    (tmp_path / "file").write_text("")
    for suffix in ("csv", "xlsx"):
        result = run("review", out, "--to", tmp_path / "file" / f"a.{suffix}")
        assert result.exit_code == 1
        assert result.stderr.startswith(f"Error: {tmp_path / 'file'}: ")


def test_json_for_programs(press, tmp_path):
    out = tmp_path / "out"
    run("extract", press, "-o", out)
    [row] = map(json.loads, run("who", out, "--json").stdout.splitlines())
    assert list(row) == BY_NAME["alliances"].names
    assert (row["organization"], row["founder"], row["statuses"], row["until"]) == ("Altéo", True, ["founder"], None)
    events = [json.loads(line) for line in run("timeline", out, "--json").stdout.splitlines()]
    assert [event["status"] for event in events] == ["founder", "member", "former"]
    [quote] = map(json.loads, run("quotes", out, "--json").stdout.splitlines())
    assert (quote["text"], quote["about"]) == ("« oui »", ["org:alteo"])
    assert run("quotes", out, "--speaker", "Brunel", "--json").stdout == ""


def test_every_command_has_help_with_an_example():
    for name, command in main.commands.items():
        lines = run(name, "--help").stdout.splitlines()
        assert any(f"{line} ".startswith(f"    ralliement {name} ") for line in lines), name
        assert command.help


def test_help_is_quick_and_light():
    code = "import sys; from ralliement.cli import main; main(['--help'], standalone_mode=False); "
    code += "sys.exit(bool({'spacy', 'pandas', 'numpy'} & set(sys.modules)))"
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 0.5
