"""French conjugation: every one-word form of a verb, from its infinitive.

A regular verb is its endings; an irregular one is a row of principal parts, shared by all verbs that end alike
(« venir » serves « convenir », « intervenir »). Compound tenses and pronouns are the caller's.
"""

import re
import unicodedata
from collections import defaultdict
from typing import Literal, NamedTuple

Mood = Literal["indicative", "conditional", "subjunctive", "imperative", "infinitive", "participle", "gerund"]
Tense = Literal["present", "imperfect", "past", "future"]


class Form(NamedTuple):
    """One analysis of a form. `past` is the passé simple, or the tense of the past participle.

    The `gerund` is the present participle (« déclarant »). Number and gender are written as in spaCy's morphology.
    """

    mood: Mood
    tense: Tense | None
    person: Literal[1, 2, 3] | None = None
    number: Literal["Sing", "Plur"] | None = None
    gender: Literal["Masc", "Fem"] | None = None


def _six(mood: Mood, tense: Tense) -> tuple[Form, ...]:
    return tuple(Form(mood, tense, person, number) for number in ("Sing", "Plur") for person in (1, 2, 3))


_PRESENT, _IMPERFECT = _six("indicative", "present"), _six("indicative", "imperfect")
_PAST, _FUTURE = _six("indicative", "past"), _six("indicative", "future")
_CONDITIONAL = _six("conditional", "present")
_SUBJUNCTIVE, _SUBJUNCTIVE_IMPERFECT = _six("subjunctive", "present"), _six("subjunctive", "imperfect")
_IMPERATIVE = (
    Form("imperative", "present", 2, "Sing"),
    Form("imperative", "present", 1, "Plur"),
    Form("imperative", "present", 2, "Plur"),
)
_PARTICIPLE = tuple(
    Form("participle", "past", None, number, gender) for gender in ("Masc", "Fem") for number in ("Sing", "Plur")
)
_GERUND = (Form("gerund", "present"),)
_INFINITIVE = (Form("infinitive", None),)
_IMPERSONAL = frozenset(
    form
    for form in (*_PRESENT, *_IMPERFECT, *_PAST, *_FUTURE, *_CONDITIONAL, *_SUBJUNCTIVE, *_SUBJUNCTIVE_IMPERFECT)
    if (form.person, form.number) == (3, "Sing")
) | {_PARTICIPLE[0], *_INFINITIVE}

# Endings in the order of the persons. Those of the past (simple; subjunctive imperfect) go by its first person.
_IMPERFECT_ENDINGS = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE_ENDINGS = ("ai", "as", "a", "ons", "ez", "ont")
_PAST_ENDINGS = {
    "ai": (("ai", "as", "a", "âmes", "âtes", "èrent"), ("asse", "asses", "ât", "assions", "assiez", "assent"))
} | {
    f"{v}s": (
        (f"{v}s", f"{v}s", f"{v}t", f"{hat}mes", f"{hat}tes", f"{v}rent"),
        (f"{v}sse", f"{v}sses", f"{hat}t", f"{v}ssions", f"{v}ssiez", f"{v}ssent"),
    )
    for v, hat in (("in", "în"), ("i", "î"), ("ï", "ï"), ("u", "û"), ("û", "û"))
}

# Principal parts by ending of the infinitive: je, il, nous, ils; stem of the future; passé simple (- for none);
# participle (! where it never agrees); stem of the subjunctive where it is not that of « ils » (~ where nous and
# vous keep theirs). The longest ending wins; = means the whole verb; two rows of one ending are two usages.
_ROWS = """
=être        suis      est      étons        sont         ser        fus       été!
=avoir       ai        a        avons        ont          aur        eus       eu
=aller       vais      va       allons       vont         ir         allai     allé       aill~
faire        fais      fait     faisons      font         fer        fis       fait       fass
=dire        dis       dit      disons       disent       dir        dis       dit
=redire      redis     redit    redisons     redisent     redir      redis     redit
dire         dis       dit      disons       disent       dir        dis       dit
maudire      maudis    maudit   maudissons   maudissent   maudir     maudis    maudit
crire        cris      crit     crivons      crivent      crir       crivis    crit
lire         lis       lit      lisons       lisent       lir        lus       lu
rire         ris       rit      rions        rient        rir        ris       ri!
suffire      suffis    suffit   suffisons    suffisent    suffir     suffis    suffi!
uire         uis       uit      uisons       uisent       uir        uisis     uit
nuire        nuis      nuit     nuisons      nuisent      nuir       nuisis    nui!
luire        luis      luit     luisons      luisent      luir       luisis    lui!
croire       crois     croit    croyons      croient      croir      crus      cru
boire        bois      boit     buvons       boivent      boir       bus       bu
taire        tais      tait     taisons      taisent      tair       tus       tu
plaire       plais     plaît    plaisons     plaisent     plair      plus      plu!
traire       trais     trait    trayons      traient      trair      -         trait
connaître    connais   connaît  connaissons  connaissent  connaîtr   connus    connu
paraître     parais    paraît   paraissons   paraissent   paraîtr    parus     paru
naître       nais      naît     naissons     naissent     naîtr      naquis    né
croître      croîs     croît    croissons    croissent    croîtr     crûs      crû
ccroître     ccrois    ccroît   ccroissons   ccroissent   ccroîtr    ccrus     ccru
écroître     écrois    écroît   écroissons   écroissent   écroîtr    écrus     écru
mettre       mets      met      mettons      mettent      mettr      mis       mis
battre       bats      bat      battons      battent      battr      battis    battu
prendre      prends    prend    prenons      prennent     prendr     pris      pris
indre        ins       int      ignons       ignent       indr       ignis     int
soudre       sous      sout     solvons      solvent      soudr      solus     sous
résoudre     résous    résout   résolvons    résolvent    résoudr    résolus   résolu
coudre       couds     coud     cousons      cousent      coudr      cousis    cousu
moudre       mouds     moud     moulons      moulent      moudr      moulus    moulu
rompre       romps     rompt    rompons      rompent      rompr      rompis    rompu
vaincre      vaincs    vainc    vainquons    vainquent    vaincr     vainquis  vaincu
suivre       suis      suit     suivons      suivent      suivr      suivis    suivi
vivre        vis       vit      vivons       vivent       vivr       vécus     vécu
clure        clus      clut     cluons       cluent       clur       clus      clu
inclure      inclus    inclut   incluons     incluent     inclur     inclus    inclus
clore        clos      clôt     closons      closent      clor       -         clos
enir         iens      ient     enons        iennent      iendr      ins       enu
quérir       quiers    quiert   quérons      quièrent     querr      quis      quis
courir       cours     court    courons      courent      courr      courus    couru
mourir       meurs     meurt    mourons      meurent      mourr      mourus    mort
partir       pars      part     partons      partent      partir     partis    parti
sortir       sors      sort     sortons      sortent      sortir     sortis    sorti
mentir       mens      ment     mentons      mentent      mentir     mentis    menti
sentir       sens      sent     sentons      sentent      sentir     sentis    senti
repentir     repens    repent   repentons    repentent    repentir   repentis  repenti
servir       sers      sert     servons      servent      servir     servis    servi
dormir       dors      dort     dormons      dorment      dormir     dormis    dormi
vêtir        vêts      vêt      vêtons       vêtent       vêtir      vêtis     vêtu
fuir         fuis      fuit     fuyons       fuient       fuir       fuis      fui
bouillir     bous      bout     bouillons    bouillent    bouillir   bouillis  bouilli
haïr         hais      hait     haïssons     haïssent     haïr       haïs      haï
ouvrir       ouvre     ouvre    ouvrons      ouvrent      ouvrir     ouvris    ouvert
ffrir        ffre      ffre     ffrons       ffrent       ffrir      ffris     ffert
cueillir     cueille   cueille  cueillons    cueillent    cueiller   cueillis  cueilli
saillir      saille    saille   saillons     saillent     saillir    saillis   sailli
faillir      faille   faille   faillons     faillent     faillir    faillis   failli
voir         vois      voit     voyons       voient       verr       vis       vu
prévoir      prévois   prévoit  prévoyons    prévoient    prévoir    prévis    prévu
pourvoir     pourvois  pourvoit pourvoyons   pourvoient   pourvoir   pourvus   pourvu
=devoir      dois      doit     devons       doivent      devr       dus       dû
cevoir       çois      çoit     cevons       çoivent      cevr       çus       çu
=mouvoir     meus      meut     mouvons      meuvent      mouvr      mus       mû
mouvoir      meus      meut     mouvons      meuvent      mouvr      mus       mu
=pouvoir     peux      peut     pouvons      peuvent      pourr      pus       pu!        puiss
=vouloir     veux      veut     voulons      veulent      voudr      voulus    voulu      veuill~
=savoir      sais      sait     savons       savent       saur       sus       su         sach
valoir       vaux      vaut     valons       valent       vaudr      valus     valu       vaill~
prévaloir    prévaux   prévaut  prévalons    prévalent    prévaudr   prévalus  prévalu
=falloir     -         faut     fallons      fallent      faudr      fallus    fallu!     faill
=pleuvoir    -         pleut    pleuvons     pleuvent     pleuvr     plus      plu!
choir        chois     choit    choyons      choient      choir      chus      chu
asseoir      assieds   assied   asseyons     asseyent     assiér     assis     assis
asseoir      assois    assoit   assoyons     assoient     assoir     assis     assis
surseoir     sursois   sursoit  sursoyons    sursoient    surseoir   sursis    sursis
"""

# What no principal part gives.
_DITES, _FAITES = "dis dis dit disons dites disent", "fais fais fait faisons faites font"
_IRREGULAR: dict[str, dict[tuple[Form, ...], str]] = {
    "=être": {
        _PRESENT: "suis es est sommes êtes sont",
        _SUBJUNCTIVE: "sois sois soit soyons soyez soient",
        _IMPERATIVE: "sois soyons soyez",
    },
    "=avoir": {
        _PRESENT: "ai as a avons avez ont",
        _SUBJUNCTIVE: "aie aies ait ayons ayez aient",
        _IMPERATIVE: "aie ayons ayez",
        _GERUND: "ayant",
    },
    "=aller": {_PRESENT: "vais vas va allons allez vont", _IMPERATIVE: "va allons allez"},
    "faire": {_PRESENT: _FAITES, _IMPERATIVE: "fais faisons faites"},
    "=dire": {_PRESENT: _DITES, _IMPERATIVE: "dis disons dites"},
    "=redire": {_PRESENT: _DITES.replace("d", "red"), _IMPERATIVE: "redis redisons redites"},
    "=savoir": {_IMPERATIVE: "sache sachons sachez", _GERUND: "sachant"},
    "=vouloir": {_IMPERATIVE: "veuille veuillons veuillez"},
    "=pouvoir": {_IMPERATIVE: "- - -"},
    "soudre": {_PARTICIPLE: "sous sous soute soutes"},
}
_REGULAR_IR = frozenset({"asservir", "assortir", "impartir", "répartir"})  # not like servir, sortir, partir

# -eler and -eter: these double (appelle), those take a grave (achète), the others are written both ways.
_DOUBLING = re.compile(r"r?appeler|.*jeter")
_GRAVE = re.compile(
    r"(?:r?ach|hal|fur|croch|cors)eter|(?:(?:dé|con|sur)?g|p|mod|re?mod|mart|dé?c|rec|c|cis|démant|écart)eler"
)
_ACUTE_ER = re.compile(r"(.*)é([^aeiouyéèêâîôûëïü]|[bcdfgptv][lr]|ch|gn|gu|qu|th)er")
_MUTE_ER = re.compile(r"(.*)e([bcdfgklmnprstvz]|vr|gr)er")
_INFINITIVE_SHAPE = re.compile(r"[a-zàâçéèêëîïôöùûüœæ-]+(?:er|[iï]r|re)")

_BY_ENDING: dict[str, list[list[str]]] = defaultdict(list)
for _row in filter(None, _ROWS.splitlines()):
    _BY_ENDING[_row.split()[0]].append(_row.split()[1:])


def _principal_parts(verb: str) -> tuple[str, list[list[str]]]:
    """The ending of the table that `verb` follows ("" if regular) and its usages, each a row of principal parts."""
    if "=" + verb in _BY_ENDING:
        return "=" + verb, _BY_ENDING["=" + verb]
    root = verb[:-2]
    if not verb.endswith("er") and verb not in _REGULAR_IR:
        for length in range(len(verb), 3, -1):
            if verb[-length:] in _BY_ENDING:
                prefix = verb[:-length]
                rows = _BY_ENDING[verb[-length:]]
                return verb[-length:], [[c if c == "-" else prefix + c for c in row] for row in rows]
    if verb.endswith("er"):
        return "", _first_group(verb)
    if verb.endswith("ir") and not verb.endswith("oir"):
        return "", [[f"{root}is", f"{root}it", f"{root}issons", f"{root}issent", f"{root}ir", f"{root}is", f"{root}i"]]
    if verb.endswith("dre"):
        return "", [[f"{root}s", root, f"{root}ons", f"{root}ent", f"{root}r", f"{root}is", f"{root}u"]]
    raise ValueError(f"{verb!r}: no French verb is conjugated like this")


def _first_group(verb: str) -> list[list[str]]:
    """Principal parts of a verb in -er: its stem before a mute e, before a or o, and elsewhere."""
    stem = verb[:-2]
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    if acute := _ACUTE_ER.fullmatch(verb):
        grave = f"{acute[1]}è{acute[2]}"
        stems = [(grave, f"{stem}er"), (grave, f"{grave}er")]
    elif (mute := _MUTE_ER.fullmatch(verb)) and not verb.endswith(("eler", "eter")):
        stems = [(f"{mute[1]}è{mute[2]}", f"{mute[1]}è{mute[2]}er")]
    elif mute:
        double, grave = stem + stem[-1], f"{mute[1]}è{mute[2]}"
        written = [grave] if _GRAVE.fullmatch(verb) else [double] if _DOUBLING.fullmatch(verb) else [double, grave]
        stems = [(s, f"{s}er") for s in written]
    elif verb.endswith("envoyer"):
        stems = [(stem[:-1] + "i", stem[:-2] + "err")]
    elif verb.endswith(("ayer", "oyer", "uyer")):
        stems = [(s, f"{s}er") for s in ([stem[:-1] + "i", stem] if verb.endswith("ayer") else [stem[:-1] + "i"])]
    else:
        stems = [(stem, f"{stem}er")]
    return [[f"{s}e", f"{s}e", f"{soft}ons", f"{s}ent", future, f"{soft}ai", f"{stem}é"] for s, future in stems]


def _agree(participle: str) -> list[str]:
    """The participle in the order of `_PARTICIPLE`; one that never agrees has only its first form."""
    if participle.endswith("!"):
        return [participle[:-1], "-", "-", "-"]
    bare = re.sub("(?<=[dmr])û$", "u", participle)  # dû, mû, crû: due, mus
    return [participle, bare if bare.endswith("s") else f"{bare}s", f"{bare}e", f"{bare}es"]


def _paradigm(verb: str, row: list[str]) -> dict[tuple[Form, ...], list[str]]:
    """Analyses and their forms, in one order, from the principal parts."""
    je, il, nous, ils, future, past, participle, *rest = row
    plural = nous.removesuffix("ons")
    hard = verb[:-2] if verb.endswith(("cer", "ger")) else plural  # e, i: no need of ç or ge
    subjunctive = rest[0] if rest else ils.removesuffix("ent")
    weak = hard if not rest or subjunctive.endswith("~") else subjunctive
    subjunctive = subjunctive.removesuffix("~")
    tu = f"{je}s" if je.endswith("e") else je
    parts = {
        _PRESENT: [je, tu, il, nous, f"{hard}ez", ils],
        _IMPERFECT: [(hard if e.startswith("i") else plural) + e for e in _IMPERFECT_ENDINGS],
        _FUTURE: [future + e for e in _FUTURE_ENDINGS],
        _CONDITIONAL: [future + e for e in _IMPERFECT_ENDINGS],
        _SUBJUNCTIVE: [
            *(subjunctive + e for e in ("e", "es", "e")), f"{weak}ions", f"{weak}iez", f"{subjunctive}ent"
        ],
        _IMPERATIVE: [tu.removesuffix("s") if tu.endswith("es") else tu, nous, f"{hard}ez"],
        _PARTICIPLE: _agree(participle),
        _GERUND: [f"{plural}ant"],
        _INFINITIVE: [verb],
    }  # fmt: skip
    ending = next((e for e in _PAST_ENDINGS if past.endswith(e)), None)
    if ending:
        stem, (simple, imperfect) = past.removesuffix(ending), _PAST_ENDINGS[ending]
        parts[_PAST] = [(hard if e == "èrent" else stem) + e for e in simple]  # lança but lancèrent
        parts[_SUBJUNCTIVE_IMPERFECT] = [stem + e for e in imperfect]
    return parts


def conjugate(infinitive: str) -> dict[str, frozenset[Form]]:
    """Every one-word form of a French verb, lower-case NFC, with its analyses.

    `infinitive` is lower-case, without a pronoun (« réjouir », not « se réjouir »). Both spellings of a form are
    given where both are in use (paie/paye, cédera/cèdera, paraît/parait). A verb that is only impersonal (falloir)
    has only its third person. Raises `ValueError` for what is not an infinitive.

    >>> sorted(form.mood for form in conjugate("prédire")["prédit"])
    ['indicative', 'indicative', 'participle']
    """
    verb = unicodedata.normalize("NFC", infinitive)
    if not _INFINITIVE_SHAPE.fullmatch(verb):
        raise ValueError(f"{infinitive!r} is not an infinitive: give one lower-case word in -er, -ir, -oir or -re")
    ending, rows = _principal_parts(verb)
    prefix = verb.removesuffix(ending.lstrip("="))
    analyses: defaultdict[str, set[Form]] = defaultdict(set)
    for row in rows:
        paradigm = _paradigm(verb, row)
        for cells, forms in _IRREGULAR.get(ending, {}).items():
            paradigm[cells] = [f if f == "-" else prefix + f for f in forms.split()]
        for cells, words in paradigm.items():
            for cell, word in zip(cells, words, strict=True):
                if word == "-" or (row[0] == "-" and cell not in _IMPERSONAL):
                    continue
                analyses[word].add(cell)
                if ("aît" in word or "oît" in word) and not verb.startswith("croît"):
                    analyses[word.replace("aît", "ait").replace("oît", "oit")].add(cell)
    return {word: frozenset(forms) for word, forms in analyses.items()}
