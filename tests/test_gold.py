"""Gold from a review: valid TEI that says what the analyst accepted."""

from xml.etree import ElementTree

import pytest
import toy

from ralliement import Article, evaluate, extract
from ralliement.readers import read_articles

TEXT = "Altéo fonde Ligue & Cie. « oui à Ligue », dit Altéo.\n\nBrunel rejoint Ligue.\nCoralis <dort>.\n\n\n\nFin\x0b."
NS = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture
def tables(tmp_path):
    return extract([Article("presse/a 1.txt", TEXT, title="A & B", published="2024-01-02")], nlp=toy.load())


def written(tables, folder):
    [path] = tables.write_gold(folder)
    assert path.name == "presse-a-1.xml"
    root = ElementTree.parse(path).getroot()
    ids = {one.get(ID) for tag in ("org", "person") for one in root.iter(NS + tag)}
    refs = {e.get("ref")[1:] for e in root.iter() if e.get("ref")}
    assert refs == ids  # each list entry is named in the body, each name is in the lists
    relations = {
        (r.get("name"), r.get("active")[1:], r.get("passive")[1:], r.get("when")) for r in root.iter(NS + "relation")
    }
    assert {one for relation in relations for one in relation[1:3]} <= ids
    said = [("".join(s.itertext()), s.get("type"), s.get("who")) for s in root.iter(NS + "said")]
    return path, relations, said


def test_accepted_rows_and_no_others(tables, tmp_path):
    frame = tables.review().astype(object)
    verdict = {"founder": "accept", "direct": "accept", "member": "reject"}
    assert tables.apply_review(frame.assign(verdict=frame["status"].map(verdict))).empty
    path, relations, said = written(tables, tmp_path)
    assert relations == {("founder", "org-alteo", "org-ligue", None)}
    assert said == [("« oui à Ligue »", "direct", "#org-alteo")]
    [article] = read_articles([path])
    assert article.text == TEXT.replace("\x0b", " ")
    assert (article.title, article.published) == ("A & B", "2024-01-02")
    types = {one.get(ID): one.get("type") for one in ElementTree.parse(path).iter(NS + "org")}
    assert {id_ for id_, type_ in types.items() if type_ == "alliance"} == {"org-ligue"}


def test_edited_rows_as_edited(tables, tmp_path):
    frame = tables.review().astype(object)
    frame = frame[frame["status"].isin(["member", "direct"])].assign(verdict="edit", new_who="Coralis")
    frame.loc[frame["status"] == "member", "new_date"] = "2024-02"
    assert tables.apply_review(frame).empty
    _, relations, said = written(tables, tmp_path)
    assert relations == {("member", "org-coralis", "org-ligue", "2024-02")}
    assert said == [("« oui à Ligue »", "direct", "#org-coralis")]


def test_a_name_that_only_the_analyst_saw_is_tagged(tables, tmp_path):
    frame = tables.review().astype(object)
    frame = frame[frame["status"] == "member"].assign(verdict="edit", new_who="dort")
    assert tables.apply_review(frame).empty
    _, relations, _ = written(tables, tmp_path)
    assert relations == {("member", "org-dort", "org-ligue", None)}


def test_what_is_all_accepted_is_measured_as_all_right(tables, tmp_path):
    tables.apply_review(tables.review().astype(object).assign(verdict="accept"))
    tables.write_gold(tmp_path)
    figures = evaluate.score(tmp_path, extract(tmp_path, nlp=toy.load())).figures
    assert [figures[name]["F1"] for name in ("rel", "ORG")] == [1.0, 1.0]


def test_without_a_verdict_there_is_no_gold(tables, tmp_path):
    assert tables.write_gold(tmp_path / "gold") == []
