"""The kind of an organisation: as known, by the noun beside it, by its head."""

from collections import Counter

from ralliement.components.name import Name
from ralliement.components.view import View
from ralliement.components.vocabulary import Vocabulary


def kind_of(view: View, vocabulary: Vocabulary, names: list[Name]) -> str:
    """The kind of an organisation or state: as known, by the noun before or after it, by its head; "" if unsaid."""
    for name in names:
        if name.known:
            return name.known.kind
    nouns = Counter(noun for name in names if (noun := _class_noun(view, vocabulary, name)))
    if nouns:
        return nouns.most_common(1)[0][0]
    for name in names:
        for length in (4, 3, 2, 1):
            kind = vocabulary.head_forms.get(" ".join(view.low[name.start : name.start + length]))
            if kind:
                return kind
    return ""


def _class_noun(view: View, vocabulary: Vocabulary, name: Name) -> str:
    """The kind that « le consortium X » or « X, un consortium » gives."""
    line = view.line[name.start]
    spans = (range(name.start - 1, max(-1, name.start - 4), -1), range(name.end, min(len(view.words), name.end + 4)))
    for span in spans:
        for i in span:
            noun = vocabulary.class_nouns.get(view.low[i])
            if noun and view.line[i] == line:
                return noun.kind
            if view.pos[i] in ("VERB", "AUX", "ADP", "CCONJ") or view.capital[i]:
                break
    return ""
