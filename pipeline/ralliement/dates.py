"""Dates in French press texts: stated ones, relative ones resolved from the article's date, and that date itself.

A date is as precise as the words are. What cannot be resolved for sure is left out: a missing date is better than
a wrong one.
"""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from ralliement import numerals
from ralliement.startup import compiled


class Date(NamedTuple):
    """A date and its place in the text: `iso` is `2024`, `2024-02` or `2024-02-08`."""

    start: int
    end: int
    iso: str

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """How much of the date is known."""
        return {4: "year", 7: "month"}.get(len(self.iso), "day")  # type: ignore[return-value]


_MONTHS = ("janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec")
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SEASONS = {"printemps": (3, 6), "ete": (6, 9), "automne": (9, 12)}  # months; winter is in two years

_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9]|1er|premier)"
_MONTH = (
    r"(?P<month>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|(?:janv|févr?|avr|juill?|sept|oct|nov|déc)\b\.?)"
)
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\d,.]?\d)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_PART_OF_DAY = r"(?:[ ](?:matin|midi|soir|après-midi))?"
_TURN = r"(?P<turn>derni(?:er|ère)|passée?|prochaine?)"
_SMALL = (  # words in -s that are no plural noun
    "dans|sous|les|des|ses|ces|leurs|nos|mais|sans|plus|moins|vers|puis|alors|après|dès|depuis|nous|vous|ils|elles|pas"
    "|tous|toutes|chez|jusqu|très|lors|hors|deux|trois|six|dix|toujours|jamais|aux"
)
_AFTER_BIRTH = r"après(?=[ ](?:sa|la|leur|le|son)[ ](?:création|fondation|naissance|lancement)\b)"
_COUNT = rf"(?P<count>une?|{numerals.NUMBER.pattern.replace('?P<', '?P<number_')})"

# The dates by their shape, the most precise first; the group `date` of some is the part that is the date.
_SHAPES: dict[str, str] = {
    "iso": r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    "figures": r"(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?!\d)",
    "day": rf"(?:{_WEEKDAY},?[ ](?:le[ ])?)?{_DAY}[ ]{_MONTH}(?:[ ]{_YEAR}|[ ]{_TURN})?",
    "month": rf"{_MONTH}[ ]{_YEAR}",
    "return": rf"rentrée[ ](?:de[ ])?{_YEAR}",
    "bare_month": (
        rf"(?:(?:en|depuis|début|fin|courant|dès|d’ici|(?:mois|partir|compter)[ ](?:de|d’)|jusqu’en)[ ]?|mi-)"
        rf"(?P<date>{_MONTH}(?:[ ]{_TURN})?)(?![ ]\d|[ ]de[ ](?:la[ ]même|l’année|cette[ ]année))"
    ),
    "year": (
        r"(?:(?:en|depuis|dès|début|fin|courant|(?<!plus\s)(?<!moins\s)(?<!pr\u00e8s\s)de|avant|après|année|d’ici"
        r"|d’ici[ ]à|printemps|été|automne|hiver|(?:trimestre|semestre)|jusqu’en)[ ]|mi-)"
        # « de 2019 », « en 2019 dans » but not « de 2000 salariés »
        rf"(?P<date>{_YEAR})(?![ ]?(?:€|\$|%|-\d)|[ ](?!(?:{_SMALL})\b)(?-i:[a-z\u00e0-\u00ff]+[sx]\b))"
    ),
    "bracketed": rf"(?<=\(){_YEAR}(?=[),;])",
    # « Année de création : 2017 », « - Altéo, 2017 », « Altéo | France | 2017 »
    "labelled": rf"(?:(?<=[:,|–—]\s)|(?<=\t)){_YEAR}(?=\.?(?:\s\|)?(?m:$)|(?<=:\s\d{{4}}),)",
    "alone": rf"(?m:^){_YEAR}(?m:$)",
    # « 2012 : la ligue est créée », « - 2012. Création de la ligue »
    "heading": rf"(?m:^)(?:[•*–—-][ ])?\[?(?P<date>{_YEAR})(?=[ ]?(?:[]:,]|\.[ ]|[–—-][ ]))",
    "weekday_day": rf"{_WEEKDAY}[ ]{_DAY}(?![ ,]?\d|[ ]?(?:%|h\b))",
    "weekday": (
        r"(?<!\ble\s)(?<!\bun\s)(?<!\bchaque\s)(?<!\bau\s)(?<!\bdu\s)(?<!\b\u00e0\s)"
        rf"{_WEEKDAY}{_PART_OF_DAY}(?:[ ]{_TURN})?"
        rf"(?![ ](?:au|à)[ ](?:{'|'.join(_WEEKDAYS)}))"
    ),
    "near": r"(?P<near>avant-hier|après-demain|hier|demain|ce[ ](?:jour|matin|midi|soir)|cet[ ]après-midi)(?!-)",
    # « annoncent aujourd’hui », not « compte aujourd’hui », which may be any time now
    "today": (
        r"(?:(?:annonc|officialis|lanc|sign|quitt|dévoil|cré|inaugur|confirm|présent)(?:e|ent|ons|ée?s?)"
        r"|rejoi(?:nt|gnent|gnons)|née?s?|naî(?:t|ssent)|voi(?:t|ent)[ ]le[ ]jour)[ ](?P<date>aujourd’hui)"
    ),
    "unit": rf"(?P<unit>l’an(?:née)?|le[ ]mois|la[ ]semaine)[ ]{_TURN}",
    "this_unit": r"(?P<unit>(?:cette[ ]année|cette[ ]semaine)(?!-l)|ce[ ]mois-ci)",
    "season": (
        rf"(?:(?:l’|le[ ]|au[ ]|à[ ]l’)(?P<season>printemps|été|automne)[ ]{_TURN}"
        rf"|(?:au[ ]|à[ ]l’|(?:dès|depuis)[ ](?:l’|le[ ]))(?P<bare_season>printemps|été|automne)(?![ ](?:de[ ])?\d))"
    ),
    "fin": r"(?P<unit>fin[ ](?:du[ ]mois|de[ ]l’année|d’année))(?![ ](?:prochaine?|derni|passée?|suivante?))",
    "this_season": r"cet?[ ](?P<season>printemps|été|automne)",
    "after_birth": rf"{_COUNT}[ ](?P<unit>mois|ans?|années?)[ ](?P<cue>{_AFTER_BIRTH})",
    "ago": rf"(?P<cue>il[ ]y[ ]a|depuis|voilà|voici|dans)[ ]{_COUNT}[ ](?P<unit>jours?|semaines?|mois|ans?|années?)",
}


def _compile(pattern: str) -> re.Pattern[str]:
    """Spaces of any kind, either apostrophe, accents composed, combining or (capitals) missing."""
    for written, read in (
        ("[ ]?", r"\s*"), ("[ ]", r"\s+"), ("’", "['’]"), ("é", "(?:é|e\u0301?)"), ("û", "(?:û|u\u0302?)"),
        ("è", "(?:è|e\u0300?)"), ("à", "(?:à|a\u0300?)"),
    ):  # fmt: skip
        pattern = pattern.replace(written, read)
    return compiled(rf"(?<!\w)(?<!(?<!mi)-)(?:{pattern})(?!\w)", re.IGNORECASE)


_PATTERNS = {name: _compile(shape) for name, shape in _SHAPES.items()}
# those that go on from the date before them
_FOLLOWING = {
    "step": _compile(r"(?P<step>le[ ](?:sur)?lendemain|la[ ]veille|l’avant-veille)(?![ ](?:de|du|des|d’))"),
    "later": _compile(
        rf"{_COUNT}[ ](?P<unit>heures|jours?|semaines?|mois|ans?|années?)[ ](?P<way>plus[ ]tard|plus[ ]tôt|auparavant)"
    ),
    "same": _compile(
        r"(?:ce[ ]|cet[ ]|cette[ ])(?P<unit>jour|soir|matin|midi|après-midi|année|mois)-là"
        r"|le[ ]même[ ](?P<same_unit>jour|soir|mois)|(?P<same_year>la[ ]même[ ]année)|le[ ](?:jour|soir)[ ]même"
    ),
    "month_of": _compile(
        rf"{_MONTH}[ ]de[ ](?:(?:la[ ]même[ ]année|cette[ ]année-là)|(?P<unit>l’année)[ ](?P<way>suivante|précédente))"
    ),
    "next": _compile(r"(?P<unit>l’année|le[ ]mois)[ ](?P<way>suivante?|d’après|précédente?)"),
}
# what is in every date of some shapes, and is sooner found to be missing than they are
_NEEDED = {
    re.compile(r"1[89]\d\d|20\d\d"): {
        "iso", "figures", "month", "return", "year", "bracketed", "labelled", "alone", "heading",
    },
    _compile(_AFTER_BIRTH): {"after_birth"},
    re.compile(r"plus\s+t[aoô]|auparavant", re.IGNORECASE): {"later"},
}  # fmt: skip


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next(n for n, start in enumerate(_MONTHS, 1) if _plain(word).startswith(start))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shared(first: date, last: date) -> str | None:
    """The date both ends of a period have in common, if it is a year at least."""
    a, b = first.isoformat(), last.isoformat()
    return next((a[:length] for length in (10, 7, 4) if a[:length] == b[:length]), None)


def _months_away(origin: date, months: int) -> str:
    year, month = divmod(origin.year * 12 + origin.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


class _Words(NamedTuple):
    """What a match says, and from where to resolve it."""

    group: dict[str, str]
    origin: date | None  # the article's date
    future: bool
    under: int | None = None  # the year of a chronology's heading that the words stand under

    def has(self, name: str) -> bool:
        return bool(self.group.get(name))

    @property
    def later(self) -> bool:
        """Whether the date lies ahead of the article: as worded, else as told."""
        turn = _plain(self.group.get("turn") or "")
        return turn.startswith("prochain") or (self.future and not turn)

    @property
    def day(self) -> int:
        word = self.group["day"].lower()
        return 1 if word in ("1er", "premier") else int(word)

    @property
    def month(self) -> int:
        return _month_number(self.group["month"])

    @property
    def weekday(self) -> int | None:
        return _WEEKDAYS.index(self.group["weekday"].lower()) if self.has("weekday") else None


def _full(words: _Words) -> str | None:
    found = _day(int(words.group["year"]), words.month, words.day)
    if found is None or words.weekday not in (None, found.weekday()):
        return None
    return found.isoformat()


def _day_month(words: _Words) -> str | None:
    """A day without its year: the one whose weekday it names, else the nearest in the right direction."""
    if words.has("year"):
        return _full(words)
    if words.under:
        stated = _day(words.under, words.month, words.day)
        return stated.isoformat() if stated else None
    if words.origin is None:
        return None
    near = [found for y in (-1, 0, 1) if (found := _day(words.origin.year + y, words.month, words.day))]
    if words.weekday is not None:
        near = [found for found in near if found.weekday() == words.weekday]
    else:  # a writer names the year of what is almost a year away
        ahead = ((found - words.origin).days for found in near)
        near = [d for d, n in zip(near, ahead, strict=True) if (n >= 0 if words.later else n <= 0) and abs(n) < 320]
    return near[0].isoformat() if len(near) == 1 else None


def _bare_month(words: _Words) -> str | None:
    if words.under and not words.has("turn"):
        return f"{words.under}-{words.month:02}"
    if words.origin is None:
        return None
    away = words.month - words.origin.month
    this = not words.has("turn")  # « en mai » may be this month, « en mai dernier » is not
    if words.later and (away < 0 or (away == 0 and not this)):
        away += 12
    elif not words.later and (away > 0 or (away == 0 and not this)):
        away -= 12
    return _months_away(words.origin, away)


def _weekday(words: _Words) -> str | None:
    if words.origin is None or words.weekday is None:
        return None
    if words.later:
        away = (words.weekday - words.origin.weekday()) % 7 or (7 if words.has("turn") else 0)
    else:
        away = -((words.origin.weekday() - words.weekday) % 7 or (7 if words.has("turn") else 0))
    return (words.origin + timedelta(away)).isoformat()


def _weekday_day(words: _Words) -> str | None:
    """« jeudi 8 »: the only such day within a month."""
    if words.origin is None:
        return None
    month = (words.origin + timedelta(n) for n in range(-31, 32))
    found = [d for d in month if d.day == words.day and d.weekday() == words.weekday]
    return found[0].isoformat() if len(found) == 1 else None


def _near(words: _Words) -> str | None:
    if words.origin is None:
        return None
    away = {"avant-hier": -2, "hier": -1, "demain": 1, "apres-demain": 2}.get(_plain(words.group["near"]), 0)
    return (words.origin + timedelta(away)).isoformat()


def _unit(words: _Words) -> str | None:
    """« l'an dernier », « le mois prochain », « cette semaine »."""
    if words.origin is None:
        return None
    away = 0 if not words.has("turn") else 1 if words.later else -1
    unit = _plain(words.group["unit"])
    if "an" in unit:
        return str(words.origin.year + away)
    if "mois" in unit:
        return _months_away(words.origin, away)
    monday = words.origin + timedelta(7 * away - words.origin.weekday())
    return _shared(monday, monday + timedelta(6))


def _season(words: _Words) -> str | None:
    """The year of a season, unless the article appears in the season or the season may be either year's."""
    if words.origin is None:
        return None
    first, last = _SEASONS[_plain(words.group.get("season") or words.group["bare_season"])]
    month, year = words.origin.month, words.origin.year
    if words.has("turn") or words.has("bare_season"):
        if words.later:
            return str(year) if month < first else str(year + 1) if month >= last else None
        return str(year) if month > last else str(year - 1) if month <= first else None
    return str(year) if (month <= last if words.later else month >= first) else None


def _ago(words: _Words) -> str | None:
    """« il y a deux ans », « depuis six mois », « dans dix jours », « deux ans après sa création ».

    A round number of years is no date.
    """
    number = numerals.parse(words.group["count"])
    if words.origin is None or number is None or number.approximate or number.ordinal or number.value > 200:
        return None
    away = number.value if words.group["cue"].lower() == "dans" else -number.value
    unit = words.group["unit"].lower()
    if unit.startswith("jour"):
        return (words.origin + timedelta(away)).isoformat()
    if unit.startswith("an"):
        return str(words.origin.year + away) if away % 10 else None
    middle = words.origin + timedelta(round(away * (7 if unit.startswith("semaine") else 30.4)))
    slack = timedelta(3 if unit.startswith("semaine") else 15)
    return _shared(middle - slack, middle + slack)


_RESOLVE: dict[str, Callable[[_Words], str | None]] = {
    "iso": _full,
    "figures": _full,
    "day": _day_month,
    "month": lambda words: f"{words.group['year']}-{words.month:02}",
    "return": lambda words: f"{words.group['year']}-09",  # « la rentrée »
    "bare_month": _bare_month,
    **dict.fromkeys(("year", "bracketed", "labelled", "alone", "heading"), lambda words: words.group["year"]),
    "weekday_day": _weekday_day,
    "weekday": _weekday,
    "near": _near,
    "today": lambda words: words.origin.isoformat() if words.origin else None,
    "unit": _unit,
    "this_unit": _unit,
    "season": _season,
    "fin": _unit,
    "this_season": _season,
    "after_birth": _ago,
    "ago": _ago,
}


_FAR = 5  # dates before « le lendemain », among them the one it goes on from


def _follow(name: str, group: dict[str, str], earlier: Sequence[str]) -> str | None:
    """« le lendemain », « deux mois plus tard », « l'année suivante », from the last of the earlier dates that can be.

    `earlier` are ISO dates, the nearest first.
    """

    def last(length: int) -> str | None:
        return next((iso[:length] for iso in earlier if len(iso) >= length), None)

    if name == "month_of":
        away = {"suivante": 1, "precedente": -1}.get(_plain(group["way"] or ""), 0)
        return f"{int(year) + away}-{_month_number(group['month']):02}" if (year := last(4)) else None
    if name == "same":
        unit = _plain(group["unit"] or group["same_unit"] or group["same_year"] or "jour")
        return last(4 if "an" in unit else 7 if unit == "mois" else 10)
    if name == "step":
        step = _plain(group["step"])
        unit, away = "jours", (2 if "sur" in step or "avant" in step else 1) * (1 if "lendemain" in step else -1)
    else:
        number = numerals.parse(group["count"]) if name == "later" else numerals.Number(1)
        if number is None or number.approximate or number.ordinal or number.value > 200:
            return None
        unit = _plain(group["unit"])
        away = number.value * (1 if _plain(group["way"]).startswith(("plus tard", "suivant", "d")) else -1)
    if "an" in unit:
        year = last(4)
        return str(int(year) + away) if year else None
    if "mois" in unit:
        month = last(7)
        return _months_away(date.fromisoformat(f"{month}-01"), away) if month else None
    day = last(10)
    if day is None or (unit.startswith("heure") and away % 24):
        return None
    if unit.startswith("semaine"):
        middle = date.fromisoformat(day) + timedelta(7 * away)
        return _shared(middle - timedelta(3), middle + timedelta(3))
    return (date.fromisoformat(day) + timedelta(away // 24 if unit.startswith("heure") else away)).isoformat()


def find_dates(text: str, published: str | None = None, *, future: bool = False) -> list[Date]:
    """The dates of `text`, in its order, each as precise as stated.

    Relative ones (« mardi », « en mai », « l'an dernier ») are resolved from `published`, the article's ISO date;
    `future` says that the verb looks ahead (« se réunira mardi »). « Le lendemain » goes on from the date before it,
    « en mai » under the year that heads its line or a chronology's. What stays unsure is not returned.

    >>> find_dates("Il l'a rejointe en juin 2019.")
    [Date(start=20, end=29, iso='2019-06')]
    >>> [d.iso for d in find_dates("Elle part mardi.", "2024-02-08", future=True)]
    ['2024-02-13']
    """
    origin = iso_day(published)
    shaped, following = _matches(text)
    found: list[Date] = []
    for name, match, year in shaped:
        iso = _RESOLVE[name](_Words(match.groupdict(), origin, future, year))
        if iso:
            found.append(Date(*match.span("date" if "date" in match.re.groupindex else 0), iso))
    found.sort()
    for name, match in following:
        place = bisect(found, (match.start(),))
        if place and found[place - 1].end > match.start():
            continue  # « en juin de la même année » is one date
        if iso := _follow(name, match.groupdict(), [d.iso for d in reversed(found[max(0, place - _FAR) : place])]):
            found.insert(place, Date(*match.span(), iso))
    return found


@lru_cache(maxsize=1)  # an article is asked for its dates as told ahead and behind, with its own day and without
def _matches(text: str) -> tuple[list[tuple[str, re.Match[str], int | None]], list[tuple[str, re.Match[str]]]]:
    """The words that have the shape of a date, each with the year that heads them, and those that go on from one."""
    absent = {name for needed, names in _NEEDED.items() if not needed.search(text) for name in names}
    found = {name: list(p.finditer(text)) for name, p in (_PATTERNS | _FOLLOWING).items() if name not in absent}
    headings = [(match.start(), int(match["year"])) for match in found.get("heading", ())]
    taken = bytearray(len(text))
    shaped = []
    for name, pattern in _PATTERNS.items():
        for match in found.get(name, ()):
            start, end = match.span("date" if "date" in pattern.groupindex else 0)
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)  # even where unresolved: the words in it are no other date
                shaped.append((name, match, _year_above(text, start, headings)))
    following = [(name, match) for name in _FOLLOWING for match in found.get(name, ())]
    following.sort(key=lambda pair: pair[1].start())
    return shaped, following


def _year_above(text: str, start: int, headings: list[tuple[int, int]]) -> int | None:
    """The year that heads the line, or, where several lines are headed by years, the last one above."""
    above = bisect(headings, (start,))
    if not above or (len(headings) == 1 and "\n" in text[headings[0][0] : start]):
        return None
    return headings[above - 1][1]


def iso_day(words: str | None) -> date | None:
    """The day of an ISO date, None for less than a day or for anything else."""
    try:
        return date.fromisoformat(words) if words and len(words) == 10 else None
    except ValueError:
        return None


_PUBLISHED = _compile(r"(?:publié|mis[ ]en[ ]ligne|posté|paru|date[ ]de[ ]publication)e?s?(?:[ ](?:le|:))?")


def article_date(words: str) -> str | None:
    """The ISO day that a date line or a metadata cell gives, or None: never today, never a choice between two.

    >>> article_date("Publié le 07-12-2023 par Jeanne Morin, mis à jour le 9 décembre 2023")
    '2023-12-07'
    """
    if compact := re.fullmatch(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)\s*", words):
        words = "-".join(compact.groups())
    words = re.sub(r"(\d{4}-\d\d-\d\d)T(?=\d\d)", r"\1 ", words)
    days = [found for found in find_dates(words) if found.precision == "day"]
    if cue := _PUBLISHED.search(words):
        days = [found for found in days if found.start >= cue.end()][:1]
    isos = {found.iso for found in days}
    return isos.pop() if len(isos) == 1 else None
