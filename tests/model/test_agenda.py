"""The agreements as data: what a parameter, a price limit and an action answer."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from woonplan.model.agenda import Agendabestand
from woonplan.model.parameter import Parameter
from woonplan.model.toezegging import Actie, Herhaling


def parameter(*waarden: dict[str, Any]) -> Parameter:
    return Parameter.model_validate({"id": "p", "naam": "P", "waarden": waarden})


def agenda(**keys: Any) -> Agendabestand:
    return Agendabestand.model_validate({"versie": 1, **keys})


def actie(nummer: int, **keys: Any) -> dict[str, Any]:
    return {"nummer": nummer, "paragraaf": "1", "tekst": "Iets doen", **keys}


@pytest.mark.parametrize(
    ("datum", "expected"),
    [
        ("2019", 10),  # the first value has no 'vanaf': it held before any known date
        ("2021-06-30", 10),
        ("2021-07", 20),  # a month means its first day
        ("2021-07-01", 20),
        ("2023", 30),
        (None, 30),
    ],
)
def test_a_parameter_has_the_value_of_its_date(datum: str | None, expected: int) -> None:
    changing = parameter(
        {"waarde": 10, "eenheid": "woningen"},
        {"vanaf": "2021-07-01", "waarde": 20, "eenheid": "woningen"},
        {"vanaf": "2023", "waarde": 30, "eenheid": "woningen"},
    )
    value = changing.op(datum)
    assert value is not None
    assert value.waarde == expected


def test_before_its_first_date_a_parameter_has_no_value() -> None:
    assert parameter({"vanaf": "2021", "waarde": 5, "eenheid": "jaar"}).op("2020-12-31") is None


def test_a_parameter_without_values_has_none_at_all() -> None:
    assert parameter().op() is None
    assert parameter().op("2021") is None


def test_a_share_is_exact() -> None:
    value = parameter({"waarde": 2, "noemer": 3, "eenheid": "deel"}).op()
    assert value is not None
    assert value.breuk == Fraction(2, 3)
    # Of 100 homes 66 are less than two thirds and 67 are more: a rounded 0.67 would refuse neither.
    assert 66 < value.breuk * 100 < 67


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, False),
        ({"deadline": "2030"}, True),
        ({"herhaling": "jaarlijks"}, True),
        ({"herhaling": "periodiek", "deadline_tekst": "periodiek"}, False),
        ({"tussendeadline": "2025"}, False),
    ],
)
def test_only_a_date_or_every_year_is_a_term(keys: dict[str, str], expected: bool) -> None:
    assert Actie.model_validate(actie(1, **keys)).heeft_termijn is expected


def test_of_a_new_action_nothing_is_known() -> None:
    fresh = Actie.model_validate(actie(1))
    assert (fresh.status, fresh.status_datum, fresh.eigenaar, fresh.deadline) == ("onbekend", None, (), None)
    assert Actie.model_validate(actie(1, herhaling="jaarlijks")).herhaling is Herhaling.JAARLIJKS


def test_relations_are_found_from_both_sides() -> None:
    some = agenda(acties=[actie(1), actie(2, verwant=[1, 3]), actie(3), actie(4, gelijk_aan=1)])
    assert [some.verwant(n) for n in (1, 2, 3, 4)] == [(2,), (1, 3), (2,), ()]


def test_lookups_of_what_is_not_there_give_none() -> None:
    assert agenda().parameter("p") is None
    assert agenda().groep("g") is None
