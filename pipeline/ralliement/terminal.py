"""What the commands print: plain text for people, in French."""

import json
from collections.abc import Iterator
from typing import Any

import click
import pandas as pd

from ralliement import labels
from ralliement.evaluate import Score
from ralliement.tables import Tables


def who(alliances: pd.DataFrame) -> str:
    """Who is in each alliance, founders first; `alliances` has the columns of the table `alliances`."""
    if alliances.empty:
        return "Aucun membre."
    return "\n\n".join(_alliance(str(name), rows) for name, rows in alliances.groupby("alliance"))


def _alliance(name: str, rows: pd.DataFrame) -> str:
    lines = [click.style(f"{name} : {len(rows)} membre{'s' * (len(rows) > 1)}", bold=True)]
    width = max(map(len, rows["organization"]))
    for row in rows.sort_values(["founder", "organization"], ascending=[False, True]).to_dict("records"):
        status = "fondateur" if row["founder"] else "membre"
        since = f"depuis {row['since']}" if isinstance(row["since"], str) else ""
        lines.append(f"  {row['organization']:<{width}}  {status:<9}  {since}".rstrip())
    return "\n".join(lines)


def timeline(events: pd.DataFrame) -> str:
    """Changes of status under each alliance's name, as they come."""
    if events.empty:
        return "Aucun changement."
    return "\n\n".join(_story(str(name), rows) for name, rows in events.groupby("alliance"))


def _story(name: str, rows: pd.DataFrame) -> str:
    width = max(map(len, rows["organization"]))
    lines = [
        f"  {date:<10}  {organization:<{width}}  {labels.STATUS[status]}"
        for date, organization, status in zip(
            rows["date"].fillna("sans date"), rows["organization"], rows["status"], strict=True
        )
    ]
    return "\n".join([click.style(name, bold=True), *lines])


def quotes(frame: pd.DataFrame) -> str:
    """Quotes one under another with their speakers."""
    speakers = frame["speaker"].fillna(frame["speaker_text"]).fillna("?")
    return "\n\n".join(
        f"{click.style(speaker, bold=True)} ({kind})\n  {' '.join(text.split())}"
        for speaker, kind, text in zip(speakers, frame["kind"], frame["text"], strict=True)
    )


def marked_up(tables: Tables) -> str:
    """The articles of `tables` with their names and quotes in colour, then their memberships."""
    return "\n\n".join(_marked_up_article(tables, row) for row in tables.rows("articles"))


def _marked_up_article(tables: Tables, article: dict[str, Any]) -> str:
    def of_article(name: str) -> Iterator[dict[str, Any]]:
        return (row for row in tables.rows(name) if row["article_id"] == article["article_id"])

    text = article["text"]
    styles: list[dict[str, Any]] = [{} for _ in text]
    for quote in of_article("quotes"):
        for position in range(quote["start"], quote["end"]):
            styles[position] = {"fg": "green"}
    for mention in of_article("mentions"):
        for position in range(mention["start"], mention["end"]):
            styles[position] = styles[position] | {
                "bold": True,
                "fg": "cyan" if mention["label"] == "ORG" else "magenta",
            }
    pieces, start = [], 0
    for position in range(1, len(text) + 1):
        if position == len(text) or styles[position] != styles[start]:
            pieces.append(click.style(text[start:position], **styles[start]))
            start = position
    facts = [
        f"{row['organization']} : {labels.STATUS[row['status']]} de {row['alliance']}"
        for row in of_article("memberships")
    ]
    return "\n".join(["".join(pieces), "", *facts])


def score(name: str, result: Score, with_mistakes: bool) -> str:
    """Figures, one a line, then mistakes, one a line."""
    lines = [f"# {name}"]
    lines += [f"{figure} {json.dumps(value, ensure_ascii=False)}" for figure, value in result.figures.items()]
    if with_mistakes:
        lines += [f"{m.article}\t{m.figure}\t{' '.join(m.words.split())}" for m in result.mistakes]
    return "\n".join(lines)
