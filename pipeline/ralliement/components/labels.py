"""What a name stands for: one label a form over the article, unless the words around one mention say otherwise."""

import math
from collections import Counter, defaultdict

from ralliement.annotations import Label
from ralliement.components.enumerations import like_before, list_head, lists
from ralliement.components.evidence import DECISIVE, Votes, context, shape
from ralliement.components.name import Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

KEPT: dict[str, Label] = {"ORG": "ORG", "PER": "PER", "LOC": "LOC"}
LABELS = ("ORG", "PER", "LOC", "MISC")
MODEL = {"ORG": 2.2, "PER": 2.2, "LOC": 2.4, "MISC": 1.5}
ENOUGH = 1.2  # a form with less is no name,
UNSEEN = 1.8  # and one that the model never sees needs more
SURE = 3.0
CLOSE = 2.5
WEAK = 1.5  # a vote below this counts once for a form, however often it is cast
CAP = 6.0  # of the votes of all contexts of a form
LOUD = 5  # letters; a longer word in capitals before a full stop is a heading


def decide(view: View, vocabulary: Vocabulary, names: list[Name]) -> list[Label | None]:
    """The label of each name: ORG, PER, LOC, or None for what is none of them."""
    keys = [key(view, name) for name in names]
    local = [context(view, vocabulary, name) for name in names]
    shapes: dict[str, dict[str, Votes]] = {}
    for name, form in zip(names, keys, strict=True):
        if name.rule not in shapes.setdefault(form, {}):
            shapes[form][name.rule] = shape(view, vocabulary, name)
    groups = lists(view, names)
    heads = [list_head(view, vocabulary, names[group[0]]) for group in groups]
    for group, head in zip(groups, heads, strict=True):
        for i in group:
            if head and view.words[names[i].start - 1] != "(" and view.low[names[i].start - 1] != "à":
                local[i]["ORG"] += 4
    for i in range(1, len(names)):
        if like_before(view, vocabulary, names, i):
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
