"""A Doc as plain lists, read once: many attribute accesses a token would cost more than the rules themselves."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from spacy.tokens import Doc

from ralliement.furniture import furniture

SENTENCE_END = frozenset(".!?…")
TRANSPARENT = frozenset("«»“”„\"'’‘‹›—–-•*()[]:|>·●▪◦")  # marks after which a word is still the first
OPENERS = frozenset('«“„"‹—–•*:|>·●▪◦')  # marks after which a word may be the first of a sentence
ELISIONS = frozenset(
    ["l'", "d'", "j'", "m'", "t'", "s'", "n'", "c'", "ç'", "qu'", "jusqu'", "lorsqu'", "puisqu'", "quoiqu'"]
)
PLAIN = str.maketrans("’\u00a0\u202f", "'  ")
CAPS_LINE = 0.75  # share of words in capitals, by letters, of a line that shouts
SHORT = 12  # letters; a shorter line in capitals is an acronym or a name


@dataclass(slots=True)
class View:
    """Lists over the tokens of a Doc, all of one length.

    `plain` is the text with straight apostrophes and plain spaces, not by token. `low` is the lower-case form with a
    straight apostrophe; `capital` says that a word is written as a name is; `first`, that its place alone explains the
    capital; `line` numbers the lines; `shout`, that its line is in capitals; `furniture`, that the site speaks.
    `ents` are the model's entities: first token, token after the last, label; `label` is theirs by token, else "".
    """

    plain: str
    words: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    glued: list[bool]
    pos: list[str]
    capital: list[bool]
    first: list[bool]
    line: list[int]
    shout: list[bool]
    furniture: list[bool]
    ents: list[tuple[int, int, str]]
    label: list[str]

    def before(self, i: int) -> int:
        """The token before token `i`, no-break spaces skipped; -1 at the start of a line."""
        k = i - 1
        while k >= 0 and self.words[k].isspace():
            if "\n" in self.words[k]:
                return -1
            k -= 1
        return k

    def after(self, i: int) -> int:
        """The token at or after token `i`, no-break spaces skipped; -1 at the end of a line."""
        n = len(self.words)
        while i < n and self.words[i].isspace():
            if "\n" in self.words[i]:
                return -1
            i += 1
        return i if i < n else -1

    def text(self, start: int, end: int) -> str:
        """The words from token `start` to before `end`, as written but for white space."""
        words, glued = self.words, self.glued
        return words[start] + "".join(words[i] if glued[i] else f" {words[i]}" for i in range(start + 1, end))


class _Form(NamedTuple):
    """What a word is wherever it stands."""

    word: str
    low: str
    breaks: bool  # a line
    capital: bool
    letters: int  # of a word that is nothing else
    loud: int  # letters of a word in capitals
    opens: bool | None  # whether what follows may be the first word of a sentence; None leaves that as it was


@lru_cache(maxsize=10_000)
def _form(word: str) -> _Form:
    low = word.lower().replace("’", "'")
    elided = low in ELISIONS
    is_name = word[0].isupper() or (word[0].islower() and not word.islower() and word.isalnum())
    letters = len(word) if word.isalpha() else 0
    opens = None if word in TRANSPARENT or elided or word.isspace() else False
    if word in OPENERS or word in SENTENCE_END or word == "...":
        opens = True
    return _Form(word, low, "\n" in word, is_name and not elided, letters, letters if word.isupper() else 0, opens)


def view(doc: Doc) -> View:
    """Read `doc`."""
    strings = doc.vocab.strings
    rows: list[list[int]] = doc.to_array(["ORTH", "SPACY", "POS"]).tolist() if len(doc) else []
    known = {code: _form(strings[code]) for code in {row[0] for row in rows}}  # once a form: tokens are slow to make
    forms = [known[row[0]] for row in rows]
    tags = {code: strings[code] for code in {row[2] for row in rows}}
    words = [form.word for form in forms]
    written = [f"{word} " if row[1] else word for word, row in zip(words, rows, strict=True)]
    text = "".join(written)
    start = list(accumulate(map(len, written), initial=0))[:-1]
    end = [at + len(word) for at, word in zip(start, words, strict=True)]
    glued = [at == previous for at, previous in zip(start, [0, *end], strict=False)]
    first, line = [], []
    letters, loud = [0], [0]  # by line
    opening = True
    for form, beside in zip(forms, glued, strict=True):
        if form.breaks:
            letters.append(0)
            loud.append(0)
            opening = True
        first.append(opening)
        line.append(len(letters) - 1)
        letters[-1] += form.letters
        loud[-1] += form.loud
        if form.word == "-" and not beside:
            opening = True
        elif form.opens is not None:
            opening = form.opens
    shouting = [some > CAPS_LINE * all_ and all_ > SHORT for some, all_ in zip(loud, letters, strict=True)]
    mostly = sum(compress(letters, shouting)) > sum(letters) / 2
    page = [False] * len(words)
    for from_, to in furniture(text):
        for i in range(bisect_left(start, from_), bisect_left(start, to)):
            page[i] = True
    ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    label = [""] * len(words)
    for first_token, stop, name in ents:
        label[first_token:stop] = [name] * (stop - first_token)
    return View(
        plain=text.translate(PLAIN),
        words=words,
        low=[form.low for form in forms],
        start=start,
        end=end,
        glued=glued,
        pos=[tags[row[2]] for row in rows],
        capital=[form.capital for form in forms],
        first=first,
        line=line,
        shout=[shouting[n] and not mostly for n in line],
        furniture=page,
        ents=ents,
        label=label,
    )
