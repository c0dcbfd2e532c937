"""Votes for what a name stands for: those of its own words, and of the words around one mention.

The weights are votes: about three decide against the model, one decides where the model is silent.
"""

from collections import defaultdict

from ralliement.components.membership_cues import cues
from ralliement.components.name import ARTICLES, DEFINITE, OF, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

DECISIVE = 3.5  # votes of one mention that overrule its form
NOMINAL = frozenset(["NOUN", "ADJ", "PROPN", "NUM"])
OPENING, CLOSING = '«“„"', '»”“"'
MONTHS = ("janv", "fév", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc")
DETERMINERS = DEFINITE | {"un", "une", "de", "d'", "ce", "cette", "cet", "son", "sa", "leur", "notre", "votre"}
UNPERSONAL = frozenset(["et", "pour", "en", "sur", "sans", "contre", "à", "au", "aux", "des"])  # in no person's name
JOINING = frozenset(["rejoindre", "rallier", "adhérer", "quitter", "intégrer", "siéger", "appartenir", "participer"])
GATHERING = frozenset(["réunir", "regrouper", "rassembler", "fédérer"])
BEFORE_NAME = ARTICLES | {"à"} | set(OPENING)
JOINED = 1.5  # votes; « quitter Brest », « rejoindre Ana » leave places and people to the model
Votes = defaultdict[str, float]


def shape(view: View, vocabulary: Vocabulary, name: Name) -> Votes:
    """Votes of the words of the name itself."""
    votes: Votes = defaultdict(float)
    words = view.words[name.start : name.end]
    first, last, several = words[0], words[-1], len(words) > 1
    if name.known:
        if name.known.kind == "state":
            votes["LOC"] += 6 if name.known.sure else 1
        else:
            votes["ORG"] += 8 if name.known.sure else 0.5
    if name.rule in ("acronym", "definite", "quoted") or (
        name.rule == "head" and first.lower() not in vocabulary.not_names
    ):
        votes["ORG"] += 4
    if several and first in ("La", "Le", "Les", "L'", "L’"):
        votes["ORG"] += 1  # « La Lettre du port »
    if name.rule == "repeated":
        votes["ORG"] += 1.5
    if several and first.lower() in vocabulary.heads:
        votes["ORG"] += 3
    counted = several and view.pos[name.start] == "NUM"  # « Douze États siègent »
    whole = view.text(name.start + counted, name.end).lower()
    if vocabulary.not_names.get(first.lower()) == "product":
        votes["MISC"] += 2.6
    elif name.rule != "definite" and (whole in vocabulary.not_names or _is_common(vocabulary, whole)):
        votes["MISC"] += 6
    if several and _heads_list(view, vocabulary, name):
        votes["MISC"] += 6
    if several and any(word in vocabulary.org_words for word in words):
        votes["ORG"] += 3.2 if last in vocabulary.org_words else 2.5
    if "&" in words or any(word.isdigit() for word in words):
        votes["ORG"] += 1
        votes["PER"] -= 3
    if any(word in UNPERSONAL for word in words):
        votes["PER"] -= 4
    if any(not word.isupper() and not word[1:].islower() and word.isalnum() and len(word) > 2 for word in words):
        votes["ORG"] += 1  # CloudNet, A22
    if not several and first.isupper() and 1 < len(first) < 7:
        votes["ORG"] += 0.7
        votes["PER"] -= 1
    if first in vocabulary.first_names:
        votes["PER"] += 3 if several and last not in vocabulary.org_words else 0.5
    if several and len(first) == 2 and first[1] == "." and first[0].isupper():
        votes["PER"] += 3
    return votes


def _is_common(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word is no name by itself: « les Suédois », « le Notaire », « BANQUE »; « le Pacte » is one."""
    noun, role = vocabulary.class_nouns.get(word), vocabulary.roles.get(word)
    firm = noun is not None and not noun.inside and noun.kind in ("company", "media", "other", "university", "health")
    return firm or word in vocabulary.demonyms or (role is not None and not role.of_organisation)


def _heads_list(view: View, vocabulary: Vocabulary, name: Name) -> bool:
    """Whether a name is but the words above a list: « Partenaires financiers », « Membres associés »."""
    low = view.low[name.start]
    alone = view.first[name.start] and not any(view.capital[name.start + 1 : name.end])
    return alone and low in vocabulary.org_cues and low not in vocabulary.heads


def context(view: View, vocabulary: Vocabulary, name: Name) -> Votes:
    """Votes of the words around one mention."""
    votes: Votes = defaultdict(float)
    _before(view, vocabulary, name, votes)
    _after(view, vocabulary, name, votes)
    _membership(view, name, votes)
    return votes


def _membership(view: View, name: Name, votes: Votes) -> None:
    """« Altéo rejoint X », « adhère à X », « X réunit … »: what is joined, and what gathers others."""
    i, after = view.before(name.start), view.after(name.end)
    while i >= 0 and view.low[i] in BEFORE_NAME:
        i = view.before(i)
    if i >= 0 and any(cue.kind == "verb" and cue.verb in JOINING for cue in cues().get(view.low[i], ())):
        votes["ORG"] += JOINED
    if after >= 0 and view.low[after] == "," and view.low[after + 1 : after + 2] == ["qui"]:
        after += 2
    if 0 <= after < len(view.low) and any(cue.verb in GATHERING for cue in cues().get(view.low[after], ())):
        votes["ORG"] += JOINED


def _before(view: View, vocabulary: Vocabulary, name: Name, votes: Votes) -> None:
    i, after = view.before(name.start), view.after(name.end)
    if i >= 0 and view.words[i] in OPENING:
        if after >= 0 and view.words[after] in CLOSING:
            votes["MISC"] += 2
        i = view.before(i)
    if i < 0:
        return
    low = view.low[i]
    if low in vocabulary.titles and (view.capital[i] or low not in ("me", "m")):
        votes["PER"] += 5
        return
    if low == "par" and view.before(i) < 0:
        votes["PER"] += 3
    elif low == "sur" and name.known and name.known.kind == "company":
        votes["MISC"] += 4  # « sur Facebook » is the site
    elif low == "chez":
        votes["ORG"] += 2
    elif low == "©":
        votes["ORG"] += 1
    elif low == "en":
        votes["LOC"] += 1.5
    elif low == "à":
        votes["LOC"] += 1
    elif low == "a" and view.capital[i]:
        votes["LOC"] += 2  # « A Bamako »
    elif low in DEFINITE:
        votes["PER"] -= 3
        votes["ORG"] += 0.5
        if low not in ("du", "des"):
            _role_of(view, vocabulary, i - 1, votes)
        else:
            _role_of(view, vocabulary, i, votes)
    elif low in OF or low == "à":
        _role_of(view, vocabulary, i, votes)
    elif low == ",":
        _apposed_over_comma(view, vocabulary, i, votes)
    elif not view.capital[i]:
        _apposed_before(view, vocabulary, i, votes)


def _apposed_before(view: View, vocabulary: Vocabulary, at: int, votes: Votes) -> None:
    """« le groupe indien X », « la climatologue X », « le fabricant de piles X », « l'italien X », « le film X »."""
    line, stop = view.line[at], max(-1, at - 7)
    while at > stop and view.line[at] == line and not view.capital[at]:
        low = view.low[at]
        while at > 2 and view.words[at - 1] == "-" and view.glued[at] and view.glued[at - 1]:
            low = f"{view.low[at - 2]}-{low}"  # « start-up », which the tokenizer cuts
            at -= 2
        pair = f"{view.low[at - 1]} {low}" if at else ""
        if pair in vocabulary.roles or (low in vocabulary.roles and low not in vocabulary.class_nouns):
            votes["PER"] += 3
            return
        if low in vocabulary.class_nouns or pair in vocabulary.class_nouns:
            votes["ORG"] += 3.5
            return
        use = vocabulary.not_names.get(low)
        if use and at and view.low[at - 1] in DETERMINERS:
            votes["MISC" if use == "product" else "LOC"] += DECISIVE
            return
        if low in vocabulary.demonyms and at and view.low[at - 1] in ARTICLES:
            votes["ORG"] += 2.6
            return
        if view.pos[at] not in NOMINAL and low not in OF and low not in vocabulary.demonyms:
            return
        if low in ARTICLES and low not in OF:
            return
        at -= 1


def _apposed_over_comma(view: View, vocabulary: Vocabulary, comma: int, votes: Votes) -> None:
    """« la directrice de Y, X », « sa grande rivale, X »: token `comma` stands before the name."""
    noun, at = "", comma - 1
    while at > max(-1, comma - 9) and view.line[at] == view.line[comma]:
        low = view.low[at]
        if low in vocabulary.roles and view.low[at - 1] not in OF:
            votes["PER"] += 2.5
            return
        if view.pos[at] in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ", "CCONJ"):
            break
        if low in vocabulary.class_nouns and not noun:
            noun = low
        elif low in ("sa", "son", "leur", "le", "la", "l'") and noun not in ("", "-"):
            votes["ORG"] += 2
            break
        elif view.pos[at] != "ADJ":
            noun = "-"  # the class noun is not the one that the comma follows
        at -= 1


def _role_of(view: View, vocabulary: Vocabulary, i: int, votes: Votes) -> None:
    """« patronne de X », « membre de l'X », « professeur à l'X »: token `i` is the preposition."""
    if i < 1 or view.low[i] not in {*OF, "à", "au", "chez"}:
        return
    at, line = i - 1, view.line[i]
    while at > max(-1, i - 5) and view.line[at] == line:
        low = view.low[at]
        if low in ("ministre", "maire", "ministres"):
            votes["MISC" if low != "maire" else "LOC"] += 4  # « le ministre de la Mer » names no body
            return
        if low in vocabulary.roles:
            votes["ORG"] += 1.5 if vocabulary.roles[low].of_organisation else 0
            return
        noun = vocabulary.class_nouns.get(low)
        if noun and noun.kind == "company" and not noun.inside:
            votes["LOC"] += 2.5  # « la firme de Vire »
            return
        if low in vocabulary.not_names:
            votes["LOC" if vocabulary.not_names[low] == "place" else "MISC"] += 2
            return
        if low in vocabulary.org_cues:
            votes["ORG"] += 2
            return
        if view.pos[at] != "ADJ":
            return
        at -= 1


def _after(view: View, vocabulary: Vocabulary, name: Name, votes: Votes) -> None:
    i, n = view.after(name.end), len(view.words)
    if i < 0 or i + 1 >= n:
        return
    day = i + 2 if view.low[i + 1] == "le" else i + 1
    dated = day + 1 < n and view.words[day].isdigit() and view.low[day + 1].startswith(MONTHS)
    if view.words[i] == "," and dated and view.before(name.start) < 0:
        votes["LOC"] += 4  # « BREST, 4 mai (AFP) »
        return
    if view.low[i] in ("est", "était", "sont") and i + 2 < n and view.low[i + 1] in ARTICLES:
        noun = vocabulary.class_nouns.get(view.low[i + 2])
        votes["ORG"] += 2.5 if noun and not noun.inside else 0  # « X est un consortium »
    if view.words[i] in CLOSING:
        i = view.after(i + 1)
    if i < 0 or i + 1 >= n:
        return
    if view.words[i] not in ",:–—(":
        if view.pos[i] in ("VERB", "AUX"):
            votes["ORG"] += 0.4
            votes["PER"] += 0.4
        return
    if view.words[i] == "(" and view.low[i + 1].startswith("ex"):
        votes["ORG"] += 1
    i = view.after(i + 1)
    if i < 0:
        return
    if i + 1 < n and view.words[i].isdigit() and view.low[i + 1] in ("ans", "an"):
        votes["PER"] += 3
        return
    for at in range(i, min(n, i + 4)):
        low = view.low[at]
        pair = f"{low} {view.low[at + 1]}" if at + 1 < n else ""
        if (low in vocabulary.class_nouns and low not in vocabulary.roles) or pair in vocabulary.class_nouns:
            votes["ORG"] += 2.5
            return
        if low in vocabulary.roles or pair in vocabulary.roles:
            votes["PER"] += 2.5
            return
        if low not in ARTICLES and view.pos[at] != "ADJ":
            return
