"""The yearly monitor by hand: stock, coverage, location, bottlenecks, key projects, and the state of a year."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.conftest import Register
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share, select
from woonplan.calc.capacity.sums import Sums
from woonplan.calc.number.figure import given, target
from woonplan.calc.question import Question
from woonplan.calc.report.bottlenecks import NIET_OPGEGEVEN, bottlenecks
from woonplan.calc.report.completeness import accounts
from woonplan.calc.report.keyprojects import key_units
from woonplan.calc.report.ladder import Ligging
from woonplan.calc.report.monitor import Coverage, by_location, coverage, months_old, states_at, stock, wanted_cover
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.period import Period
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand, Waarde
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.number import NO_OUTCOME, UNKNOWN, Bound, Number, exactly
from woonplan.model.target import RuimereProgrammering

NOT_INSIDE = RuimereProgrammering.NIET_INBEGREPEN
COVER = Waarde.model_validate({"waarde": 130, "eenheid": "procent"})


def test_the_stock_of_twente_in_2020(shipped: Dataset) -> None:
    rows, whole = stock(shipped, shipped.gebied.gemeenten, 2020)
    numbers = {key: figure.low.low for key, figure in whole.figures.items()}
    # Domain 1.3: 280,408 on 1-1-2020, 282,505 on 1-1-2021; 282,505 - 280,408 = 2,097.
    assert (numbers["beginstand"], numbers["eindstand"], numbers["saldo"]) == (280_408, 282_505, 2_097)
    enschede = next(row for row in rows if row.gemeente and row.gemeente.naam == "Enschede")
    # 500 new + 302 other - 73 demolished - 27 other + 1 correction = 703; 75,222 + 703 = 75,925.
    assert [figure.low.low for figure in enschede.figures.values()] == [75_222, 500, 302, 73, 27, 1, 703, 75_925]
    assert all(abs(row.off) <= 1 for row in rows)


def test_the_source_is_one_off_where_it_is(shipped: Dataset) -> None:
    # Domain 3: three of the 126 rows of Twente do not close.
    off = {
        (row.gemeente.naam, year): row.off
        for year in range(2012, 2021)
        for row in stock(shipped, shipped.gebied.gemeenten, year)[0]
        if row.gemeente and row.off
    }
    assert set(off) == {("Haaksbergen", 2014), ("Twenterand", 2013), ("Wierden", 2012)}
    assert {abs(difference) for difference in off.values()} == {1}


def test_the_stock_of_a_register_without_municipalities_is_unknown(shipped: Dataset) -> None:
    rows, whole = stock(shipped, (), 2020)
    assert rows == ()
    assert all(figure.low.blank for figure in whole.figures.values())
    # Two years of a period, and nobody to have filled them in.
    done = delivered(shipped, (), Period(date(2018, 1, 1), date(2030, 1, 1)))
    assert done is not None
    assert done.low == Number(unknown=2)


def test_a_year_without_figures_is_unknown(shipped: Dataset) -> None:
    _, whole = stock(shipped, shipped.gebied.gemeenten, 2019 + 50)
    assert whole.figures["saldo"].low.blank
    assert whole.figures["saldo"].low.unknown == 14


def capacity(register: Register, plans: str) -> tuple[Dataset, tuple[Contribution, ...], Sums]:
    dataset = register(plans).dataset
    assert dataset is not None
    view = View(dataset)
    return dataset, view.records, view.sums


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
    found = wanted_cover(agenda, "2021-01-01")
    assert found is not None
    assert found.waarde == 120
    assert wanted_cover(agenda, "2020-01-01") is None
    assert wanted_cover(None, "2021-01-01") is None


PLACES = """\
  - {id: in, naam: In, gemeente: Aa, planstatus: 1A, restant: 30, plantype: verdichting, knelpunten: [stikstof, nuts]}
  - {id: uit, naam: Uit, gemeente: Aa, planstatus: 3, restant: 70, plantype: uitbreiding_uitleg, knelpunten: [stikstof]}
  - {id: leeg, naam: Leeg, gemeente: Bee, planstatus: 3, restant: 5}
  - {id: op, naam: Op, gemeente: Bee, planstatus: 1A, restant: 0, knelpunten: [geen]}
  - {id: los, naam: Los, gemeente: Bee, planstatus: 1A, restant: 9, knelpunten: [nuts], telt_mee: false, reden: proef}
"""


def shares_of(register: Register, plans: str) -> list[Share]:
    dataset, records, _ = capacity(register, plans)
    return select(dataset, records, Question())


def known(homes: Number) -> tuple[int | None, int]:
    return homes.low, homes.unknown


def test_inside_outside_and_unknown_apart(register: Register) -> None:
    found = by_location(shares_of(register, PLACES))
    hard = {place: known(sums.hard.low) for place, sums in found.items()}
    zacht = {place: known(sums.zacht.low) for place, sums in found.items()}
    # Leeg (soft) may lie on either side; Op has nothing left to lie anywhere.
    assert hard == {Ligging.BINNEN: (30, 0), Ligging.BUITEN: (0, 0), Ligging.ONBEKEND: (0, 0)}
    assert zacht == {Ligging.BINNEN: (0, 1), Ligging.BUITEN: (70, 1), Ligging.ONBEKEND: (5, 0)}


def test_a_municipality_without_plans_may_build_inside_and_outside(register: Register) -> None:
    inside = "id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10, plantype: verdichting"
    found = by_location(shares_of(register, f"  - {{{inside}}}\n"), {Planklasse.HARD: 1, Planklasse.ZACHT: 1})
    assert known(found[Ligging.BINNEN].hard.low) == (10, 1)
    assert found[Ligging.BINNEN].zacht.low.blank
    assert found[Ligging.BUITEN].hard.low.blank
    assert all(found[place].zacht.low.blank for place in Ligging)


def test_bottlenecks_by_homes(register: Register) -> None:
    rows = bottlenecks(shares_of(register, PLACES))
    # Stikstof 30 + 70, nuts 30 (Los does not count), then `geen`, then those that say nothing.
    assert [row.key for row in rows] == ["stikstof", "nuts", "geen", NIET_OPGEGEVEN]
    homes = [(row.sums.hard.low.low, row.sums.zacht.low.low) for row in rows]
    assert homes == [(30, 70), (30, 0), (0, 0), (0, 5)]


def test_key_projects_are_counted_in_their_units(register: Register) -> None:
    plans = """\
  - {id: s1, naam: Kade, gemeente: Aa, woningen: 10, sleutelproject: {soort: stedelijk}}
  - {id: s2, naam: Kade, gemeente: Bee, woningen: 20, sleutelproject: {soort: stedelijk}}
  - {id: r1, naam: R1, gemeente: Aa, woningen: 30, sleutelproject: {soort: radialen}}
  - {id: r2, naam: R2, gemeente: Aa, sleutelproject: {soort: radialen}}
  - {id: r3, naam: R3, gemeenten: [Aa, Bee], woningen: 8, sleutelproject: {soort: radialen}}
  - {id: t1, naam: T1, gemeente: Bee, woningen: 5, sleutelproject: {soort: thematisch, thema: zorg}}
  - {id: t2, naam: T2, gemeente: Aa, woningen: 6, sleutelproject: {soort: thematisch, thema: zorg},
     telt_mee: false, reden: proef}
"""
    dataset, records, _ = capacity(register, plans)
    found = [(u.name, u.records, u.homes.bounds, u.homes.unknown) for u in key_units(dataset, records)]
    assert found == [
        ("Kade", 1, (10, 10, False), 0),  # two projects with one name are two projects
        ("Kade", 1, (20, 20, False), 0),
        ("Aa", 3, (30, 38, False), 1),  # R3 has 0 to 8 of its homes here; R2 has no number
        ("Bee", 1, (0, 8, False), 0),
        ("zorg", 2, (11, 11, False), 0),  # a key project outside the sums is one all the same
    ]


def test_the_accounts_count_what_is_not_filled_in(register: Register) -> None:
    _, records, _ = capacity(register, PLACES)
    found = {a.key: (a.missing, a.of) for a in accounts(records)}
    # Los does not count, so four records are asked; In and Uit have a plan type, Leeg and Op have none.
    assert found["plantype"] == (2, 4)
    assert found["knelpunten"] == (1, 4)
    assert found["aantal"] == (0, 4)
    assert found["betaalbaarheid"] == (4, 4)
    assert found["jaar_hard"] == (2, 2)  # Uit and Leeg are soft


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
