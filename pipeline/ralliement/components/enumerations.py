"""Lists of names, coordinated or item by line: what is sure of one is likely of the others."""

from ralliement.components.name import ARTICLES, OF, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

BETWEEN = 9  # tokens between two items of a list


def lists(view: View, names: list[Name]) -> list[list[int]]:
    """Indices of names that stand in one list, coordinated or item by line; at least two each."""
    groups: list[list[int]] = []
    open_group: list[int] = []
    for i, name in enumerate(names):
        if open_group and not _linked(view, names[open_group[-1]].end, name.start):
            groups.append(open_group)
            open_group = []
        open_group.append(i)
    groups.append(open_group)
    return [group for group in groups if len(group) > 2 or (len(group) > 1 and _conjoined(view, names, group))]


def _conjoined(view: View, names: list[Name], group: list[int]) -> bool:
    """Whether two names are joined by more than a comma, which may be an apposition."""
    between = range(names[group[0]].end, names[group[1]].start)
    return any(view.low[i] in ("et", "ou", "ni", "/") or "\n" in view.words[i] for i in between)


def _linked(view: View, end: int, start: int) -> bool:
    """Whether only commas, conjunctions, articles and apposed nouns stand between two names."""
    if start - end > BETWEEN or start == end:
        return False
    if view.line[end] != view.line[start] or "\n" in view.words[end]:
        return _bullet(view, end, start)
    link, depth = False, 0
    for i in range(end, start):
        word, low = view.words[i], view.low[i]
        if word in "(":
            depth += 1
        elif word == ")":
            depth -= 1
        elif word in ",/" or low in ("et", "ou", "ni"):
            link = True
        elif not (
            low in ARTICLES
            or low in OF
            or low in ("encore", "ainsi", "que", "aussi", "puis", "»", "«", "à", "à", "ex")
            or view.pos[i] in ("NOUN", "ADJ")
            or (depth and (view.capital[i] or word.isdigit()))
        ):
            return False
    return link


def _bullet(view: View, end: int, start: int) -> bool:
    """Whether the next line is an item like the one that ends."""
    marks = [i for i in range(end, start) if view.words[i] in "-•*–—·"]
    return bool(marks) and start - marks[-1] < 3 and view.line[start] - view.line[end - 1] <= 2


def list_head(view: View, vocabulary: Vocabulary, name: Name) -> bool:
    """« les universités de A, B et C »: the plural before a list says what each item is."""
    i = name.start - 1
    if i >= 0 and view.low[i] in ("l'", "la", "le"):
        i -= 1
    return i > 0 and view.low[i] in OF and view.low[i - 1] in vocabulary.plural_heads


def like_before(view: View, vocabulary: Vocabulary, names: list[Name], i: int) -> bool:
    """« le CHU de Caen et celui de Vire », « ceux de Caen et de Vire »: the pronoun stands for what is named before."""
    of = names[i].start - 1
    if of < 1 or view.low[of] not in OF or names[i].label == "PER":
        return False
    if view.low[of - 1] in ("et", ",") and names[i - 1].end == of - 1:
        return like_before(view, vocabulary, names, i - 1)
    return view.low[of - 1] in ("celui", "celle", "ceux", "celles") and any(
        view.low[name.start] in vocabulary.heads and view.line[of] - view.line[name.start] < 2
        for name in names[max(0, i - 4) : i]
    )
