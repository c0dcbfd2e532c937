"""Who is who in an article: forms that share an entity, and forms that must not."""

import pytest

from ralliement.components.acronyms import is_acronym
from ralliement.components.coreference import fullest, words_of


def entities(nlp, text):
    """The forms of each entity of `text`, in order of first mention; places apart."""
    doc = nlp(text)
    forms = {}
    for mention in doc._.mentions:
        if mention["label"] != "LOC":
            forms.setdefault(mention["entity"], []).append(doc.text[mention["start"] : mention["end"]])
    return list(forms.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claire Morel, directrice, a parlé. Mme Morel se tait.", [["Claire Morel", "Morel"]]),
        ("Bertrand de Saint-Alban préside. M. de Saint-Alban écoute.", [["Bertrand de Saint-Alban", "de Saint-Alban"]]),
        ("Le maire, Jean-Luc Ferrand, est venu. Par J.-L. Ferrand", [["Jean-Luc Ferrand", "J.-L. Ferrand"]]),
        ("CLAIRE MOREL\n\nClaire Morel préside le conseil.", [["CLAIRE MOREL", "Claire Morel"]]),
        (
            "Marc Vasseur, 58 ans, et Élise Vasseur, sa sœur, attendent. Mme Vasseur pleure. M. Vasseur se lève.",
            [["Marc Vasseur", "Vasseur"], ["Élise Vasseur", "Vasseur"]],
        ),
        (
            "L'Union des ports de l'Ouest (UPO) a voté. L'UPO recrute.",
            [["Union des ports de l'Ouest", "UPO", "UPO"]],
        ),
        (
            "L'université de Kyoto a signé. « Nous y croyons », dit-on à l'Université de Kyoto.",
            [["université de Kyoto", "Université de Kyoto"]],
        ),
        (
            "L'armateur Velmora Lines recrute. Chez Velmora, on se tait.",
            [["Velmora Lines", "Velmora"]],
        ),
        (
            "La société Velmora a signé, puis sa filiale Velmora Cloud a suivi. La société Velmora attend.",
            [["Velmora", "Velmora"], ["Velmora Cloud"]],
        ),
        ("La CFDT et la CFTC ont voté.", [["CFDT"], ["CFTC"]]),
    ],
)
def test_forms_of_one_entity(nlp, text, expected):
    assert entities(nlp, text) == expected


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("UPO", "Union des ports de l'Ouest", True),
        ("CAF", "Coalition pour une agriculture forte", True),
        ("Boae", "Banque ouest-africaine des écosystèmes", True),
        ("EI", "État islandais", True),
        ("UPO", "Union des marins", False),
        ("CFDT", "Confédération des fleuristes", False),
        ("PM", "Port de la Manche occidentale", False),
    ],
)
def test_an_acronym_is_made_of_initials(acronym, name, expected):
    assert is_acronym(acronym, name) is expected


def test_a_strict_acronym_takes_every_full_word():
    assert is_acronym("UPO", "Union des ports de l'Ouest", strict=True)
    assert not is_acronym("UPO", "Union des ports de l'Ouest français", strict=True)


def test_variants_share_their_full_words():
    assert words_of("Université de Montréal") == words_of("université Montreal") == ("universite", "montreal")
    assert words_of("La Poste") != words_of("La Presse")


def test_the_fullest_form_names_the_entity():
    assert fullest(["Morel", "CLAIRE MOREL", "Claire Morel"]) == "Claire Morel"


def keys(nlp, text, *forms):
    """The entities that each form stands for."""
    doc = nlp(text)
    named = [(doc.text[m["start"] : m["end"]], m["entity"]) for m in doc._.mentions]
    return [{key for form, key in named if form == wanted} for wanted in forms]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Le CDM (Cercle maritime des docks) recrute trois personnes.", "CDM", "Cercle maritime des docks"),
        (
            "La coalition Cap Nord, rebaptisée Boréale en 2023, compte six membres.",
            "Cap Nord",
            "Boréale",
        ),
        ("Le consortium Boréale (anciennement Cap Nord) compte six membres.", "Boréale", "Cap Nord"),
        ("Elle a rejoint l'Unirail, l'Union du rail.", "Unirail", "Union du rail"),
        ("Le Groupe de Morlaix (aussi appelé G7 Nord) compte six membres.", "Groupe de Morlaix", "G7 Nord"),
        (
            "Le Conseil des mers froides, plus connu sous le nom de Boréale, grandit.",
            "Boréale",
            "Conseil des mers froides",
        ),
        ("Corvane quitte Tamaris. Le Forum Tamaris compte neuf membres.", "Tamaris", "Forum Tamaris"),
    ],
)
def test_two_names_of_one_body(nlp, text, one, other):
    first, second = keys(nlp, text, one, other)
    assert first == second
    assert len(first) == 1


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("La société Altéo (groupe Velmora Lines) recrute trois personnes.", "Altéo", "Velmora Lines"),
        ("Le consortium Cap Nord a accueilli Velmora en 2023.", "Cap Nord", "Velmora"),
        ("La société Velmora est devenue membre du consortium Cap Nord.", "Velmora", "Cap Nord"),
    ],
)
def test_two_names_of_two_bodies(nlp, text, one, other):
    first, second = keys(nlp, text, one, other)
    assert len(first) == len(second) == 1
    assert first != second


def test_a_name_read_as_a_place_and_as_an_organisation_is_one(nlp):
    text = "L'Arc des lacs réunit trois ports. Le port de Dolmen a adhéré à l'Arc en mars."
    first, second = keys(nlp, text, "Arc des lacs", "Arc")
    assert first == second
    (country,), (body,) = keys(
        nlp, "La France a signé. L'entreprise France Travail recrute.", "France", "France Travail"
    )
    assert country != body
