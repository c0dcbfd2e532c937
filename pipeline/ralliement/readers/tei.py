"""TEI: the body's paragraphs and the header. Annotation inside the text is never read."""

from collections.abc import Iterator

from lxml import etree

from ralliement.article import Article, ReadError
from ralliement.dates import article_date
from ralliement.readers.source import RefusedError, Source

_NS = "{http://www.tei-c.org/ns/1.0}"
_BLOCKS = (f"{_NS}p", f"{_NS}head", f"{_NS}ab")


def read(source: Source) -> Iterator[Article | ReadError]:
    """The article of a TEI file, or those of a `teiCorpus`, numbered from 1 after a `#`."""
    # external entities and the network are never opened: an archive may come from anywhere
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(source.read(), parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError("broken XML", f"{error.msg}; check the file with xmllint") from error
    documents = list(root.iter(f"{_NS}TEI"))
    if not documents:
        raise RefusedError("unknown XML", f"its root is {root.tag}, not TEI; convert it to TEI or .txt")
    for number, document in enumerate(documents, 1):
        yield _article(document, source.name if len(documents) == 1 else f"{source.name}#{number}")


def _article(document: etree._Element, name: str) -> Article:
    header = document.find(f".//{_NS}fileDesc")

    def said(tag: str) -> str | None:
        found = None if header is None else header.find(f".//{_NS}{tag}")
        return None if found is None else " ".join(_text(found).split()) or None

    date = None if header is None else header.find(f".//{_NS}date")
    body = document.find(f".//{_NS}body")
    blocks = (
        [] if body is None else [b for b in body.iter(*_BLOCKS) if not any(True for _ in b.iterancestors(*_BLOCKS))]
    )
    return Article(
        path=name,
        text="\n\n".join(_text(block) for block in blocks),
        title=said("title"),
        author=said("author"),
        publisher=said("publisher"),
        published=None if date is None else article_date(date.get("when") or _text(date).strip()),
    )


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
