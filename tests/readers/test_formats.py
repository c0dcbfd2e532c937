"""Each format of an archive, from files as analysts hold them."""

import io
import json
import sys
import unicodedata
import zipfile

import pytest

from ralliement.article import Article, ReadError
from ralliement.readers import read_articles

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Altéo rejoint Brunel - Le Courrier</title>
<meta property="og:site_name" content="Le Courrier"><meta name="author" content="Jeanne Morin">
DATE</head><body><nav><a href="/">Accueil</a> <a href="/eco">Économie</a></nav>
<article><h1>Altéo rejoint Brunel</h1>
<p>Le groupe Altéo a annoncé jeudi son entrée dans l’Alliance du fret, fondée par Brunel en 2019 à Nantes.</p>
<p>«&nbsp;Nous voulons peser&nbsp;», a déclaré Jeanne Morin. L’alliance compte douze membres&nbsp;:</p>
<ul><li>Corvex</li><li>Daril</li></ul>
<h2>Un départ</h2>
<p>Corvex l’a quittée en janvier, deux ans après son arrivée, car les tarifs ne lui convenaient plus.</p></article>
<footer>Mentions légales © 2021 Le Courrier</footer></body></html>"""
TEXT = "La ligue rassemble Altéo et Brunel, qui l'ont fondée."


def read(tmp_path, name, data, **options):
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_articles([file], **options))


def errors(results):
    assert all(isinstance(result, ReadError) for result in results)
    return [(result.path, result.error) for result in results]


# --- pages


def test_a_page_gives_its_article_and_its_metadata(tmp_path):
    page = PAGE.replace("DATE", '<meta property="article:published_time" content="2023-12-07T10:00:00+01:00">')
    [article] = read(tmp_path, "a.HTML", page)
    assert article.text.split("\n\n") == [
        "Altéo rejoint Brunel",
        "Le groupe Altéo a annoncé jeudi son entrée dans l’Alliance du fret, fondée par Brunel en 2019 à Nantes.",
        "« Nous voulons peser », a déclaré Jeanne Morin. L’alliance compte douze membres :",
        "Corvex",
        "Daril",
        "Un départ",
        "Corvex l’a quittée en janvier, deux ans après son arrivée, car les tarifs ne lui convenaient plus.",
    ]
    assert (article.title, article.author, article.publisher, article.published) == (
        "Altéo rejoint Brunel", "Jeanne Morin", "Le Courrier", "2023-12-07",
    )  # fmt: skip


def test_what_a_page_shows_around_its_text(tmp_path):
    shown = """<p class="date">Publié le 7 décembre 2023 à 10h par Inès Moreau</p>
    <figure><img src="a.jpg"><figcaption>Jeanne Morin. © Agence Corvex</figcaption></figure>
    <table><tr><th>Membre</th><th>Depuis</th></tr><tr><td>Sorel</td><td>2020</td></tr></table>"""
    page = PAGE.replace("DATE", "").replace("<h2>", f"{shown}<h2>").replace('property="og:site_name"', "")
    [article] = read(tmp_path, "a.html", page.replace('name="author"', ""))
    assert (article.author, article.publisher, article.published) == ("Inès Moreau", "Le Courrier", "2023-12-07")
    assert article.text.endswith("\n\nJeanne Morin. © Agence Corvex")
    assert "\n\nMembre | Depuis\n\nSorel | 2020\n\n" in article.text


def test_the_date_of_a_page_is_never_a_guess(tmp_path):
    [article] = read(tmp_path, "a.html", PAGE.replace("DATE", ""))
    assert article.published is None


def test_a_short_page_keeps_its_paragraphs(tmp_path):
    page = """<html><body><article><header><h1>Altéo rejoint Brunel</h1><p>Par <a>Inès Moreau</a></p></header>
    <p>Altéo a rejoint l’Alliance&nbsp;du fret.</p><ul><li>Corvex</li><li>Daril</li></ul></article></body></html>"""
    [article] = read(tmp_path, "a.html", page)
    paragraphs = article.text.replace("\u00a0", " ").split("\n\n")
    assert [p for p in paragraphs if p != "Par Inès Moreau"] == [
        "Altéo rejoint Brunel", "Altéo a rejoint l’Alliance du fret.", "Corvex", "Daril",
    ]  # fmt: skip
    assert article.author == "Inès Moreau"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "utf-8"])
def test_a_page_in_a_declared_encoding(tmp_path, declared):
    page = PAGE.replace('charset="utf-8"', f'charset="{declared}"')
    [article] = read(tmp_path, "a.html", page.encode("cp1252"))
    assert "« Nous voulons peser »" in article.text
    assert "L’alliance" in article.text


def test_a_damaged_byte_does_not_cost_the_page(tmp_path):
    [article] = read(tmp_path, "a.html", PAGE.encode().replace(b"Daril", b"Dar\xffil"))
    assert "L’alliance compte douze membres" in article.text


def test_a_page_without_article_is_an_error_said_once(tmp_path, caplog):
    assert errors(read(tmp_path, "a.html", "<html><body></body></html>")) == [("a.html", "no article")]
    assert not caplog.records


# --- tables


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_an_article_a_row(tmp_path, delimiter, encoding):
    header = ["Titre", "Texte", "Date de publication", "Journal"]
    row = ["La ligue", f'"{TEXT}"', "07/12/2023", "Le Courrier"]
    table = "\r\n".join(delimiter.join(cells) for cells in (header, row))
    assert read(tmp_path, "a.csv", table.encode(encoding)) == [
        Article(path="a.csv#1", text=TEXT, title="La ligue", publisher="Le Courrier", published="2023-12-07")
    ]


def test_the_text_of_a_cell_is_left_as_it_is(tmp_path):
    [article] = read(tmp_path, "a.tsv", 'id\ttext\nx-1\t"Un.\n\n« Deux »\u00a0: ""trois"" "\n')
    assert article == Article(path="a.tsv#x-1", text='Un.\n\n« Deux »\u00a0: "trois" ')


def test_the_text_column_is_the_one_that_is_named(tmp_path):
    table = f'Résumé,Corps du texte\nrien,"{TEXT}"\n'
    assert errors(read(tmp_path, "a.csv", table)) == [("a.csv", "no text column")]
    [article] = read(tmp_path, "a.csv", table, text_column="Corps du texte")
    assert article.text == TEXT
    [error] = read(tmp_path, "a.csv", table, text_column="Corps")
    assert "Résumé, Corps du texte" in error.message


def test_a_broken_row_does_not_stop_the_others(tmp_path):
    one, error, other = read(tmp_path, "a.csv", "id;text\n1;Un.\n2;Deux;trop\n3;Trois.\n")
    assert (one.text, other.text) == ("Un.", "Trois.")
    assert (error.path, error.error) == ("a.csv#2", "broken row")


def test_a_long_article_in_a_cell(tmp_path):
    [article] = read(tmp_path, "a.csv", f"text\n{'mot ' * 60_000}\n")
    assert len(article.text) == 240_000


# --- JSON

RECORD = {"id": 7, "titre": "La ligue", "texte": TEXT, "auteur": {"name": "Inès Moreau"}, "date": "2023-12-07T10:00Z"}
LIGUE = Article(path="a.json#7", text=TEXT, title="La ligue", author="Inès Moreau", published="2023-12-07")


@pytest.mark.parametrize(
    "document", [RECORD, [RECORD], {"articles": [RECORD], "total": 1}, {"meta": {"n": 1}, "results": [RECORD]}]
)
def test_a_json_document(tmp_path, document):
    assert read(tmp_path, "a.json", json.dumps(document)) == [LIGUE]


def test_json_lines_with_errors_of_their_own(tmp_path):
    lines = [json.dumps(RECORD), "{", "3", "", json.dumps({"titre": "sans texte"}), json.dumps(RECORD | {"id": 8})]
    results = read(tmp_path, "a.JSONL", "\n".join(lines))
    assert [result.path for result in results] == [f"a.JSONL#{n}" for n in ("7", 2, 3, 4, "8")]
    assert errors(results[1:4]) == [
        ("a.JSONL#2", "broken JSON"), ("a.JSONL#3", "no article"), ("a.JSONL#4", "no text column"),
    ]  # fmt: skip


def test_paragraphs_in_a_list(tmp_path):
    record = {"text": [TEXT * 2, "Fin."], "authors": ["Inès Moreau", "Paul Ly"]}
    [article] = read(tmp_path, "a.json", json.dumps(record))
    assert (article.text, article.author) == (f"{TEXT * 2}\n\nFin.", "Inès Moreau, Paul Ly")


def test_text_that_begins_like_json_is_text(tmp_path):
    [article] = read(tmp_path, "a.txt", "[Tribune] La ligue s'agrandit.")
    assert article.text == "[Tribune] La ligue s'agrandit."


# --- archives


def archive(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return data.getvalue()


def test_an_archive_of_every_format(tmp_path):
    data = archive({
        "b/b.txt": TEXT, "b/metadata.csv": "id,title\nb,La ligue\n", "a.csv": f"text\n\"{TEXT}\"\n",
        "__MACOSX/b/._b.txt": b"\0\1", ".DS_Store": b"\0", "c.json": json.dumps(RECORD), "vide/": "",
    })  # fmt: skip
    results = read(tmp_path, "presse.ZIP", data)
    assert [result.path for result in results] == ["presse.ZIP/a.csv#1", "presse.ZIP/b/b.txt", "presse.ZIP/c.json#7"]
    assert all(result.text == TEXT for result in results)
    assert results[1].title == "La ligue"


def test_an_archive_in_a_folder(tmp_path):
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "a.zip").write_bytes(archive({"x.txt": TEXT}))
    assert [result.path for result in read_articles([tmp_path])] == ["2023/a.zip/x.txt"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.csv", "titre;texte\n"), ("a.json", "[]"), ("a.jsonl", "\n \n"), ("a.zip", archive({})), ("b.json", "{}")],
)
def test_a_file_without_article_is_an_error(tmp_path, name, data):
    [error] = read(tmp_path, name, data)
    assert error.error in {"no article", "empty file", "no text column"}


# --- names


def test_decomposed_names_are_composed_and_found_in_the_metadata(tmp_path):
    name = unicodedata.normalize("NFD", "été.TXT")
    (tmp_path / "metadata.csv").write_text("id,title\nété,L'été\n", encoding="utf-8")
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    [article] = read_articles([tmp_path])
    assert (article.path, article.title) == ("été.TXT", "L'été")


# --- standard input


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (TEXT, "-"),
        (json.dumps(RECORD), "-#7"),
        (f"{json.dumps(RECORD)}\n{json.dumps(RECORD)}\n", "-#7"),
        (PAGE, "-"),
        (f"titre;texte\nLa ligue;{TEXT}\n", "-#1"),
        ("Texte, contexte et sous-texte.", "-"),
    ],
    ids=["text", "json", "json lines", "page", "table", "commas"],
)
def test_standard_input(monkeypatch, data, path):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert {result.path for result in read_articles(["-"])} == {path}


# --- documents to convert


@pytest.mark.parametrize(
    ("name", "data", "error", "advice"),
    [
        ("a.pdf", b"%PDF-1.7\n", "PDF", "pdftotext"),
        ("a.rtf", rb"{\rtf1\ansi Bonjour}", "RTF document", "Texte brut"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word document", "Texte brut"),
        ("a.docx", archive({"[Content_Types].xml": "", "word/document.xml": ""}), "Word document", "Texte brut"),
        ("a.odt", archive({"mimetype": "", "content.xml": ""}), "OpenDocument", "Texte brut"),
        ("a.xlsx", archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "Excel workbook", "CSV"),
        ("a.tar.gz", b"\x1f\x8b\x08\x00", "archive", "unpack"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary file", "HTML"),
    ],
)
def test_other_documents_are_errors_that_say_how_to_convert(tmp_path, name, data, error, advice):
    [result] = read(tmp_path, name, data)
    assert (result.path, result.error) == (name, error)
    assert advice in result.message
