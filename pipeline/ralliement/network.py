"""The graph of alliances, organisations and people, for Gephi (GEXF). Needs networkx (extra `graph`)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ralliement.tables import Tables

if TYPE_CHECKING:
    import networkx as nx


def graph(tables: Tables) -> nx.MultiDiGraph[str]:
    """The network of a corpus. Nodes are organisations, alliances and people, `weight` their mentions.

    Edges, by `kind`:

    - `membership`: organisation to alliance, with `status`; `weight` the articles that say so, `start` and `end` dates;
    - `affiliation`: person to organisation, `weight` 1;
    - `quote`: speaker to an organisation or alliance spoken about, `weight` the quotes, duplicates apart.
    """
    import networkx as nx

    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in tables.rows("organizations"):
        type_ = "alliance" if row["kind"] == "alliance" else "organization"
        dates = {"first_published": row["first_published"], "last_published": row["last_published"]}
        found.add_node(
            row["organization_id"],
            **_given(label=row["name"], type=type_, kind=row["kind"], weight=row["mentions"], **dates),
        )
    for row in tables.rows("people"):
        found.add_node(
            row["person_id"], **_given(label=row["name"], type="person", kind="person", weight=row["mentions"])
        )
    for row in tables.rows("alliances"):
        _link(
            found, row["organization_id"], row["alliance_id"], "membership", row["articles"], status=row["status"],
            founder=row["founder"], since=row["since"], until=row["until"],
            start=_day(row["since"]), end=_day(row["until"]),
        )  # fmt: skip
    for row in tables.rows("people"):
        _link(found, row["person_id"], row["organization_id"], "affiliation", 1)
    for (speaker, about), quotes in sorted(_spoken(tables).items()):
        _link(found, speaker, about, "quote", quotes)
    return found


def _spoken(tables: Tables) -> Counter[tuple[str, str]]:
    copies = {row["article_id"] for row in tables.rows("articles") if row["duplicate_of"]}
    quotes = {
        (row["quote_id"], row["speaker_id"], about)
        for row in tables.rows("quotes")
        if row["speaker_id"] and row["article_id"] not in copies
        for about in row["about"]
        if about != row["speaker_id"]
    }
    return Counter((speaker, about) for _, speaker, about in quotes)


def _link(
    found: nx.MultiDiGraph[str], source: str | None, target: str | None, kind: str, weight: int, **attributes: object
) -> None:
    if source in found and target in found:
        found.add_edge(source, target, kind=kind, weight=weight, **_given(**attributes))


def _given(**attributes: object) -> dict[str, object]:
    """Attributes without those that are null, which GEXF does not know."""
    return {name: value for name, value in attributes.items() if value is not None}


def _day(date: str | None) -> str | None:
    """The first day of a date as precise as stated: Gephi's time line wants days."""
    return date and date + "-01-01"[len(date) - 4 :]


def write(path: Path, tables: Tables) -> None:
    """Write the graph as GEXF."""
    import networkx as nx

    nx.write_gexf(graph(tables), path, encoding="utf-8")
