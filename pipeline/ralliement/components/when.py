"""When: the date that a sentence gives to what it says, as stated or resolved from the article's date.

The date nearest to the cue counts, in its own clause; one that follows a name directly (« A (2021) », « A, depuis
2023 ») is that name's own. Names below a heading have the heading's date, founders the day their alliance was made.
"""

from bisect import bisect_left

from ralliement.components.discourse import Birth, Statement
from ralliement.components.units import Text
from ralliement.dates import Date, find_dates

DATED = {"founder", "member", "joining", "former", "associate", "supporter"}
SAME = ("même jour", "jour même", "soir même", "dans la foulée", "aussitôt", "même mouvement")
AHEAD = ("à compter d", "à partir d", "prévu", "dès le 1er", "attendu")
ANY_DAY = "2001-01-01"
LIMITS = ("avant", "d'ici", "d’ici", "d'ici à", "d’ici à", "jusqu'en", "jusqu’en")
Span = tuple[int, int]


def date(text: Text, statements: list[Statement], births: list[Birth], published: str | None) -> None:
    """Give statements the dates of their sentences; a member by a date to come is joining."""
    calendar = _Calendar(text, published)
    last: str | None = None
    for statement in statements:
        if statement.status not in DATED:
            continue
        said = [s for s in statements if s.sentence == statement.sentence]
        cues = sorted({s.cue for s in said})
        ahead = statement.status == "joining"
        statement.date = calendar.of(statement, ahead, cues)
        if statement.date is None and any(word in calendar.words(statement.sentence) for word in SAME):
            statement.date = last
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

    def words(self, sentence: Span) -> str:
        start, end = self.text.offset(*sentence)
        return self.text.raw[start:end]

    def dates(self, sentence: Span, ahead: bool) -> list[Date]:
        """The dates of a sentence, read as lying ahead or behind; characters of the article."""
        words = self.words(sentence)
        ahead = ahead or any(word in words for word in AHEAD)
        if ahead not in self.known:
            self.known[ahead] = self._all(ahead)
        start, end = self.text.offset(*sentence)
        return self.known[ahead][bisect_left(self.known[ahead], (start,)) : bisect_left(self.known[ahead], (end,))]

    def _all(self, ahead: bool) -> list[Date]:
        found = find_dates(self.text.raw, self.published, future=ahead)
        if self.published is None:  # « mardi » is a date, if an unknown one: no other is to be taken for it
            known = {(one.start, one.end) for one in found}
            relative = find_dates(self.text.raw, ANY_DAY, future=ahead)
            found += [one._replace(iso="") for one in relative if (one.start, one.end) not in known]
        return sorted(found)

    def of(self, statement: Statement, ahead: bool, cues: list[Span]) -> str | None:
        """The date of a statement: that of its name, of its clause, or of the heading above."""
        own = self._own(statement, ahead)
        if own:
            return own
        if statement.source:
            return self.nearest(statement.sentence, statement.sentence, ahead, []) or self.nearest(
                statement.source, statement.cue, ahead, [statement.cue]
            )
        return self.nearest(statement.sentence, statement.cue, ahead, cues)

    def _own(self, statement: Statement, ahead: bool) -> str | None:
        """The date right after the organisation's name."""
        words = self.text.raw
        for found in self.dates(statement.sentence, ahead):
            for start in range(*statement.sentence):
                end, mention = self.text.mentions.get(start, (0, None))
                if mention is None or mention["entity"] != statement.organization:
                    continue
                after = self.text.offset(start, end)[1]
                gap = words[after : found.start].strip(" ,(\u00a0").removeprefix("depuis").removeprefix("en").strip()
                if found.start >= after and not gap:
                    return found.iso or None
        return None

    def nearest(self, sentence: Span, cue: Span, ahead: bool, cues: list[Span]) -> str | None:
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
            distance = (found.start - cue_end if found.start >= cue_end else cue_start - found.end + 10) + 60 * crossed
            if best is None or distance < best[0]:
                best = (distance, found.iso)
        return best[1] or None if best else None
