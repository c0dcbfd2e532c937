"""What a person does, and where: « Ana Roy, directrice de Y », « le patron de Y, Luc Fabre », « Sa présidente, X »."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from ralliement.annotations import Label
from ralliement.components.name import ARTICLES, OF, Name
from ralliement.components.view import SENTENCE_END, View
from ralliement.components.vocabulary import Vocabulary

REACH = 14  # tokens of a role
BACK = 30  # organisations before a role that may hold it
APPOSITIONS = 3  # after a name
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


class Roles:
    """Reads the roles of the persons of one article; `names`, `labels` and `kinds` go together, in order."""

    def __init__(
        self, view: View, vocabulary: Vocabulary, names: list[Name], labels: list[Label], kinds: list[str]
    ) -> None:
        self.view, self.vocabulary = view, vocabulary
        self.names, self.labels, self.kinds = names, labels, kinds
        self.starts = [name.start for name in names]
        self.named = {i for name in names for i in range(name.start, name.end)}

    def of(self, i: int) -> Role | None:
        """The role of person `i` of the names by the words around this mention, None if they give none."""
        after, before = self._after(i), self._before(i)
        role = after if after and (after.affiliation is not None or not before) else before
        if role and role.affiliation is None:
            return role._replace(affiliation=self._belongs_to(i))
        return role

    def _after(self, i: int) -> Role | None:
        """« X, ancienne rameuse, présidente de Y »: the apposition that names an organisation, else the first."""
        view, at, first = self.view, self.names[i].end, None
        for _ in range(APPOSITIONS):
            if at >= len(view.words) or view.words[at] not in (",", "(", "–", "—"):
                break
            noun = at + 1
            while noun < len(view.words) and (view.low[noun] in ARTICLES or view.low[noun] in STEPS):
                noun += 1
            if not self._role_at(noun):
                break
            start = noun - 1 if view.low[noun - 1] in STEPS else noun
            role = self._read(start, noun, range(i + 1, min(i + 3, len(self.names))))
            if role.affiliation is not None:
                return role
            first, at = first or role, role.end
        return first

    def _before(self, i: int) -> Role | None:
        view, start = self.view, self.names[i].start
        line, floor = view.line[start], max(-1, start - REACH)
        if i and view.line[self.names[i - 1].start] == line and self.labels[i - 1] == "PER":
            floor = max(floor, self.names[i - 1].end)
        commas = 0
        for at in range(start - 1, floor, -1):
            word, low = view.words[at], view.low[at]
            commas += word == ","
            if view.line[at] != line or (word in ENDS and (word != "," or commas > 1)):
                return None
            if view.pos[at] in ("VERB", "AUX", "SCONJ") or low in ("qui", "et", "avec"):
                return None
            if low in self.vocabulary.roles and at not in self.named:
                return self._held(at, i)
        return None

    def _held(self, at: int, i: int) -> Role:
        """The role that starts at token `at` before person `i`; « son » refers to what was spoken of before."""
        view = self.view
        first = at
        roles = self.vocabulary.roles
        while first and (view.low[first - 1] in STEPS or f"{view.low[first - 1]} {view.low[first]}" in roles):
            first -= 1
        inside = [k for k in range(max(0, i - 2), i) if self.names[k].start > at]
        role = self._read(first, at, inside, self.names[i].start)
        if role.affiliation is None and first and view.low[first - 1] in POSSESSIVES:
            return role._replace(affiliation=self._topic(i))
        return role

    def _topic(self, i: int) -> int | None:
        """The organisation named first in the sentence that last names one: what « son » refers to."""
        view, found = self.view, None
        for k in range(i - 1, max(-1, i - BACK), -1):
            if self.labels[k] != "ORG":
                continue
            between = range(self.names[k].end, self.names[k if found is None else found].start)
            if any(view.words[t] in SENTENCE_END for t in between):
                break
            found = k
        return found

    def _belongs_to(self, i: int) -> int | None:
        """« X, du Muséum »: the organisation after the name of a person whose role is told before."""
        view, at = self.view, self.names[i].end
        following = i + 1
        if following >= len(self.names) or self.labels[following] != "ORG" or view.words[at] != ",":
            return None
        between = range(at + 1, self.names[following].start)
        return following if between and all(view.low[k] in LEADS for k in between) else None

    def _role_at(self, at: int) -> int:
        """The token after the longest role noun at token `at`, 0 if there is none."""
        for length in (3, 2, 1):
            end = at + length
            if end <= len(self.view.words) and " ".join(self.view.low[at:end]) in self.vocabulary.roles:
                return end
        return 0

    def _read(self, start: int, noun: int, candidates: Iterable[int], limit: int | None = None) -> Role:
        """The role from token `start`, up to the organisation it is held at or to the end of the phrase."""
        view, classes = self.view, self.vocabulary.class_nouns
        stop = min(len(view.words), start + REACH, limit or len(view.words))
        end = noun + 1
        for at in range(noun, stop):
            ends = view.words[at] in ENDS or "\n" in view.words[at]
            if ends or view.pos[at] in ("VERB", "AUX") or view.low[at] in ("et", "qui"):
                break
            end = at + 1
        affiliation = next((k for k in candidates if self.labels[k] == "ORG" and self.names[k].start <= end), None)
        if affiliation is not None:
            end = min(end, self.names[affiliation].start)
        else:
            affiliation, end = self._of_class(noun, end)
        held = affiliation is not None
        while end > noun + 1 and (view.low[end - 1] in LEADS or (held and view.low[end - 1] in classes)):
            end -= 1
        gender = self.vocabulary.roles[" ".join(view.low[noun : self._role_at(noun)])].gender
        return Role(start, end, gender, affiliation)

    def _of_class(self, noun: int, end: int) -> tuple[int | None, int]:
        """« le directeur du consortium »: the consortium named last, and where the role ends without it."""
        view = self.view
        for at in range(noun + 2, end):
            kind = self.vocabulary.class_nouns.get(view.low[at])
            lead = view.low[at - 1] == "du" or (view.low[at - 1] in ("la", "l'") and view.low[at - 2] in OF)
            if not kind or not lead or at in self.named:
                continue
            last = bisect_left(self.starts, noun)
            near = [k for k in range(last - 1, max(-1, last - BACK), -1) if self.labels[k] == "ORG"]
            same = [k for k in near if self.kinds[k] == kind.kind] or [k for k in near if not self.kinds[k]]
            return (same[0] if same else None), at
        return None, end
