"""Files for others: each table in each format asked for, empty ones too."""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TextIO

from ralliement import schema
from ralliement.tables import Tables

Rows = Iterable[dict[str, Any]]


def write(tables: Tables, folder: str | Path, formats: Iterable[str]) -> list[Path]:
    """Write `FOLDER/TABLE.FORMAT` for each table; the paths written. Raises `KeyError` for an unknown format."""
    written = []
    for format_ in formats:
        for table in schema.TABLES:
            path = Path(folder) / f"{table.name}.{format_}"
            # a reader of the old file keeps it until the new one is whole
            unfinished = path.with_name(f".{path.name}.part")
            FORMATS[format_](unfinished, table, tables.rows(table.name))
            unfinished.replace(path)
            written.append(path)
    return written


def _csv(path: Path, table: schema.Table, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.names)
        writer.writerows([_cell(value) for value in row.values()] for row in rows)


def _cell(value: object) -> object:
    return " | ".join(value) if isinstance(value, list) else value


def _jsonl(path: Path, table: schema.Table, rows: Rows) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


FORMATS: dict[str, Callable[[Path, schema.Table, Rows], None]] = {"csv": _csv, "jsonl": _jsonl}


def stream(tables: Tables, file: TextIO, names: Iterable[str]) -> None:
    """Write rows as JSON Lines with a `table` key."""
    for name in names:
        for row in tables.rows(name):
            file.write(json.dumps({"table": name, **row}, ensure_ascii=False) + "\n")
