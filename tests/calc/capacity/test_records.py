"""What one record adds: the remainder, the period, and how sure it is."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.gap.balance import balance
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.number import UNKNOWN, Number


def hard(register: Register, record: str, *, netto: bool = False) -> Number:
    loaded = register(f"  - {{id: a, naam: A, gemeente: Aa, planstatus: 1A, {record}}}\n")
    assert loaded.findings == ()
    assert loaded.dataset is not None
    return balance(View(loaded.dataset, Question(gemeenten=("Aa",), netto=netto))).sums.hard.low


@pytest.mark.parametrize(
    ("record", "low", "high"),
    [
        ("woningen: 30, gerealiseerd: 0", 30, 30),
        ("woningen: 30, gerealiseerd: 12", 18, 18),
        ("restant: 18", 18, 18),
        # Nobody says what was delivered: anything between nothing and everything may be left.
        ("woningen: 30", 0, 30),
        ("woningen_min: 20, woningen_max: 40, gerealiseerd: 5", 15, 35),
        ("woningen: 200, precisie: minimaal, gerealiseerd: 0", 200, None),
        ("woningen: 200, precisie: maximaal, gerealiseerd: 0", 0, 200),
        # The target's period ends on 1-1-2030.
        ("woningen: 30, gerealiseerd: 0, oplevering: {2029: 10, 2030: 20}", 10, 10),
        ("woningen: 30, gerealiseerd: 0, oplevering: {2028-2031: 30}", 0, 30),
        ("woningen: 30, gerealiseerd: 0, oplevering: {2028: 10, onbekend: 20}", 30, 30),
        ("woningen: 30, gerealiseerd: 0, oplevering: {2035-2040: 30}", 0, 0),
    ],
)
def test_gross(register: Register, record: str, low: int | None, high: int | None) -> None:
    homes = hard(register, record)
    assert (homes.low, homes.high) == (low, high)
    assert homes.unknown == 0


def test_no_number_is_unknown(register: Register) -> None:
    assert hard(register, "start: 2024") == UNKNOWN.of("a")


def test_circa_is_a_mark(register: Register) -> None:
    assert hard(register, "restant: 30, precisie: circa").bounds == (30, 30, True)
