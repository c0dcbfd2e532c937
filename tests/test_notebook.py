"""What a notebook shows of an article and of rows."""

import re

import pytest
import toy

import ralliement
from ralliement import Article, extract, notebook
from ralliement.errors import InputError

TEXT = "Altéo fonde Ligue. « oui à <b>Ligue</b> », dit Brunel."


@pytest.fixture(scope="module")
def tables():
    return extract([Article("1.txt", TEXT, published="2024-01-10")], nlp=toy.load())


def html(display):
    return display._repr_html_()


def test_an_article_keeps_its_words_and_gains_marks(monkeypatch):
    monkeypatch.setattr(notebook, "_pipeline", toy.load)
    shown = html(ralliement.display(TEXT))
    body = shown[shown.index('<div class="ralliement">') :]
    words = re.sub(r"<[^>]+>", "", body[: body.index("</div>")])
    assert words == TEXT.replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;")
    # a name within a statement carries both
    assert re.search(r'<span class="told org" title="Altéo : fondateur, Ligue \(affirmé\)\nAltéo">Altéo</span>', shown)
    assert re.search(r'<span class="quote" title="Brunel : citation directe">« oui à &lt;b&gt;</span>', shown)


def test_rows_are_short_and_open_to_their_evidence(tables):
    shown = html(ralliement.display(tables.quotes, tables))
    assert "<mark>« oui à &lt;b&gt;Ligue&lt;/b&gt; »</mark>, dit Brunel." in shown
    assert "2024-01-10, 1.txt" in shown
    assert "<th>quote_id</th>" not in shown


def test_who_is_in_opens_to_the_clearest_statement(tables):
    assert "<mark>Altéo fonde Ligue</mark>" in html(ralliement.display(tables.who_is_in(), tables))


def test_a_row_of_articles_is_shown_as_the_article(tables):
    shown = ralliement.display(tables.articles.iloc[0], tables)
    assert "told" in html(shown)
    assert repr(shown).startswith(TEXT)


def test_rows_need_their_tables(tables):
    with pytest.raises(InputError, match=r"display\(rows, tables\)"):
        ralliement.display(tables.quotes)


def test_long_tables_are_cut_and_say_so(tables):
    many = tables.quotes.loc[[0] * 25]
    assert "et 5 autres lignes" in html(ralliement.display(many, tables))
