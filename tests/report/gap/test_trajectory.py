"""What is planned by year as a reader sees it: years that are over, what has no year, and the charts of the tables."""

from __future__ import annotations

import pytest

from tests.conftest import PLANNEN, Register
from tests.report.cells import term_of
from tests.report.gap.tables import about, cells, document, table
from tests.report.terms import NOTHING, Term, lacks
from woonplan.model.dataset import Dataset
from woonplan.tables.chart import ChartKind
from woonplan.tables.document import NoteKind


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
    assert later["hard"] == NOTHING
    assert cells(traject, "jaar.verzamelpost")["zacht"] == Term(11629, 11629)
    assert cells(traject, "jaar.totaal")["nodig_bovengrens"] == about(22000)
    texts = [note.text for note in found.notes if note.kind is NoteKind.LET_OP]
    assert "28 plannen hebben woningen zonder jaar; die staan apart en zijn over geen jaar verdeeld." in texts


LATE = (
    "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 12, oplevering: {2021: 12}}\n"
    "  - {id: b, naam: B, gemeente: Bee, planstatus: 1A, restant: 5, oplevering: {2024: 5}}\n"
)


@pytest.mark.parametrize(
    ("peildatum", "over"),
    # A year is over when all of it is; a reference date that is no more precise is the first day.
    [("2023-01-01", (2020, 2021, 2022)), ("2022-12-31", (2020, 2021)), ("2023", (2020, 2021, 2022)), ("2020", ())],
)
def test_nothing_comes_in_a_year_that_is_over(register: Register, peildatum: str, over: tuple[int, ...]) -> None:
    loaded = register(LATE, kop=PLANNEN.replace("2020-01-01", peildatum)).dataset
    assert loaded is not None
    found = document(loaded)
    traject = table(found, "traject")
    planned = {year: cells(traject, f"jaar.{year}") for year in range(2020, 2030)}
    # What should have come in a year that is over is overdue: it has no year any more.
    late = 2021 in over
    assert planned[2021]["hard"] == (None if late else Term(12, 12))
    assert cells(traject, "jaar.zonder_jaar")["hard"] == (Term(12, 12) if late else Term(0, 0))
    # It may come in any year, so what the others bring is the least.
    least = lacks(1) if late else lacks(0)
    assert planned[2024]["hard"] == Term(5, 5, zonder=least)
    empty = [year for year, row in planned.items() if row["zacht"] is None]
    assert tuple(empty) == over
    assert [year for year, row in planned.items() if row["hard"] is None] == empty
    # Years to come without plans are not empty: there are plans, and none of them is known to come then.
    assert planned[2026]["hard"] == (NOTHING if late else Term(0, 0))
    assert any("geen 0" in note for note in traject.notes) is bool(over)
    lines = {series.role: series for series in found.charts[0].series}
    assert [i + 2020 for i, value in enumerate(lines["zacht"].values) if value is None] == empty
    assert lines["hard"].values[1] == (None if late else 12)


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


BANDS = (
    "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 9, oplevering: {2020-2024: 4, 2025-2029: 5}}\n"
    "  - {id: b, naam: B, gemeente: Bee, planstatus: 3, restant: 9, oplevering: {2025-2029: 2, 2030-: 7}}\n"
)


def test_plans_in_periods_make_a_table_of_periods(register: Register) -> None:
    dataset = register(BANDS).dataset
    assert dataset is not None
    found = document(dataset)
    traject = table(found, "traject")
    assert traject.title.startswith("Gepland per tijdvak")
    assert [row.key for row in traject.rows] == [
        "jaar.2020-2024",
        "jaar.2025-2029",
        "jaar.zonder_jaar",
        "jaar.verzamelpost",
        "jaar.totaal",
        "jaar.buiten_periode",
    ]
    # 1.000 to 1.200 in ten years is 500 to 600 in five.
    later = cells(traject, "jaar.2025-2029")
    assert (later["hard"], later["zacht"]) == (Term(5, 5), Term(2, 2))
    assert (later["nodig_ondergrens"], later["nodig_bovengrens"]) == (Term(500, 500), Term(600, 600))
    assert cells(traject, "jaar.buiten_periode")["zacht"] == Term(7, 7)
    assert [row.key for row in table(found, "cumulatief").rows] == ["cumulatief.2024", "cumulatief.2029"]


def test_years_of_which_the_delivery_is_known_stand_beside_periods(register: Register) -> None:
    dataset = register(BANDS, kop=PLANNEN.replace("2020-01-01", "2022-01-01")).dataset
    assert dataset is not None
    keys = [row.key for row in table(document(dataset), "traject").rows]
    assert keys[:4] == ["jaar.2020", "jaar.2021", "jaar.2022-2024", "jaar.2025-2029"]
