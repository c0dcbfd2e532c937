"""Verbs whose subject is an alliance: « Z réunit A et B », « Z a admis A », « Z concurrence Y »."""

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.arguments import after_comma, alliance_pronoun, beside, complement, listed
from ralliement.components.cue_matching import matches
from ralliement.components.discourse import Keys, Scope
from ralliement.components.lists import OF
from ralliement.components.member_nouns import listed_as, role_status
from ralliement.components.membership_cues import Cue, cues
from ralliement.components.saying import say
from ralliement.components.subjects import organisations, subject
from ralliement.components.verbs import VerbGroup

INVITING = {"inviter", "convier"}
MEANS = {"moyens", "argent", "budget", "fonds", "financement", "financements", "ressources", "crédits", "subventions"}
MEETINGS = {"réunions", "conseils", "conseil", "comité", "travaux", "séances", "assemblées", "débats"}
ASKING = {"contacter", "solliciter"}  # as journalists do
ADMITTING = {"admettre", "accueillir", "intégrer", "embarquer", "enrôler", "coopter", "recruter", "inclure"}


def alliance_verb(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
    """Read the verb before unit `end`; whether it said anything."""
    units = scope.units
    against = "contre" in cue.links
    if group.passive and "direct" in cue.links:
        return _undergoes(scope, group, end, cue)
    if end < len(units) and units[end].low in ("sur", "parmi", "sous"):
        return False
    alliance = _actor(scope, group, cue)
    if not alliance:
        return cue.status == "rival" and not against and _competes(scope, group, end)
    if against:
        return _against(scope, group, end, alliance)
    allowed = {"entre", "de", "d'"} if "entre" in cue.links else {"", "dont", "comme", "tels", "telles"}
    if "à" in cue.links:
        allowed |= {"à", "au", "aux"}
    if "en" in group.clitics:
        allowed |= {"avec"}
    if "avec" in cue.links:
        allowed = {"avec"}
    if "de" in cue.links and "direct" not in cue.links:
        allowed |= OF
    if group.modality == "refused":
        allowed |= {"pas"}
    if cue.status == "rival":
        named = next((u for u in units[end : end + 5] if u.kind in ("alliance", "org")), None)
        orgs = named.keys if named and named.kind == "alliance" else ()
        orgs = orgs or listed(scope, end, allowed) or _relative(scope, group)
        alliance = alliance if not set(alliance) & set(orgs) else scope.other(orgs)
    else:
        orgs = listed(scope, end, allowed)
    status = (
        listed_as(scope, end) if cue.status == "member" else "associate" if _sits_in(scope, end, cue) else cue.status
    )
    return say(scope, alliance, orgs, status, group.modality, (group.start, end), "verb")


def _competes(scope: Scope, group: VerbGroup, end: int) -> bool:
    """« A concurrence Z »."""
    alliance = complement(scope, end)
    orgs = organisations(scope, subject(scope, group.start - 1)) if alliance else ()
    return say(scope, alliance, orgs, "rival", group.modality, (group.start, end), "verb")


def _actor(scope: Scope, group: VerbGroup, cue: Cue) -> Keys:
    """The alliance that is the subject of a verb; none where another thing is."""
    if group.bare and group.start == 0:
        return scope.focus(group.start)
    if group.gerund:  # « une « alliance » réunissant … »
        near = scope.units[max(0, group.start - 5) : group.start]
        if any(unit.kind == "alliance" or unit.low in group_nouns() for unit in near):
            return scope.focus(group.start)
    found = subject(scope, group.start - 1, jump=group.infinitive and not group.governors)
    if "funds" in cue.links and (found is None or found.kind != "noun"):
        return ()
    if found is None or (found.kind == "pron" and found.word not in ("nous", "je")):
        return scope.focus(group.start)
    if found.kind == "pron":
        scope.state.speak_of(scope.state.main)
        return scope.state.main
    if "funds" in cue.links:
        return scope.focus(group.start) if scope.units[found.start].low in MEANS else ()
    if found.keys and found.kind in ("alliance", "noun"):
        return found.keys
    if cue.status == "rival" and (found.kind == "noun" or (found.kind == "org" and group.infinitive)):
        return scope.focus(group.start)
    if cue.status == "candidate":
        return scope.focus(group.start)
    return ()


def _undergoes(scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
    """A passive: « a été admis chez Z », « suspendue en mai », « approchée par l'alliance »."""
    if cue.status == "rival":
        alliance = _actor(scope, group, cue)
        return say(scope, alliance, listed(scope, end, {"par"}), "rival", group.modality, (group.start, end), "passive")
    if cue.status == "member" and cue.verb not in ADMITTING:
        return False
    if cue.status == "candidate" and group.modality == "done" and _by_another(scope, end, cue):
        return False
    orgs = after_comma(scope, group.index) if group.bare and group.start == 0 else ()
    if not orgs and group.bare:
        orgs = beside(scope, group.start)
    found = subject(scope, group.start - 1)
    orgs = orgs or organisations(scope, found)
    colon = next((k for k in range(end, len(scope.units)) if scope.units[k].low == ":"), 0)
    if not orgs and colon and found and found.kind == "noun":
        orgs = listed(scope, colon, {""})  # « Quatre clubs ont été admis : A, B … »
    alliance = complement(scope, end) or alliance_pronoun(scope, group, cue) or scope.focus(group.start)
    roles = cues().get(scope.units[end].low, ()) if end < len(scope.units) else ()
    role = next((c for c in roles if c.kind == "role" and matches(scope.units, end, c)), None)
    status = role_status(role.status, scope.units, end, end) if role and cue.status == "member" else cue.status
    status = "associate" if _sits_in(scope, end, cue) else status
    return say(scope, alliance, orgs, status, group.modality, (group.start, end), "passive")


def _sits_in(scope: Scope, end: int, cue: Cue) -> bool:
    """« est invitée à chaque conseil », « invite A à ses réunions »: to be heard, not to join."""
    following = {unit.low for unit in scope.units[end : end + 6]}
    return cue.verb in INVITING and bool(following & MEETINGS) and bool(following & {"à", "au", "aux"})


def _by_another(scope: Scope, end: int, cue: Cue) -> bool:
    """« Contactée par nos soins, A … », « approché par un fonds »: the press, or somebody else, asks."""
    if complement(scope, end):
        return False
    agent = scope.units[end + 1 : end + 5] if end < len(scope.units) and scope.units[end].low == "par" else []
    sides = {"camps", "blocs", "groupements"} & {unit.low for unit in agent}
    return bool(agent and not sides) or (
        cue.verb in ASKING and not any(unit.kind == "alliance" for unit in scope.units)
    )


def _relative(scope: Scope, group: VerbGroup) -> Keys:
    """« A, que les deux blocs veulent détrôner »."""
    units = scope.units
    for k in range(group.start - 1, max(-1, group.start - 9), -1):
        if units[k].low in ("que", "qu'"):
            j = k - 1
            while j >= 0 and units[j].low == ",":
                j -= 1
            g = scope.group(j) if j >= 0 else None
            return tuple(g.keys) if g else ()
    return ()


def _against(scope: Scope, group: VerbGroup, end: int, alliance: Keys) -> bool:
    """« s'est bâtie contre A », « A, contre qui l'alliance a été fondée », « c'est contre A que … »."""
    units = scope.units
    at = next((k for k in range(end, min(end + 12, len(units))) if units[k].low == "contre"), -1)
    if at < 0:
        at = next((k for k in range(group.start - 1, max(-1, group.start - 26), -1) if units[k].low == "contre"), -1)
        if at < 0:
            return False
    rivals: Keys = ()
    if at + 1 < len(units) and units[at + 1].low in ("lequel", "laquelle", "lesquels", "lesquelles", "qui"):
        k = at - 1
        while k >= 0 and (units[k].low == "," or units[k].kind == "bracket"):
            k -= 1
        g = scope.group(k) if k >= 0 else None
        rivals = tuple(g.keys) if g else next((u.keys for u in reversed(units[:at]) if u.kind == "alliance"), ())
    else:
        for unit in units[at + 1 : at + 6]:
            if unit.kind == "alliance":
                rivals = unit.keys
                break
        rivals = rivals or next((tuple(g.keys) for g in scope.groups if at < g.start and g.at == at), ())
    alliance = alliance if not set(alliance) & set(rivals) else scope.other(rivals)
    return say(scope, alliance, rivals, "rival", group.modality, (group.start, end), "verb")
