"""Doc to rows: the only module that knows both a Doc and a table.

Rows have the columns of their table in `ralliement.schema`, with two differences: an id column holds the entity's
key within the article ("e3"), and the columns that hold its canonical name are left out. Both are filled from
`ralliement.identity` once the whole corpus is known. One more table, `entities`, says who the keys stand for.
"""

import re
from typing import Any

from spacy.tokens import Doc

from ralliement.annotations import Claim, Entity, Membership, Mention, Quote
from ralliement.article import Article

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(article: Article, doc: Doc) -> Rows:
    """All rows of one processed article, by table."""
    id_, text = article.id, article.text
    mentions: list[Mention] = [m for m in doc._.mentions if m["label"] != "LOC"]
    memberships: list[Membership] = doc._.memberships
    claims: list[Claim] = doc._.claims
    quotes: list[Quote] = doc._.quotes
    entities: dict[str, Entity] = doc._.entities
    return {
        "articles": [article_row(article)],
        "entities": [_entity(id_, key, e) for key, e in entities.items() if e["label"] != "LOC"],
        "mentions": [_mention(id_, text, m) for m in mentions],
        "quotes": [_quote(id_, text, q) for q in quotes],
        "memberships": [_membership(id_, text, m) for m in memberships],
        "claims": [_claim(id_, text, c) for c in claims],
    }


def article_row(article: Article) -> Row:
    """The row of an article; `duplicate_of` is known at the end of a run only."""
    return {
        "article_id": article.id,
        "path": article.path,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "published": article.published,
        "words": len(re.findall(r"\w\S*", article.text)),
        "text": article.text,
    }


def _entity(article_id: str, key: str, entity: Entity) -> Row:
    return {
        "article_id": article_id,
        "entity": key,
        "label": entity["label"],
        "name": entity["name"],
        "aliases": entity["aliases"],
        "kind": entity.get("kind"),
        "role": entity.get("role"),
        "affiliation": entity.get("affiliation"),
    }


def _mention(article_id: str, text: str, mention: Mention) -> Row:
    start, end = mention["start"], mention["end"]
    return {
        "article_id": article_id,
        "start": start,
        "end": end,
        "text": text[start:end],
        "label": mention["label"],
        "entity_id": mention["entity"],
        "rule": mention["rule"],
    }


def _quote(article_id: str, text: str, quote: Quote) -> Row:
    start, end = quote["speaker_start"], quote["speaker_end"]
    return {
        "article_id": article_id,
        "quote_id": f"{article_id}-q{quote['quote']}",
        "start": quote["start"],
        "end": quote["end"],
        "text": text[quote["start"] : quote["end"]],
        "kind": quote["kind"],
        "speaker_id": quote["speaker"],
        "speaker_type": quote["speaker_type"],
        "speaker_text": None if start is None or end is None else text[start:end],
        "speaker_start": start,
        "speaker_end": end,
        "speaker_organization_id": quote["speaker_for"],
        "cue": quote["cue"],
        "sentence": text[quote["sentence_start"] : quote["sentence_end"]],
        "about": quote["about"],
        "rule": quote["rule"],
        "confidence": quote["confidence"],
    }


def _membership(article_id: str, text: str, membership: Membership) -> Row:
    start, end = membership["start"], membership["end"]
    return {
        "article_id": article_id,
        "alliance_id": membership["alliance"],
        "organization_id": membership["organization"],
        "status": membership["status"],
        "certainty": membership["certainty"],
        "date": membership["date"],
        "start": start,
        "end": end,
        "evidence": text[start:end],
        "cue": membership["cue"],
        "speaker_id": membership["speaker"],
        "rule": membership["rule"],
        "confidence": membership["confidence"],
    }


def _claim(article_id: str, text: str, claim: Claim) -> Row:
    start, end = claim["start"], claim["end"]
    return {
        "article_id": article_id,
        "alliance_id": claim["alliance"],
        "n": claim["n"],
        "qualifier": claim["qualifier"],
        "unit": claim["unit"],
        "text": text[start:end],
        "start": start,
        "end": end,
        "rule": claim["rule"],
    }
