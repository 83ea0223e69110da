from __future__ import annotations

import pytest

from tests.calc.registers import AGGREGATE, dataset
from tests.conftest import ROOT
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.report.gap.balance import gap_document
from woonplan.report.gap.groups import grouped_document
from woonplan.report.gap.pace import pace_document
from woonplan.tables.cell import Value
from woonplan.tables.chart import ChartKind
from woonplan.tables.document import Document
from woonplan.tables.table import Table

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
            assert list(series.cells) == [cells[name] for name in cells if name.replace("_", " ") in chart.categories]


def test_municipalities_have_a_chart_without_the_total() -> None:
    (bars,) = by(shipped("plannen-2021.yaml"), By.GEMEENTE).charts
    assert (bars.kind, bars.table) == (ChartKind.STACKED, "groepen")
    assert len(bars.categories) == 14
    assert [series.name for series in bars.series] == ["hard", "zacht"]
    # Hard: Hengelo has 1,646, more than Almelo with 1,512. Soft: Enschede.
    assert bars.says == "Het meeste is bekend van hard in Hengelo (1.646) en zacht in Enschede (3.700)."


def test_what_is_unknown_is_not_drawn_as_0() -> None:
    (bars,) = by(dataset([AGGREGATE]), By.GEMEENTE).charts
    hard = bars.series[0]
    assert bars.categories == ("Aa", "Bee", "Cee", "niet verdeeld over gemeenten")
    assert hard.values == (None, None, None, 5000)
    assert all(isinstance(cell, Value) and cell.blank for cell in hard.cells[:3])


def test_every_chart_says_what_it_shows() -> None:
    capacity, waterfall = balance_of(shipped("plannen.yaml")).charts
    assert capacity.says == (
        "Harde plancapaciteit ca. 8.300, zachte plancapaciteit ca. 5.800 en extra ruimte (voornemen) ca. 6.000, "
        "tegenover een ambitie van ca. 20.000 tot 22.000."
    )
    assert waterfall.says == (
        "Het saldo: bij de ondergrens ca. 5.900 woningen te weinig, bij de bovengrens ca. 7.900 woningen te weinig."
    )
    for plannen in ("plannen.yaml", "plannen-2021.yaml"):
        yearly = pace_document(View(shipped(plannen)))
        assert yearly.charts
        assert all(chart.says for chart in yearly.charts)


def test_where_nothing_is_known_a_chart_says_that() -> None:
    (bars,) = by(dataset([]), By.GEMEENTE).charts
    assert bars.says == "Van geen rij is bekend hoeveel er gepland is."
    yearly, added = pace_document(View(shipped("plannen-2021.yaml"))).charts
    assert yearly.says == "Van geen jaar is bekend wat er gepland is; nodig is ca. 2.000 tot 2.200 per jaar."
    # 2,097 + 7,929 = 10,026, and 11,629 more.
    assert added.says == (
        "Tot en met 2029: opgeleverd + hard 10.026 en opgeleverd + hard + zacht 21.655; nodig is ca. 20.000 tot 22.000."
    )
