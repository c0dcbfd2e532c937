"""What an organisation that no rule placed is to an alliance: a logistic regression over features that can be named.

The rules read constructions one by one; what they miss is placed by all that stands around its mentions together:
cues and their side, what governs the list it is in, negations, the heading, where the alliance stands. The weights
are fitted on the tuning gold by `models/membership_ranker/train.py` and lie in `lexicons/membership_weights.csv`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial

import numpy as np

from ralliement import lexicon
from ralliement.annotations import Certainty
from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.alliances import Alliances
from ralliement.components.arguments import LINKS, stands_for_alliance
from ralliement.components.discourse import Statement
from ralliement.components.lists import OF, Group, groups
from ralliement.components.membership_cues import POSSESSIVES, Cue, cues
from ralliement.components.units import Sentence, Text, Unit
from ralliement.schema import STATUSES

LIKELY = 0.4  # probability from which a status is said
CLASSES = ("none", *STATUSES)
NEGATIONS = {"n'", "ne", "ni", "sans", "pas", "jamais", "aucun", "aucune", "plus", "non"}
SAYING = {"commenter", "répondre", "communiquer", "préciser", "confirmer", "donner", "dire", "révéler", "expliquer"}
AROUND = 3  # units on either side whose words count
MANY = 30  # alliances: a text of more is many articles in one, of which each tells of the alliances it names
REACH = 6  # units on either side in which a negation counts
CLASS_OF_UNIT = {"org": "name", "alliance": "alliance", "per": "person", "bracket": "bracket"}
OWNED = {"filiale", "propriété", "branche", "division", "succursale", "régie", "actionnaire"}  # « filiale de A »
Pair = tuple[str, str]  # organisation, alliance


@dataclass(slots=True)
class Found:
    """A cue in a list of units: where it stands, its mood, whether a negation stands before it."""

    at: int
    cue: Cue
    mood: str
    negated: bool


@dataclass
class Occurrence:
    """A mention of an organisation as seen from one alliance. Most are not asked for their features."""

    pair: Pair
    describe: Callable[[], set[str]]
    telling: bool  # whether its sentence has a cue, the alliance's name or a list
    names_alliance: bool  # whether its sentence does
    sentence: tuple[int, int]  # tokens
    mention: tuple[int, int]

    @cached_property
    def features(self) -> set[str]:
        """Names of what is seen."""
        return self.describe()


@dataclass(slots=True)
class Spot:
    """Where a mention stands: its units and their cues, its list, the cues of the sentence before and the heading."""

    units: list[Unit]
    at: int
    group: Group
    place: set[str]
    own: list[Found]
    before: list[Found]
    heading: list[Found]


def rank(alliances: Alliances, found: list[Sentence], said: list[Statement], asked: set[Pair]) -> list[Statement]:
    """Statements on the pairs of which nothing is `said` by rule or `asked`, by their likeliest status.

    Where a rule tells of an organisation and one alliance, the same words place it in no other; and words that name
    no alliance are of the one that most is said of.
    """
    weights, index = _weights()
    placed = asked | {(s.organization, s.alliance) for s in said}
    told = {(s.organization, s.sentence) for s in said}
    told_of = Counter(s.alliance for s in said if s.status != "rival")
    most = max(told_of.values(), default=0)
    seen: dict[Pair, list[Occurrence]] = {}
    for occurrence in occurrences(alliances, found):
        if occurrence.pair not in placed and (occurrence.pair[0], occurrence.sentence) not in told:
            seen.setdefault(occurrence.pair, []).append(occurrence)
    statements = []
    for pair, mentions in seen.items():
        if not any(mention.telling for mention in mentions):
            continue
        probabilities = _probabilities(weights, index, pair_features(alliances, pair, mentions))
        best = int(probabilities.argmax())
        if best and probabilities[best] >= LIKELY:
            clearest = max(mentions, key=lambda m: _probabilities(weights, index, m.features)[best])
            if clearest.names_alliance or told_of[pair[1]] == most:
                statements.append(_statement(pair, CLASSES[best], clearest))
    return statements


def _statement(pair: Pair, status: str, evidence: Occurrence) -> Statement:
    certainty: Certainty = "planned" if status == "joining" else "asserted"
    organization, alliance = pair
    return Statement(
        alliance, organization, status, certainty, evidence.sentence, evidence.mention, "ranked", 1, status  # type: ignore[arg-type]
    )  # fmt: skip


def _probabilities(weights: np.ndarray, index: dict[str, int], features: Iterable[str]) -> np.ndarray:
    scores = weights[[index[name] for name in features if name in index]].sum(axis=0)
    likely: np.ndarray = np.exp(scores - scores.max())
    likely /= likely.sum()
    return likely


@cache
def _weights() -> tuple[np.ndarray, dict[str, int]]:
    """Weights by feature and class, and the row of each feature."""
    rows = lexicon.load("membership_weights", "feature", *CLASSES, "note")
    weights = np.array([[float(row[name] or 0) for name in CLASSES] for row in rows]).reshape(-1, len(CLASSES))
    return weights, {row["feature"]: number for number, row in enumerate(rows)}


def pair_features(alliances: Alliances, pair: Pair, mentions: list[Occurrence]) -> set[str]:
    """Features of an organisation and an alliance: those of all its mentions, and what both are."""
    organization, alliance = pair
    entity = alliances.text.entities[organization]
    return {
        "bias",
        f"kind {entity.get('kind')}",
        f"label {entity['label']}",
        f"mentions {min(3, len(mentions))}",
        f"alliances {min(3, len(alliances.keys))}",
        "an alliance itself" if organization in alliances.keys else "no alliance",
        "main alliance" if (alliance,) == alliances.main else "other alliance",
    }.union(*(mention.features for mention in mentions))


def occurrences(alliances: Alliances, found: list[Sentence]) -> Iterator[Occurrence]:
    """Each mention of an organisation with each alliance, in order."""
    reader = _Reader(alliances)
    for sentence in found:
        yield from reader.read(sentence)


class _Reader:
    """Reads sentences in order; holds what one leaves to the next."""

    def __init__(self, alliances: Alliances) -> None:
        self.text: Text = alliances.text
        self.keys = alliances.keys
        self.last = alliances.keys[0]  # the alliance named last
        self.heading: list[Found] = []
        self.before: list[Found] = []  # cues of the sentence before

    def read(self, sentence: Sentence) -> Iterator[Occurrence]:
        """Occurrences in a sentence."""
        if not sentence.units:
            return
        place = {name for name, holds in (("heading", sentence.heading), ("bullet", sentence.bullet)) if holds}
        own = cues_of(sentence.units)
        yield from self._units(sentence.units, own, place, (sentence.units[0].start, sentence.units[-1].end))
        if sentence.heading:
            self.heading = own
        if own or not sentence.bullet:  # the items of a list follow what opens it
            self.before = own

    def _units(
        self, units: list[Unit], own: list[Found], place: set[str], span: tuple[int, int]
    ) -> Iterator[Occurrence]:
        lists = groups(units)
        named = [(i, unit.keys) for i, unit in enumerate(units) if unit.kind == "alliance"]
        for i, unit in enumerate(units):
            if unit.kind == "bracket" and unit.inner:
                host = units[i - 1] if i else unit
                outer = {f"outer {_side(f.at, i)} {f.cue.status} {f.cue.subject}" for f in own}
                word = host.low if host.kind == "word" else CLASS_OF_UNIT[host.kind]
                inner = place | outer | {"in a bracket", f"host {word}"}
                yield from self._units(unit.inner, cues_of(unit.inner), inner, span)
            elif unit.kind == "org":
                group = next((g for g in lists if g.start <= i < g.end), Group(i, i + 1, list(unit.keys)))
                if unit.keys[0] not in group.keys:
                    continue  # a place: « A, à Lille, »
                yield from self._seen(Spot(units, i, group, place, own, self.before, self.heading), named, span)
        for unit in units:
            if unit.kind == "alliance":
                self.last = unit.keys[-1]

    def _seen(
        self, spot: Spot, named: list[tuple[int, tuple[str, ...]]], span: tuple[int, int]
    ) -> Iterator[Occurrence]:
        """The mention as each alliance sees it: an alliance spoken of elsewhere sees where it is, not what is said."""
        unit, group = spot.units[spot.at], spot.group
        nearest = next(iter(_nearest(spot.own, group)), None)
        said = f"{nearest.cue.status} {_side(nearest.at, group.start)}" if nearest else "-"
        closest = min(named, key=lambda place: _distance(place[0], group), default=None)
        employs = _employs(spot.units, group)
        around = cache(partial(self._around, spot))
        watching = self.keys
        if len(watching) > MANY:
            near = {key for _, keys in named for key in keys} or {self.last}
            watching = [key for key in watching if key in near]
        for key in watching:
            if key == unit.keys[0]:
                continue
            here = [at for at, keys in named if key in keys]
            if here:
                at = min(here, key=lambda place: _distance(place, group))
                where = f"{_side(at, group.start)} {'closest' if closest and closest[0] == at else 'other'}"
            elif not named and key == self.last:
                where = "last"
            else:
                where = "only" if len(self.keys) == 1 else "elsewhere"
            telling = bool(spot.own or here or len(group.keys) > 2 or "bullet" in spot.place) and not employs
            describe = partial(_described, where, said, around)
            yield Occurrence((unit.keys[0], key), describe, telling, bool(here), span, (unit.start, unit.end))

    def _around(self, spot: Spot) -> set[str]:
        """What stands around a mention, whatever the alliance."""
        units, i, group = spot.units, spot.at, spot.group
        found = spot.place | _words(units, i, group) | _cues(spot)
        if any(first <= units[i].start < last for first, last in self.text.quoted):
            found.add("quoted")
        if _employs(units, group):
            found.add("affiliation")
        return found


def _described(where: str, said: str, around: Callable[[], set[str]]) -> set[str]:
    """Features of a mention as an alliance sees it from `where`."""
    features = {f"alliance {where}", f"alliance {where}, nearest {said}"}
    if where != "elsewhere":
        features |= around()
        features |= {f"alliance {where}, {name}" for name in around() if name.startswith("nearest")}
    return features


def _words(units: list[Unit], i: int, group: Group) -> set[str]:
    """Words beside the mention at `i` and beside the list it is in."""
    found = {f"list {min(6, len(group.keys))}", f"governed by {group.prep or '-'}", f"head {group.head or '-'}"}
    for of, first, after in (("name", i, i + 1), ("list", group.start, group.end)):
        left = [_word(units, first - step) for step in range(1, AROUND + 1)]
        right = [_word(units, after + step) for step in range(AROUND)]
        found |= {f"{of} left {word}" for word in left} | {f"{of} right {word}" for word in right}
        found |= {f"{of} left1 {left[0]}", f"{of} right1 {right[0]}"}
        found |= {f"{of} left2 {left[1]} {left[0]}", f"{of} right2 {right[0]} {right[1]}"}
    near = units[max(0, group.start - REACH) : group.end + REACH]
    return found | {f"negation {unit.low}" for unit in near if unit.kind == "word" and unit.low in NEGATIONS}


def _cues(spot: Spot) -> set[str]:
    """Cues of the sentence by side and distance; without any, those of the sentence before and the heading."""
    group = spot.group
    if not spot.own:
        before = {f"before {f.cue.status} {f.cue.subject}{' not' * f.negated}" for f in spot.before}
        return before | {f"under {f.cue.status}" for f in spot.heading} | {"no cue"}
    found = set()
    for rank_, f in enumerate(_nearest(spot.own, group)):
        side, cue, negated = _side(f.at, group.start), f.cue, " not" * f.negated
        distance = _distance(f.at, group)
        near = "near" if distance <= 4 else "by" if distance <= 12 else "far"
        found |= {
            f"{side} {cue.status} {cue.subject}{negated}",
            f"{side} {near} {cue.status} {cue.kind}{negated}",
        }
        if rank_ == 0:
            found |= {
                f"nearest {side} {cue.status} {cue.kind} {cue.subject}{negated}",
                f"nearest {side} {cue.name}",
                f"nearest {side} {cue.name} {f.mood}{negated}",
                f"nearest {side} {cue.status} {f.mood}",
                f"nearest {side} {cue.status} {cue.subject} governed by {group.prep or '-'}",
            }
        if rank_ == 1:
            found.add(f"second {side} {cue.status} {cue.kind}{negated}")
    return found


def _employs(units: list[Unit], group: Group) -> bool:
    """Whether the name only says whose somebody is: « Zoé Hamon, professeure à l'ENS », « filiale de A »."""
    if group.prep not in OF | {"à", "au", "aux", "chez"} or not group.head:
        return False
    if group.prep in OF and group.head in OWNED:
        return True
    for unit in reversed(units[max(0, group.at - 6) : group.at]):
        if unit.kind == "per":
            return True
        if unit.kind != "word" or unit.pos in ("VERB", "AUX"):
            return False
    return False


def cues_of(units: list[Unit]) -> list[Found]:
    """Cues among the units, one a word: the longest. They must not speak of another thing than an alliance."""
    found = []
    for i, unit in enumerate(units):
        if unit.kind != "word":
            continue
        following = units[i + 1].low if i + 1 < len(units) else ""
        for cue in cues().get(unit.low, ()):
            if cue.tail and cue.tail[0] != following:
                continue
            after = i + 1 + len(cue.tail)
            if tuple(word.low for word in units[i + 1 : after]) == cue.tail and not _of_another(cue, units, i, after):
                negated = any(word.low in NEGATIONS for word in units[max(0, i - 4) : i + 2])
                found.append(Found(i, cue, _mood(cue), negated))
                break
    return found


def _of_another(cue: Cue, units: list[Unit], at: int, after: int) -> bool:
    """« a quitté la Bourse », « réunit ses actionnaires »: the object is a noun that no alliance or member goes by."""
    if cue.reflexive and not any(unit.low in ("se", "s'") for unit in units[max(0, at - 3) : at]):
        return True
    if cue.denied and not any(unit.low in NEGATIONS for unit in units[max(0, at - 3) : at]):
        return True
    if "alone" in cue.links and [unit.low in ("de", "d'", "à") for unit in units[after : after + 1]] == [True]:
        verb = units[after + 1 : after + 2]
        if verb and verb[0].low in SAYING:
            return True  # « a refusé de commenter »
    if cue.kind != "verb" or "direct" not in cue.links:
        return cue.kind == "verb" and _elsewhere(cue, units[after : after + 3])
    if cue.subject == "alliance" and at > 0 and units[at - 1].kind == "org":
        return True
    following = units[after : after + 2]
    determined = following[:1] and following[0].pos == "DET"
    noun = next((unit for unit in following if unit.pos != "DET"), None)
    if noun is None or noun.kind != "word" or noun.pos != "NOUN" or noun.low in group_nouns():
        return False
    if cue.subject == "alliance":
        return bool(determined) and following[0].low in POSSESSIVES and noun.low not in cues()
    return True


def _elsewhere(cue: Cue, following: list[Unit]) -> bool:
    """« garde ses distances avec la presse »: what the preposition of the cue governs is no alliance."""
    if not following or not any(following[0].low in LINKS.get(link, ()) for link in cue.links - {"de"}):
        return False
    noun = next((unit for unit in following[1:] if unit.pos != "DET"), None)
    return noun is not None and noun.kind == "word" and noun.pos == "NOUN" and not stands_for_alliance(noun.low)


def _mood(cue: Cue) -> str:
    moods = {form.mood for form in cue.forms}
    if any(form.tense == "future" for form in cue.forms):
        return "future"
    return next((mood for mood in ("conditional", "participle", "infinitive") if mood in moods), "-")


def _nearest(own: list[Found], group: Group) -> list[Found]:
    return sorted(own, key=lambda f: _distance(f.at, group))


def _distance(at: int, group: Group) -> int:
    return min(abs(at - group.start), abs(at - group.end + 1))


def _side(at: int, start: int) -> str:
    return "left" if at < start else "right"


def _word(units: list[Unit], i: int) -> str:
    if not 0 <= i < len(units):
        return "edge"
    return CLASS_OF_UNIT.get(units[i].kind) or units[i].low.strip() or "space"
