"""Locations for the region, and hard capacity for the State."""

from __future__ import annotations

from tests.report.cells import term_of
from tests.report.terms import nothing
from tests.report.yearly.reports import report, row, table
from woonplan.model.dataset import Dataset
from woonplan.report.yearly.report import Rapport


def test_hard_capacity_only_for_the_state(shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.RIJK)
    assert row(found, "rijk", "totaal")["hard_bruto"] == (7_929, 7_929)
    assert not any("zacht" in column.key for table in found.tables for column in table.columns)
    # The source does not tell demolition, so net is unknown.
    net = next(r for r in table(found, "rijk").rows if r.key == "Almelo").cells[3]
    assert term_of(net) == nothing(1)


def test_the_inventory_lists_every_location(shipped: Dataset) -> None:
    found = report(shipped, Rapport.INVENTARIS, 2019)
    assert len(table(found, "locaties").rows) == 38
    assert any("voor 1-7-2020" in note or "ontbreekt" in note for note in table(found, "locaties").notes)
    assert any("1-7-2022" in note for note in table(report(shipped, Rapport.INVENTARIS, 2021), "locaties").notes)
