"""Bytes to text: byte order mark, then UTF-8, then cp1252."""

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> str:
    """The text, without byte order mark, line ends as LF, nothing else changed.

    Raises `ValueError`, with what to try, for bytes that are mostly UTF-8 but broken, and for those that are
    neither UTF-8 nor cp1252.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lines(_strict(data[len(bom) :], encoding))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise ValueError(_message("UTF-8", error)) from error
    return _lines(_strict(data, "cp1252"))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(_message(encoding.upper(), error)) from error


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
