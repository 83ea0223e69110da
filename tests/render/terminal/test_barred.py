"""A bar in every row: its length by hand, on one scale that the header says."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.cells import value
from woonplan.render.terminal.barred import LEAST, WIDEST, signed
from woonplan.render.terminal.barred import barred as drawn
from woonplan.render.terminal.document import render_text
from woonplan.render.terminal.pen import Pen
from woonplan.render.terminal.screen import Screen
from woonplan.tables.cell import Cell
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Kind, Row, Style, Table

COLUMNS = (Column("naam", "naam"), Column("hard", "hard", Kind.AMOUNT), Column("zacht", "zacht", Kind.AMOUNT))


def table(*rows: tuple[Cell, Cell], total: tuple[Cell, Cell] | None = None) -> Table:
    found = [Row(f"r{i}", (f"rij {i}", *cells)) for i, cells in enumerate(rows)]
    sums = [Row("totaal", ("totaal", *total), Style.TOTAL)] if total else []
    return Table("t", "T", COLUMNS, (*found, *sums), bars=("hard", "zacht"))


def barred(whole: Table, room: int, *, plain: bool) -> Table:
    return drawn(whole, room, Pen(room, plain=plain))


def homes(hard: int, zacht: int) -> tuple[Cell, Cell]:
    return value(hard, hard), value(zacht, zacht)


UNKNOWN = value(0, 0, unknown=1, blank=True)


def bars(found: Table) -> list[str]:
    assert found.columns[-1].key == "staaf"
    return [str(row.cells[-1]) for row in found.rows]


def test_by_hand() -> None:
    # 40 columns and the longest row 1.500 + 450: blocks of 50 make 39.
    whole = table(homes(1500, 450), homes(100, 200), homes(0, 0), homes(10, 0), total=homes(1610, 650))
    found = barred(whole, 40, plain=True)
    assert found.columns[-1].header == "blok = 50"
    assert bars(found) == ["=" * 30 + "-" * 9, "==----", "", "=", ""]
    assert [row.cells[:-1] for row in found.rows] == [row.cells for row in whole.rows]
    assert found.columns[:-1] == whole.columns


@pytest.mark.parametrize(
    ("longest", "block"),
    [
        (1, 1),
        (39, 1),
        (40, 2),
        (78, 2),
        (79, 5),
        (195, 5),
        (196, 10),
        (780, 20),
        (781, 25),
        (976, 50),
        (7900, 250),
        (39_000, 1000),
        (39_001, 2000),
    ],
)
def test_the_scale_is_the_least_round_number_that_fits(longest: int, block: int) -> None:
    found = barred(table(homes(longest, 0), homes(1, 0)), 40, plain=True)
    size = f"{block:,}".replace(",", ".")
    assert found.columns[-1].header == f"blok = {size}"
    assert max(map(len, bars(found))) <= 39


def test_ranges_and_what_is_unknown() -> None:
    rows: list[tuple[Cell, Cell]] = [
        # What is sure, and then what may come.
        (value(200, 300), value(100, 100)),
        (value(0, 200), value(0, 0)),
        # An open end, a plan without a number, and nothing known at all.
        (value(200, None), value(100, 100)),
        (value(200, 200, unknown=1), value(100, 150)),
        (UNKNOWN, value(100, 100)),
        (UNKNOWN, UNKNOWN),
        # At most so many.
        (value(None, 100), value(0, 0)),
        # Net of demolition there may be fewer than none: that has no length.
        (value(-500, -400), value(100, 100)),
        homes(1900, 0),
    ]
    assert bars(barred(table(*rows), 40, plain=True)) == [
        "====--~~",
        "~~~~",
        "====--?",
        "====--~?",
        "--?",
        "?",
        "~~",
        "--",
        "=" * 38,
    ]


@pytest.mark.parametrize(
    ("room", "header"),
    [
        (40, "blok = 20  ~ marge  ? onbekend"),
        (30, "blok = 20  ~ marge  ? onbekend"),
        (29, "blok = 20  ~ marge"),
        (17, "blok = 50"),
    ],
)
def test_the_header_says_what_a_bar_ends_in_where_it_has_room(room: int, header: str) -> None:
    found = barred(table((value(200, 300), UNKNOWN), homes(500, 0)), room, plain=True)
    assert found.columns[-1].header == header
    assert barred(table(homes(500, 0)), 40, plain=True).columns[-1].header == "blok = 20"


def test_something_is_never_drawn_as_nothing() -> None:
    # 1 of 100 a block, and each of two that are less than one.
    found = barred(table(homes(3800, 0), homes(1, 1), homes(149, 1), homes(149, 2), homes(51, 49)), 40, plain=True)
    assert bars(found) == ["=" * 38, "=-", "=-", "=-", "=-"]


def test_a_bar_is_as_long_as_its_sum() -> None:
    # 140 + 140 is 280: three blocks of 100, though each alone is nearest to one.
    found = barred(table(homes(3800, 0), homes(140, 140), homes(160, 160)), 40, plain=True)
    assert bars(found) == ["=" * 38, "=--", "==-"]


def test_blocks_and_their_twin() -> None:
    whole = table(homes(1500, 450), (value(200, 300), UNKNOWN), total=homes(1700, 450))
    blocks, plain = (barred(whole, 50, plain=flag) for flag in (False, True))
    turned = str.maketrans("\u2593\u2592", "=-")
    assert [bar.translate(turned) for bar in bars(blocks)] == bars(plain)
    assert all(bar.isascii() for bar in bars(plain))


@pytest.mark.parametrize(
    ("plain", "headers"), [(True, ["= hard", "- zacht"]), (False, ["\u2593 hard", "\u2592 zacht"])]
)
def test_a_sign_stands_before_the_header_of_its_numbers(plain: bool, headers: list[str]) -> None:
    whole = table(homes(600, 300))
    found = signed(whole, Pen(60, plain=plain))
    assert [column.header for column in found.columns] == ["naam", *headers]
    assert found.rows == whole.rows


@pytest.mark.parametrize(
    ("whole", "room"),
    [
        (table(homes(10, 5)), LEAST - 1),
        (table(homes(10, 5)), 0),
        (table(homes(10, 5)), -20),
        (table(homes(0, 0), homes(0, 0)), 40),
        (table((UNKNOWN, UNKNOWN), total=homes(8300, 5800)), 40),
        # The scale itself does not fit.
        (table(homes(900_000_000, 5)), LEAST),
        (table(), 40),
    ],
)
def test_without_room_or_anything_to_draw_there_is_no_bar(whole: Table, room: int) -> None:
    assert barred(whole, room, plain=True) is whole


def test_a_total_has_no_bar_and_no_say_in_the_scale() -> None:
    found = barred(table(homes(30, 0), total=homes(90_000, 0)), 40, plain=True)
    assert bars(found) == ["=" * 30, ""]


def with_rest(*rows: tuple[Cell, Cell], rest: tuple[Cell, Cell], total: tuple[Cell, Cell] | None = None) -> Table:
    """A table whose last row holds what has no place in the others."""
    found = table(*rows, rest, total=total)
    at = len(rows)
    return replace(found, rows=(*found.rows[:at], found.rows[at]._replace(rest=True), *found.rows[at + 1 :]))


def test_the_rest_does_not_squeeze_the_other_bars() -> None:
    # Of 8.300 + 5.800 a block would be 500, and 300 less than one; the scale is that of 1.500 + 450.
    whole = with_rest(homes(1500, 450), homes(100, 200), rest=homes(8300, 5800), total=homes(9900, 6450))
    found = barred(whole, 40, plain=True)
    assert found.columns[-1].header == "blok = 50  > langer"
    assert bars(found) == ["=" * 30 + "-" * 9, "==----", "=" * 38 + ">", ""]


def test_the_rest_ends_in_what_is_unknown_too() -> None:
    whole = with_rest(homes(1500, 450), rest=(value(100, 300), value(9000, None)))
    found = barred(whole, 50, plain=True)
    assert bars(found)[1] == "==" + "-" * 46 + ">?"
    assert found.columns[-1].header == "blok = 50  > langer  ? onbekend"


@pytest.mark.parametrize(
    ("whole", "room"),
    [
        # Not so much more that the others cannot be compared.
        (with_rest(homes(1500, 450), rest=homes(3000, 900)), 40),
        # Nothing to compare it with.
        (with_rest(homes(0, 0), (UNKNOWN, UNKNOWN), rest=homes(8300, 5800)), 40),
        # No room to say what the sign means.
        (with_rest(homes(1500, 450), rest=homes(8300, 5800)), LEAST),
        # A row that is one of all, however long.
        (table(homes(100, 50), homes(8300, 5800)), 40),
    ],
)
def test_where_the_rest_is_no_trouble_it_is_on_the_scale(whole: Table, room: int) -> None:
    found = barred(whole, room, plain=True)
    assert ">" not in found.columns[-1].header
    assert ">" not in "".join(bars(found))


numbers = st.integers(0, 20_000)
cells = st.one_of(
    numbers.map(lambda n: value(n, n)),
    st.tuples(numbers, numbers).map(lambda ends: value(min(ends), max(ends))),
    numbers.map(lambda n: value(n, None)),
    st.just(UNKNOWN),
)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=8), st.integers(LEAST, WIDEST))
def test_every_bar_is_as_long_as_what_is_known(rows: list[tuple[Cell, Cell]], room: int) -> None:
    whole = table(*rows)
    found = barred(whole, room, plain=True)
    if found is whole:
        return
    said = re.search(r"blok = ([\d.]+)", found.columns[-1].header)
    assert said
    block = int(said[1].replace(".", ""))
    for bar, pair in zip(bars(found), rows, strict=True):
        ends = [cell.reach for cell in pair if cell is not None and not isinstance(cell, str)]
        low = sum(int(low or 0) for low, _ in ends)
        sure = bar.count("=") + bar.count("-")
        # To the nearest block, and one more where something would be drawn as nothing.
        assert abs(Fraction(low, block) - sure) <= Fraction(3, 2) or sure <= 2
        assert ("?" in bar) is any(high is None for _, high in ends)
        assert ("~" in bar) is any(high is not None and high != low for low, high in ends)
        assert len(bar) <= room + 2


# On a screen.

WIDE = Document(
    "Titel", (table(homes(1512, 1100), (value(932, 1000), UNKNOWN), total=homes(2444, 1100)),), following=("verder",)
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_on_a_screen(width: int, encoding: str) -> None:
    lines = render_text(WIDE, Screen(width, styled=False, encoding=encoding)).splitlines()
    assert max(map(len, lines)) <= width
    row = next(line for line in lines if line.startswith("rij 0"))
    sign = "\u2593" if encoding == "utf-8" else "="
    head = next(line for line in lines if line.startswith("naam"))
    assert f"{sign} hard" in head
    assert row.index(sign) == head.index("blok = ")
    # A bar that is longer than the widest says nothing more.
    assert len(row) - row.index(sign) <= WIDEST
    assert next(line for line in lines if line.startswith("rij 1")).endswith("~?")
    assert "\\u" not in "".join(lines)


def test_without_a_width_there_is_no_bar() -> None:
    assert "blok" not in render_text(WIDE, Screen(None, styled=False, encoding="utf-8"))


def test_a_bar_is_the_last_column_and_takes_none_away() -> None:
    narrow = Document("Titel", (table(homes(1512, 1100)),), following=("verder",))
    lines = render_text(narrow, Screen(30, styled=False, encoding="ascii")).splitlines()
    assert next(line for line in lines if line.startswith("rij 0")).split() == ["rij", "0", "1.512", "1.100"]
    assert next(line for line in lines if line.startswith("naam")).split() == ["naam", "hard", "zacht"]
