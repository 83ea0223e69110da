"""The designated key projects as tables, beside any state."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.report.walk import check_every_number
from woonplan.calc.lists.actions import with_agenda
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.report.lists.documents import What, list_document
from woonplan.tables.cell import Value
from woonplan.tables.document import Document
from woonplan.tables.table import Table


def document(folder: str, plannen: str = "plannen.yaml", **asked: object) -> tuple[Document, int]:
    """The list of key projects, and how many numbers of it were worked out."""
    path = ROOT / folder
    register, loaded = load(path, path / plannen).dataset, load_agenda(path / "agenda.yaml")
    assert register is not None
    assert loaded.agenda is not None
    assert loaded.invoer is not None
    view = View(register, Question(**asked))  # type: ignore[arg-type]
    found = list_document(view, What.SLEUTELPROJECTEN, loaded.agenda, loaded.invoer)
    return found, check_every_number(found, with_agenda(register, loaded.agenda, loaded.invoer))


def column(table: Table, key: str) -> list[object]:
    index = next(i for i, one in enumerate(table.columns) if one.key == key)
    return [row.cells[index] for row in table.rows]


def counts(table: Table, key: str) -> list[object]:
    return [cell.number.low if isinstance(cell, Value) else cell for cell in column(table, key)]


@pytest.mark.parametrize(
    ("plannen", "plans"), [("plannen.yaml", [1] * 38), ("plannen-2021.yaml", [0] * 38)], ids=["2020", "2021"]
)
def test_all_are_there_whatever_the_state(plannen: str, plans: list[int]) -> None:
    found, numbers = document("data", plannen)
    _, projects, units = found.tables
    assert numbers > 100
    # By hand from the Woonagenda (r. 871-999): 10 urban, 13 along the radials, 15 thematic; 3 have a number.
    kinds = [str(kind) for kind in column(projects, "soort")]
    assert [kinds.count(kind) for kind in ("stedelijk", "radialen", "thematisch")] == [10, 13, 15]
    assert counts(projects, "records") == plans
    agreed = dict(zip((row.key for row in projects.rows), counts(projects, "woningen"), strict=True))
    assert sorted(homes for homes in agreed.values() if isinstance(homes, int)) == [30, 78, 200]
    # 10 projects, 6 municipalities and 6 themes with a project (r. 965, 968, 973, 990, 993, 998); 3 themes without
    # (r. 820-822, 997).
    assert len(units.rows) == 25
    notes = " ".join(units.notes)
    assert "met maar een project: Borne en Hellendoorn" in notes
    assert (
        "thema zonder project in de afspraak: Herontwikkeling leegstaande schoolgebouwen, Herontwikkeling "
        "bedrijvenlocaties en Arbeidsmigranten."
    ) in notes
    verdicts = dict(zip((str(cell) for cell in column(units, "eenheid")), column(units, "oordeel"), strict=True))
    assert verdicts["Hellendoorn"] == "nee"
    assert verdicts["Borne"] == "onbekend"
    assert verdicts["Transformatie centrumlocaties"] == "geen minimum"


def test_which_of_them_the_plans_of_a_state_are() -> None:
    found, _ = document("examples/data")
    _, projects, units = found.tables
    plans = dict(zip((row.key for row in projects.rows), counts(projects, "records"), strict=True))
    # Havenhoofd Kompas names the harbour; Wolkenveld has no plan yet.
    assert (plans["haven"], plans["wolkenveld"], plans["sp-stationskade"]) == (1, 0, 1)
    assert [c.key for c in projects.columns if c.key in ("venster", "later")] == ["venster"]
    verdicts = dict(zip((str(cell) for cell in column(units, "eenheid")), column(units, "oordeel"), strict=True))
    assert verdicts["Stationskade Toverlamp"] == "ja"
    assert verdicts["lege scholen"] == "geen project genoemd"


def test_of_some_municipalities_no_theme_is_judged() -> None:
    found, _ = document("data", gemeenten=("Hellendoorn",))
    _, projects, units = found.tables
    assert len(projects.rows) == 3
    assert [str(cell) for cell in column(units, "eenheid")] == ["Hellendoorn"]
