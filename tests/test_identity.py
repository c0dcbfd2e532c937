import csv
import itertools
import random
from pathlib import Path

import pytest

from ralliement.identity import Correction, Local, identify

# Names of one line are one organisation; a name may come with its kind.
SAME = """
Société Altéo | Société Alteo | SOCIÉTÉ ALTÉO | la société Altéo
Red-Brick | RedBrick | Red Brick
Université de Tavast (university) | Tavast (university) | Tavast University
fondation Brunel | Brunel Foundation | la Fondation Brunel
Delmas Technology | Delmas Technologies
Groupe Orvel | Orvel | Orvel Group
L’Écho du Nord | L'Echo du Nord
Orvel SA | Orvel
P.S.T. | PST
Fédération nationale des horlogers | Fédération nationale des horloger
Dupuis & Fils | Dupuis et Fils
"""
# No two names of a line are one organisation.
APART = """
CFDT | CFTC | CFDP
Université de Lille (university) | Université de Lyon (university) | Lille (sports)
Crédit agricole Nord | Crédit agricole Nord-Est
Université Paris 1 (university) | Université Paris 2 (university)
Union des brasseurs | Union des brasseuses du Nord
fondation Brunel | Brunel (company)
Parti républicain | Parti radical
Sud Énergie | Sud Énergies Marines
"""


def local(name, article="a", label="ORG", aliases=(), kind=None, entity=None):
    return Local(article, entity or name, label, name, tuple(aliases), kind)


def cases(lines):
    for line in lines.strip().splitlines():
        names = []
        for number, cell in enumerate(line.split(" | ")):
            name, _, kind = cell.rstrip(")").partition(" (")
            names.append(local(name, article=f"a{number}", kind=kind or None))
        yield pytest.param(names, id=line)


def ids(locals_, corrections=()):
    found = {(place.article_id, place.entity): place.id for place in identify(locals_, corrections).places()}
    return [found[one.article_id, one.entity] for one in locals_]


def entities(locals_, corrections=()):
    return list(identify(locals_, corrections).entities())


@pytest.mark.parametrize("names", list(cases(SAME)))
def test_spellings_of_one_name_are_one(names):
    assert len(set(ids(names))) == 1


@pytest.mark.parametrize("names", list(cases(APART)))
def test_names_that_look_alike_stay_apart(names):
    assert len(set(ids(names))) == len(names)


def test_an_acronym_is_the_name_that_an_article_gives_beside_it():
    both = local("Parti des horlogers", "a1", aliases=["PDH"])
    assert len(set(ids([both, local("PDH", "a2"), local("Parti des horlogers", "a3")]))) == 1
    assert len(set(ids([local("PDH", "a2"), local("Parti des horlogers", "a3")]))) == 2


def test_an_acronym_of_two_names_merges_neither():
    one = local("Parti des horlogers", "a1", aliases=["PDH"])
    other = local("Pôle des hydrologues", "a2", aliases=["PDH"])
    found = ids([one, other, local("PDH", "a3")])
    assert len(set(found)) == 3


def test_known_aliases_merge_without_evidence():
    assert len(set(ids([local("Nasa", "a1"), local("NASA", "a2")]))) == 1
    assert len(set(ids([local("Anase", "a1"), local("ASEAN", "a2")]))) == 1


def test_the_canonical_name_is_the_full_one_and_the_others_are_aliases():
    [entity] = entities([local("PDH", "a2"), local("PDH", "a3"), local("Parti des horlogers", "a1", aliases=["PDH"])])
    assert (entity.id, entity.name, entity.aliases) == ("org:parti-des-horlogers", "Parti des horlogers", ["PDH"])


def test_the_kind_is_the_one_most_articles_give_and_an_alliance_is_one():
    kinds = ["company", None, "company", "media"]
    [entity] = entities([local("Altéo", f"a{i}", kind=kind) for i, kind in enumerate(kinds)])
    assert entity.kind == "company"
    [entity] = entities([local("Altéo", f"a{i}", kind=kind) for i, kind in enumerate([*kinds, "alliance"])])
    assert entity.kind == "alliance"


def test_people_are_one_by_their_full_name_only():
    people = ["Inès Moreau", "Ines Moreau", "Inès Moreaux", "Jean-Luc Moreau", "Jean Luc Moreau", "Moreau"]
    found = ids([local(name, f"a{i}", label="PER") for i, name in enumerate(people)])
    assert found[0] == found[1] == "per:ines-moreau"
    assert found[3] == found[4] == "per:jean-luc-moreau"
    assert len(set(found)) == 4


def test_a_person_and_an_organisation_of_one_name_are_two():
    assert ids([local("Marcel Orvel", "a1"), local("Marcel Orvel", "a2", label="PER")]) == [
        "org:marcel-orvel",
        "per:marcel-orvel",
    ]


def test_no_two_have_one_id():
    kinds = ["company", "university"]
    locals_ = [local("Orvel", f"a{i}", kind=kind) for i, kind in enumerate(kinds)] + [local("Orvel 2", "a3")]
    assert ids(locals_) == ["org:orvel", "org:orvel.2", "org:orvel-2"]


def test_order_changes_nothing():
    everyone = [one for lines in (SAME, APART) for case in cases(lines) for one in case.values[0]]
    everyone = [Local(f"{i}", one.entity, one.label, one.name, one.aliases, one.kind) for i, one in enumerate(everyone)]
    expected = entities(everyone), dict(zip(everyone, ids(everyone), strict=True))
    for seed in range(5):
        shuffled = random.Random(seed).sample(everyone, len(everyone))
        assert (entities(shuffled), dict(zip(shuffled, ids(shuffled), strict=True))) == expected


def test_an_analyst_merges_what_looks_apart_and_keeps_its_name():
    orvel, blue = local("Orvel", "a1"), local("la Grande bleue", "a2")
    [entity] = entities([orvel, blue], [Correction("Grande bleue", "Orvel")])
    assert (entity.id, entity.name, entity.aliases) == ("org:orvel", "Orvel", ["la Grande bleue"])


def test_an_analyst_sets_apart_what_looks_the_same():
    one, other = local("Delmas Technology", "a1"), local("Delmas Technologies", "a2")
    apart = Correction("Delmas Technologies", "Delmas Technologies")
    assert len(entities([one, other])) == 1
    assert len(entities([one, other], [apart])) == 2


def test_an_analyst_tells_two_of_one_name_by_their_articles():
    armors = [local("Cuirasse", article) for article in ("a1", "a2", "a3")]
    found = ids(armors, [Correction("Cuirasse", "Cuirasse Recyclage", "a2")])
    assert found == ["org:cuirasse", "org:cuirasse-recyclage", "org:cuirasse"]
    people = [local("Jean Orvel", article, label="PER") for article in ("a1", "a2")]
    assert len(entities(people, [Correction("Jean Orvel", "Jean Orvel (maire)", "a2")])) == 2


def gold():
    with (Path(__file__).parent / "data" / "identity.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        person = row["kind"] == "PER"
        aliases = [row["aliases"]] if row["aliases"] else []
        kind = None if person else row["kind"] or None
        yield row, local(row["name"], f"a{number:03}", "PER" if person else "ORG", aliases, kind)


def test_variants_of_a_gold_are_merged_and_its_traps_are_not():
    rows, locals_ = zip(*gold(), strict=True)
    assert len(rows) >= 150
    found = ids(list(locals_))
    pairs = list(itertools.combinations(range(len(rows)), 2))
    wanted = {(i, j) for i, j in pairs if rows[i]["who"] == rows[j]["who"]}
    given = {(i, j) for i, j in pairs if found[i] == found[j]}
    trapped = [
        (rows[i]["name"], rows[j]["name"]) for i, j in given - wanted if rows[i]["trap"] == rows[j]["trap"] != ""
    ]
    assert not trapped
    f1 = 2 * len(wanted & given) / (len(wanted) + len(given))
    missed = sorted({(rows[i]["name"], rows[j]["name"]) for i, j in wanted - given})
    wrong = sorted({(rows[i]["name"], rows[j]["name"]) for i, j in given - wanted})
    assert f1 >= 0.97, (missed, wrong)
