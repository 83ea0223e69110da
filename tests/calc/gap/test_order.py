"""Groups in the order of their balance, and the first of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import registers
from tests.conftest import GEMEENTEN, Register
from woonplan.calc.gap.groups import UNASSIGNED, Grouped, grouped
from woonplan.calc.gap.order import Sort, ordered
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset

NAMES = ("Aa", "Bee", "Cee", "Dee", "Ee", "Ff")
OWN = "".join(
    f"      - {{id: van-{name}, soort: ambitie, gebruikt: true, gemeente: {name}, woningen_min: {low}, "
    f"woningen_max: {high}}}\n"
    for name, low, high in (("Aa", 100, 300), ("Bee", 100, 200), ("Cee", 150, 300), ("Dee", 10, 20), ("Ee", 10, 20))
)
GEBIED = (
    GEMEENTEN[: GEMEENTEN.index("gemeenten:")]
    + OWN
    + "gemeenten:\n"
    + "".join(f"  - {{naam: {name}, code: GM000{i}}}\n" for i, name in enumerate(NAMES, 1))
)
PLANS = "".join(
    f"  - {{id: {name.lower()}, naam: N, gemeente: {name}, planstatus: 1A, {homes}}}\n"
    for name, homes in (
        ("Aa", "restant: 50"),
        ("Bee", "restant: 50"),
        ("Cee", "restant: 50"),
        ("Dee", "restant: 50, precisie: minimaal"),
        # Nothing is known of its homes, so neither of its balance.
        ("Ee", "start: 2025"),
        # No target of its own.
        ("Ff", "restant: 50"),
    )
)


@pytest.fixture
def found(register: Register) -> Grouped:
    dataset = register(PLANS, gemeenten=GEBIED).dataset
    assert dataset is not None
    return grouped(View(dataset), By.GEMEENTE)


def keys(found: Grouped) -> list[str]:
    return [group.key for group in found.groups]


def test_in_their_own_order_nothing_changes(found: Grouped) -> None:
    assert ordered(found) == (found, 0, 0)
    assert keys(found) == [*NAMES, UNASSIGNED]


def test_the_largest_shortage_is_first_and_what_is_unknown_last(found: Grouped) -> None:
    order = ordered(found, Sort.SALDO)
    # At the high end 250, 150, 250 short and 30 over; at the low end Cee is 100 short and Aa 50.
    assert keys(order.found) == ["Cee", "Aa", "Bee", "Dee", "Ee", "Ff", UNASSIGNED]
    assert (order.unknown, order.left_out) == (2, 0)


@pytest.mark.parametrize(
    ("top", "shown", "left_out"),
    [
        (1, ["Cee"], 5),
        (5, ["Cee", "Aa", "Bee", "Dee", "Ee"], 1),
        (6, ["Cee", "Aa", "Bee", "Dee", "Ee", "Ff"], 0),
        (99, ["Cee", "Aa", "Bee", "Dee", "Ee", "Ff"], 0),
    ],
)
def test_the_first_of_them(found: Grouped, top: int, shown: list[str], left_out: int) -> None:
    order = ordered(found, Sort.SALDO, top)
    assert keys(order.found) == [*shown, UNASSIGNED]
    assert order.left_out == left_out
    assert order.found.total is found.total


def test_the_first_in_their_own_order(found: Grouped) -> None:
    assert keys(ordered(found, top=2).found) == ["Aa", "Bee", UNASSIGNED]


@given(registers(), st.sampled_from(By), st.sampled_from([None, Sort.SALDO]), st.sampled_from([None, 1, 2, 50]))
def test_no_row_is_made_or_lost(register: Dataset, by: By, sort: Sort | None, top: int | None) -> None:
    whole = grouped(View(register), by)
    order = ordered(whole, sort, top)
    assert len(order.found.groups) + order.left_out == len(whole.groups)
    assert {id(group) for group in order.found.groups} <= {id(group) for group in whole.groups}
    assert keys(order.found)[-1] == UNASSIGNED
