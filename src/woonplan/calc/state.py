"""Which register state belongs to a year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from woonplan.calc.monitor import year_end
from woonplan.model.base import first_day

T = TypeVar("T")


def states_at(states: Iterable[tuple[str, T]], jaar: int) -> tuple[T, ...]:
    """Return the states of the end of a year, or else the latest before it: one, or several of the same date.

    ``states`` are pairs of a reference date and what it stands for. A date of a year or a month is its first day, so
    that `2021` is the end of 2020. Empty when every state is of later.
    """
    known = [(first_day(peildatum), state) for peildatum, state in states]
    before = [day for day, _ in known if day <= year_end(jaar)]
    return tuple(state for day, state in known if before and day == max(before))
