"""From a record, a row of a table or a JSON object, to an article: which of its columns is what."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from ralliement.article import Article
from ralliement.dates import article_date
from ralliement.readers.source import RefusedError

# Names in use, the likeliest first; compared without case, accents or punctuation.
_NAMES = {
    "text": "text texte full_text fulltext texte_integral contenu content body corps article_text article",
    "title": "title titre headline intitule",
    "author": "author auteur authors auteurs byline signature journaliste",
    "publisher": "publisher source media journal newspaper publication nom_du_journal site_name sitename site outlet",
    "published": (
        "published date date_publication date_de_publication publication_date date_published datepublished pubdate"
        " published_at parution datetime created_at"
    ),
    "id": "id article_id identifiant uid doc_id",
}  # fmt: skip


def columns_of(names: Iterable[str], text_column: str | None) -> dict[str, str]:
    """Per field of an article the column that holds it; `text_column` is the analyst's word for the text.

    Raises `RefusedError` where no column is the text.
    """
    by_key = {_key(name): name for name in reversed(list(names))}
    found = {
        field: next((by_key[known] for known in known_names.split() if known in by_key), None)
        for field, known_names in _NAMES.items()
    }
    if text_column is not None:
        found["text"] = by_key.get(_key(text_column))
    if found["text"] is None:
        said = f"no column {text_column}" if text_column else "no column that is the text"
        listed = ", ".join(list(by_key.values())[::-1][:20])
        raise RefusedError("no text column", f"{said} among: {listed}; name it with text_column (--text-column NAME)")
    return {field: name for field, name in found.items() if name is not None}


def article_of(record: Mapping[str, object], columns: Mapping[str, str], name: str, number: object) -> Article:
    """The article of a record. Its path: the file's `name`, if any, a `#`, and the record's id or else its number."""
    said = {field: _words(record.get(column)) for field, column in columns.items()}
    own = said.get("id") or str(number)
    return Article(
        path=f"{name}#{own}" if name else own,
        text=said["text"],
        title=said.get("title") or None,
        author=said.get("author") or None,
        publisher=said.get("publisher") or None,
        published=article_date(said.get("published") or ""),
    )


def _words(value: object) -> str:
    """A cell as text: lists of paragraphs are joined, a person is its name."""
    match value:
        case str():
            return value.replace("\r\n", "\n")
        case None:
            return ""
        case list():
            words = [_words(item) for item in value]
            return ("\n\n" if any(len(w) > 80 for w in words) else ", ").join(w for w in words if w)
        case dict():
            return _words(value.get("name") or value.get("nom") or value.get("title") or value.get("text"))
    return "" if str(value) in ("nan", "NaT", "<NA>") else str(value)  # so a DataFrame writes a missing cell


def _key(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
