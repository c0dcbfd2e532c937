"""Who published an article and when: metadata.csv beside it, its file name, or the words of its first lines."""

import csv
import io
import re
import unicodedata
from pathlib import PurePosixPath

from ralliement.dates import article_date
from ralliement.furniture import furniture
from ralliement.paragraphs import paragraphs
from ralliement.readers.decode import decode
from ralliement.readers.source import RefusedError

METADATA = "metadata.csv"
FIELDS = ("title", "author", "publisher", "published")

_HEAD = 3000  # characters in which an article may say when and by whom it was published
_DATELINE = re.compile(
    r"^(?:(?:Article )?(?:Publié|Paru|Mis en ligne|Posté|Modifié)e?\b|Par [^\n]{3,60}? le )[^\n]{0,120}$", re.M
)
_WIRE = re.compile(r"^[A-ZÀ-Þ' -]{3,40}, [^\n(]{5,25} \((?P<agency>AFP|Reuters|AP|ATS|Belga)\)", re.M)
_DATE_ALONE = re.compile(
    r"^(?:(?:lun|mar|mercre|jeu|vendre|same)di,? |dimanche,? )?(?:le )?"
    r"(?:(?:\d{1,2}|1er) [a-zéû]{3,9}\.? \d{4}|\d{1,2}([./-])\d{1,2}\1\d{4})"
    r"(?:,? (?:[-–•|] )?(?:à )?\d{1,2} ?[h:] ?\d{0,2})?$",
    re.M | re.IGNORECASE,
)
_NAME = r"(?:d[’'])?(?:(?:[A-ZÀ-Þ]\.-?)+|[A-ZÀ-Þ][\w’'-]+)"
_PERSON = rf"{_NAME}(?: (?:{_NAME}|de|du|des|la)){{1,4}}"
_BYLINE = re.compile(
    rf"(?:^|^Publié [^\n]{{4,60}}? )[Pp]ar (?P<author>{_PERSON}(?:(?:, | et ){_PERSON})*)"
    r"(?=\s*$|[,|•.]| [-–—|•]| le )",
    re.M,
)


def described_files(data: bytes) -> dict[str, dict[str, str]]:
    """Rows of a metadata.csv by `id`, the file name without suffix. Raises `RefusedError`."""
    text = decode(data)
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if "id" not in (rows.fieldnames or []):
        raise RefusedError("metadata", "no column id; its header must be id,title,author,publisher,published")
    try:
        return {
            _composed(row["id"] or "").removesuffix(".txt"): {f: (row.get(f) or "").strip() for f in FIELDS}
            for row in rows
        }
    except csv.Error as error:
        raise RefusedError("metadata", f"{error}, line {rows.line_num}; save it as « CSV UTF-8 »") from error


def stem(name: str) -> str:
    """A file's name without folder and suffix, composed: systems that decompose accents give the same."""
    return PurePosixPath(_composed(name)).stem


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def title_in_text(text: str) -> str | None:
    """The headline: a paragraph of a few words without a full stop, before longer ones, above it only the site's."""
    head = text[:_HEAD]
    lines = [head[start:end] for start, end in paragraphs(head)[:6]]
    for number, line in enumerate(lines[:3]):
        if len(line) > 200:
            return None
        if not _is_of_the_site(line):
            is_headline = len(line.split()) >= 4 and not re.search(r"\n|[.!] [A-ZÀ-Þ]|[.;,:…]$", line)
            return line if is_headline and any(len(other) > len(line) for other in lines[number + 1 :]) else None
    return None


def _is_of_the_site(line: str) -> bool:
    """Navigation, a masthead with its number or day, a time stamp, a by-line: no words of the article."""
    return bool(
        re.search(r"[>|]|\bn° ?\d| - [^-]+ - | / |^(?i:communiqué)\b", line)
        or furniture(line)
        or article_date(line)
        or any(pattern.match(line) for pattern in (_DATELINE, _WIRE, _BYLINE))
    )


def date_in_name(name: str) -> str | None:
    """The day that a file name holds, if it is one."""
    match = re.search(r"(?<!\d)(?:(?:19|20)\d\d([-_.]?)\d\d\1\d\d|\d\d([-_.])\d\d\2(?:19|20)\d\d)(?!\d)", stem(name))
    return article_date(match[0].replace("_", "-").replace(".", "-")) if match else None


def date_in_text(text: str) -> str | None:
    """The day that the text's own furniture gives: « Publié le … », a wire's place and day, a line that is a date."""
    head = text[:_HEAD]
    for pattern in (_DATELINE, _WIRE):
        for line in pattern.finditer(head):
            if day := article_date(line[0]):
                return day
    alone = {article_date(line[0]) for line in _DATE_ALONE.finditer(head)}
    return alone.pop() if len(alone) == 1 else None


def author_in_text(text: str) -> str | None:
    """The name in « Par Inès Moreau », on a line of its own or after « Publié le … »."""
    byline = _BYLINE.search(text[:_HEAD])
    return byline["author"] if byline else None


def publisher_in_text(text: str) -> str | None:
    """The agency that signs a wire: « PARIS, 7 déc 2023 (AFP) »."""
    wire = _WIRE.search(text[:_HEAD])
    return wire["agency"] if wire else None
