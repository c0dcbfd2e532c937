"""Review: what to check, least sure first, and what an analyst says of it.

A review is a frame, or a sheet or csv file, with the columns of `TABLE`. The analyst fills `verdict` and, to edit or
to merge, the `new_` columns; rows without a verdict stay to be checked. How verdicts last: `ralliement.verdicts`.
"""

import csv
import datetime as dt
import re
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

from ralliement import extras, workbook
from ralliement.chronology import AHEAD
from ralliement.errors import InputError
from ralliement.identity import plain
from ralliement.schema import DATE, QUOTE_KINDS, STATUSES, Column, Table
from ralliement.store import Store
from ralliement.verdicts import ROWS, RULE, Named, Row, Verdict, key_of

MERGE = "merge"
VERDICTS = (*get_args(Verdict), MERGE)

TABLE = Table(
    "review",
    "statement or quote to check",
    (
        Column("confidence", "float", "0 to 1; the least sure come first"),
        Column("who", "str", "the organisation, or the speaker of a quote"),
        Column("status", "str", "its status in the alliance, or the kind of quote"),
        Column("alliance", "str", "the alliance; null for a quote"),
        Column("date", "date", "of the event, as precise as stated; null for a quote"),
        Column("evidence", "str", "the words that say so, or the quote"),
        Column("context", "str", "the sentence of a quote"),
        Column("verdict", "str", f"to fill: {', '.join(VERDICTS)}"),
        Column("new_who", "str", "to fill for an edit or a merge"),
        Column("new_status", "str", "to fill for an edit"),
        Column("new_alliance", "str", "to fill for an edit or a merge; memberships only"),
        Column("new_date", "date", "to fill for an edit; memberships only"),
        Column("published", "date", "day of the article"),
        Column("path", "str", "the article"),
        Column("start", "int", "first character of the evidence"),
        Column("end", "int", "character after the last"),
        Column("rule", "str", "the rule that made the row"),
        Column("table", "str", ", ".join(ROWS)),
        Column("key", "str", "what the verdict is kept by; leave it"),
    ),
)
_NEW = ("new_who", "new_status", "new_alliance", "new_date")
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")  # what a spreadsheet in French makes of 2024-02-08


class Refusal(NamedTuple):
    """A row of a review that does not fit: its number, or label in a frame, and why."""

    row: Hashable
    reason: str


def to_check(store: Store) -> list[Row]:
    """Rows without a verdict, least sure first."""
    judged = {key for verdict in store.kept_verdicts() for key in verdict.keys}
    found: dict[str, Row] = {}
    for name in ROWS:
        canonical: dict[Named, str] = {}
        of = None
        for article, (_, raw, named) in store.found(name):
            if of != article["article_id"]:
                of = article["article_id"]
                canonical = {Named(e["label"], e["name"]): e["canonical"] for e in store.names(of)}
            key = key_of(name, named)
            if key not in judged:
                found.setdefault(key, _line(name, key, article, raw, named, canonical))
    return sorted(found.values(), key=lambda row: (row["confidence"], row["path"], row["start"], row["key"]))


def _line(name: str, key: str, article: Row, raw: Row, named: Row, canonical: dict[Named, str]) -> Row:
    if name == "quotes":
        speaker = canonical.get(named["speaker_id"]) or raw["speaker_text"]
        told = {"who": speaker, "status": raw["kind"], "evidence": raw["text"], "context": raw["sentence"]}
    else:
        told = {
            "who": canonical.get(named["organization_id"]), "alliance": canonical.get(named["alliance_id"]),
            **{column: raw[column] for column in ("status", "date", "evidence")},
        }  # fmt: skip
    same = {column: raw[column] for column in ("confidence", "start", "end", "rule")}
    place = {"published": article["published"], "path": article["path"], "table": name, "key": key}
    return {**dict.fromkeys(TABLE.names), **told, **same, **place}


def judge(store: Store, lines: Iterable[tuple[Hashable, Row]]) -> tuple[int, list[Refusal]]:
    """Keep and apply the verdicts of a review; how many, and the rows that do not fit, which change nothing.

    Each line comes with its number. A later verdict on a row takes the place of an earlier one.
    """
    lines = list(lines)
    judge = _Judge(store, {_text(line.get("key")) for _, line in lines})
    refusals = []
    for number, line in lines:
        try:
            judge.hear(line)
        except _UnfitError as error:
            refusals.append(Refusal(number, str(error)))
    if judge.merges:
        store.merge(judge.merges)
    store.judge(judge.verdicts.values())
    return len(judge.heard), refusals


class _UnfitError(Exception):
    """Why a row does not fit."""


class _Judge:
    """Turns lines into verdicts and merges; `keys` are those of the lines."""

    def __init__(self, store: Store, keys: set[str]) -> None:
        self.heard: set[str] = set()
        self.verdicts: dict[str, tuple[str, Verdict, Row, Row]] = {}
        self.merges: list[tuple[str, str]] = []
        self._store = store
        self._rows: dict[str, tuple[str, Row]] = {}
        for name in ROWS:
            for _, row in store.found(name):
                if (key := key_of(name, row.named)) in keys:
                    self._rows[key] = (name, row.named)
        # rows that have a verdict already are what they were before it
        self._rows.update((kept.key, (kept.name, kept.original)) for kept in store.kept_verdicts())
        self._known = {
            (label, plain(form)): row["name"]
            for label, table in (("ORG", "organizations"), ("PER", "people"))
            for row in store.rows(table)
            for form in (*row["aliases"], row["name"])
        }

    def hear(self, line: Row) -> None:
        verdict = _text(line.get("verdict")).lower()
        new = {column: _text(line.get(column)) for column in _NEW}
        new = {column: value for column, value in new.items() if value}
        if not verdict:
            if new:
                raise _UnfitError(f"{', '.join(new)} without a verdict; write edit or merge")
            return
        if verdict not in VERDICTS:
            raise _UnfitError(f"no verdict {verdict!r}; write one of {', '.join(VERDICTS)}")
        key = _text(line.get("key"))
        if key not in self._rows:
            raise _UnfitError(f"no row {key!r} in the store; write the review anew, and leave the column key as it is")
        if key in self.heard:
            raise _UnfitError("a second verdict on one row; leave one")
        name, row = self._rows[key]
        if verdict in ("edit", MERGE) and not new:
            raise _UnfitError(f"{verdict} without new values; fill {' or '.join(_NEW)}")
        if verdict in ("accept", "reject") and new:
            raise _UnfitError(f"{', '.join(new)} beside {verdict}; write edit, or empty them")
        if verdict == MERGE:
            self._merge(name, row, new)
        elif verdict == "edit":
            self.verdicts[key] = (name, "edit", row, {**self._edited(name, row, new), "rule": RULE, "confidence": 1.0})
        else:
            self.verdicts[key] = (name, "accept" if verdict == "accept" else "reject", row, {**row, "confidence": 1.0})
        self.heard.add(key)

    def _edited(self, name: str, row: Row, new: dict[str, str]) -> Row:
        row = dict(row)
        quote = name == "quotes"
        if quote and (wrong := [column for column in ("new_alliance", "new_date") if column in new]):
            raise _UnfitError(f"{', '.join(wrong)} on a quote, which has none; empty them")
        if "new_status" in new:
            allowed = QUOTE_KINDS if quote else STATUSES
            if new["new_status"] not in allowed:
                raise _UnfitError(f"no status {new['new_status']!r}; write one of {', '.join(allowed)}")
            row["kind" if quote else "status"] = new["new_status"]
            if not quote and new["new_status"] not in AHEAD:
                row["certainty"] = "asserted"  # what was a plan or a rumour is not, to who says so
        if "new_date" in new:
            row["date"] = _DAY.sub(r"\3-\2-\1", new["new_date"])
            if not DATE.fullmatch(row["date"]):
                raise _UnfitError(f"{new['new_date']!r} is no date; write 2024, 2024-02 or 2024-02-08")
        if "new_alliance" in new:
            row["alliance_id"] = self._named(row["article_id"], new["new_alliance"], "ORG")
        if "new_who" in new and quote:
            speaker = self._named(row["article_id"], new["new_who"], "PER", "ORG")
            type_ = "person" if speaker.label == "PER" else "organization"
            row |= {"speaker_id": speaker, "speaker_type": type_, "speaker_organization_id": None}
            row |= dict.fromkeys(("speaker_text", "speaker_start", "speaker_end"))  # they were of another one
        elif "new_who" in new:
            row["organization_id"] = self._named(row["article_id"], new["new_who"], "ORG")
        if not quote and plain(row["organization_id"][1]) == plain(row["alliance_id"][1]):
            raise _UnfitError("an alliance is no member of itself; write another new_who or new_alliance")
        return row

    def _named(self, article_id: str, name: str, *labels: str) -> Named:
        """Whom an analyst means: one of the article, of the corpus, or a name that the article holds."""
        wanted = plain(name)
        entities = [entity for entity in self._store.names(article_id) if entity["label"] in labels]
        for entity in sorted(entities, key=lambda entity: labels.index(entity["label"])):
            if wanted in map(plain, (entity["name"], entity["canonical"], *entity["aliases"])):
                return Named(entity["label"], entity["name"])
        for label in labels:
            if (label, wanted) in self._known:
                return Named(label, self._known[label, wanted])
        if name in self._store.text(article_id):
            return Named(labels[0], name)
        raise _UnfitError(f"{name!r} is neither known nor in the article; see the name in organizations or people")

    def _merge(self, name: str, row: Row, new: dict[str, str]) -> None:
        columns = {"new_who": "speaker_id" if name == "quotes" else "organization_id"}
        if name == "memberships":
            columns["new_alliance"] = "alliance_id"
        if wrong := [column for column in new if column not in columns]:
            raise _UnfitError(f"{', '.join(wrong)} beside merge; it takes {' and '.join(columns)}")
        for column, value in new.items():
            entity = row[columns[column]]
            ids = [
                one["entity_id"]
                for one in self._store.names(row["article_id"])
                if entity is not None and [one["label"], one["name"]] == list(entity)
            ]
            if not ids:
                raise _UnfitError("no name to merge; edit the row")
            self.merges.append((ids[0], value))


# --- files -----------------------------------------------------------------------------------------------------------


def write(path: Path, lines: Iterable[Row]) -> None:
    """Write a review as `.xlsx`, with lists of verdicts and statuses to choose from, or as `.csv`.

    Raises `InputError` for a file that holds verdicts on these lines: they are not applied yet.
    """
    lines = list(lines)
    keys = {line["key"] for line in lines}
    if path.exists() and any(_text(line["verdict"]) and _text(line["key"]) in keys for _, line in read(path)):
        raise InputError(f"{path} holds verdicts that are not applied yet: apply it with --from, or give another file")
    path.parent.mkdir(parents=True, exist_ok=True)
    if _is_workbook(path):
        with workbook.create(path) as book:
            sheet = workbook.add_sheet(book, TABLE, lines)
            at = TABLE.names.index("new_date")
            # text: Excel would make a day of « 2024-02 »
            sheet.set_column(at, at, 18, book.add_format({"num_format": "@"}))
            for column, values in (("verdict", VERDICTS), ("new_status", (*STATUSES, *QUOTE_KINDS))):
                at = TABLE.names.index(column)
                sheet.data_validation(1, at, max(1, len(lines)), at, {"validate": "list", "source": list(values)})
    else:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(TABLE.names)
            writer.writerows([workbook.neutral(value) for value in line.values()] for line in lines)


def read(path: Path) -> Iterator[tuple[int, Row]]:
    """Lines of a review that was filled, by their numbers in the file, whatever it separates its cells with."""
    try:
        cells = _sheet(path) if _is_workbook(path) else _csv(path)
        names = [_text(name) for name in next(cells, ())]
        if missing := [name for name in ("verdict", "key") if name not in names]:
            raise InputError(f"{path}: no column {', '.join(missing)}; take the file that review --to wrote")
        for number, values in enumerate(cells, 2):
            yield number, dict(zip(names, values, strict=False))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; give the file that review --to wrote") from error


def _is_workbook(path: Path) -> bool:
    if path.suffix not in (".xlsx", ".csv"):
        raise InputError(f"{path}: a review is a .xlsx or a .csv file")
    if path.suffix == ".xlsx":
        extras.require("excel", "xlsx")
    return path.suffix == ".xlsx"


def _sheet(path: Path) -> Iterator[tuple[Any, ...]]:
    import zipfile

    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError) as error:
        raise InputError(f"{path}: no Excel workbook; save it as .xlsx") from error
    try:
        yield from book.worksheets[0].iter_rows(values_only=True)
    finally:
        book.close()


def _csv(path: Path) -> Iterator[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            yield from csv.reader(file, delimiter=max(",;\t", key=head.count))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8; save it as « CSV UTF-8 »") from error


def _text(value: object) -> str:
    """A cell as text: a spreadsheet makes days and numbers of what was written as text."""
    if value is None or value != value:  # NaN, of a frame
        return ""
    if isinstance(value, (dt.datetime, dt.date)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip().removeprefix("'")
