"""How much of the register is filled in, worked by hand."""

from __future__ import annotations

from tests.calc.report.places import PLACES, capacity
from tests.conftest import Register
from woonplan.calc.report.completeness import accounts


def test_the_accounts_count_what_is_not_filled_in(register: Register) -> None:
    _, records, _ = capacity(register, PLACES)
    found = {a.key: (a.missing, a.of) for a in accounts(records)}
    # Los does not count, so four records are asked; In and Uit have a plan type, Leeg and Op have none.
    assert found["plantype"] == (2, 4)
    assert found["knelpunten"] == (1, 4)
    assert found["aantal"] == (0, 4)
    assert found["betaalbaarheid"] == (4, 4)
    assert found["jaar_hard"] == (2, 2)  # Uit and Leeg are soft
