"""Who is who in an article: the mentions that name one person or one organisation share a key.

Identity of names only; pronouns and descriptions are for the components that need them. Two people who share a
surname stay two, and acronyms are never matched by likeness.
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from ralliement.annotations import Label
from ralliement.components.acronyms import is_acronym, is_blend, plain
from ralliement.components.name import DEFINITE, STOP, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import WORD, Vocabulary
from ralliement.lexicon import load

Words = tuple[str, ...]
ACRONYM = 8  # letters; a longer word in capitals shouts
RENAMED = ("rebaptisé", "renommé", "devenu", "appelé", "surnommé", "abrégé", "connu")
FORMERLY = frozenset(["ex", "anciennement", "alias"])
RENAMING = frozenset({
    ",", "(", "«", "-", "a", "été", "est", "s'", "le", "la", "les", "l'", "en", "puis", "ensuite", "depuis",
    "désormais", "aussi", "également", "souvent", "plus", "mieux", "sous", "nom", "sigle", "de",
})  # fmt: skip  # beside these between an old name and the new one
RENAMING_REACH = 8  # tokens


def cluster(view: View, vocabulary: Vocabulary, names: list[Name], labels: list[Label]) -> list[int]:
    """For each name, in order, the number of its entity: 0 for the first named, 1 for the next."""
    roots = list(range(len(names)))
    words = [words_of(view.text(name.start, name.end)) for name in names]
    people = [i for i, label in enumerate(labels) if label == "PER"]
    _link_people(view, vocabulary, names, words, people, roots)
    for label in ("ORG", "LOC"):
        _link_organisations(view, names, words, [i for i, own in enumerate(labels) if own == label], roots)
    _link_places(view, names, words, labels, roots)
    for i, (name, other) in enumerate(pairwise(names)):
        told = "ORG" in labels[i : i + 2] and "PER" not in labels[i : i + 2]
        if told and (_glosses(view, name, other) or _renamed(view, name, other)):
            _join(roots, [i, i + 1])
    numbers: dict[int, int] = {}
    return [numbers.setdefault(_root(roots, i), len(numbers)) for i in range(len(names))]


def words_of(text: str) -> Words:
    """The words of a name without accents, case, hyphens and small words: what its variants share."""
    words = WORD.findall(plain(text))
    return tuple(word for word in words if word not in STOP) or tuple(words)


def _root(roots: list[int], i: int) -> int:
    while roots[i] != i:
        roots[i] = roots[roots[i]]
        i = roots[i]
    return i


def _join(roots: list[int], members: Iterable[int]) -> None:
    first, *others = sorted(_root(roots, i) for i in members)
    for other in others:
        roots[other] = first


def _link_people(
    view: View, vocabulary: Vocabulary, names: list[Name], words: list[Words], people: list[int], roots: list[int]
) -> None:
    full: dict[Words, list[int]] = {}
    for i in people:
        if len(words[i]) > 1:
            full.setdefault(words[i], []).append(i)
    for members in full.values():
        _join(roots, members)
    bearers: dict[str, list[Words]] = {}  # by each word of the name
    for person in full:
        for word in person:
            bearers.setdefault(word, []).append(person)
    for person in full:  # « N. Roy », « Ana Maria Roy »
        longer = [
            other
            for other in bearers[person[-1]]
            if other != person and other[-1] == person[-1] and _abbreviates(person, other)
        ]
        if len(longer) == 1:
            _join(roots, [full[person][0], full[longer[0]][0]])
    single: dict[Words, list[int]] = {}
    for i in people:
        if len(words[i]) != 1:
            continue
        candidates = _bearers(words[i][0], bearers, full)
        if not candidates:
            single.setdefault(words[i], []).append(i)
            continue
        gender = title_gender(view, vocabulary, names[i])
        fitting = [
            person for person in candidates if person_gender(vocabulary, view, names, full[person]) in (gender, "u")
        ]
        nearest = max(
            (fitting if gender != "u" and fitting else candidates),
            key=lambda person: max((k for k in full[person] if k < i), default=-min(full[person])),
        )
        _join(roots, [i, full[nearest][0]])
    for members in single.values():
        _join(roots, members)


def _abbreviates(short: Words, long: Words) -> bool:
    """« n roy » for « nora roy », « ana roy » for « ana maria roy », « le goff » for « yann le goff »."""
    if len(short[0]) == 1:
        return long[0].startswith(short[0]) and len(long[0]) > 1
    if len(short) < len(long) and long[-len(short) :] == short:
        return True  # a surname of several words
    rest = iter(long)
    return len(short) < len(long) and short[0] == long[0] and all(word in rest for word in short)


def _bearers(word: str, bearers: dict[str, list[Words]], full: dict[Words, list[int]]) -> list[Words]:
    """Full names that a single name may stand for: as surname, else as part of it, else as first name."""
    having = bearers.get(word, [])
    for fits in (
        lambda person: person[-1] == word,
        lambda person: word in person[1:],
        lambda person: person[0] == word,
    ):
        found = [person for person in having if fits(person)]
        if found:
            return found
    return []


def _nearest(candidates: list[Words], full: dict[Words, list[int]], i: int) -> Words:
    """The person named last before name `i`, else the one named first after it."""

    def place(person: Words) -> int:
        at = bisect_left(full[person], i)
        return full[person][at - 1] if at else -full[person][0]

    return max(candidates, key=place)


def title_gender(view: View, vocabulary: Vocabulary, name: Name) -> str:
    """The gender (m, f or u) that the title before a name gives."""
    before = name.start - 1
    return vocabulary.titles.get(view.low[before], "u") if before >= 0 else "u"


def person_gender(vocabulary: Vocabulary, view: View, names: list[Name], members: list[int]) -> str:
    """The gender (m, f or u) of a person by title, else by first name."""
    for i in members:
        gender = title_gender(view, vocabulary, names[i])
        if gender != "u":
            return gender
    first = view.words[names[members[0]].start]
    return vocabulary.first_names.get(first) or vocabulary.first_names.get(first.title()) or "u"


def _link_organisations(
    view: View, names: list[Name], words: list[Words], members: list[int], roots: list[int]
) -> None:
    forms: dict[Words, list[int]] = {}
    known: dict[str, list[int]] = {}
    for i in members:
        forms.setdefault(words[i], []).append(i)
        entry = names[i].known
        if entry:
            known.setdefault(entry.name, []).append(i)
    for same in (*forms.values(), *known.values()):
        _join(roots, same)
    own = set(members)
    for i in members:  # « Union des ports (UDP) »
        if names[i].acronym and i + 1 in own and names[i + 1].start == names[i].end + 1:
            _join(roots, [i, i + 1])
    index: dict[str, list[Words]] = {}  # by first word, last word and initial
    for form in forms:
        for word in {form[0], form[-1], form[0][0]}:
            index.setdefault(word, []).append(form)
    for short in forms:
        near = {*index[short[0]], *index[short[-1]], *(index.get(short[0][0], ()) if len(short) == 1 else ())}
        longer = [long for long in near if len(long) > len(short) and _stands_for(view, names, forms, short, long)]
        if len({_root(roots, forms[long][0]) for long in longer}) == 1:
            _join(roots, [forms[short][0], forms[longer[0]][0]])


def _link_places(view: View, names: list[Name], words: list[Words], labels: list[Label], roots: list[int]) -> None:
    """What is read now as an organisation, now as a place is one: « Altéo recrute », « à Altéo ».

    So is the beginning of a longer name where both have an article: « l'Arc des lacs », « l'Arc ».
    """
    same = {words[i]: i for i, label in enumerate(labels) if label == "ORG"}
    longer: dict[str, int] = {}  # by first word
    for i, label in enumerate(labels):
        article = _has_article(view, names[i])
        if label == "LOC" and not _is_sure(names[i]):
            bearer = same.get(words[i])
            if bearer is None and article and len(words[i]) == 1:
                bearer = longer.get(words[i][0])
            if bearer is not None:
                _join(roots, [i, bearer])
        elif label == "ORG" and article and len(words[i]) > 1:
            longer.setdefault(words[i][0], i)


def _is_sure(name: Name) -> bool:
    return name.known is not None and name.known.sure


def _has_article(view: View, name: Name) -> bool:
    return name.start > 0 and view.low[name.start - 1] in DEFINITE


def _glosses(view: View, name: Name, other: Name) -> bool:
    """« CDM (Cercle maritime des docks) », « l'Unirail, l'Union du rail »: an acronym beside its name."""
    between = [word for word in view.words[name.end : other.start] if word.lower() not in DEFINITE]
    if between not in (["("], [","]):
        return False
    short, long = sorted((view.text(n.start, n.end) for n in (name, other)), key=len)
    if " " in short:
        return False
    if is_blend(short, long):
        return True
    if sum(map(str.isupper, short)) < min(len(short), 3):
        return False
    if is_acronym(short, long):
        return True
    initials = [word[0] for word in words_of(long)]
    return between == ["("] and len(initials) > 2 and sorted(plain(short)) == sorted(initials)


def _renamed(view: View, name: Name, other: Name) -> bool:
    """« Cap Nord, rebaptisé Boréale », « Boréale (anciennement Cap Nord) », « Boréale (aussi appelée B4) »."""
    if view.line[name.start] != view.line[other.start] or other.start - name.end > RENAMING_REACH:
        return False
    between = view.low[name.end : other.start]
    renaming = [i for i, low in enumerate(between) if low.startswith(RENAMED) or low in FORMERLY]
    return bool(renaming) and all(low in RENAMING or low.isdigit() or i in renaming for i, low in enumerate(between))


def _stands_for(view: View, names: list[Name], forms: dict[Words, list[int]], short: Words, long: Words) -> bool:
    """Whether a short form is an acronym, the beginning or the end of a long one that the article gives before.

    A headline may use the short form first. A long form that comes later is another body: « Altéo », « Altéo Cloud ».
    """
    one, other = names[forms[short][0]], names[forms[long][0]]
    if one.known and one.known.sure and not (other.known and other.known.name == one.known.name):
        return False
    text = view.text(one.start, one.end)
    if (
        len(short) == 1
        and text.isupper()
        and len(text) > 1
        and is_acronym(text, view.text(other.start, other.end), strict=True)
    ):
        return True
    if long[: len(short)] != short and long[-len(short) :] != short:
        return False
    if long[1:] == short and long[0] in _group_nouns() and not _is_sure(one):
        return True  # « Forum Cassis », « Cassis »
    headline = 0 if view.line[-1] else -1
    body = [i for i in forms[short] if view.line[names[i].start] > headline]
    return not body or forms[long][0] < body[0]


@cache
def _group_nouns() -> frozenset[str]:
    """Nouns that head names of alliances, as `words_of` gives them."""
    rows = load("group_nouns", "noun", "names")
    return frozenset(plain(row["noun"]) for row in rows if row["names"] in ("strong", "medium"))


def fullest(texts: list[str]) -> str:
    """The form that says most: most words, then not in capitals, then the longest, then the first."""
    return max(texts, key=lambda text: (len(WORD.findall(text)), not text.isupper(), len(text)))
