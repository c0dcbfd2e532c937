"""Europresse exports (HTML, many articles a file).

Checked against published descriptions of the format, not against a live account. Each `article` holds
`.DocPublicationName` (the paper and its issue), `.DocHeader` (section, day, page), `.titreArticle`, `.docAuthors` and
the text in `.docOcurrContainer` or `.DocText`; `.publiC-lblNodoc` is the document's number, with its day.
"""

import re
from collections.abc import Iterator

from lxml import html

from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.readers.blocks import Element, line_of, paragraphs_of, with_class
from ralliement.readers.source import Source

_TITLES = ("titreArticle", "titreArticleVisu", "rdp__articletitle")
_TEXTS = ("docOcurrContainer", "DocText")
_AUTHORS = ("docAuthors", "sm-margin-bottomNews")
# the export's own words, at the end of an article
_OWN = re.compile(r"^(?:Cet article est paru dans|©|Tous droits réservés|Note\(s\)|Certificat|Illustration\(s\))")


def is_export(text: str) -> bool:
    """Whether a page is such an export."""
    return "DocPublicationName" in text and "<article" in text


def articles(source: Source, tree: html.HtmlElement) -> Iterator[Article | ReadError]:
    """The articles of an export, numbered from 1 after a `#`."""
    for number, element in enumerate(tree.iter("article"), 1):
        body = _first(element, _TEXTS)
        if body is None:
            yield source.error("no text", "an article without its text; export it again with the full text", number)
            continue
        for own in [*body.iter("aside", "footer"), *with_class(body, "publiC-lblNodoc")]:
            _remove(own)
        title = line_of(_first(element, _TITLES))
        paragraphs = [line for line in paragraphs_of(body) if not _OWN.match(line)]
        yield Article(
            path=f"{source.name}#{number}",
            text="\n\n".join([title, *paragraphs] if title and title not in paragraphs[:1] else paragraphs),
            title=title or None,
            author=re.sub(r"^[Pp]ar ", "", line_of(_first(element, _AUTHORS))) or None,
            publisher=_publisher(element),
            published=_day(element),
        )


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _first(element: Element, names: tuple[str, ...]) -> Element | None:
    return next((found for name in names for found in with_class(element, name)), None)


def _publisher(element: Element) -> str | None:
    found = _first(element, ("DocPublicationName",))
    lines = [] if found is None else paragraphs_of(found)
    return re.split(r", (?:no?\.|n°|nos?\b)|\s{3,}", lines[0])[0].strip(" ,") or None if lines else None


def _day(element: Element) -> str | None:
    """Of the header, else of the document's number (`news·20231207·LM·0042`)."""
    header = _first(element, ("DocHeader",))
    number = _first(element, ("publiC-lblNodoc",))
    digits = re.search(r"(?<!\d)(?:19|20)\d{6}(?!\d)", line_of(number))
    return article_date(line_of(header)) or (article_date(digits[0]) if digits else None)
