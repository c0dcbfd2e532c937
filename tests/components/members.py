"""Memberships of a marked text: organisations in square brackets, persons in braces, as entities give them."""

import re

from ralliement.components.memberships import Memberships

KNOWN = (
    "Le constructeur [Altéo], la banque [Brunel] et l'éditeur [Corvane] publient leurs résultats. "
    "Le [Cercle Hydro] est une alliance d'industriels. "
)
MARK = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")


def read(nlp, marked, published="2025-06-17", alliances=()):
    """The annotated Doc of a marked text; names spelt alike are one entity."""
    text, mentions, entities, keys, end = "", [], {}, {}, 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        name, label = match[1] or match[2], "ORG" if match[1] else "PER"
        key = keys.setdefault(name, f"e{len(keys) + 1}")
        entities[key] = {"label": label, "name": name, "aliases": []}
        mentions.append(
            {"start": len(text), "end": len(text) + len(name), "label": label, "entity": key, "rule": "test"}
        )
        text, end = text + name, match.end()
    doc = nlp.make_doc(text + marked[end:])
    for part in ("ralliement_sentences", "ralliement_syntax"):
        doc = nlp.get_pipe(part)(doc)
    doc._.article, doc._.mentions, doc._.entities, doc._.quotes = {"published": published}, mentions, entities, []
    return Memberships(alliances)(doc)


def said(doc):
    """What is stated: « Altéo member », or « Altéo member of Cercle Hydro » where there are several alliances."""
    rows, names = doc._.memberships, doc._.entities
    several = len({row["alliance"] for row in rows}) > 1
    return {
        f"{names[row['organization']]['name']} {row['status']}"
        + (f" of {names[row['alliance']]['name']}" if several else "")
        for row in rows
    }


def expected(text):
    """The expectations of a test, parted by semicolons."""
    return {part.strip() for part in text.split(";") if part.strip()}


def cases(sentences):
    """The lines of texts by topic, each a sentence and, after an arrow, the rows that it gives."""
    return [line.strip() for lines in sentences.values() for line in lines.strip().splitlines()]


def by_rule(nlp, case):
    """What the rules, without the ranker, say of a case that stands after `KNOWN`; and what it is to give."""
    sentence, _, rows = case.partition("→")
    doc = read(nlp, KNOWN + sentence.strip())
    doc._.memberships = [row for row in doc._.memberships if row["rule"] != "ranked"]
    return said(doc), expected(rows)
