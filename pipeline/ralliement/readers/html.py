"""Web pages: the article, without the page around it; exports of Europresse and Factiva are pages of many articles."""

import logging
import re
from collections.abc import Iterator

from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.readers import europresse, factiva
from ralliement.readers.blocks import line_of, page, paragraphs_of
from ralliement.readers.decode import decode_markup
from ralliement.readers.metadata import author_in_text
from ralliement.readers.source import RefusedError, Source

_EXPORTS = (europresse, factiva)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is a row of errors, said once


def read(source: Source) -> Iterator[Article | ReadError]:
    """The article of a page (its no-break spaces as plain ones), or those of an export, numbered from 1 after a `#`."""
    text = decode_markup(source.read())
    export = next((export for export in _EXPORTS if export.is_export(text)), None)
    if export is None:
        yield _article(source.name, text)
    else:
        yield from export.articles(source, page(text))


def _article(name: str, text: str) -> Article:
    # imported here: half a second that folders of plain text need not wait
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    tree = page(text)
    seen = paragraphs_of(next(tree.iter("article"), tree))
    captions = [line_of(caption) for article in tree.iter("article") for caption in article.iter("figcaption")]
    page_title = line_of(next(tree.iter("title"), None))
    found = bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        # a date that the page gives for itself, or none: never one picked from its text, a footer or the year
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document) or not found.text:
        raise RefusedError("no article", "no article found in the page; save its text as .txt")
    paragraphs = [line for line in map(_plain, found.text.split("\n")) if line]
    if len(paragraphs) == 1:  # of a short page trafilatura runs all together
        [flat] = paragraphs
        paragraphs = [line for line in seen if " ".join(line.split()) in flat] or paragraphs
    if found.title and found.title not in paragraphs[:3]:
        paragraphs.insert(0, found.title)
    paragraphs += [caption for caption in captions if caption and caption not in paragraphs]
    return Article(
        path=name,
        text="\n\n".join(paragraphs),
        title=found.title,
        author=_names(found.author or "") or author_in_text("\n".join(seen)),
        publisher=found.sitename or _site(page_title, found.title or "") or found.hostname,
        published=article_date(found.date or ""),
    )


def _plain(line: str) -> str:
    """A line without the marks of lists and tables; "" for a table's rule."""
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        return "" if all(set(cell) <= set("-:") for cell in cells) else " | ".join(cells)
    return line.removeprefix("- ").strip()


def _names(author: str) -> str:
    return re.sub(r"^(?:[Pp]ar|[Bb]y) ", "", author).replace("; ", ", ")


def _site(page_title: str, title: str) -> str | None:
    """« Le Courrier » in « Altéo rejoint Brunel | Le Courrier », the title being known."""
    rest = re.match(r"\s+[|–—-]\s+([^|]{2,40})$", page_title.removeprefix(title)) if title else None
    return rest[1] if rest else None
