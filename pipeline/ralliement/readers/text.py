"""Plain text, with its metadata: `metadata.csv` beside it, else the file name, else what the text says."""

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.readers.decode import decode

METADATA = "metadata.csv"
_FIELDS = ("title", "author", "publisher", "published")
_HEAD = 3000  # characters in which an article may say when and by whom it was published
_DATELINE = re.compile(r"^(?:Publié|Paru|Mis en ligne|Posté|Article publié|Par [^\n]{3,60}? le )\b[^\n]{0,120}$", re.M)
_NAME = r"(?:d[’'])?[A-ZÀ-Þ][\w’'.-]+"
_BYLINE = re.compile(
    rf"(?:^|^Publié [^\n]{{4,60}}? )[Pp]ar (?P<author>{_NAME}(?: (?:{_NAME}|de|du)){{1,4}})(?=$|[,|•]| [-–—] | le )",
    re.M,
)


def read(file: Path, name: str, data: bytes) -> Iterator[Article | ReadError]:
    """The article of a .txt file."""
    try:
        text = decode(data)
    except ValueError as error:
        yield ReadError(name, "read", "broken encoding", str(error))
        return
    beside = file.parent / METADATA
    row: dict[str, str] = {}
    if beside.is_file():
        try:
            row = _metadata(beside, beside.stat().st_mtime_ns).get(file.stem, {})
        except ValueError as error:
            yield ReadError(str(beside), "read", "metadata", str(error))
    head = text[:_HEAD]
    byline = _BYLINE.search(head)
    yield Article(
        path=name,
        text=text,
        title=row.get("title") or None,
        author=row.get("author") or (byline["author"] if byline else None),
        publisher=row.get("publisher") or None,
        published=article_date(row.get("published") or "") or _date_in_name(file.stem) or _date_in_text(head),
    )


@lru_cache(maxsize=8)
def _metadata(path: Path, modified: int) -> dict[str, dict[str, str]]:
    """Rows of a metadata.csv by id; `modified` only keys the cache. Raises `ValueError`."""
    text = decode(path.read_bytes())
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "id" not in (rows.fieldnames or []):
        raise ValueError("no column id; its header must be id,title,author,publisher,published")
    return {row["id"].removesuffix(".txt"): {f: (row.get(f) or "").strip() for f in _FIELDS} for row in rows}


def _date_in_name(stem: str) -> str | None:
    match = re.search(r"(?<!\d)(?:(?:19|20)\d\d([-_.]?)\d\d\1\d\d|\d\d([-_.])\d\d\2(?:19|20)\d\d)(?!\d)", stem)
    return article_date(match[0].replace("_", "-").replace(".", "-")) if match else None


def _date_in_text(head: str) -> str | None:
    return next(filter(None, (article_date(line[0]) for line in _DATELINE.finditer(head))), None)
