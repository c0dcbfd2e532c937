"""What a file is, from its first bytes, whatever its suffix says."""

_ADVICE = {
    "PDF": "a PDF file; save its text as .txt first (pdftotext FILE.pdf)",
    "office document": "a Word, Excel or zip file; save it as plain text (.txt, UTF-8) first",
    "empty file": "nothing in it; remove it or download it again",
    "binary file": "bytes that are no text; give .txt or TEI files",
}
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


def sniff(data: bytes) -> tuple[str, str | None]:
    """The format (`text` or `xml`) and None, or the kind of error and what to try."""
    kind = _kind(data)
    return kind, _ADVICE.get(kind)


def _kind(data: bytes) -> str:
    head = data[:4096]
    if not data.strip(b" \t\r\n\f\xef\xbb\xbf\xff\xfe\x00"):
        return "empty file"
    if head.startswith(b"%PDF"):
        return "PDF"
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "office document"
    if head.startswith(_BOMS[1:]):
        return "text"
    if b"\0" in head or len(head.translate(None, _CONTROLS)) < 0.97 * len(head):
        return "binary file"
    start = head.removeprefix(_BOMS[0]).lstrip()
    return "xml" if start.startswith((b"<?xml", b"<TEI", b"<teiCorpus")) else "text"
