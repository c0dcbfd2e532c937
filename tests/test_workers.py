import os
import signal
from collections import Counter

import pytest

from ralliement import workers


def double(items):
    """Twice each number; 13 kills the process."""
    if 13 in items:
        os.kill(os.getpid(), signal.SIGKILL)
    return [2 * item for item in items]


def chunks(count, size=3):
    return [list(range(start, start + size)) for start in range(0, count, size)]


def outcome(numbers, count=2):
    return {
        item: None if results is None else results[index]
        for items, results in workers.run(double, numbers, count)
        for index, item in enumerate(items)
    }


def test_every_item_comes_back_with_its_result():
    assert outcome(chunks(12)) == {n: 2 * n for n in range(12)}
    assert outcome([]) == {}


def test_the_item_that_kills_is_found_and_all_others_are_done():
    assert outcome(chunks(30)) == {n: 2 * n for n in range(30)} | {13: None}
    assert outcome([list(range(20))]) == {n: 2 * n for n in range(20)} | {13: None}


def test_a_process_that_is_killed_by_chance_costs_nothing(tmp_path):
    def dies_once(items):
        try:
            os.mkdir(tmp_path / str(items[0]))
        except FileExistsError:
            return double(items)
        os.kill(os.getpid(), signal.SIGKILL)

    done = [items for items, results in workers.run(dies_once, chunks(12), 2) if results]
    assert sorted(done) == chunks(12)


def test_chunks_are_read_as_they_are_needed():
    taken = Counter()

    def counted():
        for chunk in chunks(300):
            taken["chunks"] += 1
            yield chunk

    for number, _ in enumerate(workers.run(double, counted(), 2)):
        if number == 3:
            break
    assert taken["chunks"] < 10


def test_processes_end_with_the_run():
    def pid(items):
        return [os.getpid() for _ in items]

    pids = {pid for _, results in workers.run(pid, chunks(30), 2) for pid in results}
    assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_processes_end_when_their_parent_is_killed():
    """A worker that lost its parent sees the end of its pipe, although its siblings were forked beside it."""
    read, write = os.pipe()

    def announce(items):
        os.write(write, f"{os.getpid()} ".encode())
        return items

    parent = os.fork()
    if parent == 0:
        for _ in workers.run(announce, [[1], [2], [3], [4]], 2):
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(parent, 0)
    os.close(write)
    said = b""
    while part := os.read(read, 1000):  # ends when the last process that holds the pipe is gone
        said += part
    assert len(set(said.split())) == 2


def test_processes_from_scratch_where_a_fork_is_not_safe(monkeypatch):
    monkeypatch.setattr(workers, "fork_is_safe", lambda: False)
    assert outcome([[1, 2], [13]]) == {1: 2, 2: 4, 13: None}
