"""Counts as figures: which records, municipalities or kinds of price a number in a column `records` counts."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.sums import Sums
from woonplan.calc.number.figure import Figure, Op, Origin, Parts, given, origin_of
from woonplan.calc.number.sums import ONE, counted, each, ones, tallied
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.stand import inherit


def records_figure(sums: Sums) -> Figure:
    """Return the number of records in sums; an unknown part of a record that lies elsewhere as well is none."""
    found: dict[str, Figure] = {}
    # A class with plans of unknown status in it is a sum of two sums.
    classes = [f for whole in (sums.hard, sums.zacht) for f in (whole.parts if whole.op is Op.SAMEN else (whole,))]
    for figure in (*classes, *sums.apart):
        for part in figure.parts:
            origin = origin_of(part)
            if origin is not None and part.name != f"{origin.record}.deel":
                found.setdefault(origin.record, given(origin.record, part.label, part.low, origin))
    return each("records", "plannen", found.values())


def contributions_figure(name: str, label: str, records: Iterable[Contribution]) -> Figure:
    """Return the number of some records of the state."""
    chosen = tuple(records)
    # A list of 50,000 records is counted for its number by most who ask for it.
    return tallied(name, label, [ONE] * len(chosen), Parts(len(chosen), lambda: ones(c.whole for c in chosen)))


def gemeenten_figure(name: str, label: str, dataset: Dataset, gemeenten: Iterable[Gemeente]) -> Figure:
    """Return the number of some municipalities of the register."""
    return counted(name, label, [given(g.code, g.naam, ONE, gemeente_origin(dataset, g)) for g in gemeenten])


def gemeente_origin(dataset: Dataset, gemeente: Gemeente) -> Origin:
    """Return where a municipality stands in the register."""
    path = ("gemeenten", dataset.row(gemeente))
    return Origin(inherit(gemeente), gemeente.naam, path, dataset.gebied_invoer.bestand)
