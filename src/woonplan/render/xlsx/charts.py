"""Charts of a workbook that its own program draws, from cells that stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from woonplan.render.charts import LEVEL
from woonplan.render.csv import neutral
from woonplan.render.svg.looks import look
from woonplan.render.xlsx.spread import COUNT_FORMAT, Field, Spread, text_field
from woonplan.tables.chart import Chart, ChartKind
from woonplan.tables.table import Style

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart as Drawn

WIDTH, LEAST, BAR, AROUND, ROW = 640, 300, 18, 150, 20
"""Pixels of a chart: how wide it is, how high at least, of each bar and around them all; and of a row of a sheet."""


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers of a chart as they stand in cells: a row per category and a column per series."""

    names: tuple[str, ...]
    roles: tuple[str, ...]
    categories: tuple[str, ...]
    values: tuple[tuple[int | None, ...], ...]
    """Per category; None is unknown, and an empty cell: a word there would be drawn as 0."""

    @property
    def spread(self) -> Spread:
        """Return the block as a table of a sheet."""
        rows = (
            (Style.NORMAL, (text_field(category), *map(_field, numbers)))
            for category, numbers in zip(self.categories, self.values, strict=True)
        )
        headers = ("", *map(neutral, self.names))
        return Spread(headers, (False, *(True for _ in self.names)), tuple(rows))


def block(chart: Chart) -> Block:
    """Return the numbers of a chart: of steps towards a level a row per step, and the band as rows of its own."""
    names, roles = [one.name for one in chart.series], [one.role for one in chart.series]
    columns = [one.values for one in chart.series]
    if chart.kind is ChartKind.WATERFALL:
        return Block(chart.categories, tuple("" for _ in chart.categories), tuple(names), tuple(columns))
    categories, values = [*chart.categories], list(zip(*columns, strict=True))
    if chart.kind is ChartKind.STACKED and chart.band is not None:
        ends = dict.fromkeys(chart.band)
        for end, word in zip(ends, ("laagst", "hoogst") if len(ends) > 1 else ("",), strict=True):
            categories.append(f"{chart.band_name} ({word})" if word else chart.band_name)
            values.append((*(None for _ in columns), end))
        values = [(*row, None)[: len(columns) + 1] for row in values]
        names, roles = [*names, chart.band_name], [*roles, LEVEL]
    return Block(tuple(names), tuple(roles), tuple(categories), tuple(values))


def drawn(book: Workbook, chart: Chart, found: Block, sheet: str, head: int) -> Drawn:
    """Return a chart of the cells of a block of which the header stands in a row of a sheet."""
    made: Any = book.add_chart(_kind(chart))
    last = head + len(found.categories)
    for column, role in enumerate(found.roles, 1):
        series: dict[str, Any] = {
            "name": [sheet, head, column],
            "categories": [sheet, head + 1, 0, last, 0],
            "values": [sheet, head + 1, column, last, column],
        }
        colour = look(role, column - 1).colour
        if chart.kind is ChartKind.LINES:
            level = role == LEVEL
            series["line"] = {"color": colour, "width": 1.75, "dash_type": "dash" if level else "solid"}
            series["marker"] = {"type": "none"} if level else _marker(colour)
        else:
            series |= {"fill": {"color": colour}, "gap": 60, "overlap": 100 if chart.kind is ChartKind.STACKED else 0}
        made.add_series(series)
    made.set_title({"name": neutral(chart.title), "name_font": {"size": 12}, "overlay": False})
    made.set_legend({"position": "bottom"})
    made.show_blanks_as("gap")
    bars = chart.kind is not ChartKind.LINES
    numbers = {"num_format": COUNT_FORMAT, "name": neutral(chart.unit), "major_gridlines": {"visible": True}}
    labels = {
        "reverse": bars,
        "crossing": "max" if bars else None,
        "label_position": "low",
        "major_gridlines": {"visible": False},
    }
    if bars:
        # The first category on top, and the numbers under the last.
        made.set_y_axis(labels)
        made.set_x_axis(numbers)
    else:
        made.set_x_axis(labels)
        made.set_y_axis(numbers)
    made.set_size({"width": WIDTH, "height": _height(chart)})
    return made  # type: ignore[no-any-return]


def rows_behind(chart: Chart) -> int:
    """Return how many rows of a sheet a chart takes."""
    return -(-_height(chart) // ROW) + 1


def _height(chart: Chart) -> int:
    found = block(chart)
    bars = len(found.categories) * (1 if chart.kind is ChartKind.STACKED else len(found.names))
    return LEAST if chart.kind is ChartKind.LINES else max(LEAST, AROUND + bars * BAR)


def _kind(chart: Chart) -> dict[str, str]:
    if chart.kind is ChartKind.LINES:
        return {"type": "line"}
    return {"type": "bar", "subtype": "stacked"} if chart.kind is ChartKind.STACKED else {"type": "bar"}


def _marker(colour: str) -> dict[str, Any]:
    return {"type": "circle", "size": 5, "fill": {"color": colour}, "border": {"color": colour}}


def _field(number: int | None) -> Field:
    return Field() if number is None else Field(number, COUNT_FORMAT, f"{number:,}")
