"""What one record adds: the remainder, the period, gross and net."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.gap.balance import balance
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.number import Number


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
    assert hard(register, "start: 2024") == Number(0, 0, known=0, unknown=1)


def test_circa_is_a_mark(register: Register) -> None:
    assert hard(register, "restant: 30, precisie: circa").bounds == (30, 30, True)


@pytest.mark.parametrize(
    ("record", "low", "high"),
    [
        ("woningen: 30, gerealiseerd: 0, sloop: 10, sloop_gerealiseerd: 0", 20, 20),
        ("woningen: 30, gerealiseerd: 0, sloop: 10, sloop_gerealiseerd: 4", 24, 24),
        ("woningen: 30, gerealiseerd: 0, sloop: 0", 30, 30),
        # Of the 10 to demolish some may be gone already.
        ("woningen: 30, gerealiseerd: 0, sloop: 10", 20, 30),
        ("restant: 10, sloop: 35, sloop_gerealiseerd: 0", -25, -25),
        ("restant: 20, soort_aantal: netto", 20, 20),
        ("restant: 20, sloop: 6, sloop_gerealiseerd: 0, sloop_jaar: {2028: 2, 2031: 4}", 18, 18),
    ],
)
def test_net(register: Register, record: str, low: int, high: int) -> None:
    homes = hard(register, record, netto=True)
    assert (homes.low, homes.high, homes.unknown) == (low, high, 0)


@pytest.mark.parametrize("record", ["restant: 20", "restant: 20, sloop: 3, soort_aantal: onbekend"])
def test_net_is_unknown_without_demolition_or_kind(register: Register, record: str) -> None:
    assert hard(register, record, netto=True).blank
