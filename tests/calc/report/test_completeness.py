"""How much of the register is filled in, worked by hand."""

from __future__ import annotations

from tests.calc.report.places import PLACES, capacity
from tests.conftest import Register
from woonplan.calc.report.completeness import accounts
from woonplan.calc.view import View


def test_the_accounts_count_what_is_not_filled_in(register: Register) -> None:
    dataset, *_ = capacity(register, PLACES)
    pairs = accounts(View(dataset), None, 2020)
    found = {key: (without.low.low, asked.low.low) for key, (without, asked) in pairs.items()}
    # Los does not count, so four records are asked; In and Uit have a plan type, Leeg and Op have none.
    assert found["plantype"] == (2, 4)
    assert found["knelpunten"] == (1, 4)
    assert found["aantal"] == (0, 4)
    assert found["betaalbaarheid"] == (4, 4)
    assert found["jaar_hard"] == (2, 2)  # Uit and Leeg are soft
    # Neither municipality has stock of 2020 or a target of its own, and there is no agenda.
    assert (found["voorraad"], found["opgave"], found["prijsgrenzen"]) == ((2, 2), (2, 2), (4, 4))
