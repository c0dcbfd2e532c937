"""Tokens as lists say what the Doc says."""

import pytest
import spacy

from ralliement.components.tokens import tokens

BLANK = spacy.blank("fr")


@pytest.mark.parametrize("text", ["", "\n", "L'union, dit-il.", "  Deux  espaces\n\nà\u00a0part ", "🚢 Écluse"])
def test_words_spaces_offsets_and_text(text):
    doc = BLANK(text)
    words, spaces, starts, written = tokens(doc)
    assert words == [token.text for token in doc]
    assert spaces == [bool(token.whitespace_) for token in doc]
    assert starts == [token.idx for token in doc]
    assert written == doc.text == text
