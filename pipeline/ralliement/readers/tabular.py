"""CSV and TSV: an article a row, whatever the delimiter, the encoding and the order of the columns."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from ralliement.article import Article, ReadError
from ralliement.readers.columns import article_of, columns_of
from ralliement.readers.decode import decode, mark_of
from ralliement.readers.source import MAX_BYTES, RefusedError, Source

_BLOCK = 1 << 20


def read(source: Source) -> Iterator[Article | ReadError]:
    """The articles of a table, one row at a time; a row that cannot be one is an error of that row."""
    csv.field_size_limit(MAX_BYTES)
    with source.open() as file:
        lines = _bounded(io.TextIOWrapper(file, _encoding(source), newline=""))
        header = next(lines, "")
        rows = csv.reader(_chained(header, lines), delimiter=max(",;\t|", key=header.count))
        try:
            names = [name.strip() for name in next(rows)]
            columns = columns_of(names, source.text_column)
            for number, cells in enumerate(rows, 1):
                if len(cells) == len(names):
                    yield article_of(dict(zip(names, cells, strict=True)), columns, source.name, number)
                elif any(cells):
                    yield source.error(
                        "broken row", f"{len(cells)} cells where the header has {len(names)}; quote its text", number
                    )
        except csv.Error as error:
            raise RefusedError("broken table", f"{error}, line {rows.line_num}; save it as « CSV UTF-8 »") from error
        except UnicodeDecodeError as error:
            raise RefusedError("broken encoding", f"{error.reason}; save it as « CSV UTF-8 »") from error


def is_table(head: bytes, text_column: str | None) -> bool:
    """Whether bytes without a file name begin with a header of columns, one of which is the text."""
    with suppress(RefusedError):
        header = decode(head.partition(b"\n")[0])
        names = header.split(max(",;\t|", key=header.count))
        a_sentence = max(map(len, names)) > 40 or header.rstrip().endswith((".", "!", "?", "»"))
        return len(names) > 1 and not a_sentence and bool(columns_of(names, text_column))
    return False


def _chained(first: str, others: Iterator[str]) -> Iterator[str]:
    yield first
    yield from others


def _bounded(file: io.TextIOWrapper) -> Iterator[str]:
    """Lines, never more than one in memory nor one without end."""
    number = 0
    while line := file.readline(MAX_BYTES):
        number += 1
        if len(line) == MAX_BYTES:
            raise RefusedError("too large", f"line {number} is over {MAX_BYTES // 1_000_000} MB; check its quotes")
        yield line


def _encoding(source: Source) -> str:
    """The encoding of a file too large to be read as a whole: by its mark, else UTF-8 if all of it is, else cp1252."""
    _, encoding = mark_of(source.head(4))
    if encoding:
        return {"utf-8": "utf-8-sig"}.get(encoding, "utf-16")
    with source.open() as file:
        return "utf-8" if _is_utf8(file) else "cp1252"


def _is_utf8(file: BinaryIO) -> bool:
    rest = b""
    while block := file.read(_BLOCK):
        try:
            (rest + block).decode("utf-8")
            rest = b""
        except UnicodeDecodeError as error:
            rest = (rest + block)[error.start :]
            if len(rest) > 3:  # more than a character cut by the block's end
                return False
    return not rest
