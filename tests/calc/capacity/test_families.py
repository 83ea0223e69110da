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
from woonplan.model.statussen import Planstatus
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


def test_parts_and_rest_in_one_row_net_of_demolition() -> None:
    # 10 - 35 = -25 in all; the part is 10 net, so that -35 is left; both are 1A.
    data = [whole(restant=10, sloop=35, sloop_gerealiseerd=0), part(restant=10, sloop=0)]
    found = hard(*data, by=By.STATUS, netto=True)
    assert (found["1A"], found["totaal"]) == ("(-25)", "(-25)")


def test_a_row_holds_the_whole_without_what_is_elsewhere_or_later() -> None:
    data = [
        whole(restant=100),
        part(restant=30, oplevering={"2025": 10, "2031": 20}),
        part(id="e", planstatus="2A", restant=25),
    ]
    found = hard(*data, by=By.STATUS)
    # Of the 100 the 25 are 2A, and 20 come after the period.
    assert (found["1A"], found["2A"], found["totaal"]) == ("55", "25", "80")


def test_parts_that_are_more_than_an_approximate_whole_are_all_in_their_rows() -> None:
    # About 50 are 70, of which the 20 lie elsewhere.
    data = [whole(restant=50, precisie="circa"), part(restant=50), part(id="e", planstatus="2A", restant=20)]
    found = hard(*data, by=By.STATUS)
    assert (found["1A"], found["2A"], found["totaal"]) == ("ca. 50", "20", "ca. 70")


DIVIDED: dict[str, object] = {"regio": None, "gemeenten": ("Aa", "Bee"), "verdeling": {"Aa": 60, "Bee": 40}}


@pytest.mark.parametrize(
    ("fields", "aa", "bee", "total"),
    [
        ({"restant": 100}, "60", "40", "100"),
        # A division of all homes: of the 40 that stand any may be in either.
        ({"woningen": 100, "gerealiseerd": 40}, "(20 tot 60)", "(0 tot 40)", "60"),
        ({"woningen": 100}, "(0 tot 60)", "(0 tot 40)", "(0 tot 100)"),
        # "At most": so are its shares.
        ({"restant": 100, "precisie": "maximaal"}, "(0 tot 60)", "(0 tot 40)", "(0 tot 100)"),
        ({"woningen": 100, "precisie": "maximaal", "gerealiseerd": 0}, "(0 tot 60)", "(0 tot 40)", "(0 tot 100)"),
        # At most 100, at least 70: what may lack may lack in either.
        (
            {"woningen_min": 70, "woningen_max": 100, "gerealiseerd": 0},
            "(30 tot 60)",
            "(10 tot 40)",
            "(70 tot 100)",
        ),
    ],
)
def test_a_division_is_published(fields: dict[str, object], aa: str, bee: str, total: str) -> None:
    own = [part(id=f"n{name}", gemeente=name, onderdeel_van=None, restant=0) for name in ("Aa", "Bee", "Cee")]
    found = hard(whole(**DIVIDED, **fields), *own)
    assert (found["Aa"], found["Bee"], found["totaal"]) == (aa, bee, total)


def years(*plans: Plan, **question: object) -> dict[object, str]:
    found = trajectory(View(dataset([*plans]), Question(**question)))  # type: ignore[arg-type]  # names of a question
    return {
        m.years[0] if m.wanneer is Wanneer.JAAR and m.years else m.wanneer: term(m.hard.low) for m in found.momenten
    }


@pytest.mark.parametrize(
    ("oplevering", "rest"),
    [
        # Without the part of another status: 60 - 25 and 40.
        ({"oplevering": {"2024": 25}}, ("35", "40")),
        # Of a part that says no year any may be in either.
        ({"oplevering": None}, ("(35 tot 60)", "(15 tot 40)")),
    ],
)
def test_the_rest_of_a_whole_by_year(oplevering: dict[str, object], rest: tuple[str, str]) -> None:
    data = [
        whole(restant=100, oplevering={"2024": 60, "2025": 40}),
        part(restant=25, planstatus="2A", **oplevering),
    ]
    found = years(*data, statussen=frozenset({Planstatus.S1A}))
    assert (found[2024], found[2025]) == rest


def test_a_share_of_a_plan_without_years_has_none() -> None:
    divided = whole(soort="plan", restant=100, **DIVIDED)
    found = years(divided, gemeenten=("Aa",))
    assert found[Wanneer.ZONDER_JAAR] == "(60, zonder 1 gemeente)"
    # A number that is open says nothing of what the others leave.
    open_ = whole(soort="plan", woningen_min=100, gerealiseerd=0, oplevering={"2024": 60}, **DIVIDED)
    assert years(open_, gemeenten=("Aa",))[2024] == "(0 tot 60, zonder 1 plan en 1 gemeente)"
    # Of the 60 of that year no more than its own 40 come in Bee.
    assert years(open_, gemeenten=("Bee",))[2024] == "(0 tot 40, zonder 1 plan en 1 gemeente)"


SPAN = {"2029-2031": 20, "onbekend": 30}


def test_undated_homes_of_a_whole_lie_where_its_parts_say() -> None:
    # The part may be the 20 of the span, or 20 of the 30: then the span may be outside beside it, and 10 are undated.
    data = [whole(restant=50, oplevering=SPAN), part(restant=20, oplevering={"2029-2030": 20})]
    found = years(*data)
    assert (found[Wanneer.BUITEN], found[Wanneer.VERZAMELPOST]) == ("(0 tot 40)", "(10 tot 30)")
    assert hard(*data)["totaal"] == "(10 tot 50)"


def test_an_aggregate_of_undated_homes_has_none_beside_parts_with_years() -> None:
    data = [whole(restant=50, oplevering={"onbekend": 50}), part(restant=20, oplevering={"2025": 20})]
    found = years(*data)
    assert (found[2025], found[Wanneer.VERZAMELPOST]) == ("(20, zonder 1 plan)", "30")


def test_undated_demolition_of_a_part_lies_in_the_span_of_the_whole() -> None:
    # Of the 8 that go in 2029 to 2031 any may go outside, those 3 of the part as well.
    data = [
        whole(restant=50, sloop=8, sloop_gerealiseerd=0, sloop_jaar={"2029-2031": 8}),
        part(restant=20, sloop=3, sloop_gerealiseerd=0),
    ]
    assert hard(*data, netto=True)["totaal"] == "(42 tot 50)"


def test_demolition_of_a_record_that_is_not_divided_may_be_outside() -> None:
    plan = part(id="p", onderdeel_van=None, gemeente=None, gemeenten=("Aa", "Bee"), restant=30, sloop_jaar={"2031": 2})
    found = years(plan, gemeenten=("Aa",), netto=True)
    assert found[Wanneer.BUITEN] == "onbekend"


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


def test_a_part_demolishes_in_the_years_of_an_aggregate_without_a_number() -> None:
    gone = {"sloop": 5, "sloop_gerealiseerd": 0, "sloop_jaar": {"2025": 2, "2031": 3}}
    found = years(whole(**gone), part(restant=30), netto=True, gemeenten=("Aa",))
    # 0 to 5 of its own may go in 2031.
    assert found[Wanneer.BUITEN].startswith("(-5 tot 0")
    # Spread over years are those of a record itself: of the 5 no more than 3 are of 2031.
    spread = years(whole(**gone), part(restant=30), netto=True, gemeenten=("Aa",), spreid=True)
    assert spread[Wanneer.BUITEN].startswith("(-3 tot 0")


def test_undated_homes_of_a_net_number_lie_where_its_parts_say() -> None:
    data = [
        whole(restant=60, oplevering={"onbekend": 60}, soort_aantal="netto"),
        part(restant=10, oplevering={"2025-2026": 10}, soort_aantal="netto"),
    ]
    assert years(*data, netto=True)[Wanneer.VERZAMELPOST] == "50"


def test_nothing_is_assigned_to_the_row_of_a_part_without_a_number() -> None:
    # The rest may be 2A as well, so that "0" would say that nobody plans any.
    found = hard(
        whole(planstatus="hard", woningen_min=40, woningen_max=50, gerealiseerd=0),
        part(planstatus="hard", restant=50),
        part(id="e", planstatus="2A"),
        by=By.STATUS,
    )
    assert found["2A"].startswith("onbekend")


def test_an_approximate_net_number_is_at_least_what_its_parts_are() -> None:
    data = [
        whole(restant=50, precisie="circa", soort_aantal="netto"),
        part(woningen_min=60, gerealiseerd=0, soort_aantal="netto"),
    ]
    assert hard(*data, netto=True)["totaal"] == "(ca. 60 of meer)"


def test_a_part_leaves_the_shares_of_others_alone() -> None:
    # 0 to 80 in a share of 40: the rest is 60 at the least. Nothing is known of Cee.
    own = part(gemeente="Bee", woningen=80, planstatus="2A")
    found = hard(whole(**DIVIDED, restant=100), own, by=By.STATUS)
    assert (found["1A"], found["2A"]) == ("(60 tot 100, zonder 1 gemeente)", "(0 tot 40, zonder 1 gemeente)")


def test_a_record_without_homes_says_that_none_come_outside_the_period() -> None:
    none = part(id="n", onderdeel_van=None, restant=0)
    assert years(none)[Wanneer.BUITEN] == "(0, zonder 2 gemeenten)"
    # Of soft plans nothing is known.
    view = View(dataset([none]))
    outside = next(m for m in trajectory(view).momenten if m.wanneer is Wanneer.BUITEN)
    assert term(outside.zacht.low) == "onbekend"
