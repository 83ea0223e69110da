"""Registers made up by hypothesis that follow each other: of the same plans, some changed, gone, new or renamed."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.calc.registers import AGGREGATE, GEBIED, UNDIVIDED, WHOLES, divided_plan, plans, shared
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.stand import Invoer, Stand, Standdeel
from woonplan.model.statussen import Planstatus

_DATES = st.sampled_from(["2020-01-01", "2021", "2024-07-01"])
_STATUSES = st.sampled_from(list(map(Planstatus, ["1A", "2C", "3", "5A", "hard", "zacht", "onbekend"])))

OWN = {
    "id": "eigen",
    "naam": "Eigen telling",
    "hard": ["1A", "1B", "1C", "2A", "2B", "2C"],
    "zacht": ["3", "4A"],
    "telt_niet": ["4B", "5A", "5B"],
}
"""A definition of hard and soft that is not the national one."""


def state(records: list[Plan], peildatum: str = "2020-01-01", definitie: str = "onbekend") -> Dataset:
    """A register state with these records, on a date and under a definition."""
    gebied = GEBIED.model_copy(
        update={
            "statusdefinities": GEBIED.model_validate(
                {**GEBIED.model_dump(), "statusdefinities": [OWN]}
            ).statusdefinities
        }
    )
    inhoud = Plannenbestand(
        versie=1, peildatum=peildatum, bron="nota", statusdefinitie=definitie, plannen=tuple(records)
    )
    return Dataset(gebied, Invoer("g", ""), Stand((Standdeel(inhoud, Invoer("p", "")),)))


@st.composite
def changed(draw: st.DrawFn, plan: Plan) -> list[Plan]:
    """What becomes of a plan: the same, gone, another plan with its id, a part of it changed, or another id."""
    how = draw(st.sampled_from(["same", "same", "gone", "other", "status", "delivered", "renamed", "split"]))
    found = [] if how == "gone" else [plan]
    if how == "other" and plan.gemeente and plan.soort is not AGGREGATE.soort:
        found = [draw(plans()).model_copy(update={"id": plan.id})]
    elif how == "status":
        found = [plan.model_copy(update={"planstatus": draw(_STATUSES)})]
    elif how == "delivered" and plan.gerealiseerd is not None and plan.woningen is not None and not plan.oplevering:
        found = [plan.model_copy(update={"gerealiseerd": draw(st.integers(0, plan.woningen))})]
    elif how == "renamed":
        found = [plan.model_copy(update={"id": f"{plan.id}-nu", "was": plan.id})]
    elif how == "split":
        found.append(draw(plans()).model_copy(update={"id": f"{plan.id}-deel", "was": plan.id}))
    return found


@st.composite
def histories(draw: st.DrawFn, length: int = 2) -> list[Dataset]:
    """A register over some states that follow each other."""
    records = [plan.model_copy(update={"id": f"p{i}"}) for i, plan in enumerate(draw(st.lists(plans(), max_size=5)))]
    if draw(st.booleans()):
        # Nobody says what is delivered, so what is left follows from the reference date.
        fields = {"id": "dag", "naam": "Dag", "gemeente": "Bee", "planstatus": "1A", "woningen": 40}
        records.append(
            Plan.model_validate({**fields, "oplevering": {draw(st.sampled_from(["2020", "2022", "2026"])): 40}})
        )
    records += [divided_plan(homes, i) for i, homes in enumerate(draw(st.lists(shared, max_size=1)))]
    if draw(st.booleans()):
        records.append(UNDIVIDED)
    if draw(st.booleans()):
        records.append(draw(st.sampled_from(WHOLES)))
    found = []
    for number in range(length):
        if number:
            records = [after for plan in records for after in draw(changed(plan))]
            new = draw(st.lists(plans(), max_size=2))
            records += [plan.model_copy(update={"id": f"n{number}{i}"}) for i, plan in enumerate(new)]
        inside = bool(records) and any(plan.id == "samen" for plan in records) and draw(st.booleans())
        held = [_part(plan) if inside and plan.id == "p0" else plan for plan in records]
        found.append(state(held, draw(_DATES), draw(st.sampled_from(["onbekend", "onbekend", "eigen"]))))
    return found


def _part(plan: Plan) -> Plan:
    return plan.model_copy(update={"onderdeel_van": "samen"})
