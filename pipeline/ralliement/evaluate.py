"""Gold against tables: precision, recall and F1 of everything the tables say.

Organisations, alliances and speakers are matched by the mentions of their id that overlap gold mentions of the
article; where an id has no mention there, by name. So a canonical name that the article never uses is no error.

| figure         | counts as right                                                                              |
|----------------|----------------------------------------------------------------------------------------------|
| ORG, PER       | span and label, both exactly; states and cities are optional                                 |
| quoted         | a direct or mixed passage, intersection over union .8 at least, marks and punctuation aside   |
| indirect       | a content clause, intersection over union .5 at least                                        |
| end_to_end_F1  | the passage and its speaker                                                                  |
| in             | alliance and organisation that is founder or member, not also former, not conditional        |
| rel, rel:STATUS| alliance, organisation and status                                                            |
| dates          | of right relations with a gold date, those given right, at gold's precision                   |
| claims         | alliance and number                                                                          |
| b3             | B-cubed of entity ids over right mentions, within each article                               |
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ralliement.errors import InputError
from ralliement.schema import STATUSES
from ralliement.tables import Tables

_NS = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MARKS = "«»“”\"‹›„‟'’‘ \u00a0\u202f\u2009\n\t"
_FAMILIES = {"quoted": (("direct", "mixed"), 0.8), "indirect": (("indirect",), 0.5)}
_TABLES = ("mentions", "quotes", "memberships", "claims")

Row = dict[str, Any]
Span = tuple[int, int]
Relation = tuple[str, str, str]  # organisation, alliance, status


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing missed (`-`) or invented (`+`), or a wrong speaker: the article, the figure it counts in, the words."""

    article: str
    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class Score:
    """Figures by name, as `evaluate` prints them, and the mistakes behind them."""

    figures: dict[str, Any]
    mistakes: list[Mistake]


def score(gold: str | Path, tables: Tables) -> Score:
    """The figures of a folder of gold articles; an article is found by the stem of its file name.

    Raises `InputError` for a folder without gold articles.
    """
    golds = [Gold(path) for path in sorted(Path(gold).glob("*.xml"))]
    if not golds:
        raise InputError(f"no gold articles (*.xml) in {gold}")
    stems = {row["article_id"]: Path(row["path"]).stem for row in tables.rows("articles")}
    rows: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for table in _TABLES:
        for row in tables.rows(table):
            rows[stems[row["article_id"]]][table].append(row)
    count = _Count()
    missing = sorted({g.name for g in golds} - set(stems.values()))
    for article in golds:
        _score_article(_Predicted(article, rows[article.name]), count)
    return Score({"articles": len(golds), "missing": missing, **count.figures()}, count.mistakes)


class Gold:
    """A gold article: its text, its marked spans and what it says of alliances."""

    def __init__(self, path: Path) -> None:
        root = ElementTree.parse(path).getroot()
        self.name = path.stem
        self.names: dict[str, list[str]] = {}
        self.types: dict[str, str] = {}
        for tag, name in (("org", "orgName"), ("person", "persName")):
            for item in root.iter(_NS + tag):
                id_ = item.attrib[_ID]
                self.names[id_] = [form.text for form in item.findall(_NS + name) if form.text]
                self.types[id_] = item.get("type") or tag
        self.mentions: list[tuple[int, int, str, str]] = []  # start, end, label, id
        self.quotes: list[tuple[int, int, str, str]] = []  # start, end, kind, speaker
        self.text = "\n\n".join(self._read(root))
        for start, end, _, id_ in self.mentions:
            self.names[id_].append(self.text[start:end])
        self.relations: dict[Relation, str | None] = {
            (r.attrib["active"][1:], r.attrib["passive"][1:], r.attrib["name"]): r.get("when")
            for r in root.iter(f"{_NS}relation")
        }
        self.claims = {(c.attrib["corresp"][1:], int(c.attrib["n"])) for c in root.iter(f"{_NS}item")}

    def _read(self, root: ElementTree.Element) -> Iterator[str]:
        """Text of each paragraph; spans are noted on the way."""
        position = 0

        def walk(element: ElementTree.Element) -> Iterator[str]:
            nonlocal position
            start = position
            if element.text:
                position += len(element.text)
                yield element.text
            for child in element:
                yield from walk(child)
                if child.tail:
                    position += len(child.tail)
                    yield child.tail
            tag = element.tag.removeprefix(_NS)
            if tag in ("orgName", "persName"):
                label = "ORG" if tag == "orgName" else "PER"
                self.mentions.append((start, position, label, element.attrib["ref"][1:]))
            elif tag == "said":
                self.quotes.append((start, position, element.attrib["type"], element.attrib["who"][1:]))

        for paragraph in root.iterfind(f".//{_NS}body//{_NS}p"):
            yield "".join(walk(paragraph))
            position += 2  # the blank line

    def by_name(self, name: str | None) -> set[str]:
        """Ids of the entities that go by a name."""
        wanted = _plain(name)
        return {id_ for id_, names in self.names.items() if wanted and wanted in map(_plain, names)}

    def referents(self, mentions: Iterable[tuple[str | None, int, int]]) -> dict[str, str]:
        """Gold id that each entity stands for, by most of its mentions: entity, start, end."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for entity, first, last in mentions:
            for start, end, _, id_ in self.mentions:
                if min(end, last) > max(start, first) and entity:
                    votes[entity][id_] += 1
        return {entity: counter.most_common(1)[0][0] for entity, counter in votes.items()}


class _Predicted:
    """Rows of one article, and what each entity id stands for in its gold."""

    def __init__(self, gold: Gold, rows: dict[str, list[Row]]) -> None:
        self.gold = gold
        self.rows = rows
        self._stands_for = gold.referents((m["entity_id"], m["start"], m["end"]) for m in rows["mentions"])

    def who(self, id_: str | None, name: str | None) -> str | None:
        """Gold id of an entity."""
        return self._stands_for.get(id_ or "") or min(self.gold.by_name(name), default=None)

    def which(self, row: Row) -> str | None:
        """Gold id of a row's alliance."""
        ids = self.gold.by_name(row["alliance"])
        alliances = {id_ for id_ in ids if self.gold.types[id_] == "alliance"}
        return self._stands_for.get(row["alliance_id"] or "") or min(alliances or ids, default=None)


class _Count:
    """What was right, given and wanted, by figure."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._given: Counter[str] = Counter()
        self._wanted: Counter[str] = Counter()
        self.extra: Counter[str] = Counter()
        self.b3: list[tuple[float, float]] = []
        self.mistakes: list[Mistake] = []

    def add(self, figure: str, right: int, given: int, wanted: int) -> None:
        self._right[figure] += right
        self._given[figure] += given
        self._wanted[figure] += wanted

    def compare(
        self, article: str, figure: str, given: set[Any], wanted: set[Any], words: Callable[[Any], str] = str
    ) -> None:
        """Count two sets, and note what is in one of them only."""
        self.add(figure, len(given & wanted), len(given), len(wanted))
        self.note(article, f"+{figure}", map(words, given - wanted))
        self.note(article, f"-{figure}", map(words, wanted - given))

    def note(self, article: str, figure: str, words: Iterable[str]) -> None:
        self.mistakes += [Mistake(article, figure, w) for w in sorted(words)]

    def figures(self) -> dict[str, Any]:
        figures: dict[str, Any] = {}
        for name in ("ORG", "PER", "quoted", "indirect", "in", "rel", "claims", *(f"rel:{s}" for s in STATUSES)):
            figures[name] = _prf(self._right[name], self._given[name], self._wanted[name])
        for name in _FAMILIES:
            found = self._right[name] or 1
            speakers = self.extra[f"{name} speaker"]
            figures[name] |= {
                "speaker_accuracy": round(speakers / found, 3),
                "kind_accuracy": round(self.extra[f"{name} kind"] / found, 3),
                "end_to_end_F1": _prf(speakers, self._given[name], self._wanted[name])["F1"],
            }
        figures["in"]["wrongly_in"] = self.extra["wrongly in"]
        right, of = self._right["dates"], self._wanted["dates"]
        figures["dates"] = {"right": right, "of": of, "accuracy": round(right / (of or 1), 3)}
        precision, recall = (sum(pair[i] for pair in self.b3) / (len(self.b3) or 1) for i in (0, 1))
        figures["b3"] = {"P": round(precision, 3), "R": round(recall, 3), "F1": _f1(precision, recall)}
        return figures


def _score_article(predicted: _Predicted, count: _Count) -> None:
    _score_mentions(predicted, count)
    for family in _FAMILIES:
        _score_quotes(predicted, family, count)
    _score_memberships(predicted, count)
    gold = predicted.gold
    claims = {
        (predicted.which(r) or r["alliance"], int(r["n"])) for r in predicted.rows["claims"] if r["n"] is not None
    }
    count.compare(gold.name, "claims", claims, gold.claims)


def _score_mentions(predicted: _Predicted, count: _Count) -> None:
    gold, mentions = predicted.gold, predicted.rows["mentions"]
    optional = {(start, end) for start, end, _, id_ in gold.mentions if gold.types[id_] == "country"}
    for label in ("ORG", "PER"):
        given = {(m["start"], m["end"]) for m in mentions if m["label"] == label} - optional
        wanted = {(start, end) for start, end, of, _ in gold.mentions if of == label} - optional
        count.compare(gold.name, label, given, wanted, lambda span: gold.text[slice(*span)])
    gold_ids = {(start, end): id_ for start, end, _, id_ in gold.mentions}
    ids = {(m["start"], m["end"]): m["entity_id"] for m in mentions if (m["start"], m["end"]) in gold_ids}
    for span in ids:
        same = {other for other in ids if ids[other] == ids[span]}
        same_gold = {other for other in ids if gold_ids[other] == gold_ids[span]}
        common = len(same & same_gold)
        count.b3.append((common / len(same), common / len(same_gold)))


def _score_quotes(predicted: _Predicted, family: str, count: _Count) -> None:
    gold = predicted.gold
    kinds, threshold = _FAMILIES[family]
    wanted = [(_bare(gold.text, s, e), kind, who) for s, e, kind, who in gold.quotes if kind in kinds]
    rows = [row for row in predicted.rows["quotes"] if row["kind"] in kinds]
    given = [_bare(gold.text, row["start"], row["end"]) for row in rows]
    overlaps = sorted(((_iou(w[0], g), i, j) for i, w in enumerate(wanted) for j, g in enumerate(given)), reverse=True)
    matched: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if overlap >= threshold and i not in matched and j not in matched.values():
            matched[i] = j
    count.add(family, len(matched), len(given), len(wanted))
    for i, j in matched.items():
        (start, end), kind, speaker = wanted[i]
        said_by = predicted.who(rows[j]["speaker_id"], rows[j]["speaker"])
        count.extra[f"{family} kind"] += rows[j]["kind"] == kind
        if said_by == (None if speaker == "anon" else speaker):
            count.extra[f"{family} speaker"] += 1
        else:
            words = f"{gold.text[start : min(end, start + 60)]!r} gold={speaker} got={rows[j]['speaker']}"
            count.note(gold.name, "speaker", [words])
    count.note(gold.name, f"-{family}", (gold.text[slice(*w[0])] for i, w in enumerate(wanted) if i not in matched))
    count.note(
        gold.name, f"+{family}", (gold.text[slice(*g)] for j, g in enumerate(given) if j not in matched.values())
    )


def _score_memberships(predicted: _Predicted, count: _Count) -> None:
    gold = predicted.gold
    given: dict[Relation, str | None] = {}
    given_in: set[tuple[str, str]] = set()
    for row in predicted.rows["memberships"]:
        pair = (
            predicted.who(row["organization_id"], row["organization"]) or f"?{row['organization']}",
            predicted.which(row) or f"?{row['alliance']}",
        )
        relation = (*pair, row["status"])
        given[relation] = row["date"] or given.get(relation)
        if row["status"] in ("founder", "member") and row["certainty"] != "conditional":
            given_in.add(pair)
    given_in -= _pairs(given, "former")
    wanted = gold.relations
    wanted_in = _pairs(wanted, "founder", "member") - _pairs(wanted, "former")
    count.compare(gold.name, "rel", set(given), set(wanted))
    for status in STATUSES:
        right, of_given, of_wanted = (
            sum(relation[2] == status for relation in relations)
            for relations in (given.keys() & wanted.keys(), given, wanted)
        )
        count.add(f"rel:{status}", right, of_given, of_wanted)
    count.add("in", len(given_in & wanted_in), len(given_in), len(wanted_in))
    out = _pairs(wanted, "former", "non_member", "rival")
    count.extra["wrongly in"] += len(out & given_in - wanted_in)
    dates = {relation: when for relation, when in wanted.items() if when and relation in given}
    right_dates = sum((given[relation] or "").startswith(when) for relation, when in dates.items())
    count.add("dates", right_dates, len(dates), len(dates))


def _pairs(relations: Iterable[Relation], *statuses: str) -> set[tuple[str, str]]:
    return {(organization, alliance) for organization, alliance, status in relations if status in statuses}


def _plain(name: str | None) -> str:
    text = unicodedata.normalize("NFKD", name or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).lower().replace("’", "'")
    text = re.sub(r"^(l'|la |le |les |the |d'|un |une )", "", text.strip())
    return re.sub(r"[^a-z0-9]+", " ", text).strip()


def _bare(text: str, start: int, end: int) -> Span:
    """A span without its marks and outer punctuation."""
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS + ",.":
        end -= 1
    return start, end


def _iou(one: Span, other: Span) -> float:
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    union = max(one[1], other[1]) - min(one[0], other[0])
    return common / union if union else 0.0


def _prf(right: int, given: int, wanted: int) -> dict[str, float]:
    precision = right / given if given else 0.0
    recall = right / wanted if wanted else 0.0
    return {
        "P": round(precision, 3), "R": round(recall, 3), "F1": _f1(precision, recall),
        "tp": right, "pred": given, "gold": wanted,
    }  # fmt: skip


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0
