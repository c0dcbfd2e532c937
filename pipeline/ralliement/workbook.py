"""Excel workbooks: a sheet a table, with filters, a frozen head and typed dates. Needs XlsxWriter (extra `excel`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ralliement import schema
from ralliement.errors import InputError

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

# what Excel holds at most
ROWS = 1_048_576
CHARACTERS = 32_767  # of UTF-16 in a cell

_WIDE = {"text", "sentence", "evidence", "context", "message"}
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")  # Excel's calendar begins in 1900


def joined(value: object) -> object:
    """A cell: lists as one string."""
    return " | ".join(value) if isinstance(value, list) else value


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would compute it."""
    return text.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def neutral(value: object) -> object:
    """A cell of a csv file, kept from being computed by an apostrophe before it; lists as one string."""
    text = joined(value)
    return f"'{text}" if isinstance(text, str) and looks_like_formula(text) else text


@contextmanager
def create(path: Path) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written to `path` at the end."""
    import xlsxwriter

    # rows go to disk as they come
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    try:
        yield book
    finally:
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise InputError(f"{path} cannot be written; close it if a spreadsheet has it open") from error


def add_sheet(book: xlsxwriter.Workbook, table: schema.Table, rows: Iterable[dict[str, Any]]) -> Worksheet:
    """Write a table as a sheet of its name. Raises `InputError` where a sheet has no room for its rows."""
    sheet = book.add_worksheet(table.name)
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    # what looks like a formula is text, and stays so when the cell is edited
    quoted = book.add_format({"quote_prefix": True})
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, 60 if column.name in _WIDE else 18)
        sheet.write_string(0, number, column.name, bold)
    last = 0
    for last, row in enumerate(rows, 1):
        if last >= ROWS:
            raise InputError(f"{table.name} has more rows than an Excel sheet; take --format csv or parquet")
        for number, column in enumerate(table.columns):
            value = joined(row[column.name])
            if column.type == "date" and (at := _day(value)):
                sheet.write_datetime(last, number, at, day)
            elif isinstance(value, str):
                sheet.write_string(last, number, _cut(value), quoted if looks_like_formula(value) else None)
            elif isinstance(value, bool):
                sheet.write_boolean(last, number, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(last, number, value)
    sheet.autofilter(0, 0, last, len(table.columns) - 1)
    return sheet


def _day(value: object) -> date | None:
    """The day of a date that has one; Excel knows no months and years by themselves."""
    return date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else None


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CHARACTERS:
        return text
    return units[: 2 * (CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
