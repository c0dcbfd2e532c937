"""Names in sentences: what is one, where it starts and ends, and whether it is an organisation or a person."""

import pytest
import spacy
from markup import read, write
from spacy.tokens import Doc

from ralliement.lexicon import LexiconError

SENTENCES = {
    "titles stay out of persons": [
        "[Ana Ruiz|PER] a reçu M. [Delvaux|PER] et Mme [Claire Morel|PER], mais pas Me [Hugo Ferrand|PER].",
        "Le président [Marc Delvaux|PER] a reçu la ministre [Claire Morel|PER].",
    ],
    "elided and plain articles stay out, a capital one that belongs to the name is in": [
        "L'[Inria|ORG] et la [Banque postale|ORG] ont répondu à l'[Afnor|ORG].",
        "Selon [Le Monde|ORG] et [Les Échos|ORG], rien n'est signé.",
    ],
    "rows of a table hold names, entries of a menu do not": [
        "[Air Vastel|ORG] | Espagne | 2007\n[Air Corvane|ORG] | Italie | 2011",
        "Accueil | Banque | Emploi | Sport",
    ],
    "a head in lower case is in the name": [
        "Il travaille à l'[université de Kyoto|ORG] avec [Ana Ruiz|PER].",
        "Le [ministère de l'Agriculture|ORG] a saisi le [tribunal judiciaire de Vire|ORG].",
        "La [fondation Eclipse|ORG] et la [chambre de commerce de Vire|ORG] financent le projet.",
    ],
    "a group noun is outside the name": [
        "Le groupe [Orange|ORG] et la société [Velmora|ORG] ont signé.",
        "L'association [Toits ouverts|ORG] a écrit au maire.",
    ],
    "an institution's name is whole": [
        "L'[Institut national de recherche sur les sols|ORG] a publié ses chiffres.",
        "La [Fédération bretonne des éleveurs|ORG] et le [Comité des locataires de Vire|ORG] protestent.",
        "Le [Bureau de recherches géologiques et minières|ORG] a rendu son rapport.",
        "Le [Syndicat des marins de la Manche|ORG] refuse de signer.",
        "Le [Collectif contre la ligne nouvelle|ORG] refuse de signer.",
        "La [Haute École de Vire|ORG] ouvre en mai.",
    ],
    "an acronym in parentheses closes the name before it, and is one": [
        "La [Coalition pour une mer propre|ORG] ([CMP|ORG]) grandit.",
        "L'[Union des ports de l'Ouest|ORG] ([UPO|ORG]) a voté.",
    ],
    "a noun of organisations before or after a name makes it one": [
        "L'italien [Sicilmare|ORG] et le fabricant de piles [Voltera|ORG] s'allient.",
        "[Passerelle|ORG], un consortium né à Lyon, recrute.",
        "La start-up [Kirsi Nord|ORG] a rejoint l'alliance [Boréale|ORG].",
    ],
    "a role makes a person": [
        "[Kirsten Aalbo|PER], directrice de [Velmora|ORG], a démissionné.",
        "La climatologue [Oriane Besse-Lambert|PER] se montre plus nuancée.",
        "Sa présidente, [Josée Tremblay|PER], n'a pas répondu.",
    ],
    "one sure organisation in a list types the others": [
        "Le consortium réunit la société [Velmora|ORG], [Kestrel|ORG], [Zuidra|ORG] et [Emsport|ORG].",
    ],
    "what the model is unsure of follows an organisation beside it": [
        "Le consortium réunit [Vastel|ORG] et [TomTom|ORG].",
    ],
    "states that are counted and continents are no names": [
        "Vingt-trois États en sont membres. Douze États siègent au conseil.",
        "Elle réunit quatre pays d'Europe centrale.",
        "L'organisation compte vingt-trois États membres.",
    ],
    "a plural head is shared out": [
        "Les universités de [Gand|ORG], [Turku|ORG] et [Coimbra|ORG] délivrent un diplôme commun.",
        "Le [CHU de Caen|ORG] et celui de [Tours|ORG] participent.",
    ],
    "page furniture, works, laws and slogans are no names": [
        "Lire aussi : le retour des hirondelles",
        "Partenaires financiers\n\nBudget et comptes",
        "Partager : Facebook X LinkedIn WhatsApp",
        "Une banderole proclamait « Un toit, c'est tout ».",
        "Il pleut. Regardez dehors.",
    ],
    "entries of a menu, peoples and datelines are no organisations": [
        "Accueil | Banque | Emploi | Contact",
        "Les Suédois et les Allemands attendent.",
        "BREST, 4 mai 2024 ([AFP|ORG]) - Le port rouvre.",
    ],
    "a verb that follows is no part of the name": [
        "Le [ministère de la Mer|ORG] finance le port.",
    ],
    "a pact between quotation marks is a name": [
        "Le pacte « [Semer demain|ORG] » grandit.",
    ],
    "states are kept apart from organisations": [
        "Le Mali et le Niger ont quitté la [Cedeao|ORG].",
    ],
    "institutions are named by their seat": [
        "[Matignon|ORG] dément, [Bercy|ORG] se tait.",
    ],
    "a by-line is a person": [
        "Un port s'agrandit\n\nPar [Mariam Lorho|PER]\n\nLe port s'agrandit.",
    ],
    "a name in capitals is read with what the article says below": [
        "[VELMORA|ORG] REMERCIE [ETCHEVERRY|PER] AVANT JUIN\n\n[Bruno Etcheverry|PER] quitte la société [Velmora|ORG].",
    ],
    "a site is no organisation where one only posts on it": [
        "Il l'a écrit sur Facebook.",
        "La société [Facebook|ORG] a démenti.",
    ],
}


@pytest.mark.parametrize("marked", [marked for group in SENTENCES.values() for marked in group])
def test_names_of_a_sentence(nlp, marked):
    text, _ = read(marked)
    doc = nlp(text)
    found = [(m["start"], m["end"], m["label"]) for m in doc._.mentions if m["label"] != "LOC"]
    assert write(text, found) == marked


def test_the_same_words_are_a_name_each_time(nlp):
    doc = nlp("Force infirmière a signé. Le syndicat Force infirmière recrute. Chez Force infirmière, on se tait.")
    assert [doc.text[m["start"] : m["end"]] for m in doc._.mentions] == ["Force infirmière"] * 3


def test_an_empty_text_has_no_names(nlp):
    assert nlp("")._.mentions == []
    assert nlp(" \n \n")._.entities == {}


def test_each_mention_has_an_entity_and_a_rule(nlp):
    doc = nlp("La société Velmora et l'université de Kyoto ont reçu Ana Ruiz au Mali.")
    assert {mention["entity"] for mention in doc._.mentions} == set(doc._.entities)
    assert all(mention["rule"] for mention in doc._.mentions)


def test_a_doc_with_its_entities_survives_bytes(nlp):
    doc = nlp("Ana Ruiz, directrice de la société Velmora, a signé.")
    copy = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert copy._.entities == doc._.entities
    assert copy._.mentions == doc._.mentions


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le consortium Zénitha recrute.", "Zénitha", "alliance"),
        ("La banque Velmora a signé.", "Velmora", "company"),
        ("L'université de Kyoto a signé.", "université de Kyoto", "university"),
        ("Le Syndicat des marins de la Manche a signé.", "Syndicat des marins de la Manche", "union"),
        ("Le Togo a signé.", "Togo", "state"),
    ],
)
def test_kind_of_an_organisation(nlp, text, name, kind):
    entities = {entity["name"]: entity for entity in nlp(text)._.entities.values()}
    assert entities[name]["kind"] == kind


def test_an_analyst_adds_names(tmp_path):
    path = tmp_path / "noms.csv"
    path.write_text("name,kind,aliases,ambiguous,note\nvélo pour tous,association,VPT,,\n", encoding="utf-8")
    blank = spacy.blank("fr")
    blank.add_pipe("ralliement_entities", config={"names": str(path)})
    doc = blank("Le club vélo pour tous, ou VPT, a signé.")
    assert [doc.text[m["start"] : m["end"]] for m in doc._.mentions] == ["vélo pour tous", "VPT"]
    assert len(doc._.entities) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name,kind\nVélo,association\n", "aliases"),
        ("name,kind,aliases,ambiguous,note\nVélo,vélocipède,,,\n", "row 2: kind 'vélocipède'"),
    ],
)
def test_a_malformed_csv_of_names_says_what_is_wrong(tmp_path, content, says):
    path = tmp_path / "noms.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        spacy.blank("fr").add_pipe("ralliement_entities", config={"names": str(path)})


def test_a_member_state_is_an_organisation_where_it_acts_and_a_place_where_it_is_one(nlp):
    doc = nlp("La Gambie a rejoint l'Alliance des rives en mai. Le sommet se tiendra en Gambie.")
    labels = [m["label"] for m in doc._.mentions if doc.text[m["start"] : m["end"]] == "Gambie"]
    assert labels == ["ORG", "LOC"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Soulane, qui réunit douze ports, recrute. Dolmen a rejoint Soulane en mars.", "ORG"),
        ("Jeanne Morin, qui réunit ses amis, sourit. Paul Girard a rejoint Jeanne Morin en mars.", "PER"),
    ],
)
def test_what_gathers_others_and_is_joined(nlp, text, label):
    assert {m["label"] for m in nlp(text)._.mentions if m["start"] == 0} == {label}
