import importlib.util
import json
import os
import random
from collections import defaultdict
from pathlib import Path

import pytest

from ralliement.errors import InputError
from ralliement.evaluate import Gold, score
from ralliement.schema import QUOTE_KINDS, STATUSES

CORPORA = Path(__file__).parent.parent / "corpora"
GOLD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>
<standOff><listOrg><org xml:id="l" type="alliance"><orgName>Ligue du Nord</orgName></org>
<org xml:id="a"><orgName>Altéo</orgName></org><org xml:id="b"><orgName>Brunel</orgName></org>
<org xml:id="t" type="country"><orgName>Tavastie</orgName></org></listOrg>
<listPerson><person xml:id="p"><persName>Inès Moreau</persName></person></listPerson>
<listRelation><relation name="founder" active="#a" passive="#l" when="2024"/>
<relation name="former" active="#b" passive="#l"/></listRelation>
<list type="claims"><item corresp="#l" n="12" subtype="exact">douze membres</item></list></standOff>
<text><body><p><orgName ref="#a">Altéo</orgName> fonde la <orgName ref="#l">Ligue du Nord</orgName>, que quitte
<orgName ref="#b">Brunel</orgName>.</p>
<p><said type="direct" who="#p">« Nous serons douze demain »</said>, dit <persName ref="#p">Inès Moreau</persName> en
<orgName ref="#t">Tavastie</orgName>.</p></body></text></TEI>"""


class Rows:
    """Stands for Tables: rows by table."""

    def __init__(self, rows):
        self._rows = rows

    def rows(self, name):
        return iter(self._rows.get(name, ()))


def perfect(gold):
    """The rows that say what a gold article says."""
    name = {id_: names[0] for id_, names in gold.names.items()}
    return {
        "articles": [{"article_id": gold.name, "path": f"x/{gold.name}.txt"}],
        "mentions": [
            {"article_id": gold.name, "start": s, "end": e, "label": label, "entity_id": f"{label}:{id_}"}
            for s, e, label, id_ in gold.mentions
        ],
        "quotes": [
            {"article_id": gold.name, "start": s, "end": e, "kind": kind, "speaker": name.get(who), "speaker_id": None}
            for s, e, kind, who in gold.quotes
        ],
        "memberships": [
            {
                "article_id": gold.name, "alliance": name[alliance], "alliance_id": f"ORG:{alliance}",
                "organization": name[organization], "organization_id": f"ORG:{organization}",
                "status": status, "certainty": "asserted", "date": when,
            }
            for (organization, alliance, status), when in gold.relations.items()
        ],
        "claims": [
            {"article_id": gold.name, "alliance": name[alliance], "alliance_id": None, "n": n}
            for alliance, n in sorted(gold.claims)
        ],
    }  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "un.xml").write_text(GOLD)
    return tmp_path


def test_what_gold_says_scores_one(folder):
    figures = score(folder, Rows(perfect(Gold(folder / "un.xml")))).figures
    for name in ("ORG", "PER", "quoted", "in", "rel", "claims", "b3"):
        assert figures[name]["F1"] == 1, name
    assert figures["quoted"]["end_to_end_F1"] == figures["dates"]["accuracy"] == 1
    assert figures["ORG"]["gold"] == 3, "a state is optional"


def test_mistakes_are_counted_and_listed(folder):
    rows = perfect(Gold(folder / "un.xml"))
    rows["memberships"][1]["status"] = "member"
    rows["quotes"][0] |= {"speaker": "Altéo", "start": rows["quotes"][0]["start"] + 2}
    del rows["mentions"][0]
    rows["claims"][0]["n"] = 13
    result = score(folder, Rows(rows))
    assert result.figures["in"] == {"P": 0.5, "R": 1.0, "F1": 0.667, "tp": 1, "pred": 2, "gold": 1, "wrongly_in": 1}
    assert result.figures["quoted"]["F1"] == 1
    assert result.figures["quoted"]["end_to_end_F1"] == 0
    assert {(m.article, m.figure) for m in result.mistakes} == {
        ("un", figure) for figure in ("-ORG", "+rel", "-rel", "speaker", "+claims", "-claims")
    }


def test_an_article_that_is_missing_counts_as_missed(folder):
    figures = score(folder, Rows({})).figures
    assert figures["missing"] == ["un"]
    assert figures["ORG"]["gold"] == 3


def test_a_folder_without_gold_is_told(tmp_path):
    with pytest.raises(InputError, match="no gold articles"):
        score(tmp_path, Rows({}))


def noisy(rows, rng):
    """The same rows, some dropped, some changed."""
    everyone = sorted({(m["entity_id"]) for m in rows["mentions"]})
    for table in ("mentions", "quotes", "memberships", "claims"):
        kept = [dict(row) for row in rows[table] if rng.random() > 0.2]
        for row in kept:
            change = rng.random() < 0.3
            if change and "end" in row:
                row["end"] -= rng.choice([1, 2, 20]) % (row["end"] - row["start"])
            if change and "status" in row:
                row |= {"status": rng.choice(STATUSES), "certainty": rng.choice(["asserted", "conditional"])}
            if change and "kind" in row:
                row |= {"kind": rng.choice(QUOTE_KINDS), "speaker_id": rng.choice([None, *everyone])}
            if change and "n" in row:
                row["n"] += 1
            if change and "entity_id" in row:
                row |= {"entity_id": rng.choice(everyone), "label": rng.choice(["ORG", "PER"])}
        rows[table] = kept + [dict(row) for row in kept if rng.random() < 0.05]
    return rows


@pytest.mark.skipif("SCORE_GOLD" not in os.environ, reason="SCORE_GOLD names no score_gold.py to agree with")
def test_figures_agree_with_the_reference_tool(tmp_path):
    spec = importlib.util.spec_from_file_location("score_gold", os.environ["SCORE_GOLD"])
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for seed in range(5):
        rng = random.Random(seed)
        rows = defaultdict(list)
        for path in sorted((CORPORA / "gold" / "tuning").glob("*.xml")):
            for table, of_article in noisy(perfect(Gold(path)), rng).items():
                rows[table] += of_article
        for table, of_table in rows.items():
            (tmp_path / f"{table}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in of_table))
        expected = tool.score(CORPORA / "gold" / "tuning", tmp_path)
        assert score(CORPORA / "gold" / "tuning", Rows(rows)).figures == expected
        assert 0.3 < expected["rel"]["F1"] < 0.95
