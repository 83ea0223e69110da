"""The stock of a year, and what was delivered against the pace, worked by hand."""

from __future__ import annotations

from tests.report.yearly.reports import report, row
from woonplan.model.dataset import Dataset


def test_the_year_2020_by_hand(shipped_2021: Dataset) -> None:
    found = report(shipped_2021)
    region = row(found, "woningvoorraad", "totaal")
    # 280,408 + 2,097 = 282,505.
    assert (region["beginstand"], region["saldo"], region["eindstand"]) == (
        (280_408, 280_408),
        (2_097, 2_097),
        (282_505, 282_505),
    )
    enschede = row(found, "woningvoorraad", "GM0153")
    assert (enschede["nieuwbouw"], enschede["sloop"], enschede["saldo"]) == ((500, 500), (73, 73), (703, 703))


def test_delivery_against_the_pace(shipped_2021: Dataset) -> None:
    found = row(report(shipped_2021), "opgeleverd_per_jaar", "2020")
    # 20,000 and 22,000 over ten years; 2,097 is 97 over and 103 short.
    assert (found["nodig_ondergrens"], found["nodig_bovengrens"]) == ((2_000, 2_000), (2_200, 2_200))
    assert (found["verschil_ondergrens"], found["verschil_bovengrens"]) == ((97, 97), (-103, -103))
    assert row(report(shipped_2021), "opgeleverd_per_jaar", "2019")["nodig_ondergrens"] == "buiten de periode"
