"""The same chunks on a Dask cluster: workers return rows, the one writer stays here.

Dask may run a task twice; a chunk's rows are taken once, and the store replaces an article's rows anyway.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ralliement import __version__
from ralliement.errors import InputError
from ralliement.workers import Task, Work

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2  # tasks a thread: one at work, one at hand


def run(
    function: Callable[[list[T]], list[R]], chunks: Iterable[list[T]], address: str
) -> Iterator[tuple[list[T], list[R] | None]]:
    """As `workers.run`, on the cluster whose scheduler is at `address` ("tcp://10.0.0.1:8786").

    Raises `InputError` where there is no such cluster, or where its workers have another version of the package.
    """
    try:
        from distributed import Client, Future, KilledWorker, as_completed
    except ImportError as error:
        raise InputError("a cluster needs Dask: pip install 'ralliement[dask]'") from error
    try:
        client = Client(address)
    except (OSError, ValueError) as error:
        raise InputError(f"no scheduler at {address}; start one with: dask scheduler") from error
    with client:
        _check_versions(client.run(_version))
        work = Work(chunks)
        tasks: dict[Future, Task[T]] = {}
        done = as_completed()

        def submit() -> None:
            # asked each time, because workers come and go
            room = AHEAD * max(1, sum(client.nthreads().values())) - len(tasks)
            for _, task in zip(range(room), work, strict=False):
                # two chunks of the same articles are two tasks
                future = client.submit(function, task.items, pure=False)
                tasks[future] = task
                done.add(future)

        submit()
        for future in done:
            task = tasks.pop(future)
            try:
                results: list[R] | None = future.result()
            except KilledWorker:  # Dask did it again already, three times over
                deadly = work.died(Task(task.items, 1))
                submit()
                if deadly:
                    yield deadly, None
                continue
            submit()
            yield task.items, results


def _version() -> str:
    return __version__


def _check_versions(versions: dict[str, str]) -> None:
    for worker, version in versions.items():
        if version != __version__:
            raise InputError(f"worker {worker} has ralliement {version}, here is {__version__}; install the same")
