import pytest

from ralliement.article import Article
from ralliement.screen import MAX_CHARACTERS, screen

ENGLISH = "The alliance was launched by a group of companies that have been working on open models for years. "
GERMAN = "Das Bündnis ist von einer Gruppe von Firmen gegründet worden und hat nicht nur in der Region Erfolg. "
FRENCH = "L’alliance a été lancée par un groupe d’entreprises qui travaillent depuis des années sur ces modèles. "


def error(text):
    found = screen(Article(path="a.txt", text=text))
    return found and found.error


@pytest.mark.parametrize(
    "text",
    [
        FRENCH,
        f"{FRENCH}« {ENGLISH} », a écrit la fondation.",
        "Meta lance Llama",
        "Altéo, Brunel, Synaxe, OpenAI, IBM, Meta, Oracle, AMD, Intel, Sony, NASA, CERN, Yale, Cornell, Red Hat, "
        "Hugging Face, Linux Foundation, Stability AI, Databricks, ServiceNow",
        f"{FRENCH * 3}{ENGLISH * 2}",
    ],
)
def test_french_is_let_in(text):
    assert error(text) is None


@pytest.mark.parametrize(("text", "language"), [(ENGLISH * 2, "anglais"), (GERMAN * 2, "allemand")])
def test_another_language_is_an_error(text, language):
    found = screen(Article(path="a.txt", text=text))
    assert found.error == "not French"
    assert language in found.message


def test_no_text_and_too_much_are_errors():
    assert error(" \n ") == "no text"
    assert error("a" * (MAX_CHARACTERS + 1)) == "too long"
