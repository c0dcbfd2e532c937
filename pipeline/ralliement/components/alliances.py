"""The alliances of an article, and every reference to one: its name, its acronym, « l'alliance », « ce consortium ».

With two alliances, « sa rivale » and « le camp d'en face » are the one that was not spoken of last.
"""

from collections import Counter

from ralliement.components.alliance_evidence import ENOUGH, OF, Evidence, group_nouns, vocabulary
from ralliement.components.alliance_ranker import probabilities
from ralliement.components.units import Text

References = dict[int, tuple[int, tuple[str, ...]]]  # by first token: token after the last, the alliances meant

DETERMINERS = {"l'", "la", "le", "cette", "cet", "ce", "du", "au", "notre", "votre", "leur", "son"}
BOTH = {
    "alliances",
    "coalitions",
    "consortiums",
    "camps",
    "blocs",
    "groupes",
    "centrales",
    "unions",
    "réseaux",
    "maisons",
}
CAMPS = {"alliances", "coalitions", "consortiums", "camps", "blocs"}
RIVALS = {"rival", "rivale", "concurrent", "concurrente"}
OPPOSITE = {"camp", "camps", "voisins", "bloc", "club", "groupe", "maison"}  # « le camp d'en face »
LIKELY = 0.5  # probability from which a name without one sure construction is an alliance
LIKELY_UNTOLD = 0.7  # the same in an article that tells of no members, or of a foundation that may be the host
UNLIKELY = 0.1  # probability below which a name is none, whatever one construction says
VOCABULARY = 2  # words of membership by which an article tells of members
NEAR = 30  # tokens before « l'alliance » that may hold its only name


class Alliances:
    """The alliances of one article: `keys` in order of first mention, `main` the one named most.

    `told` says whether the article speaks of members, of joining and leaving; `likely`, by entity, how likely each
    name is an alliance. `known` are those of the same text, read with fewer of one's own.
    """

    def __init__(self, text: Text, own: frozenset[str] = frozenset(), known: "Alliances | None" = None) -> None:
        self.text = text
        self.evidence: Evidence = known.evidence if known else Evidence(text)
        counts = Counter(mention["entity"] for _, mention in text.mentions.values())
        scores = self.evidence.scores
        self.likely: dict[str, float] = known.likely if known else probabilities(text, self.evidence)
        self.told = vocabulary(text) >= VOCABULARY
        sure = {
            key
            for key, p in self.likely.items()
            if text.entities[key].get("kind") != "state"
            and (p >= self._enough(key) or (scores[key] >= ENOUGH and p >= UNLIKELY))
        }
        self.keys = [key for key in counts if key in own or key in sure]
        self._meant()
        if not self.keys:
            self._headline()
        weight = {key: counts[key] + 2 * (key == self.keys[0]) for key in self.keys}
        self.main = (max(weight, key=weight.__getitem__),) if weight else ()

    def _enough(self, key: str) -> float:
        """The probability from which a name is an alliance; a foundation that nothing calls one may be its host."""
        host = self.text.entities[key].get("kind") == "foundation" and self.evidence.scores[key] <= 0
        return LIKELY if self.told and not host else LIKELY_UNTOLD

    def _meant(self) -> None:
        """Add what « l'alliance » means before any known one, « ce groupement » away from any: the only name near."""
        text, nouns = self.text, group_nouns()
        first = min((i for i, (_, m) in text.mentions.items() if m["entity"] in self.keys), default=len(text.low))
        for i, word in enumerate(text.low):
            if i > first and text.low[i - 1] not in ("ce", "cet", "cette"):
                continue
            if word not in nouns or nouns[word][0] != "strong" or not i or text.low[i - 1] not in DETERMINERS:
                continue
            if not text.words[i].islower():
                continue
            opens = text.words[i - 1][:1].isupper() and text.low[i + 1 : i + 2] == ["des"]  # « L'alliance des … »
            completed = text.low[i + 1 : i + 2] and text.low[i + 1] in OF and not opens
            if completed or self.evidence.quoted(i + 1) in text.mentions:
                continue
            near = [m["entity"] for j, (_, m) in text.mentions.items() if i - NEAR <= j < i and m["label"] == "ORG"]
            if len(set(near)) == 1 and near[0] not in self.keys and self.evidence.scores[near[0]] >= 0:
                self.keys.append(near[0])
                self.evidence.nouns[near[0]].add(word)
                first = min(first, i)

    def _headline(self) -> None:
        """For want of better, a name with a group noun that the first line gives."""
        title = self.text.raw.lstrip().find("\n")
        for i, (_, mention) in sorted(self.text.mentions.items()):
            key = mention["entity"]
            if self.text.idx[i] <= title and self.evidence.nouns[key] and self.evidence.scores[key] > 0:
                self.keys.append(key)
                return

    def references(self) -> References:
        """Every reference to an alliance, a noun being read as the alliance it goes by that was named last."""
        if not self.keys:
            return {}
        text, low = self.text, self.text.low
        found: References = {}
        recent = list(reversed(self.keys))  # the last is the one named last
        self.seen: set[str] = set()
        i = 0
        while i < len(low):
            end, start = i + 1, i
            keys: tuple[str, ...] = ()
            if i in text.mentions:
                end, mention = text.mentions[i]
                if mention["entity"] in recent:
                    keys, start = (mention["entity"],), self._with_noun(i)
            elif i and low[i] in group_nouns():
                keys = self._noun(i, recent)
            elif i and low[i] in BOTH and len(recent) > 1 and low[i - 1] == "deux" and self._known(low[i]):
                keys = tuple(recent[-2:])
            elif i and len(recent) > 1 and self._opposite(i):
                keys = (recent[-2],)
            if keys:
                found[start] = (end, keys)
            if len(keys) == 1 and (not self._opposite(i) or any(w[:1].isupper() for w in text.words[i - 2 : i])):
                self.seen.add(keys[0])
                recent.remove(keys[0])
                recent.append(keys[0])
            i = end
        return found

    def _known(self, plural: str) -> bool:
        """Whether « les deux … » may be alliances: « camps » always, « groupes » only where one is so called."""
        return plural in CAMPS or any(
            plural.rstrip("x").removesuffix("s") in nouns for nouns in self.evidence.nouns.values()
        )

    def _noun(self, i: int, recent: list[str]) -> tuple[str, ...]:
        """The alliance that the noun at `i` refers back to, or ()."""
        text, low, noun = self.text, self.text.low, self.text.low[i]
        after = self.evidence.quoted(i + 1)
        if low[i - 1] not in DETERMINERS or not text.words[i].islower() or after in text.mentions:
            return ()
        names, refers = group_nouns()[noun]
        completed = low[i + 1 : i + 2] and low[i + 1] in OF
        if (
            low[i + 1 : i + 2] == ["entre"]
            or (completed and names != "strong")
            or (i > 1 and low[i - 2] == "à" and completed)
        ):
            return ()
        called = [key for key in reversed(recent) if noun in self.evidence.nouns[key]]
        seen = [key for key in called if key in self.seen]
        if seen:
            return (seen[0],)
        return (recent[-1],) if refers == "always" or called else ()

    def _opposite(self, i: int) -> bool:
        """« sa grande rivale », « chez le rival », « le camp d'en face »: without a name of its own beside it."""
        low = self.text.low
        if low[i] in OPPOSITE:
            return low[i + 1 : i + 4] == ["d'", "en", "face"]
        if low[i] not in RIVALS or low[i - 1] in group_nouns():
            return False
        if low[max(0, i - 2)] in ("chez", "dans"):
            return low[i + 1 : i + 2] != ["de"]
        after = self.evidence.quoted(i + 1)
        named = after in self.text.mentions or (low[i + 1 : i + 2] in ([","], [":"], ["("]) and any(
            j in self.text.mentions for j in range(i + 2, i + 5)
        ))  # fmt: skip
        return (
            not named
            and low[i + 1 : i + 2] != ["de"]
            and any(word in ("sa", "son", "le", "la", "leur") for word in low[max(0, i - 2) : i])
        )

    def _with_noun(self, start: int) -> int:
        """The first token of a name with its group noun: « l'alliance « X » » starts at « alliance »."""
        i = self.evidence.unquoted(start - 1)
        return i if i >= 0 and self.text.low[i] in group_nouns() and self.text.words[i].islower() else start
