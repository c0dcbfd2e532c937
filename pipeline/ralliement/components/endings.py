"""The end of an alliance: once it is dissolved, those that were in it are in it no more."""

from functools import cache
from typing import NamedTuple

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.arguments import complement
from ralliement.components.discourse import Keys, Scope, Statement
from ralliement.components.membership_cues import POSSESSIVES
from ralliement.components.subjects import subject
from ralliement.components.units import Unit
from ralliement.components.verbs import verb_group
from ralliement.conjugation import Form, conjugate

DISSOLVING = ("dissoudre", "saborder", "auto-dissoudre")
DECIDING = ("voter", "prononcer", "décider", "acter", "approuver", "entériner", "officialiser", "annoncer")


class End(NamedTuple):
    """An alliance that is no more; `sentence` and `cue`, in tokens, say so."""

    alliance: str
    sentence: tuple[int, int]
    cue: tuple[int, int]


@cache
def _forms(verbs: tuple[str, ...]) -> dict[str, tuple[str, frozenset[Form]]]:
    return {form: (verb, analyses) for verb in verbs for form, analyses in conjugate(verb).items()}


def ended(scope: Scope) -> list[End]:
    """The alliances that the sentence says to be dissolved."""
    units = scope.units
    found: list[End] = []
    dissolving = _forms(DISSOLVING)
    for i, unit in enumerate(units):
        if unit.low in dissolving:
            verb, forms = dissolving[unit.low]
            group = verb_group(units, i, verb, forms, reflexive=False)
            itself = group is not None and (group.passive or group.clitics & {"se", "s'"})
            if group is None or not itself or group.bare or group.modality != "done" or group.infinitive:
                continue
            who = subject(scope, group.start - 1)
            if who and (who.kind in ("alliance", "pron") or who.word in group_nouns()):
                found += _ends(scope, who.keys or scope.focus(group.start), group.start, i)
        elif unit.low == "dissolution" and (start := _decided(units, i)) is not None:
            alliance = complement(scope, i + 1)
            if alliance or units[i - 1].low in POSSESSIVES:
                found += _ends(scope, alliance or scope.focus(i), start, i)
    return found


def _ends(scope: Scope, alliance: Keys, start: int, last: int) -> list[End]:
    return [End(key, scope.span, (scope.units[start].start, scope.units[last].end)) for key in alliance]


def _decided(units: list[Unit], i: int) -> int | None:
    """Where the verb group that decides the dissolution at unit `i` starts: « a voté sa », « depuis la »."""
    if i > 1 and units[i - 1].pos == "DET" and units[i - 2].low in ("depuis", "après"):
        return i - 2
    for k in range(i - 1, max(-1, i - 5), -1):
        if units[k].low in _forms(DECIDING):
            verb, forms = _forms(DECIDING)[units[k].low]
            group = verb_group(units, k, verb, forms, reflexive=False)
            return group.start if group and group.modality == "done" and group.past and not group.passive else None
    return None


def left_behind(ends: list[End], statements: list[Statement]) -> list[Statement]:
    """Those that the article says to have been in an alliance that has ended: former members."""
    return [
        Statement(end.alliance, organization, "former", "asserted", end.sentence, end.cue, "end", 2, "former")
        for end in ends
        for organization in dict.fromkeys(s.organization for s in statements if s.alliance == end.alliance and _in(s))
    ]


def _in(statement: Statement) -> bool:
    return statement.status in ("founder", "member")
