import unicodedata

import pytest

from ralliement.numerals import NUMBER, Number, parse, value

VALUES = {
    "un": 1, "deux": 2, "neuf": 9, "dix": 10, "seize": 16, "dix-sept": 17, "vingt": 20, "vingt et un": 21,
    "vingt-et-une": 21, "vingt-deux": 22, "vingt deux": 22, "Trente-trois": 33, "soixante": 60,
    "soixante-et-onze": 71, "soixante-dix": 70, "soixante-dix-sept": 77, "septante": 70, "septante-deux": 72,
    "quatre-vingts": 80, "quatre-vingt-un": 81, "quatre-vingt-dix": 90, "quatre-vingt-dix-neuf": 99,
    "huitante": 80, "nonante-cinq": 95, "cent": 100, "cent un": 101, "deux cents": 200, "deux-cents": 200,
    "trois cent vingt-deux": 322, "mille": 1000, "mille deux cents": 1200, "deux mille vingt-quatre": 2024,
    "quatre-vingt mille": 80000, "deux millions": 2000000, "3 milliards": 3 * 10**9, "1,5 million": 1500000,
    "7": 7, "50": 50, "2024": 2024, "1 800": 1800, "1\u00a0800": 1800, "1\u202f800": 1800, "1.800": 1800,
    "12 345 678": 12345678,
}  # fmt: skip

APPROXIMATE = {
    "une dizaine": 10, "une douzaine": 12, "une cinquantaine": 50, "une bonne cinquantaine": 50, "trois dizaines": 30,
    "une centaine": 100, "deux centaines": 200, "un millier": 1000, "3 milliers": 3000, "une demi-douzaine": 6,
}  # fmt: skip

ORDINALS = {
    "premier": 1, "première": 1, "seconde": 2, "deuxième": 2, "quatrième": 4, "cinquième": 5, "neuvième": 9,
    "onzième": 11, "dix-septième": 17, "vingtième": 20, "vingt-et-unième": 21, "vingt-deuxième": 22,
    "quatre-vingtième": 80, "soixante-dixième": 70, "centième": 100, "deux-centième": 200, "millième": 1000,
    "11e": 11, "11ème": 11, "1er": 1, "1re": 1, "2nd": 2, "100es": 100,
}  # fmt: skip


@pytest.mark.parametrize(("text", "number"), VALUES.items())
def test_cardinals(text, number):
    assert parse(text) == Number(number)


@pytest.mark.parametrize(("text", "number"), APPROXIMATE.items())
def test_collectives_are_approximate(text, number):
    assert parse(text) == Number(number, approximate=True)


@pytest.mark.parametrize(("text", "number"), ORDINALS.items())
def test_ordinals(text, number):
    assert parse(text) == Number(number, ordinal=True)


@pytest.mark.parametrize(
    "text", ["", "organisations", "1,5", "12/03/2024", "des dizaines", "plusieurs", "deux trois", "dix vingt", "G7"]
)
def test_what_is_no_whole_number_has_no_value(text):
    assert value(text) is None


def test_nfd_is_read_as_nfc():
    assert value(unicodedata.normalize("NFD", "onzième")) == 11


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Elle compte plus de 50 organisations, dont vingt-deux universités.", ["50", "vingt-deux"]),
        ("Il réunit une cinquantaine d'entreprises et un millier d'experts.", ["une cinquantaine", "un millier"]),
        ("Une alliance de 1 800 communes", ["1 800"]),
        ("En 2019 150 pays ont signé", ["2019", "150"]),
        ("la 11e association membre, puis la douzième", ["11e", "douzième"]),
        ("L'une des entreprises d'un groupe, un géant", []),
        ("un deux-roues, le Covid-19, le G7, à Trois-Ponts", []),
        ("Des centaines d'élus et plusieurs dizaines de maires", []),
        ("une hausse de 2,5 points le 12/03/2024", []),
        ("Ils sont trente, bientôt quarante. Et 60.", ["trente", "quarante", "60"]),
        ("mille et une raisons, cent membres", ["mille et une", "cent"]),
        ("Une centaine de villes", ["Une centaine"]),
    ],
)
def test_candidates_in_a_text(sentence, found):
    assert [match[0] for match in NUMBER.finditer(sentence)] == found


def test_a_string_of_digits_that_counts_nothing_is_no_number():
    assert parse("9" * 15).value == 10**15 - 1
    assert parse("9" * 16) is None
    assert parse("9" * 5000) is None
