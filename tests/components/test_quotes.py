"""Quotes: French sentences, what is somebody's words in them and whose.

A passage is marked `{kind who: words}`: d direct, m mixed, i indirect; `who` is the name of the entity, or after `~`
the words used of a speaker without a name, or `?` where none is told.
"""

import doctest
import re

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ralliement.components import quotes
from ralliement.components.quotes import Quotes

KINDS = {"d": "direct", "m": "mixed", "i": "indirect"}


def read(marked):
    """The text without markup, and its passages: (kind, words, who)."""
    passages = []

    def note(found):
        passages.append((KINDS[found[1]], found[3], found[2]))
        return found[3]

    return re.sub(r"\{([dmi]) ([^:{}]+): ([^{}]*)\}", note, marked), passages


def said(doc, quote):
    """Who says a quote, in the notation of the tests."""
    if quote["speaker"] is not None:
        return doc._.entities[quote["speaker"]]["name"]
    if quote["speaker_start"] is None:
        return "?"
    return "~" + doc.text[quote["speaker_start"] : quote["speaker_end"]]


def check(nlp, marked):
    text, expected = read(marked)
    doc = nlp(text)
    found = [(q["kind"], text[q["start"] : q["end"]], said(doc, q)) for q in doc._.quotes]
    assert found == expected


DIRECT = [
    # after the quote
    "{d Solène Kermarrec: « La ligne rouvrira »}, a déclaré Solène Kermarrec, directrice de Transévian.",
    "{d Solène Kermarrec: « Nous rouvrirons la ligne en mars »} affirme Solène Kermarrec.",
    "{d ~le maire de Guerlac: « Le pont tiendra »}, promet le maire de Guerlac.",
    "{d Paul Hadrien: « Qui paiera ? Personne ne le sait »}, s'inquiète Paul Hadrien.",
    "{d Paul Hadrien: « Qui l'aurait cru ? »} s'interroge Paul Hadrien.",
    "{d Inès Caradec: « On nous promettait la lune »}, ironise Inès Caradec.",
    "{d Inès Caradec: « C'était écrit »}, fait remarquer Inès Caradec.",
    "{d ~la ministre de la Mer: « C'est une belle journée »}, s'est réjouie la ministre de la Mer.",
    "{d ~le patron d'une scierie: « On ne tiendra pas l'hiver »}, soupire le patron d'une scierie.",
    "{d Hugo Tanneur: « Je ne signerai pas »}, aurait déclaré Hugo Tanneur en privé.",
    "{d Hugo Tanneur: « Tout reste à faire »}, a tenu à souligner Hugo Tanneur.",
    "{d Hugo Tanneur: « Une occasion manquée »}, selon les mots de Hugo Tanneur.",
    "{d Hugo Tanneur: « Rien n'est joué pour les artisans. »} – Hugo Tanneur, charpentier",
    # adjuncts and addressees
    "{d Hugo Tanneur: « Le prix ne bougera pas »}, a confié à Julie Lambert le charpentier Hugo Tanneur.",
    "{d Hugo Tanneur: « Le prix ne bougera pas »}, a expliqué mardi devant la presse Hugo Tanneur.",
    "{d Hugo Tanneur: « Le prix ne bougera pas »}, assure de son côté Hugo Tanneur.",
    # before the quote
    "Solène Kermarrec, fondatrice de la société Transévian, prévient : {d Solène Kermarrec: « Le plus dur commence. »}",
    "Inès Caradec, sociologue : {d Inès Caradec: « Les usages changent plus vite que les lois. »}",
    "Et Inès Caradec de conclure : {d Inès Caradec: « Nous n'avons plus le droit à l'erreur. »}",
    "Réponse de Paul Hadrien : {d Paul Hadrien: « Nous verrons bien au printemps. »}",
    # two speakers, a name inside
    "{d Anne Rivoal: « Oui »}, répond Anne Rivoal ; {d Jean Solier: « jamais de la vie »}, rétorque Jean Solier.",
    "{d Alice Noël: « Bernard Roy a fait un travail remarquable »}, salue Alice Noël.",
    # pronouns and descriptions
    "Karim Benali dirige le port. {d Karim Benali: « Nous doublerons les quais »}, a-t-il assuré.",
    "Karim Benali reçoit Lucie Tréguier. {d Lucie Tréguier: « Je reviendrai »}, sourit-elle.",
    "Le préfet, Karim Benali, est venu. {d Karim Benali: « Tout est sous contrôle »}, a répété le préfet.",
    "La maire, Lucie Tréguier, minimise. {d Lucie Tréguier: « Nous avançons »}, dit l'élue.",
    "{d ~un habitant: « On n'entend plus rien »}, raconte un habitant.",
    # it goes on
    "{d Nadia Cohen: « Nous avons perdu deux ans »}, regrette Nadia Cohen. {d Nadia Cohen: « Il faut agir vite. »}",
    "{d Paul Girard: « Le marché est mûr »}, estime Paul Girard, {d Paul Girard: « mais les clients attendent »}.",
    "{d Anna Weil: « Ce choix, explique Anna Weil, nous oblige à tout revoir. »}",
    "{d Anna Weil: « Le premier point est la paix}, dit Anna Weil.\n\n{d Anna Weil: « Le second est l’eau. »}",
    "Anna Weil défend son bilan.\n\n{d Anna Weil: « J'ai tenu toutes mes promesses. »}",
    "{d Anna Weil: « Un dîner sans nappe, voilà tout. »} La formule est d'Anna Weil.",
    # marks
    '{d Julien Roche: "Nous ne céderons rien"}, a prévenu Julien Roche.',
    "{d Julien Roche: “Nous ne céderons rien”}, a prévenu Julien Roche.",
    "{d Julien Roche: «\u00a0Nous ne céderons rien\u00a0»}, a prévenu Julien Roche.",
    "{d Julien Roche: <<Nous ne céderons rien>>}, a prévenu Julien Roche.",
    "{d Julien Roche: « Il m'a dit “non” deux fois »}, raconte Julien Roche.",
    "{d Julien Roche: « Le mot « non » suffit »}, tranche Julien Roche.",
    "{d Julien Roche: « Nous reviendrons avant l'été}, promet Julien Roche.",
    "— {d Julien Roche: Nous avons trouvé un accord}, lâche Julien Roche.",
    # documents and organisations
    "{d Transévian: « Cette version est sûre »}, a annoncé la société Transévian dans un billet.",
    "{d ~un rapport: « Le toit menace ruine »}, relève un rapport.",
]

PASSAGES = [
    "Tout en saluant {m Luc Anglade: « un pas en avant »}, Luc Anglade veut {m Luc Anglade: « des actes »}.",
    "Rien à redire pour la lauréate, qui s'est dite {m ~la lauréate: « fière »}.",
    "Brest, 12 mai (Agence) - La préfète, Anne Rivoal, a déclaré que {i Anne Rivoal: le port rouvrirait lundi}.",
    "{d Michel Caradec: « Nous n'avons plus confiance. »} Michel Caradec, éleveur à Guerlac, montre ses factures.",
    "Selon les chiffres de l'Insee publiés mardi, {i Insee: le chômage a reculé de deux points}.",
    "Yann Stéphan part. Il a dénoncé {m Yann Stéphan: « un hold-up »} et promis de {i Yann Stéphan: revenir en mai}.",
    "Leur avocat, Me Simon Kerbrat, conteste : {d Simon Kerbrat: « Mes clients n'ont rien reconnu. »}",
    "{d Lucette Aubin: « Qu'on ne m'en parle plus ! »} La colère de Lucette Aubin ne faiblit pas.",
    "{d ~l'un: « Nous avons perdu cent brebis »}, s'alarme l'un d'eux.",
    "Alors que le temps presse, Paul Girard, maire de Guerlac, rassure : {d Paul Girard: « L'eau restera publique. »}",
    "Paul Girard a pris la parole. Le maire part. {d Paul Girard: « Je suis fatigué »}, dit cet élu.",
]

MIXED = [
    "Claire Vialle dénonce une {m Claire Vialle: « logique purement comptable »}.",
    "Claire Vialle a déclaré que l'usine {m Claire Vialle: « tournerait à plein régime »} avant l'hiver.",
    "Claire Vialle a appelé les élus à {m Claire Vialle: « cesser immédiatement les travaux »}.",
    "Selon Claire Vialle, le texte est {m Claire Vialle: « inapplicable »} et {m Claire Vialle: « caduc »}.",
    "La réforme est jugée {m Luc Fabrègues: « injuste et mal préparée »} par Luc Fabrègues.",
    "Claire Vialle dénonce, elle, {m Claire Vialle: « un tuyau de promesses »}.",
    "Claire Vialle y voit {m Claire Vialle: « une chance pour la vallée »}.",
    "Claire Vialle, pour qui la loi est {m Claire Vialle: « mort-née »}, ne votera pas.",
]

INDIRECT = [
    "Claire Vialle a affirmé que {i Claire Vialle: les aides seraient versées avant juin}.",
    "Claire Vialle assure {i Claire Vialle: avoir corrigé la faille dès lundi}.",
    "Claire Vialle dit {i Claire Vialle: ne rien regretter} et promet de {i Claire Vialle: revenir en mai}.",
    "Claire Vialle a demandé {i Claire Vialle: si le pont serait rouvert avant l'été}.",
    "Claire Vialle demande {i Claire Vialle: pourquoi le dossier est vide}.",
    "Selon Claire Vialle, {i Claire Vialle: la dette atteindra cent millions en juin}.",
    "{i Claire Vialle: La dette atteindra cent millions en juin}, selon Claire Vialle.",
    "D'après Claire Vialle, chercheuse à Brest, {i Claire Vialle: la moitié des emplois sont exposés}.",
    "{i Claire Vialle: Le chantier prendra deux ans de plus}, a précisé Claire Vialle.",
    "Claire Vialle estime que {i Claire Vialle: le pire est passé}, ajoutant que {i Claire Vialle: rien ne presse}.",
    "Claire Vialle se trompe. Elle répète que {i Claire Vialle: tout ira mieux demain}.",
]

NOTHING = [
    "Il promet une France « libre » et un État « fort ».",
    "L'entreprise propose un service « premium » à ses clients.",
    "Le site affiche le message « Page introuvable ».",
    "Le ministre a présenté hier le plan « Hôpital 2040 ».",
    "Ces « petites mains » de la mode travaillent dans l'ombre.",
    "Les trois firmes ont annoncé la création d'une « alliance » de vingt membres.",
    "Son roman « Les Nuits de brume » paraîtra en octobre.",
    "Le mot « blockchain » désigne un registre partagé.",
    "Cette technique, dite « apprentissage profond », a fait ses preuves.",
    "La ville a annoncé le lancement du plan « Rues calmes » pour 2026.",
    "Une banderole « Non à la fermeture de la maternité » barrait l'entrée.",
    "Des pancartes proclamaient « Pas de pont, pas de vote ».",
    "Le pacte « Réparer ensemble » revendique cent signataires.",
    "La pierre a été surnommée « la Boulette ».",
    'Un écran de 27" et un autre de 32" équipent la salle.',
    "L'offre 'Essentiel' de l'opérateur n'inclut rien.",
    "La société lance un service et propose trois formules.",
    "Le prix varie selon la taille du logement et selon les saisons.",
    "On dit que la maison est hantée.",
    "Il travaille pour l'État, comme son père.",
    "Les employés (« class action ») attendent leur procès.",
    "Le quartier est classé en « zone franche » (ZF).",
]


@pytest.mark.parametrize("marked", [*DIRECT, *MIXED, *INDIRECT, *PASSAGES])
def test_words_are_somebody_s(nlp, marked):
    check(nlp, marked)


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_s_words(nlp, text):
    check(nlp, text)


# ---- longer passages

TURNS = """{d Inès Caradec: « Nos rivières ont une mémoire »}

Propos recueillis par Léon Vasse

Hydrologue, Inès Caradec étudie la Loire.

Faut-il s'inquiéter ?

Inès Caradec : {d Inès Caradec: Non, mais il faut mesurer. C'est un métier.}

{d Inès Caradec: Et nos capteurs ont vingt ans.}

Qui paiera ?

{d Inès Caradec: L'État, je l'espère. J'attends encore sa réponse.}

Nos rivières ont une mémoire, dit aussi une affiche.
"""

HEARING = """Le tribunal interroge le prévenu, Paul Girard.

— {d Agnès Rigaud: Vous le saviez ?} demande la présidente, Agnès Rigaud.

— {d Paul Girard: Je le savais, répond Paul Girard. Je n'ai rien dit.}

— {d Agnès Rigaud: Pendant neuf ans ?}
"""

LIST = """Ils arrivent :

- Transévian ;

- Port de Guerlac ;

- Cercle des marins.
"""


@pytest.mark.parametrize("marked", [TURNS, HEARING, LIST], ids=["interview", "hearing", "list"])
def test_turns_of_dialogue(nlp, marked):
    check(nlp, marked)


def test_passages_of_one_quote_share_its_number(nlp):
    doc = nlp("« Le marché est mûr », estime Paul Girard, « mais lent ». « Il faut attendre. »")
    assert [q["quote"] for q in doc._.quotes] == [1, 1, 2]


def test_an_unnamed_speaker_speaks_for_an_organisation(nlp):
    doc = nlp("La société Transévian recule. Chez Transévian, on assure que le projet reste d'actualité.")
    (quote,) = doc._.quotes
    assert (quote["speaker"], quote["speaker_type"]) == (None, "anonymous")
    assert doc._.entities[quote["speaker_for"]]["name"] == "Transévian"


def test_a_quote_says_what_it_is_about_and_where_it_comes_from(nlp):
    text = "Rien ne change. « La société Transévian doit payer », a dit Paul Girard hier. Rien ne change."
    (quote,) = nlp(text)._.quotes
    assert text[quote["sentence_start"] : quote["sentence_end"]].startswith("« La société")
    assert text[quote["sentence_start"] : quote["sentence_end"]].endswith("hier.")
    assert [nlp(text)._.entities[key]["name"] for key in quote["about"]] == ["Transévian"]
    assert (quote["cue"], quote["rule"].split(":")[0]) == ("a dit", "inverted")


def test_a_named_speaker_is_surer_than_a_pronoun_and_hearsay(nlp):
    doc = nlp(
        "« Oui, je pars », a dit Paul Girard. « Je reviendrai », a-t-il ajouté. « Demain », aurait dit Paul Girard."
    )
    named, pronoun, hearsay = (quote["confidence"] for quote in doc._.quotes)
    assert named >= 0.9 > pronoun
    assert named > hearsay


# ---- on its own, and on any text


def test_the_example_of_a_plain_model_runs():
    assert doctest.testmod(quotes).failed == 0


BLANK = spacy.blank("fr")
QUOTES = Quotes()
PIECES = [
    "«",
    "»",
    "“",
    "”",
    '"',
    "'",
    "’",
    "<<",
    ">>",
    "—",
    "- ",
    ":",
    ",",
    ".",
    "?",
    "\n",
    "\n\n",
    " ",
    "\u00a0",
    "🙂",
    "é",
]
WORDS = [
    "badine-",
    "dit",
    "Paul",
    "a déclaré",
    "-t-il",
    "selon",
    "que",
    "d'",
    "le",
    "M.",
    "et",
    "qui",
    "pour",
    "27",
    "Interview",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES + WORDS) | st.text(max_size=5), max_size=60))
def test_no_text_raises(pieces):
    doc = QUOTES(BLANK.make_doc("".join(pieces)))
    for quote in doc._.quotes:
        assert 0 <= quote["start"] < quote["end"] <= len(doc.text)
        assert quote["sentence_start"] <= quote["start"] < quote["end"] <= quote["sentence_end"]
        assert 0 <= quote["confidence"] <= 1
        assert quote["speaker_start"] is None or 0 <= quote["speaker_start"] < quote["speaker_end"] <= len(doc.text)


@pytest.mark.parametrize(
    "piece", ["«", "« a ", '"', "a, dit-il, ", "selon Paul, ", "— Oui, dit Paul.\n", "et dit que "]
)
def test_a_long_text_of_one_thing_takes_no_longer_than_its_length(piece):
    doc = BLANK.make_doc(piece * (2_000 // len(piece)))
    QUOTES(doc)  # quadratic code would take minutes here
