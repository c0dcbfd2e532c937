"""A faster start: spaCy's French tokenizer compiles one pattern of 1,450,000 characters whenever it is imported.

That is 1.7 s of the 3.1 s of CPU that loading takes; our own numbers and dates were 0.3 s. Here the compiled code is
kept in the user's cache folder, under a key of the pattern and of the interpreter. It touches internals of CPython
(`re._compiler`, `_sre`); where anything is not as expected, the pattern is compiled as always.
"""

import hashlib
import importlib
import marshal
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

LONG = 10_000  # characters; shorter patterns compile faster than they load
CHECK = 16  # bytes of checksum before the code


def import_french(cache: Path | None = None) -> None:
    """Import `spacy.lang.fr`, with its patterns from the folder `cache` (default: the user's)."""
    if "spacy.lang.fr" not in sys.modules:
        with _compiled_patterns(cache or _user_cache()):
            importlib.import_module("spacy.lang.fr")


def compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """`re.compile`, of a long pattern once a machine."""
    with _compiled_patterns(_user_cache()):
        return re.compile(pattern, flags)


def _user_cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ralliement"


@contextmanager
def _compiled_patterns(cache: Path) -> Iterator[None]:
    """While in it, long patterns are compiled once a machine."""
    compiler: Any = getattr(re, "_compiler", None)
    sre: Any = getattr(compiler, "_sre", None)
    if sre is None or not hasattr(sre, "compile"):
        yield
        return
    original = compiler.compile

    def compile_(pattern: object, flags: int = 0) -> object:
        if not isinstance(pattern, str) or len(pattern) < LONG:
            return original(pattern, flags)
        key = hashlib.blake2b(f"{sys.version}\0{sre.MAGIC}\0{flags}\0{pattern}".encode(), digest_size=16).hexdigest()
        code = _read(cache / key)
        if code is not None:
            with suppress(Exception):  # _sre checks the code that it is given
                return sre.compile(pattern, *code)
        recorder = _Recorder(sre)
        compiler._sre = recorder
        try:
            compiled = original(pattern, flags)
        finally:
            compiler._sre = sre
        _write(cache / key, recorder.code)
        return compiled

    compiler.compile = compile_
    try:
        yield
    finally:
        compiler.compile = original


class _Recorder:
    """`_sre`, which keeps what the last pattern was compiled to."""

    def __init__(self, sre: ModuleType) -> None:
        self._sre = sre
        self.code: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> object:
        return getattr(self._sre, name)

    def compile(self, pattern: str, *code: object) -> object:
        self.code = code
        compiled: object = self._sre.compile(pattern, *code)
        return compiled


def _read(path: Path) -> tuple[Any, ...] | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if _checksum(data[CHECK:]) != data[:CHECK]:
        return None
    code: tuple[Any, ...] = marshal.loads(data[CHECK:])
    return code


def _write(path: Path, code: tuple[Any, ...]) -> None:
    flags, numbers, groups, groupindex, indexgroup = code
    with suppress(OSError, ValueError):  # no cache is no harm
        data = marshal.dumps((int(flags), list(map(int, numbers)), groups, dict(groupindex), indexgroup))
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(_checksum(data) + data)
        os.replace(name, path)


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=CHECK).digest()
