"""A Doc as plain lists, read once: many attribute accesses a token would cost more than the rules themselves."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

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


def view(doc: Doc) -> View:
    """Read `doc`."""
    strings = doc.vocab.strings
    rows: list[list[int]] = doc.to_array(["ORTH", "SPACY", "POS"]).tolist() if len(doc) else []
    forms = {code: strings[code] for code in {row[0] for row in rows}}  # once a form: tokens are slow to make
    lows = {code: form.lower().replace("’", "'") for code, form in forms.items()}
    tags = {code: strings[code] for code in {row[2] for row in rows}}
    words = [forms[row[0]] for row in rows]
    low = [lows[row[0]] for row in rows]
    pos = [tags[row[2]] for row in rows]
    end = list(accumulate(len(forms[orth]) + space for orth, space, _ in rows))
    start = [0, *end[:-1]] if words else []
    end = [at + len(word) for at, word in zip(start, words, strict=True)]
    glued, capital, first, line = [], [], [], []
    letters, upper = Counter[int](), Counter[int]()
    number, opening, previous = 0, True, 0
    for i, word in enumerate(words):
        glued.append(start[i] == previous)
        previous = end[i]
        if "\n" in word:
            number, opening = number + 1, True
        elided = low[i] in ELISIONS
        is_name = word[0].isupper() or (word[0].islower() and not word.islower() and word.isalnum())
        capital.append(is_name and not elided)
        first.append(opening)
        line.append(number)
        if word.isalpha():
            letters[number] += len(word)
            upper[number] += len(word) if word.isupper() else 0
        dash = word == "-" and not glued[i]
        if dash or word in OPENERS or word in SENTENCE_END or word == "...":
            opening = True
        elif not (word in TRANSPARENT or elided or word.isspace()):
            opening = False
    shouting = [upper[n] > CAPS_LINE * letters[n] and letters[n] > SHORT for n in range(number + 1)]
    mostly = sum(letters[n] for n in range(number + 1) if shouting[n]) > sum(letters.values()) / 2
    shout = [shouting[n] and not mostly for n in line]
    page = [False] * len(words)
    for from_, to in furniture(doc.text):
        for i in range(bisect_left(start, from_), bisect_left(start, to)):
            page[i] = True
    ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    label = [""] * len(words)
    for first_token, stop, name in ents:
        label[first_token:stop] = [name] * (stop - first_token)
    plain = doc.text.translate(PLAIN)
    return View(plain, words, low, start, end, glued, pos, capital, first, line, shout, page, ents, label)
