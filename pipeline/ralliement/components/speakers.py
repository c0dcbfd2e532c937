"""Who a phrase stands for: a person or an organisation of the article, a group, a document, or somebody unnamed.

The article is read in order; each mention leaves what it says of its entity (gender, role, kind), and pronouns and
descriptions (« elle », « le ministre », « le groupe ») go to the most salient entity that agrees with them.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ralliement import lexicon
from ralliement.annotations import SpeakerType
from ralliement.components import phrases
from ralliement.components.grammar import (
    BODIES,
    CIVILITIES,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINERS,
    INDEFINITE,
    MEMBERS,
    OF,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    SPOKESPERSONS,
)
from ralliement.components.phrases import Phrase
from ralliement.components.reading import Reading, Sentence, Unit
from ralliement.components.salience import Query, Seen, before, features, score


class Speaker(NamedTuple):
    """Who speaks. Offsets are of the words used; `how` names the way they were understood, `sure` how surely."""

    entity: str | None
    kind: SpeakerType | None
    start: int | None
    end: int | None
    stands_for: str | None
    how: str
    sure: float


TRAIL = 60  # mentions that a pronoun can reach back over
NEAR = 300  # characters
NOBODY = Speaker(None, None, None, None, None, "none", 0.3)


class Speakers:
    """Resolves phrases to speakers, sentence by sentence; call `see` on each sentence before resolving in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.last: Speaker = NOBODY
        self.breaks = [start for start, _ in reading.paragraphs]
        self.trail: list[str] = []  # entities in the order of their mentions
        self.by_noun: dict[str, list[str]] = {}
        self.members: list[int] = []  # offsets of « les membres », « les sept organisations »
        self.seen: dict[str, Seen] = {}
        for key, entity in reading.entities.items():
            kind = entity.get("kind", "other")
            seen = self.seen[key] = Seen(entity["label"], entity["name"], kind, entity.get("affiliation"))
            if "gender" in entity:
                seen.feminine = entity["gender"] == "Fem"
            elif entity["label"] == "PER" and entity["name"]:
                seen.feminine = _first_names().get(entity["name"].split()[0].lower())
            if role := entity.get("role"):
                for noun in role.lower().split():
                    self._call(key, noun)
            if entity.get("kind") == "alliance":
                self._call(key, "alliance")

    def see(self, sentence: Sentence) -> None:
        """Take note of the mentions of a sentence."""
        reading, units = self.reading, sentence.units
        if _is_byline(reading, sentence):
            return
        for index, unit in enumerate(units):
            if unit.kind == "word" and (unit.low in DETERMINERS or unit.low in CIVILITIES):
                found = phrases.phrase(reading, units, index)
                if found is not None:
                    self._see_phrase(units, phrases.apposed(reading, units, found), index)
            elif unit.kind == "mention":
                key = reading.mentions[unit.ref]["entity"]
                seen = self.seen[key]
                seen.mentions.append(unit.start)
                self.trail.append(key)
                if index == 0 or not _is_governed(units, index):
                    seen.subjects.append(unit.start)
                self._apposition(units, index)

    def _see_phrase(self, units: Sequence[Unit], found: Phrase, index: int) -> None:
        if found.mention != -1:
            if found.head:
                self._describe(found)
                if not _is_governed(units, index):
                    self.seen[self.reading.mentions[found.mention]["entity"]].subjects.append(units[index].start)
            return
        offset = units[index].start
        kind = phrases.noun_type(found.head)
        if found.head in MEMBERS and found.plural:
            self.members.append(offset)
        elif kind == "person" and not found.plural and found.determiner in INDEFINITE:
            self._unnamed(found, offset, subject=not _is_governed(units, index))
        elif kind == "person" and not found.plural and _is_first(units, index):
            key = self._described(found.head, found.feminine, offset, "PER")
            if key is None:
                self._unnamed(found, offset)
            elif found.head in self.seen[key].nouns:
                self.seen[key].mentions.append(offset)
                self.seen[key].subjects.append(offset)
                self.trail.append(key)

    def _unnamed(self, found: Phrase, offset: int, subject: bool = True) -> None:
        """Note somebody without a name: « un élu », « le ministre » of an article that never names him."""
        key = f"?{found.head}"
        unnamed = self.seen.setdefault(key, Seen("PER", found.head))
        unnamed.feminine = found.feminine
        unnamed.mentions.append(offset)
        self._call(key, found.head)
        self.trail.append(key)
        if subject:
            unnamed.subjects.append(offset)

    def _describe(self, found: Phrase) -> None:
        mention = self.reading.mentions[found.mention]
        seen = self.seen[mention["entity"]]
        self._call(mention["entity"], found.head.removeprefix("ex-"))
        if seen.feminine is None and (mention["label"] == "PER" or found.determiner in ("la", "le", "une", "un")):
            seen.feminine = found.feminine

    def _apposition(self, units: Sequence[Unit], index: int) -> None:
        """« Claire Morel, directrice de Novatis »: what follows the name."""
        if index + 2 >= len(units) or units[index + 1].low not in (",", "("):
            return
        mention = self.reading.mentions[units[index].ref]
        start = index + 2
        if units[start].low.isdigit() and start + 2 < len(units):  # « Claire Morel, 58 ans, directrice »
            start = next((i + 1 for i in range(start, min(start + 4, len(units) - 1)) if units[i].low == ","), start)
        if units[start].low in ("un", "une", "le", "la", "l'") and units[start].kind == "word":
            start += 1
        found = phrases.phrase(self.reading, units, start)
        if found is None or found.mention != -1 or not found.head:
            return
        known = phrases.noun_type(found.head)
        person = mention["label"] == "PER"
        if known == ("person" if person else "organization") or (person and not known and units[start].pos == "NOUN"):
            seen = self.seen[mention["entity"]]
            self._call(mention["entity"], found.head.removeprefix("ex-"))
            if seen.feminine is None:
                seen.feminine = found.feminine

    def _call(self, key: str, noun: str) -> None:
        """Note that an entity is called by a noun."""
        if noun not in self.seen[key].nouns:
            self.seen[key].nouns.add(noun)
            self.by_noun.setdefault(noun, []).append(key)

    def _candidates(self, noun: str = "") -> dict[str, Seen]:
        """The entities mentioned of late, and those called by `noun`: a long text stays linear."""
        keys = [*self.trail[-TRAIL:], *self.by_noun.get(noun, [])[-TRAIL:]]
        if self.last.entity is not None:
            keys.append(self.last.entity)
        return {key: self.seen[key] for key in keys}

    def resolve(self, units: Sequence[Unit], found: Phrase) -> Speaker:
        """Whom a phrase of a sentence stands for."""
        reading = self.reading
        start, end = units[found.start].start, units[found.end - 1].end

        def speaker(
            entity: str | None, kind: SpeakerType | None, how: str, sure: float, stands_for: str | None = None
        ) -> Speaker:
            return Speaker(entity, kind, start, end, stands_for, how, sure)

        of = (
            reading.mentions[found.of]["entity"]
            if found.of != -1 and reading.mentions[found.of]["label"] == "ORG"
            else None
        )
        kind = phrases.noun_type(found.head)
        if found.mention != -1:
            mention = reading.mentions[found.mention]
            key, label = mention["entity"], reading.entities[mention["entity"]]["label"]
            if label == "PER":
                return speaker(key, "person", "name", 0.95)
            if kind == "person" and found.head:
                how = "unnamed"
                return speaker(None, "anonymous", how, 0.8, key if found.head in SPOKESPERSONS else None)
            if kind in ("document", "banner"):
                return speaker(key, "document", "document", 0.8)
            return speaker(key, "organization", "name", 0.93)
        if found.head in PRONOUNS:
            return self._pronoun(units, found)
        if found.head in CIVILITIES or (not found.determiner and reading.text[start].isupper()):
            return self._unknown_name(start, end)
        if found.head == "même":
            return self.last._replace(start=start, end=end, how="same", sure=0.8)
        if kind == "organization" and of is not None and found.head in BODIES:
            return speaker(of, "organization", "body", 0.85)
        if kind == "document" and of is not None:
            return speaker(of, "document", "document", 0.8)
        if found.determiner in INDEFINITE and not found.plural:
            if kind in ("document",):
                return (
                    speaker(of, "document", "document", 0.85)
                    if of or found.of == -1
                    else speaker(None, "document", "document", 0.6)
                )
            if kind == "organization":
                return speaker(None, "group", "unnamed", 0.7)
            return speaker(
                None,
                "anonymous",
                "unnamed",
                0.85,
                self._spoken_for(units, found, of) if found.head in SPOKESPERSONS else None,
            )
        if found.plural or found.determiner in INDEFINITE or found.determiner in ("", "tous"):
            if found.head in MEMBERS and found.determiner in DEFINITE | DEMONSTRATIVE:
                alliance = of or self._described("alliance", None, start, "ORG")
                if alliance is not None:
                    return speaker(alliance, "group", "members", 0.75)
            return speaker(None, "group", "unnamed", 0.75)
        if kind == "document":
            return speaker(of, "document", "document", 0.8)
        if kind == "organization":
            return speaker(
                self._described(found.head, found.feminine, start, "ORG"), "organization", "description", 0.75
            )
        if kind == "group":
            return speaker(None, "group", "unnamed", 0.7)
        if found.head in SPOKESPERSONS and found.of == -1 and found.determiner in INDEFINITE:
            return speaker(None, "anonymous", "unnamed", 0.7)
        after = units[found.start : found.end]
        if any(u.low in OF and v.low in ("un", "une") for u, v in pairwise(after)):
            return speaker(None, "anonymous", "unnamed", 0.8)
        person = self._described(found.head, found.feminine, start, "PER", of)
        if person is not None and found.determiner in POSSESSIVE and len(after) > 2:
            person = person if found.head in self.seen[person].nouns else None  # « son ministre du pétrole »
        if person is not None and person.startswith("?"):
            return speaker(None, "anonymous", "unnamed", 0.7)
        if person is None:
            if found.head in SPOKESPERSONS and of is None and found.determiner in POSSESSIVE:
                of = self.last.entity if self.last.kind == "organization" else None
            return speaker(None, "person", "unnamed", 0.6, of)
        return speaker(person, "person", "description", 0.75)

    def _spoken_for(self, units: Sequence[Unit], found: Phrase, of: str | None) -> str | None:
        if of is not None:
            return of
        words = [unit.low for unit in units[found.start : found.end]]
        if any(word in OF for word in words):
            noun = next((w for w in reversed(words) if phrases.noun_type(w) == "organization"), None)
            if noun is not None:
                return self._described(noun, None, units[found.start].start, "ORG")
        return None

    def _unknown_name(self, start: int, end: int) -> Speaker:
        """A capitalised name that no mention covers: an entity of that name, if there is one."""
        words = self.reading.text[start:end].split()
        for key, entity in self.reading.entities.items():
            if words and (
                words[-1] in entity["name"].split() if entity["label"] == "PER" else words == entity["name"].split()
            ):
                return Speaker(
                    key, "person" if entity["label"] == "PER" else "organization", start, end, None, "name", 0.75
                )
        return Speaker(None, "person", start, end, None, "unnamed", 0.5)

    def _pronoun(self, units: Sequence[Unit], found: Phrase) -> Speaker:
        unit = units[found.start]
        start, end = unit.start, units[found.end - 1].end
        if found.head == "on":
            return self._one(units, found)
        if found.plural:
            if self.members and start - self.members[-1] < NEAR:
                alliance = self._described("alliance", None, start, "ORG")
                if alliance is not None:
                    return Speaker(alliance, "group", start, end, None, "members", 0.7)
            return Speaker(None, "group", start, end, None, "pronoun", 0.6)
        near = found.head in ("celui-ci", "celle-ci")
        key = self._nearest(start) if near else self._salient(start, found.feminine)
        if key is None:
            return Speaker(None, None, start, end, None, "pronoun", 0.4)
        if key.startswith("?"):
            return Speaker(None, "anonymous", start, end, None, "pronoun", 0.6)
        kind: SpeakerType = "person" if self.seen[key].label == "PER" else "organization"
        return Speaker(key, kind, start, end, None, "pronoun", 0.75)

    def _one(self, units: Sequence[Unit], found: Phrase) -> Speaker:
        """« chez X, on assure », « assure-t-on au ministère »: unnamed, for X."""
        unit = units[found.start]
        learnt = next((i for i in range(found.start, len(units) - 1) if units[i].low == "auprès"), None)
        if learnt is not None and units[learnt - 1].low == "appris":  # « a-t-on appris auprès de X »
            source = phrases.phrase(self.reading, units, learnt + 2)
            if source is not None:
                return self.resolve(units, source)
        for index, other in enumerate(units):
            if other.kind == "mention" and self.reading.mentions[other.ref]["label"] == "ORG" and index:
                before = units[max(0, index - 3) : index]
                if any(u.low in ("chez", "à", "au", "aux") for u in before):
                    return Speaker(
                        None, "anonymous", unit.start, unit.end, self.reading.mentions[other.ref]["entity"], "on", 0.85
                    )
        return Speaker(None, "anonymous", unit.start, unit.end, None, "on", 0.8)

    def _nearest(self, offset: int) -> str | None:
        """The entity mentioned last before `offset`: « ce dernier », « celle-ci »."""
        near = {key: last for key, seen in self._candidates().items() if (last := before(seen.mentions, offset)) >= 0}
        return max(near, key=lambda key: near[key]) if near else None

    def _salient(self, offset: int, feminine: bool | None) -> str | None:
        """The entity that « il » or « elle » at `offset` stands for."""
        return self._best(Query(offset, feminine=feminine, last_speaker=self.last.entity))

    def _described(
        self, noun: str, feminine: bool | None, offset: int, label: str, of: str | None = None
    ) -> str | None:
        """The entity that « le ministre », « le groupe » at `offset` stands for; a key of `seen`."""
        return self._best(Query(offset, noun, label, feminine, of, self.last.entity))

    def _best(self, query: Query) -> str | None:
        scores = {
            key: score(found)
            for key, seen in self._candidates(query.noun).items()
            if (found := features(key, seen, query, self.breaks)) is not None
        }
        return max(scores, key=lambda key: scores[key]) if scores else None

    def previous(self, sure: float) -> Speaker:
        """Who spoke last, less surely by a factor."""
        return self.last._replace(sure=round(self.last.sure * sure, 2)) if self.last is not NOBODY else NOBODY

    def spoke(self, speaker: Speaker, offset: int) -> None:
        """Take note of who spoke at `offset`."""
        self.last = speaker
        if speaker.entity is None and speaker.kind == "anonymous":
            unnamed = self.seen.setdefault("?speaker", Seen("PER", ""))
            words = self.reading.text[speaker.start : speaker.end].lower()
            unnamed.feminine = {"un": False, "une": True}.get(words.split(" ")[0])
            unnamed.spoke = offset
            unnamed.subjects.append(offset)
            self.trail.append("?speaker")
        if speaker.entity is not None:
            self.seen[speaker.entity].spoke = offset


def _is_governed(units: Sequence[Unit], index: int) -> bool:
    """Whether a preposition stands before a phrase."""
    before = units[index - 1] if index else None
    return before is not None and before.kind == "word" and (before.low in PREPOSITIONS or before.low in OF)


def _is_first(units: Sequence[Unit], index: int) -> bool:
    """Whether a phrase opens its sentence or a clause, and is no apposition: it can be the subject."""
    if index < 2:
        return not _is_governed(units, index)
    return units[index - 1].low in (",", ";", "et", "mais") and units[index - 2].kind != "mention"


def _is_byline(reading: Reading, sentence: Sentence) -> bool:
    """« Par Claire Morel », or a name alone on its line."""
    start, end = reading.paragraphs[sentence.paragraph]
    first, last = sentence.units[0], sentence.units[-1]
    if first.start != start or end - start > 80:
        return False
    return (first.low in ("par", "de") and any(u.kind == "mention" for u in sentence.units[1:3])) or (
        first.kind == "mention" and first is last
    )


@cache
def _first_names() -> dict[str, bool]:
    return {
        row["name"].lower(): row["gender"] == "f"
        for row in lexicon.load("firstnames", "name", "gender", "note")
        if row["gender"] in "mf"
    }
