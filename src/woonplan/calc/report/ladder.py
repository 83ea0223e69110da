"""The Ladder: how much need is left after hard supply, and for which plans the question has to be asked.

Only hard plans compete with the need; soft ones inside the built-up area may be an alternative for a site outside it
(Ladder voor duurzame verstedelijking).
"""

from __future__ import annotations

from enum import StrEnum

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import subtracted
from woonplan.model.number import UNKNOWN
from woonplan.model.parameter import Waarde
from woonplan.model.plan import Plan
from woonplan.model.restant import plan_homes

DREMPEL = "ladder-drempel"
"""Parameter of the agenda: from how many homes a plan is an urban development."""


class Ligging(StrEnum):
    """Where a plan lies, as its plan type says."""

    BINNEN = "binnen"
    BUITEN = "buiten"
    ONBEKEND = "onbekend"


class Geldt(StrEnum):
    """Whether the Ladder holds for a plan."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


def remaining_need(demand: Figure, hard: Figure, delivered: Figure | None = None) -> Figure:
    """Return the need that hard supply leaves: demand - delivered since - hard supply (homes); below 0 is none left.

    ``delivered`` is what was added since the demand was counted; None when nothing was, or the demand is of later.
    """
    less = (hard,) if delivered is None else (delivered, hard)
    return subtracted("ladder_behoefte", "behoefte na hard aanbod", demand, *less)


def plan_figure(contribution: Contribution) -> Figure:
    """Return the homes of a plan (see ``plan_homes``) with the key in the register that gives them."""
    plan, origin = contribution.plan, contribution.origin
    keys = ("woningen", "woningen_min", "woningen_max", "restant")
    key = next((key for key in keys if getattr(plan, key) is not None), None)
    if key is not None:
        origin = origin._replace(path=(*origin.path, key))
    name = "restant" if key == "restant" else "woningen"
    return given(name, f"{name} van {plan.naam}", plan_homes(plan), origin)


def given_figure(contribution: Contribution) -> Figure:
    """Return all homes of a plan as the register gives them, unknown where it does not."""
    found, plan = plan_figure(contribution), contribution.plan
    homes = plan.number()
    return found if homes else given("woningen", f"woningen van {plan.naam}", UNKNOWN, contribution.origin)


def geldt(plan: Plan, minimum: Waarde | None) -> Geldt:
    """Return whether the Ladder holds for a plan of ``minimum`` homes (inclusive) or more; unknown without that.

    It goes by all homes that the plan makes possible, or by what is left where only that is known.
    """
    homes = plan_homes(plan)
    if minimum is None or homes == UNKNOWN:
        return Geldt.ONBEKEND
    low, high = homes.low, homes.high
    if low is not None and low >= minimum.breuk:
        return Geldt.JA
    # What is left of a plan says nothing of how large it was.
    remainder_only = plan.number() is None
    return Geldt.NEE if high is not None and high < minimum.breuk and not remainder_only else Geldt.ONBEKEND


def ligging(plan: Plan) -> Ligging:
    """Return whether a plan lies inside the existing built-up area; its plan type says so."""
    if plan.plantype is None:
        return Ligging.ONBEKEND
    return Ligging.BINNEN if plan.plantype.inbreiding else Ligging.BUITEN
