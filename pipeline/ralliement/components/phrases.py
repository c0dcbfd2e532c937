"""Noun phrases that can speak: « le directeur de la coalition, Tommaso Ferri », « une source proche du dossier ».

A phrase is read left to right from its determiner, with a few closed classes of words; the subject of a cue is looked
for after it (« dit X ») or before it (« X, directeur de Y, dit »), past adjuncts, addressees and appositions.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ralliement import lexicon
from ralliement.components.cues import Cue
from ralliement.components.grammar import (
    ADJUNCTS,
    ADVERBS,
    BEFORE_NOUN,
    CIVILITIES,
    DETERMINERS,
    INDEFINITE,
    OF,
    PREPOSITIONS,
    PRONOUNS,
    SOMEBODY,
    STOP,
    TIME,
)
from ralliement.components.reading import Reading, Unit


class Phrase(NamedTuple):
    """A noun phrase in a sentence's units.

    `mention` names it (« le patron, Luc Fabre »: Luc Fabre), `of` is a mention it depends on (« la patronne
    d'Orange »: Orange); both are indices into `reading.mentions`, -1 where there is none.
    """

    start: int
    end: int
    determiner: str
    head: str
    feminine: bool | None
    plural: bool
    mention: int
    of: int
    former: bool = False


def phrase(reading: Reading, units: Sequence[Unit], start: int, limit: int | None = None) -> Phrase | None:
    """The phrase that begins at unit `start` and ends before `limit`; None if none does."""
    limit = len(units) if limit is None else limit
    if start >= limit:
        return None
    index, determiner, former = start, "", False
    feminine: bool | None = None
    first = units[start]
    if first.low in ("ce", "cette", "ces") and start + 1 < limit and units[start + 1].low.startswith("dern"):
        plural = first.low == "ces"
        return Phrase(start, start + 2, first.low, "celui-ci", None if plural else first.low == "cette", plural, -1, -1)
    if start + 1 < limit and first.low == "l'" and units[start + 1].low in ("un", "une"):  # « l'un d'eux »
        return Phrase(start, start + 2, "un", "quelqu'un", units[start + 1].low == "une", False, -1, -1)
    if first.low in SOMEBODY and first.kind == "word":
        return Phrase(start, start + 1, "un", first.low, None, False, -1, -1)
    if first.low in PRONOUNS and first.kind == "word":
        return Phrase(
            start,
            start + 1,
            "",
            first.low,
            first.low.startswith(("elle", "celle")),
            first.low.endswith(("s", "x")),
            -1,
            -1,
        )
    if first.low in ("tous", "toutes") and start + 1 < limit:
        index += 1
    if units[index].low in DETERMINERS and units[index].kind == "word":
        determiner = units[index].low
        index += 1
        if determiner in ("un", "une") and index + 1 < limit and units[index].low in ("de", "d'"):
            index += 1 + (units[index + 1].low in DETERMINERS)  # « un de ses voisins »
        if determiner in ("la", "une", "sa", "cette", "ma"):
            feminine = True
        elif determiner in ("le", "un", "ce", "cet"):
            feminine = False
    head, mention, of = "", -1, -1
    plural = determiner in ("les", "des", "ses", "ces", "leurs", "nos") or determiner in INDEFINITE - {"un", "une"}
    after_of = False
    while index < limit:
        unit = units[index]
        if unit.kind == "mention":
            label = reading.mentions[unit.ref]["label"]
            if after_of and of == -1:
                of = unit.ref
            elif mention == -1 and not after_of:
                mention = unit.ref
            elif (mention != -1 and not after_of and label != "PER") or (mention != -1 and not after_of):
                break
            index, after_of = index + 1, False
            if mention != -1 and label == "PER":
                break
            continue
        if unit.kind != "word":
            break
        low = unit.low
        if low in OF and (head or mention != -1):
            after_of = True
            index += 1
            if index < limit and units[index].low in DETERMINERS and low in ("de", "d'", "des", "du"):
                index += 1
            continue
        if low in CIVILITIES and (not head or after_of or units[index + 1 : index + 2] != []):
            if head and not after_of and not (index + 1 < limit and units[index + 1].kind == "mention"):
                break
            if not head and not after_of:
                gender = CIVILITIES[low]
                feminine = feminine if gender is None else gender
                head = low
            index += 1
            continue
        if low in DETERMINERS or low in PREPOSITIONS or low in STOP or low in OF or not low[0].isalnum():
            break
        if (unit.finite or low in TIME) and (head or mention != -1) and not after_of and low not in _nouns():
            break
        if low in BEFORE_NOUN and not head:
            former = former or low.startswith("ancien")
            index += 1
            continue
        if low.isdigit() and head:
            break
        if (
            mention != -1
            and not after_of
            and not reading.text[unit.start].isupper()
            and reading.mentions[mention]["label"] == "PER"
        ):
            break
        if not head and mention == -1:
            head = low
        index, after_of = index + 1, False
    if (
        determiner
        and not head
        and mention == -1
        and units[index - 1].low in ("autre", "autres", "premier", "première", "même")
    ):
        head = units[index - 1].low
    if index == start or (not head and mention == -1):
        return None
    last = units[index - 1]
    if index - 1 > start and last.kind == "word" and (last.low in OF or last.low in DETERMINERS):
        index -= 1
    if not plural and not determiner:
        plural = head.endswith("s") and head in _nouns()
    if feminine is None and head in _genders():
        feminine = _genders()[head]
    return Phrase(start, index, determiner, head, feminine, plural, mention, of, former)


def apposed(reading: Reading, units: Sequence[Unit], found: Phrase, limit: int | None = None) -> Phrase:
    """`found` with the person named after a comma: « la patronne d'Orange, Christel Roy »."""
    limit = len(units) if limit is None else limit
    end = found.end
    if found.mention != -1 and reading.mentions[found.mention]["label"] == "PER":
        return found
    at = end + 1
    if at < limit and units[at].low in CIVILITIES:  # « leur avocat, Me Kerbrat »
        at += 1
    if at < limit and units[end].low in (",", "(") and units[at].kind == "mention":
        mention = units[at].ref
        after = units[at + 1].low if at + 1 < len(units) else "."
        if reading.mentions[mention]["label"] == "PER" and is_person(found) and after not in ("et",):
            return found._replace(end=at + 1, mention=mention)
    return found


def is_person(found: Phrase) -> bool:
    """Whether the head of a phrase is a person's role."""
    return found.head in _genders() or found.head in CIVILITIES or noun_type(found.head) in ("person", "")


def is_banner(found: Phrase) -> bool:
    """Whether a phrase is a surface to write on, whose words are nobody's."""
    return noun_type(found.head) == "banner"


def noun_type(head: str) -> str:
    """`person`, `organization`, `document`, `group`, `banner`, or "" for a noun of no lexicon."""
    nouns = _nouns()
    return nouns.get(head) or nouns.get(head[:-1] if head.endswith(("s", "x")) else head, "")


def subject_after(reading: Reading, units: Sequence[Unit], start: int) -> Phrase | None:
    """The subject after a cue that ends before unit `start`, past adverbs, adjuncts and addressees."""
    index, commas = start, 0
    while index < len(units):
        unit = units[index]
        if unit.kind == "mention":
            return _subject(reading, units, index)
        if unit.kind == "passage":
            return None
        if unit.kind == "punct":
            commas += 1
            if unit.low != "," or commas > 2:
                return None
            index += 1
            continue
        low = unit.low
        adjunct = next((a for a in ADJUNCTS if tuple(u.low for u in units[index : index + len(a)]) == a), None)
        if adjunct is not None:
            index += len(adjunct)
        elif low in PREPOSITIONS or low in ("de", "d'"):
            index = _past(reading, units, index)
        elif (
            low in DETERMINERS
            or low in CIVILITIES
            or low in ("tous", "toutes", "celui-ci", "celle-ci", "ceux-ci")
            or low in SOMEBODY
        ):
            return _subject(reading, units, index)
        elif low in TIME or low in ADVERBS or low.endswith("ment") or unit.pos == "ADV":
            index += 1
        elif low in STOP:
            return None
        elif reading.text[unit.start].isupper() or low in _nouns() or low.isdigit() or low in BEFORE_NOUN:
            return _subject(reading, units, index)
        elif commas == 0 and index == start:
            return None
        else:
            index += 1
    return None


def _subject(reading: Reading, units: Sequence[Unit], index: int) -> Phrase | None:
    found = phrase(reading, units, index)
    return None if found is None else apposed(reading, units, found)


def _past(reading: Reading, units: Sequence[Unit], index: int) -> int:
    """The unit after the prepositional phrase that begins at `index`."""
    index += 1
    while index < len(units) and units[index].low in (PREPOSITIONS | OF):
        index += 1
    found = phrase(reading, units, index)
    if found is None:
        return index + 1
    if found.mention != -1 and found.head and noun_type(found.head) != "person" and found.head not in CIVILITIES:
        named = next(i for i in range(found.start, found.end) if units[i].ref == found.mention)
        if reading.mentions[found.mention]["label"] == "PER":
            return named  # « devant la presse Hugo Tanneur »: nobody's name is « la presse »
    return max(found.end, index)


def subject_before(reading: Reading, units: Sequence[Unit], cue: Cue) -> Phrase | None:
    """The subject before a cue, in its clause: its segment's own, else the first of the clause, past appositions."""
    start = clause_start(units, cue.start)
    segments = _segments(units, start, cue.start)
    last = segments[-1]
    if last[0] < last[1]:
        found = _main(reading, units, *last)
        if found is not None and not (
            found.head in ("lui", "eux", "elle", "elles") and len(segments) > 1 and found.end < last[1]
        ):
            return apposed(reading, units, found, cue.start)
    bare = [part for part in segments[:-1] if not any(unit.finite for unit in units[part[0] : part[1]])]
    for left, right in [*bare, *segments[:-1]]:
        if left < right and units[left].low not in PREPOSITIONS and not _is_adjunct(units[left]):
            found = _main(reading, units, left, right)
            if found is not None and found.head not in ("lui", "eux", "elle", "elles"):
                return apposed(reading, units, found, cue.start)
    return None


def clause_start(units: Sequence[Unit], end: int) -> int:
    """Where the clause begins that holds the unit before `end`."""
    closed = end > 0 and units[end - 1].low == ","  # a relative clause between commas is over
    for index in range(end - 1, -1, -1):
        unit = units[index]
        if closed and index and unit.low in ("dont", "où", "que", "qu'") and units[index - 1].low == ",":
            continue
        if unit.kind == "punct" and unit.low in ";:!?…–—":
            return index + 1
        if unit.low == "-" and index and units[index - 1].end < unit.start:  # « Paris, 12 mai (Agence) - Le préfet … »
            return index + 1
        if unit.low in ("que", "qu'", "quand", "lorsque", "lorsqu'", "tandis", "où", "si", "puisque", "dont"):
            return index + 1
        if unit.low in ("et", "mais", "car", "puis", "or") and any(u.finite for u in units[:index]):
            return index + 1
    return 0


def _segments(units: Sequence[Unit], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a clause between its commas and outside its brackets, as unit offsets; at least one."""
    found: list[tuple[int, int]] = []
    left, depth = start, 0
    for index in range(start, end):
        low = units[index].low
        if low == "(":
            depth += 1
            if depth == 1:
                found.append((left, index))
        elif low == ")":
            depth = max(0, depth - 1)
            left = index + 1
        elif low == "," and not depth:
            found.append((left, index))
            left = index + 1
    found.append((min(left, end), end))
    return found


def _is_adjunct(unit: Unit) -> bool:
    """Whether a segment that begins so cannot hold the subject: « Interrogé mardi », « qui dirige », « alors que »."""
    return unit.low in STOP - {"et", "mais", "or", "car"} - PRONOUNS or unit.pos == "VERB" or unit.low in OF


def _main(reading: Reading, units: Sequence[Unit], start: int, end: int) -> Phrase | None:
    """The first phrase of a segment that no preposition governs."""
    index = start
    while index < end:
        unit = units[index]
        low = unit.low
        if unit.kind == "word" and low in PREPOSITIONS:
            index = min(_past(reading, units, index), end)
        elif unit.kind == "word" and (low in ADVERBS - DETERMINERS or low in TIME or low.endswith("ment")):
            index += 1
        elif (
            unit.kind == "mention"
            or low in DETERMINERS
            or low in PRONOUNS
            or low in CIVILITIES
            or low in ("tous", "toutes")
            or (
                unit.kind == "word"
                and index == start
                and (reading.text[unit.start].isupper() or low in _nouns())
                and unit.pos not in ("VERB", "ADP", "ADV")
                and not low.endswith(("é", "ée", "és", "ées"))
            )
        ):
            found = phrase(reading, units, index, end)
            if found is not None:
                return found
            index += 1
        else:
            index += 1
    return None


@cache
def kinds() -> dict[str, str]:
    """Kind that a noun gives to whom it describes: of roles (« sport »), else of organisations (`schema.KINDS`)."""
    found: dict[str, str] = {}
    for name in ("orgnouns", "orgheads"):
        for row in lexicon.load(name, "form", "kind", "note"):
            found[row["form"]] = row["kind"]
    for row in lexicon.load("roles", "form", "feminine", "kind", "note"):
        found[row["form"]] = found[row["feminine"] or row["form"]] = row["kind"]
    return found


@cache
def _genders() -> dict[str, bool | None]:
    """Roles by form: whether the form is feminine, None where it is both."""
    found: dict[str, bool | None] = {}
    for row in lexicon.load("roles", "form", "feminine", "kind", "note"):
        masculine, feminine = row["form"], row["feminine"]
        found[masculine] = None if masculine == feminine else False
        if feminine and feminine != masculine:
            found[feminine] = True
    return found


@cache
def _nouns() -> dict[str, str]:
    """Type of the noun that heads a phrase."""
    found: dict[str, str] = {}
    for name in ("orgheads", "orgnouns"):
        for row in lexicon.load(name, "form", "kind", "note"):
            found[row["form"]] = "organization"
    for role in _genders():
        found[role] = "person"
        if not role.endswith(("s", "x")):
            found.setdefault(role + "s", "group")
    for row in lexicon.load("speaker_nouns", "noun", "type", "note"):
        found[row["noun"]] = row["type"]
    return found
