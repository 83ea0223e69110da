"""Locations for the region, hard capacity for the State, and the need of the Ladder, worked by hand."""

from __future__ import annotations

from tests.conftest import Register
from tests.report.cells import term_of
from tests.report.terms import nothing
from tests.report.yearly.reports import BARE, empty_report, report, row, table
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


def test_the_ladder_of_an_area(shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.LADDER)
    # 15,782 - 2,097 - 7,929 = 5,756; soft capacity takes nothing off.
    assert row(found, "behoefte", "lokale_behoefte.rest")["ondergrens"] == (5_756, 5_756)
    enschede = report(shipped_2021, Rapport.LADDER, gemeenten=("Enschede",), opgave="woondeal")
    # 5,040 - 1,299; the deal begins after this state.
    assert row(enschede, "behoefte", "ambitie.rest")["bovengrens"] == (3_741, 3_741)
    assert "Enschede" in enschede.title


def test_a_need_without_a_target_names_the_target(register: Register) -> None:
    found = empty_report(register, BARE, soort=Rapport.LADDER)
    assert "in het register staat geen opgave: de behoefte is onbekend." in table(found, "behoefte").notes
