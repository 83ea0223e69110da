"""The columns that numbers take: numbers are numbers, and unknown is a word."""

from __future__ import annotations

import pytest

from tests.render.cells import value
from tests.render.documents import DOCUMENT, EXACTS, NAME, exacts, one
from tests.render.xlsx.reading import amounts, headers, opened, rows
from woonplan.model.number import Way
from woonplan.tables.cell import Value
from woonplan.tables.look import BALANCE


def test_an_amount_takes_the_columns_that_it_needs() -> None:
    # hard: 8.300 | 0-30 without 2 | nothing known of 3 | 8.300 or more; saldo: -1.900 | -345..1.655 | - | -5 or less.
    # 'buiten' is optional and 0 everywhere.
    sheet = opened(DOCUMENT)["balans"]
    assert headers(sheet) == [
        "naam", "aantal", "hard (laagst)", "hard (hoogst)", "hard (zonder)", "saldo (laagst)",
        "saldo (hoogst)", "bron",
    ]  # fmt: skip
    een, deel, kwaad, som = rows(sheet, 4)
    assert een == [NAME, 1200, 8300, 8300, None, -1900, -1900, None]
    assert deel == ["deel", 0, 0, "of hoger", "2 plannen zonder aantal", -345, 1655, "Nota, par. 4.7"]
    assert kwaad[1:7] == [None, "onbekend", "onbekend", "3 plannen zonder aantal", None, None]
    assert som == ["totaal", 1200, 8300, "of hoger", None, "of lager", -5, None]


def test_numbers_that_are_one_number_take_one_column() -> None:
    sheet = amounts(value(10, 10), value(1200, 1200, circa=True), value(None, None), "geen")
    assert headers(sheet) == ["naam", "hard"]
    assert [row[1] for row in rows(sheet, 4)] == [10, 1200, "onbekend", "geen"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (value(10, 20), ["hard (laagst)", "hard (hoogst)"]),
        (value(None, 20), ["hard (laagst)", "hard (hoogst)"]),
        (value(10, 10, unknown=1), ["hard (laagst)", "hard (hoogst)", "hard (zonder)"]),
        # What may raise and lower it leaves what is known as it is.
        (value(10, 10, unknown=1, way=Way.BOTH), ["hard", "hard (zonder)"]),
        # The bounds of what is blank mean nothing.
        (value(0, 20, unknown=2, blank=True), ["hard", "hard (zonder)"]),
        (value(0, 0), ["hard"]),
    ],
)
def test_one_cell_decides_for_its_column(cell: Value, expected: list[str]) -> None:
    assert headers(amounts(value(5, 5), cell))[1:] == expected


def test_unknown_is_never_a_number_or_empty() -> None:
    sheet = amounts(value(0, 0, unknown=4, blank=True), value(None, None, unknown=1), value(0, 0))
    assert rows(sheet, 3) == [
        ["r0", "onbekend", "4 plannen zonder aantal"],
        ["r1", "onbekend", "1 plan zonder aantal"],
        ["r2", 0, None],
    ]


def test_what_may_raise_and_lower_a_number_stands_beside_what_is_known() -> None:
    sheet = amounts(value(30, 50, unknown=2, way=Way.BOTH))
    assert rows(sheet, 1) == [["r0", 30, 50, "2 plannen"]]
    # What is lacking is text among numbers: it stands at the left, and goes on below where it is long.
    assert [sheet[f"{c}5"].alignment.horizontal for c in "BCD"] == ["right", "right", "left"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (value(8300, 8300), "#,##0"),
        (value(-30, -30, circa=True), '"ca. "#,##0;"ca. -"#,##0;"ca. "0'),
        (value(-5, -5, BALANCE), '"over "#,##0;"tekort "#,##0;0'),
        (value(5, 5, BALANCE, circa=True), '"over ca. "#,##0;"tekort ca. "#,##0;"ca. "0'),
        (
            value(-5, -5, BALANCE, circa=True, marge=50),
            '"binnen de afronding (ca. "#,##0")";"binnen de afronding (ca. -"#,##0")"',
        ),
    ],
)
def test_the_words_are_in_the_number_format(cell: Value, expected: str) -> None:
    found = amounts(cell)["B5"]
    assert (found.value, found.data_type, found.number_format) == (cell.low, "n", expected)


def test_exact_numbers_are_numbers_with_a_format() -> None:
    sheet = opened(exacts(*EXACTS))["t"]
    assert headers(sheet) == ["naam", "deel (laagst)", "deel (hoogst)", "deel (zonder)"]
    # A percentage is stored as its share: 41.5% is 0.415.
    assert [row[1:] for row in rows(sheet, len(EXACTS))] == [
        [0.415, 0.415, None],
        [pytest.approx(2 / 3, rel=1e-15), pytest.approx(2 / 3, rel=1e-15), None],
        [4.15, "of hoger", "2 plannen zonder aantal"],
        [1234567, "of hoger", None],
        ["of lager", 0.415, None],
        ["onbekend", "onbekend", "3 plannen zonder aantal"],
        ["onbekend", "onbekend", None],
        ["niet van toepassing", "niet van toepassing", None],
        [None, None, None],
    ]
    assert [sheet[f"B{row}"].number_format for row in range(5, 9)] == [
        "0.0%",
        '"ca. "0%;"ca. -"0%',
        '0.00" jaar"',
        '#,##0.00" euro"',
    ]
    assert sheet["B5"].alignment.horizontal == "right"


def test_exact_numbers_that_are_one_number_take_one_column() -> None:
    assert headers(opened(exacts(*EXACTS[:2]))["t"]) == ["naam", "deel"]


@pytest.mark.parametrize(
    "text", ["_x0041_", "\x00\x0b", "\ud800", "\ufffe", "https://example.org", "{=1}", "007", "x" * 40_000]
)
def test_text_stays_text(text: str) -> None:
    cell = opened(one("a", text))["t"]["B5"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    if len(text) < 1000:
        assert cell.value == {"\x00\x0b": "\\x00\\x0b", "\ud800": "\\ud800", "\ufffe": "\\ufffe"}.get(text, text)
    else:
        assert cell.value.startswith("x" * 32_000)
        assert cell.value.endswith("[... nog 8.000 tekens]")


def test_a_number_that_a_spreadsheet_would_round_is_text() -> None:
    sheet = amounts(value(10**15, 10**15), value(10**15 - 1, 10**15 - 1))
    assert [row[1] for row in rows(sheet, 2)] == ["1.000.000.000.000.000", 999_999_999_999_999]
