"""What opens a sentence before its verb: « Avec A, elle compte douze membres », « En face, A … »."""

from ralliement import numerals
from ralliement.components.arguments import listed
from ralliement.components.discourse import Scope
from ralliement.components.lists import OF, Group, acts
from ralliement.components.saying import say
from ralliement.components.units import Unit

COUNTED = {"compte", "comptera", "comptait", "passe", "passera", "sont", "fait", "réunit", "rassemble", "regroupe"}
INSIDE = (["au", "sein", "de"], ["au", "sein", "du"], ["au", "sein", "d'"], ["à", "l'", "intérieur", "de"])
BEGINNING = (
    ["à", "l'", "origine", ","], ["a", "l'", "origine", ","], ["au", "départ", ","], ["au", "lancement", ","],
    ["à", "sa", "création", ","], ["à", "sa", "naissance", ","], ["à", "ses", "débuts", ","],
)  # fmt: skip
BEING = {"sont", "sommes", "étaient", "étions"}
WE = {"ils", "elles", "nous", "-ils", "-elles"}
INTRODUCING = {":", "dont", "lesquels", "lesquelles"}
FACING = (["en", "face"], ["dans", "le", "camp", "d'", "en", "face"], ["dans", "le", "camp", "adverse"])


def opened(scope: Scope) -> None:
    """State what the opening of the sentence says of the names after it."""
    units = scope.units
    low = [unit.low for unit in units[:8]]
    first = next((g for g in scope.groups if g.start <= 9), None)
    counted(scope)
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


def _begins(units: list[Unit]) -> bool:
    """Whether the sentence tells of the beginning: « À l'origine, », « À sa création, », « Au départ, »."""
    low = [unit.low for unit in units[:4]]
    return any(low[: len(words)] == words for words in BEGINNING)


def counted(scope: Scope) -> None:
    """« Ils sont quatre : A, B, C et D », « Elles ne sont plus que sept, parmi lesquelles A et B »."""
    units = scope.units
    be = next((k for k, unit in enumerate(units[:12]) if unit.low in BEING), 0)
    if not be or not any(unit.low in WE for unit in units[max(0, be - 4) : be]):
        return
    number = next((k for k in range(be + 1, min(be + 6, len(units))) if _number(units[k])), 0)
    mark = next((k for k in range(number + 1, min(number + 12, len(units))) if units[k].low in INTRODUCING), 0)
    told = any(unit.kind == "word" and unit.pos == "VERB" for unit in units[number + 1 : mark])
    if not number or not mark or told or scope.said:
        return
    orgs = (
        listed(scope, mark, {"", "dont", "parmi", *OF}) if units[mark].low == ":" else listed(scope, mark, {"", "dont"})
    )
    alliance = scope.state.main if any(unit.low == "nous" for unit in units[:be]) else scope.focus(len(units))
    began = units[be].low.startswith("ét") and bool(
        {"départ", "origine", "création"} & {unit.low for unit in units[:mark]}
    )
    first = began or _begins(units)
    say(scope, alliance, orgs, "founder" if first else "member", "done", (be, number + 1), "count", 2)


def _number(unit: Unit) -> bool:
    return unit.kind == "word" and unit.low not in ("un", "une") and numerals.parse(unit.low) is not None


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
    return acts(units, g.end) or any(unit.low in ("se", "s'") for unit in units[g.end : g.end + 1])
