"""`gap --by jaar` as a reader sees it: both ends of every table, what is assumed, and exact numbers for machines."""

from __future__ import annotations

from fractions import Fraction

from tests.conftest import Register
from tests.report.gap.tables import SPAN, cells, document, exact, table
from tests.report.terms import Term, lacks
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.tables.document import NoteKind


def test_every_table_has_both_ends(shipped: Dataset, shipped_2021: Dataset) -> None:
    for dataset in (shipped, shipped_2021):
        found = document(dataset)
        assert [t.name for t in found.tables] == ["traject", "cumulatief", "tempo", "schema", "voorraad"]
        for t in found.tables:
            headers = [column.header for column in t.columns]
            assert headers.count("ondergrens") == headers.count("bovengrens") == 1


def test_machines_get_the_exact_fraction(shipped: Dataset) -> None:
    result = document(shipped).results["resultaat"]
    assert isinstance(result, dict)
    ends = result["tempo"]["2021-2029"]
    assert ends["bovengrens"]["per_jaar"]["min"] == {"teller": 22000, "noemer": 9}


def test_a_buffer_is_an_assumption_that_is_said(shipped: Dataset) -> None:
    plain, found = document(shipped), document(shipped, buffer=Fraction(30, 100))
    # 30% of 20,000 - 15,782 = 4,218 on top of 20,000: 14,100 / 21,265.4 = 66.3%.
    assert cells(table(found, "voorraad"), "dekking.hard_en_zacht")["uitkomst_ondergrens"] == exact("7050000/106327")
    assert any("buffer van 30,0%" in note.text for note in found.notes if note.kind is NoteKind.AANNAME)
    assert not any("buffer" in note.text for note in plain.notes)


def test_spreading_is_an_assumption_that_is_said(register: Register) -> None:
    dataset = register(SPAN).dataset
    assert dataset is not None
    apart, even = document(dataset), document(dataset, spreid=True)
    # Two municipalities have no plans, and what they plan may be for these years as well.
    assert cells(table(apart, "traject"), "jaar.2025-2029")["hard"] == Term(12, 12, zonder=lacks(0, 2))
    assert not any("gespreid" in note.text for note in apart.notes)
    # 12 over 5 years: 3, 3, 2, 2, 2.
    assert cells(table(even, "traject"), "jaar.2026")["hard"] == Term(3, 3, zonder=lacks(0, 2))
    assert "jaar.2025-2029" not in [row.key for row in table(even, "traject").rows]
    assert any("--spreid" in note.text for note in even.notes if note.kind is NoteKind.AANNAME)


def test_without_a_target_there_is_a_trajectory_and_tables_of_the_pace_say_why_not(shipped: Dataset) -> None:
    found = document(shipped, Question(gemeenten=("Borne",)))
    assert [t.name for t in found.tables] == ["traject", "cumulatief", "tempo", "schema", "voorraad"]
    lacking = "Wat per jaar nodig is, is onbekend: in opgave woonagenda staat geen ambitie voor Borne."
    assert [(t.rows, t.notes) for t in found.tables[2:]] == [((), (lacking,))] * 3
    assert "nodig_ondergrens" not in [column.key for column in found.tables[0].columns]
    assert any("geen ambitie" in note.text for note in found.notes)
