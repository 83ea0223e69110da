"""Charts as lines of text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.render.cells import value
from tests.render.charts import CHARTS, HOSTILE_CHART, LINES, STACKED, WATERFALL
from woonplan.render.terminal.charts import chart_lines
from woonplan.render.terminal.document import render_text
from woonplan.render.terminal.screen import Screen
from woonplan.tables.chart import Chart, ChartKind, Series
from woonplan.tables.document import Document
from woonplan.tables.look import PERCENT, YEARS


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("width", [60, 80, 200, None])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: str(c.kind))
def test_it_fits_the_screen(chart: Chart, width: int | None, ascii_only: bool) -> None:
    lines = chart_lines(chart, width, ascii_only=ascii_only)
    assert max(map(len, lines)) <= (width or 80)
    assert lines[0] == chart.title
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda c: str(c.kind))
def test_plain_is_plain_and_the_twin_of_blocks(chart: Chart) -> None:
    plain, blocks = (chart_lines(chart, 80, ascii_only=flag) for flag in (True, False))
    assert all(line.isascii() for line in plain)
    assert len(plain) == len(blocks)
    assert [len(line) for line in plain if "|" in line] == [len(line) for line in blocks if "|" in line]


def test_stacked() -> None:
    # 54 columns for 15,000, the least scale of round steps: 8,300 takes 30, 5,800 goes on to 14,100 at 51; the band
    # stands at 36 and 43.
    assert chart_lines(STACKED, 58, ascii_only=True) == [
        "Capaciteit",
        "Nuenen, Gerwen en Nederwetten",
        "=" * 30 + "-" * 21,
        " " * 36 + "^      ^",
        "  hard ca. 8.300, zacht 5.800",
        "Rijssen-Holten",
        "=----~",
        " " * 36 + "^      ^",
        "  hard 385 tot 420, zacht 985",
        "Aa",
        "--?",
        " " * 36 + "^      ^",
        "  hard onbekend, zacht 475",
        "0 " + "-" * 45 + " 15.000",
        "(woningen)",
        "= hard   - zacht   ^ ambitie 10.000-12.000",
        "~ marge van een bereik   ? onbekend",
    ]


def test_waterfall() -> None:
    # 50 columns for 25,000: 500 homes a column. Unknown stands where the steps have come, without a length.
    assert chart_lines(WATERFALL, 54, ascii_only=True) == [
        "Van opgave naar saldo",
        "ondergrens:",
        "ambitie" + "20.000".rjust(47),
        "*" * 40,
        "hard" + "8.300".rjust(50),
        "=" * 17,
        "zacht" + "5.800".rjust(49),
        " " * 17 + "-" * 11,
        "saldo" + "tekort 5.900".rjust(49),
        " " * 28 + "x" * 12,
        "extra" + "6.000".rjust(49),
        " " * 28 + "." * 12,
        "saldo met extra" + "100".rjust(39),
        " " * 40 + "+",
        "bovengrens:",
        "ambitie" + "22.000".rjust(47),
        "*" * 44,
        "hard" + "8.300".rjust(50),
        "=" * 17,
        "zacht" + "onbekend".rjust(49),
        " " * 17 + "?",
        "saldo" + "onbekend".rjust(49),
        " " * 17 + "?",
        "extra" + "6.000".rjust(49),
        " " * 17 + "." * 12,
        "saldo met extra" + "onbekend".rjust(39),
        " " * 29 + "?",
        "0 " + "-" * 41 + " 25.000",
        "(woningen)",
        "? onbekend",
    ]


def test_lines() -> None:
    # 50 columns for 2,500: 50 homes a column. 2,097 is at 42, the pace at 40.
    assert chart_lines(LINES, 58, ascii_only=True) == [
        "Traject",
        "2020  " + " " * 40 + "| o",
        "      netto 2.097, vereist tempo 2.000",
        "2021  " + " " * 30 + "o" + " " * 9 + "|",
        "      netto 1.500, vereist tempo 2.000",
        "2022  " + " " * 40 + "|",
        "      ? netto onbekend, vereist tempo 2.000",
        "2023  " + " " * 24 + "o" + " " * 15 + "|",
        "      netto 1.200, vereist tempo 2.000",
        "      0 " + "-" * 42 + " 2.500",
        "      (woningen)",
        "o netto   | vereist tempo   & meer dan een   ? onbekend",
    ]


@pytest.mark.parametrize("kind", list(ChartKind))
def test_nothing_to_draw_is_said(kind: ChartKind) -> None:
    lines = chart_lines(Chart("leeg", "Leeg", "", kind, (), ()), 80, ascii_only=True)
    assert lines == ["Leeg", "Geen gegevens om te tekenen."]


def test_text_cannot_act() -> None:
    shown = "\n".join(chart_lines(HOSTILE_CHART, 80, ascii_only=False))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(("encoding", "sign"), [("utf-8", "\u2593"), ("cp1252", "="), ("ascii", "=")])
def test_a_document_is_drawn_in_what_its_screen_has(encoding: str, sign: str) -> None:
    text = render_text(Document("D", charts=(STACKED,)), Screen(80, False, encoding))
    assert f"\n{sign * 10}" in text
    text.encode(encoding)


def test_the_words_of_an_exact_number() -> None:
    half = value(Fraction(83, 200), Fraction(83, 200), PERCENT, circa=True)
    open_end = value(Fraction(83, 20), None, YEARS)
    series = Series("dekking", (41, 4), "hard", (half, open_end))
    lines = chart_lines(Chart("d", "D", "D.", ChartKind.LINES, ("a", "b"), (series,)), 60, ascii_only=True)
    assert lines[2].strip() == "dekking ca. 41,5%"
    # An open end is unknown in part.
    assert lines[4].strip() == "? dekking min. 4,15 jaar"
