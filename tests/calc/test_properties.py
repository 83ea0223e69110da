"""What must hold for every register."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import AGGREGATE, dataset, numbered, plans
from woonplan.calc.audit.verdict import FailOn, shortage
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.model.gemis import Gemis
from woonplan.model.number import Number, total
from woonplan.model.plan import Plan
from woonplan.model.statussen import Planstatus

CLASSES = ("hard", "zacht", "onbekend", "telt_niet", "buiten")
BY = list(By)


def sums(records: list[Plan], **question: object) -> dict[str, Number]:
    found = balance(View(dataset(records), Question(**question))).sums  # type: ignore[arg-type]  # names checked by the dataclass
    return {name: getattr(found, name).low for name in CLASSES}


def _exact(number: Number) -> bool:
    return number.single and not number.circa and not number.missing


def assert_nothing_is_lost(rows: Number, whole: Number) -> None:
    """What has no number in the whole has none in the rows; beside it, rows name what may belong to them only."""
    assert whole.missing <= rows.missing
    assert {lack.gemis for lack in rows.missing - whole.missing} <= {Gemis.DEEL, Gemis.GEMEENTE}
    assert whole.way in rows.way


@given(st.lists(plans(exact=True), max_size=8), st.booleans(), st.sampled_from(BY))
def test_rows_add_up_to_the_region_where_all_is_exact(records: list[Plan], netto: bool, by: By) -> None:
    result = grouped(View(dataset(numbered(records)), Question(netto=netto)), by)
    for name in CLASSES:
        # A municipality without any plan is unknown; its row adds nothing known.
        rows = total(getattr(group.sums, name).low for group in result.groups)
        whole = getattr(result.total.sums, name).low
        assert rows.bounds == whole.bounds
        assert_nothing_is_lost(rows, whole)


@given(st.lists(plans(), max_size=8), st.lists(plans(exact=True), max_size=4), st.sampled_from(BY))
def test_rows_contain_the_region_otherwise(records: list[Plan], parts: list[Plan], by: By) -> None:
    inside = [p.model_copy(update={"onderdeel_van": "samen", "planstatus": AGGREGATE.planstatus}) for p in parts]
    result = grouped(View(dataset([AGGREGATE, *numbered([*inside, *records])])), by)
    for name in CLASSES:
        rows = total(getattr(group.sums, name).low for group in result.groups)
        whole = getattr(result.total.sums, name).low
        assert rows.contains(whole)
        assert_nothing_is_lost(rows, whole)


@given(st.lists(plans(exact=True), max_size=5))
def test_parts_leave_the_aggregate_the_total(parts: list[Plan]) -> None:
    inside = [
        p.model_copy(update={"onderdeel_van": "samen", "planstatus": AGGREGATE.planstatus}) for p in numbered(parts)
    ]
    assert sums([AGGREGATE, *inside])["hard"].bounds == sums([AGGREGATE])["hard"].bounds


@st.composite
def itemised_aggregates(draw: st.DrawFn) -> tuple[list[Plan], dict[str, int]]:
    """An aggregate in two municipalities, some plans inside of it, and what truly lies in each municipality."""
    truth = {"Aa": draw(st.integers(0, 90)), "Bee": draw(st.integers(0, 90)), "Cee": 0}
    whole: dict[str, object] = {"gemeenten": ("Aa", "Bee"), "regio": None, "restant": truth["Aa"] + truth["Bee"]}
    if draw(st.booleans()):
        whole["verdeling"] = {"Aa": truth["Aa"], "Bee": truth["Bee"]}
    parts = [
        Plan.model_validate(
            {"id": "x", "naam": "X", "gemeente": name, "planstatus": "hard", "restant": homes, "onderdeel_van": "samen"}
        )
        for name in ("Aa", "Bee")
        for homes in draw(st.lists(st.integers(0, truth[name] // 3), max_size=3))
    ]
    return [AGGREGATE.model_copy(update=whole), *numbered(parts)], truth


@given(itemised_aggregates(), st.sets(st.sampled_from(["Aa", "Bee", "Cee"]), min_size=1))
def test_a_selection_of_municipalities_holds_what_truly_lies_there(
    made: tuple[list[Plan], dict[str, int]], asked: set[str]
) -> None:
    records, truth = made
    data, question = dataset(records), Question(gemeenten=tuple(sorted(asked)))
    lies = sum(truth[name] for name in asked)
    hard = balance(View(data, question)).sums.hard.low
    assert_room(hard, lies)
    if asked >= {"Aa", "Bee"}:
        assert (hard.low, hard.high) == (lies, lies)
    for group in grouped(View(data, question), By.GEMEENTE).groups:
        if group.key:
            assert_room(group.sums.hard.low, truth[group.key])


def assert_room(answer: Number, true: int) -> None:
    """An answer leaves room for the true number, whatever has no number in it."""
    low, high = answer.reach
    assert low is None or low <= true
    assert high is None or true <= high


@given(st.lists(plans(), max_size=8), st.booleans(), st.sampled_from(BY))
def test_what_is_wholly_unknown_is_never_0(records: list[Plan], netto: bool, by: By) -> None:
    result = grouped(View(dataset(numbered(records)), Question(netto=netto)), by)
    for group in (*result.groups, result.total):
        for name in CLASSES:
            homes = getattr(group.sums, name).low
            if homes.missing:
                assert None in homes.reach
                assert homes.known or homes.blank


@given(st.lists(plans(), max_size=8), st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_plans_is_irrelevant(records: list[Plan], random: object, netto: bool) -> None:
    shuffled = numbered(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert sums(shuffled, netto=netto) == sums(numbered(records), netto=netto)


@given(st.lists(plans(), max_size=4), plans(exact=True), st.data(), st.booleans())
def test_two_plans_that_add_up_to_one_leave_every_sum_of_homes(
    others: list[Plan], plan: Plan, data: st.DataObject, netto: bool
) -> None:
    assert plan.restant is not None
    assert plan.sloop is not None
    part, demolition = data.draw(st.integers(0, plan.restant)), data.draw(st.integers(0, plan.sloop))
    halves = [
        plan.model_copy(update={"restant": part, "sloop": demolition}),
        plan.model_copy(update={"restant": plan.restant - part, "sloop": plan.sloop - demolition}),
    ]
    whole = sums(numbered([*others, plan]), netto=netto)
    split = sums(numbered([*others, *halves]), netto=netto)
    for name, homes in whole.items():
        halved = split[name]
        assert halved.missing == homes.missing
        # Of a plan of unknown status all or nothing counts, of two plans either may.
        may_differ = netto and plan.planstatus is Planstatus.ONBEKEND
        assert halved.contains(homes) if may_differ else halved.bounds == homes.bounds


FORGET = ["restant", "woningen", "woningen_min", "woningen_max", "gerealiseerd", "sloop", "oplevering"]


@given(st.lists(plans(), min_size=1, max_size=5), st.data(), st.booleans(), st.sampled_from(list(FailOn)))
def test_forgetting_a_number_never_looks_more_certain(
    records: list[Plan], data: st.DataObject, netto: bool, gate: FailOn
) -> None:
    before = numbered(records)
    index = data.draw(st.integers(0, len(before) - 1))
    keys = [key for key in FORGET if getattr(before[index], key) is not None]
    key = data.draw(st.sampled_from(keys or ["restant"]))
    update: dict[str, object] = {key: None}
    if key in ("woningen", "woningen_min", "woningen_max", "restant", "gerealiseerd"):
        # What is left of a plan without a number has no years either.
        update["oplevering"] = None
    after = [*before]
    after[index] = before[index].model_copy(update=update)
    old, new = sums(before, netto=netto), sums(after, netto=netto)
    for name in CLASSES:
        assert new[name].unknown >= old[name].unknown
        # Homes without a year are assumed inside the period, which the output names: only then a range may close.
        if key != "oplevering":
            assert not (_exact(new[name]) and not _exact(old[name]))
            assert new[name].unknown > old[name].unknown or new[name].contains(old[name])
    if key != "oplevering":
        opened, was = (
            shortage(balance(View(dataset(state), Question(netto=netto))), gate) for state in (after, before)
        )
        assert opened or not was


@given(st.lists(plans(), max_size=6), plans(exact=True))
def test_another_plan_never_raises_what_is_to_be_found(records: list[Plan], plan: Plan) -> None:
    before, after = (balance(View(dataset(numbered(r)))).nog_te_vinden for r in (records, [*records, plan]))
    assert before is not None
    assert after is not None
    for old, new in zip(before.ends, after.ends, strict=True):
        # What is wholly unknown has no bounds to compare.
        if not old.blank and old.high is not None:
            assert new.high is not None
            assert new.high <= old.high


@pytest.mark.parametrize("by", BY)
def test_the_unassigned_row_is_always_there(by: By) -> None:
    assert grouped(View(dataset([])), by).groups[-1].key == ""
