"""Each status as French words it: by verb, noun and phrase, in the passive, both ways; beside it, what says nothing."""

import pytest
from members import by_rule, cases

# A sentence a line; after the arrow, what it says; nothing, where it only looks like it.
SENTENCES = {
    "non_member": """
        [Altéo] reste à l'écart de l'alliance. → Altéo non_member
        [Altéo] garde ses distances. → Altéo non_member
        [Altéo] préfère garder ses distances avec le [Cercle Hydro]. → Altéo non_member
        [Altéo] se tient à distance du [Cercle Hydro]. → Altéo non_member
        [Altéo] a préféré rester indépendant. → Altéo non_member
        [Altéo] préfère rester seul. → Altéo non_member
        [Altéo] fait cavalier seul. → Altéo non_member
        [Altéo] a choisi de faire route seul. → Altéo non_member
        [Altéo] brille par son absence. → Altéo non_member
        [Altéo] manque à l'appel. → Altéo non_member
        Manque à l'appel [Altéo]. → Altéo non_member
        Il manque [Altéo]. → Altéo non_member
        Parmi les absents, [Altéo] et [Brunel]. → Altéo non_member; Brunel non_member
        Grand absent de l'alliance : [Altéo]. → Altéo non_member
        [Altéo] est le grand absent du [Cercle Hydro]. → Altéo non_member
        L'absence d'[Altéo] a été remarquée. → Altéo non_member
        On note l'absence d'[Altéo] et de [Brunel]. → Altéo non_member; Brunel non_member
        [Altéo] ne figure pas dans la liste. → Altéo non_member
        [Altéo] ne figure pas sur la liste des membres. → Altéo non_member
        Le nom d'[Altéo] ne figure pas parmi les signataires. → Altéo non_member
        [Altéo] ne compte pas parmi les membres. → Altéo non_member
        L'alliance ne compte pas [Altéo]. → Altéo non_member
        L'alliance ne comprend ni [Altéo] ni [Brunel]. → Altéo non_member; Brunel non_member
        L'alliance se fera sans [Altéo]. → Altéo non_member
        Le [Cercle Hydro] se construit sans [Altéo] ni [Brunel]. → Altéo non_member; Brunel non_member
        L'alliance devra se passer d'[Altéo]. → Altéo non_member
        L'alliance devra faire sans [Altéo]. → Altéo non_member
        L'alliance a été lancée sans [Altéo]. → Altéo non_member
        [Altéo] n'a pas été convié. → Altéo non_member
        [Altéo] n'a pas été invité à rejoindre l'alliance. → Altéo non_member
        [Altéo] n'a pas été retenu. → Altéo non_member
        [Altéo] n'a pas été admis. → Altéo non_member
        La candidature d'[Altéo] a été rejetée. → Altéo non_member
        La demande d'adhésion d'[Altéo] a été refusée. → Altéo non_member
        [Altéo] a été recalé. → Altéo non_member
        [Altéo] a été éconduit. → Altéo non_member
        L'alliance a rejeté la candidature d'[Altéo]. → Altéo non_member
        [Altéo] a décliné l'invitation. → Altéo non_member
        [Altéo] a décliné la proposition du [Cercle Hydro]. → Altéo non_member
        [Altéo] a refusé l'offre de l'alliance. → Altéo non_member
        [Altéo] a refusé de signer la charte. → Altéo non_member
        [Altéo] a dit non. → Altéo non_member
        [Altéo] dit non à l'alliance. → Altéo non_member
        [Altéo] a opposé une fin de non-recevoir à l'alliance. → Altéo non_member
        [Altéo] ne veut pas entendre parler de l'alliance. → Altéo non_member
        [Altéo] ne veut pas en entendre parler. → Altéo non_member
        [Altéo] s'y refuse. → Altéo non_member
        [Altéo] rejette l'idée d'une adhésion. → Altéo non_member
        [Altéo] écarte toute adhésion. → Altéo non_member
        [Altéo] exclut d'y entrer. → Altéo non_member
        [Altéo] exclut toute adhésion à l'alliance. → Altéo non_member
        [Altéo] n'a pas l'intention de rejoindre l'alliance. → Altéo non_member
        [Altéo] n'envisage pas d'adhésion. → Altéo non_member
        [Altéo] ne prévoit pas d'y entrer. → Altéo non_member
        [Altéo] n'a pas souhaité s'associer à l'alliance. → Altéo non_member
        [Altéo] n'a pas voulu s'engager. → Altéo non_member
        [Altéo] n'a pas franchi le pas. → Altéo non_member
        [Altéo] n'a pas sauté le pas. → Altéo non_member
        [Altéo] n'a pas donné suite. → Altéo non_member
        [Altéo] n'a pas répondu à l'appel. → Altéo non_member
        [Altéo] a ignoré l'appel de l'alliance. → Altéo non_member
        [Altéo] boude l'alliance. → Altéo non_member
        [Altéo] snobe le [Cercle Hydro]. → Altéo non_member
        [Altéo] passe son tour. → Altéo non_member
        [Altéo] a passé la main. → Altéo non_member
        [Altéo] ne participe pas au [Cercle Hydro]. → Altéo non_member
        [Altéo] ne prend pas part à l'alliance. → Altéo non_member
        [Altéo] ne participe en aucune façon au [Cercle Hydro]. → Altéo non_member
        [Altéo] n'a aucun lien avec le [Cercle Hydro]. → Altéo non_member
        [Altéo] n'a rien à voir avec le [Cercle Hydro]. → Altéo non_member
        [Altéo] n'appartient pas à l'alliance. → Altéo non_member
        [Altéo] n'est pas adhérent. → Altéo non_member
        [Altéo] n'est pas partie prenante de l'alliance. → Altéo non_member
        [Altéo] n'est pas dans l'alliance. → Altéo non_member
        [Altéo] n'est pas du [Cercle Hydro]. → Altéo non_member
        [Altéo] n'y a pas sa place. → Altéo non_member
        [Altéo] n'y figure pas. → Altéo non_member
        Ni [Altéo] ni [Brunel] n'y figurent. → Altéo non_member; Brunel non_member
        Ni [Altéo] ni [Brunel] n'en font partie. → Altéo non_member; Brunel non_member
        Ni [Altéo], ni [Brunel] n'ont souhaité rejoindre l'alliance. → Altéo non_member; Brunel non_member
        [Altéo], lui, n'en est pas. → Altéo non_member
        [Altéo], qui n'est pas membre du [Cercle Hydro], a protesté. → Altéo non_member
        [Altéo], non-membre, a protesté. → Altéo non_member
        [Altéo], resté à l'écart, a protesté. → Altéo non_member
        [Altéo], tenu à l'écart de l'alliance, a protesté. → Altéo non_member
        [Altéo], absent de l'alliance, a protesté. → Altéo non_member
        [Altéo] (non-membre) a protesté. → Altéo non_member
        [Altéo], qui a refusé d'entrer dans l'alliance, a protesté. → Altéo non_member
        Approché par l'alliance, [Altéo] a décliné. → Altéo non_member
        Sollicité, [Altéo] n'a pas donné suite. → Altéo non_member
        Invité à rejoindre l'alliance, [Altéo] a refusé. → Altéo non_member
        Tous les armateurs ont signé, sauf [Altéo]. → Altéo non_member
        Tous les armateurs, hormis [Altéo], ont rejoint l'alliance. → Altéo non_member
        Tous ont adhéré à l'exception notable d'[Altéo]. → Altéo non_member
        Seul [Altéo] n'a pas signé. → Altéo non_member
        Seule [Altéo] reste à l'écart. → Altéo non_member
        [Altéo] est la seule à ne pas avoir signé. → Altéo non_member
        [Altéo] est le seul à ne pas en faire partie. → Altéo non_member
        À la différence de [Brunel], [Altéo] n'a pas rejoint l'alliance. → Altéo non_member; Brunel member
        Contrairement à [Brunel], [Altéo] a rejoint l'alliance. → Altéo member; Brunel non_member
        À l'inverse de [Brunel], [Altéo] n'est pas membre de l'alliance. → Altéo non_member; Brunel member
        [Altéo] est membre de l'alliance, [Brunel] non. → Altéo member; Brunel non_member
        [Altéo] en est membre, pas [Brunel]. → Altéo member; Brunel non_member
        [Altéo] a adhéré ; [Brunel], non. → Altéo member; Brunel non_member
        [Altéo] a rejoint l'alliance, mais pas [Brunel]. → Altéo member; Brunel non_member
        L'alliance réunit [Altéo] et [Brunel], sans [Corvane]. → Altéo member; Brunel member; Corvane non_member
        Le refus d'[Altéo] de rejoindre l'alliance a surpris. → Altéo non_member
        [Altéo] a fait part de son refus de rejoindre l'alliance. → Altéo non_member
        [Altéo] a essuyé un refus. → Altéo non_member
        [Altéo] s'est vu refuser l'entrée de l'alliance. → Altéo non_member
        [Altéo] s'est vu fermer la porte de l'alliance. → Altéo non_member
        L'alliance a fermé la porte à [Altéo]. → Altéo non_member
        [Altéo] a rejeté l'invitation de l'alliance. → Altéo non_member
        [Altéo] a repoussé les avances de l'alliance. → Altéo non_member
        [Altéo] résiste aux avances du [Cercle Hydro]. → Altéo non_member
        [Altéo] n'a jamais voulu du [Cercle Hydro]. → Altéo non_member
        [Altéo] continue seul. → Altéo non_member
        [Altéo] avance seul. → Altéo non_member
        [Altéo] ne se joindra pas à l'alliance. → Altéo non_member
        [Altéo] ne signera pas. → Altéo non_member
        [Altéo] ne sera pas de l'aventure. → Altéo non_member
        [Altéo] ne sera pas du voyage. → Altéo non_member
        [Altéo] ne sera pas de la partie. → Altéo non_member
        [Altéo] reste hors de l'alliance. → Altéo non_member
        [Altéo] demeure hors du [Cercle Hydro]. → Altéo non_member
        [Altéo] se situe en dehors de l'alliance. → Altéo non_member
        [Altéo] a été laissé de côté. → Altéo non_member
        L'alliance n'a pas voulu d'[Altéo]. → Altéo non_member
        L'alliance n'a pas convié [Altéo]. → Altéo non_member
        L'alliance n'a pas réussi à convaincre [Altéo]. → Altéo non_member
        L'alliance n'a pas convaincu [Altéo]. → Altéo non_member
        [Altéo] préfère attendre. → Altéo candidate
        [Altéo] s'y oppose. →
        [Altéo] boude. →
        [Altéo] n'est pas concerné. →
        [Altéo] juge l'alliance inutile. →
        [Altéo] n'a pas répondu à nos questions. →
        [Altéo] n'a pas souhaité répondre. →
        [Altéo] n'a pas publié ses comptes. →
        [Altéo] a refusé de commenter. →
        Sans [Altéo], la ville ne serait rien. →
        [Altéo] boycotte l'alliance. → Altéo non_member
        [Altéo] a retiré sa candidature. → Altéo non_member
        [Altéo] est tenu à l'écart. → Altéo non_member
        Les discussions avec [Altéo] ont échoué. → Altéo non_member
        [Altéo] n'a aucune intention d'adhérer au [Cercle Hydro]. → Altéo non_member
        [Altéo] écarte l'idée de rejoindre l'alliance. → Altéo non_member
        [Altéo] lance son offre plutôt que de rejoindre l'alliance. → Altéo non_member
        Le grand absent du [Cercle Hydro] est [Altéo]. → Altéo non_member
        L'absence remarquée d'[Altéo] affaiblit l'alliance. → Altéo non_member
        L'alliance regroupe tout le secteur, [Altéo] mis à part. → Altéo non_member
        Tous ont adhéré à l'alliance, [Altéo] excepté. → Altéo non_member
        [Altéo] garde ses distances avec la presse. →
        [Altéo] a renoncé à ses primes. →
        [Altéo] a repoussé l'ouverture de son usine. →
        [Altéo] n'a aucune intention de vendre. →
        Reste un absent de taille, [Altéo]. → Altéo non_member
        [Altéo] ne fait pas partie des signataires. → Altéo non_member
        [Altéo] n'a pas jugé utile de rejoindre l'alliance. → Altéo non_member
        [Altéo] ne voit pas l'intérêt de rejoindre l'alliance. → Altéo non_member
    """,
    "supporter": """
        [Altéo] soutient l'alliance. → Altéo supporter
        [Altéo] soutient financièrement le [Cercle Hydro]. → Altéo supporter
        [Altéo] apporte son soutien à l'alliance. → Altéo supporter
        [Altéo] apporte un soutien financier au [Cercle Hydro]. → Altéo supporter
        [Altéo] apporte un appui technique à l'alliance. → Altéo supporter
        [Altéo] a annoncé son soutien à l'alliance. → Altéo supporter
        [Altéo] a exprimé son soutien au [Cercle Hydro]. → Altéo supporter
        [Altéo] a réaffirmé son soutien à l'alliance. → Altéo supporter
        [Altéo] a promis 3 millions d'euros à l'alliance. → Altéo supporter
        [Altéo] a promis son soutien à l'alliance. → Altéo supporter
        [Altéo] a versé 2 millions d'euros au [Cercle Hydro]. → Altéo supporter
        [Altéo] a débloqué 900 000 euros pour l'alliance. → Altéo supporter
        [Altéo] a débloqué 900 000 euros. → Altéo supporter
        [Altéo] a accordé une subvention de 3 millions à l'alliance. → Altéo supporter
        [Altéo] a octroyé un prêt de 60 millions au [Cercle Hydro]. → Altéo supporter
        [Altéo] a consenti un prêt à l'alliance. → Altéo supporter
        [Altéo] a injecté 10 millions dans l'alliance. → Altéo supporter
        [Altéo] subventionne l'alliance. → Altéo supporter
        [Altéo] finance un tiers du budget de l'alliance. → Altéo supporter
        [Altéo] finance un quart du budget. → Altéo supporter
        [Altéo] cofinance l'alliance. → Altéo supporter
        [Altéo] couvre 40 % du budget de l'alliance. → Altéo supporter
        [Altéo] paie le loyer du secrétariat. → Altéo supporter
        [Altéo] prend à sa charge le secrétariat. → Altéo supporter
        [Altéo] héberge le secrétariat de l'alliance. → Altéo supporter
        [Altéo] parraine le [Cercle Hydro]. → Altéo supporter
        [Altéo] reconduit sa subvention. → Altéo supporter
        [Altéo] renouvelle son parrainage. → Altéo supporter
        [Altéo] salue la création de l'alliance. → Altéo supporter
        [Altéo] s'est félicité de la naissance du [Cercle Hydro]. → Altéo supporter
        [Altéo] se réjouit du lancement de l'alliance. → Altéo supporter
        [Altéo] applaudit l'initiative. → Altéo supporter
        [Altéo] a donné sa bénédiction à l'alliance. → Altéo supporter
        [Altéo] appelle à soutenir l'alliance. → Altéo supporter
        [Altéo] appelle à voter pour l'alliance. → Altéo supporter
        [Altéo] s'est rangé derrière l'alliance. → Altéo supporter
        [Altéo] a pris position en faveur du [Cercle Hydro]. → Altéo supporter
        [Altéo] plaide pour l'alliance. → Altéo supporter
        [Altéo] défend l'alliance. → Altéo supporter
        [Altéo] est favorable à l'alliance. → Altéo supporter
        [Altéo] a mis ses locaux à la disposition de l'alliance. → Altéo supporter
        [Altéo] fournit les données à l'alliance. → Altéo supporter
        [Altéo] lui a ouvert une ligne de crédit. → Altéo supporter
        [Altéo] lui a accordé 3 millions d'euros. → Altéo supporter
        [Altéo] lui apporte son aide. → Altéo supporter
        L'alliance est soutenue par [Altéo] et [Brunel]. → Altéo supporter; Brunel supporter
        L'alliance, soutenue par [Altéo], grandit. → Altéo supporter
        Soutenue par [Altéo], l'alliance grandit. → Altéo supporter
        L'alliance est financée par [Altéo]. → Altéo supporter
        L'alliance est financée à 40 % par [Altéo]. → Altéo supporter
        L'alliance est subventionnée par [Altéo]. → Altéo supporter
        L'alliance est parrainée par [Altéo]. → Altéo supporter
        L'alliance est hébergée par [Altéo]. → Altéo supporter
        L'alliance est épaulée par [Altéo]. → Altéo supporter
        L'alliance est appuyée par [Altéo]. → Altéo supporter
        L'alliance est saluée par [Altéo]. → Altéo supporter
        L'alliance bénéficie du soutien d'[Altéo]. → Altéo supporter
        L'alliance bénéficie d'un financement d'[Altéo]. → Altéo supporter
        L'alliance bénéficie de l'appui d'[Altéo] et de [Brunel]. → Altéo supporter; Brunel supporter
        L'alliance a reçu le soutien d'[Altéo]. → Altéo supporter
        L'alliance a reçu 3 millions d'euros d'[Altéo]. → Altéo supporter
        L'alliance a obtenu un prêt d'[Altéo]. → Altéo supporter
        L'alliance a obtenu une subvention d'[Altéo]. → Altéo supporter
        L'alliance touche une subvention d'[Altéo]. → Altéo supporter
        L'alliance jouit du soutien d'[Altéo]. → Altéo supporter
        L'alliance peut compter sur le soutien d'[Altéo]. → Altéo supporter
        L'alliance a le soutien d'[Altéo]. → Altéo supporter
        Avec le soutien d'[Altéo], l'alliance a ouvert un centre. → Altéo supporter
        Avec l'appui financier d'[Altéo] et de [Brunel], l'alliance recrute. → Altéo supporter; Brunel supporter
        Grâce au soutien d'[Altéo], l'alliance recrute. → Altéo supporter
        Grâce à une subvention d'[Altéo], l'alliance recrute. → Altéo supporter
        L'alliance est placée sous le patronage d'[Altéo]. → Altéo supporter
        L'alliance est née sous l'égide d'[Altéo]. → Altéo supporter
        L'alliance compte [Altéo] parmi ses soutiens. → Altéo supporter
        Parmi ses soutiens, [Altéo] et [Brunel]. → Altéo supporter; Brunel supporter
        Parmi ses bailleurs figurent [Altéo] et [Brunel]. → Altéo supporter; Brunel supporter
        [Altéo] figure parmi les mécènes de l'alliance. → Altéo supporter
        [Altéo] est le principal bailleur de fonds de l'alliance. → Altéo supporter
        [Altéo], premier financeur du [Cercle Hydro], recrute. → Altéo supporter
        [Altéo], mécène du [Cercle Hydro], recrute. → Altéo supporter
        [Altéo], partenaire financier du [Cercle Hydro], recrute. → Altéo supporter
        [Altéo], sponsor principal du [Cercle Hydro], recrute. → Altéo supporter
        [Altéo], qui finance le [Cercle Hydro], recrute. → Altéo supporter
        [Altéo], qui soutient l'alliance sans en être membre, recrute. → Altéo supporter; Altéo non_member
        Côté soutiens : [Altéo] et [Brunel]. → Altéo supporter; Brunel supporter
        Le soutien d'[Altéo] à l'alliance ne faiblit pas. → Altéo supporter
        [Altéo] reste un fidèle soutien de l'alliance. → Altéo supporter
        [Altéo] et [Brunel] ont apporté leur concours au [Cercle Hydro]. → Altéo supporter; Brunel supporter
        L'alliance s'appuie sur [Altéo]. →
        [Altéo] ne soutient pas l'alliance. →
        [Altéo] finance un musée à Lyon. →
        [Altéo] salue les résultats du trimestre. →
        [Altéo] soutient la croissance. →
        [Altéo] a promis d'embaucher. →
        [Altéo] a promis 200 000 euros. → Altéo supporter
        [Altéo] participe au financement de l'alliance. → Altéo supporter
        [Altéo] a renouvelé sa subvention. → Altéo supporter
        L'alliance vit des subventions d'[Altéo]. → Altéo supporter
        [Altéo] a versé 3 millions d'euros à [Brunel]. →
        La rocade est financée par [Altéo]. →
        La rocade vit des subventions d'[Altéo]. →
        La création de l'alliance a été saluée par [Altéo]. → Altéo supporter
        [Altéo] assure le secrétariat de l'alliance. → Altéo supporter
        [Altéo] se félicite de cette création. → Altéo supporter
        [Altéo] se félicite de sa hausse de salaires. →
    """,
    "associate": """
        [Altéo] est observateur. → Altéo associate
        [Altéo] a le statut d'observateur. → Altéo associate
        [Altéo] dispose du statut d'observateur au sein de l'alliance. → Altéo associate
        [Altéo] jouit d'un statut d'observateur. → Altéo associate
        [Altéo] a obtenu le statut d'observateur. → Altéo associate
        [Altéo] a été admis comme observateur. → Altéo associate
        [Altéo] participe aux réunions en tant qu'observateur. → Altéo associate
        [Altéo] participe à titre d'observateur aux travaux de l'alliance. → Altéo associate
        [Altéo] assiste aux réunions de l'alliance. → Altéo associate
        [Altéo] assiste aux réunions sans droit de vote. → Altéo associate
        [Altéo] siège au conseil avec voix consultative. → Altéo associate
        [Altéo] y siège sans droit de vote. → Altéo associate
        [Altéo] y siège sans voter. → Altéo associate
        [Altéo] est membre associé. → Altéo associate
        [Altéo], membre associé du [Cercle Hydro], recrute. → Altéo associate
        [Altéo] est associé à l'alliance. → Altéo associate
        [Altéo] est associé aux travaux de l'alliance. → Altéo associate
        [Altéo] est associé au projet sans en être membre. → Altéo associate; Altéo non_member
        [Altéo] a signé un accord de partenariat avec le [Cercle Hydro]. → Altéo associate
        [Altéo] a conclu un partenariat avec l'alliance. → Altéo associate
        [Altéo] est partenaire de l'alliance. → Altéo associate
        [Altéo] est partenaire du [Cercle Hydro] depuis 2020. → Altéo associate
        [Altéo], partenaire du [Cercle Hydro], recrute. → Altéo associate
        L'alliance a noué un partenariat avec [Altéo]. → Altéo associate
        L'alliance a signé un accord de coopération avec [Altéo]. → Altéo associate
        L'alliance a pour partenaires [Altéo] et [Brunel]. → Altéo associate; Brunel associate
        L'alliance compte deux observateurs, [Altéo] et [Brunel]. → Altéo associate; Brunel associate
        L'alliance compte deux membres associés : [Altéo] et [Brunel]. → Altéo associate; Brunel associate
        S'y ajoutent deux observateurs, [Altéo] et [Brunel]. → Altéo associate; Brunel associate
        [Altéo] y a un siège d'observateur. → Altéo associate
        [Altéo] a obtenu un siège d'observateur. → Altéo associate
        [Altéo] et [Brunel] sont membres observateurs. → Altéo associate; Brunel associate
        Deux pays, [Altéo] et [Brunel], y sont observateurs. → Altéo associate; Brunel associate
        Observateurs : [Altéo] et [Brunel]. → Altéo associate; Brunel associate
        [Altéo] suit les travaux de l'alliance. → Altéo associate
        [Altéo] suit les travaux en observateur. → Altéo associate
        [Altéo] (observateur) recrute. → Altéo associate
        [Altéo], simple observateur, recrute. → Altéo associate
        [Altéo] collabore avec l'alliance. → Altéo associate
        [Altéo] coopère avec le [Cercle Hydro]. → Altéo associate
        [Altéo] est partenaire de dialogue du [Cercle Hydro]. → Altéo associate
        [Altéo] est lié à l'alliance par une convention. → Altéo associate
        [Altéo] est lié par convention au [Cercle Hydro]. → Altéo associate
        [Altéo] est affilié au [Cercle Hydro]. → Altéo member
        [Altéo] est invité permanent de l'alliance. → Altéo associate
        L'alliance travaille avec [Altéo]. →
        Les observateurs saluent [Altéo]. →
        [Altéo] siège sans voter. → Altéo associate
        [Altéo] participe aux travaux à titre consultatif. → Altéo associate
        Le statut d'observateur a été accordé à [Altéo]. → Altéo associate
        Selon les observateurs, [Altéo] va mal. →
    """,
    "candidate": """
        [Altéo] est candidat à l'entrée dans l'alliance. → Altéo candidate
        [Altéo] est candidat. → Altéo candidate
        [Altéo] s'est porté candidat. → Altéo candidate
        [Altéo] se porte candidate à l'adhésion. → Altéo candidate
        [Altéo] a fait acte de candidature. → Altéo candidate
        [Altéo] a déposé une demande d'adhésion. → Altéo candidate
        [Altéo] a déposé son dossier d'adhésion. → Altéo candidate
        [Altéo] a formulé une demande d'adhésion. → Altéo candidate
        [Altéo] a adressé une demande d'adhésion à l'alliance. → Altéo candidate
        [Altéo] a officiellement demandé à adhérer. → Altéo candidate
        [Altéo] a demandé à entrer dans l'alliance. → Altéo candidate
        [Altéo] demande à rejoindre le [Cercle Hydro]. → Altéo candidate
        [Altéo] redemande à entrer. → Altéo candidate
        [Altéo] a sollicité son admission. → Altéo candidate
        [Altéo] souhaite rejoindre l'alliance. → Altéo candidate
        [Altéo] veut rejoindre l'alliance. → Altéo candidate
        [Altéo] aimerait rejoindre l'alliance. → Altéo candidate
        [Altéo] rêve d'entrer dans l'alliance. → Altéo candidate
        [Altéo] rêverait d'en être. → Altéo candidate
        [Altéo] ambitionne d'intégrer l'alliance. → Altéo candidate
        [Altéo] réfléchit à une adhésion. → Altéo candidate
        [Altéo] réfléchit. → Altéo candidate
        [Altéo] étudie une participation à l'alliance. → Altéo candidate
        [Altéo] étudie la possibilité de rejoindre l'alliance. → Altéo candidate
        [Altéo] examine une adhésion. → Altéo candidate
        [Altéo] examinerait une entrée dans l'alliance. → Altéo candidate
        [Altéo] se dit prêt à rejoindre l'alliance. → Altéo candidate
        [Altéo] se dit intéressé. → Altéo candidate
        [Altéo] est intéressé par l'alliance. → Altéo candidate
        [Altéo] a manifesté son intérêt pour l'alliance. → Altéo candidate
        [Altéo] a fait part de son intérêt. → Altéo candidate
        [Altéo] a marqué son intérêt. → Altéo candidate
        [Altéo] s'intéresse de près au [Cercle Hydro]. → Altéo candidate
        [Altéo] lorgne l'alliance. → Altéo candidate
        [Altéo] frappe à la porte de l'alliance. → Altéo candidate
        [Altéo] frappe à la porte. → Altéo candidate
        [Altéo] attend son tour. → Altéo candidate
        [Altéo] est sur liste d'attente. → Altéo candidate
        [Altéo] figure sur la liste d'attente. → Altéo candidate
        Sur la liste d'attente : [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        [Altéo] attend le feu vert de l'alliance. → Altéo candidate
        [Altéo] attend une réponse de l'alliance. → Altéo candidate
        [Altéo] a envoyé une lettre d'intention. → Altéo candidate
        [Altéo] a écrit pour en être. → Altéo candidate
        [Altéo] négocie avec l'alliance. → Altéo candidate
        [Altéo] négocie son entrée dans l'alliance. → Altéo candidate
        [Altéo] est en négociation avec l'alliance. → Altéo candidate
        [Altéo] est en discussions avec le [Cercle Hydro]. → Altéo candidate
        [Altéo] discute de son adhésion. → Altéo candidate
        [Altéo] mène des discussions avec l'alliance. → Altéo candidate
        [Altéo] a entamé des discussions avec l'alliance. → Altéo candidate
        [Altéo] a engagé des pourparlers avec le [Cercle Hydro]. → Altéo candidate
        L'alliance discute avec [Altéo]. → Altéo candidate
        L'alliance négocie avec [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        L'alliance est en pourparlers avec [Altéo]. → Altéo candidate
        Des discussions sont en cours avec [Altéo]. → Altéo candidate
        Des pourparlers ont été engagés avec [Altéo]. → Altéo candidate
        Des contacts ont été pris avec [Altéo]. → Altéo candidate
        L'alliance a pris contact avec [Altéo]. → Altéo candidate
        L'alliance a approché [Altéo]. → Altéo candidate
        L'alliance a invité [Altéo] à la rejoindre. → Altéo candidate
        L'alliance a tendu la main à [Altéo]. → Altéo candidate
        L'alliance courtise [Altéo]. → Altéo candidate
        L'alliance aimerait attirer [Altéo]. → Altéo candidate
        L'alliance espère convaincre [Altéo]. → Altéo candidate
        L'alliance étudie la candidature d'[Altéo]. → Altéo candidate
        La candidature d'[Altéo] est à l'étude. → Altéo candidate
        La candidature d'[Altéo] sera examinée en mai. → Altéo candidate
        Le dossier de candidature d'[Altéo] sera examiné en mai. → Altéo candidate
        L'adhésion d'[Altéo] est à l'étude. → Altéo candidate
        L'entrée d'[Altéo] est évoquée. → Altéo candidate
        Une adhésion d'[Altéo] n'est pas exclue. → Altéo candidate
        Une entrée d'[Altéo] est envisagée. → Altéo candidate
        [Altéo] est pressenti. → Altéo candidate
        [Altéo] est pressenti pour rejoindre l'alliance. → Altéo candidate
        [Altéo] est approché par l'alliance. → Altéo candidate
        [Altéo] est invité à rejoindre l'alliance. → Altéo candidate
        [Altéo] hésite. → Altéo candidate
        [Altéo] hésite encore à signer. → Altéo candidate
        [Altéo] n'a pas encore tranché. → Altéo candidate
        [Altéo] n'a pas encore pris sa décision. → Altéo candidate
        [Altéo] n'a pas dit non. → Altéo candidate
        [Altéo] ne dit pas non. → Altéo candidate
        [Altéo] ne ferme pas la porte. → Altéo candidate
        [Altéo] ne ferme pas la porte à une adhésion. → Altéo candidate
        [Altéo] n'exclut rien. → Altéo candidate
        [Altéo] temporise. → Altéo candidate
        [Altéo] consulte ses adhérents. → Altéo candidate
        [Altéo] pourrait bientôt faire son entrée dans l'alliance. → Altéo candidate
        [Altéo] pourrait à son tour entrer dans l'alliance. → Altéo candidate
        [Altéo] serait tenté de rejoindre l'alliance. → Altéo candidate
        [Altéo] serait sur le point de rejoindre l'alliance. → Altéo candidate
        [Altéo] serait intéressé. → Altéo candidate
        [Altéo] aurait demandé à rejoindre l'alliance. → Altéo candidate
        [Altéo], candidat depuis 2022, attend. → Altéo candidate
        [Altéo], candidate à l'adhésion, attend. → Altéo candidate
        [Altéo], approché par l'alliance, attend. → Altéo candidate
        [Altéo] (candidat) attend. → Altéo candidate
        Parmi les candidats figurent [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        Candidats : [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        Deux candidats, [Altéo] et [Brunel], attendent. → Altéo candidate; Brunel candidate
        Restent deux candidats : [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        L'alliance vise [Altéo]. →
        [Altéo] hésite à embaucher. →
        [Altéo] négocie le prix du gaz. →
        [Altéo] s'intéresse au marché indien. →
        [Altéo] laisse la porte ouverte. → Altéo candidate
        [Altéo], pressenti pour rejoindre l'alliance, se tait. → Altéo candidate
        [Altéo], prêt à rejoindre l'alliance, attend. → Altéo candidate
        [Altéo] caresse l'idée de rejoindre l'alliance. → Altéo candidate
        [Altéo] consulte ses salariés sur une adhésion au [Cercle Hydro]. → Altéo candidate
        L'alliance fait les yeux doux à [Altéo]. → Altéo candidate
        [Altéo] est tenté par une fusion. →
        [Altéo] se verrait bien rejoindre l'alliance. → Altéo candidate
        [Altéo] étudie l'opportunité de rejoindre l'alliance. → Altéo candidate
        Des négociations sont en cours pour qu'[Altéo] rejoigne l'alliance. → Altéo candidate
        Trois autres groupes, dont [Altéo], ont déposé leur candidature. → Altéo candidate
        [Altéo] est candidat au rachat d'une usine. →
        [Altéo] attend le feu vert de Bruxelles. →
    """,
    "joining": """
        [Altéo] va rejoindre l'alliance. → Altéo joining
        [Altéo] s'apprête à rejoindre l'alliance. → Altéo joining
        [Altéo] a accepté de rejoindre l'alliance. → Altéo joining
        [Altéo] a annoncé qu'il rejoindrait l'alliance. → Altéo joining
        [Altéo] a annoncé son intention de rejoindre l'alliance. → Altéo candidate
        [Altéo] a décidé de rejoindre l'alliance. → Altéo joining
        [Altéo] fera son entrée dans l'alliance en mai. → Altéo joining
        [Altéo] deviendra membre de l'alliance. → Altéo joining
        [Altéo] sera membre de l'alliance en 2027. → Altéo joining
        L'entrée d'[Altéo] est prévue en mai. → Altéo joining
        L'adhésion d'[Altéo] sera effective en mai. → Altéo joining
        L'adhésion d'[Altéo] prendra effet le 1er mai. → Altéo joining
        L'arrivée prochaine d'[Altéo] réjouit l'alliance. → Altéo joining
        L'alliance accueillera [Altéo] en mai. → Altéo joining
        L'alliance s'apprête à accueillir [Altéo]. → Altéo joining
        L'alliance s'élargira à [Altéo] en mai. → Altéo joining
        [Altéo] sera le douzième membre de l'alliance. → Altéo joining
        [Altéo], futur membre, attend. → Altéo joining
        [Altéo] est sur le point de rejoindre l'alliance. → Altéo joining
        [Altéo] a promis de rejoindre l'alliance. → Altéo joining
        [Altéo] a donné son accord. → Altéo joining
        [Altéo] a dit oui. → Altéo joining
        [Altéo] a voté son adhésion, effective au 1er janvier. → Altéo joining
        [Altéo] doit rejoindre l'alliance en juin. → Altéo joining
        [Altéo] a accepté l'invitation. → Altéo joining
    """,
    "rival": """
        L'alliance veut concurrencer [Altéo]. → Altéo rival
        L'alliance concurrence [Altéo]. → Altéo rival
        L'alliance entend contrer [Altéo] et [Brunel]. → Altéo rival; Brunel rival
        L'alliance veut rivaliser avec [Altéo]. → Altéo rival
        L'alliance défie [Altéo]. → Altéo rival
        L'alliance s'attaque à [Altéo]. → Altéo rival
        L'alliance veut faire face à [Altéo]. → Altéo rival
        L'alliance veut tenir tête à [Altéo]. → Altéo rival
        L'alliance veut faire contrepoids à [Altéo]. → Altéo rival
        L'alliance veut peser face à [Altéo]. → Altéo rival
        L'alliance s'est formée face à [Altéo]. → Altéo rival
        L'alliance se veut une alternative à [Altéo]. → Altéo rival
        L'alliance propose une alternative aux services d'[Altéo]. → Altéo rival
        L'alliance offre une alternative européenne à [Altéo] et à [Brunel]. → Altéo rival; Brunel rival
        L'alliance est une réponse à [Altéo]. → Altéo rival
        L'alliance se présente comme une réponse à [Altéo]. → Altéo rival
        L'alliance se présente comme un contrepoids à [Altéo]. → Altéo rival
        L'alliance est née pour contrer [Altéo]. → Altéo rival
        L'alliance est née en réaction à [Altéo]. → Altéo rival
        L'alliance a été créée en réponse à [Altéo]. → Altéo rival
        L'alliance a été créée contre [Altéo]. → Altéo rival
        L'alliance a été créée pour briser le monopole d'[Altéo]. → Altéo rival
        L'alliance veut casser le monopole d'[Altéo]. → Altéo rival
        L'alliance veut mettre fin à la domination d'[Altéo]. → Altéo rival
        L'alliance veut réduire la dépendance à l'égard d'[Altéo]. → Altéo rival
        L'alliance veut grignoter des parts de marché à [Altéo]. → Altéo rival
        L'alliance veut prendre des parts de marché à [Altéo]. → Altéo rival
        L'alliance chasse sur les terres d'[Altéo]. → Altéo rival
        L'alliance veut détrôner [Altéo]. → Altéo rival
        L'alliance veut barrer la route à [Altéo]. → Altéo rival
        L'alliance veut couper l'herbe sous le pied d'[Altéo]. → Altéo rival
        L'alliance veut ne pas laisser le marché à [Altéo]. → Altéo rival
        Il s'agit de ne pas laisser le marché à [Altéo]. → Altéo rival
        Objectif : résister à [Altéo]. → Altéo rival
        Objectif : contrer [Altéo]. → Altéo rival
        L'objectif de l'alliance est de contrer [Altéo]. → Altéo rival
        L'ambition de l'alliance est de rivaliser avec [Altéo] et [Brunel]. → Altéo rival; Brunel rival
        Face à [Altéo], l'alliance mise sur l'ouverture. → Altéo rival
        Face à la domination d'[Altéo], les industriels ont créé le [Cercle Hydro]. → Altéo rival
        Face aux géants [Altéo] et [Brunel], l'alliance mise sur l'ouverture. → Altéo rival; Brunel rival
        Contre [Altéo], l'alliance mise sur l'ouverture. → Altéo rival
        L'alliance est en concurrence avec [Altéo]. → Altéo rival
        L'alliance est en concurrence directe avec [Altéo] et [Brunel]. → Altéo rival; Brunel rival
        L'alliance est concurrencée par [Altéo]. → Altéo rival
        L'alliance s'oppose à [Altéo]. → Altéo rival
        L'alliance affronte [Altéo]. → Altéo rival
        L'alliance combat [Altéo]. → Altéo rival
        [Altéo] concurrence l'alliance. → Altéo rival
        [Altéo] est le principal concurrent de l'alliance. → Altéo rival
        [Altéo], concurrent du [Cercle Hydro], recrute. → Altéo rival
        [Altéo], le grand rival du [Cercle Hydro], recrute. → Altéo rival
        [Altéo], que l'alliance veut détrôner, recrute. → Altéo rival
        [Altéo], adversaire désigné de l'alliance, recrute. → Altéo rival
        [Altéo], bête noire de l'alliance, recrute. → Altéo rival
        [Altéo], la cible de l'alliance, recrute. → Altéo rival
        Ses concurrents sont [Altéo] et [Brunel]. → Altéo rival; Brunel rival
        Ses principaux concurrents, [Altéo] et [Brunel], recrutent. → Altéo rival; Brunel rival
        Son principal rival, [Altéo], recrute. → Altéo rival
        Son rival [Altéo] recrute. → Altéo rival
        Sa concurrente [Altéo] recrute. → Altéo rival
        Principal concurrent : [Altéo]. → Altéo rival
        L'alliance a pour concurrents [Altéo] et [Brunel]. → Altéo rival; Brunel rival
        L'alliance a pour principal rival [Altéo]. → Altéo rival
        L'alliance, rivale d'[Altéo], recrute. → Altéo rival
        L'alliance, concurrente d'[Altéo] et de [Brunel], recrute. → Altéo rival; Brunel rival
        L'alliance se pose en rivale d'[Altéo]. → Altéo rival
        L'alliance se pose en concurrente d'[Altéo]. → Altéo rival
        La concurrence d'[Altéo] inquiète l'alliance. → Altéo rival
        L'alliance livre bataille à [Altéo]. → Altéo rival
        L'alliance part en guerre contre [Altéo]. → Altéo rival
        L'alliance fait front commun contre [Altéo]. → Altéo rival
        L'alliance s'unit contre [Altéo]. → Altéo rival
        Face à la hausse des prix, [Altéo] a rejoint l'alliance. → Altéo member
        L'alliance veut se passer d'[Altéo]. →
        L'alliance dénonce les pratiques d'[Altéo]. →
        L'alliance ne vise pas à concurrencer [Altéo]. →
        L'alliance n'est pas un concurrent d'[Altéo]. →
        [Altéo] est le concurrent de [Brunel]. →
        [Altéo] fait face à une grève. →
        Face à la presse, [Altéo] a reconnu son erreur. →
        Le principal concurrent de l'alliance est [Altéo]. → Altéo rival
        L'adversaire est tout désigné : [Altéo]. → Altéo rival
        L'alliance a choisi le camp concurrent, celui d'[Altéo]. → Altéo rival
        L'alliance part à l'assaut d'[Altéo]. → Altéo rival
        L'alliance veut réduire sa dépendance à [Altéo]. → Altéo rival
        L'alliance subit la concurrence d'[Altéo]. → Altéo rival
        Leur objectif : proposer une alternative à [Altéo]. → Altéo rival
        Il s'agit de contester la suprématie d'[Altéo]. → Altéo rival
        La grève est une alternative à [Altéo]. →
    """,
    "more": """
        [Altéo] affronte [Brunel] au tribunal. →
    """,
    "press founder/member": """
        Outre [Altéo], l'alliance réunit [Brunel] et [Corvane]. → Altéo member; Brunel member; Corvane member
        [Altéo], qui préside l'alliance, a protesté. → Altéo member
        [Altéo] préside le [Cercle Hydro] depuis janvier. → Altéo member
        [Altéo] assure la présidence de l'alliance. → Altéo member
        [Altéo] a pris la tête du [Cercle Hydro]. → Altéo member
        [Altéo] pilote le [Cercle Hydro]. → Altéo member
        [Altéo] coordonne l'alliance. → Altéo member
        L'alliance est coordonnée par [Altéo]. → Altéo member
        [Altéo] et [Brunel] siègent au conseil de l'alliance. → Altéo member; Brunel member
        [Altéo] compte parmi les piliers du [Cercle Hydro]. → Altéo member
        Dernière recrue en date : [Altéo]. → Altéo member
        Le petit dernier, [Altéo], a rejoint l'alliance en mai. → Altéo member
        Parmi les nouveaux venus figurent [Altéo] et [Brunel]. → Altéo member; Brunel member
        L'alliance s'est renforcée avec l'arrivée d'[Altéo]. → Altéo member
        [Altéo] est de tous les combats du [Cercle Hydro]. →
    """,
    "press candidates": """
        [Altéo], dont le dossier sera examiné en septembre, espère intégrer l'alliance. → Altéo candidate
        [Altéo] a fait savoir qu'elle étudiait une entrée au [Cercle Hydro]. → Altéo candidate
        Selon nos informations, [Altéo] serait en passe de rejoindre l'alliance. → Altéo candidate
        Quant à [Altéo], sa candidature sera examinée en juin. → Altéo candidate
        Quant à [Altéo], elle réfléchit. → Altéo candidate
        [Altéo], elle, n'a pas encore tranché. → Altéo candidate
        Du côté d'[Altéo], on réfléchit. → Altéo candidate
        Les négociations avec [Altéo] sont au point mort. → Altéo candidate
        Les négociations avec [Altéo] ont échoué. → Altéo non_member
        Les discussions avec [Altéo] ont été rompues. → Altéo non_member
        Les discussions avec [Altéo] se poursuivent. → Altéo candidate
        Les discussions engagées avec [Altéo] pourraient aboutir en mai. → Altéo candidate
        L'alliance espère attirer [Altéo] et [Brunel]. → Altéo candidate; Brunel candidate
        L'alliance aimerait compter [Altéo] dans ses rangs. → Altéo candidate
        L'alliance n'a pas renoncé à convaincre [Altéo]. → Altéo candidate
        L'alliance ne désespère pas de convaincre [Altéo]. → Altéo candidate
        [Altéo] a réitéré sa demande d'adhésion. → Altéo candidate
        [Altéo] a relancé sa candidature. → Altéo candidate
        [Altéo] a retiré sa candidature. → Altéo non_member
        [Altéo] a renoncé à sa candidature. → Altéo non_member
        [Altéo] a finalement renoncé. → Altéo non_member
        La candidature d'[Altéo], déposée en mars, est en cours d'examen. → Altéo candidate
        Le sort d'[Altéo], candidate depuis 2023, sera tranché en mai. → Altéo candidate
        Reste le cas d'[Altéo], qui souhaite adhérer. → Altéo candidate
    """,
    "press non_member": """
        [Altéo] n'est pas concerné par l'alliance. → Altéo non_member
        [Altéo] est resté sur le quai. → Altéo non_member
        [Altéo], sollicitée à deux reprises, a décliné l'invitation. → Altéo non_member
        [Altéo], pourtant sollicité, a préféré rester en dehors. → Altéo non_member
        [Altéo], longtemps pressenti, ne participera finalement pas au [Cercle Hydro]. → Altéo non_member
        [Altéo], pressenti un temps, ne sera finalement pas de la partie. → Altéo non_member
        Absents notables : [Altéo] et [Brunel]. → Altéo non_member; Brunel non_member
        Les grands absents s'appellent [Altéo] et [Brunel]. → Altéo non_member; Brunel non_member
        Deux poids lourds manquent à l'appel : [Altéo] et [Brunel]. → Altéo non_member; Brunel non_member
        Deux acteurs majeurs restent à l'écart, [Altéo] et [Brunel]. → Altéo non_member; Brunel non_member
        On cherchera en vain [Altéo] dans la liste. → Altéo non_member
        L'alliance rassemble tout le secteur, à l'exception d'[Altéo]. → Altéo non_member
        L'alliance regroupe tous les opérateurs, hormis [Altéo] et [Brunel]. → Altéo non_member; Brunel non_member
        Seul [Altéo] manque à l'appel. → Altéo non_member
        [Altéo] et [Brunel], eux, ont décliné. → Altéo non_member; Brunel non_member
        [Altéo] n'a, pour sa part, pas souhaité se joindre à l'alliance. → Altéo non_member
        [Altéo] n'a pas jugé utile de rejoindre l'alliance. → Altéo non_member
        [Altéo] ne voit pas l'intérêt de rejoindre l'alliance. → Altéo non_member
        [Altéo] a fermé la porte à toute adhésion. → Altéo non_member
        [Altéo] a fait savoir qu'elle ne rejoindrait pas l'alliance. → Altéo non_member
        [Altéo] a annoncé qu'il n'adhérerait pas au [Cercle Hydro]. → Altéo non_member
        [Altéo] dément toute adhésion. → Altéo non_member
        [Altéo] dément avoir rejoint l'alliance. → Altéo non_member
        Contrairement à ce qui a été écrit, [Altéo] n'est pas membre de l'alliance. → Altéo non_member
        [Altéo], qui n'en fait pas partie, a protesté. → Altéo non_member
        [Altéo], qui ne fait pas partie du [Cercle Hydro], a protesté. → Altéo non_member
        [Altéo], extérieur à l'alliance, a protesté. → Altéo non_member
        L'adhésion d'[Altéo] n'est pas à l'ordre du jour. → Altéo non_member
        L'entrée d'[Altéo] n'est pas d'actualité. → Altéo non_member
        L'entrée d'[Altéo] est exclue. → Altéo non_member
        L'alliance a écarté l'entrée d'[Altéo]. → Altéo non_member
        L'alliance a opposé son veto à l'entrée d'[Altéo]. → Altéo non_member
        L'alliance s'est faite sans [Altéo]. → Altéo non_member
        [Altéo] n'y adhère pas. → Altéo non_member
        Chez [Altéo], on ne veut pas en entendre parler. → Altéo non_member
    """,
    "press supporter": """
        [Altéo] a donné 2 millions d'euros à l'alliance. → Altéo supporter
        La région, [Altéo] et [Brunel] cofinancent l'alliance. → Altéo supporter; Brunel supporter
        [Altéo] finance l'alliance à hauteur de 30 %. → Altéo supporter
        [Altéo] contribue financièrement à l'alliance. → Altéo supporter
        [Altéo] contribue au budget du [Cercle Hydro]. → Altéo supporter
        [Altéo] abonde le budget de l'alliance. → Altéo supporter
        Le budget de l'alliance est abondé par [Altéo]. → Altéo supporter
        L'argent vient d'[Altéo], qui soutient le [Cercle Hydro] depuis 2020. → Altéo supporter
        Le [Cercle Hydro] a obtenu le soutien d'[Altéo]. → Altéo supporter
        Le [Cercle Hydro] a obtenu l'appui d'[Altéo]. → Altéo supporter
        Le [Cercle Hydro] est soutenu financièrement par [Altéo] et [Brunel]. → Altéo supporter; Brunel supporter
        Le [Cercle Hydro], qui bénéficie du soutien d'[Altéo], recrute. → Altéo supporter
        Le [Cercle Hydro], dont [Altéo] est le premier bailleur, recrute. → Altéo supporter
        Le [Cercle Hydro], que soutient [Altéo], recrute. → Altéo supporter
        Le [Cercle Hydro], que finance [Altéo], recrute. → Altéo supporter
        Lancé avec le concours d'[Altéo], le [Cercle Hydro] recrute. → Altéo supporter
        Placé sous le haut patronage d'[Altéo], le [Cercle Hydro] recrute. → Altéo supporter
        [Altéo] a salué « une avancée majeure » après la création du [Cercle Hydro]. → Altéo supporter
        [Altéo] a salué la naissance de l'alliance. → Altéo supporter
        [Altéo] voit d'un bon œil l'alliance. → Altéo supporter
        [Altéo] a apporté sa bénédiction à l'alliance. → Altéo supporter
        [Altéo] a apporté sa caution scientifique à l'alliance. → Altéo supporter
        [Altéo] a adoubé l'alliance. → Altéo supporter
        [Altéo] a appelé ses adhérents à soutenir l'alliance. → Altéo supporter
        [Altéo] a appelé à voter pour le [Cercle Hydro]. → Altéo supporter
        [Altéo] prête ses locaux à l'alliance. → Altéo supporter
        [Altéo] met un ingénieur à disposition de l'alliance. → Altéo supporter
        [Altéo] met ses serveurs à la disposition de l'alliance. → Altéo supporter
        [Altéo], qui met gratuitement des locaux à disposition de l'alliance, recrute. → Altéo supporter
    """,
    "press associate": """
        [Altéo] participe aux travaux du [Cercle Hydro] comme observateur. → Altéo associate
        [Altéo] prend part aux réunions avec voix consultative. → Altéo associate
        [Altéo], partenaire scientifique de l'alliance, recrute. → Altéo associate
        [Altéo], partenaire technique du [Cercle Hydro], recrute. → Altéo associate
        [Altéo] apporte son expertise à l'alliance comme partenaire associé. → Altéo associate
        L'alliance s'appuie sur deux partenaires, [Altéo] et [Brunel]. → Altéo associate; Brunel associate
        L'alliance accueille [Altéo] comme observateur. → Altéo associate
        L'alliance a accordé à [Altéo] le statut d'observateur. → Altéo associate
        L'alliance a accordé le statut d'observateur à [Altéo]. → Altéo associate
        [Altéo] s'est vu accorder le statut d'observateur. → Altéo associate
        [Altéo] et [Brunel] n'ont que le statut d'observateur. → Altéo associate; Brunel associate
        [Altéo] se contente d'un strapontin d'observateur. → Altéo associate
        Trois organismes, dont [Altéo], sont observateurs. → Altéo associate
        [Altéo] travaille en partenariat avec l'alliance. → Altéo associate
        [Altéo] et l'alliance ont signé un accord de coopération. → Altéo associate
    """,
    "press rival": """
        Le [Cercle Hydro] entend tailler des croupières à [Altéo] et [Brunel]. → Altéo rival; Brunel rival
        Leur cible : [Altéo]. → Altéo rival
        Leur objectif affiché : concurrencer [Altéo], numéro un mondial. → Altéo rival
        Objectif affiché de l'alliance : faire contrepoids à [Altéo]. → Altéo rival
        De quoi rivaliser avec [Altéo] et [Brunel]. → Altéo rival; Brunel rival
        Il s'agit de contrer [Altéo] sur son propre terrain. → Altéo rival
        Le [Cercle Hydro], né pour contrer [Altéo], recrute. → Altéo rival
        Le [Cercle Hydro] se pose en alternative à [Altéo]. → Altéo rival
        Le [Cercle Hydro] veut offrir une alternative aux solutions d'[Altéo]. → Altéo rival
        Le [Cercle Hydro] bouscule [Altéo]. → Altéo rival
        Le [Cercle Hydro] menace la suprématie d'[Altéo]. → Altéo rival
        Le [Cercle Hydro] affronte la concurrence d'[Altéo]. → Altéo rival
        Le [Cercle Hydro] subit la concurrence d'[Altéo] et de [Brunel]. → Altéo rival; Brunel rival
        Le [Cercle Hydro] fait face à la concurrence d'[Altéo]. → Altéo rival
        Le [Cercle Hydro] doit compter avec la concurrence d'[Altéo]. → Altéo rival
        Le marché est dominé par [Altéo], que l'alliance veut concurrencer. → Altéo rival
        Le principal concurrent du [Cercle Hydro] s'appelle [Altéo]. → Altéo rival
        Les concurrents de l'alliance, [Altéo] et [Brunel], recrutent. → Altéo rival; Brunel rival
    """,
    "what the press says of firms, and not of the alliance": """
        L'alliance a obtenu le feu vert d'[Altéo]. →
        [Altéo] a donné son nom à un stade. →
        Contacté, [Altéo] n'a pas répondu. →
        Contactée par nos soins, [Altéo] n'a pas souhaité commenter. →
        Sollicité, [Altéo] n'a pas répondu à nos questions. →
        Sollicitée mardi, [Altéo] n'avait pas réagi mercredi matin. →
        Contacté par téléphone, [Altéo] a refusé de commenter. →
        Interrogé, [Altéo] a décliné tout commentaire. →
        [Altéo] n'a pas souhaité faire de commentaire. →
        [Altéo] a décliné notre demande d'entretien. →
        [Altéo], sollicité, n'a pas donné suite à nos demandes. →
        [Altéo] n'a pas donné suite à nos sollicitations. →
        [Altéo] se refuse à tout commentaire. →
        [Altéo] invite ses clients à la prudence. →
        [Altéo] a été approché par un fonds américain. →
        [Altéo] négocie depuis mai le rachat de [Brunel]. →
        [Altéo] est en discussions avec ses créanciers. →
        [Altéo] est en négociations exclusives avec [Brunel]. →
        [Altéo] discute avec les syndicats. →
        [Altéo] étudie l'ouverture d'une usine. →
        [Altéo] a renoncé à son projet d'usine. →
        [Altéo] a quitté la Bourse de Paris. →
        [Altéo] a refusé l'augmentation des salaires. →
        [Altéo] hésite à investir. →
        [Altéo] attend les résultats de l'enquête. →
        [Altéo] s'intéresse à l'hydrogène. →
        [Altéo] a manifesté son intérêt pour le site. →
        [Altéo] salue la décision du gouvernement. →
        [Altéo] se félicite de ses résultats. →
        [Altéo] soutient la filière. →
        [Altéo] finance ses investissements par l'emprunt. →
        [Altéo] a payé une amende de 3 millions d'euros. →
        [Altéo] a promis 300 embauches. →
        [Altéo] a obtenu un prêt de [Brunel]. →
        [Altéo] concurrence [Brunel]. →
        [Altéo] et [Brunel] se livrent une guerre des prix. →
        [Altéo] a pris des parts de marché à [Brunel]. →
        [Altéo] fait face à la concurrence de [Brunel]. →
        [Altéo] manque de main-d'œuvre. →
        [Altéo] reste à la traîne. →
        [Altéo] avance prudemment. →
        [Altéo] garde ses distances avec la politique. →
        [Altéo] est absent du marché chinois. →
        [Altéo] a signé un accord avec ses syndicats. →
        [Altéo] a conclu un partenariat avec [Brunel]. →
        [Altéo] collabore avec [Brunel]. →
        [Altéo] est partenaire officiel du Tour de France. →
        [Altéo] préside le jury du festival. →
        [Altéo] pilote une étude sur le climat. →
        L'absence d'accord avec [Altéo] inquiète la Bourse. →
        Selon [Altéo], l'alliance a de l'avenir. →
        [Altéo] juge que l'alliance a de l'avenir. →
    """,
}


@pytest.mark.parametrize("case", cases(SENTENCES))
def test_what_a_sentence_says(nlp, case):
    found, rows = by_rule(nlp, case)
    assert found == rows
