"""Files for others: each table in each format asked for, empty ones too; a workbook and a graph of them all."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from ralliement import extras, network, schema, workbook
from ralliement.tables import Tables

Rows = Iterable[dict[str, Any]]
Writer = Callable[[Path, schema.Table, Rows], None]

_STEM = "ralliement"  # of the formats that hold all tables in one file
_BATCH = 5_000  # rows in memory at a time
_EXTRAS = {"xlsx": "excel", "parquet": "parquet", "gexf": "graph"}


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How a spreadsheet wants its CSV."""

    delimiter: str
    encoding: str
    decimal: str


CSV_STYLES = {"plain": CsvStyle(",", "utf-8", "."), "fr": CsvStyle(";", "utf-8-sig", ",")}


def check(formats: Iterable[str]) -> None:
    """Raise `InputError`, with what to install, for a format whose package is missing."""
    for format_ in formats:
        if format_ in _EXTRAS:
            extras.require(_EXTRAS[format_], format_)


def write(
    tables: Tables, folder: str | Path, formats: Iterable[str], *, csv_style: str = "plain", text: bool = True
) -> list[Path]:
    """Write the tables into a folder; the paths written.

    Args:
        tables: what to write.
        folder: made if need be. csv, jsonl and parquet are a file a table, `FOLDER/quotes.csv`; xlsx and gexf one file.
        formats: of `FORMATS`.
        csv_style: of `CSV_STYLES`; `fr` is what Excel opens in French: semicolons, a byte order mark, decimal commas.
        text: whether the articles' bodies are among it.

    In csv, a cell that a spreadsheet would take for a formula is kept from it by an apostrophe before it.

    Raises `InputError`, with what to install, where a format's package is missing.

    """
    formats = list(formats)
    check(formats)
    Path(folder).mkdir(parents=True, exist_ok=True)
    writers: dict[str, Writer] = {**_TABLE_FORMATS, "csv": partial(_csv, CSV_STYLES[csv_style])}
    kept = [_without_text(table) if table.name == "articles" and not text else table for table in schema.TABLES]
    written: list[Path] = []
    for format_ in formats:
        if format_ in writers:
            for table in kept:
                with _whole(Path(folder) / f"{table.name}.{format_}", written) as path:
                    writers[format_](path, table, _rows(tables, table))
        else:
            with _whole(Path(folder) / f"{_STEM}.{format_}", written) as path:
                _ONE_FILE[format_](path, tables, kept)
    return written


@contextmanager
def _whole(path: Path, written: list[Path]) -> Iterator[Path]:
    """Where to write what becomes `path` at the end: a reader of the old file keeps it until the new one is whole."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        yield unfinished
        unfinished.replace(path)
        written.append(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _without_text(table: schema.Table) -> schema.Table:
    return replace(table, columns=tuple(column for column in table.columns if column.name != "text"))


def _rows(tables: Tables, table: schema.Table) -> Iterator[dict[str, Any]]:
    return ({name: row[name] for name in table.names} for row in tables.rows(table.name))


# --- a file a table --------------------------------------------------------------------------------------------------


def _csv(style: CsvStyle, path: Path, table: schema.Table, rows: Rows) -> None:
    with path.open("w", encoding=style.encoding, newline="") as file:
        writer = csv.writer(file, delimiter=style.delimiter)
        writer.writerow(table.names)
        writer.writerows([_cell(style, value) for value in row.values()] for row in rows)


def _cell(style: CsvStyle, value: object) -> object:
    if isinstance(value, float):
        return str(value).replace(".", style.decimal)
    return workbook.neutral(value)


def _jsonl(path: Path, table: schema.Table, rows: Rows) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _parquet(path: Path, table: schema.Table, rows: Rows) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        "str": pa.string(), "date": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(),
        "list": pa.list_(pa.string()),
    }  # fmt: skip
    columns = pa.schema([(column.name, types[column.type]) for column in table.columns])
    left = iter(rows)
    with parquet.ParquetWriter(path, columns) as writer:
        while batch := list(islice(left, _BATCH)):
            writer.write_table(pa.Table.from_pylist(batch, columns))


_TABLE_FORMATS: dict[str, Writer] = {
    "csv": partial(_csv, CSV_STYLES["plain"]),
    "jsonl": _jsonl,
    "parquet": _parquet,
}

# --- one file --------------------------------------------------------------------------------------------------------


def _xlsx(path: Path, tables: Tables, kept: list[schema.Table]) -> None:
    with workbook.create(path) as book:
        for table in kept:
            workbook.add_sheet(book, table, _rows(tables, table))


def _gexf(path: Path, tables: Tables, kept: list[schema.Table]) -> None:
    network.write(path, tables)


_ONE_FILE: dict[str, Callable[[Path, Tables, list[schema.Table]], None]] = {"xlsx": _xlsx, "gexf": _gexf}

FORMATS = (*_TABLE_FORMATS, *_ONE_FILE)


def stream(tables: Tables, file: TextIO, names: Iterable[str]) -> None:
    """Write rows as JSON Lines with a `table` key."""
    for name in names:
        for row in tables.rows(name):
            file.write(json.dumps({"table": name, **row}, ensure_ascii=False) + "\n")
