"""How a run goes, on stderr: a bar on a terminal, a log line every half minute elsewhere, and a summary at the end."""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tqdm import tqdm

from ralliement.readers import count_files

if TYPE_CHECKING:
    from ralliement.batch import Summary

EVERY = 30.0  # seconds

# its thread would keep a process from being forked
tqdm.monitor_interval = 0


class Progress:
    """To be called with the counts so far; `paths` are the files and folders to be read."""

    def __init__(self, paths: Iterable[str | Path]) -> None:
        total = count_files(paths)
        self._bar = tqdm(total=total, unit=" articles", file=sys.stderr) if sys.stderr.isatty() else None
        self._total = total
        self._told = time.perf_counter()
        self.summary: Summary | None = None

    def __call__(self, summary: "Summary") -> None:
        """Tell."""
        self.summary = summary
        if self._bar is not None:
            self._bar.update(_done(summary) - self._bar.n)
        elif time.perf_counter() - self._told >= EVERY:
            self._told = time.perf_counter()
            rate = _done(summary) / summary.seconds
            print(f"{_done(summary)} articles of {self._total} files, {rate:.1f} a second", file=sys.stderr)  # noqa: T201

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()
        if self.summary is not None:
            print(describe(self.summary), file=sys.stderr)  # noqa: T201


def describe(summary: "Summary") -> str:
    """One line on a whole run."""
    parts = [f"{summary.read} articles read", f"{summary.processed} processed"]
    if summary.known:
        parts.append(f"{summary.known} stored before")
    if summary.duplicates:
        parts.append(f"{summary.duplicates} duplicate{'s' * (summary.duplicates > 1)}")
    parts += [f"{count} × {error}" for error, count in sorted(summary.errors.items())]
    parts.append(f"{summary.seconds:.1f} s")
    if summary.words:
        parts.append(f"{summary.words / summary.seconds:.0f} words a second")
    if summary.interrupted:
        parts.append("interrupted: run it again to go on")
    return ", ".join(parts)


def _done(summary: "Summary") -> int:
    return summary.known + summary.processed + summary.errors.total()
