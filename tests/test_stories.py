"""Small corpora that tell a story: who is in, when; with contradictory, undated and duplicate articles."""

import pytest
import toy

from ralliement import Article, extract

LONG = "Les clubs du nord disent cette semaine ce que chacun sait depuis que la saison a commencé en août à Brest. "

# date (none: undated), text
STORIES = {
    "a club that splits": [
        ("2024-01-10", "Altéo fonde Cercle. Brunel fonde Cercle. Cordage rejoint Cercle. Delmas rejoint Cercle."),
        ("2024-03-01", "Cordage quitte Cercle (2024-02-28). Delmas quitte Cercle (2024-02-28). Cordage fonde Second."),
        ("2024-03-02", "Delmas rejoint Second. Brunel refuse Second."),
        (None, "Cordage rejoint Cercle. Delmas rejoint Cercle."),
        ("2024-09-01", "Delmas quitte Second. Delmas rejoint Cercle."),
    ],
    "a coalition before and after an election": [
        ("2023-11-01", "Union rejoindra Front (2024-01). Gauche fonde Front."),
        ("2023-12-01", "Centre refuse Front."),
        ("2024-01-15", "Union rejoint Front."),
        ("2024-06-10", "Union quitte Front (2024-06-09). Centre rejoint Front."),
        ("2024-06-20", "Gauche fonde Front (2023-10). Union rejoint Front (2024-01)."),
    ],
    "an alliance of banks that empties": [
        ("2024-01-01", f"{LONG}Orvel fonde Pacte. Tavast rejoint Pacte. Ulmo rejoint Pacte."),
        ("2024-01-02", f"{LONG}Orvel fonde Pacte. Tavast rejoint Pacte. Ulmo rejoint Pacte."),
        ("2024-05-01", "Tavast quitte Pacte."),
        ("2024-05-01", "Tavast rejoint Pacte."),
        ("2024-06-01", "Tavast quitte Pacte (2024-06-01)."),
        ("2024-07-01", "Orvel quitte Pacte. Ulmo quitte Pacte (2024-06-30)."),
    ],
}
WHO = {
    "a club that splits": {
        ("Cercle", "2024-01-09"): "",
        ("Cercle", "2024-02-27"): "Altéo Brunel Cordage Delmas",
        ("Cercle", "2024-02-28"): "Altéo Brunel",
        ("Second", "2024-03-05"): "Cordage Delmas",
        ("Cercle", None): "Altéo Brunel Delmas",
        ("Second", None): "Cordage",
    },
    "a coalition before and after an election": {
        ("Front", "2023-12-15"): "Gauche",
        ("Front", "2024-02-01"): "Gauche Union",
        ("Front", "2024-06-09"): "Gauche",
        ("Front", None): "Centre Gauche",
    },
    "an alliance of banks that empties": {
        ("Pacte", "2024-01-01"): "Orvel Tavast Ulmo",
        ("Pacte", "2024-06-01"): "Orvel Ulmo",
        ("Pacte", None): "",
    },
}


@pytest.fixture(scope="module")
def told():
    nlp = toy.load()
    return {
        story: extract(
            [Article(path=f"{n}.txt", text=text, published=date) for n, (date, text) in enumerate(articles)], nlp=nlp
        )
        for story, articles in STORIES.items()
    }


@pytest.mark.parametrize(
    ("story", "alliance", "on", "expected"),
    [(story, *question, expected) for story, answers in WHO.items() for question, expected in answers.items()],
)
def test_who_is_in(told, story, alliance, on, expected):
    assert list(told[story].who_is_in(alliance, on=on)["organization"]) == expected.split()


def test_a_timeline_tells_each_change_once_with_what_was_before(told):
    events = told["a coalition before and after an election"].timeline("Front")
    columns = ["date", "organization", "status", "before"]
    assert list(events[columns].fillna("").itertuples(index=False, name=None)) == [
        ("2023-10", "Gauche", "founder", ""),
        ("2023-11-01", "Union", "joining", ""),
        ("2023-12-01", "Centre", "non_member", ""),
        ("2024-01", "Union", "member", "joining"),
        ("2024-06-09", "Union", "former", "member"),
        ("2024-06-10", "Centre", "member", "non_member"),
    ]  # fmt: skip


def test_contradictions_are_told_and_duplicates_count_once(told):
    pacte = told["an alliance of banks that empties"].alliances.set_index("organization")
    assert list(pacte["conflict"]) == [False, True, False]
    assert list(pacte["articles"]) == [2, 4, 2]
    assert pacte.loc["Ulmo", "until"] == "2024-06-30"


@pytest.fixture(scope="module")
def debate():
    texts = {
        "a.txt": "Altéo fonde Ligue. Brunel fonde Ligue. Altéo fonde Pacte. Brunel fonde Pacte. Cordage fonde Pacte.",
        "b.txt": "« oui à Ligue », dit Altéo. « encore oui à Ligue », dit Altéo. « non à Ligue », dit Cordage.",
        "c.txt": "« le pacte Pacte », dit Brunel.",
    }
    articles = [Article(path=p, text=t, published=f"2024-01-0{n}") for n, (p, t) in enumerate(texts.items(), 1)]
    return extract(articles, nlp=toy.load())


def test_voices_say_who_speaks_about_an_alliance_from_inside_or_outside(debate):
    voices = debate.voices("Ligue")
    assert list(voices["speaker"]) == ["Altéo", "Cordage"]
    assert list(voices["quotes"]) == [2, 1]
    assert list(voices["share"].round(2)) == [0.67, 0.33]
    assert list(voices["inside"]) == [True, False]
    assert list(voices["first"]) == ["2024-01-02", "2024-01-02"]


def test_co_membership_says_who_sits_with_whom(debate):
    pairs = debate.co_membership()
    assert list(zip(pairs["organization_a"], pairs["organization_b"], pairs["count"], strict=True)) == [
        ("Altéo", "Brunel", 2),
        ("Altéo", "Cordage", 1),
        ("Brunel", "Cordage", 1),
    ]
    assert pairs["alliances"][0] == ["Ligue", "Pacte"]


def test_views_of_nothing_are_empty():
    tables = extract(["Rien ici."], nlp=toy.load())
    assert tables.who_is_in().empty
    assert tables.timeline().empty
    assert tables.co_membership().empty
