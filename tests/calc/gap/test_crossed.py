"""Homes per municipality and group: cross tables worked out by hand, and rows and columns that add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.gap.test_groups import load, records
from tests.calc.gap.test_splits import PLANS, divided_plans
from tests.calc.registers import dataset, numbered
from tests.conftest import Register
from tests.report.walk import check_every_number
from woonplan.calc.gap.crossed import COLUMNS, ROWS, Crossed, crossed
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By, Question
from woonplan.calc.view import View
from woonplan.model.number import total
from woonplan.model.plan import Plan
from woonplan.report.derivation import term
from woonplan.report.gap.crossed import crossed_document


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
