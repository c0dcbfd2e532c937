"""What opens a sentence before its verb: « Avec A, elle compte douze membres », « En face, A … »."""

from ralliement import numerals
from ralliement.components.discourse import Scope
from ralliement.components.lists import Group
from ralliement.components.saying import say
from ralliement.components.units import Unit

COUNTED = {"compte", "comptera", "comptait", "passe", "passera", "sont", "fait", "réunit", "rassemble", "regroupe"}
INSIDE = (["au", "sein", "de"], ["au", "sein", "du"], ["au", "sein", "d'"], ["à", "l'", "intérieur", "de"])
FACING = (["en", "face"], ["dans", "le", "camp", "d'", "en", "face"], ["dans", "le", "camp", "adverse"])


def opened(scope: Scope) -> None:
    """State what the opening of the sentence says of the names after it."""
    units = scope.units
    low = [unit.low for unit in units[:8]]
    first = next((g for g in scope.groups if g.start <= 9), None)
    if first is None or any(set(first.keys) & {s.organization} for s in scope.said):
        return
    if first.at == 0 and first.prep == "avec" and _is_followed_by_count(units, first):
        say(scope, scope.focus(len(units)), tuple(first.keys), "member", "done", (0, first.end), "opening", 2)
    elif first.prep == "" and any(low[: len(words)] == words for words in INSIDE):
        inside = next((k for k, unit in enumerate(units[:6]) if unit.kind == "alliance"), 0)
        if inside and units[inside + 1].low == "," and _is_subject(units, first):
            say(scope, units[inside].keys, tuple(first.keys), "member", "done", (0, inside + 1), "opening", 2)
    elif first.prep == "" and (words := next((w for w in FACING if low[: len(w)] == w), None)):
        near = first.start <= len(words) + 4 and not any(unit.kind == "per" for unit in units[: first.start])
        if near and not any(s.status == "rival" for s in scope.said):
            say(
                scope, scope.other(tuple(first.keys)), tuple(first.keys), "rival", "done", (0, len(words)), "opening", 2
            )


def _is_followed_by_count(units: list[Unit], g: Group) -> bool:
    """Whether « , l'alliance compte désormais douze membres », « , ils sont douze » follows a list."""
    after = units[g.end : g.end + 9]
    verb = next((k for k, unit in enumerate(after) if unit.low in COUNTED), -1)
    if after[:1] == [] or after[0].low != "," or verb < 0 or any(unit.kind == "org" for unit in after[1:verb]):
        return False
    return any(
        numerals.parse(unit.low) is not None for unit in after[verb + 1 : verb + 4] if unit.low not in ("un", "une")
    )


def _is_subject(units: list[Unit], g: Group) -> bool:
    """Whether a verb follows a list at once."""
    return g.end < len(units) and (units[g.end].pos in ("VERB", "AUX") or units[g.end].low in ("se", "s'", "n'", "ne"))
