"""The trajectory and the pace as a reader sees them: both ends, rounding said, unknown beside, charts of the tables."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.conftest import PLANNEN, Register
from tests.report.cells import term_of
from tests.report.terms import Term, nothing
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.dataset import Dataset
from woonplan.numerals import decimal, plain_decimal
from woonplan.report.gap.pace import pace_document
from woonplan.tables import BALANCE, PERCENT, YEARS, Cell, ChartKind, Document, Look, NoteKind, Table, Value


def document(dataset: Dataset, question: Question | None = None, **options: Any) -> Document:
    return pace_document(View(dataset, question).asking(**options))


def table(found: Document, name: str) -> Table:
    return next(t for t in found.tables if t.name == name)


def cells(of: Table, key: str) -> dict[str, Cell | Term]:
    """The cells of a row by column; a number as a text would give it."""
    row = next(row for row in of.rows if row.key == key)
    pairs = zip(of.columns, row.cells, strict=True)
    return {column.key: exact_of(cell) if isinstance(cell, Value) else cell for column, cell in pairs}


def exact_of(value: Value) -> Term:
    """The number as it is calculated where it has a unit: nothing is rounded before it is written."""
    return Term(value.low, value.high, value.circa, value.unknown) if value.unit else term_of(value)


def looks(of: Table, key: str) -> set[Look]:
    """How the numbers of a row are written."""
    row = next(row for row in of.rows if row.key == key)
    return {cell.look for cell in row.cells if isinstance(cell, Value)}


def about(number: int) -> Term:
    return Term(number, number, circa=True)


def exact(text: str) -> Term:
    number = Fraction(text)
    return Term(number, number, circa=True)


def test_every_table_has_both_ends(shipped: Dataset, shipped_2021: Dataset) -> None:
    for dataset in (shipped, shipped_2021):
        found = document(dataset)
        assert [t.name for t in found.tables] == ["traject", "cumulatief", "tempo", "schema", "voorraad"]
        for t in found.tables:
            headers = [column.header for column in t.columns]
            assert headers.count("ondergrens") == headers.count("bovengrens") == 1


def test_the_pace_is_rounded_to_the_nearest_and_says_so(shipped: Dataset) -> None:
    pace = table(document(shipped), "tempo")
    # 22,000 / 9 is 2,444.4: the source page has 2.222 and 2.444.
    nine = cells(pace, "tempo.2021-2029")
    assert (nine["per_jaar_ondergrens"], nine["per_jaar_bovengrens"]) == (about(2222), about(2444))
    assert (nine["jaren"], nine["bij_tempo"]) == (Term(9, 9), Term(18000, 18000))
    assert any("afgerond" in note for note in pace.notes)
    assert cells(pace, "tempo.2020-2029")["telling"] == "2020-2029 (gekozen)"


def test_machines_get_the_exact_fraction(shipped: Dataset) -> None:
    result = document(shipped).results["resultaat"]
    assert isinstance(result, dict)
    ends = result["tempo"]["2021-2029"]
    assert ends["bovengrens"]["per_jaar"]["min"] == {"teller": 22000, "noemer": 9}


def test_years_delivery_and_what_has_no_year(shipped_2021: Dataset) -> None:
    found = document(shipped_2021)
    traject = table(found, "traject")
    assert cells(traject, "jaar.2020") == {
        "jaar": "2020",
        "gerealiseerd": Term(2097, 2097),
        # The year was over on the reference date, and no plan names it.
        "hard": None,
        "zacht": None,
        "status_onbekend": None,
        "nodig_ondergrens": about(2000),
        "nodig_bovengrens": about(2200),
    }
    # Of 14 municipalities nobody gave a year.
    later = cells(traject, "jaar.2025")
    assert later["gerealiseerd"] is None
    assert later["hard"] == nothing(14)
    assert cells(traject, "jaar.verzamelpost")["zacht"] == Term(11629, 11629)
    assert cells(traject, "jaar.totaal")["nodig_bovengrens"] == about(22000)
    texts = [note.text for note in found.notes if note.kind is NoteKind.LET_OP]
    assert "28 records hebben woningen zonder jaar; die staan apart en zijn over geen jaar verdeeld." in texts


def test_backlog_is_a_shortage_and_a_lead_is_not(shipped_2021: Dataset) -> None:
    schedule = table(document(shipped_2021), "schema")
    stand = cells(schedule, "schema.stand")
    # 2,097 delivered against 2,000 and 2,200.
    assert (stand["ondergrens"], stand["bovengrens"]) == (about(97), about(-103))
    assert looks(schedule, "schema.stand") == {BALANCE}
    # 2,200 + 103/5 = 2,220.6 and 2,200 + 103/9 = 2,211.4.
    assert cells(schedule, "schema.inhalen_vijf_jaar")["bovengrens"] == about(2221)
    assert cells(schedule, "schema.inhalen_rest")["bovengrens"] == about(2211)


def test_before_anything_was_delivered_there_is_no_backlog(shipped: Dataset) -> None:
    schedule = table(document(shipped), "schema")
    assert [row.key for row in schedule.rows] == ["schema.opgave", "schema.per_jaar"]
    assert any("geen achterstand" in note for note in schedule.notes)


def test_supply_and_coverage(shipped: Dataset) -> None:
    supply = table(document(shipped), "voorraad")
    # 8,300 / 2,000 = 4.15 and / 2,200 = 3.773; 14,100 / 20,000 = 70.5% and / 22,000 = 64.09%.
    years = [exact("8300/2000"), exact("8300/2200")]
    shares = [exact("1410000/20000"), exact("1410000/22000")]
    assert list(cells(supply, "voorraad.hard").values())[1:] == years
    assert list(cells(supply, "dekking.hard_en_zacht").values())[1:] == shares
    assert looks(supply, "voorraad.hard") == looks(supply, "voorraad.hard_komende_jaren") == {YEARS}
    assert looks(supply, "dekking.hard_en_zacht") == {PERCENT}


def test_supply_of_the_coming_years_stands_beside_all(shipped: Dataset, register: Register) -> None:
    supply = table(document(shipped), "voorraad")
    # None of the 14,100 has a year: 0 to 14,100 / 2,000 = 7.05, and 0 to 14,100 / 2,200 = 6.41.
    assert list(cells(supply, "voorraad.hard_en_zacht_komende_jaren").values())[1:] == [
        Term(0, Fraction(14100, need), circa=True) for need in (2000, 2200)
    ]
    assert any("van 1-1-2020 tot 1-1-2025" in note for note in supply.notes)
    ended = register(SPAN, kop=PLANNEN.replace("2020-01-01", "2030-01-01")).dataset
    assert ended is not None
    after = table(document(ended), "voorraad")
    assert [row.key for row in after.rows if row.key.startswith("voorraad.")] == [
        "voorraad.hard",
        "voorraad.hard_en_zacht",
    ]
    assert any("voorbij" in note for note in after.notes)


def test_a_buffer_is_an_assumption_that_is_said(shipped: Dataset) -> None:
    plain, found = document(shipped), document(shipped, buffer=Fraction(30, 100))
    # 14,100 / 26,000 = 54.23%.
    assert cells(table(found, "voorraad"), "dekking.hard_en_zacht")["uitkomst_ondergrens"] == exact("1410000/26000")
    assert any("buffer van 30,0%" in note.text for note in found.notes if note.kind is NoteKind.AANNAME)
    assert not any("buffer" in note.text for note in plain.notes)


SPAN = "  - {id: a, naam: A, regio: Dal, planstatus: 1A, restant: 12, oplevering: {2025-2029: 12}}\n"


def test_spreading_is_an_assumption_that_is_said(register: Register) -> None:
    dataset = register(SPAN).dataset
    assert dataset is not None
    apart, even = document(dataset), document(dataset, spreid=True)
    # Two municipalities have no plans, and what they plan may be for these years as well.
    assert cells(table(apart, "traject"), "jaar.2025-2029")["hard"] == Term(12, 12, unknown=2)
    assert not any("gespreid" in note.text for note in apart.notes)
    # 12 over 5 years: 3, 3, 2, 2, 2.
    assert cells(table(even, "traject"), "jaar.2026")["hard"] == Term(3, 3, unknown=2)
    assert "jaar.2025-2029" not in [row.key for row in table(even, "traject").rows]
    assert any("--spreid" in note.text for note in even.notes if note.kind is NoteKind.AANNAME)


LATE = (
    "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 12, oplevering: {2021: 12}}\n"
    "  - {id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 5, oplevering: {2024: 5}}\n"
)


@pytest.mark.parametrize(
    ("peildatum", "over"),
    # A year is over when all of it is; a reference date that is no more precise is the first day.
    [("2023-01-01", (2020, 2021, 2022)), ("2022-12-31", (2020, 2021)), ("2023", (2020, 2021, 2022)), ("2020", ())],
)
def test_a_year_that_is_over_has_homes_only_where_a_plan_puts_them(
    register: Register, peildatum: str, over: tuple[int, ...]
) -> None:
    loaded = register(LATE, kop=PLANNEN.replace("2020-01-01", peildatum)).dataset
    assert loaded is not None
    found = document(loaded)
    traject = table(found, "traject")
    planned = {year: cells(traject, f"jaar.{year}") for year in range(2020, 2030)}
    # What a plan puts in a year that is over stays in view.
    assert planned[2021]["hard"] == Term(12, 12)
    assert planned[2024]["hard"] == Term(5, 5)
    empty = [year for year, row in planned.items() if row["zacht"] is None]
    assert tuple(empty) == over
    assert [year for year in empty if planned[year]["hard"] is not None] == [year for year in over if year == 2021]
    # Years to come without plans are 0, not empty: there are plans, and none of them comes then.
    assert planned[2026]["hard"] == Term(0, 0)
    assert any("geen 0" in note for note in traject.notes) is bool(over)
    lines = {series.role: series for series in found.charts[0].series}
    assert [i + 2020 for i, value in enumerate(lines["zacht"].values) if value is None] == empty
    assert lines["hard"].values[1] == 12


def test_without_a_target_there_is_a_trajectory_and_tables_of_the_pace_say_why_not(shipped: Dataset) -> None:
    found = document(shipped, Question(gemeenten=("Borne",)))
    assert [t.name for t in found.tables] == ["traject", "cumulatief", "tempo", "schema", "voorraad"]
    lacking = "Wat per jaar nodig is, is onbekend: in opgave woonagenda staat geen ambitie voor Borne."
    assert [(t.rows, t.notes) for t in found.tables[2:]] == [((), (lacking,))] * 3
    assert "nodig_ondergrens" not in [column.key for column in found.tables[0].columns]
    assert any("geen ambitie" in note.text for note in found.notes)


def test_charts_hold_the_values_of_the_tables(shipped_2021: Dataset) -> None:
    found = document(shipped_2021)
    chart, added = found.charts
    assert chart.kind is added.kind is ChartKind.LINES
    assert chart.categories == tuple(str(year) for year in range(2020, 2030))
    targets = {s.name: s.values for s in chart.series if s.role == "doel"}
    assert targets == {"nodig, ondergrens": (2000,) * 10, "nodig, bovengrens": (2200,) * 10}
    traject = table(found, "traject")
    hard = next(s for s in chart.series if s.role == "hard")
    assert [term_of(cell) for cell in hard.cells[1:]] == [
        cells(traject, f"jaar.{year}")["hard"] for year in chart.categories[1:]
    ]
    # Unknown is a gap, not 0; a delivery that is yet to come is neither.
    assert hard.values == (None,) * 10
    # A year that was over and that no plan names is neither: the line has a gap there, and nothing says unknown.
    assert hard.cells[0] == "voorbij"
    done = next(s for s in chart.series if s.role == "gerealiseerd")
    assert (done.values[:2], done.cells[1]) == ((2097, None), "nog niet")
    # 2,097 + 7,929 + 11,629 at the end; ten tenths of the target.
    assert next(s for s in added.series if s.role == "zacht").values[-1] == 21655
    assert [s.values[-1] for s in added.series if s.role == "doel"] == [20000, 22000]


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(5226, 5006), 2, "1,04"),
        (Fraction(1, 2), 1, "0,5"),
        (Fraction(-1, 8), 2, "-0,13"),
        (Fraction(12345), 1, "12.345,0"),
        (Fraction(-1, 1000), 1, "0,0"),
        (Fraction(199, 2), 0, "100"),
    ],
)
def test_decimals_in_dutch(value: Fraction, places: int, text: str) -> None:
    # -1/8 is -0.125: halves go away from 0 on either side.
    assert decimal(value, places) == text
    assert plain_decimal(value, places, ",") == text.replace(".", "")
