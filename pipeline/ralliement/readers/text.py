"""Plain text; its metadata: `metadata.csv` beside it, else the file name, else what the text says."""

from collections.abc import Iterator

from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.readers import metadata
from ralliement.readers.decode import decode
from ralliement.readers.source import Source


def read(source: Source) -> Iterator[Article | ReadError]:
    """The article of a .txt file."""
    text = decode(source.read())
    said = source.described
    yield Article(
        path=source.name,
        text=text,
        title=said.get("title") or metadata.title_in_text(text),
        author=said.get("author") or metadata.author_in_text(text),
        publisher=said.get("publisher") or metadata.publisher_in_text(text),
        published=(
            article_date(said.get("published") or "")
            or metadata.date_in_name(source.name)
            or metadata.date_in_text(text)
        ),
    )
