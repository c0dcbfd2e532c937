"""How a passage is attributed: one rule a pattern of words around it, from the surest to the least sure."""

from collections.abc import Sequence
from typing import NamedTuple

from ralliement import marks
from ralliement.annotations import QuoteKind
from ralliement.components import cues, naming, phrases
from ralliement.components import reported as reported_speech
from ralliement.components.cues import Cue
from ralliement.components.frames import Frame
from ralliement.components.grammar import ADVERBS, CLITICS, PREPOSITIONS, PURPOSES, words
from ralliement.components.phrases import Phrase
from ralliement.components.reading import Reading, Sentence, Unit
from ralliement.components.speakers import NOBODY, Speaker, Speakers
from ralliement.components.tellers import Tellers, frame_span, pseudo_cue, span

_WHOLE = words(
    "colon label colon_loose between inside interview introduced told_after continuation floating paragraph signature"
)  # rules of passages that are utterances by their place
LONGEST = 2000  # characters of a passage in which an incise is looked for
HEARSAY = 0.8  # what is left of the confidence in « aurait déclaré »
COINED = 2  # words
MIN_WORDS = 4  # of an utterance without a finite verb
COLON_GAP, RELATIVE_GAP = 14, 2  # units between a cue and its colon
OBJECT_GAP = 12  # units between a cue and the fragment that it reports


class By(NamedTuple):
    """An attribution: who, the cue's offsets, the rule, how surely; `joined` to the passage before."""

    speaker: Speaker
    cue: tuple[int, int] | None
    rule: str
    confidence: float
    joined: bool
    end: int | None = None  # where the passage ends, if before its own end


class Found(NamedTuple):
    """A passage with its attribution. `cue` is its offsets in the text, None where no words report."""

    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker
    cue: tuple[int, int] | None
    sentence: Sentence
    rule: str
    confidence: float
    joined: bool  # goes on with the passage before it


class Attribution:
    """Applies the rules to the passages of a sentence."""

    def __init__(self, reading: Reading, speakers: Speakers, tellers: Tellers) -> None:
        self.reading = reading
        self.speakers = speakers
        self.tellers = tellers

    def attribute(
        self, sentence: Sentence, index: int, reported: list[Cue], framed: list[Frame], here: list[Found]
    ) -> By | None:
        """Who says the passage at unit `index`, by the words around it; None if they do not tell.

        `here` are the passages found before it in the sentence.
        """
        units = sentence.units
        by = (
            self._inverted(units, index, reported)
            or self._colon(units, index, reported)
            or self._between(units, index, here)
            or self._inside(units, index)
            or self._labelled(units, index)
        )
        if by is not None or naming.is_name(self.reading, units, index, reported):
            return by
        return (
            self._framed(units, index, [f for f in framed if index < f.start <= index + 2])
            or self._governed(units, index, reported)
            or self._framed(units, index, framed)
            or self._called(units, index)
            or self._purpose(units, index)
            or self._elliptic(units, index, here)
            or self._own_verb(units, index)
            or self._passive(units, index, reported)
            or self._signed(units, index)
        )

    def kind(self, units: Sequence[Unit], index: int, rule: str) -> QuoteKind:
        """Whether a passage is an utterance of its own or a fragment in the journalist's sentence."""
        if rule in _WHOLE or (rule == "selon" and index == 0):
            return "direct"
        if rule == "inverted":
            before = [u for u in units[:index] if u.kind == "word"]
            if not before or units[index - 1].low in (":", ";", ","):
                return "direct"
        if rule in ("object", "passive"):
            return "mixed"
        return "direct" if self.reading.own_clause(units[index].start, units[index].end) else "mixed"

    def _inverted(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> By | None:
        """« … », a déclaré X."""
        start = index + 1
        while start < len(units) and units[start].kind == "punct" and units[start].low in ",–—.!?…":
            start += 1
        comma = start
        if start < len(units) and units[start].low in ("comme", "ainsi"):
            start += 1
        cue = next(
            (c for c in reported if start <= c.start <= start + 1 and c.shape == "finite" and not c.passive), None
        )
        if cue is None:
            return self._unknown_verb(units, index, comma)
        if "direct" not in cue.takes and "que" not in cue.takes:
            return None
        if cue.start > start and units[start].pos != "ADV" and units[start].low not in ADVERBS:
            return None
        if comma == index + 1 and naming.is_subject_of(self.reading, units, index, cue):
            return None
        if cue.pronoun is not None:
            speaker = self.tellers.pronoun(units, cue)
        else:
            subject = phrases.subject_after(self.reading, units, cue.end)
            if subject is None and comma > index + 1 and self.reading.is_utterance(units[index]):
                return By(NOBODY, span(units, cue), "inverted", 0.6, False)
            if subject is None or phrases.is_banner(subject):
                return None
            speaker = self.speakers.resolve(units, subject)
        return By(speaker, span(units, cue), "inverted", _sure(cue, 0.98), False)

    def _unknown_verb(self, units: Sequence[Unit], index: int, start: int) -> By | None:
        """« … », V X: a verb of no lexicon beside an utterance, before the name or role of a person."""
        if start == index + 1 or not self.reading.is_utterance(units[index]):
            return None
        if start + 1 < len(units) and units[start + 1].low in ("-t-il", "-t-elle", "-il", "-elle"):
            cue = pseudo_cue(start)._replace(end=start + 1, pronoun=units[start + 1].low.rsplit("-", 1)[1])
            offsets = units[start].start, units[start + 1].end
            return By(self.tellers.pronoun(units, cue), offsets, "unknown_verb", 0.9, False)
        verb = start
        while (
            verb < len(units)
            and units[verb].kind == "word"
            and (units[verb].low in CLITICS or units[verb].pos == "AUX")
        ):
            verb += 1
        if verb >= len(units) or units[verb].pos != "VERB" or not any(u.finite for u in units[start : verb + 1]):
            return None
        subject = phrases.subject_after(self.reading, units, verb + 1)
        if subject is None or subject.start > verb + 1 or phrases.is_banner(subject):
            return None
        named = subject.mention != -1 and self.reading.mentions[subject.mention]["label"] == "PER"
        if not named and phrases.noun_type(subject.head) != "person":
            return None
        offsets = units[start].start, units[verb].end
        return By(self.speakers.resolve(units, subject), offsets, "unknown_verb", 0.85, False)

    def _colon(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> By | None:
        """X prévient : « … »; X : « … »."""
        if index == 0 or units[index - 1].low != ":":
            return None
        colon = index - 1
        before = [c for c in reported if c.end <= colon]
        cue = before[-1] if before else None
        start = phrases.clause_start(units, colon)
        near = COLON_GAP if cue is None or units[cue.start - 1].low != "qui" else RELATIVE_GAP
        if cue is not None and cue.start >= start and colon - cue.end <= near:
            speaker = self.tellers.subject(units, cue, reported)
            if speaker is not None:
                return By(speaker, span(units, cue), "colon", _sure(cue, 0.95), False)
        return None

    def _labelled(self, units: Sequence[Unit], index: int) -> By | None:
        """X : « … »; le bilan de X est mitigé : « … »."""
        if index == 0 or units[index - 1].low != ":":
            return None
        colon = index - 1
        start = phrases.clause_start(units, colon)
        label = self._label(units, start, colon)
        if label is not None:
            return By(label, None, "label", 0.95, False)
        utterance = self.reading.is_utterance(units[index]) or self.reading.is_sentence(units[index])
        subject = phrases.subject_before(self.reading, units, pseudo_cue(colon))
        if subject is None:
            long = len(self.reading.first_words(units[index].start, units[index].end)) >= MIN_WORDS
            return By(self.speakers.previous(0.7), None, "colon_loose", 0.6, False) if utterance or long else None
        if not utterance or phrases.is_banner(subject):
            return None
        if phrases.is_person(subject) or subject.mention != -1:
            return By(self.speakers.resolve(units, subject), None, "colon_loose", 0.7, False)
        of = self.tellers.person_of(units, subject.start, colon)
        return By(of or self.speakers.previous(0.7), None, "colon_loose", 0.6, False)

    def _label(self, units: Sequence[Unit], start: int, colon: int) -> Speaker | None:
        """Inès Moreau, sociologue : « … »; Réponse de la ministre : « … »."""
        if any(unit.finite for unit in units[start:colon]):
            return None
        found = phrases.phrase(self.reading, units, start, colon)
        if found is None:
            return None
        found = phrases.apposed(self.reading, units, found, colon)
        if found.mention != -1 or phrases.noun_type(found.head) in ("person", "organization"):
            return self.speakers.resolve(units, found)
        return self.tellers.person_of(units, start, colon)

    def _between(self, units: Sequence[Unit], index: int, here: list[Found]) -> By | None:
        """« … », estime X, « … »: the second passage goes on with the first."""
        if not here or here[-1].rule not in ("inverted", "between"):
            return None
        previous = here[-1]
        gap = [unit for unit in units[:index] if unit.start >= previous.end]
        if any(unit.kind == "passage" for unit in gap) or any(unit.low in (";", ":") for unit in gap):
            return None
        if not gap or (gap[-1].low != "," and not gap[-1].low.startswith("-")):
            return None
        start, _ = marks.inner(self.reading.text, self.reading.passages[units[index].ref])
        if self.reading.text[start].isupper():
            return None
        return By(previous.speaker, previous.cue, "between", 0.97, True)

    def _inside(self, units: Sequence[Unit], index: int) -> By | None:
        """« …, a-t-elle ajouté, … »: the incise stays in, unless it ends a passage that was never closed."""
        passage = self.reading.passages[units[index].ref]
        first_word, last_word = marks.inner(self.reading.text, passage)
        inside = self.reading.units(first_word, min(last_word, first_word + LONGEST), passages=False)
        incise = self.tellers.incise(inside)
        if incise is None:
            return None
        speaker, cue, first, last = incise
        end: int | None = None
        if not passage.closed and last >= len(inside) - 1:
            end = inside[first - 1].start if inside[first - 1].low == "," else inside[first].start
        return By(speaker, cue, "inside", 0.95, passage.continues, end)

    def _governed(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> By | None:
        """X a déclaré que … « … »; X dénonce « … »."""
        for cue in reversed([c for c in reported if c.end <= index]):
            if cue.shape == "participle" or (cue.passive and cue.pronoun is None):
                continue
            gap = _direct_gap(units[cue.end : index])
            rule = self._reach(cue, gap, units, index)
            if rule is None:
                continue
            after = (
                phrases.subject_after(self.reading, units, cue.end) if rule == "incise" and not cue.pronoun else None
            )
            speaker = (
                self.tellers.subject(units, cue, reported) if after is None else self.speakers.resolve(units, after)
            )
            if speaker is None:
                continue
            if rule == "object" and speaker.how == "on" and not speaker.stands_for and cue.pronoun is None:
                continue
            if rule == "object" and gap and "judge" not in cue.takes and self._is_coined(units, index):
                continue
            return By(speaker, span(units, cue), rule, _sure(cue, 0.88 if rule == "object" else 0.93), False)
        return None

    def _reach(self, cue: Cue, gap: Sequence[Unit], units: Sequence[Unit], index: int) -> str | None:
        """How a cue reports what stands after `gap`; None if it does not."""
        if any(unit.low in (";", ":") for unit in gap):
            return None
        incise = cue.start > 0 and units[cue.start - 1].low in (",", "comme") and gap and gap[-1].low == ","
        if (incise or (cue.pronoun is not None and gap and gap[-1].low == ",")) and "direct" in cue.takes:
            return "incise"
        lows = [unit.low for unit in gap]
        if "que" in cue.takes and any(low in ("que", "qu'") for low in lows[:8]):
            return "que"
        if {"si", "que"} & cue.takes and lows[:1] in (["si"], ["s'"], ["pourquoi"]):
            return "que"
        if len(gap) > OBJECT_GAP or any(unit.kind == "passage" for unit in gap[:-2]):
            return None
        if gap and "à" in cue.takes and gap[-1].low == "à":
            return "infinitive"
        if not gap and ("np" in cue.takes or not naming.starts_like_name(self.reading, units[index])):
            return "object"
        if not gap:
            return None
        infinitive = [unit for unit in gap[:4] if unit.low.endswith(("er", "ir", "re", "oir"))]
        if "inf" in cue.takes and infinitive and not any(unit.low == "," for unit in gap):
            return "infinitive"
        if "de" in cue.takes and lows[0] in ("de", "d'"):
            return "infinitive"
        if "np" in cue.takes and not any(unit.low == "," for unit in gap[:-1]) and not any(unit.finite for unit in gap):
            return "object"
        return None

    def _is_coined(self, units: Sequence[Unit], index: int) -> bool:
        """Whether a passage is a word or two after a noun: « un service « premium » »."""
        few = len(self.reading.first_words(units[index].start, units[index].end)) <= COINED
        return few and units[index - 1].pos in ("NOUN", "PROPN")

    def _elliptic(self, units: Sequence[Unit], index: int, here: list[Found]) -> By | None:
        """X la juge « … », Y « … »: the second has the verb of the first."""
        if not here or here[-1].kind != "mixed" or here[-1].cue is None:
            return None
        gap = [i for i in range(index) if units[i].start >= here[-1].end]
        if not gap:
            return None
        if all(units[i].low in (",", "et", "ou", "mais", "puis", "d'", "de", "à") for i in gap):
            return By(here[-1].speaker, here[-1].cue, "elliptic", 0.85, False)
        if units[gap[0]].low not in (",", "et", ";"):
            return None
        found = phrases.phrase(self.reading, units, gap[1] if len(gap) > 1 else gap[0], index)
        if found is None or found.end != index or not reported_speech.speaks(self.reading, found):
            return None
        return By(self.speakers.resolve(units, found), here[-1].cue, "elliptic", 0.8, False)

    def _own_verb(self, units: Sequence[Unit], index: int) -> By | None:
        """L'institut « salue une étape »: the verb that reports is inside the marks."""
        if not index:
            return None
        first = self.reading.first_words(units[index].start, units[index].end)
        inside = cues.find(first, self.reading.accents)
        if not inside or inside[0].start > 0 or inside[0].shape != "finite" or "np" not in inside[0].takes:
            return None
        subject = phrases.subject_before(self.reading, units, pseudo_cue(index))
        if subject is None or (subject.mention == -1 and subject.head not in ("il", "elle")):
            return None
        return By(self.speakers.resolve(units, subject), None, "own_verb", 0.8, False)

    def _framed(self, units: Sequence[Unit], index: int, framed: list[Frame]) -> By | None:
        """Selon X, … « … »."""
        for frame in framed:
            near = units[min(frame.end, index) : max(frame.start, index)]
            if any(unit.low == ";" for unit in near):
                continue
            speaker = self.speakers.resolve(units, frame.speaker)
            return By(speaker, frame_span(units, frame), "selon", 0.9, False)
        return None

    def _passive(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> By | None:
        """Jugée « … » par X."""
        cue = next((c for c in reversed(reported) if c.end <= index and c.passive), None)
        if cue is None or "np" not in cue.takes or index - cue.end > 6:
            return None
        for at in [*range(index + 1, min(index + 6, len(units))), *range(cue.end, index)]:
            if units[at].low == "par":
                found = phrases.phrase(self.reading, units, at + 1)
                if found is not None:
                    found = phrases.apposed(self.reading, units, found)
                    return By(self.speakers.resolve(units, found), span(units, cue), "passive", 0.9, False)
        return None

    def _signed(self, units: Sequence[Unit], index: int) -> By | None:
        """« … » – Yann Le Goff."""
        if not self.reading.is_utterance(units[index]):
            return None
        if index + 2 < len(units) and units[index + 1].low in "–—-" and units[index + 2].kind == "mention":
            found = phrases.phrase(self.reading, units, index + 2)
            if found is not None:
                return By(self.speakers.resolve(units, found), None, "signature", 0.9, False)
        return None

    def _called(self, units: Sequence[Unit], index: int) -> By | None:
        """Ce que X appelle « … »."""
        found = naming.what_one_calls(self.reading, units, index)
        if found is None:
            return None
        cue = (units[index - 1].start, units[index - 1].end)
        return By(self.speakers.resolve(units, found), cue, "object", 0.85, False)

    def _purpose(self, units: Sequence[Unit], index: int) -> By | None:
        """Sa mission consiste à « … »: the possessor's words."""
        for at in range(max(0, index - 7), index - 1):
            if units[at].low in ("sa", "son", "leur") and units[at + 1].low in PURPOSES:
                key = self.speakers.resolve(units, Phrase(at, at + 1, "", "il", None, False, -1, -1))
                return By(key, None, "purpose", 0.8, False)
        return None


def _direct_gap(gap: Sequence[Unit]) -> Sequence[Unit]:
    """What stands between a cue and its object, an adjunct between commas left out: « dénonce, elle, « … » »."""
    if len(gap) > 2 and gap[0].low == "," and gap[-1].low == ",":
        inside = gap[1:-1]
        if inside[0].low in PREPOSITIONS or inside[0].low in ("elle", "lui", "elles", "eux"):
            return () if not any(unit.low == "," for unit in inside) else gap
    return gap


def _sure(cue: Cue, confidence: float) -> float:
    """How sure an attribution by a cue is; hearsay (« aurait déclaré ») less."""
    return round(confidence * HEARSAY, 2) if cue.hearsay else confidence
