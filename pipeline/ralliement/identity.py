"""Who is who over a corpus: from the entities of each article to one id and one canonical name each.

An article's entities come with the forms it used; what one article calls both « Parti socialiste » and « PS » is
evidence for all others. Nothing depends on the order of the rows, so a resumed run gives the same ids.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

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


@dataclass(slots=True)
class Identity:
    """`ids` maps (article_id, entity) to the id of a `Canonical`."""

    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    entities: list[Canonical] = field(default_factory=list)


class _Form(NamedTuple):
    """How an article gives an entity; articles that give it alike are counted, not kept."""

    name: str
    aliases: tuple[str, ...]
    kind: str  # "" where none is given
    corrected: str  # the canonical name that an analyst gave, or ""


_Forms = Counter[_Form]


def identify(locals_: Iterable[Local], corrections: Iterable[Correction] = ()) -> Identity:
    """The corpus' entities and who each article's entities are; corrections win."""
    said = {(plain(c.name), c.article_id): c.canonical for c in corrections}
    where: dict[str, dict[_Form, list[tuple[str, str]]]] = {"ORG": defaultdict(list), "PER": defaultdict(list)}
    for local in locals_:
        name = plain(local.name)
        corrected = said.get((name, local.article_id)) or said.get((name, None)) or ""
        form = _Form(local.name, local.aliases, local.kind or "", corrected)
        where[local.label][form].append((local.article_id, local.entity))
    identity = Identity()
    for label, group_up in (("ORG", _organizations), ("PER", _people)):
        forms: _Forms = Counter({form: len(places) for form, places in where[label].items()})
        named = sorted((_canonical_name(group, label), sorted(group), group) for group in group_up(forms))
        taken: Counter[str] = Counter()
        for name, members, group in named:
            slug = f"{label.lower()}:{_slug(name)}"
            taken[slug] += 1
            id_ = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
            aliases = {form for member in members for form in (member.name, *member.aliases)} - {name}
            identity.entities.append(Canonical(id_, label, name, sorted(aliases), _kind(group, label)))
            identity.ids.update((place, id_) for member in members for place in where[label][member])
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


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name in lower case, without accents, leading article, legal form or odd spacing."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"[’‘ʼ]", "'", text)
    text = " ".join(re.sub(r"[-‐‑–_/]", " ", text.replace("&", " et ")).split())
    return _LEGAL.sub("", _ARTICLE.sub("", text))


@lru_cache(maxsize=100_000)
def key(name: str, kind: str = "") -> str:
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


_ALONE = "="  # before the key of an entity that an analyst set apart


def _organizations(forms: _Forms) -> Iterable[_Forms]:
    apart = {plain(form.name) for form in forms if form.corrected and plain(form.corrected) == plain(form.name)}
    known: set[str] = set()

    def node(name: str, kind: str) -> str:
        entry = _known(name, kind)
        if entry is None:
            return key(name, kind)
        known.add(entry.key)
        return entry.key

    def node_of(form: _Form) -> str:
        if not form.corrected:
            return node(form.name, form.kind)
        name = plain(form.corrected)
        return _ALONE + name if name in apart else node(form.corrected, "")

    nodes = {form: node_of(form) for form in forms}
    groups = _Groups()
    # a form that one article gives beside a fuller name belongs to the name it is most often given beside
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for form, full in nodes.items():
        for alias in {node(alias, form.kind) for alias in form.aliases} - {full}:
            beside[alias][full] += forms[form]
    for short in sorted(beside.keys() & set(nodes.values())):
        (full, count), *others = sorted(beside[short].items(), key=lambda item: (-item[1], item[0]))
        sure = not others or others[0][1] * 2 < count
        if sure and not (short in known and full in known) and not full.startswith(_ALONE):
            groups.union(short, full)
    for one, other in _near_same({form.name for form in forms if not form.corrected}):
        groups.union(node(one, ""), node(other, ""))
    members: dict[str, _Forms] = defaultdict(Counter)
    for form, count in forms.items():
        members[groups.find(nodes[form])][form] = count
    return members.values()


def _near_same(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of long names that differ by plurals, or by one letter in one long word; acronyms and numbers never do."""
    words_of: dict[str, tuple[str, ...]] = {}
    found: dict[tuple[int, tuple[str, ...]], str] = {}
    for name in sorted(names):
        words = tuple(map(_singular, plain(name).split()))
        if _is_acronym(name) or len(" ".join(words)) < 10:
            continue
        words_of[name] = words
        for signature in _signatures(words):
            other = found.setdefault(signature, name)
            if other != name and _alike(words, words_of[other], signature[0]):
                yield other, name


def _signatures(words: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The words, and the words without a letter of the long one at an index: near words have one in common."""
    yield -1, words
    for index, word in enumerate(words):
        if len(word) >= 8 and word.isalpha():
            for shortened in (word, *(word[:i] + word[i + 1 :] for i in range(len(word)))):
                yield index, (*words[:index], shortened, *words[index + 1 :])


def _alike(one: tuple[str, ...], other: tuple[str, ...], index: int) -> bool:
    return index < 0 or Levenshtein.distance(one[index], other[index], score_cutoff=1) <= 1


def _singular(word: str) -> str:
    if len(word) < 4:
        return word
    return re.sub(r"(?:ies|y)$", "i", word) if word.endswith(("ies", "y")) else word.rstrip("sx")


def _people(forms: _Forms) -> Iterable[_Forms]:
    members: dict[str, _Forms] = defaultdict(Counter)
    for form, count in forms.items():
        members[plain(form.corrected or form.name)][form] = count
    return members.values()


# --- what a group is called ------------------------------------------------------------------------------------------


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
