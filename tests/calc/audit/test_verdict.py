"""The gate: open only when a shortage is excluded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.calc.audit.figures import computed, published
from tests.calc.registers import dataset
from woonplan.calc.audit.verdict import FailOn, Oordeel, covered, judge, shortage
from woonplan.calc.gap.balance import Balance, balance
from woonplan.calc.number.figure import Figure, Op, given
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


def ranging(low: int | None, high: int | None, unknown: int = 0) -> Figure:
    return given("berekend", "berekend", Number(low, high, known=1, unknown=unknown))


BLANK = given("berekend", "berekend", UNKNOWN)

JUDGED = [
    (published(100, 100), computed(100), 0, Oordeel.SLUIT),
    (published(100, 100), computed(101), 0, Oordeel.VERSCHIL),
    (published(100, 200), computed(100, 200), 0, Oordeel.SLUIT),
    (published(100, 200), computed(100, 201), 0, Oordeel.ONDERGRENS),
    (published(100, 200), computed(99, 200), 0, Oordeel.BOVENGRENS),
    # Within the tolerance, at its edge and one beyond.
    (published(100, 100), computed(103), 3, Oordeel.TOLERANTIE),
    (published(100, 100), computed(97), 3, Oordeel.TOLERANTIE),
    (published(100, 100), computed(104), 3, Oordeel.VERSCHIL),
    (published(100, 100), computed(100), 3, Oordeel.SLUIT),
    # About: rounded to as many digits as the source writes, and only when the source says that it is rounded.
    (published(6000, 6000, circa=True), computed(5900), 0, Oordeel.AFRONDING),
    (published(6000, 6000, circa=True), computed(5500), 0, Oordeel.AFRONDING),
    (published(6000, 6000, circa=True), computed(6499), 0, Oordeel.AFRONDING),
    (published(6000, 6000, circa=True), computed(5499), 0, Oordeel.VERSCHIL),
    (published(6000, 6000, circa=True), computed(6500), 0, Oordeel.VERSCHIL),
    (published(6000, 6000), computed(5900), 0, Oordeel.VERSCHIL),
    (published(5900, 5900, circa=True), computed(5949), 0, Oordeel.AFRONDING),
    (published(5900, 5900, circa=True), computed(5950), 0, Oordeel.VERSCHIL),
    (published(15_782, 15_782, circa=True), computed(15_783), 0, Oordeel.VERSCHIL),
    (published(6000, 6000, circa=True), computed(5900, 7900), 0, Oordeel.ONDERGRENS_AFGEROND),
    (published(8000, 8000, circa=True), computed(5900, 7900), 0, Oordeel.BOVENGRENS),
    # A range is rounded to the finest of its two ends: 20.000 to 22.000 is in thousands.
    (published(20_000, 22_000, circa=True), computed(20_400, 22_400), 0, Oordeel.AFRONDING),
    (published(20_000, 22_000, circa=True), computed(24_000, 22_000), 0, Oordeel.BOVENGRENS),
    # At least and more than: the low end, or that number rounded down.
    (published(11_700, None), computed(11_700), 0, Oordeel.SLUIT),
    (published(11_700, None), computed(11_700, 13_700), 0, Oordeel.ONDERGRENS),
    (published(15_000, None), computed(15_782), 0, Oordeel.AFRONDING),
    (published(15_000, None), computed(15_782, 17_000), 0, Oordeel.ONDERGRENS_AFGEROND),
    (published(15_000, None), computed(16_000), 0, Oordeel.VERSCHIL),
    (published(6000, None), computed(5900), 0, Oordeel.VERSCHIL),
    (published(6000, None), ranging(None, 6000), 0, Oordeel.ONBEKEND),
    # At most: the number itself.
    (published(None, 200), computed(200), 0, Oordeel.SLUIT),
    (published(None, 200), computed(150), 0, Oordeel.VERSCHIL),
    # A computed range may be the number that it holds, and is not the number that it does not hold.
    (published(100, 100), ranging(90, 110), 0, Oordeel.ONBEKEND),
    (published(100, 100), ranging(100, None), 0, Oordeel.ONBEKEND),
    (published(100, 100), ranging(None, 99), 0, Oordeel.VERSCHIL),
    (published(100, 100), ranging(101, 110), 0, Oordeel.VERSCHIL),
    (published(100, 100), ranging(101, 110), 1, Oordeel.ONBEKEND),
    (published(100, None), ranging(100, 110), 0, Oordeel.SLUIT),
    (published(100, 100), BLANK, 0, Oordeel.ONBEKEND),
    (BLANK, computed(100), 0, Oordeel.ONBEKEND),
    # Nothing is a number too.
    (published(0, 0, circa=True), computed(0), 0, Oordeel.SLUIT),
    (published(0, 0, circa=True), computed(1), 0, Oordeel.VERSCHIL),
]


@pytest.mark.parametrize(("bron", "berekend", "tolerance", "verdict"), JUDGED)
def test_judge(bron: Figure, berekend: Figure, tolerance: int, verdict: Oordeel) -> None:
    assert judge(bron, berekend, tolerance=tolerance) is verdict


@pytest.mark.parametrize("bron", [published(100, 100), published(100, None)])
def test_a_sum_with_unknown_records_does_not_close(bron: Figure) -> None:
    # The known records add up to the published number, and one more record has no number at all.
    assert judge(bron, ranging(100, 100, unknown=1)) is Oordeel.ONBEKEND


COVERED = [
    (published(100, 200), computed(200), Oordeel.GEDEKT),
    (published(100, 200), computed(199), Oordeel.BOVENGRENS_NIET_GEDEKT),
    (published(100, 200), computed(100), Oordeel.BOVENGRENS_NIET_GEDEKT),
    (published(100, 200), computed(99), Oordeel.NIET_GEDEKT),
    # Enough is enough, whatever the records without a number add; too little may still become enough.
    (published(100, 100), ranging(100, 100, unknown=2), Oordeel.GEDEKT),
    (published(100, 100), ranging(99, 99, unknown=2), Oordeel.ONBEKEND),
    (published(100, 100), ranging(90, 110), Oordeel.ONBEKEND),
    (published(100, 100), ranging(100, None), Oordeel.GEDEKT),
    (published(100, 100), ranging(90, None), Oordeel.ONBEKEND),
    (published(100, 100), ranging(80, 90), Oordeel.NIET_GEDEKT),
    (published(100, 100), ranging(None, 90), Oordeel.NIET_GEDEKT),
    (published(100, 100), ranging(None, 110), Oordeel.ONBEKEND),
    (published(100, None), computed(500), Oordeel.ONBEKEND),
    (published(100, 100), BLANK, Oordeel.ONBEKEND),
    (BLANK, computed(100), Oordeel.ONBEKEND),
]


@pytest.mark.parametrize(("doel", "supply", "verdict"), COVERED)
def test_covered(doel: Figure, supply: Figure, verdict: Oordeel) -> None:
    assert covered(doel, supply) is verdict


def test_what_needs_no_explanation() -> None:
    closing = {verdict for verdict in Oordeel if verdict.closes}
    assert closing == {Oordeel.SLUIT, Oordeel.TOLERANTIE, Oordeel.GEDEKT}
