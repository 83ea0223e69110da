"""A table for each council."""

from __future__ import annotations

from tests.conftest import Register
from tests.report.yearly.reports import BARE, empty_report, report, row, table
from woonplan.model.dataset import Dataset
from woonplan.report.yearly.report import Rapport


def test_a_table_per_municipality_for_the_council(shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.RAAD)
    assert [t.name for t in found.tables if t.name.startswith("raad-")] == [
        f"raad-{g.code}" for g in shipped_2021.gebied.gemeenten
    ]
    assert row(found, "raad-GM0153", "voorraad.saldo")["ondergrens"] == (703, 703)
    assert row(found, "raad-GM0153", "zacht")["ondergrens"] == (3_700, 3_700)
    one = report(shipped_2021, Rapport.RAAD, gemeenten=("Enschede",), opgave="woondeal")
    # 1,299 + 3,700 - 5,040 = 41 short.
    assert row(one, "raad-GM0153", "saldo")["ondergrens"] == (-41, -41)


def test_a_council_report_without_municipalities_has_a_table_that_says_so(register: Register) -> None:
    found = empty_report(register, BARE, soort=Rapport.RAAD)
    assert table(found, "raad").rows == ()
    assert table(found, "raad").notes[0].startswith("in gemeenten.yaml staat geen gemeente")
