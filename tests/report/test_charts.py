from __future__ import annotations

import pytest

from tests.calc.registers import AGGREGATE, dataset
from tests.conftest import ROOT
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.groups import grouped_document
from woonplan.tables import ChartKind, Document, Table, Value

DATA = ROOT / "data"


def shipped(plannen: str) -> Dataset:
    loaded = load(DATA, DATA / plannen)
    assert loaded.dataset is not None
    return loaded.dataset


def balance_of(register: Dataset) -> Document:
    return gap_document(View(register))


def by(register: Dataset, dimension: By) -> Document:
    return grouped_document(View(register), dimension)


def column(table: Table, key: str) -> dict[str, object]:
    place = [c.key for c in table.columns].index(key)
    return {str(row.cells[0]): row.cells[place] for row in table.rows}


@pytest.mark.parametrize("plannen", ["plannen.yaml", "plannen-2021.yaml"])
def test_the_waterfall_holds_the_cells_of_the_balance(plannen: str) -> None:
    document = balance_of(shipped(plannen))
    _, waterfall = document.charts
    for i, end in enumerate(("ondergrens", "bovengrens")):
        cells = column(document.tables[0], end)
        for series in waterfall.series:
            assert series.cells[i] == cells[series.name]


def test_the_state_of_2020_against_the_ambition() -> None:
    capacity, waterfall = balance_of(shipped("plannen.yaml")).charts
    assert capacity.kind is ChartKind.STACKED
    # 8,300 hard, 5,800 soft and 6,000 intended against 20,000 to 22,000.
    assert [(s.role, s.values) for s in capacity.series] == [("hard", (8300,)), ("zacht", (5800,)), ("extra", (6000,))]
    assert capacity.band == (20000, 22000)
    assert capacity.band_name == "ambitie (ca.)"
    assert "ca. 8.300" in capacity.description
    # 5,900 and 7,900 short; with what is intended 100 over and 1,900 short.
    assert [(s.role, s.values) for s in waterfall.series if s.role == "saldo"] == [
        ("saldo", (-5900, -7900)),
        ("saldo", (100, -1900)),
    ]


@pytest.mark.parametrize("dimension", list(By))
def test_groups_hold_the_cells_of_the_table(dimension: By) -> None:
    document = by(shipped("plannen-2021.yaml"), dimension)
    (table,) = document.tables
    assert document.charts
    for chart in document.charts:
        for series in chart.series:
            cells = column(table, series.name.replace(" ", "_"))
            assert list(series.cells) == [cells[name] for name in chart.categories]


def test_municipalities_have_a_heat_table_without_the_total() -> None:
    _, heat = by(shipped("plannen-2021.yaml"), By.GEMEENTE).charts
    assert heat.kind is ChartKind.HEAT
    assert len(heat.categories) == 14
    # No municipality has a target in this set: a column of balances would be empty.
    assert [series.name for series in heat.series] == ["hard", "zacht"]


def test_a_municipality_with_a_target_has_a_balance_and_others_say_that_they_have_none() -> None:
    register = dataset(
        [Plan.model_validate({"id": "a", "naam": "A", "gemeente": "Aa", "planstatus": "1A", "restant": 30})]
    )
    _, heat = by(register, By.GEMEENTE).charts
    low = next(series for series in heat.series if series.name == "saldo ondergrens")
    # Aa: 30 hard against 100.
    assert dict(zip(heat.categories, low.values, strict=True)) == {"Aa": -70, "Bee": None, "Cee": None}
    assert low.cells[1:] == ("geen opgave", "geen opgave")


def test_what_is_unknown_is_not_drawn_as_0() -> None:
    _, heat = by(dataset([AGGREGATE]), By.GEMEENTE).charts
    hard = heat.series[0]
    assert heat.categories == ("Aa", "Bee", "Cee", "niet verdeeld over gemeenten")
    assert hard.values == (None, None, None, 5000)
    assert all(isinstance(cell, Value) and cell.blank for cell in hard.cells[:3])
