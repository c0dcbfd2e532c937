"""An analyst's verdicts on rows: kept in the store and applied anew whenever it is consolidated.

A verdict is kept by what its row is about (`key_of`) and with what it makes of it, entities by their names: it outlives
recomputation, which gives rows and entities of an article new numbers. What it replaces is set aside, so that another
verdict can take its place.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from ralliement.identity import plain

Verdict = Literal["accept", "reject", "edit"]
Row = dict[str, Any]

# per table that is reviewed: where its rows are, and their columns that hold entities
ROWS = {"memberships": "membership_rows", "quotes": "quote_rows"}
ENTITIES = {
    "memberships": ("alliance_id", "organization_id", "speaker_id"),
    "quotes": ("speaker_id", "speaker_organization_id", "about"),
}
RULE = "review"  # of rows that an analyst changed
_ADDED = "review:"  # before the key of an entity that only an analyst names in the article

DDL = (
    "CREATE TABLE verdicts"
    " (key TEXT PRIMARY KEY, name TEXT, article_id TEXT, verdict TEXT, original TEXT, result TEXT)",
    "CREATE INDEX verdicts_article ON verdicts (article_id)",
    "CREATE TABLE set_aside (article_id TEXT, name TEXT, original TEXT, replacement INTEGER)",
    "CREATE INDEX set_aside_article ON set_aside (article_id)",
)


class Named(NamedTuple):
    """An entity by its name: `label` is ORG or PER. In JSON, and in rows, a list of the two."""

    label: str
    name: str


class Found(NamedTuple):
    """A row of an article: as stored, and with entities by their names."""

    rowid: int
    raw: Row
    named: Row


class Kept(NamedTuple):
    """A verdict: the row it is on and what it makes of it, null where it rejects it; entities by their names."""

    key: str
    name: str
    original: Row
    result: Row | None

    @property
    def keys(self) -> set[str]:
        """Of the row before and after."""
        return {self.key} if self.result is None else {self.key, key_of(self.name, self.result)}


def key_of(name: str, row: Row) -> str:
    """What a verdict is kept by: the place of a quote; who is what of which alliance, wherever the article says so."""
    if name == "quotes":
        parts = [row["article_id"], row["start"], row["end"]]
    else:
        parts = [row["article_id"], *(plain(row[c][1]) for c in ("organization_id", "alliance_id")), row["status"]]
    digest = hashlib.blake2b(json.dumps(parts).encode(), digest_size=8).hexdigest()
    return f"{name[0]}-{digest}"  # no spreadsheet takes it for a number


def rows(db: sqlite3.Connection, name: str, article_id: str) -> Iterator[Found]:
    """The rows of an article in a table."""
    names = {
        entity: Named(label, local)
        for entity, label, local in db.execute(
            "SELECT entity, label, name FROM entities WHERE article_id = ?", (article_id,)
        )
    }
    cursor = db.execute(f'SELECT rowid, * FROM {ROWS[name]} WHERE article_id = ? ORDER BY start, "end"', (article_id,))
    columns = [column for column, *_ in cursor.description]
    for values in cursor.fetchall():
        rowid, *cells = values
        raw = dict(zip(columns[1:], cells, strict=True))
        named = dict(raw)
        for column in ENTITIES[name]:
            if column == "about":
                named[column] = [names[key] for key in json.loads(raw[column] or "[]") if key in names]
            else:
                named[column] = names.get(raw[column])
        yield Found(rowid, raw, named)


def keep(db: sqlite3.Connection, name: str, verdict: Verdict, original: Row, result: Row) -> None:
    """Note a verdict; the last one on a row counts."""
    db.execute(
        "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?, ?)",
        (
            key_of(name, original), name, original["article_id"], verdict, json.dumps(original, ensure_ascii=False),
            None if verdict == "reject" else json.dumps(result, ensure_ascii=False),
        ),
    )  # fmt: skip


def kept(db: sqlite3.Connection) -> Iterator[Kept]:
    """The verdicts on rows of articles that are there."""
    for key, name, original, result in db.execute(
        "SELECT key, name, original, result FROM verdicts"
        " WHERE article_id IN (SELECT article_id FROM articles) ORDER BY key"
    ).fetchall():
        yield Kept(key, name, json.loads(original), None if result is None else json.loads(result))


def forget(db: sqlite3.Connection, article_id: str) -> None:
    """Forget what was set aside of an article whose rows are replaced; the verdicts stay."""
    db.execute("DELETE FROM set_aside WHERE article_id = ?", (article_id,))


def apply(db: sqlite3.Connection) -> None:
    """Put the results of all verdicts in the place of the rows they are on."""
    _undo(db)
    placed: dict[str, int] = {}  # the rows of results by their keys: two verdicts may come to one
    for verdict in kept(db):
        name, article_id = verdict.name, verdict.original["article_id"]
        for found in rows(db, name, article_id):
            key = key_of(name, found.named)
            if key in verdict.keys and placed.get(key) != found.rowid:
                db.execute(f"DELETE FROM {ROWS[name]} WHERE rowid = ?", (found.rowid,))
                db.execute("INSERT INTO set_aside VALUES (?, ?, ?, NULL)", (article_id, name, json.dumps(found.raw)))
        if verdict.result is not None and (key := key_of(name, verdict.result)) not in placed:
            placed[key] = _insert(db, name, _with_keys(db, name, verdict.result))
            db.execute("INSERT INTO set_aside VALUES (?, ?, NULL, ?)", (article_id, name, placed[key]))


def _undo(db: sqlite3.Connection) -> None:
    aside = db.execute("SELECT name, original, replacement FROM set_aside").fetchall()
    if not aside:
        return
    for name, original, replacement in aside:
        if original is None:
            db.execute(f"DELETE FROM {ROWS[name]} WHERE rowid = ?", (replacement,))
        else:
            _insert(db, name, json.loads(original))
    db.execute("DELETE FROM set_aside")
    db.execute("DELETE FROM entities WHERE entity LIKE ?", (f"{_ADDED}%",))


def _insert(db: sqlite3.Connection, name: str, row: Row) -> int:
    columns = ", ".join(f'"{column}"' for column in row)
    slots = ", ".join("?" * len(row))
    return int(db.execute(f"INSERT INTO {ROWS[name]} ({columns}) VALUES ({slots})", (*row.values(),)).lastrowid or 0)


def _with_keys(db: sqlite3.Connection, name: str, row: Row) -> Row:
    """A row with entities by their keys in the article."""
    for column in ENTITIES[name]:
        value = row[column]
        if column == "about":
            row[column] = json.dumps([_entity(db, row["article_id"], Named(*one)) for one in value])
        elif value is not None:
            row[column] = _entity(db, row["article_id"], Named(*value))
    return row


def _entity(db: sqlite3.Connection, article_id: str, wanted: Named) -> str:
    """Key of the article's entity of that name, else of that alias, else of a new one."""
    by_name: dict[str, str] = {}
    by_alias: dict[str, str] = {}
    entities = db.execute(
        "SELECT entity, name, aliases FROM entities WHERE article_id = ? AND label = ? ORDER BY entity",
        (article_id, wanted.label),
    )
    for entity, name, aliases in entities:
        by_name.setdefault(plain(name), entity)
        for alias in json.loads(aliases):
            by_alias.setdefault(plain(alias), entity)
    found = by_name.get(plain(wanted.name)) or by_alias.get(plain(wanted.name))
    if found is None:
        found = f"{_ADDED}{wanted.label}:{plain(wanted.name)}"
        db.execute(
            "INSERT INTO entities (article_id, entity, label, name, aliases) VALUES (?, ?, ?, ?, '[]')",
            (article_id, found, wanted.label, wanted.name),
        )
    return found
