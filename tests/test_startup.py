"""The cache of compiled patterns: the same pattern, faster, whatever is in the folder."""

import subprocess
import sys

import pytest

CODE = """
import sys, time
from pathlib import Path
from ralliement.startup import import_french
start = time.process_time()
import_french(Path(sys.argv[1]))
seconds = time.process_time() - start
import spacy
doc = spacy.blank("fr")("L'aide-soignant d'Aix-en-Provence a-t-il, aujourd'hui, payé 3,50 € chez www.exemple.fr ?")
print(seconds, "|".join(token.text for token in doc))
"""


def run(cache):
    done = subprocess.run([sys.executable, "-c", CODE, str(cache)], capture_output=True, text=True, check=True)
    seconds, _, tokens = done.stdout.strip().partition(" ")
    return float(seconds), tokens


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    cache = tmp_path_factory.mktemp("cache") / "ralliement"
    return cache, *run(cache)


def test_the_second_start_is_faster_and_tokenises_alike(first):
    cache, compiling, tokens = first
    loading, again = run(cache)
    assert again == tokens
    assert loading < compiling / 2


@pytest.mark.parametrize("damage", [b"", b"odd", None])
def test_a_damaged_cache_is_compiled_anew(first, tmp_path, damage):
    cache, _, tokens = first
    for file in cache.iterdir():
        data = file.read_bytes()
        (tmp_path / file.name).write_bytes(data[:-7] if damage is None else damage)
    assert run(tmp_path)[1] == tokens
    assert run(tmp_path)[0] < run(tmp_path / "new")[0]


def test_a_folder_that_cannot_be_made_is_no_harm(first, tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert run(tmp_path / "file" / "cache")[1] == first[2]
