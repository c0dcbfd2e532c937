"""Memory and speed of long runs: the whole pipeline, files to tables, on text that is never the same twice.

usage: python benchmarks/endurance.py [--articles 10000] [--workers 1]     the curve: resident memory as articles pass
       python benchmarks/endurance.py --words 200000                       one text of so many words: peak memory

Memory is that of this process in MB (`/proc/self`, Linux).
"""

import argparse
import itertools
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from speed import CORPORA, fresh

import ralliement
from ralliement.article import Article
from ralliement.batch import Summary
from ralliement.readers import read_articles


def articles() -> Iterator[Article]:
    """The articles of `corpora/` over and over, names and numbers changed each time."""
    originals = [
        item for item in read_articles([CORPORA / "gold", CORPORA / "ai-alliance"]) if isinstance(item, Article)
    ]
    for number, original in enumerate(itertools.cycle(originals)):
        yield Article(path=f"{number}.txt", text=fresh(original.text, number), published=original.published)


def resident() -> float:
    """Memory of this process, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


def peak() -> float:
    """The most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def curve(count: int, workers: int) -> None:
    """Print memory each 500 articles, then the speed."""
    told = 0

    def report(summary: Summary) -> None:
        nonlocal told
        if summary.processed - told >= 500 or told == 0:
            told = summary.processed
            print(f"| {told} | {resident():.0f} | {summary.processed / summary.seconds:.1f} |", flush=True)

    print("| articles | MB | articles a second |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        ralliement.extract(itertools.islice(articles(), count), folder, workers=workers, report=report)
        seconds = time.perf_counter() - start
    print(f"\n{count} articles, {workers} process(es): {count / seconds:.1f} a second")
    print(f"peak, who is who at the end included: {peak():.0f} MB")


def long_text(words: int) -> None:
    """Print the peak of memory over one long text."""
    text, number = "", 0
    for article in articles():
        text += article.text + "\n\n"
        number += len(article.text.split())
        if number >= words:
            break
    start = time.perf_counter()
    tables = ralliement.extract([Article(path="long.txt", text=text)])
    assert len(tables.articles) == 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{number} words in one article: {time.perf_counter() - start:.0f} s, peak {peak:.0f} MB")


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--words", type=int)
    options = parser.parse_args()
    if options.words:
        long_text(options.words)
    else:
        curve(options.articles, options.workers)


if __name__ == "__main__":
    main()
