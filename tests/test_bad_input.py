"""What archives hold: the real pipeline goes through, and each file ends as an article or as an error."""

import pytest

from ralliement import Article, extract

SENTENCE = "Altéo et Brunel ont rejoint la Ligue du Nord, a annoncé mardi Claire Morel, directrice d'Altéo. "
ODD = {
    "never closed": f"« Nous ouvrirons en mai, assure Claire Morel. {SENTENCE}",
    "never opened": f"Nous ouvrirons en mai », assure Claire Morel. {SENTENCE}",
    "closed first": f"» {SENTENCE} « {SENTENCE} » » « «",
    "nested": f"« Il m’a dit “ c’est « fini » ” hier », raconte Claire Morel. {SENTENCE}",
    "all kinds": f"‹ a › „b” ''c'' <<d>> 〝e〟 ‘f’ ‚g‘ \"h\" {SENTENCE}",
    "marks alone": "« » “ ” \" ' ’ ‹ › „ ‟ \n\n«\n\n»\n",
    "no spaces": SENTENCE.replace(" ", "") * 20,
    "one line": SENTENCE * 40,
    "controls": f"{SENTENCE}\x00\x07\x1b\u200b\ufeff\u2028{SENTENCE}",
    "emoji and scripts": f"{SENTENCE} 👩‍👩‍👧 🇫🇷 Ελλάδα Україна 中文 {SENTENCE}",
    "combining": SENTENCE.replace("é", "e\u0301") * 2,
    "lines of one word": "\n".join(SENTENCE.split() * 5),
    "numbers": f"La Ligue compte {'9' * 5000} membres, {'9' * 14} membres, 1e999, ½, ². {SENTENCE}",
    "long word": f"{'Al' * 20_000} {SENTENCE}",
}


@pytest.fixture(scope="module")
def tables(nlp):
    return extract([Article(path=name, text=text, published="2024-02-08") for name, text in ODD.items()], nlp=nlp)


def test_odd_texts_are_articles_not_errors(tables):
    assert tables.errors.empty
    assert set(tables.articles["path"]) == set(ODD)


def test_the_texts_are_kept_as_they_are_and_rows_point_into_them(tables):
    articles = tables.articles.set_index("article_id")
    assert {row.path: row.text for row in articles.itertuples()} == ODD
    for name, column in (("mentions", "text"), ("quotes", "text"), ("memberships", "evidence"), ("claims", "text")):
        for row in getattr(tables, name).to_dict("records"):
            assert row[column] == articles.loc[row["article_id"], "text"][row["start"] : row["end"]]


def test_a_long_article_is_processed(nlp):
    text = "\n\n".join(SENTENCE.replace("Altéo", f"Altéo{n % 50}") for n in range(800))
    tables = extract([Article(path="long", text=text)], nlp=nlp)
    assert tables.errors.empty
    assert len(tables.mentions) > 800
