"""The lexicons of entities as sets and dicts: heads, class nouns, roles, first names, demonyms, known names."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ralliement.lexicon import FOLDER, LexiconError, load, read_csv
from ralliement.schema import KINDS

NAME_COLUMNS = ("name", "kind", "aliases", "ambiguous", "note")
WORD = re.compile(r"\w+")
CAPITAL = re.compile("[À-ÖØ-Þ]")


class Known(NamedTuple):
    """A form of a known organisation; `sure` unless it is also a word, a place or a first name."""

    form: str
    name: str
    kind: str
    sure: bool


class ClassNoun(NamedTuple):
    """A common noun of organisations; `inside` when it is part of the name also in lower case."""

    inside: bool
    kind: str


class Role(NamedTuple):
    """A function of a person: its gender (m, f or u); `of_organisation` unless it is held over a place or a cause."""

    gender: str
    of_organisation: bool


ACRONYM = 3  # letters; a longer word in capitals may be a first name
CIVIL = frozenset(["political", "military", "legal", "religious"])  # « maire de X » makes no organisation of X


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the rules look up; forms are lower case with a straight apostrophe unless said otherwise."""

    heads: dict[str, str]  # first words of organisations' names -> kind
    head_forms: dict[str, str]  # whole heads -> kind
    class_nouns: dict[str, ClassNoun]
    plural_heads: frozenset[str]
    roles: dict[str, Role]
    titles: dict[str, str]  # -> gender
    first_names: dict[str, str]  # -> gender
    demonyms: frozenset[str]
    org_words: frozenset[str]  # as written
    org_cues: frozenset[str]
    not_names: dict[str, str]
    known: dict[str, dict[str, Known]]  # by first word, then by form, as written; longest form first


def plural(form: str) -> str:
    """The plural of a noun, or of the first word of a compound."""
    first, space, rest = form.partition(" ")
    if first.endswith(("s", "x", "z")):
        return form
    for ending, other in (("eau", "eaux"), ("au", "aux"), ("al", "aux"), ("", "s")):
        if first.endswith(ending):
            return first[: len(first) - len(ending)] + other + space + rest
    return form


@cache
def vocabulary(overlay: Path | None = None, alliances: tuple[tuple[str, ...], ...] = ()) -> Vocabulary:
    """Read the lexicons; `overlay` is an analyst's own CSV of names, whose rows win over ours, as do their alliances.

    Raises `LexiconError` for a file that cannot be used.
    """
    head_forms = {row["form"].lower(): row["kind"] for row in load("orgheads", "form", "kind")}
    class_nouns, plural_heads = {}, set()
    for row in load("orgnouns", "form", "use", "kind"):
        noun = ClassNoun(row["use"] == "inside", row["kind"])
        class_nouns[row["form"].lower()] = noun
        class_nouns.setdefault(plural(row["form"].lower()), ClassNoun(False, row["kind"]))
        plural_heads.add(plural(row["form"].lower()))
    roles = {}
    for row in load("roles", "form", "feminine", "kind"):
        masculine, feminine, of = row["form"].lower(), row["feminine"].lower(), row["kind"] not in CIVIL
        roles[masculine] = Role("u" if masculine == feminine else "m", of)
        if feminine:
            roles.setdefault(feminine, Role("f", of))
    demonyms = set()
    for row in load("demonyms", "form", "feminine"):
        demonyms |= {row["form"], row["feminine"], plural(row["form"]), plural(row["feminine"])}
    return Vocabulary(
        heads={form: kind for form, kind in head_forms.items() if " " not in form and kind != "state"},
        head_forms=head_forms,
        class_nouns=class_nouns,
        plural_heads=frozenset(plural_heads),
        roles=roles,
        titles={row["form"].lower(): row["gender"] for row in load("titles", "form", "gender")},
        first_names=_first_names(),
        demonyms=frozenset(demonyms),
        org_words=frozenset(row["word"] for row in load("orgwords", "word")),
        org_cues=frozenset(row["word"] for row in load("orgcues", "word")),
        not_names={row["form"].lower(): row["use"] for row in load("notnames", "form", "use")},
        known=_known((FOLDER / "names.csv", overlay), alliances),
    )


def _spellings(form: str) -> set[str]:
    """The form as it is, with a capital at the start of a sentence, and with capitals that lost their accents."""
    both = {form, form if form[1:2].isupper() else form[:1].upper() + form[1:]}  # « université », not « xAI »
    return both | {CAPITAL.sub(lambda capital: unicodedata.normalize("NFD", capital[0])[0], one) for one in both}


def _straight(form: str) -> str:
    return form.replace("’", "'")


def _first_names() -> dict[str, str]:
    """As written, and in capitals where that is no acronym."""
    rows = load("firstnames", "name", "gender")
    loud = {row["name"].upper(): row["gender"] for row in rows if len(row["name"]) > ACRONYM}
    return loud | {row["name"]: row["gender"] for row in rows}


def _known(paths: Iterable[Path | None], alliances: Iterable[tuple[str, ...]]) -> dict[str, dict[str, Known]]:
    forms: dict[str, Known] = {}
    for path in filter(None, paths):
        for number, row in enumerate(read_csv(path, NAME_COLUMNS), start=2):
            if row["kind"] not in KINDS:
                raise LexiconError(f"{path}, row {number}: kind {row['kind']!r} is none of {', '.join(KINDS)}")
            aliases = [alias.strip() for alias in row["aliases"].split("|") if alias.strip()]
            for form in (row["name"], *aliases):
                sure = form != row["name"] or row["ambiguous"] != "yes"
                for written in _spellings(_straight(form)):
                    if WORD.search(written):
                        forms[written] = Known(written, row["name"], row["kind"], sure)
    for names in alliances:
        forms.update((w, Known(w, names[0], "alliance", True)) for form in names for w in _spellings(_straight(form)))
    index: dict[str, dict[str, Known]] = {}
    for form in sorted(forms, key=len, reverse=True):
        index.setdefault(WORD.search(form).group(), {})[form] = forms[form]  # type: ignore[union-attr]
    return index
