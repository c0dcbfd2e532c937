"""Fit the weights of `ralliement.components.membership_ranker` on gold articles.

usage: python models/membership_ranker/train.py [GOLD_DIR ...]     (default: corpora/gold/tuning)

Writes pipeline/ralliement/lexicons/membership_weights.csv. What it adds to the rules is measured by
`ralliement evaluate corpora/gold/heldout`, before and after: the rules have seen the tuning gold.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import ralliement
from ralliement.components.alliances import Alliances
from ralliement.components.membership_ranker import CLASSES, Occurrence, Pair, occurrences, pair_features
from ralliement.components.units import Text, sentences
from ralliement.evaluate import Gold
from ralliement.lexicon import sort_key

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "pipeline/ralliement/lexicons/membership_weights.csv"
SEEN = 3  # pairs that a feature must be seen on
SMALL = 0.01  # weights below it are left out


def examples(folder: Path) -> Iterator[tuple[set[str], str]]:
    """Features and status of each pair of the gold articles; entities and alliances are the pipeline's own."""
    nlp = ralliement.load()
    nlp.remove_pipe("ralliement_memberships")
    for path in sorted(folder.glob("*.xml")):
        gold = Gold(path)
        doc = nlp(gold.text)
        stands_for = gold.referents((m["entity"], m["start"], m["end"]) for m in doc._.mentions)
        statuses = defaultdict(list)
        for organization, alliance, status in gold.relations:
            statuses[organization, alliance].append(status)
        text = Text(doc)
        alliances = Alliances(text)
        if not alliances.keys:
            continue
        seen: defaultdict[Pair, list[Occurrence]] = defaultdict(list)
        for occurrence in occurrences(alliances, sentences(text, alliances.references())):
            seen[occurrence.pair].append(occurrence)
        for pair, mentions in seen.items():
            said = statuses[stands_for.get(pair[0]), stands_for.get(pair[1])]
            yield pair_features(alliances, pair, mentions), min(said, default="none")


def main() -> None:
    """Fit and write."""
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "corpora/gold/tuning"]
    data = [example for folder in folders for example in examples(folder)]
    seen = Counter(name for features, _ in data for name in features)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([dict.fromkeys((n for n in f if seen[n] >= SEEN), 1.0) for f, _ in data])
    model = LogisticRegression(C=0.15, max_iter=1000, fit_intercept=False).fit(x, [status for _, status in data])
    columns = [list(model.classes_).index(name) for name in CLASSES]
    rows = [
        (name, *(f"{weight:.2f}" if abs(weight) >= SMALL else "" for weight in weights))
        for name, weights in zip(vectorizer.get_feature_names_out(), model.coef_.T[:, columns], strict=True)
    ]
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", *CLASSES, "note"])
        writer.writerows((*row, "fitted") for row in sorted(rows, key=lambda row: sort_key(row[0])) if any(row[1:]))
    print(f"{len(data)} pairs, {len(rows)} features:", dict(Counter(status for _, status in data)))


if __name__ == "__main__":
    main()
