"""A chart as SVG: one picture, no script, no fonts or addresses from elsewhere, the same bytes every time.

In a page, or as a file of its own for a word processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from woonplan.diagnostics import quote
from woonplan.render.output import file_names, write_output
from woonplan.render.svg.bars import stacked, waterfall
from woonplan.render.svg.drawing import Drawing, identifier
from woonplan.render.svg.lines import lines
from woonplan.tables.chart import Chart, ChartKind
from woonplan.tables.document import Document

_DRAWERS = {
    ChartKind.STACKED: stacked,
    ChartKind.WATERFALL: waterfall,
    ChartKind.LINES: lines,
}


def svg(chart: Chart, *, standalone: bool = False, titled: bool = True, caption: str = "") -> str:
    """Return the chart as an SVG element; ``standalone`` as a picture of its own, for a word processor.

    Inline, the text takes the colour of the page around it, and the page shows the title; a picture of its own has its
    title drawn on it (unless it is not ``titled``: its place shows it), a white background and a width of 12 cm. Title
    and description are always there for those who do not see the picture. ``caption`` stands under the title of a
    picture of its own: what it is about, and that it is
    fictional where it is, since nothing around it says so.
    """
    drawing = Drawing(identifier(chart.name), "#1a1a1a" if standalone else "currentColor")
    if standalone and titled:
        drawing.paragraph(chart.title, bold=True)
        for text in filter(None, (caption, chart.says)):
            drawing.paragraph(text)
        drawing.y += 4
    if chart.categories and chart.series:
        _DRAWERS[chart.kind](drawing, chart)
    else:
        drawing.paragraph("Er zijn geen gegevens om te tekenen.")
    return drawing.svg(chart.title, chart.description, standalone=standalone)


def svgs(chart: Chart, *, standalone: bool = False) -> Iterator[str]:
    """Yield the chart as SVG elements for a page: of steps towards a level one per category, on one scale.

    ``standalone`` yields pictures of their own, whose place shows the title.
    """
    if chart.kind is not ChartKind.WATERFALL or not chart.series or len(chart.categories) < 2:
        yield svg(chart, standalone=standalone, titled=False)
        return
    for only, category in enumerate(chart.categories):
        drawing = Drawing(identifier(f"{chart.name} {category}"), "#1a1a1a" if standalone else "currentColor")
        waterfall(drawing, chart, only)
        yield drawing.svg(f"{chart.title}, {category}", chart.description, standalone=standalone)


def write_charts(document: Document, folder: Path) -> tuple[tuple[Path, ...], str | None]:
    """Write every chart of a document to a file in ``folder``, which is made if it is not there.

    The files are called after what the document answers (its address) and the chart: ``gap-saldo.svg``.

    Returns:
        The files that were written, in the order of the document, and None; or, where one could not be written, those
        before it and a sentence that says why.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        return (), f"{quote(str(folder))} is geen map waarin geschreven kan worden; kies een andere plaats."
    written: list[Path] = []
    names = file_names(document.address, (chart.name for chart in document.charts))
    for chart, name in zip(document.charts, names, strict=True):
        path = folder / f"{name}.svg"
        content = '<?xml version="1.0" encoding="UTF-8"?>\n' + svg(chart, standalone=True, caption=document.title)
        refusal = write_output(path, content.encode("utf-8"))
        if refusal is not None:
            return tuple(written), refusal
        written.append(path)
    return tuple(written), None
