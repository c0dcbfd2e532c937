"""Names that share or contrast with what the sentence says: « A aussi », « (dont B) », « sauf D », « ; pas C »."""

from ralliement.components.arguments import listed
from ralliement.components.cue_matching import matches, pronominal
from ralliement.components.discourse import Scope
from ralliement.components.lists import OF, Group, groups
from ralliement.components.membership_cues import Cue, agrees, cues
from ralliement.components.saying import say
from ralliement.components.units import Unit
from ralliement.components.verbs import verb_group

QUANTIFIED = {"membres", "adhérents", "adhérentes", "signataires", "participants"}
MADE = {
    "faire", "fait", "faite", "fera", "feront", "construit", "construira", "lancer", "lance", "lancé", "lancée",
    "avance", "avancera", "démarre", "démarrera", "part", "partira", "né", "née", "naît", "naîtra", "créé",
    "créée", "fondé", "fondée", "signé", "signée", "monté", "montée", "formé", "formée", "conclu", "conclue",
}  # fmt: skip  # « se fera sans A », « lancée sans A »
PAUSES = {";", ",", "mais", "—", "–"}
OUT = {"non_member", "former"}
SUCH = (
    ("c'", "est", "le", "cas"), ("c'", "était", "le", "cas"), ("ce", "fut", "le", "cas"), ("ce", "sera", "le", "cas"),
    ("ainsi", "de"), ("idem", "pour"), ("idem", "chez"), ("pareil", "pour"), ("même", "chose", "pour"),
    ("même", "choix", "pour"), ("même", "décision", "pour"), ("de", "même", "pour"), ("il", "en", "va", "de", "même"),
)  # fmt: skip
EXCEPT = {"sauf", "hormis", "excepté", "hors"}


def likewise(scope: Scope) -> None:
    """« A aussi », « tout comme B »: what was just said holds of them too."""
    units, last = scope.units, (scope.said or scope.state.last_said)
    for g in scope.groups:
        told = any(s.organization in g.keys for s in scope.said)
        after = units[g.end].low if g.end < len(units) else ""
        like = g.prep == "comme" and g.at > 0 and units[g.at - 1].low in ("tout", ",", "même")
        like = like or (g.prep == "" and _as_well(units, g.start)) or _beyond(units, g)
        like = like or (_opens(units, g, "après") and any(s.status in OUT and s.rule == "verb" for s in scope.said))
        like = like or (g.start > 0 and units[g.start - 1].low == "ni" and any(s.status in OUT for s in scope.said))
        nor = [unit.low for unit in units[g.end : g.end + 2]] == ["non", "plus"]
        also = (
            (g.start <= 1 or nor)
            and (after in ("aussi", "également") or nor)
            and not any(u.pos in ("VERB", "AUX") for u in units[g.end : g.end + 3])
        )
        said = next((s for s in reversed(last) if s.status in OUT or not nor), None)
        if said and not told and ((like and scope.said) or also):
            say(scope, (said.alliance,), tuple(g.keys), said.status, "done", (g.start, g.end), "likewise", 2)


def examples(scope: Scope) -> None:
    """« C'est le cas de A », « …, à l'image de A », « Idem pour B »: named after what was said of others."""
    units = scope.units
    low = [unit.low for unit in units[:9] if unit.pos != "ADV"]
    opening = next((words for words in SUCH if tuple(low[: len(words)]) == words), ())
    if opening:
        unsaid, said = scope.state.unsaid, scope.state.last_said
        at = next(k for k, unit in enumerate(units) if unit.low == opening[-1])
        orgs = listed(scope, at, OF | {"", "pour", "chez", "avec"})
        if unsaid and not said:
            say(scope, unsaid.alliance, orgs, unsaid.base, unsaid.modality, (0, at + 1), "likewise", 2)
        elif said:
            say(scope, (said[-1].alliance,), orgs, said[-1].status, "done", (0, at + 1), "likewise", 2)
    elif (unsaid := scope.unsaid) and not scope.said:
        for g in scope.groups:
            before = [unit.low for unit in units[max(0, g.at - 2) : g.at]]
            like = g.prep == "comme" or (g.prep in OF and g.head == "image") or before == ["à", "commencer"]
            if like and g.start > unsaid.cue[1]:
                say(scope, unsaid.alliance, tuple(g.keys), unsaid.base, unsaid.modality, unsaid.cue, "likewise", 2)


def _beyond(units: list[Unit], g: Group) -> bool:
    """« Outre A, », « Aux côtés d'A, », « Autour d'A, »: an opening that adds to what follows."""
    opening = [unit.low for unit in units[: g.start]]
    beside = g.at <= 2 and (opening[:2] == ["aux", "côtés"] or opening[:1] == ["autour"])
    return _opens(units, g, "outre") or (beside and [unit.low for unit in units[g.end : g.end + 1]] == [","])


def _opens(units: list[Unit], g: Group, prep: str) -> bool:
    """Whether the sentence opens with a list under `prep`: « Outre A et B, »."""
    return g.at == 0 and g.prep == prep and [unit.low for unit in units[g.end : g.end + 1]] == [","]


def _as_well(units: list[Unit], start: int) -> bool:
    """Whether « de même que », « ainsi que » or « au même titre que » leads to the name at `start`."""
    before = [unit.low for unit in units[max(0, start - 4) : start] if unit.pos != "DET"]
    return before[-1:] in (["que"], ["qu'"]) and before[-2:-1] in (["même"], ["ainsi"], ["titre"], ["plus"])


def until(scope: Scope) -> None:
    """« A (jusqu'en 2018) »: a name in a list of members that was one."""
    for i, unit in enumerate(scope.units):
        if unit.kind != "bracket" or not unit.inner or unit.inner[0].low != "jusqu'":
            continue
        if i and scope.units[i - 1].kind == "org":
            keys = scope.units[i - 1].keys
            said = next(((s.alliance,) for s in scope.said if s.organization == keys[0]), ())
            heading = scope.state.heading.alliance if scope.state.heading else ()
            if not heading and all(u.kind != "word" or u.pos not in ("VERB", "AUX") for u in scope.units):
                heading = scope.state.focus  # a line of a list
            say(scope, said or heading, keys, "former", "done", (i - 1, i + 1), "bracket", 2)


def bracketed_members(scope: Scope) -> None:
    """« cinquante entreprises (dont A et B) lancent Z »: a list in a bracket after those who are in."""
    said = [s for s in scope.said if s.base in ("founder", "member") and s.status in ("founder", "member")]
    told = {s.organization for s in scope.said}
    for i, unit in enumerate(scope.units):
        if unit.kind != "bracket" or not said or not i or scope.units[i - 1].kind != "word":
            continue
        lists = [g for g in groups(unit.inner) if g.prep in ("", "dont", "comme") and not told & set(g.keys)]
        keys = tuple(key for g in lists for key in g.keys)
        if len(keys) > 1 or (keys and unit.inner[0].low == "dont"):
            say(scope, (said[0].alliance,), keys, "member", "done", (i, i + 1), "bracket", 2)


def apposed_members(scope: Scope) -> None:
    """« Z – A, B et C – », « Z, soit A et B, »: a list that spells out the alliance before it."""
    units = scope.units
    for g in scope.groups:
        k = g.start - 1
        while k >= 0 and units[k].pos == "DET":
            k -= 1
        if len(g.keys) < 2 or g.prep or k < 1:
            continue
        dashed = units[k].low in ("–", "—", "-") and any(u.low == units[k].low for u in units[g.end : g.end + 1])
        while k > 0 and units[k].low in ("soit", "savoir", "à", "c'", "est", "-", "dire", ","):
            k -= 1
            spelt = [unit.low for unit in units[k + 1 : g.start]]
        if dashed or (k < g.start - 2 and {"soit", "savoir", "dire"} & set(spelt)):
            k -= units[k].low in ("–", "—", "-")
            if units[k].kind == "alliance":
                say(scope, units[k].keys, tuple(g.keys), "member", "done", (k, g.start), "apposition", 2)


def _without(scope: Scope, g: Group) -> bool:
    """Whether those after « sans » are left out: of a list of members, or of what is made."""
    before = scope.units[: g.at]
    listed = any(unit.kind == "org" for unit in before) and any(s.base in ("member", "founder") for s in scope.said)
    made = before[-1:] and any(agrees(word, before[-1].low) for word in MADE)
    return bool(listed or made) and all(unit.kind != "word" or unit.pos != "VERB" for unit in scope.units[g.end :])


def exceptions(scope: Scope) -> None:
    """« sauf D », « ; pas C », « contrairement à B »: names on the other side of what the sentence says."""
    units = scope.units
    for g in scope.groups:
        left_out = g.prep == "sans" and _without(scope, g)
        comma = g.end < len(units) and units[g.end].low == ","
        after = [unit.low for unit in units[g.end + comma : g.end + comma + 2]]
        left_out = left_out or _no_trace(units, g)
        apart = _apart(units, g.end)  # « A mis à part »
        if apart:
            scope.said = [s for s in scope.said if s.organization not in g.keys]
        not_so = g.prep == "" and after[:1] == ["non"] and (after[1:] or ["."])[0] in (".", ",", ";")  # « B, non. »
        if not (left_out or not_so or apart or g.prep in EXCEPT | {"pas", "contrairement"}) or any(
            s.organization in g.keys for s in scope.said
        ):
            continue
        said = [s for s in scope.said if s.base == "member"]
        alliance = (said[-1].alliance,) if said else scope.focus(g.start)
        span = (max(0, g.at), g.end)
        if g.prep in EXCEPT or apart:
            out = not said and _others_are_out(units[: g.start])
            say(scope, alliance, tuple(g.keys), "member" if out else "non_member", "done", span, "exception")
        elif left_out or not_so or (g.prep == "pas" and (g.at == 0 or units[g.at - 1].low in PAUSES)):
            say(scope, alliance, tuple(g.keys), "non_member", "done", span, "ellipsis")
        elif g.prep == "contrairement" and said:
            status = "member" if said[-1].status == "non_member" else "non_member"
            say(scope, alliance, tuple(g.keys), status, "done", span, "contrast")


def _no_trace(units: list[Unit], g: Group) -> bool:
    """« Pas de A dans l'alliance »."""
    after = units[g.end].low if g.end < len(units) else ""
    return g.at == 1 and g.prep in OF and units[0].low == "pas" and after in ("dans", "parmi", "chez", "à", "au")


def _others_are_out(units: list[Unit]) -> bool:
    """Whether a clause of nobody named is about leaving: « tous les membres ont voté contre », « tous ont renoncé »."""
    return any(
        unit.low in QUANTIFIED or any(_goes(units, i, cue) for cue in cues().get(unit.low, ()))
        for i, unit in enumerate(units)
    )


def _goes(units: list[Unit], i: int, cue: Cue) -> bool:
    """Whether the cue at unit `i` is a verb of organisations that leave or refuse, as said."""
    if cue.kind != "verb" or cue.subject != "organization" or cue.status not in ("former", "non_member"):
        return False
    group = verb_group(units, i, cue.verb, cue.forms, cue.reflexive) if matches(units, i, cue) else None
    return group is not None and group.modality == "done" and pronominal(cue, group)


def _apart(units: list[Unit], end: int) -> bool:
    """Whether « excepté » or « mis à part » follows unit `end`."""
    following = [unit.low for unit in units[end : end + 4]]
    apart = following[1:3] == ["à", "part"] and any(agrees("mis", low) for low in following[:1])
    except_ = following[1:2] in ([","], ["."], [";"]) and agrees("excepté", following[0])
    return apart or except_
