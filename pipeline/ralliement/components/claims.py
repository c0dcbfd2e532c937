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
from ralliement.components.verbs import auxiliaries, verb_group

MEMBERS = {
    "membre", "membres", "adhérent", "adhérents", "adhérente", "adhérentes", "signataires", "participants",
    "fondateurs",
    "fondatrices", "cofondateurs", "initiateurs", "pionniers", "sociétaires", "affiliés", "partenaires",
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
    "reprises", "quarts", "tiers", "magasins", "départs", "arrivées", "retraits", "recrues", "transfuges", "sièges",
    "départements",
    "minutes",
}  # fmt: skip
BODIES = {
    "organisations", "entreprises", "pays", "états", "etats", "clubs", "partis", "groupes", "établissements", "firmes",
    "universités", "associations", "syndicats", "sociétés", "compagnies", "banques", "villes", "communes", "écoles",
    "hôpitaux", "institutions", "opérateurs", "fabricants", "industriels", "acteurs", "formations", "constructeurs",
    "éditeurs", "distributeurs", "enseignes", "coopératives", "festivals", "musées", "fédérations", "laboratoires",
    "quotidiens", "journaux", "médias", "régies", "écuries", "équipes", "transporteurs", "organismes", "structures",
}  # fmt: skip  # what alliances are made of
MOST = 50_000  # members
MONTHS = {"janv", "févr", "fév", "avr", "juil", "sept", "oct", "nov", "déc"}
TOTALS = {"total", "soit", "officiellement"}
AIMS = {"vise", "viser", "objectif", "ambitionne", "espère", "atteindre", "d'ici"}
REACH = {
    "passe", "passé", "passée", "porte", "portant", "porté", "portée", "élargi", "élargie", "réduite", "réduit",
    "culminé", "culmine", "reste", "revient", "retombe", "rangs", "effectif", "effectifs",
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
        if (
            i is None
            or number is None
            or units[i].kind != "word"
            or number.value < 2
            or 1900 <= number.value <= 2100
            or number.value > MOST
        ):
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
    if (
        low in NOT_MEMBERS
        or low in TIMES
        or low.rstrip(".") in MONTHS
        or any(w.startswith(NEW) for w in beside if w != low and not ordinal)
    ):
        return ""
    before = {unit.low for unit in units[max(0, i - 4) : i]}
    symbol = noun < 0 and j < len(units) and units[j].low in ("%", "€", "$", "h")
    if symbol or "%" in beside or before & {"dont", "représentant"}:
        return ""
    if ordinal:
        following = units[j + 1].low if j + 1 < len(units) else ""
        return "rank" if {low, following} & {"membre", "adhérent", "adhérente"} else ""
    rule = _before(scope, i) or (_after(scope, noun) if noun >= 0 else "")
    if rule:
        return rule
    if low in MEMBERS:
        return "" if AIMS & {unit.low for unit in units[:i]} else "members"
    if low in BODIES:
        total = {unit.low for unit in units[max(0, i - 3) : i] + units[noun + 1 : noun + 3]} & TOTALS
        theirs = any(unit.low in POSSESSIVES for unit in units[max(0, i - 1) : i])  # « Z et ses vingt clubs »
        alliance = any(unit.kind == "alliance" for unit in units[:i])
        working = [unit.low for unit in units[noun + 1 : noun + 3]] == ["de", "travail"]
        return "total" if (total or (theirs and alliance)) and not working else ""
    return ""


def _before(scope: Scope, i: int) -> str:
    """Whether what stands before the number says that the alliance has so many: « compte », « ils sont »."""
    units = scope.units
    for k in range(i - 1, max(-1, i - 9), -1):
        unit = units[k]
        if unit.kind in ("org", "alliance") or unit.low in (";", ":"):
            break
        near = [u.low for u in units[max(0, k - 8) : k]]
        for cue in cues().get(unit.low, ()) if unit.kind == "word" else ():
            name = cue.verb
            adjunct = any(u.low in ("à", "dans", "pour", "avec", "en") for u in units[k + 1 : i])
            if (name in COUNTING and adjunct) or (name not in COUNTING and not (name in REACHING and _to(units, k, i))):
                continue
            group = verb_group(units, k, name, cue.forms, cue.reflexive)
            if group and group.modality == "done" and not (name in COUNTING and group.clitics & {"se", "s'"}):
                return "verb"
        if unit.low in REACH and _to(units, k, i):
            return "verb"
        if unit.low == "par" and any(word.startswith("rejoint") for word in near[-4:]):
            return "joined"
        if unit.low == "par" and units[k + 1].low not in ("les", "ces") and any(_founded(word) for word in near):
            return "founded"
        if unit.low in ("étaient", "sont", "étions", "sommes", "seraient", "été") and _they(units, k):
            return "they"
        if unit.low in ("reste", "restent", "restait") and "en" in near[-3:]:
            return "left"
        if unit.low in ("forte", "fort", "forts", "fortes"):
            own = k < 2 or units[k - 1].low != "," or units[k - 2].kind != "org"  # « A, forte de 6 000 donateurs »
            return "strong" if own else ""
    return ""


def _after(scope: Scope, noun: int) -> str:
    """Whether those counted do what members do: « vingt-six organisations ont signé », « cinq clubs ont fondé Z »."""
    units = scope.units
    if noun + 1 < len(units) and units[noun + 1].low in ("que", "qu'"):  # « les cinq partis que compte Z »
        for unit in units[noun + 2 : noun + 5]:
            if any(cue.verb in COUNTING for cue in cues().get(unit.low, ())):
                return "verb"
    named = any(unit.kind == "alliance" for unit in units[noun:])
    bodies = units[noun].low in BODIES | MEMBERS
    for k in range(noun + 1, min(noun + 25, len(units))):
        unit = units[k]
        if unit.kind == "alliance" or unit.low in (";", ":", "qui"):
            break
        for cue in cues().get(unit.low, ()) if unit.kind == "word" else ():
            takes = cue.kind in ("verb", "en") and cue.subject == "organization" and cue.verb in TAKING_PART
            takes = (
                takes
                and not any(u.low == "," for u in units[noun + 1 : k])
                and (bodies or units[noun - 2].low not in ("les", "ces"))
            )
            if tuple(u.low for u in units[k + 1 : k + 1 + len(cue.tail)]) != cue.tail:
                continue
            founds = bodies and named and cue.kind == "verb" and cue.status == "founder"
            if not (takes and k < noun + 7) and not founds:
                continue
            group = verb_group(units, k, cue.verb, cue.forms, cue.reflexive)
            them = cue.kind != "en" or "en" in group.clitics if group else False
            participle = k + 1 < len(units) and units[k + 1].pos == "VERB" and cue.kind == "en"
            active = group is not None and group.modality == "done" and not group.passive and not group.infinitive
            if active and them and not participle:
                return "subject"
        if unit.kind == "word" and unit.pos in ("VERB", "AUX") and unit.low not in auxiliaries():
            break
    return ""


@lru_cache(maxsize=10_000)
def _founded(low: str) -> bool:
    """Whether a word is a participle of founding."""
    return any(
        cue.status == "founder" and cue.kind == "verb" and any(form.mood == "participle" for form in cue.forms)
        for cue in cues().get(low, ())
    )


def _to(units: list[Unit], k: int, i: int) -> bool:
    """Whether « à » leads from the verb at `k` to the number at `i`: « porte à 14 », « passe à douze »."""
    return any(unit.low in ("à", "de") for unit in units[k + 1 : i])


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
