"""Published totals that the records must add up to."""

from __future__ import annotations

import pytest

from tests.conftest import Register

CONTROL = "controle:\n  - {id: som, klassen: [hard], woningen: 100, tolerantie: 2}\n"


@pytest.mark.parametrize(("homes", "codes"), [(97, ["WP309"]), (98, []), (102, []), (103, ["WP309"])])
def test_control_total_within_its_tolerance(register: Register, homes: int, codes: list[str]) -> None:
    loaded = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: {homes}}}\n{CONTROL}")
    assert [f.code for f in loaded.findings] == codes


def test_an_unknown_record_can_fill_a_control_total_but_not_undo_it(register: Register) -> None:
    unknown = "  - {id: b, naam: B, gemeente: Aa, planstatus: 1A}\n"
    low = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10}}\n{unknown}{CONTROL}")
    # The sum proves nothing then, and says so; it may also be that a line fell away.
    assert [(f.code, str(f.severity)) for f in low.findings] == [("WP316", "waarschuwing")]
    assert low.dataset is not None
    high = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 103}}\n{unknown}{CONTROL}")
    assert [f.code for f in high.findings] == ["WP309"]
