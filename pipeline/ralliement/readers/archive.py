"""Zip archives: their files, read where they are; nothing is ever written to disk."""

import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from ralliement.article import ReadError
from ralliement.readers import metadata
from ralliement.readers.sniff import ADVICE
from ralliement.readers.source import RefusedError, Source

MAX_FILES = 500_000
MAX_RATIO = 200  # a text packs some 3 to 10 times, a bomb a thousand times and more
MAX_TOTAL = 20_000_000_000  # bytes unpacked

# packed documents that are no archives to their users
_DOCUMENTS = {
    "word/document.xml": "Word document",
    "xl/workbook.xml": "Excel workbook",
    "META-INF/container.xml": "EPUB",
    "content.xml": "OpenDocument",
}


def sources(archive: Source) -> Iterator[Source | ReadError]:
    """The files of an archive, sorted, named `ARCHIVE.zip/FILE`; those it would be unsafe to read are errors.

    Raises `RefusedError` for what is no archive of articles.
    """
    with archive.open() as file:
        try:
            packed = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise RefusedError("broken archive", f"{error}; download it again, or unpack it") from error
        infos = packed.infolist()
        names = {info.filename for info in infos}
        if document := next((kind for name, kind in _DOCUMENTS.items() if name in names), None):
            raise RefusedError(document, ADVICE[document])
        if len(infos) > MAX_FILES or sum(info.file_size for info in infos) > MAX_TOTAL:
            raise RefusedError("too large", f"over {MAX_FILES} files or {MAX_TOTAL // 10**9} GB unpacked; split it")
        described = _described(packed, infos)
        for info in sorted(infos, key=_name):
            name = _name(info)
            path = PurePosixPath(name)
            if info.is_dir() or any(p.startswith((".", "__MACOSX")) and p != ".." for p in path.parts):
                continue
            if path.name == metadata.METADATA:
                if isinstance(rows := described[str(path.parent)], RefusedError):
                    yield archive.error(rows.error, str(rows), name)
                continue
            if problem := _problem(info, path):
                yield ReadError(f"{archive.name}/{name}", "read", *problem)
            else:
                rows = described.get(str(path.parent), {})
                row = {} if isinstance(rows, RefusedError) else rows.get(metadata.stem(name), {})
                yield Source(f"{archive.name}/{name}", partial(_open, packed, info), row, archive.text_column)


def _name(info: zipfile.ZipInfo) -> str:
    """Composed, with `/`; archives made on a Mac hold UTF-8 names without saying so."""
    name = info.filename
    if not info.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _problem(info: zipfile.ZipInfo, path: PurePosixPath) -> tuple[str, str] | None:
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "unsafe path", "it climbs out of the archive; make the archive again from a folder you trust"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "link", "a symbolic link in an archive; put the file itself in it"
    if info.flag_bits & 0x1:
        return "encrypted", "protected by a password; unpack it and give the folder"
    if info.file_size > 1_000_000 and info.file_size > MAX_RATIO * info.compress_size:
        return "too large", f"packed over {MAX_RATIO} times, as bombs are; unpack it yourself if you trust it"
    return None


def _open(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast("BinaryIO", packed.open(info))
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise RefusedError("broken archive", f"{error}; download it again, or unpack it") from error


def _described(
    packed: zipfile.ZipFile, infos: list[zipfile.ZipInfo]
) -> dict[str, dict[str, dict[str, str]] | RefusedError]:
    """Per folder of the archive the rows of its metadata.csv, or what is wrong with it."""
    found: dict[str, dict[str, dict[str, str]] | RefusedError] = {}
    for info in infos:
        path = PurePosixPath(_name(info))
        if path.name == metadata.METADATA:
            try:
                source = Source(str(path), partial(_open, packed, info))
                found[str(path.parent)] = metadata.described_files(source.read())
            except RefusedError as error:
                found[str(path.parent)] = error
    return found
