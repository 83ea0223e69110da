"""One cell at a time: a value, nothing, or what is wrong with it."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.exchange.cells import Area, Cell, Fault, Sheet, letter, listed, ref, shown
from woonplan.exchange.fields import BY_KEY
from woonplan.exchange.values import Problem, day, read, whole

ANY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.builds(Fault, st.text(max_size=10), st.booleans()),
)


@given(st.sampled_from(sorted(BY_KEY)), ANY)
def test_every_cell_of_every_field_has_an_answer(key: str, value: Any) -> None:
    reading = read(BY_KEY[key], value)
    assert not isinstance(reading, float | date)
    if isinstance(reading, Problem):
        assert reading.message
        assert "Traceback" not in reading.message


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("woningen", 30.0, 30),
        ("woningen", "  ", None),
        ("woningen", "0", 0),
        ("realisatiekans", "80%", 80),
        ("realisatiekans", 0.8, 80),
        ("realisatiekans", 80, 80),
        ("start", date(2026, 5, 1), 2026),
        ("start", "2026", 2026),
        ("naam", " Hof\nfase 2 ", "Hof fase 2"),
        ("naam", 1960, "1960"),
        ("opmerkingen", "a\nb", "a\nb"),
        ("locaties", "Kade; Steeg\nPlein", ["Kade", "Steeg", "Plein"]),
        ("prioriteit", "Ja", True),
        ("prioriteit", False, False),
        ("prioriteit", "onbekend", None),
        ("planstatus", 3, "3"),
        ("planstatus", "ZACHT", "zacht"),
        ("planstatus", "Status onbekend", "onbekend"),
        ("knelpunten", "Nuts; Geen, Nuts", ["nuts", "geen"]),
        ("vertrouwelijkheid", "Intern raad", "gemeente"),
        ("plantype", "Onbekend", None),
        ("bijgewerkt", "5-1-2026", "2026-01-05"),
        ("bijgewerkt", "2026-01", "2026-01"),
        ("bijgewerkt", 2020, "2020"),
    ],
)
def test_what_is_read(key: str, value: Any, expected: Any) -> None:
    reading = read(BY_KEY[key], value)
    assert (reading.value if isinstance(reading, Problem) else reading) == expected


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("realisatiekans", 120, "meer dan 100%"),
        ("start", 26, "'26' is geen jaar"),
        ("naam", "x" * 3000, "langer dan 2000"),
        ("planstatus", "9Z", "geen planologische status"),
        ("planstatus", "hart", "geen planologische status"),
        ("plantype", "Verdchting", "staat niet in de lijst"),
        ("prioriteit", "misschien", "geen ja of nee"),
        ("knelpunten", "Nuts, Kabouters", "'Kabouters'"),
        ("bijgewerkt", "31-2-2026", "geen datum"),
        ("bijgewerkt", 9e9, "geen datum"),
        ("woningen", 10.0**300, "groter dan kan"),
        ("woningen", float("inf"), "groter dan kan"),
        ("woningen", float("nan"), "groter dan kan"),
        ("woningen", time(1, 2), "geen getal"),
        ("woningen", timedelta(1), "geen getal"),
        ("woningen", "-0", "tekst, geen getal"),
        ("woningen", "1" * 30, "tekst, geen getal"),
    ],
)
def test_what_is_refused(key: str, value: Any, said: str) -> None:
    reading = read(BY_KEY[key], value)
    assert isinstance(reading, Problem)
    assert said in reading.message
    assert reading.value is None


def test_near_words_are_offered() -> None:
    reading = read(BY_KEY["plantype"], "Verdchting")
    assert isinstance(reading, Problem)
    assert reading.hint == "Bedoelt u 'Verdichting'?"


@pytest.mark.parametrize("value", [None, "", " "])
def test_nothing_is_nothing(value: Any) -> None:
    assert whole(value) is None
    assert whole(-3, negative=True) == -3


def test_dates() -> None:
    assert day(date(999, 1, 2)) == "0999-01-02"


def test_places_as_a_person_counts_them() -> None:
    assert [letter(n) for n in (1, 26, 27, 52, 53, 702, 703)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert ref(12, 28) == "AB12"
    assert listed([3, 4, 5, 9, 3]) == "3-5, 9"
    sheet = Sheet("x.xlsx", "Blad")
    assert str(sheet.place(3, 2)) == "x.xlsx, blad Blad:3:2"
    assert (sheet.where([3]), sheet.where([3, 4])) == ("blad Blad, rij 3", "blad Blad, rijen 3-4")
    assert Sheet("x.csv", "").where([3]) == "rij 3"


def test_values_as_a_person_sees_them() -> None:
    cells = (None, True, False, 1.5, date(2026, 1, 5), Fault("#REF!", formula=False), 3, "x", time(1, 2))
    assert [shown(value) for value in cells] == ["", "WAAR", "ONWAAR", "1,5", "5-1-2026", "#REF!", "3", "x", "01:02:00"]


def test_merged_cells_all_have_the_value_of_the_first() -> None:
    sheet = Sheet("x", "", [(1, ("a", None)), (3, ("b", "c"))], merged=(Area(1, 1, 3, 1), Area(1, 2, 10**9, 3)))
    sheet.filled_down()
    rows = dict(sheet.rows)
    assert [rows[n][0] for n in (1, 2, 3)] == ["a", "a", "a"]
    assert len(sheet.rows) < 2000
    assert Cell("a", 1, 1).value == "a"
