"""The article, as read from a file: plain, frozen, without spaCy or pandas."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` is as read (byte order mark removed, CRLF as LF); `published` is an ISO date or None."""

    path: str
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def id(self) -> str:
        """Stable id: 16 hex digits of a hash of the path within the input and of the text."""
        return hashlib.blake2b(f"{self.path}\0{self.text}".encode(), digest_size=8).hexdigest()

    @property
    def metadata(self) -> dict[str, str | None]:
        """What `doc._.article` holds: all but the text."""
        return {
            "id": self.id,
            "path": self.path,
            "title": self.title,
            "author": self.author,
            "publisher": self.publisher,
            "published": self.published,
        }


@dataclass(frozen=True, slots=True)
class ReadError:
    """Input that gave no article: where, at which stage, what went wrong and what to try."""

    path: str
    stage: str  # read, process or store
    error: str
    message: str
