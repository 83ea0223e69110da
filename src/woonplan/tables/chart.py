"""Pictures of numbers that stand in a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from woonplan.tables.cell import Cell


class ChartKind(StrEnum):
    """How a chart is drawn."""

    STACKED = "stacked"
    """Bars of stacked series beside a band (capacity against the target)."""
    WATERFALL = "waterfall"
    """Steps towards a level, one panel per category (the gap at both ends of the target).

    The series are the steps, in order. One with role `doel` is the level: drawn from 0, it moves nothing. One with role
    `saldo`, `tekort` or `over` is the distance between the level and what the steps before it reach.
    """
    LINES = "lines"
    """Series over years, with a reference line (the trajectory and the required pace)."""


class Series(NamedTuple):
    """One series of a chart: a value per category; None is unknown, which has its own look and is never 0.

    ``role`` says what it is, so that a renderer can give it the same colour and pattern everywhere: `hard`, `zacht`,
    `onbekend`, `gerealiseerd`, `doel`, `extra`, `saldo`, `tekort`, `over`.

    ``cells`` holds what the table says at each value (``ca. 8.300``, a range, ``geen opgave``): it is shown in place of
    the bare number. Text in it is a place where the series does not apply, which is not the same as unknown.
    """

    name: str
    values: tuple[int | None, ...]
    role: str = ""
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers that stand in a table of the same document.

    ``band`` is a range that is drawn behind the series (the target: low and high, both inclusive); ``description`` says
    in words what the picture shows, for those who do not see it. ``band_name`` is what the band is called.
    """

    name: str
    title: str
    description: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    band: tuple[int, int] | None = None
    unit: str = "woningen"
    band_name: str = "doel"
    slim: bool = False
    """Whether it is one bar among few lines of text, with its band under it and its numbers in the key."""
    says: str = ""
    """What there is to see in it, in one sentence for everybody; the numbers in it are those of the picture."""
    theme: str = ""
    """The heading that it stands under, as of a table."""
    table: str = ""
    """The name of the table whose bars show the same: where those are drawn, the picture says nothing more."""
