"""Every calculated number of `reconcile` and `list`, worked out from its printed derivation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calc.registers import AGGREGATE, dataset, numbered, plans
from tests.conftest import GEMEENTEN, ROOT, Register
from tests.report.cells import shown
from tests.report.reader import tree
from tests.report.terms import Value
from tests.report.test_derivations import DEEP, QUESTIONS, questions, registers
from tests.report.test_derivations_years import number, word
from woonplan.calc.address_reconcile import comparison_figures
from woonplan.calc.figure import Figure
from woonplan.calc.known import explain_differences
from woonplan.calc.listed_actions import with_agenda
from woonplan.calc.listing import Filters
from woonplan.calc.question import Question
from woonplan.calc.reconcile import reconcile
from woonplan.checks.document import rules_document
from woonplan.load import load
from woonplan.load.agenda import LoadedAgenda, load_agenda
from woonplan.load.bekend import load_bekend
from woonplan.model.agenda import Agendabestand
from woonplan.model.control import Controle
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Stand
from woonplan.model.statussen import Planstatus
from woonplan.model.target import Opgavenset
from woonplan.report.derivation import passages
from woonplan.report.list_address import CALCULATED, actions_figures, find_in_list, list_figures
from woonplan.report.lists import What, actions_document, list_document, terms_document
from woonplan.report.reconcile import reconcile_document
from woonplan.tables import Cell, Document, Row, Table

Ends = tuple[Value, Value]

EXEMPT = {
    ("plannen", "woningen"): "the record's own field; the id of the record explains it",
    ("sleutelprojecten", "woningen"): "the record's own field; the id of the record explains it",
    ("acties", "nummer"): "the name of the action, not a quantity",
    ("acties", "gelijk_aan"): "the name of another action, not a quantity",
}
"""Columns with numbers that have no address, with the reason."""


def worked_out(register: Dataset, figure: Figure) -> Ends:
    """Both ends of a number, from its printed derivation alone."""
    low, high = (value for value, _ in shown(tree(list(passages(register, figure, DEEP)))))
    assert low is not None
    assert high is not None
    return low, high


# Reconcile.


def check_reconcile(register: Dataset, question: Question, agenda: Agendabestand | None) -> int:
    """Work every number of the audit out from its printed derivation; return how many there were."""
    comparisons = reconcile(register, question, agenda)
    figures = comparison_figures(comparisons)
    result = explain_differences(comparisons, None, register.stand.kop.peildatum)
    (table,) = reconcile_document(register, question, result, None, everything=True).tables
    worked: dict[str, Ends] = {}
    times: Counter[str] = Counter()
    count = 0
    for row in table.rows:
        times[row.key] += 1
        owner = row.key if times[row.key] == 1 else f"{row.key}#{times[row.key]}"
        for column, cell in zip(table.columns, row.cells, strict=True):
            found = number(cell)
            if found is None:
                continue
            quantity, _, side = column.key.rpartition("_")
            address = f"reconcile.{owner}.{quantity}"
            if address not in worked:
                worked[address] = worked_out(register, figures[address])
            assert worked[address][("ondergrens", "bovengrens").index(side)] == found[0], address
            count += 1
    assert set(worked) == set(figures)
    return count


@pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if not (q.gemeenten or q.statussen or q.strategieen)], ids=str
)
@pytest.mark.parametrize(("state", "least"), [("shipped", 70), ("shipped_2021", 40)])
def test_the_audit_of_the_shipped_registers(
    request: pytest.FixtureRequest, state: str, least: int, question: Question
) -> None:
    agenda = load_agenda(ROOT / "data" / "agenda.yaml").agenda
    count = check_reconcile(request.getfixturevalue(state), question, agenda)
    assert count >= (least if question.opgave is None else 6)


AREA = {"regio": "Dal", "gebruikt": True}
NUMBER = st.one_of(
    st.builds(lambda n: {"woningen": n}, st.integers(0, 900)),
    st.builds(lambda n: {"woningen": n, "precisie": "circa"}, st.integers(0, 900)),
    st.builds(lambda n: {"woningen": n, "precisie": "minimaal"}, st.integers(0, 900)),
    st.builds(lambda n: {"woningen": n, "precisie": "maximaal"}, st.integers(0, 900)),
    st.builds(lambda a, b: {"woningen_min": a, "woningen_max": a + b}, st.integers(0, 900), st.integers(0, 300)),
)
TELLING = {"id": "tien", "van": "2020-01-01", "tot": "2030-01-01", "standaard": True}
WHOLE = {"id": "geheel", "soort": "ambitie", "provincie": "Veld", "gebruikt": True}
KINDS = ("ambitie", "lokale_behoefte", "extra_opgave", "extra_ruimte", "uitbreiding_hard", "tempo")


@st.composite
def audited(draw: st.DrawFn) -> Dataset:
    """A register with a statement of every kind, some of them twice, and two control totals with one id."""
    statements: list[dict[str, object]] = [{**WHOLE, **draw(NUMBER)}]
    statements += [{"id": kind, "soort": kind, **AREA, **draw(NUMBER)} for kind in KINDS]
    statements += [{"id": f"{k}-2", "soort": k, **AREA, "gebruikt": False, **draw(NUMBER)} for k in KINDS[:3]]
    for name, regio, teller in (("een", "Dal", 1), ("twee", "Berg", 2)):
        share = {"teller": teller, "noemer": 3, "van_uitspraak": "geheel", "precisie": "circa"}
        statements.append({"id": name, "soort": "aandeel", "regio": regio, "gebruikt": True, **share})
    opgave = {"id": "nota", "naam": "Nota", "standaard": True, "bron": "nota", "tellingen": [TELLING]}
    found = dataset([AGGREGATE, *numbered(draw(st.lists(plans(), max_size=15)))])
    (deel,) = found.stand.delen
    controls = [
        Controle.model_validate({"id": "totaal", "klassen": klassen, "woningen": draw(st.integers(0, 9000))})
        for klassen in (["hard", "zacht"], ["telt_niet", "onbekend"])
    ]
    inhoud = deel.inhoud.model_copy(update={"controle": tuple(controls)})
    sets = (Opgavenset.model_validate({**opgave, "uitspraken": statements}),)
    gebied = found.gebied.model_copy(update={"opgaven": sets})
    return replace(found, gebied=gebied, stand=Stand((replace(deel, inhoud=inhoud),)))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(audited())
def test_the_audit_of_any_register(register: Dataset) -> None:
    # Two control totals, six comparisons of the balance, three of the same, the share, the whole and the pace; each has
    # three numbers at two ends, without those of a difference with an open end.
    assert check_reconcile(register, Question(), None) > 60


def test_the_other_tables_of_the_audit_hold_no_number(shipped: Dataset) -> None:
    bekend = load_bekend(ROOT / "data" / "bekend.yaml", {bron.id for bron in shipped.gebied.bronnen}).bekend
    comparisons = reconcile(shipped, Question())
    result = explain_differences(comparisons, bekend, shipped.stand.kop.peildatum)
    _, *others = reconcile_document(shipped, Question(), result, bekend, everything=True).tables
    assert len(others) == 2
    assert all(number(cell) is None for table in others for row in table.rows for cell in row.cells)


def test_a_difference_by_hand(shipped: Dataset) -> None:
    figures = comparison_figures(reconcile(shipped, Question()))
    texts = [
        text
        for p in passages(shipped, figures["reconcile.geheel.ambitie-provincie.verschil"], 2)
        for _, text in p.items
    ]
    # Circa 2/3 x 60,000 = circa 40,000; with an own ambition of 20,000 to 22,000 that is 60,000 to 62,000.
    assert "ca. 20.000 + ca. 40.000 = ca. 60.000" in texts
    assert "ca. 62.000 - 60.000 = ca. 2.000" in texts


# The lists.


def span(ends: Ends) -> Value:
    """Both ends in one cell: from the lowest to the highest."""
    low, high = ends
    return low if low == high else replace(low, high=high.high, circa=low.circa or high.circa)


def cells(register: Dataset, table: Table) -> Iterator[tuple[str, str, Cell]]:
    """Every cell by the address that the help of `explain` gives it, and its column."""
    codes = {gemeente.code: word(gemeente.naam) for gemeente in register.gebied.gemeenten}

    def owner(row: Row) -> str:
        return codes.get(row.key, row.key)

    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield f"list.{table.name}.{owner(row)}.{column.key}", column.key, cell


def check_list(register: Dataset, document: Document, figures: Mapping[str, Figure]) -> int:
    """Work every number of a list out from its printed derivation; return how many there were."""
    (table,) = document.tables
    count = 0
    seen = set()
    for address, column, cell in cells(register, table):
        found = number(cell)
        if found is None or (table.name, column) in EXEMPT:
            assert address not in figures or cell is None
            continue
        assert span(worked_out(register, figures[address])) == found[0], address
        seen.add(address)
        count += 1
    # What is counted under the list has no row; every other address is that of a cell.
    assert {address for address in figures if address.count(".") > 2} == seen
    return count


NOTES = {
    "list.gemeenten.zonder_positie": r"(\d+) van \d+ gemeenten",
    "list.gemeenten.gemeenten": r"\d+ van (\d+) gemeenten",
    "list.gemeenten.regionaal": r"(\d+) records voor de hele regio staan bij geen gemeente",
    "list.plannen.records": r"^(\d+) records?;",
    "list.plannen.buiten_telling": r"(\d+) buiten de telling",
    "list.plannen.zonder_aantal": r"(\d+) zonder aantal woningen",
    "list.plannen.status_onbekend": r"(\d+) met onbekende status",
    "list.plannen.regionaal": r"^(\d+) records? voor de hele regio niet getoond",
    "list.sleutelprojecten.records": r"^(\d+) records?:",
    "list.sleutelprojecten.stedelijk": r"(\d+) stedelijk",
    "list.sleutelprojecten.radialen": r"(\d+) radialen",
    "list.sleutelprojecten.thematisch": r"(\d+) thematisch",
    "list.sleutelprojecten.zonder_aantal": r"Zonder aantal woningen: (\d+)",
    "list.sleutelprojecten.regionaal": r"^(\d+) records? voor de hele regio niet getoond",
    "list.acties.nummers": r"^(\d+) nummers?",
    "list.acties.teksten": r"(\d+) verschillende tekst(?:en)?",
    "list.acties.zonder_eigenaar": r"(\d+) zonder eigenaar",
    "list.acties.zonder_deadline": r"(\d+) zonder deadline",
}
"""What the notes under a list say of a count."""


def check_notes(register: Dataset, document: Document, figures: Mapping[str, Figure]) -> None:
    """Work every count under a list out from its printed derivation; what is nought may go unsaid."""
    (table,) = document.tables
    counts = {address: figure for address, figure in figures.items() if address.count(".") == 2}
    assert set(counts) == {address for address in NOTES if address.startswith(f"list.{table.name}.")}
    for address, figure in counts.items():
        low, high = worked_out(register, figure)
        found = [re.search(NOTES[address], note) for note in table.notes]
        said = [int(match[1]) for match in found if match]
        if said:
            assert low == high == Value(said[0], said[0]), address
        else:
            assert low == high == Value() or address == "list.gemeenten.gemeenten", address


def check_lists(register: Dataset, question: Question) -> int:
    count = 0
    for what in CALCULATED:
        if what is not What.ACTIES:
            document, figures = list_document(register, what, question), list_figures(register, what, question)
            count += check_list(register, document, figures)
            check_notes(register, document, figures)
    return count


LISTED = [
    Question(),
    Question(gemeenten=("Enschede",)),
    Question(gemeenten=("Enschede", "Hof van Twente")),
    Question(statussen=frozenset({Planstatus.HARD})),
]


@pytest.mark.parametrize("question", LISTED, ids=str)
@pytest.mark.parametrize("state", ["shipped", "shipped_2021"])
def test_the_lists_of_the_shipped_registers(request: pytest.FixtureRequest, state: str, question: Question) -> None:
    # Four numbers of every municipality and of all, and the statements of targets.
    least = 4 * 15 + 12 if not question.gemeenten else 4
    assert check_lists(request.getfixturevalue(state), question) >= least


def agenda_of(folder: str) -> tuple[Dataset, LoadedAgenda]:
    register = load(ROOT / folder).dataset
    assert register is not None
    return register, load_agenda(ROOT / folder / "agenda.yaml")


@pytest.mark.parametrize("folder", ["data", "examples/data"])
def test_the_actions(folder: str) -> None:
    register, loaded = agenda_of(folder)
    assert loaded.agenda is not None
    assert loaded.invoer is not None
    figures = actions_figures(loaded.agenda, loaded.invoer)
    document = actions_document(register, loaded.agenda, loaded.invoer, Filters())
    assert check_list(register, document, figures) == 0
    check_notes(with_agenda(register, loaded.agenda, loaded.invoer), document, figures)


def test_the_fictional_region() -> None:
    register, loaded = agenda_of("examples/data")
    assert check_lists(register, Question()) >= 40
    assert check_reconcile(register, Question(), loaded.agenda) >= 6


@settings(max_examples=40, deadline=None, derandomize=True)
@given(registers(), questions)
def test_the_lists_of_any_register(register: Dataset, question: Question) -> None:
    assert check_lists(register, question) >= 4


def test_the_other_lists_hold_no_number(shipped: Dataset) -> None:
    documents = [terms_document(shipped), rules_document(), list_document(shipped, What.BRONNEN, Question())]
    assert set(What) == {*CALCULATED, What.BEGRIPPEN, What.REGELS, What.BRONNEN}
    for document in documents:
        for table in document.tables:
            assert all(number(cell) is None for row in table.rows for cell in row.cells)


YEAR = (
    "{beginstand: %d, nieuwbouw: 5, overige_toevoeging: 0, sloop: %d, overige_onttrekking: 0, correctie: 0, "
    "saldo: %d, eindstand: %d}"
)


@pytest.mark.parametrize("other", ["2019", "2018", None])
def test_stock_by_hand(register: Register, other: str | None) -> None:
    # 100 + 5 - 7 = 98 and 98 + 5 - 1 = 102: 2 more over two years; in the other municipality 4 more.
    years = f"{{2018: {YEAR % (100, 7, -2, 98)}, 2019: {YEAR % (98, 1, 4, 102)}}}"
    second = f", voorraad: {{{other}: {YEAR % (50, 1, 4, 54)}}}" if other else ""
    text = GEMEENTEN.replace('aliassen: ["Aa (V.)"]', f'aliassen: ["Aa (V.)"], voorraad: {years}')
    text = text.replace("{naam: Bee, code: GM0002}", f"{{naam: Bee, code: GM0002{second}}}")
    plan = "  - {id: p, naam: P, gemeente: Aa, planstatus: 1A, woningen: 9, gerealiseerd: 2}\n"
    found = register(plan, gemeenten=text).dataset
    assert found is not None
    assert check_lists(found, Question()) >= 6
    figures = list_figures(found, What.GEMEENTEN, Question())
    address = find_in_list(found, "list.gemeenten.Aa (V.).netto_toegevoegd", figures)
    assert address == "list.gemeenten.aa.netto_toegevoegd"
    (line, *_), *_ = [p.items for p in passages(found, figures[address], DEEP)]
    assert line == ("beide grenzen", "(-2) + 4 = 2")
    # Stock over different years is not added up; without any it is unknown, and counted beside the other's.
    total = figures.get("list.gemeenten.totaal.netto_toegevoegd")
    assert (total is None) is (other is not None)
    if total is not None:
        assert span(worked_out(found, total)) == Value(2, 2, unknown=1)


def test_ids_that_differ_in_a_capital_only(register: Register) -> None:
    fields = "naam: P, gemeente: Aa, planstatus: 1A, woningen: %d, gerealiseerd: 1"
    plans = "".join(f"  - {{id: {name}, {fields % homes}}}\n" for name, homes in (("a-b", 5), ("A-b", 7), ("c.d-e", 9)))
    found = register(plans).dataset
    assert found is not None
    figures = list_figures(found, What.PLANNEN, Question())
    for name, address in (
        ("list.plannen.a-b.restant", "list.plannen.a-b.restant"),
        ("list.plannen.A-b.restant", "list.plannen.A-b.restant"),
        ("list.plannen.a_b.restant", None),
        ("List.Plannen.C.D_E.restant", "list.plannen.c.d-e.restant"),
    ):
        assert find_in_list(found, name, figures) == address
    assert check_lists(found, Question()) > 0
