"""Columns of a table: laid out by hand here, as rich does where there is room, and never wider than the screen."""

from __future__ import annotations

import io
from typing import Literal

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.box import Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from tests.render.cells import count, value
from woonplan.model.number import Way
from woonplan.render.safe import safe
from woonplan.render.terminal.document import render_text
from woonplan.render.terminal.grid import Grid
from woonplan.render.terminal.layout import GAP, SMALLEST, grid_lines, total
from woonplan.render.terminal.screen import Screen
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document
from woonplan.tables.look import BALANCE, HOMES
from woonplan.tables.table import Column, Kind, Row, Style, Table

STATUS = Column("status", "status")
AREA = Column("gebied", "gemeente of regio")
NAME = Column("naam", "naam")
AMOUNT = Column("woningen", "woningen", Kind.AMOUNT)


def shown(columns: tuple[Column, ...], *rows: tuple[Cell, ...], width: int = 60) -> list[str]:
    made = tuple(Row(f"r.{i}", row, Style.TOTAL if row[0] == "totaal" else Style.NORMAL) for i, row in enumerate(rows))
    document = Document("T", (Table("t", "T", columns, made),))
    lines = render_text(document, Screen(width, styled=False, encoding="utf-8")).splitlines()
    assert all(line == line.rstrip() for line in lines)
    return lines[2:]


def test_a_little_too_wide_takes_headers_in_two_lines_and_gaps_of_one() -> None:
    # 8 + 14 + 22 + 11 is 55: gaps of two make it 61, gaps of one 58, and the two that are left go to the name.
    rows: tuple[tuple[Cell, ...], ...] = (
        (
            "onbekend",
            "Rijssen-Holten",
            "Zorg en doelgroeponafhankelijk wonen",
            value(None, None, unknown=1, blank=True),
        ),
        ("hard", "Borne", "Kop", value(100120, 100120, circa=True)),
    )
    assert shown((STATUS, AREA, NAME, AMOUNT), *rows) == [
        "status   gemeente of    naam                        woningen",
        "         regio",
        "------------------------------------------------------------",
        "onbekend Rijssen-Holten Zorg en                     onbekend",
        "                        doelgroeponafhankelijk",
        "                        wonen",
        "hard     Borne          Kop                      ca. 100.120",
    ]


def test_a_long_name_goes_on_below_itself_before_numbers_do() -> None:
    # 29 + 21 + 21 does not fit. 10, the longest word of a name, and gaps of two make 56, and what is left goes to it:
    # 14, of which two are for setting in what is no name of its own.
    columns = (NAME, Column("een", "ongeveer bekend", Kind.AMOUNT), Column("twee", "mogelijk hierin", Kind.AMOUNT))
    long = value(100_000, 9_000_000)
    assert shown(columns, ("middenhuur en betaalbare koop", long, long), ("duurder", value(1, 1), None)) == [
        "naam                  ongeveer bekend        mogelijk hierin",
        "------------------------------------------------------------",
        "middenhuur      100.000 tot 9.000.000  100.000 tot 9.000.000",
        "  en",
        "  betaalbare",
        "  koop",
        "duurder                             1",
    ]


def test_numbers_that_do_not_fit_beside_each_other_stand_below_their_name() -> None:
    columns = (Column("a", "onderdeel"), *(Column(e, e, Kind.AMOUNT) for e in ("ondergrens", "bovengrens")))
    gap = value(-1267, 563, BALANCE, circa=True)
    assert shown(columns, ("saldo met extra ruimte", gap, gap), ("totaal", value(1, 1), None)) == [
        "onderdeel",
        "-----------------------------------------------",
        "saldo met extra ruimte",
        "  ondergrens  tekort ca. 1.267 tot over ca. 563",
        "  bovengrens  tekort ca. 1.267 tot over ca. 563",
        "totaal",
        "  ondergrens  1",
    ]


def test_numbers_stand_in_as_few_tables_as_can_be() -> None:
    # Three numbers are 26 + 2 x 15 + 6 = 62; with the name wrapped to 16 and gaps of 1 that is 16 + 13 + 13 + 10 + 3.
    columns = (Column("j", "jaar"), *(Column(k, k, Kind.AMOUNT) for k in ("hard", "zacht", "ondergrens", "bovengrens")))
    many, target = value(1234567, 1234567, circa=True), value(2000, 2000)
    assert shown(
        columns, ("verzamelposten zonder jaar", many, many, target, target), ("2021", many, many, None, None)
    ) == [
        "jaar                                 hard          zacht",
        "--------------------------------------------------------",
        "verzamelposten zonder jaar  ca. 1.234.567  ca. 1.234.567",
        "2021                        ca. 1.234.567  ca. 1.234.567",
        "",
        # Both ends stand together, and a year of which they are not known has no line of its own.
        "jaar                        ondergrens  bovengrens",
        "--------------------------------------------------",
        "verzamelposten zonder jaar       2.000       2.000",
    ]


def test_a_number_that_does_not_fit_beside_its_label_goes_below_it() -> None:
    label = "opgave van de regio bij het hoogste van beide doelen samen"
    columns = (NAME, Column("b", label, Kind.AMOUNT))
    number = value(-267_000_000, 437_000_000, BALANCE, circa=True, unknown=2, way=Way.BOTH)
    # What the number lacks is in words, which may take a line of their own; the number itself stays whole.
    assert shown(columns, ("Rijssen-Holten en Wierden", number)) == [
        "naam",
        "------------------------------------------------------------",
        "Rijssen-Holten en Wierden",
        f"  {label}",
        "    tekort ca. 267.000.000 tot over ca. 437.000.000,",
        "    zonder 2 plannen",
    ]
    beside = shown(columns, ("Wierden", value(-267, 437, BALANCE, circa=True, unknown=2, way=Way.BOTH)))
    assert [line.strip() for line in beside[-2:]] == [
        "Wierden                     tekort ca. 267 tot over ca. 437,",
        "zonder 2 plannen",
    ]


def test_what_fits_is_laid_out_where_rich_would_overflow() -> None:
    columns = (Column("n", "nr", Kind.COUNT), *(Column(f"k{i}", f"k{i}") for i in range(4)))
    texts = ("De stedelijke sleutelprojecten bouwen " * 3, "niet genoemd in de bron", "tot 2030", "par. 4.1 " * 5)
    for width in range(60, 130):
        assert max(map(cell_len, shown(columns, (count(1), *texts), width=width))) <= width


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "Pd", "Po")), max_size=50)
amounts = st.builds(
    value,
    st.integers(-9999, 0),
    st.integers(0, 9999),
    st.sampled_from((HOMES, BALANCE)),
    circa=st.booleans(),
    unknown=st.integers(0, 99),
    way=st.sampled_from((Way.UP, Way.DOWN, Way.BOTH)),
)


@settings(deadline=None)
@given(st.lists(st.tuples(texts, texts, amounts, texts, amounts), min_size=1, max_size=4), st.sampled_from((60, 80)))
def test_no_line_is_wider_than_the_screen_and_nothing_is_lost(rows: list[tuple[Cell, ...]], width: int) -> None:
    columns = tuple(
        Column(f"k{i}", f"kop {i}", Kind.AMOUNT if isinstance(cell, Value) else Kind.TEXT)
        for i, cell in enumerate(rows[0])
    )
    lines = shown(columns, *rows, width=width)
    assert max(map(cell_len, lines)) <= width
    whole = "".join("".join(lines).split())
    for row in rows:
        for cell in row:
            if isinstance(cell, Value):
                assert (cell.apart or cell.lacking).replace(" ", "") in whole


def by_rich(grid: Grid, width: int) -> list[str]:
    """Return the table as rich lays it out: an independent hand, for what has room."""
    box = Box("    \n    \n -- \n    \n    \n -- \n    \n    \n", ascii=True)
    table = RichTable(box=box, show_edge=False, padding=(0, GAP - 1, 0, 0), pad_edge=False)
    for header, kind, wraps, least in zip(grid.headers, grid.kinds, grid.wraps, grid.least(), strict=True):
        justify: Literal["left", "right"] = "left" if kind is Kind.TEXT else "right"
        table.add_column(Text(header), justify=justify, no_wrap=not wraps, overflow="fold", min_width=least)
    for row in grid.rows:
        table.add_row(*map(Text, row))
    out = io.StringIO()
    Console(file=out, width=1000, color_system=None).print(table, width=width, crop=False)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def by_us(grid: Grid, width: int | None) -> list[str]:
    return [line for line, _ in grid_lines(grid, width)]


# Wide characters, characters without a width, accents of their own, and whatever else a name can hold.
odd = st.text(
    st.one_of(st.sampled_from("aZ1 -\u2013é²住宅🏠e\u0301\u200d\u00a0"), st.characters(codec="utf-8")), max_size=9
).map(safe)
words = st.text(st.sampled_from("abcdefgé住"), min_size=1, max_size=12)
sentences = st.lists(words, min_size=1, max_size=9).map(" ".join)


@st.composite
def grids(draw: st.DrawFn, cells: st.SearchStrategy[str], *, wraps: bool) -> Grid:
    columns = draw(st.integers(1, 5))
    kinds = tuple(draw(st.sampled_from((Kind.TEXT, Kind.AMOUNT))) for _ in range(columns))
    headers = tuple(f"k{draw(words)}" for _ in range(columns))
    rows = tuple(tuple(draw(cells) for _ in range(columns)) for _ in range(draw(st.integers(1, 4))))
    return Grid(headers, rows, kinds, tuple(wraps and i > 0 and kind is Kind.TEXT for i, kind in enumerate(kinds)))


@given(grids(odd, wraps=False))
def test_without_a_screen_the_lines_are_those_of_rich(grid: Grid) -> None:
    assert by_us(grid, None) == by_rich(grid, 1000)


@given(grids(sentences, wraps=True), st.integers(SMALLEST, 200))
def test_where_there_is_room_the_lines_are_those_of_rich_or_fewer(grid: Grid, width: int) -> None:
    expected, found = by_rich(grid, width), by_us(grid, width)
    assume(total(grid.least()) <= width)
    assert max(map(cell_len, found)) <= width
    if max(map(cell_len, expected)) <= width and found != expected:
        assert len(found) < len(expected)
        words_of = [sorted(" ".join(lines).replace("-", " ").split()) for lines in (found, expected)]
        assert words_of[0] == words_of[1]


def test_the_widest_text_gets_the_room_that_others_leave() -> None:
    # Level, the action has 26 of 60 columns and takes four lines; the place in two lines of 18 leaves it 36 for three.
    columns = (Column("n", "nr", Kind.COUNT), Column("t", "actie"), Column("b", "bron"))
    text = "De stedelijke sleutelprojecten bouwen en ervan leren, en daarna de volgende kiezen"
    assert shown(columns, *((count(n), text, "Woonagenda, par. 4.1 (r. 1051-1053)") for n in (1, 2))) == [
        "nr  actie                                 bron",
        "------------------------------------------------------------",
        " 1  De stedelijke sleutelprojecten        Woonagenda, par.",
        "    bouwen en ervan leren, en daarna de   4.1 (r. 1051-1053)",
        "    volgende kiezen",
        " 2  De stedelijke sleutelprojecten        Woonagenda, par.",
        "    bouwen en ervan leren, en daarna de   4.1 (r. 1051-1053)",
        "    volgende kiezen",
    ]


def test_columns_that_were_laid_out_by_hand() -> None:
    grid = Grid(("plan", "woningen"), (("kade", "1.204"), ("住宅", "-3")), (Kind.TEXT, Kind.AMOUNT), (False, False))
    assert by_us(grid, None) == ["plan  woningen", "--------------", "kade     1.204", "住宅        -3"]
