"""One record taken apart: the total, what was delivered, and the keys they stand under."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.lists.listing import record_figure
from woonplan.calc.number.figure import Op
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.number import Bound


def parts(register: Register, record: str, *, netto: bool = False) -> list[tuple[str, Bound | None, str | int]]:
    dataset = register(f"  - {{id: a, naam: A, gemeente: Aa, soort_aantal: bruto, {record}}}\n").dataset
    assert dataset is not None
    figure = record_figure(View(dataset, Question(netto=netto)), "a")
    assert figure is not None
    return [(p.name, p.low.high, p.origin.path[-1] if p.origin else "") for p in figure.parts]


def test_woningen_minus_gerealiseerd(register: Register) -> None:
    assert parts(register, "woningen: 30, gerealiseerd: 12") == [
        ("woningen", 30, "woningen"),
        ("gerealiseerd", 12, "gerealiseerd"),
    ]


@pytest.mark.parametrize("record", ["restant: 18", "woningen: 30", "start: 2024"])
def test_what_has_no_parts(register: Register, record: str) -> None:
    assert parts(register, record) == []


def test_net_is_the_difference_of_two_differences(register: Register) -> None:
    record = "woningen: 30, gerealiseerd: 12, sloop: 10, sloop_gerealiseerd: 4"
    assert parts(register, record, netto=True) == [("a", 18, 0), ("a.sloop", 6, 0)]


def test_no_such_record(register: Register) -> None:
    dataset = register("  - {id: a, naam: A, gemeente: Aa}\n").dataset
    assert dataset is not None
    assert record_figure(View(dataset), "b") is None
    unknown = record_figure(View(dataset), "a")
    assert unknown is not None
    assert (unknown.op, unknown.low.blank) == (Op.GEGEVEN, True)
