"""Who is in, when: from dated statements of articles to the status of each organisation in each alliance.

A statement counts from the event's date, where the article gives one, else from the article's own. In that order
each statement changes the status of its pair, or leaves it: a founder is a member from then on, `former` ends a
membership, and what is said of a member's candidacy later is old news.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

IN = ("founder", "member")
# of what is said at one time, the last of these is what holds
_STRENGTH = (
    "supporter", "associate", "rival", "non_member", "candidate", "joining", "member", "founder", "former",
)  # fmt: skip
_OUTSIDE = ("rival", "associate", "supporter")
_AHEAD = ("joining", "candidate")


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
    def since(self) -> str:
        """From when the status holds, "" where nothing is dated; a plan holds from the day it is told."""
        if self.status in _AHEAD:
            return self.published or self.date or ""
        return self.date or self.published or ""


def until(statements: Iterable[Statement], on: str) -> Iterator[Statement]:
    """The statements that hold from a date at the latest, undated ones included."""
    return (statement for statement in statements if statement.since <= on)


def alliances(statements: Iterable[Statement], kinds: Mapping[str, str]) -> list[dict[str, Any]]:
    """Rows of the table `alliances`, sorted by alliance and organisation; `kinds` by organisation id."""
    pairs: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        pairs[statement.alliance_id, statement.organization_id].append(statement)
    return [_row(pairs[pair], kinds.get(pair[1], "other")) for pair in sorted(pairs)]


def _row(statements: list[Statement], kind: str) -> dict[str, Any]:
    ordered = sorted(statements, key=_order)
    status = None
    for statement in ordered:
        status = _after(status, statement)
    founder = any(_holds(s) and s.status == "founder" for s in ordered)
    if status == "member" and founder:
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
        "since": min(entered, default=None),
        "until": max(left, default=None) if status == "former" else None,
        "articles": len({s.article_id for s in ordered}),
        "first_published": min(published, default=None),
        "last_published": max(published, default=None),
        "conflict": _conflict(ordered),
        "evidence": best.evidence,
    }


def _order(statement: Statement) -> tuple[str, str, int, str]:
    # who founded an alliance did so at its start, whenever it is told
    since = "" if statement.status == "founder" else statement.since
    return since, statement.published or "", _STRENGTH.index(statement.status), statement.article_id


def _holds(statement: Statement) -> bool:
    return statement.certainty != "conditional"


def _after(status: str | None, statement: Statement) -> str:
    """The status once a statement is known."""
    said = statement.status if _holds(statement) or statement.status not in IN else "candidate"
    if status in IN:
        return said if said in (*IN, "former", "non_member") else str(status)
    if status == "former":
        return said if said in (*IN, *_AHEAD) else "former"
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
