"""Fit the weights of `lexicons/salience.csv` to the speakers of the tuning gold.

usage: python models/salience/fit.py [--write]

Each pronoun or description that speaks in `corpora/gold/tuning` is a choice among the entities that agree with it; the
gold says which is right. A conditional logistic regression, with the weights in use as the prior, is fitted to these
choices; five folds over articles give the share right of choices that it has not seen. `--write` replaces the weights.
"""

import argparse
import csv
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np

import ralliement
from ralliement.components import salience
from ralliement.components.salience import Query
from ralliement.components.speakers import Speakers
from ralliement.evaluate import Gold

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "corpora" / "gold" / "tuning"
WEIGHTS = ROOT / "pipeline" / "ralliement" / "lexicons" / "salience.csv"
PRIOR, STEPS, RATE, FOLDS = 3.0, 400, 0.02, 5
SAME = 0.5  # overlap of a passage found and one of the gold


class Choice(NamedTuple):
    """One choice: a row of features a candidate, and which rows are right."""

    article: str
    features: np.ndarray
    right: np.ndarray


def choices(names: list[str]) -> list[Choice]:
    """The choices of the tuning gold whose right answer is among the candidates."""
    nlp = ralliement.load()
    asked: list[tuple[Query, dict[str, dict[str, float]]]] = []
    best = Speakers._best

    def noting(self: Speakers, query: Query) -> str | None:
        found = {
            key: features
            for key, seen in self._candidates(query.noun).items()
            if (features := salience.features(key, seen, query, self.breaks)) is not None
        }
        asked.append((query, found))
        return best(self, query)

    Speakers._best = noting  # type: ignore[method-assign]
    made: list[Choice] = []
    for path in sorted(GOLD.glob("*.xml")):
        gold = Gold(path)
        asked.clear()
        doc = nlp(gold.text)
        keys: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in doc._.mentions:
            for start, end, _, who in gold.mentions:
                if min(end, mention["end"]) > max(start, mention["start"]):
                    keys[who][mention["entity"]] += 1
        for quote in doc._.quotes:
            who = next(
                (w for s, e, _, w in gold.quotes if _overlap((s, e), (quote["start"], quote["end"])) > SAME), None
            )
            at = quote["speaker_start"]
            found = [c for query, c in asked if at is not None and 0 <= at - query.offset <= len("-t-il") and c]
            if who is None or not found:
                continue
            rows = found[-1]
            right = np.array([key.startswith("?") if who == "anon" else key in keys[who] for key in rows])
            if right.any():
                table = np.array([[row.get(name, 0.0) for name in names] for row in rows.values()])
                made.append(Choice(path.stem, table, right))
    return made


def fit(data: list[Choice], prior: np.ndarray) -> np.ndarray:
    """Weights of a conditional logistic regression by gradient ascent, drawn to the prior."""
    weights = prior.copy()
    for step in range(STEPS):
        slope = -PRIOR * (weights - prior)
        for choice in data:
            scores = choice.features @ weights
            chance = np.exp(scores - scores.max())
            wanted = chance * choice.right
            slope += (wanted / wanted.sum() - chance / chance.sum()) @ choice.features
        weights += RATE * slope / (1 + step / (STEPS / 2))
    return weights


def share(data: list[Choice], weights: np.ndarray) -> float:
    """Share of choices whose best candidate is right."""
    return float(np.mean([choice.right[np.argmax(choice.features @ weights)] for choice in data]))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return common / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def main() -> None:
    """Print the shares right before and after, and write the weights if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="replace the weights in use")
    write = parser.parse_args().write
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [row["feature"] for row in rows]
    prior = np.array([float(row["weight"]) for row in rows])
    data = choices(names)
    articles = sorted({choice.article for choice in data})
    seen = 0.0
    for fold in range(FOLDS):
        apart = set(articles[fold::FOLDS])
        weights = fit([choice for choice in data if choice.article not in apart], prior)
        test = [choice for choice in data if choice.article in apart]
        seen += share(test, weights) * len(test)
    print(f"{len(data)} choices; in use {share(data, prior):.3f}, folds apart {seen / len(data):.3f}")
    if write:
        for row, weight in zip(rows, fit(data, prior), strict=True):
            row["weight"] = f"{weight:.2f}"
        with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["feature", "weight", "note"], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
