"""The tables: their columns, types and one line of documentation each. The docs and the store are made from it."""

import re
from dataclasses import dataclass
from typing import Literal

# a date is ISO text, as precise as known: 2024, 2024-02, 2024-02-08
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
Type = Literal["str", "int", "float", "bool", "date", "list"]

STATUSES = ("founder", "member", "joining", "candidate", "former", "non_member", "rival", "associate", "supporter")
CERTAINTIES = ("asserted", "reported", "planned", "conditional")
QUALIFIERS = ("exact", "at_least", "about", "at_most")
QUOTE_KINDS = ("direct", "mixed", "indirect")
SPEAKER_TYPES = ("person", "organization", "group", "document", "anonymous")
KINDS = (
    "company", "university", "research", "health", "government", "state", "party", "union",
    "association", "foundation", "media", "sports", "alliance", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type and what it holds."""

    name: str
    type: Type
    doc: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what one row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """Column names in order."""
        return [column.name for column in self.columns]


def _table(name: str, row: str, *columns: tuple[str, Type, str]) -> Table:
    return Table(name, row, tuple(Column(*column) for column in columns))


_ARTICLE_ID: tuple[str, Type, str] = ("article_id", "str", "the article (articles.article_id)")
_START: tuple[str, Type, str] = ("start", "int", "first character in articles.text, in code points")
_END: tuple[str, Type, str] = ("end", "int", "character after the last")
_RULE: tuple[str, Type, str] = ("rule", "str", "name of the rule that made the row")
_CONFIDENCE: tuple[str, Type, str] = ("confidence", "float", "0 to 1")

TABLES = (
    _table(
        "articles", "article read",
        ("article_id", "str", "hash of the path within the input and of the text"),
        ("path", "str", "path within the input"),
        ("title", "str", "headline"),
        ("author", "str", "by-line"),
        ("publisher", "str", "newspaper, agency or site"),
        ("published", "date", "ISO date or null, never a guess"),
        ("words", "int", "number of words"),
        ("duplicate_of", "str", "article_id of the first of its duplicates, else null"),
        ("text", "str", "the text as read; all offsets point into it"),
    ),
    _table(
        "mentions", "named mention",
        _ARTICLE_ID, _START, _END,
        ("text", "str", "the words"),
        ("label", "str", "ORG or PER; states acting as members are ORG"),
        ("entity_id", "str", "organization_id or person_id"),
        _RULE,
    ),
    _table(
        "organizations", "organisation",
        ("organization_id", "str", "slug of the canonical name: org:ibm"),
        ("name", "str", "canonical name"),
        ("aliases", "list", "other forms seen"),
        ("kind", "str", ", ".join(KINDS)),
        ("articles", "int", "articles that mention it, duplicates apart"),
        ("mentions", "int", "mentions"),
        ("first_published", "date", "date of the first article"),
        ("last_published", "date", "date of the last article"),
    ),
    _table(
        "people", "person",
        ("person_id", "str", "slug of the canonical name: per:nick-clegg"),
        ("name", "str", "canonical name"),
        ("aliases", "list", "other forms seen"),
        ("role", "str", "latest role, as worded"),
        ("roles", "list", "all roles seen, the earliest first"),
        ("organization_id", "str", "organisation it is held at"),
        ("organization", "str", "its canonical name"),
        ("articles", "int", "articles that mention the person, duplicates apart"),
        ("mentions", "int", "mentions"),
        ("quotes", "int", "quotes of the person"),
    ),
    _table(
        "quotes", "passage of reported speech",
        _ARTICLE_ID,
        ("quote_id", "str", "the quote; its passages share it"),
        _START, _END,
        ("text", "str", "the words, marks included"),
        ("kind", "str", ", ".join(QUOTE_KINDS)),
        ("speaker", "str", "canonical name of a named speaker, else null"),
        ("speaker_id", "str", "person_id or organization_id of the speaker"),
        ("speaker_type", "str", ", ".join(SPEAKER_TYPES)),
        ("speaker_text", "str", "the words used for the speaker"),
        ("speaker_start", "int", "where they start"),
        ("speaker_end", "int", "where they end"),
        ("speaker_organization_id", "str", "whom an unnamed speaker speaks for"),
        ("cue", "str", "the reporting words"),
        ("sentence", "str", "the sentence that holds the quote"),
        ("about", "list", "ids of organisations and alliances named in the quote or its sentence"),
        _RULE, _CONFIDENCE,
    ),
    _table(
        "memberships", "article, alliance, organisation and status",
        _ARTICLE_ID,
        ("alliance_id", "str", "organization_id of the alliance"),
        ("alliance", "str", "its canonical name"),
        ("organization_id", "str", "the organisation"),
        ("organization", "str", "its canonical name"),
        ("status", "str", ", ".join(STATUSES)),
        ("certainty", "str", ", ".join(CERTAINTIES)),
        ("date", "date", "as precise as stated: 2024, 2024-02, 2024-02-08"),
        _START, _END,
        ("evidence", "str", "the words of the clearest statement"),
        ("cue", "str", "the words that decide"),
        ("speaker_id", "str", "who says so, null for the article itself"),
        ("speaker", "str", "canonical name of who says so"),
        _RULE, _CONFIDENCE,
    ),
    _table(
        "claims", "stated size of an alliance",
        _ARTICLE_ID,
        ("alliance_id", "str", "organization_id of the alliance"),
        ("alliance", "str", "its canonical name"),
        ("n", "int", "the number"),
        ("qualifier", "str", ", ".join(QUALIFIERS)),
        ("unit", "str", "what is counted, as worded"),
        ("text", "str", "the words"),
        _START, _END, _RULE,
    ),
    _table(
        "alliances", "alliance and organisation over the corpus: who is in",
        ("alliance_id", "str", "organization_id of the alliance"),
        ("alliance", "str", "its canonical name"),
        ("organization_id", "str", "the organisation"),
        ("organization", "str", "its canonical name"),
        ("kind", "str", "kind of the organisation"),
        ("status", "str", "the current status"),
        ("founder", "bool", "whether it founded the alliance"),
        ("statuses", "list", "all statuses seen"),
        ("since", "date", "first date in"),
        ("until", "date", "date it left"),
        ("articles", "int", "articles that say so, duplicates apart"),
        ("first_published", "date", "date of the first"),
        ("last_published", "date", "date of the last"),
        ("conflict", "bool", "whether sources disagree at one time"),
        ("evidence", "str", "the clearest statement"),
    ),
    _table(
        "errors", "input that could not be read or processed",
        ("path", "str", "the input"),
        ("stage", "str", "read, process or store"),
        ("error", "str", "kind of error"),
        ("message", "str", "what went wrong and what to try"),
    ),
)  # fmt: skip

BY_NAME = {table.name: table for table in TABLES}
