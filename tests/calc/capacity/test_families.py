"""Aggregates with their parts, and divisions, by hand: what is whole, what is left, and what lies where."""

from __future__ import annotations

import pytest

from tests.calc.registers import dataset
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.calc.years.trajectory import Wanneer, trajectory
from woonplan.model.plan import Plan
from woonplan.report.derivation import term


def whole(**fields: object) -> Plan:
    own = {"id": "v", "naam": "V", "soort": "verzamelpost", "regio": "Dal", "planstatus": "1A", "soort_aantal": "bruto"}
    return Plan.model_validate({**own, **fields})


def part(**fields: object) -> Plan:
    own = {"id": "d", "naam": "D", "gemeente": "Aa", "planstatus": "1A", "onderdeel_van": "v", "soort_aantal": "bruto"}
    return Plan.model_validate({**own, **fields})


def hard(*plans: Plan, by: By = By.GEMEENTE, **question: object) -> dict[str, str]:
    """Hard capacity by row as a derivation prints it."""
    found = grouped(View(dataset([*plans]), Question(**question)), by)  # type: ignore[arg-type]  # names of a question
    return {group.key: term(group.sums.hard.low) for group in (*found.groups, found.total)}


def test_a_part_of_unknown_status_has_that_of_its_whole() -> None:
    view = View(dataset([whole(restant=100), part(planstatus="onbekend", restant=30)]))
    sums = balance(view).sums
    # Not 100 to 130: the 30 are among the 100.
    assert (sums.hard.low.bounds, sums.onbekend.low.bounds) == ((100, 100, False), (0, 0, False))
    assert balance(view.asking(gemeenten=("Aa",))).sums.hard.low.low == 30
    # A whole of unknown status leaves its parts what they are.
    open_ = View(dataset([whole(planstatus="onbekend", restant=100), part(planstatus="onbekend", restant=30)]))
    assert balance(open_).sums.hard.low.bounds == (0, 100, False)


YEARS = {"2024": 60, "2031": 40}
"""Of 100 homes 40 come after the period."""


@pytest.mark.parametrize(
    ("oplevering", "inside"),
    [
        # In any of the years of the whole: of 30 none need be among the 60 that are inside.
        ({"oplevering": None}, "(0 tot 30)"),
        ({"oplevering": {"2024": 30}}, "30"),
        ({"oplevering": {"2031": 30}}, "0"),
        ({"oplevering": {"2024": 10, "onbekend": 20}}, "(10 tot 30)"),
    ],
)
def test_a_part_lies_in_the_years_of_its_whole(oplevering: dict[str, object], inside: str) -> None:
    data = [whole(restant=100, oplevering=YEARS), part(restant=30, **oplevering)]
    assert term(balance(View(dataset(data))).sums.hard.low) == "60"
    own = balance(View(dataset(data), Question(gemeenten=("Aa",)))).sums.hard
    assert term(next(p for p in own.parts if p.name == "d").low) == inside


@pytest.mark.parametrize(
    ("sloop", "inside"),
    [
        # 0 to 30 are inside, and of the 5 that go none need be.
        ({"sloop": 5, "sloop_gerealiseerd": 0}, "(-5 tot 30)"),
        ({"sloop": 0}, "(0 tot 30)"),
        ({}, "(ten hoogste 30)"),
    ],
)
def test_what_a_part_of_a_whole_with_years_is_net(sloop: dict[str, object], inside: str) -> None:
    data = [whole(restant=100, oplevering=YEARS), part(restant=30, **sloop)]
    own = balance(View(dataset(data), Question(gemeenten=("Aa",), netto=True))).sums.hard
    assert term(next(p for p in own.parts if p.name == "d").low) == inside


def years(*plans: Plan, **question: object) -> dict[object, str]:
    found = trajectory(View(dataset([*plans]), Question(**question)))  # type: ignore[arg-type]  # names of a question
    return {
        m.years[0] if m.wanneer is Wanneer.JAAR and m.years else m.wanneer: term(m.hard.low) for m in found.momenten
    }


def test_undated_demolition_of_a_part_lies_in_the_span_of_the_whole() -> None:
    # Of the 8 that go in 2029 to 2031 any may go outside, those 3 of the part as well.
    data = [
        whole(restant=50, sloop=8, sloop_gerealiseerd=0, sloop_jaar={"2029-2031": 8}),
        part(restant=20, sloop=3, sloop_gerealiseerd=0),
    ]
    assert hard(*data, netto=True)["totaal"] == "(42 tot 50)"


def test_a_part_without_a_number_is_0_where_the_others_leave_nothing() -> None:
    own = part(id="e", gemeente="Bee")
    data = [whole(restant=50), part(restant=50, oplevering={"2025": 50}), own]
    assert hard(*data)["Bee"] == "0"
    assert years(*data)[2026] == "0"
    # About 50 are no more for a part that nobody counted.
    assert hard(whole(restant=50, precisie="circa"), part(restant=60), own)["totaal"] == "ca. 60"


def test_a_part_without_a_number_is_no_more_than_the_others_leave_less_what_it_demolishes() -> None:
    # 0 to 20 of the 50, less the 3 that go; what is left of the region may be in Bee as well.
    data = [
        whole(restant=50),
        part(restant=30, sloop=0),
        part(id="e", gemeente="Bee", sloop=3, sloop_gerealiseerd=0),
    ]
    assert hard(*data, netto=True)["Bee"] == "(-3 tot 17, zonder 1 plan)"
    late = part(gemeente="Bee", sloop=3, sloop_gerealiseerd=0, sloop_jaar={"2031": 3})
    assert years(whole(restant=50), late, netto=True)[Wanneer.BUITEN] == "(-3)"


def test_an_approximate_net_number_is_at_least_what_its_parts_are() -> None:
    data = [
        whole(restant=50, precisie="circa", soort_aantal="netto"),
        part(woningen_min=60, gerealiseerd=0, soort_aantal="netto"),
    ]
    assert hard(*data, netto=True)["totaal"] == "(ca. 60 of meer)"
