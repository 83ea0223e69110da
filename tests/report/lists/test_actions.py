"""What was agreed as a reader sees it: by year, with what is late, and with what cannot be."""

from __future__ import annotations

from datetime import date

from tests.calc.lists.test_progress import YEARLY, agenda
from woonplan.calc.lists.actions import Filters
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.report.lists.actions import agreement_tables
from woonplan.tables.cell import Value
from woonplan.tables.table import Table

FILE = Invoer("agenda.yaml", "")


def tables(
    dataset: Dataset, agenda: Agendabestand, jaar: int | None = None, **filters: object
) -> tuple[Table, Table, Table]:
    actions, others, gemeenten = agreement_tables(dataset, agenda, FILE, Filters(**filters), jaar)  # type: ignore[arg-type]
    return actions, others, gemeenten


def cells(table: Table, key: str) -> dict[str, object]:
    """The cells of a row by column; numbers as they are."""
    row = next(row for row in table.rows if row.key == key)
    said = [cell.number.low if isinstance(cell, Value) else cell for cell in row.cells]
    return dict(zip((column.key for column in table.columns), said, strict=True))


def test_a_year_shows_how_far_it_was_then(shipped: Dataset) -> None:
    steps = [{"jaar": 2022, "status": "loopt"}, {"jaar": 2023, "status": "afgerond", "datum": "2023-05-01"}]
    found = agenda({"voortgang": steps, "deadline": "2022"})
    said = {year: cells(tables(shipped, found, year)[0], "1") for year in (2021, 2022, 2023)}
    assert [said[year]["status"] for year in said] == ["onbekend", "loopt (2022)", "afgerond (1-5-2023)"]
    # The whole of 2022 is its deadline; a year later it is done. So nothing is late.
    late = agenda({"voortgang": steps[:1], "deadline": "2022"})
    assert cells(tables(shipped, late, 2023)[0], "1")["status"] == "loopt (2022); te laat: 2022"
    assert tables(shipped, found, 2023)[0].title == "Acties: hoe ver eind 2023"


def test_a_yearly_duty_has_every_year(shipped: Dataset) -> None:
    (actions, _, _) = tables(shipped, agenda(YEARLY), 2023)
    years = "2021 afgerond; 2022 open; 2023 onbekend"
    assert cells(actions, "1")["status"] == f"{years}; te laat: 2022; onbekend of het af is: 2023"
    # Before the first year nothing is due.
    assert cells(tables(shipped, agenda(YEARLY), 2020)[0], "1")["status"] == "onbekend"
    assert "voorbij" not in cells(tables(shipped, agenda(YEARLY))[0], "1")


def test_actions_with_one_text_show_one_status(shipped: Dataset) -> None:
    (actions, _, _) = tables(shipped, agenda({"status": "loopt", "status_datum": "2022"}, {"gelijk_aan": 1}))
    assert [cells(actions, key)["status"] for key in ("1", "2")] == ["loopt (2022)", "loopt (2022)"]
    assert cells(actions, "2")["gelijk_aan"] == 1


def test_a_report_has_the_same_in_fewer_columns(shipped: Dataset) -> None:
    first = {"eigenaar": ["gemeenten"], "deadline": "2022", "voorwaarde": "Als er geld is", "opmerkingen": "Twee keer."}
    (actions, _, _) = tables(shipped, agenda(first, {"gelijk_aan": 1}), 2020)
    found = cells(actions, "1")
    assert (found["wie"], found["bij"]) == ("gemeenten; 2022", "Als er geld is; Twee keer.")
    found = cells(actions, "2")
    assert (found["wie"], found["bij"]) == ("eigenaar en deadline niet genoemd", "gelijk aan actie 1")
    # One document for all of them is said once.
    assert "bron" not in found
    assert any(note.startswith("bron: ") for note in actions.notes)


def test_what_is_done_before_what_must_come_first_is_said(shipped: Dataset) -> None:
    found = agenda({"status": "open"}, {"pas_na": [1], "status": "afgerond", "voorwaarde": "Het kader is er"})
    (actions, _, _) = tables(shipped, found)
    assert cells(actions, "2")["status"] == "afgerond; kan niet: actie 1 is niet af"
    assert cells(actions, "2")["voorwaarde"] == "Het kader is er; pas na actie 1 (open)"
    done = agenda({"status": "afgerond"}, {"pas_na": [1], "status": "afgerond"})
    (actions, _, _) = tables(shipped, done)
    assert cells(actions, "2")["status"] == "afgerond"
    assert cells(actions, "2")["voorwaarde"] == "pas na actie 1 (af)"


def test_municipalities_by_year_and_only_those_that_are_asked_for(shipped: Dataset) -> None:
    steps = [
        {"jaar": 2021, "gemeente": "Borne", "status": "afgerond"},
        {"jaar": 2022, "gemeente": "Borne", "status": "open"},
        {"jaar": 2022, "gemeente": "Almelo", "status": "afgerond"},
    ]
    found = agenda({"per_gemeente": True, "herhaling": "jaarlijks", "eerste_jaar": 2021, "voortgang": steps})
    _, _, every = tables(shipped, found)
    assert [row.key for row in every.rows] == ["1-2021", "1-2022"]
    assert {key: cells(every, "1-2022")[key] for key in ("onbekend", "open", "loopt", "afgerond")} == {
        "onbekend": 12,
        "open": 1,
        "loopt": 0,
        "afgerond": 1,
    }
    assert cells(every, "1-2021")["welke"] == "Borne afgerond (2021)"
    # A report has its own year.
    _, _, year = tables(shipped, found, 2021)
    assert [row.key for row in year.rows] == ["1-2021"]
    _, _, one = tables(shipped, found, gemeenten=("Almelo",))
    assert [cells(one, key)["onbekend"] for key in ("1-2021", "1-2022")] == [1, 0]


def test_what_is_late_on_a_day(shipped: Dataset) -> None:
    found = agenda({"deadline": "2021", "status": "open"}, {"deadline": "2030"})
    (actions, _, _) = tables(shipped, found, peildatum=date(2022, 1, 1))
    assert [row.key for row in actions.rows] == ["1"]
    assert cells(actions, "1")["voorbij"] == "te laat: 2021"
