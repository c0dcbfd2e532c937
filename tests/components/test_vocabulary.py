"""Known names: the spellings under which each is looked up."""

import pytest

from ralliement.components.vocabulary import vocabulary


@pytest.fixture(scope="module")
def known():
    return {form: entry for entries in vocabulary(None).known.values() for form, entry in entries.items()}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("États-Unis", "États-Unis"),
        ("Etats-Unis", "États-Unis"),  # capitals often lose their accents
        ("université de Kyoto", "université de Kyoto"),
        ("Université de Kyoto", "université de Kyoto"),  # at the start of a sentence
        ("xAI", "xAI"),
        ("Open AI", "OpenAI"),
    ],
)
def test_a_form_leads_to_its_name(known, written, name):
    assert known[written].name == name


@pytest.mark.parametrize("written", ["orange", "etats-unis", "XAI", "Université", "Meta-analyse"])
def test_a_word_that_only_looks_like_a_name_is_none(known, written):
    assert written not in known


def test_a_homonym_needs_evidence_its_full_forms_do_not(known):
    assert not known["Orange"].sure
    assert known["Orange SA"].sure
    assert known["Orange SA"].name == "Orange"


def test_an_analysts_alliance_is_known_by_all_its_names():
    own = vocabulary(None, (("Table ronde", "les Quinze"),))
    entries = {form: entry for known in own.known.values() for form, entry in known.items()}
    assert {entries[form].name for form in ("Table ronde", "les Quinze", "Les Quinze")} == {"Table ronde"}
    assert entries["les Quinze"].kind == "alliance"
