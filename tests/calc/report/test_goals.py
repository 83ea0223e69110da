"""Targets for segments: worked out by hand, at both ends, and what a register may not say of one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.gap.test_splits import divided_plans
from tests.calc.registers import GEBIED, dataset, numbered
from tests.calc.report.test_segments import NONE_IN_BEE, SPLIT
from tests.conftest import GEMEENTEN, Register
from woonplan.calc.question import Question
from woonplan.calc.report.goals import Goal, goals
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound
from woonplan.model.plan import Plan
from woonplan.model.stand import Invoer
from woonplan.model.target import Segmentdoel

AFFORDABLE = "[sociale_huur, middenhuur, betaalbare_koop]"


def stated(*doelen: str) -> str:
    lines = "".join(f"      - {{{doel}}}\n" for doel in doelen)
    return GEMEENTEN.replace("gemeenten:\n", f"    segmentdoelen:\n{lines}gemeenten:\n")


def found(register: Register, doel: str, **asked: object) -> Goal:
    loaded = register(SPLIT + NONE_IN_BEE, gemeenten=stated(f"id: doel, {doel}"))
    assert [f for f in loaded.findings if f.severity == "fout"] == []
    assert loaded.dataset is not None
    (goal,) = goals(View(loaded.dataset, Question(**asked)))  # type: ignore[arg-type]  # names checked by the dataclass
    return goal


def bounds(goal: Goal) -> list[tuple[Bound | None, Bound | None]]:
    return [(end.low, end.high) for end in goal.verschil.ends]


# Of 100 homes 30 social, 20 middle rent, 10 affordable and 10 dear purchase are known; 6 rent, 4 purchase, 20 anything.
@pytest.mark.parametrize(
    ("doel", "planned", "low", "high", "met"),
    [
        # 60 to 90 against two thirds of 100: 6 2/3 short in the worst case, 23 1/3 over in the best.
        (
            f"segment: {AFFORDABLE}, regio: Dal, teller: 2, noemer: 3",
            (60, 90),
            (Fraction(-20, 3), Fraction(70, 3)),
            (Fraction(-20, 3), Fraction(70, 3)),
            (None, None),
        ),
        # 30 to 56 against 30% of 100.
        (
            "segment: [sociale_huur], regio: Dal, teller: 30, noemer: 100",
            (30, 56),
            (0, 26),
            (0, 26),
            (True, True),
        ),
        # About 30%: 30 homes may be 3 fewer or more, so 0 short is within the rounding.
        (
            "segment: [sociale_huur], regio: Dal, teller: 30, noemer: 100, precisie: circa",
            (30, 56),
            (0, 26),
            (0, 26),
            (None, None),
        ),
        # Dear homes: 10 to 40, and no more than 40%.
        (
            "segment: [dure_huur, dure_koop], regio: Dal, teller: 40, noemer: 100, precisie: maximaal",
            (10, 40),
            (-30, 0),
            (-30, 0),
            (True, True),
        ),
        # 30 to 56 against 35 at the low end and 60 at the high end.
        (
            "segment: [sociale_huur], regio: Dal, woningen_min: 35, woningen_max: 60",
            (30, 56),
            (-5, 21),
            (-30, -4),
            (None, False),
        ),
        # Of Aa alone: 88 homes, 18 of them open.
        (
            "segment: [sociale_huur], gemeente: Aa, woningen: 20, precisie: minimaal",
            (30, 44),
            (10, 24),
            (10, 24),
            (True, True),
        ),
    ],
)
def test_by_hand(
    register: Register,
    doel: str,
    planned: tuple[int, int],
    low: tuple[Bound, Bound],
    high: tuple[Bound, Bound],
    met: tuple[bool | None, bool | None],
) -> None:
    goal = found(register, doel)
    assert (goal.gepland.low.low, goal.gepland.low.high) == planned
    assert bounds(goal) == [low, high]
    assert (goal.met(0), goal.met(1)) == met


def test_a_share_of_the_region_is_held_against_one_municipality(register: Register) -> None:
    goal = found(register, "segment: [sociale_huur], regio: Dal, teller: 1, noemer: 2", gemeenten=("Aa",))
    # 30 to 44 of 88, against half.
    assert bounds(goal) == [(-14, 0), (-14, 0)]
    assert goal.gebied == "Aa"


def test_a_number_of_the_region_is_not(register: Register) -> None:
    text = stated("id: doel, segment: [sociale_huur], regio: Dal, woningen: 20")
    data = register(SPLIT, gemeenten=text).dataset
    assert data is not None
    assert list(goals(View(data, Question(gemeenten=("Aa",))))) == []


@pytest.mark.parametrize(
    "doel",
    [
        "segment: [sociale_huur], regio: Dal",
        "segment: [sociale_huur], regio: Dal, teller: 1, noemer: 2, woningen: 3",
        "segment: [sociale_huur], regio: Dal, teller: 3, noemer: 2",
        "segment: [sociale_huur], regio: Dal, teller: 3",
        "segment: [sociale_huur, eengezins], regio: Dal, woningen: 3",
        "segment: [], regio: Dal, woningen: 3",
        "segment: [sociale_huur], regio: Elders, woningen: 3",
    ],
)
def test_what_cannot_be_computed_is_found(register: Register, doel: str) -> None:
    loaded = register(SPLIT, gemeenten=stated(f"id: doel, {doel}"))
    assert [f.code for f in loaded.findings if f.severity == "fout"] == ["WP235"]


SEGMENTS = st.sampled_from([("sociale_huur",), ("sociale_huur", "middenhuur"), ("dure_koop",)])


@given(st.lists(divided_plans(), max_size=5), SEGMENTS, st.integers(0, 10), st.booleans())
def test_every_way_that_homes_may_fall_is_inside(
    made: list[Plan], segment: tuple[str, ...], tenths: int, inside: bool
) -> None:
    """All undivided homes fall in the segment, or none: both differences lie in what is said."""
    doel = Segmentdoel.model_validate(
        {"id": "doel", "segment": segment, "regio": "Dal", "teller": tenths, "noemer": 10}
    )
    opgave = GEBIED.opgaven[0].model_copy(update={"segmentdoelen": (doel,)})
    plain = [p.model_copy(update={"gerealiseerd": 0, "telt_mee": True}) for p in numbered(made)]
    whole = dataset(plain)
    gebied = GEBIED.model_copy(update={"opgaven": (opgave,)})
    data = Dataset(gebied, Invoer("g", ""), whole.stand)
    (goal,) = goals(View(data))
    known = everything = 0
    for plan in plain:
        if plan.planstatus not in ("1A", "2C", "3", "hard", "zacht"):
            continue
        split = plan.betaalbaarheid
        homes = plan.woningen or 0
        open_ = homes if split is None else homes - sum(n or 0 for n in vars(split).values()) + (split.onbekend or 0)
        known += sum(getattr(split, key) or 0 for key in segment) if split else 0
        known += open_ if inside else 0
        everything += homes
    low, high = goal.verschil.low.reach
    true = known - Fraction(tenths, 10) * everything
    assert low is None or low <= true
    assert high is None or true <= high
