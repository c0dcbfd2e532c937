"""A file to read, wherever it is: on disk, in an archive, or standard input."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from ralliement.article import ReadError

MAX_BYTES = 30_000_000  # of a file that is read as a whole: no press article, nor an export of a thousand, comes near


class RefusedError(ValueError):
    """A file that is not read: `error` names the kind, the message says what to try."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name within the input (with `/`), and how to open it for reading bytes, as often as needed.

    `described` is what metadata.csv says of it, `text_column` the column that the analyst says holds the text.
    """

    name: str
    open: Callable[[], BinaryIO]
    described: Mapping[str, str] = field(default_factory=dict)
    text_column: str | None = None

    def head(self, length: int = 4096) -> bytes:
        """Its first bytes."""
        with self.open() as file:
            return file.read(length)

    def read(self) -> bytes:
        """All its bytes. Raises `RefusedError` over `MAX_BYTES`; memory stays bounded whatever the file claims."""
        with self.open() as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise RefusedError(
                "too large", f"over {MAX_BYTES // 1_000_000} MB; split it, one article a file, or make it JSON Lines"
            )
        return data

    def error(self, error: str, message: str, part: object = None) -> ReadError:
        """An error of the file, or of a part of it."""
        return ReadError(self.name if part is None else f"{self.name}#{part}", "read", error, message)
