"""Copies: dispatches as papers reprint them, beside other articles on the same subject."""

import re
from pathlib import Path

import pytest

from ralliement.duplicates import Copy, find_duplicates

SUBJECTS: dict[int, dict[str, str]] = {}
for block in (Path(__file__).parent / "data" / "dispatches.txt").read_text(encoding="utf-8").split("\n# "):
    heading, _, body = block.lstrip("# ").partition("\n")
    number, kind = heading.split()
    SUBJECTS.setdefault(int(number), {})[kind] = body.strip()


def reprinted(dispatch):
    """In a paper's page: its own title, capitals, furniture, straight quotes, a credit."""
    title, text = dispatch.split("\n", 1)
    text = text.replace("« ", "“").replace(" »", "”")
    return f"{title.upper()} : LES FAITS\nPublié le 7 décembre 2023 à 10h\n{text}\n(AFP)"


def with_background(other, dispatch):
    """Another article that takes its last sentences, the background, from the dispatch."""
    return f"{other} {' '.join(re.split('(?<=[.!?]) ', dispatch)[-2:])}"


COPIES = [
    pytest.param(one, other, id=f"{number}-{name}")
    for number, said in SUBJECTS.items()
    for name, one, other in [
        ("reprinted", said["base"], reprinted(said["base"])),
        ("rewritten", said["base"], said["rewritten"]),
        ("short", said["base"], said["short"]),
        ("short of rewritten", said["rewritten"], said["short"]),
    ]
]
OTHERS = [
    pytest.param(one, other, id=f"{number}-{name}")
    for number, said in SUBJECTS.items()
    for name, one, other in [
        ("same subject", said["base"], said["other"]),
        ("same background", said["base"], with_background(said["other"], said["base"])),
        ("next subject", said["base"], SUBJECTS[number % len(SUBJECTS) + 1]["base"]),
    ]
]


def duplicates(*texts, dates=None):
    articles = [Copy(str(n), (dates or {}).get(n), f"{n}.txt") for n in range(len(texts))]
    return find_duplicates(articles, lambda id: texts[int(id)])


@pytest.mark.parametrize(("one", "other"), COPIES)
def test_copies_are_found(one, other):
    assert len(duplicates(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_articles_are_no_copies(one, other):
    assert duplicates(one, other) == {}


def test_the_first_by_date_then_by_path_is_the_original():
    said = SUBJECTS[1]
    texts = said["base"], reprinted(said["base"]), said["rewritten"]
    assert duplicates(*texts) == {"1": "0", "2": "0"}
    assert duplicates(*texts, dates={1: "2023-12-06", 2: "2023-12-07"}) == {"0": "1", "2": "1"}


def test_a_brief_that_came_before_the_whole_article_is_the_copy():
    whole = SUBJECTS[2]["base"]
    brief = ". ".join(whole.split(". ")[:2])
    assert duplicates(brief, whole) == {"0": "1"}
    assert duplicates(brief, f"Brève. {brief}", whole) == {"0": "2", "1": "2"}


def test_an_old_article_brought_up_to_date_is_no_copy():
    said = SUBJECTS[6]
    assert duplicates(said["base"], said["rewritten"], dates={0: "2023-01-10", 1: "2024-01-10"}) == {}
    assert duplicates(said["base"], said["base"], dates={0: "2023-01-10", 1: "2024-01-10"}) == {"1": "0"}
    assert duplicates(said["base"], said["rewritten"], dates={0: "2023-01-10", 1: "2023-01-12"}) == {"1": "0"}


def test_brief_texts_are_copies_only_if_all_words_are_the_same():
    assert duplicates("Altéo rejoint l'alliance.", "ALTÉO REJOINT L'ALLIANCE") == {"1": "0"}
    assert duplicates("Altéo rejoint l'alliance.", "Altéo quitte l'alliance.") == {}
    assert duplicates("Altéo suit Brunel.", "Brunel suit Altéo.") == {}
    assert duplicates("", "Altéo suit Brunel.") == {}


def test_one_dispatch_in_very_many_papers_has_one_original():
    texts = [f"{SUBJECTS[3]['base']} Journal {n}" for n in range(60)]
    assert duplicates(*texts) == {str(n): "0" for n in range(1, 60)}


def test_the_order_of_reading_is_of_no_account():
    texts = {f"{n}-{k}": t for n, said in SUBJECTS.items() for k, t in said.items()}
    articles = [Copy(key, None, key) for key in texts]
    found = find_duplicates(articles, texts.__getitem__)
    assert find_duplicates(reversed(articles), texts.__getitem__) == found
    assert len(found) == 24
    assert all(copy.split("-")[0] == original.split("-")[0] for copy, original in found.items())


def test_a_brief_is_found_in_a_very_long_article():
    long = " ".join(said[kind] for said in SUBJECTS.values() for kind in ("base", "other"))
    assert duplicates(long, SUBJECTS[5]["short"]) == {"1": "0"}
