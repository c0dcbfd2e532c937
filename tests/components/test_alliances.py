"""Which names are alliances, and what refers to them."""

import pytest
from members import expected, read, said

ALLIANCES = {
    "by its name": "[Altéo] a rejoint l'[Alliance des rives].",
    "by the noun before it": "[Altéo] a quitté le consortium [Zéphyr] lundi.",
    "by an apposition": "[Altéo] a rejoint [Zéphyr], le vaste consortium qui réunit les ports.",
    "by a verb of being": "[Zéphyr] est une coalition de villes. [Altéo] a rejoint [Zéphyr].",
    "by what is done with it": "Membre de [Zéphyr] depuis 2019, [Altéo] se félicite.",
    "by those in brackets": "[Zéphyr] ([Altéo] et [Brunel]) recrute.",
}

OTHERS = [
    "[Altéo] a racheté [Brunel], qui a quitté la Bourse.",
    "L'[Alliance verte], premier parti d'opposition, a critiqué [Altéo].",
    "{Ana Ruiz} a rejoint [Altéo], qu'elle quitte déjà.",
    "La création d'[Altéo] par {Ana Ruiz} date de 2010.",
]


@pytest.mark.parametrize("text", ALLIANCES.values(), ids=ALLIANCES)
def test_evidence(nlp, text):
    assert {row.split()[0] for row in said(read(nlp, text))} >= {"Altéo"}


@pytest.mark.parametrize(
    ("text", "alliance"),
    [
        ("Retraites : l'intersyndicale se fissure\n\nL'intersyndicale réunit la CFDT, la CGT et FO.", "intersyndicale"),
        ("La Comue Bords de Loire fédère l'université d'Angers et l'université de Tours.", "Comue Bords de Loire"),
        ("Le GHT Bords de Loire réunit le CHU de Nantes et l'hôpital d'Ancenis.", "GHT Bords de Loire"),
    ],
)
def test_common_nouns_that_are_names(nlp, text, alliance):
    doc = nlp(text)
    names = {key: entity["name"] for key, entity in doc._.entities.items()}
    assert {names[row["alliance"]] for row in doc._.memberships} == {alliance}
    assert {row["status"] for row in doc._.memberships} == {"member"}


@pytest.mark.parametrize("text", OTHERS)
def test_other_organisations(nlp, text):
    assert said(read(nlp, text)) == set()


def test_a_name_that_no_noun_gives_away_is_tried(nlp):
    text = (
        "[Zéphyr] : deux coopératives de plus\n\n"
        "Hier, à Loches, [Cormery] et [Oiselle] ont rejoint [Zéphyr]. Les membres en sont fiers. "
        "[Brenne] rejoindra [Zéphyr] en septembre."
    )
    assert said(read(nlp, text)) == expected("Cormery member; Oiselle member; Brenne joining")


def test_a_text_without_accents(nlp):
    text = "L'alliance [Cercle] avait ete creee en 2001 par [Altea] et [Brunel]. [Corvane] n'a jamais ete membre."
    assert said(read(nlp, text)) == expected("Altea founder; Brunel founder; Corvane non_member")


def test_a_rival_is_referred_to_without_its_name(nlp):
    text = "L'alliance [Zéphyr] recule face à la coalition [Mistral]. [Altéo] a quitté [Zéphyr] pour sa rivale."
    assert "Altéo former of Zéphyr" in said(read(nlp, text))
    assert "Altéo member of Mistral" in said(read(nlp, text))


TWO = "[Altéo] et [Brunel] ont fondé l'[Alliance des rives]. L'[Alliance des rives] ignore la [Ligue des cols]."


@pytest.mark.parametrize(
    ("paragraph", "alliance"),
    [
        ("[Corvane] n'a pas signé.", "Alliance des rives"),
        ("Née en 2012, cette dernière a été rejointe par [Corvane].", "Ligue des cols"),
        ("La [Ligue des cols] ne bouge pas. [Corvane] n'a pas signé.", "Ligue des cols"),
        ("La Ligue s'organise\n\n[Corvane] n'a pas signé.", "Alliance des rives"),
        ("La [Ligue des cols] s'organise\n\n[Corvane] n'a pas signé.", "Ligue des cols"),
    ],
)
def test_a_paragraph_speaks_of_the_main_alliance_or_of_its_headings(nlp, paragraph, alliance):
    doc = read(nlp, f"{TWO}\n\n{paragraph}")
    rows = [row for row in doc._.memberships if doc._.entities[row["organization"]]["name"] == "Corvane"]
    assert [doc._.entities[row["alliance"]]["name"] for row in rows] == [alliance]
