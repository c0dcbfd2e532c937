"""Web pages: the article, without the page around it; exports of Europresse and Factiva are pages of many articles."""

from collections.abc import Iterator

from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.readers import europresse, factiva
from ralliement.readers.blocks import page
from ralliement.readers.decode import decode_markup
from ralliement.readers.source import RefusedError, Source

_EXPORTS = (europresse, factiva)


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

    found = bare_extraction(
        page(text),
        include_comments=False,
        with_metadata=True,
        # a date from the page's metadata, or none: never one guessed from its address, a footer or the year
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document) or not found.text:
        raise RefusedError("no article", "no article found in the page; save its text as .txt")
    paragraphs = [line.removeprefix("- ") for line in found.text.split("\n") if line.strip()]
    if found.title and found.title not in paragraphs[:3]:
        paragraphs.insert(0, found.title)
    return Article(
        path=name,
        text="\n\n".join(paragraphs),
        title=found.title,
        author=found.author,
        publisher=found.sitename or found.hostname,
        published=article_date(found.date or ""),
    )
