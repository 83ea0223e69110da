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
    # 130% is not for the 15,782 of the local need. Of the other 4,218 none was delivered or all 2,097: 30% of 2,121 is
    # 636.3, of 4,218 it is 1,265.4, on top of 17,903. At the high end 30% of 4,121 and of 6,218 on top of 19,903.
    assert (cover["gewenst_ondergrens"], cover["gewenst_bovengrens"]) == ((18_539, 19_168), (21_139, 21_768))
    # 19,558 - 19,168.4 and - 18,539.3.
    assert cover["ruimte_ondergrens"] == (390, 1_019)
    notes = table(found, "dekking").notes
    assert any("een deel van de opgave (lokale behoefte); 130% geldt alleen voor de rest" in note for note in notes)
    assert row(found, "capaciteit", "Enschede")["saldo_ondergrens"] == "geen opgave"


def test_the_percentage_is_that_of_the_agenda(shipped_2021: Dataset) -> None:
    assert "130%" in table(report(shipped_2021), "dekking").title
    without = Year(2020, visible(shipped_2021, OPENBAAR), Question())
    found = table(yearly_document(without, Rapport.JAAR), "dekking")
    assert "130" not in found.title
    assert any("plancapaciteit-dekking" in note for note in found.notes)
