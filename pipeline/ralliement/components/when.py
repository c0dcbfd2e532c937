"""When: the date that a sentence gives to what it says, as stated or resolved from the article's date.

The date nearest to the cue counts, in its own clause; one that follows a name directly (« A (2021) », « A, depuis
2023 ») is that name's own. Names below a heading have the heading's date, founders the day their alliance was made.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.chronicle import Entry, entries
from ralliement.components.discourse import Birth, Scope, Statement
from ralliement.components.units import DATELINE, Text
from ralliement.dates import Date, find_dates, iso_day

DATED = {"founder", "member", "joining", "former", "associate", "supporter"}
SAME = ("même jour", "jour même", "soir même", "dans la foulée", "aussitôt", "même mouvement")
THEN = re.compile(r"\balors (?!que)|\bven(?:ait|aient) de ")  # goes on from the date told before it
WEEK, LEAD = 7, 1500  # days, characters
TOLD = 300  # characters back to that date
AHEAD = ("à compter d", "à partir d", "prévu", "dès le 1er", "attendu")
ANY_DAY = "2001-01-01"
LIMITS = ("avant", "d'ici", "d’ici", "d'ici à", "d’ici à", "jusqu'en", "jusqu’en")
BORN = {"né", "née", "naît", "naquit", "naissait", "créé", "créée", "fondé", "fondée", "lancé", "lancée"}
BIRTHS = {"création", "fondation", "naissance", "lancement"}
# between a name and a date of its own: « A (depuis 2023) », « A, exclue en juin »
_OWN = re.compile(
    r"[ ,(\u00a0]*(?:(?P<left>(?:sorti|parti|exclu|suspendu|radié)e?s? )"
    r"|(?P<came>(?:entré|arrivé|admis|venu|revenu|rallié|membre)e?s? ))?"
    r"(?:depuis|en|dès|le)? ?"
)
_PERIOD = re.compile(r" ?\((?P<start>(?:19|20)\d\d) ?[-–] ?(?P<end>(?:19|20)\d\d)\)")
_PAIRED = re.compile(r"\s+et\s+(?:l['’]\s?|(?:le|la|les)\s)?")
_CAME = re.compile(r"\b(?:entré|arrivé|admis)e?s? (?:en|dès|le)? ?\Z")
_AS_OF = re.compile(r"\bau (?:1er |\d)|à jour")
_YEAR = re.compile(r"(?:19|20)\d\d")
_RELATIVE = re.compile(r"\b(?:qui|que|qu['’](?!en |à )|dont|où)\b")  # « ne l'a rejoint qu'en 2022 » is none
_PLACE_AND_DAY = re.compile(r"[A-ZÀ-Ý][^,\n\d]{1,40}, (?:le )?\d\d?(?:er)? \w+\.? \d{4}")
_ANNOUNCING = re.compile(r"\b(?:annonc|officialis|dévoil|lanc|cré|fond|quitt)(?:e|ent)\b|\brejoi(?:nt|gnent)\b")
_BIRTH = re.compile(rf"\s(?:sa|la|leur|le|son)\s(?:{'|'.join(sorted(BIRTHS))})")
_STOP = re.compile(r"[.!?;]\s|\n")
Span = tuple[int, int]


def births(scope: Scope) -> list[Birth]:
    """Words that may say when an alliance was made: « née en 2019, Z », « Année de création : 2017 »."""
    units, found = scope.units, []
    for i, unit in enumerate(units):
        if unit.kind != "word" or unit.low not in BORN | BIRTHS:
            continue
        alliance = None
        if unit.low in BIRTHS:
            labelled = i < 4 and any(u.low == ":" for u in units[i + 1 : i + 3])
            following = next((u.keys for u in units[i + 1 : i + 4] if u.kind == "alliance"), ())
            since = units[i - 2].low == "après" if i > 3 else False  # « Huit ans après la création de Z »
            alliance = (since and following) or (scope.focus(i) if labelled or since else None)
        elif i < 2:  # « Née en 2019, Z … »
            alliance = next((u.keys for u in units[i + 1 :] if u.kind != "word"), ())
            alliance = alliance if any(u.kind == "alliance" and u.keys == alliance for u in units) else None
        else:
            for k in range(i - 1, max(-1, i - 12), -1):
                before = units[k]
                if before.kind == "alliance":
                    alliance = before.keys
                elif before.kind == "word" and (before.low in group_nouns() or before.low in ("elle", "il")):
                    apposed = any(u.kind == "org" for u in units[max(0, k - 3) : k])  # « A, le projet lancé hier »
                    alliance = None if apposed else scope.focus(i)
                elif before.kind == "word" and before.pos not in ("VERB", "PUNCT"):
                    continue
                break
        cue = (unit.start, unit.end)
        found += [Birth(key, scope.span, cue) for key in alliance or ()]
    return found


def date(text: Text, statements: list[Statement], births: list[Birth], published: str | None) -> None:
    """Give statements the dates of their sentences; a member by a date to come is joining."""
    calendar = _Calendar(text, published)
    last: str | None = None
    for statement in statements:
        if statement.status not in DATED:
            continue
        said = [s for s in statements if s.sentence == statement.sentence]
        born = {birth.cue for birth in births if birth.sentence == statement.sentence}
        cues = sorted({s.cue for s in said if s.rule != "ranked"} | born | {statement.cue})
        ahead = statement.status == "joining"
        statement.date = calendar.of(statement, ahead, cues)
        if statement.date is None and any(word in calendar.words(statement.sentence) for word in SAME):
            statement.date = last
        if statement.date is None and THEN.search(calendar.words(statement.sentence)):
            statement.date = calendar.before(statement.sentence)
        if statement.date is None and ahead is False and statement.status != "supporter" and calendar.titled(statement):
            statement.date = calendar.lead(statement.organization)
        last = statement.date or last
        later = statement.date and published and statement.date > published[: len(statement.date)]
        if statement.status == "member" and later and not any(s.status == "joining" for s in said):
            statement.status, statement.certainty = "joining", "planned"
    _founded(calendar, statements, births)


def _founded(calendar: "_Calendar", statements: list[Statement], births: list[Birth]) -> None:
    """Founders without a date have that of the others, or of the words that say when the alliance was made."""
    days: dict[str, str] = {}
    for statement in statements:
        if statement.status == "founder" and statement.date:
            days.setdefault(statement.alliance, statement.date)
    for birth in births:
        found = calendar.nearest(birth.sentence, birth.cue, False, [birth.cue])
        if found:
            days.setdefault(birth.alliance, found)
    for statement in statements:
        if statement.status == "founder" and statement.date is None:
            statement.date = days.get(statement.alliance)


class _Calendar:
    """The dates of the text, found once: « le lendemain » goes on from an earlier sentence."""

    def __init__(self, text: Text, published: str | None) -> None:
        self.text = text
        self.published = published
        self.known: dict[bool, list[Date]] = {}
        self.chronicle: list[Entry] | None = None

    def words(self, sentence: Span) -> str:
        start, end = self.text.offset(*sentence)
        return self.text.raw[start:end]

    def dates(self, sentence: Span, ahead: bool) -> list[Date]:
        """The dates of a sentence, read as lying ahead or behind; characters of the article."""
        words = self.words(sentence)
        known = self._known(ahead or any(word in words for word in AHEAD))
        start, end = self.text.offset(*sentence)
        return known[bisect_left(known, (start,)) : bisect_left(known, (end,))]

    def _known(self, ahead: bool) -> list[Date]:
        """The dates of the article, read as lying ahead or behind."""
        if ahead not in self.known:
            self.known[ahead] = self._all(ahead)
        return self.known[ahead]

    def _all(self, ahead: bool) -> list[Date]:
        found = find_dates(self.text.raw, self.published, future=ahead)
        if self.published is None:  # « mardi » is a date, if an unknown one: no other is to be taken for it
            known = {(one.start, one.end) for one in found}
            relative = find_dates(self.text.raw, ANY_DAY, future=ahead)
            found += [one._replace(iso="") for one in relative if (one.start, one.end) not in known]
        return sorted(found)

    def titled(self, statement: Statement) -> bool:
        """Whether the article's first line says it."""
        return "\n" not in self.text.raw[: self.text.offset(*statement.sentence)[0]].strip()

    def lead(self, organization: str) -> str | None:
        """The day of the last week that a sentence below the title gives beside an organisation's name."""
        words = self.text.raw
        published = iso_day(self.published)
        title = words.find("\n")
        if published is None or title < 0:
            return None
        earliest = (published - timedelta(WEEK)).isoformat()
        days = [d for d in self._known(ahead=False) if d.start < title + LEAD and d.iso >= earliest]
        days = [d for d in days if d.start > title and d.precision == "day" and d.iso <= published.isoformat()]
        for start, (end, mention) in self.text.mentions.items():
            first, last = self.text.offset(start, end)
            for day in days if mention["entity"] == organization and first > title else ():
                if not _STOP.search(words, min(last, day.end), max(first, day.start)):
                    return day.iso
        return None

    def before(self, sentence: Span) -> str | None:
        """The date told last before a sentence, not far from it."""
        start, _ = self.text.offset(*sentence)
        told = [one.iso for one in self._known(ahead=False) if start - TOLD < one.start < start]
        return (told[-1] or None) if told else None

    def of(self, statement: Statement, ahead: bool, cues: list[Span]) -> str | None:
        """The date of a statement: that of its name, of its clause, or of the heading above."""
        own = self._own(statement, ahead)
        if own:
            return own
        if statement.source:
            own = self.nearest(statement.sentence, statement.sentence, ahead, [])
            if own or _AS_OF.search(self.words(statement.source)):
                return own  # « Membres au 3 mars 2021 » says since when of nobody
            return self.nearest(statement.source, statement.cue, ahead, [statement.cue])
        found = self.nearest(statement.sentence, statement.cue, ahead, cues, statement)
        return found or self._above(statement) or self._dateline(statement)

    def _dateline(self, statement: Statement) -> str | None:
        """The day of the dateline before a sentence that announces: « Paris, le 3 mars 2020 – A et B lancent Z »."""
        if not _ANNOUNCING.search(self.words(statement.sentence)):
            return None
        words, (start, _) = self.text.raw, self.text.offset(*statement.sentence)
        first = words.rfind("\n", 0, start) + 1
        line = DATELINE.match(words, first, start)
        if first == start:  # « Paris, le 3 mars 2020 » is the line above
            end = len(words[:first].rstrip())
            line = _PLACE_AND_DAY.fullmatch(words, words.rfind("\n", 0, end) + 1, end)
        days = [one for one in self._known(ahead=False) if line and line.start() <= one.start < line.end()]
        return days[-1].iso or None if days and days[-1].precision == "day" else None

    def _above(self, statement: Statement) -> str | None:
        """The date of the chronicle's entry that a statement stands in."""
        if self.chronicle is None:
            self.chronicle = entries(self.text.raw, self._known(ahead=False))
        start, _ = self.text.offset(*statement.sentence)
        return next((one.iso for one in self.chronicle if one.start <= start < one.end), None)

    def _own(self, statement: Statement, ahead: bool) -> str | None:
        """The date right after the organisation's name; of « A (2007-2012) », who left, the end."""
        words = self.text.raw
        named = [end for end, entity in self._named(statement.sentence) if entity == statement.organization]
        for end in named:
            if period := _PERIOD.match(words, end):
                return period["end"] if statement.status == "former" else period["start"]
        for found in self.dates(statement.sentence, ahead):
            for end in named:
                after = self._paired(end, found)
                gap = _OWN.fullmatch(words, after, found.start) if found.start >= after else None
                other = gap and (gap["came"] if ahead or statement.status == "former" else gap["left"])
                if gap and not other:  # « A, admise en mai, en sort en juin »
                    return found.iso or None
        return None

    def _paired(self, end: int, found: Date) -> int:
        """The end of a name, or of the one it is paired with before a date in brackets: « A et B (1957) »."""
        if not (paired := _PAIRED.match(self.text.raw, end)) or self.text.raw[found.start - 1 : found.start] != "(":
            return end
        start = next((i for i in self.text.mentions if self.text.idx[i] == paired.end()), None)
        return end if start is None else self.text.offset(start, self.text.mentions[start][0])[1]

    def _bracketed(self, sentence: Span, at: int) -> str | None:
        """The organisation whose name is before the bracket that character `at` is in: « A (en 2012) »."""
        words, (first, _) = self.text.raw, self.text.offset(*sentence)
        opened = words.rfind("(", first, at)
        if opened < 0 or ")" in words[opened:at]:
            return None
        before = len(words[:opened].rstrip())
        return next((entity for end, entity in self._named(sentence) if end == before), None)

    def _named(self, sentence: Span) -> Iterator[tuple[int, str]]:
        """The character after each name of a sentence, and whose name it is."""
        for start in range(*sentence):
            end, mention = self.text.mentions.get(start, (0, None))
            if mention:
                yield self.text.offset(start, end)[1], mention["entity"]

    def _tied(self, found: Date, statement: Statement) -> bool:
        """Whether a date tells of another thing than the statement, or of another organisation."""
        words, (cue_start, cue_end) = self.text.raw, self.text.offset(*statement.cue)
        if statement.rule == "ranked":
            return False  # its cue is a name
        if statement.status != "founder" and _BIRTH.match(words, found.end):
            return True  # « Huit ans après sa création, Z accueille A »
        if found.start >= cue_end and _RELATIVE.search(words, cue_end, found.start):
            return True  # « la création de Z, qui débutera en octobre »
        if (
            found.end <= cue_start
            and statement.status == "former"
            and _CAME.search(words, max(0, found.start - 14), found.start)
        ):
            return True  # « A, entré en mai, en sort »
        return (self._bracketed(statement.sentence, found.start) or statement.organization) != statement.organization

    def nearest(
        self, sentence: Span, cue: Span, ahead: bool, cues: list[Span], statement: Statement | None = None
    ) -> str | None:
        """The date nearest to a cue with no other cue or « ; » between, one after it sooner than one before."""
        words = self.text.raw
        cue_start, cue_end = self.text.offset(*cue)
        others = [self.text.offset(*other) for other in cues if other != cue]
        best: tuple[int, str] | None = None
        for found in self.dates(sentence, ahead):
            low, high = min(found.end, cue_end), max(found.start, cue_start)
            crossed = sum(1 for start, end in others if low <= start and end <= high)
            limit = words[: found.start].rstrip().endswith(LIMITS)  # « avant 2035 » is no day of joining
            if limit or ";" in words[low:high] or crossed > 1:
                continue
            if statement and self._tied(found, statement):
                continue
            apart = found.end <= cue_start and "," in words[found.end : cue_start]
            if apart and any(end <= found.start and "," not in words[end : found.start] for _, end in others):
                continue  # « Lancé à Brest en mai par A, Z accueille B »
            distance = (found.start - cue_end if found.start >= cue_end else cue_start - found.end + 10) + 60 * crossed
            if best is None or distance < best[0]:
                best = (distance, found.iso)
        return best[1] or None if best else None
