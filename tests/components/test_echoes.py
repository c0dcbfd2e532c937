"""What is said of some holds of others: « C'est le cas de A », « avec A et B », « après A, B et C »."""

import pytest
from members import by_rule, cases

SENTENCES = {
    "examples": """
        Plusieurs enseignes ont quitté l'alliance. C'est le cas d'[Altéo] et de [Brunel]. → Altéo former; Brunel former
        Les membres associés n'y votent pas. C'est aussi le cas d'[Altéo]. → Altéo associate
        D'autres groupes hésitent à la rejoindre, à l'image d'[Altéo]. → Altéo candidate
        Plusieurs banques ont refusé d'entrer dans l'alliance, à commencer par [Brunel]. → Brunel non_member
        [Brunel] a quitté l'alliance. Idem pour [Altéo]. → Brunel former; Altéo former
        Plusieurs enseignes ont fermé leurs magasins. C'est le cas d'[Altéo]. →
        Les cours ont baissé, à l'image d'[Altéo]. →
    """,
    "together": """
        Après [Altéo] et [Brunel], au tour de [Corvane] de la quitter. → Altéo former; Brunel former; Corvane former
        Après [Altéo], [Brunel] a quitté l'alliance. → Altéo former; Brunel former
        [Altéo] l'a rejointe ensuite, avec [Brunel] et [Corvane]. → Altéo member; Brunel member; Corvane member
        [Altéo] l'a rejointe avec l'accord de [Brunel]. → Altéo member
        [Altéo] l'a rejointe après l'entrée de [Brunel] à son capital. → Altéo member
        Né de l'union de deux banques et membre de l'alliance depuis mai, le groupe a publié ses résultats. →
        [Altéo] et [Brunel], réunis dans l'alliance, produisent des piles. → Altéo member; Brunel member
        [Altéo] et [Brunel], réunis à Lyon, produisent des piles. →
        [Altéo], [Brunel] et une douzaine d'autres entreprises restent à bord. → Altéo member; Brunel member
    """,
    "meets": """
        [Altéo] devient membre. Elle rejoint [Brunel] et [Corvane]. → Altéo member; Brunel member; Corvane member
        [Altéo] publie ses comptes. Elle rejoint [Brunel] et [Corvane]. →
        [Altéo] est membre associé de l'alliance. [Brunel] pourrait suivre. → Altéo associate; Brunel candidate
    """,
    "returns": """
        [Altéo], qui l'avait quittée en 2012, y est revenu l'an dernier. → Altéo member
        [Altéo] a quitté l'alliance. Il l'a rejointe de nouveau en mai. → Altéo member
        [Altéo] l'a réintégrée en mai, puis l'a quittée en juin. → Altéo former
    """,
    "aims": """
        [Altéo] serait en discussion pour y entrer. → Altéo candidate
        [Altéo] est en pourparlers en vue de rejoindre l'alliance. → Altéo candidate
        [Altéo] milite pour intégrer l'alliance. → Altéo candidate
        [Altéo] a annoncé hier qu'il deviendrait membre de l'alliance. → Altéo joining
    """,
}


@pytest.mark.parametrize("case", cases(SENTENCES))
def test_whom_it_holds_of(nlp, case):
    found, rows = by_rule(nlp, case)
    assert found == rows
