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
    "<Nous et nos 812 partenaires utilisons des cookies pour mesurer l'audience. Tout accepter>",
    "<En poursuivant votre navigation, vous acceptez les cookies d'Altéo Médias>",
    "<Abonnez-vous à notre lettre du jeudi, garantie « zéro pub »>",
    "<Recevez chaque matin notre newsletter>",
    "<Cet article est réservé aux abonnés>",
    "<Il vous reste 72 % de cet article à lire>",
    "<La suite après la publicité>",
    "<jub/mch/lys>",
    "<Copier le lien>",
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
