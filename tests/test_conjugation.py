import time
import unicodedata

import pytest

from ralliement.conjugation import Form, conjugate

# Every word is a form of the verb.
RIGHT = {
    "annoncer": "annonce annonçons annoncez annonçait annoncions annonça annoncèrent annoncera annoncé annoncées",
    "engager": "engage engageons engageait engagions engagea engagèrent engagé engageant",
    "céder": "cède cédons cèdent cédait cédera cèdera cédé",
    "intégrer": "intègre intègrent intégrons intégra intégrera intégré",
    "siéger": "siège siègent siégeons siégeait siégeant siégé",
    "léguer": "lègue légua léguons",
    "lever": "lève levons lèvera lèveraient levé levions",
    "dépecer": "dépèce dépeçons dépeça dépecèrent",
    "appeler": "appelle appelons appelleront appelait appelé",
    "rejeter": "rejette rejetons rejettera rejeta",
    "racheter": "rachète rachetons rachètera rachetait",
    "harceler": "harcèle harcelons",
    "renouveler": "renouvelle renouvèle renouvellera renouvelé",
    "payer": "paie paye paiera payera payons",
    "employer": "emploie emploiera employons employait",
    "envoyer": "envoie enverra envoya envoyé",
    "créer": "crée créée créées créeront créons",
    "confier": "confie confiions confiait confia",
    "sous-traiter": "sous-traite sous-traitait",
    "finir": "finit finissons finissent finissait finisse finît finirent finira fini",
    "réunir": "réunit réunissent réunissant réunira réunies",
    "répartir": "répartit répartissent réparti",
    "répondre": "répond réponds répondons répondit répondra répondu répondant",
    "rompre": "rompt rompent rompit rompu",
    "dire": "dit disons dites disent disait dira dise dit dîmes",
    "contredire": "contredisez contredit contredisent",
    "prédire": "prédit prédisez prédira",
    "maudire": "maudit maudissent maudira",
    "inscrire": "inscrit inscrivent inscrivit inscrite",
    "promettre": "promet promettent promit promettra promise promises",
    "convenir": "convient convenons conviennent convint conviendra convenu convînmes",
    "soutenir": "soutient soutiennent soutint soutenait soutînt",
    "reconnaître": "reconnaît reconnait reconnaissent reconnut reconnaîtra reconnaitra reconnu",
    "naître": "naît naquit naîtra née",
    "élire": "élit élisent élut élira élue",
    "croire": "croit croient croyait crut croira cru",
    "voir": "voit voient voyait vit verra vu vues",
    "prévoir": "prévoit prévoira prévu",
    "faire": "fait faites font faisait fit fera fasse fassions faite",
    "satisfaire": "satisfait satisfaites satisfont satisfera satisfasse",
    "pouvoir": "peut peux peuvent pouvait pourra pourrait put puisse pu",
    "vouloir": "veut veulent voudrait voulut veuille veuillez voulions",
    "devoir": "doit doivent devait devrait dut dû due dus",
    "savoir": "sait savent saurait sut sache sachant sachez",
    "falloir": "faut fallait faudra faudrait fallut fallu faille",
    "valoir": "vaut valent vaudra vaille valions valu",
    "aller": "vais vas va allons vont allait ira alla aille allée",
    "être": "suis es est sommes êtes sont était sera serait fut fût soit soyons été étant",
    "avoir": "ai as a avons ont avait aura aurait eut eût ait ayant eue",
    "sortir": "sort sortent sortit sortait sortie",
    "partir": "part partent partit",
    "sentir": "sent sentent sentit",
    "ouvrir": "ouvre ouvrent ouvrit ouvert ouverte ouvrira",
    "souffrir": "souffre souffert",
    "accueillir": "accueille accueillent accueillit accueillera accueilli",
    "rejoindre": "rejoint rejoignent rejoignit rejoindra rejointe rejoignons",
    "craindre": "craint craignent craignait",
    "conclure": "conclut concluent conclura conclue conclus",
    "exclure": "exclut exclu exclue exclus",
    "inclure": "inclut inclus incluse incluses",
    "asseoir": "assied assoit asseyent assoient assis assiéra assoira",
    "sourire": "sourit sourient souriait sourira souri",
    "vivre": "vit vivent vécut vécu vivra",
    "poursuivre": "poursuit poursuivent poursuivit poursuivi",
    "taire": "tait taisent tut tu",
    "plaire": "plaît plait plut plu",
    "courir": "court courra courut couru",
    "accroître": "accroît accroit accrut accrue accroîtra",
    "dissoudre": "dissout dissolvent dissous dissoute dissoudra",
    "convaincre": "convainc convainquent convainquit convaincu",
    "apprendre": "apprend apprennent apprit apprenait apprise",
    "apercevoir": "aperçoit apercevons aperçut aperçu",
    "fuir": "fuit fuient fuyait fui",
    "mourir": "meurt meurent mourra mourut morte",
    "haïr": "hait haïssent haïrent",
    "produire": "produit produisent produisit",
    "émouvoir": "émeut émeuvent émut ému",
    "requérir": "requiert requièrent requit requis requerra",
}  # fmt: skip

# None of these is.
WRONG = {
    "annoncer": "annoncons annonçe annonçez annonçèrent",
    "engager": "engagons engageez engageèrent engageions",
    "céder": "céde cèdons",
    "lever": "leve lèvons levera",
    "appeler": "appele appèle",
    "racheter": "rachette",
    "employer": "emploiait employe employera",
    "envoyer": "envoiera envoyera",
    "répartir": "répart",
    "dire": "disez",
    "falloir": "fallons fallant faux -",
    "pouvoir": "pue",
    "être": "étée",
    "dissoudre": "dissouse dissoudu",
    "exclure": "excluse",
    "réunir": "réunent",
    "traire": "-",
    "installer": "installve installir instva",
    "croître": "crûe",
}


@pytest.mark.parametrize("verb", RIGHT)
def test_forms_are_there(verb):
    assert set(RIGHT[verb].split()) <= conjugate(verb).keys()


@pytest.mark.parametrize("verb", WRONG)
def test_wrong_forms_are_absent(verb):
    assert not set(WRONG[verb].split()) & conjugate(verb).keys()


def test_every_analysis_of_a_form():
    assert conjugate("dire")["dit"] == {
        Form("indicative", "present", 3, "Sing"),
        Form("indicative", "past", 3, "Sing"),
        Form("participle", "past", None, "Sing", "Masc"),
    }
    assert conjugate("assurer")["assurées"] == {Form("participle", "past", None, "Plur", "Fem")}
    assert conjugate("ouvrir")["ouvre"] >= {Form("imperative", "present", 2, "Sing")}
    assert conjugate("ouvrir")["ouvres"] == {
        Form("indicative", "present", 2, "Sing"),
        Form("subjunctive", "present", 2, "Sing"),
    }
    assert conjugate("estimer")["estimant"] == {Form("gerund", "present")}
    assert conjugate("estimer")["estimer"] == {Form("infinitive", None)}
    assert conjugate("estimer")["estimerait"] == {Form("conditional", "present", 3, "Sing")}
    assert {form.tense for form in conjugate("rejoindre")["rejoindra"]} == {"future"}
    assert {form.mood for form in conjugate("dire")["dites"]} == {"indicative", "imperative", "participle"}
    assert {form.mood for form in conjugate("contredire")["contredites"]} == {"participle"}


def test_forms_are_nfc_whatever_the_infinitive():
    verb = unicodedata.normalize("NFD", "reconnaître")
    assert conjugate(verb) == conjugate("reconnaître")
    assert all(unicodedata.is_normalized("NFC", form) for form in conjugate(verb))


@pytest.mark.parametrize("word", ["", "se réjouir", "s'engager", "Dire", "alliance", "recevoirr", "xyzoir", "bre"])
def test_what_is_no_infinitive_is_refused(word):
    with pytest.raises(ValueError, match=r"infinitive|no French verb"):
        conjugate(word)


def test_hundreds_of_verbs_are_cheap():
    verbs = [*RIGHT] * 8
    start = time.process_time()
    for verb in verbs:
        conjugate(verb)
    assert time.process_time() - start < 1.0  # some 0.1 s; the margin is for a busy machine
