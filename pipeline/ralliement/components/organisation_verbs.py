"""Verbs whose subject is an organisation: « A rejoint Z », « A et B en sont », « Z, fondée par A »."""

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.arguments import (
    FUNDS,
    LINKS,
    after_comma,
    alliance_object,
    alliance_pronoun,
    beside,
    exemplified,
    listed,
    together,
)
from ralliement.components.discourse import PLURAL, Keys, Scope
from ralliement.components.headings import chronicle
from ralliement.components.lists import OF, TIMES
from ralliement.components.member_nouns import listed_as
from ralliement.components.membership_cues import POSSESSIVES, Cue, cues
from ralliement.components.saying import say
from ralliement.components.subjects import COUNTS, FOUNDERS, NAMES, Subject, organisations, subject
from ralliement.components.units import Unit
from ralliement.components.verbs import CLITICS, NOT, VerbGroup, auxiliaries

WHEN = {"en", "depuis", "avant", "après", "jusqu'", "encore"}
HELPED = {"projet", "initiative", "démarche", "opération", "financement", "ensemble", "dispositif", "structure"}
BESIDE = {"rejoindre", "retrouver", "côtoyer"}
PAYING = {"financer", "cofinancer", "payer", "prendre", "offrir", "fournir", "prêter", "parrainer", "subventionner"}
LASTING = {"rester", "appartenir", "faire", "siéger", "participer", "figurer", "être", "adhérer", "compter"}
INVERTING = {"dont", "où", "auquel", "laquelle", "lequel"}
CAUSING = ("condui", "amen", "amèn", "pouss", "incit", "contrai", "oblig", "décid")  # « a conduit A à créer Z »
COMPOSING = {"former", "constituer", "composer"}
STAYING = {"rester", "demeurer", "maintenir"}
JOINING = {"rejoindre", "intégrer", "entrer", "adhérer", "rallier"}  # « l'a rejointe en mai, avec A et B »
TOGETHER = 8  # units
RETURNING = {"revenir", "retourner", "réintégrer", "être de retour"}
VAGUE = {"signer", "partir", "repartir"}  # of anything: the sentence must name who


def organisation_verb(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
    """Read the verb before unit `end`; whether it said anything."""
    if cue.kind == "passive" or (group.passive and "direct" in cue.links):
        return _by(scope, group, end, cue)
    if group.passive and not group.bare:
        return False
    if cue.verb in ("passer", "filer") and not cue.tail:
        return _passes(scope, group, end, cue)
    if "mutual" in cue.links and (said := _mutual(scope, group, end, cue)):
        return said
    if cue.verb in BESIDE and ((said := _alongside(scope, group, end, cue)) or cue.verb == "côtoyer"):
        return said
    alliance, blocked = alliance_object(scope, end, cue)
    alliance = alliance or alliance_pronoun(scope, group, cue)
    apposed = group.bare and not cue.reflexive and bool(beside(scope, group.start))  # « A, sorti en mai »
    if cue.status == "candidate" and not cue.tail and not blocked and not alliance:
        blocked = not _open_ended(scope.units, end)  # « hésite à embaucher », « négocie le prix »
    if cue.status == "supporter" and blocked and cue.verb in PAYING and _something(scope.units, end):
        alliance = scope.focus(group.start)  # « A paie la navette »: for the alliance that the text is about
    asked = bool(group.governors) and group.infinitive and _ends(scope.units, end)  # « a demandé à entrer »
    timed = cue.status in ("member", "former") and "direct" not in cue.links and _timed(scope.units, end)
    status = _with_what_right(scope, end, cue)
    dated = cue.status in ("member", "former") and chronicle(scope.units) and _ends(scope.units, end)
    free = "alone" in cue.links or dated or apposed or timed or asked or status != cue.status
    if (
        cue.verb == "rester"
        and not cue.tail
        and any(unit.low.startswith("absent") for unit in scope.units[end : end + 4])
    ):
        status = "non_member"  # « reste un absent de taille, A »
    if not alliance and not blocked and free:
        alliance = scope.focus(group.start)
    if cue.verb in STAYING and group.modality in ("planned", "wanted"):
        group.modality = "done"  # whoever will stay is in
    if cue.status == "former" and group.decided:
        group.modality = "done"
    if status == "member" and group.modality == "done" and _is_over_by(scope.units, group, end, cue):
        status = "former"
    orgs = _who(scope, group, end, cue) if alliance else ()
    if cue.status == "founder" and alliance:
        orgs += together(scope)
    elif orgs and cue.verb in JOINING and group.modality == "done":
        orgs += next((tuple(g.keys) for g in scope.groups if g.prep == "avec" and 0 <= g.at - end <= TOGETHER), ())
    if cue.status == "candidate" and set(orgs) & set(scope.state.recent):
        return False  # two alliances in talks
    if cue.status in ("non_member", "candidate") and _clause(scope.units, end):
        return False  # « a refusé que B rejoigne Z »
    if cue.verb in VAGUE and (_aims(scope.units, end) or _is_plain_noun(scope.units, group)):
        return False  # « part pour un périple », « les premier et troisième partis »
    if cue.status == "same" and _takes_object(scope.units, end):
        return False  # « suivre le mouvement »
    if cue.verb in VAGUE and "alone" in cue.links and not _named(scope, group, orgs):
        return False  # « il signe », « elle part »: of whom is not sure
    if cue.verb == "renoncer" and any((o, a) in scope.state.inside for o in orgs for a in alliance):
        status = "former"  # « A, admis à l'essai, a renoncé »
    related = group.start > 0 and scope.units[group.start - 1].low in ("que", "qu'")
    if cue.verb in COMPOSING and not (group.past or group.bare) and (related or _is_defined(scope.units, end)):
        status = "member"  # « A, B et C forment le Z »
    before = len(scope.said)
    said = say(scope, alliance, orgs, status, group.modality, (group.start, end), "verb")
    if cue.name in RETURNING or [unit.low for unit in scope.units[end : end + 2]] in (
        ["de", "nouveau"],
        ["à", "nouveau"],
    ):
        for statement in scope.said[before:]:
            statement.base = "return" if statement.status == "member" else statement.base
    if said:
        _then(scope, group, end, cue, alliance)
    if said and cue.status == "former":
        _for_another(scope, group, end, alliance, orgs)
    return said


def _alongside(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
    """« A rejoint B et C dans Z », « A et B y côtoient C »: those met there are members too."""
    units = scope.units
    met = next((g for g in scope.groups if end <= g.start <= end + 3 and g.prep == ""), None)
    if met is None or any(unit.low == "," for unit in units[end : met.start]):
        return False
    alliance: Keys = scope.focus(group.start) if "y" in group.clitics else ()
    for k in range(met.end, min(met.end + 6, len(units))):
        inside = {unit.low for unit in units[met.end : k]} & {"dans", "sein", "chez"}
        if units[k].kind == "alliance" and inside:
            alliance = units[k].keys
            break
        if units[k].low in (",", ";", ":") or units[k].pos in ("VERB", "AUX"):
            break
    span = (group.start, end)
    who = _who(scope, group, end, cue)
    if not alliance and cue.verb == "rejoindre" and len(met.keys) > 1:  # « A devient membre de Z. Il rejoint B et C. »
        came = (s.alliance for s in scope.state.last_said if s.organization in who and s.base in ("member", "joining"))
        alliance = tuple(dict.fromkeys(came))
    said = say(scope, alliance, who, cue.status, group.modality, span, "verb")
    return said and say(scope, alliance, tuple(met.keys), "member", "done", span, "verb", 2)


def _mutual(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
    """« Z discute avec A »: what holds both ways, said of the alliance."""
    orgs = listed(scope, end, {word for link in cue.links for word in LINKS.get(link, ())})
    if pair := _pair(scope, group):
        return say(scope, *pair, cue.status, group.modality, (group.start, end), "verb")
    found = subject(scope, group.start - 1) if orgs else None
    if not orgs or (found and found.kind not in ("alliance", "pron")) or alliance_object(scope, end, cue)[0]:
        return False
    alliance = found.keys if found and found.kind == "alliance" else scope.focus(group.start)
    return say(scope, alliance, orgs, cue.status, group.modality, (group.start, end), "verb")


def _pair(scope: Scope, group: VerbGroup) -> tuple[Keys, Keys] | None:
    """« Z et A ont conclu un accord »: an alliance and an organisation that do it together."""
    units = scope.units
    for k in range(group.start - 1, max(0, group.start - 4), -1):
        if units[k].low != "et":
            continue
        before = next((unit for unit in (units[k - 1], units[k - 2]) if unit.kind in ("org", "alliance")), None)
        after = next((unit for unit in units[k + 1 : group.start] if unit.kind in ("org", "alliance")), None)
        if before and after and before.kind != after.kind:
            alliance, org = (before, after) if before.kind == "alliance" else (after, before)
            return alliance.keys, org.keys
    return None


def _with_what_right(scope: Scope, end: int, cue: Cue) -> str:
    """The status of the verb before unit `end`: « siège sans droit de vote », « s'y ajoutent deux partenaires »."""
    if cue.status == "member" and cue.verb in ("ajouter", "rester") and not cue.tail:
        return listed_as(scope, end)
    following = [unit.low for unit in scope.units[end : end + 10]]
    voteless = any(
        word == "sans" and set(following[k + 1 : k + 4]) & {"vote", "voter", "voix"} for k, word in enumerate(following)
    )
    return (
        "associate"
        if cue.status == "member" and (voteless or {"consultative", "consultatif"} & set(following))
        else cue.status
    )


def _then(scope: Scope, group: VerbGroup, end: int, cue: Cue, alliance: Keys) -> None:
    """« A est entré en mai, puis B et C », « suivi de D »: the verb goes on without being said again."""
    for g in scope.groups:
        before = scope.units[max(end, g.start - 4) : g.start]
        after = scope.units[g.end : g.end + 2]
        goes_on = any(unit.low in ("puis", "suivi", "suivie", "suivis", "imité", "imitée", "imités") for unit in before)
        verb = any(unit.pos in ("VERB", "AUX") and unit.low not in cues() for unit in after)
        if g.start >= end and goes_on and not verb and g.prep in ("", "de", "d'", "du", "par"):
            say(scope, alliance, tuple(g.keys), cue.status, group.modality, (group.start, end), "verb", 2)


def _who(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> Keys:
    """The organisations that are the subject of a verb: before it, after it, or of the clause it opens."""
    units = scope.units
    if group.bare and group.start <= 1:
        return after_comma(scope, group.index)
    if group.bare and (apposed := beside(scope, group.start)):
        return apposed
    if cue.verb == "manquer" and group.start and units[group.start - 1].low == "il":
        return listed(scope, end, {""})
    opens = group.start == 0 or units[group.start - 1].low == ","
    inverted = cue.verb in ("ajouter", "rester", "manquer") or (group.start == 0 and not group.bare)
    if opens and inverted and (following := listed(scope, end, {"", "dont"})):
        return following
    if cue.verb == "rester" and "en" in group.clitics:
        return listed(scope, end, {"", "dont"})
    if group.infinitive and (driven := _driven(scope, group)):
        return driven
    if (
        group.infinitive
        and units[0].low in ("après", "avant")
        and group.start <= 3
        and (main := after_comma(scope, end))
    ):
        return main  # « Après avoir quitté Z, A »
    found = subject(scope, group.start - 1, jump=group.infinitive and not group.governors)
    if found and found.kind == "noun":
        for g in scope.groups:  # « trois autres groupes, dont A, »
            if g.prep in ("dont", "comme") and found.start < g.start < group.start:
                return tuple(g.keys)
    if found and ((found.kind == "pron" and found.word in (*PLURAL, "nous")) or found.kind == "noun"):
        colon = next((k for k in range(end, len(units)) if units[k].low == ":"), 0)
        if colon and (after := listed(scope, colon, {""})):
            return after  # « ils étaient trois à le lancer : A, B et C »
    if _is_plural(units, group, found) and (examples := exemplified(scope, end)):
        return examples
    if (found is None or found.word == "il") and group.clitics & {"y", "en"} and not group.infinitive:
        if colon := next((k for k in range(end, len(units)) if units[k].low == ":"), 0):
            return listed(scope, colon, {""})  # « N'en sera pas, quoi qu'on dise : A »
        return listed(scope, end, {""}) or organisations(scope, found)
    if found and found.kind == "noun" and end < len(units) and units[end].low in ("–", "—"):
        spelt = next((g for g in scope.groups if end < g.start <= end + 3 and not g.prep), None)
        if spelt and units[spelt.end : spelt.end + 1] and units[spelt.end].low == units[end].low:
            return tuple(spelt.keys)  # « les groupes qui la composent – A et B – »
    if found and found.kind == "noun" and end < len(units) and units[end].low in (",", ":"):
        named = next((g for g in scope.groups if end < g.start <= end + 3 and g.prep == ""), None)
        if named and all(unit.kind != "word" or unit.pos == "PUNCT" for unit in units[named.end :]):
            return tuple(named.keys)  # « deux groupes restent à l'écart, A et B »
    if group.start and units[group.start - 1].low in ("que", "qu'") and (after_verb := listed(scope, end, {""})):
        return after_verb  # « Z, que soutient A »
    if group.start and units[group.start - 1].low in INVERTING:
        for g in scope.groups:
            if end <= g.start <= end + 3 and not g.prep:
                return tuple(g.keys)  # « Z, dont font partie A et B »
    if found and found.kind == "noun" and found.word in FOUNDERS:
        return _founders(scope)
    colon = next((k for k in range(end, len(units)) if units[k].low == ":"), end)
    if found is None and any(unit.kind == "alliance" for unit in units[end:colon]):
        return listed(scope, colon, {""})  # « Un nouveau venu fait son entrée dans Z : A »
    return organisations(scope, found)


def _driven(scope: Scope, group: VerbGroup) -> Keys:
    """« c'est au tour de A de quitter Z », « a convaincu A de rejoindre Z »: who does what an infinitive says."""
    units = scope.units
    link = group.index - 1
    while link > 0 and (units[link].low in CLITICS | NOT | {"ne", "n'"} or units[link].low in auxiliaries()):
        link -= 1
    if link < 2 or units[link].low not in ("de", "d'", "à"):
        return ()
    g = scope.group(link - 1)
    if g is None or g.end != link:  # « on prête à A l'intention de rejoindre Z »
        k = group.start - 1 - (units[group.start - 1].pos == "DET")
        lent = scope.group(k) if k > 0 else None
        given = lent is not None and lent.prep in ("à", "au", "aux") and units[lent.at - 1].low.startswith("prêt")
        return tuple(lent.keys) if lent and given else ()
    turn = units[link].low in ("de", "d'") and g.head == "tour"
    asked = g.prep in ("", "à", "au", "aux") and any(
        u.pos in ("VERB", "AUX") for u in units[max(0, g.start - 5) : g.start]
    )
    if asked and not group.governors and group.modality == "done" and not group.past:
        verb = next((u.low for u in reversed(units[: g.start]) if u.pos in ("VERB", "AUX")), "")
        group.modality = "done" if verb.startswith(CAUSING) else "wanted"  # « presse A de quitter Z »
    return tuple(g.keys) if turn or asked else ()


def _is_plural(units: list[Unit], group: VerbGroup, found: Subject | None) -> bool:
    """Whether the subject is several that are not named: « plusieurs groupes », « d'autres »."""
    if found is not None and found.kind == "noun":
        return not found.keys and units[found.start].low.endswith(("s", "x"))
    return found is None and group.start > 0 and units[group.start - 1].low in ("autres", "certains", "plusieurs")


def _named(scope: Scope, group: VerbGroup, orgs: Keys) -> bool:
    """Whether the sentence names the organisations, or the alliance right after the verb."""
    after = scope.units[group.index + 1 : group.index + 8]
    return any(set(orgs) & set(g.keys) for g in scope.groups) or any(unit.kind == "alliance" for unit in after)


def _founders(scope: Scope) -> Keys:
    """Those that were said to be founders so far, of the alliance last spoken of that has any."""
    known = scope.state.founders
    return next((tuple(known[key]) for key in reversed(scope.state.recent) if known.get(key)), ())


def _by(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
    """A passive: « fondée par A et B », « a été rejointe par C », « créée entre les quatre pays »."""
    units = scope.units
    orgs: Keys = ()
    by = end
    for k in range(end, min(end + 24, len(units))):
        unit = units[k]
        if unit.low in ("qui", "que", ";") or unit.kind == "alliance" or (unit.kind == "word" and unit.pos == "AUX"):
            break
        if unit.low == "par" or (unit.low == "entre" and cue.status == "founder"):
            by = k
            orgs = _own(scope, k) + listed(scope, k, {unit.low, ""}) or _counted(scope, k)
            if orgs:
                break
    if cue.status == "supporter" and not _helped(scope, group):
        return False
    alliance = _patient(scope, group, by)
    if not orgs and cue.status == "founder":
        scope.born(alliance, group.start, end)
    return say(scope, alliance, orgs, cue.status, group.modality, (group.start, end), "passive")


def _counted(scope: Scope, by: int) -> Keys:
    """« par les deux groupes »: the last list, if it has so many."""
    following = [unit.low for unit in scope.units[by + 1 : by + 3]]
    if len(following) == 2 and following[0] in ("les", "ces") and scope.state.lists:
        last = scope.state.lists[-1]
        return last if COUNTS.get(following[1]) == len(last) else ()
    return ()


def _own(scope: Scope, by: int) -> Keys:
    """« créé par sa maison et par A »: the topic's own house."""
    following = [unit.low for unit in scope.units[by + 1 : by + 3]]
    if following[:1] and following[0] in POSSESSIVES and following[1:] in (["maison"], ["entreprise"], ["groupe"]):
        return next((tuple(g.keys[-1:]) for g in reversed(scope.groups) if g.end <= by), scope.state.topic[:1])
    return ()


def _patient(scope: Scope, group: VerbGroup, by: int) -> Keys:
    """The alliance that a passive verb is about."""
    units = scope.units
    if group.bare:
        k = group.start - 1
        while k >= 0 and (units[k].low in (",", "»", "”") or units[k].kind == "bracket"):
            k -= 1
        if k >= 0 and units[k].kind == "alliance":
            return units[k].keys
        noun = units[k] if k >= 0 and k == group.start - 1 else None
        if noun is not None and noun.kind == "word" and noun.pos == "NOUN" and noun.low not in NAMES:
            return ()  # « une étude menée par A »
        if group.start <= 1:  # « Fondée par A, Z … »
            for k in range(by, len(units)):
                before = k - 1 - (units[k - 1].pos == "DET")
                if units[k].kind == "alliance" and units[before].low == ",":
                    return units[k].keys
    found = subject(scope, group.start - 1)
    return found.keys if found and found.kind == "alliance" else scope.focus(group.start)


def _helped(scope: Scope, group: VerbGroup) -> bool:
    """Whether what « est financé par A » may be the alliance or its budget, not something of its own."""
    found = subject(scope, group.start - 1)
    if found is None or found.kind != "noun" or found.keys:
        return True
    return not found.word or found.word in FUNDS | HELPED or found.word in group_nouns()


def _passes(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
    """« est passé de Z à Y », « file chez Y »: one alliance left, another joined."""
    units = scope.units
    left: Keys = ()
    joined: Keys = ()
    prep = ""
    for k in range(end, min(end + 14, len(units))):
        unit = units[k]
        if unit.kind == "alliance":
            if prep in OF:
                left = unit.keys
            elif prep in ("à", "au", "chez", "dans", "vers"):
                joined = unit.keys
        elif unit.low in (",", ";") or unit.pos in ("VERB", "AUX"):
            break
        elif unit.pos == "ADP" or unit.low in OF:
            prep = unit.low
    orgs = _who(scope, group, end, cue) if joined else ()
    if not orgs and group.bare and group.start and units[group.start - 1].low == ":":
        orgs = scope.topic(group.start, "il")
    said = say(scope, joined, orgs, "member", group.modality, (group.start, end), "verb")
    if said and not left:  # « A figurait chez Z, mais est passé chez Y »
        left = tuple(s.alliance for s in scope.said if s.organization in orgs and s.alliance not in joined)
    if said and left:
        say(scope, left, orgs, "former", group.modality, (group.start, end), "verb")
    return said


def _for_another(scope: Scope, group: VerbGroup, end: int, left: Keys, orgs: Keys) -> None:
    """« a quitté Z pour Y »."""
    units = scope.units
    for k in range(end, min(end + 10, len(units))):
        if units[k].low == "pour":
            for unit in units[k + 1 : k + 5]:
                if unit.kind == "alliance" and unit.keys != left:
                    say(scope, unit.keys, orgs, "member", group.modality, (group.start, end), "verb")
                    return
                if unit.low in ("elle", "lui"):
                    say(scope, scope.other(left), orgs, "member", group.modality, (group.start, end), "verb")
                    return
            return


def _clause(units: list[Unit], end: int) -> bool:
    """Whether a clause completes the verb before unit `end`; « il ne manque que A » has none."""
    verb = any(unit.pos in ("VERB", "AUX") for unit in units[end + 1 : end + 6])
    return verb and units[end].low in ("que", "qu'")


def _takes_object(units: list[Unit], end: int) -> bool:
    """Whether a common noun follows the verb before unit `end` as its object."""
    return end + 1 < len(units) and units[end].pos == "DET" and units[end + 1].pos == "NOUN" and (
        units[end + 1].low not in TIMES | NAMES
    )  # fmt: skip


def _is_defined(units: list[Unit], end: int) -> bool:
    """Whether the alliance that the verb before unit `end` has for object is a known one: « le Z », « l'alliance »."""
    at = next((k for k in range(end, min(end + 4, len(units))) if units[k].kind == "alliance"), 0)
    return at > 0 and units[at - 1].low in ("le", "la", "l'", "les")


def _is_over_by(units: list[Unit], group: VerbGroup, end: int, cue: Cue) -> bool:
    """« faisait partie de Z jusqu'en 2019 », « n'y est resté que deux ans »: a time that is over ends what lasted."""
    if cue.verb not in LASTING:
        return False
    following = [unit.low for unit in units[end : end + 8]]
    until = "jusqu'" in following or "jusque" in following or (group.past and "débuts" in cue.tail)
    length = group.past and bool({"pendant", "durant"} & set(following))
    stayed = (
        cue.verb in STAYING
        and group.past
        and any(word in ("ans", "mois", "jours", "semaines") for word in following[:4])
    )
    return until or length or stayed


def _timed(units: list[Unit], end: int) -> bool:
    """Whether a time is all that completes the verb before unit `end`: « sort en janvier », « entre en 2018 »."""
    following = units[end : end + 2]
    if len(following) < 2:
        return False
    return following[0].low in ("en", "dès", "depuis") and (following[1].low in TIMES or following[1].low.isdigit())


def _open_ended(units: list[Unit], end: int) -> bool:
    """Whether only a time or another clause follows the verb before unit `end`: « hésite », « négocie depuis mai »."""
    stop = next((k for k in range(end, len(units)) if units[k].pos in ("PUNCT", "CCONJ", "SCONJ")), len(units))
    if any(unit.kind == "word" and unit.pos == "NOUN" and unit.low not in TIMES for unit in units[end:stop]):
        return False
    following = next((unit for unit in units[end:] if unit.pos != "ADV"), None)
    return following is None or following.pos not in ("DET", "NOUN", "VERB", "ADP") or following.low in WHEN


def _something(units: list[Unit], end: int) -> bool:
    """Whether the object of the verb before unit `end` is a plain thing, not its subject's own."""
    following = [unit for unit in units[end : end + 4] if unit.pos not in ("ADV", "ADJ")]
    return len(following) > 1 and following[0].pos in ("DET", "NUM") and following[1].pos == "NOUN" and (
        following[0].low not in POSSESSIVES | {"un", "une", "des"}
    )  # fmt: skip


def _ends(units: list[Unit], end: int) -> bool:
    """Whether nothing completes the verb before unit `end`."""
    return end >= len(units) or units[end].pos in ("PUNCT", "CCONJ")


def _aims(units: list[Unit], end: int) -> bool:
    """Whether the verb before unit `end` leads somewhere else."""
    return end < len(units) and units[end].low in ("pour", "à", "au", "aux", "vers", "sur", "dans")


def _is_plain_noun(units: list[Unit], group: VerbGroup) -> bool:
    """Whether a participle without auxiliary stands after its adjective, as nouns do."""
    return group.bare and group.start > 0 and units[group.start - 1].pos in ("ADJ", "NUM", "DET")
