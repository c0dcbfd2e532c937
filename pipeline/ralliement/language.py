"""The pipeline: the one place that knows its components and their order."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from ralliement.annotations import register
from ralliement.article import Article
from ralliement.own import Own
from ralliement.startup import import_french

COMPONENTS = (
    "ralliement_sentences",
    "ralliement_syntax",
    "ralliement_entities",
    "ralliement_quotes",
    "ralliement_memberships",
)
MAX_LENGTH = 20_000_000  # code points; memory grows with the paragraph, not with the text
BATCH = 16  # articles

logger = logging.getLogger(__name__)


def load(names: str | Path | None = None, alliances: Iterable[str | Sequence[str]] = ()) -> Language:
    """A pipeline from raw text to `doc._.mentions`, `.entities`, `.quotes`, `.memberships` and `.claims`.

    `names` is an analyst's own CSV of organisations, of the columns of `lexicons/names.csv`; its rows win over ours.
    Raises `LexiconError` if it cannot be used. `alliances` are an analyst's own, each a name or the list of names it
    goes by; they are alliances wherever they are named, by whatever noun.
    """
    register()
    import_french()
    nlp = spacy.blank("fr")
    nlp.max_length = MAX_LENGTH
    own = Own.given(names, alliances)
    of_each = [list(names) for names in own.alliances]
    config: dict[str, dict[str, object]] = {
        "ralliement_entities": {"names": own.names or None, "alliances": of_each},
        "ralliement_memberships": {"alliances": of_each},
    }
    for name in COMPONENTS:
        nlp.add_pipe(name, config=config.get(name, {}))
    return nlp


def annotate(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc | Exception]]:
    """Each article with its Doc, in order; an article that cannot be processed comes with its exception."""
    for batch in minibatch(articles, BATCH):  # type: ignore[no-untyped-call]
        try:
            docs: list[Doc | Exception] = list(nlp.pipe([_doc(nlp, article) for article in batch]))
        except Exception:  # one article of the batch: find out which
            docs = [_annotate_one(nlp, article) for article in batch]
        yield from zip(batch, docs, strict=True)


def _annotate_one(nlp: Language, article: Article) -> Doc | Exception:
    try:
        return nlp(_doc(nlp, article))
    except Exception as error:
        logger.debug("%s cannot be processed", article.path, exc_info=True)
        return error


def _doc(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    doc._.article = article.metadata
    return doc
