"""Bad gemeenten.yaml: each one finding, at its line and column, with what to do."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, Register

# Lines of GEMEENTEN: 3 bronnen, 5 opgaven, 10 tellingen, 12 uitspraken, 14 gemeenten, 15 Aa, 16 Bee.
BRON = "  - {id: nota, titel: Nota wonen, kort: Nota}\n"
TELLING = "      - {id: tien, van: 2020-01-01, tot: 2030-01-01, standaard: true}\n"
AMBITIE = "      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Dal, woningen_min: 1000, woningen_max: 1200}\n"
BEE = "  - {naam: Bee, code: GM0002}\n"

SET = """\
  - id: tweede
    naam: Tweede
    standaard: true
    tellingen:
      - {id: tien, van: 2020, tot: 2030, standaard: true}
    uitspraken: []
"""

CASES = [
    ("a document twice", BRON, BRON + "  - {id: nota, titel: B}\n", "WP202", (5, 10), "eigen naam"),
    (
        "a set twice",
        "gemeenten:\n",
        SET.replace("tweede", "nota").replace("true\n    t", "false\n    t") + "gemeenten:\n",
        "WP202",
        (14, 9),
        "eigen naam",
    ),
    (
        "a reading twice",
        TELLING,
        TELLING + "      - {id: tien, van: 2021, tot: 2030}\n",
        "WP202",
        (12, 14),
        "eigen naam",
    ),
    (
        "a statement twice",
        AMBITIE,
        AMBITIE + "      - {id: ambitie, soort: tempo, regio: Dal, woningen: 1}\n",
        "WP202",
        (14, 14),
        "eigen id",
    ),
    ("a name twice", BEE, "  - {naam: aa, code: GM0002}\n", "WP202", (16, 12), "eigen namen"),
    ("a code twice", BEE, "  - {naam: Bee, code: GM0001}\n", "WP202", (16, 23), "eigen code"),
    ("an alias twice", BEE, "  - {naam: Bee, code: GM0002, aliassen: [Aa]}\n", "WP202", (16, 42), "eigen namen"),
    (
        "a definition twice",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A], zacht: []}\n  - {id: d, naam: D, hard: [1A], zacht: []}\n"
        "gemeenten:\n",
        "WP202",
        (16, 10),
        "eigen naam",
    ),
    (
        "a status that does not exist",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A, 1Z], zacht: []}\ngemeenten:\n",
        "WP216",
        (15, 33),
        "1A",
    ),
    (
        "a class instead of a status",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A, zacht], zacht: []}\ngemeenten:\n",
        "WP216",
        (15, 33),
        "Kies uit",
    ),
    (
        "a status in two classes",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A], zacht: [1A]}\ngemeenten:\n",
        "WP216",
        (15, 42),
        "een van de drie",
    ),
    ("an unknown document", "    bron: nota\n", "    bron: notta\n", "WP203", (9, 11), "Bedoelt u 'nota'?"),
    (
        "an unknown document of a municipality",
        BEE,
        "  - {naam: Bee, code: GM0002, bron: zzz}\n",
        "WP203",
        (16, 37),
        "bronnen",
    ),
    (
        "an unknown municipality",
        "regio: Dal, woningen_min",
        "gemeente: Beee, woningen_min",
        "WP201",
        (13, 65),
        "Bedoelt u 'Bee'?",
    ),
    ("no set is the default", "    standaard: true\n", "", "WP211", (5, 1), "standaard: true"),
    ("two sets are the default", "gemeenten:\n", SET + "gemeenten:\n", "WP211", (5, 1), "standaard: true"),
    ("no reading is the default", "2030-01-01, standaard: true", "2030-01-01", "WP211", (10, 5), "standaard: true"),
    (
        "two readings are the default",
        TELLING,
        TELLING + "      - {id: elf, van: 2020, tot: 2031, standaard: true}\n",
        "WP211",
        (10, 5),
        "standaard: true",
    ),
    ("no reading at all", "    tellingen:\n" + TELLING, "    tellingen: []\n", "WP211", (10, 5), "standaard: true"),
    ("a period that ends before it starts", "tot: 2030-01-01", "tot: 2019-12-31", "WP312", (11, 42), "eerste dag"),
    ("an empty period", "tot: 2030-01-01", "tot: 2020", "WP312", (11, 42), "eerste dag"),
    (
        "two areas",
        "regio: Dal, woningen_min",
        "regio: Dal, gemeente: Aa, woningen_min",
        "WP205",
        (13, 14),
        "precies een",
    ),
    ("no area", "regio: Dal, woningen_min", "woningen_min", "WP205", (13, 14), "precies een"),
    (
        "two statements in use",
        AMBITIE,
        AMBITIE + "      - {id: b, soort: ambitie, gebruikt: true, regio: Dal, woningen: 1}\n",
        "WP212",
        (14, 43),
        "een van de twee",
    ),
    ("bounds the wrong way round", "woningen_max: 1200", "woningen_max: 900", "WP301", (13, 81), "Wissel"),
    ("a number and a bound", "woningen_max: 1200", "woningen: 900", "WP302", (13, 81), "onder- en bovengrens"),
    (
        "a share of nothing",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, teller: 1, noemer: 3}\n",
        "WP214",
        (14, 14),
        "van_uitspraak",
    ),
    (
        "a share of what does not exist",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, van_uitspraak: x, teller: 1, noemer: 3}\n",
        "WP214",
        (14, 14),
        "van_uitspraak",
    ),
    (
        "a share of itself",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, van_uitspraak: d, teller: 1, noemer: 3}\n",
        "WP214",
        (14, 14),
        "zelf geen aandeel",
    ),
    (
        "a share with denominator 0",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: aandeel, regio: Dal, van_uitspraak: ambitie, teller: 1, noemer: 0}\n",
        "WP214",
        (14, 14),
        "van_uitspraak",
    ),
    (
        "parts of a share without one",
        AMBITIE,
        AMBITIE + "      - {id: d, soort: tempo, regio: Dal, woningen: 1, noemer: 3}\n",
        "WP214",
        (14, 24),
        "soort: aandeel",
    ),
    ("a code that is none", "code: GM0002", "code: 2", "WP110", (16, 23), "GM0153"),
    (
        "a year of two digits",
        BEE,
        "  - {naam: Bee, code: GM0002, voorraad: {20: {}}}\n",
        "WP110",
        (16, 42),
        "vier cijfers",
    ),
    ("another version", "versie: 1", "versie: 2", "WP104", (1, 9), "1"),
]


@pytest.mark.parametrize(("old", "new", "code", "place", "hint"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_one_finding_at_its_place(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    assert GEMEENTEN.count(old) == 1
    loaded = register(gemeenten=GEMEENTEN.replace(old, new), kop="versie: 1\npeildatum: 2020\n")
    assert loaded.dataset is None
    findings = [f for f in loaded.findings if f.code != "WP102"]
    assert [f.code for f in findings] == [code]
    (finding,) = findings
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == place
    assert hint in finding.hint


YEAR = "      {}: {{beginstand: {}, nieuwbouw: {}, overige_toevoeging: 0, sloop: 1, overige_onttrekking: 2, correctie: 0, saldo: {}, eindstand: {}}}\n"  # noqa: E501 - one row of the table


def stock(register: Register, *years: tuple[int, int, int, int, int], control: str = "") -> list[tuple[str, int]]:
    """Findings (code and line) of municipality Bee with these rows: year, opening, new, net, closing."""
    rows = "".join(YEAR.format(*year) for year in years)
    text = GEMEENTEN.replace(BEE, f"  - naam: Bee\n    code: GM0002\n    voorraad:\n{rows}")
    loaded = register(gemeenten=text + control, kop="versie: 1\npeildatum: 2020\n")
    return [(f.code, f.place.line if f.place else 0) for f in loaded.findings]


# 10 new - 1 demolished - 2 withdrawn = 7; opening 100, so closing 107. The first row is on line 19.
@pytest.mark.parametrize(
    ("end", "codes"), [(107, []), (106, []), (108, []), (105, [("WP310", 19)]), (109, [("WP310", 19)])]
)
def test_stock_closes_within_one(register: Register, end: int, codes: list[tuple[str, int]]) -> None:
    assert stock(register, (2019, 100, 10, 7, end)) == codes


def test_mutations_add_up_exactly(register: Register) -> None:
    assert stock(register, (2019, 100, 11, 7, 107)) == [("WP310", 19)]


def test_a_year_begins_where_the_year_before_ended(register: Register) -> None:
    assert stock(register, (2019, 100, 10, 7, 107), (2020, 107, 10, 7, 114)) == []
    assert stock(register, (2019, 100, 10, 7, 107), (2020, 108, 10, 7, 115)) == [("WP310", 20)]
    # A year in between is missing: nothing to compare with.
    assert stock(register, (2018, 100, 10, 7, 107), (2020, 108, 10, 7, 115)) == []
    # The order of the lines does not matter.
    assert stock(register, (2020, 108, 10, 7, 115), (2019, 100, 10, 7, 107)) == [("WP310", 19)]


def test_control_totals_per_year(register: Register) -> None:
    # 3 new - 1 - 2 = 0, so Aa keeps its 50 homes.
    aa = f"  - naam: Aa\n    code: GM0001\n    voorraad:\n{YEAR.format(2019, 50, 3, 0, 50)}"
    rows = YEAR.format(2019, 100, 10, 7, 107)
    bee = f"  - naam: Bee\n    code: GM0002\n    voorraad:\n{rows}"
    head = GEMEENTEN.partition("gemeenten:\n")[0] + "gemeenten:\n" + aa + bee

    def codes(control: str) -> list[tuple[str, str]]:
        text = f"{head}controle:\n  - {{{control}}}\n"
        found = register(gemeenten=text, kop="versie: 1\npeildatum: 2020\n").findings
        return [(f.code, f.message) for f in found]

    # 50 + 107 = 157.
    assert codes("jaar: 2019, eindstand: 157") == []
    assert codes("jaar: 2019, eindstand: 159, tolerantie: 2") == []
    ((code, message),) = codes("jaar: 2019, eindstand: 160, tolerantie: 2")
    assert code == "WP311"
    assert "tellen op tot 157, de bron geeft 160" in message
    ((code, message),) = codes("jaar: 2020, eindstand: 157")
    assert code == "WP311"
    assert message == "controle 2020: geen voorraad voor 'Aa', 'Bee'"


def test_findings_of_both_files_in_one_run_sorted(register: Register) -> None:
    loaded = register(
        "  - {id: a, naam: A, gemeente: Cee, woningen: 2.000}\n  - {id: b, naam: B, gemeente: Cee}\n",
        gemeenten=GEMEENTEN.replace("tot: 2030-01-01", "tot: 2019").replace("    bron: nota\n", "    bron: x\n"),
    )
    places = [(f.code, f.place.file.rpartition("/")[2], f.place.line) for f in loaded.findings if f.place]
    assert places == [
        ("WP203", "gemeenten.yaml", 9),
        ("WP312", "gemeenten.yaml", 11),
        ("WP103", "plannen.yaml", 6),
        ("WP201", "plannen.yaml", 7),
    ]
