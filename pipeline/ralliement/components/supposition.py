"""An alliance that no noun gives away: the name that the article's statements make most sense of.

Where nothing calls a name an alliance, each likely name is tried: with « Zéphyr » for the alliance, « Cormery et Brenne
ont paraphé les statuts de Zéphyr » says something, twice. The name with most to say wins, if that is enough.
"""

from ralliement.components.alliance_evidence import OTHER_KINDS
from ralliement.components.alliances import UNLIKELY, Alliances
from ralliement.components.statements import read
from ralliement.components.units import Text, sentences

TRIED = 2


def supposed(text: Text, known: Alliances) -> Alliances:
    """The alliances of an article with the supposed one, or `known` where no name makes sense."""
    if not known.told:
        return known
    best, most = known, 0.0
    for key in _candidates(text, known):
        tried = Alliances(text, frozenset({key}), known)
        references = tried.references()
        places = sorted(references)
        direct: set[str] = set()
        loose: set[str] = set()
        said = [s for scope in read(tried, sentences(text, references)) for s in scope.said]
        for statement in said:
            if statement.status in ("rival", "supporter") or statement.strength < 2:
                continue
            start, end = statement.sentence
            named = any(start <= place < end for place in places)
            (direct if named else loose).add(statement.organization)
        worth = len(direct) + 0.4 * len(loose - direct)
        if worth > most and (len(direct) > 1 or (direct and worth >= 2)):
            best, most = tried, worth
    return best


def _candidates(text: Text, known: Alliances) -> list[str]:
    """Names that may be the alliance's, the likeliest first. A kind of company may be a bad guess."""
    entities = text.entities
    may_be = [
        key
        for key, probability in known.likely.items()
        if probability >= UNLIKELY and entities[key].get("kind") not in OTHER_KINDS - {"company"}
    ]
    return sorted(may_be, key=lambda key: -known.likely[key])[:TRIED]
