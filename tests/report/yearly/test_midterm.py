"""Two states side by side: compared, never added, and hidden together."""

from __future__ import annotations

from tests.conftest import Register
from tests.report.yearly.reports import report, row, table
from woonplan.model.dataset import Dataset
from woonplan.report.yearly.report import Rapport


def test_states_are_compared_and_never_added(shipped: Dataset, shipped_2021: Dataset) -> None:
    found = report(shipped_2021, Rapport.MIDTERM, earlier=shipped)
    total = row(found, "midterm", "totaal")
    # 7,929 - circa 8,300 and 11,629 - circa 5,800.
    assert (total["hard_verschil"], total["zacht_verschil"]) == ((-371, -371), (5_829, 5_829))
    assert any("definitie" in note for note in table(found, "midterm").notes)
    alone = table(report(shipped_2021, Rapport.MIDTERM), "midterm")
    assert alone.rows == ()
    assert any("--vergelijk" in note for note in alone.notes)


def test_what_is_hidden_in_one_state_is_hidden_in_both(register: Register) -> None:
    plan = "  - {id: p, naam: P, gemeente: Aa, planstatus: 3, restant: %d, vertrouwelijkheid: %s}\n"
    then = register(plan % (70, "openbaar")).dataset
    kop = "versie: 1\npeildatum: 2021-01-01\nbron: nota\nsoort_aantal: bruto\nplannen:\n"
    now = register(plan % (55, "gemeente"), kop=kop).dataset
    assert then is not None
    assert now is not None
    found = report(now, Rapport.MIDTERM, earlier=then)
    assert "70" not in str(table(found, "midterm").rows)
