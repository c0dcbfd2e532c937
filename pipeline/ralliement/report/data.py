"""What the page shows, as plain data: the most told alliances, their statements, quotes, and the articles behind them.

A page must open at once whatever the corpus, so each kind of thing has a budget; what does not fit is counted in
`left_out`. Offsets are UTF-16 units, as JavaScript counts.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from ralliement import chronology, labels
from ralliement.chronology import Statement
from ralliement.tables import Tables

Json = dict[str, Any]

ORGANIZATIONS = 250  # of one alliance
ALL_ORGANIZATIONS = 3_000  # of all alliances: those most told of come first
STATEMENTS = 8  # of one organisation in one alliance
STATES = 40  # changes of one organisation in one alliance
CLAIMS = 100  # of one alliance
VOICES = 50  # of one alliance
QUOTES = 3_000
CHARACTERS = 4_000_000  # of all article texts
ERRORS = 50


def page_data(tables: Tables) -> Json:
    """All that the page shows, ready for JSON; the same tables give the same data."""
    articles = _articles(tables)
    alliances, hidden = _alliances(tables)
    about = _told_in(tables, alliances, articles)
    _add_claims(tables, alliances, articles)
    quotes, n_quotes = _quotes(tables, articles, about)
    _add_voices(tables, alliances, articles, about)
    shown = _with_sources(tables, alliances, quotes)
    errors = list(tables.rows("errors"))
    dates = sorted(a["date"] for a in articles.values() if a["date"])
    return {
        "corpus": {
            "articles": len(articles),
            "duplicates": sum(a["duplicate"] for a in articles.values()),
            "undated": len(articles) - len(dates),
            "first": dates[0] if dates else None,
            "last": dates[-1] if dates else None,
            "quotes": n_quotes,
            "errors": len(errors),
        },
        "labels": {
            "status": labels.STATUS, "kind": labels.KIND, "certainty": labels.CERTAINTY,
            "qualifier": labels.QUALIFIER, "quote": labels.QUOTE_KIND,
        },
        "alliances": alliances,
        "quotes": quotes,
        "articles": shown,
        "errors": errors[:ERRORS],
        "left_out": {
            "alliances": hidden,
            "organizations": sum(a["hidden"] for a in alliances),
            "quotes": n_quotes - len(quotes),
            "texts": sum("text" not in article for article in shown),
        },
    }  # fmt: skip


def _articles(tables: Tables) -> dict[str, Json]:
    """Date of each article and whether it repeats another one."""
    return {
        row["article_id"]: {"date": row["published"], "duplicate": row["duplicate_of"] is not None}
        for row in tables.rows("articles")
    }


def _alliances(tables: Tables) -> tuple[list[Json], int]:
    """The alliances most articles tell of, with their organisations; how many others there are."""
    kinds = {row["organization_id"]: row["kind"] for row in tables.rows("organizations")}
    places = {_key(row): row for row in reversed(list(tables.rows("memberships")))}
    by_alliance: dict[str, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in tables.statements():
        by_alliance[statement.alliance_id][statement.organization_id].append(statement)
    ranked = sorted(by_alliance.items(), key=lambda item: (-_told(s for ss in item[1].values() for s in ss), item[0]))
    alliances: list[Json] = []
    room = ALL_ORGANIZATIONS
    for id_, pairs in ranked:
        best = sorted(pairs.items(), key=lambda item: (-_told(item[1]), item[0]))
        kept = best[: min(ORGANIZATIONS, room)]
        if not kept:
            break
        room -= len(kept)
        statements = best[0][1]
        alliances.append({
            "id": id_,
            "name": statements[0].alliance,
            "articles": _told(s for ss in pairs.values() for s in ss),
            "organizations": [_organization(ss, kinds, places) for _, ss in kept],
            "hidden": len(best) - len(kept),
            "claims": [],
            "voices": [],
        })  # fmt: skip
    return alliances, len(ranked) - len(alliances)


def _told(statements: Iterable[Statement]) -> int:
    return len({s.article_id for s in statements})


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return row["article_id"], row["alliance_id"], row["organization_id"], row["status"]


def _organization(statements: list[Statement], kinds: Mapping[str, str], places: Mapping[Any, Json]) -> Json:
    last = statements[-1]
    chosen = sorted(statements, key=_clarity)[:STATEMENTS]
    return {
        "id": last.organization_id,
        "name": last.organization,
        "kind": kinds.get(last.organization_id, "other"),
        "articles": _told(statements),
        "states": _states(statements, kinds),
        "statements": [
            {
                "article": s.article_id, "status": s.status, "certainty": s.certainty, "date": s.date, "since": s.since,
                "start": row["start"], "end": row["end"], "text": row["evidence"], "speaker": row["speaker"],
            }
            for s in sorted(chosen, key=lambda s: (s.since, s.article_id))
            for row in [places[s.article_id, s.alliance_id, s.organization_id, s.status]]
        ],
    }  # fmt: skip


def _clarity(statement: Statement) -> tuple[Any, ...]:
    return statement.certainty != "asserted", -statement.confidence, statement.since, statement.article_id


def _states(statements: list[Statement], kinds: Mapping[str, str]) -> list[Json]:
    """The status from each date on which it may have changed; from "" where no statement is dated."""
    told: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for s in statements:
        told[s.since].add((s.status, s.certainty))
    if len(told) > 1:
        told.pop("", None)
    dates = sorted(told)
    # saying the same again changes nothing
    changes = [date for before, date in pairwise(["", *dates]) if told.get(before) != told[date] or date == dates[0]]
    states: list[Json] = []
    for date in changes[:1] + changes[1:][-STATES:]:
        for row in chronology.alliances(chronology.until(statements, date), kinds):
            state = {name: row[name] for name in ("status", "founder", "since", "until", "conflict")}
            if not states or states[-1] != state | {"from": states[-1]["from"]}:
                states.append(state | {"from": date})
    return states


def _told_in(tables: Tables, alliances: list[Json], articles: Mapping[str, Json]) -> dict[str, set[str]]:
    """Ids of the alliances shown, by the article that states something of them; duplicates apart."""
    shown = {alliance["id"] for alliance in alliances}
    about: dict[str, set[str]] = defaultdict(set)
    for name in ("memberships", "claims"):
        for row in tables.rows(name):
            if row["alliance_id"] in shown and not articles[row["article_id"]]["duplicate"]:
                about[row["article_id"]].add(row["alliance_id"])
    return about


def _add_claims(tables: Tables, alliances: list[Json], articles: Mapping[str, Json]) -> None:
    by_id = {alliance["id"]: alliance["claims"] for alliance in alliances}
    for row in tables.rows("claims"):
        if row["alliance_id"] in by_id and not articles[row["article_id"]]["duplicate"]:
            claim = {name: row[name] for name in ("n", "qualifier", "unit", "text", "start", "end")}
            by_id[row["alliance_id"]].append(claim | {"article": row["article_id"]})
    for claims in by_id.values():
        claims.sort(key=lambda claim: articles[claim["article"]]["date"] or "")
        del claims[:-CLAIMS]


def _quotes(
    tables: Tables, articles: Mapping[str, Json], about: Mapping[str, set[str]]
) -> tuple[list[Json], int]:  # fmt: skip
    """The quotes worth most, newest first, and how many there are; duplicates apart."""
    count = 0

    def originals() -> Iterable[Json]:
        nonlocal count
        for row in tables.rows("quotes"):
            if not articles[row["article_id"]]["duplicate"]:
                count += 1
                yield row

    def worth(row: Json) -> tuple[Any, ...]:
        return row["article_id"] in about, row["speaker"] is not None, row["confidence"] or 0, row["article_id"]

    best = heapq.nlargest(QUOTES, originals(), key=worth)
    best.sort(key=lambda row: (row["article_id"], row["start"]))
    best.sort(key=lambda row: articles[row["article_id"]]["date"] or "", reverse=True)
    return [
        {
            "article": row["article_id"], "start": row["start"], "end": row["end"], "text": row["text"],
            "kind": row["kind"], "speaker": row["speaker"], "speaker_text": row["speaker_text"],
            "alliances": sorted(about.get(row["article_id"], ())),
        }
        for row in best
    ], count  # fmt: skip


def _add_voices(
    tables: Tables, alliances: list[Json], articles: Mapping[str, Json], about: Mapping[str, set[str]]
) -> None:
    """Who speaks most in the articles that tell of an alliance."""
    people = {row["person_id"]: row for row in tables.rows("people")}
    said: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    naming: Counter[tuple[str, str]] = Counter()
    for row in tables.rows("quotes"):
        for id_ in about.get(row["article_id"], ()):
            if row["speaker"] is not None:
                said[id_][row["speaker_id"], row["speaker"]] += 1
                naming[id_, row["speaker_id"]] += id_ in row["about"]
    for alliance in alliances:
        ranked = sorted(said[alliance["id"]].items(), key=lambda item: (-item[1], item[0]))
        alliance["speakers"] = len(ranked)
        alliance["voices"] = [
            {
                "speaker": name,
                "role": person.get("role"),
                "organization": person.get("organization"),
                "stands_for": person.get("organization_id") or id_,
                "quotes": n,
                "naming": naming[alliance["id"], id_],
            }
            for (id_, name), n in ranked[:VOICES]
            for person in [people.get(id_, {})]
        ]


def _with_sources(tables: Tables, alliances: list[Json], quotes: list[Json]) -> list[Json]:
    """The articles that are shown, the most used with their text; what points to them gets their number.

    Where the text is on the page, the words are not repeated.
    """
    uses: Counter[str] = Counter()
    places: list[Json] = [*quotes]
    for alliance in alliances:
        told = [s for organization in alliance["organizations"] for s in organization["statements"]]
        places += [*told, *alliance["claims"]]
        uses.update(place["article"] for place in [*told, *alliance["claims"]] for _ in range(10))
    uses.update(quote["article"] for quote in quotes)
    ranks = {id_: rank for rank, (id_, _) in enumerate(sorted(uses.items(), key=lambda item: (-item[1], item[0])))}
    texts: dict[str, str] = {}
    shown: list[Json] = []
    numbers: dict[str, int] = {}
    for row in tables.rows("articles"):
        id_ = row["article_id"]
        if id_ in ranks:
            numbers[id_] = len(shown)
            texts[id_] = row["text"]
            shown.append({
                "title": row["title"] or row["path"], "author": row["author"], "publisher": row["publisher"],
                "path": row["path"], "date": row["published"],
            })  # fmt: skip
    room = CHARACTERS
    for id_ in sorted(ranks, key=ranks.__getitem__):
        if len(texts[id_]) <= room:
            room -= len(texts[id_])
            shown[numbers[id_]]["text"] = texts[id_]
    for place in places:
        text = texts[place["article"]]
        place["article"] = numbers[place["article"]]
        if "text" in shown[place["article"]]:
            place["start"], place["end"] = _utf16(text, place["start"]), _utf16(text, place["end"])
            del place["text"]
        else:
            del place["start"], place["end"]
    return shown


def _utf16(text: str, offset: int) -> int:
    """Offset in UTF-16 units of an offset in code points."""
    return len(text[:offset].encode("utf-16-le")) // 2
