"""Readers: one module a format, each yields Articles or ReadErrors.

`read_articles` walks the given paths in order and opens each file with the module of its format, told by its content.
"""

import io
import os
import stat
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ralliement.article import Article, ReadError
from ralliement.readers import archive, html, jsons, metadata, tabular, tei, text
from ralliement.readers.sniff import ADVICE, sniff
from ralliement.readers.source import MAX_BYTES, RefusedError, Source

STDIN = "-"

_READERS: dict[str, Callable[[Source], Iterator[Article | ReadError]]] = {
    "text": text.read,
    "html": html.read,
    "xml": tei.read,
    "json": jsons.read,
    "table": tabular.read,
}


def read_articles(paths: Iterable[str | Path], text_column: str | None = None) -> Iterator[Article | ReadError]:
    """Articles of files, folders and zip archives, folders walked in sorted order; `-` is standard input.

    What cannot be read comes as a `ReadError`; nothing is left out silently and nothing stops the others. An article's
    path is relative to the folder given, with `/`, composed (NFC); that of a file given by itself is its name. Hidden
    files and `metadata.csv` are no articles. `text_column` names the column of tables and JSON that holds the text.
    """
    for path in paths:
        for source in _sources(path, text_column):
            yield from [source] if isinstance(source, ReadError) else _read(source)


def count_files(paths: Iterable[str | Path]) -> int:
    """Number of files that `read_articles` would open, an archive counted as one."""
    found = (source for path in paths if str(path) != STDIN for source in _sources(path, None))
    return sum(isinstance(source, Source) for source in found)


def _read(source: Source, packed: bool = False) -> Iterator[Article | ReadError]:
    """The articles of a file, on disk or `packed` in an archive; any failure is an error of that file."""
    empty = True
    try:
        for found in _parts(source, packed):
            empty = False
            yield found
        if empty:
            yield source.error("no article", "no article in it; check that it is the right file")
    except RefusedError as error:
        yield source.error(error.error, str(error))
    except OSError as error:
        yield source.error("unreadable file", f"{error.strerror or error}; check that you may read it")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        yield source.error("broken archive", f"{error}; download it again, or unpack it")
    except Exception as error:  # a library's failure on one page must not end a run over thousands
        yield source.error(type(error).__name__, f"{error}; please report the file")


def _parts(source: Source, packed: bool) -> Iterator[Article | ReadError]:
    head = source.head()
    kind = sniff(head, source.name)
    if kind == "text" and source.name == STDIN and tabular.is_table(head, source.text_column):
        kind = "table"
    if kind in ADVICE:
        yield source.error(kind, ADVICE[kind])
    elif kind != "zip":
        yield from _READERS[kind](source)
    elif packed:
        yield source.error("archive in an archive", "unpack it, or give it by itself")
    else:
        for member in archive.sources(source):
            yield from [member] if isinstance(member, ReadError) else _read(member, packed=True)


def _sources(path: str | Path, text_column: str | None) -> Iterator[Source | ReadError]:
    if str(path) == STDIN:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            yield ReadError(STDIN, "read", "too large", f"over {MAX_BYTES // 1_000_000} MB; give it as a file")
        else:
            yield Source(STDIN, partial(io.BytesIO, data), {}, text_column)
        return
    path = Path(path)
    if path.is_dir():
        empty = True
        for source in _walk(path, "", text_column, set()):
            empty = False
            yield source
        if empty:
            yield ReadError(str(path), "read", "empty folder", "no article in it; give the folder that holds the files")
    elif path.exists():
        yield from _files([path], "", text_column)
    else:
        yield ReadError(str(path), "read", "missing path", "no such file or folder; check the spelling")


def _walk(
    folder: Path, within: str, text_column: str | None, seen: set[tuple[int, int]]
) -> Iterator[Source | ReadError]:
    """The files of a folder and of those in it; `seen` holds the folders read, so that links cannot loop."""
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda entry: _composed(entry.name))
    except OSError as error:
        yield ReadError(within.rstrip("/") or str(folder), "read", "unreadable folder", f"{error.strerror}; check it")
        return
    if (status.st_dev, status.st_ino) in seen:
        yield ReadError(within.rstrip("/"), "read", "link loop", "a link to a folder that is read already; remove it")
        return
    seen.add((status.st_dev, status.st_ino))
    files: list[Path] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _files(files, within, text_column)
            files = []
            yield from _walk(entry, f"{within}{_composed(entry.name)}/", text_column, seen)
        else:
            files.append(entry)
    yield from _files(files, within, text_column)


def _files(files: list[Path], within: str, text_column: str | None) -> Iterator[Source | ReadError]:
    """The sources of files of one folder, described by its metadata.csv."""
    described: dict[str, dict[str, str]] = {}
    beside = files[0].parent / metadata.METADATA if files else None
    if beside is not None and beside.is_file():
        try:
            described = metadata.described_files(Source(beside.name, _opener(beside)).read())
        except RefusedError as error:
            yield ReadError(f"{within}{beside.name}", "read", error.error, str(error))
    for file in files:
        name = within + _composed(file.name)
        try:
            regular = stat.S_ISREG(os.stat(file).st_mode)
        except OSError as error:
            yield ReadError(name, "read", "broken link", f"{error.strerror}; remove the link, or put the file there")
            continue
        if not regular:
            yield ReadError(name, "read", "no file", "a pipe or device; give files")
        elif file.name != metadata.METADATA:
            yield Source(name, _opener(file), described.get(metadata.stem(name), {}), text_column)


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
