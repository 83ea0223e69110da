"""Lines that break where nothing is known."""

from __future__ import annotations

import re

from tests.render.cells import value
from tests.render.charts import LINES
from tests.render.svg.reading import NS, parsed, words
from woonplan.render.svg.picture import svg
from woonplan.tables.chart import Chart, ChartKind, Series


def test_an_unknown_year_breaks_the_line() -> None:
    lines = [e.attrib["points"].split() for e in parsed(LINES).iter(f"{NS}polyline")]
    # The legend has two strokes; 2020-2021 is drawn, 2023 stands alone, the pace runs through all four years.
    assert [len(points) for points in lines] == [2, 2, 2, 4]
    assert "Onbekend: netto (2022)." in words(parsed(LINES))


def test_a_number_with_an_unknown_part_has_an_open_mark() -> None:
    cells = (value(5, 5), value(7, 7, unknown=2))
    chart = Chart("c", "t", "d", ChartKind.LINES, ("2020", "2021"), (Series("hard", (5, 7), "hard", cells),))
    marks = [e for e in parsed(chart) if "data-waarde" in e.attrib]
    assert [(e.attrib["data-waarde"], e.attrib["fill"] == "none") for e in marks] == [("5", False), ("7", True)]
    assert "Open teken: met een onbekend deel." in words(parsed(chart))


def test_two_levels_have_dashes_of_their_own() -> None:
    both = tuple(Series(name, (5, 5), "doel") for name in ("laag", "hoog"))
    chart = Chart("c", "t", "d", ChartKind.LINES, ("2020", "2021"), both)
    assert len({e.attrib["stroke-dasharray"] for e in parsed(chart).iter(f"{NS}polyline")}) == 2


def test_an_end_of_the_target_has_the_same_dashes_however_many_series_there_are() -> None:
    ends = (Series("ondergrens", (5, 5), "doel"), Series("bovengrens", (7, 7), "doel"))
    plans = (Series("hard", (1, 2), "hard"), Series("zacht", (2, 3), "zacht"), Series("klaar", (0, 1), "gerealiseerd"))
    found = set()
    for count in range(4):
        chart = Chart("t", "T", "T.", ChartKind.LINES, ("2020", "2021"), (*plans[:count], *ends))
        dashes = re.findall(r'<polyline[^>]*stroke="currentColor"[^>]*?(?:stroke-dasharray="([^"]*)")', svg(chart))
        found.add(tuple(dashes[-2:]))
    assert found == {("6 4", "12 3 2 3")}
