"""What a name stands for: votes from its shape, its context, its neighbours in a list and the model, by document.

A form has one label in an article, unless the words around one mention say otherwise. Weights are votes: about three
decide against the model, one decides where the model is silent.
"""

import math
from collections import Counter, defaultdict

from ralliement.annotations import Label
from ralliement.components.names import ARTICLES, DEFINITE, OF, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

LABELS = ("ORG", "PER", "LOC", "MISC")
KEPT: dict[str, Label] = {"ORG": "ORG", "PER": "PER", "LOC": "LOC"}
MODEL = {"ORG": 2.2, "PER": 2.2, "LOC": 2.4, "MISC": 1.5}
ENOUGH = 1.2  # a form with less is no name,
UNSEEN = 1.8  # and one that the model never sees needs more
NOMINAL = frozenset(["NOUN", "ADJ", "PROPN", "NUM"])
SURE = 3.0
CLOSE = 2.5
DECISIVE = 3.5  # votes of one mention that overrule its form
OPENING, CLOSING = '«“„"', '»”“"'
LOUD = 5  # letters; a longer word in capitals before a full stop is a heading
MONTHS = ("janv", "fév", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc")
UNPERSONAL = frozenset(["et", "pour", "en", "sur", "sans", "contre", "à", "au", "aux", "des"])  # in no person's name
WEAK = 1.5  # a vote below this counts once for a form, however often it is cast
CAP = 6.0  # of the votes of all contexts of a form
BETWEEN = 9  # tokens between two items of a list
Votes = defaultdict[str, float]


def decide(view: View, vocabulary: Vocabulary, names: list[Name]) -> list[Label | None]:
    """The label of each name: ORG, PER, LOC, or None for what is none of them."""
    keys = [key(view, name) for name in names]
    local = [context(view, vocabulary, name) for name in names]
    shapes: dict[str, dict[str, Votes]] = {}
    for name, form in zip(names, keys, strict=True):
        if name.rule not in shapes.setdefault(form, {}):
            shapes[form][name.rule] = shape(view, vocabulary, name)
    groups = lists(view, names)
    heads = [_list_head(view, vocabulary, names[group[0]]) for group in groups]
    for group, head in zip(groups, heads, strict=True):
        for i in group:
            if head and view.words[names[i].start - 1] != "(" and view.low[names[i].start - 1] != "à":
                local[i]["ORG"] += 4
    for i in range(1, len(names)):
        if _like_before(view, vocabulary, names, i):
            local[i]["ORG"] += 4
    forms = _forms(names, keys, local, shapes)
    _relatives(forms)
    for _ in range(2):
        labels = {form: _best(votes) for form, votes in forms.items()}
        if not _neighbours(groups, keys, labels, forms, local):
            break
    labels = {form: _best(votes) for form, votes in forms.items()}
    placed = {form for name, form in zip(names, keys, strict=True) if not view.first[name.start]}
    common = {word for word, capital in zip(view.low, view.capital, strict=True) if not capital}
    placed |= {form for name, form in zip(names, keys, strict=True) if not _is_word(view, name, common)}
    labels = {form: label if form in placed else "" for form, label in labels.items()}
    return [_one(names[i], labels[form], local[i], forms[form]) for i, form in enumerate(keys)]


def _is_word(view: View, name: Name, common: set[str]) -> bool:
    """Whether words that only ever start sentences owe their capital to that."""
    if name.known and name.known.sure:
        return False
    after = view.after(name.end)
    loud = view.words[name.start].isupper() and name.end - name.start == 1 and len(view.words[name.start]) > LOUD
    colon = after >= 0 and (view.words[after] == ":" or (loud and view.words[after] in ".–/"))
    topic = colon and name.label != "PER" and view.before(name.start) < 0
    if name.end - name.start > 1:
        return topic and name.rule != "acronym"
    noun = view.pos[name.start] in ("PROPN", "NOUN", "X") or name.label == "ORG"
    return not name.label or topic or view.low[name.start] in common or not noun


def key(view: View, name: Name) -> str:
    """What the mentions of one form share: its words in lower case."""
    return view.text(name.start, name.end).lower().replace("’", "'")


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
    if name.rule == "repeated":
        votes["ORG"] += 1.5
    if several and first.lower() in vocabulary.heads:
        votes["ORG"] += 3
    whole = view.text(name.start, name.end).lower()
    if vocabulary.not_names.get(first.lower()) == "product":
        votes["MISC"] += 2.6
    elif whole in vocabulary.not_names or whole in vocabulary.roles:
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


def context(view: View, vocabulary: Vocabulary, name: Name) -> Votes:
    """Votes of the words around one mention."""
    votes: Votes = defaultdict(float)
    _before(view, vocabulary, name, votes)
    _after(view, vocabulary, name, votes)
    return votes


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
        if use and view.pos[at] != "ADP":
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


def _list_head(view: View, vocabulary: Vocabulary, name: Name) -> bool:
    """« les universités de A, B et C »: the plural before a list says what each item is."""
    i = name.start - 1
    if i >= 0 and view.low[i] in ("l'", "la", "le"):
        i -= 1
    return i > 0 and view.low[i] in OF and view.low[i - 1] in vocabulary.plural_heads


def _like_before(view: View, vocabulary: Vocabulary, names: list[Name], i: int) -> bool:
    """« le CHU de Caen et celui de Vire », « ceux de Caen et de Vire »: the pronoun stands for what is named before."""
    of = names[i].start - 1
    if of < 1 or view.low[of] not in OF or names[i].label == "PER":
        return False
    if view.low[of - 1] in ("et", ",") and names[i - 1].end == of - 1:
        return _like_before(view, vocabulary, names, i - 1)
    return view.low[of - 1] in ("celui", "celle", "ceux", "celles") and any(
        view.low[name.start] in vocabulary.heads and view.line[of] - view.line[name.start] < 2
        for name in names[max(0, i - 4) : i]
    )


def _forms(
    names: list[Name], keys: list[str], local: list[Votes], shapes: dict[str, dict[str, Votes]]
) -> dict[str, Votes]:
    """Votes of each form: its shape, its contexts, and the model by share."""
    strong: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    weak: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    model: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    total: Counter[str] = Counter(keys)
    for name, form, votes in zip(names, keys, local, strict=True):
        for label, vote in votes.items():
            if vote >= WEAK and label != "MISC":
                strong[form][label] += vote
            else:
                weak[form][label] += vote / total[form]
        if name.label:
            model[form][name.label] += 1
    forms = {}
    for form, by_rule in shapes.items():
        sums: Votes = defaultdict(float)
        for label in LABELS:
            sums[label] = max((votes[label] for votes in by_rule.values()), key=abs)
        for label, vote in strong[form].items():
            sums[label] += min(CAP, vote)
        for label, vote in weak[form].items():
            sums[label] += vote
        sums["told"] = strong[form]["ORG"] + sums["ORG"]
        sums["model"] = sum(model[form].values())
        for label, count in model[form].items():
            if label in MODEL:
                sums[label] += MODEL[label] * count / total[form] * (1 + 0.25 * math.log2(count))
        forms[form] = sums
    return forms


def _relatives(forms: dict[str, Votes]) -> None:
    """A short form leans to what its long form is: « Roy » to Ana Roy, « Baltika » to Baltika Line."""
    ends: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        words = form.replace("-", " ").replace("'", " ").split()
        if len(words) > 1:
            ends[words[0]].append(form)
            ends[words[-1]].append(form)
            if len(words) > 2:
                ends[" ".join(words[1:])].append(form)
                ends[form.split(" ", 1)[-1]].append(form)
    for form, votes in forms.items():
        for long in {*ends.get(form, ())}:
            label = _best(forms[long])
            if (label == "PER" and not long.startswith(form)) or label == "ORG":
                votes[label] += 2.5 if label == "PER" else 1.5


def _best(votes: Votes) -> str:
    label = max(LABELS, key=lambda label: votes[label])
    return label if votes[label] >= (ENOUGH if votes["model"] else UNSEEN) else ""


def _neighbours(
    groups: list[list[int]], keys: list[str], labels: dict[str, str], forms: dict[str, Votes], local: list[Votes]
) -> bool:
    """One sure organisation in a list types its neighbours; whether anything changed."""
    changed = False
    told: set[tuple[int, str]] = set()
    for number, group in enumerate(groups):
        members = [keys[i] for i in group]
        if any(labels[form] == "PER" and forms[form]["PER"] >= SURE for form in members):
            continue
        sure = [form for form in members if labels[form] == "ORG" and forms[form]["ORG"] >= SURE]
        people = [form for form in members if labels[form] == "PER"]
        places = [form for form in members if labels[form] == "LOC"]
        if not sure or len(people) > len(sure) or (places and len(sure) < 2 and (len(places) > 1 or len(group) == 2)):
            continue
        for form in members:
            if labels[form] != "ORG" and (number, form) not in told:
                told.add((number, form))
                forms[form]["ORG"] += 2
                changed = True
    return changed


def _one(name: Name, label: str, votes: Votes, form: Votes) -> Label | None:
    """The label of one mention: its form's, unless its own context is decisive; the model's where a form is two."""
    own = max(LABELS, key=lambda label: votes[label])
    if label and votes[own] >= DECISIVE and own != label:
        label = own
    undecided = abs(form["ORG"] - form["LOC"]) < CLOSE and form["told"] < WEAK
    if undecided and {label, name.label} == {"ORG", "LOC"}:
        label = name.label  # « Vire a gagné », « à Vire »
    return KEPT.get(label)


def kind_of(view: View, vocabulary: Vocabulary, names: list[Name]) -> str:
    """The kind of an organisation or state: as known, by the noun before or after it, by its head; "" if unsaid."""
    for name in names:
        if name.known:
            return name.known.kind
    nouns = Counter(noun for name in names if (noun := _class_noun(view, vocabulary, name)))
    if nouns:
        return nouns.most_common(1)[0][0]
    for name in names:
        for length in (4, 3, 2, 1):
            kind = vocabulary.head_forms.get(" ".join(view.low[name.start : name.start + length]))
            if kind:
                return kind
    return ""


def _class_noun(view: View, vocabulary: Vocabulary, name: Name) -> str:
    """The kind that « le consortium X » or « X, un consortium » gives."""
    line = view.line[name.start]
    spans = (range(name.start - 1, max(-1, name.start - 4), -1), range(name.end, min(len(view.words), name.end + 4)))
    for span in spans:
        for i in span:
            noun = vocabulary.class_nouns.get(view.low[i])
            if noun and view.line[i] == line:
                return noun.kind
            if view.pos[i] in ("VERB", "AUX", "ADP", "CCONJ") or view.capital[i]:
                break
    return ""
