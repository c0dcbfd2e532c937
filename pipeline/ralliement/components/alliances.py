"""The alliances of an article, and every reference to one: its name, its acronym, « l'alliance », « ce consortium ».

An entity is an alliance by its name (a group noun at its head), by what it is called (« X, le consortium qui … »),
or by what is done with it (members of it, joining it, leaving it). Each is evidence; enough of it makes an alliance.
"""

from collections import defaultdict
from functools import cache

from ralliement import lexicon
from ralliement.components.membership_cues import cues
from ralliement.components.units import Text

References = dict[int, tuple[int, tuple[str, ...]]]  # by first token: token after the last, the alliances meant

ENOUGH = 3
EVIDENCE = {"strong": 3, "medium": 2, "weak": 1, "no": 1}  # of a noun before or after the name
OTHERS = {
    "parti",
    "entreprise",
    "société",
    "banque",
    "syndicat",
    "ong",
    "éditeur",
    "cabinet",
    "groupe",
    "filiale",
    "start-up",
}
NAMED = {
    "nom",
    "baptisé",
    "baptisée",
    "rebaptisé",
    "rebaptisée",
    "appelé",
    "appelée",
    "nommé",
    "nommée",
    "dénommé",
    "dénommée",
}
DETERMINERS = {"l'", "la", "le", "cette", "cet", "ce", "du", "au", "notre", "votre", "leur", "son"}
LINKS = {"de", "d'", "du", "des", "à", "au", "aux", "dans", "chez", "l'", "la", "le", "les", "avec", "«", "“", '"'}
OTHER_KINDS = {"company", "university", "research", "health", "government", "state", "party", "media", "sports"}
COUNTED = {
    "membres",
    "adhérents",
    "signataires",
    "participants",
    "adhérentes",
    "pays",
    "etats",
    "états",
    "organisations",
}
BOTH = {"alliances", "coalitions", "consortiums", "camps", "blocs", "groupes", "centrales", "unions", "réseaux"}


@cache
def group_nouns() -> dict[str, tuple[str, str]]:
    """By noun: whether it heads names (strong, weak, no) and when it refers back (always, learnt)."""
    return {
        r["noun"]: (r["names"], r["refers"]) for r in lexicon.load("group_nouns", "noun", "names", "refers", "note")
    }


class Alliances:
    """The alliances of one article: `keys` in order of first mention, and `nouns` that each goes by."""

    def __init__(self, text: Text, own: frozenset[str] = frozenset()) -> None:
        self.text = text
        self.nouns: defaultdict[str, set[str]] = defaultdict(set)
        scores = self._scores()
        order = dict.fromkeys(m["entity"] for _, m in text.mentions.values())
        self.keys = [key for key in order if key in own or scores.get(key, 0) >= ENOUGH]
        if not self.keys and self._spoken_of():
            best = max(order, key=lambda key: scores.get(key, 0), default=None)
            if best is not None and scores.get(best, 0) > 0:
                self.keys = [best]

    def _spoken_of(self) -> bool:
        """Whether « l'alliance », « ce consortium » is spoken of as something known."""
        low, nouns = self.text.low, group_nouns()
        return any(
            word in nouns and nouns[word][0] == "strong" and low[i - 1] in DETERMINERS and low[i + 1 : i + 2] != ["de"]
            for i, word in enumerate(low)
        )

    def _scores(self) -> dict[str, int]:
        """Evidence that each entity is an alliance."""
        text, nouns = self.text, group_nouns()
        scores: defaultdict[str, int] = defaultdict(int)
        entities = text.doc._.entities
        for key, entity in entities.items():
            if entity["label"] == "PER":
                continue
            best = 0
            for name in (entity["name"], *entity["aliases"]):
                for word in name.lower().replace("’", "'").replace("'", "' ").split():
                    strength = nouns.get(word, ("no", ""))[0]
                    if strength != "no":
                        self.nouns[key].add(word)
                        best = max(best, 3 if strength == "strong" else 1)
            scores[key] += best
            if entity.get("kind") in OTHER_KINDS:
                scores[key] -= 2
        for start, (end, mention) in text.mentions.items():
            if mention["label"] != "PER":
                scores[mention["entity"]] += self._context(start, end, mention["entity"])
        return scores

    def _context(self, start: int, end: int, key: str) -> int:
        """Evidence from the words around one mention."""
        text, nouns = self.text, group_nouns()
        low, pos = text.low, text.pos
        score = 0
        i = self._unquote(start - 1)
        if i >= 0 and low[i] in nouns and low[i - 1] not in ("chef",):  # « l'alliance X »
            self.nouns[key].add(low[i])
            score += EVIDENCE[nouns[low[i]][0]]
        elif i > 0 and pos[i] == "ADJ" and low[i - 1] in nouns:  # « le groupe parlementaire X »
            self.nouns[key].add(low[i - 1])
            score += 2
        noun = self._called(end)
        if noun:
            self.nouns[key].add(noun)
            score += EVIDENCE[nouns[noun][0]]
        if self._other(end):
            score -= 3
        elif i > 1 and low[i] == "," and pos[i - 1] == "ADJ" and low[i - 2] in nouns:  # « la coalition rivale, X »
            self.nouns[key].add(low[i - 2])
            score += 2
        if any(low[j] in NAMED for j in range(max(0, i - 2), i + 1)) and any(
            low[j] in nouns and nouns[low[j]][0] == "strong" for j in range(max(0, i - 14), i)
        ):
            score += 3
        return score + self._object(start) + self._subject(start, end) + self._opened(start)

    def _other(self, end: int) -> bool:
        """Whether an apposition says that the name is something else: « X, premier parti d'opposition »."""
        low, i = self.text.low, end
        return (
            low[i : i + 1] == [","]
            and any(word in OTHERS for word in low[i + 1 : i + 4])
            and "qui" not in low[i + 1 : i + 4]
        )

    def _opened(self, start: int) -> int:
        """Evidence from a participle that opens the sentence: « Fondée en 2017 par A, X … »."""
        low = self.text.low
        i = start - 1
        while i > 0 and low[i] in ("l'", "la", "le", "les"):
            i -= 1
        if i < 4 or low[i] != ",":
            return 0
        for j in range(i - 1, max(-1, i - 30), -1):
            if low[j] in (".", "!", "?", ";") or self.text.pos[j] == "SPACE":
                opening = low[j + 1 : j + 2]
                founded = any(
                    c.status == "founder" and any(f.mood == "participle" for f in c.forms)
                    for w in opening
                    for c in cues().get(w, ())
                )
                return 2 if founded and "par" in low[j:i] else 0
        return 0

    def _subject(self, start: int, end: int) -> int:
        """Evidence from what follows a name: « X réunit », « X, créée par A », « X, forte de 700 adhérents »."""
        low, size = self.text.low, len(self.text.low)
        i = end
        if i < size and low[i] == "(":
            while i < size and low[i] != ")" and i < end + 8:
                i += 1
            i += 1
        before = next(
            (low[j] for j in range(start - 1, -1, -1) if low[j] not in ("l'", "la", "le", "les", "d'", "de")), ""
        )
        if before in ("et", ",", "ou", "par") and low[i : i + 1] == [","]:
            return 0
        while i < size and (
            low[i] in (",", "»", "”", "qui", "n'", "ne", "a", "avait", "en", "désormais", "elle", "lui")
            or self.text.pos[i] == "SPACE"
        ):
            i += 1
        if i >= size:
            return 0
        score = 0
        for cue in cues().get(low[i], ()):
            if (
                cue.kind == "verb"
                and cue.subject == "alliance"
                and cue.status in ("member", "former")
                and all(f.mood != "participle" for f in cue.forms)
            ):
                score = max(score, 1)
            if cue.kind == "verb" and cue.status == "founder" and any(f.mood == "participle" for f in cue.forms):
                score = max(score, 2 if "par" in low[i + 1 : i + 9] else 0)
        following = low[i : i + 12]
        stop = next((k for k, word in enumerate(following) if word in (".", ";")), len(following))
        counted = any(word in COUNTED for word in following[:stop])
        if counted and (low[i] in ("fort", "forte") or score):
            score += 2
        return score

    def _unquote(self, i: int) -> int:
        """The token at or before `i` that is no opening mark."""
        while i >= 0 and (self.text.low[i] in ("«", "“", '"') or self.text.pos[i] == "SPACE"):
            i -= 1
        return i

    def _called(self, end: int) -> str | None:
        """The group noun that an apposition or « est un » gives after a name: « X, le vaste consortium qui … »."""
        low, words = self.text.low, self.text.words
        i, size = end, len(low)
        if i < size and low[i] == "(":
            while i < size and low[i] != ")" and i < end + 8:
                i += 1
            i += 1
        while i < size and low[i] in ("»", "”", '"'):
            i += 1
        if i >= size or low[i] not in (",", "est", "–", "—"):
            return None
        for j in range(i + 1, min(i + 6, size)):
            if low[j] in group_nouns() and words[j].islower():
                after = self._skip(j + 1)
                verb = (
                    after < size
                    and self.text.pos[after] in ("VERB", "AUX", "PRON")
                    and low[j - 1] in ("le", "la", "l'")
                )
                relative = after < size and low[after] in (
                    "qui",
                    "que",
                    "qu'",
                    "dont",
                    "où",
                    "censé",
                    "censée",
                    "chargé",
                    "chargée",
                )
                return low[j] if after not in self.text.mentions and (relative or not verb) else None
            if low[j] in ("c'", "ce", "cette", "cet") or self.text.pos[j] == "VERB":
                return None
            if low[j] in (",", ".", "de", "des", "du", "d'", "et") or j in self.text.mentions:
                return None
        return None

    def _object(self, start: int) -> int:
        """Evidence from a cue of membership that has the mention at `start` as complement."""
        text = self.text
        i = start - 1
        while i >= max(0, start - 5) and (
            text.low[i] in LINKS or text.pos[i] in ("ADV", "SPACE") or text.low[i] in group_nouns()
        ):
            i -= 1
        if i < 0:
            return 0
        best = 0
        opening = range(max(0, i - 3), i + 1)
        for at, cue in [(j, cue) for j in opening for cue in cues().get(text.low[j], ())]:
            if (cue.tail and cue.tail[-1] != text.low[i]) or (not cue.tail and at != i):
                continue
            if cue.status not in ("member", "founder", "former", "associate"):
                continue
            if cue.subject == "alliance" and not (cue.status == "former" and text.low[i + 1] in ("de", "d'", "du")):
                continue
            if any(
                m["label"] == "PER"
                for j in range(max(0, i - 8), i)
                if j in text.mentions
                for m in [text.mentions[j][1]]
            ):
                continue
            linked = i < start - 1
            if cue.kind == "role" and linked:
                best = max(best, 2)
            elif cue.kind == "verb" and (linked or ("direct" in cue.links and not cue.tail)):
                best = max(best, 1)
            elif cue.kind == "event" and linked:
                best = max(best, 2 if cue.status == "founder" else 1)
        return best

    def references(self) -> References:
        """Every reference to an alliance, a noun being read as the alliance it goes by that was named last."""
        if not self.keys:
            return {}
        text, found = self.text, {}
        low = text.low
        known, nouns = set(self.keys), group_nouns()
        recent = list(reversed(self.keys))  # the last is the one named last
        i, size = 0, len(low)
        while i < size:
            if i in text.mentions:
                end, mention = text.mentions[i]
                key = mention["entity"]
                if key in known:
                    found[self._with_noun(i)] = (end, (key,))
                    recent.remove(key)
                    recent.append(key)
                i = end
                continue
            word = low[i]
            if word in nouns and i and low[i - 1] in DETERMINERS and text.words[i].islower():
                end, key = i + 1, self._goes_by(word, recent)
                after = self._skip(end)
                if after in text.mentions and text.mentions[after][1]["entity"] in known:
                    i = after  # « l'alliance X »: the name will be read with its noun
                    continue
                if key and low[end : end + 1] != ["entre"] and after not in text.mentions:
                    found[i] = (end, (key,))
                    recent.remove(key)
                    recent.append(key)
            elif word in BOTH and len(recent) > 1 and low[i - 1] in ("deux", "les") and low[i - 1] == "deux":
                found[i] = (i + 1, tuple(recent[-2:]))
            i += 1
        return found

    def _with_noun(self, start: int) -> int:
        """The first token of a name with its group noun: « l'alliance « X » » starts at « alliance »."""
        i = start
        i = self._unquote(i - 1)
        return i if i >= 0 and self.text.low[i] in group_nouns() and self.text.words[i].islower() else start

    def _skip(self, i: int) -> int:
        while i < len(self.text.low) and (self.text.low[i] in ("«", "“", '"') or self.text.pos[i] == "SPACE"):
            i += 1
        return i

    def _goes_by(self, noun: str, recent: list[str]) -> str | None:
        for key in reversed(recent):
            if noun in self.nouns[key]:
                return key
        return recent[-1] if group_nouns()[noun][1] == "always" else None
