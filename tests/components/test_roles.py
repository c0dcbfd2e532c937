"""What a person does and where: the words that say so, before or after the name."""

import pytest


def person(nlp, text):
    """The first person of `text`, with the name of the affiliation in place of its key."""
    doc = nlp(text)
    entities = doc._.entities
    first = next(entity for entity in entities.values() if entity["label"] == "PER")
    role = first.get("role")
    if role:
        assert doc.text[first["role_start"] : first["role_end"]] == role
    affiliation = first.get("affiliation")
    return role, entities[affiliation]["name"] if affiliation else None


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("Claire Morel, directrice générale de la société Velmora, a signé.", "directrice générale", "Velmora"),
        ("La directrice générale de la société Velmora, Claire Morel, a signé.", "directrice générale", "Velmora"),
        ("Le patron d'Orange, Luc Ferrand, a signé.", "patron", "Orange"),
        ("L'association Toits ouverts proteste. Sa présidente, Claire Morel, a écrit.", "présidente", "Toits ouverts"),
        ("Luc Ferrand, professeur à l'université de Kyoto, doute.", "professeur", "université de Kyoto"),
        ("Claire Morel (directrice de la stratégie, Orange) doute.", "directrice de la stratégie", None),
        ("Le ministre Luc Ferrand doute.", "ministre", None),
        ("La climatologue Claire Morel, de l'université de Kyoto, doute.", "climatologue", "université de Kyoto"),
        ("Le consortium Zénitha recrute. Le directeur du consortium, Luc Ferrand, doute.", "directeur", "Zénitha"),
        ("Claire Morel, ancienne avocate, présidente d'Orange, doute.", "présidente", "Orange"),
        (
            "La société Velmora a quitté la société Zuidra. Son président, Luc Ferrand, doute.",
            "président",
            "Velmora",
        ),
        ("Claire Morel doute d'Orange.", None, None),
    ],
)
def test_role_and_affiliation(nlp, text, role, affiliation):
    assert person(nlp, text) == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Claire Morel doute.", "Fem"),
        ("Mme Tan Wei doute.", "Fem"),
        ("Tan Wei, directeur du port, doute.", "Masc"),
        ("K. Aalto, porte-parole du port, doute.", None),
    ],
)
def test_gender_of_a_person(nlp, text, gender):
    doc = nlp(text)
    first = next(entity for entity in doc._.entities.values() if entity["label"] == "PER")
    assert first.get("gender") == gender
