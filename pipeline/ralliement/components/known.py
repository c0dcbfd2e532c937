"""Known names: forms of the lexicon as the text writes them."""

from bisect import bisect_right
from collections.abc import Iterator

from ralliement.components.name import ARTICLES, STOP, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import WORD, Known, Vocabulary


def known_names(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Known names as written in the lexicon, whole words; in a line in capitals, by any case."""
    found, blocked = [], 0
    opening = {word: forms for word in set(view.words) if (forms := vocabulary.known.get(_first(word)))}
    for i, word in enumerate(view.words):
        if i < blocked or word not in opening:
            continue
        for end, known in _written(view, i, opening[word]):
            if not _in_run(view, vocabulary, i, end, known):
                noun = vocabulary.class_nouns.get(view.low[i])
                outside = noun and not noun.inside and not view.capital[i]  # « revue Nature »
                article = view.low[i] in ARTICLES and not known.name.startswith(known.form[:2])
                found.append(Name(i + 1 if outside or article else i, end, "known", known=known))
                blocked = end
                break
    return found


def _first(word: str) -> str:
    """What the forms that may start at a word are found by."""
    found = WORD.match(word)
    return found.group() if found else ""


def _in_run(view: View, vocabulary: Vocabulary, start: int, end: int, known: Known) -> bool:
    """Whether a known name is a part of another: « Alain Decaux » is no paint, « Boeing 737 » no company."""
    if known.sure and end - start > 2:
        return False
    before, line = start - 1, view.line[start]
    if before >= 0 and view.words[before] == "-" and view.glued[before]:
        return True
    named = before >= 0 and view.capital[before] and view.line[before] == line and view.low[before] not in STOP
    if named and (not view.first[before] or view.words[before] in vocabulary.first_names):
        return True
    if (
        end < len(view.words)
        and view.words[end].isdigit()
        and view.line[end] == line
        and (known.kind == "company" or known.form.isupper())
    ):
        return True
    return end < len(view.words) and view.line[end] == line and view.capital[end] and view.low[end] not in STOP


def _written(view: View, i: int, forms: dict[str, Known]) -> Iterator[tuple[int, Known]]:
    """The names that are written from token `i` on, in whole words, the longest first, each with the token after it."""
    start, n = view.start[i], len(view.words)
    longest = len(next(iter(forms)))
    for end in range(bisect_right(view.end, start + longest), i, -1):
        known = forms.get(view.plain[start : view.end[end - 1]])
        if known:
            joined = end + 1 < n and view.words[end] == "-" and view.glued[end] and view.glued[end + 1]
            if not joined:
                yield end, known
