"""Every number of every table of every command, worked out from its printed derivation and found by its address.

Nothing of the program's arithmetic is used here: a reader has nothing but the lines of `explain`. What a table gets
anew, a column or a row, is read here because it is there.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc.registers import questions, registers
from tests.conftest import GEMEENTEN, ROOT, Register
from tests.report.documents import (
    AGENDA,
    EXAMPLES,
    PERCENT,
    PLANS,
    QUESTIONS,
    check_gap,
    check_lists,
    check_reconcile,
    check_report,
    check_years,
    year_of,
)
from tests.report.walk import check_every_number, words
from woonplan.calc.confidential import visible
from woonplan.calc.lists.actions import Filters, with_agenda
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.checks.document import rules_document
from woonplan.diagnostics import Diagnostic, Place
from woonplan.load import load
from woonplan.load.agenda import LoadedAgenda, load_agenda
from woonplan.model.dataset import Dataset
from woonplan.model.number import exactly
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.address import find, places
from woonplan.report.explain import choice_document
from woonplan.report.findings import findings_document
from woonplan.report.gap.balance import gap_document
from woonplan.report.lists.documents import What, actions_document, goals_document, terms_document
from woonplan.report.yearly.report import Rapport, yearly_document
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Cell
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Table

of_every_state = pytest.mark.parametrize("state", ["shipped", "shipped_2021"])
of_every_question = pytest.mark.parametrize(
    ("state", "question"),
    [
        # Every question of one state in every run, and of the other one in the deep step.
        pytest.param(
            state, question, marks=() if state == "shipped_2021" or question == Question() else pytest.mark.deep
        )
        for state in ("shipped", "shipped_2021")
        for question in QUESTIONS
    ],
    ids=str,
)


@pytest.fixture(scope="session")
def fictional() -> tuple[Dataset, LoadedAgenda]:
    """A region in which every field of the data model is used."""
    register = load(EXAMPLES).dataset
    assert register is not None
    return register, load_agenda(EXAMPLES / "agenda.yaml")


# The registers that ship with the program.


@of_every_question
def test_the_balance_and_every_grouping(request: pytest.FixtureRequest, state: str, question: Question) -> None:
    # Five columns in 20 rows of municipalities, statuses, plan types and so on, to say the least.
    assert check_gap(request.getfixturevalue(state), question) > 100


@pytest.mark.parametrize("options", [{}, {"spreid": True, "buffer": 30 * PERCENT}], ids=["plain", "options"])
@of_every_question
def test_every_year(request: pytest.FixtureRequest, state: str, question: Question, options: dict[str, Any]) -> None:
    # Ten years with two classes, each year and cumulative, to say the least.
    assert check_years(request.getfixturevalue(state), question, **options) >= 40


KINDS = [soort for soort in Rapport if soort is not Rapport.JAAR]
"""The midterm review holds every table of the yearly monitor as it is there."""


@pytest.mark.parametrize("soort", KINDS)
@pytest.mark.parametrize(
    "question",
    [
        Question(),
        pytest.param(Question(opgave="woondeal"), marks=pytest.mark.deep),
        pytest.param(Question(telling="2021-2029"), marks=pytest.mark.deep),
        Question(gemeenten=("Enschede",)),
    ],
    ids=["standard", "woondeal", "telling", "gemeente"],
)
@of_every_state
def test_every_report(
    request: pytest.FixtureRequest, shipped: Dataset, state: str, question: Question, soort: Rapport
) -> None:
    year = year_of(request.getfixturevalue(state), earlier=shipped, question=question)
    least = {Rapport.MIDTERM: 300, Rapport.RAAD: 15, Rapport.RIJK: 3, Rapport.LADDER: 4}
    assert check_report(year, soort) >= (least.get(soort, 20) if not question.gemeenten else 4)


@pytest.mark.parametrize(
    "question",
    [
        Question(),
        Question(gemeenten=("Enschede",)),
        Question(gemeenten=("Enschede", "Hof van Twente")),
        Question(statussen=frozenset({Planstatus.HARD})),
    ],
    ids=str,
)
@of_every_state
def test_every_list(request: pytest.FixtureRequest, state: str, question: Question) -> None:
    # Four numbers of every municipality and of all, the statements of targets, and what is counted.
    least = 4 * 15 + 12 if not question.gemeenten else 4
    assert check_lists(request.getfixturevalue(state), question) >= least + 15


def test_the_documents_of_words_hold_no_number(shipped: Dataset) -> None:
    finding = Diagnostic("WP101", "een fout", Place("plannen.yaml", 12, 3), subject="hart")
    assert AGENDA.agenda is not None
    assert AGENDA.invoer is not None
    documents = [
        terms_document(shipped),
        rules_document(),
        goals_document(shipped, AGENDA.agenda, AGENDA.invoer, What.NIET_BEREKENBAAR),
        findings_document([finding], "1 fout", [shipped]),
        choice_document("Twente", places(gap_document(View(shipped)))),
    ]
    assert all(document.tables[0].rows for document in documents)
    assert [check_every_number(document) for document in documents] == [0] * len(documents)


def test_the_midterm_review_holds_the_yearly_monitor(shipped_2021: Dataset, shipped: Dataset) -> None:
    year = year_of(shipped_2021, earlier=shipped)
    monitor, review = (yearly_document(year, soort) for soort in (Rapport.JAAR, Rapport.MIDTERM))
    facts = ("verantwoording", "bronnen")
    tables = [table for table in monitor.tables if table.name not in facts]
    assert tables == [table for table in review.tables if table.name not in (*facts, "midterm", "midterm_plannen")]
    assert monitor.beside == review.beside
    assert check_every_number(monitor, shipped_2021, shipped, spellings=True) >= 300


# The fictional region.

LEAST = {
    Rapport.MIDTERM: 490,
    Rapport.INVENTARIS: 30,
    Rapport.RIJK: 20,
    Rapport.LADDER: 15,
    Rapport.RAAD: 150,
}
"""At least so many numbers each kind of report has of the fictional region."""


@pytest.mark.parametrize("soort", KINDS)
@pytest.mark.parametrize("netto", [False, pytest.param(True, marks=pytest.mark.deep)], ids=["gross", "net"])
def test_every_report_of_the_fictional_region(
    fictional: tuple[Dataset, LoadedAgenda], soort: Rapport, netto: bool
) -> None:
    register, loaded = fictional
    for level in (Vertrouwelijkheid.OPENBAAR, Vertrouwelijkheid.GEMEENTE):
        jaar = int(register.stand.kop.peildatum[:4]) - 1
        year = Year(jaar, visible(register, level), Question(netto=netto), loaded.agenda, loaded.invoer)
        assert check_report(year, soort) >= LEAST[soort]


@pytest.mark.parametrize(
    "question", [Question(), pytest.param(Question(netto=True), marks=pytest.mark.deep)], ids=["gross", "net"]
)
def test_everything_else_of_the_fictional_region(fictional: tuple[Dataset, LoadedAgenda], question: Question) -> None:
    register, loaded = fictional
    assert check_gap(register, question) > 100
    assert check_years(register, question, spreid=True) >= 40
    assert check_lists(register, question) >= 40
    assert check_reconcile(register, question, loaded.agenda) >= 6


@pytest.mark.parametrize("folder", ["data", "examples/data"])
def test_the_actions(folder: str) -> None:
    register, loaded = load(ROOT / folder).dataset, load_agenda(ROOT / folder / "agenda.yaml")
    assert register is not None
    assert loaded.agenda is not None
    assert loaded.invoer is not None
    document = actions_document(register, loaded.agenda, loaded.invoer, Filters())
    # The number of every action, and what is counted under them.
    count = check_every_number(document, with_agenda(register, loaded.agenda, loaded.invoer), spellings=True)
    assert count >= len(loaded.agenda.acties) + 4


# Registers made up.


@given(registers(), questions)
def test_the_balance_of_any_register(register: Dataset, question: Question) -> None:
    assert check_gap(register, question) > 100


@given(registers(), questions, st.booleans(), st.sampled_from([Fraction(0), 5 * PERCENT]))
def test_the_years_of_any_register(register: Dataset, question: Question, spreid: bool, buffer: Fraction) -> None:
    assert check_years(register, question, spreid=spreid, buffer=buffer) >= 40


@given(registers(), questions)
def test_the_lists_of_any_register(register: Dataset, question: Question) -> None:
    assert check_lists(register, question) >= 4


@given(registers(), registers(), st.booleans(), st.sampled_from(KINDS))
def test_the_reports_of_any_register(now: Dataset, then: Dataset, netto: bool, soort: Rapport) -> None:
    level = Vertrouwelijkheid.GEMEENTE
    question = Question(netto=netto and soort not in (Rapport.RIJK, Rapport.INVENTARIS))
    year = Year(2019, visible(now, level), question, AGENDA.agenda, AGENDA.invoer, visible(then, level))
    assert check_report(year, soort) >= 4


PERIODS = [
    # The reference date of the fixture is 1-1-2020: before, in the middle of, and after the period.
    ("2021-01-01", "2028-01-01"),
    ("2017-01-01", "2024-01-01"),
    ("2010-01-01", "2020-01-01"),
]


@pytest.mark.parametrize(("van", "tot"), PERIODS)
@pytest.mark.parametrize("target", ["woningen: 40", "woningen_min: 0, woningen_max: 7", "woningen: 0"])
def test_the_years_of_any_period(register: Register, van: str, tot: str, target: str) -> None:
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
    assert check_years(found, Question(), buffer=5 * PERCENT) > 40


# The walk itself.


def changed(document: Document, key: str, column: int, cell: Cell) -> Document:
    """The document with another cell in one row of its first table."""
    table, *others = document.tables
    rows = tuple(
        row._replace(cells=(*row.cells[:column], cell, *row.cells[column + 1 :])) if row.key == key else row
        for row in table.rows
    )
    return replace(document, tables=(replace(table, rows=rows), *others))


def test_the_walk_believes_nothing(shipped: Dataset) -> None:
    document = gap_document(View(shipped))
    place = find(places(document), "gap.hard")
    other = find(places(document), "gap.zacht")
    assert place is not None
    assert other is not None
    value = place.value
    assert check_every_number(changed(document, "hard", 1, value), shipped) == check_every_number(document, shipped)
    wrong: list[Cell] = [
        # Another number than its derivation gives, the derivation of another, another mark, and a number in words.
        replace(value, number=exactly(8301, circa=True)),
        replace(value, derivation=other.value.figure),
        replace(value, number=exactly(8300)),
        "ca. 8.300",
    ]
    for cell in wrong:
        with pytest.raises(AssertionError):
            check_every_number(changed(document, "hard", 1, cell), shipped)
    # Two rows that an address cannot tell apart.
    table, *others = document.tables
    twice = replace(table, rows=tuple(row._replace(key="hard") if row.key == "zacht" else row for row in table.rows))
    with pytest.raises(AssertionError):
        check_every_number(replace(document, tables=(twice, *others)), shipped)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "12",
            "-12",
            "+12",
            "1.250",
            "12,5%",
            "9/10",
            "ten minste 2/3",
            "12 woningen",
            "12 woningen per jaar",
            "2020",
        ),
        *("12 tot 30", "12-30", "ca. 12 tot ca. 30", "laagste +30, hoogste -20", "min. ca. 284", "tot 40"),
        *("12 (zonder 2 plannen)", "(4 tot 5) jaar", "over 97", "tekort ca. 1.900"),
    ],
)
def test_a_number_in_words_is_no_text(text: str) -> None:
    column = Column("x", "x")
    table = Table("t", "T", (Column("naam", "naam"), column), ())
    assert not words(text, table, column)
    assert words(text, table, table.columns[0])


@pytest.mark.parametrize(
    "text", ["", "1-1-2020", "10-2022", "1-1-2020 tot 1-1-2030", "planstatus 3 -> 2A", "2A", "Fase 2"]
)
def test_words_with_digits_are_text(text: str) -> None:
    column = Column("x", "x")
    assert words(text, Table("t", "T", (Column("naam", "naam"), column), ()), column)
