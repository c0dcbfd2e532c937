from collections import Counter

import pytest

from ralliement import progress
from ralliement.batch import Summary
from ralliement.progress import Progress, describe


@pytest.fixture
def clock(monkeypatch):
    """A clock that is set by hand."""
    time = [0.0]
    monkeypatch.setattr(progress.time, "perf_counter", lambda: time[0])
    return time


def summary(seconds=10.0, **counts):
    done = Summary(**counts)
    done.started = -seconds
    return done


def test_a_run_is_told_in_one_line(clock):
    whole = summary(read=9, processed=5, known=3, words=200, duplicates=2, errors=Counter({"PDF": 1, "not French": 2}))
    assert describe(whole) == (
        "9 articles read, 5 processed, 3 stored before, 2 duplicates, 1 × PDF, 2 × not French,"
        " 10.0 s, 20 words a second"
    )
    assert describe(summary(read=1, known=1, duplicates=1)) == (
        "1 articles read, 0 processed, 1 stored before, 1 duplicate, 10.0 s"
    )
    assert describe(summary(interrupted=True)).endswith("run it again to go on")


def test_elsewhere_than_on_a_terminal_a_line_is_told_every_half_minute(clock, capsys, tmp_path):
    (tmp_path / "a.txt").write_text("x")
    with Progress([tmp_path]) as told:
        for clock[0] in (5.0, 29.0, 31.0, 40.0, 62.0):
            told(summary(processed=int(clock[0])))
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in lines] == ["31", "62", "0"]
    assert "of 1 files" in lines[0]
