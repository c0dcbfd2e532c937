"""Bytes to text: byte order mark, then UTF-8, then the declared encoding, then cp1252."""

import codecs
import re
from contextlib import suppress

from ralliement.readers.source import RefusedError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text, without byte order mark, line ends as LF, nothing else changed.

    Raises `RefusedError`, with what to try, for bytes that are mostly UTF-8 but broken, and for those that are
    neither UTF-8 nor cp1252.
    """
    mark, encoding = mark_of(data)
    if encoding:
        return _lines(_strict(data[len(mark) :], encoding))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise RefusedError("broken encoding", _message("UTF-8", error)) from error
    return _lines(_strict(data, "cp1252"))


def decode_markup(data: bytes) -> str:
    """The text of a page that may declare its encoding; a damaged byte becomes « � », as in a browser.

    Raises `RefusedError` for UTF-16 that is broken.
    """
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if not mark_of(data)[1] and _mostly_utf8(data):
        return _lines(data.decode("utf-8", errors="replace"))
    if not mark_of(data)[1] and name not in ("utf-8", "utf8"):
        with suppress(LookupError, UnicodeDecodeError):  # a wrong declaration is as good as none
            return _lines(data.decode(_WEB_NAMES.get(name, name)))
    return decode(data)


# what browsers take these for: pages that declare Latin-1 hold the « œ » and « … » of cp1252
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


def mark_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that `data` starts with and the encoding it stands for, else two empty ones."""
    return next(((mark, encoding) for mark, encoding in _BOMS if data.startswith(mark)), (b"", ""))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError("broken encoding", _message(encoding.upper(), error)) from error


def _message(encoding: str, error: UnicodeDecodeError) -> str:
    return f"broken {encoding} at byte {error.start}; download the file again, or save it as UTF-8"


def _mostly_utf8(data: bytes) -> bool:
    # cp1252 read as UTF-8 is broken at every accent; UTF-8 with a damaged byte at one of them only
    decoded = data.decode("utf-8", errors="replace")
    broken = decoded.count("\ufffd")
    whole = sum(character > "\x7f" for character in decoded) - broken
    return whole > broken


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")
