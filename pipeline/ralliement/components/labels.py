"""What a name stands for: one label a form over the article, unless the words around one mention say otherwise."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from ralliement.annotations import Label
from ralliement.components.enumerations import like_before, list_head, lists
from ralliement.components.evidence import DECISIVE, Votes, context, shape
from ralliement.components.name import Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

KEPT: dict[str, Label] = {"ORG": "ORG", "PER": "PER", "LOC": "LOC"}
LABELS = ("ORG", "PER", "LOC", "MISC")
MODEL = {"ORG": 2.2, "PER": 2.2, "LOC": 2.4, "MISC": 1.5}
ENOUGH = 1.2  # votes; a form with less is no name,
UNSEEN = 1.8  # and one that the model never sees needs more
SURE = 3.0  # votes that let a name type its neighbours in a list
CLOSE = 2.5  # a difference of votes that leaves organisation or place to the model, mention by mention
ALLIANCES = 2  # nouns of alliances that make an article one about them
DOUBT = 1.5  # votes that a person of the model alone loses to the organisation
TOLD = 2.5  # votes of the text for an organisation that make that doubt
WEAK = 1.5  # a vote below this counts once for a form, however often it is cast
COMMON = 6.0  # votes of a word that is no name, wherever it stands: « vingt États membres »
CAP = 6.0  # of the votes of all contexts of a form
LOUD = 5  # letters; a longer word in capitals before a full stop is a heading


@dataclass(slots=True)
class Form:
    """A form of a name over the article: all votes, those that are not the model's, and how often the model has it."""

    votes: Votes
    told: Votes
    seen: int


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
    nouns = (vocabulary.class_nouns.get(low) for low in view.low)
    _doubt_persons(forms, sum(noun.kind == "alliance" for noun in nouns if noun) >= ALLIANCES)
    for _ in range(2):
        labels = {key: _best(form) for key, form in forms.items()}
        if not _neighbours(groups, keys, labels, forms):
            break
    labels = {key: _best(form) for key, form in forms.items()}
    placed = {form for name, form in zip(names, keys, strict=True) if not view.first[name.start]}
    common = {word for word, capital in zip(view.low, view.capital, strict=True) if not capital}
    placed |= {form for name, form in zip(names, keys, strict=True) if not _is_word(view, name, common)}
    labels = {form: label if form in placed else "" for form, label in labels.items()}
    return [_one(names[i], labels[form], local[i], forms[form]) for i, form in enumerate(keys)]


def _is_word(view: View, name: Name, common: set[str]) -> bool:
    """Whether words that only ever start sentences owe their capital to that."""
    if (name.known and name.known.sure) or name.rule == "definite":
        return False
    after = view.after(name.end)
    loud = view.words[name.start].isupper() and name.end - name.start == 1 and len(view.words[name.start]) > LOUD
    alone = after < 0 and loud and view.before(name.start) < 0
    colon = alone or (after >= 0 and (view.words[after] == ":" or (loud and view.words[after] in ".–/")))
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
) -> dict[str, Form]:
    """What is known of each form: the votes of its shape and contexts, and the model's by share."""
    strong: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    weak: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    model: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter(keys)
    for name, key, votes in zip(names, keys, local, strict=True):
        for label, vote in votes.items():
            if vote >= WEAK and label != "MISC":
                strong[key][label] += vote
            else:
                weak[key][label] += vote / total[key]
        if name.label:
            model[key][name.label] += 1
    forms = {}
    for key, by_rule in shapes.items():
        told: Votes = defaultdict(float)
        for label in LABELS:
            told[label] = max((votes[label] for votes in by_rule.values()), key=abs) + min(CAP, strong[key][label])
        votes = defaultdict(float, {label: told[label] + weak[key][label] for label in LABELS})
        for label, count in model[key].items():
            if label in MODEL:
                votes[label] += MODEL[label] * count / total[key] * (1 + 0.25 * math.log2(count))
        forms[key] = Form(votes, told, sum(model[key].values()))
    return forms


def _relatives(forms: dict[str, Form]) -> None:
    """A short form leans to what its long form is: « Roy » to Ana Roy, « Baltika » to Baltika Line."""
    ends: dict[str, list[str]] = defaultdict(list)
    for key in forms:
        words = key.replace("-", " ").replace("'", " ").split()
        if len(words) > 1:
            for end in {words[0], words[-1], " ".join(words[1:]), key.split(" ", 1)[-1]}:
                ends[end].append(key)
    for key, form in forms.items():
        for long in ends.get(key, ()):
            label = _best(forms[long])
            if (label == "PER" and not long.startswith(key)) or label == "ORG":
                vote = 2.5 if label == "PER" else 1.5
                form.votes[label] += vote
                form.told[label] += vote


def _doubt_persons(forms: dict[str, Form], about_alliances: bool) -> None:
    """A form that only the model takes for a person is an organisation where the text says so.

    In an article about alliances one word is enough: it is a member's name.
    """
    for key, form in forms.items():
        said = form.told["ORG"] >= TOLD or (about_alliances and " " not in key)
        if said and form.told["PER"] <= 0 < form.votes["PER"]:
            form.votes["PER"] -= DOUBT
            form.votes["ORG"] += DOUBT


def _best(form: Form) -> str:
    label = max(LABELS, key=lambda label: form.votes[label])
    return label if form.votes[label] >= (ENOUGH if form.seen else UNSEEN) else ""


def _neighbours(groups: list[list[int]], keys: list[str], labels: dict[str, str], forms: dict[str, Form]) -> bool:
    """One sure organisation in a list types its neighbours; whether anything changed."""
    changed = False
    for group in groups:
        members = {keys[i] for i in group}
        people = [key for key in members if labels[key] == "PER"]
        places = [key for key in members if labels[key] == "LOC"]
        likely = [key for key in members if labels[key] == "ORG"]
        sure = [key for key in likely if forms[key].votes["ORG"] >= SURE]
        if any(forms[key].votes["PER"] >= SURE for key in people) or not likely or len(people) > len(sure):
            continue
        if places and len(sure) < 2 and (len(places) > 1 or len(group) == 2):
            continue
        for key in members:
            if labels[key] not in ("", "MISC") and not sure:
                continue
            if labels[key] != "ORG":
                forms[key].votes["ORG"] += 2
                changed = True
    return changed


def _one(name: Name, label: str, votes: Votes, form: Form) -> Label | None:
    """The label of one mention: its form's, unless its own context is decisive; the model's where a form is two."""
    own = max(LABELS, key=lambda label: votes[label])
    if label and votes[own] >= DECISIVE and form.told["MISC"] < COMMON:
        return KEPT.get(own)
    undecided = abs(form.votes["ORG"] - form.votes["LOC"]) < CLOSE and form.told["ORG"] < WEAK
    if undecided and {label, name.label} == {"ORG", "LOC"}:
        label = name.label  # « Vire a gagné », « à Vire »
    return KEPT.get(label)
