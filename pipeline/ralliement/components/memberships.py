"""Memberships: which organisation stands in which relation to which alliance, and the stated size of alliances."""

import re
from collections import defaultdict
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from ralliement.annotations import Claim, Membership, Quote, register
from ralliement.components.alliances import Alliances
from ralliement.components.claims import Size, sizes
from ralliement.components.discourse import Birth, Statement
from ralliement.components.endings import End, ended, left_behind
from ralliement.components.membership_ranker import rank
from ralliement.components.statements import read
from ralliement.components.supposition import supposed
from ralliement.components.units import Text, sentences
from ralliement.components.when import births, date

register()
PLACE = re.compile(r"(?<!\w)(?:en|à|vers|depuis|dans) (?:la |le |les )?\Z", re.IGNORECASE)  # « en Espagne »
CONFIDENCE = {1: 0.4, 2: 0.6, 3: 0.8, 4: 0.8}


@Language.factory(
    "ralliement_memberships",
    requires=["doc._.mentions", "doc._.entities"],
    assigns=["doc._.memberships", "doc._.claims"],
    default_config={"alliances": []},
)
def create_memberships(nlp: Language, name: str, alliances: list[list[str]]) -> "Memberships":
    """Factory of `ralliement_memberships`; put it after the entities and the quotes.

    `alliances` are an analyst's own: each a list of the names that one alliance goes by.
    """
    return Memberships(alliances)


class Memberships:
    """Sets `doc._.memberships` and `doc._.claims`, and the kind of the entities that are alliances or states."""

    def __init__(self, alliances: Sequence[Sequence[str]] = ()) -> None:
        self.own = [{name.casefold() for name in names} for names in alliances]

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        doc._.memberships, doc._.claims = self.match(doc)
        entities = doc._.entities
        for row in doc._.memberships:
            entities[row["alliance"]]["kind"] = "alliance"
            entities[row["alliance"]]["label"] = "ORG"
        for row in doc._.memberships:
            entity = entities[row["organization"]]
            if entity["label"] == "LOC":
                entity["label"], entity["kind"] = "ORG", "state"
        places = [m for m in doc._.mentions if m["label"] == "LOC" and entities[m["entity"]]["label"] == "ORG"]
        text = doc.text if places else ""
        for mention in places:
            if not PLACE.search(text[max(0, mention["start"] - 12) : mention["start"]]):
                mention["label"] = "ORG"
        return doc

    def match(self, doc: Doc) -> tuple[list[Membership], list[Claim]]:
        """Statements of membership and claims of size, in order."""
        text = Text(doc)
        alliances = Alliances(text, self._own(doc))
        if not alliances.keys:
            alliances = supposed(text, alliances)
        if not alliances.keys:
            return [], []
        statements: list[Statement] = []
        counted: list[Size] = []
        told: list[Birth] = []
        spoken: list[Birth] = []
        ends: list[End] = []
        asked: set[tuple[str, str]] = set()
        read_ = sentences(text, alliances.references())
        for scope in read(alliances, read_):
            statements += scope.said
            counted += sizes(scope, text)
            told += births(scope)
            spoken = scope.state.births
            ends += ended(scope)
            asked |= {(s.organization, s.alliance) for s in scope.state.asked}
        statements += rank(alliances, read_, statements, asked)
        statements += left_behind(ends, statements)
        date(text, statements, spoken + told, doc._.article.get("published"))
        return [_row(text, statement, doc._.quotes) for statement in settle(statements)], [
            _claim(text, size) for size in unique(counted)
        ]

    def _own(self, doc: Doc) -> frozenset[str]:
        """Entities that are the analyst's own alliances."""
        return frozenset(
            key
            for key, entity in doc._.entities.items()
            for names in self.own
            if not names.isdisjoint({entity["name"].casefold(), *(alias.casefold() for alias in entity["aliases"])})
        )


def unique(sizes: list[Size]) -> list[Size]:
    """Each size of an alliance once, as first stated."""
    first: dict[tuple[str, int], Size] = {}
    for size in sizes:
        first.setdefault((size.alliance, size.n), size)
    return list(first.values())


def _claim(text: Text, size: Size) -> Claim:
    return {
        "alliance": size.alliance,
        "n": size.n,
        "qualifier": size.qualifier,
        "unit": size.unit,
        "start": size.start,
        "end": size.end,
        "rule": size.rule,
    }


def settle(statements: list[Statement]) -> list[Statement]:
    """One statement an alliance, organisation and status; of statuses that exclude each other, the one that counts."""
    pairs: defaultdict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    for statement in statements:
        kept = pairs[statement.alliance, statement.organization]
        best = kept.get(statement.status)
        if best is None or statement.strength > best.strength:
            kept[statement.status] = statement
        dates = {s.date for s in (best, statement) if s and s.date}
        if dates:  # evidence from the clearest statement, date from the first that gives one
            kept[statement.status].date = best.date if best and best.date else statement.date
    rows = []
    for kept in pairs.values():
        drop: set[str] = set()
        if "founder" in kept:
            drop |= {"member", "joining", "candidate", "supporter", "associate", "non_member"}
        back = "member" in kept and kept["member"].base == "return"
        if "former" in kept and back and kept["former"].cue < kept["member"].cue:
            drop |= {"former"}
        elif "former" in kept:
            drop |= {"member", "non_member", "joining"}
        if "associate" in kept:
            drop |= {"member", "joining", "supporter"}
        if "joining" in kept:
            drop |= {"candidate", "non_member"}
        if "member" in kept:
            drop |= {"candidate"} | ({"member"} if "non_member" in kept else {"supporter"})
            if "joining" in kept:
                drop |= {"member"}
        if "non_member" in kept:
            drop |= {"candidate"}
        rows += [statement for status, statement in kept.items() if status not in drop]
    return sorted(rows, key=lambda s: (s.cue, s.organization))


def _row(text: Text, statement: Statement, quotes: Sequence[Quote]) -> Membership:
    """The row of a statement; within a quote it stands on the word of whoever speaks."""
    start, end = text.offset(*statement.sentence)
    cue_start, cue_end = text.offset(*statement.cue)
    quote = next((q for q in quotes if q["start"] <= cue_start < q["end"]), None)
    said = quote is not None and statement.certainty == "asserted"
    return {
        "alliance": statement.alliance,
        "organization": statement.organization,
        "status": statement.status,
        "certainty": "reported" if said else statement.certainty,
        "date": statement.date,
        "start": start,
        "end": end,
        "cue": text.raw[cue_start:cue_end],
        "speaker": quote["speaker"] if quote else None,
        "rule": statement.rule,
        "confidence": CONFIDENCE[statement.strength],
    }
