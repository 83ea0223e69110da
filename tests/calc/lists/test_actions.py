"""Which actions a list selects and counts."""

from __future__ import annotations

from datetime import date

import pytest

from woonplan.calc.lists.actions import Filters, action_groups, last_day, late, late_steps, select_actions
from woonplan.model.toezegging import Actie, Actiestatus


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


def test_an_action_of_which_nothing_is_known_may_be_unfinished() -> None:
    acties = (actie(1), actie(2, status="open"), actie(3, status="afgerond"), actie(4, status="onbekend"))
    assert [a.nummer for a in select_actions(acties, Filters(unfinished=True))] == [1, 2, 4]


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
    counts = {name: len(acties) for name, acties in action_groups([first, second, third]).items()}
    assert counts == {"nummers": 3, "teksten": 2, "zonder_eigenaar": 2, "zonder_deadline": 2}
    # 2 and 4 both repeat 1: one text, also when 1 itself is not among them.
    assert len(action_groups([second, third, actie(4, gelijk_aan=1)])["teksten"]) == 2
