"""The SQLite store: rows of articles, one transaction a chunk; ids and names, computed at the end of a run.

What an article says is stored once, with the entities' keys within the article (`quote_rows`, `mention_rows` …). The
tables of the contract that name entities (`quotes`, `mentions` …) are views that fill in ids and canonical names from
`identity`, so that learning who is who changes no stored row. `organizations`, `people` and `alliances` are tables,
rewritten by `consolidate`.
"""

import csv
import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ralliement import chronology, lexicon, schema, verdicts
from ralliement.article import Article, ReadError
from ralliement.duplicates import Copy, find_duplicates
from ralliement.errors import InputError
from ralliement.identity import Correction, Identity, Local, identify

if TYPE_CHECKING:  # rows.py brings spaCy
    from ralliement.rows import Row, Rows

FILE = "ralliement.db"
LOCK = "ralliement.lock"
CORRECTIONS = "identity.csv"
_CORRECTION = ("name", "article", "canonical")

# per table of article rows: its id columns and the columns that hold the names they stand for
_REFERENCES: dict[str, dict[str, str | None]] = {
    "mentions": {"entity_id": None},
    "quotes": {"speaker_id": "speaker", "speaker_organization_id": None},
    "memberships": {"alliance_id": "alliance", "organization_id": "organization", "speaker_id": "speaker"},
    "claims": {"alliance_id": "alliance"},
}
_SQL = {"str": "TEXT", "int": "INTEGER", "float": "REAL", "bool": "INTEGER", "date": "TEXT", "list": "TEXT"}
_RAW = {"mentions": "mention_rows", "quotes": "quote_rows", "memberships": "membership_rows", "claims": "claim_rows"}
_ENTITY_COLUMNS = ("article_id", "entity", "label", "name", "aliases", "kind", "role", "affiliation")
# tables that hold what an article says; deleted and replaced with it
_OF_ARTICLE = {"articles": "articles", "entities": "entities", **_RAW}


# runs that compute alike
_ALIKE = """SELECT other.run FROM runs other JOIN runs this USING (version, model, options, lexicons)
            WHERE this.run = ?"""


class StoreError(InputError):
    """A store that cannot be used; the message says why and what to try."""


class BusyError(StoreError):
    """A store to which another run writes."""


@contextmanager
def _told(folder: Path | None) -> Iterator[None]:
    """Say what to do about errors of SQLite that are no fault of the program."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        where = folder or "temporary files"
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_CORRUPT:
            raise StoreError(f"{where}: {error}; its files were damaged, give another folder") from error
        if not isinstance(error, sqlite3.OperationalError):
            raise
        remedy = "close what else writes to it" if code == sqlite3.SQLITE_BUSY else "free some space if need be"
        raise StoreError(f"{where}: {error}; what is stored is whole: {remedy}, then run again to go on") from error


def _take(lock: sqlite3.Connection, folder: Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise BusyError(f"another run writes to {folder}; wait for its end, or give another folder") from error


class Store:
    """A store in a folder, or a temporary one that ends with the process (`folder=None`)."""

    def __init__(self, folder: str | Path | None = None) -> None:
        self._folder = None if folder is None else Path(folder)
        try:
            if self._folder is None:
                target = ""  # a private file that SQLite removes, so that memory stays flat
            else:
                self._folder.mkdir(parents=True, exist_ok=True)
                target = str(self._folder / FILE)
            self._db = sqlite3.connect(target, isolation_level=None)
            self._create()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"{folder}: {error}; give another folder, or remove what is there") from error

    def _create(self) -> None:
        ddl = _ddl()
        version = int.from_bytes(hashlib.blake2b("\n".join(ddl).encode(), digest_size=3).digest(), "big")
        if self._version() == 0:
            with self._transaction():
                if self._version() == 0:  # else another run that began at the same time has made it
                    for statement in ddl:
                        self._db.execute(statement)
                    self._db.execute(f"PRAGMA user_version = {version}")
        if self._db.execute("PRAGMA journal_mode").fetchone() == ("delete",):
            with suppress(sqlite3.OperationalError):  # a run that began at the same time is at it
                self._db.execute("PRAGMA journal_mode = WAL")
        if self._version() != version:
            raise StoreError(f"{self._folder}: made by another version of ralliement; give another folder")

    def _version(self) -> int:
        """Of the layout; 0 where there is none."""
        [version] = self._db.execute("PRAGMA user_version").fetchone()
        return int(version)

    @classmethod
    def existing(cls, path: str | Path) -> Self:
        """The store of an earlier run: its folder or its file. Raises `StoreError` where there is none."""
        path = Path(path)
        folder = path.parent if path.name == FILE else path
        if not (folder / FILE).is_file():
            raise StoreError(f"no {FILE} in {folder}; make one with: ralliement extract PATH -o {folder}")
        return cls(folder)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one run that writes to the folder.

        Raises `BusyError` while another one is, `StoreError` where the disk is full.
        """
        with _told(self._folder):
            if self._folder is None:
                yield
                return
            # a transaction on a file of its own: the system ends it when the process dies, however it dies
            lock = sqlite3.connect(self._folder / LOCK, timeout=0, isolation_level=None)
            try:
                _take(lock, self._folder)
                yield
            finally:
                lock.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # SQLite has rolled back by itself after some errors
                self._db.execute("ROLLBACK")
            raise

    # --- writing -------------------------------------------------------------------------------------------------

    def start_run(self, description: "Row") -> int:
        """Note a run and what it is made with; its number."""
        with self._transaction():
            columns = ", ".join(description)
            cursor = self._db.execute(
                f"INSERT INTO runs ({columns}) VALUES ({', '.join('?' * len(description))})",
                tuple(description.values()),
            )
        return int(cursor.lastrowid or 0)

    def put(self, run: int, results: "Iterable[tuple[str, Rows | ReadError]]") -> None:
        """Store articles' rows and errors in one transaction.

        Each comes with its root, the input its path is within: what that held at the path before is replaced.
        """
        with self._transaction():
            for root, result in results:
                if isinstance(result, ReadError):
                    self._put_error(run, root, result)
                else:
                    self._put_article(run, root, result)
            self._db.execute("UPDATE state SET consolidated = 0")

    def _put_article(self, run: int, root: str, rows: "Rows") -> None:
        """The rows of an article, or an error in their place: what cannot be stored stops no run."""
        self._db.execute("SAVEPOINT article")
        try:
            self._put_rows(run, root, rows)
        except (OverflowError, UnicodeError, sqlite3.IntegrityError, sqlite3.ProgrammingError) as error:
            self._db.execute("ROLLBACK TO article")
            message = f"{error}; please report it with the article"
            self._put_error(run, root, ReadError(rows["articles"][0]["path"], "store", type(error).__name__, message))
        self._db.execute("RELEASE article")

    def _put_error(self, run: int, root: str, error: ReadError) -> None:
        self._forget(root, error.path)
        self._db.execute(
            "INSERT INTO errors (run, root, path, stage, error, message) VALUES (?, ?, ?, ?, ?, ?)",
            (run, root, error.path, error.stage, error.error, error.message),
        )

    def _put_rows(self, run: int, root: str, rows: "Rows") -> None:
        [article] = rows["articles"]
        self._forget(root, article["path"])
        self._delete(article["article_id"])  # the same article read within another folder
        article["root"], article["run"] = root, run
        for name, table in _OF_ARTICLE.items():
            self._insert(table, rows[name])

    def _forget(self, root: str, path: str) -> None:
        """What an earlier run stored of an input."""
        same = self._db.execute("SELECT article_id FROM articles WHERE root = ? AND path = ?", (root, path))
        for (article_id,) in same.fetchall():
            self._delete(article_id)
        self._db.execute("DELETE FROM errors WHERE root = ? AND path = ?", (root, path))

    def _delete(self, article_id: str) -> None:
        for table in _OF_ARTICLE.values():
            self._db.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))
        verdicts.forget(self._db, article_id)

    def _insert(self, table: str, rows: "list[Row]") -> None:
        if rows:
            columns = list(rows[0])
            self._db.executemany(
                f"INSERT INTO {table} ({', '.join(map(_quoted, columns))}) VALUES ({', '.join('?' * len(columns))})",
                ([_cell(row[column]) for column in columns] for row in rows),
            )

    def forget_errors(self, run: int, inputs: Iterable[str]) -> None:
        """Forget errors within `inputs` that earlier runs met and this one did not."""
        with self._transaction():
            self._db.executemany("DELETE FROM errors WHERE root = ? AND run < ?", ((root, run) for root in inputs))

    def prune(self, run: int, inputs: Iterable[str], seen: set[str]) -> None:
        """Forget the articles within `inputs` that are not among the ids `seen`.

        Those in a folder or an archive that `run` could not read stay: they are not gone.
        """
        with self._transaction():
            for root in inputs:
                errors = self._db.execute("SELECT path FROM errors WHERE root = ? AND run = ?", (root, run))
                unread = tuple(f"{path}/" for (path,) in errors)
                stored = self._db.execute("SELECT article_id, path FROM articles WHERE root = ?", (root,)).fetchall()
                for article_id, path in stored:
                    if article_id not in seen and not path.startswith(unread):
                        self._delete(article_id)

    def consolidate(self, run: int | None = None) -> None:
        """Recompute duplicates, identity and the tables over the corpus, in one transaction; end the run."""
        with self._transaction():
            self._mark_duplicates()
            verdicts.apply(self._db)
            identity = identify(self._locals(), self._corrections())
            self._write_identity(identity)
            self._write_entities(identity)
            self._write_alliances()
            self._db.execute("UPDATE state SET consolidated = 1")
            if run is not None:
                self._db.execute("UPDATE runs SET ended = datetime('now') WHERE run = ?", (run,))
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()  # one file, that can be copied, holds all

    def _mark_duplicates(self) -> None:
        copies = (Copy(*row) for row in self._db.execute("SELECT article_id, published, path FROM articles"))
        duplicates = find_duplicates(copies, self.text)
        self._db.execute("UPDATE articles SET duplicate_of = NULL WHERE duplicate_of IS NOT NULL")
        self._db.executemany(
            "UPDATE articles SET duplicate_of = ? WHERE article_id = ?",
            ((original, copy) for copy, original in duplicates.items()),
        )

    def _locals(self) -> Iterator[Local]:
        rows = self._db.execute(
            """SELECT article_id, entity, label, name, aliases, iif(
                   EXISTS (SELECT 1 FROM membership_rows m WHERE m.article_id = e.article_id AND alliance_id = entity)
                   OR EXISTS (SELECT 1 FROM claim_rows c WHERE c.article_id = e.article_id AND alliance_id = entity),
                   'alliance', kind)
               FROM entities e"""
        )
        for article_id, entity, label, name, aliases, kind in rows:
            yield Local(article_id, entity, label, name, tuple(json.loads(aliases)), kind)

    def _corrections(self) -> list[Correction]:
        """An analyst's merges and splits: `identity.csv` beside the store, read at the end of each run."""
        path = None if self._folder is None else self._folder / CORRECTIONS
        if path is None or not path.exists():
            return []
        ids: dict[str, list[str]] = defaultdict(list)
        for article_id, article_path in self._db.execute("SELECT article_id, path FROM articles"):
            ids[article_path].append(article_id)
        return [
            Correction(row["name"], row["canonical"], article_id)
            for row in lexicon.read_csv(path, _CORRECTION)
            for article_id in (ids[row["article"]] if row["article"] else [None])
        ]

    def _write_identity(self, identity: Identity) -> None:
        self._db.execute("DELETE FROM identity")
        self._db.executemany("INSERT INTO identity VALUES (?, ?, ?, ?)", identity.places())

    def _write_entities(self, identity: Identity) -> None:
        """The tables of organisations and of people; they count no duplicates."""
        self._db.execute("CREATE TEMP TABLE canonical (id, label, name, aliases, kind)")
        self._db.executemany(
            "INSERT INTO canonical VALUES (?, ?, ?, ?, ?)",
            ((e.id, e.label, e.name, _cell(e.aliases), e.kind) for e in identity.entities()),
        )
        self._db.execute(
            """CREATE TEMP TABLE counts AS
               SELECT i.entity_id AS id, count(DISTINCT m.article_id) AS articles, count(*) AS mentions,
                      min(a.published) AS first, max(a.published) AS last
               FROM mention_rows m JOIN identity i ON i.article_id = m.article_id AND i.entity = m.entity_id
               JOIN articles a ON a.article_id = m.article_id WHERE a.duplicate_of IS NULL GROUP BY i.entity_id"""
        )
        self._db.execute("CREATE TEMP TABLE roles (id, role, roles, organization_id, organization)")
        self._db.executemany("INSERT INTO roles VALUES (?, ?, ?, ?, ?)", self._roles())
        self._db.execute("DELETE FROM organizations")
        self._db.execute(
            """INSERT INTO organizations
               SELECT id, name, aliases, kind, coalesce(articles, 0), coalesce(mentions, 0), first, last
               FROM canonical LEFT JOIN counts USING (id) WHERE label = 'ORG'"""
        )
        self._db.execute("DELETE FROM people")
        self._db.execute(
            """INSERT INTO people
               SELECT id, name, aliases, role, coalesce(roles, '[]'), organization_id, organization,
                      coalesce(articles, 0), coalesce(mentions, 0), coalesce(quotes, 0)
               FROM canonical LEFT JOIN roles USING (id) LEFT JOIN counts USING (id) LEFT JOIN (
                   SELECT i.entity_id AS id, count(DISTINCT q.quote_id) AS quotes FROM quote_rows q
                   JOIN identity i ON i.article_id = q.article_id AND i.entity = q.speaker_id
                   JOIN articles a ON a.article_id = q.article_id WHERE a.duplicate_of IS NULL GROUP BY 1
               ) USING (id) WHERE label = 'PER'"""
        )
        for table in ("canonical", "counts", "roles"):
            self._db.execute(f"DROP TABLE temp.{table}")

    def _roles(self) -> Iterator[tuple[object, ...]]:
        """A person, the latest role, all of them in order of time, the organisation of the latest, its name."""
        rows = self._db.execute(
            """SELECT i.entity_id, e.role, o.entity_id, o.canonical FROM entities e
               JOIN identity i ON i.article_id = e.article_id AND i.entity = e.entity
               JOIN articles a ON a.article_id = e.article_id
               LEFT JOIN identity o ON o.article_id = e.article_id AND o.entity = e.affiliation
               WHERE e.label = 'PER' AND (e.role IS NOT NULL OR e.affiliation IS NOT NULL)
               ORDER BY 1, e.role IS NOT NULL, a.published NULLS FIRST, a.path, a.article_id"""
        )
        for id_, of_person in groupby(rows, itemgetter(0)):
            held = list(of_person)
            roles = dict.fromkeys(role for _, role, *_ in held if role is not None)
            _, role, organization_id, organization = held[-1]
            yield id_, role, _cell(list(roles)), organization_id, organization

    def _write_alliances(self) -> None:
        kinds = dict(
            self._db.execute(
                """SELECT organization_id, kind FROM organizations WHERE organization_id IN
                   (SELECT organization_id FROM memberships)"""
            )
        )
        rows = chronology.alliances(self.statements(), kinds)
        self._db.execute("DELETE FROM alliances")
        slots = ", ".join("?" * len(schema.BY_NAME["alliances"].columns))
        self._db.executemany(f"INSERT INTO alliances VALUES ({slots})", (list(map(_cell, r.values())) for r in rows))

    # --- review --------------------------------------------------------------------------------------------------

    def found(self, name: str) -> Iterator[tuple["Row", verdicts.Found]]:
        """Rows of a table that can be reviewed, each with its article; those of duplicates apart."""
        columns = ("article_id", "path", "published")
        cursor = self._db.execute(
            f"SELECT {', '.join(columns)} FROM articles WHERE duplicate_of IS NULL ORDER BY path, article_id"
        )
        for values in cursor:
            article = dict(zip(columns, values, strict=True))
            for row in verdicts.rows(self._db, name, article["article_id"]):
                yield article, row

    def text(self, article_id: str) -> str:
        """The text of a stored article."""
        [text] = self._db.execute("SELECT text FROM articles WHERE article_id = ?", (article_id,)).fetchone()
        return str(text)

    def names(self, article_id: str) -> "list[Row]":
        """The entities of an article: `label`, `name` and `aliases` in it, `entity_id` and `canonical` name."""
        rows = self._db.execute(
            """SELECT e.label, e.name, e.aliases, i.entity_id, i.canonical FROM entities e
               JOIN identity i ON i.article_id = e.article_id AND i.entity = e.entity
               WHERE e.article_id = ? ORDER BY e.entity""",
            (article_id,),
        )
        columns = ("label", "name", "aliases", "entity_id", "canonical")
        return [
            dict(zip(columns, (label, name, json.loads(aliases), *rest), strict=True))
            for label, name, aliases, *rest in rows
        ]

    def kept_verdicts(self) -> list[verdicts.Kept]:
        """The verdicts on rows of articles that are there."""
        return list(verdicts.kept(self._db))

    def judge(self, judged: Iterable[tuple[str, verdicts.Verdict, "Row", "Row"]]) -> None:
        """Keep verdicts, each a table, a verdict, the row it is on and what it makes of it; then apply all."""
        with self._transaction():
            for name, verdict, original, result in judged:
                verdicts.keep(self._db, name, verdict, original, result)
            self._db.execute("UPDATE state SET consolidated = 0")
        self.consolidate()

    def merge(self, merges: Iterable[tuple[str, str]]) -> None:
        """Add to `identity.csv` that who has an entity id is to be called by a canonical name, wherever it occurs."""
        if self._folder is None:
            raise StoreError("a merge is kept in a folder; extract with -o")
        path = self._folder / CORRECTIONS
        lines = lexicon.read_csv(path, _CORRECTION) if path.exists() else []
        known = {tuple(line[column] for column in _CORRECTION) for line in lines}
        lines += [
            {"name": name, "article": "", "canonical": canonical}
            for entity_id, canonical in merges
            for (name,) in self._db.execute(
                """SELECT DISTINCT e.name FROM entities e
                   JOIN identity i ON i.article_id = e.article_id AND i.entity = e.entity
                   WHERE i.entity_id = ? ORDER BY 1""",
                (entity_id,),
            )
            if (name, "", canonical) not in known
        ]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(lines[0]) if lines else _CORRECTION, restval="")
            writer.writeheader()
            writer.writerows(lines)

    # --- reading -------------------------------------------------------------------------------------------------

    @property
    def consolidated(self) -> bool:
        """Whether the tables over the corpus cover all stored articles."""
        [flag] = self._db.execute("SELECT consolidated FROM state").fetchone()
        return bool(flag)

    def has(self, article: Article, run: int | None = None) -> bool:
        """Whether an article is stored with the metadata it has now; with `run`, as that run would compute it."""
        found = self._db.execute(
            f"""SELECT 1 FROM articles WHERE article_id = ? AND title IS ? AND author IS ? AND publisher IS ?
                AND published IS ? AND (? IS NULL OR run IN ({_ALIKE}))""",
            (article.id, article.title, article.author, article.publisher, article.published, run, run),
        )
        return found.fetchone() is not None

    def count_stale(self, run: int) -> int:
        """Number of stored articles that `run` would not compute with the same version, model, options and lexicons."""
        [count] = self._db.execute(f"SELECT count(*) FROM articles WHERE run NOT IN ({_ALIKE})", (run,)).fetchone()
        return int(count)

    def count_duplicates(self) -> int:
        """Number of articles that repeat another one."""
        [count] = self._db.execute("SELECT count(duplicate_of) FROM articles").fetchone()
        return int(count)

    def rows(self, name: str) -> "Iterator[Row]":
        """Rows of a table of the contract, lists as lists and booleans as booleans, in the order of the articles."""
        table = schema.BY_NAME[name]
        order = {
            "articles": "path, article_id",
            "organizations": "organization_id",
            "people": "person_id",
            "alliances": "alliance_id, organization_id",
            "errors": "path",
        }.get(name, '(SELECT path FROM articles a WHERE a.article_id = t.article_id), article_id, start, "end"')
        columns = ", ".join(map(_quoted, table.names))
        for values in self._db.execute(f"SELECT {columns} FROM {name} t ORDER BY {order}"):
            yield {c.name: _value(c.type, value) for c, value in zip(table.columns, values, strict=True)}

    def statements(self) -> Iterator[chronology.Statement]:
        """What articles state of alliances, with the articles' dates, pair by pair; duplicates apart."""
        for values in self._db.execute(
            """SELECT m.alliance_id, m.alliance, m.organization_id, m.organization, m.status, m.certainty, m.date,
                      a.published, a.article_id, m.evidence, m.confidence
               FROM memberships m JOIN articles a ON a.article_id = m.article_id
               WHERE a.duplicate_of IS NULL AND m.alliance_id IS NOT NULL AND m.organization_id IS NOT NULL
               ORDER BY m.alliance_id, m.organization_id, a.path, a.article_id, m.start"""
        ):
            yield chronology.Statement(*values)


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def _value(type_: schema.Type, value: str | int | float | None) -> object:
    if value is None:
        return None
    if type_ == "list":
        return json.loads(str(value))
    return bool(value) if type_ == "bool" else value


def _quoted(name: str) -> str:
    return f'"{name}"'


def _ddl() -> list[str]:
    """The store's tables, views and indexes, made from `schema`."""

    def columns(name: str, leave_out: Iterable[str] = ()) -> str:
        return ", ".join(
            f"{_quoted(c.name)} {_SQL[c.type]}" for c in schema.BY_NAME[name].columns if c.name not in leave_out
        )

    create = "CREATE TABLE"
    statements = [
        f"{create} articles ({columns('articles')}, root TEXT, run INTEGER, PRIMARY KEY (article_id))",
        "CREATE INDEX articles_path ON articles (root, path)",
        f"{create} entities ({', '.join(f'{c} TEXT' for c in _ENTITY_COLUMNS)}, PRIMARY KEY (article_id, entity))",
        f"{create} identity (article_id TEXT, entity TEXT, entity_id TEXT, canonical TEXT,"
        " PRIMARY KEY (article_id, entity)) WITHOUT ROWID",
        f"{create} errors ({columns('errors')}, root TEXT, run INTEGER, PRIMARY KEY (root, path))",
        f"{create} runs (run INTEGER PRIMARY KEY, version TEXT, model TEXT, options TEXT, lexicons TEXT,"
        " started TEXT, ended TEXT)",
        "CREATE INDEX articles_run ON articles (run)",
        f"{create} state (id INTEGER PRIMARY KEY CHECK (id = 0), consolidated INTEGER)",
        "INSERT INTO state VALUES (0, 1)",
        *verdicts.DDL,
        *(f"{create} {name} ({columns(name)})" for name in ("organizations", "people", "alliances")),
    ]
    for name, references in _REFERENCES.items():
        raw = _RAW[name]
        statements += [
            f"{create} {raw} ({columns(name, filter(None, references.values()))})",
            f"CREATE INDEX {raw}_article ON {raw} (article_id)",
            _view(name, raw, references),
        ]
    statements += _full_text("articles", "articles", ("title", "text")) + _full_text("quotes", "quote_rows", ("text",))
    return statements


def _view(name: str, raw: str, references: dict[str, str | None]) -> str:
    """A contract table over its article rows: ids and canonical names filled in."""
    names = {of: id_ for id_, of in references.items() if of}
    cells = ["r.rowid AS rowid"]  # what a full-text index knows the row by
    for column in schema.BY_NAME[name].columns:
        if column.name in references:
            cells.append(f"{column.name}_.entity_id AS {column.name}")
        elif column.name in names:
            cells.append(f"{names[column.name]}_.canonical AS {column.name}")
        elif column.name == "about":
            cells.append(
                "(SELECT json_group_array(DISTINCT i.entity_id) FROM json_each(r.about) k"
                " JOIN identity i ON i.article_id = r.article_id AND i.entity = k.value) AS about"
            )
        else:
            cells.append(f"r.{_quoted(column.name)}")
    joins = " ".join(
        f"LEFT JOIN identity {id_}_ ON {id_}_.article_id = r.article_id AND {id_}_.entity = r.{id_}"
        for id_ in references
    )
    return f"CREATE VIEW {name} AS SELECT {', '.join(cells)} FROM {raw} r {joins}"


def _full_text(name: str, content: str, columns: tuple[str, ...]) -> list[str]:
    """A full-text index `NAME_text` that follows its table; accents do not count."""
    index, cells = f"{name}_text", ", ".join(columns)
    new, old = (", ".join(f"{row}.{c}" for c in columns) for row in ("new", "old"))
    return [
        f"CREATE VIRTUAL TABLE {index} USING fts5({cells}, content='{content}',"
        ' tokenize="unicode61 remove_diacritics 2")',
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {content} BEGIN"
        f" INSERT INTO {index} (rowid, {cells}) VALUES (new.rowid, {new}); END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {content} BEGIN"
        f" INSERT INTO {index} ({index}, rowid, {cells}) VALUES ('delete', old.rowid, {old}); END",
    ]
