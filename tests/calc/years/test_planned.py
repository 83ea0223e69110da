"""When the homes of a record come: by its own years, by those of its whole, and beside its parts."""

from __future__ import annotations

import pytest

from tests.calc.capacity.test_families import hard, part, whole, years
from tests.calc.capacity.test_shares import DIVIDED
from woonplan.calc.years.trajectory import Wanneer
from woonplan.model.statussen import Planstatus

SPAN = {"2029-2031": 20, "onbekend": 30}


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


def test_demolition_of_a_record_that_is_not_divided_may_be_outside() -> None:
    plan = part(id="p", onderdeel_van=None, gemeente=None, gemeenten=("Aa", "Bee"), restant=30, sloop_jaar={"2031": 2})
    found = years(plan, gemeenten=("Aa",), netto=True)
    assert found[Wanneer.BUITEN] == "onbekend"


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
