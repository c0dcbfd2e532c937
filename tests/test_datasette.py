"""Datasette opens a store with the metadata of the docs: served on loopback and asked as an analyst would."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode

import pytest
import toy
import yaml

from ralliement import Article, Tables, extract, schema
from ralliement.store import FILE

METADATA = Path(__file__).parent.parent / "docs" / "datasette.yml"
DATABASE = yaml.safe_load(METADATA.read_text(encoding="utf-8"))["databases"]["ralliement"]
DEADLINE = 60  # seconds for the server to answer
ARTICLES = [
    Article("a.txt", "Altéo fonde Ligue (2023-12-05). « l'été sera dur », dit Altéo.", published="2023-12-06"),
    Article("b.txt", "Brunel rejoint Ligue (2024-02). « ça coule de source », dit Brunel.", published="2024-02-20"),
    Article("c.txt", "Altéo quitte Ligue (2025-01-20). « Brunel a triché », dit Altéo.", published="2025-01-21"),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    extract(ARTICLES, folder, nlp=toy.load())
    return folder


@pytest.fixture(scope="module")
def served(out):
    """The address of a store under Datasette."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["datasette", out / FILE, "--metadata", METADATA, "--port", str(port)]
    server = subprocess.Popen([sys.executable, "-m", *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}/ralliement"
    try:
        wait_for(server, f"{address}.json")
        yield address
    finally:
        server.kill()
        server.communicate()


def wait_for(server, url):
    deadline = time.monotonic() + DEADLINE
    while True:
        try:
            return get(url)
        except URLError:
            assert time.monotonic() < deadline, "no answer"
        try:
            server.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(server.communicate()[0].decode())


def get(url, **parameters):
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback goes through no proxy
    with direct.open(f"{url}?{urlencode(parameters)}" if parameters else url, timeout=DEADLINE) as answer:
        return answer.read().decode()


def rows(served, name, **parameters):
    return json.loads(get(f"{served}/{name}.json", _shape="array", **parameters))


def test_quotes_are_found_by_their_words_accents_apart(served):
    assert [row["text"] for row in rows(served, "quotes", _search="ETE")] == ["« l'été sera dur »"]
    assert [row["speaker"] for row in rows(served, "quotes", _search="ça coule")] == ["Brunel"]
    assert rows(served, "quotes", _search="rivière") == []
    assert rows(served, "quotes", _search="Ligue") == []  # in the article, not in a quote
    assert [row["path"] for row in rows(served, "articles", _search="triche")] == ["c.txt"]


def test_a_ready_made_search_takes_words_a_speaker_or_both(served):
    def texts(words, speaker):
        return [row["text"] for row in rows(served, "chercher", mots=words, qui=speaker)]

    assert texts("", "alt") == ["« l'été sera dur »", "« Brunel a triché »"]
    assert texts("l'ete", "") == ["« l'été sera dur »"]
    assert texts("triche", "Brunel") == []
    assert len(texts("", "")) == 3


@pytest.mark.parametrize("date", ["2023-12-01", "2024-01-01", "2024-06-30", "2025-01-20", "2026-01-01"])
def test_who_is_in_at_a_date_is_what_the_command_says(served, out, date):
    members = rows(served, "qui-est-dedans", alliance="ligue", date=date)
    expected = Tables(out).who_is_in("Ligue", on=date)["organization"].tolist()
    assert [row["organization"] for row in members] == expected


def test_a_proof_comes_with_the_words_around_it(served):
    [found, left] = rows(served, "preuves", organisation="altéo", alliance="")
    assert [found["status"], left["status"]] == ["founder", "former"]
    assert left["evidence"] in left["contexte"]
    assert "Brunel a triché" in left["contexte"]


@pytest.mark.parametrize("name", schema.BY_NAME)
def test_each_table_has_a_page_with_its_title_and_facets(served, name):
    of_table = DATABASE["tables"][name]
    page = get(f"{served}/{name}")
    assert of_table["title"] in page
    assert of_table["description"].replace("'", "&#39;") in page
    assert list(json.loads(get(f"{served}/{name}.json"))["facet_results"]) == of_table["facets"]


def test_the_metadata_speaks_of_columns_that_there_are():
    for name, table in schema.BY_NAME.items():
        of_table = DATABASE["tables"][name]
        named = [*of_table.get("columns", ()), *of_table["facets"], of_table.get("sort"), of_table.get("sort_desc")]
        assert {column for column in named if column} <= set(table.names), name


def test_what_is_no_table_of_the_contract_is_hidden(served):
    shown = {table["name"] for table in json.loads(get(f"{served}.json"))["tables"] if not table["hidden"]}
    views = set(re.findall(r'href="/ralliement/(\w+)"', get(served)))
    assert shown <= set(schema.BY_NAME) <= shown | views
