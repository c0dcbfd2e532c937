"""What is asked is said once it is answered."""

import pytest
from members import expected, read, said

KNOWN = "Le [Cercle Hydro] est une association.\n\n"

ANSWERS = [
    ("[Altéo] fait-il partie du [Cercle Hydro] ?\n\nOui, depuis 2014.", "Altéo member"),
    ("[Altéo] fait-il partie du [Cercle Hydro] ?\n\nNon.", "Altéo non_member"),
    ("Est-ce que [Altéo] a quitté le [Cercle Hydro] ?\n\nOui.", "Altéo former"),
    ("[Altéo] fait-il partie du [Cercle Hydro] ?\n\nOn verra.", ""),
    ("Pourquoi [Altéo] a-t-il quitté le [Cercle Hydro] ?\n\nOn ne sait.", "Altéo former"),
    ("[Altéo] fait partie du [Cercle Hydro].\n\nNon loin de là, on pêche.", "Altéo member"),
]


@pytest.mark.parametrize(("page", "what"), ANSWERS)
def test_questions_and_answers(nlp, page, what):
    assert said(read(nlp, KNOWN + page)) == expected(what)
