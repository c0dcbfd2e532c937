"""Statements of membership: a cue, who it is about, which alliance, and how it is meant.

The article is read sentence by sentence with a discourse state: the alliance spoken of, the organisations that were
last the topic, the last list, what the last statement said, and the heading above. Each cue asks for its two sides; a
side that a sentence leaves out (« il », « y », « ont dit non ») is what the state holds.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from ralliement.annotations import Certainty, Status
from ralliement.components.alliances import Alliances, group_nouns
from ralliement.components.lists import OF, Group, groups
from ralliement.components.membership_cues import COPULAS, POSSESSIVES, Cue, copulas, cues
from ralliement.components.units import Sentence, Unit
from ralliement.components.verbs import CLITICS, VerbGroup, effect, verb_group
from ralliement.components.verbs import modalities as governing

PRONOUNS = {
    "il",
    "elle",
    "ils",
    "elles",
    "celui-ci",
    "celle-ci",
    "ceux-ci",
    "celles-ci",
    "on",
    "nous",
    "intéressé",
    "intéressée",
}
PLURAL = {"ils", "elles", "ceux-ci", "celles-ci"}
OBJECTS = {
    "direct": "",
    "à": "à au aux",
    "de": "de d' du des",
    "dans": "dans",
    "chez": "chez",
    "avec": "avec",
    "contre": "contre",
}
TIMES = {
    "jour", "mois", "semaine", "année", "an", "ans", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "veille", "lendemain", "soir", "matin", "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
    "août", "septembre", "octobre", "novembre", "décembre", "fois", "printemps", "été", "automne",
    "hiver", "foulée", "heure",
}  # fmt: skip
RANKS = {
    "rangs",
    "conseil",
    "charte",
    "liste",
    "cercle",
    "club",
    "camp",
    "aventure",
    "giron",
    "bord",
    "bureau",
    "statuts",
    "texte",
    "accord",
}
ENCORE = {
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
STOPS = {"tandis", "alors", "quand", "lorsque", "puisque", "car", "mais", "contrairement", "face", "tout", "sinon"}
ASKED = {"qui", "ils", "elles", "nous"}  # subjects of a heading that announces a list
RELATIVES = {"qui", "que", "qu'", "où", "dont"}
ORGANISATIONS = {
    "entreprise", "groupe", "société", "firme", "banque", "syndicat", "parti", "mouvement", "éditeur", "constructeur",
    "compagnie", "armateur", "club", "pays", "ong", "association", "fondation", "université", "école", "ville", "géant",
    "marque", "organisation", "start-up", "pousse", "opérateur", "fournisseur", "enseigne", "institution", "maison",
    "gouvernement", "formation", "fédération", "laboratoire", "industriel", "distributeur", "hébergeur", "prestataire",
    "établissement", "intéressé", "intéressée", "etat", "état", "royaume", "république", "transporteur", "coopérative",
}  # fmt: skip

MEANT: dict[str, dict[str, Status | None]] = {
    "member": {
        "planned": "joining",
        "wanted": "candidate",
        "hearsay": "candidate",
        "refused": "non_member",
        "ceased": "former",
    },
    "joining": {"wanted": "candidate", "hearsay": "candidate", "refused": "non_member", "ceased": "non_member"},
    "founder": {"wanted": None, "refused": None, "ceased": None},
    "former": {"planned": "member", "wanted": "member", "refused": "member", "ceased": None},
    "non_member": {"refused": None, "ceased": None, "wanted": None},
    "candidate": {"refused": "non_member", "ceased": None},
    "associate": {"refused": None, "ceased": None},
    "supporter": {"refused": None, "ceased": None, "wanted": None},
    "rival": {"refused": None, "ceased": None},
}
CERTAINTY: dict[str, Certainty] = {"planned": "planned", "wanted": "planned", "hearsay": "conditional"}


@dataclass(slots=True)
class Statement:
    """One reading: `cue` is a unit's token; `strength` says how direct it is (3 a cue with both sides, 1 a guess)."""

    alliance: str
    organization: str
    status: Status
    certainty: Certainty
    sentence: tuple[int, int]
    cue: tuple[int, int]
    rule: str
    strength: int
    base: str = ""


class Subject(NamedTuple):
    """What stands before a verb: a list of organisations, an alliance, a pronoun or a noun, from unit `start`."""

    kind: str
    keys: tuple[str, ...]
    word: str
    start: int


@dataclass(slots=True)
class State:
    """What the sentences before leave to the next one."""

    focus: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    last_list: tuple[str, ...] = ()
    heading: Status | None = None
    heading_cue: tuple[int, int] = (0, 0)
    base: str = "member"


@dataclass(slots=True)
class Scope:
    """The units read now, their lists, and the statements made of them."""

    units: list[Unit]
    groups: list[Group]
    host: tuple[str, ...] = ()  # of a bracket: the names before it
    spoken: list[Statement] = field(default_factory=list)


class Reader:
    """Reads the sentences of one article in order; `statements` collects what they say."""

    def __init__(self, alliances: Alliances, persons: frozenset[str] = frozenset()) -> None:
        self.alliances = alliances
        self.state = State(focus=tuple(alliances.keys[:1]))
        self.statements: list[Statement] = []
        self.span = (0, 0)

    def read(self, sentences: list[Sentence]) -> list[Statement]:
        """Statements of the article, in order."""
        for sentence in sentences:
            if not sentence.units:
                continue
            self.span = (sentence.units[0].start, sentence.units[-1].end)
            if sentence.heading and not sentence.bullet:
                self.state.heading = None
            before = len(self.statements)
            scope = self._scope(sentence.units, ())
            self._read(scope)
            said = len(self.statements) > before
            if sentence.heading and not said and not sentence.bullet:
                self._heading(scope)
            elif self.state.heading and (sentence.bullet or not said):
                self._under_heading(scope, sentence.bullet)
            self._remember(scope)
        return self.statements

    # -- one sentence

    def _scope(self, units: list[Unit], host: tuple[str, ...]) -> Scope:
        return Scope(units, groups(units), host)

    def _read(self, scope: Scope) -> None:
        units = scope.units
        i = 0
        while i < len(units):
            unit = units[i]
            if unit.kind == "bracket":
                host = next((tuple(g.keys[-1:]) for g in scope.groups if g.end == i), ())
                self._bracket(scope, unit, host)
            elif unit.kind == "word" and unit.low in cues():
                i = self._cues_at(scope, i)
                continue
            i += 1
        self._exceptions(scope)

    def _cues_at(self, scope: Scope, i: int) -> int:
        """Read the cues that open at unit `i`, the longest first; the unit to go on from."""
        after, said = i + 1, False
        for cue in cues()[scope.units[i].low]:
            if said and "contre" not in cue.links:
                continue
            end = self._matches(scope.units, i, cue)
            if end and self._cue(scope, i, end, cue):
                after, said = max(after, end), True
        return after

    def _matches(self, units: list[Unit], i: int, cue: Cue) -> int:
        """The unit after the cue at `i`, adverbs between its words skipped; 0 where its other words do not follow."""
        j = i + 1
        for word in cue.tail:
            limit = j + 3
            while j < len(units) and j < limit and units[j].low != word and units[j].pos in ("ADV", "PRON", "DET"):
                if word in POSSESSIVES and units[j].low in POSSESSIVES:
                    break
                j += 1
            if j >= len(units) or not (units[j].low == word or (word in POSSESSIVES and units[j].low in POSSESSIVES)):
                return 0
            j += 1
        return j

    def _cue(self, scope: Scope, i: int, end: int, cue: Cue) -> bool:
        if cue.kind == "role":
            return self._role(scope, i, cue)
        if cue.kind == "event":
            return self._event(scope, i, cue)
        if cue.kind == "phrase":
            return False
        unit = scope.units[i]
        if (
            i
            and unit.pos in ("NOUN", "ADJ")
            and scope.units[i - 1].pos in ("DET", "NUM")
            and scope.units[i - 1].low not in CLITICS
        ):
            return False
        group = verb_group(scope.units, i, cue.verb, cue.forms, cue.reflexive)
        if group is None or not self._pronominal(cue, group):
            return False
        if "heading" in cue.links:
            return False
        if cue.kind == "en" and not self._of_them(scope, group, end):
            return False
        if "end" in cue.links and not (end >= len(scope.units) or scope.units[end].low in (".", ",", ";") or i == 0):
            return False
        if "y" in cue.links and "y" not in group.clitics:
            return False
        if cue.kind == "passive" and not group.passive:
            return False
        if cue.subject == "organization":
            return self._organisation_verb(scope, group, end, cue)
        return self._alliance_verb(scope, group, end, cue)

    def _pronominal(self, cue: Cue, group: VerbGroup) -> bool:
        """Whether the pronouns before a verb fit its entry: « se retirer » is not « retirer »."""
        if cue.reflexive:
            return bool(group.clitics & {"se", "s'", "m'", "nous"}) or (group.bare and cue.status != "former")
        return "contre" in cue.links or bool(group.governors) or not group.clitics & {"se", "s'"}

    def _of_them(self, scope: Scope, group: VerbGroup, end: int) -> bool:
        """Whether a form of être is « en être »: « A et B en sont », « n'en sera pas », « en est aussi »."""
        if "en" not in group.clitics or (group.start and scope.units[group.start - 1].low == "où"):
            return False
        after = next((u for u in scope.units[end:] if u.low not in ENCORE), None)
        return (
            after is None
            or after.kind == "bracket"
            or after.pos in ("PUNCT", "CCONJ", "ADP")
            or after.low in ("depuis", ".", ";")
        )

    # -- verbs whose subject is an organisation

    def _organisation_verb(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        if (group.passive and "direct" in cue.links) or cue.kind == "passive":
            return self._by(scope, group, end, cue)
        if group.passive and not group.bare:
            return False
        alliance, blocked = self._object(scope, end, cue)
        if not alliance:
            alliance = self._pronoun_object(scope, group, cue, blocked)
        if not alliance and blocked:
            return False
        if not alliance and "alone" in cue.links:
            alliance = self._focus(scope, group.start)
        if not alliance:
            return False
        orgs = self._organisations(scope, group, cue)
        if not orgs:
            return False
        orgs = tuple(o for o in orgs if o not in alliance) or ()
        if cue.status == "founder":
            orgs += self._with(scope, end)
        return self._say(scope, alliance, orgs, cue, group.modality, (group.start, end), 3, "verb")

    def _by(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        """A passive: « fondée par A et B », « a été rejointe par C »."""
        units = scope.units
        par = next((k for k in range(end, min(end + 16, len(units))) if units[k].low == "par"), -1)
        if par < 0:
            return False
        between = units[end:par]
        if any(u.kind == "word" and (u.low in ("qui", "que", ";") or u.pos == "AUX") for u in between):
            return False
        orgs = self._right(scope, par, {"par", ""})
        if not orgs:
            return False
        alliance = self._patient_alliance(scope, group)
        return self._say(scope, alliance, orgs, cue, group.modality, (group.start, end), 3, "passive")

    def _patient_alliance(self, scope: Scope, group: VerbGroup) -> tuple[str, ...]:
        subject = self._subject(scope, group.start - 1)
        if subject and subject.kind == "alliance":
            return subject.keys
        if group.bare and group.start <= 1:  # « Fondée par A, Z … »
            following = next((u for u in scope.units[group.index :] if u.kind == "alliance"), None)
            if following and following.start < scope.units[group.index].start + 40:
                return following.keys
        if subject and subject.kind == "org" and group.bare:
            pass
        return self._focus(scope, group.start)

    # -- verbs whose subject is an alliance

    def _alliance_verb(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        units = scope.units
        if group.passive and "direct" in cue.links:
            orgs = self._patients(scope, group)
            if not orgs:
                return False
            alliance = (
                self._complement(scope, end)
                or self._pronoun_object(scope, group, cue, True)
                or self._focus(scope, group.start)
            )
            return self._say(scope, alliance, orgs, cue, group.modality, (group.start, end), 3, "passive")
        if units[end].low in ("sur", "parmi") if end < len(units) else True:
            return False
        subject = self._subject(scope, group.start - 1) if not (group.bare and group.start == 0) else None
        if subject is None or subject.kind in ("pron", "relative"):
            alliance = self._focus(scope, group.start)
        elif subject.kind == "alliance" or (subject.kind == "noun" and subject.keys):
            alliance = subject.keys
        elif cue.status == "candidate" or (cue.status == "rival" and subject.kind != "org"):
            alliance = self._focus(scope, group.start)
        else:
            return False
        allowed = {"contre"} if "contre" in cue.links else {"", "dont", "comme", "tels", "telles"}
        if "à" in cue.links:
            allowed |= {"à", "au", "aux"}
        orgs = self._right(scope, end, allowed)
        if cue.status == "rival":
            orgs = orgs or tuple(k for u in units[end : end + 5] if u.kind == "alliance" for k in u.keys)
        orgs = tuple(o for o in orgs if o not in alliance)
        if not orgs:
            return False
        return self._say(scope, alliance, orgs, cue, group.modality, (group.start, end), 3, "verb")

    def _patients(self, scope: Scope, group: VerbGroup) -> tuple[str, ...]:
        """The organisations that a passive verb is about."""
        subject = self._subject(scope, group.start - 1)
        if group.bare and group.start == 0:
            return self._after_comma(scope, group.index)
        return self._resolve(scope, subject, group.start)

    def _after_comma(self, scope: Scope, i: int) -> tuple[str, ...]:
        """The subject of the clause that an opening participle or noun belongs to."""
        for k in range(i + 1, len(scope.units)):
            unit = scope.units[k]
            if unit.low == ",":
                following = scope.units[k + 1 : k + 6]
                for offset, u in enumerate(following):
                    if u.kind == "org":
                        return next((tuple(g.keys) for g in scope.groups if g.start == k + 1 + offset), ())
                    if u.low in PRONOUNS:
                        return self._topic(scope, k + 1 + offset, u.low)
                    if u.pos in ("VERB", "AUX") or u.kind == "alliance":
                        break
        return ()

    # -- who

    def _organisations(self, scope: Scope, group: VerbGroup, cue: Cue) -> tuple[str, ...]:
        subject = self._subject(scope, group.start - 1)
        if subject is None and group.bare and group.start <= 1:
            return self._after_comma(scope, group.index)
        if (subject is None or subject.word == "il" or subject.kind == "noun") and (
            group.clitics & {"y", "en"} or cue.name in ("s'ajouter", "rester") or group.start == 0
        ):
            found = self._right(scope, group.index, {""})
            if found:
                return found
        return self._resolve(scope, subject, group.start)

    def _resolve(self, scope: Scope, subject: Subject | None, before: int) -> tuple[str, ...]:
        """The organisations that a subject stands for."""
        if subject is None:
            return scope.host
        if subject.kind == "org" or subject.kind == "alliance":
            return subject.keys
        if subject.kind == "pron":
            return self._topic(scope, subject.start, subject.word)
        if subject.kind == "noun" and (subject.word in ORGANISATIONS):
            return self._topic(scope, subject.start, "il")
        return ()

    def _topic(self, scope: Scope, before: int, word: str) -> tuple[str, ...]:
        """Whom a pronoun stands for: a list before it in the sentence, else the topic of the sentences before."""
        if word in ("on", "nous"):
            return ()
        free = [g for g in scope.groups if g.end <= before and g.prep in ("", "quant")]
        fits = [g for g in free if (len(g.keys) > 1) == (word in PLURAL)]
        if fits:
            return tuple(fits[-1].keys)
        if scope.host and word not in PLURAL:
            return scope.host
        topic = self.state.topic
        if word in PLURAL:
            return topic if len(topic) > 1 else self.state.last_list
        return topic if len(topic) == 1 else topic[:1]

    def _subject(self, scope: Scope, i: int, depth: int = 0) -> Subject | None:
        """What the verb group that starts after unit `i` has for subject, read leftwards."""
        units = scope.units
        if depth > 4:
            return None
        coordinated = i >= 0 and units[i].low in ("et", "puis", "ou", "mais")
        while i >= 0:
            unit = units[i]
            low = unit.low
            if unit.kind == "bracket":
                i -= 1
                continue
            if unit.kind == "org":
                found = next((g for g in scope.groups if g.start <= i < g.end), None)
                if found is None:
                    return None
                if coordinated:
                    i = found.start - 1
                    continue
                if found.prep in OF and found.head and found.at >= 1:
                    if found.head in ORGANISATIONS or found.head in cues():
                        return Subject("noun", (), found.head, found.at - 1)
                    return Subject("noun", (), found.head, found.at - 1)
                if found.prep in ("", "quant", "comme", "ni", "dont"):
                    return Subject("org", tuple(found.keys), "", found.start)
                i = found.at - 1
                continue
            if unit.kind == "alliance":
                if coordinated:
                    i -= 1
                    continue
                k = i - 1
                while k >= 0 and units[k].kind == "word" and units[k].pos in ("DET", "ADJ"):
                    k -= 1
                if k >= 0 and units[k].low in OF and k and units[k - 1].pos in ("NOUN", "ADJ"):
                    head = units[k - 1].low
                    return Subject("noun", unit.keys, head, k - 1)
                if k >= 0 and units[k].pos == "ADP" and units[k].low not in ("de",):
                    i = k - 1
                    continue
                if k >= 0 and units[k].pos in ("VERB", "AUX") and depth == 0 and units[k].low not in ("est",):
                    i = k
                    coordinated = True
                    continue
                return Subject("alliance", unit.keys, "", i)
            if unit.kind == "per":
                return Subject("per", (), low, i)
            if low == "qui" or low == "dont":
                return self._antecedent(scope, i) if low == "qui" else None
            if low in PRONOUNS or (
                low in ("dernier", "dernière", "derniers", "dernières") and units[i - 1].low in ("ce", "cette", "ces")
            ):
                return Subject("pron", (), low, i)
            if low in ("premier", "première", "second", "seconde", "troisième", "deux", "trois") and self._ordinal(
                units, i
            ):
                keys = self._ordinal(units, i)
                return Subject("org", keys, "", i)
            if low in (";", ":") or low in ("que", "qu'"):
                return None
            if low == ",":
                opened = self._opened(units, i)
                if opened is not None:
                    i = opened
                    continue
            elif low in ("»", "”"):
                while i >= 0 and units[i].low not in ("«", "“"):
                    i -= 1
            elif unit.pos == "NOUN" and low not in TIMES and not coordinated:
                k = i - 1
                while k >= 0 and units[k].kind == "word" and units[k].pos in ("ADJ", "NUM", "DET"):
                    k -= 1
                if k >= 0 and units[k].kind == "word" and units[k].pos == "ADP":
                    if units[k].low in OF and k and units[k - 1].pos in ("NOUN", "ADJ"):
                        i = k - 1
                        continue
                    i = k - 1
                    continue
                return Subject("noun", (), low, i)
            i -= 1
        return None

    def _opened(self, units: list[Unit], comma: int) -> int | None:
        """The unit before the comma that opens the insertion closed at `comma`, or None where it closes none."""
        for k in range(comma - 1, -1, -1):
            if units[k].low in (";", ":"):
                return None
            if units[k].low == "," and k > 0:
                first = units[k + 1]
                inserted = units[k + 1 : comma]
                if (
                    first.low in RELATIVES
                    or first.pos in ("VERB", "ADP", "ADV", "SCONJ")
                    or first.low in cues()
                    or first.low
                    in (
                        "lui",
                        "elle",
                        "eux",
                        "elles",
                        "pourtant",
                        "aujourd'hui",
                        "non",
                        "simple",
                        "longtemps",
                        "la",
                        "le",
                        "l'",
                        "les",
                        "un",
                        "une",
                        "ancien",
                        "ancienne",
                        "contre",
                    )
                ):
                    if (
                        first.pos == "DET"
                        and any(u.kind == "org" for u in inserted[1:3])
                        and not any(u.pos == "NOUN" for u in inserted[1:3])
                    ):
                        return None
                    return k - 1
                if not any(u.kind in ("org", "alliance") for u in inserted):
                    return k - 1
                return None
        return None

    def _antecedent(self, scope: Scope, i: int) -> Subject | None:
        """What « qui » at `i` stands for."""
        units = scope.units
        k = i - 1
        while k >= 0 and (units[k].low in (",", "»", "”", "et", ";") or units[k].kind == "bracket"):
            k -= 1
        if k < 0:
            return Subject("org", scope.host, "", 0) if scope.host else None
        unit = units[k]
        if unit.kind == "org":
            found = next((g for g in scope.groups if g.start <= k < g.end), None)
            if found:
                plural = i + 1 < len(units) and any(u.low.endswith("nt") for u in units[i + 1 : i + 3])
                return Subject("org", tuple(found.keys) if plural else tuple(found.keys[-1:]), "", found.start)
        if unit.kind == "alliance":
            return Subject("alliance", unit.keys, "", k)
        for j in range(k, max(-1, k - 6), -1):
            if units[j].kind == "alliance":
                return Subject("alliance", units[j].keys, "", j)
            if units[j].kind == "org":
                return Subject("org", units[j].keys, "", j)
            if units[j].low in group_nouns():
                return Subject("pron", (), "il", j)
            if units[j].low in (",", ";"):
                break
        return Subject("noun", (), unit.low, k)

    def _ordinal(self, units: list[Unit], i: int) -> tuple[str, ...]:
        """« le premier », « les deux premiers », « la seconde »: members of the last list."""
        last = self.state.last_list
        low = units[i].low
        det = units[i - 1].low if i else ""
        if det not in ("le", "la", "les") or not last or (i + 1 < len(units) and units[i + 1].pos in ("NOUN", "PROPN")):
            return ()
        at = {"premier": 0, "première": 0, "second": 1, "seconde": 1, "troisième": 2}.get(low)
        return last[at : at + 1] if at is not None and at < len(last) else ()

    # -- which alliance

    def _focus(self, scope: Scope, before: int) -> tuple[str, ...]:
        """The alliance named last before unit `before` in the sentence, else the one spoken of."""
        for k in range(min(before, len(scope.units)) - 1, -1, -1):
            if scope.units[k].kind == "alliance":
                return scope.units[k].keys
        return self.state.focus

    def _object(self, scope: Scope, end: int, cue: Cue) -> tuple[tuple[str, ...], bool]:
        """The alliance that the verb before unit `end` has for object, and whether another object bars it."""
        units = scope.units
        wanted = {word for link in cue.links for word in OBJECTS.get(link, "").split()}
        direct = "direct" in cue.links
        prep, other = "", ""
        for k in range(end, min(end + 16, len(units))):
            unit = units[k]
            low = unit.low
            if unit.low in POSSESSIVES and prep in wanted and prep:
                return self._focus(scope, k), False
            if unit.kind == "alliance":
                fits = (
                    prep in wanted
                    or (direct and prep == "")
                    or (direct and prep in OF and other in RANKS)
                    or (prep in OF and "à" in cue.links)
                )
                if not fits and cue.status == "supporter" and prep in OF:
                    fits = True
                if (
                    not fits
                    and cue.status == "founder"
                    and prep in OF
                    and other in ("création", "naissance", "lancement")
                ):
                    fits = True
                if fits:
                    return unit.keys, False
                continue
            if unit.kind == "org":
                if prep == "" and "other" not in cue.links and direct:
                    return (), True
                continue
            if unit.kind != "word":
                continue
            if (
                low in (";", ":")
                or low in ("qui", "que", "qu'", "dont", "où", "tandis", "alors")
                or unit.pos in ("AUX",)
            ):
                break
            if unit.pos == "VERB" and k > end:
                break
            if unit.pos == "ADP" or low in (
                "à",
                "au",
                "aux",
                "du",
                "des",
                "d'",
                "de",
                "chez",
                "dans",
                "avec",
                "contre",
            ):
                prep = low
            elif low == ",":
                prep = prep if prep else ""
            elif unit.pos == "NOUN" and low not in TIMES and low not in group_nouns():
                if prep == "" and not other:
                    other = low
                if prep and low in TIMES:
                    prep = ""
            elif unit.pos in ("NOUN", "NUM", "ADJ", "ADV", "PROPN") and low in TIMES:
                prep = ""
        blocked = (
            bool(other)
            and other not in RANKS
            and direct
            and other not in ("offre", "invitation", "proposition", "main")
        )
        if cue.tail:
            blocked = False
        return (), blocked

    def _pronoun_object(self, scope: Scope, group: VerbGroup, cue: Cue, blocked: bool) -> tuple[str, ...]:
        """The alliance of « y », « en », « l' », « nous », of « que » or « dont » before the subject."""
        clitics = group.clitics
        direct = clitics & {"l'", "la", "le", "les", "nous"} if "direct" in cue.links else set()
        dative = clitics & {"y", "lui", "leur", "nous"} if cue.links & {"à", "dans", "chez"} else set()
        genitive = clitics & {"en"} if "de" in cue.links else set()
        if direct or dative or genitive:
            return self._focus(scope, group.start)
        units = scope.units
        for k in range(group.start - 1, max(-1, group.start - 10), -1):
            low = units[k].low
            if low in ("que", "qu'", "dont", "auquel", "laquelle", "lequel", "où"):
                for j in range(k - 1, max(-1, k - 4), -1):
                    if units[j].kind == "alliance":
                        return units[j].keys
                    if units[j].low in group_nouns():
                        return self._focus(scope, j)
                return ()
            if low in (";", ":"):
                break
        return ()

    def _complement(self, scope: Scope, end: int) -> tuple[str, ...]:
        """The alliance that follows a noun or participle: « de Z », « à l'alliance », « par Z », « chez Z »."""
        units = scope.units
        for k in range(end, min(end + 12, len(units))):
            unit = units[k]
            if unit.kind == "alliance":
                return unit.keys
            if unit.low in (";", ":", ",", "qui", "que") or unit.pos in ("VERB", "AUX") or unit.kind == "org":
                return ()
        return ()

    # -- lists to the right

    def _right(self, scope: Scope, start: int, allowed: set[str]) -> tuple[str, ...]:
        """Organisations listed after unit `start` in its clause, those that another preposition governs left out."""
        units = scope.units
        found: list[str] = []
        relative = False
        lists = {g.start: g for g in scope.groups}
        k = start
        while k < len(units):
            unit = units[k]
            low = unit.low
            if k in lists and not relative:
                g = lists[k]
                prep = g.prep
                if (
                    prep in allowed
                    or (prep in OF and self._is_list_head(units, g))
                    or (prep in ("à", "dont", "comme", "passant") and found)
                    or self._range(units, g)
                ):
                    found += g.keys
                k = g.end
                continue
            if unit.kind == "bracket":
                inner = groups(unit.inner)
                if inner and not (k and units[k - 1].kind == "org"):
                    found += [key for g in inner for key in g.keys]
            elif unit.kind == "word":
                if low in (";",) and not self._typed(units, k):
                    break
                if low in STOPS and found:
                    break
                if low in STOPS and low not in ("tout",):
                    break
                if low in ("qui", "que", "qu'", "où"):
                    relative = True
                elif low == ",":
                    relative = False
                elif unit.pos in ("VERB", "AUX") and not relative and k > start + 1 and self._finite(units, k):
                    break
            k += 1
        return tuple(dict.fromkeys(found))

    def _finite(self, units: list[Unit], k: int) -> bool:
        low = units[k].low
        return not low.endswith(("ant", "er", "ir", "é", "ée", "és", "ées", "i", "u", "is"))

    def _typed(self, units: list[Unit], k: int) -> bool:
        """Whether the semicolon at `k` parts a typed list: « côté industriels : A ; côté académiques : B »."""
        return any(unit.low == ":" for unit in units[k + 1 : k + 8])

    def _range(self, units: list[Unit], g: Group) -> bool:
        """« de A à B en passant par C »."""
        before = [u.low for u in units[max(0, g.start - 4) : g.start]]
        after = [u.low for u in units[g.end : g.end + 3]]
        return (
            "passant" in before
            or (g.prep in OF and any(w in ("à", "au", "aux") for w in after))
            or (g.prep in ("à", "au", "aux") and "passant" in [u.low for u in units[g.end : g.end + 4]])
        )

    def _is_list_head(self, units: list[Unit], g: Group) -> bool:
        return g.head in (
            "universités",
            "écoles",
            "villes",
            "établissements",
            "sociétés",
            "entreprises",
            "institutions",
        )

    def _with(self, scope: Scope, end: int) -> tuple[str, ...]:
        """Those with whom: « a fondé Z avec A et B »."""
        for g in scope.groups:
            if g.start >= end and g.prep == "avec":
                return tuple(g.keys)
        return ()

    # -- nouns

    def _role(self, scope: Scope, i: int, cue: Cue) -> bool:
        """« membre », « fondateurs », « observatrice »: by a verb of being, in apposition, or before its list."""
        units = scope.units
        status = cue.status
        after = units[i + 1].low if i + 1 < len(units) else ""
        if after.startswith(("fondat", "fondac", "initia")):
            status = "founder"
        elif after.startswith("associé") or after.startswith("observat"):
            status = "associate"
        left = i
        while (
            left > 0
            and units[left - 1].kind == "word"
            and (
                (
                    units[left - 1].pos in ("DET", "ADJ", "NUM", "ADV", "PRON")
                    and units[left - 1].low not in PRONOUNS | {"qui", "y", "en", "n'", "ne", "pas", "plus", "jamais"}
                )
                or (
                    units[left - 1].low
                    in (
                        "un",
                        "une",
                        "l'",
                        "des",
                        "de",
                        "ses",
                        "leurs",
                        "ex",
                        "-",
                        "ancien",
                        "ancienne",
                        "parmi",
                        "comme",
                        "onzième",
                        "premier",
                        "simple",
                        "simples",
                    )
                    and not (units[left - 1].low == "de" and units[left - 2].pos in ("NOUN",))
                )
            )
        ):
            left -= 1
            if units[left].low in ("ancien", "ancienne", "anciens", "anciennes", "ex"):
                status = "former" if status in ("member",) else status
        before = units[left - 1] if left else None
        alliance = self._role_alliance(scope, i, left)
        # by a verb of being
        k = left - 1
        while (
            k >= 0
            and units[k].kind == "word"
            and (
                units[k].low
                in (
                    "parmi",
                    "pas",
                    "plus",
                    "jamais",
                    "toujours",
                    "aussi",
                    "en",
                    "comme",
                    "au",
                    "nombre",
                    "que",
                    "qu'",
                    "non",
                    "encore",
                )
                or units[k].pos == "ADV"
            )
        ):
            k -= 1
        if k >= 0 and units[k].kind == "word" and units[k].low in copulas():
            name, forms = copulas()[units[k].low]
            among = any(u.low in ("parmi", "comme", "nombre") for u in units[k + 1 : left + 1])
            group = verb_group(units, k, name, forms, False) if among or name in COPULAS[:4] else None
            if group is not None:
                return self._copula(scope, group, i, status, alliance, cue, name)
        apposed = before is None or before.low in (",", "(", "–", "—")
        if apposed and self._apposed(scope, i, left, status, alliance, cue):
            return True
        return self._heads_list(scope, i, left, status, alliance, cue) or (
            status == "associate" and self._as(scope, left, i, status, alliance, cue)
        )

    def _copula(
        self, scope: Scope, group: VerbGroup, i: int, status: str, alliance: tuple[str, ...], cue: Cue, name: str
    ) -> bool:
        subject = self._subject(scope, group.start - 1)
        orgs = self._resolve(scope, subject, group.start)
        if not orgs and (subject is None):
            orgs = self._right(scope, i + 1, {""})
        if subject and subject.kind == "alliance" and status == "rival":
            orgs = subject.keys
        modality = group.modality
        if status == "founder" and modality in ("refused", "ceased"):
            status, modality = "non_member", "done"
        if status == "member" and group.past and name == "être" and modality == "done":
            status = "former"
        if name == "devenir" and modality == "ceased":
            modality = "refused"
        if status == "rival" and orgs and not set(orgs) - set(self.alliances.keys) and not alliance:
            alliance = self._focus(scope, i)
        orgs = tuple(o for o in orgs if o not in alliance)
        return self._say(scope, alliance, orgs, cue, modality, (group.start, i + 1), 3, "copula", status)

    def _apposed(self, scope: Scope, i: int, left: int, status: str, alliance: tuple[str, ...], cue: Cue) -> bool:
        units = scope.units
        k = left - 1
        if k >= 0:
            k -= 1
            while k >= 0 and units[k].kind == "bracket":
                k -= 1
            g = next((g for g in scope.groups if g.end == k + 1), None)
            if (
                g
                and g.prep in ("", "dont", "quant", "contrairement", "par", "comme", "à", "de", "d'", "du")
                and not (g.prep in OF and g.head)
            ):
                keys = tuple(g.keys) if units[i].low.endswith("s") else tuple(g.keys[-1:])
                if g.prep == "contrairement" and status == "member":
                    pass
                return self._say(
                    scope,
                    alliance,
                    tuple(o for o in keys if o not in alliance),
                    cue,
                    "done",
                    (left, i + 1),
                    3,
                    "apposition",
                    status,
                )
            if k >= 0 and units[k].kind == "alliance" and status == "rival":
                return self._say(
                    scope,
                    alliance if alliance != units[k].keys else (),
                    units[k].keys,
                    cue,
                    "done",
                    (left, i + 1),
                    3,
                    "apposition",
                    status,
                )
        if left <= 1 and scope.host:
            return self._say(scope, alliance, scope.host, cue, "done", (left, i + 1), 2, "bracket", status)
        if left == 0:
            orgs = self._after_comma(scope, i)
            if orgs:
                return self._say(
                    scope,
                    alliance,
                    tuple(o for o in orgs if o not in alliance),
                    cue,
                    "done",
                    (left, i + 1),
                    2,
                    "apposition",
                    status,
                )
        return False

    def _heads_list(self, scope: Scope, i: int, left: int, status: str, alliance: tuple[str, ...], cue: Cue) -> bool:
        """« Les autres fondateurs, A et B », « parmi ses membres, on compte A », « ses membres : A, B »."""
        units = scope.units
        listing = left and any(u.low in ("parmi", "pour") for u in units[max(0, left - 2) : left + 1])
        k = i + 1
        while k < len(units) and k < i + 8:
            unit = units[k]
            if unit.kind == "org":
                break
            if unit.low in (",", ":", "(", "–", "—") or unit.kind == "bracket":
                break
            if unit.kind == "word" and unit.pos in ("VERB", "AUX") and not listing:
                return False
            k += 1
        if k >= len(units):
            return False
        if units[k].kind == "bracket":
            orgs = tuple(key for g in groups(units[k].inner) for key in g.keys)
        elif listing or units[k].low == ":":
            orgs = self._right(scope, k, {"", "dont"})
        else:
            orgs = ()
            if units[k].low in (",", "–", "—"):
                orgs = next((tuple(g.keys) for g in scope.groups if k < g.start <= k + 4 and g.prep == ""), ())
            elif units[k].kind == "org" and k == i + 1:
                orgs = next((tuple(g.keys) for g in scope.groups if g.start == k), ())
        if not orgs:
            return False
        return self._say(
            scope, alliance, tuple(o for o in orgs if o not in alliance), cue, "done", (left, i + 1), 2, "list", status
        )

    def _as(self, scope: Scope, left: int, i: int, status: str, alliance: tuple[str, ...], cue: Cue) -> bool:
        """« siège comme observateur », « un statut d'observateur », « en qualité d'observateur »."""
        units = scope.units
        for k in range(left - 1, -1, -1):
            if units[k].kind == "word" and units[k].pos in ("VERB", "AUX"):
                start = k
                while (
                    start
                    and units[start - 1].kind == "word"
                    and units[start - 1].pos in ("AUX", "PRON", "ADV")
                    and units[start - 1].low not in PRONOUNS | {"qui"}
                ):
                    start -= 1
                if start and units[start - 1].low == "n'":
                    start -= 1
                orgs = self._resolve(scope, self._subject(scope, start - 1), start)
                orgs = tuple(o for o in orgs if o not in alliance)
                return self._say(scope, alliance, orgs, cue, "done", (left, i + 1), 4, "status", status)
        return False

    def _role_alliance(self, scope: Scope, i: int, left: int) -> tuple[str, ...]:
        units = scope.units
        found = self._complement(scope, i + 1)
        if found:
            return found
        for k in range(max(0, left - 4), left):
            if units[k].kind == "alliance":
                pass
        return self._focus(scope, left)

    def _event(self, scope: Scope, i: int, cue: Cue) -> bool:
        """« l'arrivée de A », « son retrait de Z », « la création de Z par A »."""
        units = scope.units
        left = i
        while left and units[left - 1].kind == "word" and units[left - 1].pos in ("ADJ", "DET", "NUM"):
            left -= 1
        possessive = any(u.low in POSSESSIVES for u in units[left:i])
        if cue.status == "founder":
            return self._creation(scope, i, left, cue, possessive)
        modality, start = self._governed_noun(scope, left)
        alliance = self._complement(scope, i + 1)
        direct = next((g for g in scope.groups if g.start > i and g.prep in OF and self._near(units, i, g)), None)
        if direct:
            orgs = tuple(direct.keys) + self._more(scope, direct)
            alliance = alliance or self._complement(scope, direct.end) or self._focus(scope, i)
            if cue.status == "non_member" and cue.name == "refus":
                return False
            return self._say(
                scope, alliance, tuple(o for o in orgs if o not in alliance), cue, modality, (left, i + 1), 3, "noun"
            )
        if not possessive and not (alliance and modality != "done") and modality == "done":
            return False
        subject = self._subject(scope, start - 1)
        orgs = self._resolve(scope, subject, start)
        alliance = alliance or self._focus(scope, i)
        orgs = tuple(o for o in orgs if o not in alliance)
        return self._say(scope, alliance, orgs, cue, modality, (left, i + 1), 2, "noun")

    def _near(self, units: list[Unit], i: int, g: Group) -> bool:
        """Whether the list is the complement of the noun at `i`: nothing but adjectives, commas and times between."""
        return g.at - i <= 8 and all(
            u.kind == "bracket"
            or (
                u.kind == "word"
                and (
                    u.pos in ("ADJ", "ADV", "NUM", "PUNCT", "ADP", "DET")
                    or u.low in TIMES
                    or u.low in ("prévue", "prévu", "attendue", "annoncée", "nouveaux", "vingtaine", "membres")
                )
            )
            for u in units[i + 1 : g.at]
        )

    def _more(self, scope: Scope, first: Group) -> tuple[str, ...]:
        """« l'arrivée de A et de B », « et du Comité »: lists under the same preposition that follow."""
        units, found, end = scope.units, [], first.end
        for g in scope.groups:
            if (
                g.start >= end
                and g.prep in OF
                and g.at - end <= 3
                and any(u.low in ("et", ",", "ou") for u in units[end : g.at])
            ):
                found += g.keys
                end = g.end
        return tuple(found)

    def _governed_noun(self, scope: Scope, left: int) -> tuple[str, int]:
        """The modality that the verb before a noun gives it, and where its verb group starts."""
        units = scope.units
        for k in range(left - 1, max(-1, left - 7), -1):
            unit = units[k]
            if unit.kind == "word" and unit.low in governing():
                for modality in governing()[unit.low]:
                    outer = verb_group(units, k, modality.name.split()[0], modality.forms, modality.reflexive)
                    if outer is not None:
                        return effect(modality, outer), outer.start
            if unit.kind == "word" and unit.pos in ("VERB", "AUX"):
                return "done", k
            if unit.kind in ("org", "alliance") or unit.low in (",", ";"):
                break
        return "done", left

    def _creation(self, scope: Scope, i: int, left: int, cue: Cue, possessive: bool) -> bool:
        units = scope.units
        alliance = self._complement(scope, i + 1)
        if not alliance and possessive:
            alliance = self._focus(scope, i)
        if not alliance:
            after = [u.low for u in units[i + 1 : i + 5]]
            if any(word in group_nouns() for word in after):
                alliance = self._focus(scope, i)
        if not alliance:
            return False
        by = next((g for g in scope.groups if g.start > i and g.prep == "par" and g.at - i < 14), None)
        if by:
            orgs = tuple(by.keys) + tuple(
                k for g in scope.groups if g.start > by.end and g.prep == "par" for k in g.keys
            )
            return self._say(scope, alliance, orgs, cue, "done", (left, i + 1), 3, "noun")
        for k in range(left - 1, max(-1, left - 6), -1):
            if (
                units[k].kind == "word"
                and units[k].pos in ("VERB", "AUX")
                and units[k].low.startswith(("annonc", "officialis", "proclam", "sign", "lanc", "décid"))
            ):
                group = verb_group(
                    units, k, "annoncer", next((m.forms for m in governing().get(units[k].low, ())), frozenset()), False
                )
                start = group.start if group else k
                orgs = self._resolve(scope, self._subject(scope, start - 1), start)
                return self._say(
                    scope, alliance, tuple(o for o in orgs if o not in alliance), cue, "done", (left, i + 1), 3, "noun"
                )
        return False

    # -- brackets, exceptions, headings

    def _bracket(self, scope: Scope, bracket: Unit, host: tuple[str, ...]) -> None:
        inner = self._scope(bracket.inner, host)
        if inner.units:
            self._read(inner)
            scope.spoken += inner.spoken

    def _exceptions(self, scope: Scope) -> None:
        """« sauf D », « ; pas C », « contrairement à B »: names on the other side of what the sentence says."""
        units = scope.units
        for g in scope.groups:
            mark = g.prep
            if mark not in ("sauf", "hormis", "excepté", "pas", "contrairement", "sans", "comme"):
                continue
            said = [s for s in scope.spoken if s.base == "member" and s.organization not in g.keys]
            if any(s.organization in g.keys for s in scope.spoken):
                continue
            if mark in ("sauf", "hormis", "excepté"):
                quantified = {u.low for u in units[: g.start]}
                if quantified & {"membres", "adhérents", "signataires", "participants", "adhérentes"} and not said:
                    status: Status = "member"
                else:
                    status = "non_member"
                self._direct(scope, self._focus(scope, g.start), tuple(g.keys), status, g, "exception")
            elif mark == "pas" and g.at >= 0 and (g.at == 0 or units[g.at - 1].low in (";", ",", "mais", "—", "–")):
                alliance = said[-1].alliance if said else None
                self._direct(
                    scope,
                    (alliance,) if alliance else self._focus(scope, g.start),
                    tuple(g.keys),
                    "non_member",
                    g,
                    "ellipsis",
                )
            elif mark == "contrairement" and said:
                status = "member" if said[-1].status in ("non_member",) else "non_member"
                self._direct(scope, (said[-1].alliance,), tuple(g.keys), status, g, "contrast")

    def _direct(
        self, scope: Scope, alliance: tuple[str, ...], keys: tuple[str, ...], status: Status, g: Group, rule: str
    ) -> None:
        at = scope.units[max(0, g.at)]
        for a in alliance:
            for o in keys:
                if a != o:
                    self._add(
                        scope, Statement(a, o, status, "asserted", self.span, (at.start, at.end), rule, 3, "member")
                    )

    def _heading(self, scope: Scope) -> None:
        """A heading gives its status to the names below it that nothing else is said of."""
        if scope.groups or len(scope.units) > 10:
            return
        for unit_index, unit in enumerate(scope.units):
            for cue in cues().get(unit.low, ()) if unit.kind == "word" else ():
                if cue.tail and not self._matches(scope.units, unit_index, cue):
                    continue
                if cue.kind == "copula" or (
                    cue.kind == "verb" and not {u.low for u in scope.units[:unit_index]} & ASKED
                ):
                    continue
                if cue.kind == "en" and "en" not in [u.low for u in scope.units[:unit_index]]:
                    continue
                status = cue.status if cue.status != "same" else None
                modality = "done"
                if cue.kind in ("verb", "en"):
                    group = verb_group(scope.units, unit_index, cue.verb, cue.forms, cue.reflexive)
                    modality = group.modality if group else "done"
                after = scope.units[unit_index + 1].low if unit_index + 1 < len(scope.units) else ""
                if after.startswith("associé"):
                    status = "associate"
                elif after.startswith("fondat"):
                    status = "founder"
                meant = MEANT.get(status or "", {}).get(modality, status) if modality != "done" else status
                if meant:
                    self.state.heading = meant  # type: ignore[assignment]
                    self.state.heading_cue = (unit.start, unit.end)
                    return

    def _under_heading(self, scope: Scope, bullet: bool) -> None:
        status = self.state.heading
        if status is None or (not bullet and any(u.kind == "word" and u.pos in ("VERB", "AUX") for u in scope.units)):
            return
        for g in scope.groups:
            if g.prep in ("", "de", "du"):
                for alliance in self.state.focus:
                    for key in g.keys[:1] if bullet else g.keys:
                        if key != alliance:
                            self._add(
                                scope,
                                Statement(
                                    alliance,
                                    key,
                                    status,
                                    "asserted",
                                    self.span,
                                    self.state.heading_cue,
                                    "heading",
                                    2,
                                    "member",
                                ),
                            )
                if bullet:
                    break

    # -- saying and remembering

    def _say(
        self,
        scope: Scope,
        alliance: tuple[str, ...],
        orgs: tuple[str, ...],
        cue: Cue,
        modality: str,
        span: tuple[int, int],
        strength: int,
        rule: str,
        status: str = "",
    ) -> bool:
        base = status or cue.status
        if base == "same":
            base = self.state.base
        meant = MEANT[base].get(modality, base) if modality != "done" else base
        if not meant or not alliance or not orgs:
            return False
        certainty = CERTAINTY.get(modality, "asserted") if meant != "member" else "asserted"
        units = scope.units
        where = (units[span[0]].start, units[min(span[1], len(units)) - 1].end)
        said = False
        for a in alliance:
            for o in orgs:
                if a != o:
                    self._add(scope, Statement(a, o, meant, certainty, self.span, where, rule, strength, base))  # type: ignore[arg-type]
                    said = True
        if said and base in ("member", "former"):
            self.state.base = base
        return said

    def _add(self, scope: Scope, statement: Statement) -> None:
        self.statements.append(statement)
        scope.spoken.append(statement)

    def _remember(self, scope: Scope) -> None:
        """Leave the state to the next sentence."""
        for unit in reversed(scope.units):
            if unit.kind == "alliance" and len(unit.keys) == 1:
                self.state.focus = unit.keys
                break
        free = [g for g in scope.groups if g.prep in ("", "quant")]
        if free:
            self.state.topic = tuple(free[0].keys)
        elif scope.groups:
            self.state.topic = tuple(scope.groups[-1].keys[-1:])
        for g in scope.groups:
            if len(g.keys) > 1:
                self.state.last_list = tuple(g.keys)
