"""Readers: one module a format, each yields Articles or ReadErrors.

`read_articles` walks the given paths in order and opens each file with the module of its format.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ralliement.article import Article, ReadError
from ralliement.readers import tei, text
from ralliement.readers.sniff import sniff

Reader = Callable[[Path, str, bytes], Iterator[Article | ReadError]]

_READERS: dict[str, Reader] = {"text": text.read, "xml": tei.read}


def read_articles(paths: Iterable[str | Path]) -> Iterator[Article | ReadError]:
    """Articles of files and folders, folders walked in sorted order; what cannot be read comes as a `ReadError`.

    An article's path is relative to the folder given, with `/`; that of a file given by itself is its name.
    Hidden files and `metadata.csv` are no articles.
    """
    for path in map(Path, paths):
        yield from _read_path(path)


def count_files(paths: Iterable[str | Path]) -> int:
    """Number of files that `read_articles` would open."""
    return sum(sum(1 for _ in _walk(path)) if path.is_dir() else 1 for path in map(Path, paths))


def _read_path(path: Path) -> Iterator[Article | ReadError]:
    if not path.exists():
        yield ReadError(str(path), "read", "missing path", "no such file or folder; check the spelling")
    elif path.is_dir():
        empty = True
        for file in _walk(path):
            empty = False
            yield from _read_file(file, file.relative_to(path).as_posix())
        if empty:
            yield ReadError(str(path), "read", "empty folder", "no article in it; give the folder that holds the files")
    else:
        yield from _read_file(path, path.name)


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == text.METADATA:
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _read_file(file: Path, name: str) -> Iterator[Article | ReadError]:
    try:
        data = file.read_bytes()
    except OSError as error:
        yield ReadError(name, "read", "unreadable file", f"{error.strerror}; check that you may read it")
        return
    kind, problem = sniff(data)
    if problem is None:
        yield from _READERS[kind](file, name, data)
    else:
        yield ReadError(name, "read", kind, problem)
