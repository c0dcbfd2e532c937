"""Sentence boundaries by rule: paragraphs, then stops, with what quotation marks and brackets enclose kept whole."""

import re

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from ralliement.components.tokens import tokens
from ralliement.paragraphs import paragraphs

OPENING = "«“„([‹"
CLOSING = "»”)]›"
FOLLOWING = {",", ";", ":"}
STOPS = {".", "!", "?", "…", "...", "?!", "!!"}
# what a stop may end without ending the sentence
ABBREVIATION = re.compile(r"(?:[A-ZÀ-Ý]|M|MM|Mmes?|Mlles?|Me|Mgr|Dr|Pr|St|Ste|n°|no|art|vol|éd|av|bd|cf|env|p|pp)\.?")
YES, NO = np.array([1, -1]).astype("uint64")  # as spaCy stores SENT_START
LONG = 150  # tokens; a mark that is still open then was never closed


@Language.factory("ralliement_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> "Sentences":
    """Factory of `ralliement_sentences`."""
    return Sentences()


class Sentences:
    """A paragraph starts a sentence, and so does what follows a stop; inside « », “ ” and brackets none starts."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `token.is_sent_start`."""
        starts = np.full((len(doc), 1), NO, dtype="uint64")
        starts[sorted(self.match(doc))] = YES
        return doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]

    def match(self, doc: Doc) -> set[int]:
        """Indices of the tokens that start a sentence."""
        words, _, offsets, text = tokens(doc)
        first = {span[0] for span in paragraphs(text)}
        starts: set[int] = set()
        opened = stopped = -1  # the token that opened a mark, the last stop
        for index, (word, offset) in enumerate(zip(words, offsets, strict=True)):
            if offset in first:
                starts.add(index)
                opened = stopped = -1
            elif stopped >= 0 and not word.isspace() and word not in CLOSING and word not in STOPS:
                if opened < 0 and not word[0].islower() and word not in FOLLOWING:
                    starts.add(index)
                stopped = -1
            if opened >= 0 and index - opened > LONG:
                opened = -1
            if word in OPENING and opened < 0:
                opened = index
            elif word in CLOSING:
                opened = -1
            elif word in STOPS or (len(word) > 2 and word[-1] in ".?!" and word[-2].isalpha()):
                before = words[index - 1] if word == "." and index else word
                stopped = -1 if ABBREVIATION.fullmatch(before) else index
        return starts
