"""One cell at a time: a value, nothing, or what is wrong with it."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from woonplan.exchange.cells import Fault
from woonplan.exchange.fields import BY_KEY
from woonplan.exchange.values.dates import day
from woonplan.exchange.values.faults import WP605, WP606, Problem
from woonplan.exchange.values.numbers import whole
from woonplan.exchange.values.reader import read

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


def test_an_error_where_a_number_of_a_matrix_belongs_is_no_number() -> None:
    assert whole(Fault("#REF!", formula=False)) == Problem(WP606, "de cel geeft de foutwaarde '#REF!'")
    assert whole(Fault("=A1", formula=True)) == Problem(WP605, "'=A1' is een formule zonder opgeslagen uitkomst")
