"""Who is in, when: from dated statements of articles to the status of each organisation in each alliance.

A statement counts from the event's date, where the article gives one, else from the article's own. In that order
each statement changes the status of its pair, or leaves it: a founder is a member from then on, `former` ends a
membership, and what is said of a member's candidacy later is old news.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

UNSURE = 0.4  # the confidence of a statement that no rule reads
IN = ("founder", "member")
# of what is said at one time, the last of these is what holds
_STRENGTH = (
    "supporter", "associate", "rival", "non_member", "candidate", "joining", "member", "founder", "former",
)  # fmt: skip
_OUTSIDE = ("rival", "associate", "supporter")
AHEAD = ("joining", "candidate")


class Statement(NamedTuple):
    """What one article states: `date` of the event as precise as stated, `published` of the article."""

    alliance_id: str
    alliance: str
    organization_id: str
    organization: str
    status: str
    certainty: str
    date: str | None
    published: str | None
    article_id: str
    evidence: str
    confidence: float

    @property
    def pair(self) -> tuple[str, str]:
        """Ids of the alliance and the organisation."""
        return self.alliance_id, self.organization_id

    @property
    def since(self) -> str:
        """From when the status holds, "" where nothing is dated; a plan holds from the day it is told."""
        if self.status in AHEAD:
            return self.published or self.date or ""
        return self.date or self.published or ""


def until(statements: Iterable[Statement], on: str) -> Iterator[Statement]:
    """The statements that hold from a date at the latest."""
    return (statement for statement in _datable(statements) if statement.since <= on)


def timeline(statements: Iterable[Statement]) -> list[dict[str, Any]]:
    """Each change of status as it comes: joins, leaves, refusals; undated ones last."""
    events = []
    for ordered in _by_pair(_datable(statements)):
        status: str | None = None
        for statement in ordered:
            before = status
            status = _after(before, statement)
            if status != before:
                events.append(_event(statement, before, status))
    return sorted(events, key=lambda e: (e["date"] or "9999", e["alliance_id"], e["organization_id"], e["status"]))


def _event(statement: Statement, before: str | None, status: str) -> dict[str, Any]:
    return {
        "date": statement.since or None,
        "alliance_id": statement.alliance_id,
        "alliance": statement.alliance,
        "organization_id": statement.organization_id,
        "organization": statement.organization,
        "status": status,
        "before": before,
        "article_id": statement.article_id,
        "evidence": statement.evidence,
    }


def _datable(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Statements without those of undated articles on a pair of which others say when."""
    statements = list(statements)
    dated = {statement.pair for statement in statements if statement.since}
    return (statement for statement in statements if statement.since or statement.pair not in dated)


def alliances(statements: Iterable[Statement], kinds: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Rows of the table `alliances`, from statements given pair by pair; `kinds` by organisation id."""
    return (_row(ordered, kinds.get(ordered[0].organization_id, "other")) for ordered in _by_pair(statements))


def _by_pair(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Statements of each alliance and organisation in the order in which they hold.

    A guess (`UNSURE`) counts only for a pair of which no article says anything surer.
    """
    for _, of_pair in groupby(statements, attrgetter("pair")):
        yield sorted(_sure(list(of_pair)), key=_order)


def _sure(statements: list[Statement]) -> list[Statement]:
    return [s for s in statements if s.confidence > UNSURE] or statements


def _row(ordered: list[Statement], kind: str) -> dict[str, Any]:
    status = None
    for statement in ordered:
        status = _after(status, statement)
    founder = any(_holds(s) and s.status == "founder" for s in ordered)
    if status == "member" and founder:  # it came back
        status = "founder"
    deciding = [s for s in ordered if s.status == status] or ordered
    best = max(deciding, key=lambda s: (s.certainty == "asserted", s.confidence, s.published or "", s.article_id))
    entered = [s.since for s in ordered if _holds(s) and s.status in IN and s.since]
    left = [s.since for s in ordered if s.status == "former" and s.since]
    published = sorted({s.published for s in ordered if s.published})
    return {
        "alliance_id": best.alliance_id,
        "alliance": best.alliance,
        "organization_id": best.organization_id,
        "organization": best.organization,
        "kind": kind,
        "status": status,
        "founder": founder,
        "statuses": sorted({s.status for s in ordered}),
        "since": _earliest(entered),
        "until": max(left, default=None) if status == "former" else None,
        "articles": len({s.article_id for s in ordered}),
        "first_published": min(published, default=None),
        "last_published": max(published, default=None),
        "conflict": _conflict(ordered),
        "evidence": best.evidence,
    }


def _order(statement: Statement) -> tuple[str, str, int, str]:
    since, published = statement.since, statement.published or ""
    if statement.status == "founder":  # who founded an alliance did so at its start, whenever it is told
        since, published = "", since.ljust(10, "~")  # of one month, a day before the bare month
    return since, published, _STRENGTH.index(statement.status), statement.article_id


def _earliest(dates: list[str]) -> str | None:
    """The first date, as precisely as any of them states it."""
    first = min(dates, default="")
    return min((date for date in dates if date.startswith(first)), key=lambda date: (-len(date), date), default=None)


def _holds(statement: Statement) -> bool:
    return statement.certainty != "conditional"


def _after(status: str | None, statement: Statement) -> str:
    """The status once a statement is known."""
    said = statement.status if _holds(statement) or statement.status not in IN else "candidate"
    if status == "founder" and said == "member":
        return "founder"
    if status in IN:
        return said if said in (*IN, "former", "non_member") else str(status)
    if status == "former":
        return said if said in (*IN, *AHEAD) else "former"
    if status is not None and said in _OUTSIDE:
        return said if status in _OUTSIDE else status
    return said


def _conflict(statements: list[Statement]) -> bool:
    """Whether two articles of one day, about one day, say in and out."""
    told: dict[tuple[str, str | None], dict[str, set[bool]]] = defaultdict(lambda: defaultdict(set))
    for s in statements:
        if _holds(s) and s.status in (*IN, "former", "non_member"):
            told[s.since, s.published][s.article_id].add(s.status in IN)
    return any(len(sets) > 1 and {True} in sets.values() and {False} in sets.values() for sets in told.values())
