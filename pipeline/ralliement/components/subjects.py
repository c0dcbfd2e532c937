"""Subjects: who or what stands before a verb, read leftwards from it, and which organisations that is."""

from typing import NamedTuple

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.discourse import Keys, Scope
from ralliement.components.lists import OF, TIMES, Group
from ralliement.components.membership_cues import cues
from ralliement.components.units import Unit

PRONOUNS = {
    "il", "elle", "ils", "elles", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "on", "nous", "je", "intéressé",
    "intéressée",
}  # fmt: skip
LAST = {"dernier", "dernière", "derniers", "dernières"}  # « ce dernier »
RANKS = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "deuxième": 1, "troisième": 2, "quatrième": 3}
COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
RELATIVES = {"qui", "que", "qu'", "où", "dont"}
NAMES = {
    "entreprise", "groupe", "société", "firme", "banque", "syndicat", "parti", "mouvement", "éditeur", "constructeur",
    "compagnie", "armateur", "club", "pays", "ong", "association", "fondation", "université", "école", "ville",
    "géant", "marque", "organisation", "start-up", "pousse", "opérateur", "fournisseur", "enseigne", "institution",
    "maison", "gouvernement", "formation", "fédération", "laboratoire", "industriel", "distributeur", "hébergeur",
    "prestataire", "établissement", "intéressé", "intéressée", "etat", "état", "royaume", "république", "coopérative",
    "transporteur", "collectivité", "commune", "région", "chaîne", "journal", "quotidien", "hôpital", "institut",
}  # fmt: skip  # nouns that refer back to an organisation
DEFINITE = {"le", "la", "l'", "les", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs"}
IMPERSONAL = {"faut", "faudra", "faudrait", "fallait", "suffit", "convient", "semble"}
INSERTED = {
    "lui", "elle", "eux", "elles", "pourtant", "aujourd'hui", "non", "simple", "longtemps", "ancien", "ancienne",
    "contre", "la", "le", "l'", "les", "un", "une", "premier", "première", "numéro", "leader",
}  # fmt: skip  # what an insertion between subject and verb opens with
METONYMS = {
    "nom", "direction", "conseil", "administration", "gouvernement", "congrès", "assemblée", "bureau", "dirigeants",
    "présidence", "rédaction", "adhérents", "présence",
}  # fmt: skip  # « le nom de A ne figure pas », « la direction de A a refusé »
FOUNDERS = {"fondateurs", "fondatrices", "cofondateurs", "initiateurs", "instigateurs", "promoteurs"}


class Subject(NamedTuple):
    """What stands before a verb, from unit `start`: kind org, alliance, per, pron or noun (the last two by `word`).

    A noun that an alliance completes (« le conseil de Z ») has that alliance for keys.
    """

    kind: str
    keys: Keys
    word: str
    start: int


def subject(scope: Scope, i: int, jump: bool = False) -> Subject | None:
    """The subject of the verb group that starts after unit `i`; with `jump`, that of the finite verb before it."""
    units = scope.units
    if jump and i > 1 and units[i].low == "sans" and units[i - 1].low == "," and (g := scope.group(i - 2)):
        return Subject("org", tuple(g.keys), "", g.start)  # « et A, sans en être membre, pilote »
    if jump:
        i = _verb_before(units, i)
    while i > 0 and units[i].low in ("et", "puis", "ou", "mais") and (k := _verb_before(units, i - 1)) < i - 1:
        i = k
    while i >= 0:
        unit = units[i]
        low = unit.low
        if unit.kind == "bracket":
            i -= 1
        elif unit.kind == "per":
            return Subject("per", (), low, i)
        elif unit.kind == "org":
            g = scope.group(i)
            if g is None:
                return None
            if g.prep in OF and g.head and g.head not in METONYMS:
                return Subject("noun", (), g.head, g.at - 1)
            if g.prep in ("", "quant", "ni", "dont", "pas") or g.head in METONYMS:
                return Subject("org", tuple(g.keys), "", g.start)
            i = g.at - 1
        elif unit.kind == "alliance":
            k = i - 1
            while k >= 0 and units[k].kind == "word" and units[k].pos in ("DET", "ADJ"):
                k -= 1
            if k > 0 and units[k].low in OF and units[k - 1].kind == "word" and units[k - 1].pos in ("NOUN", "ADJ"):
                return Subject("noun", unit.keys, units[k - 1].low, k - 1)
            if k >= 0 and units[k].kind == "word" and units[k].pos == "ADP":
                i = k - 1
                continue
            g = scope.group(k - 1) if k > 0 and units[k].low in ("et", ",") else None
            if g is not None and g.prep == "":  # « A, B et l'alliance Z ont annoncé »
                return Subject("org", (*g.keys, *unit.keys), "", g.start)
            return Subject("alliance", unit.keys, "", i)
        elif low == "qui":
            return antecedent(scope, i)
        elif low == "il" and i + 1 < len(units) and units[i + 1].low in IMPERSONAL:
            return Subject("pron", (), "on", i)
        elif low in PRONOUNS or (low in LAST and i and units[i - 1].low in ("ce", "cette", "ces")):
            return Subject("pron", (), low, i)
        elif keys := _ordinal(scope, i):
            return Subject("org", keys, "", i)
        elif low in (";", ":", "dont", "que", "qu'"):
            return None
        elif low == "," and (keys := _part(scope, i)):
            return Subject("org", keys, "", i)
        elif low == "," and (opened := _opened(units, i)) is not None:
            i = opened
        elif low in ("»", "”"):
            while i >= 0 and units[i].low not in ("«", "“"):
                i -= 1
            i -= 1
        elif unit.pos == "NOUN" and low not in TIMES:
            k = i - 1
            while k >= 0 and units[k].kind == "word" and units[k].pos in ("ADJ", "NUM", "DET"):
                k -= 1
            if k >= 0 and units[k].kind == "word" and units[k].pos == "ADP":
                i = k - 1  # « la direction du pôle »: the noun before, if any, is the head
                continue
            if (beside := _beside(scope, k)) is not None:
                return beside
            definite = (k + 1 < i and units[i - 1].low in DEFINITE) or units[k + 1].low in DEFINITE
            return Subject("noun", (), low if definite else "", i)
        else:
            i -= 1
    return None


def _beside(scope: Scope, i: int) -> Subject | None:
    """The list of names that a noun phrase after unit `i` continues: « A, numéro un, », « A, B et vingt clubs »."""
    units = scope.units
    parted = False
    while i >= 0:
        unit = units[i]
        if unit.kind == "org":
            g = scope.group(i)
            if g is None or not parted or g.prep not in ("", "ni", "quant"):
                return None
            k = g.start - 1
            while k >= 0 and units[k].kind == "word" and units[k].pos in ("DET", "ADJ", "NOUN"):
                k -= 1
            governed = k >= 0 and units[k].kind == "word" and units[k].pos in ("VERB", "AUX", "ADP")
            return None if governed else Subject("org", tuple(g.keys), "", g.start)
        if (
            unit.kind not in ("word", "bracket")
            or unit.low in RELATIVES
            or unit.pos in ("VERB", "AUX", "SCONJ", "PRON")
        ):
            return None
        parted = parted or unit.low in (",", "et", "–", "—")
        i -= 1
    return None


def organisations(scope: Scope, found: Subject | None) -> Keys:
    """The organisations that a subject stands for, none for a person or another thing."""
    if found is None:
        return scope.host
    match found.kind:
        case "org" | "alliance":
            return found.keys
        case "pron" if found.word == "on":  # « chez A, on réfléchit »
            return next((tuple(g.keys) for g in scope.groups if g.end <= found.start and _home(g)), ())
        case "pron" if found.word not in ("nous", "je") and not scope.quoted(found.start):
            return scope.topic(found.start, found.word)
        case "noun" if found.word in NAMES and not found.keys:
            return scope.topic(found.start, "il")
    return ()


def _home(g: Group) -> bool:
    return g.prep == "chez" or (g.prep in OF and g.head == "côté")


def _part(scope: Scope, comma: int) -> Keys:
    """« trois clubs, dont A et B, »: those singled out before the comma, where nothing else is said of them."""
    units = scope.units
    k = comma - 1
    while k >= 0 and units[k].low not in (",", "dont", ";"):
        k -= 1
    verb = any(unit.kind == "word" and unit.pos in ("VERB", "AUX") for unit in units[max(0, k) : comma])
    plain = k >= 0 and units[k].low == "dont" and not verb
    return tuple(key for g in scope.groups if k < g.start < comma for key in g.keys) if plain else ()


def _verb_before(units: list[Unit], i: int) -> int:
    """The unit before the finite verb that stands last at or before unit `i`; `i` where there is none."""
    for k in range(i, -1, -1):
        unit = units[k]
        if unit.low in (";", ":"):
            break
        if unit.kind == "word" and (unit.pos == "AUX" or (unit.pos == "VERB" and not _nominal(unit.low))):
            while k and units[k - 1].kind == "word" and units[k - 1].pos in ("AUX", "PRON", "ADV", "PART"):
                if units[k - 1].low in PRONOUNS or units[k - 1].low == "qui":
                    break
                k -= 1
            return k - 1
    return i


def _nominal(low: str) -> bool:
    """Whether a form looks like an infinitive or a participle."""
    return low.endswith(("er", "ir", "oir", "ant", "é", "ée", "és", "ées", "re"))


def _opened(units: list[Unit], comma: int) -> int | None:
    """The unit before the comma that opens the insertion closed at `comma`, or None where it closes none."""
    for k in range(comma - 1, 0, -1):
        if units[k].low in (";", ":"):
            return None
        if units[k].low == ",":
            first, inserted = units[k + 1], units[k + 1 : comma]
            if first.low in RELATIVES or first.pos in ("VERB", "ADP", "ADV", "SCONJ") or first.low in cues():
                return k - 1
            if first.kind == "word" and first.pos == "NOUN" and inserted[1:2] and inserted[1].low in OF:
                return k - 1  # « A, filiale de B, »
            if not any(unit.kind in ("org", "alliance") for unit in inserted):
                return k - 1
            named = any(u.kind == "org" for u in inserted[1:3]) and not any(u.pos == "NOUN" for u in inserted[1:3])
            return k - 1 if first.low in INSERTED and not named else None
    return None


def antecedent(scope: Scope, i: int) -> Subject | None:
    """What the relative pronoun at unit `i` stands for."""
    units = scope.units
    k = i - 1
    while k >= 0 and (units[k].low in (",", "»", "”", "et", ";") or units[k].kind == "bracket"):
        k -= 1
    if k < 0:
        return Subject("org", scope.host, "", 0) if scope.host else None
    if g := scope.group(k):
        plural = any(unit.low.endswith("nt") for unit in units[i + 1 : i + 3])
        return Subject("org", tuple(g.keys) if plural else tuple(g.keys[-1:]), "", g.start)
    for j in range(k, max(-1, k - 8), -1):
        unit = units[j]
        if unit.kind == "alliance":
            return Subject("alliance", unit.keys, "", j)
        if unit.kind == "org":
            return Subject("org", unit.keys, "", j)
        if unit.low in group_nouns():
            return Subject("alliance", scope.focus(j), "", j)
        if unit.low in (";", ":") or unit.pos == "VERB":
            break
    return Subject("noun", (), "", k)


def _ordinal(scope: Scope, i: int) -> Keys:
    """« le premier », « les deux premiers », « les trois autres », « l'une et l'autre »: of the last list."""
    units, state = scope.units, scope.state
    low = units[i].low
    before = [unit.low for unit in units[max(0, i - 4) : i]]
    if i + 1 < len(units) and units[i + 1].kind == "word" and units[i + 1].pos in ("NOUN", "PROPN"):
        return ()
    if low in ("autre", "autres") and before[-2:] and "et" in before and ("un" in before or "une" in before):
        return tuple(dict.fromkeys(reversed(state.named)))[:2]
    if not state.lists or not before or before[-1] not in ("le", "la", "les", *COUNTS):
        return ()
    last = state.lists[-1]
    count = COUNTS.get(before[-1], 0)
    if low in RANKS:
        return last[RANKS[low] : RANKS[low] + 1]
    if count > len(last):
        return ()
    if low in ("premiers", "premières") and count:
        return last[:count]
    if low in ("derniers", "dernières", "autres") and count:
        return last[-count:]
    return ()
