"""The printed derivations, computed again by a reader who has nothing but the text.

Nothing of the program's arithmetic is used here: the lines of `explain` are parsed, worked out level by level, and must
give the numbers in the tables.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calc.registers import AGGREGATE, dataset, numbered, plans
from woonplan.calc.address import all_figures
from woonplan.calc.gap import gap
from woonplan.calc.groups import By, grouped
from woonplan.calc.question import Question, Tegen
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.vocabulary import Planstatus, Strategie
from woonplan.report.derivation import passages
from woonplan.report.explain import figure_document
from woonplan.report.gap import gap_document
from woonplan.report.groups import grouped_document
from woonplan.tables import Amount, Passage

DEEP = 20


@dataclass(frozen=True)
class Value:
    """A number as the text gives it: bounds (None is open), the mark `ca.`, unknown records; or nothing known."""

    low: int | None = 0
    high: int | None = 0
    circa: bool = False
    unknown: int = 0
    blank: bool = False


def nothing(unknown: int) -> Value:
    return Value(unknown=unknown, blank=True)


# The language of the lines.

NUMBER = r"-?(?:0|[1-9]\d{0,2}(?:\.\d{3})*)"
KNOWN = re.compile(
    rf"(?P<about>ca\. )?(?:(?P<all>alles)|hoogstens (?P<most>{NUMBER})|(?P<low>{NUMBER})"
    rf"(?:(?P<more> of meer)| tot (?P<high>{NUMBER}))?)(?: \+ (?P<unknown>[1-9]\d*) onbekend)?"
)
TERM = re.compile(rf"onbekend|alles|\([^()]*\)|(?:ca\. )?{NUMBER}")


def whole(text: str) -> int:
    return int(text.replace(".", ""))


def read_term(text: str) -> Value:
    """Read one term; anything that is not exactly one term fails."""
    if text == "onbekend":
        return nothing(1)
    several = re.fullmatch(r"\(onbekend: ([1-9]\d*)\)", text)
    if several:
        return nothing(int(several[1]))
    inside = text[1:-1] if text.startswith("(") else text
    found = KNOWN.fullmatch(inside)
    assert found, text
    # Within a formula only one plain number may stand without parentheses.
    plain = found["all"] or (found["low"] and not (found["more"] or found["high"]))
    plain = plain and not found["unknown"] and not inside.startswith("-")
    assert text.startswith("(") != bool(plain), text
    low = whole(found["low"]) if found["low"] else None
    high = low
    if found["most"]:
        high = whole(found["most"])
    elif found["high"]:
        high = whole(found["high"])
        assert low is not None
        assert low < high, text
    elif found["more"] or found["all"]:
        high = None
    return Value(low, high, bool(found["about"]), int(found["unknown"] or 0))


def read_terms(text: str) -> tuple[list[Value], str]:
    """Read `a + b` or `a - b - c`: the terms and the one sign between them (empty for one term)."""
    found = TERM.match(text)
    assert found, text
    values, sign, at = [read_term(found.group())], "", found.end()
    while at < len(text):
        assert text[at : at + 3] in (" + ", " - "), text
        assert sign in ("", text[at + 1]), text
        sign = text[at + 1]
        found = TERM.match(text, at + 3)
        assert found, text
        values.append(read_term(found.group()))
        at = found.end()
    return values, sign


# Arithmetic, written once more.


def add(values: Iterable[Value], *, quantities: bool) -> Value:
    """Add; one unknown record is counted, one unknown quantity makes the whole unknown."""
    low: int | None = 0
    high: int | None = 0
    unknown, circa, some, lost = 0, False, False, False
    for value in values:
        unknown += value.unknown
        if value.blank:
            lost = True
            continue
        some = True
        circa = circa or value.circa
        low = None if low is None or value.low is None else low + value.low
        high = None if high is None or value.high is None else high + value.high
    if unknown and (not some or (quantities and lost)):
        return nothing(unknown)
    return Value(low, high, circa, unknown)


def minus(value: Value) -> Value:
    low = None if value.high is None else -value.high
    high = None if value.low is None else -value.low
    return replace(value, low=low, high=high)


def subtract(values: Sequence[Value]) -> Value:
    return add([values[0], *map(minus, values[1:])], quantities=True)


def rest_of(values: Sequence[Value]) -> Value:
    """What is left, at least 0; a part without a number may be nothing, or all that the others leave."""
    value = subtract([values[0], *(part for part in values[1:] if not part.blank)])
    if value.blank:
        return value
    low = 0 if any(part.blank for part in values[1:]) else max(value.low or 0, 0)
    return replace(value, low=low, high=None if value.high is None else max(value.high, 0))


def times(value: Value, numerator: int, denominator: int, *, circa: bool) -> Value:
    if value.blank:
        return value
    low = None if value.low is None else value.low * numerator // denominator
    high = None if value.high is None else -(-value.high * numerator // denominator)
    return replace(value, low=low, high=high, circa=value.circa or circa)


# One passage, and the tree that they make up.


@dataclass
class Node:
    """A passage with what stands under it."""

    passage: Passage
    children: list[Node]


def tree(found: Sequence[Passage]) -> Node:
    root, *rest = (Node(passage, []) for passage in found)
    assert root.passage.level == 0
    stack = [root]
    for node in rest:
        assert 1 <= node.passage.level <= len(stack)
        del stack[node.passage.level :]
        stack[-1].children.append(node)
        stack.append(node)
    return root


def ends_of(passage: Passage) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """Return the lines of both ends, and the items after them."""
    first = passage.items[0]
    if first[0] == "beide grenzen":
        return [first[1], first[1]], passage.items[1:]
    assert (first[0], passage.items[1][0]) == ("ondergrens", "bovengrens")
    assert first[1] != passage.items[1][1]
    return [first[1], passage.items[1][1]], passage.items[2:]


def listed_ends(text: str) -> tuple[Value, Value]:
    """Read the number of a record in a list: the same at both ends, or one for each."""
    number = text.split("; ", maxsplit=1)[0]
    both = re.fullmatch(r"ondergrens (.+), bovengrens (.+)", number)
    return (read_term(both[1]), read_term(both[2])) if both else (read_term(number), read_term(number))


Parts = list[tuple[str, tuple[Value, Value]]]


def evaluate(node: Node) -> tuple[Value, Value]:
    """Work a passage out from its parts, check every number that it prints on the way, and return both ends."""
    passage = node.passage
    lines, rest = ends_of(passage)
    if passage.title == f"{passage.name} (gegeven)":
        assert not node.children
        return read_term(lines[0]), read_term(lines[1])
    name, sign, formula = passage.title.partition(" = ")
    assert sign
    assert name == passage.name
    at_least = formula.endswith(", minstens 0")
    formula = formula.removesuffix(", minstens 0")
    many = re.fullmatch(r"som van (\d+) records?", formula)
    ratio = re.fullmatch(r"(\d+)(?:/(\d+))? x (\S+)", formula)
    parts = parts_of(node, rest, formula, counted=bool(many))
    if many:
        assert len(parts) == int(many[1])
    values = []
    for end in (0, 1):
        line = lines[end]
        if at_least:
            line, _, note = line.rpartition(" (minstens 0)")
            assert not note
        left, _, right = line.rpartition(" = ")
        numbers = [ends[end] for _, ends in parts]
        if ratio:
            computed = read_share(left, numbers, ratio)
        elif many:
            read_sum(left, numbers)
            computed = add(numbers, quantities=False)
        elif " - " in formula:
            read_difference(left, numbers)
            computed = rest_of(numbers) if at_least else subtract(numbers)
        else:
            read_sum(left, numbers)
            computed = add(numbers, quantities=True)
        assert read_term(right) == computed, f"{passage.title}: {line}"
        values.append(computed)
    return values[0], values[1]


def parts_of(node: Node, rest: Sequence[tuple[str, str]], formula: str, *, counted: bool) -> Parts:
    """Return the parts of a formula by name, from the list under it and from the passages one level down."""
    children = deque(node.children)
    if " x " in formula:
        (child,) = children
        assert formula.endswith(f" x {child.passage.name}")
        return [(child.passage.name, evaluate(child))]
    lines = deque(rest)
    names = [name for name, _ in rest] if counted else re.split(r" [+-] ", formula)
    parts: Parts = []
    for name in names:
        ends = None
        if lines and lines[0][0] == name:
            ends = listed_ends(lines.popleft()[1])
        if children and children[0].passage.name == name and (ends is None or printed(children[0]) == ends):
            below = evaluate(children.popleft())
            assert ends in (None, below), f"{node.passage.title}: {name}"
            ends = below
        assert ends is not None, f"{node.passage.title}: {name} is not explained"
        parts.append((name, ends))
    assert not children, node.passage.title
    assert not lines, node.passage.title
    return parts


def printed(node: Node) -> tuple[Value, Value]:
    """The result that a passage prints, before anybody works it out."""
    lines, _ = ends_of(node.passage)
    low, high = (read_term(line.removesuffix(" (minstens 0)").rpartition(" = ")[2]) for line in lines)
    return low, high


def read_share(left: str, numbers: list[Value], ratio: re.Match[str]) -> Value:
    found = re.fullmatch(r"(ca\. )?(\d+)(?:/(\d+))? x (.+)", left)
    assert found, left
    assert (found[2], found[3]) == (ratio[1], ratio[2])
    assert [read_term(found[4])] == numbers
    return times(numbers[0], int(found[2]), int(found[3] or 1), circa=bool(found[1]))


def read_sum(left: str, numbers: list[Value]) -> None:
    if left == "geen records":
        assert not numbers
    elif left.startswith("som van"):
        assert left == f"som van de {len(numbers)} records hieronder"
    else:
        values, sign = read_terms(left)
        assert values == numbers
        assert sign in ("", "+")


def read_difference(left: str, numbers: list[Value]) -> None:
    long = re.fullmatch(r"(.+) - som van de (\d+) records hieronder", left)
    if long:
        assert (read_term(long[1]), int(long[2])) == (numbers[0], len(numbers) - 1)
        return
    values, sign = read_terms(left)
    assert values == numbers
    assert sign == "-"


# The tables.


def cell_value(cell: object) -> Value | None:
    if not isinstance(cell, Amount):
        return None
    if cell.blank:
        return nothing(cell.unknown)
    return Value(cell.low, cell.high, cell.circa, cell.unknown)


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
    (table,) = grouped_document(register, question, grouped(register, question, by)).tables
    found: dict[str, tuple[Value | None, Value | None]] = {}
    for row in table.rows:
        cells = {c.key: cell_value(cell) for c, cell in zip(table.columns, row.cells, strict=True)}
        key = re.sub("[^a-z0-9]+", "_", row.key.casefold())
        for column in ("gerealiseerd", "hard", "zacht", "status_onbekend", "telt_niet", "buiten_telling"):
            if cells.get(column) is not None:
                found[f"gap.{by}.{key}.{column}"] = (cells[column], cells[column])
        for column in ("opgave", "saldo"):
            low, high = cells.get(f"{column}_ondergrens"), cells.get(f"{column}_bovengrens")
            if low is not None or high is not None:
                found[f"gap.{by}.{key}.{column}"] = (low, high)
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
