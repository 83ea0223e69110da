"""How a table is divided over a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.render.docx.layout import SIZES, Page, fitted
from woonplan.tables.table import Column, Row, Table

TEXTS = st.text("abc -", max_size=60)


def table(*rows: tuple[str, ...]) -> Table:
    columns = tuple(Column(f"k{i}", f"kop {i}") for i in range(len(rows[0])))
    return Table("t", "T", columns, tuple(Row(str(i), row) for i, row in enumerate(rows)))


@given(st.integers(1, 14).flatmap(lambda n: st.lists(st.tuples(*[TEXTS] * n), min_size=1, max_size=5)))
def test_no_table_is_wider_than_its_page(rows: list[tuple[str, ...]]) -> None:
    found = fitted(table(*rows))
    assert sum(found.widths) <= found.page.room + 0.001
    assert min(found.widths) > 0
    assert len(found.widths) == len(rows[0])


def test_room_goes_where_it_saves_most_lines() -> None:
    long = "een zin van een woord of tien die nergens op een regel past " * 2
    found = fitted(table(*((long, "", long if i == 0 else "", long, long) for i in range(30))))
    often, never, seldom, *_ = found.widths
    assert often > seldom > never


@pytest.mark.parametrize(("columns", "page"), [(3, Page.UPRIGHT), (20, Page.ON_ITS_SIDE)])
def test_the_page_that_it_fits_on(columns: int, page: Page) -> None:
    found = fitted(table(*(("woordwoord",) * columns for _ in range(3))))
    assert found.page is page
    assert found.size in SIZES


def test_an_address_is_broken_and_a_word_is_not() -> None:
    address = "https://voorbeeld.example/" + "pad/" * 60
    found = fitted(table(("woningcorporaties", address)))
    assert (found.page, found.size) == (Page.UPRIGHT, SIZES[0])
    assert found.widths[0] > 25
