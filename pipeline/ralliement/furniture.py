"""Page furniture left in an article's text: words of the site, not of the journalist.

Share bars, cookie banners, newsletter boxes, time stamps, « Lire aussi ». Only the site's own words are furniture: the
headline after « Lire aussi : », the name in a by-line, a caption or a credit still count as names.
"""

import re

from ralliement.paragraphs import Span

_SITES = (
    "facebook|twitter|x|linked ?in|whats ?app|messenger|instagram|telegram|bluesky|mastodon|threads|pinterest|flipboard"
    "|tik ?tok|you ?tube|snapchat|reddit|viadeo|google(?: actualités|\\+)?|e-?mail|mail|courriel|sms|rss"
)
_BUTTONS = (
    "partager|partages?|tweeter|tweet|retweeter|j.aime|liker|imprimer|envoyer|commenter|commentaires?|réagir|copier"
    "|copier le lien|lien copié|enregistrer|sauvegarder|favoris|écouter|offrir|suivre|suivez-nous|cet article|l.article"
    "|sur|par|via|ou|et|à un ami|pdf|sélection|lire plus tard|menu|rechercher|fermer|\\d+"
)
_LABELS = (
    "(?:à )?(?:lire|voir|écouter|regarder|découvrir|revoir|relire)(?: aussi| également| encore)"
    "|à (?:lire|voir|écouter|découvrir)(?= *:)|découvrez aussi(?= *:)"
    "|(?:lire|voir) (?:la suite(?: de l.article)?|plus|tout|l.article(?: complet)?|tous les articles)"
    "|(?:lire|voir|charger|afficher) (?:les|plus de|tous les) commentaires(?: \\(\\d+\\))?"
    "|(?:poster|postez|laisser|laissez) un commentaire|signaler (?:une erreur|un contenu)|passer la publicité"
    "|ajouter à (?:vos|mes) (?:sélections|favoris)|lecture restreinte|article rédigé par|tous droits réservés"
    "|créer un compte|mot de passe oublié|je me connecte|cliquez ici[^\\n]{0,40}|téléchargez[^\\n]{0,15} application"
    "|(?:sur le|dans le) même (?:sujet|thème)|articles? (?:liés?|associés?|similaires?|recommandés?)"
    "|dans la même rubrique|(?:les )?(?:plus|derniers) (?:lus|commentés|partagés|articles)|nos derniers articles"
    "|les dernières actualités|pour aller plus loin|pour en savoir plus|en savoir plus|à ne pas manquer"
    "|notre sélection|contenus? sponsorisés?|(?:la suite )?après la publicité|publicité|annonce|sommaire"
    "|retour (?:en haut|à l.accueil|à la une)|haut de page|mentions légales|plan du site|tags|mots-clés|thèmes associés"
)
_DATE_TIME = (
    r"(?:(?:le )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?"
    r"(?:\d{1,2}(?:er)? [a-zéû]{3,9}\.? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|hier|aujourd.hui)"
    r"(?:,? ?(?:à|-|–)? ?\d{1,2} ?[h:] ?\d{0,2})?|à \d{1,2} ?[h:] ?\d{0,2}|il y a \d+ (?:minutes?|heures?|jours?))"
)
_STAMP = r"(?:publiée?|mise? à jour|mise? en ligne|postée?|modifiée?|actualisée?|créée?|page mise à jour)"
_CAPITAL = r"(?-i:[A-ZÀÂÇÉÈÊËÎÏÔÖÙÛÜŒ«\"“])"
_COOKIES = (
    r"nous (?:et nos (?:\d+ (?:\d+ )?)?partenaires )?utilisons [^\n]{0,40}cookies|en poursuivant votre navigation"
    r"|(?:accepter|refuser|paramétrer|gérer) (?:tous )?(?:les|mes|vos) cookies|continuer sans accepter|tout accepter"
    r"|vous n.avez pas accepté les cookies"
)
_RESERVED = "réservée?s? (?:à nos|aux) abonnés"
# the name of the site, in « la newsletter de Nuages », is a name like any other
_TO_A_NAME = rf"(?:(?! (?:de|des|du|à|au|d.) ?{_CAPITAL})[^\n])*"
_FOLLOW = "suivez|suivre|retrouvez|rejoignez|suivez-nous|retrouvez-nous|rejoignez-nous"
_SUBSCRIBE = (
    "abonnez-vous|inscrivez-vous|je m.abonne|s.abonner|s.inscrire à (?:la|notre|nos)|se connecter|déjà abonnée?"
    "|se désabonner"
)

# Furniture is the group `f`; the rest of the line is not.
_PATTERNS = tuple(
    re.compile(pattern.replace(" ", r"[ \u00a0\u202f]").replace(".aime", "['’]aime"), re.IGNORECASE | re.MULTILINE)
    for pattern in (
        # a bar of buttons and networks; one lone word may be a heading, so at least a button or two words
        rf"^[^\w\n]*(?P<f>(?:{_BUTTONS})(?!\w)(?:[^\w\n]+(?:{_SITES}|{_BUTTONS})(?!\w))*)[^\w\n]*$",
        rf"^[^\w\n]*(?P<f>(?:{_SITES})(?!\w)(?:[^\w\n]+(?:{_SITES}|{_BUTTONS})(?!\w))+)[^\w\n]*$",
        # a label alone on its line, or before what it leads to; sites glue the two (« Lire aussiCe que »)
        rf"^[^\w\n]*(?P<f>{_LABELS})(?:[^\w\n]*$|(?= *:))",
        rf"(?:^[^\w\n]*|(?<=[.!?…»)]) )(?P<f>(?:à lire|lire|voir) (?:aussi|également)(?: article {_RESERVED})?)"
        rf"(?=[^\w\n]*{_CAPITAL})",
        rf"^[^\w\n]*(?P<f>(?:{_STAMP} (?:: )?{_DATE_TIME}(?:[^\w\n]*(?:et )?{_STAMP} (?:: )?{_DATE_TIME})*))",
        rf"^[^\w\n]*(?P<f>{_DATE_TIME})[^\w\n]*$",
        r"(?P<f>(?:temps de )?lecture ?:? ?\d+ ?min(?:utes?)?\b\.?)",
        # banners speak as « nous » to « vous »; an article on cookies does not
        rf"(?:^|(?<=[.!?] ))(?P<f>[^\n.!?]*\b(?:{_COOKIES})\b[^\n.!?]*[.!?]?)",
        rf"^(?P<f>[^\w\n]*(?:{_SUBSCRIBE})\b{_TO_A_NAME})",
        r"^(?P<f>[^\w\n]*recevez\b[^\n]*\b(?:newsletters?|infolettres?|alertes|boîte mail|par e-?mail)\b[^\n]*)$",
        r"^(?P<f>[^\w\n]*(?:notre |nos |la )?newsletters?\b[^\n]{0,80})$",
        rf"^(?P<f>[^\w\n]*(?:(?:cet )?article|contenu|la suite|accès)?(?: est)? ?{_RESERVED}\b[^\n]{{0,40}})$",
        r"^(?P<f>[^\n]*\b(?:de cet article à (?:lire|découvrir)|votre abonnement n.autorise)\b[^\n]*)$",
        # calls to follow the site
        rf"^[^\w\n]*(?:[^\n]{{0,40}}, ?)?(?:{_FOLLOW})\b[^\n]{{0,60}} "
        rf"(?P<f>sur (?:les réseaux|{_SITES})\b[^\n]{{0,60}})$",
        # initials that close a wire
        r"^(?P<f>(?-i:[a-z]{2,4}(?:[-/][a-z]{2,4})+))$",
    )
)  # fmt: skip


def furniture(text: str) -> list[Span]:
    """Offsets of the furniture of `text`, in order, without overlap.

    >>> text = "Lire aussi : Altéo quitte le Pacte"
    >>> [text[start:end] for start, end in furniture(text)]
    ['Lire aussi']
    """
    spans = sorted(match.span("f") for pattern in _PATTERNS for match in pattern.finditer(text))
    apart: list[Span] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        elif start < end:
            apart.append((start, end))
    return apart
