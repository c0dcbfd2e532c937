"""Stated sizes of alliances: « compte neuf membres », « plus de 50 organisations », « le onzième membre ».

A number counts where the sentence says that it is the alliance that has so many: not targets, newcomers (« vingt
nouveaux membres »), parts (« dont cinq françaises ») or members of members (« représentant 200 entreprises »).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from ralliement import numerals
from ralliement.annotations import Qualifier
from ralliement.components.discourse import Keys, Scope
from ralliement.components.lists import TIMES
from ralliement.components.membership_cues import POSSESSIVES, cues
from ralliement.components.units import Text, Unit
from ralliement.components.verbs import verb_group

MEMBERS = {
    "membre", "membres", "adhérent", "adhérents", "adhérente", "adhérentes", "signataires", "participants",
    "fondateurs",
    "fondatrices", "cofondateurs", "sociétaires", "affiliés", "partenaires",
}  # fmt: skip
COUNTING = {"compter", "réunir", "regrouper", "rassembler", "fédérer", "revendiquer", "aligner", "unir", "comprendre"}
REACHING = {"passer", "porter", "élargir", "étendre", "réduire", "culminer", "monter", "tomber", "grimper", "ramener"}
TAKING_PART = {
    "signer",
    "adhérer",
    "siéger",
    "participer",
    "rejoindre",
    "appartenir",
    "cosigner",
    "parapher",
    "lancer",
    "être",
}
NOT_MEMBERS = {
    "euros", "dollars", "millions", "milliards", "kilomètres", "mètres", "tonnes", "emplois", "salariés", "habitants",
    "clients", "utilisateurs", "titres", "pages", "enfants", "personnes", "votes", "voix", "points", "spectateurs",
    "navires", "avions", "fermes", "degrés", "questions", "étudiants", "députés", "élus", "candidats", "candidatures",
    "reprises", "magasins", "départs", "arrivées", "retraits", "recrues", "transfuges", "sièges", "départements",
    "minutes",
}  # fmt: skip
NEW = ("nouve", "nouvel", "autre", "supplément", "premier", "prochain", "futur", "derni")
AT_LEAST = ("plus de", "plus d'", "au moins", "pas moins de", "pas moins d'", "bien plus de")
AT_MOST = ("moins de", "moins d'", "au plus", "tout au plus", "au maximum", "à peine", "jusqu'à", "pas plus de")
ABOUT = ("environ", "près de", "près d'", "quelque", "presque", "autour de", "à peu près", "plus ou moins", "une bonne")
_COLLECTIVE = re.compile(r".*(?:aine|aines|millier|milliers)$")


class Size(NamedTuple):
    """A stated size: `start` and `end` are characters."""

    alliance: str
    n: int
    qualifier: Qualifier
    unit: str
    start: int
    end: int
    rule: str


@lru_cache(maxsize=50_000)
def _numeric(low: str) -> bool:
    """Whether a word may be or end a number."""
    return low not in ("un", "une") and (bool(_COLLECTIVE.match(low)) or numerals.parse(low) is not None)


def sizes(scope: Scope, text: Text) -> list[Size]:
    """The sizes that a sentence states."""
    units = scope.units
    if not any(unit.kind == "word" and _numeric(unit.low) for unit in units):
        return []
    first, last = text.offset(units[0].start, units[-1].end)
    words = text.raw[first:last]
    starts = {text.idx[unit.start]: i for i, unit in enumerate(units)}
    found: list[Size] = []
    for match in numerals.NUMBER.finditer(words):
        i = starts.get(first + match.start())
        number = numerals.parse(match.group())
        if i is None or number is None or units[i].kind != "word" or number.value < 2 or 1900 <= number.value <= 2100:
            continue
        j = i
        while j < len(units) and text.idx[units[j].start] < first + match.end():
            j += 1
        noun, after = _noun(units, j)
        rule = _counts(scope, i, j, noun, number.ordinal)
        if not rule:
            continue
        alliance = _alliance(scope, i, after)
        begin, end = first + match.start(), first + match.end()
        qualifier, begin = _qualifier(text.raw, first, begin, end, number.approximate)
        unit = units[noun].low if noun >= 0 else ""
        stop = text.offset(units[noun].start, units[noun].end)[1] if noun >= 0 else end
        found += [Size(a, number.value, qualifier, unit, begin, stop, rule) for a in alliance]
    return found


def _noun(units: list[Unit], j: int) -> tuple[int, int]:
    """The noun that a number before unit `j` counts (-1: none), and the unit after it."""
    for k in range(j, min(j + 4, len(units))):
        unit = units[k]
        if unit.kind != "word":
            return -1, j
        if unit.pos in ("NOUN", "PROPN") or unit.low in MEMBERS:
            return k, k + 1
        if unit.low not in ("de", "d'", "des", "-", "%") and unit.pos not in ("ADJ", "ADP"):
            return -1, j
    return -1, j


def _counts(scope: Scope, i: int, j: int, noun: int, ordinal: bool) -> str:
    """The rule by which the number at units `i` to `j` is a size of the alliance, or ""."""
    units = scope.units
    low = units[noun].low if noun >= 0 else ""
    beside = [unit.low for unit in units[max(0, i - 1) : (noun if noun >= 0 else j) + 2]]
    if low in NOT_MEMBERS or low in TIMES or any(w.startswith(NEW) for w in beside if w != low and not ordinal):
        return ""
    before = [unit.low for unit in units[max(0, i - 4) : i]]
    if (
        "dont" in before
        or "représentant" in before
        or "%" in beside
        or (noun < 0 and j < len(units) and units[j].low in ("%", "€", "$", "h"))
    ):
        return ""
    if ordinal:
        return (
            "rank"
            if low in ("membre", "adhérent", "adhérente") or (j + 1 < len(units) and units[j + 1].low == "membre")
            else ""
        )
    if rule := _by_verb(scope, i, noun):
        return rule
    if low in MEMBERS:
        asked = {"vise", "viser", "objectif", "ambitionne", "espère", "atteindre", "d'ici"}
        return "" if asked & {unit.low for unit in units[:i]} else "members"
    return ""


def _by_verb(scope: Scope, i: int, noun: int) -> str:
    """Whether a verb around the number says that the alliance has so many members."""
    units = scope.units
    for k in range(i - 1, max(-1, i - 9), -1):
        unit = units[k]
        if unit.kind in ("org", "alliance") or unit.low in (";", ":"):
            break
        for cue in cues().get(unit.low, ()) if unit.kind == "word" else ():
            name = cue.verb
            if name not in COUNTING and not (name in REACHING and _to(units, k, i)):
                continue
            group = verb_group(units, k, name, cue.forms, cue.reflexive)
            adjunct = name in COUNTING and any(u.low in ("à", "dans", "pour", "avec", "en") for u in units[k + 1 : i])
            if (
                adjunct
                or group is None
                or group.modality not in ("done",)
                or (group.clitics & {"se", "s'"} and name in COUNTING)
            ):
                continue
            return "verb"
        if unit.low in _REACH and _to(units, k, i):
            return "verb"
        if unit.low == "par" and any(u.low.startswith("rejoint") for u in units[max(0, k - 4) : k]):
            return "joined"
        if unit.low in ("étaient", "sont", "étions", "sommes", "seraient") and _they(units, k):
            return "they"
        if unit.low in ("reste", "restent") and any(u.low == "en" for u in units[max(0, k - 3) : k]):
            return "left"
        if unit.low in ("forte", "fort", "forts", "fortes"):
            return "strong"
        if unit.low in ("rangs", "effectif", "effectifs") and _to(units, k, i):
            return "verb"
    if noun >= 0:  # « vingt-six organisations ont signé »
        for k in range(noun + 1, min(noun + 7, len(units))):
            unit = units[k]
            if unit.kind in ("org", "alliance") or unit.low in (",", ";", ":"):
                break
            for cue in cues().get(unit.low, ()) if unit.kind == "word" else ():
                if cue.kind in ("verb", "en") and cue.subject == "organization" and cue.verb in TAKING_PART:
                    group = verb_group(units, k, cue.verb, cue.forms, cue.reflexive)
                    if group is not None and group.modality == "done" and not group.passive:
                        return "subject"
    return ""


_REACH = {
    "passe",
    "passé",
    "passée",
    "porte",
    "portant",
    "porté",
    "portée",
    "élargi",
    "élargie",
    "réduite",
    "réduit",
    "culminé",
    "culmine",
}


def _to(units: list[Unit], k: int, i: int) -> bool:
    """Whether « à » leads from the verb at `k` to the number at `i`: « porte à 14 », « passe à douze »."""
    return any(unit.low == "à" for unit in units[k + 1 : i])


def _they(units: list[Unit], k: int) -> bool:
    """Whether the subject of « sont » is a pronoun for the members."""
    return any(unit.low in ("ils", "elles", "nous") or unit.low in MEMBERS for unit in units[max(0, k - 4) : k])


def _alliance(scope: Scope, i: int, after: int) -> Keys:
    """Whose size it is: the alliance before the number, else one right after (« neuf membres de Z »)."""
    units = scope.units
    possessive = any(unit.low in POSSESSIVES for unit in units[max(0, i - 2) : i])
    for k in range(after, min(after + 6, len(units))):
        unit = units[k]
        if unit.kind == "alliance" and not possessive and units[after].low in ("de", "d'", "du", "des"):
            return unit.keys
        if unit.kind == "org" or unit.low in (",", ";", ".") or unit.pos in ("VERB", "AUX"):
            break
    return scope.focus(i)


def _qualifier(text: str, first: int, start: int, end: int, approximate: bool) -> tuple[Qualifier, int]:
    """How sure the number is, by the words before it, and where those begin."""
    before = text[first:start].lower().replace("’", "'")
    for words, qualifier in ((AT_MOST, "at_most"), (AT_LEAST, "at_least"), (ABOUT, "about")):
        for word in words:
            if before.rstrip().endswith(word):
                return qualifier, first + before.rindex(word)  # type: ignore[return-value]
    return ("about" if approximate else "exact"), start
