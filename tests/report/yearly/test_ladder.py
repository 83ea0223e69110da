"""The need of the Ladder, worked by hand, and what it lacks."""

from __future__ import annotations

from tests.conftest import Register
from tests.report.yearly.reports import BARE, empty_report, report, row, table
from woonplan.model.dataset import Dataset
from woonplan.report.yearly.report import Rapport


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
