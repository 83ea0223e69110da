"""How far what was agreed is: by year, by municipality, and late or not; and that what nobody recorded is unknown."""

from __future__ import annotations

from datetime import date

import pytest

from woonplan.calc.lists.progress import Progress, last_day, progress_of
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.toezegging import Actiestatus

AFGEROND, LOOPT, ONBEKEND, OPEN = (
    Actiestatus.AFGEROND,
    Actiestatus.LOOPT,
    Actiestatus.ONBEKEND,
    Actiestatus.OPEN,
)


def agenda(*acties: dict[str, object], **keys: object) -> Agendabestand:
    """Agreements with these actions, numbered from 1."""
    numbered = [{"nummer": i, "paragraaf": "1", "tekst": "iets", **one} for i, one in enumerate(acties, 1)]
    return Agendabestand.model_validate({"versie": 1, "acties": numbered, **keys})


def states(progress: Progress, *years: int | None) -> list[str]:
    """How far the first action is at the end of these years."""
    return [str(progress.state(progress.lines[0], year).status) for year in years]


def late(dataset: Dataset, day: date, *acties: dict[str, object]) -> list[tuple[str, str]]:
    progress = progress_of(dataset, agenda(*acties))
    return [(when, str(status)) for when, status in progress.late(progress.lines[0], day)]


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
        ({"deadline": "2021-07-01"}, date(2021, 7, 1), []),
        ({"deadline": "2021-07-01"}, date(2021, 7, 2), [("2021-07-01", "onbekend")]),
        ({"deadline": "2021"}, date(2021, 12, 31), []),
        ({"deadline": "2021"}, date(2022, 1, 1), [("2021", "onbekend")]),
        ({"deadline": "2021", "status": "loopt"}, date(2022, 1, 1), [("2021", "loopt")]),
        ({"deadline": "2021", "status": "afgerond"}, date(2022, 1, 1), []),
        ({"deadline": "2021", "status": "vervallen"}, date(2022, 1, 1), []),
        ({}, date(2199, 1, 1), []),
        # Without a first year nobody knows since when it comes back.
        ({"herhaling": "jaarlijks"}, date(2199, 1, 1), []),
        ({"herhaling": "periodiek", "eerste_jaar": 2021}, date(2199, 1, 1), []),
        ({"deadline": "2030", "tussendeadline": "2025"}, date(2026, 1, 1), []),
    ],
)
def test_late(shipped: Dataset, fields: dict[str, object], day: date, expected: list[tuple[str, str]]) -> None:
    assert late(shipped, day, fields) == expected


YEARLY = {
    "herhaling": "jaarlijks",
    "eerste_jaar": 2021,
    "uiterlijk": "06-30",
    "voortgang": [{"jaar": 2021, "status": "afgerond"}, {"jaar": 2022, "status": "open"}],
}


def test_a_yearly_duty_is_done_for_one_year_late_for_another_and_unknown_for_a_third(shipped: Dataset) -> None:
    progress = progress_of(shipped, agenda(YEARLY))
    assert states(progress, 2020, 2021, 2022, 2023) == ["onbekend", "afgerond", "open", "onbekend"]
    assert late(shipped, date(2023, 6, 30), YEARLY) == [("2022", "open")]
    # Before 1 July: on that day its time is over.
    assert late(shipped, date(2023, 7, 1), YEARLY) == [("2022", "open"), ("2023", "onbekend")]
    assert progress_of(shipped, agenda(YEARLY), 2023).years(progress.lines[0]) == (2021, 2022, 2023)
    assert progress.years(progress.lines[0]) == (2021, 2022)


def test_what_ended_is_late_in_no_year(shipped: Dataset) -> None:
    ended = {**YEARLY, "status": "vervallen", "status_datum": "2022-03-01"}
    # Of 2022 something was recorded, and of 2021 that it was done; after that it had ended.
    progress = progress_of(shipped, agenda(ended))
    assert states(progress, 2021, 2023) == ["afgerond", "vervallen"]


def test_what_is_done_once_stays_so_and_what_was_set_later_is_not_known_before(shipped: Dataset) -> None:
    steps = [
        {"jaar": 2022, "status": "loopt"},
        {"jaar": 2023, "status": "afgerond", "datum": "2023-05-01"},
        {"jaar": 2023, "status": "open", "datum": "2023-02-01"},
    ]
    progress = progress_of(shipped, agenda({"voortgang": steps}))
    assert states(progress, 2021, 2022, 2023, 2030, None) == ["onbekend", "loopt", "afgerond", "afgerond", "afgerond"]
    recorded = progress.state(progress.lines[0])
    assert (recorded.when, recorded.path) == ("2023-05-01", ("acties", 0, "voortgang", 1))
    plain = progress_of(shipped, agenda({"status": "loopt", "status_datum": "2022-06"}))
    assert states(plain, 2021, 2022) == ["onbekend", "loopt"]


def test_the_last_of_both_ways_to_keep_a_state_holds(shipped: Dataset) -> None:
    older = {"status": "open", "status_datum": "2021", "voortgang": [{"jaar": 2022, "status": "afgerond"}]}
    newer = {"status": "open", "status_datum": "2023", "voortgang": [{"jaar": 2022, "status": "afgerond"}]}
    undated = {"status": "open", "voortgang": [{"jaar": 2022, "status": "afgerond"}]}
    for fields, expected in ((older, "afgerond"), (newer, "open"), (undated, "afgerond")):
        assert states(progress_of(shipped, agenda(fields)), None) == [expected]


def test_actions_with_one_text_share_one_state(shipped: Dataset) -> None:
    progress = progress_of(shipped, agenda({"status": "loopt"}, {"gelijk_aan": 1}, {}))
    assert [progress.state(line).status for line in progress.lines] == [LOOPT, LOOPT, ONBEKEND]


def test_a_municipality_of_which_nothing_is_said_is_unknown(shipped: Dataset) -> None:
    steps = [{"jaar": 2021, "gemeente": "Borne", "status": "afgerond"}]
    progress = progress_of(shipped, agenda({"per_gemeente": True, "voortgang": steps}))
    (line,) = progress.lines
    assert progress.recorded(line, "Borne").status is AFGEROND
    assert progress.recorded(line, "Almelo").status is ONBEKEND
    # One that is done says nothing of the thirteen others.
    assert states(progress, None) == ["onbekend"]
    assert states(progress_of(shipped, progress.agenda, gemeenten=["Borne"]), None) == ["afgerond"]


def test_a_whole_runs_where_a_part_is_not_done_and_is_done_where_all_are(shipped: Dataset) -> None:
    def whole(*statuses: str) -> list[str]:
        parts = [{"letter": letter, "tekst": "deel", "status": s} for letter, s in zip("abc", statuses, strict=False)]
        return states(progress_of(shipped, agenda({"onderdelen": parts})), None)

    assert whole("afgerond", "vervallen") == ["afgerond"]
    assert whole("afgerond", "open") == ["loopt"]
    assert whole("afgerond", "onbekend") == ["onbekend"]
    assert whole("loopt", "onbekend") == ["loopt"]


def test_a_part_that_is_late_makes_the_whole_late(shipped: Dataset) -> None:
    parts = [{"letter": "a", "tekst": "deel", "deadline": "2021", "status": "open"}]
    assert late(shipped, date(2022, 1, 1), {"onderdelen": parts}) == [("2021", "open")]


def test_what_comes_after_another_cannot_be_done_before_it(shipped: Dataset) -> None:
    def early(first: str, second: str = "afgerond") -> tuple[int, ...]:
        progress = progress_of(shipped, agenda({"status": first}, {"pas_na": [1], "status": second}))
        return progress.too_early(progress.lines[1])

    assert early("open") == (1,)
    assert early("loopt") == (1,)
    assert early("afgerond") == ()
    # It may have been done: nobody knows.
    assert early("onbekend") == ()
    assert early("open", "loopt") == ()


def test_parts_are_called_after_their_whole(shipped: Dataset) -> None:
    part = {"letter": "b", "tekst": "deel"}
    other = {"id": "visie", "paragraaf": "5", "tekst": "maken", "onderdelen": [part]}
    progress = progress_of(shipped, agenda({"onderdelen": [part]}, verplichtingen=[other]))
    assert [(line.key, line.name) for line in progress.lines] == [
        ("1", "actie 1"),
        ("1b", "actie 1b"),
        ("visie", "visie"),
        ("visie-b", "visie-b"),
    ]
