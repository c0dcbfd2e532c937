"""Who the words around a passage say speaks: the subject of a cue, its pronoun, its antecedent, an incise."""

from collections.abc import Sequence
from typing import NamedTuple

from ralliement.components import cues, frames, phrases, reported
from ralliement.components.cues import Cue
from ralliement.components.frames import Frame
from ralliement.components.grammar import ADVERBS, CLITICS, DETERMINERS, OF, PREPOSITIONS, words
from ralliement.components.phrases import Phrase
from ralliement.components.reading import Reading, Sentence, Unit
from ralliement.components.speakers import Speaker, Speakers

_SUBORDINATES = words("que qu' dont où lesquels lesquelles")


class Incise(NamedTuple):
    """« …, dit-elle, … »: who speaks, the offsets of the cue, and the units from `start` to `end`."""

    speaker: Speaker
    cue: tuple[int, int]
    start: int
    end: int


class Tellers:
    """Finds who speaks for the cues of a sentence's units."""

    def __init__(self, reading: Reading, speakers: Speakers) -> None:
        self.reading = reading
        self.speakers = speakers

    def subject(self, units: Sequence[Unit], cue: Cue, among: list[Cue]) -> Speaker | None:
        """Who a cue says speaks."""
        if cue.pronoun is not None:
            return self.pronoun(units, cue)
        before = units[cue.start - 1] if cue.start else None
        if (
            before is not None
            and (before.kind == "passage" or (before.low == "," and cue.start > 1))
            and cue.shape == "finite"
        ):
            after = phrases.subject_after(self.reading, units, cue.end)
            inverted = (
                after is not None
                and after.start <= cue.end + 1
                and (units[cue.end].kind == "mention" or units[cue.end].low in DETERMINERS)
            )
            comma_after = after is not None and after.end < len(units) and units[after.end].low in (",", ".", ":")
            if inverted and comma_after and after is not None:
                subject = phrases.subject_before(self.reading, units, cue)
                if subject is None:
                    return self.speakers.resolve(units, after)
        if before is not None and before.low in ("comme", "ainsi"):
            after = phrases.subject_after(self.reading, units, cue.end)
            if after is not None:
                return self.speakers.resolve(units, after)
        if cue.shape in ("gerund", "infinitive") or (before is not None and before.low in ("et", "mais", "puis", "ou")):
            earlier = [c for c in among if c.end <= cue.start and c.shape == "finite"]
            earlier = [c for c in earlier if not _is_embedded(units, c)] or earlier
            if cue.shape == "infinitive" and before is not None and before.low in ("de", "d'"):
                found = phrases.subject_before(self.reading, units, cue._replace(start=cue.start - 1))
                if found is not None:
                    return self._named(units, found)
            if earlier:
                return self.subject(units, earlier[-1], among)
            if cue.shape == "gerund" and (ahead := self._ahead(units, cue.end)) is not None:
                return self._named(units, ahead)
        found = self._antecedent(units, cue) or phrases.subject_before(self.reading, units, cue)
        if found is None and before is not None and before.low in ("et", "mais", "puis"):
            verb = next((i for i in range(cue.start - 2, 0, -1) if units[i].finite), None)
            if verb is not None:
                earlier_verb = pseudo_cue(_group_start(units, verb))
                found = self._antecedent(units, earlier_verb)
                found = found or phrases.subject_before(self.reading, units, earlier_verb)
        if found is None:
            return None
        return self._named(units, found)

    def pronoun(self, units: Sequence[Unit], cue: Cue) -> Speaker:
        """Who the inverted pronoun of a cue is."""
        at = next(
            i
            for i in range(cue.start, min(cue.end + 1, len(units)))
            if units[i].kind == "word" and units[i].low.startswith("-")
        )
        word = cue.pronoun or ""
        feminine = word.startswith("elle") if cue.feminine is None else cue.feminine
        found = Phrase(at, at + 1, "", word, feminine, word.endswith("s"), -1, -1)
        speaker = self.speakers.resolve(units, found)
        if speaker.start is not None and self.reading.text[speaker.start] == "-":
            speaker = speaker._replace(start=(speaker.end or 0) - len(word))
        return speaker

    def incise(self, units: Sequence[Unit]) -> Incise | None:
        """The incise inside a passage: who, the cue's offsets, its units."""
        for frame in frames.find(self.reading, units):
            if (
                frame.start
                and units[frame.start - 1].low == ","
                and frame.end < len(units)
                and units[frame.end].low == ","
            ):
                return Incise(
                    self.speakers.resolve(units, frame.speaker), frame_span(units, frame), frame.start, frame.end
                )
        for cue in cues.find(units, self.reading.accents):
            if cue.shape != "finite" or cue.passive or not cue.takes & {"direct", "que"}:
                continue
            before = units[cue.start - 1] if cue.start else None
            if before is None or before.low not in (",", "?", "!", "…"):
                continue
            if cue.pronoun in ("il", "elle", "ils", "elles"):
                end = next((i for i in range(cue.end, len(units)) if units[i].kind == "punct"), len(units))
                after = units[cue.end : end]
                if after and not (after[0].low in PREPOSITIONS | ADVERBS or after[0].pos in ("ADV", "ADJ")):
                    continue
                return Incise(self.pronoun(units, cue), span(units, cue), cue.start, end)
            if cue.pronoun is None:
                subject = phrases.subject_after(self.reading, units, cue.end)
                if subject is None or not reported.speaks(self.reading, subject):
                    continue
                end = next((i for i in range(subject.end, len(units)) if units[i].kind == "punct"), len(units))
                return Incise(self.speakers.resolve(units, subject), span(units, cue), cue.start, end)
        return None

    def person_of(self, units: Sequence[Unit], start: int, end: int) -> Speaker | None:
        """Le bilan de X, la visite du jardin de X: the first person that a noun depends on."""
        for at in range(start, end - 1):
            if units[at].low in OF or units[at].low in ("à", "au"):
                of = phrases.phrase(self.reading, units, at + 1, end)
                if of is None:
                    continue
                named = of.mention != -1 and self.reading.mentions[of.mention]["label"] == "PER"
                if named or phrases.noun_type(of.head) == "person":
                    return self.speakers.resolve(units, of)
        return None

    def person_subject(self, sentence: Sentence) -> Speaker | None:
        """The person that a sentence is about: its subject, if it has a name or a role."""
        units = sentence.units
        verb = next((i for i, unit in enumerate(units) if unit.finite), None)
        if not verb:
            return None
        found = phrases.subject_before(self.reading, units, pseudo_cue(_group_start(units, verb)))
        if found is None or not (found.mention != -1 or phrases.noun_type(found.head) == "person"):
            return None
        speaker = self.speakers.resolve(units, found)
        return speaker if speaker.kind == "person" and speaker.entity is not None else None

    def _named(self, units: Sequence[Unit], found: Phrase) -> Speaker | None:
        if phrases.is_banner(found) or found.head in ("on", "qui"):
            return self.speakers.resolve(units, found) if found.head == "on" else None
        return self.speakers.resolve(units, found)

    def _antecedent(self, units: Sequence[Unit], cue: Cue) -> Phrase | None:
        """Of « qui affirme »: the last person named before it in the sentence, else the last mention."""
        at = cue.start - 1
        while at >= 0 and units[at].kind == "word" and units[at].low in ADVERBS:
            at -= 1
        if at < 1 or units[at].low != "qui":
            return None
        named = [i for i in range(at) if units[i].kind == "mention"]
        people = [i for i in named if self.reading.mentions[units[i].ref]["label"] == "PER"]
        for chosen in (people or named)[-1:]:
            return Phrase(chosen, chosen + 1, "", "", None, False, units[chosen].ref, -1)
        for start in range(at - 1, -1, -1):  # « l'intéressé, qui s'est dit … »
            if units[start].kind == "word" and units[start].low in DETERMINERS:
                found = phrases.phrase(self.reading, units, start)
                if found is not None and found.end >= at - 1:
                    return found
        return phrases.subject_before(self.reading, units, cue._replace(start=at))

    def _ahead(self, units: Sequence[Unit], start: int) -> Phrase | None:
        """Of « Tout en saluant … , X regrette »: the subject of the clause after it."""
        for index in range(start, len(units) - 1):
            if units[index].low == ",":
                found = phrases.phrase(self.reading, units, index + 1)
                if found is not None and reported.speaks(self.reading, found):
                    return found
        return None


def _group_start(units: Sequence[Unit], verb: int) -> int:
    """The first unit of a verb's group: « s' » of « s'est abstenu »."""
    while verb and units[verb - 1].kind == "word" and units[verb - 1].low in CLITICS:
        verb -= 1
    return verb


def _is_embedded(units: Sequence[Unit], cue: Cue) -> bool:
    """Whether a cue is the verb of a relative or a subordinate clause."""
    start = phrases.clause_start(units, cue.start)
    return units[cue.start - 1].low == "qui" or (start > 0 and units[start - 1].low in _SUBORDINATES)


def span(units: Sequence[Unit], cue: Cue) -> tuple[int, int]:
    """Offsets of a cue in the text."""
    return units[cue.start].start, units[cue.end - 1].end


def frame_span(units: Sequence[Unit], frame: Frame) -> tuple[int, int]:
    """Offsets of a frame in the text, its speaker apart."""
    last = frame.speaker.start if frame.speaker.start > frame.start else frame.end
    return units[frame.start].start, units[last - 1].end


def pseudo_cue(at: int) -> Cue:
    """An empty cue at a unit: to find the subject of what stands there."""
    return Cue(at, at, "", frozenset(), "finite", False, False, None, None, False, False)
