"""Whatever the bytes, a file ends as articles or errors: nothing raises, nothing vanishes."""

import io
import zipfile
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ralliement.article import Article, ReadError
from ralliement.readers import _read
from ralliement.readers.source import Source

PACKED = io.BytesIO()
with zipfile.ZipFile(PACKED, "w") as packed:
    packed.writestr("a.txt", "Altéo rejoint Brunel. " * 20)

VALID = {
    "a.txt": "Altéo rejoint Brunel à Nîmes.".encode(),
    "a.html": "<!DOCTYPE html><html><body><article><h1>Altéo</h1><p>Altéo rejoint Brunel à Nîmes, dit-on, et puis "
    "tout le monde s'en va au marché.</p></article></body></html>".encode(),
    "a.xml": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Altéo à Nîmes.</p></body></text></TEI>'.encode(),
    "a.csv": 'titre;texte\nAltéo;"Altéo rejoint\nBrunel à Nîmes"\nBrunel;"Suite"\n'.encode(),
    "a.json": '[{"titre": "Altéo", "texte": "Altéo rejoint Brunel"}, {"texte": "Suite"}]'.encode(),
    "a.jsonl": '{"titre": "Altéo", "texte": "Altéo rejoint Brunel"}\n{"texte": "Suite"}\n'.encode(),
    "europresse.html": '<html><article><span class="DocPublicationName">Le Courrier</span><div class="titreArticle">'
    'Altéo</div><div class="DocText"><p>Altéo rejoint Brunel</p></div></article></html>'.encode(),
    "factiva.html": '<html><div class="article frArticle"><table><tr><td><b>HD</b></td><td>Altéo</td></tr><tr><td>'
    "<b>LP</b></td><td><p>Altéo rejoint Brunel</p></td></tr></table></div></html>".encode(),
    "a.zip": PACKED.getvalue(),
}


def check(name, data):
    results = list(_read(Source(name, partial(io.BytesIO, data))))
    assert results
    for result in results:
        assert isinstance(result, Article | ReadError)
        assert result.path.startswith(name)
        assert getattr(result, "error", "no text") not in {"KeyError", "TypeError", "AttributeError", "IndexError"}


@pytest.mark.parametrize("name", VALID)
def test_valid_files_are_read(name):
    results = list(_read(Source(name, partial(io.BytesIO, VALID[name]))))
    assert all(isinstance(result, Article) for result in results)
    assert "Altéo" in results[0].text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(VALID)), data=st.binary(max_size=300))
def test_any_bytes(name, data):
    check(name, data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(VALID)), cut=st.floats(0, 1), put=st.binary(max_size=6), skip=st.integers(0, 40))
def test_damaged_files(name, cut, put, skip):
    data = VALID[name]
    place = int(cut * len(data))
    check(name, data[:place] + put + data[place + skip :])
