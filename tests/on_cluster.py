"""Run on a real local cluster, apart from the tests' own process: Dask starts threads, beside which no fork is safe.

usage: python on_cluster.py OUT PATH: extracts PATH to OUT, a worker being killed in the middle, then prints what
chunks of numbers give where 13 kills.
"""

import json
import os
import signal
import sys

import dask
from distributed import LocalCluster

from ralliement import batch, cluster, extract


def double(items):
    if 13 in items:
        os.kill(os.getpid(), signal.SIGKILL)
    return [2 * item for item in items]


def main(out, path):
    batch.CHUNK_ARTICLES = 2
    options = {"distributed.scheduler.allowed-failures": 0}
    with (
        dask.config.set(options),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
    ):
        victims = [next(iter(local.workers.values())).pid]

        def kill_one(summary):
            if victims and summary.processed:
                os.kill(victims.pop(), signal.SIGKILL)

        extract(path, out, scheduler=local.scheduler_address, report=kill_one)
        assert not victims
        done = cluster.run(double, [[12, 13], [1], [2, 3]], local.scheduler_address)
        print(json.dumps(sorted((items, results) for items, results in done)), flush=True)  # noqa: T201
        os._exit(0)  # the cluster's own end may wait for ever for a process that is being started again


if __name__ == "__main__":
    main(*sys.argv[1:])
