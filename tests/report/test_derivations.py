"""The printed derivations, computed again by a reader who has nothing but the text.

Nothing of the program's arithmetic is used here: the lines of `explain` are parsed, worked out level by level, and must
give the numbers in the tables.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calc.registers import AGGREGATE, dataset, numbered, plans
from tests.report.cells import cell_value
from tests.report.reader import Node, evaluate, printed, tree
from tests.report.terms import Value, nothing, read_term
from woonplan.calc.address import all_figures
from woonplan.calc.gap import gap
from woonplan.calc.groups import By, grouped
from woonplan.calc.question import Question, Tegen
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import Strategie
from woonplan.report.derivation import passages
from woonplan.report.explain import figure_document
from woonplan.report.gap import gap_document
from woonplan.report.groups import grouped_document
from woonplan.tables import Passage

DEEP = 20


# The tables.


def balance_cells(register: Dataset, question: Question) -> dict[str, tuple[Value | None, Value | None]]:
    document = gap_document(register, question, gap(register, question))
    # The row of plans without a status has the name of its class.
    names = {"onbekend": "status_onbekend"}
    return {
        f"gap.{names.get(row.key, row.key)}": (cell_value(row.cells[1]), cell_value(row.cells[2]))
        for table in document.tables
        for row in table.rows
    }


def group_cells(register: Dataset, question: Question, by: By) -> dict[str, tuple[Value | None, Value | None]]:
    """Every number of the table by its address: a quantity has two columns where the target has two ends."""
    (table,) = grouped_document(register, question, grouped(register, question, by)).tables
    found: dict[str, tuple[Value | None, Value | None]] = {}
    for row in table.rows:
        key = re.sub("[^a-z0-9]+", "_", row.key.casefold())
        for column, cell in zip(table.columns, row.cells, strict=True):
            value = Value(cell, cell) if isinstance(cell, int) else cell_value(cell)
            if value is None:
                continue
            address = f"gap.{by}.{key}.{re.sub('_(onder|boven)grens$', '', column.key)}"
            low, high = found.get(address, (None, None))
            found[address] = (
                low if column.key.endswith("bovengrens") else value,
                high if column.key.endswith("ondergrens") else value,
            )
    return found


def all_cells(register: Dataset, question: Question) -> dict[str, tuple[Value | None, Value | None]]:
    found = balance_cells(register, question)
    for by in By:
        found |= group_cells(register, question, by)
    return found


def check_every_number(register: Dataset, question: Question) -> int:
    """Work every number of every table out from its printed derivation; return how many there were."""
    figures = all_figures(register, question)
    cells = all_cells(register, question)
    for address, numbers in cells.items():
        figure = figures[address]
        deep = tree(list(passages(register, figure, DEEP)))
        assert evaluate(deep) == numbers, address
        # The number itself is the same where nothing more is asked for.
        (top,) = passages(register, figure, 0)
        assert printed(Node(top, [])) == numbers
    return len(cells)


QUESTIONS = [
    Question(),
    Question(netto=True),
    Question(tegen=Tegen.BEHOEFTE),
    Question(gemeenten=("Enschede", "Oldenzaal")),
    Question(gemeenten=("Hof van Twente",), opgave="woondeal"),
    Question(gemeenten=("Enschede", "Oldenzaal"), opgave="woondeal"),
    Question(opgave="woondeal"),
    Question(telling="2021-2029"),
    Question(telling="2020-2030"),
    Question(uitspraken=("lokale-behoefte-afgerond",)),
    Question(statussen=frozenset({Planstatus.HARD})),
    Question(strategieen=frozenset({Strategie.STEDELIJK_WONEN})),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
@pytest.mark.parametrize("state", ["shipped", "shipped_2021"])
def test_the_printed_derivations_of_the_shipped_registers(
    request: pytest.FixtureRequest, state: str, question: Question
) -> None:
    # Five columns in 20 rows of municipalities, statuses, plan types and so on, to say the least.
    assert check_every_number(request.getfixturevalue(state), question) > 100


def test_the_document_of_a_number_is_its_derivation(shipped: Dataset) -> None:
    figure = all_figures(shipped, Question())["gap.saldo"]
    document = figure_document(shipped, Question(), "gap.saldo", figure, DEEP)
    # 14.100 - 20.000 and 14.100 - 22.000, all of them circa.
    assert evaluate(tree(document.passages)) == (Value(-5900, -5900, True), Value(-7900, -7900, True))
    assert document.facts["opdracht"] == "explain"


# Registers made up.

shared = st.tuples(st.integers(0, 90), st.integers(0, 90), st.sampled_from(["", "2029", "2031", "2028-2032"]))


def divided_plan(homes: tuple[int, int, str], number: int) -> Plan:
    """A plan in two municipalities, divided."""
    aa, bee, year = homes
    fields: dict[str, object] = {
        "id": f"v{number}",
        "naam": "Grens",
        "gemeenten": ["Aa", "Bee"],
        "verdeling": {"Aa": aa, "GM0002": bee},
        "woningen": aa + bee,
        "gerealiseerd": 0,
        "planstatus": "1A",
    }
    if year:
        fields["oplevering"] = {year: aa + bee}
    return Plan.model_validate(fields)


UNDIVIDED = Plan.model_validate(
    {"id": "open", "naam": "Open", "gemeenten": ["Bee", "Cee"], "planstatus": "4A", "woningen": 40, "gerealiseerd": 0}
)
WHOLES = [
    AGGREGATE,
    AGGREGATE.model_copy(update={"precisie": "circa", "restant": 300}),
    AGGREGATE.model_copy(update={"restant": None}),
    AGGREGATE.model_copy(update={"restant": None, "woningen": 900, "sloop": None}),
    AGGREGATE.model_copy(update={"restant": None, "woningen_min": 200, "gerealiseerd": 0}),
    AGGREGATE.model_copy(update={"regio": None, "gemeente": "Aa"}),
]


@st.composite
def registers(draw: st.DrawFn) -> Dataset:
    """Plans, divided and undivided ones, and an aggregate with parts of every kind."""
    records = draw(st.lists(plans(), max_size=6))
    inside = draw(st.lists(plans(), max_size=4))
    inside = [p.model_copy(update={"onderdeel_van": "samen", "planstatus": Planstatus.HARD}) for p in inside]
    border = [divided_plan(homes, i) for i, homes in enumerate(draw(st.lists(shared, max_size=2)))]
    whole = draw(st.lists(st.sampled_from(WHOLES), min_size=1, max_size=1))
    undivided = draw(st.lists(st.just(UNDIVIDED), max_size=1))
    return dataset([*whole, *numbered([*inside, *records]), *border, *undivided])


questions = st.builds(
    Question,
    gemeenten=st.sampled_from([(), ("Aa",), ("Aa", "Bee")]),
    netto=st.booleans(),
    statussen=st.sampled_from([frozenset(), frozenset({Planstatus.HARD})]),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(registers(), questions)
def test_the_printed_derivations_of_any_register(register: Dataset, question: Question) -> None:
    assert check_every_number(register, question) > 100


@pytest.mark.parametrize("kind", ["exact", "unknown"])
def test_a_long_list_of_parts_is_taken_from_the_whole(kind: str) -> None:
    # More parts than fit in one line: the line says what is taken from what, the list holds the parts.
    number: dict[str, object] = {"restant": 10} if kind == "exact" else {}
    fields = {"naam": "P", "gemeente": "Aa", "planstatus": "hard", "onderdeel_van": "samen", **number}
    parts = [Plan.model_validate({"id": f"p{i}", **fields}) for i in range(14)]
    register = dataset([AGGREGATE, *parts])
    figure = all_figures(register, Question())["gap.status.hard.hard"]
    found = list(passages(register, figure, DEEP))
    rest = next(passage for passage in found if passage.name == "samen.rest")
    # 14 parts of 10: 5.000 - 140 = 4.860. Parts without a number: all may be left, or nothing.
    expected = "4.860" if kind == "exact" else "(0 tot 5.000)"
    assert rest.items[0][1] == f"5.000 - som van de 14 records hieronder = {expected} (minstens 0)"
    evaluate(tree(found))
    assert check_every_number(register, Question()) > 100


def wrong(old: str, new: str) -> list[Passage]:
    """A derivation with a text in its lines replaced."""
    soft = {"planstatus": "3", "restant": 0, "naam": "Niets"}
    towns = ("Aa", "Bee", "Cee")
    register = dataset([AGGREGATE, *(Plan.model_validate({"id": f"z{t}", "gemeente": t, **soft}) for t in towns)])
    figure = all_figures(register, Question())["gap.saldo"]
    found = list(passages(register, figure, DEEP))
    return [replace(p, items=tuple((label, text.replace(old, new)) for label, text in p.items)) for p in found]


def test_the_reader_believes_nothing() -> None:
    # 5.000 - 500 = 4.500 and 5.000 - 700 = 4.300.
    assert evaluate(tree(wrong("5.000", "5.000"))) == (Value(4500, 4500), Value(4300, 4300))
    for old, new in (("= 4.500", "= 4.501"), ("- 700", "- 701"), ("5.000 = 5.000", "5.000 = 5.001"), ("500", "5OO")):
        with pytest.raises(AssertionError):
            evaluate(tree(wrong(old, new)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8.300", Value(8300, 8300)),
        ("ca. 8.300", Value(8300, 8300, True)),
        ("(-1.900)", Value(-1900, -1900)),
        ("ca. -1.900", Value(-1900, -1900, True)),
        ("(0 tot 30)", Value(0, 30)),
        ("(200 of meer)", Value(200, None)),
        ("(hoogstens 200)", Value(None, 200)),
        ("(12 + 2 onbekend)", Value(12, 12, unknown=2)),
        ("(ca. 10 tot 20 + 1 onbekend)", Value(10, 20, True, 1)),
        ("alles", Value(None, None)),
        ("onbekend", nothing(1)),
        ("(onbekend: 3)", nothing(3)),
    ],
)
def test_terms(text: str, value: Value) -> None:
    assert read_term(text) == value


@pytest.mark.parametrize("text", ["8300", "0 tot 30", "(8.300)", "12 + 2 onbekend", "(30 tot 0)", "-5", "08", ""])
def test_what_is_no_term(text: str) -> None:
    with pytest.raises(AssertionError):
        read_term(text)
