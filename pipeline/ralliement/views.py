"""Answers that are more than one table: who sits with whom, who speaks about an alliance, how it grows."""

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations

import pandas as pd


def co_membership(members: pd.DataFrame) -> pd.DataFrame:
    """Pairs of organisations that sit in one alliance at least, those with most in common first.

    `members` has the columns of `alliances`; the result: `organization_a_id, organization_a, organization_b_id,
    organization_b, count, alliances` (a list of names).
    """
    common: dict[tuple[str, str], list[str]] = defaultdict(list)
    for alliance, rows in members.groupby("alliance"):
        for pair in combinations(sorted(rows["organization_id"].unique()), 2):
            common[pair].append(str(alliance))
    names = dict(zip(members["organization_id"], members["organization"], strict=True))
    records = [(a, names[a], b, names[b], len(shared), shared) for (a, b), shared in common.items()]
    columns = ["organization_a_id", "organization_a", "organization_b_id", "organization_b", "count", "alliances"]
    frame = pd.DataFrame.from_records(records, columns=columns)
    return frame.sort_values(
        ["count", "organization_a_id", "organization_b_id"], ascending=[False, True, True], ignore_index=True
    )


def voices(
    alliance_id: str, quotes: pd.DataFrame, articles: pd.DataFrame, people: pd.DataFrame, members: pd.DataFrame
) -> pd.DataFrame:
    """Named speakers of quotes about an alliance, the most quoted first; copies of an article count once.

    Columns: `speaker_id, speaker, role, organization_id, organization, quotes, share` (of all of them), `first, last`
    (dates), `inside` (the speaker's organisation, or the speaker, is in the alliance or is the alliance).
    """
    dates = articles.loc[articles["duplicate_of"].isna(), ["article_id", "published"]]
    named = quotes[quotes["speaker_id"].notna()]
    about = named[[alliance_id in ids for ids in named["about"]]]
    spoken = about.merge(dates, on="article_id").groupby(["speaker_id", "speaker"], as_index=False)
    frame = spoken.agg(quotes=("quote_id", "nunique"), first=("published", "min"), last=("published", "max"))
    frame = frame.merge(
        people[["person_id", "role", "organization_id", "organization"]],
        how="left", left_on="speaker_id", right_on="person_id",
    )  # fmt: skip
    itself = frame["organization_id"].isna() & frame["speaker_id"].str.startswith("org:")
    frame["organization_id"] = frame["organization_id"].mask(itself, frame["speaker_id"])
    frame["organization"] = frame["organization"].mask(itself, frame["speaker"])
    frame["share"] = frame["quotes"] / max(1, frame["quotes"].sum())
    frame["inside"] = frame["organization_id"].isin([*members["organization_id"], alliance_id])
    columns = ["speaker_id", "speaker", "role", "organization_id", "organization"]
    columns += ["quotes", "share", "first", "last", "inside"]
    return frame.sort_values(["quotes", "speaker_id"], ascending=[False, True], ignore_index=True)[columns]


def sizes(claims: pd.DataFrame, articles: pd.DataFrame, count_on: Callable[[str], int]) -> pd.DataFrame:
    """What articles claim of an alliance's size, in order of time, beside the members that the corpus names by then.

    `count_on` counts members on a date. Columns: `published, n, qualifier, unit, text, counted, article_id`.
    """
    dates = articles.loc[articles["duplicate_of"].isna(), ["article_id", "published"]]
    frame = claims.merge(dates, on="article_id").dropna(subset="published")
    frame["counted"] = [count_on(date) for date in frame["published"]]
    columns = ["published", "n", "qualifier", "unit", "text", "counted", "article_id"]
    return frame.sort_values(["published", "n"], ignore_index=True)[columns]
