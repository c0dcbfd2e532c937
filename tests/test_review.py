"""Review: what an analyst says of rows, in files and frames, and how long it lasts."""

import csv

import openpyxl
import pandas as pd
import pytest
import toy
from click.testing import CliRunner

from ralliement import batch, extract, review
from ralliement.cli import main
from ralliement.tables import Tables

A = "Altéo fonde Ligue. Brunel rejoint Ligue. « oui », dit Altéo. Coralis regarde."
B = "Brunel quitte Ligue. Dormeur dort."


@pytest.fixture(scope="module")
def nlp():
    return toy.load()


@pytest.fixture
def press(tmp_path):
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(A)
    (folder / "b.txt").write_text(B)
    return folder


@pytest.fixture
def tables(press, tmp_path, nlp):
    return extract(press, tmp_path / "out", nlp=nlp)


def judged(tables, who, **cells):
    """The review of one row, filled."""
    frame = tables.review()
    frame = frame[[str(name).startswith(who) for name in frame["who"]]].head(1).astype(object)
    return frame.assign(**cells)


def said(tables):
    return {(row["organization"], row["status"], row["alliance"]) for row in tables.memberships.to_dict("records")}


ALL = {("Altéo", "founder", "Ligue"), ("Brunel", "member", "Ligue"), ("Brunel", "former", "Ligue")}


def test_a_review_holds_statuses_and_quotes_with_their_evidence(tables):
    frame = tables.review()
    assert list(frame) == review.TABLE.names
    assert len(frame) == 4
    assert frame["verdict"].isna().all()
    assert set(frame["evidence"]) == {"Altéo fonde Ligue", "Brunel rejoint Ligue", "Brunel quitte Ligue", "« oui »"}


def test_the_least_sure_come_first(tables):
    tables._store._db.execute("UPDATE membership_rows SET confidence = 0.4 WHERE status = 'former'")
    assert tables.review()["status"][0] == "former"


def test_accepted_rows_are_sure_and_need_no_more_check(tables):
    refused = tables.apply_review(judged(tables, "Altéo", verdict="accept"))
    assert refused.empty
    assert said(tables) == ALL
    assert len(tables.review()) == 3


def test_a_rejected_statement_is_gone_from_all_tables(tables):
    assert "Altéo" in tables.who_is_in()["organization"].tolist()
    frame = tables.review()
    tables.apply_review(frame.assign(verdict=["reject" if who == "Altéo" else None for who in frame["who"]]))
    assert said(tables) == {row for row in ALL if row[0] != "Altéo"}
    assert tables.quotes.empty
    assert "Altéo" not in tables.who_is_in()["organization"].tolist()


@pytest.mark.parametrize(
    ("new", "row"),
    [
        ({"new_status": "candidate"}, ("Brunel", "candidate", "Ligue")),
        ({"new_who": "coralis"}, ("Coralis", "member", "Ligue")),
        ({"new_who": "Brunel rejoint"}, ("Brunel rejoint", "member", "Ligue")),  # no name, but words of the article
        ({"new_who": "dormeur"}, ("Dormeur", "member", "Ligue")),  # of another article
        ({"new_alliance": "Altéo"}, ("Brunel", "member", "Altéo")),
    ],
)
def test_an_edit_puts_another_row_in_its_place(tables, new, row):
    frame = tables.review()
    frame = frame[frame["status"] == "member"].astype(object).assign(verdict="Edit", **new)
    assert tables.apply_review(frame).empty
    assert said(tables) == ALL - {("Brunel", "member", "Ligue")} | {row}
    edited = tables.memberships[tables.memberships["rule"] == "review"]
    assert edited["confidence"].tolist() == [1.0]
    assert edited["evidence"].tolist() == ["Brunel rejoint Ligue"]


def test_a_rumour_that_an_analyst_knows_to_be_true_counts(tables):
    tables._store._db.execute(
        "UPDATE membership_rows SET status = 'candidate', certainty = 'conditional' WHERE status = 'founder'"
    )
    frame = tables.review()
    frame = frame[frame["status"] == "candidate"].astype(object).assign(verdict="edit", new_status="member")
    assert tables.apply_review(frame).empty
    assert "Altéo" in tables.who_is_in()["organization"].tolist()


def test_another_speaker(tables):
    frame = tables.review()
    frame = (
        frame[frame["table"] == "quotes"].astype(object).assign(verdict="edit", new_who="Coralis", new_status="mixed")
    )
    assert tables.apply_review(frame).empty
    [quote] = tables.quotes.to_dict("records")
    assert (quote["speaker"], quote["speaker_id"], quote["speaker_type"]) == ("Coralis", "org:coralis", "organization")
    assert (quote["kind"], quote["text"]) == ("mixed", "« oui »")
    assert pd.isna(quote["speaker_text"])


def test_verdicts_last_over_a_recomputation_and_a_longer_press(tables, press, tmp_path, nlp):
    frame = tables.review().astype(object)
    verdicts = {"founder": "reject", "member": "edit", "former": "accept"}
    frame["verdict"] = frame["status"].map(verdicts)
    frame.loc[frame["status"] == "member", "new_date"] = "2024-02"
    assert tables.apply_review(frame).empty
    before = tables.memberships
    tables._store._db.execute("UPDATE runs SET lexicons = 'of old'")
    (press / "c.txt").write_text("Veilleur rejoint Ligue.")
    after = extract(press, tmp_path / "out", nlp=nlp, recompute=True)
    kept = after.memberships[after.memberships["organization"] != "Veilleur"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, before)
    assert kept["date"].tolist()[0] == "2024-02"
    assert set(after.review()["who"]) == {"Altéo", "Veilleur"}  # the quote, and what is new


def test_another_verdict_takes_the_place_of_the_first(tables):
    frame = judged(tables, "Brunel", verdict="reject")
    tables.apply_review(frame)
    assert len(tables.memberships) == 2
    assert tables.apply_review(frame.assign(verdict="accept")).empty
    assert said(tables) == ALL
    tables.apply_review(frame.assign(verdict="accept"))
    assert said(tables) == ALL


def test_two_verdicts_that_come_to_one_statement_make_one_row(tables):
    frame = tables.review().astype(object)
    frame = frame[frame["status"].isin(["founder", "member"])]
    frame = frame.assign(verdict="edit", new_who="Coralis", new_status="supporter")
    for _ in range(2):
        assert tables.apply_review(frame).empty
        assert said(tables) == {("Coralis", "supporter", "Ligue"), ("Brunel", "former", "Ligue")}
        assert len(tables.memberships) == 2
    tables.apply_review(frame.assign(verdict="accept", new_who=None, new_status=None))
    assert said(tables) == ALL


@pytest.mark.parametrize(
    ("typed", "date"), [("2024-02", "2024-02"), (2024.0, "2024"), (pd.Timestamp("2024-02-08"), "2024-02-08"),
                        ("08/02/2024", "2024-02-08")],
)  # fmt: skip
def test_dates_as_spreadsheets_write_them(tables, typed, date):
    assert tables.apply_review(judged(tables, "Altéo", verdict="edit", new_date=typed)).empty
    assert tables.memberships.set_index("organization").loc["Altéo", "date"] == date


def test_a_merge_is_of_all_articles(tables, press, tmp_path, nlp):
    (tmp_path / "out" / "identity.csv").write_text("name,article,canonical,note\nAutre,,Autre,mon mot\n")
    assert tables.apply_review(judged(tables, "Brunel", verdict="merge", new_who="Coralis")).empty
    assert said(tables) == {(name.replace("Brunel", "Coralis"), *rest) for name, *rest in ALL}
    assert "Brunel" in tables.organizations.set_index("name").loc["Coralis", "aliases"]
    assert extract(press, tmp_path / "out", nlp=nlp).memberships["organization"].tolist().count("Coralis") == 2
    assert "mon mot" in (tmp_path / "out" / "identity.csv").read_text()


def test_a_merge_applied_twice_is_kept_once(tables, tmp_path):
    merge = judged(tables, "Brunel", verdict="merge", new_who="Brunel Énergie")
    for _ in range(2):
        assert tables.apply_review(merge).empty
    kept = (tmp_path / "out" / "identity.csv").read_text().splitlines()
    assert kept == ["name,article,canonical", "Brunel,,Brunel Énergie"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"verdict": "oui"}, "accept, reject, edit, merge"),
        ({"verdict": "edit"}, "without new values"),
        ({"verdict": "accept", "new_status": "member"}, "write edit"),
        ({"new_status": "member"}, "without a verdict"),
        ({"verdict": "edit", "new_status": "ami"}, "no status 'ami'"),
        ({"verdict": "edit", "new_date": "le 3 mai"}, "no date"),
        ({"verdict": "edit", "new_date": "2024-13"}, "no date"),
        ({"verdict": "edit", "new_date": "02/14/2024"}, "no date"),
        ({"verdict": "edit", "new_who": "Inconnue"}, "neither known nor in the article"),
        ({"verdict": "edit", "new_who": "Ligue"}, "no member of itself"),
        ({"verdict": "merge", "new_status": "member"}, "beside merge"),
        ({"verdict": "accept", "key": "m-0"}, "no row 'm-0'"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_row_and_reason(tables, cells, reason):
    frame = judged(tables, "Brunel", **cells)
    refused = tables.apply_review(frame)
    assert refused["row"].tolist() == frame.index.tolist()
    assert reason in refused["reason"][0]
    assert said(tables) == ALL
    assert len(tables.review()) == 4


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_the_command_writes_and_applies_files(press, tmp_path, monkeypatch, nlp, suffix):
    monkeypatch.setattr(batch, "_load", lambda own: nlp)
    out, path = tmp_path / "out", tmp_path / f"review.{suffix}"
    run = lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments])  # noqa: E731
    run("extract", press, "-o", out)
    assert "4 rows to check" in run("review", out, "--to", path).stdout
    assert run("review", out, "--to", path).exit_code == 0
    fill(path, {"Altéo": ("accept", None), "Brunel": ("edit", "2024-02-08")})
    assert "not applied yet" in run("review", out, "--to", path).stderr
    result = run("review", out, "--from", path)
    assert result.exit_code == 1
    assert "4 verdicts applied" in result.stdout
    assert "row 6: no row" in result.stderr
    tables = Tables(out)
    assert tables.memberships["date"].dropna().tolist() == ["2024-02-08"] * 2
    assert tables.review().empty
    assert run("review", out, "--gold", tmp_path / "gold").stdout.split() == [
        str(tmp_path / "gold" / f"{name}.xml") for name in "ab"
    ]
    assert run("review", out).exit_code == 2
    assert run("review", out, "--to", tmp_path / "x.ods").exit_code == 1
    assert run("review", out, "--to", tmp_path / "new" / f"x.{suffix}").exit_code == 0
    (tmp_path / f"folder.{suffix}").mkdir()
    refused = CliRunner().invoke(main, ["review", str(out), "--to", str(tmp_path / f"folder.{suffix}")])
    assert refused.exit_code == 2


def fill(path, verdicts):
    """What a spreadsheet would: days typed, and one line too many."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.active
        names = [cell.value for cell in sheet[1]]
        assert sheet.data_validations.count == 2
        assert sheet.column_dimensions["L"].number_format == "@"  # new_date: no day is made of « 2024-02 »
        for row in sheet.iter_rows(min_row=2):
            verdict, date = verdicts[row[names.index("who")].value]
            row[names.index("verdict")].value = verdict
            row[names.index("new_date")].value = pd.Timestamp(date) if date else None
        sheet.append(["accept" if name == "verdict" else None for name in names])
        book.save(path)
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["verdict"], row["new_date"] = verdicts[row["who"]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows([*rows, {"verdict": "accept"}])


def test_a_file_that_is_no_review_is_told(tables, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    result = CliRunner().invoke(main, ["review", str(tmp_path / "out"), "--from", str(path)])
    assert result.exit_code == 1
    assert "no column verdict, key" in result.stderr
