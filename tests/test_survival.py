"""Runs survive: killed at random moments, out of disk, beside another run, with deadly articles."""

import contextlib
import multiprocessing
import os
import random
import resource
import signal
import sqlite3
from pathlib import Path

import pytest
import toy

from ralliement import Article, Tables, batch, chronology, extract
from ralliement.article import ReadError
from ralliement.schema import TABLES
from ralliement.store import FILE, Store, StoreError

SAMPLE = Path(__file__).parent.parent / "corpora" / "ai-alliance"
KILLS = int(os.environ.get("KILLS", "50"))
FORK = multiprocessing.get_context("fork")


def everything(tables):
    return {table.name: list(tables.rows(table.name)) for table in TABLES}


def articles(count):
    return [Article(path=f"{n:03}.txt", text=f"Altéo rejoint Ligue. « {n} », dit N{n:03}.") for n in range(count)]


@contextlib.contextmanager
def process(function, *args, **kwargs):
    """A forked process that runs a function; it is killed at the end of the block."""
    child = FORK.Process(target=function, args=args, kwargs=kwargs)
    child.start()
    try:
        yield child
    finally:
        child.kill()
        child.join()


def integrity(out):
    with contextlib.closing(sqlite3.connect(out / FILE)) as db:
        return db.execute("PRAGMA integrity_check").fetchone()[0]


def refused(action, largest):
    """What a process says of an action for which no file may grow over `largest` bytes, as on a full disk."""
    read, write = os.pipe()

    def fill():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        try:
            action()
        except StoreError as error:
            os.write(write, str(error).encode())

    with process(fill) as child:
        child.join()
        assert child.exitcode == 0
    os.close(write)
    with open(read, "rb") as pipe:
        return pipe.read().decode()


def test_killed_at_any_moment_and_resumed_a_run_gives_what_one_run_gives(nlp, tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "CHUNK_ARTICLES", 1)
    whole = everything(extract(SAMPLE, nlp=nlp))
    rng = random.Random(0)
    seconds = 0.3
    kills = stores = 0
    while kills < KILLS:
        out = tmp_path / str(stores)
        stores += 1
        finished = False
        while not finished:
            with process(extract, SAMPLE, out, nlp=nlp, workers=rng.choice([1, 2])) as child:
                child.join(rng.uniform(0, seconds))
                finished = child.exitcode == 0
                assert finished or child.exitcode is None, "only we end it"
            kills += not finished
            if (out / FILE).exists():
                assert integrity(out) == "ok"
        assert everything(Tables(out)) == whole


def test_what_a_killed_run_stored_can_be_read(tmp_path, monkeypatch):
    monkeypatch.setattr(batch, "CHUNK_ARTICLES", 1)

    def die_after_three(summary):
        if summary.processed == 3:
            os.kill(os.getpid(), signal.SIGKILL)

    with process(extract, articles(9), tmp_path, nlp=toy.load(), report=die_after_three) as child:
        child.join()
        assert child.exitcode == -signal.SIGKILL
    tables = Tables(tmp_path)
    assert list(tables.articles["path"]) == ["000.txt", "001.txt", "002.txt"]
    assert list(tables.quotes["speaker"]) == ["N000", "N001", "N002"]
    assert list(tables.who_is_in("Ligue")["articles"]) == [3]


@pytest.mark.parametrize("workers", [2, 3])
def test_workers_give_what_one_process_gives(nlp, workers, monkeypatch):
    monkeypatch.setattr(batch, "CHUNK_ARTICLES", 2)
    assert everything(extract(SAMPLE, nlp=nlp, workers=workers)) == everything(extract(SAMPLE, nlp=nlp))


def test_an_article_that_kills_becomes_an_error(tmp_path):
    corpus = articles(20)
    corpus[7] = Article(path="007.txt", text="Meurs.")
    tables = extract(corpus, nlp=toy.load(), workers=2)
    assert len(tables.articles) == 19
    assert tables.errors.to_dict("records") == [
        {"path": "007.txt", "stage": "process", "error": "worker killed", "message": tables.errors["message"][0]}
    ]


def test_a_second_run_on_one_folder_is_refused_and_harms_nothing(tmp_path):
    extract(articles(3), tmp_path, nlp=toy.load())
    before = everything(Tables(tmp_path))
    with Store(tmp_path).writing():
        with pytest.raises(StoreError, match="another run"):
            extract(articles(5), tmp_path, nlp=toy.load())
        assert everything(Tables(tmp_path)) == before
    assert len(extract(articles(5), tmp_path, nlp=toy.load()).articles) == 5


def test_a_run_that_was_killed_leaves_no_lock(tmp_path):
    def hold(ready):
        with Store(tmp_path).writing():
            ready.set()
            signal.pause()

    ready = FORK.Event()
    with process(hold, ready):
        assert ready.wait(10)
        with pytest.raises(StoreError), Store(tmp_path).writing():
            pass
    with Store(tmp_path).writing():
        pass


def test_a_full_disk_is_told_and_what_was_stored_is_kept(tmp_path):
    nlp = toy.load()
    extract(articles(3), tmp_path, nlp=nlp)
    size = (tmp_path / FILE).stat().st_size
    told = refused(lambda: extract(articles(1500), tmp_path, nlp=nlp), largest=size + 50_000)
    assert "run again to go on" in told
    assert integrity(tmp_path) == "ok"
    assert len(Tables(tmp_path).articles) >= 3
    assert everything(extract(articles(1500), tmp_path, nlp=nlp)) == everything(extract(articles(1500), nlp=nlp))


def test_ctrl_c_ends_after_the_chunk_in_hand_and_the_run_can_go_on(tmp_path):
    nlp = toy.load()
    summaries = []

    def interrupt(summary):
        summaries.append(summary)
        if len(summaries) == 1:
            os.kill(os.getpid(), signal.SIGINT)

    tables = extract(articles(100), tmp_path, nlp=nlp, report=interrupt)
    assert summaries[-1].interrupted
    assert 0 < len(tables.articles) < 100
    assert len(extract(articles(100), tmp_path, nlp=nlp).articles) == 100


def test_ctrl_c_twice_ends_at_once_and_what_was_done_is_kept(tmp_path):
    def interrupt(summary):
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        extract(articles(100), tmp_path, nlp=toy.load(), report=interrupt)
    assert len(Tables(tmp_path).articles) == batch.CHUNK_ARTICLES


@pytest.mark.parametrize(
    ("signals", "code"), [([signal.SIGKILL], -signal.SIGKILL), ([signal.SIGINT], 0), ([signal.SIGINT] * 2, 1)]
)
def test_a_run_ended_while_it_finds_who_is_who_can_be_read_and_goes_on(tmp_path, monkeypatch, signals, code):
    extract(articles(10), tmp_path, nlp=toy.load())
    alliances = chronology.alliances

    def interrupted(*args):
        for number in signals:
            os.kill(os.getpid(), number)
        return alliances(*args)

    with monkeypatch.context() as patch:
        patch.setattr(chronology, "alliances", interrupted)
        with process(extract, articles(20), tmp_path, nlp=toy.load()) as child:
            child.join()
            assert child.exitcode == code
    assert integrity(tmp_path) == "ok"
    whole = everything(extract(articles(20), nlp=toy.load()))
    assert everything(Tables(tmp_path)) == whole
    assert everything(extract(articles(20), tmp_path, nlp=toy.load())) == whole


def test_a_full_disk_while_it_finds_who_is_who_is_told_and_nothing_false_is_read(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Store, "consolidate", lambda store, run=None: None)
        extract(articles(50), tmp_path, nlp=toy.load())
    assert "free some space" in refused(lambda: Tables(tmp_path), largest=20_000)
    assert integrity(tmp_path) == "ok"
    assert everything(Tables(tmp_path)) == everything(extract(articles(50), nlp=toy.load()))


def test_another_program_that_writes_to_the_store_is_told(tmp_path):
    extract(articles(3), tmp_path, nlp=toy.load())
    store = Store(tmp_path)
    store._db.execute("PRAGMA busy_timeout = 0")
    with contextlib.closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="close what else writes"), store.writing():
            store.consolidate()
    store.consolidate()


def test_what_is_read_while_a_run_is_under_way_is_told_to_be_old(tmp_path, caplog):
    extract(articles(3), tmp_path, nlp=toy.load())
    store = Store(tmp_path)
    with store.writing():
        store.put(1, [("", ReadError("x", "read", "empty", ""))])
        assert len(Tables(tmp_path).alliances) == 1
    assert "a run is under way" in caplog.text


def test_runs_that_begin_at_once_make_one_store(tmp_path):
    start = FORK.Event()

    def begin(out):
        start.wait()
        Store(out)

    for number in range(5):
        start.clear()
        with contextlib.ExitStack() as stack:
            children = [stack.enter_context(process(begin, tmp_path / str(number))) for _ in range(4)]
            start.set()
            for child in children:
                child.join()
        assert [child.exitcode for child in children] == [0] * 4


def test_a_damaged_store_is_told(tmp_path):
    extract(articles(200), tmp_path, nlp=toy.load())
    with contextlib.closing(sqlite3.connect(tmp_path / FILE)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = (tmp_path / FILE).stat().st_size
    with (tmp_path / FILE).open("r+b") as file:
        file.seek(size // 4)
        file.write(b"x" * (size // 2))
    with pytest.raises(StoreError, match="damaged"):
        extract(articles(300), tmp_path, nlp=toy.load())


def test_a_file_that_is_no_store_is_told(tmp_path):
    (tmp_path / FILE).write_text("bonjour, ceci est une lettre" * 100)
    with pytest.raises(StoreError, match="another folder"):
        extract(articles(1), tmp_path, nlp=toy.load())
