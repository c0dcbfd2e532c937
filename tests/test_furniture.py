import pytest

from ralliement.furniture import furniture

# <…> is furniture.
WITH_FURNITURE = [
    "<Lire aussi> : Altéo quitte le Pacte",
    "<Lire aussi>Ce que l'alliance a déjà changé",
    "<À lire aussi> Brunel claque la porte",
    "Brunel claque la porte. <Lire aussi> : Altéo suit Brunel",
    "<Voir la suite>...",
    "<Lire la suite>",
    "<Partager : Facebook X LinkedIn WhatsApp>",
    "<Partager sur Facebook>",
    "<Facebook Twitter E-mail>",
    "<12 commentaires>",
    "<Publié le 11 juin 2025 à 06h30> par Jeanne Morin. <Temps de lecture : 3 min>",
    "<Publié le 07-12-2023> par Jeanne Morin",
    "<Mis à jour le 7 décembre 2023 à 10:15>",
    "<Vendredi 7 novembre 2025>",
    "<Nous et nos 1 812 partenaires utilisons des cookies pour mesurer l'audience.> <Tout accepter>",
    "<En poursuivant votre navigation, vous acceptez les cookies d'Altéo Médias>",
    "<Abonnez-vous à notre lettre du jeudi, garantie « zéro pub »>",
    "<Abonnez-vous à la newsletter> d'Altéo Médias",
    "Merci de soutenir Altéo. <Nous utilisons des cookies.>",
    "<Recevez chaque matin notre newsletter>",
    "<Cet article est réservé aux abonnés>",
    "<Il vous reste 72 % de cet article à lire>",
    "<La suite après la publicité>",
    "<jub/mch/lys>",
    "<Copier le lien>",
    "<Lire aussi Article réservé à nos abonnés> Altéo quitte le Pacte",
    "<À LIRE AUSSI>. Altéo quitte le Pacte",
    "[<À lire aussi>] Altéo quitte le Pacte",
    "<Publié hier à 18:20, mis à jour à 19:02>",
    "<Publié le 07/12/2023 10:00 Mis à jour le 07/12/2023 11:00>",
    "<Suivez-nous sur Facebook et Twitter>",
    "Suivre Le Courrier <sur Google Actualités>",
    "Pour de l'info en direct, suivez-nous <sur WhatsApp>",
    "<Lire les commentaires (12)>",
    "<S'inscrire à la newsletter>",
    "<Ce contenu est bloqué car vous n'avez pas accepté les cookies.>",
    "<Partager sur Facebook Partager sur Twitter Partager sur LinkedIn>",
]
WITHOUT = [
    "Facebook et Twitter quittent l'alliance",
    "Facebook",
    "Partager le pouvoir avec Brunel, voilà ce que veut Altéo.",
    "Il faut lire aussi le rapport d'Altéo.",
    "Il faut voir aussi Brunel.",
    "Lire la suite du rapport d'Altéo demande du temps.",
    "L'alliance refuse que Brunel dépose des cookies pour mesurer l'audience de ses partenaires.",
    "Les cookies de Corvex, que ses partenaires acceptaient, disparaîtront.",
    "L'atelier d'Altéo, le 2 juin. © Jeanne Morin / Agence Corvex",
    "Le cookie d'Altéo fait un tabac.",
    "Les abonnés de Brunel s'abonnent à la revue.",
    "Le 11 juin 2025, Altéo a rejoint le Pacte.",
    "Photo : Jeanne Morin",
    "Brunel peut suivre Altéo sur Facebook, a promis Jeanne Morin lors de la présentation des comptes à Nantes.",
    "Les membres suivront Altéo sur X marchés.",
    "L'offre est réservée aux abonnés d'Altéo depuis que Brunel a fermé son service aux autres lecteurs du journal.",
    "Altéo, publié le 3 mai 2021 par Brunel, est un roman.",
    "Suivre Altéo ou suivre Brunel ?",
]


@pytest.mark.parametrize("marked", WITH_FURNITURE)
def test_furniture_is_found_and_nothing_beside_it(marked):
    text = marked.replace("<", "").replace(">", "")
    found = furniture(text)
    remade = text
    for start, end in reversed(found):
        remade = remade[:start] + "<" + remade[start:end] + ">" + remade[end:]
    assert remade == marked


@pytest.mark.parametrize("text", WITHOUT)
def test_an_article_is_no_furniture(text):
    assert furniture(text) == []


def test_only_its_own_line_is_furniture():
    text = "Altéo a rejoint le Pacte.\nPartager : Facebook X\n« Nous en sommes », dit Jeanne Morin."
    assert [text[start:end] for start, end in furniture(text)] == ["Partager : Facebook X"]


PAGE = """Altéo rejoint le Pacte du fret

Partager : Facebook X LinkedIn WhatsApp

Le transporteur Altéo a rejoint le Pacte du fret. Lire aussi : Daril quitte la Ligue du rail

« Nous en sommes fiers », a déclaré Jeanne Morin, présidente d'Altéo.

La suite après la publicité

Suivez-nous sur Facebook et Twitter"""


def test_furniture_yields_no_entities_and_breaks_no_sentences(nlp):
    doc = nlp(PAGE)
    names = {PAGE[m["start"] : m["end"]] for m in doc._.mentions}
    assert names >= {"Altéo", "Jeanne Morin"}
    assert not names & {"Facebook", "Twitter", "LinkedIn", "WhatsApp", "X", "Lire", "Lire aussi", "Partager"}
    sentences = [sentence.text.strip() for sentence in doc.sents]
    assert "Le transporteur Altéo a rejoint le Pacte du fret." in sentences
    assert "« Nous en sommes fiers », a déclaré Jeanne Morin, présidente d'Altéo." in sentences
