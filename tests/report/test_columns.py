"""Tables that add up: all terms of what a row adds up are shown, however narrow the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.report.documents import AGENDA, EXAMPLES, of_gap, year_of
from woonplan.calc.audit.bekend import explain_differences
from woonplan.calc.audit.reconcile import reconcile
from woonplan.calc.number.figure import Figure, Op
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.model.dataset import Dataset
from woonplan.render.terminal.document import render_text
from woonplan.render.terminal.screen import Screen
from woonplan.report.gap.pace import pace_document
from woonplan.report.lists.documents import What, list_document
from woonplan.report.reconcile import reconcile_document
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.tables.cell import Value
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Kind, Row, Table, readable


def plain(width: int) -> Screen:
    return Screen(width, styled=False, encoding="utf-8")


WIDTHS = (60, 80, 100, 120, 160, 200)
ADDS = frozenset({Op.SOM, Op.SAMEN, Op.VERSCHIL, Op.REST})


def documents(dataset: Dataset, earlier: Dataset | None = None) -> Iterator[Document]:
    for question in (Question(), Question(netto=True), Question(gemeenten=(dataset.gebied.gemeenten[0].naam,))):
        view = View(dataset, question)
        yield from of_gap(view)
        yield pace_document(view)
        yield from (list_document(view, what) for what in (What.GEMEENTEN, What.PLANNEN, What.OPGAVEN))
    view = View(dataset)
    result = explain_differences(reconcile(view, AGENDA.agenda), None, dataset.stand.kop.peildatum)
    yield reconcile_document(view, result, None, everything=True)
    year = year_of(dataset, 2020, earlier=earlier)
    yield from (yearly_document(year, soort) for soort in Rapport)


@pytest.fixture(scope="module", params=["2020", "2021", "voorbeeld", "later"])
def every(
    request: pytest.FixtureRequest,
    shipped: Dataset,
    shipped_2021: Dataset,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Document]:
    if request.param == "2020":
        return [*documents(shipped)]
    if request.param == "2021":
        return [*documents(shipped_2021, shipped)]
    if request.param == "voorbeeld":
        found = load(EXAMPLES).dataset
    else:
        # Years of delivery that are missing, and plans of unknown status and size.
        tmp_path = tmp_path_factory.mktemp("later")
        (tmp_path / "gemeenten.yaml").write_bytes((EXAMPLES.parents[1] / "data" / "gemeenten.yaml").read_bytes())
        (tmp_path / "plannen.yaml").write_text(LATER, encoding="utf-8")
        found = load(tmp_path).dataset
    assert found is not None
    return [*documents(found)]


LATER = """\
versie: 1
peildatum: 2025-01-01
bron: woonagenda
soort_aantal: bruto
plannen:
  - {id: a, naam: A, gemeente: Almelo, planstatus: 1A, restant: 12345, vertrouwelijkheid: openbaar}
  - {id: b, naam: B, gemeente: Borne, planstatus: onbekend, restant: 4321, vertrouwelijkheid: openbaar}
  - {id: c, naam: C, gemeente: Enschede, planstatus: 3, vertrouwelijkheid: openbaar}
"""


def leaves(figure: Figure) -> Iterator[Figure]:
    """What a sum or difference is of, down to what is no sum of a few figures."""
    for part in figure.parts if figure.op in ADDS and len(figure.parts) < 12 else ():
        yield part
        yield from leaves(part)


def named(figure: Figure) -> object:
    return figure.name, figure.label, figure.ends


def adding(table: Table) -> Iterator[Column]:
    """The columns of cells that another cell of their row is the sum or difference of, and of that one."""
    for row in table.rows:
        cells = [(i, cell) for i, cell in enumerate(row.cells) if isinstance(cell, Value)]
        by_figure = {named(cell.figure): i for i, cell in cells}
        for i, cell in cells:
            found = {by_figure[named(part)] for part in leaves(cell.figure) if named(part) in by_figure} - {i}
            yield from (table.columns[j] for j in (found | {i} if found else ()))


def test_what_a_row_adds_up_is_marked_as_a_term(every: list[Document]) -> None:
    seen = set()
    for document in every:
        for table in document.tables:
            for column in adding(table):
                assert column.term, (document.title, table.name, column.key)
                seen.add(table.name)
    assert {"capaciteit", "opgeleverd_per_jaar"} <= seen


@pytest.mark.parametrize("width", WIDTHS)
def test_no_term_is_dropped_at_any_width(every: list[Document], width: int) -> None:
    tables = 0
    for document in every:
        for table in map(readable, document.tables):
            terms = [column for column in table.columns if column.term]
            if not terms or not table.rows:
                continue
            tables += 1
            # Without its title and notes, which may have the same words.
            bare = Document("T", (Table("t", "t", table.columns, table.rows),))
            text = render_text(bare, plain(width))
            assert max(map(len, text.splitlines())) <= width, (document.title, table.name)
            shown, _, gone = text.partition("Niet getoond (scherm te smal): ")
            dropped = " ".join(gone.split())
            for column in terms:
                if not silent(table, column):
                    assert f" {column.header}," not in f" {dropped.replace('. Zie', ',')}", (table.name, column.key)
                    assert in_it(column, table, shown), (document.title, table.name, column.key, text)
    assert tables > 5


def silent(table: Table, column: Column) -> bool:
    cells = {row.cells[table.columns.index(column)] for row in table.rows}
    return len(cells) == 1 and not isinstance(next(iter(cells)), Value)


def in_it(column: Column, table: Table, text: str) -> bool:
    """Whether every word of a header stands in the text, as often as there are columns that have it."""
    words = [
        word for other in table.columns if other.term and not silent(table, other) for word in other.header.split()
    ]
    found = text.split()
    return all(found.count(word) >= words.count(word) for word in column.header.split())


def test_what_says_nothing_goes_before_a_column_with_numbers() -> None:
    columns = (
        Column("a", "naam"),
        Column("b", "getal", Kind.AMOUNT, drop=9),
        Column("c", "geen", Kind.AMOUNT, term=True),
        Column("d", "leeg", term=True),
        Column("e", "tekst"),
    )
    number = "123456"
    rows = tuple(Row(key, (key * 20, number + key, "geen opgave hier", "", "zelfde")) for key in "xy")
    table = Table("t", "T", columns, rows)
    text = render_text(Document("T", (table,)), plain(61))
    assert "Niet getoond (scherm te smal)" not in text
    text = render_text(Document("T", (table,)), plain(46))
    assert "Niet getoond (scherm te smal): geen (overal 'geen opgave hier'), leeg." in " ".join(text.split())
    assert "123456x" in text
    assert "zelfde" in text
