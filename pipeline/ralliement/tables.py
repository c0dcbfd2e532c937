"""Tables: the pandas face of a store."""

import logging
from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from ralliement import chronology, gold, schema, views
from ralliement import review as reviews
from ralliement.errors import InputError
from ralliement.identity import plain
from ralliement.store import BusyError, Store

log = logging.getLogger("ralliement")

_DTYPES = {"str": "str", "int": "Int64", "float": "Float64", "bool": "bool", "date": "str", "list": "object"}


class Tables:
    """The tables of a run as DataFrames, read from the store on first use.

    `Tables("OUT")` opens what `ralliement extract PATH -o OUT` wrote. Columns and their meaning: `schema.TABLES`.
    Lists are Python lists; a missing word is NaN, a missing number `<NA>`.
    """

    def __init__(self, store: str | Path | Store) -> None:
        self._store = store if isinstance(store, Store) else Store.existing(store)
        if not self._store.consolidated:  # a run was killed before its end, unless it is under way
            try:
                with self._store.writing():
                    self._store.consolidate()
            except BusyError:
                log.warning("a run is under way: who is in, and all names, are as the run before left them")

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Rows of a table as dicts, streamed."""
        return self._store.rows(name)

    def statements(self) -> Iterator[chronology.Statement]:
        """What articles state of alliances, with the articles' dates; duplicates apart."""
        return self._store.statements()

    def _frame(self, name: str) -> pd.DataFrame:
        return self._typed(schema.BY_NAME[name], self.rows(name))

    @staticmethod
    def _typed(table: schema.Table, rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
        frame = pd.DataFrame.from_records(list(rows), columns=table.names)
        return frame.astype({column.name: _DTYPES[column.type] for column in table.columns})

    @cached_property
    def articles(self) -> pd.DataFrame:
        """One row an article read."""
        return self._frame("articles")

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """One row a named mention of an organisation or a person."""
        return self._frame("mentions")

    @cached_property
    def organizations(self) -> pd.DataFrame:
        """One row an organisation of the corpus."""
        return self._frame("organizations")

    @cached_property
    def people(self) -> pd.DataFrame:
        """One row a person of the corpus."""
        return self._frame("people")

    @cached_property
    def quotes(self) -> pd.DataFrame:
        """One row a passage of reported speech."""
        return self._frame("quotes")

    @cached_property
    def memberships(self) -> pd.DataFrame:
        """One row an article, alliance, organisation and status."""
        return self._frame("memberships")

    @cached_property
    def claims(self) -> pd.DataFrame:
        """One row a stated size of an alliance."""
        return self._frame("claims")

    @cached_property
    def alliances(self) -> pd.DataFrame:
        """One row an alliance and an organisation: who is in, over the corpus."""
        return self._frame("alliances")

    @cached_property
    def errors(self) -> pd.DataFrame:
        """One row an input that could not be read or processed."""
        return self._frame("errors")

    def who_is_in(self, alliance: str | None = None, on: str | None = None) -> pd.DataFrame:
        """Founders and members, those that left or are merely announced apart.

        `alliance` is a name, an alias or an id, all alliances if none is given; `on` a date (`2024-03-01`): what
        could be known that day, else today. Columns are those of `alliances`. Raises `InputError` for an alliance
        that no article names, and for what is no date.
        """
        if on is None:
            frame = self.alliances
        elif not schema.DATE.fullmatch(on):
            raise InputError(f"{on!r} is no date; write it as 2024-03-01")
        else:
            kinds = dict(zip(self.organizations["organization_id"], self.organizations["kind"], strict=True))
            rows = chronology.alliances(chronology.until(self._store.statements(), on), kinds)
            frame = pd.DataFrame.from_records(rows, columns=schema.BY_NAME["alliances"].names).astype(
                self.alliances.dtypes.to_dict()
            )
        return self._of(alliance, frame[frame["status"].isin(chronology.IN)])

    def timeline(self, alliance: str | None = None) -> pd.DataFrame:
        """Joins, leaves and refusals as they come, of one alliance or of all.

        Columns: `date` (as precise as stated, else the article's; NaN last), `alliance_id, alliance,
        organization_id, organization, status`, `before` (the status until then), `article_id, evidence`.
        """
        rows = chronology.timeline(self._store.statements())
        columns = ["date", "alliance_id", "alliance", "organization_id", "organization"]
        columns += ["status", "before", "article_id", "evidence"]
        frame = pd.DataFrame.from_records(rows, columns=columns).astype("str")
        return self._of(alliance, frame)

    def co_membership(self, on: str | None = None) -> pd.DataFrame:
        """Who sits with whom: pairs of organisations and the alliances they share; columns: `views.co_membership`."""
        return views.co_membership(self.who_is_in(on=on))

    def voices(self, alliance: str) -> pd.DataFrame:
        """Who speaks about an alliance, and whether from inside or outside; columns: `views.voices`."""
        id_ = self._alliance_id(alliance)
        return views.voices(id_, self.quotes, self.articles, self.people, self.who_is_in(alliance))

    def sizes(self, alliance: str) -> pd.DataFrame:
        """Claimed sizes of an alliance beside the members counted by then; columns: `views.sizes`."""
        claims = self.claims[self.claims["alliance_id"] == self._alliance_id(alliance)]
        return views.sizes(claims, self.articles, lambda date: len(self.who_is_in(alliance, on=date)))

    def review(self) -> pd.DataFrame:
        """What to check, least sure first: statuses and quotes without a verdict. Columns: `review.TABLE`."""
        return self._typed(reviews.TABLE, reviews.to_check(self._store))

    def apply_review(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Keep and apply the verdicts of a frame from `review()`, over later runs too.

        Returns the rows that do not fit and change nothing: their label in the frame as `row`, and the `reason`.
        """
        lines = zip(frame.index, frame.to_dict("records"), strict=True)
        _, refusals = self.judge((label, {str(k): v for k, v in line.items()}) for label, line in lines)
        return pd.DataFrame(refusals, columns=list(reviews.Refusal._fields))

    def judge(self, lines: Iterable[tuple[Hashable, dict[str, Any]]]) -> tuple[int, list[reviews.Refusal]]:
        """Keep and apply the verdicts of a review's lines, each with its number: `review.judge`."""
        with self._store.writing():
            heard = reviews.judge(self._store, lines)
        for name in schema.BY_NAME:
            self.__dict__.pop(name, None)  # read anew
        return heard

    def write_gold(self, folder: str | Path) -> list[Path]:
        """Write the articles of which rows were accepted or edited as gold TEI, with these rows; the paths written."""
        return gold.write(self._store, Path(folder))

    def to_check(self) -> list[dict[str, Any]]:
        """Lines of `review()` as dicts."""
        return reviews.to_check(self._store)

    def _of(self, alliance: str | None, frame: pd.DataFrame) -> pd.DataFrame:
        if alliance is not None:
            frame = frame[frame["alliance_id"] == self._alliance_id(alliance)]
        return frame.reset_index(drop=True)

    def find_quotes(self, speaker: str | None = None, about: str | None = None) -> pd.DataFrame:
        """Quotes whose speaker's name holds `speaker`, and that name `about`, accents and case apart.

        Columns are those of `quotes`. Raises `InputError` for an `about` that no article names.
        """
        frame = self.quotes
        if speaker is not None:
            wanted = plain(speaker)
            frame = frame[[wanted in plain(name) for name in frame["speaker"].fillna("")]]
        if about is not None:
            ids = self._named(self.organizations, about)
            if not ids:
                raise InputError(f"no organisation {about!r}; see their names in the table organizations")
            frame = frame[[not ids.isdisjoint(named) for named in frame["about"]]]
        return frame.reset_index(drop=True)

    def _alliance_id(self, alliance: str) -> str:
        organizations = self.organizations[self.organizations["organization_id"].isin(self.alliances["alliance_id"])]
        ids = self._named(organizations, alliance)
        if not ids:
            known = ", ".join(organizations["name"]) or "none"
            raise InputError(f"no alliance {alliance!r}; the alliances are: {known}")
        return min(ids)

    @staticmethod
    def _named(organizations: pd.DataFrame, name: str) -> set[str]:
        """Ids of the organisations that go by a name, or by the id itself."""
        wanted = plain(name)
        return {
            row["organization_id"]
            for row in organizations.to_dict("records")
            if name == row["organization_id"] or wanted in map(plain, [row["name"], *row["aliases"]])
        }
