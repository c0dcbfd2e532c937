"""An article as the membership rules read it: sentences of units, a name or a reference being one unit.

Plain Python columns, read once from the Doc; brackets are units of their own that hold what they enclose.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from spacy.tokens import Doc

from ralliement.annotations import Entity, Mention
from ralliement.components.membership_cues import unaccented
from ralliement.paragraphs import paragraphs

SHORT = {"sept.", "déc.", "oct.", "nov.", "janv.", "etc."}  # tokens that hold the stop: « ils sont sept. »
ENDS = {".", "!", "?", "…", "..."}
DATELINE = re.compile(  # « PARIS, 7 déc 2023 (AFP) - », « Lyon (Rhône), le 3 mars — »
    r"[A-ZÀ-Ý][\w'’ -]{1,40}(?:\s\([^()\n]{2,30}\))?,?\s(?:le\s)?\d{1,2}(?:er)?\s[a-zéû]{3,9}\.?(?:\s\d{4})?"
    r"(?:\s\([^()\n]{2,30}\))?\s?[-–—]\s"
)
FIRMS = {"inc", "ltd", "corp", "co", "cie", "bros", "s.a"}  # abbreviations that end a name
OPENERS = {"(": ")", "[": "]"}
BULLETS = {"-", "–", "—", "•", "*", "·", "▪"}


_ACCENT = re.compile("[éèêàùâîôûçÉÈÀ]")


def restored(low: str, pos: str) -> str:
    """A word of a text without accents as our lexicons write it: « lancee », « a l'origine »."""
    return "à" if low == "a" and pos == "ADP" else unaccented().get(low, low)


@dataclass(slots=True)
class Unit:
    """A word, a name or a bracket. `kind` is word, org, per, alliance or bracket; `start`, `end` are tokens."""

    kind: str
    low: str
    pos: str
    start: int
    end: int
    keys: tuple[str, ...] = ()  # entities that a name or a reference stands for
    inner: "list[Unit]" = field(default_factory=list)  # of a bracket


@dataclass(slots=True)
class Sentence:
    """Units of a sentence. `heading` is a line without final stop; `bullet` an item of a vertical list."""

    units: list[Unit]
    paragraph: int
    heading: bool
    bullet: bool


class Text:
    """Columns of a Doc: words in lower case with straight apostrophes, parts of speech, mentions by first token."""

    def __init__(self, doc: Doc) -> None:
        self.entities: dict[str, Entity] = doc._.entities
        columns = doc.to_array(["ORTH", "POS", "SPACY"]).tolist() if len(doc) else []
        strings = doc.vocab.strings
        known = {orth: strings[orth] for orth in {row[0] for row in columns}}
        lower = {orth: word.lower().replace("’", "'") for orth, word in known.items()}
        self.words = [known[row[0]] for row in columns]
        self.raw = "".join(f"{known[row[0]]} " if row[2] else known[row[0]] for row in columns)
        self.low = [lower[row[0]] for row in columns]
        self.pos = [strings[row[1]] for row in columns]
        if not _ACCENT.search(self.raw):
            self.low = [restored(low, pos) for low, pos in zip(self.low, self.pos, strict=True)]
        self.idx = list(accumulate((len(known[row[0]]) + row[2] for row in columns), initial=0))[:-1]
        quotes = [q for q in doc._.quotes if q["kind"] == "direct"]
        self.quoted = [(self._token(q["start"]), self._token(q["end"])) for q in quotes]
        self.mentions: dict[int, tuple[int, Mention]] = {}
        for mention in doc._.mentions:
            start, end = self._token(mention["start"]), self._token(mention["end"])
            if end > start and self.offset(start, end) == (mention["start"], mention["end"]):
                self.mentions[start] = (end, mention)

    def _token(self, character: int) -> int:
        """The first token that starts at or after a character."""
        return bisect_left(self.idx, character)

    def offset(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the tokens from `start` to `end`."""
        return self.idx[start], self.idx[end - 1] + len(self.words[end - 1])

    def spans(self) -> Iterator[tuple[int, int, int, int]]:
        """First and last token of each sentence, its paragraph, and the paragraph's number of sentences."""
        token, size = 0, len(self.words)
        for number, (first, last) in enumerate(paragraphs(self.raw)):
            if dateline := DATELINE.match(self.raw, first, last):
                first = dateline.end()
            while token < size and self.idx[token] < first:
                token += 1
            start, found = token, []
            while token < size and self.idx[token] < last:
                if (self.words[token] in ENDS or self.low[token] in SHORT) and self._closes(token, last, start):
                    token += 1
                    while token < size and self.idx[token] < last and self.words[token] in ("»", "”", ")"):
                        token += 1
                    found.append((start, token))
                    start = token
                elif token in self.mentions:
                    token = self.mentions[token][0]
                else:
                    token += 1
            if start < token:
                found.append((start, token))
            yield from ((a, b, number, len(found)) for a, b in found)

    def _closes(self, token: int, last: int, start: int) -> bool:
        """Whether the stop at `token` ends its sentence: a capital, a mark or the paragraph's end follows."""
        if token - start <= 1 and self.words[start].rstrip(".").isdigit():
            return False  # « 2. Signataires »
        after = token + 1
        while after < len(self.words) and self.words[after] in ("»", "”", ")"):
            after += 1
        if after >= len(self.words) or self.idx[after] >= last:
            return True
        word = self.words[after].lstrip("«“\"'‘(—–-• ")
        return not word or not word[0].islower()


def sentences(text: Text, references: dict[int, tuple[int, tuple[str, ...]]]) -> list[Sentence]:
    """Sentences of the article; `references` gives the alliance references by first token: their end and keys."""
    found = []
    for start, end, number, count in text.spans():
        bullet = _bullet(text, start, end) if count == 1 else 0
        stopped = text.words[end - 1] in (".", "!", "…", ";", ",", "»") and text.low[end - 2] not in FIRMS
        heading = not bullet and count == 1 and not stopped
        units = _units(text, references, start + bullet, end)
        found.append(Sentence(units, number, heading and end - start <= 16, bullet > 0))
    return found


def _bullet(text: Text, start: int, end: int) -> int:
    """How many tokens mark an item of a vertical list: « - A », « 1. A », « 2) B »; 0 where none does."""
    if text.words[start] in BULLETS:
        return 1
    if (
        text.words[start].isdigit()
        and len(text.words[start]) < 3
        and end - start > 2
        and text.words[start + 1] in (".", ")")
    ):
        return 2 if start + 2 in text.mentions else 0
    return 0


def _units(text: Text, references: dict[int, tuple[int, tuple[str, ...]]], start: int, end: int) -> list[Unit]:
    """Units of the tokens from `start` to `end`, brackets nested."""
    stack: list[list[Unit]] = [[]]
    i = start
    while i < end:
        if i in references:
            stop, keys = references[i]
            stack[-1].append(Unit("alliance", text.low[stop - 1], "PROPN", i, stop, keys))
            i = stop
        elif i in text.mentions:
            stop, mention = text.mentions[i]
            kind = "per" if mention["label"] == "PER" else "org"
            stack[-1].append(Unit(kind, text.low[i], "PROPN", i, stop, (mention["entity"],)))
            i = stop
        else:
            low = text.low[i]
            if low in OPENERS and len(stack) < 4:
                bracket = Unit("bracket", low, "PUNCT", i, i + 1)
                stack[-1].append(bracket)
                stack.append(bracket.inner)
            elif low in (")", "]") and len(stack) > 1:
                stack.pop()
                stack[-1][-1].end = i + 1
            elif text.pos[i] != "SPACE":
                stack[-1].append(Unit("word", low, text.pos[i], i, i + 1))
            i += 1
    return _within_lists(stack[0])


def _within_lists(units: list[Unit]) -> list[Unit]:
    """An alliance named between two organisations of a list is one of them."""
    for i in range(2, len(units) - 2):
        unit = units[i]
        beside = units[i - 2].kind == units[i + 2].kind == "org"
        if unit.kind == "alliance" and len(unit.keys) == 1 and beside and units[i - 1].low == units[i + 1].low == ",":
            unit.kind = "org"
    return units
