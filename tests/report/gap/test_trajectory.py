"""What is planned by year as a reader sees it: years that are over, what has no year, and the charts of the tables."""

from __future__ import annotations

import pytest

from tests.conftest import PLANNEN, Register
from tests.report.cells import term_of
from tests.report.gap.tables import about, cells, document, table
from tests.report.terms import Term, nothing
from woonplan.model.dataset import Dataset
from woonplan.tables import ChartKind, NoteKind


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
