"""Names made of a head and its complements: « Union maraîchère du Richelieu », « université de Kyoto »."""

import re

from ralliement.components.capitals import run, starts_name
from ralliement.components.name import ARTICLES, DEFINITE, OF, STOP, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

ADJECTIVES = (  # endings that are no verb's
    "ale",
    "elle",
    "enne",
    "ive",
    "euse",
    "ique",
    "aire",
    "ière",
    "ante",
    "ente",
    "iste",
    "able",
    "aise",
    "oise",
)
OBJECTS = frozenset(
    ["le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "que", "avec", "pas"]
)
GENERAL = frozenset(  # nouns that complete a clause, not a name: « le Parlement du pays »
    [
        "pays",
        "ville",
        "région",
        "monde",
        "sud",
        "nord",
        "est",
        "ouest",
        "origine",
        "sorte",
        "année",
        "mois",
        "semaine",
        "instant",
        "moment",
        "heure",
        "fois",
        "suite",
        "peine",
        "plupart",
        "cause",
    ]
)
SIZES = frozenset(["haut", "haute", "grand", "grande", "petit", "petite", "nouveau", "nouvelle", "super"])
ROMAN = re.compile("[IVXLC]+e?")  # a century


def institutions(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Names made of a head and its complements: « Union maraîchère du Richelieu », « université de Kyoto »."""
    names, i, n = [], 0, len(view.words)
    while i < n:
        low = view.low[i]
        if not view.shout[i] and low in vocabulary.heads and starts_name(view, vocabulary, i):
            end = complements(view, vocabulary, run(view, vocabulary, i))
            explained = view.first[i] and not any(view.capital[i + 1 : end]) and "ORG" not in view.label[i:end]
            work = any(view.text(i, k).lower() in vocabulary.not_names for k in range(i + 2, min(end, i + 4) + 1))
            if end - i > 1 and not explained and not work:
                sized = i and view.capital[i - 1] and view.low[i - 1] in SIZES  # « Haute École de Sion »
                i -= 1 if sized else 0
                article = i and view.low[i - 1] in ARTICLES and view.capital[i - 1] and not view.first[i - 1]
                names.append(Name(i - 1 if article else i, end, "head"))
                i = end
                continue
        elif low == "intersyndicale" and i and view.low[i - 1] == "l'":
            names.append(Name(i, i + 1, "definite"))
        elif not view.capital[i] and _inside(view, vocabulary, i):
            end = complements(view, vocabulary, i + 1)
            named = next((k for k in range(i, end) if view.capital[k]), i)
            inner = any(view.low[k] in vocabulary.class_nouns for k in range(i + 1, named))
            if named > i and not inner and not _of_person(view, vocabulary, i, end):
                names.append(Name(i, end, "head"))
                i = end
                continue
        elif (
            view.label[i] != "LOC"
            and starts_name(view, vocabulary, i)
            and (low in ARTICLES or (i and view.low[i - 1] in DEFINITE))
        ):
            end = run(view, vocabulary, i)
            longer = complements(view, vocabulary, end)
            acronym = end - i == 1 and view.words[i].isupper()  # « la FGTB régionale »
            if (
                longer > end
                and not acronym
                and low not in vocabulary.not_names
                and low not in vocabulary.demonyms
                and low not in vocabulary.roles
            ):
                names.append(Name(i, longer, "noun"))
        i += 1
    return names


def shorten(view: View, names: list[Name], least: int) -> None:
    """Cut a name to the shorter one, of `least` tokens, found elsewhere: « le Stade vironnais | change de mains »."""
    forms = {tuple(view.low[name.start : name.end]) for name in names}
    for name in names:
        words = tuple(view.low[name.start : name.end])
        for k in range(least, len(words)):
            if words[:k] in forms and words[k] not in OF and not view.capital[name.start + k] and words[k].isalpha():
                name.end = name.start + k
                break


def _inside(view: View, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a head in lower case that is part of names starts at token `i`: « université », « conseil régional »."""
    low = view.low[i]
    pair = vocabulary.class_nouns.get(f"{low} {view.low[i + 1]}") if i + 1 < len(view.words) else None
    noun = pair or vocabulary.class_nouns.get(low)
    return noun is not None and noun.inside


def _of_person(view: View, vocabulary: Vocabulary, start: int, end: int) -> bool:
    first = next(k for k in range(start, end) if view.capital[k])
    return view.words[first] in vocabulary.first_names and first + 1 < end and view.low[first - 1] in OF


def complements(view: View, vocabulary: Vocabulary, i: int) -> int:
    """The token after the adjectives and complements that go on from token `i`."""
    n, start, line = len(view.words), i, view.line[min(i, len(view.words) - 1)]
    while i < n and view.line[i] == line:
        low, pos = view.low[i], view.pos[i]
        if view.capital[i] and low not in STOP:
            if view.words[i] in vocabulary.first_names and view.capital[min(i + 1, n - 1)]:
                break
            i = run(view, vocabulary, i)
            continue
        if view.words[i] == "-" and view.glued[i] and i + 1 < n and view.glued[i + 1]:
            i += 2
            continue
        if pos == "ADJ" and low not in STOP:
            i += 1
            continue
        if low in ("pour", "contre") and _purpose(view, i):
            i += 3
            continue
        if low in OF or (low in ("et", "ou") and i + 1 < n and _coordinated(view, vocabulary, i)):
            after = _complement(view, vocabulary, i)
            if after:
                i = after
                continue
        break
    return i - 1 if i - start > 1 and is_verb(view, i - 1) else i


def is_verb(view: View, i: int) -> bool:
    """Whether the word at `i` is a verb that the tagger misses: « le ministère de la Mer | finance le port »."""
    low, after = view.low[i], view.after(i + 1)
    if view.capital[i] or low in STOP or not low.endswith(("e", "ent")) or low.endswith(ADJECTIVES) or after < 0:
        return False
    timed = after + 1 < len(view.words) and (view.words[after + 1].isdigit() or view.low[after + 1] in GENERAL)
    return view.low[after] in OBJECTS and not timed


def _purpose(view: View, i: int) -> bool:
    """« pour la création », « contre la faim »: what an institution is for; not « pour l'instant »."""
    if i + 2 >= len(view.words) or view.low[i + 1] not in ("l'", "la", "le", "les", "une", "un"):
        return False
    return view.pos[i + 2] == "NOUN" and view.low[i + 2] not in GENERAL and not view.capital[i + 2]


def _coordinated(view: View, vocabulary: Vocabulary, i: int) -> bool:
    """« géologiques et minières », « de l'Agriculture et de la Pêche »: the coordination stays in the name."""
    if view.low[i] != "et":
        return False
    following, before = view.low[i + 1], view.pos[i - 1]
    if following in OF:
        noun = next((k for k in range(i + 2, len(view.words)) if view.low[k] not in ARTICLES), i)
        other = view.low[noun] in vocabulary.class_nouns or view.low[noun] in vocabulary.roles
        return view.low[i - 2] in {*OF, "la", "l'"} and view.pos[noun] == "NOUN" and not other
    if following in vocabulary.roles or view.capital[i + 1] or view.capital[i - 1]:
        return False
    return view.pos[i + 1] == before and before in ("ADJ", "NOUN")


def _complement(view: View, vocabulary: Vocabulary, i: int) -> int:
    """The token after « de la santé », « des mangroves », « du Richelieu » at token `i`, 0 if there is none."""
    n, line = len(view.words), view.line[i]
    j = i + 1
    if view.low[i] == "et" and j < n and view.low[j] in OF:
        j += 1
    if j < n and view.low[j] in ("la", "l'", "le", "les") and view.low[i] in ("de", "et"):
        j += 1
    if j >= n or view.line[j] != line:
        return 0
    if view.capital[j]:
        if (
            view.low[j] in STOP
            or ROMAN.fullmatch(view.words[j])
            or (view.words[j] in vocabulary.first_names and j + 1 < n and view.capital[j + 1])
        ):
            return 0
        return run(view, vocabulary, j)
    if view.pos[j] == "ADJ" and j + 1 < n and view.pos[j + 1] == "NOUN":
        j += 1
    if view.pos[j] not in ("NOUN", "ADJ", "PROPN") or view.low[j] in STOP or view.low[j] in GENERAL:
        return 0
    while j + 2 < n and view.words[j + 1] == "-" and view.glued[j + 1] and view.glued[j + 2]:
        j += 2
    return j + 1
