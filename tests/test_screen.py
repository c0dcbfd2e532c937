import pytest

from ralliement.article import Article
from ralliement.screen import MAX_CHARACTERS, screen

FRENCH = "L’alliance a été lancée par un groupe d’entreprises qui travaillent depuis des années sur ces modèles. "
OTHERS = {
    "English": "The alliance was launched by a group of companies that have been working on open models for years. ",
    "German": "Das Bündnis ist von einer Gruppe von Firmen gegründet worden und hat nicht nur in der Region Erfolg. ",
    "Spanish": "La alianza fue lanzada por un grupo de empresas que trabajan desde hace años en modelos abiertos. ",
    "Italian": "L'alleanza è stata lanciata da un gruppo di imprese che lavorano da anni su modelli aperti. ",
    "Portuguese": "A aliança foi lançada por grupo de empresas que trabalham há anos em modelos abertos, não só cá. ",
    "Dutch": "De alliantie werd opgericht door een groep bedrijven die al jaren aan open modellen werken. ",
    "Catalan": "L'aliança va ser llançada per un grup d'empreses que treballen des de fa anys en models oberts. ",
    "Romanian": "Alianța a fost lansată de un grup de companii care lucrează de ani de zile la modele deschise. ",
    "Russian": "Альянс был создан группой компаний, которые уже много лет работают над открытыми моделями. ",
    "Arabic": "أطلقت مجموعة من الشركات التحالف الذي يعمل منذ سنوات على النماذج المفتوحة في المنطقة. ",
    "Chinese": "该联盟由一批多年来一直致力于开放模型的公司发起。",
}


def error(text):
    found = screen(Article(path="a.txt", text=text))
    return found and found.error


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        f"{FRENCH}« {OTHERS['English']} », a écrit la fondation.",
        f"{FRENCH * 3}{OTHERS['English'] * 2}",
        "Meta lance Llama",
        "Altéo, Brunel, Synaxe, OpenAI, IBM, Meta, Oracle, AMD, Intel, Sony, NASA, CERN, Yale, Cornell, Red Hat, "
        "Hugging Face, Linux Foundation, Stability AI, Databricks, ServiceNow",
        "Allemagne : Daril, Corvex\nEspagne : Cantera, Bahía\nPays-Bas : Voltane\n" * 4,
        "Nos partenaires (banques : Delorme, Cantera ; médias : Le Courrier, La Gazette ; transports : Altéo, Brunel ; "
        "énergie : Voltane, Sorel, Kadima ; santé : Salva, Meridia)",
        "LE PACTE S'AGRANDIT : ALTÉO ET BRUNEL REJOIGNENT LES SIGNATAIRES DE LA CHARTE DU GOLFE DANS TOUS LES PORTS",
    ],
)
def test_french_is_let_in(text):
    assert error(text) is None


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_another_language_is_an_error_that_names_it(language, text):
    found = screen(Article(path="a.txt", text=text * 3))
    assert found is not None
    assert (found.error, found.message.split(";")[0]) == ("not French", f"the text is in {language}")


def test_a_foreign_article_that_quotes_french_is_an_error():
    assert error(f"{OTHERS['English'] * 6}« {FRENCH} »") == "not French"


def test_half_a_character_is_an_error():
    assert error(f"{FRENCH} \ud83d") == "broken characters"
    assert error(f"{FRENCH} \U0001f600") is None


def test_no_text_and_too_much_are_errors():
    assert error(" \n ") == "no text"
    assert error("a" * (MAX_CHARACTERS + 1)) == "too long"
