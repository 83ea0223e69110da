"""A table that is wider than the screen: it is laid out by hand here, and no line is wider than 60 columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from woonplan.render.terminal.document import render_text
from woonplan.render.terminal.narrow import wrapped
from woonplan.render.terminal.screen import Screen
from woonplan.tables import Amount, Cell, Column, Document, Kind, Row, Style, Table

STATUS = Column("status", "status")
AREA = Column("gebied", "gemeente of regio")
NAME = Column("naam", "naam")
HOMES = Column("woningen", "woningen", Kind.AMOUNT)


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
            Amount(None, None, unknown=1, blank=True),
        ),
        ("hard", "Borne", "Kop", Amount(100, 120, circa=True)),
    )
    assert shown((STATUS, AREA, NAME, HOMES), *rows) == [
        "status   gemeente of    naam                        woningen",
        "         regio",
        "------------------------------------------------------------",
        "onbekend Rijssen-Holten Zorg en                     onbekend",
        "                        doelgroeponafhankelijk",
        "                        wonen",
        "hard     Borne          Kop                      ca. 100-120",
    ]


def test_a_long_name_goes_on_below_itself_before_numbers_do() -> None:
    # 29 + 21 + 21 does not fit. 10, the longest word of a name, and gaps of two make 56, and what is left goes to it:
    # 14, of which two are for setting in what is no name of its own.
    columns = (NAME, Column("een", "ongeveer bekend", Kind.AMOUNT), Column("twee", "mogelijk hierin", Kind.AMOUNT))
    long = Amount(10_000_000, 12_000_000)
    assert shown(columns, ("middenhuur en betaalbare koop", long, long), ("duurder", Amount(1, 1), None)) == [
        "naam                  ongeveer bekend        mogelijk hierin",
        "------------------------------------------------------------",
        "middenhuur      10.000.000-12.000.000  10.000.000-12.000.000",
        "  en",
        "  betaalbare",
        "  koop",
        "duurder                             1",
    ]


def test_numbers_that_do_not_fit_beside_each_other_stand_below_their_name() -> None:
    columns = (Column("a", "onderdeel"), *(Column(e, e, Kind.AMOUNT) for e in ("ondergrens", "bovengrens")))
    gap = Amount(-1267, -563, circa=True, unknown=2, signed=True)
    assert shown(columns, ("saldo met extra ruimte", gap, gap), ("totaal", Amount(1, 1), None)) == [
        "onderdeel",
        "-------------------------------------------------",
        "saldo met extra ruimte",
        "  ondergrens  tekort ca. 563-1.267 (+ 2 onbekend)",
        "  bovengrens  tekort ca. 563-1.267 (+ 2 onbekend)",
        "totaal",
        "  ondergrens  1",
    ]


def test_numbers_of_four_columns_stand_in_two_tables_of_two() -> None:
    # 26 + 2 x 13 + 2 x 10 is 72, with names wrapped 16 + 46 is 62; a pair beside the whole name is 26 + 26 + 4 = 56.
    columns = (Column("j", "jaar"), *(Column(k, k, Kind.AMOUNT) for k in ("hard", "zacht", "ondergrens", "bovengrens")))
    blank, target = Amount(None, None, unknown=14, blank=True), Amount(2000, 2000)
    assert shown(columns, ("verzamelposten zonder jaar", blank, blank, target, target)) == [
        "jaar                                 hard          zacht",
        "--------------------------------------------------------",
        "verzamelposten zonder jaar  onbekend (14)  onbekend (14)",
        "",
        "jaar                        ondergrens  bovengrens",
        "--------------------------------------------------",
        "verzamelposten zonder jaar       2.000       2.000",
    ]


def test_a_number_that_does_not_fit_beside_its_label_goes_below_it() -> None:
    label = "opgave van de regio bij het hoogste van beide doelen samen"
    number = Amount(-267, 437, circa=True, unknown=2, signed=True)
    assert shown((NAME, Column("b", label, Kind.AMOUNT)), ("Rijssen-Holten en Wierden", number)) == [
        "naam",
        "------------------------------------------------------------",
        "Rijssen-Holten en Wierden",
        f"  {label}",
        "    tekort ca. 267 tot over ca. 437 (+ 2 onbekend)",
    ]


def test_what_fits_is_laid_out_where_rich_would_overflow() -> None:
    columns = (Column("n", "nr", Kind.COUNT), *(Column(f"k{i}", f"k{i}") for i in range(4)))
    row = (1, "De stedelijke sleutelprojecten bouwen " * 3, "niet genoemd in de bron", "tot 2030", "par. 4.1 " * 5)
    for width in range(60, 130):
        assert max(map(cell_len, shown(columns, row, width=width))) <= width


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "Pd", "Po")), max_size=50)
amounts = st.builds(
    Amount, st.integers(-9999, 0), st.integers(0, 9999), st.booleans(), st.integers(0, 99), signed=st.booleans()
)


@given(st.lists(st.tuples(texts, texts, amounts, texts, amounts), min_size=1, max_size=4), st.sampled_from((60, 80)))
def test_no_line_is_wider_than_the_screen_and_nothing_is_lost(rows: list[tuple[Cell, ...]], width: int) -> None:
    columns = tuple(
        Column(f"k{i}", f"kop {i}", Kind.AMOUNT if isinstance(cell, Amount) else Kind.TEXT)
        for i, cell in enumerate(rows[0])
    )
    lines = shown(columns, *rows, width=width)
    assert max(map(cell_len, lines)) <= width
    whole = "".join("".join(lines).split())
    for row in rows:
        for cell in row:
            if isinstance(cell, Amount) and cell.unknown:
                assert f"(+{cell.unknown}onbekend)" in whole


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("kort", 10, ["kort"]),
        ("", 10, [""]),
        ("een twee drie", 8, ["een twee", "drie"]),
        ("  een twee drie", 8, ["  een", "  twee", "  drie"]),
        ("Rijssen-Holten en Wierden", 14, ["Rijssen-Holten", "en Wierden"]),
        ("Stationsgebied/Kanaalzone", 16, ["Stationsgebied/", "Kanaalzone"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("\u5317\u4eac\u5e02\u533a", 5, ["\u5317\u4eac", "\u5e02\u533a"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines
