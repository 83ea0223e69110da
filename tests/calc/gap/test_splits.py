"""Homes by the parts of a split: worked out by hand, and rows that add up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.calc.gap.test_groups import load, numbers, records
from tests.calc.registers import dataset, numbered, plans
from tests.conftest import Register
from woonplan.calc.gap.groups import grouped
from woonplan.calc.gap.splits import SPLIT_BY
from woonplan.calc.question import By, Question
from woonplan.calc.report.segments import programme
from woonplan.calc.view import View
from woonplan.model.number import total
from woonplan.model.plan import Plan
from woonplan.model.split import PARTS

PLANS = records(
    # 50 homes, of which 12 are in no part, and 6 are rent of some kind.
    "id: a, naam: A, gemeente: Aa, planstatus: 1A, woningen: 50, gerealiseerd: 0, betaalbaarheid: {sociale_huur: 20, "
    "middenhuur: 12, huur_onbekend: 6}",
    # 40 homes of which 10 are built: of the 30 dear ones at least 20 are still to come, of the 10 others none.
    "id: b, naam: B, gemeente: Bee, planstatus: '3', woningen: 40, gerealiseerd: 10, betaalbaarheid: {dure_koop: 30, "
    "sociale_huur: 10}",
    # No split.
    "id: c, naam: C, gemeente: Bee, planstatus: 2A, restant: 7",
)


def test_rows_of_a_split_by_hand(register: Register) -> None:
    found = grouped(View(load(register, PLANS)), By.BETAALBAARHEID)
    assert numbers(found) == {
        # The rest of A and C may be of any segment; the rent of A of three.
        "sociale_huur": "(20, zonder 2 plannen)",
        "middenhuur": "(12, zonder 2 plannen)",
        "dure_huur": "onbekend",
        "huur_onbekend": "6",
        "betaalbare_koop": "onbekend",
        "dure_koop": "onbekend",
        # 12 that the split leaves out, and the 7 of C.
        "": "19",
        "totaal": "57",
    }
    assert numbers(found, "zacht") == {
        "dure_koop": "(20 tot 30)",
        "sociale_huur": "(0 tot 10)",
        "": "0",
        "totaal": "30",
    }
    # A and C are each one plan, whatever parts of A are open.
    assert found.undivided == 2


def test_net_of_demolition_a_plan_that_demolishes_is_not_divided(register: Register) -> None:
    own = "woningen: 10, gerealiseerd: 0, soort_aantal: bruto, woningtype: {eengezins: 10}"
    data = load(
        register,
        records(
            f"id: a, naam: A, gemeente: Aa, planstatus: 1A, {own}, sloop: 0, sloop_gerealiseerd: 0",
            f"id: b, naam: B, gemeente: Bee, planstatus: 1A, {own}, sloop: 4, sloop_gerealiseerd: 0",
        ),
    )
    gross, net = (numbers(grouped(View(data, Question(netto=n)), By.WONINGTYPE)) for n in (False, True))
    assert gross == {"eengezins": "20", "": "0", "totaal": "20"}
    assert net == {"eengezins": "(10, zonder 1 plan)", "meergezins": "onbekend", "": "6", "totaal": "16"}


@st.composite
def divided_plans(draw: st.DrawFn) -> Plan:
    """A plan of which some splits hold some of its homes."""
    plan = draw(plans(exact=draw(st.booleans())))
    homes = draw(st.integers(0, 60))
    more: dict[str, object] = {}
    for split, keys in PARTS.items():
        if draw(st.booleans()):
            parts, left = {}, homes
            for key in keys:
                parts[key] = draw(st.integers(0, left))
                left -= parts[key]
            more[split] = parts
    raw = plan.model_dump(exclude_none=True, exclude_defaults=True)
    for key in ("restant", "woningen", "woningen_min", "woningen_max", "precisie", "oplevering", "gerealiseerd"):
        raw.pop(key, None)
    done = draw(st.sampled_from([None, 0, homes // 2]))
    raw |= more | {"woningen": homes} | ({} if done is None else {"gerealiseerd": done})
    return Plan.model_validate(raw | {"opdrachtgever": draw(st.sampled_from(["gemeente", "onbekend"]))})


@given(st.lists(divided_plans(), max_size=6), st.booleans(), st.sampled_from(list(SPLIT_BY)))
def test_rows_of_a_split_contain_the_region(made: list[Plan], netto: bool, by: By) -> None:
    result = grouped(View(dataset(numbered(made)), Question(netto=netto)), by)
    for name in ("hard", "zacht", "onbekend", "telt_niet", "buiten"):
        rows = total(getattr(group.sums, name).low for group in result.groups)
        whole = getattr(result.total.sums, name).low
        assert rows.contains(whole)
        assert whole.missing <= rows.missing


@given(st.lists(divided_plans(), max_size=6))
def test_the_report_and_the_grouping_know_the_same(made: list[Plan]) -> None:
    view = View(dataset(numbered(made)))
    known = programme(view).by_segment
    for group in grouped(view, By.BETAALBAARHEID).groups[:-1]:
        figures = total(figure.low for figure in group.sums.samen)
        assert (figures.low, figures.high) == (known[group.key].low.low, known[group.key].low.high)
