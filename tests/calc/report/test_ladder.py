"""The Ladder: what need hard supply leaves, and for which plans the question is asked."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.number.figure import Figure, given, target
from woonplan.calc.report.ladder import DREMPEL, Geldt, Ligging, geldt, ligging, remaining_need
from woonplan.calc.report.monitor import agreed
from woonplan.model.agenda import Agendabestand
from woonplan.model.number import Bound, Number, exactly
from woonplan.model.parameter import Eenheid, Waarde

TWELVE = Waarde.model_validate({"waarde": 12, "eenheid": "woningen"})


def number(figure: Figure, end: int) -> Bound | None:
    found = figure.ends[end]
    assert found.low == found.high
    return found.low


def test_the_worked_example() -> None:
    # Demand 58,050 - hard supply 50,230 = 7,820, which that text calls "circa 7.800" (domain 3).
    left = remaining_need(target("b", "behoefte", Number(58_050, 58_050, known=1)), given("h", "hard", exactly(50_230)))
    assert [number(left, end) for end in (0, 1)] == [7_820, 7_820]


def test_what_was_delivered_is_no_longer_needed() -> None:
    demand = target("b", "behoefte", Number(1000, 1200, known=1))
    left = remaining_need(demand, given("h", "hard", exactly(300)), given("o", "opgeleverd", exactly(150)))
    # 1,000 - 150 - 300 = 550, and 1,200 - 150 - 300 = 750.
    assert [number(left, end) for end in (0, 1)] == [550, 750]


PLANS = """\
  - {id: p, naam: P, gemeente: Aa, planstatus: 3, %s}
"""


@pytest.mark.parametrize(
    ("text", "holds", "place"),
    [
        ("woningen: 12, plantype: uitbreiding_overig", Geldt.JA, Ligging.BUITEN),
        ("woningen: 11, plantype: verdichting", Geldt.NEE, Ligging.BINNEN),
        ("woningen: 40, plantype: pand_transformatie", Geldt.JA, Ligging.BINNEN),
        ("woningen_min: 5, woningen_max: 15, plantype: uitbreiding_uitleg", Geldt.ONBEKEND, Ligging.BUITEN),
        ("woningen_min: 5, woningen_max: 11", Geldt.NEE, Ligging.ONBEKEND),
        # "At least 5" may be any number; no number at all as well.
        ("woningen: 5, precisie: minimaal", Geldt.ONBEKEND, Ligging.ONBEKEND),
        ("plantype: herstructurering", Geldt.ONBEKEND, Ligging.BINNEN),
        # 5 homes that are left may be the last of a plan of 50; 30 that are left are a plan of 30 at the least.
        ("restant: 5", Geldt.ONBEKEND, Ligging.ONBEKEND),
        ("restant: 30", Geldt.JA, Ligging.ONBEKEND),
        # What is delivered belongs to the size of the plan.
        ("woningen: 20, gerealiseerd: 15", Geldt.JA, Ligging.ONBEKEND),
    ],
)
def test_for_which_plans_the_ladder_holds(register: Register, text: str, holds: Geldt, place: Ligging) -> None:
    dataset = register(PLANS % text).dataset
    assert dataset is not None
    (plan,) = dataset.stand.plannen
    assert (geldt(plan, TWELVE), ligging(plan)) == (holds, place)
    # Without a threshold nothing is decided, whatever the size.
    assert geldt(plan, None) is Geldt.ONBEKEND


def test_the_threshold_is_that_of_the_agenda() -> None:
    def agenda(unit: str) -> Agendabestand:
        value = {"vanaf": "2020", "waarde": 9, "eenheid": unit}
        return Agendabestand.model_validate(
            {"versie": 1, "parameters": [{"id": DREMPEL, "naam": "Drempel", "waarden": [value]}]}
        )

    found = agreed(agenda("woningen"), DREMPEL, "2021-01-01", Eenheid.WONINGEN)
    assert found is not None
    assert found.waarde == 9
    assert agreed(agenda("woningen"), DREMPEL, "2019-01-01", Eenheid.WONINGEN) is None
    assert agreed(agenda("jaar"), DREMPEL, "2021-01-01", Eenheid.WONINGEN) is None
    assert agreed(None, DREMPEL, "2021-01-01", Eenheid.WONINGEN) is None
