"""A document for people: on any screen nothing is cut, nothing acts, and names stay whole."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from tests.render.cells import count, value
from tests.render.documents import COLUMNS, DOCUMENT, EMPTY, NAME, one
from woonplan.render.terminal.document import fitting, render_text
from woonplan.render.terminal.grid import grid_of
from woonplan.render.terminal.screen import Screen
from woonplan.tables.cell import Value
from woonplan.tables.document import Document, Note, NoteKind, Passage
from woonplan.tables.look import PERCENT
from woonplan.tables.table import Column, Kind, Row, Table

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def plain(width: int | None = None, encoding: str = "utf-8") -> Screen:
    return Screen(width, styled=False, encoding=encoding)


def line_with(text: str, part: str) -> str:
    return next(line for line in text.splitlines() if part in line)


def test_every_cell_on_an_unlimited_screen() -> None:
    text = render_text(DOCUMENT, plain())
    assert line_with(text, NAME).split() == [NAME, "1.200", "ca.", "8.300", "tekort", "1.900"]
    assert "min. 0 (2 plannen zonder aantal)" in line_with(text, "  Nota, par. 4.7")
    assert "onbekend" in line_with(text, "=cmd")
    assert "tekort min. 5" in line_with(text, "totaal")


def test_numbers_end_at_the_end_of_their_header() -> None:
    lines = render_text(DOCUMENT, plain()).splitlines()
    head = next(line for line in lines if line.startswith("naam") and "bron" in line)
    for part in (NAME, "totaal"):
        row = next(line for line in lines if line.startswith(part))
        end = head.index("aantal") + len("aantal")
        assert row[:end].endswith("1.200")


def test_text_from_a_file_is_shown_and_never_acts() -> None:
    text = render_text(DOCUMENT, plain())
    assert "[red]x[/red]\\x1b[31m\\nnieuw|<b>&\\u202e" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_styling_adds_escape_codes_and_changes_nothing_else() -> None:
    styled = render_text(DOCUMENT, Screen(None, styled=True, encoding="utf-8"))
    assert "\x1b[1m" in styled
    bare = "\n".join(line.rstrip() for line in ANSI.sub("", styled).split("\n"))
    assert bare == render_text(DOCUMENT, plain())


def test_a_detail_is_indented_and_a_table_without_rows_has_its_header() -> None:
    lines = render_text(DOCUMENT, plain()).splitlines()
    assert "  deel" in lines
    at = lines.index(EMPTY.title)
    assert lines[at + 1].split() == ["naam", "aantal", "hard"]
    assert set(lines[at + 2]) == {"-"}


def test_an_optional_column_of_zeros_is_left_out_and_comes_back_when_it_says_something() -> None:
    columns = (Column("a", "naam"), Column("b", "buiten", Kind.AMOUNT, optional=True))

    def shown(amount: Value) -> str:
        return render_text(Document("T", (Table("t", "T", columns, (Row("r", ("x", amount)),)),)), plain())

    assert "buiten" not in shown(value(0, 0))
    assert "buiten" in shown(value(0, 0, unknown=1))
    assert "buiten" in shown(value(0, 0, circa=True))


@pytest.mark.parametrize("width", [1, 20, 40, 59, 60, 80, 100, 120, 200])
def test_nothing_is_cut_at_any_width(width: int) -> None:
    text = render_text(DOCUMENT, plain(width))
    assert "\u2026" not in text
    assert line_with(text, NAME).split() == line_with(text, NAME).rstrip().split()
    # A narrow screen may set what is lacking below its number.
    for part in (NAME, "ca. 8.300", "tekort 1.900", "min. 0", "tekort 345 tot over 1.655", "onbekend"):
        assert part in text
    assert "(2 plannen zonder aantal)" in " ".join(text.split())
    assert all(line == line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_screen_when_the_kept_columns_fit(width: int) -> None:
    table = Table(
        "t",
        "Een titel die zelf ook langer is dan een smal scherm, en dus over meer dan een regel loopt",
        (Column("a", "naam"), Column("b", "hard", Kind.AMOUNT), Column("c", "bron")),
        (Row("r", (NAME, value(8300, 8300, circa=True), "Nota wonen, paragraaf 4.7 " * 4 + "x" * 90)),),
        ("Een noot die ook langer is dan een smal scherm, zodat zij over meer dan een regel moet lopen.",),
    )
    text = render_text(Document(table.title, (table, EMPTY)), plain(width))
    assert max(map(len, text.splitlines())) <= width
    assert text.replace("\n", "").replace(" ", "").count("x" * 20) >= 1  # a word longer than its column goes on below
    assert NAME in text


def test_columns_go_in_their_order_and_the_reader_is_told() -> None:
    # Full: naam 41 (the hostile cell), aantal 6, hard 19, saldo 25, bron 16 at the least, and 2 between each.
    row = Row("r", ("n" * 20, count(1), value(1, 1), value(2, 2), "b " * 15))
    table = Table("t", "T", (*COLUMNS[:4], COLUMNS[5]), (row,))
    # 20 + 6 + 4 + 5 + 16 + 4 x 2 = 59; without bron 41; without aantal too 33.
    least = grid_of(table).least()
    assert least == [20, 6, 4, 5, 16]
    found = {width: fitting(table, least, width) for width in (59, 58, 41, 40, 1)}
    assert found == {59: [0, 1, 2, 3, 4], 58: [0, 1, 2, 3], 41: [0, 1, 2, 3], 40: [0, 2, 3], 1: [0, 2, 3]}
    shown = render_text(Document("T", (table,)), plain(40))
    assert "Niet getoond (scherm te smal): aantal, bron." in " ".join(shown.split())


def test_a_long_note_loses_nothing() -> None:
    words = "woord " * 30 + "w" * 100
    text = render_text(one("a", notes=(words.strip(),)), plain(60))
    assert "".join(text.split()).endswith("".join(words.split()))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_columns_stay_straight_on_a_console_without_the_character(encoding: str) -> None:
    columns = (Column("a", "naam"), Column("b", "n", Kind.COUNT))
    rows = (Row("x", ("Caf\u00e9 \u2264", count(1))), Row("y", ("Wierden", count(2))))
    text = render_text(Document("T", (Table("t", "T", columns, rows),)), plain(encoding=encoding))
    text.encode(encoding)
    lines = text.splitlines()
    assert len(lines[-1]) == len(lines[-2]) == len(lines[-3])


def test_a_name_in_wide_characters_keeps_the_columns_straight() -> None:
    columns = (Column("a", "naam"), Column("b", "n", Kind.COUNT))
    rows = (Row("x", ("\u5317\u4eac", count(1))), Row("y", ("Wierden", count(2))))
    lines = render_text(Document("T", (Table("t", "T", columns, rows),)), plain()).splitlines()
    # Two wide characters take four columns of the seven: three spaces and the gap of two before the number.
    assert lines[-2:] == ["\u5317\u4eac     1", "Wierden  2"]


def test_the_same_document_gives_the_same_text() -> None:
    assert render_text(DOCUMENT, plain(80)) == render_text(DOCUMENT, plain(80))


def test_what_is_lacking_gets_a_line_when_nothing_else_makes_a_table_fit() -> None:
    columns = (Column("a", "naam"), Column("b", "ondergrens", Kind.EXACT), Column("c", "bovengrens", Kind.EXACT))
    cell = value(Fraction(67, 100), Fraction(3, 4), PERCENT, unknown=2)
    document = Document("T", (Table("t", "T", columns, (Row("r", ("een naam", cell, cell)),)),))
    # 8 + 2 + 36 + 2 + 36: "min. 67,0% (2 plannen zonder aantal)" is 36.
    assert line_with(render_text(document, plain(84)), "een naam").endswith("67,0% (2 plannen zonder aantal)")
    assert render_text(document, plain(83)).splitlines()[-2:] == [
        "een naam                 min. 67,0%                 min. 67,0%",
        "          (2 plannen zonder aantal)  (2 plannen zonder aantal)",
    ]
    # Outside a terminal a row is one line.
    assert "zonder aantal)  min. 67,0" in render_text(document, plain())


PLACES = "Nota, par. 4.7 (r. 1635-1636) en r. 1662, 1701; actie 12 (r. 9)"


@pytest.mark.parametrize("width", range(60, 100))
def test_a_place_in_the_source_is_never_broken(width: int) -> None:
    table = Table("t", "T", (*COLUMNS[:1], Column("bron", "bron")), tuple(Row(k, (k * 30, PLACES)) for k in "ab"))
    found = Document("T", (table,), (Note(NoteKind.BRON, PLACES),), passages=(Passage("p", "P", (("bron", PLACES),)),))
    text = render_text(found, plain(width))
    for place in ("(r. 1635-1636)", "r. 1662, 1701;", "(r. 9)"):
        assert text.count(place) == 4


@pytest.mark.parametrize("width", range(50, 90))
def test_an_option_of_a_next_step_keeps_its_value(width: int) -> None:
    step = "woonplan gap --by gemeente --plannen data/plannen-2021.yaml --opgave woondeal --toelichting"
    text = render_text(Document("T", following=(step,)), plain(width))
    for pair in ("--by gemeente", "--plannen data/plannen-2021.yaml", "--opgave woondeal"):
        assert pair in text
