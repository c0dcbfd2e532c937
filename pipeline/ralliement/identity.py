"""Who is who over a corpus: from the entities of each article to one id and one canonical name each.

An article's entities come with the forms it used; what one article calls both « Parti socialiste » and « PS » is
evidence for all others. Nothing depends on the order of the rows, so a resumed run gives the same ids.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import Levenshtein

from ralliement import lexicon


@dataclass(frozen=True, slots=True)
class Local:
    """An entity of one article: `label` is ORG or PER, `name` the fullest form used."""

    article_id: str
    entity: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None


@dataclass(slots=True)
class Canonical:
    """An entity of the corpus; `aliases` are the other forms seen, sorted."""

    id: str
    label: str
    name: str
    aliases: list[str]
    kind: str


@dataclass(slots=True)
class Identity:
    """`ids` maps (article_id, entity) to the id of a `Canonical`."""

    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    entities: list[Canonical] = field(default_factory=list)


def identify(locals_: Iterable[Local]) -> Identity:
    """The corpus' entities and who each article's entities are."""
    identity = Identity()
    by_label: dict[str, list[Local]] = {"ORG": [], "PER": []}
    for local in locals_:
        by_label[local.label].append(local)
    for prefix, groups in (("org", _organizations(by_label["ORG"])), ("per", _people(by_label["PER"]))):
        taken: Counter[str] = Counter()
        named = sorted(((_canonical_name(group), group) for group in groups), key=lambda g: (g[0], _order(g[1])))
        for name, group in named:
            slug = _slug(name)
            taken[slug] += 1
            id_ = f"{prefix}:{slug}" if taken[slug] == 1 else f"{prefix}:{slug}-{taken[slug]}"
            forms = {form for local in group for form in (local.name, *local.aliases)} - {name}
            identity.entities.append(Canonical(id_, group[0].label, name, sorted(forms), _kind(name, group)))
            for local in group:
                identity.ids[local.article_id, local.entity] = id_
    return identity


# --- names -----------------------------------------------------------------------------------------------------------

_ARTICLE = re.compile(r"^(?:l'|le |la |les |the |un |une )")
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
_TAILED = re.compile(rf"^(?P<core>.+) (?P<head>{'|'.join(_HEADS)})$")


@cache
def plain(name: str) -> str:
    """A name in lower case, without accents, leading article, legal form or odd spacing."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"[’‘ʼ]", "'", text)
    text = " ".join(re.sub(r"[-‐‑–_/]", " ", text.replace("&", " et ")).split())
    return _LEGAL.sub("", _ARTICLE.sub("", text))


@cache
def key(name: str, kind: str | None = None) -> str:
    """What all spellings of one name share: « Université de Yale » and Yale of kind university, RedHat and Red Hat."""
    text = plain(name)
    match = _HEADED.match(text) or _TAILED.match(text)
    head, core = (_HEADS[match["head"]], match["core"]) if match else ("", text)
    if not head and kind in ("university", "foundation"):
        head = kind
    squashed = re.sub(r"[^\w]", "", core) or core
    return f"{head}:{squashed}" if head else squashed


def _is_acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= 6 and sum(c.isupper() for c in letters) >= max(2, len(letters) - 1)


def _slug(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x" + name.encode().hex()


# --- groups ----------------------------------------------------------------------------------------------------------


class _Groups:
    """Disjoint sets of keys."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, node: str) -> str:
        root = node
        while (parent := self._parent.get(root, root)) != root:
            root = parent
        self._parent[node] = root
        return root

    def union(self, one: str, other: str) -> None:
        a, b = sorted((self.find(one), self.find(other)))
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
        keys = {key(form, kind) for form in forms for kind in (None, row["kind"])}
        if row["ambiguous"]:
            keys = {k if k != key(row["name"]) else f"{row['kind']}?{k}" for k in keys}
        for k in keys:
            found[k].append(entry)
    return found


def _known(name: str, kind: str | None) -> _Known | None:
    """The one known organisation of that name, if a kind is given of that kind where the name is shared."""
    k = key(name, kind)
    entries = _lexicon().get(f"{kind}?{k}", []) or _lexicon().get(k, [])
    if len(entries) > 1:
        entries = [entry for entry in entries if entry.kind == kind]
    return entries[0] if len(entries) == 1 else None


def _organizations(locals_: list[Local]) -> Iterable[list[Local]]:
    known: set[str] = set()

    def node(name: str, kind: str | None) -> str:
        entry = _known(name, kind)
        if entry is None:
            return key(name, kind)
        known.add(entry.key)
        return entry.key

    names = {(local.name, local.kind): node(local.name, local.kind) for local in locals_}
    groups = _Groups()
    # a form that one article gives beside a fuller name belongs to the name it is most often given beside
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for local in locals_:
        full = names[local.name, local.kind]
        for alias in {node(alias, local.kind) for alias in local.aliases} - {full}:
            beside[alias][full] += 1
    nodes = set(names.values())
    for short in sorted(beside.keys() & nodes):
        (full, count), *others = sorted(beside[short].items(), key=lambda item: (-item[1], item[0]))
        if (not others or others[0][1] * 2 < count) and not (short in known and full in known):
            groups.union(short, full)
    for one, other in _near_same({local.name for local in locals_}):
        groups.union(node(one, None), node(other, None))
    members: dict[str, list[Local]] = defaultdict(list)
    for local in locals_:
        members[groups.find(names[local.name, local.kind])].append(local)
    return members.values()


def _near_same(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of long names that differ by a plural or one letter in a long word; acronyms and numbers never do."""
    blocks: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
    originals: dict[str, str] = {}
    for name in sorted(names):
        words = plain(name).split()
        text = " ".join(words)
        if len(text) >= 10 and not _is_acronym(name) and text not in originals:
            originals[text] = name
            blocks[words[0][:4], len(words)].append(words)
    for block in blocks.values():
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if all(map(_same_word, one, other)):
                    yield originals[" ".join(one)], originals[" ".join(other)]


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or not (one.isalpha() and other.isalpha()):
        return False
    one, other = _singular(one), _singular(other)
    return one == other or (min(len(one), len(other)) >= 8 and Levenshtein.distance(one, other, score_cutoff=1) <= 1)


def _singular(word: str) -> str:
    return re.sub(r"(?:ies|y)$", "i", word) if word.endswith(("ies", "y")) else word.rstrip("sx")


def _people(locals_: list[Local]) -> Iterable[list[Local]]:
    members: dict[str, list[Local]] = defaultdict(list)
    for local in locals_:
        members[" ".join(plain(local.name).split())].append(local)
    return members.values()


# --- what a group is called ------------------------------------------------------------------------------------------


def _canonical_name(group: list[Local]) -> str:
    if group[0].label == "ORG":
        entries = Counter(entry.name for local in group if (entry := _known(local.name, local.kind)))
        if entries:
            return min(entries, key=lambda name: (-entries[name], name))
    names = Counter(local.name for local in group)
    # the full name is more telling than the acronym that stands for it, however often it is used
    return min(
        names, key=lambda n: (_is_acronym(n) and len(names) > 1, n.isupper() or n.islower(), -names[n], -len(n), n)
    )


def _kind(name: str, group: list[Local]) -> str:
    if group[0].label == "PER":
        return "person"
    kinds = Counter(local.kind for local in group if local.kind)
    if "alliance" in kinds:
        return "alliance"
    entries = Counter(entry.kind for local in group if (entry := _known(local.name, local.kind)))
    if entries:
        return min(entries, key=lambda kind: (-entries[kind], kind))
    return min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else "other"


def _order(group: list[Local]) -> tuple[str, str]:
    return min((local.article_id, local.entity) for local in group)
