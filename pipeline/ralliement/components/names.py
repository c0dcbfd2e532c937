"""Where names are: the spans that capitals, heads, acronyms, known names, repetition and the model claim.

Nothing here says what a name stands for; that is for `ralliement.components.labels`.
"""

from collections import Counter

from ralliement.components.acronyms import before_acronyms
from ralliement.components.capitals import _explained, capitals, places, word_like
from ralliement.components.institutions import institutions, is_verb, shorten
from ralliement.components.known import known_names
from ralliement.components.name import ARTICLES, STOP, Name
from ralliement.components.repetition import elsewhere, repeated, shouted, take_articles
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

MARKS = frozenset(',;:«»“”"()!?|>•·')  # inside no name
BREAKS = frozenset(["ne", "n'", "qui", "que", "qu'", "dont", "est", "sont", "a", "ont"])  # end the model's spans
ENTRY = 6  # tokens of an entry of a menu, on average: a sentence with two dashes is none
QUOTED = 8  # tokens of a name between marks


def find(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Names in order, none overlapping."""
    runs = capitals(view, vocabulary)
    claims: list[tuple[int, Name]] = []
    claims += [(5 if name.known and name.known.sure else 2, name) for name in known_names(view, vocabulary)]
    claims += [(4, name) for name in before_acronyms(view, vocabulary)]
    claims += [(4, name) for name in quoted(view, vocabulary)]
    headed_names = institutions(view, vocabulary)
    shorten(view, headed_names, 2)
    claims += [(2 if name.rule == "noun" else 3, name) for name in headed_names]
    claims += [(3, name) for name in repeated(view, vocabulary, runs)]
    modelled = model_names(view, vocabulary)
    shorten(view, modelled, 1)
    claims += [(3 if headed(view, vocabulary, name) else 2, name) for name in modelled]
    claims += [(2, name) for name in runs]
    names = _resolve(view, claims)
    claims += [(3, name) for name in elsewhere(view, names)]
    names = _drop_menus(view, vocabulary, [name for name in _resolve(view, claims) if not view.furniture[name.start]])
    take_articles(view, vocabulary, names)
    _take_particles(view, vocabulary, names)
    return shouted(view, vocabulary, names) if any(view.shout) else names


def _resolve(view: View, claims: list[tuple[int, Name]]) -> list[Name]:
    """The strongest claim on each token; the longer of two as strong; the model's label goes to what holds its span."""
    taken: set[int] = set()
    kept = []
    _yield_known(view, claims)
    for _, name in sorted(claims, key=lambda claim: (-claim[0], claim[1].start - claim[1].end, claim[1].start)):
        own = range(name.start, name.end)
        if own and taken.isdisjoint(own):
            taken.update(own)
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
        if strength in (3, 4) or (name.rule == "ner" and name.label == "ORG"):
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


def model_names(view: View, vocabulary: Vocabulary) -> list[Name]:
    """The model's spans, cut at line breaks and marks, without what is no part of a name at either end."""
    names, cuts = [], places(view, vocabulary)
    for start, end, label in view.ents:
        line = view.line[start]
        for i in range(start, end):
            dash = view.words[i] == "-" and not view.glued[i]
            inner = i > start and (i in cuts or view.low[i] in BREAKS or (label == "ORG" and is_verb(view, i)))
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


def _drop_menus(view: View, vocabulary: Vocabulary, names: list[Name]) -> list[Name]:
    """Organisations without the entries of a menu: « Accueil | Banque | Emploi »; what stands elsewhere too is kept."""
    bars = Counter(
        view.line[i] for i, word in enumerate(view.words) if word in ("|", ">") or (word == "-" and not view.glued[i])
    )
    length = Counter(view.line)
    figures = {view.line[i] for i, word in enumerate(view.words) if word.isdigit()}
    menus = {
        line
        for line, count in bars.items()
        if count > 1
        and length[line] < ENTRY * (count + 1)
        and not (line in figures and count in (bars[line - 1], bars[line + 1]))
    }  # lines in a row with as many bars, and figures, are a table
    if not menus:
        return names
    forms = {view.text(name.start, name.end) for name in names if view.line[name.start] not in menus}
    return [
        name
        for name in names
        if view.line[name.start] not in menus
        or name.known
        or name.label == "PER"
        or view.words[name.start] in vocabulary.first_names
        or view.text(name.start, name.end) in forms
    ]


def _take_particles(view: View, vocabulary: Vocabulary, names: list[Name]) -> None:
    """A particle between a title and a surname is in the name: « M. de Vire »."""
    for name in names:
        particle = name.start - 1
        if particle > 0 and view.low[particle] in ("de", "d'") and view.low[particle - 1] in vocabulary.titles:
            name.start = particle
