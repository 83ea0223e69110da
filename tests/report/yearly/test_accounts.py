"""Bottlenecks where nobody named a plan."""

from __future__ import annotations

from tests.conftest import GEMEENTEN, Register
from tests.report.yearly.reports import PUBLIC, empty_report, table


def test_bottlenecks_of_a_municipality_without_plans_are_not_none(register: Register) -> None:
    of_aa = f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10, knelpunten: [nuts], {PUBLIC}}}\n"
    notes = table(empty_report(register, GEMEENTEN, of_aa), "knelpunten").notes
    assert any(note.startswith("gemeenten zonder (zichtbaar) plan: 1; wat daar gepland is") for note in notes)
    both = of_aa + f"  - {{id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 5, {PUBLIC}}}\n"
    notes = table(empty_report(register, GEMEENTEN, both), "knelpunten").notes
    assert not any("zonder (zichtbaar) plan" in note for note in notes)
