"""The designated key projects beside the plans of a state: which they are, how large, and when they are delivered."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from woonplan.calc.question import Question
from woonplan.calc.report.designated import Designated, Sleuteleenheid, delivered_in, designated, units
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.plan import Plan
from woonplan.model.stand import Invoer
from woonplan.model.vocabulary import Sleutelsoort

PROJECTS = [
    {"id": "kade", "naam": "Kade", "soort": "stedelijk", "gemeente": "Aa", "woningen": 150},
    {"id": "plein", "naam": "Plein", "soort": "stedelijk", "gemeente": "Aa (V.)", "woningen": 250},
    {"id": "rand", "naam": "Rand", "soort": "radialen", "gemeente": "Aa (V.)", "woningen": 120},
    {"id": "weg", "naam": "Weg", "soort": "radialen", "gemeente": "GM0001"},
    {"id": "zorg", "naam": "Zorg", "soort": "thematisch", "thema": "Zorg", "doel": "vitaliteit"},
]

PLANS = """\
  - {id: kade, naam: Kade, gemeente: Aa, woningen: 180, oplevering: {2024: 100, 2025-2026: 60, onbekend: 20}}
  - {id: kade-zuid, naam: Kade zuid, gemeente: Aa, woningen: 40, sleutelproject: {soort: stedelijk, id: kade}}
  - {id: rand-oost, naam: Rand oost, gemeente: Aa, woningen: 90, sleutelproject: {soort: radialen, id: rand}}
  - {id: los, naam: Los, gemeente: Bee, woningen: 900, sleutelproject: {soort: stedelijk}}
"""


@pytest.fixture
def found(register: Register) -> tuple[Dataset, Agendabestand, tuple[Designated, ...]]:
    result = register(PLANS)
    assert result.findings == ()
    assert result.dataset is not None
    themes = [{"naam": "zorg"}, {"naam": "Lege scholen"}]
    agenda = Agendabestand.model_validate({"versie": 1, "sleutelprojecten": PROJECTS, "sleutelthemas": themes})
    records = View(result.dataset, Question()).records
    return result.dataset, agenda, designated(agenda, Invoer("agenda.yaml", ""), records)


def test_a_plan_is_the_project_with_its_id_or_the_one_it_names(
    found: tuple[Dataset, Agendabestand, tuple[Designated, ...]],
) -> None:
    _, _, projects = found
    assert {one.project.id: [record.plan.id for record in one.plans] for one in projects} == {
        "kade": ["kade", "kade-zuid"],
        "plein": [],
        "rand": ["rand-oost"],
        "weg": [],
        "zorg": [],
    }
    kade, plein, *_ = projects
    # 180 and 40 in the plans, 150 in the agreement; without a plan what the agreement says.
    assert (kade.agreed.low.low, kade.best.low.low, plein.best.low.low) == (150, 220, 250)
    assert plein.homes is None
    assert plein.delivered(2021, 2025) is None


def test_what_a_unit_is_and_whether_it_reaches_the_minimum(
    found: tuple[Dataset, Agendabestand, tuple[Designated, ...]],
) -> None:
    dataset, agenda, projects = found
    every = units(dataset, agenda, projects)
    assert [(unit.soort, unit.name, len(unit.projects)) for unit in every] == [
        (Sleutelsoort.STEDELIJK, "Kade", 1),
        (Sleutelsoort.STEDELIJK, "Plein", 1),
        (Sleutelsoort.RADIALEN, "Aa", 2),
        # The theme is one, whatever its capitals; the other has no project.
        (Sleutelsoort.THEMATISCH, "Zorg", 1),
        (Sleutelsoort.THEMATISCH, "Lege scholen", 0),
    ]
    kade, plein, radial, zorg, scholen = every
    assert (kade.reaches(220), kade.reaches(221), plein.reaches(200)) == (True, False, True)
    # 90 in a plan, and of the other project nothing is known: it may reach it.
    assert (radial.reaches(90), radial.reaches(200)) == (True, None)
    assert (zorg.exempt, radial.exempt, scholen.exempt) == (True, False, False)
    assert Sleuteleenheid(Sleutelsoort.RADIALEN, "Aa", (projects[2],)).reaches(200) is False


@pytest.mark.parametrize(
    ("oplevering", "years", "expected"),
    [
        (None, (2021, 2025), (None, None)),
        ({"2024": 100}, (2021, 2025), (100, 100)),
        ({"2024": 100, "2026": 5}, (2021, 2025), (100, 100)),
        # A period that lies in part in these years, and an unknown year, may be in them.
        ({"2024": 100, "2025-2026": 60, "onbekend": 20}, (2021, 2025), (100, 180)),
        ({"2030": 10, "2031": 20}, (2031, None), (20, 20)),
        ({"2030-": 10}, (2031, None), (0, 10)),
        ({"2035-": 10}, (2031, None), (10, 10)),
        ({"2020": 10}, (2031, None), (0, 0)),
    ],
)
def test_what_is_delivered_in_a_window(
    oplevering: dict[str, int] | None, years: tuple[int, int | None], expected: tuple[int | None, int | None]
) -> None:
    plan = Plan.model_validate({"id": "p", "naam": "P", "gemeente": "Aa", "oplevering": oplevering})
    number = delivered_in(plan, *years)
    assert ((None, None) if number.blank else (number.low, number.high)) == expected
