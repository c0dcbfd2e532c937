"""Statements of membership: sentences and what they say, by construction; what says nothing stands beside."""

import pytest
from members import expected, read, said

KNOWN = "Le [Cercle Hydro] est une alliance d'industriels. "

STATEMENTS = {
    "founding": [
        ("[Altéo] et [Brunel] ont fondé le [Cercle Hydro].", "Altéo founder; Brunel founder"),
        ("[Altéo] a créé le [Cercle Hydro] avec [Brunel].", "Altéo founder; Brunel founder"),
        ("Lancé en 2021 par [Altéo] et [Brunel], le [Cercle Hydro] grandit.", "Altéo founder; Brunel founder"),
        ("[Altéo] et [Brunel] ont annoncé la création du [Cercle Hydro].", "Altéo founder; Brunel founder"),
        ("L'alliance est née à l'initiative d'[Altéo] et de [Brunel].", "Altéo founder; Brunel founder"),
        ("L'alliance avait pour membres fondateurs [Altéo] et [Brunel].", "Altéo founder; Brunel founder"),
        ("Ses fondateurs, [Altéo] et [Brunel], siègent à Lyon.", "Altéo founder; Brunel founder"),
        ("L'alliance est née d'un accord entre [Altéo] et [Brunel].", "Altéo founder; Brunel founder"),
    ],
    "gathering": [
        ("Le [Cercle Hydro] regroupe [Altéo], [Brunel] et [Corvane].", "Altéo member; Brunel member; Corvane member"),
        ("Elle fédère [Altéo], l'italien [Brunel] ou encore [Corvane].", "Altéo member; Brunel member; Corvane member"),
        ("L'alliance compte douze membres, dont [Altéo] et [Brunel].", "Altéo member; Brunel member"),
        ("Le groupement accueille deux recrues : [Altéo] et [Brunel].", "Altéo member; Brunel member"),
        ("On y retrouve [Altéo], [Brunel] et [Corvane].", "Altéo member; Brunel member; Corvane member"),
        ("Elle réunit neuf firmes, d'[Altéo] à [Brunel] en passant par [Corvane].",
         "Altéo member; Brunel member; Corvane member"),
        ("Elle s'est élargie à [Altéo] et à [Brunel].", "Altéo member; Brunel member"),
    ],
    "side by side": [
        ("[Altéo] y côtoie [Brunel] et [Corvane].", "Altéo member; Brunel member; Corvane member"),
        ("[Altéo] rejoint [Brunel] et [Corvane] dans le [Cercle Hydro].",
         "Altéo member; Brunel member; Corvane member"),
        ("[Altéo] les y a rejoints, [Brunel] arrive en mars.", "Altéo member"),
        ("[Altéo] côtoie [Brunel] sur le port.", ""),
        ("[Altéo] et [Brunel] se sont regroupés au sein du [Cercle Hydro].", "Altéo member; Brunel member"),
        ("[Altéo] et [Brunel] ont signé l'accord du [Cercle Hydro].", "Altéo member; Brunel member"),
        ("[Altéo] a signé l'accord sur les salaires.", ""),
        ("[Altéo] fait partie de l'alliance, de même que [Brunel].", "Altéo member; Brunel member"),
        ("[Altéo] a quitté l'alliance. [Brunel] l'avait fait en 2007.", "Altéo former; Brunel former"),
        ("[Altéo] a quitté l'alliance. [Brunel] l'a fait savoir.", "Altéo former"),
        ("Elle rassemble entre autres [Altéo] et [Brunel].", "Altéo member; Brunel member"),
    ],
    "places and topics": [
        ("Elle réunit [Altéo], à [Lille], et [Brunel], dans le [Jura], depuis mai.", "Altéo member; Brunel member"),
        ("L'alliance réunit [Altéo], [Brunel] et [Corvane].", "Altéo member; Brunel member; Corvane member"),
        ("Pour [Altéo], rien ne change. Il a rejoint l'alliance.", "Altéo member"),
        ("Le tour de table initial : [Altéo], [Brunel].", "Altéo founder; Brunel founder"),
        ("Le tour de table : [Altéo], [Brunel].", "Altéo member; Brunel member"),
        ("{Zoé Hamon}, historienne à l'université d'[Altéo], suit l'alliance.", ""),
        ("[Altéo] ne figure nulle part dans l'alliance.", "Altéo non_member"),
    ],
    "joining": [
        ("[Altéo] a rejoint le [Cercle Hydro].", "Altéo member"),
        ("[Altéo] est devenu lundi le onzième membre du [Cercle Hydro].", "Altéo member"),
        ("[Altéo] et [Brunel] y ont adhéré.", "Altéo member; Brunel member"),
        ("Le [Cercle Hydro] a été rejoint par [Altéo] et [Brunel].", "Altéo member; Brunel member"),
        ("[Altéo] rejoindra l'alliance en septembre.", "Altéo joining"),
        ("[Altéo] devrait intégrer l'alliance.", "Altéo joining"),
        ("S'y ajoutera, en septembre, [Altéo].", "Altéo joining"),
        ("L'alliance va accueillir [Altéo].", "Altéo joining"),
        ("Le [Cercle Hydro] a annoncé l'arrivée d'[Altéo] et de [Brunel].", "Altéo member; Brunel member"),
    ],
    "candidates": [
        ("[Altéo] pourrait rejoindre l'alliance.", "Altéo candidate"),
        ("[Altéo] envisage d'adhérer au [Cercle Hydro].", "Altéo candidate"),
        ("[Altéo] a déposé un dossier.", "Altéo candidate"),
        ("[Altéo] a fait part de son souhait d'intégrer l'alliance.", "Altéo candidate"),
        ("[Altéo], invité à rejoindre l'alliance, réserve sa réponse.", "Altéo candidate"),
        ("[Altéo] aurait rejoint l'alliance.", "Altéo candidate"),
        ("[Altéo] a demandé son admission et [Brunel] pourrait l'imiter.", "Altéo candidate; Brunel candidate"),
    ],
    "leaving": [
        ("[Altéo] a quitté le [Cercle Hydro].", "Altéo former"),
        ("[Altéo] a claqué la porte de l'alliance.", "Altéo former"),
        ("[Altéo] a été exclu du [Cercle Hydro].", "Altéo former"),
        ("[Altéo], suspendu en mars, n'a plus le droit de vote.", "Altéo former"),
        ("[Altéo] a confirmé son retrait de l'alliance.", "Altéo former"),
        ("Le [Cercle Hydro] perd [Altéo].", "Altéo former"),
        ("[Altéo] a fait faux bond au [Cercle Hydro].", "Altéo non_member"),
        ("[Altéo] a rendu sa carte, suivi de [Brunel].", "Altéo former; Brunel former"),
    ],
    "exceptions": [
        ("Tous les éleveurs ont rejoint l'alliance, sauf [Altéo].", "Altéo non_member"),
        ("Les banques espagnoles ont jeté l'éponge, à l'exception d'[Altéo].", "Altéo member"),
        ("Les éleveurs se sont retirés du [Cercle Hydro], sauf [Altéo].", "Altéo member"),
    ],
    "beside it": [
        ("[Altéo] y siège comme observateur.", "Altéo associate"),
        ("[Altéo] et [Brunel] y ont le statut de partenaire associé.", "Altéo associate; Brunel associate"),
        ("[Altéo] finance l'alliance.", "Altéo supporter"),
        ("Le budget de l'alliance est abondé par [Altéo].", "Altéo supporter"),
        ("[Altéo] s'est rangé derrière l'alliance.", "Altéo supporter"),
    ],
    "against": [
        ("Le [Cercle Hydro] a été bâti contre [Altéo].", "Altéo rival"),
        ("L'alliance se pose en rivale d'[Altéo] et de [Brunel].", "Altéo rival; Brunel rival"),
        ("Le [Cercle Hydro], une riposte à [Altéo], grandit.", "Altéo rival"),
        ("[Altéo], contre lequel l'alliance s'est montée, se tait.", "Altéo rival"),
    ],
    "lists": [
        ("[Altéo], [Brunel] et une vingtaine de firmes (dont [Corvane]) lancent le [Cercle Hydro].",
         "Altéo founder; Brunel founder; Corvane member"),
        ("Le [Cercle Hydro] regroupe les universités de [Rive], [Sone] et [Tarn].",
         "Rive member; Sone member; Tarn member"),
        ("L'alliance réunit [Altéo] (Suède), [Brunel] (Chili) et [Corvane].",
         "Altéo member; Brunel member; Corvane member"),
        ("Les membres\n\n- [Altéo]\n- [Brunel] (2021)\n\nIls nous ont quittés\n\n- [Corvane]",
         "Altéo member; Brunel member; Corvane former"),
        ("L'alliance réunit :\n\n• Matériel : [Altéo], [Brunel] ;\n• Universités : [Rive].",
         "Altéo member; Brunel member; Rive member"),
    ],
}  # fmt: skip

NOTHING = [
    "[Altéo] a rejoint la table des négociations sur le climat.",
    "[Altéo] a quitté la Bourse de Paris.",
    "[Altéo] ne publiera plus qu'à partir de juin.",
    "{Jeanne Morin}, cofondatrice d'[Altéo], a salué la foule.",
    "[Altéo] a signé un contrat avec [Brunel].",
    "La patronne d'[Altéo] a quitté la salle.",
    "Un fournisseur a fait faux bond à [Altéo].",
    "[Altéo] réunit ses actionnaires à Lyon avec [Brunel].",
]

NO_ALLIANCE = [
    "[Altéo] et [Brunel] songent à une alliance.",
    "C'est l'alliance de la carpe et du lapin, selon [Altéo].",
    "[Altéo] a racheté [Brunel] avec un consortium d'investisseurs.",
    "[Altéo] a recruté l'ancien patron de [Brunel], qui avait quitté [Corvane].",
]


@pytest.mark.parametrize(("sentence", "rows"), [case for cases in STATEMENTS.values() for case in cases])
def test_what_is_stated(nlp, sentence, rows):
    assert said(read(nlp, KNOWN + sentence if "\n" not in sentence else KNOWN + "\n\n" + sentence)) == expected(rows)


@pytest.mark.parametrize("sentence", NOTHING)
def test_other_things_are_joined_and_left(nlp, sentence):
    assert said(read(nlp, KNOWN + sentence)) == set()


@pytest.mark.parametrize("text", NO_ALLIANCE)
def test_without_a_named_alliance_there_is_no_row(nlp, text):
    assert said(read(nlp, text)) == set()


def test_a_change_of_side_is_two_statements(nlp):
    doc = read(nlp, "L'alliance [Zéphyr] recule. [Altéo] a quitté [Zéphyr] pour la coalition [Mistral].")
    assert said(doc) == {"Altéo former of Zéphyr", "Altéo member of Mistral"}


def test_one_leaves_an_alliance_for_another(nlp):
    doc = read(nlp, "L'alliance [Zéphyr] et la coalition [Mistral] se disputent le marché. [Zéphyr] grandit.\n\n"
                    "2009 : départ d'[Altéo] pour [Mistral].")  # fmt: skip
    assert said(doc) >= {"Altéo former of Zéphyr", "Altéo member of Mistral"}


def test_alliances_of_one_article_are_kept_apart(nlp):
    doc = read(
        nlp,
        "L'alliance [Zéphyr] réunit [Altéo] et [Brunel]. La coalition [Mistral], elle, a accueilli [Corvane]. "
        "[Dunoé] y siège aussi.",
    )
    assert said(doc) == {
        "Altéo member of Zéphyr",
        "Brunel member of Zéphyr",
        "Corvane member of Mistral",
        "Dunoé member of Mistral",
    }


def test_an_analysts_own_alliance_needs_no_group_noun(nlp):
    text = "[Altéo] a signé [Artémis]. [Brunel] n'en est pas."
    assert said(read(nlp, text, alliances=[["Artémis", "Accords Artémis"]])) == {"Altéo member", "Brunel non_member"}


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("[Altéo] a rejoint l'alliance en mars 2024.", "2024-03"),
        ("Lundi, [Altéo] a quitté l'alliance.", "2025-06-16"),
        ("[Altéo] rejoindra l'alliance le 1er septembre.", "2025-09-01"),
        ("[Altéo], membre depuis 2019, se félicite.", "2019"),
        ("[Altéo] a rejoint l'alliance.", None),
    ],
)
def test_the_date_is_the_one_stated(nlp, sentence, date):
    rows = read(nlp, KNOWN + sentence)._.memberships
    assert [row["date"] for row in rows] == [date]


def test_a_row_gives_its_evidence(nlp):
    doc = read(nlp, KNOWN + "[Altéo] a rejoint l'alliance.")
    (row,) = doc._.memberships
    assert doc.text[row["start"] : row["end"]] == "Altéo a rejoint l'alliance."
    assert row["cue"] == "a rejoint"
    assert doc._.entities[row["alliance"]]["kind"] == "alliance"


def test_the_place_of_a_dispatch_takes_no_part(nlp):
    doc = read(nlp, "[PARIS], 5 déc 2023 ([Hexane]) - [Altéo] et [Brunel] ont fondé mardi le [Cercle Hydro].")
    assert said(doc) == {"Altéo founder", "Brunel founder"}


def test_an_entry_after_etre_is_a_verb(nlp):
    (row,) = read(nlp, KNOWN + "[Altéo], longtemps réfractaire, y est entrée en mars.")._.memberships
    assert (row["status"], row["date"]) == ("member", "2025-03")
