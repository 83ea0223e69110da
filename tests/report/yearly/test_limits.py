"""The price limits of a year: what holds at exactly the limit, and which of them no source gives."""

from __future__ import annotations

from fractions import Fraction

from tests.report.yearly.reports import report, row, table
from woonplan.model.dataset import Dataset


def test_the_limits_of_2026(shipped_2021: Dataset) -> None:
    found = report(shipped_2021, jaar=2026)
    rent, middle, purchase = (
        row(found, "prijsgrenzen", f"{soort}.1") for soort in ("sociale_huur", "middenhuur", "betaalbare_koop")
    )
    assert rent["bedrag"] == (Fraction("932.93"),) * 2
    assert rent["grenswaarde"] == "verschilt"
    assert (middle["bedrag"], middle["grens_nieuwbouw"]) == ((Fraction("1228.07"),) * 2, (Fraction("1350.88"),) * 2)
    assert (purchase["bedrag"], purchase["grenswaarde"]) == ((Fraction(420_000),) * 2, "inclusief")
    notes = table(found, "prijsgrenzen").notes
    assert any(note.startswith("middenhuur: ") and "afgeleid: 1,1 x 1.228,07" in note for note in notes)
    assert any(note.startswith("precies de grens: ") for note in notes)


def test_what_a_source_does_not_say_of_the_limit_is_not_said(shipped_2021: Dataset) -> None:
    assert row(report(shipped_2021, jaar=2022), "prijsgrenzen", "sociale_huur.1")["grenswaarde"] == "niet gezegd"
    # Without a single limit there is nothing to say of what lies at it.
    empty = table(report(shipped_2021, jaar=2012), "prijsgrenzen")
    assert not any(note.startswith("precies de grens") for note in empty.notes)
