"""What an archive from anywhere must not do."""

import os
import stat
import tracemalloc
import zipfile

import pytest

from ralliement.article import ReadError
from ralliement.readers import archive, read_articles
from ralliement.readers.source import MAX_BYTES

TEXT = "La ligue rassemble Altéo et Brunel."


def pack(tmp_path, *members, method=zipfile.ZIP_DEFLATED):
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", method) as packed:
        for info, content in members:
            packed.writestr(info, content)
    return file


def one_error(path):
    [result] = read_articles([path])
    assert isinstance(result, ReadError)
    assert result.message
    return result.error


@pytest.mark.parametrize("name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:/evil.txt", "..\\evil.txt"])
def test_paths_that_climb_out_of_an_archive_are_refused(tmp_path, name):
    assert one_error(pack(tmp_path, (name, TEXT))) == "unsafe path"


def test_nothing_is_written_to_disk(tmp_path):
    list(read_articles([pack(tmp_path, ("a.txt", TEXT), ("../b.txt", TEXT))]))
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_a_zip_bomb_is_refused_without_being_unpacked(tmp_path):
    file = pack(tmp_path, ("bomb.txt", b"0" * 50_000_000))
    tracemalloc.start()
    assert one_error(file) == "too large"
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    file = pack(tmp_path, ("bomb.txt", b"0" * 3_000_000))
    true, false = (3_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    file.write_bytes(file.read_bytes().replace(true, false))
    assert one_error(file) == "broken archive"


def test_an_archive_of_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILES", 2)
    assert one_error(pack(tmp_path, *((f"{n}.txt", TEXT) for n in range(3)))) == "too large"


def test_an_archive_in_an_archive_is_refused(tmp_path):
    inner = pack(tmp_path, ("a.txt", TEXT)).read_bytes()
    assert one_error(pack(tmp_path, ("inner.zip", inner))) == "archive in an archive"
    assert one_error(pack(tmp_path, ("inner.txt", inner))) == "archive in an archive"


def test_a_link_in_an_archive_is_refused(tmp_path):
    info = zipfile.ZipInfo("passwd.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert one_error(pack(tmp_path, (info, "/etc/passwd"))) == "link"


def test_a_broken_archive_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.zip").write_bytes(pack(tmp_path, ("x.txt", TEXT * 50)).read_bytes()[:-40])
    (tmp_path / "b.txt").write_text(TEXT)
    error, article = read_articles([tmp_path])
    assert error.error == "broken archive"
    assert article.text == TEXT


TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Altéo &x;.</p></body></text></TEI>'


def test_xml_entities_are_not_expanded(tmp_path):
    laughs = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    file = tmp_path / "a.xml"
    file.write_text(f'<!DOCTYPE TEI [<!ENTITY x0 "ha">{laughs}<!ENTITY x "&x11;">]>{TEI}')
    [result] = read_articles([file])
    assert len(getattr(result, "text", "")) < 100


def test_external_entities_are_not_opened(tmp_path):
    (tmp_path / "secret").write_text("mot de passe")
    file = tmp_path / "a.xml"
    file.write_text(f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>{TEI}')
    [result] = read_articles([file])
    assert "passe" not in getattr(result, "text", "")


@pytest.mark.parametrize(
    ("name", "unit"),
    [("a.html", b"<p>mot</p>"), ("a.xml", b"<TEI>mots</TEI>"), ("a.json", b'{"text": "mots"} '), ("a.txt", b"mot ")],
)
def test_a_huge_file_is_refused(tmp_path, name, unit):
    file = tmp_path / name
    file.write_bytes(unit * (50_000_000 // len(unit)))
    assert one_error(file) == "too large"


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_huge_line_is_refused(tmp_path, name):
    file = tmp_path / name
    start = b'text\n"' if name == "a.csv" else b'{"text": "'
    file.write_bytes(start + b"mot " * 12_500_000 + b'"\n')
    assert one_error(file) == "too large"


def test_a_huge_cell_of_many_lines_is_refused(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b'text\n"' + b"mot\n" * (MAX_BYTES // 4 + 10) + b'"\n')
    assert one_error(file) == "broken table"


def test_a_page_nested_very_deep_is_read_or_refused(tmp_path):
    file = tmp_path / "a.html"
    file.write_text("<html><body>" + "<div>" * 50_000 + TEXT)
    [result] = read_articles([file])
    assert isinstance(result, ReadError) or TEXT in result.text


def test_json_nested_very_deep_is_refused(tmp_path):
    file = tmp_path / "a.json"
    file.write_text('{"text":' + "[" * 100_000)
    assert one_error(file) == "broken JSON"


def test_links_that_loop_end(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text(TEXT)
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b.txt").symlink_to(tmp_path / "none")
    assert [(result.path, getattr(result, "error", None)) for result in read_articles([tmp_path])] == [
        ("a/loop", "link loop"), ("a/x.txt", None), ("b.txt", "broken link"),
    ]  # fmt: skip


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert one_error(tmp_path) == "no file"


def test_a_failing_library_is_an_error_of_its_file(tmp_path, monkeypatch):
    def fail(source):
        raise KeyError("x")

    monkeypatch.setitem(__import__("ralliement.readers", fromlist=["_"])._READERS, "text", fail)
    (tmp_path / "a.txt").write_text(TEXT)
    assert one_error(tmp_path) == "KeyError"


def test_memory_is_flat_over_many_files(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as many:
        for n in range(300):
            many.writestr(f"{n}.txt", TEXT * 1000)
    tracemalloc.start()
    assert sum(1 for _ in read_articles([tmp_path])) == 300
    assert tracemalloc.get_traced_memory()[1] < 4_000_000  # of 11 MB of text
    tracemalloc.stop()
