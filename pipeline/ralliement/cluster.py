"""The same chunks on a Dask cluster: workers return rows, the one writer stays here.

Dask may run a task twice; a chunk's rows are taken once, and the store replaces an article's rows anyway.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from ralliement import __version__, extras
from ralliement.errors import InputError
from ralliement.workers import Task, Work

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2  # tasks a thread: one at work, one at hand


def run(
    function: Callable[[list[T]], list[R]], chunks: Iterable[list[T]], address: str
) -> Iterator[tuple[list[T], list[R] | None]]:
    """As `workers.run`, on the cluster whose scheduler is at `address` ("tcp://10.0.0.1:8786").

    Raises `InputError` where there is no such cluster, or where its workers have another version of the package.
    """
    extras.require("dask", "a cluster")
    from distributed import Client

    try:
        client = Client(address)
    except (OSError, ValueError) as error:
        raise InputError(f"no scheduler at {address}; start one with: dask scheduler") from error
    with client:
        _check_versions(client.run(_version))
        suspects = []
        for items, results in _together(client, function, chunks):
            if results is None:
                suspects.append(items)
            else:
                yield items, results
        yield from _one_by_one(client, function, Work(suspects))


def _together(
    client: "Client", function: Callable[[list[T]], list[R]], chunks: Iterable[list[T]]
) -> Iterator[tuple[list[T], list[R] | None]]:
    """Chunks with their results, None where Dask gave up after the deaths of several workers."""
    from distributed import KilledWorker, as_completed

    chunks = iter(chunks)
    waiting: dict[Future, list[T]] = {}
    done = as_completed()

    def submit() -> None:
        # asked each time, because workers come and go
        room = AHEAD * max(1, sum(client.nthreads().values())) - len(waiting)
        for _, items in zip(range(room), chunks, strict=False):
            future = client.submit(function, items, pure=False)  # equal chunks are two tasks all the same
            waiting[future] = items
            done.add(future)

    submit()
    for future in done:
        items = waiting.pop(future)
        submit()
        try:
            yield items, future.result()
        except KilledWorker:
            yield items, None


def _one_by_one(
    client: "Client", function: Callable[[list[T]], list[R]], work: Work[T]
) -> Iterator[tuple[list[T], list[R] | None]]:
    """The same for suspects: a death is laid to all the tasks a worker held, only alone is one known to be deadly."""
    from distributed import KilledWorker

    for task in work:
        try:
            yield task.items, client.submit(function, task.items, pure=False).result()
        except KilledWorker:
            if deadly := work.died(Task(task.items, deaths=1)):
                yield deadly, None


def _version() -> str:
    return __version__


def _check_versions(versions: dict[str, str]) -> None:
    for worker, version in versions.items():
        if version != __version__:
            raise InputError(f"worker {worker} has ralliement {version}, here is {__version__}; install the same")
