"""Statements of membership: a cue, who it is about, which alliance, and how it is meant.

The article is read sentence by sentence with a discourse state (`ralliement.components.discourse`). Each cue asks for
its two sides, an organisation and an alliance; the modality of its verb group turns « rejoindre » into a member, a
joining, a candidate, a former or a non-member.
"""

from collections.abc import Iterator

from ralliement.annotations import Certainty, Status
from ralliement.components.alliance_evidence import group_nouns
from ralliement.components.alliances import Alliances
from ralliement.components.arguments import alliance_object, alliance_pronoun, complement, listed, together
from ralliement.components.discourse import PLURAL, Birth, Heading, Keys, Scope, State, Statement
from ralliement.components.lists import OF, TIMES, Group, groups
from ralliement.components.membership_cues import COPULAS, POSSESSIVES, Cue, copulas, cues, modalities
from ralliement.components.subjects import COUNTS, FOUNDERS, NAMES, PRONOUNS, organisations, subject
from ralliement.components.units import Sentence, Unit
from ralliement.components.verbs import CLITICS, VerbGroup, effect, verb_group

ADMITTING = {"admettre", "accueillir", "intégrer", "embarquer", "enrôler", "coopter", "recruter", "inclure"}
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
ASKED = {"qui", "ils", "elles", "nous"}  # subjects of a heading that announces a list
QUANTIFIED = {"membres", "adhérents", "adhérentes", "signataires", "participants"}
ASIDE = {"à", "tour", "pour", "part", "officiellement"}  # « restent pour leur part à l'écart »
PROCEDURES = {"procédure", "dossier", "demande", "projet", "candidature", "négociations", "protocole", "processus"}
VAGUE = {"signer", "partir", "repartir"}  # of anything: the sentence must name who
EXCEPT = {"sauf", "hormis", "excepté", "hors"}
ANNOUNCING = ("annonc", "annonç", "officialis", "proclam", "lanc", "décid", "scell", "dévoil", "act")

# What a cue means under a modality other than done; None: nothing.
MEANT: dict[str, dict[str, Status | None]] = {
    "member": {
        "planned": "joining", "wanted": "candidate", "hearsay": "candidate", "refused": "non_member",
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
}  # fmt: skip
SAME = {"member": "member", "founder": "member", "joining": "member", "candidate": "candidate", "former": "former"}
AUXILIARIES = {
    "est", "sont", "était", "étaient", "été", "être", "sera", "seront", "serait", "seraient", "fut", "furent",
}  # fmt: skip
CERTAINTY: dict[str, Certainty] = {"planned": "planned", "wanted": "planned", "hearsay": "conditional"}


def read(alliances: Alliances, sentences: list[Sentence]) -> Iterator["Reader"]:
    """The sentences of the article read in order, each with what it says; the state goes from one to the next."""
    state = State(alliances.main, list(reversed(alliances.keys)), quoted=alliances.text.quoted)
    for sentence in sentences:
        if sentence.units:
            reader = Reader(sentence, state)
            reader.read()
            yield reader
            reader.scope.remember()


class Reader:
    """Reads one sentence; what it says is in `scope.said`."""

    def __init__(self, sentence: Sentence, state: State) -> None:
        self.sentence = sentence
        self.state = state
        self.span = (sentence.units[0].start, sentence.units[-1].end)
        self.scope = Scope(sentence.units, state)

    def read(self) -> None:
        """Read the sentence."""
        scope, sentence = self.scope, self.sentence
        above, item = self.state.heading, _is_item(sentence, scope, self.state.heading is not None)
        if above and not item and (sentence.heading or (above.lasting and self.state.listing)):
            self.state.heading = None  # another heading, or the text after the list
        alliance = above.alliance if above and self.state.listing else self.state.focus
        question = sentence.units[-1].low == "?" and sentence.units[0].low in ("qui", "et")
        if (sentence.heading or question) and not scope.groups:
            self._announces(scope, alliance)
        else:
            self._cues(scope)
            self._exceptions(scope)
            self._likewise(scope)
            self._bracketed_members(scope)
            if self.state.heading and sentence.units[-1].low != "?":
                self._announced(scope, self.state.heading, item)
            if not scope.said and (not scope.groups or scope.units[-1].low == ":"):
                self._announces(scope, self.state.focus)
        if above and not above.lasting and not item and self.state.heading is above:
            self.state.heading = None  # it spoke of the line after it only
        self.state.listing = item

    # -- cues

    def _cues(self, scope: Scope) -> None:
        units = scope.units
        i = 0
        while i < len(units):
            unit = units[i]
            if unit.kind == "bracket":
                self._bracket(scope, i)
            elif unit.kind == "word" and unit.low in cues():
                i = self._cues_at(scope, i)
                continue
            elif unit.low in ("elles", "eux", "ceux-ci") and i and units[i - 1].low == "parmi":
                self._among(scope, i)
            i += 1

    def _cues_at(self, scope: Scope, i: int) -> int:
        """Read the cues that open at unit `i`, the longest first; the unit to go on from."""
        after, said = i + 1, False
        for cue in cues()[scope.units[i].low]:
            if said and "contre" not in cue.links:
                continue
            end = _matches(scope.units, i, cue)
            if end and self._cue(scope, i, end, cue):
                after, said = max(after, end), True
        return after

    def _cue(self, scope: Scope, i: int, end: int, cue: Cue) -> bool:
        if cue.kind == "role":
            return self._role(scope, i, end, cue)
        if cue.kind == "event":
            return self._event(scope, i, cue)
        if cue.kind == "phrase":
            return self._phrase(scope, i, end, cue)
        units = scope.units
        if _is_noun(units, i):
            return False
        if "heading" in cue.links and ((i and len(listed(scope, end, {""})) < 2) or units[end : end + 1] == []):
            return False
        group = verb_group(units, i, cue.verb, cue.forms, cue.reflexive)
        if group is None or not _pronominal(cue, group) or (cue.kind == "passive" and not group.passive):
            return False
        if cue.kind == "en" and not _of_them(units, group, end):
            return False
        left_over = "en" in group.clitics or "y" in group.clitics  # « il n'en reste que quatre : A, B »
        if (
            "end" in cue.links
            and group.start
            and not left_over
            and end < len(units)
            and units[end].low not in (".", ";")
        ):
            return False
        if "y" in cue.links and "y" not in group.clitics:
            return False
        if (
            "alone" in cue.links
            and end + 1 < len(units)
            and units[end].low in ("de", "d'", "à")
            and units[end + 1].pos == "VERB"
        ):
            return False  # « refuse de commenter »
        if cue.subject == "organization":
            return self._organisation_verb(scope, group, end, cue)
        return self._alliance_verb(scope, group, end, cue)

    # -- verbs whose subject is an organisation

    def _organisation_verb(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        if cue.kind == "passive" or (group.passive and "direct" in cue.links):
            return self._by(scope, group, end, cue)
        if group.passive and not group.bare:
            return False
        if cue.verb in ("passer", "filer"):
            return self._passes(scope, group, end, cue)
        alliance, blocked = alliance_object(scope, end, cue)
        alliance = alliance or alliance_pronoun(scope, group, cue)
        beside = group.bare and bool(_beside(scope, group.start))  # « A, sorti en mai »
        timed = cue.status in ("member", "former") and "direct" not in cue.links and _timed(scope.units, end)
        if not alliance and not blocked and ("alone" in cue.links or beside or timed):
            alliance = scope.focus(group.start)
        orgs = self._who(scope, group, end, cue) if alliance else ()
        if cue.status == "founder" and alliance:
            orgs += together(scope)
        if cue.status == "candidate" and set(orgs) & set(self.state.recent):
            return False  # two alliances in talks
        if cue.verb in VAGUE and (_aims(scope.units, end) or _is_plain_noun(scope.units, group)):
            return False  # « part pour un périple », « les premier et troisième partis »
        if cue.status == "same" and _takes_object(scope.units, end):
            return False  # « suivre le mouvement »
        if cue.verb in VAGUE and "alone" in cue.links and not self._named(scope, group, orgs):
            return False  # « il signe », « elle part »: of whom is not sure
        said = self._say(scope, alliance, orgs, cue.status, group.modality, (group.start, end), "verb")
        if said:
            self._then(scope, group, end, cue, alliance)
        if said and cue.status == "former":
            self._for_another(scope, group, end, alliance, orgs)
        return said

    def _then(self, scope: Scope, group: VerbGroup, end: int, cue: Cue, alliance: Keys) -> None:
        """« A est entré en mai, puis B et C », « suivi de D »: the verb goes on without being said again."""
        for g in scope.groups:
            before = scope.units[max(end, g.start - 4) : g.start]
            after = scope.units[g.end : g.end + 2]
            goes_on = any(
                unit.low in ("puis", "suivi", "suivie", "suivis", "imité", "imitée", "imités") for unit in before
            )
            verb = any(unit.pos in ("VERB", "AUX") and unit.low not in cues() for unit in after)
            if g.start >= end and goes_on and not verb and g.prep in ("", "de", "d'", "du", "par"):
                self._say(scope, alliance, tuple(g.keys), cue.status, group.modality, (group.start, end), "verb", 2)

    def _who(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> Keys:
        """The organisations that are the subject of a verb: before it, after it, or of the clause it opens."""
        units = scope.units
        if group.bare and group.start <= 1:
            return _after_comma(scope, group.index)
        if group.bare and (beside := _beside(scope, group.start)):
            return beside
        opens = group.start == 0 or units[group.start - 1].low == ","
        if opens and (cue.verb in ("ajouter", "rester") or (group.start == 0 and not group.bare)):
            return listed(scope, end, {"", "dont"})
        if cue.verb == "rester" and "en" in group.clitics:
            return listed(scope, end, {"", "dont"})
        found = subject(scope, group.start - 1, jump=group.infinitive and not group.governors)
        if found and ((found.kind == "pron" and found.word in (*PLURAL, "nous")) or found.kind == "noun"):
            colon = next((k for k in range(end, len(units)) if units[k].low == ":"), 0)
            if colon and (after := listed(scope, colon, {""})):
                return after  # « ils étaient trois à le lancer : A, B et C »
        if (found is None or found.word == "il") and group.clitics & {"y", "en"}:
            return listed(scope, end, {""}) or organisations(scope, found)
        if found and found.kind == "noun" and found.word in FOUNDERS:
            return self._founders()
        return organisations(scope, found)

    def _named(self, scope: Scope, group: VerbGroup, orgs: Keys) -> bool:
        """Whether the sentence names the organisations, or the alliance right after the verb."""
        after = scope.units[group.index + 1 : group.index + 8]
        return any(set(orgs) & set(g.keys) for g in scope.groups) or any(unit.kind == "alliance" for unit in after)

    def _founders(self) -> Keys:
        """Those that were said to be founders so far, of the alliance last spoken of that has any."""
        known = self.state.founders
        return next((tuple(known[key]) for key in reversed(self.state.recent) if known.get(key)), ())

    def _by(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        """A passive: « fondée par A et B », « a été rejointe par C », « créée entre les quatre pays »."""
        units = scope.units
        orgs: Keys = ()
        by = end
        for k in range(end, min(end + 24, len(units))):
            unit = units[k]
            if (
                unit.low in ("qui", "que", ";")
                or unit.kind == "alliance"
                or (unit.kind == "word" and unit.pos == "AUX")
            ):
                break
            if unit.low == "par" or (unit.low == "entre" and cue.status == "founder"):
                by = k
                orgs = self._own(scope, k) + listed(scope, k, {unit.low, ""}) or self._counted(units, k)
                if orgs:
                    break
        alliance = self._patient(scope, group, by)
        if not orgs and cue.status == "founder":
            self._born(scope, alliance, group.start, end)
        return self._say(scope, alliance, orgs, cue.status, group.modality, (group.start, end), "passive")

    def _counted(self, units: list[Unit], by: int) -> Keys:
        """« par les deux groupes »: the last list, if it has so many."""
        following = [unit.low for unit in units[by + 1 : by + 3]]
        if len(following) == 2 and following[0] in ("les", "ces") and self.state.lists:
            last = self.state.lists[-1]
            return last if COUNTS.get(following[1]) == len(last) else ()
        return ()

    def _born(self, scope: Scope, alliance: Keys, start: int, end: int) -> None:
        """Remember the words that say when an alliance was made."""
        units = scope.units
        cue = (units[start].start, units[end - 1].end)
        self.state.births += [Birth(key, self.span, cue) for key in alliance]

    def _own(self, scope: Scope, by: int) -> Keys:
        """« créé par sa maison et par A »: the topic's own house."""
        following = [unit.low for unit in scope.units[by + 1 : by + 3]]
        if following[:1] and following[0] in POSSESSIVES and following[1:] in (["maison"], ["entreprise"], ["groupe"]):
            return next((tuple(g.keys[-1:]) for g in reversed(scope.groups) if g.end <= by), self.state.topic[:1])
        return ()

    def _patient(self, scope: Scope, group: VerbGroup, by: int) -> Keys:
        """The alliance that a passive verb is about."""
        units = scope.units
        if group.bare:
            k = group.start - 1
            while k >= 0 and (units[k].low in (",", "»", "”") or units[k].kind == "bracket"):
                k -= 1
            if k >= 0 and units[k].kind == "alliance":
                return units[k].keys
            noun = units[k] if k >= 0 and k == group.start - 1 else None
            if noun is not None and noun.kind == "word" and noun.pos == "NOUN" and noun.low not in NAMES:
                return ()  # « une étude menée par A »
            if group.start <= 1:  # « Fondée par A, Z … »
                for k in range(by, len(units)):
                    before = k - 1 - (units[k - 1].pos == "DET")
                    if units[k].kind == "alliance" and units[before].low == ",":
                        return units[k].keys
        found = subject(scope, group.start - 1)
        return found.keys if found and found.kind == "alliance" else scope.focus(group.start)

    def _passes(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        """« est passé de Z à Y », « file chez Y »: one alliance left, another joined."""
        units = scope.units
        left: Keys = ()
        joined: Keys = ()
        prep = ""
        for k in range(end, min(end + 14, len(units))):
            unit = units[k]
            if unit.kind == "alliance":
                if prep in OF:
                    left = unit.keys
                elif prep in ("à", "au", "chez", "dans", "vers"):
                    joined = unit.keys
            elif unit.low in (",", ";") or unit.pos in ("VERB", "AUX"):
                break
            elif unit.pos == "ADP" or unit.low in OF:
                prep = unit.low
        orgs = self._who(scope, group, end, cue) if joined else ()
        if not orgs and group.bare and group.start and units[group.start - 1].low == ":":
            orgs = scope.topic(group.start, "il")
        said = self._say(scope, joined, orgs, "member", group.modality, (group.start, end), "verb")
        if said and not left:  # « A figurait chez Z, mais est passé chez Y »
            left = tuple(s.alliance for s in scope.said if s.organization in orgs and s.alliance not in joined)
        if said and left:
            self._say(scope, left, orgs, "former", group.modality, (group.start, end), "verb")
        return said

    def _for_another(self, scope: Scope, group: VerbGroup, end: int, left: Keys, orgs: Keys) -> None:
        """« a quitté Z pour Y »."""
        units = scope.units
        for k in range(end, min(end + 10, len(units))):
            if units[k].low == "pour":
                for unit in units[k + 1 : k + 5]:
                    if unit.kind == "alliance" and unit.keys != left:
                        self._say(scope, unit.keys, orgs, "member", group.modality, (group.start, end), "verb")
                        return
                    if unit.low in ("elle", "lui"):
                        self._say(scope, scope.other(left), orgs, "member", group.modality, (group.start, end), "verb")
                        return
                return

    # -- verbs whose subject is an alliance

    def _alliance_verb(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        units = scope.units
        against = "contre" in cue.links
        if group.passive and "direct" in cue.links:
            return self._undergoes(scope, group, end, cue)
        if end < len(units) and units[end].low in ("sur", "parmi"):
            return False
        alliance = self._actor(scope, group, cue)
        if not alliance:
            return False
        if against:
            return self._against(scope, group, end, alliance)
        allowed = {"entre", "de", "d'"} if "entre" in cue.links else {"", "dont", "comme", "tels", "telles"}
        if "à" in cue.links:
            allowed |= {"à", "au", "aux"}
        if "en" in group.clitics:
            allowed |= {"avec"}
        if "avec" in cue.links:
            allowed = {"avec"}
        if cue.status == "rival":
            named = next((u for u in units[end : end + 5] if u.kind in ("alliance", "org")), None)
            orgs = named.keys if named and named.kind == "alliance" else ()
            orgs = orgs or listed(scope, end, allowed) or self._relative(scope, group)
            alliance = alliance if not set(alliance) & set(orgs) else scope.other(orgs)
        else:
            orgs = listed(scope, end, allowed)
        status = cue.status
        for k in range(end, min(end + 12, len(units))):  # « compte sept États observateurs, dont A »
            if units[k].kind == "org" or units[k].low in (",", ";"):
                break
            role = next((c for c in cues().get(units[k].low, ()) if c.kind == "role" and not c.tail), None)
            if role and status == "member" and role.status in ("associate", "candidate", "founder"):
                status = role.status
        return self._say(scope, alliance, orgs, status, group.modality, (group.start, end), "verb")

    def _actor(self, scope: Scope, group: VerbGroup, cue: Cue) -> Keys:
        """The alliance that is the subject of a verb; none where another thing is."""
        if group.bare and group.start == 0:
            return scope.focus(group.start)
        if group.gerund:  # « une « alliance » réunissant … »
            near = scope.units[max(0, group.start - 5) : group.start]
            if any(unit.kind == "alliance" or unit.low in group_nouns() for unit in near):
                return scope.focus(group.start)
        found = subject(scope, group.start - 1, jump=group.infinitive and not group.governors)
        if found is None or (found.kind == "pron" and found.word not in ("nous", "je")):
            return scope.focus(group.start)
        if found.kind == "pron":
            self.state.speak_of(self.state.main)
            return self.state.main
        if found.keys and found.kind in ("alliance", "noun"):
            return found.keys
        if cue.status == "rival" and found.kind != "per":
            return scope.focus(group.start)
        if cue.status == "candidate":
            return scope.focus(group.start)
        return ()

    def _undergoes(self, scope: Scope, group: VerbGroup, end: int, cue: Cue) -> bool:
        """A passive: « a été admis chez Z », « suspendue en mai », « approchée par l'alliance »."""
        if cue.status == "rival" or (cue.status == "member" and cue.verb not in ADMITTING):
            return False
        orgs = _after_comma(scope, group.index) if group.bare and group.start == 0 else ()
        if not orgs and group.bare:
            orgs = _beside(scope, group.start)
        found = subject(scope, group.start - 1)
        orgs = orgs or organisations(scope, found)
        colon = next((k for k in range(end, len(scope.units)) if scope.units[k].low == ":"), 0)
        if not orgs and colon and found and found.kind == "noun":
            orgs = listed(scope, colon, {""})  # « Quatre clubs ont été admis : A, B … »
        alliance = complement(scope, end) or alliance_pronoun(scope, group, cue) or scope.focus(group.start)
        role = next((c for c in cues().get(scope.units[end].low, ()) if c.kind == "role"), None) if (
            end < len(scope.units)
        ) else None  # fmt: skip
        status = _role_status(role.status, scope.units, end, end) if role and cue.status == "member" else cue.status
        return self._say(scope, alliance, orgs, status, group.modality, (group.start, end), "passive")

    def _relative(self, scope: Scope, group: VerbGroup) -> Keys:
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

    def _against(self, scope: Scope, group: VerbGroup, end: int, alliance: Keys) -> bool:
        """« s'est bâtie contre A », « A, contre qui l'alliance a été fondée », « c'est contre A que … »."""
        units = scope.units
        at = next((k for k in range(end, min(end + 12, len(units))) if units[k].low == "contre"), -1)
        if at < 0:
            at = next(
                (k for k in range(group.start - 1, max(-1, group.start - 26), -1) if units[k].low == "contre"), -1
            )
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
        return self._say(scope, alliance, rivals, "rival", group.modality, (group.start, end), "verb")

    # -- nouns for members

    def _role(self, scope: Scope, i: int, end: int, cue: Cue) -> bool:
        """« membre », « fondateurs », « observatrice »: by a verb of being, in apposition, or before its list."""
        units = scope.units
        if cue.name == "à l'origine" and (end >= len(units) or units[end].low not in OF):
            return False  # « à l'origine, ils étaient quatre »
        if cue.name.startswith("partenaire") and not cue.tail and not complement(scope, end):
            return False
        left = _noun_phrase(units, i)
        status = _role_status(cue.status, units, left, i)
        if status == "rival":
            return self._rival(scope, i, left, end)
        alliance = complement(scope, end)
        of_another = end + 1 < len(units) and units[end].low in OF and units[end + 1].kind in ("word", "org")
        if not alliance and of_another and not any(unit.low in POSSESSIVES for unit in units[left:i]):
            return False  # « créateur de logiciels »
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
                return self._is(scope, group, end, status, alliance, name)
        if left == 0 or units[left - 1].low in (",", "–", "—", "-", ":"):
            orgs = self._apposed(scope, i, left)
            if orgs:
                return self._say(scope, alliance, orgs, status, "done", span, "apposition")
        return self._heads(scope, i, left, end, status, alliance) or self._as(scope, left, i, end, status, alliance)

    def _is(self, scope: Scope, group: VerbGroup, end: int, status: str, alliance: Keys, name: str) -> bool:
        found = subject(scope, group.start - 1, jump=group.infinitive and not group.governors)
        orgs = organisations(scope, found)
        if not orgs and (found is None or found.kind == "noun"):
            orgs = listed(scope, end, {""})
        if orgs and units_after(scope, end) == [",", "avec"]:
            orgs += together(scope)  # « A reste le seul absent, avec B »
        modality = group.modality
        if status == "founder" and modality in ("refused", "ceased"):
            status, modality = "non_member", "done"
        if name == "devenir" and modality == "ceased":
            modality = "refused"
        if status == "member" and modality == "done" and group.past and name == "être":
            status = "former"
        return self._say(scope, alliance, orgs, status, modality, (group.start, end), "copula")

    def _apposed(self, scope: Scope, i: int, left: int) -> Keys:
        """Whom a noun stands beside: « A, membre de Z, », « membre de Z, A … », in brackets after A."""
        units = scope.units
        if left == 0 or units[left - 1].low == ":":
            return scope.host or _after_comma(scope, i)
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

    def _heads(self, scope: Scope, i: int, left: int, end: int, status: str, alliance: Keys) -> bool:
        """« Les autres fondateurs, A et B », « parmi ses membres, on compte A », « ses membres : A, B »."""
        units = scope.units
        listing = left and any(unit.low in ("parmi", "pour") for unit in units[max(0, left - 2) : left + 1])
        k = end
        while k < min(end + 8, len(units)):
            unit = units[k]
            if unit.kind in ("org", "bracket") or unit.low in (",", ":", "–", "—"):
                break
            if unit.kind == "word" and unit.pos in ("VERB", "AUX") and not listing:
                return False
            k += 1
        if k >= len(units):
            return False
        orgs: Keys = ()
        if units[k].kind == "bracket":
            orgs = tuple(key for g in groups(units[k].inner) if g.prep in ("", "dont", "comme") for key in g.keys)
        elif listing or units[k].low == ":":
            orgs = listed(scope, k, {"", "dont", "pour"})
        elif units[k].kind == "org":
            orgs = next((tuple(g.keys) for g in scope.groups if g.start == k and k == end), ())
        else:
            orgs = next((tuple(g.keys) for g in scope.groups if k < g.start <= k + 4 and g.prep == ""), ())
        return self._say(scope, alliance, orgs, status, "done", (left, end), "list")

    def _as(self, scope: Scope, left: int, i: int, end: int, status: str, alliance: Keys) -> bool:
        """« siège comme observateur », « un statut d'observateur », « un siège de membre »."""
        units = scope.units
        if status != "associate" and not (left and units[left - 1].low in ("de", "d'", "comme", "en") and {
            unit.low for unit in units[max(0, left - 3) : left]
        } & {"siège", "statut", "qualité", "titre", "rang", "tant", "comme"}):  # fmt: skip
            return False
        for k in range(left - 1, -1, -1):
            unit = units[k]
            if unit.kind == "word" and (
                unit.pos in ("VERB", "AUX")
                or (unit.low in cues() and cues()[unit.low][0].kind == "verb")
                or (k and units[k - 1].low == "y")
            ):
                if k and units[k - 1].pos == "DET" and units[k - 1].low not in CLITICS:
                    continue
                while k and units[k - 1].kind == "word" and (
                    units[k - 1].pos in ("AUX", "ADV") or units[k - 1].low in CLITICS | {"n'", "ne"}
                ):  # fmt: skip
                    k -= 1
                orgs = organisations(scope, subject(scope, k - 1))
                return self._say(scope, alliance, orgs, status, "done", (left, end), "status", 4)
        return False

    def _rival(self, scope: Scope, i: int, left: int, end: int) -> bool:
        """« A, concurrent de Z », « sa rivale, Y », « Z se pose en rivale de A »: only an alliance has rivals here."""
        units, span = scope.units, (left, end)
        orgs: Keys = ()
        of = complement(scope, end)
        against = next((g for g in scope.groups if end <= g.start <= end + 5 and g.prep in OF), None)
        before = next((unit.keys for unit in reversed(units[:left]) if unit.kind == "alliance"), ())
        if not of and against is not None:  # « en rivale de A et de B »
            orgs = listed(scope, end, OF | {""})
            return self._say(scope, before or scope.focus(left), orgs, "rival", "done", span, "noun")
        possessive = any(unit.low in POSSESSIVES for unit in units[left:i])
        after = next((u for u in units[end : end + 3] if u.kind in ("alliance", "org")), None)
        if (
            not of
            and (possessive or units[i].low != "rival")
            and after is not None
            and units[end].low in (",", ":", "(")
        ):
            rivals = after.keys if after.kind == "alliance" else next(
                (tuple(g.keys) for g in scope.groups if units[g.start] is after), ()
            )  # fmt: skip
            return self._say(scope, scope.other(rivals), rivals, "rival", "done", span, "apposition")
        k = left - 1
        while (
            k >= 0
            and units[k].kind == "word"
            and (units[k].low in group_nouns() or units[k].pos in ("ADV", "DET", "ADJ"))
        ):
            k -= 1
        if k >= 0 and units[k].kind == "alliance":  # « Y, le réseau concurrent »
            return self._say(scope, of or scope.other(units[k].keys), units[k].keys, "rival", "done", span, "noun")
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
        if not of and not set(orgs) & set(self.state.recent):
            return False
        return self._say(scope, of or scope.other(orgs), orgs, "rival", "done", span, "noun")

    def _among(self, scope: Scope, i: int) -> None:
        """« Parmi elles, A et B »: of those the sentence before counted."""
        if i <= 1 and self.state.base in ("member", "founder"):
            orgs = listed(scope, i, {"", ":"})
            self._say(scope, self.state.focus, orgs, "member", "done", (max(0, i - 1), i + 1), "list")

    # -- nouns for what happens

    def _event(self, scope: Scope, i: int, cue: Cue) -> bool:
        """« l'arrivée de A », « son retrait de Z », « la création de Z par A »; « y est entrée » is a verb."""
        units = scope.units
        if any(unit.low in AUXILIARIES for unit in units[max(0, i - 2) : i]) and units[i - 1].pos != "DET":
            return False
        left = i
        while left and units[left - 1].kind == "word" and units[left - 1].pos in ("ADJ", "DET", "NUM"):
            left -= 1
        possessive = any(unit.low in POSSESSIVES for unit in units[left:i])
        span = (left, i + 1)
        if cue.status == "founder":
            return self._creation(scope, i, left, possessive)
        modality, start = self._governed(scope, left)
        if any(unit.low.startswith(("prévu", "attendu", "programmé")) for unit in units[i + 1 : i + 4]):
            modality = "planned"
        if left > 1 and units[left - 1].low in ("d'", "de") and units[left - 2].low in PROCEDURES:
            modality, left = "wanted", left - 2  # « une procédure d'adhésion »
            start = self._governed(scope, left - 1)[1]
        alliance = complement(scope, i + 1)
        links = cue.links & {"avec"} or OF
        direct = next((g for g in scope.groups if g.start > i and g.prep in links and _near(units, i, g)), None)
        if direct and cue.name != "refus":
            orgs = tuple(direct.keys) + _more(scope, direct)
            alliance = alliance or complement(scope, direct.end) or scope.focus(i)
        elif possessive or modality != "done":
            orgs = organisations(scope, subject(scope, start - 1))
        else:
            return False
        alliance = alliance or scope.focus(i)
        adjectives = {unit.low for unit in units[left : i + 3]}
        if adjectives & {"éventuelle", "possible", "hypothétique", "éventuel", "éventuels"}:
            modality = "wanted"
        elif adjectives & {"prochaine", "prochain", "future", "futur", "imminente", "imminent"}:
            modality = "planned"
        said = self._say(scope, alliance, orgs, cue.status, modality, span, "noun", 3 if direct else 2)
        for k in range(i + 1, len(units) - 1):
            if said and units[k].low in ("celui", "celle", "ceux") and units[k + 1].low in OF:  # « celui de A »
                orgs = next((tuple(g.keys) for g in scope.groups if k < g.start <= k + 4), ())
                self._say(scope, alliance, orgs, cue.status, modality, span, "noun", 2)
        return said

    def _governed(self, scope: Scope, left: int) -> tuple[str, int]:
        """The modality that the verb before a noun gives it, and where that verb group starts."""
        units = scope.units
        for k in range(left - 1, max(-1, left - 9), -1):
            unit = units[k]
            if unit.kind == "word" and unit.low in modalities():
                for modality in modalities()[unit.low]:
                    if (group := verb_group(units, k, modality.verb, modality.forms, modality.reflexive)) is not None:
                        return effect(modality, group), group.start
            if unit.kind == "word" and unit.pos in ("VERB", "AUX"):
                return "done", k
            if unit.kind in ("org", "alliance") or unit.low == ";":
                break
        return "done", left

    def _creation(self, scope: Scope, i: int, left: int, possessive: bool) -> bool:
        """« la création de Z par A », « A et B annoncent la naissance de Z »."""
        units, span = scope.units, (left, i + 1)
        alliance = complement(scope, i + 1)
        if not alliance and (possessive or any(unit.low in group_nouns() for unit in units[i + 1 : i + 5])):
            alliance = scope.focus(i)
        if not alliance:
            return False
        by = [g for g in scope.groups if g.start > i and g.prep == "par" and g.at - i < 16]
        if by:
            return self._say(scope, alliance, tuple(k for g in by for k in g.keys), "founder", "done", span, "noun")
        self._born(scope, alliance, left, i + 1)
        for k in range(left - 1, max(-1, left - 8), -1):
            if units[k].kind == "word" and units[k].low.startswith(ANNOUNCING):
                start = k
                while start and units[start - 1].kind == "word" and units[start - 1].pos in ("AUX", "ADV"):
                    start -= 1
                found = subject(scope, start - 1)
                orgs = organisations(scope, found)
                if not orgs and found and found.kind == "noun":
                    colon = next((j for j in range(i, len(units)) if units[j].low == ":"), 0)
                    orgs = listed(scope, colon, {""}) if colon else ()
                return self._say(scope, alliance, orgs, "founder", "done", span, "noun")
        between = next((g for g in scope.groups if g.end <= left and g.prep == "entre"), None)
        return between is not None and self._say(scope, alliance, tuple(between.keys), "founder", "done", span, "noun")

    def _phrase(self, scope: Scope, i: int, end: int, cue: Cue) -> bool:
        """« à l'initiative de A », « sous l'égide de A », « une riposte à A »."""
        units = scope.units
        first = next((g for g in scope.groups if end - 1 <= g.start <= end + 9 and _attached(units, end, g)), None)
        orgs = tuple(first.keys) + _more(scope, first) if first else ()
        found = next((unit.keys for unit in units[end : end + 6] if unit.kind == "alliance"), ())
        if cue.status == "rival" and found and not orgs:
            orgs = found
        alliance = scope.focus(i)
        if cue.status == "rival":
            if set(alliance) & set(orgs):
                alliance = scope.other(orgs)
            if not cue.name.startswith("riposte") and not any(unit.kind == "alliance" for unit in units):
                return False
        elif cue.name.startswith("aux côtés") and not any(s.base == "member" for s in scope.said):
            return False
        elif not any(unit.kind == "alliance" for unit in units[:i]):
            alliance = next((unit.keys for unit in units[end:] if unit.kind == "alliance"), alliance)
        return self._say(scope, alliance, orgs, cue.status, "done", (i, end), "phrase")

    def _likewise(self, scope: Scope) -> None:
        """« A aussi », « tout comme B »: what was just said holds of them too."""
        units, last = scope.units, (scope.said or self.state.last_said)
        for g in scope.groups:
            told = any(s.organization in g.keys for s in scope.said)
            after = units[g.end].low if g.end < len(units) else ""
            like = g.prep == "comme" and g.at > 0 and units[g.at - 1].low in ("tout", ",", "même")
            also = (
                g.start <= 1
                and after in ("aussi", "également")
                and not any(u.pos in ("VERB", "AUX") for u in units[g.end : g.end + 3])
            )
            if last and not told and ((like and scope.said) or also):
                said = last[-1]
                self._say(scope, (said.alliance,), tuple(g.keys), said.status, "done", (g.start, g.end), "likewise", 2)

    # -- brackets, exceptions, headings

    def _bracket(self, scope: Scope, i: int) -> None:
        """What a bracket says of the name before it."""
        inner = scope.units[i].inner
        if not inner:
            return
        before = scope.units[i - 1] if i else None
        if before is not None and before.kind == "alliance":  # « Z (A, B et C) »
            listed_in = [g for g in groups(inner) if g.prep in ("", "dont")]
            orgs = tuple(key for g in listed_in for key in g.keys)
            if len(orgs) > 1 and not any(unit.pos in ("VERB", "AUX") for unit in inner):
                self._say(scope, before.keys, orgs, "member", "done", (i - 1, i + 1), "bracket", 2)
                return
        g = scope.group(i - 1) if i else None
        nested = Scope(inner, self.state, tuple(g.keys[-1:]) if g and g.end == i else ())
        self._cues(nested)
        self._exceptions(nested)
        scope.said += nested.said

    def _bracketed_members(self, scope: Scope) -> None:
        """« cinquante entreprises (dont A et B) lancent Z »: a list in a bracket after those who are in."""
        said = [s for s in scope.said if s.base in ("founder", "member") and s.status in ("founder", "member")]
        told = {s.organization for s in scope.said}
        for i, unit in enumerate(scope.units):
            if unit.kind != "bracket" or not said or not i or scope.units[i - 1].kind != "word":
                continue
            lists = [g for g in groups(unit.inner) if g.prep in ("", "dont", "comme") and not told & set(g.keys)]
            keys = tuple(key for g in lists for key in g.keys)
            if len(keys) > 1 or (keys and unit.inner[0].low == "dont"):
                self._say(scope, (said[0].alliance,), keys, "member", "done", (i, i + 1), "bracket", 2)

    def _exceptions(self, scope: Scope) -> None:
        """« sauf D », « ; pas C », « contrairement à B »: names on the other side of what the sentence says."""
        units = scope.units
        for g in scope.groups:
            if g.prep not in EXCEPT | {"pas", "contrairement"} or any(s.organization in g.keys for s in scope.said):
                continue
            said = [s for s in scope.said if s.base == "member"]
            alliance = (said[-1].alliance,) if said else scope.focus(g.start)
            span = (max(0, g.at), g.end)
            if g.prep in EXCEPT:
                all_are_in = {unit.low for unit in units[: g.start]} & QUANTIFIED and not said
                self._say(
                    scope, alliance, tuple(g.keys), "member" if all_are_in else "non_member", "done", span, "exception"
                )
            elif g.prep == "pas" and (g.at == 0 or units[g.at - 1].low in (";", ",", "mais", "—", "–")):
                self._say(scope, alliance, tuple(g.keys), "non_member", "done", span, "ellipsis")
            elif g.prep == "contrairement" and said:
                status = "member" if said[-1].status == "non_member" else "non_member"
                self._say(scope, alliance, tuple(g.keys), status, "done", span, "contrast")

    # -- headings and the lists below them

    def _announces(self, scope: Scope, alliance: Keys) -> None:
        """Status of the names below a heading: « Les membres actifs », « Qui n'en est pas ? », « Elle réunit : »."""
        units = scope.units
        question = (self.sentence.heading or units[-1].low == "?") and units[-1].low != ":"
        if question and len(units) > 12:
            return
        meant: Status | None = None
        at = units[0]
        for i, unit in enumerate(units):
            for cue in cues().get(unit.low, ()) if unit.kind == "word" else ():
                if not _matches(units, i, cue) or cue.kind == "phrase" or cue.status in ("same", "rival"):
                    continue
                base = self._announced_status(units, i, cue, question)
                if base and (question or cue.kind in ("role", "verb")):
                    meant, at = base, unit
            if meant and question:
                break
        focus = next((unit.keys for unit in reversed(units) if unit.kind == "alliance"), alliance)
        if meant:
            lasting = self.sentence.heading and question
            self.state.heading = Heading(meant, focus, (at.start, at.end), self.span, lasting)

    def _announced_status(self, units: list[Unit], i: int, cue: Cue, question: bool) -> Status | None:
        """What the cue at unit `i` of a heading or of an opening line says of those listed below."""
        before = {unit.low.lstrip("-") for unit in units}
        if cue.kind in ("role", "event"):
            base = _role_status(cue.status, units, _noun_phrase(units, i), i)
            return base if question or units[i].low.endswith("s") else None  # type: ignore[return-value]
        if cue.kind == "en" and not any(unit.low == "en" for unit in units[max(0, i - 2) : i]):
            return None
        if question and not before & ASKED:
            return None
        group = verb_group(units, i, cue.verb, cue.forms, cue.reflexive)
        if group is None or not _pronominal(cue, group):
            return None
        if not question and units[-1].low != ":":
            return None
        by = group.passive and cue.status == "founder" and any(unit.low == "par" for unit in units[i:])
        if not question and not (cue.subject == "alliance" and cue.status == "member" and not group.passive) and not by:
            return None
        return MEANT[cue.status].get(group.modality, cue.status)  # type: ignore[arg-type]

    def _announced(self, scope: Scope, heading: Heading, item: bool) -> None:
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
            if (
                g.start < len(main)
                and (g.prep in ("", "de", "du", "avec") or typed is scope.groups)
                and not told & set(g.keys)
            ):
                before = len(scope.said)
                base = heading.status
                self._state(heading.alliance, tuple(g.keys), base, "asserted", heading.cue, "heading", 2, base)
                for statement in scope.said[before:]:
                    statement.source = heading.sentence
            if item and not (colon >= 0 and typed):
                return

    # -- saying

    def _say(
        self, scope: Scope, alliance: Keys, orgs: Keys, base: str, modality: str, span: tuple[int, int], rule: str,
        strength: int = 3,
    ) -> bool:  # fmt: skip
        """State `base`, as `modality` turns it, of each organisation in each alliance; whether anything was said."""
        if base == "same":
            modality = "done" if modality == "planned" and span[0] == 0 else modality  # « Suivront A et B »
            last = [s.base for s in scope.said or self.state.last_said if s.base in SAME]
            if not last:
                return False
            base = SAME[last[-1]]
        meant = base if modality == "done" else MEANT[base].get(modality, base)
        orgs = tuple(o for o in orgs if o not in alliance)
        if not meant or not alliance or not orgs:
            return False
        certainty = "asserted" if meant == "member" else CERTAINTY.get(modality, "asserted")
        cue = (scope.units[span[0]].start, scope.units[min(span[1], len(scope.units)) - 1].end)
        self._state(alliance, orgs, meant, certainty, cue, rule, strength, base, scope)  # type: ignore[arg-type]
        if base in ("member", "former"):
            self.state.base = base
        return True

    def _state(
        self, alliance: Keys, orgs: Keys, status: Status, certainty: Certainty, cue: tuple[int, int], rule: str,
        strength: int, base: str, scope: Scope | None = None,
    ) -> None:  # fmt: skip
        for a in alliance:
            for o in orgs:
                if a != o:
                    said = Statement(a, o, status, certainty, self.span, cue, rule, strength, base)
                    (scope or self.scope).said.append(said)
                    if status == "founder":
                        self.state.founders.setdefault(a, []).append(o)


def units_after(scope: Scope, end: int) -> list[str]:
    """The two words after unit `end`."""
    return [unit.low for unit in scope.units[end : end + 2]]


def _takes_object(units: list[Unit], end: int) -> bool:
    """Whether a common noun follows the verb before unit `end` as its object."""
    return end + 1 < len(units) and units[end].pos == "DET" and units[end + 1].pos == "NOUN" and (
        units[end + 1].low not in TIMES | NAMES
    )  # fmt: skip


def _timed(units: list[Unit], end: int) -> bool:
    """Whether a time is all that completes the verb before unit `end`: « sort en janvier », « entre en 2018 »."""
    following = units[end : end + 2]
    if len(following) < 2:
        return False
    return following[0].low in ("en", "dès", "depuis") and (following[1].low in TIMES or following[1].low.isdigit())


def _aims(units: list[Unit], end: int) -> bool:
    """Whether the verb before unit `end` leads somewhere else."""
    return end < len(units) and units[end].low in ("pour", "à", "au", "aux", "vers", "sur", "dans")


def _is_plain_noun(units: list[Unit], group: VerbGroup) -> bool:
    """Whether a participle without auxiliary stands after its adjective, as nouns do."""
    return group.bare and group.start > 0 and units[group.start - 1].pos in ("ADJ", "NUM", "DET")


def _is_noun(units: list[Unit], i: int) -> bool:
    """Whether a word that may be a verb is a noun: « pour leur part », « à part », « Partis fondateurs »."""
    if units[i].pos not in ("NOUN", "ADJ"):
        return False
    if i == 0:
        return units[i].pos == "NOUN" and len(units) > 1 and units[1].pos in ("ADJ", "NOUN")
    before = units[i - 1]
    return before.pos in ("DET", "NUM") or (
        units[i].pos == "NOUN" and (before.pos == "ADP" or before.low in POSSESSIVES)
    )


def _is_item(sentence: Sentence, scope: Scope, announced: bool) -> bool:
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


def _matches(units: list[Unit], i: int, cue: Cue) -> int:
    """The unit after the cue at `i`, adverbs between its words skipped; 0 where its other words do not follow."""
    j = i + 1
    for word in cue.tail:
        limit = j + 5
        while j < len(units) and j < limit and not _is(units[j].low, word):
            aside = units[j].pos in ("ADV", "PRON", "DET", "PUNCT") or units[j].low in ASIDE
            if not aside and not (cue.kind == "phrase" and units[j].pos in ("ADJ", "CCONJ")):
                return 0
            j += 1
        if j >= len(units) or not _is(units[j].low, word):
            return 0
        j += 1
    return j


def _is(low: str, word: str) -> bool:
    return (
        low == word
        or (word in POSSESSIVES and low in POSSESSIVES)
        or (word == "de" and low in OF)
        or (word == "à" and low in ("au", "aux"))
    )


def _pronominal(cue: Cue, group: VerbGroup) -> bool:
    """Whether the pronouns before a verb fit its entry: « se retirer » is not « retirer »."""
    reflexive = bool(group.clitics & {"se", "s'", "m'"})
    if cue.reflexive:
        return reflexive or "nous" in group.clitics
    return "contre" in cue.links or bool(group.governors) or not reflexive


def _of_them(units: list[Unit], group: VerbGroup, end: int) -> bool:
    """Whether a form of être is « en être »: « A et B en sont », « n'en sera pas », « en est aussi »."""
    if "en" not in group.clitics or (group.start and units[group.start - 1].low == "où"):
        return False
    if [unit.low for unit in units[max(0, group.start - 2) : group.start]] == ["s'", "il"]:
        return False  # « s'il en est »
    after = next((unit for unit in units[end:] if unit.low not in STILL), None)
    return after is None or after.kind == "bracket" or after.pos in ("PUNCT", "CCONJ", "ADP") or after.low == "depuis"


def _after_comma(scope: Scope, i: int) -> Keys:
    """The subject of the clause that an opening participle or noun belongs to: « Approchée en mai, A … »."""
    for k in range(i + 1, len(scope.units)):
        if scope.units[k].low != ",":
            continue
        for j in range(k + 1, min(k + 7, len(scope.units))):
            unit = scope.units[j]
            if g := scope.group(j):
                return tuple(g.keys)
            if unit.low in PRONOUNS:
                return scope.topic(k, unit.low)
            if unit.pos in ("VERB", "AUX") or unit.kind == "alliance":
                break
    return ()


def _beside(scope: Scope, start: int) -> Keys:
    """The list that an apposition at unit `start` stands beside: « A et B, admis en mai »."""
    k = start - 1
    while k >= 0 and (scope.units[k].low == "," or scope.units[k].kind == "bracket"):
        k -= 1
    g = scope.group(k) if k >= 0 else None
    return tuple(g.keys) if g else ()


def _noun_phrase(units: list[Unit], i: int) -> int:
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


def _role_status(status: str, units: list[Unit], left: int, i: int) -> str:
    """What a noun means with its adjectives: « membre fondateur », « ancien membre », « membre associé »."""
    after = units[i + 1].low if i + 1 < len(units) else ""
    before = {unit.low for unit in units[left:i]}
    if after.startswith(("fondat", "initia")):
        return "founder"
    if after.startswith(("associé", "observat")):
        return "associate"
    if status == "member" and before & {"ancien", "ancienne", "anciens", "anciennes", "ex"}:
        return "former"
    if status == "member" and before & {"futur", "future", "futurs", "futures"}:
        return "joining"
    if status == "member" and "non" in before:
        return "non_member"
    return status


def _near(units: list[Unit], i: int, g: Group) -> bool:
    """Whether a list completes the noun at `i`: nothing but adjectives, participles and times stand between."""
    return g.at - i <= 10 and all(
        unit.kind in ("bracket", "alliance")
        or (
            unit.kind == "word"
            and (
                unit.pos in ("ADJ", "ADV", "NUM", "PUNCT", "ADP", "DET")
                or unit.low in TIMES
                or unit.low.startswith(("prévu", "attendu", "annoncé", "nouveau", "vingtaine", "dizaine", "membre"))
            )
        )
        for unit in units[i + 1 : g.at]
    )


def _more(scope: Scope, first: Group) -> Keys:
    """« l'arrivée de A et du Comité B »: lists under the same preposition that follow."""
    found: list[str] = []
    end = first.end
    for g in scope.groups:
        joined = any(unit.low in ("et", ",", "ou") for unit in scope.units[end : g.at])
        if g.start >= end and g.prep in OF | {"à", "au", "aux"} and g.at - end <= 3 and joined:
            found += g.keys
            end = g.end
    return tuple(found)


def _attached(units: list[Unit], end: int, g: Group) -> bool:
    """Whether the list completes the phrase before unit `end`: no verb and no comma between."""
    return all(
        unit.kind == "bracket" or (unit.pos not in ("VERB", "AUX") and unit.low not in (",", ";"))
        for unit in units[end : g.start]
    )
