"""Words that report speech: « a déclaré », « s'indigne-t-elle », « fait valoir », « en précisant ».

Verbs are matched by their forms, from `lexicons/reporting_verbs.csv` conjugated, never by the tagger's word.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from ralliement import lexicon
from ralliement.components.grammar import CLITICS, NOUN_ONLY, SUBJECTS, WITHIN_VERB
from ralliement.components.reading import Unit
from ralliement.conjugation import Form, conjugate

Shape = Literal["finite", "participle", "gerund", "infinitive"]


class Cue(NamedTuple):
    """A reporting verb group: units from `start` to `end`.

    `takes` is what the verb can report (see the lexicon); `pronoun` its inverted subject (« dit-elle »); a bare
    participle (« jugée ») and a passive have the reported as subject. `hearsay`: in the conditional.
    """

    start: int
    end: int
    verb: str
    takes: frozenset[str]
    shape: Shape
    passive: bool
    plural: bool
    feminine: bool | None  # of a participle that agrees with the speaker
    pronoun: str | None
    hearsay: bool
    negated: bool


class _Verb(NamedTuple):
    lemma: str
    takes: frozenset[str]
    reflexive: bool
    there: bool  # « y voir »
    rest: tuple[str, ...]  # « valoir » of « faire valoir »


Entry = tuple[_Verb, frozenset[Form]]

_MODALS = ("devoir", "vouloir", "tenir", "venir", "aller", "pouvoir", "préférer", "oser", "finir", "savoir", "sembler")
_REPORTED = frozenset({"indicative", "conditional"})


def find(units: Sequence[Unit], accents: bool = True) -> list[Cue]:
    """Cues of a sentence, in order, none inside another; of a text typed without accents if not `accents`."""
    forms = _forms() if accents else _bare_forms()
    cues: list[Cue] = []
    for index, unit in enumerate(units):
        if unit.kind == "word" and unit.low in forms and (not cues or index >= cues[-1].end):
            cue = _cue(units, index, forms[unit.low])
            if cue is not None:
                cue = _coordinated(units, cue, cues)
                if cues and cue.start < cues[-1].end:  # « a voulu savoir »
                    cues.pop()
                cues.append(cue)
    return cues


def _coordinated(units: Sequence[Unit], cue: Cue, before: list[Cue]) -> Cue:
    """« a dénoncé … et **demandé** … »: the second participle shares the auxiliary of the first."""
    alone = cue.shape == "participle" and cue.start and units[cue.start - 1].low == "et"
    if alone and any(c.shape == "finite" and not c.passive and c.end - c.start > 1 for c in before):
        return cue._replace(shape="finite", passive=False)
    return cue


def _cue(units: Sequence[Unit], index: int, entries: tuple[Entry, ...]) -> Cue | None:
    before = _before(units, index)
    auxiliary, reflexive, negated, start = before
    found: Cue | None = None
    for verb, analyses in entries:
        end = index + 1 + len(verb.rest)
        if verb.rest and tuple(u.low for u in units[index + 1 : end]) != verb.rest:
            continue
        if verb.there and "y" not in (unit.low for unit in units[start:index]):
            continue
        if verb.reflexive != reflexive and not (verb.rest and not verb.reflexive):
            continue
        shape = _shape(analyses, auxiliary, units, index)
        if shape is None or (found is not None and not (verb.rest or (verb.reflexive and not verb.rest))):
            continue
        participle = [a for a in analyses if a.mood == "participle"]
        compound = shape == "finite" and auxiliary is not None and auxiliary[1] != "modal"
        pronoun_at = auxiliary[0] + 1 if auxiliary is not None else index + 1
        pronoun = _inverted(units, pronoun_at)
        if pronoun is not None and auxiliary is None:
            end += 1
        finite = auxiliary[2] if auxiliary is not None else analyses
        found = Cue(
            start=start,
            end=end,
            verb=verb.lemma,
            takes=verb.takes,
            shape=shape,
            passive=(auxiliary is not None and auxiliary[1] == "être" and not reflexive) or shape == "participle",
            plural=any(a.number == "Plur" and a.person == 3 for a in finite),
            feminine=_gender(participle) if compound and reflexive else None,
            pronoun=pronoun,
            hearsay=any(a.mood == "conditional" for a in finite) and not any(a.mood == "indicative" for a in finite),
            negated=negated,
        )
    return found


Auxiliary = tuple[int, str, frozenset[Form]]  # its unit, avoir / être / modal, its analyses


def _before(units: Sequence[Unit], index: int) -> tuple[Auxiliary | None, bool, bool, int]:
    """What stands before a verb form at `index`: auxiliary, reflexive pronoun, negation; and where the group starts."""
    auxiliary: Auxiliary | None = None
    reflexive = negated = False
    start = index
    for back in range(index - 1, max(-1, index - 9), -1):
        unit = units[back]
        if unit.kind != "word":
            break
        if unit.low in CLITICS:
            reflexive = reflexive or unit.low in ("se", "s'")
            negated = negated or unit.low in ("ne", "n'")
            if unit.low in ("la", "le", "les", "l'") and auxiliary is None and not _is_clitic(units, back, index):
                break
            start = back
        elif auxiliary is None and unit.low in _auxiliaries():
            auxiliary = (back, *_auxiliaries()[unit.low])
            start = back
        elif unit.low in WITHIN_VERB or (unit.low.startswith("-") and auxiliary is None) or unit.low.endswith("ment"):
            continue
        elif unit.low in _modal_participles() and auxiliary is None:
            auxiliary, start = (back, "modal", frozenset()), back
        elif auxiliary is not None and auxiliary[1:] == ("modal", frozenset()) and unit.low in _auxiliaries():
            auxiliary, start = (back, "modal", _auxiliaries()[unit.low][1]), back
        elif unit.low == "été" and auxiliary is None:
            auxiliary, start = (back, "être", frozenset()), back
        elif auxiliary is not None and auxiliary[2] == frozenset() and unit.low in _auxiliaries():
            auxiliary, start = (back, "être", _auxiliaries()[unit.low][1]), back
        else:
            break
    return auxiliary, reflexive, negated, start


def _shape(analyses: frozenset[Form], auxiliary: Auxiliary | None, units: Sequence[Unit], index: int) -> Shape | None:
    moods = {a.mood for a in analyses}
    if auxiliary is not None and auxiliary[1] == "modal":
        return "finite" if "infinitive" in moods else _bare(analyses, units, index)
    if auxiliary is not None:
        return "finite" if "participle" in moods else None
    return _bare(analyses, units, index)


def _bare(analyses: frozenset[Form], units: Sequence[Unit], index: int) -> Shape | None:
    """The shape of a form without auxiliary; None for one that is a noun here (« la demande », « un rapport »)."""
    before = units[index - 1] if index else None
    moods = {a.mood for a in analyses}
    finite = any(a.mood in _REPORTED and a.person == 3 for a in analyses)
    if before is not None and before.kind == "word" and before.low in NOUN_ONLY:
        return None
    if finite and before is not None and before.low in ("le", "la", "les", "l'", "leur"):
        finite = _is_clitic(units, index - 1, index)
    if finite and not ("participle" in moods and units[index].pos == "ADJ"):
        return "finite"
    if "gerund" in moods:
        return "gerund"
    if "participle" in moods:
        return "participle"
    if "infinitive" in moods and before is not None and before.low in ("de", "d'", "pour"):
        return "infinitive"
    return None


def _is_clitic(units: Sequence[Unit], at: int, verb: int) -> bool:
    """Whether « le », « la », « les » at `at` is a pronoun before a verb: the model says so, or a subject precedes."""
    if units[verb].finite:
        return True
    before = units[at - 1] if at else None
    return before is not None and (
        before.kind == "mention" or before.pos in ("NOUN", "PROPN", "ADJ") or before.low in SUBJECTS
    )


def _inverted(units: Sequence[Unit], index: int) -> str | None:
    if index < len(units) and units[index].kind == "word" and units[index].low.startswith("-"):
        return units[index].low.rsplit("-", 1)[1]
    return None


def _gender(participle: list[Form]) -> bool | None:
    genders = {a.gender for a in participle}
    return genders == {"Fem"} if len(genders) == 1 else None


@cache
def _modal_participles() -> frozenset[str]:
    """« dû », « voulu », « tenu »."""
    return frozenset(
        form
        for verb in _MODALS
        for form, found in conjugate(verb).items()
        if any(a.mood == "participle" for a in found)
    )


@cache
def _auxiliaries() -> dict[str, tuple[str, frozenset[Form]]]:
    found: dict[str, tuple[str, frozenset[Form]]] = {}
    for verb, kind in [*((modal, "modal") for modal in _MODALS), ("avoir", "avoir"), ("être", "être")]:
        for form, analyses in conjugate(verb).items():
            third = frozenset(a for a in analyses if a.mood in _REPORTED and a.person == 3)
            if third:
                found[form] = (kind, third)
            elif any(a.mood in ("gerund", "infinitive") for a in analyses) and kind != "modal":
                found[form] = (kind, frozenset())
    return found


@cache
def _forms() -> dict[str, tuple[Entry, ...]]:
    """Reporting verbs by form; the longest expression last."""
    forms: dict[str, list[Entry]] = {}
    for row in lexicon.load("reporting_verbs", "verb", "takes", "note"):
        lemma = row["verb"]
        words = lemma.removeprefix("se ").removeprefix("s'").removeprefix("y ").split()
        reflexive, there = lemma.startswith(("se ", "s'")), lemma.startswith("y ")
        verb = _Verb(lemma, frozenset(row["takes"].split()), reflexive, there, tuple(words[1:]))
        for form, analyses in conjugate(words[0]).items():
            used = frozenset(
                a for a in analyses if a.mood not in ("subjunctive", "imperative") and a.person in (None, 3)
            )
            if used:
                forms.setdefault(form, []).append((verb, used))
    return {form: tuple(sorted(found, key=lambda e: (len(e[0].rest), e[0].reflexive))) for form, found in forms.items()}


@cache
def _bare_forms() -> dict[str, tuple[Entry, ...]]:
    """Reporting verbs by form without accents: « a declare »."""
    forms: dict[str, tuple[Entry, ...]] = {}
    for form, entries in _forms().items():
        bare = "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))
        forms[bare] = (*forms.get(bare, ()), *entries)
    return forms
