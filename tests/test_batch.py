import zipfile

import pandas as pd
import pytest
import toy

from ralliement import Article, Tables, batch, extract
from ralliement.batch import ExtractionError
from ralliement.errors import InputError
from ralliement.schema import TABLES
from ralliement.store import FILE

STORY = {
    "a.txt": "Altéo fonde Ligue.\n\nBrunel rejoint Ligue. « oui », dit Altéo.",
    "b.txt": "Synaxe rejoint Ligue.",
    "c.txt": "Brunel quitte Ligue.",
}
METADATA = "id,published\na,2024-01-01\nb,2024-02-01\nc,2024-03-01\n"


@pytest.fixture(scope="module")
def nlp():
    return toy.load()


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "press"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / name).write_text(text)
    (folder / "metadata.csv").write_text(METADATA)
    return folder


def everything(tables):
    return {table.name: list(tables.rows(table.name)) for table in TABLES}


def members(tables, **kwargs):
    return list(tables.who_is_in("Ligue", **kwargs)["organization"])


def test_a_folder_becomes_tables(nlp, folder):
    tables = extract(folder, nlp=nlp)
    assert list(tables.articles["path"]) == ["a.txt", "b.txt", "c.txt"]
    assert list(tables.memberships["status"]) == ["founder", "member", "member", "former"]
    assert list(tables.quotes["speaker"]) == ["Altéo"]
    assert list(tables.quotes["about"]) == [["org:alteo"]]
    assert members(tables) == ["Altéo", "Synaxe"]
    assert members(tables, on="2024-02-15") == ["Altéo", "Brunel", "Synaxe"]
    assert members(tables, on="2023-12-31") == []
    assert tables.errors.empty


def test_every_text_column_is_the_slice_of_the_article(nlp, folder):
    tables = extract(folder, nlp=nlp)
    texts = dict(zip(tables.articles["article_id"], tables.articles["text"], strict=True))
    for frame, column in ((tables.mentions, "text"), (tables.quotes, "text"), (tables.memberships, "evidence")):
        assert len(frame)
        for row in frame.to_dict("records"):
            assert row[column] == texts[row["article_id"]][row["start"] : row["end"]]


def test_the_sources(nlp, folder):
    texts = list(STORY.values())
    frame = pd.DataFrame({"id": list("abc"), "text": texts, "published": ["2024-01-01", None, "03/03/2024"]})
    articles = [Article(path=name, text=text) for name, text in STORY.items()]
    sources = [str(folder), folder, [folder / name for name in STORY], frame, texts, articles, iter(articles)]
    for source in sources:
        tables = extract(source, nlp=nlp)
        assert list(tables.articles["text"]) == texts
    assert list(extract(frame, nlp=nlp).articles["published"].fillna("")) == ["2024-01-01", "", "2024-03-03"]
    assert list(extract("Altéo rejoint Ligue.", nlp=nlp).articles["path"]) == ["text-1"]


def test_a_frame_without_texts_says_what_is_missing(nlp):
    frame = pd.DataFrame({"avis": ["Altéo rejoint Ligue."], "date": [pd.Timestamp("2024-03-01")], "auteur": [None]})
    with pytest.raises(InputError, match="avis, date, auteur"):
        extract(frame, nlp=nlp)
    [article] = extract(frame, nlp=nlp, text_column="avis").rows("articles")
    assert (article["text"], article["published"], article["author"]) == ("Altéo rejoint Ligue.", "2024-03-01", None)
    assert len(extract(frame.rename(columns={"avis": "Texte"}), nlp=nlp).articles) == 1


def test_bad_input_is_an_error_row_and_the_run_goes_on(nlp, folder):
    (folder / "0.txt").write_bytes(b"%PDF-1.7")
    (folder / "d.txt").write_text(
        "The alliance was launched by a group of companies that have been working on it. " * 3
    )
    (folder / "e.txt").write_text("Explose.")
    (folder / "z.txt").write_text("Zénith rejoint Ligue.")
    tables = extract([folder, folder / "none"], nlp=nlp)
    assert list(tables.articles["path"]) == [*STORY, "z.txt"]
    assert dict(zip(tables.errors["path"], tables.errors["error"], strict=True)) == {
        "0.txt": "PDF",
        "d.txt": "not French",
        "e.txt": "RuntimeError",
        str(folder / "none"): "missing path",
    }
    assert all(tables.errors["message"])


def test_a_run_is_resumed(nlp, folder, tmp_path):
    out = tmp_path / "out"
    (folder / "d.txt").write_text("Explose.")
    extract(folder, out, nlp=nlp)
    whole = everything(Tables(out))
    assert everything(extract(folder, out, nlp=nlp)) == whole

    (folder / "d.txt").write_text("Delta rejoint Ligue.")
    (folder / "b.txt").write_text("Synaxe quitte Ligue.")
    resumed = everything(extract(folder, out, nlp=nlp))
    assert resumed == everything(extract(folder, nlp=nlp))
    assert resumed["errors"] == []
    assert [row["path"] for row in resumed["articles"]] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_stored_articles_are_not_processed_again(nlp, folder, tmp_path):
    summaries = []
    extract(folder, tmp_path, nlp=nlp)
    extract(folder, tmp_path, nlp=nlp, report=summaries.append)
    assert (summaries[-1].known, summaries[-1].processed) == (3, 0)


def test_two_folders_with_the_same_names_keep_all_articles(nlp, folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Delta rejoint Ligue.")
    tables = extract([folder, other], tmp_path / "out", nlp=nlp)
    assert list(tables.articles["path"]) == ["a.txt", "a.txt", "b.txt", "c.txt"]


def test_order_of_articles_changes_no_id(nlp):
    articles = [Article(path=name, text=text) for name, text in STORY.items()]
    one, other = everything(extract(articles, nlp=nlp)), everything(extract(articles[::-1], nlp=nlp))
    assert one == other


def test_duplicates_are_kept_and_counted_once(nlp, folder):
    (folder / "copie.txt").write_text(STORY["a.txt"].replace("\n\n", "\n \n"))
    tables = extract(folder, nlp=nlp)
    original, copy = tables.articles.set_index("path").loc[["a.txt", "copie.txt"]].itertuples()
    assert (copy.duplicate_of, original.duplicate_of) == (original.article_id, pytest.approx(float("nan"), nan_ok=True))
    counts = tables.organizations.set_index("name")
    assert (counts.loc["Altéo", "articles"], counts.loc["Altéo", "mentions"]) == (1, 2)
    assert list(tables.alliances.set_index("organization").loc[["Altéo"], "articles"]) == [1]


def test_changed_metadata_are_taken_in(nlp, folder, tmp_path):
    extract(folder, tmp_path, nlp=nlp)
    (folder / "metadata.csv").write_text(METADATA.replace("2024-03-01", "2024-04-01"))
    assert list(extract(folder, tmp_path, nlp=nlp).articles["published"]) == ["2024-01-01", "2024-02-01", "2024-04-01"]


def test_the_file_alone_holds_all_that_a_run_has_stored(nlp, folder, tmp_path):
    whole = everything(extract(folder, tmp_path / "out", nlp=nlp))
    copy = tmp_path / "sent" / FILE
    copy.parent.mkdir()
    copy.write_bytes((tmp_path / "out" / FILE).read_bytes())
    assert everything(Tables(copy)) == whole


def test_vanished_files_stay_until_they_are_pruned(nlp, folder, tmp_path):
    other = [Article(path="x", text="Zénith rejoint Ligue.")]
    extract(folder, tmp_path, nlp=nlp)
    extract(other, tmp_path, nlp=nlp)
    (folder / "c.txt").unlink()
    assert list(extract(folder, tmp_path, nlp=nlp).articles["path"]) == ["a.txt", "b.txt", "c.txt", "x"]
    assert list(extract(folder, tmp_path, nlp=nlp, prune=True).articles["path"]) == ["a.txt", "b.txt", "x"]
    assert members(Tables(tmp_path)) == ["Altéo", "Brunel", "Synaxe", "Zénith"]


def test_what_is_out_of_reach_for_once_is_not_pruned(nlp, folder, tmp_path):
    packed = folder / "z.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("d.txt", "Zénith rejoint Ligue.")
    whole = ["a.txt", "b.txt", "c.txt", "z.zip/d.txt"]
    out = tmp_path / "out"
    assert list(extract(folder, out, nlp=nlp).articles["path"]) == whole
    content = packed.read_bytes()
    packed.write_bytes(content[:50])
    cut = extract(folder, out, nlp=nlp, prune=True)
    assert (list(cut.articles["path"]), list(cut.errors["path"])) == (whole, ["z.zip"])
    packed.write_bytes(content)
    folder.rename(tmp_path / "elsewhere")  # a disk that is not there today
    away = extract(folder, out, nlp=nlp, prune=True)
    assert list(away.articles["path"]) == whole
    assert "missing path" in list(away.errors["error"])
    folder.mkdir()
    assert list(extract(folder, out, nlp=nlp, prune=True).articles["path"]) == whole
    folder.rmdir()
    (tmp_path / "elsewhere").rename(folder)
    packed.unlink()
    back = extract(folder, out, nlp=nlp, prune=True)
    assert (list(back.articles["path"]), len(back.errors)) == (whole[:3], 0)


def test_an_error_that_is_mended_is_forgotten(nlp, folder, tmp_path):
    late = tmp_path / "late"
    (folder / "d.txt").write_bytes(b"")
    assert len(extract([folder, late], tmp_path / "out", nlp=nlp).errors) == 2
    late.mkdir()
    (late / "z.txt").write_text("Zénith rejoint Ligue.")
    (folder / "d.txt").unlink()
    assert extract([folder, late], tmp_path / "out", nlp=nlp).errors.empty


def test_a_file_is_an_article_or_an_error_never_both(nlp, folder, tmp_path):
    extract(folder, tmp_path, nlp=nlp)
    (folder / "b.txt").write_bytes(b"%PDF-1.7")
    tables = extract(folder, tmp_path, nlp=nlp)
    assert list(tables.articles["path"]) == ["a.txt", "c.txt"]
    assert list(tables.errors["path"]) == ["b.txt"]


def test_another_version_is_told_and_replaced_on_demand(nlp, folder, tmp_path, monkeypatch, caplog):
    extract(folder, tmp_path, nlp=nlp)
    extract(folder, tmp_path, nlp=nlp)
    assert not caplog.messages
    monkeypatch.setattr(batch, "__version__", "9.9")
    summaries = []
    extract(folder, tmp_path, nlp=nlp, report=summaries.append)
    assert "3 articles" in caplog.messages[0]
    assert summaries[-1].processed == 0
    extract(folder, tmp_path, nlp=nlp, recompute=True, report=summaries.append)
    assert summaries[-1].processed == 3
    caplog.clear()
    extract(folder, tmp_path, nlp=nlp, report=summaries.append)
    assert not caplog.messages
    assert summaries[-1].processed == 0


def test_another_list_of_ones_own_is_told_and_replaced_on_demand(nlp, folder, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(batch, "_load", lambda own: nlp)
    extract(folder, tmp_path, alliances=["Ligue"])
    extract(folder, tmp_path, alliances=[["Ligue"]])
    assert not caplog.messages
    summaries = []
    extract(folder, tmp_path, alliances=["Ligue", "Pacte"], report=summaries.append)
    assert "3 articles" in caplog.messages[0]
    extract(folder, tmp_path, alliances=["Ligue", "Pacte"], recompute=True, report=summaries.append)
    assert [summary.processed for summary in summaries][-1] == 3


def test_a_pipeline_comes_with_its_own_lists(nlp, folder):
    with pytest.raises(InputError, match="load"):
        extract(folder, nlp=nlp, alliances=["Ligue"])


def test_a_run_can_be_asked_to_stop_at_the_first_error(nlp, folder, tmp_path):
    (folder / "0.txt").write_bytes(b"%PDF-1.7")
    with pytest.raises(ExtractionError, match=r"0\.txt: PDF"):
        extract(folder, tmp_path, nlp=nlp, fail_fast=True)


def test_a_run_is_summed_up(nlp, folder, tmp_path):
    (folder / "copie.txt").write_text(STORY["a.txt"])
    (folder / "d.txt").write_text("Explose.")
    summaries = []
    extract(folder, tmp_path, nlp=nlp, report=summaries.append)
    extract(folder, tmp_path, nlp=nlp, report=summaries.append)
    first, last = summaries[1], summaries[-1]
    assert (first.read, first.known, first.processed, first.duplicates, first.words) == (5, 0, 4, 1, 24)
    assert (last.read, last.known, last.processed, last.errors) == (5, 4, 0, {"RuntimeError": 1})


def test_an_analysts_corrections_win_and_survive_runs(nlp, folder, tmp_path):
    (tmp_path / "identity.csv").write_text("name,article,canonical\nSynaxe,,Altéo\nBrunel,c.txt,Brunel du Nord\n")
    for _ in range(2):
        tables = extract(folder, tmp_path, nlp=nlp)
        assert list(tables.organizations["name"]) == ["Altéo", "Brunel", "Brunel du Nord", "Ligue"]
        assert members(tables) == ["Altéo", "Brunel"]


@pytest.mark.parametrize(
    "text", ["Altéo fonde Ligue." + " Il pleut." * 60, "Altéo fonde Ligue.\0", "Altéo fonde\nLigue."]
)
def test_a_text_that_no_file_could_be_named_by_is_a_text(nlp, text):
    assert extract([text], nlp=nlp).articles["text"].tolist() == [text]
