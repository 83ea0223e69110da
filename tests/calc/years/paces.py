"""The pace of a register, for tests."""

from __future__ import annotations

from fractions import Fraction

from tests.conftest import Register
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import NO_BUFFER, Question
from woonplan.calc.view import View
from woonplan.calc.years.readings import Lezing, paces
from woonplan.model.dataset import Dataset
from woonplan.model.number import Bound


def values(figure: Figure | None) -> list[Bound]:
    """The number at each end; shipped figures are approximate and may hold records without a number."""
    assert figure is not None
    found = [end.low for end in figure.ends if end.low == end.high and end.low is not None]
    assert len(found) == 2
    return found


def dataset_of(register: Register, plannen: str, **files: str) -> Dataset:
    loaded = register(plannen, **files)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    return loaded.dataset


def lezingen(dataset: Dataset, question: Question | None = None, buffer: Fraction = NO_BUFFER) -> tuple[Lezing, ...]:
    return paces(View(dataset, question).asking(buffer=buffer))
