"""What was delivered since the start of the period, from the stock figures."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Register
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import Question
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.period import Period
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.gemis import ALL_KNOWN, Gemis, Lack, Missing
from woonplan.model.number import Bound, Way

YEAR = (
    "      {0}: {{beginstand: {1}, nieuwbouw: {2}, overige_toevoeging: 0, sloop: 0, overige_onttrekking: 0, "
    "correctie: 0, saldo: {2}, eindstand: {3}}}\n"
)


def stock(**years: int) -> str:
    text, homes = "", 100
    for year, net in years.items():
        text += YEAR.format(year[1:], homes, net, homes + net)
        homes += net
    return text


def gemeenten(van: str = "2020-01-01", tot: str = "2024-01-01") -> str:
    return (
        "versie: 1\nregio: {naam: Dal, provincie: Veld}\n"
        "bronnen:\n  - {id: nota, titel: Nota}\n  - {id: cbs, titel: Voorraad}\n"
        "opgaven:\n  - id: nota\n    naam: Nota\n    standaard: true\n    bron: nota\n    tellingen:\n"
        f"      - {{id: eerste, van: {van}, tot: {tot}, standaard: true}}\n"
        "      - {id: later, van: 2022-01-01, tot: 2024-01-01}\n"
        "    uitspraken:\n      - {id: doel, soort: ambitie, gebruikt: true, regio: Dal, woningen: 50}\n"
        "voorraadbron: {bron: cbs, vindplaats: kolom saldo}\n"
        "gemeenten:\n"
        "  - naam: Aa\n    code: GM0001\n    voorraad:\n" + stock(y2020=10, y2021=11, y2022=12, y2023=13, y2024=14)
        # Bee has no figure for 2021.
        + "  - naam: Bee\n    code: GM0002\n    voorraad:\n" + stock(y2020=1, y2022=3, y2023=4)
    )  # fmt: skip


def done(register: Register, peildatum: str, *, telling: str | None = None, **period: str) -> Figure | None:
    kop = f"versie: 1\npeildatum: {peildatum}\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    plan = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 5}\n"
    loaded = register(plan, gemeenten=gemeenten(**period), kop=kop)
    assert loaded.dataset is not None
    return balance(View(loaded.dataset, Question(telling=telling))).gerealiseerd


BEE_2021 = frozenset({Lack(Gemis.OPLEVERING, "Bee", 2021)})


def number(figure: Figure | None) -> tuple[Bound | None, Bound | None, Missing] | None:
    if figure is None:
        return None
    homes = figure.low
    assert figure.high == homes
    # What nobody counted may be more or less than nothing.
    assert homes.way is (Way.BOTH if homes.missing else Way.NONE)
    return homes.low, homes.high, homes.missing


@pytest.mark.parametrize(
    ("peildatum", "expected"),
    [
        # No time has passed: nothing to add, which is not 0 and not unknown.
        ("2019-06-01", None),
        ("2020-01-01", None),
        ("2020", None),
        # Whole years: Aa 10 and Bee 1; then Aa 11, and Bee unknown in 2021; then 12 + 3.
        ("2021-01-01", (11, 11, ALL_KNOWN)),
        ("2022-01-01", (22, 22, BEE_2021)),
        ("2023-01-01", (37, 37, BEE_2021)),
        # A month and a year are read as their first day.
        ("2021", (11, 11, ALL_KNOWN)),
        ("2021-01", (11, 11, ALL_KNOWN)),
        # Of a part of a year it is nothing to all that was built in it.
        ("2020-07-01", (0, 11, ALL_KNOWN)),
        ("2021-07", (11, 22, BEE_2021)),
        ("2022-12-31", (22, 37, BEE_2021)),
        # The period ends on 1-1-2024: 2020 to 2023, and nothing of 2024 (14 in Aa).
        ("2024-01-01", (54, 54, BEE_2021)),
        ("2025-06-01", (54, 54, BEE_2021)),
    ],
)
def test_delivered(register: Register, peildatum: str, expected: tuple[int, int, Missing] | None) -> None:
    assert number(done(register, peildatum)) == expected


def test_a_part_of_a_year_may_be_all_that_went_or_all_that_came(shipped: Dataset) -> None:
    enschede, haaksbergen = (shipped.gemeente(name) for name in ("Enschede", "Haaksbergen"))
    assert enschede is not None
    assert haaksbergen is not None
    half = Period(date(2019, 7, 1), date(2030, 1, 1))
    # On 1-1-2020 half of 2019 has passed. Enschede: 207 + 46 went, 534 + 348 came, and a correction of 5.
    assert number(delivered(shipped, (enschede,), half)) == (-253, 887, ALL_KNOWN)
    # The correction of Haaksbergen takes away: 4 + 25 + 1, and 82 + 35.
    assert haaksbergen.voorraad["2019"].correctie == -1
    assert number(delivered(shipped, (haaksbergen,), half)) == (-30, 117, ALL_KNOWN)


def test_a_later_reading_counts_from_its_own_start(register: Register) -> None:
    figure = done(register, "2023-01-01", telling="later")
    assert number(figure) == (15, 15, ALL_KNOWN)  # 12 + 3 in 2022; the gap of 2021 is outside
    assert figure is not None
    assert figure.label == "opgeleverd sinds 1-1-2022 (netto)"
    assert done(register, "2022-01-01", telling="later") is None


def test_a_period_that_starts_halfway_a_year(register: Register) -> None:
    # 1-7-2020 to 1-1-2021 is a part of a year, 0 to 11; 2021 is whole: 11 in Aa, unknown in Bee.
    figure = done(register, "2022-01-01", van="2020-07-01")
    assert number(figure) == (11, 22, BEE_2021)
    assert figure is not None
    assert figure.label == "opgeleverd sinds 1-7-2020 (netto)"
    assert number(done(register, "2020-10-01", van="2020-07-01")) == (0, 11, ALL_KNOWN)


def test_a_period_that_ends_halfway_a_year(register: Register) -> None:
    # 2020, and half of 2021: 0 to 11 in Aa.
    assert number(done(register, "2023-01-01", tot="2021-07-01")) == (11, 22, BEE_2021)


def test_every_year_names_its_source(register: Register) -> None:
    figure = done(register, "2022-01-01")
    assert figure is not None
    named = {part.label: part.origin for part in figure.parts}
    assert list(named) == ["Aa, 2020", "Aa, 2021", "Bee, 2020", "Bee, 2021"]
    origin = named["Aa, 2021"]
    assert origin is not None
    assert (origin.source.bron, origin.source.vindplaats) == ("cbs", "kolom saldo")
    assert origin.path == ("gemeenten", 0, "voorraad", "2021", "saldo")


def test_a_later_period_of_the_shipped_stock(shipped_2021: Dataset) -> None:
    # The state is of before the deal begins.
    assert balance(View(shipped_2021, Question(opgave="woondeal"))).gerealiseerd is None


def area(*gemeenten: str, uitspraken: str = "") -> str:
    """A register of these municipalities, with a period from 2020 on."""
    head = gemeenten_head(uitspraken)
    return head + "gemeenten:\n" + "".join(gemeenten)


def gemeenten_head(uitspraken: str) -> str:
    head = gemeenten().partition("gemeenten:\n  - naam: Aa")[0]
    return head.replace("regio: Dal, woningen: 50}\n", f"regio: Dal, woningen: 50}}\n{uitspraken}")


def municipality(name: str, code: int, fields: str = "", **years: int) -> str:
    rows = f"    voorraad:\n{stock(**years)}" if years else ""
    return f"  - naam: {name}\n    code: GM{code:04}\n{fields}{rows}"


MERGED = "    tot: 2022-01-01\n    opgegaan_in: [Nieuw]\n"
DIVIDED = "    tot: 2022-01-01\n    opgegaan_in: [Nieuw, Rest]\n"
OLD = (municipality("Aa", 1, MERGED, y2020=10, y2021=11), municipality("Bee", 2, MERGED, y2020=1, y2021=2))
NEW = municipality("Nieuw", 3, "    van: 2022-01-01\n", y2022=5)
REST = municipality("Rest", 4, y2020=100, y2021=100, y2022=100)


def since_2020(register: Register, text: str, *asked: str) -> Figure:
    loaded = register(gemeenten=text, kop="versie: 1\npeildatum: 2023-01-01\nplannen: []\n")
    assert loaded.errors == ()
    assert loaded.dataset is not None
    figure = balance(View(loaded.dataset, Question(gemeenten=asked))).gerealiseerd
    assert figure is not None
    return figure


def test_a_merger_makes_nothing_unknown(register: Register) -> None:
    # 10 + 11 + 1 + 2 before, 5 after; beside 300 of the municipality that only was there.
    text = area(*OLD, NEW, REST)
    assert since_2020(register, text).low.bounds == (329, 329, False)
    assert since_2020(register, text).low.missing == ALL_KNOWN
    assert since_2020(register, text, "Nieuw").low.bounds == (29, 29, False)
    assert since_2020(register, text, "Rest").low.bounds == (300, 300, False)


def test_one_that_was_there_already_has_what_came_to_it(register: Register) -> None:
    into = "    tot: 2022-01-01\n    opgegaan_in: [Rest]\n"
    text = area(municipality("Aa", 1, into, y2020=10, y2021=11), REST)
    assert since_2020(register, text).low.bounds == (321, 321, False)


def test_of_a_divided_one_all_counts_where_all_is_asked_and_nothing_is_known_elsewhere(register: Register) -> None:
    text = area(municipality("Aa", 1, DIVIDED, y2020=10, y2021=11), NEW, REST)
    assert since_2020(register, text).low.bounds == (326, 326, False)
    assert since_2020(register, text).low.missing == ALL_KNOWN
    for name, homes in (("Rest", 300), ("Nieuw", 5)):
        low = since_2020(register, text, name).low
        assert (low.bounds, low.way) == ((homes, homes, False), Way.BOTH)
        assert {(lack.naam, lack.jaar) for lack in low.missing} == {("Aa", 2020), ("Aa", 2021)}


def test_figures_for_years_before_it_began_are_of_the_municipality_itself(register: Register) -> None:
    new = municipality("Nieuw", 3, "    van: 2022-01-01\n", y2020=40, y2021=40, y2022=5)
    assert since_2020(register, area(*OLD, new)).low.bounds == (85, 85, False)


def test_without_figures_of_those_before_it_the_years_are_unknown(register: Register) -> None:
    low = since_2020(register, area(municipality("Aa", 1, MERGED), OLD[1], NEW)).low
    assert (low.bounds, {(lack.naam, lack.jaar) for lack in low.missing}) == (
        (8, 8, False),
        {("Aa", 2020), ("Aa", 2021)},
    )
    low = since_2020(register, area(NEW)).low
    assert {(lack.naam, lack.jaar) for lack in low.missing} == {("Nieuw", 2020), ("Nieuw", 2021)}


@pytest.mark.parametrize(("years", "homes"), [({}, 320), ({"y2021": 7}, 327)], ids=["no row", "a row of its own"])
def test_one_that_ended_within_a_year_is_in_the_figures_of_its_successor(
    register: Register, years: dict[str, int], homes: int
) -> None:
    into = "    tot: 2021-07-01\n    opgegaan_in: [Rest]\n"
    text = area(municipality("Aa", 1, into, y2020=20, **years), REST)
    low = since_2020(register, text).low
    assert (low.bounds, low.missing) == ((homes, homes, False), ALL_KNOWN)
