"""The tokens of a Doc as plain lists: a `Token` object for each would cost three times as much."""

from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc


class Tokens(NamedTuple):
    """By token: the word, whether a space follows it, its offset. `text` is that of the Doc."""

    words: list[str]
    spaces: list[bool]
    starts: list[int]
    text: str


def tokens(doc: Doc) -> Tokens:
    """Read `doc`."""
    rows: list[list[int]] = doc.to_array(["ORTH", "SPACY"]).tolist() if len(doc) else []
    strings = doc.vocab.strings
    forms = {orth: strings[orth] for orth in {orth for orth, _ in rows}}
    words = [forms[orth] for orth, _ in rows]
    spaces = [bool(space) for _, space in rows]
    written = [f"{word} " if space else word for word, space in zip(words, spaces, strict=True)]
    starts = list(accumulate(map(len, written), initial=0))[:-1]
    return Tokens(words, spaces, starts, "".join(written))
