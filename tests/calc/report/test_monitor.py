"""The yearly monitor by hand: stock, coverage, what was agreed, and the state of a year."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.calc.report.places import capacity
from tests.conftest import Register
from woonplan.calc.number.figure import given, target
from woonplan.calc.report.monitor import (
    DEKKING,
    Coverage,
    agreed,
    coverage,
    months_old,
    off,
    states_at,
    stock,
    stock_of,
)
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.period import Period
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.gemis import Gemis
from woonplan.model.number import NO_OUTCOME, UNKNOWN, Bound, Number, exactly
from woonplan.model.parameter import Waarde
from woonplan.model.target import RuimereProgrammering

NOT_INSIDE = RuimereProgrammering.NIET_INBEGREPEN
COVER = Waarde.model_validate({"waarde": 130, "eenheid": "procent"})


def test_the_stock_of_twente_in_2020(shipped: Dataset) -> None:
    gemeenten = shipped.gebied.gemeenten
    numbers = {key: figure.low.low for key, figure in stock(shipped, gemeenten, 2020).items()}
    # 280,408 on 1-1-2020, 282,505 on 1-1-2021; 282,505 - 280,408 = 2,097.
    assert (numbers["beginstand"], numbers["eindstand"], numbers["saldo"]) == (280_408, 282_505, 2_097)
    rows = {gemeente.naam: stock_of(shipped, gemeente, 2020) for gemeente in gemeenten}
    # 500 new + 302 other - 73 demolished - 27 other + 1 correction = 703; 75,222 + 703 = 75,925.
    assert [figure.low.low for figure in rows["Enschede"].values()] == [75_222, 500, 302, 73, 27, 1, 703, 75_925]
    assert all(abs(off(row)) <= 1 for row in rows.values())


def test_the_source_is_one_off_where_it_is(shipped: Dataset) -> None:
    # Three of the 126 rows of Twente do not close.
    found = {
        (gemeente.naam, year): off(stock_of(shipped, gemeente, year))
        for year in range(2012, 2021)
        for gemeente in shipped.gebied.gemeenten
    }
    one_off = {row: abs(difference) for row, difference in found.items() if difference}
    assert one_off == {("Haaksbergen", 2014): 1, ("Twenterand", 2013): 1, ("Wierden", 2012): 1}


def test_the_stock_of_a_register_without_municipalities_is_unknown(shipped: Dataset) -> None:
    assert all(figure.low.blank for figure in stock(shipped, (), 2020).values())
    # Two years of a period, and nobody to have filled them in.
    done = delivered(shipped, (), Period(date(2018, 1, 1), date(2030, 1, 1)))
    assert done is not None
    assert (done.low.blank, done.low.unknown) == (True, 1)


def test_a_year_without_figures_is_unknown(shipped: Dataset) -> None:
    whole = stock(shipped, shipped.gebied.gemeenten, 2019 + 50)
    assert whole["saldo"].low.blank
    # Fourteen municipalities, each of that year.
    assert whole["saldo"].low.unknown == 14
    assert {(lack.gemis, lack.jaar) for lack in whole["saldo"].low.missing} == {(Gemis.OPLEVERING, 2069)}


def shares(found: Coverage) -> list[tuple[Bound | None, Bound | None]]:
    """The bounds of the share at each end of the target."""
    return [(end.low, end.high) for end in found.dekking.ends]


PLAN = (
    "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, restant: 600}\n"
    "  - {id: q, naam: Q, gemeente: Bee, planstatus: 3, restant: 500}\n"
)


def test_coverage_by_hand(register: Register) -> None:
    *_, sums = capacity(register, PLAN)
    doel = target("doel", "doel", Number(1000, 1200, known=1))
    found = coverage(doel, given("o", "opgeleverd", exactly(100)), sums, NOT_INSIDE, COVER)
    # Still to build 900 and 1,100; 1,100 homes are 122.2% and 100%.
    assert shares(found) == [(Fraction(11, 9), Fraction(11, 9)), (1, 1)]
    assert found.nodig is not None
    assert found.ruimte is not None
    # 130% of 900 is 1,170 (70 short), of 1,100 is 1,430 (330 short).
    assert [end.low for end in found.nodig.ends] == [1_170, 1_430]
    assert [end.low for end in found.ruimte.ends] == [-70, -330]


def test_over_programming_is_not_asked_for_twice(register: Register) -> None:
    *_, sums = capacity(register, PLAN)
    doel = target("doel", "doel", Number(1000, 1000, known=1))
    found = coverage(doel, None, sums, RuimereProgrammering.INBEGREPEN, COVER)
    assert shares(found)[0] == (Fraction(11, 10), Fraction(11, 10))
    assert (found.nodig, found.ruimte) == (None, None)
    assert coverage(doel, None, sums, NOT_INSIDE, None).nodig is None


def test_coverage_of_a_range_and_of_nothing_left(register: Register) -> None:
    *_, sums = capacity(register, "  - {id: r, naam: R, gemeente: Aa, planstatus: 1A, woningen: 99}\n" + PLAN)
    # 'gerealiseerd' is not known, so 0 to 99 of it is left: 1,100 to 1,199 of 1,200.
    doel = target("d", "d", exactly(1200))
    found = coverage(doel, None, sums, NOT_INSIDE, COVER)
    assert shares(found) == [(Fraction(11, 12), Fraction(1199, 1200))] * 2
    done = given("o", "opgeleverd", exactly(1200))
    assert coverage(doel, done, sums, NOT_INSIDE, COVER).dekking.ends == (NO_OUTCOME, NO_OUTCOME)
    unknown = given("o", "opgeleverd", UNKNOWN)
    assert all(end.blank for end in coverage(doel, unknown, sums, NOT_INSIDE, COVER).dekking.ends)


def test_the_wanted_cover_is_that_of_the_date() -> None:
    value = {"vanaf": "2020-11", "waarde": 120, "eenheid": "procent"}
    agenda = Agendabestand.model_validate(
        {"versie": 1, "parameters": [{"id": "plancapaciteit-dekking", "naam": "Dekking", "waarden": [value]}]}
    )
    found = agreed(agenda, DEKKING, "2021-01-01")
    assert found is not None
    assert found.waarde == 120
    assert agreed(agenda, DEKKING, "2020-01-01") is None
    assert agreed(None, DEKKING, "2021-01-01") is None


@pytest.mark.parametrize(
    ("jaar", "expected"),
    [(2018, ()), (2019, ("a",)), (2020, ("b", "c")), (2021, ("b", "c")), (2022, ("d",)), (2030, ("d",))],
)
def test_which_state_belongs_to_a_year(jaar: int, expected: tuple[str, ...]) -> None:
    # `2021` is 1-1-2021, the end of 2020; a state in the course of a year is of that year's end at the earliest.
    states = [("2020-01-01", "a"), ("2021", "b"), ("2021-01-01", "c"), ("2022-07-01", "d")]
    assert states_at(states, jaar) == expected


@pytest.mark.parametrize(
    ("peildatum", "months"),
    [("2021", 0), ("2021-01-01", 0), ("2020-12-31", 0), ("2020-12-01", 1), ("2020-01-01", 12), ("2021-03", -2)],
)
def test_how_old_a_state_is(peildatum: str, months: int) -> None:
    assert months_old(peildatum, 2020) == months
