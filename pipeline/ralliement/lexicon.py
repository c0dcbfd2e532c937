"""Lexicons: CSV files beside this module, data and never code; an analyst's own CSV adds rows to ours.

Every file has a `note` column: the false positive a row avoids, or why it is there.
"""

import csv
import hashlib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ralliement.errors import InputError

FOLDER = Path(__file__).parent / "lexicons"

Row = dict[str, str]


class LexiconError(InputError):
    """A lexicon file that cannot be used; the message says the file, the line and what to do."""


def read_csv(path: Path, columns: Iterable[str]) -> list[Row]:
    """Rows of a lexicon file, each with the given columns at least, cells stripped.

    Raises `LexiconError` for a missing file or column, a row of the wrong length or bytes that are not UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [c for c in columns if c not in (reader.fieldnames or [])]
            if missing:
                raise LexiconError(f"{path}: no column {', '.join(missing)}; the header must name it")
            rows = []
            for row in reader:
                if None in row or None in row.values():
                    raise LexiconError(f"{path}, line {reader.line_num}: not as many cells as the header has columns")
                rows.append({key: value.strip() for key, value in row.items()})
            return rows
    except FileNotFoundError as error:
        raise LexiconError(f"{path}: no such file") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: not UTF-8; save it as « CSV UTF-8 »") from error
    except csv.Error as error:
        raise LexiconError(f"{path}: {error}") from error


def digest() -> str:
    """What tells one state of our own lexicons from another."""
    found = hashlib.blake2b(digest_size=8)
    for path in sorted(FOLDER.glob("*.csv")):
        found.update(path.read_bytes())
    return found.hexdigest()


def sort_key(form: str) -> tuple[str, str]:
    """The order of a lexicon's rows: letters without accents and case (« État » beside « Etat »), then the form."""
    letters = (c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
    return "".join(letters).casefold(), form


@cache
def load(name: str, *columns: str) -> tuple[Row, ...]:
    """Rows of one of our own lexicons by its name without suffix; read once a process."""
    return tuple(read_csv(FOLDER / f"{name}.csv", columns))
