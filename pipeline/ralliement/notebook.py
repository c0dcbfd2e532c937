"""What notebooks show: an article with all that was found in it, or rows of a table with the words behind them."""

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from ralliement import labels
from ralliement.article import Article
from ralliement.errors import InputError
from ralliement.spans import pieces
from ralliement.tables import Tables

if TYPE_CHECKING:
    from spacy.language import Language

ROWS = 20  # of a table
CELL = 60  # characters of a cell
AROUND = 200  # characters shown on both sides of evidence

_STYLE = """<style>
.ralliement { font: 15px/1.7 Georgia, serif; max-width: 46em; white-space: pre-wrap; color: #1d1b18 }
.ralliement { background: #fff; padding: 8px }
.ralliement .org { border-bottom: 2px solid #0b5d3b } .ralliement .per { border-bottom: 2px solid #6d4aa0 }
.ralliement .quote { background: #e3ecf7 } .ralliement .told { box-shadow: inset 0 -0.55em #ffe9a8 }
.ralliement mark { background: #ffe27a } .ralliement-rows td { text-align: left; vertical-align: top }
.ralliement-rows details { min-width: 24em; max-width: 46em; text-align: left }
</style>"""
_LEGEND = (
    '<span class="org">organisation</span>, <span class="per">personne</span>, '
    '<span class="quote">propos rapportés</span>, <span class="told">ce qui est dit d’une alliance</span>'
)


# said by the evidence, or for programs
_HIDDEN = {
    "start", "end", "speaker_start", "speaker_end", "text", "evidence", "sentence", "about", "rule", "first_published",
    "last_published",
}  # fmt: skip


class Display:
    """Something to look at: HTML in a notebook, plain text elsewhere."""

    def __init__(self, html: str, text: str) -> None:
        self._html, self._text = html, text

    def _repr_html_(self) -> str:
        return _STYLE + self._html

    def __repr__(self) -> str:
        return self._text


def display(what: "str | Article | pd.Series[Any] | pd.DataFrame", tables: Tables | None = None) -> Display:
    """An article, or rows of a table, to look at in a notebook.

    Args:
        what: a text or an `Article`, which is processed; a row of `tables.articles`; or rows of a table of `tables`
            that say where they come from (`quotes`, `memberships`, `alliances` …), shown short, each with its evidence.
        tables: the tables that rows belong to.

    Raises `InputError` for rows without their tables.

    """
    if isinstance(what, str | Article):
        tables = _extracted(what)
        what = tables.articles.iloc[0]
    if tables is None:
        raise InputError("rows are shown with their articles: display(rows, tables)")
    return _article(what, tables) if isinstance(what, pd.Series) else _rows(what, tables)


def _extracted(what: str | Article) -> Tables:
    from ralliement.batch import extract

    tables = extract([what], nlp=_pipeline())
    if tables.articles.empty:
        raise InputError(f"nothing to show: {tables.errors['message'].iloc[0]}")
    return tables


@cache
def _pipeline() -> "Language":
    from ralliement.language import load

    return load()


def _article(row: "pd.Series[Any]", tables: Tables) -> Display:
    text, id_ = row["text"], row["article_id"]
    html = "".join(_marked(piece, marks) for piece, marks in pieces(text, _spans(tables, id_)))
    told = [
        f"{m['organization']} : {labels.STATUS[m['status']]}, {m['alliance']}" for m in _of(tables.memberships, id_)
    ]
    list_ = "".join(f"<li>{escape(fact)}</li>" for fact in told)
    return Display(
        f'<div class="ralliement">{html}</div><ul>{list_}</ul><small class="ralliement">{_LEGEND}</small>',
        "\n".join([text, "", *told]),
    )


def _of(frame: pd.DataFrame, article_id: str) -> list[Mapping[Any, Any]]:
    return [*frame[frame["article_id"] == article_id].to_dict("records")]


def _spans(tables: Tables, id_: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Where what was found stands: start, end, and (class, what the tip says)."""
    names = dict(zip(tables.organizations["organization_id"], tables.organizations["name"], strict=True))
    names |= dict(zip(tables.people["person_id"], tables.people["name"], strict=True))
    for m in _of(tables.memberships, id_):
        tip = (
            f"{m['organization']} : {labels.STATUS[m['status']]}, {m['alliance']} ({labels.CERTAINTY[m['certainty']]})"
        )
        yield m["start"], m["end"], ("told", tip)
    for c in _of(tables.claims, id_):
        tip = f"{c['alliance']} : {labels.QUALIFIER[c['qualifier']]} {c['n']}"
        yield c["start"], c["end"], ("told", tip)
    for q in _of(tables.quotes, id_):
        who = next((w for w in (q["speaker"], q["speaker_text"]) if isinstance(w, str)), "on ne sait qui")
        yield q["start"], q["end"], ("quote", f"{who} : {labels.QUOTE_KIND[q['kind']]}")
    for n in _of(tables.mentions, id_):
        yield n["start"], n["end"], (n["label"].lower(), names.get(n["entity_id"], n["text"]))


def _marked(piece: str, marks: list[tuple[str, str]]) -> str:
    if not marks:
        return escape(piece)
    classes = " ".join(dict.fromkeys(class_ for class_, _ in marks))
    tips = "\n".join(dict.fromkeys(tip for _, tip in marks))
    return f'<span class="{classes}" title="{escape(tips)}">{escape(piece)}</span>'


def _rows(frame: pd.DataFrame, tables: Tables) -> Display:
    shown = [
        column
        for column in frame.columns
        if column not in _HIDDEN and not column.endswith("_id") and any(map(_short, frame[column]))
    ]
    heads = "".join(f"<th>{escape(column)}</th>" for column in shown)
    lines = []
    for row in frame.head(ROWS).to_dict("records"):
        cells = "".join(f"<td>{escape(_short(row[column]))}</td>" for column in shown)
        lines.append(f"<tr>{cells}<td>{_evidence(row, tables)}</td></tr>")
    rest = len(frame) - ROWS
    more = f"<p>… et {rest} autres lignes</p>" if rest > 0 else ""
    html = f'<table class="ralliement-rows"><tr>{heads}<th>preuve</th></tr>{"".join(lines)}</table>{more}'
    return Display(html, frame[shown].head(ROWS).to_string())


def _short(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if value is None or value is False or value is pd.NA or value != value:  # NaN
        return ""
    if value is True:
        return "oui"
    words = " ".join(str(value).split())
    return words if len(words) <= CELL else f"{words[: CELL - 1]}…"


def _evidence(row: Mapping[Any, Any], tables: Tables) -> str:
    """The words behind a row, which open to what stands around them in the article."""
    place = _place(row, tables)
    if place is None:
        return ""
    id_, start, end = place
    article = tables.articles[tables.articles["article_id"] == id_].iloc[0]
    text = article["text"]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    source = ", ".join(str(article[name]) for name in ("publisher", "published", "path") if pd.notna(article[name]))
    return (
        f"<details><summary>{escape(_short(text[start:end]))}</summary>"
        f'<div class="ralliement">…{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}…</div>'
        f"<small>{escape(source)}</small></details>"
    )


def _place(row: Mapping[Any, Any], tables: Tables) -> tuple[str, int, int] | None:
    """Article, start and end of what a row says; of a row of `alliances`, of its clearest statement."""
    if "start" in row:
        return row["article_id"], row["start"], row["end"]
    if "evidence" not in row:
        return None
    told = tables.memberships
    for name in ("evidence", "alliance_id", "organization_id"):
        told = told[told[name] == row[name]]
    return next(zip(told["article_id"], told["start"], told["end"], strict=True), None)
