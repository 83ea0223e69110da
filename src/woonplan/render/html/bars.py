"""Bars in the cells of a table: one scale for all numbers of a kind, which a line under the table gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from woonplan.numerals import dutch, whole
from woonplan.render.charts import Scale, scale
from woonplan.render.svg.drawing import num
from woonplan.render.svg.looks import look, pattern
from woonplan.tables.cell import Cell, Value
from woonplan.tables.table import Column, Kind, Style, Table

ROLES = ("hard", "zacht", "gerealiseerd", "extra", "onbekend", "tekort", "over")
"""The roles that a bar in a cell may have, each with its pattern on the page."""

SQUEEZED = 2
"""How many times as long as all other rows the rest is when it has no say in the scale."""

_FULL = 100
"""A bar is drawn in per cent of the width of its cell, of which the edges stay free."""


@dataclass(frozen=True, slots=True)
class Lane:
    """How the bars of a column are drawn."""

    measure: Scale
    role: str
    """What it stands for; empty for a balance, whose side says it."""


def lanes(table: Table) -> Mapping[int, Lane]:
    """Return how the cells of each column are drawn, by its place; of a table without bars nothing."""
    if not table.bars:
        return {}
    homes = [i for i, column in enumerate(table.columns) if column.key in table.bars]
    signed = [i for i, column in enumerate(table.columns) if _is_balance(table, i, column)]
    found: dict[int, Lane] = {}
    for columns in (homes, signed):
        sizes = [(_ends(row.cells[i] for i in columns), row.rest) for row in table.rows if row.style is not Style.TOTAL]
        ends = [end for row, rest in sizes for end in row if not rest]
        beyond = [end for row, rest in sizes for end in row if rest]
        if max(map(abs, beyond), default=0) <= SQUEEZED * max(map(abs, ends), default=0) or not any(ends):
            ends += beyond
        if any(ends):
            measure = scale(ends, 2, _FULL - 4)
            found |= {i: Lane(measure, table.columns[i].key if columns is homes else "") for i in columns}
    return found


def _is_balance(table: Table, index: int, column: Column) -> bool:
    cells = (row.cells[index] for row in table.rows)
    return column.kind is Kind.AMOUNT and any(isinstance(cell, Value) and cell.look.signed for cell in cells)


def _ends(cells: Iterable[Cell]) -> list[int]:
    reaches = (cell.reach for cell in cells if isinstance(cell, Value) and not cell.blank)
    return [int(end) for reach in reaches for end in reach if end is not None]


def said(table: Table, found: Mapping[int, Lane]) -> str:
    """Return what the bars of a table stand for, and how long they are; empty where there are none."""
    if not found:
        return ""
    parts = []
    for measure in dict.fromkeys(lane.measure for lane in found.values()):
        columns = [i for i, lane in found.items() if lane.measure is measure]
        names = " en ".join(table.columns[i].header for i in columns)
        side = ", links van de streep is een tekort" if measure.low < 0 else ""
        parts.append(f"{names} op een schaal van {dutch(measure.low)} tot {dutch(measure.high)} woningen{side}")
    rows = [row for row in table.rows if row.style is not Style.TOTAL]
    cut = any(_beyond(row.cells[i], lane) for row in rows for i, lane in found.items())
    longer = " Een balk met een pijl is langer." if cut else ""
    return f"Balken: {'; '.join(parts)}. Gestippeld is de marge van een bereik, of wat onbekend is.{longer}"


def _beyond(cell: Cell, lane: Lane) -> bool:
    """Whether a number is larger than the scale has room for."""
    return any(end > lane.measure.high for end in _ends([cell]))


def drawn(cell: Cell, lane: Lane) -> str:
    """Return the bar of a cell; empty where it has no number to draw."""
    if not isinstance(cell, Value) or cell.blank or not cell.number.applies or cell.reach == (None, None):
        return ""
    zero = num(lane.measure.at(0))
    parts = "".join(_parts(cell, lane))
    arrow = '<svg x="100%" overflow="visible"><path d="M-7 0L1 4.5L-7 9z"/></svg>' if _beyond(cell, lane) else ""
    axis = f'<line x1="{zero}%" x2="{zero}%" y1="0" y2="100%"/>'
    return f'<svg class="bar" aria-hidden="true">{axis}{parts}{arrow}</svg>'


def _parts(cell: Value, lane: Lane) -> Iterator[str]:
    """Yield what is sure of a number, then what it may be beside that, and a mark where it has no end."""
    low, high = map(whole, cell.reach)
    known = [end for end in (low, high) if end is not None]
    same_side = min(known) >= 0 or max(known) <= 0
    near, far = (min(known, key=abs), max(known, key=abs)) if same_side else (low, high)
    # An end that is open on the side of 0 leaves nothing sure.
    sure = same_side and not cell.rounding and not (near is not None and _open_to_zero(near, low, high))
    role = lane.role or ("tekort" if max(known, key=abs) < 0 else "over")
    if sure and near:
        colour = look(role).colour
        yield _rect(lane.measure, 0, near, f'fill="url(#staaf-{role})" stroke="{colour}"')
    start = near if sure else (0 if same_side else near)
    if start is not None and far is not None and start != far:
        yield _rect(lane.measure, start, far, 'class="maybe"')
    if None in (low, high) and sure and near is not None:
        at = num(_clipped(lane.measure, near))
        yield f'<rect class="maybe" x="{at}%" y="1" width="5" height="7"/>'


def _open_to_zero(end: int, low: int | None, high: int | None) -> bool:
    """Whether a number that is open at one end may be on the other side of 0, or anything up to it."""
    return (end > 0 and low is None) or (end < 0 and high is None)


def _rect(measure: Scale, start: int, end: int, style: str) -> str:
    left, right = sorted((_clipped(measure, start), _clipped(measure, end)))
    return f'<rect x="{num(left)}%" y="1" width="{num(right - left)}%" height="7" {style}/>'


def _clipped(measure: Scale, value: int) -> Fraction:
    return measure.at(min(max(value, measure.low), measure.high))


def patterns() -> str:
    """Return what the bars of a page are filled with."""
    found = ((f"staaf-{role}", look(role)) for role in ROLES)
    tiles = "".join(pattern(ident, shape) for ident, shape in found)
    return f'<svg class="hidden" aria-hidden="true"><defs>{tiles}</defs></svg>'
