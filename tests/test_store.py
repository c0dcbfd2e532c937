import tracemalloc

from ralliement.article import Article
from ralliement.rows import article_row
from ralliement.store import Store


def put(store, path, published, entities):
    article = Article(path=path, text=f"Texte de {path}.", published=published)
    rows = {name: [] for name in ("mentions", "quotes", "memberships", "claims")}
    rows["articles"] = [article_row(article)]
    rows["entities"] = [
        {
            "article_id": article.id, "entity": f"e{n}", "label": label, "name": name, "aliases": [], "kind": None,
            "role": role, "affiliation": affiliation,
        }
        for n, (label, name, role, affiliation) in enumerate(entities)
    ]  # fmt: skip
    store.put(1, [("", rows)])


def test_a_person_has_the_latest_role_by_date_and_the_earlier_ones_are_kept():
    store = Store()
    person, role = ("PER", "Inès Moreau"), "directrice"
    put(store, "c", "2024-03-01", [(*person, "présidente", "e1"), ("ORG", "Brunel", None, None)])
    put(store, "a", "2023-01-01", [(*person, role, "e1"), ("ORG", "Altéo", None, None)])
    put(store, "b", "2024-05-01", [(*person, None, None)])
    put(store, "d", None, [(*person, "élue", None)])
    store.consolidate()
    [row] = store.rows("people")
    assert (row["role"], row["organization"]) == ("présidente", "Brunel")
    assert row["roles"] == ["élue", "directrice", "présidente"]


def test_what_cannot_be_stored_is_an_error_and_the_rest_is_stored():
    store = Store()
    put(store, "a", None, [("ORG", "Altéo", None, None)])
    put(store, "b", None, [("ORG", 2**70, None, None)])
    store.consolidate()
    assert [row["path"] for row in store.rows("articles")] == ["a"]
    assert [(row["path"], row["stage"], row["error"]) for row in store.rows("errors")] == [
        ("b", "store", "OverflowError")
    ]


def test_the_end_of_a_run_takes_little_memory_however_many_names_there_are():
    store = Store()
    for number in range(800):
        organizations = [
            ("ORG", f"{name} {number}", None, None)
            for name in ("Fédération des brasseurs", "Fédération des brasseuses", "Altéotechnique", "Institut Orvel")
        ]
        people = [("PER", f"Inès Moreau {chr(97 + n)}{number}", "directrice", "e0") for n in range(16)]
        put(store, f"{number}", "2024-01-01", organizations + people)
    tracemalloc.start()
    store.consolidate()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(1 for _ in store.rows("people")) == 16 * 800
    assert peak < 10_000_000  # caches of a fixed size; an object a name took 24 MB
