"""Lines that announce a list, and the names below them: « Qui n'en est pas ? », « Les fondateurs : »."""

import re
from collections import defaultdict
from functools import cache

from ralliement import lexicon
from ralliement.annotations import Status
from ralliement.components.cue_matching import matches, pronominal
from ralliement.components.discourse import Heading, Keys, Scope
from ralliement.components.lists import OF, TIMES
from ralliement.components.member_nouns import noun_phrase, role_status
from ralliement.components.membership_cues import Cue, agrees, cues
from ralliement.components.saying import MEANT, record
from ralliement.components.subjects import NAMES
from ralliement.components.units import Sentence, Unit
from ralliement.components.verbs import verb_group

ASKED = {"qui", "ils", "elles", "nous"}  # subjects of a heading that announces a list
TRAIL = {">", "›", "//"}  # between the names of pages
DATING = {"en", "depuis", "dès", "le", "au", "à", "jusqu'"}  # before a date


@cache
def labels() -> dict[str, tuple[tuple[tuple[str, ...], Status], ...]]:
    """Words that label the names after or below them, « Avec », « À l'étude », by their first word in full."""
    found: defaultdict[str, tuple[tuple[tuple[str, ...], Status], ...]] = defaultdict(tuple)
    for row in lexicon.load("list_labels", "label", "status", "note"):
        words = tuple(row["label"].split())
        status: Status = row["status"]  # type: ignore[assignment]
        for form in {words[0], *(words[0] + ending for ending in ("e", "s", "es"))}:
            found[form] += ((words, status),)
    return found


def label(units: list[Unit]) -> Status | None:
    """The status that units give to names as a label; a date or the alliance at their end says no more."""
    words: list[str] = []
    while len(units) > 1 and (units[0].low.rstrip(".").isdigit() or units[0].pos == "PUNCT"):
        units = units[1:]  # « 3. Sorties »
    if len(units) > 1 and units[0].low in ("les", "nos", "ses", "leurs"):
        units = units[1:]
    for k, unit in enumerate(units):
        dated = unit.low.isdigit() or (unit.low in DATING and any(u.low.isdigit() for u in units[k + 1 : k + 4]))
        if unit.kind == "alliance" or dated:
            words += [unit.low] * (unit.low in DATING)
            break
        if unit.kind == "word" and unit.pos != "PUNCT":
            words.append(unit.low)
    if words[-1:] and words[-1] in OF:
        words.pop()
    for known in (words, words[:-1]):
        for entry, status in labels().get(known[0], ()) if known else ():
            if len(entry) == len(known) and all(map(agrees, entry, known)):
                return status
    return None


def announces(scope: Scope, sentence: Sentence, alliance: Keys) -> None:
    """Status of the names below a heading: « Les membres actifs », « Qui n'en est pas ? », « Elle réunit : »."""
    units = scope.units
    if chronicle(units) or any(unit.low in TRAIL for unit in units):
        return
    asked = units[-1].low != ":" or units[0].low in ASKED
    question = (sentence.heading or units[-1].low == "?") and asked
    if question and len(units) > 12:
        return
    if labelling := label(units):
        first = (units[0].start, units[0].end)
        scope.state.heading = Heading(labelling, alliance, first, scope.span, sentence.heading)
        return
    meant: Status | None = None
    at = units[0]
    for i, unit in enumerate(units):
        for cue in cues().get(unit.low, ()) if unit.kind == "word" else ():
            if not matches(units, i, cue) or cue.kind == "phrase" or cue.status in ("same", "rival"):
                continue
            base = _announced_status(units, i, cue, question)
            if base and (question or cue.kind in ("role", "verb")):
                meant, at = base, unit
        if meant and question:
            break
    focus = next((unit.keys for unit in reversed(units) if unit.kind == "alliance"), alliance)
    if meant:
        lasting = sentence.heading and question
        scope.state.heading = Heading(meant, focus, (at.start, at.end), scope.span, lasting)


def chronicle(units: list[Unit]) -> bool:
    """Whether a line tells what happened at its date, and heads nothing: « 1993 : création de l'association »."""
    colon = next((k for k, unit in enumerate(units[:5]) if unit.low in (":", "–", "—", "-", ".")), 0)
    return 0 < colon < len(units) - 1 and any(re.fullmatch(r"(?:19|20)\d\d", unit.low) for unit in units[:colon])


def chronicled(scope: Scope) -> None:
    """« 2009 : A et B »: those that a chronicle names at a date, after it told who made the alliance or came to it."""
    units, state = scope.units, scope.state
    if not chronicle(units):
        state.chronicle = ()
    elif scope.said:
        came = [s.alliance for s in scope.said if s.status in ("founder", "member")]
        state.chronicle = tuple(came[:1])
    elif state.chronicle and scope.groups:
        first, last = scope.groups[0].start, scope.groups[-1].end
        before = [unit for unit in units[:first] if unit.pos not in ("PUNCT", "DET", "NUM") and not unit.low.isdigit()]
        plain = all(u.kind != "word" or u.pos not in ("VERB", "AUX", "PRON") for u in units)
        if plain and last >= len(units) - 1 and all(unit.low in TIMES | DATING for unit in before):
            orgs = tuple(key for g in scope.groups for key in g.keys)
            cue = (units[0].start, units[0].end)
            record(scope, state.chronicle, orgs, "member", "asserted", cue, "heading", 2, "member")


def is_dated(units: list[Unit]) -> bool:
    """Whether a line is but a date, which those below it have in common: « 1973 », « 1er mai 2004 »."""
    words = [unit.low for unit in units if unit.pos != "PUNCT"]
    year = any(re.fullmatch(r"(?:19|20)\d\d", word) for word in words)
    return year and all(word.isdigit() or word in TIMES | {"1er", "le", "en", "depuis"} for word in words)


def labelled(scope: Scope) -> None:
    """« Avec : A et B », « Partis en 2018 : C », « A : à l'étude »: the names on the line of a label."""
    units = scope.units
    colon = next((k for k, unit in enumerate(units[:12]) if unit.low in (":", "?")), 0)
    if not colon:
        return
    told = {s.organization for s in scope.said}
    before = [g for g in scope.groups if g.end <= colon]
    after = [g for g in scope.groups if g.start > colon and not told & set(g.keys)]
    if not before and (status := label(units[:colon])):
        orgs = tuple(key for g in after if g.prep in ("", "avec", "par") for key in g.keys)
    elif len(before) == 1 and before[0].start <= 1 and not told and (status := label(_clause(units[colon + 1 :]))):
        orgs = tuple(before[0].keys)
    else:
        return
    record(scope, scope.state.focus, orgs, status, "asserted", scope.span, "heading", 2, status)


def _clause(units: list[Unit]) -> list[Unit]:
    """The units up to the first mark: « acceptée, intégration au 1er octobre »."""
    end = next((k for k, unit in enumerate(units) if unit.kind == "bracket" or unit.pos == "PUNCT"), len(units))
    return units[:end]


def _announced_status(units: list[Unit], i: int, cue: Cue, question: bool) -> Status | None:
    """What the cue at unit `i` of a heading or of an opening line says of those listed below."""
    before = {unit.low.lstrip("-") for unit in units}
    if cue.kind in ("role", "event"):
        base = role_status(cue.status, units, noun_phrase(units, i), i)
        return base if question or units[i].low.endswith("s") else None  # type: ignore[return-value]
    if cue.kind == "en" and not any(unit.low == "en" for unit in units[max(0, i - 2) : i]):
        return None
    if question and not before & ASKED:
        return None
    group = verb_group(units, i, cue.verb, cue.forms, cue.reflexive)
    if group is None or not pronominal(cue, group):
        return None
    if not question and units[-1].low != ":":
        return None
    by = group.passive and cue.status == "founder" and any(unit.low == "par" for unit in units[i:])
    if not question and not (cue.subject == "alliance" and cue.status == "member" and not group.passive) and not by:
        return None
    return MEANT[cue.status].get(group.modality, cue.status)  # type: ignore[arg-type]


def announced(scope: Scope, heading: Heading, item: bool) -> None:
    """Names below a heading: of each item of a list, or of a sentence without a verb of its own."""
    units = scope.units
    relative = next((k for k, unit in enumerate(units) if unit.low in ("qui", "dont", "que", "qu'")), len(units))
    main = units if item else units[:relative]
    if not item and any(u.kind == "word" and u.pos in ("VERB", "AUX") and u.low not in NAMES for u in main):
        return
    told = {s.organization for s in scope.said if s.alliance in heading.alliance}
    colon = next((k for k, unit in enumerate(scope.units[:8]) if unit.low == ":"), -1)
    typed = [g for g in scope.groups if g.start > colon]
    for g in typed if colon >= 0 and typed else scope.groups:
        described = item and colon < 0 and any(unit.low == "," for unit in main[: g.start])
        if (
            g.start < len(main)
            and not described  # « - Un inconnu, école d'ingénieurs de Valence »
            and (g.prep in ("", "de", "du", "avec") or typed is scope.groups)
            and not told & set(g.keys)
        ):
            meant, keys = heading.status, tuple(g.keys)
            for said in record(scope, heading.alliance, keys, meant, "asserted", heading.cue, "heading", 2, meant):
                said.source = heading.sentence
        if item and not (colon >= 0 and typed):
            return


def is_item(sentence: Sentence, scope: Scope, announced: bool) -> bool:
    """Whether a sentence is an item of a list: a bullet, « France : A, B », or a line of names below a heading."""
    if sentence.bullet:
        return True
    if not scope.groups or not announced:
        return False
    first = scope.groups[0]
    colon = next((k for k, unit in enumerate(scope.units[:8]) if unit.low == ":"), -1)
    if colon >= 0:
        return sentence.heading or all(unit.pos not in ("VERB", "AUX") for unit in scope.units[:colon])
    verbless = all(unit.kind != "word" or unit.pos not in ("VERB", "AUX") for unit in scope.units)
    return sentence.heading and first.start <= 1 and verbless
