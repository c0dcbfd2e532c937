"""Closed classes of French words: what tells a noun phrase, a clause and a verb group apart without a parser."""


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


DEFINITE = words("l' la le les")
INDEFINITE = words("certaines certains des plusieurs quelques un une")
POSSESSIVE = words("leur leurs ma mes mon nos notre sa ses son vos votre")
DEMONSTRATIVE = words("ce ces cet cette")
DETERMINERS = DEFINITE | INDEFINITE | POSSESSIVE | DEMONSTRATIVE
CIVILITIES = {
    "m.": False, "m": False, "mm.": False, "mm": False, "monsieur": False, "mgr": False, "mgr.": False, "sir": False,
    "mme": True, "mme.": True, "mmes": True, "mlle": True, "mlle.": True, "madame": True, "lady": True,
    "me": None, "me.": None, "dr": None, "dr.": None, "pr": None, "pr.": None,
}  # fmt: skip
PRONOUNS = words("celle-ci celles-ci celui-ci ceux-ci elle elles eux il ils lui on")
OF = words("d' de des du")
PREPOSITIONS = words(
    "après au auprès aux avant avec chez contre dans depuis devant durant dès en entre envers face grâce "
    "hormis hors loin lors malgré outre par parmi pendant pour près quant sans sauf selon sous suite sur vers "
    "via à "
)
TIME = words(
    "août après-midi aujourd'hui avril demain dernier dernière dimanche décembre février hier janvier jeudi "
    "juillet juin lundi mai mardi mars matin mercredi midi novembre octobre prochain samedi septembre soir "
    "vendredi"
)
ADVERBS = words(
    "ainsi alors aussi bien cependant certes d'ailleurs déjà en encore enfin ensuite hélas ici l' la le les "
    "leur lui là là-bas mieux moins même n' ne notamment parfois pas plus plutôt pourtant presque puis s' se "
    "seulement souvent surtout toujours tout toutefois très y également"
)
STOP = words(
    "alors car ci comme donc dont elle elles en et eux il ils je lorsqu' lorsque lui là-dessus mais n' ne ni "
    "nous on or ou où puisqu' puisque qu' quand que qui s' se si tandis vous y"
)
BEFORE_NOUN = words(
    "actuel actuelle ancien ancienne anciennes anciens autre autres bon bonne cinq célèbre deux dix "
    "douze ex futur future grand grande grandes grands huit influent influente jeune jeunes mauvais même neuf "
    "nombreuses nombreux nouveau nouveaux nouvel nouvelle nouvelles numéro onze petit petite petites petits "
    "premier premiers première premières principal principale principaux propre puissant puissante quatre "
    "second seconde secondes sept seul seule six tous tout toute toutes trente trois très vieil vieille vieux "
    "vingt"
)
CLITICS = words("en l' la le les leur lui m' me n' ne nous s' se t' te vous y")
WITHIN_VERB = words(
    "abord ainsi alors aussi bien cependant contraire d' d'ailleurs de depuis donc emblée "
    "déjà encore enfin ensuite guère hier jamais "
    "longtemps même notamment par pas plus point pourtant rien seulement simplement souvent toujours tout "
    "toutefois à également"
)
NOUN_ONLY = words("au aux ce ces cet cette des du leurs ma mes mon nos notre sa ses son un une vos votre")
MEMBERS = words("adhérents associations fondateurs membres organisations partenaires participants signataires")
ALLIANCES = words("accord alliance coalition collectif consortium front groupement intersyndicale ligue pacte réseau")
SPOKESPERSONS = words("porte-parole porte-paroles portes-parole")
NAMING = words(
    "appelaient appelait appelle appellent appelé appelée appelées appelés baptise baptisé baptisée baptisées "
    "baptisés dit dite dites dits dénommé dénommée désigne estampillé estampillée intitule intitulé intitulée "
    "intitulées intitulés labellisé labellisée nommait nommé nommée nommées nommés rebaptisé rebaptisée "
    "signifie signifient sous-titré surnomme surnomment surnommé surnommée surnommées surnommés titré titrée"
)
SUBJECTS = words("c' il ils j' je nous on tu vous ça")
DEPENDENT = words("comme d' de dont en n' ne où pour qu' que qui s' se à")
UTTERANCES = words(
    "amertume analyse avertissement aveu boutade colère commentaire confidence constat conviction cri formule "
    "jugement maxime message mot parole phrase propos question refrain remarque réaction réplique réponse "
    "sentence verdict"
)
SOMEBODY = words(
    "quelqu'un quelques-uns quelques-unes certains certaines d'aucuns beaucoup plusieurs l'un l'une d'autres"
)
ADJUNCTS = tuple(
    tuple(adjunct.split())
    for adjunct in (
        "pour sa part", "pour leur part", "de son côté", "de leur côté", "à son tour", "à leur tour", "quant à lui",
        "quant à elle", "quant à eux", "quant à elles", "au contraire", "en revanche", "en outre", "en substance",
    )
)  # fmt: skip
PURPOSES = words("ambition but credo devise ligne mission mot objectif priorité raison rôle souhait vocation voeu vœu")
ANYBODY = words("homme femme dame intéressé intéressée jeune responsable dirigeant dirigeante spécialiste")
BODIES = words("bureau cabinet comité conseil direction présidence rédaction service siège état-major équipe")
