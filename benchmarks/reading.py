"""Reading and duplicates at scale: time an article and memory, on articles made of shuffled words.

usage: python benchmarks/reading.py [--articles N]

Rows: N articles as .txt files in folders, as one CSV, one JSON Lines file, one zip archive, a tenth of N as HTML pages;
then near-duplicates among ten times N, one in five a shortened or retitled copy.
"""

import argparse
import csv
import json
import random
import resource
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from ralliement.duplicates import Copy, find_duplicates
from ralliement.readers import read_articles

STEMS = ("alliance", "membre", "groupe", "accord", "projet", "réseau", "charte", "pacte", "ligue", "cercle")
ENDS = ("", "s", "nt", "ment", "tion", "eur", "age", "ier", "iste", "al", "el", "ique", "able", "isme", "ade", "erie")
WORDS = [stem + end for stem in STEMS for end in ENDS]


def article(rng: random.Random) -> str:
    """Some 400 words in paragraphs."""
    paragraphs = (" ".join(rng.choices(WORDS, k=rng.randint(40, 90))) + "." for _ in range(6))
    return "\n\n".join(paragraphs)


def write(folder: Path, count: int) -> dict[str, tuple[Path, int]]:
    """The same articles in every format: per label what to read, and how many articles are in it."""
    rng = random.Random(1)
    texts = [article(rng) for _ in range(count)]
    plain, pages = folder / "txt", folder / "html"
    pages.mkdir()
    for number, text in enumerate(texts):
        file = plain / str(number // 500) / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for number, text in enumerate(texts[: count // 10]):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
        page = f"<!DOCTYPE html><html><head><title>Titre</title></head><body><article>{body}</article></body></html>"
        (pages / f"{number}.html").write_text(page, encoding="utf-8")
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "texte"], *enumerate(texts)])
    (folder / "a.jsonl").write_text("\n".join(json.dumps({"texte": text}) for text in texts), encoding="utf-8")
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for number, text in enumerate(texts):
            packed.writestr(f"{number}.txt", text)
    return {
        "txt in folders": (plain, count),
        "CSV": (folder / "a.csv", count),
        "JSON Lines": (folder / "a.jsonl", count),
        "zip": (folder / "a.zip", count),
        "HTML": (pages, count // 10),
    }


def report(label: str, count: int, run: Callable[[], int]) -> None:
    """Run and print one row."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found = run()
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    each = 1000 * seconds / count
    print(f"{label:28} {count:8} articles {seconds:7.2f} s {each:6.2f} ms each, +{grown:.0f} MB, {found} found")


def duplicates(count: int) -> int:
    """Near-duplicates among `count` articles, a fifth of them copies."""
    rng = random.Random(2)
    texts: list[str] = []
    for number in range(count):
        if number % 5 == 4:
            paragraphs = texts[rng.randrange(max(0, number - 1000), number)].split("\n\n")
            texts.append("Titre nouveau\n\n" + "\n\n".join(paragraphs[: rng.randint(3, 6)]))
        else:
            texts.append(article(rng))
    copies = [Copy(str(number), None, f"{number:09}") for number in range(count)]
    start = time.process_time()
    found = find_duplicates(copies, lambda id: texts[int(id)])
    print(f"{'near-duplicates, alone':28} {count:8} articles  {time.process_time() - start:7.2f} s")
    return len(found)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        for label, (path, articles) in write(Path(folder), count).items():
            report(label, articles, lambda path=path: sum(1 for _ in read_articles([path])))
    report("near-duplicates, with texts", 10 * count, lambda: duplicates(10 * count))


if __name__ == "__main__":
    main()
