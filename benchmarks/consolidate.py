"""Who is who and who is in, over many articles: the end of a run, on generated rows.

usage: python benchmarks/consolidate.py [--mentions 1000000]

Prints the CPU seconds of identity and aggregates; the search for copies, which reads all texts, apart.
"""

import argparse
import itertools
import random
import time
from collections.abc import Iterator

from ralliement.rows import Row, Rows
from ralliement.store import Store

MENTIONS = 10  # an article
NAMES = [a + b + c for a in ("Al", "Bru", "Cor", "Del", "Or") for b in ("té", "na", "mi") for c in ("o", "vel", "xis")]
HEADS = ["", "groupe ", "Fédération de ", "Université de ", "Institut ", "Union ", "société "]


def name(rng: random.Random) -> str:
    """A name, few of them often and many rarely, as in the press."""
    one = random.Random(int(rng.paretovariate(0.5)) % 50_000)
    return one.choice(HEADS) + " ".join(one.choices(NAMES, k=one.choice([1, 2, 2, 3])))


def article(number: int, rng: random.Random) -> Rows:
    """Rows of an article: ten mentions of five organisations, one of them given with its acronym, a membership."""
    id_ = f"{number:016x}"
    names = [name(rng) for _ in range(5)]
    entities: list[Row] = [
        {
            "article_id": id_, "entity": f"e{i}", "label": "PER" if i == 4 else "ORG", "name": name, "aliases": [],
            "kind": None, "role": "porte-parole" if i == 4 else None, "affiliation": "e0" if i == 4 else None,
        }
        for i, name in enumerate(names)
    ]  # fmt: skip
    entities[0]["aliases"] = ["".join(word[0].upper() for word in names[0].split())]
    mentions: list[Row] = [
        {
            "article_id": id_, "start": 20 * i, "end": 20 * i + 10, "text": names[i % 5],
            "label": entities[i % 5]["label"], "entity_id": f"e{i % 5}", "rule": "x",
        }
        for i in range(MENTIONS)
    ]  # fmt: skip
    membership: Row = {
        "article_id": id_, "alliance_id": "e1", "organization_id": "e0", "status": "member", "certainty": "asserted",
        "date": None, "start": 0, "end": 5, "evidence": "x", "cue": "x", "speaker_id": None, "rule": "x",
        "confidence": 1.0,
    }  # fmt: skip
    day = f"20{rng.randrange(20, 26)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}"
    row: Row = {
        "article_id": id_, "path": f"{number}.txt", "title": None, "author": None, "publisher": None, "published": day,
        "words": 8, "text": f"{' '.join(names)} {number}",
    }  # fmt: skip
    return {
        "articles": [row], "entities": entities, "mentions": mentions, "memberships": [membership], "quotes": [],
        "claims": [],
    }  # fmt: skip


def main() -> None:
    """Fill a store, consolidate it, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=1_000_000)
    count = parser.parse_args().mentions // MENTIONS
    rng = random.Random(0)
    store = Store()
    rows: Iterator[tuple[str, Rows]] = (("", article(number, rng)) for number in range(count))
    while chunk := list(itertools.islice(rows, 1000)):
        store.put(1, chunk)
    seconds = {}
    for name in ("_mark_duplicates", "consolidate"):
        start = time.process_time()
        getattr(store, name)()
        seconds[name] = time.process_time() - start
    copies = seconds["_mark_duplicates"]
    entities = sum(1 for _ in store.rows("organizations")) + sum(1 for _ in store.rows("people"))
    print(f"{count * MENTIONS} mentions, {count} articles, {entities} entities: identity and aggregates", end=" ")
    print(f"{seconds['consolidate'] - copies:.1f} s, copies {copies:.1f} s")


if __name__ == "__main__":
    main()
