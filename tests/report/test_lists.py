"""What the lists count and select, on small registers worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Register
from tests.report.cells import term_of
from tests.report.terms import Term, nothing
from woonplan.calc.lists.listing import (
    Filters,
    count_actions,
    last_day,
    late,
    late_steps,
    plans,
    select_actions,
    year_spans,
)
from woonplan.calc.question import Question
from woonplan.calc.view import View
from woonplan.model.agenda import Actie, Actiestatus
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import Planstatus
from woonplan.report.lists.documents import What, list_document
from woonplan.tables import Cell, Value

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
    unknown = nothing(1)
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


def test_the_selection_keeps_count_of_regional_records(register: Register) -> None:
    dataset = loaded(register)
    bee = plans(View(dataset, Question(gemeenten=("Bee",))))
    assert [c.plan.id for c in bee.records] == ["twee", "idee"]
    assert bee.regional == 1
    # Of the regional ones only those that pass the other filters.
    soft = plans(View(dataset, Question(gemeenten=("Bee",), statussen=frozenset({Planstatus.ZACHT}))))
    assert ([c.plan.id for c in soft.records], soft.regional) == (["twee"], 0)


def test_municipalities_without_stock_are_unknown_and_a_shared_plan_counts_once_in_the_total(
    register: Register,
) -> None:
    found = rows(loaded(register), What.GEMEENTEN)
    assert found["GM0001"]["eindstand"] == nothing(1)
    assert found["totaal"]["eindstand"] == nothing(2)
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
    assert found["b"]["woningen"] == nothing(1)


def test_an_empty_list_says_so(register: Register) -> None:
    document = list_document(View(loaded(register)), What.SLEUTELPROJECTEN)
    assert [note.text for note in document.notes] == ["in deze lijst staat niets."]


def actie(nummer: int, **fields: object) -> Actie:
    return Actie.model_validate({"nummer": nummer, "paragraaf": "1", "tekst": "iets", **fields})


@pytest.mark.parametrize(
    ("datum", "last"),
    [
        ("2021", date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 28)),
        ("2024-02", date(2024, 2, 29)),
        ("2021-12", date(2021, 12, 31)),
        ("2021-07-01", date(2021, 7, 1)),
    ],
)
def test_the_last_day_that_a_date_can_mean(datum: str, last: date) -> None:
    assert last_day(datum) == last


@pytest.mark.parametrize(
    ("fields", "day", "expected"),
    [
        ({"deadline": "2021-07-01"}, date(2021, 7, 1), False),
        ({"deadline": "2021-07-01"}, date(2021, 7, 2), True),
        ({"deadline": "2021"}, date(2021, 12, 31), False),
        ({"deadline": "2021"}, date(2022, 1, 1), True),
        ({"deadline": "2021", "status": "loopt"}, date(2022, 1, 1), True),
        ({"deadline": "2021", "status": "afgerond"}, date(2022, 1, 1), False),
        ({"deadline": "2021", "status": "vervallen"}, date(2022, 1, 1), False),
        ({}, date(2199, 1, 1), False),
        ({"herhaling": "jaarlijks"}, date(2199, 1, 1), False),
        ({"deadline": "2030", "tussendeadline": "2025"}, date(2026, 1, 1), False),
    ],
)
def test_late(fields: dict[str, object], day: date, expected: bool) -> None:
    assert late(actie(1, **fields), day) is expected


def test_a_passed_step_is_named_apart() -> None:
    acties = [
        actie(1, deadline="2030", tussendeadline="2025"),
        actie(2, deadline="2030", tussendeadline="2025", status="afgerond"),
        actie(3, deadline="2030", tussendeadline="2026"),
    ]
    assert late_steps(acties, date(2026, 1, 1)) == (1,)


def test_filters_on_actions_hold_together() -> None:
    acties = (
        actie(3, eigenaar=["gemeenten", "provincie"]),
        actie(2, eigenaar=["provincie"], status=Actiestatus.AFGEROND),
        actie(1),
    )
    chosen = select_actions(acties, Filters(eigenaar=("provincie",), unfinished=True))
    assert [a.nummer for a in chosen] == [3]
    assert [a.nummer for a in select_actions(acties, Filters())] == [1, 2, 3]


def test_a_repeated_text_counts_once_also_when_the_first_is_not_selected() -> None:
    first, second, third = actie(1), actie(2, gelijk_aan=1), actie(3, deadline="2030", eigenaar=["we"])
    counts = count_actions([first, second, third])
    assert (counts.numbers, counts.texts, counts.without_owner, counts.without_deadline) == (3, 2, 2, 2)
    # 2 and 4 both repeat 1: one text, also when 1 itself is not among them.
    assert count_actions([second, third, actie(4, gelijk_aan=1)]).texts == 2


@pytest.mark.parametrize(
    ("years", "text"),
    [([], ""), (["2020"], "2020"), (["2012", "2013", "2014"], "2012-2014"), ([2016, 2012, 2013], "2012-2013, 2016")],
)
def test_year_spans(years: list[str | int], text: str) -> None:
    assert year_spans(years) == text
