"""Lists of names in a sentence: which names are coordinated, what governs them, and what sets them apart.

« les universités de Cornell, Yale et Tokyo », « Databricks, le groupe indien Tata et le japonais NTT », « A, B (filiale
de C) et D »: names are one list when what stands between them separates and says nothing else.
"""

from dataclasses import dataclass

from ralliement.components.units import Unit

SEPARATORS = {",", "et", "ou", "puis", "&", "/", "ainsi", "-", "–", "encore", "•", "·", "ni", "à"}
BREAKS = {
    "qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", ";", ".", ":", "sauf", "hormis",
    "excepté", "pas", "mais", "contrairement", "contre", "face", "selon", "par", "sans", "avec", "chez", "comme",
    "parmi", "pour", "quant", "tandis", "entre", "alors", "!", "?", "—", "«", "»", "l'exception",
}  # fmt: skip
OF = {"de", "d'", "du", "des"}
PREPOSITIONS = OF | {
    "à", "au", "aux", "avec", "chez", "contre", "par", "pour", "selon", "dans", "en", "entre", "face", "sans", "sauf",
    "hormis", "hors", "excepté", "comme", "dont", "outre", "derrière", "après", "avant", "vers", "sous", "parmi", "sur",
    "d'après", "envers", "depuis", "malgré", "devant", "tels", "telles", "tel", "telle", "via",
}  # fmt: skip
HEADS = {
    "universités", "écoles", "fédérations", "villes", "ministères", "hôpitaux", "chu", "laboratoires", "instituts",
    "académies", "régions", "départements", "métropoles", "ports", "aéroports", "clubs", "éditions", "groupes", "celle",
    "celui", "celles", "ceux", "communes", "chambres", "gouvernements", "états", "etats", "pays", "université",
    "clinique",
}  # fmt: skip
CONTRASTS = {
    "différence": "contrairement", "inverse": "contrairement", "opposé": "contrairement", "rebours": "contrairement",
    "instar": "comme",
}  # fmt: skip  # « à la différence de A », « à l'instar de A »
GAP = 14
TIMES = {
    "jour", "jours", "mois", "semaine", "semaines", "année", "années", "an", "ans", "lundi", "mardi", "mercredi",
    "jeudi", "vendredi", "samedi", "dimanche", "veille", "lendemain", "soir", "matin", "janvier", "février", "mars",
    "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "fois", "printemps",
    "été", "automne", "hiver", "foulée", "heure", "heures", "début", "fin", "rentrée", "trimestre", "semestre",
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """A list of names: units from `start` to `end`; `prep` governs it, standing at `at` after `head`, a noun."""

    start: int
    end: int
    keys: list[str]
    prep: str = ""
    at: int = -1
    head: str = ""


def groups(units: list[Unit]) -> list[Group]:
    """Lists of organisations among the units, in order."""
    found: list[Group] = []
    for i, unit in enumerate(units):
        if unit.kind != "org":
            continue
        if found and _place(units, found[-1].end, i):
            found[-1].end = i + 1  # « A, à Lille, et B »
            continue
        opening = found and found[-1].prep and found[-1].at <= 1 and len(found[-1].keys) == 1
        adjunct = opening and [u.low for u in units[found[-1].end : i]] == [","] and not _closed_list(units, i)
        gap = [unit.low for unit in units[found[-1].end : i] if unit.pos != "DET"] if found else []
        ends = any(unit.low == "et" for unit in units[found[-1].start : found[-1].end]) if found else False
        closed = ends and (gap == [",", "et"] or (gap == [","] and acts(units, i + 1)))
        if found and not adjunct and not closed and _coordinated(units, found[-1].end, i):
            found[-1].end = i + 1
            found[-1].keys.append(unit.keys[0])
        else:
            group = Group(i, i + 1, [unit.keys[0]])
            group.prep, group.at, group.head = governor(units, i)
            found.append(group)
    return found


def acts(units: list[Unit], end: int) -> bool:
    """Whether a verb stands at `end`, after a name: in « créé par A et B, C quitte Z », C is none of the founders."""
    after = units[end] if end < len(units) else None
    return after is not None and after.kind == "word" and (after.pos in ("VERB", "AUX") or after.low in ("ne", "n'"))


def _closed_list(units: list[Unit], i: int) -> bool:
    """Whether the name at `i` goes on a list that « et » and a comma close: « Après A, B et C, c'est au tour de D »."""
    ending = False
    for k in range(i + 1, len(units)):
        unit = units[k]
        if unit.low == "et":
            ending = True
        elif unit.low == "," and ending:
            return True
        elif unit.kind not in ("org", "bracket") and unit.low != "," and unit.pos not in ("DET", "ADJ"):
            return False
    return False


def _place(units: list[Unit], start: int, i: int) -> bool:
    """Whether the name at `i` only says where the one before unit `start` is: « A, dans le Jura, »."""
    gap = units[start:i]
    insertion = len(gap) > 1 and gap[0].low == "," and gap[1].low in ("à", "au", "aux", "en", "dans")
    closed = i + 1 < len(units) and units[i + 1].low == ","
    return insertion and closed and all(unit.pos == "DET" for unit in gap[2:])


def _coordinated(units: list[Unit], start: int, end: int) -> bool:
    """Whether the gap between two names only separates them."""
    if not start < end <= start + GAP:
        return False
    separator = -1
    for i in range(start, end):
        unit = units[i]
        if unit.kind == "bracket":
            continue
        if unit.kind in ("alliance", "per") or unit.low in BREAKS or unit.pos == "AUX":
            return False
        if unit.pos == "VERB" and not (unit.low in ("dit", "dite") and units[i + 1].kind != "word"):
            return False
        if unit.low in SEPARATORS or (unit.pos == "PUNCT" and unit.low in (",", "-", "–")):
            separator = i
    if separator < 0:
        return False
    tail = [unit for unit in units[separator + 1 : end] if unit.kind == "word"]
    last = max((k for k, unit in enumerate(tail) if unit.low in OF), default=-1)
    if last < 0 or any(unit.pos == "NOUN" for unit in tail[last + 1 :]):
        return True
    before = [unit for unit in tail[:last] if unit.pos in ("NOUN", "PRON", "DET", "PROPN")]
    nouns = [unit for unit in before if unit.pos == "NOUN" or unit.low in HEADS]
    return not nouns or nouns[-1].low in HEADS


def governor(units: list[Unit], start: int) -> tuple[str, int, str]:
    """The preposition that governs the name at `start`, its index and the noun it depends on ("", -1, "" for none)."""
    i = start - 1
    noun = determined = False
    while i >= 0:
        unit = units[i]
        if unit.kind != "word":
            return "", -1, ""
        low, pos = unit.low, unit.pos
        if (
            low in OF
            and noun
            and units[i - 1].pos in ("NOUN", "ADJ")
            and i + 1 < start
            and not _organization(units, i, start)
        ):
            i -= 1  # « le spécialiste des données X »: the noun governs, not the name
            while i >= 0 and units[i].kind == "word" and units[i].pos in ("ADJ", "NOUN"):
                i -= 1
            continue
        if low in ("de", "d'", "des") and i and units[i - 1].low in HEADS:
            i -= 2
            noun = True
            continue
        if low == "entre" and units[i + 1].low == "autres":
            i -= 1
            continue
        if low in PREPOSITIONS:
            head = ""
            k = i - 1
            while k >= 0 and units[k].kind == "word" and units[k].pos in ("ADJ", "ADV"):
                k -= 1
            if k >= 0 and units[k].kind == "word" and units[k].pos in ("NOUN", "PROPN", "PRON", "VERB"):
                head = units[k].low
            if low in ("à", "au") and i + 2 < start and units[i + 1].low == "l'" and units[i + 2].low == "exception":
                return "sauf", i, head
            if low in OF and head == "exception":
                return "sauf", max(0, k - 2), ""
            if low in OF and head in CONTRASTS:
                return CONTRASTS[head], max(0, k - 2), ""
            if low in ("à", "au", "aux") and i and units[i - 1].low in ("face", "contrairement", "grâce", "quant"):
                return units[i - 1].low, i - 1, ""
            return low, i, head
        if low in (",", "(", "«", "“", '"') or pos in ("DET", "ADJ", "NUM", "ADV"):
            if low == ",":
                return "", -1, ""
            if low in ("pas", "non"):
                return low, i, ""
            determined = determined or pos == "DET"
        elif low in ("quant", "contrairement"):
            return low, i, ""
        elif pos == "NOUN" and not determined and low not in TIMES:
            noun = True
        else:
            return "", -1, ""
        i -= 1
    return "", -1, ""


def _organization(units: list[Unit], i: int, start: int) -> bool:
    """Whether an apposed noun stands between the preposition and the name: « du groupe X », « de la banque X »."""
    nouns = [unit.low for unit in units[i + 1 : start] if unit.pos == "NOUN"]
    return len(nouns) == 1 and units[i].low in ("du", "de", "d'") and nouns[0] in APPOSED


APPOSED = {
    "groupe", "banque", "société", "entreprise", "parti", "syndicat", "fondation", "ONG", "association", "éditeur",
    "constructeur", "géant", "port", "club", "ville", "université", "start-up", "compagnie", "firme", "marque",
}  # fmt: skip
