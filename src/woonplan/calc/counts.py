"""Counts as figures: which records, municipalities or kinds of price a number in a column `records` counts."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.figure import ONE, Figure, Origin, counted, each, given, origin_of
from woonplan.calc.records import Contribution
from woonplan.calc.sums import Sums
from woonplan.model.dataset import Dataset, inherit
from woonplan.model.gemeente import Gemeente


def records_figure(sums: Sums) -> Figure:
    """Return the number of records in sums; an unknown part of a record that lies elsewhere as well is none."""
    found: dict[str, Figure] = {}
    for figure in (sums.hard, sums.zacht, sums.onbekend, sums.telt_niet, sums.buiten):
        for part in figure.parts:
            origin = origin_of(part)
            if origin is not None and part.name != f"{origin.record}.deel":
                found.setdefault(origin.record, given(origin.record, part.label, part.low, origin))
    return each("records", "records", found.values())


def contributions_figure(name: str, label: str, records: Iterable[Contribution]) -> Figure:
    """Return the number of some records of the state."""
    return each(name, label, [c.whole for c in records])


def gemeenten_figure(name: str, label: str, dataset: Dataset, gemeenten: Iterable[Gemeente]) -> Figure:
    """Return the number of some municipalities of the register."""
    places = {g.code: index for index, g in enumerate(dataset.gebied.gemeenten)}
    file = dataset.gebied_invoer.bestand
    return counted(
        name,
        label,
        [
            given(g.code, g.naam, ONE, Origin(inherit(g), g.naam, ("gemeenten", places[g.code]), file))
            for g in gemeenten
        ],
    )
