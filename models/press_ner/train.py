"""Train the press ner: `python train.py WINER_DIR [--output weights]`; evaluate.py measures it.

WINER_DIR holds winer_train.jsonl and winer_dev.jsonl (see README.md). Everything else is in config.cfg.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy
from corpus import examples, mix, named, read_press, read_winer
from spacy.language import Language
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import get_package_version, load_config

from ralliement import weights
from ralliement.blas import use_numpy

HERE = Path(__file__).parent
SEEDS = (1, 2)

Corpus = Callable[[Language], Iterator[Example]]


@spacy.registry.readers("press_ner.train.v1")
def training_corpus(winer: Path, press_copies: int, swapped: float, capitalized: float, seed: int) -> Corpus:
    """WiNER's paragraphs and ours, as `corpus.mix` mixes them."""
    return lambda nlp: examples(nlp, mix(winer, read_press("train"), press_copies, swapped, capitalized, seed))


@spacy.registry.readers("press_ner.dev.v1")
def dev_corpus(winer: Path) -> Corpus:
    """WiNER's dev months and our dev sentences."""
    return lambda nlp: examples(nlp, [*read_winer(Path(winer) / "winer_dev.jsonl"), *read_press("dev")])


def score_names(examples: Iterable[Example], **_: object) -> dict[str, float]:
    """Strict F1 of persons and organisations together."""
    right = found = wanted = 0
    for example in examples:
        gold = {(e.start_char, e.end_char, e.label_) for e in example.reference.ents if e.label_ in ("PER", "ORG")}
        ours = {name for name in named(example.predicted) if name[2] in ("PER", "ORG")}
        right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
    return {"names_f": 2 * right / max(1, found + wanted)}


def fit(winer: Path, seed: int) -> Language:
    """The base model's ner updated as config.cfg says; returns the best by `names_f` on the dev corpus."""
    config = load_config(HERE / "config.cfg", overrides={"paths.winer": str(winer), "system.seed": seed})
    nlp = init_nlp(config)
    nlp.get_pipe("ner").scorer = score_names
    use_numpy([nlp.get_pipe("ner")])
    with tempfile.TemporaryDirectory() as folder:
        train(nlp, Path(folder))
        return spacy.load(Path(folder) / "model-best")


def main() -> None:
    """Train from each seed, write the best."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("winer", type=Path, help="folder of winer_train.jsonl and winer_dev.jsonl")
    parser.add_argument("--output", type=Path, default=HERE / "weights")
    args = parser.parse_args()
    models = [fit(args.winer, seed) for seed in SEEDS]
    best = max(models, key=lambda nlp: nlp.meta["performance"]["names_f"])
    base = load_config(HERE / "config.cfg")["paths"]["base"]
    weights.write(best, "ner", f"{base} {get_package_version(base)}", args.output)


if __name__ == "__main__":
    main()
