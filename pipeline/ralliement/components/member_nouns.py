"""Nouns for members: « A, membre de Z », « les fondateurs, A et B », « siège comme observateur », « sa rivale, Y »."""

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.arguments import after_comma, complement, listed, stands_for_alliance, together
from ralliement.components.cue_matching import STILL
from ralliement.components.discourse import Keys, Scope, Unsaid
from ralliement.components.lists import OF, TIMES, groups
from ralliement.components.membership_cues import COPULAS, POSSESSIVES, Cue, copulas, cues
from ralliement.components.saying import say
from ralliement.components.subjects import PRONOUNS, antecedent, organisations, subject
from ralliement.components.units import Unit
from ralliement.components.verbs import CLITICS, VerbGroup, verb_group
from ralliement.conjugation import conjugate

SIDES = {"associate", "candidate", "founder", "supporter", "non_member"}
HEARD = ("partenaire", "observat", "invité", "voix", "auditeur", "strapontin")  # what none but an associate is
NAMED = {"appelle", "appellent", "nomme", "nomment", "sont"}  # « les grands absents s'appellent A et B »
BEING = {"est", "sont", "était", "étaient", "reste", "restent", "demeure", "demeurent"}
GIVEN = ("accord", "octro", "attribu", "conf", "donn", "offr", "réserv")  # « a accordé le statut d'observateur à A »


def role(scope: Scope, i: int, end: int, cue: Cue) -> bool:
    """« membre », « fondateurs », « observatrice »: by a verb of being, in apposition, or before its list."""
    units = scope.units
    if cue.name == "à l'origine" and (end >= len(units) or units[end].low not in OF):
        return False  # « à l'origine, ils étaient quatre »
    left = noun_phrase(units, i)
    had = left > 1 and units[left - 1].low == "pour" and units[left - 2].low in conjugate("avoir")
    heads = left == 0 and any(unit.low == ":" for unit in units[end : end + 3])  # « Nos partenaires locaux : A »
    counted = any(unit.pos == "NUM" for unit in units[left:i]) and any(u.kind == "alliance" for u in units[:left])
    of_it = left > 1 and "en" in (units[left - 2].low, units[left - 1].low)  # « en est partenaire », « en partenaire »
    of_it = of_it or (left > 0 and units[left - 1].low == "comme")
    of_it = of_it or (left > 1 and units[left - 1].low in OF and units[left - 2].low in ("titre", "statut", "rang"))
    plain = not (cue.tail or had or heads or counted or of_it)
    if cue.name.startswith("partenaire") and plain and not complement(scope, end):
        return False
    status = role_status(cue.status, units, left, end - 1)
    if status == "candidate" and _for_another(units, end):
        return False
    if status == "rival":
        return _rival(scope, i, left, end)
    alliance = complement(scope, end)
    of_another = end + 1 < len(units) and units[end].low in OF and units[end + 1].kind in ("word", "org")
    of_another = of_another and units[end + 1].low not in group_nouns()  # « à l'origine du projet »
    of_another = of_another and not units[end + 1].low.isdigit()  # « membre de 2012 à 2019 »
    if not alliance and of_another and not any(unit.low in POSSESSIVES for unit in units[left:i]):
        return False  # « créateur de logiciels »
    if status == "candidate" and not alliance and end < len(units) and units[end].low in ("à", "au", "aux"):
        noun = next((unit for unit in units[end + 1 : end + 4] if unit.pos != "DET"), None)
        if noun is not None and noun.kind == "word" and not stands_for_alliance(noun.low):
            return False  # « candidat au rachat de l'usine »
    alliance = alliance or scope.focus(left)
    span = (left, end)
    k = left - 1
    while k >= 0 and units[k].kind == "word" and (
        units[k].low in ("parmi", "en", "comme", "au", "nombre", "rang", "que", "qu'", "mais")
        or units[k].low in STILL or units[k].pos in ("ADV", "NUM")
        or (units[k].low in TIMES and units[k].low not in copulas())
    ):  # fmt: skip
        k -= 1
    if k >= 0 and units[k].kind == "word" and units[k].low in copulas():
        name, forms = copulas()[units[k].low]
        among = any(unit.low in ("parmi", "comme", "nombre", "rang") for unit in units[k + 1 : left + 1])
        group = verb_group(units, k, name, forms, False) if among or name in COPULAS[:4] else None
        if group is not None:
            return _is(scope, group, end, status, alliance, name)
    if left == 0 or units[left - 1].low in (",", "–", "—", "-", ":"):
        orgs = _apposed(scope, i, left)
        status = "former" if status == "member" and until_then(units, end) else status
        if orgs:
            return say(scope, alliance, orgs, status, "done", span, "apposition")
    if left == 0 and units[i].low.endswith("s") and alliance:  # « Les membres associés ont pris des mesures »
        scope.unsaid = Unsaid(alliance, status, "done", span)
    return _heads(scope, i, left, end, status, alliance) or _as(scope, left, i, end, status, alliance)


def _is(scope: Scope, group: VerbGroup, end: int, status: str, alliance: Keys, name: str) -> bool:
    before = scope.units[group.start - 1].low if group.start else ""
    if before in ("laquelle", "auquel", "lequel"):  # « la fédération à laquelle sont affiliés A et B »
        found = antecedent(scope, group.start - 1 - (before != "auquel"))
        own = found.keys if found and found.kind == "alliance" else ()
        return say(scope, own, listed(scope, end, {""}), status, group.modality, (group.start, end), "copula")
    found = subject(scope, group.start - 1, jump=group.infinitive and not group.governors)
    orgs = organisations(scope, found)
    if not orgs and (found is None or found.kind == "noun"):
        orgs = listed(scope, end, {""})
    if found and (found.kind == "alliance" or set(found.keys) & set(alliance)):
        orgs = listed(scope, end, {""})  # « Z compte parmi ses membres A et B »
    if orgs and units_after(scope, end) == [",", "avec"]:
        orgs += together(scope)  # « A reste le seul absent, avec B »
    modality = group.modality
    if status == "founder" and modality in ("refused", "ceased"):
        status, modality = "non_member", "done"
    if name == "devenir" and modality == "ceased":
        modality = "refused"
    if status == "member" and modality == "done" and group.past and name == "être":
        status = "former"
    return say(scope, alliance, orgs, status, modality, (group.start, end), "copula")


def _for_another(units: list[Unit], end: int) -> bool:
    """« candidat à l'appel d'offres », « candidate au rachat »: to something else than an alliance."""
    if end >= len(units) or units[end].low not in ("à", "au", "aux"):
        return False
    noun = next((unit for unit in units[end + 1 : end + 3] if unit.pos != "DET"), None)
    return noun is not None and noun.kind == "word" and noun.pos == "NOUN" and not stands_for_alliance(noun.low)


def _apposed(scope: Scope, i: int, left: int) -> Keys:
    """Whom a noun stands beside: « A, membre de Z, », « membre de Z, A … », in brackets after A."""
    units = scope.units
    if left == 0 or units[left - 1].low == ":":
        return scope.host or after_comma(scope, i)
    k = left - 2
    while k >= 0 and units[k].kind == "bracket":
        k -= 1
    g = scope.group(k) if k >= 0 else None
    if (
        g is None
        or g.end != k + 1
        or (g.prep in OF and g.head and g.head not in group_nouns() and g.head not in cues())
    ):
        return ()
    return tuple(g.keys) if units[i].low.endswith("s") else tuple(g.keys[-1:])


def _heads(scope: Scope, i: int, left: int, end: int, status: str, alliance: Keys) -> bool:
    """« Les autres fondateurs, A et B », « parmi ses membres, on compte A », « ses membres : A, B »."""
    units = scope.units
    if left and units[left - 1].low == "selon":
        return False  # « selon les observateurs, A … »
    equals = _equated(units, left, end)
    if equals:  # « Le grand absent du consortium est A »
        orgs = next((tuple(g.keys) for g in scope.groups if equals <= g.start <= equals + 2 and not g.prep), ())
        return say(scope, alliance, orgs, status, "done", (left, end), "list")
    listing = left and any(unit.low in ("parmi", "pour") for unit in units[max(0, left - 2) : left + 1])
    if units_after(scope, end) == [",", "et"]:
        return False  # « avec voix consultative, et A paie »
    k = end
    while k < min(end + 8, len(units)):
        unit = units[k]
        if unit.kind in ("org", "bracket") or unit.low in (",", ":", "–", "—") or unit.low in NAMED:
            break
        if unit.kind == "word" and unit.pos in ("VERB", "AUX") and not listing:
            return False
        k += 1
    if k >= len(units):
        return False
    orgs = ()
    if units[k].kind == "bracket":
        orgs = tuple(key for g in groups(units[k].inner) if g.prep in ("", "dont", "comme") for key in g.keys)
    elif listing or units[k].low == ":" or units[k].low in NAMED:
        orgs = listed(scope, k, {"", "dont", "pour"})
    elif units[k].kind == "org":
        orgs = next((tuple(g.keys) for g in scope.groups if g.start == k and k == end), ())
    else:
        orgs = next((tuple(g.keys) for g in scope.groups if k < g.start <= k + 4 and g.prep == ""), ())
    return say(scope, alliance, orgs, status, "done", (left, end), "list")


def _equated(units: list[Unit], left: int, end: int) -> int:
    """The unit after « est » where the noun phrase up to `end` is said to be a name; 0 where it is not."""
    if (left and units[left - 1].low not in (",", "–", "—", "et", "mais")) or units[left].pos != "DET":
        return 0
    for k in range(end, min(end + 7, len(units))):
        unit = units[k]
        if unit.low in BEING:
            return k + 1
        if unit.low == "," and [u.low for u in units[k + 1 : k + 3]] == ["c'", "est"]:
            return k + 3  # « L'ennemi, c'est A »
        if unit.kind not in ("word", "alliance", "bracket") or unit.pos in ("VERB", "PUNCT") or unit.low == ",":
            break
    return 0


def _as(scope: Scope, left: int, i: int, end: int, status: str, alliance: Keys) -> bool:
    """« siège comme observateur », « un statut d'observateur », « un siège de membre »."""
    units = scope.units
    heard = any(unit.low.startswith(HEARD) for unit in units[i : i + 2])
    if (status != "associate" or not heard) and not (left and units[left - 1].low in ("de", "d'", "comme", "en") and {
        unit.low for unit in units[max(0, left - 3) : left]
    } & {"siège", "statut", "qualité", "titre", "rang", "tant", "comme", "figure"}):  # fmt: skip
        return False
    given = next((g for g in scope.groups if end < g.start <= end + 9 and g.prep in ("à", "au", "aux")), None)
    if given and any(unit.low.startswith(GIVEN) for unit in (*units[max(0, left - 6) : left], *units[end : given.at])):
        return say(scope, alliance, tuple(given.keys), status, "done", (left, end), "status", 4)
    for k in range(left - 1, -1, -1):
        unit = units[k]
        if unit.kind == "word" and (
            unit.pos in ("VERB", "AUX")
            or any(cue.kind == "verb" for cue in cues().get(unit.low, ()))
            or (k and units[k - 1].low == "y")
        ):
            if k and units[k - 1].pos == "DET" and units[k - 1].low not in CLITICS:
                continue
            while k and units[k - 1].kind == "word" and (
                units[k - 1].pos in ("AUX", "ADV") or units[k - 1].low in CLITICS | {"n'", "ne"}
            ):  # fmt: skip
                k -= 1
            gives = any(u.low.startswith(GIVEN) for u in units[k : left + 1])
            orgs = listed(scope, k, {"à", "au", "aux"}) if gives else ()
            orgs = orgs or organisations(scope, subject(scope, k - 1))
            return say(scope, alliance, orgs, status, "done", (left, end), "status", 4)
    return False


def _rival(scope: Scope, i: int, left: int, end: int) -> bool:
    """« A, concurrent de Z », « sa rivale, Y », « Z se pose en rivale de A »: only an alliance has rivals here."""
    units, span = scope.units, (left, end)
    orgs: Keys = ()
    of = complement(scope, end)
    against = next((g for g in scope.groups if end <= g.start <= end + 5 and g.prep in OF), None)
    before = next((unit.keys for unit in reversed(units[:left]) if unit.kind == "alliance"), ())
    if not of and against is not None:  # « en rivale de A et de B »
        orgs = listed(scope, end, OF | {""})
        if _denied(units, left) or (not before and any(g.end <= left for g in scope.groups)):
            return False  # « A, rivale de B »
        return say(scope, before or scope.focus(left), orgs, "rival", "done", span, "noun")
    possessive = any(unit.low in POSSESSIVES for unit in units[left:i])
    equals = _equated(units, left, end)
    if left == 0 and (colon := next((k for k in range(end, min(end + 6, len(units))) if units[k].low == ":"), 0)):
        equals = colon + 1  # « L'adversaire est tout désigné : A »
    if equals:
        there = [g for g in scope.groups if equals <= g.start <= equals + 2 and not g.prep]
        rivals = next((u.keys for u in units[equals : equals + 3] if u.kind == "alliance"), ())
        rivals = rivals or next((tuple(g.keys) for g in there), ())
        target = of or scope.focus(left)
        return say(scope, target if target != rivals else scope.other(rivals), rivals, "rival", "done", span, "noun")
    reach = 5 if end < len(units) and units[end].low in BEING else 3
    after = next((u for u in units[end : end + reach] if u.kind in ("alliance", "org")), None)
    possessive = possessive or (left > 0 and units[left - 1].low == "pour")  # « a pour rivaux A et B »
    upto = next((k for k in range(end, end + reach) if k < len(units) and units[k] is after), end)
    told = any(u.kind == "word" and u.low not in BEING and u.pos in ("VERB", "AUX") for u in units[end:upto])
    if of and (rivals := _named_rivals(scope, end)):
        return say(scope, of, rivals, "rival", "done", span, "apposition")
    named = (
        end < len(units)
        and not told
        and (units[end].low in (",", ":", "(") or (possessive and (after is units[end] or units[end].low in BEING)))
    )
    if not of and (possessive or units[i].low != "rival") and after is not None and named:
        rivals = after.keys if after.kind == "alliance" else next(
            (tuple(g.keys) for g in scope.groups if units[g.start] is after), ()
        )  # fmt: skip
        return say(scope, scope.other(rivals), rivals, "rival", "done", span, "apposition")
    if (far := next((g for g in scope.groups if end + 2 < g.start == end + 3), None)) and {"celui", "celle"} & {
        unit.low for unit in units[end : far.start]
    }:  # « le camp concurrent, celui de A »
        return say(scope, scope.other(tuple(far.keys)), tuple(far.keys), "rival", "done", span, "apposition")
    k = left - 1
    while (
        k >= 0 and units[k].kind == "word" and (units[k].low in group_nouns() or units[k].pos in ("ADV", "DET", "ADJ"))
    ):
        k -= 1
    if k >= 0 and units[k].kind == "alliance":  # « Y, le réseau concurrent »
        return say(scope, of or scope.other(units[k].keys), units[k].keys, "rival", "done", span, "noun")
    orgs = ()
    if k >= 0 and units[k].low == ",":
        j = k - 1
        while j >= 0 and units[j].kind == "bracket":
            j -= 1
        if j >= 0 and units[j].kind == "alliance":
            orgs = units[j].keys
        elif j >= 0 and (g := scope.group(j)):
            orgs = tuple(g.keys) if units[i].low.endswith("s") else tuple(g.keys[-1:])
    elif k >= 0 and units[k].low in copulas():
        name, forms = copulas()[units[k].low]
        group = verb_group(units, k, name, forms, False)
        found = subject(scope, group.start - 1) if group else None
        orgs = scope.focus(found.start) if found and found.kind == "pron" and of else organisations(scope, found)
        if group and group.modality != "done":
            return False
    if not of and not set(orgs) & set(scope.state.recent):
        return False
    return say(scope, of or scope.other(orgs), orgs, "rival", "done", span, "noun")


def _named_rivals(scope: Scope, end: int) -> Keys:
    """« les concurrents de Z, A et B, », « le rival de Z s'appelle A »."""
    units = scope.units
    at = next((k for k in range(end, min(end + 6, len(units))) if units[k].kind == "alliance"), -2)
    following = units[at + 1 : at + 3]
    opens = following and (following[0].low in (",", ":", "(") or following[-1].low in NAMED | BEING)
    return next((tuple(g.keys) for g in scope.groups if opens and at < g.start <= at + 4 and g.prep == ""), ())


def _denied(units: list[Unit], left: int) -> bool:
    """« n'est pas un concurrent de A », « n'est pas dirigée contre A »."""
    before = [unit.low for unit in units[max(0, left - 4) : left]]
    return bool({"n'", "ne"} & set(before)) and bool({"pas", "jamais", "nullement"} & set(before))


def among(scope: Scope, i: int) -> None:
    """« Parmi elles, A et B »: of those the sentence before counted."""
    if i <= 1 and scope.state.base in ("member", "founder"):
        orgs = listed(scope, i, {"", ":"})
        say(scope, scope.state.focus, orgs, "member", "done", (max(0, i - 1), i + 1), "list")


def listed_as(scope: Scope, end: int) -> str:
    """What those listed after unit `end` are: « compte sept États observateurs, dont A », « A parmi ses soutiens »."""
    units = scope.units
    listed_ = False
    for k in range(end, min(end + 12, len(units))):
        unit = units[k]
        if unit.low in (",", ";") or (listed_ and unit.pos == "VERB"):
            break
        listed_ = listed_ or unit.kind == "org"
        role = next((c for c in cues().get(unit.low, ()) if c.kind == "role" and not c.tail), None)
        among_ = listed_ and any(before.low in ("parmi", "comme") for before in units[k - 3 : k])
        if role and role.status in SIDES and (not listed_ or among_):
            return role.status
    return "member"


def noun_phrase(units: list[Unit], i: int) -> int:
    """The first unit of the noun phrase that ends at `i`: « l'un des vingt-deux fondateurs », « ex-membre »."""
    left = i
    while left and units[left - 1].kind == "word":
        before = units[left - 1]
        if before.low in PRONOUNS | {"qui", "y", "en", "n'", "ne", "pas", "plus", "jamais"} and before.low != "un":
            break
        if before.low == "de" and left > 1 and units[left - 2].pos == "NOUN":
            break
        if before.pos not in ("DET", "ADJ", "NUM", "ADV") and before.low not in (
            "un",
            "une",
            "l'",
            "des",
            "de",
            "ex",
            "-",
            "non",
        ):
            break
        left -= 1
    return left


def role_status(status: str, units: list[Unit], left: int, i: int) -> str:
    """What a noun means with its adjectives: « membre fondateur », « ancien membre », « membre associé »."""
    after = units[i + 1].low if i + 1 < len(units) else ""
    before = {unit.low for unit in units[left:i]}
    if after.startswith(("fondat", "initia")):
        return "founder"
    if after.startswith(("associé", "observat", "partenaire")):
        return "associate"
    if status == "member" and before & {"ancien", "ancienne", "anciens", "anciennes", "ex"}:
        return "former"
    if status == "member" and before & {"futur", "future", "futurs", "futures"}:
        return "joining"
    if status == "member" and "non" in before:
        return "non_member"
    return status


def until_then(units: list[Unit], end: int) -> bool:
    """« membre jusqu'en 2019 », « membre de 2012 à 2019 »: it was."""
    following = [unit.low for unit in units[end : end + 6]]
    years = [word for word in following if len(word) == 4 and word.isdigit()]
    return "jusqu'" in following or (len(years) > 1 and following[:1] == ["de"] and "à" in following)


def units_after(scope: Scope, end: int) -> list[str]:
    """The two words after unit `end`."""
    return [unit.low for unit in scope.units[end : end + 2]]
