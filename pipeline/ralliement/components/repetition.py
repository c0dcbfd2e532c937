"""What the rest of an article says of a name: its whole length, its article, and its form in lines in capitals."""

from collections import Counter

from ralliement.components.name import ARTICLES, OF, STOP, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

LINKS = OF | {"la", "le", "les", "l'", "pour", "en", "à", "au", "aux", "sur", "et", "contre", "sans"}
PARTICIPLES = ("é", "ée", "és", "ées", "i", "is", "ie", "ies", "u", "us", "ue", "ues")
MOST = 0.6  # of the places of a run of capitals
FOLLOWING = 5  # words that may complete a run of capitals
BYLINE = 6  # tokens of a line that is a name, its line break included


def take_articles(view: View, vocabulary: Vocabulary, names: list[Name]) -> None:
    """An article that starts a sentence is in the name if it is elsewhere: « Le Fil de Vire », not « Le Pacte »."""
    forms = {view.text(name.start, name.end).lower() for name in names if not view.first[name.start]}
    for name in names:
        before = name.start - 1
        if view.first[name.start] and view.low[name.start] in ARTICLES and name.end - name.start > 1:
            bare = view.text(name.start + 1, name.end).lower()
            head = view.low[name.start + 1]
            elided = view.low[name.start] == "l'" and name.end - name.start == 2  # « L'Ania prévient »
            headed = elided or head in vocabulary.heads or head in vocabulary.class_nouns
            if (name.rule != "known" and headed) or (
                bare in forms and view.text(name.start, name.end).lower() not in forms
            ):
                name.start += 1
        elif (
            before >= 0
            and view.first[before]
            and view.low[before] in ARTICLES
            and view.text(before, name.end).lower() in forms
        ):
            name.start = before


def elsewhere(view: View, names: list[Name]) -> list[Name]:
    """The other places of names with words in lower case: « Force infirmière », found once, is found each time."""
    forms: dict[str, dict[tuple[str, ...], str]] = {}
    for name in names:
        mixed = any(not view.capital[i] and view.words[i] != "-" for i in range(name.start + 1, name.end))
        sure = name.label == "ORG" or name.rule in ("head", "acronym", "quoted", "repeated")
        if mixed and sure and view.capital[name.start]:
            words = tuple(view.low[name.start : name.end])
            forms.setdefault(words[0], {}).setdefault(words, name.rule)
    return [
        Name(i, i + len(words), rule)
        for i, low in enumerate(view.low)
        if low in forms and view.capital[i]
        for words, rule in forms[low].items()
        if tuple(view.low[i : i + len(words)]) == words
    ]


def shouted(view: View, vocabulary: Vocabulary, names: list[Name]) -> list[Name]:
    """In lines in capitals, the names that the rest of the article has, whole or by surname, and known ones."""
    forms: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if not view.shout[name.start]:
            words = tuple(view.low[name.start : name.end])
            forms.setdefault(words[0], set()).add(words)
            if view.words[name.start] in vocabulary.first_names and len(words) > 1:
                forms.setdefault(words[-1], set()).add(words[-1:])
    kept = [
        name
        for name in names
        if not view.shout[name.start]
        or name.known
        or (name.label == "PER" and view.words[name.start] in vocabulary.first_names)
    ]
    taken = {i for name in kept for i in range(name.start, name.end)}
    in_line = Counter(view.line)
    for i, word in enumerate(view.words[:-1]):  # « ANA RUIZ » alone on its line
        person = word in vocabulary.first_names and view.shout[i] and in_line[view.line[i]] < BYLINE
        before = view.before(i)
        opens = before < 0 or view.low[before] == "par"
        if person and i not in taken and opens and view.capital[i + 1]:
            end = next((k for k in range(i, len(view.words)) if not view.capital[k]), len(view.words))
            kept.append(Name(i, end, "capitals"))
            taken.update(range(i, end))
    for i, shout in enumerate(view.shout):
        if not shout or i in taken:
            continue
        lengths = [len(words) for words in forms.get(view.low[i], ()) if tuple(view.low[i : i + len(words)]) == words]
        if lengths and i + max(lengths) <= len(view.words):
            kept.append(Name(i, i + max(lengths), "capitals"))
            taken.update(range(i, i + max(lengths)))
    return sorted(kept, key=lambda name: name.start)


def repeated(view: View, vocabulary: Vocabulary, runs: list[Name]) -> list[Name]:
    """Runs of capitals that the same words follow each time: « Verts unis », « Banques pour 2050 »."""
    forms: dict[str, list[Name]] = {}
    for name in runs:
        if not (name.end - name.start > 1 and view.words[name.start] in vocabulary.first_names):
            forms.setdefault(view.text(name.start, name.end).lower(), []).append(name)
    names = []
    for group in (group for group in forms.values() if len(group) > 1):
        ends = {name.end: name for name in group}
        more, shared = _shared_words(view, list(ends))
        names += [Name(ends[end].start, end + more, "repeated") for end in shared if more]
    return names


def _shared_words(view: View, ends: list[int]) -> tuple[int, list[int]]:
    """How many words after most of the tokens `ends` are the same and make up a name, and which have them."""
    shared, having = 0, ends
    for step in range(FOLLOWING):
        following = Counter(view.low[end + step] for end in having if end + step < len(view.words))
        if not following:
            break
        low, times = following.most_common(1)[0]
        same = [end for end in having if end + step < len(view.words) and view.low[end + step] == low]
        if times < 2 or times < MOST * len(ends) or not _completes(view, same[0], step):
            break
        having = same
        if low not in LINKS:
            shared = step + 1
    glued = any(view.words[end + shared] == "-" for end in having if end + shared < len(view.words))
    return 0 if glued else shared, having


def _completes(view: View, end: int, step: int) -> bool:
    """Whether the word `step` tokens after a run of capitals may be in a name, or leads to one that is."""
    i = end + step
    low, pos = view.low[i], view.pos[i]
    if view.line[i] != view.line[end - 1]:
        return False
    if low in LINKS:
        return True
    if low in STOP or not (low.isalpha() or low.isdigit()) or pos in ("AUX", "ADV", "PRON", "SCONJ"):
        return False
    if view.capital[i]:
        return step > 0 and view.low[i - 1] in OF
    return pos != "VERB" or low.endswith(PARTICIPLES)
