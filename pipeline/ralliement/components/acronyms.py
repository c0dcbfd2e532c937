"""Acronyms: what they stand for, by their letters and by the parentheses around them."""

import unicodedata

from ralliement.components.name import STOP, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import WORD, Vocabulary

REACH = 24  # tokens; a longer name before its acronym is no name


def before_acronyms(view: View, vocabulary: Vocabulary) -> list[Name]:
    """The name that an acronym in parentheses stands for, and the acronym: « Coalition pour la mer (CPM) »."""
    names, n = [], len(view.words)
    for i in range(1, n - 2):
        if view.words[i] != "(" or view.words[i + 2] != ")" or not view.capital[i + 1]:
            continue
        acronym = view.words[i + 1]
        if sum(map(str.isupper, acronym)) < 2 and len(acronym) > 7:
            continue
        start = _acronym_start(view, vocabulary, i, acronym)
        if start is None:
            start = _institution_start(view, vocabulary, i)
        if start is not None:
            names.append(Name(start, i, "acronym", acronym=acronym))
            names.append(Name(i + 1, i + 2, "acronym"))
    return names


def _acronym_start(view: View, vocabulary: Vocabulary, end: int, acronym: str) -> int | None:
    """The first token of the name before `end` whose initials are `acronym`."""
    for start in range(end - 1, max(-1, end - REACH), -1):
        if view.line[start] != view.line[end] or view.words[start] in ".;:!?()«»":
            return None
        inside = vocabulary.class_nouns.get(view.low[start])
        begins = (view.capital[start] or (inside and inside.inside)) and view.low[start] not in STOP
        if begins and end - start > 1 and is_acronym(acronym, view.text(start, end)):
            return start
    return None


def _institution_start(view: View, vocabulary: Vocabulary, end: int) -> int | None:
    """The head of the institution whose name goes on to token `end` without verb or mark."""
    for start in range(end - 1, max(-1, end - REACH), -1):
        if view.line[start] != view.line[end] or view.pos[start] in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ", "NUM"):
            return None
        if view.low[start] in vocabulary.heads and view.capital[start] and end - start > 1:
            return start
    return None


def is_acronym(acronym: str, name: str, *, strict: bool = False) -> bool:
    """Whether the letters of `acronym` are initials of the words of `name`, in order, from the first on.

    Small words may count or not; a two-letter acronym, or a `strict` one, must take every full word.
    """
    letters = [letter for letter in plain(acronym) if letter.isalnum()]
    words = WORD.findall(plain(name))
    full = [word[0] for word in words if word not in STOP and len(word) > 1] or [word[0] for word in words]
    if letters == full:
        return True
    if strict or len(letters) < 3 or not full or letters[0] != full[0]:
        return False
    rest = iter(word[0] for word in words)
    if all(letter in rest for letter in letters):
        return len(full) <= len(letters) + 2
    return False


def is_blend(short: str, name: str) -> bool:
    """Whether `short` is made of the beginnings of the words of `name`: « Afra », Association française du rail.

    Each full word gives one letter or more, small words may give none.
    """
    ways = {plain(short)}  # what is left to give, by how much the words so far gave
    for word in WORD.findall(plain(name)):
        given = {left[size:] for left in ways for size in range(1, len(word) + 1) if left[:size] == word[:size]}
        ways = given | ways if word in STOP or len(word) == 1 else given
    return "" in ways and len(short) > 2


def plain(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
