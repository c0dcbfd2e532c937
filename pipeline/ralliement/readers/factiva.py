"""Factiva exports (HTML, many articles a file).

Checked against published descriptions of the format, not against a live account. Each article is a `div` of the class
`article`; in the indexed form, a table of codes (HD headline, BY author, PD day, SN source, LP lead, TD text), in the
reading form a headline (`#hd`), lines of metadata, and paragraphs of the class `articleParagraph`.
"""

import re
from collections.abc import Iterator

from lxml import html

from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.readers.blocks import Element, line_of, paragraphs_of, with_class
from ralliement.readers.source import Source

_CLASS = re.compile(r"""class\s*=\s*["']article [a-z]{2}Article["']""")
_CODE = re.compile(r"[A-Z]{2,3}")
_LENGTH = re.compile(r"^[\d\s.,]+(?:mots|words)$")
_TIME = re.compile(r"^\d{1,2}[:h]\d\d")
# Factiva's interface may be in English where the articles are in French
_ENGLISH_MONTHS = dict(
    zip(
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"),
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
         "décembre"),
        strict=True,
    )
)  # fmt: skip


def is_export(text: str) -> bool:
    """Whether a page is such an export."""
    return _CLASS.search(text) is not None


def articles(source: Source, tree: html.HtmlElement) -> Iterator[Article | ReadError]:
    """The articles of an export, numbered from 1 after a `#`."""
    found = [e for e in with_class(tree, "article") if any(c.endswith("Article") for c in e.get("class", "").split())]
    for number, element in enumerate(found, 1):
        codes = _codes(element)
        said = _indexed(codes) if codes else _reading(element)
        if said["text"]:
            yield Article(
                path=f"{source.name}#{number}",
                text="\n\n".join(filter(None, [said["title"], said["text"]])),
                title=said["title"] or None,
                author=re.sub(r"^[Pp]ar ", "", said["author"]) or None,
                publisher=said["publisher"] or None,
                published=_day(said["published"]),
            )
        else:
            yield source.error("no text", "an article without its text; export it again with the full text", number)


def _codes(element: Element) -> dict[str, Element]:
    """The cells of the indexed form by their code."""
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr"))
    return {
        code: cells[1] for cells in rows if len(cells) >= 2 and _CODE.fullmatch(code := line_of(cells[0]).strip("\xa0"))
    }


def _indexed(codes: dict[str, Element]) -> dict[str, str]:
    fields = {"title": "HD", "author": "BY", "publisher": "SN", "published": "PD"}
    said = {field: line_of(codes.get(code)) for field, code in fields.items()}
    parts = (paragraphs_of(codes[code]) for code in ("LP", "TD") if code in codes)
    return said | {"text": "\n\n".join(paragraph for part in parts for paragraph in part)}


def _reading(element: Element) -> dict[str, str]:
    """The reading form: headline, then lines (author, length, day, time, source, codes, rights), then paragraphs."""
    headline = next((e for e in element.iter() if e.get("id") == "hd"), None)
    body = [e for e in element.iter("p") if any(c.startswith("articleParagraph") for c in e.get("class", "").split())]
    inside = {part for whole in [headline, *body] if whole is not None for part in whole.iter()}
    divs = (e for e in element.iter("div") if e is not element and e not in inside)
    lines = [line_of(e) for e in divs if not any(child.tag in ("div", "p") for child in e)]
    length = next((n for n, line in enumerate(lines) if _LENGTH.match(line)), None)
    day = next((n for n, line in enumerate(lines) if _day(line)), None)
    after = [] if day is None else [line for line in lines[day + 1 :] if line and not _TIME.match(line)]
    return {
        "title": line_of(headline),
        "author": " ".join(lines[:length]) if length else "",
        "publisher": after[0] if after else "",
        "published": "" if day is None else lines[day],
        "text": "\n\n".join(line for paragraph in body for line in paragraphs_of(paragraph)),
    }


def _day(words: str) -> str | None:
    french = re.sub(r"[A-Z][a-z]+", lambda word: _ENGLISH_MONTHS.get(word[0], word[0]), words)
    return article_date(french)
