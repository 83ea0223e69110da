"""The gate: open only when a shortage is excluded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.calc.registers import dataset
from woonplan.calc.audit.verdict import FailOn, shortage
from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.number.figure import Figure, Op
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import UNKNOWN, Number

LOW, HIGH = FailOn.TEKORT_ONDERGRENS, FailOn.TEKORT_BOVENGRENS


def homes(low: int | None, high: int | None, unknown: int = 0) -> Number:
    return Number(low, high, known=1, unknown=unknown)


def balance_with(low: Number, high: Number) -> Balance:
    return replace(balance(View(dataset([]))), saldo=Figure("saldo", "saldo", Op.VERSCHIL, (low, high)))


SURPLUS, SHORT, EVEN = homes(5, 5), homes(-5, -5), homes(0, 0)

CASES = [
    # Balance at both ends, gate, net, and whether it closes.
    (SURPLUS, SURPLUS, LOW, False, False),
    (SURPLUS, SHORT, LOW, False, False),
    (SURPLUS, SHORT, HIGH, False, True),
    (SHORT, SHORT, LOW, False, True),
    # Just enough is enough.
    (EVEN, EVEN, LOW, False, False),
    (EVEN, homes(-1, -1), HIGH, False, True),
    # A range or an open end that goes below 0 does not exclude a shortage.
    (homes(-1, 5), SURPLUS, LOW, False, True),
    (homes(None, 5), SURPLUS, LOW, False, True),
    (homes(0, None), SURPLUS, LOW, False, False),
    # Records without a number add homes; in a net whole they may take them away.
    (homes(0, 0, unknown=1), SURPLUS, LOW, False, False),
    (homes(0, 0, unknown=1), SURPLUS, LOW, True, True),
    (homes(-1, -1, unknown=1), SURPLUS, LOW, False, True),
    (SURPLUS, SURPLUS, LOW, True, False),
    # Nothing known excludes nothing.
    (UNKNOWN, SURPLUS, LOW, False, True),
    (SURPLUS, UNKNOWN, HIGH, False, True),
]


@pytest.mark.parametrize(("low", "high", "gate", "netto", "closed"), CASES)
def test_the_gate(low: Number, high: Number, gate: FailOn, netto: bool, closed: bool) -> None:
    assert shortage(balance_with(low, high), gate, netto=netto) is closed


@pytest.mark.parametrize("gate", FailOn)
def test_without_a_balance_there_is_nothing_to_judge(gate: FailOn) -> None:
    assert shortage(balance(View(dataset([]), Question(opgave="geen"))), gate, netto=False) is None


def test_the_shipped_states(shipped: Dataset, shipped_2021: Dataset) -> None:
    # 14.100 is less than 20.000; 21.655 is more than 20.000 and less than 22.000. The 6.000 intended is no capacity.
    assert shortage(balance(View(shipped)), LOW, netto=False)
    assert not shortage(balance(View(shipped_2021)), LOW, netto=False)
    assert shortage(balance(View(shipped_2021)), HIGH, netto=False)
