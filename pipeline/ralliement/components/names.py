"""Where names are: spans of tokens from capitals, heads of institutions, acronyms, known names and the model.

Nothing here says what a name stands for; that is for `ralliement.components.evidence`.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from ralliement.components.view import View
from ralliement.components.vocabulary import WORD, Known, Vocabulary
from ralliement.lexicon import load

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
OBJECTS = frozenset(["le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "que"])
ARTICLES = frozenset(["le", "la", "les", "l'", "un", "une", "des", "du", "au", "aux"])
DEFINITE = frozenset(["le", "la", "les", "l'", "du", "des", "au", "aux"])
PARTICLES = frozenset(
    ["del", "della", "di", "da", "do", "dos", "van", "von", "der", "den", "ter", "ten", "zu", "el", "al"]
)
OF = frozenset(["de", "d'", "du", "des"])
STOP = frozenset(row["form"] for row in load("functionwords", "form"))  # begin or end no name
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
BREAKS = frozenset(["ne", "n'", "qui", "que", "qu'", "dont", "est", "sont", "a", "ont"])  # end the model's spans
MARKS = frozenset(',;:«»“”"()!?|>•·')  # inside no name
UNNAMED = frozenset(["VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "PRON"])  # first words that start no name
LINKS = OF | {"la", "le", "les", "l'", "pour", "en", "à", "au", "aux", "sur", "et", "contre", "sans"}
PARTICIPLES = ("é", "ée", "és", "ées", "i", "is", "ie", "ies", "u", "us", "ue", "ues")
MOST = 0.6  # of the places of a run of capitals
FOLLOWING = 5  # words that may complete a run of capitals
SIZES = frozenset(["haut", "haute", "grand", "grande", "petit", "petite", "nouveau", "nouvelle", "super"])
ROMAN = re.compile("[IVXLC]+e?")  # a century
BYLINE = 6  # tokens of a line that is a name, its line break included
QUOTED = 8  # tokens of a name between marks
REACH = 24  # tokens; a longer name before its acronym is no name


@dataclass(slots=True)
class Name:
    """A span of tokens that may be a name. `label` is the model's where it has one, else "" ."""

    start: int
    end: int
    rule: str
    label: str = ""
    known: Known | None = None
    acronym: str = ""  # given in parentheses after it
    votes: dict[str, float] = field(default_factory=dict)


def find(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Names in order, none overlapping."""
    runs = capitals(view, vocabulary)
    claims: list[tuple[int, Name]] = []
    claims += [(5 if name.known and name.known.sure else 2, name) for name in known_names(view, vocabulary)]
    claims += [(4, name) for name in before_acronyms(view, vocabulary)]
    claims += [(4, name) for name in quoted(view, vocabulary)]
    claims += [(2 if name.rule == "noun" else 3, name) for name in institutions(view, vocabulary)]
    claims += [(3, name) for name in repeated(view, vocabulary, runs)]
    claims += [(3 if headed(view, vocabulary, name) else 2, name) for name in model_names(view, vocabulary)]
    claims += [(2, name) for name in runs]
    names = _resolve(view, claims)
    claims += [(3, name) for name in elsewhere(view, names)]
    names = _drop_menus(view, [name for name in _resolve(view, claims) if not view.furniture[name.start]])
    _take_articles(view, vocabulary, names)
    _take_particles(view, vocabulary, names)
    return shouted(view, vocabulary, names) if any(view.shout) else names


def _drop_menus(view: View, names: list[Name]) -> list[Name]:
    """Organisations without the entries of a menu: « Accueil | Banque | Emploi »; what stands elsewhere too is kept."""
    bars = Counter(
        view.line[i] for i, word in enumerate(view.words) if word in ("|", ">") or (word == "-" and not view.glued[i])
    )
    menus = {line for line, count in bars.items() if count > 1}
    if not menus:
        return names
    forms = {view.text(name.start, name.end) for name in names if view.line[name.start] not in menus}
    return [
        name
        for name in names
        if view.line[name.start] not in menus
        or name.known
        or name.label == "PER"
        or view.text(name.start, name.end) in forms
    ]


def _take_articles(view: View, vocabulary: Vocabulary, names: list[Name]) -> None:
    """An article that starts a sentence is in the name if it is elsewhere: « Le Fil de Vire », not « Le Pacte »."""
    forms = {view.text(name.start, name.end).lower() for name in names if not view.first[name.start]}
    for name in names:
        before = name.start - 1
        if view.first[name.start] and view.low[name.start] in ARTICLES and name.end - name.start > 1:
            bare = view.text(name.start + 1, name.end).lower()
            head = view.low[name.start + 1]
            headed = head in vocabulary.heads or head in vocabulary.class_nouns
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


def _take_particles(view: View, vocabulary: Vocabulary, names: list[Name]) -> None:
    """A particle between a title and a surname is in the name: « M. de Vire »."""
    for name in names:
        particle = name.start - 1
        if particle > 0 and view.low[particle] in ("de", "d'") and view.low[particle - 1] in vocabulary.titles:
            name.start = particle


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
        if person and i not in taken and view.before(i) < 0 and view.capital[i + 1]:
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
    for group in forms.values():
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


def _resolve(view: View, claims: list[tuple[int, Name]]) -> list[Name]:
    """The strongest claim on each token; the longer of two as strong; the model's label goes to what holds its span."""
    taken: dict[int, Name] = {}
    kept = []
    _yield_known(view, claims)
    for _, name in sorted(claims, key=lambda claim: (-claim[0], claim[1].start - claim[1].end, claim[1].start)):
        if name.start == name.end or any(i in taken for i in range(name.start, name.end)):
            continue
        for i in range(name.start, name.end):
            taken[i] = name
        kept.append(name)
    kept.sort(key=lambda name: name.start)
    for name in kept:
        inside = [label for label in view.label[name.start : name.end] if label]
        if not name.label and inside:
            name.label = max(inside, key=inside.count)
    return kept


def _yield_known(view: View, claims: list[tuple[int, Name]]) -> None:
    """A known name gives way to the longer name of an institution that holds it: « ministère de la Mer du Pérou »."""
    institution: dict[int, Name] = {}
    for strength, name in claims:
        if strength in (3, 4):
            institution.update(dict.fromkeys(range(name.start, name.end), name))
    for _, known in claims:
        longer = institution.get(known.start) if known.rule == "known" else None
        inside = longer and longer.start < known.start and known.end <= longer.end
        goes_on = longer and (longer.rule == "ner" or _goes_on(view, known.end, longer.end))
        if longer and (inside or (known.end < longer.end and goes_on)):
            known.end = known.start


def _goes_on(view: View, start: int, end: int) -> bool:
    """Whether a name goes on with a complement of its own: « des clubs de golf », not « de Brest »."""
    return any(not view.capital[i] and view.pos[i] in ("NOUN", "ADJ") for i in range(start, end))


def known_names(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Known names as written in the lexicon, whole words; in a line in capitals, by any case."""
    found, blocked = [], 0
    for i, word in enumerate(view.words):
        if i < blocked or not word[0].isalnum():
            continue
        first = WORD.match(word)
        for known in vocabulary.known.get(first.group() if first else word, ()):
            end = _matches(view, i, known.form)
            if end and not _in_run(view, vocabulary, i, end, known):
                noun = vocabulary.class_nouns.get(view.low[i])
                outside = noun and not noun.inside and not view.capital[i]  # « revue Nature »
                article = view.low[i] in ARTICLES and not known.name.startswith(known.form[:2])
                found.append(Name(i + 1 if outside or article else i, end, "known", known=known))
                blocked = end
                break
    return found


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


def _matches(view: View, i: int, form: str) -> int:
    """The token after the last of `form` if it is written from token `i` on, in whole words, else 0."""
    if not view.plain.startswith(form, view.start[i]):
        return 0
    stop = view.start[i] + len(form)
    last = bisect_left(view.end, stop)
    if view.end[last] != stop:
        return 0
    hyphen, n = last + 1, len(view.words)
    joined = hyphen + 1 < n and view.words[hyphen] == "-" and view.glued[hyphen] and view.glued[hyphen + 1]
    return 0 if joined else last + 1


def model_names(view: View, vocabulary: Vocabulary) -> list[Name]:
    """The model's spans, cut at line breaks and marks, without what is no part of a name at either end."""
    names, cuts = [], places(view, vocabulary)
    for start, end, label in view.ents:
        line = view.line[start]
        for i in range(start, end):
            dash = view.words[i] == "-" and not view.glued[i]
            inner = i > start and (i in cuts or view.low[i] in BREAKS or (label == "ORG" and _is_verb(view, i)))
            if inner or dash or view.line[i] != line or view.words[i] in MARKS:
                end = i
                break
        start, end = trim(view, vocabulary, start, end)
        if start == end:
            continue
        name = Name(start, end, "ner", label)
        if headed(view, vocabulary, name) or any(view.capital[i] for i in range(start, end)):
            names.append(name)
    return names


def headed(view: View, vocabulary: Vocabulary, name: Name) -> bool:
    """Whether a name starts with the head of an institution."""
    return view.low[name.start] in vocabulary.heads and name.label == "ORG" and name.end - name.start > 1


def trim(view: View, vocabulary: Vocabulary, start: int, end: int) -> tuple[int, int]:
    """Take titles, roles, articles and other words in lower case from the front, function words from the end."""
    while start < end:
        low = view.low[start]
        inside = vocabulary.class_nouns.get(low)
        if start + 1 < end and not (inside and inside.inside):
            inside = vocabulary.class_nouns.get(f"{low} {view.low[start + 1]}") or inside
        title = low in vocabulary.titles and (start + 1 < end or not view.capital[start])
        article = low in ARTICLES and view.words[start][0].isupper() and start + 1 < end and view.capital[start + 1]
        opening = start + 1 < end and view.capital[start + 1] and _explained(view, vocabulary, start)
        if article or (view.capital[start] and not title and not opening and low not in STOP):
            break
        inner = any(view.capital[i] and view.low[i] in vocabulary.heads for i in range(start + 1, end))
        if start + 1 < end and not inner and (inside.inside if inside else low in vocabulary.heads):
            break
        start += 1
    while start < end and not view.capital[end - 1] and (view.low[end - 1] in STOP or not word_like(view, end - 1)):
        end -= 1
    return start, end


def capitals(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Runs of words with capitals: « Hansa Nord », « Terre & Mer », « Brouage-Océan », « France 3 »."""
    names, i, n = [], 0, len(view.words)
    cuts = {start for start, end, label in view.ents if label == "PER" and end - start > 1} | places(view, vocabulary)
    while i < n:
        if not starts_name(view, vocabulary, i):
            i += 1
            continue
        end = run(view, vocabulary, i)
        if end - i > 1 and view.low[i] not in vocabulary.heads:
            end = _before_person(view, vocabulary, i, end, cuts)
        names.append(Name(i, end, "capitals"))
        i = end
    return names


def places(view: View, vocabulary: Vocabulary) -> set[int]:
    """Where a name starts right after a place: « à Munich | Passerelle », by what the article names apart."""
    alone = {
        view.low[i]
        for i in range(1, len(view.words) - 1)
        if view.capital[i] and not (view.first[i] or view.capital[i + 1] or view.capital[i - 1])
    }
    return {
        i + 1
        for i in range(1, len(view.words) - 1)
        if view.low[i - 1] in ("à", "en")
        and view.capital[i]
        and view.low[i + 1] in alone
        and view.words[i] not in vocabulary.first_names
    }


def _before_person(view: View, vocabulary: Vocabulary, start: int, end: int, cuts: set[int]) -> int:
    """Where a run is cut: « l'Espagnol | Marc Sola », « la maire de Brest | Ana Roy », « à Munich | Passerelle »."""
    for k in range(start + 1, end):
        glued = view.words[k - 1] == "-" or view.words[k - 1] == "&"
        if k in cuts and not glued:
            return k
        if (
            k + 1 < end
            and not glued
            and view.words[k] in vocabulary.first_names
            and view.low[k - 1] in vocabulary.demonyms
        ):
            return k
    return end


def starts_name(view: View, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a run of capitals may start at token `i`."""
    if (
        view.shout[i]
        or (view.first[i] and view.pos[i] in UNNAMED)
        or not (view.capital[i] or view.words[i] in ("L'", "L’"))
    ):
        return False
    low = view.low[i]
    if low in ARTICLES:
        return not view.first[i] and i + 1 < len(view.words) and view.capital[i + 1]
    following = i + 1 < len(view.words) and view.capital[i + 1]
    if (view.words[i].isupper() and low in vocabulary.class_nouns) or (low in vocabulary.roles and following):
        return False  # « l'ONG Terre vive », « le Président Roy »
    return low not in STOP and not (low in vocabulary.titles and low != "père")


def _explained(view: View, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the place of a word explains its capital: « Soutenir Ana Roy », « Derrière Thread »."""
    if not view.first[i] or view.pos[i] not in UNNAMED or i + 1 == len(view.words) or view.glued[i + 1]:
        return False
    return view.label[i] != "PER" or view.words[i + 1] in vocabulary.first_names


def run(view: View, vocabulary: Vocabulary, i: int) -> int:
    """The token after the run of capitals that starts at token `i`."""
    n, line = len(view.words), view.line[i]
    j = i + 1
    while j < n and view.line[j] == line:
        word = view.words[j]
        if view.capital[j] and (view.low[j] not in STOP or view.low[j] in ("le", "la", "les")):
            j += 1
        elif (
            (word == "-" and view.glued[j] and j + 1 < n and view.glued[j + 1] and word_like(view, j + 1))
            or (word in ("&", "+") and j + 1 < n and view.capital[j + 1])
            or (view.low[j] in ("d'", "l'") and view.glued[j] and j + 1 < n and view.capital[j + 1])
        ):
            j += 2
        elif word.isdigit() and len(word) < 5 and not view.first[j] and _bare_number(view, j):
            j += 1
        elif (
            view.low[j] in ("de", "du", "des", "d'")
            and j + 1 < n
            and view.capital[j + 1]
            and _person_so_far(view, vocabulary, i, j)
        ) or (view.low[j] in PARTICLES and j + 1 < n and view.capital[j + 1]):
            j += 2
        else:
            break
    return j


def _person_so_far(view: View, vocabulary: Vocabulary, i: int, j: int) -> bool:
    return j - i == 1 and view.words[i] in vocabulary.first_names


def word_like(view: View, i: int) -> bool:
    """Whether token `i` is a word or a number."""
    return view.words[i][0].isalnum()


def _bare_number(view: View, j: int) -> bool:
    """Whether the number at `j` is counted by no noun: « France 3 », not « Renault 5 portes »."""
    if len(view.words[j]) == 4 and view.words[j][:2] in ("19", "20"):
        return False
    if j + 1 >= len(view.words) or view.line[j + 1] != view.line[j]:
        return True
    return (not view.words[j + 1][0].isalnum() and view.words[j + 1] not in "%€$°") or view.pos[j + 1] in (
        "VERB",
        "AUX",
        "ADP",
    )


def institutions(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Names made of a head and its complements: « Union maraîchère du Richelieu », « université de Kyoto »."""
    names, i, n = [], 0, len(view.words)
    while i < n:
        low = view.low[i]
        if not view.shout[i] and low in vocabulary.heads and starts_name(view, vocabulary, i):
            end = complements(view, vocabulary, run(view, vocabulary, i))
            explained = view.first[i] and not any(view.capital[i + 1 : end]) and "ORG" not in view.label[i:end]
            if end - i > 1 and not explained:
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
            if (
                longer > end
                and low not in vocabulary.not_names
                and low not in vocabulary.demonyms
                and low not in vocabulary.roles
            ):
                names.append(Name(i, longer, "noun"))
        i += 1
    return names


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
        if low == "pour" and _purpose(view, i):
            i += 3
            continue
        if low in OF or (low in ("et", "ou") and i + 1 < n and _coordinated(view, vocabulary, i)):
            after = _complement(view, vocabulary, i)
            if after:
                i = after
                continue
        break
    return i - 1 if i - start > 1 and _is_verb(view, i - 1) else i


def _is_verb(view: View, i: int) -> bool:
    """Whether the word at `i` is a verb that the tagger misses: « le ministère de la Mer | finance le port »."""
    low, after = view.low[i], view.after(i + 1)
    if view.capital[i] or not low.endswith(("e", "ent")) or low.endswith(ADJECTIVES) or after < 0:
        return False
    timed = after + 1 < len(view.words) and (view.words[after + 1].isdigit() or view.low[after + 1] in GENERAL)
    return view.low[after] in OBJECTS and not timed


def _purpose(view: View, i: int) -> bool:
    """« pour la création », « pour l'emploi »: what an institution is for; not « pour l'instant »."""
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


def plain(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def quoted(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Names between marks after a noun of alliances: « le pacte « Semer demain » »."""
    names = []
    for i, low in enumerate(view.low):
        noun = vocabulary.class_nouns.get(low)
        mark = view.after(i + 1) if noun and noun.kind == "alliance" and not view.capital[i] else -1
        if mark < 0 or view.words[mark] not in '«“"':
            continue
        start = view.after(mark + 1)
        ends = (k for k in range(start + 1, min(start + QUOTED, len(view.words))) if view.words[k] in '»”"')
        close = next(ends, -1) if start >= 0 and view.capital[start] else -1
        if close > 0:
            names.append(Name(start, view.before(close) + 1, "quoted"))
    return names


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
