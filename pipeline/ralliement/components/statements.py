"""Statements of membership: a cue, who it is about, which alliance, and how it is meant.

The article is read sentence by sentence with a discourse state (`ralliement.components.discourse`). Each cue asks for
its two sides, an organisation and an alliance; the modality of its verb group turns « rejoindre » into a member, a
joining, a candidate, a former or a non-member (`ralliement.components.saying`).
"""

from collections.abc import Iterator
from dataclasses import replace

from ralliement.components.alliance_verbs import alliance_verb
from ralliement.components.alliances import Alliances
from ralliement.components.arguments import beside, listed
from ralliement.components.cue_matching import is_noun, matches, of_them, pronominal
from ralliement.components.discourse import Scope, State
from ralliement.components.echoes import apposed_members, bracketed_members, examples, exceptions, likewise, until
from ralliement.components.event_nouns import event, phrase
from ralliement.components.headings import announced, announces, chronicled, is_dated, is_item, labelled
from ralliement.components.lists import TIMES, groups
from ralliement.components.member_nouns import among, role
from ralliement.components.membership_cues import Cue, cues
from ralliement.components.openings import opened
from ralliement.components.organisation_verbs import organisation_verb
from ralliement.components.questions import answer
from ralliement.components.saying import say
from ralliement.components.units import Sentence, Unit
from ralliement.components.verbs import verb_group

MONEY = {
    "euros", "euro", "€", "dollars", "francs", "million", "millions", "milliard", "milliards", "subvention",
    "subventions", "prêt", "prêts", "financement", "financements", "aide", "aides", "enveloppe", "dotation", "chèque",
    "don", "dons", "bourse", "$", "soutien", "appui", "concours",
}  # fmt: skip


def read(alliances: Alliances, sentences: list[Sentence]) -> Iterator[Scope]:
    """The sentences of the article read in order, each with what it says; the state goes from one to the next."""
    state = State(alliances.main, list(reversed(alliances.keys)), quoted=alliances.text.quoted)
    for sentence in sentences:
        if sentence.units:
            state.enter(sentence)
            scope = Scope(sentence.units, state, (sentence.units[0].start, sentence.units[-1].end))
            _read(scope, sentence)
            yield scope
            scope.remember()


def _read(scope: Scope, sentence: Sentence) -> None:
    """Read one sentence; what it says is added to `scope.said`."""
    state = scope.state
    if state.heading and is_dated(sentence.units):
        state.heading = replace(state.heading, sentence=scope.span)
        return
    above, item = state.heading, is_item(sentence, scope, state.heading is not None)
    if above and not item and (sentence.heading or (above.lasting and state.listing)):
        state.heading = None  # another heading, or the text after the list
    alliance = above.alliance if above and state.listing else state.focus
    question = sentence.units[-1].low == "?" and sentence.units[0].low in ("qui", "et")
    if (sentence.heading or question) and not scope.groups:
        announces(scope, sentence, alliance)
    else:
        _cues(scope)
        exceptions(scope)
        likewise(scope)
        examples(scope)
        bracketed_members(scope)
        opened(scope)
        apposed_members(scope)
        if state.heading and sentence.units[-1].low != "?":
            announced(scope, state.heading, item)
        until(scope)
        labelled(scope)
        chronicled(scope)
        if not scope.said and (not scope.groups or scope.units[-1].low == ":"):
            announces(scope, sentence, state.focus)
    answer(scope)
    if above and not above.lasting and not item and state.heading is above:
        state.heading = None  # it spoke of the line after it only
    state.listing = item


def _cues(scope: Scope) -> None:
    units = scope.units
    i = 0
    while i < len(units):
        unit = units[i]
        if unit.kind == "bracket":
            _bracket(scope, i)
        elif unit.kind == "word" and unit.low in cues():
            i = _cues_at(scope, i)
            continue
        elif unit.low in ("elles", "eux", "ceux-ci") and i and units[i - 1].low == "parmi":
            among(scope, i)
        i += 1


def _cues_at(scope: Scope, i: int) -> int:
    """Read the cues that open at unit `i`, the longest first; the unit to go on from."""
    after, said = i + 1, False
    for cue in cues()[scope.units[i].low]:
        if said and "contre" not in cue.links:
            continue
        end = matches(scope.units, i, cue)
        if end and _cue(scope, i, end, cue):
            after, said = max(after, end), True
    return after


def _cue(scope: Scope, i: int, end: int, cue: Cue) -> bool:
    if cue.kind == "role":
        return role(scope, i, end, cue)
    if cue.kind == "event":
        return event(scope, i, cue)
    if cue.kind == "phrase":
        return phrase(scope, i, end, cue)
    units = scope.units
    if is_noun(units, i):
        return False
    group = verb_group(units, i, cue.verb, cue.forms, cue.reflexive)
    heads = "heading" in cue.links and not (group and group.bare and beside(scope, group.start))
    if heads and ((i and len(listed(scope, end, {""})) < 2) or units[end : end + 1] == []):
        return False
    if group is None or not pronominal(cue, group) or (cue.kind == "passive" and not group.passive):
        return False
    if cue.kind == "en" and not of_them(units, group, end):
        return False
    left_over = "en" in group.clitics or "y" in group.clitics  # « il n'en reste que quatre : A, B »
    impersonal = group.start > 0 and units[group.start - 1].low == "il"
    completed = end < len(units) and units[end].low not in (".", ";", "que", "qu'") and not _is_dated(units, end)
    if "end" in cue.links and group.start and completed and not left_over and not impersonal:
        return False
    if "y" in cue.links and "y" not in group.clitics:
        return False
    if "money" in cue.links and not any(unit.low in MONEY for unit in units[end : end + 8]):
        return False
    if cue.denied:
        if group.modality not in ("refused", "ceased"):
            return False
        group.modality = "done"
    if "le" in cue.links and not (group.clitics & {"l'", "le"} and _is_over(units, end)):
        return False
    if (
        "alone" in cue.links
        and end + 1 < len(units)
        and units[end].low in ("de", "d'", "à")
        and units[end + 1].pos == "VERB"
    ):
        return False  # « refuse de commenter »
    if cue.subject == "organization":
        return organisation_verb(scope, group, end, cue)
    return alliance_verb(scope, group, end, cue)


def _is_over(units: list[Unit], end: int) -> bool:
    """Whether a time at most completes the verb: « l'avait fait en 2007 », not « l'a fait savoir »."""
    return end >= len(units) or units[end].pos == "PUNCT" or units[end].low in ("en", "dès", "avant", "hier", "il")


def _is_dated(units: list[Unit], end: int) -> bool:
    """Whether but a time follows: « a renoncé en mai », « a renoncé le lendemain »."""
    opening = {unit.low for unit in units[end : end + 1]} & {"en", "le", "la", "dès", "hier", "au"}
    return bool(opening) and any(unit.low in TIMES or unit.low.isdigit() for unit in units[end + 1 : end + 3])


def _bracket(scope: Scope, i: int) -> None:
    """What a bracket says of the name before it."""
    inner = scope.units[i].inner
    if not inner:
        return
    before = scope.units[i - 1] if i else None
    if before is not None and before.kind == "alliance":  # « Z (A, B et C) »
        listed_in = [g for g in groups(inner) if g.prep in ("", "dont")]
        orgs = tuple(key for g in listed_in for key in g.keys)
        if len(orgs) > 1 and not any(unit.pos in ("VERB", "AUX") for unit in inner):
            say(scope, before.keys, orgs, "member", "done", (i - 1, i + 1), "bracket", 2)
            return
    g = scope.group(i - 1) if i else None
    nested = Scope(inner, scope.state, scope.span, tuple(g.keys[-1:]) if g and g.end == i else ())
    _cues(nested)
    exceptions(nested)
    scope.said += nested.said
