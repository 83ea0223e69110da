"""What is left of a record, taken apart: its total and what was delivered. Made on demand, not for every sum."""

from __future__ import annotations

from woonplan.calc.number.figure import Figure, Op, Origin, given
from woonplan.calc.number.sums import remainder
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number, exactly


def broken_down(dataset: Dataset, figure: Figure) -> Figure:
    """Return the figure of a record as the difference it is; any other figure, and what has no parts, as it is."""
    origin = figure.origin
    if figure.op is not Op.GEGEVEN or origin is None or origin.path[:1] != ("plannen",) or len(origin.path) != 2:
        return figure
    plan = dataset.stand.plan(origin.record)
    if plan is None:
        return figure
    if figure.name == plan.id and plan.restant is None and plan.gerealiseerd is not None:
        return _difference(figure, origin, ("woningen", plan.number()), ("gerealiseerd", plan.gerealiseerd))
    if figure.name == f"{plan.id}.sloop" and plan.sloop is not None and plan.sloop_gerealiseerd is not None:
        return _difference(
            figure, origin, ("sloop", exactly(plan.sloop)), ("sloop_gerealiseerd", plan.sloop_gerealiseerd)
        )
    return figure


def _difference(figure: Figure, origin: Origin, whole: tuple[str, Number | None], done: tuple[str, int]) -> Figure:
    if whole[1] is None or figure.low.blank:
        return figure
    parts = (
        given(whole[0], f"{whole[0]} van {figure.label}", whole[1], _at(origin, whole[0])),
        given(done[0], f"{done[0]} van {figure.label}", exactly(done[1]), _at(origin, done[0])),
    )
    found = remainder(figure.name, figure.label, *parts)
    # The same number by construction; what the sums were made of stays what is shown.
    return found._replace(ends=figure.ends) if found.low.bounds == figure.low.bounds else figure


def _at(origin: Origin, key: str) -> Origin:
    return origin._replace(path=(*origin.path, key))
