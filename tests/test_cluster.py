import json
import subprocess
import sys
from pathlib import Path

import pytest

from ralliement import Tables, cluster, extract
from ralliement.errors import InputError
from ralliement.schema import TABLES

pytest.importorskip("distributed")
HERE = Path(__file__).parent
SAMPLE = HERE.parent / "corpora" / "ai-alliance"


def everything(tables):
    return {table.name: list(tables.rows(table.name)) for table in TABLES}


def test_a_cluster_gives_what_one_process_gives_although_a_worker_is_killed(nlp, tmp_path):
    command = [sys.executable, HERE / "on_cluster.py", tmp_path, SAMPLE]
    told, log = tmp_path / "told.json", tmp_path / "log.txt"
    with told.open("w") as stdout, log.open("w") as stderr:  # a pipe would wait for workers that outlive the run
        done = subprocess.run(command, stdout=stdout, stderr=stderr, check=False, timeout=100)
    assert done.returncode == 0, log.read_text()
    assert everything(Tables(tmp_path)) == everything(extract(SAMPLE, nlp=nlp))
    doubled = json.loads(told.read_text())
    assert doubled == [[[1], [2]], [[2, 3], [4, 6]], [[12], [24]], [[13], None]]


def test_workers_of_another_version_are_refused():
    with pytest.raises(InputError, match=r"0\.0\.1"):
        cluster._check_versions({"tcp://a": "0.0.1"})


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr("ralliement.extras.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install 'ralliement\[dask\]'"):
        next(cluster.run(list, [[1]], "tcp://127.0.0.1:9"))


def test_a_missing_scheduler_is_told():
    code = (
        "import dask; dask.config.set({'distributed.comm.timeouts.connect': '100ms'});"
        "from ralliement import cluster; list(cluster.run(list, [[1]], 'tcp://127.0.0.1:9'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "InputError: no scheduler at tcp://127.0.0.1:9" in done.stderr
