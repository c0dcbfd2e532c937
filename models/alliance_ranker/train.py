"""Fit the weights of `ralliement.components.alliance_ranker` on gold articles.

usage: python models/alliance_ranker/train.py [GOLD_DIR ...]     (default: corpora/gold/tuning)

Writes pipeline/ralliement/lexicons/alliance_weights.csv and prints precision, recall and F1 by eight-fold
cross-validation over articles, and on corpora/gold/heldout.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

import ralliement
from ralliement.components.alliance_evidence import Evidence
from ralliement.components.alliance_ranker import Features, features
from ralliement.components.alliances import LIKELY
from ralliement.components.units import Text
from ralliement.evaluate import Gold
from ralliement.lexicon import sort_key

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "pipeline/ralliement/lexicons/alliance_weights.csv"
SEEN = 3  # entities that a feature must be seen on
Example = tuple[str, Features, bool]  # article, features, whether it is an alliance


def examples(folder: Path) -> Iterable[Example]:
    """One an entity of each gold article; entities are the pipeline's own, as at run time."""
    nlp = ralliement.load()
    nlp.remove_pipe("ralliement_memberships")
    for path in sorted(folder.glob("*.xml")):
        gold = Gold(path)
        doc = nlp(gold.text)
        alliances = {passive for _, passive, _ in gold.relations} | {claim[0] for claim in gold.claims}
        stands_for = gold.referents((m["entity"], m["start"], m["end"]) for m in doc._.mentions)
        text = Text(doc)
        for key, found in features(text, Evidence(text)).items():
            yield path.stem, found, stands_for.get(key) in alliances


def scores(said: np.ndarray, truth: np.ndarray) -> str:
    """Precision, recall and F1 with their counts."""
    right, all_said, all_true = int((said & truth).sum()), int(said.sum()), int(truth.sum())
    f1 = 2 * right / (all_said + all_true)
    return f"P {right / all_said:.3f} R {right / all_true:.3f} F1 {f1:.3f} ({all_true} alliances)"


def main() -> None:
    """Fit, say how well, write."""
    folders = [Path(name) for name in sys.argv[1:]] or [ROOT / "corpora/gold/tuning"]
    data = [example for folder in folders for example in examples(folder)]
    seen = Counter(name for _, found, _ in data for name in found)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{n: v for n, v in found.items() if seen[n] >= SEEN} for _, found, _ in data])
    y = np.array([truth for *_, truth in data])
    model = LogisticRegression(C=0.2, max_iter=5000, fit_intercept=False)
    folds = GroupKFold(8).split(x, y, [article for article, *_ in data])
    print(
        "cross-validated", scores(cross_val_predict(model, x, y, cv=folds, method="predict_proba")[:, 1] >= LIKELY, y)
    )
    model.fit(x, y)
    heldout = list(examples(ROOT / "corpora/gold/heldout"))
    truth = np.array([truth for *_, truth in heldout])
    print(
        "held out", scores(model.predict_proba(vectorizer.transform([f for _, f, _ in heldout]))[:, 1] >= LIKELY, truth)
    )
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", "weight", "note"])
        weights = sorted(
            zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True), key=lambda row: sort_key(row[0])
        )
        writer.writerows((name, f"{weight:.3f}", "fitted") for name, weight in weights if abs(weight) >= 0.02)


if __name__ == "__main__":
    main()
