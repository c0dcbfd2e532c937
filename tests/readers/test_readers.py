import pytest

from ralliement.article import Article, ReadError
from ralliement.readers import read_articles

TEXT = "La ligue rassemble Altéo et Brunel.\n\n« Nous ouvrirons en mai », assure sa présidente.\n"


def read(path):
    return list(read_articles([path]))


def write(folder, name, data):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def test_folders_are_walked_in_order_and_paths_are_relative(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".hidden.txt"):
        write(tmp_path, name, TEXT)
    assert [article.path for article in read(tmp_path)] == ["a/y.txt", "a/z.txt", "b.txt"]


def test_a_file_by_itself_is_named_by_its_name(tmp_path):
    [article] = read(write(tmp_path, "a/y.txt", TEXT))
    assert article == Article(path="y.txt", text=TEXT)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("cp1252"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "mark", "cp1252", "utf-16", "crlf"],
)
def test_text_is_the_same_in_every_encoding(tmp_path, data):
    assert [article.text for article in read(write(tmp_path, "a.txt", data))] == [TEXT]


def test_nothing_else_is_changed(tmp_path):
    text = "\n  L\u2019\u00e9te\u0301 :\u00a0\u202f« oui »\rnon \n\n\n"
    assert [article.text for article in read(write(tmp_path, "a.txt", text))] == [text]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "empty file"),
        (b" \n\n", "empty file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04word", "broken archive"),
        (bytes(range(256)) * 20, "binary file"),
        (TEXT.encode() * 3 + b"\xc3", "broken encoding"),
        (TEXT.encode().replace("é".encode(), b"\xc3", 1), "broken encoding"),
        (b"<?xml version='1.0'?><rss/>", "unknown XML"),
        (b"<?xml version='1.0'?><TEI", "broken XML"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_advice(tmp_path, data, error):
    [result] = read(write(tmp_path, "a.txt", data))
    assert isinstance(result, ReadError)
    assert (result.path, result.stage, result.error) == ("a.txt", "read", error)
    assert result.message


def test_a_missing_path_and_an_empty_folder_are_errors(tmp_path):
    (tmp_path / "empty").mkdir()
    results = list(read_articles([tmp_path / "none", tmp_path / "empty"]))
    assert [result.error for result in results] == ["missing path", "empty folder"]


def test_an_unreadable_file_does_not_stop_the_others(tmp_path):
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "b.txt", TEXT)
    assert [type(result) for result in read(tmp_path)] == [ReadError, Article]


METADATA = "id,title,author,publisher,published\na,« La ligue, enfin »,Inès Moreau,Le Courrier,2024-03-01\n"


@pytest.mark.parametrize(
    "metadata",
    [
        METADATA.replace("« La ligue, enfin »", '"« La ligue, enfin »"').encode(),
        b"\xef\xbb\xbf" + METADATA.replace("« La ligue, enfin »", '"« La ligue, enfin »"').encode(),
        METADATA.replace(",", ";").replace("ligue;", "ligue,").encode("cp1252"),
        METADATA.replace(",", "\t").replace("ligue\t", "ligue,").replace("2024-03-01", "01/03/2024").encode(),
    ],
    ids=["csv", "mark", "semicolons", "tabs"],
)
def test_metadata_beside_the_text(tmp_path, metadata):
    write(tmp_path, "metadata.csv", metadata)
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", TEXT)
    a, b = read(tmp_path)
    assert (a.title, a.author, a.publisher, a.published) == (
        "« La ligue, enfin »", "Inès Moreau", "Le Courrier", "2024-03-01",
    )  # fmt: skip
    assert (b.title, b.published) == (None, None)


def test_a_metadata_file_without_ids_is_an_error_and_the_text_is_read(tmp_path):
    write(tmp_path, "metadata.csv", "titre,date\nx,2024\n")
    write(tmp_path, "a.txt", TEXT)
    error, article = read(tmp_path)
    assert error.error == "metadata"
    assert "id" in error.message
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("name", "text", "published"),
    [
        ("2023-12-07_ligue.txt", TEXT, "2023-12-07"),
        ("ligue_20231207.txt", TEXT, "2023-12-07"),
        ("07.12.2023.txt", TEXT, "2023-12-07"),
        ("010d9b6f54a1d467.txt", TEXT, None),
        ("2023-13-45.txt", TEXT, None),
        ("a.txt", f"La ligue\n\nPublié le 07-12-2023 par Inès Moreau\n\n{TEXT}", "2023-12-07"),
        ("a.txt", f"La ligue\n\nPublié le 7 décembre 2023 à 10h12\n\n{TEXT}", "2023-12-07"),
        ("2024-01-02.txt", f"Publié le 07-12-2023\n\n{TEXT}", "2024-01-02"),
        ("a.txt", "La ligue a été créée le 7 décembre 2023.", None),
        ("a.txt", TEXT, None),
    ],
)
def test_the_date_is_what_the_name_or_the_text_says_never_a_guess(tmp_path, name, text, published):
    [article] = read(write(tmp_path, name, text))
    assert article.published == published


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Publié le 07-12-2023 par Inès Moreau", "Inès Moreau"),
        ("Par Jean-Luc d’Ormes", "Jean-Luc d’Ormes"),
        ("Par Inès Moreau, à Brest", "Inès Moreau"),
        ("Par ailleurs, la ligue recrute", None),
        ("Par Toutatis", None),
    ],
)
def test_the_author_is_the_one_of_the_by_line(tmp_path, line, author):
    [article] = read(write(tmp_path, "a.txt", f"La ligue\n\n{line}\n\n{TEXT}"))
    assert article.author == author


TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>La
ligue</title><author/></titleStmt><publicationStmt><publisher>Le Courrier</publisher><date when="2024-03-01"/>
</publicationStmt></fileDesc></teiHeader>
<standOff><listOrg><org><orgName>Jamais lu</orgName></org></listOrg></standOff>
<text><body><head>Titre</head>
<p>La <orgName ref="#l">Ligue<!-- non --></orgName> &amp; <said who="#a">« oui »</said>.</p>
<p>Fin.</p></body></text></TEI>"""


def test_tei_gives_paragraphs_and_header_and_no_annotation(tmp_path):
    [article] = read(write(tmp_path, "a.xml", TEI))
    assert article.text == "Titre\n\nLa Ligue & « oui ».\n\nFin."
    assert (article.title, article.author, article.publisher, article.published) == (
        "La ligue", None, "Le Courrier", "2024-03-01",
    )  # fmt: skip


def test_a_tei_corpus_gives_numbered_articles(tmp_path):
    one = TEI.partition("\n")[2]
    write(tmp_path, "a.xml", f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{one}{one}</teiCorpus>')
    assert [article.path for article in read(tmp_path)] == ["a.xml#1", "a.xml#2"]


def test_tei_never_opens_other_files(tmp_path):
    secret = write(tmp_path, "secret", "mot de passe")
    entity = f'<!DOCTYPE TEI [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    file = write(tmp_path, "a/a.xml", TEI.replace("<TEI", f"{entity}<TEI", 1).replace("Fin.", "Fin &x;."))
    assert all("passe" not in getattr(result, "text", "") for result in read(file))
