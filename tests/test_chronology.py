import pytest

from ralliement.chronology import Statement, alliances, until


def said(line, number=0):
    """A statement from « STATUS published=… date=… certainty=… »."""
    status, *cells = line.split()
    values = dict(cell.split("=") for cell in cells)
    return Statement(
        "org:l", "Ligue", "org:a", "Altéo", status, values.get("certainty", "asserted"), values.get("date"),
        values.get("published"), values.get("article", str(number)), line, float(values.get("confidence", 1)),
    )  # fmt: skip


def row(*lines, on=None):
    statements = [said(line, number) for number, line in enumerate(lines)]
    rows = {
        tuple(sorted(found.items(), key=lambda item: item[0])): found
        for found in (
            {**found, "statuses": tuple(found["statuses"])}
            for order in (statements, statements[::-1])
            for found in alliances(order if on is None else until(order, on), {"org:a": "company"})
        )
    }
    assert len(rows) <= 1, "the order of the statements matters"
    return next(iter(rows.values()), None)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["member published=2024-01-01", "former published=2024-06-01"], "former"),
        (["former published=2024-01-01", "member published=2024-06-01"], "member"),
        # an article of June tells of a departure in May; one of July recalls when it joined
        (["former published=2024-06-01 date=2024-05", "member published=2024-07-01 date=2023-12"], "former"),
        (["founder published=2023-12-07", "former published=2024-06-01", "founder published=2025-01-01"], "former"),
        (["founder published=2023-12-07", "member published=2024-06-01"], "founder"),
        (["joining published=2024-01-01 date=2024-06", "member published=2024-06-02"], "member"),
        (["member published=2024-01-01", "candidate published=2024-02-01"], "member"),
        (["candidate published=2024-01-01", "non_member published=2024-02-01"], "non_member"),
        (["former published=2024-01-01", "non_member published=2024-02-01"], "former"),
        (["former published=2024-01-01", "joining published=2024-02-01"], "joining"),
        (["non_member published=2024-01-01", "rival published=2024-02-01"], "non_member"),
        (["member published=2024-01-01 certainty=conditional"], "candidate"),
        (["founder published=2024-01-01 article=x", "former published=2024-01-01 article=x"], "former"),
        # an undated page overrides nothing
        (["member", "former published=2024-01-01"], "former"),
        (["member"], "member"),
    ],
)
def test_the_status_is_the_last_that_holds(lines, status):
    assert row(*lines)["status"] == status


def test_on_a_date_only_what_had_happened_counts():
    story = ["founder published=2023-12-07", "former published=2024-06-01 date=2024-05-20"]
    assert row(*story, on="2023-12-01") is None
    assert row(*story, on="2024-05-19")["status"] == "founder"
    assert row(*story, on="2024-05-20")["status"] == "former"
    assert row("joining published=2024-01-01 date=2024-06", on="2024-02-01")["status"] == "joining"


def test_the_row_tells_the_story():
    found = row(
        "joining published=2024-01-05 date=2024-02",
        "member published=2024-03-01 date=2024-02-08",
        "member published=2024-03-02 confidence=0.5",
        "former published=2024-06-01 date=2024-05",
    )
    assert (found["since"], found["until"], found["founder"]) == ("2024-02-08", "2024-05", False)
    assert found["statuses"] == ("former", "joining", "member")
    assert (found["articles"], found["first_published"], found["last_published"]) == (4, "2024-01-05", "2024-06-01")
    assert found["evidence"].startswith("former")
    assert (found["kind"], found["conflict"]) == ("company", False)


def test_since_is_as_precise_as_any_article_says():
    found = row("founder published=2024-09-01 date=2023-12", "founder published=2023-12-07 date=2023-12-05")
    assert found["since"] == "2023-12-05"
    assert row("member published=2024-09-01 date=2023", "member published=2024-12-07")["since"] == "2023"


def test_sources_that_disagree_at_one_time_are_a_conflict():
    assert row("member published=2024-01-01", "non_member published=2024-01-01")["conflict"]
    assert not row("member published=2024-01-01", "non_member published=2024-02-01")["conflict"]
    assert not row("founder published=2024-01-01 article=x", "former published=2024-01-01 article=x")["conflict"]


def test_a_guess_counts_only_where_nothing_surer_is_said():
    guess = "member published=2024-06-01 confidence=0.4"
    assert row("rival published=2023-12-01 confidence=0.8", guess)["status"] == "rival"
    assert row(guess)["status"] == "member"
