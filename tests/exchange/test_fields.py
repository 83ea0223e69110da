"""The table between formats and the register: complete and without doubles."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from woonplan.exchange.fields import BY_KEY, FIELDS, NOT_YET, PHASED
from woonplan.exchange.headers import fold, headers, own_key
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.reader import read
from woonplan.exchange.values.spelling import _spelt
from woonplan.model.plan import Plan

BEYOND = {
    "soort",
    "gemeenten",
    "verdeling",
    "regio",
    "onderdeel_van",
    "telt_mee",
    "reden",
    "bron",
    "vindplaats",
    "precisiewoord",
    "marge",
    "was",
    "samengevoegd_uit",
    "vervallen",
}
"""Keys of a plan that no table of others has a column for."""
CONTRACT = {"flex.contract_maanden_min", "flex.contract_maanden_max"}


def model_keys() -> set[str]:
    """Every key of a plan, with the parts of its splits."""
    found: set[str] = set()
    for name, info in Plan.model_fields.items():
        parts = next((a for a in get_args(info.annotation) if hasattr(a, "model_fields")), None)
        if parts is None or name == "sleutelproject":
            found.add(name)
        else:
            found |= {f"{name}.{part}" for part in parts.model_fields}
    return found


def test_every_key_of_a_plan_has_a_line_or_is_named_as_one_without() -> None:
    assert set(BY_KEY) - set(NOT_YET) == model_keys() - BEYOND - CONTRACT


@pytest.mark.parametrize("name", ["kop", "planmonitor", "nieuwekaart", "diwi"])
def test_no_header_stands_for_two_fields(name: str) -> None:
    given = [fold(getattr(field, name)) for field in FIELDS if getattr(field, name)]
    assert len(given) == len(set(given))
    for field in FIELDS:
        if getattr(field, name):
            assert headers(name)[fold(getattr(field, name))] == field.key


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("naam", "naam"),
        ("Plannaam ", "naam"),
        ("oplevering 2026", "oplevering.2026"),
        ("OPLEVERING_2026", "oplevering.2026"),
        ("oplevering 2025 - 2029", "oplevering.2025-2029"),
        ("oplevering 2025 t/m 2029", "oplevering.2025-2029"),
        ("oplevering onbekend", "oplevering.onbekend"),
        ("oplevering 2030 e.v.", "oplevering.2030-"),
        ("oplevering vanaf 2030", "oplevering.2030-"),
        ("oplevering 2035-", "oplevering.2035-"),
        # After 2030 is from 2031 on.
        ("oplevering na 2030", "oplevering.2031-"),
        ("oplevering na 2199", None),
        ("2026", "oplevering.2026"),
        ("2025-2029", "oplevering.2025-2029"),
        ("sloop 2026", "sloop_jaar.2026"),
        ("sloop_gerealiseerd", "sloop_gerealiseerd"),
        ("woningtype eengezins", "woningtype.eengezins"),
        ("woningtype.eengezins", "woningtype.eengezins"),
        ("onbekend", None),
        ("oplevering", None),
        ("oplevering 1066", None),
        ("oplevering 2029-2025", None),
        ("kleur", None),
        ("", None),
    ],
)
def test_headers_of_our_own_table(header: str, key: str | None) -> None:
    assert own_key(header) == key


def test_what_is_not_expressible_yet_is_one_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    field = BY_KEY["projectfase"]
    _spelt.cache_clear()
    monkeypatch.setattr("woonplan.exchange.values.spelling._spelt", _spelt.__wrapped__)
    assert isinstance(read(field, "Vervallen"), Problem)
    less: dict[str, Any] = {key: value for key, value in NOT_YET.items() if key != "projectfase: vervallen"}
    monkeypatch.setattr("woonplan.exchange.values.spelling.NOT_YET", less)
    assert read(field, "Afgebroken") == "vervallen"


def test_blocks_by_year() -> None:
    assert set(PHASED) <= set(BY_KEY)
