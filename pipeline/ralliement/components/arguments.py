"""What completes a cue: the alliance it speaks of, and the organisations listed after it."""

from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.discourse import Keys, Scope
from ralliement.components.lists import HEADS, OF, TIMES, Group, groups
from ralliement.components.membership_cues import POSSESSIVES, Cue, cues
from ralliement.components.subjects import DEFINITE, LAST, NAMES, PRONOUNS, antecedent
from ralliement.components.units import Unit
from ralliement.components.verbs import VerbGroup

LINKS = {
    "direct": frozenset(), "à": frozenset({"à", "au", "aux"}), "de": frozenset(OF), "dans": frozenset({"dans"}),
    "chez": frozenset({"chez"}), "avec": frozenset({"avec"}), "contre": frozenset({"contre"}),
    "sur": frozenset({"sur"}), "pour": frozenset({"pour"}), "par": frozenset({"par"}),
}  # fmt: skip
PREPOSITIONS = OF | {"à", "au", "aux", "chez", "dans", "avec", "contre", "en", "par", "pour", "sur", "sans", "depuis"}
PARTS = {
    "rangs", "conseil", "charte", "liste", "cercle", "club", "camp", "aventure", "giron", "bord", "bureau", "statuts",
    "texte", "accord-cadre", "rang", "sein", "orbite", "création", "naissance", "lancement", "traité",
    "offre", "invitation", "proposition", "main", "navire", "bateau", "attelage", "table", "mouvement", "appel",
    "avances", "sollicitations", "sollicitation", "sirènes", "démarche", "convention", "dispositif",
}  # fmt: skip  # what is joined or left stands for the alliance
TEXTS = {"accord", "convention", "manifeste", "déclaration"}  # of the alliance, where it is named
FUNDS = {"budget", "secrétariat", "fonds", "travaux", "fonctionnement", "siège", "loyer"}  # of the alliance
AIDED = {"action", "actions", "activités", "programme", "programmes", "développement", "recherches", "études"}
DEEDS = {"création", "naissance", "lancement", "initiative", "démarche", "projet", "rapprochement"}
UNDERTAKINGS = {"démarche", "initiative", "rapprochement"}
NAMING = ("baptis", "nommé", "dénommé", "appelé", "intitulé")
NAMELY = {"commencer", "passant"}  # « à commencer par », « en passant par »
STOPS = {"tandis", "alors", "quand", "lorsque", "puisque", "car", "mais", "contrairement", "face", "sinon"}
LISTING = {"universités", "écoles", "villes", "établissements", "sociétés", "entreprises", "institutions", "équipes"}


def alliance_object(scope: Scope, end: int, cue: Cue) -> tuple[Keys, bool]:
    """The alliance that the verb before unit `end` has for object, and whether another object bars it."""
    units = scope.units
    wanted = {word for link in cue.links for word in LINKS.get(link, ())}
    direct = "direct" in cue.links
    helps = cue.status == "supporter"
    prep, other, clause, infinitive, beyond = "", "", 0, False, False
    for k in range(end, min(end + 20, len(units))):
        unit = units[k]
        low = unit.low
        if unit.kind == "alliance" and not infinitive:
            part = prep in OF and (other in PARTS or helps or "à" in cue.links or "dans" in cue.links)
            free = prep == "" and (not other or other in PARTS)  # « annonce son retrait de Z, la coalition qui … »
            text = prep in OF and direct and other in TEXTS
            if prep in wanted or (direct and (free or part)) or (part and other in PARTS) or text:
                return unit.keys, False
        elif unit.kind == "org":
            if "money" in cue.links and prep in wanted:
                return (), True  # the sum is for another
            if prep in ("à", "en", "dans", "au", "aux", "depuis", "avec") and prep not in wanted:
                prep = ""  # a place, a companion
            elif prep == "" and direct and "other" not in cue.links and not clause:
                return (), True
        elif unit.kind != "word":
            continue
        elif low in (";", ":", "qui", "que", "qu'", "dont", "où", "tandis", "alors") or unit.pos == "AUX":
            break
        elif (
            cue.status == "founder"
            and low in group_nouns()
            and low != "partenariat"
            and not prep
            and units[k - 1].low in ("un", "une")
        ):
            named = next((u.keys for u in units[k + 1 : k + 7] if u.kind == "alliance"), ())
            return named or scope.focus(k), False  # « A et B ont monté un attelage »
        elif low in LAST and units[k - 1].low in ("ce", "cette") and (prep in wanted or (direct and not prep)):
            return scope.state.last if k < 12 else scope.focus(k), False
        elif low in ("autre", "autres") and any(u.low in ("un", "une") for u in units[max(end, k - 6) : k]):
            return tuple(scope.state.recent[-2:]), False
        elif low in ("nos", "notre") and prep in wanted and prep and not scope.quoted(k):
            return (), True  # « n'a pas donné suite à nos demandes »
        elif (
            low in POSSESSIVES
            and ((prep and prep in wanted and _of_it(units, k)) or (helps and direct and not prep and _of_it(units, k)))
        ) or (low in ("lui", "elle", "eux") and ((prep and prep in wanted) or (not prep and direct and cue.tail))):
            return scope.focus(k), False
        elif low == "sein":
            continue  # « au sein de » is « dans »
        elif low.startswith(NAMING):
            prep = other = ""  # « une offre baptisée Z »
        elif low in PREPOSITIONS or unit.pos == "ADP":
            prep = "dans" if low in OF and units[k - 1].low == "sein" else low
        elif low == ",":
            prep, infinitive, clause = "", False, clause + 1
        elif unit.pos == "VERB":
            if not low.endswith(("er", "ir", "re", "é", "ée", "és", "ées")):
                break
            infinitive = True
        elif low in TIMES or unit.pos in ("PROPN", "NUM"):
            prep, beyond = "", True
        elif (
            prep in wanted
            and prep
            and unit.pos == "NOUN"
            and not beyond
            and not clause
            and not (helps and "money" not in cue.links and prep not in ("à", "au"))
            and low != "titre"  # « siège à titre consultatif »
            and not stands_for_alliance(low)
        ):
            return (), True
        elif (
            helps
            and low in DEEDS
            and (
                units[k - 1].low in ("ce", "cette") or (low in UNDERTAKINGS and units[k - 1].low in ("la", "l'", "le"))
            )
        ):
            return scope.focus(k), False  # « se félicite de cette création »
        elif helps and low in FUNDS and (prep in OF or not prep or prep in wanted):
            return scope.focus(k), False
        elif unit.pos == "NOUN":
            beyond = True
            of_it = prep in wanted and low in PARTS  # « siège au conseil de Z »
            if of_it or (low not in group_nouns() and not prep and not other and not clause):
                other = low
    if cue.tail == ("partie",) and any(_is_member(unit) for unit in units[end : end + 4]):
        return scope.focus(end), False  # « fait partie des signataires »
    return (), bool(other) and direct and not cue.tail and other not in PARTS


def _of_it(units: list[Unit], k: int) -> bool:
    """Whether the possessive at unit `k` is of an alliance: « entre à son conseil », not « pense à ses salariés »."""
    noun = next((unit for unit in units[k + 1 : k + 4] if unit.pos == "NOUN"), None)
    return noun is not None and any(noun.low in nouns for nouns in (PARTS, FUNDS, AIDED, group_nouns()))


def _is_member(unit: Unit) -> bool:
    return any(cue.kind == "role" and cue.status == "member" for cue in cues().get(unit.low, ()))


def stands_for_alliance(noun: str) -> bool:
    """Whether what is joined or left under this noun may be the alliance, or only says when or what of it."""
    return any(noun in nouns for nouns in (TIMES, PARTS, FUNDS, group_nouns(), cues()))


def alliance_pronoun(scope: Scope, group: VerbGroup, cue: Cue) -> Keys:
    """The alliance of « y », « en », « l' », « nous » before the verb, or of a relative pronoun before its subject."""
    clitics, links = group.clitics, cue.links
    if clitics & {"nous", "vous"} and links & {"direct", "à", "dans", "chez"}:
        scope.state.speak_of(scope.state.main)
        return scope.state.main
    if (
        ("direct" in links and clitics & {"l'", "la", "le", "les"})
        or (links & {"à", "dans", "chez"} and clitics & {"y", "lui", "leur"})
        or ("de" in links and "en" in clitics)
    ):
        return scope.focus(group.start)
    units = scope.units
    for k in range(group.start - 1, max(-1, group.start - 10), -1):
        low = units[k].low
        if low in ("que", "qu'", "dont", "auquel", "laquelle", "lequel", "où"):
            found = antecedent(scope, k - (units[k - 1].pos == "ADP" if k else 0))
            return found.keys if found and found.kind == "alliance" else ()
        if low in (";", ":"):
            break
    return ()


def complement(scope: Scope, end: int) -> Keys:
    """The alliance that follows a noun or a participle: « de Z », « à l'alliance », « par Z », « chez Z »."""
    for unit in scope.units[end : end + 12]:
        if unit.kind == "alliance":
            return unit.keys
        verb = unit.pos in ("VERB", "AUX") and not unit.low.endswith(("é", "ée", "és", "ées"))
        if unit.kind == "org" or unit.low in (";", ":", ",", "qui", "que") or verb:
            break
    return ()


def listed(scope: Scope, start: int, allowed: set[str]) -> Keys:
    """Organisations listed after unit `start` in its clause; lists under a preposition not `allowed` are left out."""
    units = scope.units
    found: list[str] = []
    relative = False
    lists = {g.start: g for g in scope.groups}
    k = start
    while k < len(units):
        unit = units[k]
        low = unit.low
        if k in lists:
            g = lists[k]
            if not relative and (
                g.prep in allowed
                or 0 <= g.at < start  # « manque à l'appel A »
                or _heads(units, g)
                or _range(units, g)
                or (found and g.prep in ("à", "au", "aux", "dont", "comme"))
            ):
                found += g.keys
            k = g.end
            continue
        if unit.kind == "bracket":
            inner = groups(unit.inner)
            if k and units[k - 1].kind != "org" and all(g.prep in ("", "dont", "comme") for g in inner):
                found += [key for g in inner for key in g.keys]
        elif unit.kind == "word":
            if (low == ";" and not _typed(units, k)) or low in STOPS:
                break
            if not relative and k > start + 1 and _another(units, k):
                break
            if low in ("qui", "que", "qu'", "où") and k > start:
                relative = units[k - 1].low not in ("ainsi", "tel", "telle", "tels", "telles")
            elif low == ",":
                relative = False
            elif not relative and k > start + 1 and unit.pos in ("VERB", "AUX") and not _nominal(low):
                break
        k += 1
    return tuple(dict.fromkeys(found))


def _another(units: list[Unit], k: int) -> bool:
    """Whether the unit opens another clause: « …, compte neuf membres », « … et admis le Ghana »."""
    before = units[k - 1].low
    finite = any(
        f.person == 3 and f.mood in ("indicative", "conditional") for c in cues().get(units[k].low, ()) for f in c.forms
    )
    return (before == "," and finite and units[k].pos != "ADJ") or (before in ("et", "puis") and units[k].pos == "VERB")


def _nominal(low: str) -> bool:
    return low.endswith(("ant", "er", "ir", "é", "ée", "és", "ées", "i", "u", "is"))


def _typed(units: list[Unit], k: int) -> bool:
    """Whether the semicolon at `k` parts a typed list: « côté industriels : A ; côté académiques : B »."""
    return any(unit.low == ":" for unit in units[k + 1 : k + 8])


def _heads(units: list[Unit], g: Group) -> bool:
    """« les universités de A, B et C », « des équipes de A »; « 150 entreprises de A » are at a place."""
    counted = any(unit.pos == "NUM" or unit.low == "quelque" for unit in units[max(0, g.at - 4) : g.at])
    place = len(g.keys) == 1 and counted
    return g.prep in OF and not place and (g.head in LISTING or g.head in HEADS)


def _range(units: list[Unit], g: Group) -> bool:
    """« de A à B en passant par C »."""
    inside = [unit.low for unit in units[g.start : g.end + 5]]
    before = [unit.low for unit in units[max(0, g.start - 4) : g.start]]
    return "passant" in before or (
        g.prep in OF | {"à", "au"} and ("passant" in inside or "à" in inside[: g.end - g.start])
    )


def together(scope: Scope) -> Keys:
    """Those with whom something is done: « a fondé Z avec A et B », « avec A, elle a créé Z »."""
    return next((tuple(g.keys) for g in scope.groups if g.prep == "avec" or _allied(scope.units, g)), ())


def _allied(units: list[Unit], g: Group) -> bool:
    """Whether a list stands after « s'est associé à », « s'allie à »."""
    before = [unit.low for unit in units[max(0, g.at - 4) : g.at]]
    allies = any(word.startswith(("associ", "alli")) for word in before)
    return g.prep in ("à", "au", "aux") and allies and bool({"s'", "se"} & set(before))


def after_comma(scope: Scope, i: int) -> Keys:
    """The subject of the clause that an opening participle or noun belongs to: « Approchée en mai, A … »."""
    for k in range(i + 1, len(scope.units)):
        if scope.units[k].low != ",":
            continue
        for j in range(k + 1, min(k + 7, len(scope.units))):
            unit = scope.units[j]
            if g := scope.group(j):
                return tuple(g.keys)
            if unit.low == "on":  # « À l'origine de Z, on trouve A et B »
                return listed(scope, j + 2, {""})
            if unit.low in PRONOUNS or (unit.low in NAMES and j == k + 2 and scope.units[k + 1].low in DEFINITE):
                return scope.topic(k, unit.low if unit.low in PRONOUNS else "il")
            if unit.pos in ("VERB", "AUX") or unit.kind == "alliance":
                break
    return ()


def beside(scope: Scope, start: int) -> Keys:
    """The list that an apposition at unit `start` stands beside: « A et B, admis en mai »."""
    k = start - 1
    while k >= 0 and (scope.units[k].low == "," or scope.units[k].kind == "bracket"):
        k -= 1
    g = scope.group(k) if k >= 0 else None
    return tuple(g.keys) if g else ()


def exemplified(scope: Scope, end: int) -> Keys:
    """Those singled out of a subject nobody named: « plusieurs groupes ont signé, dont A et B », « …, comme A »."""
    units = scope.units
    for g in scope.groups:
        if g.start < end:
            continue
        between = units[end : g.start]
        told = (u.low for u in between if u.pos in ("VERB", "AUX") and not u.low.endswith(("é", "ée", "és", "ées")))
        if any(low not in NAMELY for low in told) or any(u.low in ("qui", "que", ";") for u in between):
            return ()
        led = {unit.low for unit in between[-4:]} & {"lesquels", "lesquelles", "commencer", "image"}
        if g.prep in ("dont", "comme", "tels", "telles") or led or _range(units, g):
            return tuple(g.keys) + (more(scope, g) if g.prep in OF else ())
    return ()


def more(scope: Scope, first: Group) -> Keys:
    """« l'arrivée de A et du Comité B »: lists under the same preposition that follow."""
    found: list[str] = []
    end = first.end
    for g in scope.groups:
        joined = any(unit.low in ("et", ",", "ou") for unit in scope.units[end : g.at])
        another = any(unit.pos == "NOUN" for unit in scope.units[end : g.at])  # « retrait de A, arrivée de B »
        if g.start >= end and g.prep in OF | {"à", "au", "aux"} and g.at - end <= 3 and joined and not another:
            found += g.keys
            end = g.end
    return tuple(found)
