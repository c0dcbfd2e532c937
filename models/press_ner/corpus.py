"""The texts the press ner learns from and is measured on, as paragraphs with the names in them.

Three sources: WiNER-fr (JSON Lines), `press.txt` beside this file (sentences written for the project) and TEI gold
articles. All end as `Paragraph`, with titles and elided articles out of the names and quotation marks as the
pipeline shows them to the model.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

from ralliement.paragraphs import paragraphs

PRESS = Path(__file__).with_name("press.txt")
NAMES = Path(__file__).with_name("names.txt")
TEI = "{http://www.tei-c.org/ns/1.0}"
IDS_ARE_LOCAL = etree.XMLParser(collect_ids=False)  # an id given twice is for the gold's own check to find

Names = list[tuple[int, int, str]]

# Quotation marks the base model parses badly; « » of the same length keeps every offset.
MARKS = str.maketrans("“”", "«»")
TITLE = re.compile(
    r"(?:(?:les?|la)\s+)?(?:(?:M|MM|Mr|Pr|Dr)\.|Mmes?|Mlles?|M[er]s?|Drs?|Prs?|Monsieur|Madame|Mademoiselle|[Mm]aître|[Dd]octeur"
    r"|[Pp]rofesseure?|[Pp]résidente?|[Mm]inistre|[Pp]rince(?:sse)?|[Rr]oi|[Rr]eine|[Pp]ape|[Ss]ir|[Ll]ord|[Aa]bbé|[Mm]gr"
    r"|[Cc]apitaine|[Gg]énéral|[Cc]olonel|[Cc]ommandant)\s+(?=[A-ZÀ-Ý])"
)
ELISION = re.compile(r"[ldLD]['’](?=\w)")
# After an article or an elision a name would have to agree with it in gender or in its first letter.
AGREES = re.compile(r"(?:\b(?:les?|la|du|des|aux?)\s|\b(?:[dl]|qu)['’])$", re.IGNORECASE)
MARKUP = re.compile(r"\[(PER|ORG|LOC|MISC):([^\[\]]+)\]")


class Paragraph(NamedTuple):
    """A paragraph and its names as (start, end, label), ends exclusive."""

    text: str
    names: Names


def trim(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    """The name without the title before a person and without an elided article before a lower-case or proper noun."""
    patterns = (ELISION, TITLE) if label == "PER" else (ELISION,) if text[start].islower() else ()
    for pattern in patterns:
        while (match := pattern.match(text, start)) and match.end() < end:
            start = match.end()
    return start, end, label


def cut(text: str, names: Names) -> Iterator[Paragraph]:
    """The pipeline's paragraphs of a text; a name that runs over two of them is lost."""
    for start, end in paragraphs(text):
        inside = [trim(text, *name) for name in names if start <= name[0] and name[1] <= end]
        shifted = sorted((s - start, e - start, label) for s, e, label in inside)
        yield Paragraph(text[start:end].translate(MARKS), shifted)


def read_winer(path: Path) -> list[Paragraph]:
    """The paragraphs of a WiNER-fr file, one JSON object `{"text", "ents"}` a line."""
    records = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    return [p for record in records for p in cut(record["text"], [tuple(ent) for ent in record["ents"]])]


def parse(line: str) -> Paragraph:
    """`« Nous recrutons », dit [PER:Anne Roy] ([ORG:Altéo]).` as text and names."""
    text, names, done = "", [], 0
    for match in MARKUP.finditer(line):
        text += line[done : match.start()]
        names.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        done = match.end()
    text += line[done:]
    if "[ORG" in text or "[PER" in text:
        raise ValueError(f"unreadable markup: {line}")
    return Paragraph(text.translate(MARKS), names)


def read_press(part: str) -> list[Paragraph]:
    """The project's sentences: every fourth is kept apart for choosing between models (`dev`), the others `train`."""
    lines = [line for line in PRESS.read_text(encoding="utf8").splitlines() if line.strip() and line[0] != "#"]
    return [parse(line) for i, line in enumerate(lines) if (i % 4 == 3) == (part == "dev")]


def read_tei(path: Path) -> list[Paragraph]:
    """The paragraphs of a gold article with its organisations and persons (places and works are not annotated)."""
    return [Paragraph(*_inline(p, 0)) for p in etree.parse(path, IDS_ARE_LOCAL).iterfind(f".//{TEI}body//{TEI}p")]


def _inline(node: etree._Element, start: int) -> tuple[str, Names]:
    """Text of an element that begins at `start`, as the model sees it, and the names in it."""
    text = node.text or ""
    names: Names = []
    for child in node:
        inner, found = _inline(child, start + len(text))
        text += inner + (child.tail or "")
        names += found
    label = {f"{TEI}orgName": "ORG", f"{TEI}persName": "PER"}.get(node.tag)
    return text.translate(MARKS), [(start, start + len(text), label), *names] if label else names


def typeset(paragraph: Paragraph, rng: random.Random) -> Paragraph:
    """Another way to typeset it, offsets unchanged: the apostrophe, the space inside guillemets."""
    text = paragraph.text
    if rng.random() < 0.5:
        text = text.replace("'", "’")
    if rng.random() < 0.5:
        text = text.replace("« ", "«\N{NO-BREAK SPACE}").replace(" »", "\N{NO-BREAK SPACE}»")
    return paragraph._replace(text=text)


def read_names() -> dict[str, list[str]]:
    """Invented names by label."""
    names: dict[str, list[str]] = {}
    for line in NAMES.read_text(encoding="utf8").splitlines():
        if line.startswith("["):
            names[line.strip("[]")] = found = []
        elif line and line[0] != "#":
            found.append(line)
    return names


def swap(paragraph: Paragraph, pool: dict[str, list[str]], share: float, rng: random.Random) -> Paragraph:
    """The same with a share of its names replaced: those that follow no article, of persons those with a first name."""
    text, names, done = "", [], 0
    for start, end, label in paragraph.names:
        text += paragraph.text[done:start]
        name = paragraph.text[start:end]
        free = name[0].isupper() and not AGREES.search(text) and (label != "PER" or " " in name)
        if free and rng.random() < share:
            name = rng.choice(pool[label])
        names.append((len(text), len(text) + len(name), label))
        text += name
        done = end
    return Paragraph(text + paragraph.text[done:], names)


def capitals(paragraph: Paragraph) -> Paragraph:
    """The same in capitals, as some headlines are; lengths are kept (« ß » and the like stay as they are)."""
    return paragraph._replace(text="".join(c.upper() if len(c.upper()) == 1 else c for c in paragraph.text))


def examples(nlp: Language, source: Iterable[Paragraph]) -> Iterator[Example]:
    """Training examples; where a name does not fall on token limits its tokens are left open."""
    for text, names in source:
        predicted = nlp.make_doc(text)
        reference = predicted.copy()
        spans: list[Span] = []
        unclear: list[Span] = []
        for start, end, label in names:
            if (span := reference.char_span(start, end, label)) is not None:
                spans.append(span)
            elif (span := reference.char_span(start, end, alignment_mode="expand")) is not None:
                unclear.append(span)
        taken = {token.i for span in spans for token in span}
        unclear = [span for span in filter_spans(unclear) if not any(token.i in taken for token in span)]
        reference.set_ents(spans, missing=unclear)
        yield Example(predicted, reference)


def named(doc: Doc) -> set[tuple[int, int, str]]:
    """The names a model found, trimmed like the gold."""
    return {trim(doc.text, ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}


def read_folder(folder: Path) -> list[Paragraph]:
    """The paragraphs of a folder of gold articles."""
    return [paragraph for file in sorted(folder.glob("*.xml")) for paragraph in read_tei(file)]


def mix(
    winer: Path, ours: Sequence[Paragraph], copies: int, swapped: float, capitalized: float, seed: int
) -> Iterator[Paragraph]:
    """WiNER's training paragraphs once, ours `copies` times: as written, then with a share of the names swapped.

    A share of the copies is in capitals; every other paragraph is typeset anew.
    """
    rng = random.Random(seed)
    for paragraph in read_winer(Path(winer) / "winer_train.jsonl"):
        yield typeset(paragraph, rng)
    pool = read_names()
    for copy in range(copies):
        for paragraph in ours:
            varied = swap(paragraph, pool, swapped if copy else 0.0, rng)
            yield capitals(varied) if rng.random() < capitalized else typeset(varied, rng)
