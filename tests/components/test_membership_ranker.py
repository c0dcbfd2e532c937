"""What no rule places is placed by all that stands around it; on the whole pipeline."""

import pytest

from ralliement.components.alliances import Alliances
from ralliement.components.discourse import Statement
from ralliement.components.membership_ranker import occurrences, rank
from ralliement.components.units import Text, sentences

STORY = (
    "Le consortium Boréale a été créé en 2019 par Dolmen et Corvane. Il réunit aussi Vernet, Altéo et Brunel. Tervia a "
    "quitté le consortium en mars. Nordhold a refusé d'y entrer. Le fabricant Sélune publie ses résultats jeudi."
)


@pytest.fixture(scope="module")
def story(nlp):
    doc = nlp(STORY)
    text = Text(doc)
    alliances = Alliances(text)
    return doc, alliances, sentences(text, alliances.references())


def ranked(story, placed=frozenset()):
    doc, alliances, found = story
    name = {key: entity["name"] for key, entity in doc._.entities.items()}
    return {
        (name[s.organization], s.status)
        for s in rank(alliances, found, [], set(placed))
        if name[s.alliance] == "Boréale"
    }


def test_statuses_without_any_rule(story):
    said = ranked(story)
    assert {("Dolmen", "founder"), ("Corvane", "founder"), ("Altéo", "member"), ("Tervia", "former")} <= said
    assert not {status for name, status in said if name == "Sélune"}


def test_what_a_rule_placed_is_left_alone(story):
    _, alliances, found = story
    placed = {occurrence.pair for occurrence in occurrences(alliances, found)}
    assert ranked(story, placed) == set()


def test_the_evidence_is_the_sentence_of_the_mention(story):
    doc, alliances, found = story
    statement = next(s for s in rank(alliances, found, [], set()) if s.status == "former")
    start, end = alliances.text.offset(*statement.sentence)
    assert doc.text[start:end].startswith("Tervia a quitté")


def elsewhere(organization, sentence):
    """A rule's statement on an organisation and another alliance."""
    return Statement("other", organization, "member", "asserted", sentence, sentence, "verb", 3, "member")


def test_what_a_rule_tells_of_one_alliance_is_of_no_other(story):
    doc, alliances, found = story
    dolmen = next(key for key, entity in doc._.entities.items() if entity["name"] == "Dolmen")
    first = next(o.sentence for o in occurrences(alliances, found) if o.pair[0] == dolmen)
    names = {s.organization for s in rank(alliances, found, [elsewhere(dolmen, first)], set())}
    assert dolmen not in names
    assert names


def test_words_that_name_no_alliance_are_of_the_one_that_most_is_said_of(story):
    _, alliances, found = story
    everywhere = {s.sentence for s in rank(alliances, found, [], set())}
    minor = {s.sentence for s in rank(alliances, found, [elsewhere("nobody", (0, 1))], set())}
    named = {o.sentence for o in occurrences(alliances, found) if o.names_alliance}
    assert minor == everywhere & named < everywhere


def test_a_text_that_is_many_articles_is_read_in_linear_time_and_memory(nlp):
    counts = {}
    for number in (40, 80):
        names = [a + b for a in ("Bor", "Cal", "Den", "Fer", "Gal", "Lam", "Tor") for b in ("éale", "vane", "mis")]
        names = [f"{one}-{other}" for one in names for other in names[:5]][:number]
        doc = nlp("\n\n".join(f"Le consortium {name} réunit Dolmen et Corvane." for name in names))
        text = Text(doc)
        alliances = Alliances(text)
        assert len(alliances.keys) > 30
        found = sentences(text, alliances.references())
        counts[number] = sum(1 for _ in occurrences(alliances, found))
    assert 0 < counts[80] < 3 * counts[40]
