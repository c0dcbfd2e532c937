"""Stated sizes of alliances: « compte neuf membres », « plus de 50 organisations », « le onzième membre ».

A number counts where the sentence says that it is the alliance that has so many: not targets, newcomers (« vingt
nouveaux membres »), parts (« dont cinq françaises ») or members of members (« représentant 200 entreprises »).
"""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from ralliement import numerals
from ralliement.annotations import Qualifier
from ralliement.components.discourse import Keys, Scope
from ralliement.components.lists import OF, TIMES, groups
from ralliement.components.membership_cues import POSSESSIVES, cues
from ralliement.components.units import Text, Unit
from ralliement.components.verbs import auxiliaries, verb_group
from ralliement.components.vocabulary import vocabulary
from ralliement.conjugation import Form, conjugate

MEMBERS = {
    "membre", "membres", "adhérent", "adhérents", "adhérente", "adhérentes", "signataires", "participants",
    "participantes", "fondateurs", "fondatrices", "cofondateurs", "cofondatrices", "initiateurs", "initiatrices",
    "instigateurs", "pionniers", "pionnières", "sociétaires", "affiliés", "affiliées", "partenaires",
}  # fmt: skip
COUNTING = (
    "compter", "réunir", "regrouper", "rassembler", "fédérer", "revendiquer", "aligner", "unir", "comprendre",
    "dénombrer", "recenser", "totaliser",
)  # fmt: skip
REACHING = (
    "passer", "porter", "élargir", "étendre", "réduire", "culminer", "monter", "tomber", "grimper", "ramener",
    "retomber", "revenir", "rester",
)  # fmt: skip
STAYING = ("rester", "demeurer", "subsister")
COMPOSED = {"composé", "composée", "constitué", "constituée", "formé", "formée"}
NUMBERING = {"rangs", "effectif", "effectifs"}  # « porte les effectifs à 14 »
TAKING_PART = {
    "signer", "adhérer", "siéger", "participer", "rejoindre", "appartenir", "cosigner", "parapher", "lancer", "être",
}  # fmt: skip
LATE = {"rejoindre", "adhérer", "intégrer", "entrer", "accueillir", "admettre", "arrivée", "entrée", "adhésion"}
NOT_MEMBERS = {
    "euros", "dollars", "millions", "milliards", "kilomètres", "mètres", "tonnes", "emplois", "salariés", "habitants",
    "clients", "utilisateurs", "titres", "pages", "enfants", "personnes", "votes", "voix", "points", "spectateurs",
    "navires", "avions", "degrés", "questions", "étudiants", "députés", "élus", "candidats", "candidatures",
    "reprises", "quarts", "tiers", "magasins", "départs", "arrivées", "retraits", "recrues", "transfuges", "sièges",
    "départements", "minutes", "sites", "usines", "concurrents", "rivaux", "listes",
}  # fmt: skip
BODIES = {
    "pays", "états", "etats", "villes", "communes", "acteurs", "banques", "formations", "institutions", "opérateurs",
    "fabricants", "coopératives", "journaux", "établissements", "maisons", "marines", "producteurs", "salles",
    "scènes", "stations", "domaines", "bibliothèques", "exploitants", "licenciés", "régions", "hôpitaux", "chantiers",
    "marques", "commerçants", "cinémas", "brasseries", "librairies", "assureurs", "titulaires", "concessionnaires",
    "fermes", "exploitations", "villages", "troupes", "compagnies", "orchestres",
}  # fmt: skip  # what alliances are made of, beside the nouns of organisations
OUTSIDE = {"observateurs", "observatrices", "associés", "associées", "candidats", "candidates", "invités", "tiers"}
PEOPLE = {
    "conseil",
    "bureau",
    "comité",
    "gouvernement",
    "équipe",
    "famille",
    "jury",
    "personnel",
    "direction",
    "corps",
    "staff",
    "cabinet",
}
MOST = 50_000  # members
MONTHS = {"janv", "févr", "fév", "avr", "juil", "sept", "oct", "nov", "déc"}
TOTALS = (
    ("au", "total"), ("soit",), ("officiellement",), ("en", "tout"), ("à", "l'", "origine"), ("a", "l'", "origine"),
    ("au", "départ"),
    ("au", "lancement"), ("à", "ce", "jour"),
)  # fmt: skip
AHEAD = {"pourrait", "deviendrait", "apprête", "serait", "candidat", "candidate"}
AIMS = {"vise", "viser", "objectif", "ambitionne", "espère", "atteindre", "d'ici"}
BETWEEN = {"à", "dans", "pour", "avec", "en"}  # between « compte » and the number: it counts another thing
WITHIN = {"ce", "présent", "tout", "son", "sa", "ses", "leur", "leurs", "elle", "lui", "effet", "réalité", "l'"}
PLACED = {"dans", "sur", "en", "pendant", "depuis", "pour", "avec", "contre", "chez", "sous", "des", "entre"}
UNIONS = {"réunion", "rapprochement", "union", "alliance", "association", "regroupement", "initiative"}
NEW = ("nouve", "nouvel", "autre", "supplément", "premier", "prochain", "futur", "derni")
AT_LEAST = ("plus de", "plus d'", "au moins", "pas moins de", "pas moins d'", "bien plus de")
AT_MOST = ("moins de", "moins d'", "au plus", "tout au plus", "au maximum", "à peine", "pas plus de")
ABOUT = ("environ", "près de", "près d'", "quelque", "presque", "autour de", "à peu près", "plus ou moins", "une bonne")
AFTER = re.compile(r",?\s(?:(environ|à peu près|ou presque)|(au moins)|(au plus|tout au plus|au mieux|au maximum))\b")
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
    low = low.rstrip(".")  # « sept. » is one token
    return low not in ("un", "une") and (bool(_COLLECTIVE.match(low)) or numerals.parse(low) is not None)


@cache
def _bodies() -> frozenset[str]:
    """Plural nouns of what alliances are made of."""
    return frozenset({noun for noun in vocabulary(None).plural_heads if " " not in noun} | BODIES) - NOT_MEMBERS


@cache
def _verbs() -> dict[str, tuple[tuple[str, frozenset[Form]], ...]]:
    """The verbs that count, by their forms."""
    found: defaultdict[str, tuple[tuple[str, frozenset[Form]], ...]] = defaultdict(tuple)
    for verb in dict.fromkeys((*COUNTING, *REACHING, *STAYING, "être")):
        for form, analyses in conjugate(verb).items():
            found[form] += ((verb, analyses),)
    return found


def sizes(scope: Scope, text: Text) -> list[Size]:
    """The sizes that a sentence states."""
    units = scope.units
    found: list[Size] = []
    numbers = [k for k, unit in enumerate(units) if unit.kind == "word" and _numeric(unit.low)]
    for k, unit in enumerate(units):
        if unit.kind == "bracket" and any(_numeric(inner.low) for inner in unit.inner):
            found += _bracketed(scope, k, text)
    if not numbers or any(unit.low == "cookies" for unit in units):
        return found  # « nos 800 partenaires utilisons des cookies »
    around = units[max(0, numbers[0] - 2) : numbers[-1] + 4]  # « une bonne vingtaine », « quarante et un »
    first, last = text.offset(around[0].start, around[-1].end)
    words = text.raw[first:last]
    starts = {text.idx[unit.start]: i for i, unit in enumerate(units)}
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
        if _other(units, i, j, noun, number.ordinal):
            continue
        alliance, rule = _listed(scope, j, number.value, text), "list"
        if not alliance:
            rule = _rank(units, i, j, noun) if number.ordinal else _counts(scope, i, j, noun)
            if not rule:
                continue
            alliance = _alliance(scope, i, after, rule)
        begin, end = first + match.start(), first + match.end()
        counts = units[noun].low if noun >= 0 else ""
        stop = text.offset(units[noun].start, units[noun].end)[1] if noun >= 0 else end
        sentence = text.idx[units[0].start]
        qualifier, begin = _qualifier(text.raw, sentence, begin, stop, number.approximate)
        found += [Size(a, number.value, qualifier, counts, begin, stop, rule) for a in alliance]
    return found


def _bracketed(scope: Scope, k: int, text: Text) -> list[Size]:
    """« Z (quarante membres) », « les adhérents (2 600 licenciés au total) »: the size in the bracket at unit `k`."""
    inner, before = scope.units[k].inner, scope.units[k - 1] if k else None
    host = before.keys if before is not None and before.kind == "alliance" else ()
    first, last = text.offset(inner[0].start, inner[-1].end)
    match = numerals.NUMBER.search(text.raw, first, last)
    number = numerals.parse(match.group()) if match else None
    if match is None or number is None or number.ordinal or not 2 <= number.value <= MOST:
        return []
    i = next((n for n, unit in enumerate(inner) if text.idx[unit.start] == match.start()), len(inner))
    j = next((n for n, unit in enumerate(inner) if text.idx[unit.start] >= match.end()), len(inner))
    noun, _ = _noun(inner, j)
    if noun < 0 or i > 3 or inner[noun].low not in _bodies() | MEMBERS or _other(inner, i, j, noun, ordinal=False):
        return []
    if not host and _total(inner, i, noun):
        host = scope.focus(k)
    stop = text.offset(inner[noun].start, inner[noun].end)[1]
    qualifier, begin = _qualifier(text.raw, first, match.start(), stop, number.approximate)
    return [Size(key, number.value, qualifier, inner[noun].low, begin, stop, "bracket") for key in host]


def _noun(units: list[Unit], j: int) -> tuple[int, int]:
    """The noun that a number before unit `j` counts (-1: none), and the unit after it."""
    for k in range(j, min(j + 4, len(units))):
        unit = units[k]
        if unit.kind != "word":
            return -1, j
        if unit.pos in ("NOUN", "PROPN") or unit.low in MEMBERS or unit.low in _bodies():
            return k, k + 1
        if unit.low not in ("de", "d'", "des", "-", "%") and unit.pos not in ("ADJ", "ADP"):
            return -1, j
    return -1, j


def _other(units: list[Unit], i: int, j: int, noun: int, ordinal: bool) -> bool:
    """Whether the number at units `i` to `j` counts what is no member: a time, newcomers, a part, a share."""
    low = units[noun].low if noun >= 0 else ""
    beside = [unit.low for unit in units[max(0, i - 1) : (noun if noun >= 0 else j) + 2]]
    following = [unit.low for unit in units[noun + 1 : noun + 4]] if noun >= 0 else []
    before = {unit.low for unit in units[max(0, i - 4) : i]}
    symbol = noun < 0 and j < len(units) and units[j].low in ("%", "€", "$", "h")
    return (
        low in NOT_MEMBERS
        or low in TIMES
        or low.rstrip(".") in MONTHS
        or any(w.startswith(NEW) for w in beside if w != low and not ordinal)
        or symbol
        or "%" in beside
        or bool(before & {"dont", "représentant"})
        or bool(set(following[:1]) & OUTSIDE)
        or (bool(following) and following[0] in ("du", "de", "d'") and bool(set(following[1:]) & PEOPLE))
        or following[:2] == ["de", "travail"]
    )


def _rank(units: list[Unit], i: int, j: int, noun: int) -> str:
    """« le onzième membre », that it is by now."""
    if AHEAD & {unit.low for unit in units[max(0, i - 5) : i]}:
        return ""
    nouns = {units[noun].low if noun >= 0 else "", units[j + 1].low if j + 1 < len(units) else ""}
    return "rank" if nouns & {"membre", "adhérent", "adhérente"} else ""


def _listed(scope: Scope, j: int, n: int, text: Text) -> Keys:
    """The alliance that a list of `n` names after the number makes: « lancée par trois banques, A, B et C »."""
    units = scope.units
    if units[j : j + 1] and units[j].low in OF:
        return ()  # « trois de ses membres, A, B et C »
    for k in range(j, min(j + 10, len(units))):
        unit = units[k]
        if unit.kind == "bracket" or unit.low in (",", ":", "—", "–", "-"):
            lists = groups(unit.inner) if unit.kind == "bracket" else scope.groups
            names = next(
                (g for g in lists if len(g.keys) == n and (unit.kind == "bracket" or k < g.start < k + 4)), None
            )
            return _made_by(scope, set(names.keys), text) if names else ()
        if unit.kind != "word" or unit.pos in ("VERB", "AUX"):
            return ()
    return ()


def _made_by(scope: Scope, names: set[str], text: Text) -> Keys:
    """The alliance whose founders, or whose members from the start, are said to be these and no others."""
    for said in scope.said:
        if said.organization in names and said.status in ("founder", "member"):
            late = any(cue.verb in LATE for word in text.low[slice(*said.cue)] for cue in cues().get(word, ()))
            like = {s.organization for s in scope.said if (s.alliance, s.status) == (said.alliance, said.status)}
            return (said.alliance,) if like <= names and not late else ()
    return ()


def _counts(scope: Scope, i: int, j: int, noun: int) -> str:
    """The rule by which the number at units `i` to `j` is a size of the alliance, or ""."""
    units = scope.units
    low = units[noun].low if noun >= 0 else ""
    rule = _before(scope, i, j, noun) or (_after(scope, noun) if noun >= 0 else "")
    if rule:
        return rule
    following = [unit.low for unit in units[noun + 1 : noun + 3]] if noun >= 0 else []
    if low in MEMBERS or (low in _bodies() and following[:1] and following[0] in MEMBERS):
        part = i > 1 and units[i - 1].low == "," and units[i - 2].kind == "org"  # « A et B, deux adhérents de Z »
        return "" if part or AIMS & {unit.low for unit in units[:i]} else "members"
    if low in _bodies():
        return _total(units, i, noun)
    return ""


def _total(units: list[Unit], i: int, noun: int) -> str:
    """« douze clubs au total », « Z et ses douze clubs », « les douze clubs de Z », « Z, c'est douze clubs »."""
    before = [unit.low for unit in units[max(0, i - 5) : i]]
    after = [unit.low for unit in units[noun + 1 : noun + 5]]
    for words in TOTALS:
        size = len(words)
        if tuple(after[:size]) == words or any(tuple(before[k : k + size]) == words for k in range(len(before))):
            return "total"
    alliance = any(unit.kind == "alliance" for unit in units[:i])
    theirs = any(word in POSSESSIVES for word in before[-1:])
    named = after[:1] and after[0] in OF and any(unit.kind == "alliance" for unit in units[noun + 2 : noun + 4])
    if (theirs and alliance) or (named and before[-1:] and before[-1] in ("les", "des", "aux")):
        return "total"
    if any(before[k : k + 2] == ["c'", "est"] for k in range(len(before))) and alliance:
        return "total"
    return ""


def _before(scope: Scope, i: int, j: int, noun: int) -> str:
    """Whether what stands before the number says that the alliance has so many: « compte », « ils sont »."""
    units = scope.units
    link = units[i - 1].low if i else ""
    if link in PLACED:
        return ""
    if link in ("à", "a") and (rule := _together(units, i, j, noun)):
        return rule
    if (
        link in ("de", "d'")
        and i > 1
        and (
            units[i - 2].low in COMPOSED
            or (units[i - 2].low in UNIONS and i > 2 and units[i - 3].low in ("la", "l'", "du"))
        )
    ):
        return "founded"
    for k in range(i - 1, max(-1, i - 9), -1):
        unit = units[k]
        low = unit.low
        near = [u.low for u in units[max(0, k - 8) : k]]
        if low == ":" and near[-1:] and NUMBERING & set(near):
            return "members"
        if unit.kind in ("org", "alliance") or low in (";", ":"):
            break
        if unit.kind == "word" and link != "à" and low != "une" and _numeric(low) and numerals.parse(low):
            break  # another number is what the verb counts
        for name, forms in _verbs().get(low, ()) if unit.kind == "word" else ():
            if name == "être":
                so_many = link != "à" or "en" in near[-2:] or units[i - 2].low == "jusqu'" or noun < 0
                if so_many and _they(units, k, j, forms):
                    return "they"
                continue
            if name in COUNTING and _adjunct(units, k, i):
                continue
            left = name in STAYING and bool({"en", "y"} & set(near[-3:]))
            if name not in COUNTING and not left and not _to(units, k, i, j):
                continue
            group = verb_group(units, k, name, forms, reflexive=False)
            if group is None or group.modality != "done" or (name in COUNTING and group.clitics & {"se", "s'"}):
                continue
            if name in COUNTING and _anothers(scope, group.start):
                return ""
            return "left" if left else "verb"
        if low in NUMBERING and _to(units, k, i, j):
            return "verb"
        if low in ("voici", "voilà") and near[-1:] in (["nous"], ["les"]):
            return "they"
        if low in ("fait", "fera", "faisait") and near[-1:] and near[-1] in ("cela", "ça"):
            return "total"
        if low == "par" and any(word.startswith("rejoint") for word in near[-4:]):
            return "joined"
        if low == "par" and units[k + 1].low not in ("les", "ces") and any(_founded(word) for word in near):
            return "founded"
        if low in ("forte", "fort", "forts", "fortes"):
            own = k < 2 or units[k - 1].low != "," or units[k - 2].kind != "org"  # « A, forte de 6 000 donateurs »
            return "strong" if own else ""
    return ""


def _together(units: list[Unit], i: int, j: int, noun: int) -> str:
    """« à trois, la majorité est jouable », « on navigue à quatre », « commune à neuf coopératives »."""
    if i > 1 and units[i - 2].low in ("commun", "commune", "communs", "communes"):
        return "founded" if noun >= 0 and units[noun].low in _bodies() else ""
    if units[i].low.isdigit() or any(_numeric(unit.low) for unit in units[max(0, i - 3) : i - 1]):
        return ""  # a score, a range
    if i == 1 and noun >= 0 and units[noun].low in _bodies():
        return "together"
    alone = noun < 0 and (j >= len(units) or units[j].low in (",", ".", ":", ";", "!", "?"))
    verbal = i == 1 or units[i - 2].pos in ("VERB", "PROPN", "NUM") or units[i - 2].kind == "alliance"
    return "together" if alone and verbal else ""


def _adjunct(units: list[Unit], k: int, i: int) -> bool:
    """Whether words between « compte » and the number make it count another thing: « a réuni à Lyon cent élus »."""
    for at in range(k + 1, i):
        following = units[at + 1].low
        if units[at].low in BETWEEN and units[at - 1].low != "jusqu'" and following not in WITHIN:
            return not following.isdigit()
    return False


def _anothers(scope: Scope, start: int) -> bool:
    """Whether the subject of the verb group at `start` is an organisation or a person, not the alliance."""
    for unit_at in range(start - 1, -1, -1):
        unit = scope.units[unit_at]
        if unit.kind == "alliance" or unit.low in ("elle", "il", "on", "nous"):
            return False
        if unit.low == "qui":
            before = [u.kind for u in scope.units[max(0, unit_at - 2) : unit_at] if u.low != ","]
            return before[-1:] in (["org"], ["per"])
        if unit.kind in ("org", "per"):
            group = scope.group(unit_at)
            return group is None or group.prep in ("", "de", "du", "d'")
    return False


def _after(scope: Scope, noun: int) -> str:
    """Whether those counted do what members do: « vingt-six organisations ont signé », « cinq clubs ont fondé Z »."""
    units = scope.units
    after = [unit.low for unit in units[noun + 1 : noun + 5]]
    if after[:1] in (["que"], ["qu'"]):  # « les cinq partis que compte Z »
        return "object" if any(name in COUNTING for low in after for name, _ in _verbs().get(low, ())) else ""
    named = any(unit.kind == "alliance" for unit in units[noun:])
    bodies = units[noun].low in _bodies() | MEMBERS
    if after[:1] in (["et"], ["restants"], ["restantes"]):
        return "left" if after[0] != "et" and bodies else ""
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
            y = [u.low for u in units[max(noun, k - 4) : k]]  # « Onze scènes y mettent en commun leur budget »
            return "subject" if bodies and "y" in y and not {"ne", "n'"} & set(y) else ""
    return ""


@lru_cache(maxsize=10_000)
def _founded(low: str) -> bool:
    """Whether a word is a participle of founding."""
    return any(
        cue.status == "founder" and cue.kind == "verb" and any(form.mood == "participle" for form in cue.forms)
        for cue in cues().get(low, ())
    )


def _to(units: list[Unit], k: int, i: int, j: int) -> bool:
    """Whether « à » leads from the verb at `k` to the number at units `i` to `j`."""
    between = [unit.low for unit in units[k + 1 : i]]
    return "à" in between or (
        between[-1:] == ["de"] and len(between) < 3 and [unit.low for unit in units[j : j + 1]] == ["à"]
    )


def _they(units: list[Unit], k: int, j: int, forms: frozenset[Form]) -> bool:
    """Whether the subject of « sont » at `k` is a pronoun for the members; `j` is the unit after the number."""
    if not any(form.number == "Plur" for form in forms) and units[k].low != "été":
        return bool(k > 1 and units[k - 1].low == "en" and units[k - 2].low in ("on", "nous"))
    there = j < len(units) and units[j].low in ("dans", "sur", "devant")  # « ils étaient deux cents dans la salle »
    if there and not any(unit.kind == "alliance" for unit in units[j : j + 4]):
        return False
    return any(unit.low in ("ils", "elles", "nous") or unit.low in MEMBERS for unit in units[max(0, k - 4) : k])


def _alliance(scope: Scope, i: int, after: int, rule: str) -> Keys:
    """Whose size it is: the alliance before the number, else one right after (« neuf membres de Z »)."""
    units = scope.units
    if rule in ("subject", "object"):  # « cinq clubs ont fondé Z »
        following = next((unit.keys for unit in units[after:] if unit.kind == "alliance"), ())
        if following:
            return following
        if rule == "subject" and any(unit.kind == "org" for unit in units[after : after + 4]):
            return ()  # « quatre régies lancent A »
    if rule == "strong" and i < 6:  # « Forte de ses douze communes, Z »
        subject = next((u for u in units[after:] if u.kind != "word" or u.low in ("elle", "il")), None)
        if subject is not None and subject.kind != "word":
            return subject.keys if subject.kind == "alliance" else ()
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
    if after := AFTER.match(text, end):
        return ("about", "at_least", "at_most")[(after.lastindex or 1) - 1], start
    return ("about" if approximate else "exact"), start
