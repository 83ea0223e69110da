"""Homes by the parts of a split, and per municipality and group: worked out by hand, and rows that add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.gap.test_groups import load, numbers, records
from tests.calc.registers import dataset, numbered, plans
from tests.conftest import Register
from tests.report.walk import check_every_number
from woonplan.calc.gap.crossed import COLUMNS, ROWS, Crossed, crossed
from woonplan.calc.gap.groups import grouped
from woonplan.calc.gap.splits import SPLIT_BY
from woonplan.calc.question import By, Question
from woonplan.calc.report.segments import programme
from woonplan.calc.view import View
from woonplan.model.number import total
from woonplan.model.plan import Plan
from woonplan.model.split import PARTS
from woonplan.report.derivation import term
from woonplan.report.gap.crossed import crossed_document

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


def cells(found: Crossed) -> dict[str, dict[str, str]]:
    lines = (*found.lines, found.total)
    return {
        line.key: {
            key: text
            for key, figure in zip((*found.columns, "totaal"), (*line.cells, line.whole), strict=True)
            if (text := term(figure.low)) != "0"
        }
        for line in lines
    }


def test_a_cross_table_by_hand(register: Register) -> None:
    data = load(register, PLANS + records("id: g, naam: G, gemeenten: [Aa, Bee], planstatus: 1A, restant: 9"))
    assert cells(crossed(View(data), By.GEMEENTE, By.BETAALBAARHEID)) == {
        "Aa": {
            "sociale_huur": "(20, zonder 2 plannen)",
            "middenhuur": "(12, zonder 2 plannen)",
            "dure_huur": "onbekend",
            "huur_onbekend": "6",
            "betaalbare_koop": "onbekend",
            "dure_koop": "onbekend",
            "": "(12, zonder 1 plan)",
            "totaal": "(50, zonder 1 plan)",
        },
        "Bee": {
            "sociale_huur": "(0 tot 10, zonder 2 plannen)",
            "middenhuur": "onbekend",
            "dure_huur": "onbekend",
            "betaalbare_koop": "onbekend",
            "dure_koop": "(20 tot 30, zonder 2 plannen)",
            "": "(7, zonder 1 plan)",
            "totaal": "(37, zonder 1 plan)",
        },
        "": {
            "sociale_huur": "onbekend",
            "middenhuur": "onbekend",
            "dure_huur": "onbekend",
            "betaalbare_koop": "onbekend",
            "dure_koop": "onbekend",
            "": "9",
            "totaal": "9",
        },
        "totaal": {
            "sociale_huur": "(20 tot 30, zonder 3 plannen)",
            "middenhuur": "(12, zonder 3 plannen)",
            "dure_huur": "onbekend",
            "huur_onbekend": "6",
            "betaalbare_koop": "onbekend",
            "dure_koop": "(20 tot 30, zonder 3 plannen)",
            "": "28",
            "totaal": "96",
        },
    }


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


@given(st.lists(divided_plans(), max_size=6), st.sampled_from(COLUMNS), st.booleans())
def test_a_row_of_a_cross_table_is_that_municipality_alone(made: list[Plan], by: By, netto: bool) -> None:
    data = dataset(numbered(made))
    found = crossed(View(data, Question(netto=netto)), By.GEMEENTE, by)
    for line in found.lines[:-1]:
        alone = grouped(View(data, Question(gemeenten=(line.key,), netto=netto)), by)
        for figure, group in zip(line.cells, alone.groups, strict=True):
            own = total(one.low for one in group.sums.samen)
            assert (figure.low.bounds, figure.low.missing) == (own.bounds, own.missing)
        whole = total(one.low for one in alone.total.sums.samen)
        assert (line.whole.low.bounds, line.whole.low.missing) == (whole.bounds, whole.missing)


@given(st.lists(divided_plans(), max_size=6), st.sampled_from(ROWS), st.sampled_from(COLUMNS))
def test_rows_and_columns_of_a_cross_table_contain_its_totals(made: list[Plan], rows: By, by: By) -> None:
    found = crossed(View(dataset(numbered(made))), rows, by)
    for line in found.lines:
        assert total(figure.low for figure in line.cells).contains(line.whole.low)
    for i, figure in enumerate(found.total.cells):
        assert total(line.cells[i].low for line in found.lines).contains(figure.low)


@pytest.mark.parametrize("by", [By.BETAALBAARHEID, By.AFWEGINGSKADER, By.STATUS])
def test_every_number_of_a_cross_table_is_explained(register: Register, by: By) -> None:
    data = load(register, PLANS + records("id: g, naam: G, gemeenten: [Aa, Bee], planstatus: 1A, restant: 9"))
    assert check_every_number(crossed_document(View(data), By.GEMEENTE, by), data) > 10


def test_strategy_crossed_with_plan_type_by_hand(register: Register) -> None:
    own = "gemeente: Aa, planstatus: 1A"
    data = load(
        register,
        records(
            f"id: a, naam: A, {own}, restant: 30, strategie: wonen_langs_de_radialen, plantype: verdichting",
            f"id: b, naam: B, {own}, restant: 8, strategie: wonen_langs_de_radialen",
            f"id: c, naam: C, {own}, restant: 5, plantype: uitbreiding_uitleg",
            "id: n, naam: N, gemeente: Bee, planstatus: 1A, restant: 0",
        ),
    )
    found = cells(crossed(View(data), By.STRATEGIE, By.PLANTYPE))
    # The 8 of B may be of any type, and the 5 of C along any road.
    radials = found["wonen_langs_de_radialen"]
    assert (radials["verdichting"], radials["uitbreiding_uitleg"]) == ("(30, zonder 1 plan)", "onbekend")
    assert (radials[""], radials["totaal"]) == ("8", "(38, zonder 1 plan)")
    assert found[""] == {"uitbreiding_uitleg": "5", "totaal": "5"}
