"""Whether the words at a place are a cue: its other words follow, it is a verb there, its pronouns fit."""

from ralliement.components.lists import OF
from ralliement.components.membership_cues import POSSESSIVES, Cue, agrees
from ralliement.components.units import Unit
from ralliement.components.verbs import VerbGroup
from ralliement.conjugation import conjugate

STILL = {
    "aussi",
    "également",
    "toujours",
    "encore",
    "pas",
    "plus",
    "jamais",
    "déjà",
    "désormais",
    "bien",
    "non",
    "donc",
}
ASIDE = {"à", "tour", "pour", "part", "officiellement", "en", "ce", "moment"}  # « restent pour leur part à l'écart »


def matches(units: list[Unit], i: int, cue: Cue) -> int:
    """The unit after the cue at `i`, adverbs between its words skipped; 0 where its other words do not follow."""
    j = i + 1
    for word in cue.tail:
        limit = j + 5
        while j < len(units) and j < limit and not _is_word(units[j].low, word):
            aside = units[j].pos in ("ADV", "PRON", "DET", "PUNCT") or units[j].low in ASIDE
            aside = aside or ("gap" in cue.links and units[j].pos in ("NOUN", "NUM", "ADJ", "ADP"))
            if not aside and not (cue.kind == "phrase" and units[j].pos in ("ADJ", "CCONJ")):
                return 0
            j += 1
        if j >= len(units) or not _is_word(units[j].low, word):
            return 0
        j += 1
    return j


def _is_word(low: str, word: str) -> bool:
    return (
        agrees(word, low)
        or (word in POSSESSIVES and low in POSSESSIVES)
        or (word == "de" and low in OF)
        or (word == "à" and low in ("au", "aux"))
    )


def is_noun(units: list[Unit], i: int) -> bool:
    """Whether a word that may be a verb is none: « pour leur part », « Partis fondateurs », « à partir de »."""
    if units[i].low == "partir" and i and units[i - 1].low == "à":
        return True
    if units[i].low == "partie" and any(unit.low in conjugate("faire") for unit in units[max(0, i - 3) : i]):
        return True
    if units[i].low == "part" and i and units[i - 1].pos in ("VERB", "AUX"):
        return True  # « a fait part de son souhait »
    if units[i].low == "part" and i and units[i - 1].low in ("nulle", "quelque", "autre"):
        return True
    if units[i].pos not in ("NOUN", "ADJ"):
        return False
    if units[i].low == "part" and i and units[i - 1].low in conjugate("faire"):
        return True  # « a fait part de »
    if i == 0:
        return units[i].pos == "NOUN" and len(units) > 1 and units[1].pos in ("ADJ", "NOUN")
    before = units[i - 1]
    return before.pos in ("DET", "NUM") or (
        units[i].pos == "NOUN" and (before.pos == "ADP" or before.low in POSSESSIVES)
    )


def pronominal(cue: Cue, group: VerbGroup) -> bool:
    """Whether the pronouns before a verb fit its entry: « se retirer » is not « retirer »."""
    reflexive = bool(group.clitics & {"se", "s'", "m'"})
    if cue.reflexive:
        united = group.bare and "dans" in cue.links  # « A et B, réunis dans Z »
        return reflexive or united or "nous" in group.clitics
    return "contre" in cue.links or bool(group.governors) or not reflexive


def of_them(units: list[Unit], group: VerbGroup, end: int) -> bool:
    """Whether a form of être is « en être », « y être »: « A et B en sont », « n'y sera pas », « en est aussi »."""
    if not {"en", "y"} & group.clitics or (group.start and units[group.start - 1].low == "où"):
        return False
    if [unit.low for unit in units[max(0, group.start - 2) : group.start]] == ["s'", "il"]:
        return False  # « s'il en est »
    after = next((unit for unit in units[end:] if unit.low not in STILL), None)
    return after is None or after.kind == "bracket" or after.pos in ("PUNCT", "CCONJ", "ADP") or after.low == "depuis"
