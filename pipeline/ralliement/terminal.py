"""What the commands print: plain text for people, in French."""

import json
import textwrap
from collections.abc import Iterable
from typing import Any

import click
import pandas as pd

from ralliement import labels
from ralliement.evaluate import Score
from ralliement.spans import pieces
from ralliement.tables import Tables

WIDTH = 80
_NAME = 48  # of an organisation in a line, so that its status and date have room
_COLOUR = {"ORG": "cyan", "PER": "magenta"}


def who(alliances: pd.DataFrame) -> str:
    """Who is in each alliance, founders first; `alliances` has the columns of the table `alliances`."""
    if alliances.empty:
        return "Aucun membre."
    return "\n\n".join(_alliance(str(name), rows) for name, rows in alliances.groupby("alliance"))


def _alliance(name: str, rows: pd.DataFrame) -> str:
    lines = [click.style(f"{name} : {len(rows)} membre{'s' * (len(rows) > 1)}", bold=True)]
    width = min(_NAME, max(map(len, rows["organization"])))
    for row in rows.sort_values(["founder", "organization"], ascending=[False, True]).to_dict("records"):
        status = "fondateur" if row["founder"] else "membre"
        since = f"depuis {row['since']}" if isinstance(row["since"], str) else ""
        lines.append(f"  {_cut(row['organization'], width)}  {status:<9}  {since}".rstrip())
    return "\n".join(lines)


def timeline(events: pd.DataFrame) -> str:
    """Changes of status under each alliance's name, as they come."""
    if events.empty:
        return "Aucun changement."
    return "\n\n".join(_story(str(name), rows) for name, rows in events.groupby("alliance"))


def _story(name: str, rows: pd.DataFrame) -> str:
    width = min(_NAME, max(map(len, rows["organization"])))
    lines = [
        f"  {date:<10}  {_cut(organization, width)}  {labels.STATUS[status]}"
        for date, organization, status in zip(
            rows["date"].fillna("sans date"), rows["organization"], rows["status"], strict=True
        )
    ]
    return "\n".join([click.style(name, bold=True), *lines])


def quotes(frame: pd.DataFrame, articles: Iterable[dict[str, Any]]) -> str:
    """Quotes one under another with their speakers and where they were read; `articles` are rows of that table."""
    if frame.empty:
        return "Aucune citation."
    sources = {row["article_id"]: f"{row['publisher'] or row['path']}, {row['published'] or 'sans date'}"
               for row in articles}  # fmt: skip
    speakers = frame["speaker"].fillna(frame["speaker_text"]).fillna("?")
    kinds, where = frame["kind"].map(labels.QUOTE_KIND), frame["article_id"].map(sources)
    return "\n\n".join(
        f"{_headed(speaker, f' ({kind}), {source}')}\n{_indented(text)}"
        for speaker, kind, source, text in zip(speakers, kinds, where, frame["text"], strict=True)
    )


def _headed(name: str, rest: str) -> str:
    return _indented(name + rest, first="").replace(name, click.style(name, bold=True), 1)


def _cut(name: str, width: int) -> str:
    return f"{name if len(name) <= width else name[: width - 1] + '…':<{width}}"


def _indented(text: str, first: str = "  ", rest: str = "  ") -> str:
    """Text in lines of at most `WIDTH`."""
    return textwrap.fill(
        " ".join(text.split()), WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def marked_up(tables: Tables) -> str:
    """The articles of `tables` with names, quotes and statements in colour, then what they say, in 80 columns."""
    return "\n\n\n".join(_marked_up_article(tables, row) for row in tables.rows("articles"))


def _marked_up_article(tables: Tables, article: dict[str, Any]) -> str:
    def of_article(name: str) -> list[dict[str, Any]]:
        return [row for row in tables.rows(name) if row["article_id"] == article["article_id"]]

    mentions, said, told, claims = map(of_article, ("mentions", "quotes", "memberships", "claims"))
    styles: list[tuple[int, int, dict[str, Any]]] = []
    styles += [(m["start"], m["end"], {"underline": True}) for m in told + claims]
    styles += [(q["start"], q["end"], {"fg": "green"}) for q in said]
    styles += [(m["start"], m["end"], {"bold": True, "fg": _COLOUR[m["label"]]}) for m in mentions]
    body = "".join(
        click.style(piece, **{name: value for style in marks for name, value in style.items()})
        for piece, marks in pieces(_wrapped(article["text"]), styles)
    )
    facts = [
        f"{m['organization']} : {labels.STATUS[m['status']]}, {m['alliance']}"
        f" ({', '.join(filter(None, [labels.CERTAINTY[m['certainty']], m['date']]))})"
        for m in told
    ]
    sizes = [f"{c['alliance']} : {labels.QUALIFIER[c['qualifier']]} {c['n']} {c['unit'] or ''}" for c in claims]
    voices = [
        f"{q['speaker'] or q['speaker_text'] or '?'} ({labels.QUOTE_KIND[q['kind']]}) : {q['text']}" for q in said
    ]
    lists = (("Alliances", facts), ("Tailles", sizes), ("Paroles", voices))
    return "\n\n".join([body, *(_list(title, lines) for title, lines in lists if lines)])


def _list(title: str, lines: list[str]) -> str:
    items = (_indented(line, rest="    ") for line in lines)
    return "\n".join([click.style(title, bold=True), *items])


def _wrapped(text: str) -> str:
    """The text in lines of at most `WIDTH`: spaces become line breaks, so that all offsets stay."""
    characters, line, space = list(text), 0, None
    for position, character in enumerate(text):
        if character == "\n":
            line, space = position + 1, None
        elif character == " ":
            space = position
        if position - line >= WIDTH and space is not None:
            characters[space] = "\n"
            line, space = space + 1, None
    return "".join(characters)


def score(name: str, result: Score, with_mistakes: bool) -> str:
    """Figures, one a line, then mistakes, one a line."""
    lines = [f"# {name}"]
    lines += [f"{figure} {json.dumps(value, ensure_ascii=False)}" for figure, value in result.figures.items()]
    if with_mistakes:
        lines += [f"{m.article}\t{m.figure}\t{' '.join(m.words.split())}" for m in result.mistakes]
    return "\n".join(lines)
