"""Worker processes that survive their own deaths.

A pool of processes, each with the pipeline loaded, runs one function on chunks of articles. Rows come back, never
Docs. Where a process dies, its chunk is done again; a chunk that kills twice is cut in halves, down to the one
article that kills, which becomes an error.
"""

import contextlib
import gc
import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(slots=True)
class Task(Generic[T]):
    """Items to process together, and how many processes died of them."""

    items: list[T]
    deaths: int = 0


class Work(Generic[T]):
    """Tasks to be done, those that killed a process first."""

    def __init__(self, chunks: Iterable[list[T]]) -> None:
        self._chunks = iter(chunks)
        self._again: deque[Task[T]] = deque()

    def __iter__(self) -> Iterator[Task[T]]:
        return self

    def __next__(self) -> Task[T]:
        return self._again.popleft() if self._again else Task(next(self._chunks))

    def died(self, task: Task[T]) -> list[T]:
        """Put a deadly task back to be done again, whole or in halves; the item that kills by itself."""
        if task.deaths == 0:
            self._again.append(Task(task.items, 1))
        elif len(task.items) > 1:
            half = len(task.items) // 2
            self._again += (Task(task.items[:half], 1), Task(task.items[half:], 1))
        else:
            return task.items
        return []


class _Worker(Generic[T, R]):
    """A process that waits for tasks at the other end of a pipe."""

    def __init__(self, function: Callable[[list[T]], list[R]], others: "Iterable[_Worker[T, R]]") -> None:
        fork = fork_is_safe()
        context = multiprocessing.get_context("fork") if fork else multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        # a forked process holds our ends of all pipes: unless it closes them, it does not see us die
        ours = [self.pipe, *(other.pipe for other in others)] if fork else []
        process = context.Process(target=_serve, args=(function, theirs, ours), daemon=True)
        gc.freeze()  # pages that the collector does not touch stay shared
        process.start()
        gc.unfreeze()
        self.process: BaseProcess = process
        theirs.close()
        self.task: Task[T] | None = None

    def give(self, task: Task[T]) -> None:
        self.task = task
        with contextlib.suppress(OSError):  # dead already: seen when its answer is awaited
            self.pipe.send(task.items)

    def answer(self) -> list[R] | None:
        """What the task gave, None where the process died."""
        try:
            results: list[R] = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            return None
        return results

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def run(
    function: Callable[[list[T]], list[R]], chunks: Iterable[list[T]], count: int
) -> Iterator[tuple[list[T], list[R] | None]]:
    """Chunks with what `function` gives for them, as they are done; None for the one item that kills its process."""
    work = Work(chunks)
    workers: list[_Worker[T, R]] = []
    try:
        for task in work:
            workers.append(_Worker(function, workers))
            workers[-1].give(task)
            if len(workers) == count:
                break
        while busy := [worker for worker in workers if worker.task]:
            ready = wait([worker.pipe for worker in busy])
            for worker in [worker for worker in busy if worker.pipe in ready]:
                yield from _take(worker, work, workers, function)
    finally:
        for worker in workers:
            worker.end()


def _take(
    worker: _Worker[T, R], work: Work[T], workers: list[_Worker[T, R]], function: Callable[[list[T]], list[R]]
) -> Iterator[tuple[list[T], list[R] | None]]:
    """Take a worker's answer and give it, or the one that replaces it, the next task."""
    task, answer = worker.task, worker.answer()
    assert task is not None
    deadly: list[T] = []
    if answer is None:
        deadly = work.died(task)
        workers.remove(worker)
        worker.end()
        worker = _Worker(function, workers)
        workers.append(worker)
    worker.task = None
    following = next(work, None)
    if following:
        worker.give(following)  # before the answer is used, so that the process does not wait
    if answer is not None:
        yield task.items, answer
    elif deadly:
        yield deadly, None


def _serve(function: Callable[[list[T]], list[R]], pipe: Connection, inherited: Iterable[Connection]) -> None:
    """Answer tasks until the other end is closed, by us or by death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is ours to end after the chunk in hand
    for connection in inherited:
        connection.close()
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(function(pipe.recv()))


def fork_is_safe() -> bool:
    """Whether a fork copies all there is to copy: elsewhere, or beside threads, a process starts from scratch."""
    return sys.platform == "linux" and threading.active_count() == 1
