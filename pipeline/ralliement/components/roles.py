"""What a person does, and where: « Ana Roy, directrice de Y », « le patron de Y, Luc Fabre », « Sa présidente, X »."""

from typing import NamedTuple

from ralliement.annotations import Label
from ralliement.components.name import ARTICLES, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

REACH = 14  # tokens of a role
POSSESSIVES = frozenset(["son", "sa", "leur", "ses", "leurs"])
STEPS = frozenset(["ancien", "ancienne", "ex-", "ex", "nouveau", "nouvelle", "futur", "future", "actuel", "actuelle"])
LEADS = frozenset(["de", "d'", "du", "des", "à", "au", "aux", "chez", "l'", "la", "le", "les"])
ENDS = frozenset(',;:.!?()«»“”"—–')


class Role(NamedTuple):
    """A role as worded (first token, token after the last), its gender (m, f or u), and the name it is held at."""

    start: int
    end: int
    gender: str
    affiliation: int | None


def role_of(view: View, vocabulary: Vocabulary, names: list[Name], labels: list[Label], i: int) -> Role | None:
    """The role of person `i` of `names` by the words around this mention, None if they give none."""
    return _after(view, vocabulary, names, labels, i) or _before(view, vocabulary, names, labels, i)


def _after(view: View, vocabulary: Vocabulary, names: list[Name], labels: list[Label], i: int) -> Role | None:
    at, n = names[i].end, len(view.words)
    if at >= n or view.words[at] not in (",", "(", "–", "—"):
        return None
    at += 1
    while at < n and (view.low[at] in ARTICLES or view.low[at] in STEPS):
        at += 1
    found = _role_at(view, vocabulary, at) if at < n and view.line[at] == view.line[names[i].start] else 0
    if not found:
        return None
    start = at - 1 if view.low[at - 1] in STEPS else at
    return _read(view, vocabulary, names, labels, start, at, range(i + 1, min(i + 3, len(names))))


def _before(view: View, vocabulary: Vocabulary, names: list[Name], labels: list[Label], i: int) -> Role | None:
    start = names[i].start
    line, floor = view.line[start], max(-1, start - REACH)
    if i and view.line[names[i - 1].start] == line and labels[i - 1] == "PER":
        floor = max(floor, names[i - 1].end)
    at, commas = start - 1, 0
    while at > floor and view.line[at] == line:
        word = view.words[at]
        if word == ",":
            commas += 1
        if word in ENDS and (word != "," or commas > 1):
            return None
        if view.pos[at] in ("VERB", "AUX", "SCONJ") or view.low[at] in ("qui", "et", "avec"):
            return None
        if _role_at(view, vocabulary, at) and view.low[at] in vocabulary.roles:
            return _held(view, vocabulary, names, labels, at, i)
        at -= 1
    return None


def _held(view: View, vocabulary: Vocabulary, names: list[Name], labels: list[Label], at: int, i: int) -> Role | None:
    """The role that starts at token `at` before person `i`; « son » refers to the organisation named last."""
    inside = [k for k in range(max(0, i - 2), i) if names[k].start > at]
    first = at
    while first and (view.low[first - 1] in STEPS or f"{view.low[first - 1]} {view.low[first]}" in vocabulary.roles):
        first -= 1
    role = _read(view, vocabulary, names, labels, first, at, inside, names[i].start)
    owned = first and view.low[first - 1] in POSSESSIVES
    if owned and role.affiliation is None:
        last = next((k for k in range(i - 1, max(-1, i - 6), -1) if labels[k] == "ORG"), None)
        return role._replace(affiliation=last)
    return role


def _role_at(view: View, vocabulary: Vocabulary, at: int) -> int:
    """The token after the longest role noun at token `at`, 0 if there is none."""
    for length in (3, 2, 1):
        end = at + length
        if end <= len(view.words) and " ".join(view.low[at:end]) in vocabulary.roles:
            return end
    return 0


def _read(
    view: View,
    vocabulary: Vocabulary,
    names: list[Name],
    labels: list[Label],
    start: int,
    noun: int,
    candidates: range | list[int],
    limit: int | None = None,
) -> Role:
    """The role from token `start`, up to the organisation it is held at or to the end of the phrase."""
    stop = min(len(view.words), start + REACH, limit or len(view.words))
    end = noun + 1
    for at in range(noun, stop):
        if view.words[at] in ENDS or view.pos[at] in ("VERB", "AUX") or view.low[at] in ("et", "qui"):
            break
        end = at + 1
    affiliation = next((k for k in candidates if labels[k] == "ORG" and names[k].start <= end), None)
    if affiliation is not None:
        end = min(end, names[affiliation].start)
    if affiliation is not None:
        while end > noun + 1 and (view.low[end - 1] in LEADS or view.low[end - 1] in vocabulary.class_nouns):
            end -= 1
    while end > noun + 1 and view.low[end - 1] in LEADS:
        end -= 1
    gender = vocabulary.roles[" ".join(view.low[noun : _role_at(view, vocabulary, noun)])].gender
    return Role(start, end, gender, affiliation)
