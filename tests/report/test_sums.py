"""Which numbers of a table are the sum of others that stand in it: only where that gives the very number."""

from __future__ import annotations

import pytest

from tests.report.documents import of_gap
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import added, subtracted
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.model.number import Number, exactly
from woonplan.report.sums import MOST_ROWS, exact, summed
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document
from woonplan.tables.look import BALANCE, PERCENT
from woonplan.tables.table import Column, Kind, Row, Style, Table, Terms

COLUMNS = (Column("naam", "naam"), Column("hard", "hard", Kind.AMOUNT))


def figure(name: str, number: int) -> Figure:
    return given(name, name, exactly(number))


def cell(found: Figure, end: int = 0) -> Value:
    return Value(found.ends[end], derivation=found)


def rows(*found: tuple[str, Cell, Style]) -> Table:
    return Table("t", "T", COLUMNS, tuple(Row(key, (key, cell), style) for key, cell, style in found))


def sums(table: Table) -> dict[tuple[int, str], Terms]:
    return dict(summed(Document("D", (table,))).tables[0].sums)


def test_a_total_is_the_sum_of_the_rows_above_it() -> None:
    table = rows(
        ("a", cell(figure("a", 3)), Style.NORMAL),
        ("waarvan", cell(figure("w", 2)), Style.DETAIL),
        ("leeg", None, Style.NORMAL),
        ("b", cell(figure("b", 4)), Style.NORMAL),
        ("totaal", cell(figure("alles", 7)), Style.TOTAL),
        ("c", cell(figure("c", 1)), Style.NORMAL),
        ("d", cell(figure("d", 1)), Style.NORMAL),
        ("totaal 2", cell(figure("meer", 2)), Style.TOTAL),
    )
    assert sums(table) == {
        (4, "hard"): ((1, (0, "hard")), (1, (3, "hard"))),
        (7, "hard"): ((1, (5, "hard")), (1, (6, "hard"))),
    }


@pytest.mark.parametrize(
    "other",
    [
        cell(figure("b", 5)),  # an aggregate holds what its parts do not
        Value(Number(4, 6), derivation=figure("b", 4)),
        Value(Number(4, None), derivation=figure("b", 4)),
        Value(Number(), derivation=figure("b", 4)),
        "geen opgave",
        cell(figure("b", 0)),  # 7 and 0: that the total is 7 may be chance
    ],
)
def test_a_total_that_the_rows_do_not_give_is_no_sum(other: Cell) -> None:
    first = cell(figure("a", 7)) if isinstance(other, Value) and exact(other) == 0 else cell(figure("a", 3))
    found = rows(("a", first, Style.NORMAL), ("b", other, Style.NORMAL), ("totaal", cell(figure("x", 7)), Style.TOTAL))
    assert sums(found) == {}


def test_a_balance_is_what_its_parts_in_the_same_row_or_column_give() -> None:
    hard, zacht, doel = figure("hard", 30), figure("zacht", 12), figure("doel", 50)
    saldo = subtracted("saldo", "saldo", added("aanbod", "aanbod", [hard, zacht]), doel)
    upright = rows(*((f.name, cell(f), Style.NORMAL) for f in (doel, hard, zacht, saldo)))
    assert sums(upright) == {(3, "hard"): ((1, (1, "hard")), (1, (2, "hard")), (-1, (0, "hard")))}
    keys = ("doel", "hard", "zacht", "saldo")
    across = Table(
        "t",
        "T",
        tuple(Column(key, key, Kind.AMOUNT) for key in keys),
        (Row("r", tuple(map(cell, (doel, hard, zacht, saldo)))),),
    )
    assert sums(across) == {(0, "saldo"): ((1, (0, "hard")), (1, (0, "zacht")), (-1, (0, "doel")))}


def test_a_balance_takes_its_own_end_of_a_target() -> None:
    hard = figure("hard", 30)
    doel = Figure("doel", "doel", hard.op, (exactly(50), exactly(50)))
    saldo = subtracted("saldo", "saldo", hard, doel)
    keys = ("hard", "doel ondergrens", "doel bovengrens", "saldo ondergrens", "saldo bovengrens")
    cells = (cell(hard), cell(doel), cell(doel, 1), cell(saldo), cell(saldo, 1))
    found = sums(Table("t", "T", tuple(Column(key, key, Kind.AMOUNT) for key in keys), (Row("r", cells),)))
    assert found == {
        (0, f"saldo {end}"): ((1, (0, "hard")), (-1, (0, f"doel {end}"))) for end in ("ondergrens", "bovengrens")
    }


def test_a_part_that_stands_nowhere_makes_it_no_sum() -> None:
    hard, doel = figure("hard", 30), figure("doel", 50)
    saldo = subtracted("saldo", "saldo", hard, doel)
    assert sums(rows(("hard", cell(hard), Style.NORMAL), ("saldo", cell(saldo), Style.NORMAL))) == {}
    # Nothing at all need not stand there.
    netto = subtracted("netto", "netto", hard, doel, figure("niets", 0))
    shown = rows(*((f.name, cell(f), Style.NORMAL) for f in (hard, doel, netto)))
    assert sums(shown) == {(2, "hard"): ((1, (0, "hard")), (-1, (1, "hard")))}


def test_no_sum_goes_round_in_a_circle() -> None:
    a, b = figure("a", 5), figure("b", 2)
    whole = added("whole", "whole", [a, b])
    rest = subtracted("a", "a", whole, b)
    table = rows(("a", cell(rest), Style.NORMAL), ("b", cell(b), Style.NORMAL), ("t", cell(whole), Style.TOTAL))
    found = sums(table)
    assert len(found) == 1


def test_shares_and_long_lists_are_left_alone() -> None:
    half = Value(exactly(1), PERCENT, derivation=figure("half", 1))
    assert exact(half) is None
    assert exact("tekst") is None
    assert exact(Value(exactly(-3), BALANCE, derivation=figure("x", -3))) == -3
    many = [(str(i), cell(figure(str(i), 1)), Style.NORMAL) for i in range(MOST_ROWS)]
    assert sums(rows(*many, ("totaal", cell(figure("t", MOST_ROWS)), Style.TOTAL))) == {}


def test_every_sum_of_every_document_gives_the_number(shipped: Dataset, shipped_2021: Dataset) -> None:
    count = 0
    views = (View(register, Question(netto=netto)) for register in (shipped, shipped_2021) for netto in (False, True))
    for document in (document for view in views for document in of_gap(view)):
        for table in summed(document).tables:
            at = {
                (i, column.key): exact(found)
                for i, row in enumerate(table.rows)
                for column, found in zip(table.columns, row.cells, strict=True)
            }
            for place, terms in table.sums.items():
                numbers = [(sign, at[part]) for sign, part in terms]
                assert None not in [number for _, number in numbers]
                assert sum(sign * (number or 0) for sign, number in numbers) == at[place], (table.name, place)
                count += 1
    assert count > 50
