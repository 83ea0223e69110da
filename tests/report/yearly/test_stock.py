"""The stock of a year, worked by hand."""

from __future__ import annotations

from tests.report.yearly.reports import report, row
from woonplan.model.dataset import Dataset


def test_the_year_2020_by_hand(shipped_2021: Dataset) -> None:
    found = report(shipped_2021)
    region = row(found, "woningvoorraad", "totaal")
    # Domain 1.3: 280,408 + 2,097 = 282,505.
    assert (region["beginstand"], region["saldo"], region["eindstand"]) == (
        (280_408, 280_408),
        (2_097, 2_097),
        (282_505, 282_505),
    )
    enschede = row(found, "woningvoorraad", "GM0153")
    assert (enschede["nieuwbouw"], enschede["sloop"], enschede["saldo"]) == ((500, 500), (73, 73), (703, 703))
