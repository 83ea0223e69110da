"""What every layout says of where a number came from leads back to the cells that hold it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.exchange.books import base, draaitabel, een_plan, eenvoudig, saved, uitgebreid, workbook
from tests.exchange.conftest import Importing
from tests.exchange.diwi_books import BUILT, GONE, diwi, project
from tests.exchange.layouts.planmonitor.test_lists import HOF
from tests.exchange.layouts.test_flat import HEADS, row

Making = Callable[[], openpyxl.Workbook]

NAMED = re.compile(r"([a-z_]+) ((?:[A-Z]+\d+(?::[A-Z]+\d+)?(?:, (?=[A-Z]))?)+)")
"""A number and its cells: ``woningen F3``, ``restant S2:AL2``, ``woningen AP6, AP7``."""


ALL = {"woningen", "gerealiseerd", "sloop", "sloop_gerealiseerd"}


def added(book: openpyxl.Workbook, refs: str) -> int:
    """Return what the cells hold together."""
    total = 0
    for part in refs.split(", "):
        found = book.active[part]
        cells = [cell for line in found for cell in line] if isinstance(found, tuple) else [found]
        total += sum(cell.value or 0 for cell in cells)
    return total


@pytest.mark.parametrize(
    ("making", "keys"),
    [
        (lambda: workbook([HEADS, row("Hof")]), {"woningen", "gerealiseerd"}),
        (lambda: workbook(eenvoudig([(base("Hof"), HOF)])), {"restant", "sloop_restant"}),
        (
            lambda: workbook(uitgebreid([(base("Hof"), HOF)])),
            ALL,
        ),
        (lambda: workbook(draaitabel([(base("Hof"), HOF)])), {"restant"}),
        (
            lambda: een_plan(HOF, fields=base("Hof"), first=18),
            ALL,
        ),
        (lambda: diwi(project("Kade") | BUILT, project("Kade") | BUILT | GONE), {"woningen", "restant", "sloop"}),
    ],
    ids=["tabel", "eenvoudig", "uitgebreid", "draaitabel", "een plan", "diwi"],
)
def test_the_cells_that_are_named_hold_the_number(
    tmp_path: Path, importing: Importing, making: Making, keys: set[str]
) -> None:
    book = making()
    out = importing(saved(book, tmp_path / "x.xlsx"))
    (plan,) = out.result.plans
    named = dict(NAMED.findall(plan.cells))
    assert set(named) == keys
    assert {key: added(book, refs) for key, refs in named.items()} == {key: plan.data[key] for key in keys}


def test_a_number_that_was_given_for_all_plans_has_no_cell(tmp_path: Path, importing: Importing) -> None:
    path = saved(workbook([["naam", "gemeente", "planstatus"], ["Hof", "Aa", "2A"]]), tmp_path / "x.xlsx")
    (plan,) = importing(path, fixed=["woningen=30"]).result.plans
    assert (plan.data["woningen"], plan.cells) == (30, "")
