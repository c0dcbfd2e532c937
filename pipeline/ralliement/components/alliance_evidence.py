"""Which names of an article are alliances, by evidence: what they are called, and what is done with them.

A name is an alliance by its own noun (« Alliance … », « Ligue … »), by what it is called (« X, le consortium qui »),
or by what organisations do (« membre de X », « quitte X », « X, fondée par A et B »). Enough of it makes an alliance;
verbs whose subject is a person count for nothing: people join and leave companies too.
"""

from collections import Counter, defaultdict
from functools import cache

from ralliement import lexicon
from ralliement.components.membership_cues import POSSESSIVES, Cue, cues
from ralliement.components.units import Text

ENOUGH = 2
BY_NOUN = {"strong": 3, "medium": 2, "weak": 1, "no": 1}  # evidence of a noun beside the name
OF = {"de", "d'", "du", "des"}
ARTICLES = {"l'", "la", "le", "les"}
BETWEEN = OF | ARTICLES | {"à", "au", "aux", "dans", "chez", "avec"}  # between a cue and the name
AFTER = {
    ",", "»", "”", "qui", "n'", "ne", "a", "avait", "en", "désormais", "elle", "lui", "est", "été", "ont", "s'", "se",
}  # fmt: skip  # between a name and its verb
RELATIVE = {"qui", "que", "qu'", "dont", "où", "censé", "censée", "chargé", "chargée"}
LISTING = {",", "et", "ou", "le", "la", "l'", "les", "encore", "dont", "puis", "…", "...", "etc", "etc.", "\u00a0"}
OPENING = {"«", "“", '"'}
PARTS = {"statuts", "rangs", "conseil", "charte", "capital", "navire", "aventure", "page"}  # « rejoint les rangs de X »
COUNTED = {
    "membres", "adhérents", "signataires", "participants", "adhérentes", "pays", "etats", "états", "organisations",
}  # fmt: skip
OTHER_NOUNS = {
    "parti", "entreprise", "société", "banque", "syndicat", "ong", "éditeur", "cabinet", "groupe", "filiale",
    "start-up",
}  # fmt: skip  # what an apposition calls those that are no alliance
OTHER_KINDS = {"company", "university", "research", "health", "government", "state", "party", "media"}
PEOPLE = {
    "patron",
    "patronne",
    "directeur",
    "directrice",
    "président",
    "présidente",
    "cadre",
    "fondateur",
    "fondatrice",
}
JOINING = {"rejoindre", "rallier", "adhérer", "quitter", "intégrer", "siéger", "parapher"}
NAMING = ("baptisé", "rebaptisé", "appelé", "nommé", "dénommé", "intitulé", "devenu")


@cache
def group_nouns() -> dict[str, tuple[str, str]]:
    """By noun: whether it heads names (strong, medium, weak, no) and when it refers back (always, learnt)."""
    rows = lexicon.load("group_nouns", "noun", "names", "refers", "note")
    return {row["noun"]: (row["names"], row["refers"]) for row in rows}


def vocabulary(text: Text) -> int:
    """How many words of membership the article uses."""
    return len(_words().intersection(text.low))


@cache
def _words() -> frozenset[str]:
    """Words of membership: members and adhesions, verbs of joining and leaving, nouns for alliances."""
    found = {noun for noun, (names, _) in group_nouns().items() if names == "strong"} | {"cotisation"}
    for low, entries in cues().items():
        for cue in entries:
            told = cue.status in ("member", "former") and not cue.tail
            if told and (cue.kind in ("role", "event") or cue.verb in JOINING):
                found.add(low)
    return frozenset(found)


class Evidence:
    """Scores of the entities of an article, and the nouns that each is called by."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.nouns: defaultdict[str, set[str]] = defaultdict(set)
        self.scores: Counter[str] = Counter()
        title = len(text.raw) - len(text.raw.lstrip()) + len(text.raw.strip().partition("\n")[0])
        headline = {m["entity"] for i, (_, m) in text.mentions.items() if text.idx[i] < title}
        for key, entity in text.entities.items():
            if entity["label"] != "PER":
                self.scores[key] = self._named(key, [entity["name"], *entity["aliases"]])
                self.scores[key] += self.scores[key] == 1 and key in headline
                kind = entity.get("kind")
                self.scores[key] += 2 * (kind == "alliance") - (kind in OTHER_KINDS) - 2 * (entity["label"] == "LOC")
        for start, (end, mention) in text.mentions.items():
            key = mention["entity"]
            if key in self.scores:
                self.scores[key] += self._called_before(start, end, key) + self._called_after(end, key)
                self.scores[key] += self._object(start) + self._subject(start, end) + self._opened(start, end)
                self.scores[key] += self._bracketed(end) + self._relative(end)

    def _named(self, key: str, names: list[str]) -> int:
        """Evidence of the nouns in the name itself."""
        best = 0
        for name in names:
            for word in name.lower().replace("’", "'").replace("'", "' ").split():
                strength = group_nouns().get(word, ("no", ""))[0]
                if strength != "no":
                    self.nouns[key].add(word)
                    best = max(best, 3 if strength == "strong" else 1)
        return best

    def _called_before(self, start: int, end: int, key: str) -> int:
        """« l'alliance X », « le groupe parlementaire X », « la coalition rivale, X », « une coalition baptisée X »."""
        low, nouns = self.text.low, group_nouns()
        i = self.unquoted(start - 1)
        if i < 1:
            return 0
        noun = low[i]
        if self.text.pos[i] == "ADJ" and noun not in nouns:
            noun = low[i - 1]
        elif (noun == "," and low[end : end + 1] in ([","], ["."], ["("])) or noun == "(":
            i -= 1 if low[i - 1] in nouns or self.text.pos[i - 1] != "ADJ" else 2
            noun = low[i] if self.text.words[i].islower() else ""
        if noun in nouns:
            self.nouns[key].add(noun)
            return BY_NOUN[nouns[noun][0]]
        around = low[max(0, i - 2) : i + 1]
        named = "." not in around and any(word == "nom" or word.startswith(NAMING) for word in around)
        if not named:
            return 0
        near = low[max(0, i - 14) : i]
        if any(nouns.get(word, ("", ""))[0] == "strong" for word in near):
            return 3
        return 2 * any(cue.status == "founder" for word in near for cue in cues().get(word, ()))

    def _called_after(self, end: int, key: str) -> int:
        """« X, le vaste consortium qui … », « X est une coalition »; « X, premier parti » tells against it."""
        text, low, nouns = self.text, self.text.low, group_nouns()
        i = self._unbracketed(end)
        while i < len(low) and low[i] in ("»", "”", '"'):
            i += 1
        if i >= len(low) or low[i] not in (",", "est", "–", "—"):
            return 0
        for j in range(i + 1, min(i + 6, len(low))):
            word = low[j]
            if word in OTHER_NOUNS and text.pos[j] == "NOUN":
                return -3
            if word in nouns and text.words[j].islower():
                after = self.quoted(j + 1)
                verb = after < len(low) and text.pos[after] in ("VERB", "AUX", "PRON") and low[j - 1] in ARTICLES
                if after in text.mentions or (verb and low[after] not in RELATIVE):
                    return 0
                self.nouns[key].add(word)
                return max(BY_NOUN[nouns[word][0]], 2 if low[i] == "est" else 0)
            if word in OF or word in (",", ".", "et", "c'", "ce", "cette", "cet") or j in text.mentions:
                return 0
            if text.pos[j] == "VERB":
                return 0
        return 0

    def _object(self, start: int) -> int:
        """« membre de X », « a quitté X », « la création de X »."""
        text, low = self.text, self.text.low
        i = start - 1
        while i >= max(0, start - 5) and (
            low[i] in BETWEEN
            or low[i] in OPENING
            or text.pos[i] in ("ADV", "SPACE")
            or low[i] in group_nouns()
            or low[i] in PARTS
        ):
            i -= 1
        if i < 0:
            return 0
        linked = any(word in BETWEEN - ARTICLES for word in low[i + 1 : start])
        best = 0
        for at in range(max(0, i - 3), i + 1):
            for cue in cues().get(low[at], ()):
                if (cue.tail[-1] != low[i]) if cue.tail else (at != i):
                    continue
                if cue.status not in ("member", "founder", "former", "associate", "candidate"):
                    continue
                if cue.subject == "alliance" and (cue.status != "former" or low[i + 1] not in OF):
                    continue
                best = max(best, self._weight(cue, linked, low[i + 1]))
        return 0 if best and self._person_before(i) else best

    @staticmethod
    def _weight(cue: Cue, linked: bool, word: str) -> int:
        if cue.status in ("candidate", "associate") and "avec" in cue.links:
            return 0  # « des discussions avec X »: with anybody
        if cue.kind == "role":  # « le créateur de X », « fondateur de X » are said of anything
            return 2 * int(linked and (cue.status != "founder" or cue.name.endswith("s")))
        if cue.kind == "event":  # « le départ de X »: X is no alliance, « l'adhésion à X » one
            return 2 * linked if cue.status == "founder" else 2 * int(linked and word not in OF)
        if cue.verb in ("passer", "filer"):
            return 0
        if cue.verb == "adhérer":
            return 2 * linked
        return int(cue.kind == "verb" and (linked or ("direct" in cue.links and not cue.tail)))

    def _person_before(self, i: int) -> bool:
        """« Jeanne Morin a quitté X », « l'ancien patron de Y, qui avait quitté X »."""
        mentions, low = self.text.mentions, self.text.low
        return any(
            mentions[j][1]["label"] == "PER" if j in mentions else low[j] in PEOPLE and low[j + 1] in OF
            for j in range(max(0, i - 8), i)
        )

    def _subject(self, start: int, end: int) -> int:
        """« X réunit », « X, créée en mai par A », « X, forte de 700 adhérents »."""
        low, pos = self.text.low, self.text.pos
        i = self._unbracketed(end)
        before = next((self.text.words[j] for j in range(start - 1, -1, -1) if low[j] not in ARTICLES | OF), "")
        if before in ("et", "ou", "par") and low[i : i + 1] == [","]:
            return 0  # the last of a list: the comma closes it
        while i < len(low) and (low[i] in AFTER or (pos[i] == "SPACE" and "\n" not in low[i])):
            i += 1
        if i >= len(low):
            return 0
        score = 0
        for cue in cues().get(low[i], ()):
            finite = any(f.mood in ("indicative", "conditional") and f.person == 3 for f in cue.forms)
            participle = any(f.mood == "participle" for f in cue.forms)
            if cue.tail and tuple(low[i + 1 : i + 1 + len(cue.tail)]) != cue.tail:
                continue
            if cue.kind == "verb" and cue.subject == "alliance" and cue.status in ("member", "former") and finite:
                score = max(score, 1)
            if cue.kind == "verb" and cue.status == "founder" and participle:
                score = max(score, 2 if "par" in low[i + 1 : i + 10] else 1)
        following = low[i : i + 12]
        stop = next((k for k, word in enumerate(following) if word in (".", ";")), len(following))
        counted = any(
            word in COUNTED and following[k - 1] not in POSSESSIVES for k, word in enumerate(following[:stop]) if k
        )
        if counted and (low[i] in ("fort", "forte", "forts", "fortes") or score > 0):
            return score + 2
        return score + (counted and pos[i] in ("VERB", "AUX", "ADV"))

    def _bracketed(self, end: int) -> int:
        """« X (A, B et C) »: a list of organisations in a bracket after the name."""
        low, mentions = self.text.low, self.text.mentions
        if low[end : end + 1] != ["("]:
            return 0
        keys: set[str] = set()
        i = end + 1
        while i < len(low) and low[i] != ")" and i < end + 60:
            if i in mentions:
                stop, mention = mentions[i]
                keys.add(mention["entity"])
                i = stop
            elif low[i] in LISTING:
                i += 1
            else:
                return 0
        return 2 * (len(keys) > 1)

    def _relative(self, end: int) -> int:
        """« X, que les douze avaient quittée », « X, l'organisme que A et B ont créé »."""
        low = self.text.low
        i = self._unbracketed(end)
        at = next((j for j in range(i, min(i + 5, len(low))) if low[j] in ("que", "qu'", "dont")), 0)
        if not at or low[i] != "," or (at > i + 1 and low[at - 1] not in group_nouns()):
            return 0
        for j in range(at + 1, min(at + 20, len(low))):
            if low[j] in (".", ";"):
                break
            for cue in cues().get(low[j], ()):
                if (
                    cue.subject == "organization"
                    and cue.status in ("founder", "former", "member")
                    and cue.kind == "verb"
                ):
                    return 2 if cue.status == "founder" else 1
        return 0

    def _opened(self, start: int, end: int) -> int:
        """« Fondée en 2017 par A, X … »."""
        low = self.text.low
        if low[end : end + 1] in ([","], ["et"], ["."]):
            return 0  # one of the founders
        i = start - 1
        while i > 0 and low[i] in ARTICLES:
            i -= 1
        if i < 4 or low[i] != ",":
            return 0
        for j in range(i - 1, max(-1, i - 30), -1):
            if low[j] in (".", "!", "?", ";") or self.text.pos[j] == "SPACE":
                founded = any(
                    cue.status == "founder" and any(form.mood == "participle" for form in cue.forms)
                    for cue in cues().get(low[j + 1], ())
                )
                return 2 if founded and "par" in low[j:i] else 0
        return 0

    def _unbracketed(self, i: int) -> int:
        """The token after a short bracket at `i`."""
        low = self.text.low
        if i < len(low) and low[i] == "(":
            closing = next((j for j in range(i, min(i + 9, len(low))) if low[j] == ")"), i)
            return closing + 1
        return i

    def unquoted(self, i: int) -> int:
        """The token at or before `i` that is no opening mark."""
        while i >= 0 and (self.text.low[i] in OPENING or self.text.pos[i] == "SPACE"):
            i -= 1
        return i

    def quoted(self, i: int) -> int:
        """The token at or after `i` that is no opening mark."""
        while i < len(self.text.low) and (self.text.low[i] in OPENING or self.text.pos[i] == "SPACE"):
            i += 1
        return i
