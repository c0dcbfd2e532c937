"""Who a phrase stands for: a person or an organisation of the article, a group, a document, or somebody unnamed.

The article is read in order; each mention leaves what it says of its entity (gender, role, kind), and pronouns and
descriptions (« elle », « le ministre », « le groupe ») go to the most salient entity that agrees with them.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ralliement import lexicon
from ralliement.annotations import SpeakerType
from ralliement.components import phrases
from ralliement.components.grammar import (
    ALLIANCES,
    CIVILITIES,
    DEFINITE,
    DEMONSTRATIVE,
    DETERMINERS,
    INDEFINITE,
    MEMBERS,
    OF,
    PREPOSITIONS,
    PRONOUNS,
    SPOKESPERSONS,
)
from ralliement.components.phrases import Phrase
from ralliement.components.reading import Reading, Sentence, Unit


class Speaker(NamedTuple):
    """Who speaks. Offsets are of the words used; `how` names the way they were understood, `sure` how surely."""

    entity: str | None
    kind: SpeakerType | None
    start: int | None
    end: int | None
    stands_for: str | None
    how: str
    sure: float


NOBODY = Speaker(None, None, None, None, None, "none", 0.3)


class Seen:
    """What the article said so far of an entity."""

    __slots__ = ("feminine", "last", "mentions", "nouns", "spoke", "subject")

    def __init__(self) -> None:
        self.nouns: set[str] = set()
        self.feminine: bool | None = None
        self.last = -1  # offset of its last mention
        self.subject = -1  # offset of its last mention as a subject
        self.spoke = -1  # offset of its last quote
        self.mentions = 0


class Speakers:
    """Resolves phrases to speakers, sentence by sentence; call `see` on each sentence before resolving in it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.seen: dict[str, Seen] = {key: Seen() for key in reading.entities}
        self.last: Speaker = NOBODY
        self.last_offset = -1
        for key, entity in reading.entities.items():
            if "gender" in entity:
                self.seen[key].feminine = entity["gender"] == "Fem"
            elif entity["label"] == "PER":
                self.seen[key].feminine = _first_names().get(entity["name"].split()[0].lower())
            if role := entity.get("role"):
                self.seen[key].nouns |= set(role.lower().split())

    def see(self, sentence: Sentence) -> None:
        """Take note of the mentions of a sentence."""
        reading, units = self.reading, sentence.units
        for index, unit in enumerate(units):
            if unit.kind == "word" and (unit.low in DETERMINERS or unit.low in CIVILITIES):
                found = phrases.phrase(reading, units, index)
                if found is not None:
                    found = phrases.apposed(reading, units, found)
                    if found.mention != -1 and found.head:
                        self._describe(found)
            elif unit.kind == "mention":
                seen = self.seen[reading.mentions[unit.ref]["entity"]]
                seen.last = unit.start
                seen.mentions += 1
                before = units[index - 1].low if index else ""
                if before not in PREPOSITIONS and before not in OF:
                    seen.subject = unit.start
                self._apposition(units, index)

    def _describe(self, found: Phrase) -> None:
        mention = self.reading.mentions[found.mention]
        seen = self.seen[mention["entity"]]
        seen.nouns.add(found.head)
        if seen.feminine is None and (mention["label"] == "PER" or found.determiner in ("la", "le", "une", "un")):
            seen.feminine = found.feminine

    def _apposition(self, units: Sequence[Unit], index: int) -> None:
        """« Claire Morel, directrice de Novatis »: what follows the name."""
        if index + 2 >= len(units) or units[index + 1].low not in (",", "("):
            return
        mention = self.reading.mentions[units[index].ref]
        start = index + 2
        if units[start].low in ("un", "une", "le", "la", "l'") and units[start].kind == "word":
            start += 1
        found = phrases.phrase(self.reading, units, start)
        if found is None or found.mention != -1 or not found.head:
            return
        known = phrases.noun_type(found.head)
        if known == ("person" if mention["label"] == "PER" else "organization"):
            seen = self.seen[mention["entity"]]
            seen.nouns.add(found.head)
            if seen.feminine is None:
                seen.feminine = found.feminine

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
        person = self._described(found.head, found.feminine, start, "PER", of)
        if person is None:
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
            if words and words[-1] in entity["name"].split():
                return Speaker(
                    key, "person" if entity["label"] == "PER" else "organization", start, end, None, "name", 0.75
                )
        return Speaker(None, "person", start, end, None, "unnamed", 0.5)

    def _pronoun(self, units: Sequence[Unit], found: Phrase) -> Speaker:
        unit = units[found.start]
        if found.head in ("on",):
            return self._one(units, found)
        offset = unit.start
        if found.plural:
            return Speaker(None, "group", unit.start, unit.end, None, "pronoun", 0.6)
        key = self._salient(offset, found.feminine)
        if key is None:
            return Speaker(None, None, unit.start, unit.end, None, "pronoun", 0.4)
        label = self.reading.entities[key]["label"]
        kind: SpeakerType = "person" if label == "PER" else "organization"
        return Speaker(key, kind, unit.start, unit.end, None, "pronoun", 0.7)

    def _one(self, units: Sequence[Unit], found: Phrase) -> Speaker:
        """« chez X, on assure », « assure-t-on au ministère »: unnamed, for X."""
        unit = units[found.start]
        for index, other in enumerate(units):
            if other.kind == "mention" and self.reading.mentions[other.ref]["label"] == "ORG" and index:
                before = units[max(0, index - 3) : index]
                if any(u.low in ("chez", "à", "au", "aux") for u in before):
                    return Speaker(
                        None, "anonymous", unit.start, unit.end, self.reading.mentions[other.ref]["entity"], "on", 0.85
                    )
        return Speaker(None, "anonymous", unit.start, unit.end, None, "on", 0.8)

    def _salient(self, offset: int, feminine: bool | None) -> str | None:
        """The entity that « il » or « elle » at `offset` stands for."""
        best, best_score = None, -1e9
        for key, seen in self.seen.items():
            if seen.last < 0:
                continue
            entity = self.reading.entities[key]
            person = entity["label"] == "PER"
            if seen.feminine is not None and feminine is not None and seen.feminine != feminine:
                continue
            score = -(offset - seen.last) / 200
            score += 1.5 if person else 0.0
            score += 0.6 if seen.subject == seen.last else 0.0
            score += 0.5 if seen.feminine is not None else 0.0
            if seen.spoke >= 0:
                score += 1.0 - (offset - seen.spoke) / 400
            if self.last.entity == key:
                score += 1.5
            if entity["label"] == "LOC":
                score -= 2.0
            if score > best_score:
                best, best_score = key, score
        return best

    def _described(
        self, noun: str, feminine: bool | None, offset: int, label: str, of: str | None = None
    ) -> str | None:
        """The entity that « le ministre », « le groupe » at `offset` stands for."""
        best, best_score = None, -1e9
        for key, seen in self.seen.items():
            entity = self.reading.entities[key]
            if entity["label"] != label or seen.last < 0:
                continue
            if label == "PER" and seen.feminine is not None and feminine is not None and seen.feminine != feminine:
                continue
            score = -(offset - seen.last) / 300
            if noun in seen.nouns or (label == "ORG" and noun in entity["name"].lower()):
                score += 4.0
            if noun in ALLIANCES and (entity.get("kind") == "alliance" or seen.nouns & ALLIANCES):
                score += 2.0
            if label == "ORG" and seen.feminine is not None and feminine is not None and seen.feminine != feminine:
                score -= 0.5
            if seen.subject == seen.last:
                score += 0.5
            if of is not None and entity.get("affiliation") == of:
                score += 3.0
            if self.last.entity == key:
                score += 1.0
            if score > best_score:
                best, best_score = key, score
        return best

    def spoke(self, speaker: Speaker, offset: int) -> None:
        """Take note of who spoke at `offset`."""
        self.last, self.last_offset = speaker, offset
        if speaker.entity is not None:
            self.seen[speaker.entity].spoke = offset


@cache
def _first_names() -> dict[str, bool]:
    return {
        row["name"].lower(): row["gender"] == "f"
        for row in lexicon.load("firstnames", "name", "gender", "note")
        if row["gender"] in "mf"
    }
