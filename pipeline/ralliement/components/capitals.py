"""Runs of words with capitals: « Hansa Nord », « Terre & Mer », « Brouage-Océan », « France 3 »."""

from ralliement.components.name import ARTICLES, STOP, Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary

PARTICLES = frozenset(
    ["del", "della", "di", "da", "do", "dos", "van", "von", "der", "den", "ter", "ten", "zu", "el", "al"]
)
UNNAMED = frozenset(["VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "PRON"])  # first words that start no name


def capitals(view: View, vocabulary: Vocabulary) -> list[Name]:
    """Runs of words with capitals: « Hansa Nord », « Terre & Mer », « Brouage-Océan », « France 3 »."""
    names, i, n = [], 0, len(view.words)
    cuts = {start for start, end, label in view.ents if label == "PER" and end - start > 1} | places(view, vocabulary)
    while i < n:
        if not starts_name(view, vocabulary, i):
            i += 1
            continue
        end = run(view, vocabulary, i)
        if end - i > 1 and view.low[i] not in vocabulary.heads:
            end = _before_person(view, vocabulary, i, end, cuts)
        names.append(Name(i, end, "capitals"))
        i = end
    return names


def places(view: View, vocabulary: Vocabulary) -> set[int]:
    """Where a name starts right after a place: « à Munich | Passerelle », by what the article names apart."""
    alone = {
        view.low[i]
        for i in range(1, len(view.words) - 1)
        if view.capital[i] and not (view.first[i] or view.capital[i + 1] or view.capital[i - 1])
    }
    return {
        i + 1
        for i in range(1, len(view.words) - 1)
        if view.low[i - 1] in ("à", "en")
        and view.capital[i]
        and view.low[i + 1] in alone
        and view.words[i] not in vocabulary.first_names
    }


def _before_person(view: View, vocabulary: Vocabulary, start: int, end: int, cuts: set[int]) -> int:
    """Where a run is cut: « l'Espagnol | Marc Sola », « la maire de Brest | Ana Roy », « à Munich | Passerelle »."""
    for k in range(start + 1, end):
        glued = view.words[k - 1] == "-" or view.words[k - 1] == "&"
        if k in cuts and not glued:
            return k
        if (
            k + 1 < end
            and not glued
            and view.words[k] in vocabulary.first_names
            and view.low[k - 1] in vocabulary.demonyms
        ):
            return k
    return end


def starts_name(view: View, vocabulary: Vocabulary, i: int) -> bool:
    """Whether a run of capitals may start at token `i`."""
    if (
        view.shout[i]
        or (view.first[i] and view.pos[i] in UNNAMED)
        or not (view.capital[i] or view.words[i] in ("L'", "L’"))
    ):
        return False
    low = view.low[i]
    if low in ARTICLES:
        return not view.first[i] and i + 1 < len(view.words) and view.capital[i + 1]
    following = i + 1 < len(view.words) and view.capital[i + 1]
    if (view.words[i].isupper() and low in vocabulary.class_nouns) or (low in vocabulary.roles and following):
        return False  # « l'ONG Terre vive », « le Président Roy »
    return low not in STOP and not (low in vocabulary.titles and low != "père")


def _explained(view: View, vocabulary: Vocabulary, i: int) -> bool:
    """Whether the place of a word explains its capital: « Soutenir Ana Roy », « Derrière Thread »."""
    if not view.first[i] or view.pos[i] not in UNNAMED or i + 1 == len(view.words) or view.glued[i + 1]:
        return False
    return view.label[i] != "PER" or view.words[i + 1] in vocabulary.first_names


def run(view: View, vocabulary: Vocabulary, i: int) -> int:
    """The token after the run of capitals that starts at token `i`."""
    n, line = len(view.words), view.line[i]
    j = i + 1
    while j < n and view.line[j] == line:
        word = view.words[j]
        if view.capital[j] and (view.low[j] not in STOP or view.low[j] in ("le", "la", "les")):
            j += 1
        elif (
            (word == "-" and view.glued[j] and j + 1 < n and view.glued[j + 1] and word_like(view, j + 1))
            or (word in ("&", "+") and j + 1 < n and view.capital[j + 1])
            or (view.low[j] in ("d'", "l'") and view.glued[j] and j + 1 < n and view.capital[j + 1])
        ):
            j += 2
        elif word.isdigit() and len(word) < 5 and not view.first[j] and _bare_number(view, j):
            j += 1
        elif (
            view.low[j] in ("de", "du", "des", "d'")
            and j + 1 < n
            and view.capital[j + 1]
            and _person_so_far(view, vocabulary, i, j)
        ) or (view.low[j] in PARTICLES and j + 1 < n and view.capital[j + 1]):
            j += 2
        else:
            break
    return j


def _person_so_far(view: View, vocabulary: Vocabulary, i: int, j: int) -> bool:
    return j - i == 1 and view.words[i] in vocabulary.first_names


def word_like(view: View, i: int) -> bool:
    """Whether token `i` is a word or a number."""
    return view.words[i][0].isalnum()


def _bare_number(view: View, j: int) -> bool:
    """Whether the number at `j` is counted by no noun: « France 3 », not « Renault 5 portes »."""
    if len(view.words[j]) == 4 and view.words[j][:2] in ("19", "20"):
        return False
    if j + 1 >= len(view.words) or view.line[j + 1] != view.line[j]:
        return True
    return (not view.words[j + 1][0].isalnum() and view.words[j + 1] not in "%€$°") or view.pos[j + 1] in (
        "VERB",
        "AUX",
        "ADP",
    )
