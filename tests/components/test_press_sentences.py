"""More ways in which the press says who joins, leaves, stays out, helps or competes, with its rows."""

import pytest
from members import by_rule, cases

SENTENCES = {
    "joins": """
        Un nouveau venu fait son entrée dans l'alliance : [Altéo]. → Altéo member
        [Altéo] a confirmé son engagement au sein du [Cercle Hydro]. → Altéo member
        Composition : [Altéo], [Brunel]. → Altéo member; Brunel member
        Autour d'[Altéo], l'alliance rassemble [Brunel] et [Corvane]. → Altéo member; Brunel member; Corvane member
        [Altéo] est le dernier arrivé. → Altéo member
        [Altéo] a été admise à l'unanimité. → Altéo member
        Le conseil a voté à l'unanimité l'admission d'[Altéo]. → Altéo member
        Avec [Altéo], l'alliance compte désormais douze membres. → Altéo member
        Avec [Altéo], ils sont désormais douze. → Altéo member
        [Altéo], [Brunel] et [Corvane] forment le [Cercle Hydro]. → Altéo member; Brunel member; Corvane member
        [Altéo] détient 30 % du [Cercle Hydro]. → Altéo member
        [Altéo] est actionnaire du [Cercle Hydro] à hauteur de 30 %. → Altéo member
        [Altéo] est entré au capital du [Cercle Hydro]. → Altéo member
        [Altéo] cotise au [Cercle Hydro]. → Altéo member
        [Altéo] a réglé sa cotisation au [Cercle Hydro]. → Altéo member
        [Altéo] complète le tour de table. → Altéo member
        [Altéo] complète la liste des membres. → Altéo member
        [Altéo] est de retour dans l'alliance. → Altéo member
        [Altéo] a reconduit son engagement dans l'alliance. → Altéo member
        [Altéo] reste fidèle au [Cercle Hydro]. → Altéo member
        [Altéo] a décidé de rester. → Altéo member
        [Altéo] assure qu'il restera dans l'alliance. → Altéo member
        [Altéo] a toujours sa carte au [Cercle Hydro]. → Altéo member
        Le [Cercle Hydro], dont font partie [Altéo] et [Brunel], se réunit à Lyon. → Altéo member; Brunel member
        Le [Cercle Hydro], où siègent [Altéo] et [Brunel], se réunit à Lyon. → Altéo member; Brunel member
        Au sein du [Cercle Hydro], [Altéo] et [Brunel] travaillent ensemble. → Altéo member; Brunel member
        Autour de la table : [Altéo], [Brunel] et [Corvane]. → Altéo member; Brunel member; Corvane member
    """,
    "founded": """
        [Altéo] a lancé avec [Brunel] le [Cercle Hydro]. → Altéo founder; Brunel founder
        Le [Cercle Hydro] est issu de la réunion d'[Altéo] et de [Brunel]. → Altéo founder; Brunel founder
        À l'origine du [Cercle Hydro], on trouve [Altéo] et [Brunel]. → Altéo founder; Brunel founder
        Au départ, ils étaient deux : [Altéo] et [Brunel]. → Altéo founder; Brunel founder
        [Altéo] a eu l'idée de l'alliance. → Altéo founder
        [Altéo] a été l'un des artisans de l'alliance. → Altéo founder
        Le [Cercle Hydro], fruit d'un accord entre [Altéo] et [Brunel], grandit. → Altéo founder; Brunel founder
        Le [Cercle Hydro], fruit de l'alliance d'[Altéo] et de [Brunel], grandit. → Altéo founder; Brunel founder
    """,
    "leaves": """
        [Altéo] a pris la poudre d'escampette. → Altéo former
        [Altéo] a repris ses billes. → Altéo former
        [Altéo] a rendu les clés. → Altéo former
        [Altéo] a cessé de cotiser. → Altéo former
        [Altéo] ne fait plus partie de l'aventure. → Altéo former
        [Altéo] a disparu de la liste des membres. → Altéo former
        [Altéo] a été rayé de la liste. → Altéo former
        [Altéo] a été effacé de la liste des membres. → Altéo former
        [Altéo] a été mis à l'écart de l'alliance. → Altéo former
        [Altéo] a été poussé vers la sortie. → Altéo former
        [Altéo] a perdu sa place au sein de l'alliance. → Altéo former
        [Altéo] a choisi de quitter l'alliance. → Altéo former
        [Altéo] a décidé de quitter l'alliance. → Altéo former
        [Altéo] a préféré partir. → Altéo former
        [Altéo] a sauté du train en marche. → Altéo former
        [Altéo] a repris son indépendance en 2019. → Altéo former
        [Altéo] vole désormais de ses propres ailes. → Altéo former
        [Altéo] a divorcé du [Cercle Hydro]. → Altéo former
        [Altéo], membre jusqu'en 2019, recrute. → Altéo former
        [Altéo], membre de 2012 à 2019, recrute. → Altéo former
        [Altéo] a appartenu à l'alliance pendant dix ans. → Altéo former
        [Altéo] faisait partie de l'alliance jusqu'en 2019. → Altéo former
        [Altéo] avait participé aux débuts du [Cercle Hydro]. → Altéo former
        [Altéo] n'y est resté que deux ans. → Altéo former
        Après [Altéo], [Brunel] claque la porte du [Cercle Hydro]. → Altéo former; Brunel former
        Sortis : [Altéo], [Brunel]. → Altéo former; Brunel former
        Arrivés en 2004 : [Altéo]. Partis en 2006 : [Brunel]. → Altéo member; Brunel former
        L'alliance a vu partir [Altéo] et [Brunel]. → Altéo former; Brunel former
        Exit [Altéo]. → Altéo former
    """,
    "refuses": """
        [Altéo] joue la carte de l'indépendance. → Altéo non_member
        [Altéo] entend rester indépendant. → Altéo non_member
        [Altéo] n'a pas répondu présent. → Altéo non_member
        [Altéo] a répondu par la négative. → Altéo non_member
        [Altéo] a répondu non. → Altéo non_member
        [Altéo] a opposé un refus poli. → Altéo non_member
        [Altéo] n'a pas rejoint l'alliance, pas plus que [Brunel]. → Altéo non_member; Brunel non_member
        [Altéo] n'a pas rejoint l'alliance, ni [Brunel] d'ailleurs. → Altéo non_member; Brunel non_member
        Pas d'[Altéo] dans l'alliance. → Altéo non_member
        Pas trace d'[Altéo] dans l'alliance. → Altéo non_member
        Aucune trace d'[Altéo] parmi les membres. → Altéo non_member
        Une absence de taille : celle d'[Altéo]. → Altéo non_member
        Autre absence remarquée, celle d'[Altéo]. → Altéo non_member
        Il ne manque qu'[Altéo]. → Altéo non_member
        L'alliance s'est construite sans [Altéo]. → Altéo non_member
        L'alliance doit composer sans [Altéo]. → Altéo non_member
        L'alliance n'a pas su convaincre [Altéo]. → Altéo non_member
        L'alliance a dit non à [Altéo]. → Altéo non_member
        La candidature d'[Altéo] n'a pas été retenue. → Altéo non_member
        [Altéo], dont la candidature a été rejetée, proteste. → Altéo non_member
        [Altéo] a vu sa candidature rejetée. → Altéo non_member
        [Altéo] n'a pas sa carte. → Altéo non_member
        [Altéo] n'y a jamais mis les pieds. → Altéo non_member
        [Altéo] n'y est pas. → Altéo non_member
        Ni [Altéo] ni [Brunel] n'y sont. → Altéo non_member; Brunel non_member
        Ni [Altéo] ni [Brunel] ne figurent au tableau. → Altéo non_member; Brunel non_member
    """,
    "candidates": """
        [Altéo] regarde de près le [Cercle Hydro]. → Altéo candidate
        [Altéo] n'a pas encore fait son choix. → Altéo candidate
        [Altéo] ne s'est pas encore prononcé. → Altéo candidate
        [Altéo] a demandé un délai de réflexion. → Altéo candidate
        On prête à [Altéo] l'intention de rejoindre l'alliance. → Altéo candidate
        La rumeur prête à [Altéo] l'envie d'en être. → Altéo candidate
        Le dossier d'[Altéo] est à l'étude. → Altéo candidate
        La demande d'[Altéo] sera examinée en juin. → Altéo candidate
        L'alliance est en contact avec [Altéo]. → Altéo candidate
        L'alliance drague [Altéo]. → Altéo candidate
        L'alliance aimerait bien voir arriver [Altéo]. → Altéo candidate
        L'alliance a lancé un appel du pied à [Altéo]. → Altéo candidate
        À l'étude : [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        En attente : [Altéo]. → Altéo candidate
        En discussion : [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        Candidats déclarés : [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        [Altéo] figure parmi les prétendants. → Altéo candidate
        [Altéo] est prétendant à l'entrée dans l'alliance. → Altéo candidate
        [Altéo] votera en juin sur son adhésion. → Altéo candidate
        [Altéo] doit voter en juin sur une adhésion. → Altéo candidate
        Les adhérents d'[Altéo] se prononceront en juin sur l'adhésion. → Altéo candidate
        [Altéo] attend l'accord de son conseil pour signer. → Altéo candidate
        [Altéo] laisse planer le doute. → Altéo candidate
        [Altéo] entretient le flou. → Altéo candidate
    """,
    "joining": """
        [Altéo] a signé un protocole en vue de son adhésion. → Altéo joining
        [Altéo] sera des nôtres en septembre. → Altéo joining
        [Altéo] s'installera dans l'alliance le 1er mars. → Altéo joining
        [Altéo] a obtenu le feu vert pour rejoindre l'alliance. → Altéo joining
        [Altéo] a annoncé son adhésion pour janvier. → Altéo joining
        Dernier à venir : [Altéo], en septembre. → Altéo joining
        Bientôt : [Altéo]. → Altéo joining
        Bientôt avec : [Altéo]. → Altéo joining
        À venir : [Altéo] et [Brunel]. → Altéo joining; Brunel joining
        Prochaines adhésions : [Altéo] et [Brunel]. → Altéo joining; Brunel joining
        Arrivées prévues : [Altéo] et [Brunel]. → Altéo joining; Brunel joining
        L'intégration d'[Altéo] interviendra en septembre. → Altéo joining
        L'entrée d'[Altéo] dans l'alliance sera effective au 1er janvier. → Altéo joining
    """,
    "supporter": """
        [Altéo] règle la facture du congrès annuel de l'alliance. → Altéo supporter
        [Altéo] accueille gratuitement l'alliance. → Altéo supporter
        [Altéo] a encouragé la démarche. → Altéo supporter
        [Altéo] se tient derrière l'alliance. → Altéo supporter
        [Altéo] est derrière l'alliance. → Altéo supporter
        [Altéo] accueille favorablement la création de l'alliance. → Altéo supporter
        [Altéo] a applaudi des deux mains. → Altéo supporter
        [Altéo] a prévu une enveloppe de 5 millions d'euros pour l'alliance. → Altéo supporter
        [Altéo] a réservé une enveloppe de 5 millions d'euros à l'alliance. → Altéo supporter
        [Altéo] a dégagé une enveloppe de 5 millions d'euros. → Altéo supporter
        [Altéo] signe le chèque. → Altéo supporter
        [Altéo] garantit le prêt de l'alliance. → Altéo supporter
        [Altéo] se porte garant de l'alliance. → Altéo supporter
        Le soutien d'[Altéo] est acquis à l'alliance. → Altéo supporter
        Un financement d'[Altéo] a permis de lancer l'alliance. → Altéo supporter
        Un don d'[Altéo] a permis de lancer l'alliance. → Altéo supporter
        L'argent vient d'[Altéo]. → Altéo supporter
    """,
    "rival": """
        L'alliance entend faire plier [Altéo]. → Altéo rival
        L'alliance veut échapper à [Altéo]. → Altéo rival
        L'alliance veut devancer [Altéo]. → Altéo rival
        L'alliance talonne [Altéo]. → Altéo rival
        L'alliance croise le fer avec [Altéo]. → Altéo rival
        Dans le camp d'en face, on trouve [Altéo]. → Altéo rival
        En face, [Altéo] ne reste pas les bras croisés. → Altéo rival
        En face, [Altéo] et [Brunel] se préparent. → Altéo rival; Brunel rival
    """,
    "associate": """
        [Altéo] a un strapontin. → Altéo associate
        [Altéo] siège à titre consultatif. → Altéo associate
        [Altéo] est invité à chaque conseil. → Altéo associate
        [Altéo] est convié aux réunions de l'alliance. → Altéo associate
        [Altéo] est membre partenaire. → Altéo associate
        [Altéo] en est partenaire. → Altéo associate
        [Altéo] en est le partenaire scientifique. → Altéo associate
        [Altéo] accompagne l'alliance comme partenaire. → Altéo associate
        [Altéo] est rattaché à l'alliance par une convention. → Altéo associate
        Invités au comité : [Altéo], [Brunel]. → Altéo associate; Brunel associate
        Invités permanents : [Altéo], [Brunel]. → Altéo associate; Brunel associate
        L'alliance invite [Altéo] à ses réunions. → Altéo associate
        L'alliance entretient un partenariat avec [Altéo]. → Altéo associate
    """,
    "pages and lists": """
        Premier élargissement (1973) : [Altéo], [Brunel] → Altéo member; Brunel member
        Adhésions : [Altéo] (2012), [Brunel] (2015) → Altéo member; Brunel member
        Entrés par la suite : [Altéo], [Brunel] → Altéo member; Brunel member
        Entrées : [Altéo], [Brunel] → Altéo member; Brunel member
        Sorties : [Altéo], [Brunel] → Altéo former; Brunel former
        Entrants : [Altéo]. Sortants : [Brunel]. → Altéo member; Brunel former
        2012 : [Altéo] entre, [Brunel] sort → Altéo member; Brunel former
        Refusé : [Altéo] → Altéo non_member
    """,
    "more": """
        Courtisé en 2020, [Altéo] avait fait l'impasse. → Altéo non_member
        [Altéo] et [Brunel], arrivés en 2006, tiennent bon. → Altéo member; Brunel member
        [Altéo] et [Brunel] s'y étant affiliées en 2014, l'alliance compte six membres. → Altéo member; Brunel member
        [Altéo], filiale de [Corvane], doit les rejoindre en 2026. → Altéo joining
        [Altéo] a annoncé à Lyon, le 2 décembre, qu'il deviendrait membre. → Altéo joining
        [Altéo], admis à titre d'essai, a renoncé en mai. → Altéo former
        L'alliance réunit [Altéo] et [Brunel]. [Brunel] a renoncé le lendemain. → Altéo member; Brunel former
        [Altéo] avait engagé des pourparlers pour entrer dans l'alliance. → Altéo candidate
        L'ennemi, c'est [Altéo]. → Altéo rival
        Le concurrent, c'est [Altéo]. → Altéo rival
        [Altéo] applaudit des deux mains et [Brunel] a garanti l'emprunt. → Altéo supporter; Brunel supporter
        [Altéo] a pour sa part le titre de partenaire technique. → Altéo associate
        Ses moyens viennent d'[Altéo] et de [Brunel]. → Altéo supporter; Brunel supporter
        Son budget provient d'[Altéo]. → Altéo supporter
        [Altéo], une petite association, frappe en ce moment à la porte. → Altéo candidate
        [Altéo] regarde désormais vers le [Cercle Hydro]. → Altéo candidate
        N'en sera pas, quoi qu'on ait lu : [Altéo]. → Altéo non_member
        La fédération [Corvane], à laquelle sont affiliés [Altéo] et [Brunel], soutient l'alliance. → Corvane supporter
        L'alliance réunit [Altéo] et [Brunel], à l'origine du projet. → Altéo member; Brunel founder
        [Altéo] a confirmé qu'il ne participait plus aux travaux de l'alliance. → Altéo former
        C'est au tour d'[Altéo] de quitter l'alliance. → Altéo former
        Plusieurs groupes ont rejoint l'alliance, parmi lesquels [Altéo] et [Brunel]. → Altéo member; Brunel member
        Plusieurs groupes ont rejoint l'alliance, dont [Altéo] et [Brunel]. → Altéo member; Brunel member
        Plusieurs groupes ont rejoint l'alliance, à l'image d'[Altéo] et de [Brunel]. → Altéo member; Brunel member
        Plusieurs groupes ont quitté l'alliance, comme [Altéo] et [Brunel]. → Altéo former; Brunel former
        Plusieurs groupes ont quitté l'alliance, à commencer par [Altéo]. → Altéo former
        D'autres ont refusé, comme [Altéo] et [Brunel]. → Altéo non_member; Brunel non_member
        D'autres hésitent, comme [Altéo]. → Altéo candidate
        [Altéo], lui, a préféré quitter l'alliance. → Altéo former
        Les dirigeants d'[Altéo] ont décidé de quitter l'alliance. → Altéo former
    """,
    "lists and pages": """
        Ils sont quatre : [Altéo], [Brunel] et [Corvane]. → Altéo member; Brunel member; Corvane member
        Nous sommes trois : [Altéo], [Brunel] et [Corvane]. → Altéo member; Brunel member; Corvane member
        Ils sont désormais douze, dont [Altéo] et [Brunel]. → Altéo member; Brunel member
        À sa création, ils n'étaient que deux : [Altéo] et [Brunel]. → Altéo founder; Brunel founder
        Le [Cercle Hydro] est le fruit d'un accord entre [Altéo] et [Brunel]. → Altéo founder; Brunel founder
        [Altéo] n'avait aucune raison d'adhérer. → Altéo non_member
        [Altéo] n'a pas de raison d'adhérer. → Altéo non_member
        [Altéo] et [Brunel] en avaient déposé les statuts. → Altéo founder; Brunel founder
        [Altéo] a fait un autre choix. → Altéo non_member
        L'alliance fédère 150 entreprises de [Bretagne]. →
        2012 : [Altéo] entre, [Brunel] sort → Altéo member; Brunel former
        Après avoir quitté l'alliance, [Altéo] recrute. → Altéo former
        Avant de quitter l'alliance, [Altéo] recrutait. → Altéo former
        Après avoir rejoint l'alliance en mars, [Altéo] recrute. → Altéo member
        [Altéo] accuse [Brunel] d'avoir quitté l'alliance. → Brunel former
        [Altéo] a convaincu [Brunel] de rejoindre l'alliance. → Brunel joining
        [Altéo] a invité [Brunel] à rejoindre l'alliance. → Brunel candidate
        [Altéo] a refusé que [Brunel] rejoigne l'alliance. → Brunel non_member
        [Altéo] espère que [Brunel] rejoindra l'alliance. → Brunel candidate
        [Altéo], l'un des poids lourds de l'alliance, proteste. → Altéo member
        Les membres de l'alliance, à commencer par [Altéo], protestent. → Altéo member
        L'alliance que forment [Altéo] et [Brunel] proteste. → Altéo member; Brunel member
    """,
}


@pytest.mark.parametrize("case", cases(SENTENCES))
def test_what_a_sentence_says(nlp, case):
    found, rows = by_rule(nlp, case)
    assert found == rows
