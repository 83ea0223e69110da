"""The lists as a reader sees them, and what their notes count."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.calc.registers import questions, registers
from tests.conftest import ROOT, Register
from tests.report.cells import term_of
from tests.report.terms import NOTHING, Term, lacks
from woonplan.calc.lists.actions import Filters
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.model.dataset import Dataset
from woonplan.report.lists.documents import What, actions_document, list_document
from woonplan.tables.cell import Cell, Value
from woonplan.tables.document import Document

PLANNEN = """\
  - {id: samen, naam: Samen, soort: verzamelpost, regio: Dal, planstatus: hard, restant: 500}
  - {id: deel, naam: Deel, gemeente: Aa, planstatus: 2A, woningen: 60, gerealiseerd: 20, onderdeel_van: samen}
  - {id: twee, naam: Twee, gemeenten: [Aa (V.), Bee], planstatus: 4A, woningen: 30}
  - {id: idee, naam: Idee, gemeente: GM0002, planstatus: 5A, telt_mee: false, reden: proef}
"""


def loaded(register: Register) -> Dataset:
    result = register(PLANNEN)
    assert result.findings == ()
    assert result.dataset is not None
    return result.dataset


def rows(dataset: Dataset, what: What) -> dict[str, dict[str, Cell | Term]]:
    """The cells of every row by column; a number as a text would give it."""
    (table,) = list_document(View(dataset), what).tables
    found = {}
    for row in table.rows:
        cells: list[Cell | Term] = [term_of(cell) if isinstance(cell, Value) else cell for cell in row.cells]
        found[row.key] = dict(zip((column.key for column in table.columns), cells, strict=True))
    return found


def test_a_plan_tells_what_it_is_and_whether_it_counts(register: Register) -> None:
    found = rows(loaded(register), What.PLANNEN)
    unknown = NOTHING
    assert [(c["klasse"], c["gebied"], c["telt_mee"]) for c in found.values()] == [
        ("hard", "Dal (regio)", "ja"),
        ("hard", "Aa", "in samen"),
        ("zacht", "Aa, Bee", "ja"),
        ("telt niet", "Bee", "nee"),
    ]
    # The aggregate gives a remainder only, the idea nothing at all; 60 - 20 = 40.
    assert (found["samen"]["woningen"], found["samen"]["restant"]) == (unknown, Term(500, 500))
    assert (found["deel"]["woningen"], found["deel"]["restant"]) == (Term(60, 60), Term(40, 40))
    # What was delivered is unknown: 0 to 30 are left.
    assert found["twee"]["restant"] == Term(0, 30)
    assert (found["idee"]["woningen"], found["idee"]["restant"]) == (unknown, unknown)


def test_what_is_left_of_an_aggregate_is_what_its_balance_has(register: Register) -> None:
    more = (
        "  - {id: open, naam: Open, soort: verzamelpost, gemeente: Aa, planstatus: zacht}\n"
        "  - {id: erin, naam: Erin, gemeente: Aa, planstatus: 3, restant: 15, onderdeel_van: open}\n"
    )
    dataset = register(PLANNEN + more).dataset
    assert dataset is not None
    # No number of its own, but a part of 15: 15 at least, as everywhere.
    assert rows(dataset, What.PLANNEN)["open"]["restant"] == Term(15, 15, zonder=lacks(1))
    (table,) = list_document(View(dataset), What.PLANNEN).tables
    # Without a number are the idea and the open aggregate; the others have a remainder.
    assert table.notes[0] == "6 plannen; 1 buiten de telling, 2 zonder aantal woningen, 0 met onbekende status."


def test_municipalities_without_stock_are_unknown_and_a_shared_plan_counts_once_in_the_total(
    register: Register,
) -> None:
    found = rows(loaded(register), What.GEMEENTEN)
    assert found["GM0001"]["eindstand"] == NOTHING
    assert found["totaal"]["eindstand"] == NOTHING
    # Aa: deel, twee. Bee: twee, idee. Together three records.
    assert [found[key]["plannen"] for key in ("GM0001", "GM0002", "totaal")] == [Term(n, n) for n in (2, 2, 3)]


def test_stock_of_different_years_is_not_added_up(register: Register) -> None:
    year = (
        "{beginstand: 100, nieuwbouw: 5, overige_toevoeging: 0, sloop: 7, overige_onttrekking: 0, correctie: 0, "
        "saldo: -2, eindstand: 98}"
    )
    gemeenten = (
        "versie: 1\nregio: {naam: Dal, provincie: Veld}\nbronnen: [{id: nota, titel: Nota}]\ngemeenten:\n"
        f"  - {{naam: Aa, code: GM0001, voorraad: {{2019: {year}}}}}\n"
        f"  - {{naam: Bee, code: GM0002, voorraad: {{2020: {year}}}}}\n"
    )
    result = register(gemeenten=gemeenten, kop="versie: 1\npeildatum: 2020\nplannen: []\n")
    assert result.dataset is not None
    found = rows(result.dataset, What.GEMEENTEN)
    assert [found[key]["jaren"] for key in ("GM0001", "GM0002", "totaal")] == ["2019", "2020", None]
    assert found["totaal"]["eindstand"] is None
    assert found["GM0001"]["netto_toegevoegd"] == Term(-2, -2)


def test_a_statement_that_stands_alone_is_used_without_a_mark(register: Register) -> None:
    gemeenten = """\
versie: 1
regio: {naam: Dal, provincie: Veld}
bronnen: []
opgaven:
  - id: nota
    naam: Nota
    standaard: true
    tellingen: [{id: tien, van: 2020-01-01, tot: 2030-01-01, standaard: true}]
    uitspraken:
      - {id: alleen, soort: ambitie, gemeente: GM0001, woningen: 10, precisie: minimaal}
      - {id: a, soort: tempo, regio: Dal, woningen: 3}
      - {id: b, soort: tempo, regio: Dal}
gemeenten:
  - {naam: Aa, code: GM0001}
"""
    result = register(gemeenten=gemeenten, kop="versie: 1\npeildatum: 2020\nplannen: []\n")
    assert result.dataset is not None
    found = rows(result.dataset, What.OPGAVEN)
    assert [c["gebruikt"] for c in found.values()] == ["ja", "nee", "nee"]
    assert found["alleen"]["gebied"] == "Aa"
    assert found["alleen"]["woningen"] == Term(10, None)
    assert found["b"]["woningen"] == NOTHING


def test_an_empty_list_says_so(register: Register) -> None:
    document = list_document(View(loaded(register)), What.SLEUTELPROJECTEN)
    assert [note.text for note in document.notes] == ["in deze lijst staat niets."]


# What is counted under a list.

COUNTS = {
    "list.gemeenten.zonder_positie": r"(\d+) van \d+ gemeenten",
    "list.gemeenten.gemeenten": r"\d+ van (\d+) gemeenten",
    "list.gemeenten.regionaal": r"hoeveel het er zijn; (\d+) voor de hele regio staan bij geen gemeente",
    "list.plannen.records": r"^(\d+) plan(?:nen)?;",
    "list.plannen.buiten_telling": r"(\d+) buiten de telling",
    "list.plannen.zonder_aantal": r"(\d+) zonder aantal woningen",
    "list.plannen.status_onbekend": r"(\d+) met onbekende status",
    "list.plannen.regionaal": r"^(\d+) plan(?:nen)? voor de hele regio niet getoond",
    "list.sleutelprojecten.records": r"^(\d+) plan(?:nen)?:",
    "list.sleutelprojecten.stedelijk": r"(\d+) stedelijk",
    "list.sleutelprojecten.radialen": r"(\d+) radialen",
    "list.sleutelprojecten.thematisch": r"(\d+) thematisch",
    "list.sleutelprojecten.zonder_aantal": r"Zonder aantal woningen: (\d+)",
    "list.sleutelprojecten.regionaal": r"^(\d+) plan(?:nen)? voor de hele regio niet getoond",
    "list.acties.nummers": r"^(\d+) nummers?",
    "list.acties.teksten": r"(\d+) verschillende tekst(?:en)?",
    "list.acties.zonder_eigenaar": r"(\d+) zonder eigenaar",
    "list.acties.zonder_deadline": r"(\d+) zonder deadline",
    "list.acties.onderdelen": r"(\d+) onderde(?:el|len) van acties",
    "list.acties.verplichtingen": r"(\d+) afspra(?:ak|ken) buiten de acties",
    "list.acties.per_gemeente": r"(\d+) voor elke gemeente",
}
"""What the notes under a list say of a count."""


def check_counts(document: Document) -> None:
    """Hold every count under a list against what its notes say; what is nought may go unsaid."""
    table, *_ = document.tables
    counts = {f"{document.address}.{name}": figure for name, figure in document.beside.items()}
    assert set(counts) == {address for address in COUNTS if address.startswith(f"list.{table.name}.")}
    for address, figure in counts.items():
        found = [re.search(COUNTS[address], note) for note in table.notes]
        said = [int(match[1]) for match in found if match]
        assert figure.low == figure.high
        if said:
            assert (figure.low.low, figure.low.high) == (said[0], said[0]), address
        else:
            assert figure.low.zero or address == "list.gemeenten.gemeenten", address


@pytest.mark.parametrize("what", [What.GEMEENTEN, What.PLANNEN, What.SLEUTELPROJECTEN])
@pytest.mark.parametrize("gemeenten", [(), ("Enschede",), ("Enschede", "Hof van Twente")], ids=str)
@pytest.mark.parametrize("state", ["shipped", "shipped_2021"])
def test_what_is_counted_is_what_the_notes_say(
    request: pytest.FixtureRequest, state: str, gemeenten: tuple[str, ...], what: What
) -> None:
    register: Dataset = request.getfixturevalue(state)
    check_counts(list_document(View(register, Question(gemeenten=gemeenten)), what))


@given(registers(), questions)
def test_what_is_counted_of_any_register(register: Dataset, question: Question) -> None:
    for what in (What.GEMEENTEN, What.PLANNEN, What.SLEUTELPROJECTEN):
        check_counts(list_document(View(register, question), what))


@pytest.mark.parametrize("folder", ["data", "examples/data"])
def test_what_is_counted_of_actions(folder: str) -> None:
    register, loaded = load(ROOT / folder).dataset, load_agenda(ROOT / folder / "agenda.yaml")
    assert register is not None
    assert loaded.agenda is not None
    assert loaded.invoer is not None
    check_counts(actions_document(register, loaded.agenda, loaded.invoer, Filters()))
