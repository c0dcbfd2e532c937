"""Verb groups: the auxiliaries, negation, pronouns and governing verbs of a cue, and what they make of its statement.

`modality` says how a cue is meant: done, planned (« rejoindra »), wanted (« souhaite rejoindre »), hearsay (« aurait
rejoint »), refused (« n'a pas rejoint », « refuse d'intégrer ») or ceased (« n'est plus », « cesse d'y figurer »).
"""

from dataclasses import dataclass, field
from functools import cache

from ralliement.components.lists import TIMES
from ralliement.components.membership_cues import Modality, agrees, modalities
from ralliement.components.units import Unit
from ralliement.conjugation import Form, conjugate

NOT = {"pas", "jamais", "guère", "point", "aucunement", "nullement"}
NO_LONGER = {"plus"}
CLITICS = {"se", "s'", "y", "en", "l'", "la", "le", "les", "lui", "leur", "nous", "vous", "me", "m'", "te", "t'"}
SKIPPED = {"été", "aussi", "donc", "ainsi", "à", "tour", "aussitôt", "désormais", "déjà", "encore", "toujours", "tous"}
BY_ETRE = {
    "venir", "revenir", "retourner", "monter", "rentrer", "aller", "tomber", "entrer", "sortir", "partir", "repartir",
    "passer", "rester", "demeurer", "devenir", "arriver", "naître",
}  # fmt: skip
NOUNS = {
    "refus": "refused", "volonté": "wanted", "intention": "wanted", "projet": "wanted", "souhait": "wanted",
    "envie": "wanted", "décision": "planned", "promesse": "planned", "offre": "wanted", "invitation": "wanted",
    "proposition": "wanted", "possibilité": "wanted", "demande": "wanted", "idée": "wanted", "désir": "wanted",
    "ambition": "wanted", "espoir": "wanted", "perspective": "wanted", "option": "wanted", "hypothèse": "wanted",
    "rêve": "wanted", "engagement": "planned", "intentions": "wanted", "opportunité": "wanted", "intérêt": "wanted",
    "raison": "wanted",
}  # fmt: skip
READY = {
    "prêt": "wanted", "désireux": "wanted", "tenté": "wanted", "disposé": "wanted", "candidat": "wanted",
    "impatient": "wanted", "intéressé": "wanted", "invité": "wanted", "convié": "wanted", "pressenti": "wanted",
    "appelé": "planned", "censé": "planned", "réticent": "refused", "hostile": "refused", "opposé": "refused",
}  # fmt: skip  # « A, prêt à rejoindre Z »
DECIDING = {"décider de", "choisir de", "préférer", "se résoudre à", "opter pour", "se décider à"}
TALKS = {"pourparlers", "discussions", "négociations", "démarches", "contacts"}  # « … pour entrer dans Z »
RATHER = {"sans", "plutôt", "lieu", "faute", "loin"}  # « plutôt que de rejoindre », « au lieu d'adhérer »
AIMING = {"vue", "afin", "espoir", "but"}
TALKING = (
    "négoci", "pourparler", "discut", "discussion", "contact", "candidat", "postul", "approch", "démarch", "dossier",
    "tracta", "milit", "plaid", "attend", "patient", "bataill", "lutt", "manœuvr", "pouss",
)  # fmt: skip  # begin words of what aims at joining
TALK = 8  # units before the aim that may hold such a word
NONE = {"aucun", "aucune", "nulle", "nul"}  # « n'a aucune intention »
STRESSED = {"lui", "elle", "eux", "elles", "non", "plus", "justement", "ici", "enfin", "pourtant", "revanche"}


@cache
def auxiliaries() -> dict[str, tuple[str, frozenset[Form]]]:
    """Forms of avoir and être with their analyses."""
    return {form: (verb, forms) for verb in ("avoir", "être") for form, forms in conjugate(verb).items()}


@dataclass(slots=True)
class VerbGroup:
    """What goes with the verb at `index`: the group starts at unit `start`."""

    index: int
    start: int
    modality: str = "done"
    passive: bool = False
    bare: bool = False  # a participle without auxiliary
    infinitive: bool = False
    gerund: bool = False
    past: bool = False  # a compound tense or the passé simple
    clitics: set[str] = field(default_factory=set)
    governors: list[str] = field(default_factory=list)
    decided: bool = False  # « a décidé de quitter »


def verb_group(units: list[Unit], index: int, name: str, forms: frozenset[Form], reflexive: bool) -> VerbGroup | None:
    """The verb group of the verb at `index`, or None where the word is no form of it that can be one."""
    group = VerbGroup(index, index)
    negation, ne, aux, been = "", False, None, False
    i = index - 1
    while i >= 0:
        unit = units[i]
        low = unit.low
        if unit.kind != "word":
            break
        if low in ("ne", "n'"):
            ne = True
        elif low in NOT or low in NO_LONGER:
            negation = negation or low
        elif low == "nous" and _first_plural(aux[1] if aux else forms):
            break
        elif low in ("revanche", "effet", "outre", "particulier", "fait") and i and units[i - 1].low in ("en", "de"):
            i -= 1
        elif low in CLITICS and not (
            low in ("la", "le", "les", "l'") and unit.pos == "DET" and aux is None and not ne and _noun(units, i)
        ):
            group.clitics.add(low)
        elif low == "été" and aux is None:
            been = True
        elif low in auxiliaries() and aux is None and not _only(forms, "infinitive"):
            aux = auxiliaries()[low]
        elif unit.pos == "ADV" or low in SKIPPED or (low == "son" and units[i + 1].low == "tour"):
            if low == "à" and not (i + 2 < len(units) and units[i + 2].low == "tour"):
                break
        elif low == "," and (k := _insertion(units, i)) is not None:
            i = k
        else:
            break
        i -= 1
    group.start = i + 1
    while group.start < index and units[group.start].pos == "ADV" and units[group.start].low not in NOT | NO_LONGER:
        group.start += 1
    after = [unit.low for unit in units[index + 1 : index + 4]]
    tense = _tense(forms, aux)
    if tense is None:
        return None
    mood, participle = tense
    if participle:
        if aux is None:
            earlier = any(unit.low in auxiliaries() and auxiliaries()[unit.low][0] == "avoir" for unit in units[:index])
            joined = earlier and group.start > 0 and units[group.start - 1].low in ("et", "puis", "ou")
            group.bare = not joined  # « a suspendu A et admis B »
            group.passive = not joined and name not in BY_ETRE and not reflexive
        else:
            group.past = True
            verb = aux[0]
            pronominal = bool(group.clitics & {"se", "s'"})
            group.passive = been or (verb == "être" and not pronominal and name not in BY_ETRE)
            if verb == "être" and not been and group.passive and mood == "present":
                group.past = True
    if mood == "infinitive":
        group.infinitive = True
        _governed(units, group)
    elif mood == "gerund":
        group.gerund = True
    elif mood == "conditional":
        group.modality = "hearsay" if aux else "planned" if _foretold(units, group.start) else "wanted"
    elif mood == "future":
        group.modality = "planned" if not (aux and aux[0] == "avoir") else "done"
    elif mood == "past":
        group.past = True
    elif mood == "present" and aux is None and _wished(units, group.start, forms):
        group.modality = "wanted"
    if mood in ("future", "present", "conditional") and (hoped := _hoped(units, group.start)):
        group.modality = hoped
    if ne and not negation:
        word = next((w for w in after[:3] if w in NOT or w in NO_LONGER), "")
        stop = next((k for k, w in enumerate(after) if w in (",", ";", ".")), len(after))
        que = any(w in ("que", "qu'") for w in after[:stop]) or any(
            unit.low in ("que", "qu'") for unit in units[index + 1 : index + 7] if not word or word == "plus"
        )
        if not que or word not in ("", "plus"):  # « ne … que » affirms
            negation = word or "ne"
    elif (
        (ne and negation == "plus")
        or (ne and negation and any(u.low in ("que", "qu'") for u in units[index + 1 : index + 2]))
    ) and any(unit.low in ("que", "qu'") for unit in units[index + 1 : index + 4]):
        negation = ""
    if negation and _alone(units, index):
        negation = ""
    if negation and ne:
        negate(group, negation)
    elif group.infinitive and units[group.start - 1].low == "sans" if group.start else False:
        group.modality = "refused"
    return group


def _foretold(units: list[Unit], start: int) -> bool:
    """Whether a conditional is the future of the past: « a annoncé qu'elle rejoindrait »."""
    for k in range(start - 1, max(0, start - 6), -1):
        if units[k].low in ("que", "qu'"):
            before = (unit for unit in reversed(units[max(0, k - 10) : k]) if unit.kind == "word")
            said = next(
                (unit for unit in before if unit.pos in ("VERB", "AUX", "NOUN") and unit.low not in TIMES), None
            )
            return said is not None and said.pos == "VERB" and said.low.endswith(("é", "it", "is", "u", "ait"))
        if units[k].kind == "word" and units[k].pos in ("VERB", "AUX", "PUNCT"):
            break
    return False


def _hoped(units: list[Unit], start: int) -> str:
    """« espère que A rejoindra Z », « a refusé que A rejoigne Z »: what the verb before « que » makes of its clause."""
    for k in range(start - 1, max(0, start - 8), -1):
        if units[k].kind == "word" and units[k].pos in ("VERB", "AUX", "PUNCT"):
            break
        if units[k].low in ("que", "qu'"):
            for modality in modalities().get(units[k - 1].low, ()) if not units[k - 1].low.startswith("pens") else ():
                outer = verb_group(units, k - 1, modality.verb, modality.forms, modality.reflexive)
                if (
                    outer is not None
                    and not modality.tail
                    and (said := effect(modality, outer)) in ("wanted", "refused")
                ):
                    return said
            break
    return ""


def _wished(units: list[Unit], start: int, forms: frozenset[Form]) -> bool:
    """« pour que A rejoigne Z », « souhaite que A en fasse partie »: a subjunctive, but « bien que »."""
    moods = {form.mood for form in forms if form.person == 3}
    if moods != {"subjunctive"}:
        return False
    for k in range(start - 1, max(0, start - 8), -1):
        if units[k].low in ("que", "qu'"):
            return units[k - 1].low not in ("bien", "encore", "quoi", "avant")
    return False


def negate(group: VerbGroup, word: str) -> None:
    """Turn the modality of `group` by a negation."""
    if group.modality == "refused":
        group.modality = "wanted"
    else:
        group.modality = "ceased" if word in NO_LONGER else "refused"


def _first_plural(forms: frozenset[Form]) -> bool:
    """Whether « nous » before the form is its subject: « nous accueillons »."""
    return any(form.person == 1 and form.number == "Plur" for form in forms)


def _noun(units: list[Unit], i: int) -> bool:
    return i + 1 < len(units) and units[i + 1].pos in ("NOUN", "ADJ", "PROPN")


def _alone(units: list[Unit], index: int) -> bool:
    """« n'est pas le seul membre », « n'est pas seulement membre »: the negation is about another thing."""
    return any(
        unit.low in ("seul", "seule", "seuls", "seules", "seulement", "uniquement")
        for unit in units[max(0, index - 2) : index + 5]
    )


def _only(forms: frozenset[Form], mood: str) -> bool:
    return bool(forms) and all(form.mood == mood for form in forms)


def _tense(forms: frozenset[Form], aux: tuple[str, frozenset[Form]] | None) -> tuple[str, bool] | None:
    """The mood or tense that counts, and whether the verb is a participle; None for a form of no use."""
    participle = any(form.mood == "participle" for form in forms)
    if aux and participle:
        return _finite(aux[1]) or ("infinitive" if any(f.mood == "infinitive" for f in aux[1]) else "gerund"), True
    finite = _finite(forms)
    if finite:
        return finite, False
    if participle:
        return "present", True
    for mood in ("infinitive", "gerund"):
        if any(form.mood == mood for form in forms):
            return mood, False
    return None


def _finite(forms: frozenset[Form]) -> str | None:
    """present, imperfect, past, future or conditional of a form that a third person or « nous » may have."""
    found = [f for f in forms if f.person == 3 or (f.person == 1 and f.number == "Plur")]
    for form in found:
        if form.mood == "conditional":
            return "conditional"
        if form.mood == "indicative":
            return form.tense
    return "present" if any(form.mood == "subjunctive" for form in found) else None


def _insertion(units: list[Unit], comma: int) -> int | None:
    """The index of the comma that opens a short insertion closed by `comma` (« , lui, », « , en revanche, »)."""
    for i in range(comma - 1, max(-1, comma - 6), -1):
        unit = units[i]
        if unit.low == ",":
            words = units[i + 1 : comma]
            fits = all(u.kind == "word" and u.pos not in ("VERB", "AUX") for u in words)
            return (
                i if words and fits and (words[0].low in STRESSED or words[0].pos in ("ADV", "ADP", "PRON")) else None
            )
    return None


def _governed(units: list[Unit], group: VerbGroup) -> None:
    """Find the verbs that govern the infinitive of `group`; they give it its modality and its start."""
    i = group.start - 1
    if i < 0:
        return
    link = ""
    if units[i].low in ("de", "d'", "à", "pour"):
        link = {"d'": "de"}.get(units[i].low, units[i].low)
        i -= 1
    found = _find(units, i, link)
    if found is None:
        if i >= 0 and units[i].kind == "word" and link:
            _by_noun(units, group, i, link)
            aim = link == "pour" or (link == "de" and units[i].low in AIMING)
            if aim and any(unit.low.startswith(TALKING) for unit in units[max(0, i - TALK) : i + 1]):
                group.modality = "wanted"  # « en pourparlers en vue de rejoindre Z »
        return
    at, modality = found
    outer = verb_group(units, at, modality.verb, modality.forms, modality.reflexive)
    if outer is None:
        return
    group.governors = [modality.name, *outer.governors]
    group.start = outer.start
    group.clitics |= outer.clitics
    group.modality = effect(modality, outer)
    group.decided = modality.name in DECIDING and outer.past and group.modality == "planned"


def _by_noun(units: list[Unit], group: VerbGroup, i: int, link: str) -> None:
    """« l'intention de rejoindre », « prêt à rejoindre », « plutôt que de rejoindre »: what unit `i` makes of it."""
    low = units[i].low
    ready = next((effect_ for word, effect_ in READY.items() if agrees(word, low)), "")
    if link == "de" and (low in RATHER or (low in ("que", "qu'") and i and units[i - 1].low in RATHER)):
        group.modality = "refused"
    elif link == "pour" and low in TALKS:
        group.modality, group.start = "wanted", i
        while (
            group.start
            and units[group.start - 1].kind == "word"
            and units[group.start - 1].pos not in ("PUNCT", "PRON")
        ):
            group.start -= 1  # « A a engagé des pourparlers pour »
    elif link == "de" and low in NOUNS:
        group.modality, group.start = NOUNS[low], i
        k = i - 1
        while k >= 0 and units[k].kind == "word" and (units[k].pos in ("DET", "ADJ", "ADV") or units[k].low in NONE):
            k -= 1
        near = range(max(0, k - 2), i)
        denial = next((n for n in near if units[n].low in ("n'", "ne", "sans")), -1)
        has = k >= 0 and (units[k].low in auxiliaries() or units[k].low in ("voit", "voient", "voyait"))
        if denial >= 0 and (has or units[denial].low == "sans" or any(units[n].low in NONE for n in near)):
            group.modality, group.start = "refused", denial
        elif (over := _find(units, k, "")) is not None:
            outer = verb_group(units, over[0], over[1].verb, over[1].forms, over[1].reflexive)
            if outer is not None and (over[1].effect == "refused" or outer.modality in ("refused", "ceased")):
                group.modality, group.start = effect(over[1], outer), outer.start
    elif ready:
        group.modality, group.start = ready, i


@cache
def _tails() -> frozenset[str]:
    """Words of governing expressions after their verb, in gender and number: « prêtes », « passe »."""
    tails = {word for found in modalities().values() for modality in found for word in modality.tail if len(word) > 3}
    return frozenset(word + ending for word in tails for ending in ("", "e", "s", "es"))


def effect(modality: Modality, outer: VerbGroup) -> str:
    """What a governing verb, in its own group, makes of what it governs."""
    if outer.modality in ("refused", "ceased"):
        return modality.negated or "done"
    if outer.modality == "hearsay" and modality.effect in ("done", "planned"):
        return "hearsay"
    if outer.modality == "wanted" and modality.effect in ("done", "planned") and modality.name != "devoir":
        return "wanted"
    if outer.modality == "planned" and modality.effect == "done":
        return "planned"
    return modality.effect


def _find(units: list[Unit], i: int, link: str) -> tuple[int, Modality] | None:
    """The governing verb that ends at unit `i` before `link`, names and adverbs between them skipped."""
    skipped = 0
    while i >= 0 and skipped < 7:
        unit = units[i]
        if not link and [u.low for u in units[i - 2 : i]] in (["à", "son"], ["à", "leur"]) and unit.low == "tour":
            i -= 3  # « pourrait à son tour entrer »
            continue
        if unit.kind == "word" and unit.low in modalities():
            for modality in modalities()[unit.low]:
                tail = [word for word in modality.tail if word not in ("de", "à", "pour") or word != link]
                wants = modality.tail[-1] if modality.tail else ""
                if (wants if wants in ("de", "à", "pour") else "") != link:
                    continue
                words = [
                    u.low
                    for u in units[i + 1 : i + 3 + len(tail) + skipped]
                    if u.low in tail or not (u.pos in ("ADV", "ADJ") and tail[:1] == ["en"])
                    if u.pos != "ADV" or u.low in tail
                ]
                if len(tail) <= len(words) and all(map(agrees, tail, words)):
                    return i, modality
        if (
            unit.kind in ("org", "alliance")
            or unit.pos in ("ADV", "DET", "NOUN", "PRON", "ADP", "ADJ")
            or unit.low in ("et", ",")
            or (link and unit.low in _tails())  # « serait tenté de »
        ):
            likewise = unit.low in STRESSED and units[i + 1].low == "aussi"  # « veut elle aussi rejoindre »
            if not link and unit.pos != "ADV" and not likewise:
                return None
            skipped += 1
            i -= 1
            continue
        return None
    return None
