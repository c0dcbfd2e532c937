"""Quotes: passages of reported speech and their speakers, in one pass over the sentences of an article."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ralliement.annotations import Quote, QuoteKind, register
from ralliement.components import cues, frames, phrases, turns
from ralliement.components import reported as reported_speech
from ralliement.components.attribution import Attribution, By, Found
from ralliement.components.cues import Cue
from ralliement.components.frames import Frame
from ralliement.components.grammar import DETERMINERS, OF, UTTERANCES
from ralliement.components.reading import ENTITIES, Reading, Sentence, Unit
from ralliement.components.reported import Content
from ralliement.components.speakers import NOBODY, Speaker, Speakers
from ralliement.components.tellers import Tellers, frame_span, span
from ralliement.components.turns import Turn

register()

MAX_HEADINGS, LONGEST_HEADING = 30, 200  # headings, characters


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
        self.tellers = Tellers(reading, self.speakers)
        self.attribution = Attribution(reading, self.speakers, self.tellers)
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

    def _marked(self, sentence: Sentence, reported: list[Cue], framed: list[Frame]) -> list[Found]:
        """Passages between marks that somebody says."""
        units = sentence.units
        here: list[Found] = []
        for index, unit in enumerate(units):
            if unit.kind != "passage":
                continue
            by = self.attribution.attribute(sentence, index, reported, framed, here) or self._alone(sentence, index)
            if by is None:
                continue
            kind = self.attribution.kind(units, index, by.rule)
            end = unit.end if by.end is None else by.end
            found = Found(unit.start, end, kind, by.speaker, by.cue, sentence, by.rule, by.confidence, by.joined)
            here.append(found)
            self.found.append(found)
            self.quoted_paragraph = sentence.paragraph
            self.speakers.spoke(by.speaker, unit.start)
        return here

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
            return speaker, frame_span(units, content.frame)
        if content.cue is None:
            return None
        if content.subject is not None:
            told: Speaker | None = self.speakers.resolve(units, content.subject)
        else:
            told = self.tellers.subject(units, content.cue, reported)
        impersonal = told is not None and told.how == "on" and told.stands_for is None and content.cue.pronoun is None
        return None if told is None or impersonal else (told, span(units, content.cue))

    def _alone(self, sentence: Sentence, index: int) -> By | None:
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
        if not self.reading.is_utterance(units[index]) and not self.reading.is_sentence(units[index]):
            return None
        before = self.sentences[self.at - 2] if self.at > 1 else None
        quoted_there = before is not None and self.found and self.found[-1].start >= before.start
        if before is not None and not quoted_there and sentence.paragraph - before.paragraph <= 1:
            subject = self.tellers.person_subject(before)
            if subject is not None:
                return By(subject._replace(start=None, end=None), None, "introduced", 0.8, False)
        following = self.sentences[self.at] if self.at < len(self.sentences) else None
        opens = sentence.start == self.reading.paragraphs[sentence.paragraph][0]
        if opens and following is not None and following.paragraph == sentence.paragraph:
            subject = self.tellers.person_subject(following)
            if subject is not None and subject.how == "name":
                return By(subject._replace(start=None, end=None), None, "introduced", 0.75, False)
        if self.quoted_paragraph == sentence.paragraph:
            return By(self.speakers.previous(1.0), None, "continuation", 0.93, False)
        return By(self.speakers.previous(0.7), None, "floating", 0.6, False)

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
        if units[2].low in OF:  # « La colère de X ne faiblit pas. »
            found = phrases.phrase(self.reading, units, 3)
            if found is not None and found.mention != -1:
                self.speakers.see(self.sentences[self.at])
                return self.speakers.resolve(units, found)
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

    def _turn(self, sentence: Sentence, turn: Turn) -> bool:
        """A turn without marks; False if it turns out to be none."""
        speaker, end, rule = NOBODY, turn.end, "interview"
        cue: tuple[int, int] | None = None
        if turn.dash:
            units = turns.words_of(self.reading, turn)
            incise = self.tellers.incise(units)
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
                    speaker = speaker if self.reading.is_utterance(unit) else None
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

    def _is_heading(self, sentence: Sentence) -> bool:
        """Whether a sentence with a passage is a line of its own without a full stop."""
        start, end = self.reading.paragraphs[sentence.paragraph]
        short = end - start < LONGEST_HEADING and self.reading.text[end - 1] not in ".,;"
        return short and any(unit.kind == "passage" for unit in sentence.units)


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
        if _sureness(here) <= _sureness(before):
            found[index] = here._replace(speaker=before.speaker, cue=before.cue, joined=True)
            continue
        found[index] = here._replace(joined=True)
        for back in range(index - 1, -1, -1):
            found[back] = found[back]._replace(speaker=here.speaker, cue=here.cue, confidence=here.confidence)
            if not found[back].joined:
                break
    return found


def _sureness(found: Found) -> float:
    """How plainly the text tells the speaker of a passage: best by a cue."""
    return found.confidence * found.speaker.sure + (found.cue is not None)
