"""What comes in the coming years: for certain, and at the most, with numbers worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import questions, registers
from tests.conftest import GEMEENTEN, PLANNEN, Register
from woonplan.calc.number.figure import Figure, Op
from woonplan.calc.question import Question
from woonplan.calc.target.period import Period
from woonplan.calc.view import View
from woonplan.calc.years.horizon import coming_years
from woonplan.calc.years.readings import Lezing, chosen
from woonplan.calc.years.trajectory import Trajectory, trajectory
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound, Number

AA = GEMEENTEN.partition("  - {naam: Bee")[0]
"""The fixture with one municipality, so that no other one is unknown."""


def dataset_of(register: Register, plannen: str, **files: str) -> Dataset:
    loaded = register(plannen, **{"gemeenten": AA, **files})
    assert loaded.dataset is not None
    return loaded.dataset


def asked(
    dataset: Dataset, question: Question | None = None, *, spread: bool = False
) -> tuple[Trajectory, Lezing | None]:
    view = View(dataset, question).asking(spreid=spread)
    return trajectory(view), chosen(view)


def supply(dataset: Dataset, name: str = "hard", question: Question | None = None, *, spread: bool = False) -> Figure:
    """The supply of the coming years, as it was divided by the requirement."""
    _, lezing = asked(dataset, question, spread=spread)
    assert lezing is not None
    held = lezing.tempo.planvoorraad[name].komende_jaren
    assert held is not None
    assert held.op is Op.QUOTIENT
    return held.parts[0]


def homes(dataset: Dataset, name: str = "hard", **asks: Any) -> tuple[Bound | None, Bound | None, int]:
    found = supply(dataset, name, **asks).low
    return found.low, found.high, found.unknown


def plan(body: str, name: str = "a", status: str = "1A") -> str:
    return f"  - {{id: {name}, naam: {name.upper()}, gemeente: Aa, planstatus: {status}, {body}}}\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        # The reference date is 1-1-2020 and the period ends in 2030: the coming five years are 2020 to 2024.
        ("restant: 90, oplevering: {2020: 20, 2024: 30, 2025: 40}", (50, 50, 0)),
        ("restant: 90, oplevering: {2020-2024: 50, 2025-2029: 40}", (50, 50, 0)),
        ("restant: 90, oplevering: {2021: 50, 2024-2025: 40}", (50, 90, 0)),
        ("restant: 90, oplevering: {2015-2035: 90}", (0, 90, 0)),
        ("restant: 90, oplevering: {2021: 10, 2028: 50, onbekend: 30}", (10, 40, 0)),
        ("restant: 90, oplevering: {2021: 10, onbekend: 80}", (10, 90, 0)),
        ("restant: 90", (0, 90, 0)),
        ("woningen_min: 30, woningen_max: 50, gerealiseerd: 0", (0, 50, 0)),
        # What the state has in a year that is over, or after the period, does not come in the coming years.
        ("restant: 90, oplevering: {2019: 50, 2030: 40}", (0, 0, 0)),
    ],
)
def test_what_one_record_has(register: Register, body: str, found: tuple[int, int, int]) -> None:
    assert homes(dataset_of(register, plan(body))) == found


def test_a_record_without_a_number_is_unknown_and_counted(register: Register) -> None:
    known = plan("restant: 90, oplevering: {2021: 90}")
    unknown = plan("realisatiekans: 50", "b")
    assert homes(dataset_of(register, known + unknown)) == (90, 90, 1)
    assert supply(dataset_of(register, unknown)).low.blank


def test_a_municipality_without_records_is_unknown(register: Register) -> None:
    dataset = dataset_of(register, plan("restant: 90, oplevering: {2021: 90}"), gemeenten=GEMEENTEN)
    assert homes(dataset) == (90, 90, 1)


def test_an_unknown_net_number_counts_once_however_many_years_it_names(register: Register) -> None:
    # Whether the 90 are gross is unknown, so their net number is unknown in 2020 and in 2021.
    kop = PLANNEN.replace("bruto", "onbekend")
    dataset = dataset_of(register, plan("restant: 90, oplevering: {2020: 40, 2021: 50}"), kop=kop)
    found = supply(dataset, question=Question(netto=True)).low
    assert (found.blank, found.unknown) == (True, 1)


def test_demolition_without_a_year_may_fall_in_them(register: Register) -> None:
    # 60 built in 2021; 25 demolished nobody knows when: 35 to 60.
    body = "restant: 60, oplevering: {2021: 60}, sloop: 25, sloop_gerealiseerd: 0"
    found = supply(dataset_of(register, plan(body)), question=Question(netto=True)).low
    assert found.bounds == (35, 60, False)


def test_hard_and_soft_together(register: Register) -> None:
    text = plan("restant: 90, oplevering: {2021: 90}") + plan("restant: 30, oplevering: {2023-2026: 30}", "b", "3")
    dataset = dataset_of(register, text)
    assert homes(dataset) == (90, 90, 0)
    assert homes(dataset, "hard_en_zacht") == (90, 120, 0)


def test_a_spread_period_is_in_them_by_its_years(register: Register) -> None:
    # 2023-2026: 30 gives 8, 8, 7, 7, of which 2023 and 2024 are among the coming years.
    demolition = "sloop: 5, sloop_gerealiseerd: 0, sloop_jaar: {2024: 5}"
    dataset = dataset_of(register, plan(f"restant: 30, oplevering: {{2023-2026: 30}}, {demolition}"))
    assert homes(dataset) == (0, 30, 0)
    assert homes(dataset, spread=True) == (16, 16, 0)
    # Net of 5 in 2024: -5 for certain and the 30 perhaps, or 8 + 8 - 5.
    net = Question(netto=True)
    assert supply(dataset, question=net).low.bounds == (-5, 25, False)
    found = supply(dataset, question=net, spread=True)
    assert found.low.bounds == (11, 11, False)
    assert [part.name for part in found.parts[0].parts] == ["a.2023", "a.2023_2026.stuk", "a.2024"]


def test_a_part_says_when_it_comes(register: Register) -> None:
    text = plan("restant: 90, oplevering: {2021: 10, 2024-2025: 50, onbekend: 30}")
    (record,) = supply(dataset_of(register, text)).parts
    assert (record.name, record.low) == ("a", Number(10, 90, known=3))
    assert [(part.name, part.label) for part in record.parts] == [
        ("a.2021", "A, 2021"),
        ("a.2024_2025", "A, 2024-2025"),
        ("a.zonder_jaar", "A, zonder jaar"),
    ]
    assert all(part.origin == record.origin for part in record.parts)


def test_what_is_left_of_the_period_when_that_is_less(register: Register) -> None:
    # On 1-1-2027 three of the ten years are left: 2027, 2028 and 2029.
    kop = PLANNEN.replace("2020-01-01", "2027-01-01")
    dataset = dataset_of(register, plan("restant: 90, oplevering: {2027: 20, 2029: 30, 2030: 40}"), kop=kop)
    _, lezing = asked(dataset)
    assert lezing is not None
    assert (lezing.horizon, lezing.komend) == (3, Period(date(2027, 1, 1), date(2030, 1, 1)))
    assert homes(dataset) == (50, 50, 0)


def test_a_period_that_has_ended_has_no_coming_years(register: Register) -> None:
    kop = PLANNEN.replace("2020-01-01", "2030-01-01")
    _, lezing = asked(dataset_of(register, plan("restant: 90"), kop=kop))
    assert lezing is not None
    assert lezing.komend is None
    assert lezing.tempo.planvoorraad["hard"].komende_jaren is None


@pytest.mark.parametrize(
    ("van", "tot", "day", "count", "found"),
    [
        # In the middle of a year, what a state has in that year is still to come.
        ("2020-01-01", "2030-01-01", "2022-05-01", 5, ("2022-01-01", "2027-01-01")),
        # Before the period they are its first years.
        ("2025-01-01", "2030-01-01", "2020-01-01", 5, ("2025-01-01", "2030-01-01")),
        ("2020-07-01", "2030-07-01", "2020-09-01", 5, ("2020-07-01", "2025-07-01")),
        # No further than the period.
        ("2020-07-01", "2030-07-01", "2029-01-01", 2, ("2029-01-01", "2030-07-01")),
        ("2020-02-29", "2030-01-01", "2020-01-01", 5, ("2020-02-29", "2025-02-28")),
        ("2020-01-01", "2030-01-01", "2030-01-01", 0, None),
    ],
)
def test_the_coming_years(van: str, tot: str, day: str, count: int, found: tuple[str, str] | None) -> None:
    period = Period(date.fromisoformat(van), date.fromisoformat(tot))
    years = coming_years(period, date.fromisoformat(day), count)
    assert (years and (years.van.isoformat(), years.tot.isoformat())) == found


def test_without_years_it_is_nothing_to_everything(shipped: Dataset) -> None:
    # 8,300 hard and 5,800 soft, all without a year: 0 to 8,300 / 2,000 = 4.15 and 0 to 14,100 / 2,200 = 6.41 years.
    _, lezing = asked(shipped)
    assert lezing is not None
    hard, both = (lezing.tempo.planvoorraad[name].komende_jaren for name in ("hard", "hard_en_zacht"))
    assert hard is not None
    assert both is not None
    assert (hard.low.low, hard.low.high) == (0, Fraction(415, 100))
    assert (both.high.low, both.high.high) == (0, Fraction(14100, 2200))


@given(registers(), questions, st.booleans())
def test_certain_is_what_the_years_of_the_trajectory_have(register: Dataset, question: Question, spread: bool) -> None:
    """The low end holds the years of the trajectory together, and the high end no more than all of its rows."""
    found, lezing = asked(register, question, spread=spread)
    if lezing is None or lezing.komend is None or question.netto:
        return
    part = supply(register, question=question, spread=spread).low
    if part.blank:
        return
    inside = [m.hard.low for m in found.momenten if m.years and lezing.komend.holds(*m.years)]
    assert part.low == sum(homes.low or 0 for homes in inside if not homes.blank)
    tops = [m.hard.low.high for m in found.momenten if not m.hard.low.blank]
    if None not in tops:
        assert part.high is not None
        assert part.high <= sum(top for top in tops if top is not None)
