"""Copies of one article: the same dispatch in five papers counts once.

An article is a copy where most of its word sequences stand in another one too: reprinted, retitled, lightly rewritten
or cut. Two articles on one subject share names and a quotation, which is far less.
"""

import re
from array import array
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ralliement.dates import iso_day

Hashes = NDArray[np.uint64]

WORDS = 3  # in a sequence: few enough to survive rewording, enough that two stories on one subject share hardly any
SHARED = 0.4  # of the sequences of a copy, at least, are in its original
REPRINTED = 31  # days within which an article that is not word for word the same may be a copy
SHORTEST = 20  # sequences: of less, two articles are copies only if all their words are the same
_SAMPLE = 8  # one sequence in so many, of all but short articles, serves to find who may be whose copy
_MAYBE = 0.2  # of the sampled sequences shared: worth comparing in full
_RUN = 8  # of more articles that share a sequence each is paired with the one before and the first only
_WORD = re.compile(r"\w+")


class Copy(NamedTuple):
    """What is needed to know an article's place among its copies."""

    id: str
    published: str | None
    path: str


def find_duplicates(articles: Iterable[Copy], text_of: Callable[[str], str]) -> dict[str, str]:
    """Per id of a copy, the id of the article it is a copy of: the first by date, then by path, that holds it.

    An original is never itself a copy. A brief that came before the whole article is the copy of it, not the reverse.
    What differs and came over a month later is no copy but news.
    `text_of` gives an article's text; each is read once, those that may be copies once more.
    """
    ordered = sorted(articles, key=lambda a: (a.published or "9999", a.path, a.id))
    sequences = lru_cache(maxsize=512)(lambda rank: word_sequences(text_of(ordered[rank].id)))
    original: dict[int, int] = {}
    maybe: dict[int, list[int]] = {}
    for one, other in _candidates(_sample(word_sequences(text_of(a.id))) for a in ordered):
        maybe.setdefault(other, []).append(one)
    for later in sorted(maybe):
        for earlier in sorted({original.get(one, one) for one in maybe[later]}):
            if _far_apart(ordered[earlier], ordered[later]) and not np.array_equal(
                sequences(earlier), sequences(later)
            ):
                continue
            if _holds(sequences(earlier), sequences(later)):
                original[later] = earlier
                break
            if _holds(sequences(later), sequences(earlier)):
                copies = [copy for copy, of in original.items() if of == earlier]
                original.update(dict.fromkeys([earlier, *copies], later))
    return {ordered[copy].id: ordered[of].id for copy, of in original.items()}


def _far_apart(one: Copy, other: Copy) -> bool:
    """Whether their days are known and too far apart for a reprint: a page brought up to date, a yearly notice."""
    days = iso_day(one.published), iso_day(other.published)
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > REPRINTED


def word_sequences(text: str) -> Hashes:
    """Sorted hashes of the sequences of three words of `text`, case and punctuation apart."""
    words = np.fromiter(map(_hash, _WORD.findall(text.lower())), np.uint64)
    if len(words) < WORDS + SHORTEST:
        places = np.arange(len(words), dtype=np.uint64) * np.uint64(2) + np.uint64(1)
        return np.atleast_1d(_mixed(np.bitwise_xor.reduce(words * places, keepdims=True)))
    hashes = np.zeros(len(words) - WORDS + 1, np.uint64)
    for offset in range(WORDS):
        hashes = hashes * _MULTIPLIER + words[offset : len(words) - WORDS + 1 + offset]
    return np.unique(_mixed(hashes))


_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


@lru_cache(maxsize=20_000)
def _hash(word: str) -> int:
    return crc32(word.encode()) + 1


def _mixed(hashes: Hashes) -> Hashes:
    """Spread over all bits, so that taking those divisible by a number is a fair sample."""
    hashes = (hashes ^ (hashes >> np.uint64(31))) * np.uint64(0xBF58476D1CE4E5B9)
    return hashes ^ (hashes >> np.uint64(29))


class _Sample(NamedTuple):
    """Some of an article's sequences, or all if they are few, and how many it has."""

    hashes: Hashes
    of: int


def _sample(hashes: Hashes) -> _Sample:
    fair = hashes if len(hashes) < 10 * _SAMPLE else hashes[hashes % np.uint64(_SAMPLE) == 0]
    return _Sample(fair, len(hashes))


def _holds(original: Hashes, copy: Hashes) -> bool:
    return len(np.intersect1d(original, copy, assume_unique=True)) >= SHARED * len(copy)


def _candidates(samples: Iterable[_Sample]) -> list[tuple[int, int]]:
    """Pairs of ranks, the earlier first, whose samples share enough; sorted."""
    packed, sampled, sequences = array("Q"), array("I"), array("I")  # 12 bytes a word sequence of the sample, no object
    for sample in samples:
        packed.frombytes(sample.hashes.tobytes())
        sampled.append(len(sample.hashes))
        sequences.append(sample.of)
    count = len(sequences)
    hashes, ranks = np.array(packed), np.repeat(np.arange(count, dtype=np.int32), sampled)
    del packed
    order = np.argsort(hashes, kind="stable")  # ranks stay in order within a run of equal hashes
    hashes, ranks = hashes[order], ranks[order]
    begins = np.ones(len(hashes) + 1, np.bool_)  # whether a run begins there; one past the end does
    begins[1:-1] = hashes[1:] != hashes[:-1]
    shared = ~(begins[:-1] & begins[1:])  # most sequences stand in one article only
    del hashes, order
    ranks, starts = ranks[shared].astype(np.int64), np.flatnonzero(begins[:-1][shared]).astype(np.int32)
    lengths = np.diff(starts, append=np.int32(len(ranks)))
    first, length = np.repeat(starts, lengths), np.repeat(lengths, lengths)
    places = np.arange(len(ranks), dtype=np.int32)
    pairs = []
    for distance in range(1, _RUN):
        later = np.flatnonzero((places - first >= distance) & ((length <= _RUN) | (distance == 1)))
        pairs.append(ranks[later - distance] * count + ranks[later])
    far = np.flatnonzero((length > _RUN) & (places - first > 1))
    pairs.append(ranks[first[far]] * count + ranks[far])
    keys, counts = np.unique(np.concatenate(pairs), return_counts=True)
    earlier, later = keys // count, keys % count
    of = np.array(sequences)
    whole = of == np.array(sampled)
    met = np.minimum(of[earlier], of[later]) / np.where(whole[earlier] & whole[later], 1, _SAMPLE)
    enough = (earlier != later) & (counts >= _MAYBE * met)
    return [(int(a), int(b)) for a, b in zip(earlier[enough], later[enough], strict=True)]
