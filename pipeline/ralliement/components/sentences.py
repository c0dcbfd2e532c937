"""Sentence boundaries that the parser must respect, set before it runs: paragraphs, and marks that enclose."""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from ralliement.paragraphs import paragraphs

OPENING = "«“„"
CLOSING = "»”"
_CODES = {True: 1, False: -1, None: 0}


@Language.factory("ralliement_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> "Sentences":
    """Factory of `ralliement_sentences`; put it before the parser."""
    return Sentences()


class Sentences:
    """A paragraph starts a sentence; inside « » and “ ” none starts, so that a quote is not cut in pieces."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `token.is_sent_start`, to True, False or None where the parser is to decide."""
        codes = [_CODES[starts] for starts in self.match(doc)]
        if codes:  # at once: setting one token looks at all
            doc.from_array(["SENT_START"], np.array(codes, dtype="int64").astype("uint64"))  # type: ignore[arg-type]
        return doc

    def match(self, doc: Doc) -> list[bool | None]:
        """Per token: True where a sentence starts, False where none does, None where that is open."""
        starts: list[bool | None] = [None] * len(doc)
        first = {span[0] for span in paragraphs(doc.text)}
        depth = 0
        for index, token in enumerate(doc):
            text = token.text
            if token.idx in first:
                starts[index], depth = True, 0
            elif depth:
                starts[index] = False
            if text in OPENING:
                depth += 1
            elif text in CLOSING:
                depth = max(0, depth - 1)
        return starts
