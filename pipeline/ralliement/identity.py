"""Who is who over a corpus: from the entities of each article to one id and one canonical name each.

An article's entities come with the forms it used; what one article calls both « Parti socialiste » and « PS » is
evidence for all others. Nothing depends on the order of the rows, so a resumed run gives the same ids.

What is known of the entities waits on disk, in a scratch database that SQLite sorts and removes: memory holds the names
that are linked to another one, not all names, and stays flat however many articles there are.
"""

import json
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from ralliement import lexicon

_CACHED = 10_000  # names whose plain form is at hand


@dataclass(frozen=True, slots=True)
class Local:
    """An entity of one article: `label` is ORG or PER, `name` the fullest form used."""

    article_id: str
    entity: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """An analyst's word: who is called `name`, in one article or in all, is `canonical`.

    Where both are the same name, it is an entity of its own that is merged with no other.
    """

    name: str
    canonical: str
    article_id: str | None = None


@dataclass(slots=True)
class Canonical:
    """An entity of the corpus; `aliases` are the other forms seen, sorted."""

    id: str
    label: str
    name: str
    aliases: list[str]
    kind: str


class Placed(NamedTuple):
    """Who an article's entity is: the id and the name of a `Canonical`."""

    article_id: str
    entity: str
    id: str
    name: str


# `node` is the key that spellings of one name share, `root` the first of the nodes that are one entity
_SCRATCH = """
CREATE TABLE locals (article_id, entity, label, name, aliases, kind, corrected, node);
CREATE TABLE beside (short, whole, count);
CREATE TABLE signatures (signature, name);
CREATE TABLE roots (label, node, root, PRIMARY KEY (label, node)) WITHOUT ROWID;
CREATE TABLE groups (label, root, name, aliases, kind, slug, first);
CREATE TABLE canonical (label, root, id, name, aliases, kind, PRIMARY KEY (label, root)) WITHOUT ROWID;
CREATE VIEW rooted AS SELECT l.*, coalesce(r.root, l.node) AS root FROM locals l LEFT JOIN roots r USING (label, node)
"""


class Identity:
    """Who is who; both can be read once more and take little memory."""

    def __init__(self, scratch: sqlite3.Connection) -> None:
        self._scratch = scratch

    def entities(self) -> Iterator[Canonical]:
        """The corpus' entities, sorted by id."""
        rows = self._scratch.execute("SELECT id, label, name, aliases, kind FROM canonical ORDER BY id")
        for id_, label, name, aliases, kind in rows:
            yield Canonical(id_, label, name, json.loads(aliases), kind)

    def places(self) -> Iterator[Placed]:
        """Who each article's entities are, sorted by article and entity."""
        rows = self._scratch.execute(
            """SELECT article_id, entity, id, c.name FROM rooted JOIN canonical c USING (label, root)
               ORDER BY article_id, entity"""
        )
        return map(Placed._make, rows)


def identify(locals_: Iterable[Local], corrections: Iterable[Correction] = ()) -> Identity:
    """The corpus' entities and who each article's entities are; corrections win."""
    scratch = sqlite3.connect("", isolation_level=None)
    scratch.executescript(f"PRAGMA journal_mode = OFF; BEGIN; {_SCRATCH}")
    nodes = _Nodes(corrections)
    scratch.executemany("INSERT INTO locals VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(nodes.row, locals_))
    roots = _linked(scratch, nodes)
    scratch.executemany("INSERT INTO roots VALUES ('ORG', ?, ?)", roots.items())
    scratch.executemany("INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?)", _groups(scratch))
    # of several that would have one id, the first by name, then by form, has it, the others a number more: after a
    # point, because `org:france-2` is « France 2 »
    scratch.execute(
        """INSERT INTO canonical
           SELECT label, root, CASE WHEN n = 1 THEN slug ELSE slug || '.' || n END, name, aliases, kind FROM (
               SELECT *, row_number() OVER (PARTITION BY label, slug ORDER BY name, first) AS n FROM groups)"""
    )
    return Identity(scratch)


# --- names -----------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"^(?:l'|le |la |les |the |un |une )")
_SPELLED = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("-‐‑–_/", " "), "&": " et "})
_LEGAL = re.compile(r" (?:s\.?a\.?s?|sarl|inc|corp|ltd|llc|plc|gmbh|ag|nv)\.?$")
# heads that French puts before the name and English after it
_HEADS = {
    "universite": "university", "university": "university",
    "fondation": "foundation", "foundation": "foundation",
    "institut": "institute", "institute": "institute",
    "clinique": "clinic", "clinic": "clinic",
    "groupe": "", "group": "",
}  # fmt: skip
_HEADED = re.compile(rf"^(?P<head>{'|'.join(_HEADS)}) (?:(?:de |du |d'|des )(?:l'|la )?|of )?(?P<core>.+)$")
_MARK = re.compile(r"[^\w]")
_TAILED = re.compile(rf"^(?P<core>.+) (?P<head>{'|'.join(_HEADS)})$")


@lru_cache(maxsize=_CACHED)
def plain(name: str) -> str:
    """A name in lower case, without accents, leading article, legal form or odd spacing."""
    text = unicodedata.normalize("NFKD", name)
    if not text.isascii():
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = " ".join(text.lower().translate(_SPELLED).split())
    return _LEGAL.sub("", _ARTICLE.sub("", text))


@lru_cache(maxsize=_CACHED)
def key(name: str, kind: str = "") -> str:
    """What all spellings of one name share: « Université de Yale » and Yale of kind university, RedHat and Red Hat."""
    text = plain(name)
    match = _HEADED.match(text) or _TAILED.match(text)
    head, core = (_HEADS[match["head"]], match["core"]) if match else ("", text)
    if not head and kind in ("university", "foundation"):
        head = kind
    squashed = _MARK.sub("", core) or core
    return f"{head}:{squashed}" if head else squashed


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= 6 and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)


def _slug(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x" + name.encode().hex()


# --- groups ----------------------------------------------------------------------------------------------------------


class _Links:
    """Disjoint sets of nodes; those that are alone are not kept."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def roots(self) -> dict[str, str]:
        """Per linked node the first of its set."""
        return {node: self._find(node) for node in self._parent}

    def _find(self, node: str) -> str:
        root = node
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        if node != root:
            self._parent[node] = root
        return root

    def link(self, one: str, other: str) -> None:
        a, b = sorted((self._find(one), self._find(other)))
        if a != b:
            self._parent[b] = a


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    kind: str

    @property
    def key(self) -> str:
        return key(self.name, self.kind)


@cache
def _lexicon() -> dict[str, list[_Known]]:
    """The known organisations by the keys of their forms; one that needs evidence is found by its kind only."""
    found: dict[str, list[_Known]] = defaultdict(list)
    for row in lexicon.load("names", "name", "kind", "aliases", "ambiguous"):
        entry = _Known(row["name"], row["kind"])
        forms = {row["name"], *filter(None, map(str.strip, row["aliases"].split("|")))}
        keys = {key(form, kind) for form in forms for kind in ("", row["kind"])}
        if row["ambiguous"]:
            keys = {k if k != key(row["name"]) else f"{row['kind']}?{k}" for k in keys}
        for k in keys:
            found[k].append(entry)
    return found


def _known(name: str, kind: str) -> _Known | None:
    """The one known organisation of that name, if a kind is given of that kind where the name is shared."""
    k = key(name, kind)
    entries = _lexicon().get(f"{kind}?{k}", []) or _lexicon().get(k, [])
    if len(entries) > 1:
        entries = [entry for entry in entries if entry.kind == kind]
    return entries[0] if len(entries) == 1 else None


_ALONE = "="  # before the node of an entity that an analyst set apart


class _Nodes:
    """The node of each name."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self.known: set[str] = set()  # nodes of known organisations
        self._said = {(plain(c.name), c.article_id): c.canonical for c in corrections}
        self._apart = {name for (name, _), canonical in self._said.items() if plain(canonical) == name}

    def row(self, local: Local) -> tuple[str, ...]:
        """A row of `locals`."""
        name, kind = plain(local.name), local.kind or ""
        corrected = self._said.get((name, local.article_id)) or self._said.get((name, None)) or ""
        if local.label == "PER":
            node = plain(corrected or local.name)
        elif not corrected:
            node = self.of(local.name, kind)
        else:
            name = plain(corrected)
            node = _ALONE + name if name in self._apart else self.of(corrected)
        aliases = json.dumps(local.aliases, ensure_ascii=False)
        return local.article_id, local.entity, local.label, local.name, aliases, kind, corrected, node

    def of(self, name: str, kind: str = "") -> str:
        """The node of an organisation that no one corrected."""
        entry = _known(name, kind)
        if entry is None:
            return key(name, kind)
        self.known.add(entry.key)
        return entry.key


def _linked(scratch: sqlite3.Connection, nodes: _Nodes) -> dict[str, str]:
    """The nodes of organisations that are one with another, by the first of them."""
    links = _Links()
    for short, full in _beside(scratch, nodes):
        if not (short in nodes.known and full in nodes.known) and not full.startswith(_ALONE):
            links.link(short, full)
    for one, other in _near_same(scratch):
        links.link(nodes.of(one), nodes.of(other))
    return links.roots()


def _beside(scratch: sqlite3.Connection, nodes: _Nodes) -> Iterator[tuple[str, str]]:
    """A form that one article gives beside a fuller name belongs to the name it is most often given beside."""
    rows = scratch.execute(
        """SELECT aliases, kind, node, count(*) FROM locals WHERE label = 'ORG' AND aliases != '[]'
           GROUP BY aliases, kind, node"""
    )
    scratch.executemany(
        "INSERT INTO beside VALUES (?, ?, ?)",
        (
            (short, full, count)
            for aliases, kind, full, count in rows
            for short in {nodes.of(alias, kind) for alias in json.loads(aliases)} - {full}
        ),
    )
    pairs = scratch.execute(
        """SELECT short, whole, sum(count) AS count FROM beside
           WHERE short IN (SELECT node FROM locals WHERE label = 'ORG')
           GROUP BY short, whole ORDER BY short, count DESC, whole"""
    )
    for short, same in groupby(pairs, itemgetter(0)):
        (_, full, count), *others = same
        if not others or others[0][2] * 2 < count:
            yield short, full


def _near_same(scratch: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Pairs of long names that differ by plurals, or by one letter in one long word; acronyms and numbers never do."""
    names = scratch.execute("SELECT DISTINCT name FROM locals WHERE label = 'ORG' AND corrected = ''")
    scratch.executemany(
        "INSERT INTO signatures VALUES (?, ?)", ((sign, name) for (name,) in names for sign in _signatures(name))
    )
    pairs = scratch.execute(
        """SELECT first.name, s.name FROM
           (SELECT signature, min(name) AS name FROM signatures GROUP BY signature HAVING count(*) > 1) first
           JOIN signatures s USING (signature) WHERE s.name > first.name"""
    )
    return ((one, other) for one, other in pairs if _alike(_words(one), _words(other)))


def _words(name: str) -> list[str]:
    return [_singular(word) for word in plain(name).split()]


def _signatures(name: str) -> Iterator[str]:
    """The words, and the words without a letter of a long one: near names have one in common."""
    words = _words(name)
    if _is_acronym(name) or len(" ".join(words)) < 10:
        return
    yield " ".join(words)
    for index, word in enumerate(words):
        if len(word) >= 8 and word.isalpha():
            for shortened in (word, *(word[:i] + word[i + 1 :] for i in range(len(word)))):
                yield f"{index}\t{' '.join([*words[:index], shortened, *words[index + 1 :]])}"


def _alike(one: list[str], other: list[str]) -> bool:
    return all(a == b or Levenshtein.distance(a, b, score_cutoff=1) <= 1 for a, b in zip(one, other, strict=True))


def _singular(word: str) -> str:
    if len(word) < 4:
        return word
    return re.sub(r"(?:ies|y)$", "i", word) if word.endswith(("ies", "y")) else word.rstrip("sx")


# --- what a group is called ------------------------------------------------------------------------------------------


class _Form(NamedTuple):
    """How articles give an entity."""

    name: str
    aliases: str  # in JSON
    kind: str  # "" where none is given
    corrected: str  # the canonical name that an analyst gave, or ""


_Forms = Counter[_Form]


def _order(form: _Form) -> str:
    return "\t".join((form.name, "\n".join(json.loads(form.aliases)), form.kind, form.corrected))


def _groups(scratch: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Rows of `groups`: the nodes that are one entity, and what it is called."""
    rows = scratch.execute(
        """SELECT label, root, name, aliases, kind, corrected, count(*) FROM rooted GROUP BY 1, 2, 3, 4, 5, 6"""
    )
    for (label, root), members in groupby(rows, itemgetter(0, 1)):
        forms = Counter({_Form(*form): count for _, _, *form, count in members})
        name = _canonical_name(forms, label)
        aliases = {alias for form in forms for alias in (form.name, *json.loads(form.aliases))} - {name}
        given = json.dumps(sorted(aliases), ensure_ascii=False)
        slug = f"{label.lower()}:{_slug(name)}"
        yield label, root, name, given, _kind(forms, label), slug, min(map(_order, forms))


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name))


def _canonical_name(group: _Forms, label: str) -> str:
    corrected: Counter[str] = Counter()
    entries: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for form, count in group.items():
        names[form.name] += count
        if form.corrected:
            corrected[form.corrected] += count
        elif label == "ORG" and (entry := _known(form.name, form.kind)):
            entries[entry.name] += count
    if corrected or entries:
        return _most(corrected or entries)
    # the full name is more telling than the acronym that stands for it, however often it is used
    return min(
        names, key=lambda n: (_is_acronym(n) and len(names) > 1, n.isupper() or n.islower(), -names[n], -len(n), n)
    )


def _kind(group: _Forms, label: str) -> str:
    if label == "PER":
        return "person"
    kinds: Counter[str] = Counter()
    entries: Counter[str] = Counter()
    for form, count in group.items():
        if form.kind:
            kinds[form.kind] += count
        if entry := _known(form.name, form.kind):
            entries[entry.kind] += count
    if "alliance" in kinds:
        return "alliance"
    return _most(entries or kinds) if entries or kinds else "other"
