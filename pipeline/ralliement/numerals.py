"""French numbers in words and figures: « vingt-deux », « une cinquantaine », « 1 800 », « la 11e »."""

import re
import unicodedata
from typing import NamedTuple

from ralliement.startup import compiled


class Number(NamedTuple):
    """What a number says. An approximate one is in -aine or -ier (« une centaine »); an ordinal gives a rank."""

    value: int
    approximate: bool = False
    ordinal: bool = False


_UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
}  # fmt: skip
_TEENS = {
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19,
}  # fmt: skip
_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_SIMPLE = _UNITS | _TEENS | _TENS
_SCALES = {"million": 1_000_000, "milliard": 1_000_000_000}
_COLLECTIVES = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1_000,
}  # fmt: skip
_FIRST = {"premier": 1, "première": 1, "second": 2, "seconde": 2}
_ORDINAL_STEMS = {"quatr": "quatre", "cinqu": "cinq", "neuv": "neuf"}  # else the cardinal, its mute e dropped
_CARDINALS = {word.rstrip("e"): word for word in [*_SIMPLE, "cent", "mille"] if word != "une"} | _ORDINAL_STEMS

# The grammar of cardinals. Both hyphens and all spaces join words.
_GAP = r"[\s\u00a0\u202f\u2011-]+"
_JOIN = rf"(?:{_GAP}et)?{_GAP}"


def _any(words: dict[str, int]) -> str:
    return "|".join(word.replace("-", _GAP) for word in sorted(words, key=len, reverse=True))


_UNIT, _TEEN = f"(?:{_any(_UNITS)})", f"(?:{_any(_TEENS)})"
_BELOW_100 = (
    rf"(?:quatre{_GAP}vingts?(?:{_JOIN}(?:{_TEEN}|{_UNIT}))?|soixante(?:{_JOIN}(?:{_TEEN}|{_UNIT}))?"
    rf"|(?:{_any(_TENS)})(?:{_JOIN}{_UNIT})?|{_TEEN}|{_UNIT})"
)
_BELOW_1000 = rf"(?:(?:{_UNIT}{_GAP})?cents?(?:{_JOIN}{_BELOW_100})?|{_BELOW_100})"
_WORDS = rf"(?:(?:{_BELOW_1000}{_GAP})?mille(?:{_JOIN}{_BELOW_1000})?|{_BELOW_1000})"
_FIGURES = r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009.]\d{3}){1,4}(?!\d)|\d+)"
_COLLECTIVE = f"(?:{_any(_COLLECTIVES)})s?"
_RANK = rf"(?:(?:un|{'|'.join(sorted(_CARDINALS, key=len, reverse=True))})ièmes?)".replace("dix-", f"dix{_GAP}")
_ADJECTIVE = rf"(?:(?:bonne|petite|grosse|grande){_GAP})?"
_NOT_COUNTING = frozenset({"bonne", "petite", "grosse", "grande", "demi"})

_FIGURE_RANK = r"\d+(?:e|ème|er|re|ère|nd|nde)s?"

# A bare « un » or « une » is left out: an article far more often than a number.
NUMBER = compiled(
    rf"(?<![\w.,/])(?<!\w-)(?:"
    rf"(?P<collective>(?:{_FIGURES}|{_WORDS}){_GAP}{_ADJECTIVE}(?:demi-)?{_COLLECTIVE})"
    rf"|(?P<millions>(?:\d+,\d+|{_FIGURES}|{_WORDS}){_GAP}(?:million|milliard)s?)"
    rf"|(?P<ordinal>{_FIGURE_RANK}|(?:{_WORDS}{_JOIN})?{_RANK}|(?:{_any(_FIRST)})s?)"
    rf"|(?P<cardinal>{_FIGURES}(?![.,/]?\d)|(?!une?(?!\w)(?!{_GAP}cent|{_GAP}mille)){_WORDS})"
    rf")(?!\w|-\w)",
    re.IGNORECASE,
)


def _cardinal(text: str) -> int:
    """The value of figures, or of words that follow the grammar."""
    if text[0].isdigit():
        return int(re.sub(r"\D", "", text))
    total = group = 0
    for word in re.split(_GAP, text):
        match word if word in _SIMPLE else word.removesuffix("s"):
            case "et":
                continue
            case "cent":
                group = (group or 1) * 100
            case "mille":
                total, group = (group or 1) * 1000, 0
            case "vingt" if group % 100 == 4:
                group += 76
            case simple:
                group += _SIMPLE[simple]
    return total + group


def _ordinal(text: str) -> int:
    if text[0].isdigit():
        return _cardinal(text)
    if (first := text.removesuffix("s")) in _FIRST:
        return _FIRST[first]
    *_, last = re.split(_GAP, stem := re.sub(r"ièmes?$", "", text))
    return _cardinal(stem.removesuffix(last) + _CARDINALS[last])


def _collective(text: str) -> int:
    *head, last = re.split(_GAP, text)
    count = _cardinal(" ".join(word for word in head if word not in _NOT_COUNTING))
    return count * _COLLECTIVES[last.removesuffix("s")] // (2 if "demi" in head else 1)


def _millions(text: str) -> int:
    count, scale = re.fullmatch(rf"(.*?){_GAP}(\w+?)s?", text).groups()  # type: ignore[union-attr]
    return round((float(count.replace(",", ".")) if "," in count else _cardinal(count)) * _SCALES[scale])


_LONGEST = 15  # digits; longer ones count nothing, and no table can hold them


def parse(text: str) -> Number | None:
    """The number that `text` is, the whole of it, or None.

    >>> parse("une cinquantaine")
    Number(value=50, approximate=True, ordinal=False)
    >>> parse("cinquante ans") is None
    True
    """
    text = unicodedata.normalize("NFC", text).strip().lower()
    if text in ("un", "une"):
        return Number(1)
    match = NUMBER.fullmatch(text)
    if match is None or sum(map(str.isdigit, text)) > _LONGEST:
        return None
    match match.lastgroup:
        case "collective":
            return Number(_collective(text), approximate=True)
        case "millions":
            return Number(_millions(text))
        case "ordinal":
            return Number(_ordinal(text), ordinal=True)
    return Number(_cardinal(text))


def value(text: str) -> int | None:
    """The value of the number that `text` is, or None: `value("quatre-vingts")` is 80."""
    number = parse(text)
    return number.value if number else None
