"""A Doc as the quotes component reads it: paragraphs of units, cut into sentences that no quotation breaks.

A unit is a word, a punctuation mark, a named mention or a passage between marks. The model's tags are one vote,
looked up by offset; words and sentences are found on the raw characters, so that they do not depend on it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import numpy as np
from spacy.tokens import Doc

from ralliement import marks
from ralliement.annotations import Entity, Mention
from ralliement.components.grammar import DEPENDENT, SUBJECTS
from ralliement.marks import Passage
from ralliement.paragraphs import Span, paragraphs

Kind = Literal["word", "punct", "mention", "passage"]

_UNIT = re.compile(
    r"(?:[ldnsmtjcLDNSMTJC]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu|[Qq]uoiqu)['’](?=\S|$)"
    r"|-(?:t-)?(?:ils?|elles?|on|je|nous|vous|tu)\b(?!-)"  # inverted pronouns
    r"|(?:MM?|Mmes?|Mlles?|Dr|Pr|Mgr|Me|St|Ste|[A-ZÀ-Ý])\.(?=[ \u00a0\u202f]?(?:[A-ZÀ-Ý-]|$))"  # M., J.
    r"|\d+(?:[.,  \u00a0\u202f]\d+)*"
    r"|[Aa]ujourd['’]hui"
    r"|\w+(?:(?:['’.]|-(?!(?:t-)?(?:ils?|elles?|on)\b))(?=\w)\w+)*"
    r"|[^\w\s]"
)
LONGEST = 200  # units of a sentence: work on a text without a full stop stays linear
ENTITIES: Any = ("._.", "entities", None, None)  # where `doc._.entities` is kept, once a component has set it
SHORT = 300  # characters; a longer text without « é » is typed without accents
_FORM = re.compile(r"VerbForm=(\w+)")
_ENDS = frozenset(".!?…")


class Unit(NamedTuple):
    """A word, mark, mention or passage, from `start` to `end`; `ref` is the index of the mention or passage."""

    kind: Kind
    start: int
    end: int
    low: str  # lower case, a straight apostrophe
    pos: str  # the model's tag of its first token
    form: str  # Fin, Inf, Part or "" : the form of a verb, says the model
    ref: int = -1

    @property
    def finite(self) -> bool:
        """Whether it is a finite verb."""
        return self.form == "Fin"


class Sentence(NamedTuple):
    """Units of one sentence; `paragraph` is its index in the text."""

    paragraph: int
    units: list[Unit]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.units[-1].end


class Reading:
    """Paragraphs, passages, mentions and entities of a Doc."""

    def __init__(self, doc: Doc) -> None:
        self.text: str = doc.text
        self.paragraphs: list[Span] = paragraphs(self.text)
        self.passages: list[Passage] = marks.passages(self.text, self.paragraphs)
        self.mentions, self.entities = _named(doc)
        self._mention_starts = [mention["start"] for mention in self.mentions]
        columns = doc.to_array(["LENGTH", "SPACY", "POS", "MORPH"]) if len(doc) else np.zeros((0, 4), "uint64")
        lengths = columns[:, 0].astype("int64") + columns[:, 1].astype("int64")
        self._token_starts: list[int] = (np.cumsum(lengths) - lengths).tolist()
        self._tags: list[tuple[int, int]] = list(map(tuple, columns[:, 2:].tolist()))
        self._strings = doc.vocab.strings
        self._tag_cache: dict[tuple[int, int], tuple[str, str]] = {}
        self.accents = "é" in self.text or "è" in self.text or len(self.text) < SHORT
        self._passage_starts = [passage.start for passage in self.passages]

    def sentences(self) -> Iterator[Sentence]:
        """Sentences in order, paragraph by paragraph."""
        for index, (start, end) in enumerate(self.paragraphs):
            units = self.units(start, end)
            first = 0
            for i, unit in enumerate(units):
                if i - first >= LONGEST or self._ends_sentence(units, i, unit):
                    yield Sentence(index, units[first : i + 1])
                    first = i + 1
            if first < len(units):
                yield Sentence(index, units[first:])

    def units(self, start: int, end: int, passages: bool = True) -> list[Unit]:
        """Units between two offsets; a mention is one unit, and a passage unless `passages` are opened up."""
        if passages:
            whole = self._wholes(start, end)
        else:
            whole = self._mentions(bisect_right(self._mention_starts, start - 1), start, end)
        units: list[Unit] = []
        position = start
        for unit in whole:
            self._words(position, unit.start, units)
            units.append(unit)
            position = unit.end
        self._words(position, end, units)
        return units

    def mentions_between(self, start: int, end: int) -> range:
        """Indices of the mentions that begin between two offsets."""
        return range(bisect_right(self._mention_starts, start - 1), bisect_right(self._mention_starts, end - 1))

    def passages_from(self, offset: int) -> list[Passage]:
        """The passage that begins at `offset` or after it, first of a list; empty if there is none."""
        index = bisect_right(self._passage_starts, offset - 1)
        return self.passages[index : index + 1]

    def has_finite(self, start: int, end: int) -> bool:
        """Whether a finite verb or a subject pronoun stands between two offsets."""
        return any(unit.finite or unit.low in SUBJECTS for unit in self._inside(start, end))

    def is_utterance(self, passage: Unit) -> bool:
        """Whether a passage is a clause rather than a fragment or a name."""
        return self.has_finite(passage.start, passage.end)

    def is_sentence(self, passage: Unit) -> bool:
        """Whether a passage ends as a sentence does."""
        _, end = marks.inner(self.text, self.passages[passage.ref])
        return self.text[end - 1 : end] in _ENDS

    def own_clause(self, start: int, end: int) -> bool:
        """Whether the words between two offsets are a clause with its own subject and finite verb."""
        inside = [unit for unit in self._inside(start, end) if unit.kind == "word"]
        if not inside or inside[0].low in DEPENDENT or inside[0].finite or inside[0].pos == "AUX":
            return False
        return self.has_finite(start, end)

    def first_words(self, start: int, end: int) -> list[Unit]:
        """The first words between two offsets."""
        return [unit for unit in self._inside(start, min(end, start + 60)) if unit.kind == "word"]

    def starts_with_verb(self, start: int, end: int) -> bool:
        """Whether the first word between two offsets is a finite verb."""
        first = self.first_words(start, end)
        return bool(first) and first[0].finite

    def _inside(self, start: int, end: int) -> list[Unit]:
        units: list[Unit] = []
        self._words(start, end, units)
        return units

    def _wholes(self, start: int, end: int) -> list[Unit]:
        found: list[Unit] = []
        position = start
        mention = bisect_right(self._mention_starts, start - 1)
        first = bisect_right(self._passage_starts, start - 1)
        for index in range(first, len(self.passages)):
            passage = self.passages[index]
            if passage.start >= end:
                break
            found += self._mentions(mention, position, passage.start)
            found.append(Unit("passage", passage.start, passage.end, "", "", "", index))
            position = passage.end
            mention = bisect_right(self._mention_starts, position - 1)
        return found + self._mentions(mention, position, end)

    def _mentions(self, first: int, start: int, end: int) -> list[Unit]:
        found = []
        for index in range(first, len(self.mentions)):
            mention = self.mentions[index]
            if mention["start"] >= end:
                break
            if mention["start"] >= start and mention["end"] <= end:
                start = mention["end"]
                low = self.text[mention["start"] : mention["end"]].lower()
                found.append(Unit("mention", mention["start"], mention["end"], low, "PROPN", "", index))
        return found

    def _words(self, start: int, end: int, units: list[Unit]) -> None:
        starts, tags, cache = self._token_starts, self._tags, self._tag_cache
        for found in _UNIT.finditer(self.text, start, end):
            word = found.group()
            if word[0].isalnum() or len(word) > 1:
                tag = tags[bisect_right(starts, found.start()) - 1]
                if tag not in cache:
                    cache[tag] = self._tag(*tag)
                pos, form = cache[tag]
                low = "à" if word == "A" else word.lower().replace("’", "'")
                units.append(Unit("word", found.start(), found.end(), low, pos, form))
            else:
                units.append(Unit("punct", found.start(), found.end(), word, "PUNCT", ""))

    def _tag(self, pos: int, morph: int) -> tuple[str, str]:
        """A part of speech, and the form of a verb."""
        name = self._strings[pos] if pos else ""
        form = _FORM.search(self._strings[morph]) if morph and name in ("VERB", "AUX") else None
        return name, form.group(1) if form else ""

    def _ends_sentence(self, units: list[Unit], index: int, unit: Unit) -> bool:
        if index + 1 >= len(units):
            return False
        following = units[index + 1]
        if unit.kind == "punct":
            if unit.low not in _ENDS or following.kind == "punct":
                return unit.low == ")" and index > 0 and units[index - 1].low in _ENDS and self._is_capital(following)
            return self.text[unit.end : following.start].isspace() and self._is_capital(following)
        if unit.kind == "passage" and following.kind != "punct":
            start, end = marks.inner(self.text, self.passages[unit.ref])
            return start < end and self.text[end - 1] in _ENDS and self._is_capital(following)
        return False

    def _is_capital(self, unit: Unit) -> bool:
        return unit.kind == "passage" or not self.text[unit.start].islower()


def _named(doc: Doc) -> tuple[list[Mention], dict[str, Entity]]:
    """Mentions and entities of the entities component, else the model's own."""
    if ENTITIES in doc.user_data:
        return doc._.mentions, doc._.entities
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    keys: dict[tuple[str, str], str] = {}
    for ent in doc.ents:
        if ent.label_ in ("PER", "ORG", "LOC"):
            key = keys.setdefault((ent.label_, ent.text), f"e{len(keys) + 1}")
            label = ent.label_
            entities.setdefault(key, {"label": label, "name": ent.text, "aliases": []})  # type: ignore[typeddict-item]
            mentions.append(
                {"start": ent.start_char, "end": ent.end_char, "label": label, "entity": key, "rule": "ner"}  # type: ignore[typeddict-item]
            )
    return mentions, entities
