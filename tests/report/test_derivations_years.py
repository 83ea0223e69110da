"""Every number of `gap --by jaar`, worked out from its printed derivation: the trajectory, and the pace beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from woonplan.calc.address import find, trajectory_figures
from woonplan.calc.derived import Explained
from woonplan.report.pace import pace_document

from tests.conftest import GEMEENTEN, Register
from tests.report.cells import cell_value, exact_value, shown
from tests.report.reader import NO_OUTCOME, Outcome, ends_of, tree
from tests.report.terms import Value
from tests.report.test_derivations import DEEP, QUESTIONS, questions, registers
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.calc.years.readings import paces
from woonplan.calc.years.trajectory import trajectory
from woonplan.model.dataset import Dataset
from woonplan.report.derivation import passages
from woonplan.tables import Cell, Document, Exact, Table

PERCENT = Fraction(1, 100)

Shown = tuple[Outcome, str]


def document(register: Dataset, question: Question, *, spread: bool, buffer: Fraction) -> Document:
    found = trajectory(View(register, replace(question, spreid=spread)))
    return pace_document(register, question, found, paces(register, question, found, buffer=buffer))


def number(cell: Cell) -> Shown | None:
    """What a cell shows, with its unit; None for words."""
    if isinstance(cell, int):
        return Value(cell, cell), ""
    if isinstance(cell, Exact):
        return exact_value(cell)
    if cell == NO_OUTCOME:
        return None, ""
    value = cell_value(cell)
    return (value, "") if value is not None else None


def word(name: str) -> str:
    return re.sub("[^a-z0-9]+", "_", name.casefold()).strip("_")


def cells(table: Table) -> Iterator[tuple[str, int | None, Cell]]:
    """Every cell by the address that the help of `explain` gives it, with the end of the target that it is about."""
    for row in table.rows:
        first, _, rest = row.key.partition(".")
        owner = word(rest) if first in ("jaar", "cumulatief") else f"{first}.{word(rest)}"
        for column, cell in zip(table.columns, row.cells, strict=True):
            stem, _, side = column.key.rpartition("_")
            end = {"ondergrens": 0, "bovengrens": 1}.get(side or column.key)
            quantity = column.key if end is None else stem.removeprefix("uitkomst")
            yield ".".join(part for part in ("gap.jaar", owner, quantity) if part), end, cell


def explained(register: Dataset, figure: Explained) -> tuple[Shown, Shown]:
    """What the printed derivation of a quantity says that the tables show, at both ends."""
    deep = list(passages(register, figure, DEEP))
    # The number itself is the same where nothing more is asked for.
    (top,) = passages(register, figure, 0)
    assert ends_of(top)[0] == ends_of(deep[0])[0]
    return shown(tree(deep))


def same(cell: Cell, found: Shown) -> bool:
    """Whether a cell shows what the derivation says; a cell in words only says that a number is unknown."""
    if cell == "onbekend":
        return found[0] is not None and found[0].blank
    return number(cell) == found


def check_every_number(
    register: Dataset, question: Question, *, spread: bool = False, buffer: Fraction = Fraction(0)
) -> int:
    """Work every number of every table out from its printed derivation; return how many there were."""
    figures = trajectory_figures(register, question, spread=spread, buffer=buffer)
    worked: dict[str, tuple[Shown, Shown]] = {}
    count = 0
    for table in document(register, question, spread=spread, buffer=buffer).tables:
        for address, end, cell in cells(table):
            if number(cell) is None and cell != "onbekend":
                continue
            if cell == NO_OUTCOME and address not in figures:
                # The period has ended: there is no requirement to hold a supply against.
                continue
            if address not in worked:
                worked[address] = explained(register, figures[address])
            count += 1
            for side in (0, 1) if end is None else (end,):
                assert same(cell, worked[address][side]), f"{address}: {cell}, not {worked[address][side]}"
    return count


@pytest.mark.parametrize("options", [{}, {"spread": True, "buffer": 30 * PERCENT}], ids=["plain", "options"])
@pytest.mark.parametrize("question", QUESTIONS, ids=str)
@pytest.mark.parametrize("state", ["shipped", "shipped_2021"])
def test_the_shipped_registers(
    request: pytest.FixtureRequest, state: str, question: Question, options: dict[str, Any]
) -> None:
    # Ten years with two classes, each year and cumulative, to say the least.
    assert check_every_number(request.getfixturevalue(state), question, **options) >= 40


@given(registers(), questions, st.booleans(), st.sampled_from([Fraction(0), 5 * PERCENT]))
def test_any_register(register: Dataset, question: Question, spread: bool, buffer: Fraction) -> None:
    assert check_every_number(register, question, spread=spread, buffer=buffer) >= 40


PERIODS = [
    # The reference date of the fixture is 1-1-2020: before, in the middle of, and after the period.
    ("2021-01-01", "2028-01-01"),
    ("2017-01-01", "2024-01-01"),
    ("2010-01-01", "2020-01-01"),
]
PLANS = """\
  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, woningen: 90, gerealiseerd: 20,
     oplevering: {2021-2023: 40, 2026: 30}}
  - {id: b, naam: B, gemeente: Bee, planstatus: 3, woningen_min: 30, woningen_max: 50, gerealiseerd: 0}
  - {id: c, naam: C, gemeente: Bee, planstatus: onbekend, restant: 7, precisie: circa}
"""


@pytest.mark.parametrize(("van", "tot"), PERIODS)
@pytest.mark.parametrize("target", ["woningen: 40", "woningen_min: 0, woningen_max: 7", "woningen: 0"])
def test_any_period(register: Register, van: str, tot: str, target: str) -> None:
    gebied = GEMEENTEN.replace("woningen_min: 1000, woningen_max: 1200", target)
    flows = "nieuwbouw: 9, overige_toevoeging: 0, sloop: 2, overige_onttrekking: 0, correctie: 0, saldo: 7"
    years = "".join(
        f"      {year}: {{beginstand: {begin}, {flows}, eindstand: {begin + 7}}}\n"
        for year, begin in ((2018, 10), (2019, 17))
    )
    gebied = gebied.replace("van: 2020-01-01, tot: 2030-01-01", f"van: {van}, tot: {tot}")
    gebied = gebied.replace(
        "  - {naam: Bee, code: GM0002}\n", "  - naam: Bee\n    code: GM0002\n    voorraad:\n" + years
    )
    found = register(PLANS, gemeenten=gebied).dataset
    assert found is not None
    assert check_every_number(found, Question(), buffer=5 * PERCENT) > 40


def lines(register: Dataset, address: str, **options: Any) -> list[str]:
    found = find(register, Question(), address, **options)
    assert found is not None
    return [text for passage in passages(register, found[1], DEEP) for _, text in passage.items]


def test_a_pace_by_hand(shipped_2021: Dataset) -> None:
    # 2,200 needed and 2,097 delivered: 103 behind, of which 5/9 comes in the next five years; 11,057 2/9 / 5.
    found = lines(shipped_2021, "gap.jaar.schema.inhalen_rest")
    assert "ca. 103 x 5/9 = ca. 57 2/9" in found
    assert "ca. 11.057 2/9 / 5 = ca. 2.211 4/9" in found
    assert "ondergrens ca. 2.000, bovengrens ca. 2.211" in found


def test_a_buffer_stands_in_the_formula(shipped: Dataset) -> None:
    # 14,100 / 26,000 is 54.2%.
    found = lines(shipped, "gap.jaar.dekking.hard_en_zacht", buffer=30 * PERCENT)
    assert "ca. 20.000 x 13/10 = ca. 26.000" in found
    assert "ca. 14.100 / ca. 26.000 = ca. 141/260" in found
    assert "ondergrens ca. 54,2%, bovengrens ca. 49,3%" in found


def test_a_piece_of_a_period_says_of_what(register: Register) -> None:
    # 40 homes in 2021-2023: 14, 13, 13; net of 5 that are demolished in 2022.
    plan = PLANS.replace(
        "gerealiseerd: 20,\n", "gerealiseerd: 20, sloop: 5, sloop_gerealiseerd: 0, sloop_jaar: {2022: 5},\n"
    )
    found = register(plan).dataset
    assert found is not None
    assert "40 = 14 (stuk 1 van 3)" in lines(found, "gap.jaar.2021.hard", spread=True)
    assert check_every_number(found, Question(), spread=True) > 40
    net = Question(netto=True)
    figure = trajectory_figures(found, net, spread=True)["gap.jaar.2022.hard"]
    texts = [text for passage in passages(found, figure, DEEP) for _, text in passage.items]
    assert "13 + (-5) = 8 (onbekend apart)" in texts
    assert check_every_number(found, net, spread=True) > 40


def test_a_need_of_nothing_has_no_outcome(register: Register) -> None:
    gebied = GEMEENTEN.replace("woningen_min: 1000, woningen_max: 1200", "woningen: 0")
    found = register(PLANS, gemeenten=gebied).dataset
    assert found is not None
    assert "70 / 0 = niet van toepassing" in lines(found, "gap.jaar.dekking.hard")


def test_the_reader_believes_nothing(shipped_2021: Dataset) -> None:
    figure = trajectory_figures(shipped_2021, Question())["gap.jaar.voorraad.hard"]
    found = list(passages(shipped_2021, figure, DEEP))
    shown(tree(found))
    for old, new in (
        ("/ 5 = ca. 2.220 3/5", "/ 5 = ca. 2.220 2/5"),
        ("x 5 = ", "x 4 = "),
        ("ca. 3,57 jaar", "ca. 3,58 jaar"),
        ("(niet onder 0)", ""),
    ):
        wrong = [replace(p, items=tuple((label, text.replace(old, new)) for label, text in p.items)) for p in found]
        assert wrong != found
        with pytest.raises(AssertionError):
            shown(tree(wrong))
