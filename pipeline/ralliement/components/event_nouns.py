"""Nouns for what happens: « l'arrivée de A », « la création de Z par A », « à l'initiative de A »."""

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.arguments import complement, listed, more
from ralliement.components.discourse import Keys, Scope
from ralliement.components.lists import OF, TIMES, Group
from ralliement.components.membership_cues import POSSESSIVES, Cue, agrees, cues, modalities
from ralliement.components.saying import say
from ralliement.components.subjects import PRONOUNS, antecedent, organisations, subject
from ralliement.components.units import Unit
from ralliement.components.verbs import effect, verb_group

PROCEDURES = {"procédure", "dossier", "demande", "projet", "candidature", "négociations", "protocole", "processus"}
ANNOUNCING = ("annonc", "annonç", "officialis", "proclam", "lanc", "décid", "scell", "dévoil", "act")

STATES = {
    "étude": "wanted", "examen": "wanted", "discussion": "wanted", "ordre": "wanted", "actualité": "wanted",
    "effective": "planned", "actée": "planned", "confirmer": "wanted",
}  # fmt: skip  # « est à l'étude »
TAKING_PLACE = {"interviendra", "interviendront"}
HELPING = {"permis", "permet", "permettra", "acquis", "aidé", "aide"}  # « un don de A a permis de lancer Z »
FAILING = {"échouer", "capoter", "aboutir"}  # « les discussions ont échoué »
AIMS = {"objectif", "but", "ambition", "agit", "agissait", "enjeu", "vocation", "initiative"}  # of the alliance
AUXILIARIES = {
    "est", "sont", "était", "étaient", "été", "être", "sera", "seront", "serait", "seraient", "fut", "furent",
}  # fmt: skip


def event(scope: Scope, i: int, cue: Cue) -> bool:
    """« l'arrivée de A », « son retrait de Z », « la création de Z par A »; « y est entrée » is a verb."""
    units = scope.units
    if any(unit.low in AUXILIARIES for unit in units[max(0, i - 2) : i]) and units[i - 1].pos != "DET":
        return False
    left = i
    while left and units[left - 1].kind == "word" and units[left - 1].pos in ("ADJ", "DET", "NUM"):
        left -= 1
    possessive = any(unit.low in POSSESSIVES for unit in units[left:i])
    span = (left, i + 1)
    if cue.status == "founder":
        return _creation(scope, i, left, possessive)
    if "avec" in cue.links and units[i + 1 : i + 2] and units[i + 1].low == "pour":
        return False  # « des pourparlers pour entrer dans Z »: the verb says it
    modality, start = _governed(scope, left)
    if any(unit.low.startswith(("prévu", "attendu", "programmé")) for unit in units[i + 1 : i + 4]):
        modality = "planned"
    if left and units[left - 1].low == "sur":
        modality = "wanted"  # « votera sur son adhésion »
    elif left > 1 and units[left - 2].low == "vue" and units[left - 1].low in OF:
        modality = "planned"  # « en vue de son adhésion »
    if left > 1 and units[left - 1].low in ("d'", "de") and units[left - 2].low in PROCEDURES:
        modality, left = "wanted", left - 2  # « une procédure d'adhésion »
        start = _governed(scope, left - 1)[1]
    alliance = complement(scope, i + 1)
    links = cue.links & {"avec"} or OF
    if modality == "done" and alliance and cue.status == "member" and units[left].low in ("un", "une"):
        modality = "wanted"  # « consulte ses membres sur une adhésion à Z »
    talks = "avec" in cue.links
    direct = next((g for g in scope.groups if g.start > i and g.prep in links and _near(units, i, g, talks)), None)
    direct = direct or _apposed(scope, i) or _that_of(scope, i)
    if direct and not alliance and any(unit.low == "capital" for unit in units[direct.end : direct.end + 4]):
        return False  # « l'entrée de A à son capital »
    if direct and cue.name == "refus" and not _of_joining(units, direct.end):
        return False  # « le refus de A de commenter »
    if direct and talks and start < left and (who := subject(scope, start - 1)) and who.kind == "org" and not alliance:
        return False  # « A poursuit des discussions avec B »
    if direct:
        if modality == "planned" and any(unit.low.startswith("vot") for unit in units[start:left]):
            modality = "done"  # « le conseil a voté l'admission de A »
        befalls = _befalls(scope, direct.end, talks)
        modality = modality if befalls == "done" else befalls
        if "examined" in cue.links and befalls == "done":
            return False  # « le dossier de A » of anything
        orgs = tuple(direct.keys) + more(scope, direct)
        if cue.status == "former" and (joined := _destination(units, direct.end)):
            say(scope, joined, orgs, "member", modality, span, "noun")
            alliance = scope.other(joined)
        alliance = alliance or complement(scope, direct.end)
    elif "examined" in cue.links:
        return False
    elif possessive or modality != "done" or _possessor(scope, left):
        orgs = _possessor(scope, left) or organisations(scope, subject(scope, start - 1))
        befalls = _befalls(scope, i + 1, talks) if modality == "done" else "done"
        modality = modality if befalls == "done" else befalls
    else:
        return False
    spoken_of = bool(alliance) or any(unit.kind == "alliance" or unit.low in PRONOUNS for unit in units[:left])
    beyond = units[direct.end : direct.end + 8] if direct else []
    helped = any(unit.low in HELPING for unit in beyond[:4])
    spoken_of = spoken_of or (helped and any(unit.kind == "alliance" for unit in beyond))
    alliance = alliance or scope.focus(len(units) if helped else i)
    adjectives = {unit.low for unit in units[left : i + 3]}
    if adjectives & {"éventuelle", "possible", "hypothétique", "éventuel", "éventuels"}:
        modality = "wanted"
    elif adjectives & {"prochaine", "prochain", "future", "futur", "imminente", "imminent"} or (
        modality == "done" and cue.status == "member" and _due(units, direct.end if direct else i + 1)
    ):
        modality = "planned"
    if cue.status == "supporter":
        if not possessive and not spoken_of:
            return False  # of something else
        modality = "done" if modality == "planned" else modality
    said = say(scope, alliance, orgs, cue.status, modality, span, "noun", 3 if direct else 2)
    for k in range(i + 1, len(units) - 1):
        if said and units[k].low in ("celui", "celle", "ceux") and units[k + 1].low in OF:  # « celui de A »
            orgs = next((tuple(g.keys) for g in scope.groups if k < g.start <= k + 4), ())
            say(scope, alliance, orgs, cue.status, modality, span, "noun", 2)
    return said


def _due(units: list[Unit], end: int) -> bool:
    """Whether « pour janvier » says when it will be."""
    following = units[end : end + 5]
    at = next((k for k, unit in enumerate(following) if unit.low == "pour"), -1)
    when = following[at + 1 : at + 3]
    length = any(unit.low in ("an", "ans", "mois", "semaines", "jours") for unit in following)
    return at >= 0 and not length and any(unit.low in TIMES or unit.low.isdigit() for unit in when)


def _possessor(scope: Scope, left: int) -> Keys:
    """« A, dont la candidature est à l'étude »: whose the noun that starts at `left` is."""
    if left == 0 or scope.units[left - 1].low != "dont":
        return ()
    return organisations(scope, antecedent(scope, left - 1))


def _destination(units: list[Unit], end: int) -> Keys:
    """The alliance that one leaves for: « le départ de A pour Z »."""
    if end >= len(units) or units[end].low not in ("pour", "vers"):
        return ()
    return next((unit.keys for unit in units[end : end + 4] if unit.kind == "alliance"), ())


def _apposed(scope: Scope, i: int) -> Group | None:
    """« l'arrivée de deux distributeurs, A et B », « arrivée des premiers membres : A et B »."""
    units = scope.units
    if units[i + 1 : i + 2] == [] or units[i + 1].low not in OF:
        return None
    for k in range(i + 2, min(i + 9, len(units))):
        if units[k].low in (",", ":"):
            if not units[k - 1].low.endswith(("s", "x")):
                return None  # « l'arrivée de la fibre, A et B le disent »
            return next((g for g in scope.groups if k < g.start <= k + 2 and g.prep == "" and len(g.keys) > 1), None)
        if units[k].kind != "word" or units[k].pos in ("VERB", "AUX") or units[k].low in PROCEDURES:
            return None
    return None


def _that_of(scope: Scope, i: int) -> Group | None:
    """« une absence remarquée, celle de A »."""
    units = scope.units
    at = next((k for k in range(i + 1, min(i + 7, len(units) - 1)) if units[k].low in ("celui", "celle")), 0)
    told = any(unit.pos in ("VERB", "AUX") and not unit.low.endswith(("é", "ée")) for unit in units[i + 1 : at])
    if not at or told or units[at + 1].low not in OF:
        return None
    return next((g for g in scope.groups if at + 1 < g.start <= at + 3), None)


def _befalls(scope: Scope, end: int, talks: bool) -> str:
    """What the verb after unit `end` does to the noun before it: « l'entrée de A est envisagée », « a été rejetée »."""
    units = scope.units
    for k in range(end, min(end + 7, len(units))):
        unit = units[k]
        if unit.kind == "alliance":
            continue  # « l'entrée de A dans Z sera effective »
        if unit.kind != "word" or unit.low in (";", ":", ",", "qui", "que"):
            break
        if unit.low in TAKING_PLACE or (
            unit.low in ("aura", "auront") and units[k + 1 : k + 2] and units[k + 1].low == "lieu"
        ):
            return "planned"
        if unit.low == "effet" and any(before.low.startswith("pren") for before in units[end:k]):
            return "planned"  # « prendra effet »
        if unit.low in STATES and any(before.low in AUXILIARIES for before in units[end:k]):
            denied = any(before.low in ("pas", "plus", "nullement") for before in units[end:k])
            return "refused" if denied else STATES[unit.low]
        for modality in modalities().get(unit.low, ()):
            group = verb_group(units, k, modality.verb, modality.forms, modality.reflexive)
            if group is not None and (group.passive or talks or modality.verb in FAILING) and not modality.tail[:1]:
                return effect(modality, group)
    return "done"


def _of_joining(units: list[Unit], end: int) -> bool:
    """Whether « de rejoindre », « d'y entrer » follows at unit `end`."""
    return any(
        cue.status == "member" and any(form.mood == "infinitive" for form in cue.forms)
        for unit in units[end + 1 : end + 3]
        for cue in cues().get(unit.low, ())
    )


def _governed(scope: Scope, left: int) -> tuple[str, int]:
    """The modality that the verb before a noun gives it, and where that verb group starts."""
    units = scope.units
    for k in range(left - 1, max(-1, left - 9), -1):
        unit = units[k]
        if unit.kind == "word" and unit.low in modalities():
            following = [u.low for u in units[k + 1 : left] if u.pos != "ADV"]
            for modality in modalities()[unit.low]:
                tail = [word for word in modality.tail if word not in ("de", "à", "pour")]
                if len(tail) > len(following) or not all(map(agrees, tail, following)):
                    continue
                if (group := verb_group(units, k, modality.verb, modality.forms, modality.reflexive)) is not None:
                    return effect(modality, group), group.start
        if unit.kind == "word" and unit.pos in ("VERB", "AUX"):
            return "done", k
        if unit.kind in ("org", "alliance") or unit.low == ";":
            break
    return "done", left


def _creation(scope: Scope, i: int, left: int, possessive: bool) -> bool:
    """« la création de Z par A », « A et B annoncent la naissance de Z »."""
    units, span = scope.units, (left, i + 1)
    alliance = complement(scope, i + 1)
    if not alliance and (possessive or any(unit.low in group_nouns() for unit in units[i + 1 : i + 5])):
        alliance = scope.focus(i)
    if not alliance:
        return False
    by = [g for g in scope.groups if g.start > i and g.prep == "par" and g.at - i < 16]
    if by:
        hailed = any(
            c.kind == "verb" and c.status == "supporter" for u in units[i : by[0].at] for c in cues().get(u.low, ())
        )
        status = "supporter" if hailed else "founder"  # « la création de Z a été saluée par A »
        return say(scope, alliance, tuple(k for g in by for k in g.keys), status, "done", span, "noun")
    scope.born(alliance, left, i + 1)
    for k in range(left - 1, max(-1, left - 8), -1):
        if units[k].kind == "word" and units[k].low.startswith(ANNOUNCING):
            start = k
            while start and units[start - 1].kind == "word" and units[start - 1].pos in ("AUX", "ADV"):
                start -= 1
            found = subject(scope, start - 1)
            orgs = organisations(scope, found)
            if not orgs and found and found.kind == "noun":
                colon = next((j for j in range(i, len(units)) if units[j].low == ":"), 0)
                orgs = listed(scope, colon, {""}) if colon else ()
            return say(scope, alliance, orgs, "founder", "done", span, "noun")
    between = next((g for g in scope.groups if g.end <= left and g.prep == "entre"), None)
    return between is not None and say(scope, alliance, tuple(between.keys), "founder", "done", span, "noun")


def phrase(scope: Scope, i: int, end: int, cue: Cue) -> bool:
    """« à l'initiative de A », « sous l'égide de A », « une riposte à A »."""
    units = scope.units
    first = next((g for g in scope.groups if end - 1 <= g.start <= end + 9 and _attached(units, end, g)), None)
    orgs = tuple(first.keys) + more(scope, first) if first else ()
    found = next((unit.keys for unit in units[end : end + 6] if unit.kind == "alliance"), ())
    if cue.status == "rival" and found and not orgs:
        orgs = found
    alliance = scope.focus(i)
    if cue.status == "rival":
        if set(alliance) & set(orgs):
            alliance = scope.other(orgs)
        told = any(unit.kind == "alliance" or unit.low in AIMS for unit in units)
        if not cue.name.startswith("riposte") and not told:
            return False
    elif cue.name.startswith("aux côtés") and not any(s.base == "member" for s in scope.said):
        return False
    elif not any(unit.kind == "alliance" for unit in units[:i]):
        alliance = next((unit.keys for unit in units[end:] if unit.kind == "alliance"), alliance)
    return say(scope, alliance, orgs, cue.status, "done", (i, end), "phrase")


def _near(units: list[Unit], i: int, g: Group, talks: bool) -> bool:
    """Whether a list completes the noun at `i`: nothing but adjectives, participles and times stand between.

    Of talks, a verb may: « des discussions sont en cours avec A ».
    """
    return g.at - i <= 10 and all(
        unit.kind in ("bracket", "alliance")
        or (talks and (unit.pos in ("AUX", "VERB") or unit.low == "cours"))
        or (
            unit.kind == "word"
            and (
                unit.pos in ("ADJ", "ADV", "NUM", "PUNCT", "ADP", "DET")
                or (unit.pos == "VERB" and unit.low.endswith(("é", "ée", "és", "ées")))
                or unit.low in TIMES
                or unit.low.startswith(("prévu", "attendu", "annoncé", "nouveau", "vingtaine", "dizaine", "membre"))
            )
        )
        for unit in units[i + 1 : g.at]
    )


def _attached(units: list[Unit], end: int, g: Group) -> bool:
    """Whether the list completes the phrase before unit `end`: no verb and no comma between."""
    return all(
        unit.kind == "bracket" or (unit.pos not in ("VERB", "AUX") and unit.low not in (",", ";"))
        for unit in units[end : g.start]
    )
