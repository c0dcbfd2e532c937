"""How likely each name of an article is an alliance: a logistic regression over evidence that can be named.

The rules of `alliance_evidence` want one construction; many texts give several weak signs instead: an article before
the name, a verb of joining near it, a name that is never one of a list, « l'alliance » further on. The weights are
fitted on the tuning gold by `models/alliance_ranker/train.py` and lie in `lexicons/alliance_weights.csv`.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from math import exp, log1p

from ralliement import lexicon
from ralliement.components.alliance_evidence import Evidence, group_nouns
from ralliement.components.membership_cues import cues
from ralliement.components.units import Text

Features = dict[str, float]

ARTICLES = {"l'", "la", "le", "les", "the"}
ATTACHED = ARTICLES | {"du", "au", "d'", "de", "chez", "à", "dans"}
OPENING = {"«", "“", '"'}
CLOSING = {"»", "”", '"'}
STOPS = {".", "!", "?"}
DEMONSTRATED = {"l'", "la", "le", "cette", "cet", "ce", "du", "au"}
JOINING = {"et", ",", "ou"}
WINDOW = 8  # tokens on either side in which a cue counts
NEAR = 60  # tokens after the first mention in which « l'alliance » may stand for it
STEPS = (-2, -1, 1, 2, 3, 4, 6, 8)  # of the rules' score
ENOUGH = 2


def probabilities(text: Text, evidence: Evidence) -> dict[str, float]:
    """By entity: the probability that it is an alliance, 0 to 1."""
    weights = _weights()
    return {
        key: 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in found.items())))
        for key, found in features(text, evidence).items()
    }


@cache
def _weights() -> dict[str, float]:
    return {
        row["feature"]: float(row["weight"]) for row in lexicon.load("alliance_weights", "feature", "weight", "note")
    }


def features(text: Text, evidence: Evidence) -> dict[str, Features]:
    """Named features of each entity that is no person."""
    entities = text.entities
    found: dict[str, Features] = {}
    firsts: dict[str, int] = {}
    counts: Counter[str] = Counter()
    coordinated: Counter[str] = Counter()
    for start, (end, mention) in sorted(text.mentions.items()):
        key = mention["entity"]
        if entities[key]["label"] == "PER":
            continue
        firsts.setdefault(key, start)
        counts[key] += 1
        coordinated[key] += _coordinated(text, start, end)
        found.setdefault(key, {}).update((name, 1.0) for name in _context(text, start, end))
    best = max((evidence.scores[key] for key in found), default=0)
    by_count = sorted(found, key=lambda key: -counts[key])
    nouns = _group_nouns_that_refer(text)
    titled = _titled(text)
    partners = _partners(text)
    most = max(map(len, partners.values()), default=0)
    for order, (key, features_) in enumerate(found.items()):
        score = evidence.scores[key]
        names = _names(text, key)
        names |= {f"score>={step}" for step in STEPS if score >= step}
        names.add(f"mentions rank {min(4, by_count.index(key))}")
        names.add(f"order {min(4, order)}")
        if score == best > 0:
            names.add("best score")
        if best < ENOUGH:
            names |= {"no sure alliance", f"no sure alliance, mentions rank {min(3, by_count.index(key))}"}
        if not coordinated[key]:
            names.add("never in a list")
        if nouns:
            names.add("a group noun refers")
        if any(0 < noun - firsts[key] < NEAR for noun in nouns):
            names.add("a group noun refers near")
        if key in titled:
            names |= {"in the title", f"in the title, mentions {min(3, counts[key])}", f"in the title, {titled[key]}"}
            if best < ENOUGH:
                names.add("in the title, no sure alliance")
        others = len(partners.get(key, ()))
        names |= {f"partners>={step}" for step in (1, 2, 3, 5, 8) if others >= step}
        if others == most > 0:
            names.add("most partners")
            if best < ENOUGH:
                names.add("most partners, no sure alliance")
        features_.update((name, 1.0) for name in names)
        features_["in a list"] = coordinated[key] / counts[key]
        features_["mentions"] = log1p(counts[key])
        features_["few names"] = min(3, len(found)) / 3
        features_["bias"] = 1.0
    return found


def _context(text: Text, start: int, end: int) -> Iterator[str]:
    """What stands around one mention: article, neighbours, cues and their side and distance."""
    before, after = start - 1, end
    yield f"article {_word(text, before) if _word(text, before) in ATTACHED else '-'}"
    while _word(text, before) in ARTICLES | OPENING:
        before -= 1
    while _word(text, after) in CLOSING:
        after += 1
    yield f"before {_word(text, before)}"
    yield f"after {_word(text, after)}"
    yield from _cues(text, "left", range(start - 1, max(-1, start - 1 - WINDOW), -1))
    yield from _cues(text, "right", range(end, min(len(text.low), end + WINDOW)))
    title = text.raw.strip().find("\n")
    if text.idx[start] < title:
        yield "title"
    if any(first <= start < last for first, last in text.quoted):
        yield "quoted"
    if _word(text, start - 1) in OPENING:
        yield "marked"


def _cues(text: Text, side: str, tokens: range) -> Iterator[str]:
    for distance, i in enumerate(tokens):
        low = text.low[i]
        if low in STOPS or "\n" in low:
            return
        found = (cue for cue in cues().get(low, ()) if tuple(text.low[i + 1 : i + 1 + len(cue.tail)]) == cue.tail)
        near = "beside" if distance <= 2 else "near" if distance <= 5 else "far"
        for cue in islice(found, 2):
            yield f"{side} {near} {cue.kind} of {cue.subject}"
            yield f"{side} {cue.status} {cue.kind} of {cue.subject}"


def _word(text: Text, i: int) -> str:
    """The word at a token, a class where the word itself would say too much."""
    if not 0 <= i < len(text.low):
        return "edge"
    low = text.low[i]
    if i in text.mentions:
        return "name"
    if low.isspace():
        return "line" if "\n" in low else "space"
    if low in group_nouns():
        return f"noun:{group_nouns()[low][0]}"
    return "number" if low.isdigit() else low


def _coordinated(text: Text, start: int, end: int) -> bool:
    """Whether a mention is one of a list: « A, B et C »."""
    names = text.mentions
    left = text.low[start - 1 : start] and text.low[start - 1] in JOINING | ARTICLES
    after = text.low[end] if end < len(text.low) else ""
    listed_before = left and any(names[i][0] >= start - 3 for i in range(max(0, start - 9), start) if i in names)
    listed_after = after in JOINING and any(i in names for i in range(end + 1, min(len(text.low), end + 4)))
    return bool(listed_before or listed_after)


def _titled(text: Text) -> dict[str, str]:
    """Names of the title with what stands after them."""
    start = len(text.raw) - len(text.raw.lstrip())
    title = start + text.raw.strip().find("\n")
    found: dict[str, str] = {}
    for i, (end, mention) in sorted(text.mentions.items()):
        if text.idx[i] >= title:
            break
        found.setdefault(mention["entity"], f"{_word(text, i - 1)} _ {_word(text, end)}")
    return found


def _partners(text: Text) -> dict[str, set[str]]:
    """By entity: the others that sentences with a cue of membership name beside it, not in one list with it."""
    found: dict[str, set[str]] = {}
    lists: list[set[str]] = []
    told = False
    last = -9
    i, size = 0, len(text.low)
    while i <= size:
        if i == size or text.low[i] in STOPS or "\n" in text.low[i]:
            if told and len(lists) > 1:
                for own in lists:
                    for key in own:
                        found.setdefault(key, set()).update(k for other in lists if other is not own for k in other)
            lists, told, last = [], False, -9
        elif i in text.mentions:
            end, mention = text.mentions[i]
            if mention["label"] != "PER":
                if lists and all(text.low[j] in JOINING | ARTICLES for j in range(last, i)) and last < i:
                    lists[-1].add(mention["entity"])
                else:
                    lists.append({mention["entity"]})
                last = end
            i = end
            continue
        elif not told and any(
            tuple(text.low[i + 1 : i + 1 + len(cue.tail)]) == cue.tail for cue in cues().get(text.low[i], ())
        ):
            told = True
        i += 1
    return found


def _group_nouns_that_refer(text: Text) -> list[int]:
    """Tokens of « l'alliance », « ce consortium »."""
    strong = {noun for noun, (names, _) in group_nouns().items() if names in ("strong", "medium")}
    return [i for i, low in enumerate(text.low) if low in strong and i and text.low[i - 1] in DEMONSTRATED]


def _names(text: Text, key: str) -> set[str]:
    """What the names of an entity look like."""
    entity = text.entities[key]
    found = {f"kind {entity.get('kind')}", f"label {entity['label']}", f"words {min(5, len(entity['name'].split()))}"}
    for name in (entity["name"], *entity["aliases"]):
        if name.isupper() and len(name) < 7:
            found.add("acronym")
        for word in name.lower().replace("’", " ").replace("'", " ").split():
            if word in group_nouns():
                found |= {f"named {group_nouns()[word][0]}", f"named {word}"}
    return found
