"""What an analyst adds: organisations by a CSV of names, and alliances by the names that each goes by."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ralliement.errors import InputError
from ralliement.lexicon import read_csv

if TYPE_CHECKING:
    from spacy.language import Language

ALLIANCE_COLUMNS = ("name", "aliases")


@dataclass(frozen=True, slots=True)
class Own:
    """The path of a CSV of names, "" for none, and the names of each alliance, the canonical one first."""

    names: str = ""
    alliances: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def given(cls, names: str | Path | None, alliances: Iterable[str | Sequence[str]]) -> "Own":
        """From what a user gives: an alliance is its name, or all its names."""
        of_each = ((one,) if isinstance(one, str) else tuple(one) for one in alliances)
        return cls(str(names or ""), tuple(sorted(of_each)))

    @classmethod
    def of(cls, nlp: "Language") -> "Own":
        """From the configuration of a pipeline."""
        components = nlp.config["components"]
        names = components.get("ralliement_entities", {}).get("names")
        return cls.given(names, components.get("ralliement_memberships", {}).get("alliances", ()))

    def describe(self) -> str:
        """JSON that is the same for the same additions: a CSV of names by its content."""
        names = hashlib.blake2b(Path(self.names).read_bytes(), digest_size=8).hexdigest() if self.names else ""
        given = {"names": names, "alliances": self.alliances}
        return json.dumps({key: value for key, value in given.items() if value}, ensure_ascii=False)


def read_alliances(path: Path) -> list[tuple[str, ...]]:
    """Alliances of a CSV with the columns `name` and `aliases`, the latter parted by « | ».

    Raises `LexiconError` if it cannot be used, `InputError` for a row without a name.
    """
    found = []
    for number, row in enumerate(read_csv(path, ALLIANCE_COLUMNS), start=2):
        if not row["name"]:
            raise InputError(f"{path}, row {number}: no name; give the one that the tables are to show")
        aliases = (alias.strip() for alias in row["aliases"].split("|"))
        found.append((row["name"], *filter(None, aliases)))
    return found
