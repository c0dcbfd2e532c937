"""What a file is: from its first bytes, and only where they say nothing from its suffix."""

import re

from ralliement.readers.decode import mark_of

CONVERT = "save it as plain text first: « Enregistrer sous », « Texte brut (.txt) », UTF-8"
ADVICE = {
    "PDF": "a PDF file; extract its text first: pdftotext FILE.pdf",
    "RTF document": f"an RTF file; {CONVERT}",
    "Word document": f"a Word file; {CONVERT}",
    "OpenDocument": f"an OpenDocument file; {CONVERT}",
    "Excel workbook": "an Excel file; save the sheet as « CSV UTF-8 » first",
    "EPUB": "an e-book; convert its chapters to HTML or .txt first",
    "archive": "a packed file of another kind than zip; unpack it and give the folder",
    "empty file": "nothing in it; remove it or download it again",
    "binary file": "bytes that are no text; give .txt, HTML, TEI, CSV, JSON or zip files",
}
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF document"),
    (b"\xd0\xcf\x11\xe0", "Word document"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
)
_SUFFIXES = {"csv": "table", "tsv": "table", "tab": "table", "json": "json", "jsonl": "json", "ndjson": "json"}
_HTML = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b", re.I | re.S
)
_XML = re.compile(r"(?:<!--.*?-->|\s)*<(?:\?xml|!DOCTYPE|TEI|teiCorpus|\w+:TEI)\b", re.S)
_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*\{\s*\")")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


def sniff(head: bytes, name: str) -> str:
    """The format: `text`, `html`, `xml`, `json`, `table` or `zip`, or a key of `ADVICE` for what cannot be read."""
    if not head.strip(b" \t\r\n\f\xef\xbb\xbf\xff\xfe\x00"):
        return "empty file"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    mark, encoding = mark_of(head)
    if not encoding.startswith("utf-16") and (b"\0" in head or len(head.translate(None, _CONTROLS)) < 0.97 * len(head)):
        return "binary file"
    start = head[len(mark) :].decode(encoding or "utf-8", errors="ignore")
    suffix = name.lower().rpartition(".")[2]
    if _HTML.match(start):
        return "html"
    if _XML.match(start):
        return "xml"
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    return "json" if _JSON.match(start) else "text"
