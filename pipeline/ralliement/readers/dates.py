"""A numeric date as metadata and file names write it, to ISO."""

import re
from datetime import date


def iso_date(written: str) -> str | None:
    """`2023-12-07`, `20231207`, `2023-12-07T10:00` or the French `07/12/2023` as ISO date, else None."""
    digits = re.match(r"(\d{4})[-_./]?(\d\d)[-_./]?(\d\d)(?!\d)", written)
    if digits:
        year, month, day = map(int, digits.groups())
    else:
        digits = re.match(r"(\d\d?)[-_./](\d\d?)[-_./](\d{4})(?!\d)", written)
        if not digits:
            return None
        day, month, year = map(int, digits.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
