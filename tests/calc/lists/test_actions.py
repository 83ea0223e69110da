"""Which agreements a list selects and counts."""

from __future__ import annotations

from datetime import date

from tests.calc.lists.test_progress import agenda
from woonplan.calc.lists.actions import (
    Filters,
    action_figures,
    action_groups,
    also_we,
    in_gemeenten,
    late_steps,
    owners,
    select_lines,
)
from woonplan.calc.lists.progress import lines, progress_of
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer
from woonplan.model.toezegging import Actiestatus


def chosen(dataset: Dataset, agenda: Agendabestand, **filters: object) -> list[str]:
    found = select_lines(progress_of(dataset, agenda), Filters(**filters))  # type: ignore[arg-type]
    return [line.key for line in found]


def test_a_passed_step_is_named_apart(shipped: Dataset) -> None:
    found = agenda(
        {"deadline": "2030", "tussendeadline": "2025"},
        {"deadline": "2030", "tussendeadline": "2025", "status": "afgerond"},
        {"deadline": "2030", "tussendeadline": "2026"},
    )
    assert late_steps(progress_of(shipped, found), date(2026, 1, 1)) == ("1",)


def test_an_action_of_which_nothing_is_known_may_be_unfinished(shipped: Dataset) -> None:
    found = agenda({}, {"status": "open"}, {"status": "afgerond"}, {"status": "onbekend"})
    assert chosen(shipped, found, unfinished=True) == ["1", "2", "4"]


def test_filters_hold_together(shipped: Dataset) -> None:
    found = agenda({}, {"eigenaar": ["provincie"], "status": "afgerond"}, {"eigenaar": ["gemeenten", "provincie"]})
    assert chosen(shipped, found, eigenaar=("provincie",), unfinished=True) == ["3"]
    assert chosen(shipped, found) == ["1", "2", "3"]


def test_a_whole_is_shown_with_the_parts_that_pass(shipped: Dataset) -> None:
    parts = [
        {"letter": "a", "tekst": "eerst", "eigenaar": ["provincie"]},
        {"letter": "b", "tekst": "dan", "per_gemeente": True},
    ]
    found = agenda({"eigenaar": ["regio"], "onderdelen": parts}, {"eigenaar": ["regio"]})
    assert chosen(shipped, found, eigenaar=("provincie",)) == ["1", "1a"]
    # A part without an owner has that of the whole.
    assert chosen(shipped, found, eigenaar=("regio",)) == ["1", "1b", "2"]
    assert chosen(shipped, found, gemeenten=("Borne",)) == ["1", "1b"]


def test_who_signed_is_among_we(shipped: Dataset) -> None:
    found = agenda({"eigenaar": ["we"]}, {"eigenaar": ["markt"]}, ondertekenaars=["gemeenten", "provincie"])
    assert owners(found) == ("markt", "we")
    assert also_we(found, ["gemeenten"]) == ("gemeenten", "we")
    assert also_we(found, ["markt"]) == ("markt",)
    assert chosen(shipped, found, eigenaar=also_we(found, ["gemeenten"])) == ["1"]


def test_a_repeated_text_counts_once_also_when_the_first_is_not_selected() -> None:
    found = tuple(lines(agenda({}, {"gelijk_aan": 1}, {"deadline": "2030", "eigenaar": ["we"]}, {"gelijk_aan": 1})))
    count = {name: len(group) for name, group in action_groups(found[:3]).items()}
    assert count == {
        "nummers": 3,
        "teksten": 2,
        "zonder_eigenaar": 2,
        "zonder_deadline": 2,
        "onderdelen": 0,
        "verplichtingen": 0,
        "per_gemeente": 0,
    }
    # 2 and 4 both repeat 1: one text, also when 1 itself is not among them.
    assert len(action_groups(found[1:])["teksten"]) == 2


def test_what_stands_outside_the_actions_is_counted_apart() -> None:
    part = {"letter": "a", "tekst": "deel"}
    found = agenda(
        {"onderdelen": [part]},
        verplichtingen=[
            {"id": "visie", "paragraaf": "5", "tekst": "maken", "per_gemeente": True, "onderdelen": [part]}
        ],
    )
    count = {figure.name: figure.low.low for figure in action_figures(found, Invoer("agenda.yaml", ""))}
    assert count == {
        "nummers": 1,
        "teksten": 1,
        "zonder_eigenaar": 1,
        "zonder_deadline": 1,
        "onderdelen": 1,
        "verplichtingen": 1,
        "per_gemeente": 1,
    }


def test_municipalities_are_counted_by_how_far_they_are(shipped: Dataset) -> None:
    found = agenda(
        {
            "per_gemeente": True,
            "voortgang": [
                {"jaar": 2021, "gemeente": "Borne", "status": "afgerond"},
                {"jaar": 2022, "gemeente": "GM0141", "status": "loopt"},
            ],
        }
    )
    progress = progress_of(shipped, found)
    figures = in_gemeenten(progress, Invoer("agenda.yaml", ""), progress.lines[0], None)
    assert {status: figure.low.low for status, figure in figures.items()} == {
        Actiestatus.ONBEKEND: 12,
        Actiestatus.OPEN: 0,
        Actiestatus.LOOPT: 1,
        Actiestatus.AFGEROND: 1,
        Actiestatus.VERVALLEN: 0,
    }
    (almelo,) = figures[Actiestatus.LOOPT].parts
    assert almelo.origin is not None
    assert (almelo.name, almelo.origin.path) == ("Almelo", ("acties", 0, "voortgang", 1))
