"""Gold articles from a review: what an analyst accepted or edited, as TEI that `ralliement evaluate` reads.

Quotes and relations are the analyst's; names are tagged as they were found, for the lists to point to.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from ralliement.identity import plain
from ralliement.store import Store
from ralliement.verdicts import Row

_BREAK = "\n\n"  # between paragraphs
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML
_TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{title}</title><author>{author}</author></titleStmt>
      <publicationStmt><publisher>{publisher}</publisher>{date}</publicationStmt>
      <sourceDesc><p>{path}: quotes and relations as reviewed, names as found.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <listOrg>
{organizations}
    </listOrg>
    <listPerson>
{people}
    </listPerson>
    <listRelation>
{relations}
    </listRelation>
  </standOff>
  <text><body>
{body}
  </body></text>
</TEI>
"""


class _Span(NamedTuple):
    start: int
    end: int
    tag: str
    entity: str = ""  # id of whom a name tag names
    attributes: str = ""


class _Entity(NamedTuple):
    """Of an article: its id in the file and all its names in the article, after the canonical one."""

    id: str
    label: str
    names: tuple[str, ...]


def write(store: Store, folder: Path) -> list[Path]:
    """Write `FOLDER/ARTICLE.xml` for each article of which rows were accepted or edited; the paths written."""
    accepted: dict[str, dict[str, list[Row]]] = defaultdict(lambda: {"quotes": [], "memberships": []})
    for verdict in store.kept_verdicts():
        if verdict.result is not None:
            accepted[verdict.result["article_id"]][verdict.name].append(verdict.result)
    mentions: dict[str, list[Row]] = defaultdict(list)
    for mention in store.rows("mentions"):
        if mention["article_id"] in accepted:
            mentions[mention["article_id"]].append(mention)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for article in store.rows("articles"):
        id_ = article["article_id"]
        if id_ in accepted:
            entities = _Entities(store.names(id_), article["text"], mentions[id_])
            path = folder / f"{_file_name(article['path'])}.xml"
            path.write_text(_tei(article, entities, **accepted[id_]), encoding="utf-8")
            written.append(path)
    return written


def _file_name(path: str) -> str:
    return re.sub(r"[^\w.-]+", "-", str(PurePosixPath(path).with_suffix(""))).strip("-.") or "article"


class _Entities:
    """The entities of an article and where it names them."""

    def __init__(self, names: list[Row], text: str, mentions: list[Row]) -> None:
        self._ids = {(one["label"], plain(form)): one["entity_id"] for one in names for form in one["aliases"]}
        self._ids |= {(one["label"], plain(one["name"])): one["entity_id"] for one in names}
        forms: dict[str, list[str]] = defaultdict(list)
        labels = {}
        for one in names:
            forms[one["entity_id"]] += [one["canonical"], one["name"], *one["aliases"]]
            labels[one["entity_id"]] = one["label"]
        self._all = {
            id_: _Entity(id_.replace(":", "-"), labels[id_], tuple(dict.fromkeys(found)))
            for id_, found in forms.items()
        }
        self.spans = [self._span(row["start"], row["end"], row["entity_id"]) for row in mentions]
        self._named = {row["entity_id"] for row in mentions}
        self._text = text

    def _span(self, start: int, end: int, id_: str) -> _Span:
        tag = "persName" if self._all[id_].label == "PER" else "orgName"
        entity = self._all[id_].id
        return _Span(start, end, tag, entity, _attributes(ref=f"#{entity}"))

    def of(self, named: object) -> _Entity | None:
        """Whom a row names, if the article does so too: else nothing in it could be pointed to."""
        if not isinstance(named, list):
            return None
        label, name = named
        id_ = self._ids.get((label, plain(name)))
        if id_ is None:
            return None
        if id_ not in self._named:  # an analyst's own: where its name stands first
            name = next((form for form in self._all[id_].names if form in self._text), None)
            if name is None:
                return None
            start = self._text.index(name)
            self.spans.append(self._span(start, start + len(name), id_))
            self._named.add(id_)
        return self._all[id_]

    def listed(self, label: str) -> list[_Entity]:
        """Those that the article names."""
        return [self._all[id_] for id_ in sorted(self._named) if self._all[id_].label == label]


def _tei(article: Row, entities: _Entities, quotes: list[Row], memberships: list[Row]) -> str:
    pairs = [(row, entities.of(row["organization_id"]), entities.of(row["alliance_id"])) for row in memberships]
    voices = [(row, entities.of(row["speaker_id"]), entities.of(row["speaker_organization_id"])) for row in quotes]
    places = [_Span(row["start"], row["end"], "said") for row in quotes]
    names = [span for span in _nested([*places, *entities.spans]) if span.tag != "said"]
    ids = {span.entity for span in names}  # a tag may have had to give way: who has none left cannot be pointed to
    relations = [
        (row["status"], organization.id, alliance.id, row["date"])
        for row, organization, alliance in pairs
        if organization and alliance and {organization.id, alliance.id} <= ids
    ]
    alliances = {alliance for _, _, alliance, _ in relations}
    said = [
        _Span(row["start"], row["end"], "said", attributes=_voice(row["kind"], speaker, for_, ids))
        for row, speaker, for_ in voices
    ]
    return _TEI.format(
        **{key: _xml(article[key] or "") for key in ("title", "author", "publisher", "path")},
        date=_element("date", when=article["published"]),
        organizations="\n".join(
            _entry("org", "orgName", one, "alliance" if one.id in alliances else None)
            for one in entities.listed("ORG")
            if one.id in ids
        ),
        people="\n".join(_entry("person", "persName", one, None) for one in entities.listed("PER") if one.id in ids),
        relations="\n".join(
            "      " + _element("relation", name=status, active=f"#{organization}", passive=f"#{alliance}", when=date)
            for status, organization, alliance, date in sorted(set(relations), key=str)
        ),
        body="\n".join(_paragraphs(article["text"], _nested([*said, *names]))),
    )


def _element(tag: str, **attributes: str | None) -> str:
    return f"<{tag}{_attributes(**attributes)}/>"


def _attributes(**attributes: str | None) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)


def _entry(tag: str, name_tag: str, entity: _Entity, type_: str | None) -> str:
    names = "".join(f"<{name_tag}>{_xml(name)}</{name_tag}>" for name in entity.names)
    return f"      <{tag} xml:id={quoteattr(entity.id)}{_attributes(type=type_)}>{names}</{tag}>"


def _voice(kind: str, speaker: _Entity | None, for_: _Entity | None, ids: set[str]) -> str:
    if speaker and speaker.id in ids:
        return _attributes(type=kind, who=f"#{speaker.id}")
    return _attributes(type=kind, who="#anon", resp=f"#{for_.id}" if for_ and for_.id in ids else None)


def _paragraphs(text: str, spans: list[_Span]) -> Iterator[str]:
    start = 0
    for paragraph in text.split(_BREAK):
        end = start + len(paragraph)
        inside = [
            span._replace(start=max(span.start, start) - start, end=min(span.end, end) - start)
            for span in spans
            if span.start < end and span.end > start
        ]
        yield f"<p>{_tagged(paragraph, _nested(inside))}</p>"
        start = end + len(_BREAK)


def _nested(spans: Iterable[_Span]) -> list[_Span]:
    """Spans that lie within one another or apart, names within quotes; quotes first, then the earliest and longest."""
    kept: list[_Span] = []
    for span in sorted(spans, key=lambda span: (span.tag != "said", span.start, -span.end)):
        if all(
            span.end <= other.start
            or span.start >= other.end
            or (other.tag == "said" != span.tag and other.start <= span.start and span.end <= other.end)
            or (other.tag == "said" != span.tag and span.start <= other.start and other.end <= span.end)
            for other in kept
        ):
            kept.append(span)
    return kept


def _tagged(text: str, spans: list[_Span]) -> str:
    """The text with tags; of those at one place the longest opens first."""
    tags: dict[int, list[str]] = defaultdict(list)
    by_length = sorted(spans, key=lambda span: (span.end - span.start, span.tag == "said"))
    for span in by_length:
        tags[span.end].append(f"</{span.tag}>")
    opening: dict[int, list[str]] = defaultdict(list)
    for span in reversed(by_length):
        opening[span.start].append(f"<{span.tag}{span.attributes}>")
    pieces, last = [], 0
    for at in sorted({*tags, *opening}):
        pieces += [_xml(text[last:at]), *tags[at], *opening[at]]
        last = at
    return "".join([*pieces, _xml(text[last:])])


def _xml(text: str) -> str:
    return escape(_ILLEGAL.sub(" ", text), {"\r": "&#13;"})
