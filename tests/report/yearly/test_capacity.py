"""Capacity and how far it covers what is still to be built, worked by hand."""

from __future__ import annotations

from tests.report.yearly.reports import OPENBAAR, report, row, table
from woonplan.calc.confidential import visible
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.report.yearly.year import Year


def test_capacity_and_coverage_by_hand(shipped_2021: Dataset) -> None:
    found = report(shipped_2021)
    region = row(found, "capaciteit", "totaal")
    assert (region["hard"], region["zacht"], region["opgeleverd"]) == ((7_929,) * 2, (11_629,) * 2, (2_097,) * 2)
    # 2,097 + 19,558 - 20,000 = 1,655 over, and - 22,000 = 345 short.
    assert (region["saldo_ondergrens"], region["saldo_bovengrens"]) == ((1_655,) * 2, (-345, -345))
    cover = row(found, "dekking", "totaal")
    # 20,000 - 2,097 = 17,903: 19,558 is 109.2% of it. 22,000 - 2,097 = 19,903: 98.3%.
    assert (cover["dekking_ondergrens"], cover["dekking_bovengrens"]) == ((109, 109), (98, 98))
    # 130% of 17,903 is 23,273.9, of 19,903 is 25,873.9: no whole homes, so both whole numbers around them.
    assert (cover["gewenst_ondergrens"], cover["gewenst_bovengrens"]) == ((23_273, 23_274), (25_873, 25_874))
    assert cover["ruimte_ondergrens"] == (19_558 - 23_274, 19_558 - 23_273)
    assert row(found, "capaciteit", "Enschede")["saldo_ondergrens"] == "geen opgave"


def test_the_percentage_is_that_of_the_agenda(shipped_2021: Dataset) -> None:
    assert "130%" in table(report(shipped_2021), "dekking").title
    without = Year(2020, visible(shipped_2021, OPENBAAR), Question())
    found = table(yearly_document(without, Rapport.JAAR), "dekking")
    assert "130" not in found.title
    assert any("plancapaciteit-dekking" in note for note in found.notes)
