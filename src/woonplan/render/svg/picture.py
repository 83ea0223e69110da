"""A chart as SVG: one picture, no script, no fonts or addresses from elsewhere, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from woonplan.render.svg.drawing import LINE, Drawing, identifier
from woonplan.render.svg.heat import heat
from woonplan.render.svg.lines import lines
from woonplan.render.svg.stacked import stacked
from woonplan.render.svg.waterfall import waterfall
from woonplan.tables import Chart, ChartKind

_DRAWERS: Mapping[ChartKind, Callable[[Drawing, Chart], None]] = MappingProxyType(
    {
        ChartKind.STACKED: stacked,
        ChartKind.WATERFALL: waterfall,
        ChartKind.LINES: lines,
        ChartKind.HEAT: heat,
    }
)


def svg(chart: Chart, *, standalone: bool = False, caption: str = "") -> str:
    """Return the chart as an SVG element; ``standalone`` as a picture of its own, for a word processor.

    Inline, the text takes the colour of the page around it, and the page shows the title; a picture of its own has its
    title drawn on it, a white background and a width of 12 cm. Title and description are always there for those who do
    not see the picture. ``caption`` stands under the title of a picture of its own: what it is about, and that it is
    fictional where it is, since nothing around it says so.
    """
    drawing = Drawing(identifier(chart.name), "#1a1a1a" if standalone else "currentColor")
    if standalone:
        drawing.paragraph(chart.title, bold=True)
        if caption:
            drawing.paragraph(caption)
        drawing.y += 4
    if chart.categories and chart.series:
        _DRAWERS[chart.kind](drawing, chart)
    else:
        drawing.y += LINE
        drawing.text(4, drawing.y - 4, "Er zijn geen gegevens om te tekenen.")
    return drawing.svg(chart.title, chart.description, standalone=standalone)
