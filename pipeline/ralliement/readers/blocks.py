"""The text of an HTML element: its blocks as paragraphs, white space as a browser shows it."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree, html

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head"})
_SPACES = re.compile(r"[ \t\r\n\f]+")  # not the no-break spaces of French typography

Element: TypeAlias = etree._Element


def page(text: str) -> Element:
    """The tree of an HTML page. Raises `ValueError` where there is none."""
    # a string that declares an encoding is refused by lxml: it is decoded already
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)
    return html.document_fromstring(text, parser=html.HTMLParser(no_network=True))


def paragraphs_of(element: Element) -> list[str]:
    """Its paragraphs, without the blank ones."""
    words = "".join(_pieces(element))
    return [line for line in (_SPACES.sub(" ", line).strip(" ") for line in words.split("\0")) if line.strip()]


def line_of(element: Element | None) -> str:
    """Its words on one line."""
    return "" if element is None else " ".join(paragraphs_of(element))


def with_class(element: Element, name: str) -> Iterator[Element]:
    """The elements below that have this class, in their order."""
    for found in element.iter():
        if isinstance(found.tag, str) and name in (found.get("class") or "").split():
            yield found


def _pieces(element: Element) -> Iterator[str]:
    """Words in order, a NUL where a block begins or ends; without recursion, pages may be nested deep."""
    events = [(element, False)]
    while events:
        node, closing = events.pop()
        block = node.tag in _BLOCKS
        if closing:
            if block:
                yield "\0"
            if node is not element and node.tail:
                yield node.tail
            continue
        if block:
            yield "\0"
        seen = isinstance(node.tag, str) and node.tag not in _UNSEEN
        events.append((node, True))
        if seen:
            if node.text:
                yield node.text.replace("\0", "")
            events.extend((child, False) for child in reversed(node))
