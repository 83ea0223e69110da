"""Definitions of hard and soft that name what is no status."""

from __future__ import annotations

import pytest

from tests.conftest import GEMEENTEN, PLANNEN, Register
from tests.load.findings import one_in_gemeenten

REGISTERS = [
    (
        "a status that does not exist",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A, 1Z], zacht: []}\ngemeenten:\n",
        "WP216",
        (15, 33),
        "1A",
    ),
    (
        "a class instead of a status",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A, zacht], zacht: []}\ngemeenten:\n",
        "WP216",
        (15, 33),
        "Kies uit",
    ),
    (
        "a status in two classes",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A], zacht: [1A]}\ngemeenten:\n",
        "WP216",
        (15, 42),
        "een van de drie",
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "hint"), [r[1:] for r in REGISTERS], ids=[r[0] for r in REGISTERS]
)
def test_one_finding_at_its_place_in_gemeenten(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_gemeenten(register, old, new, code, place, hint)


def test_a_state_by_a_broken_definition_is_checked_all_the_same(register: Register) -> None:
    own = "statusdefinities: [{id: d, naam: D, hard: [1Z], zacht: []}]\ngemeenten:\n"
    loaded = register(
        "  - {id: a, naam: A, gemeente: Aa, planstatus: 1A, onderdeel_van: b}\n",
        gemeenten=GEMEENTEN.replace("gemeenten:\n", own),
        kop=PLANNEN.replace("bron: nota\n", "bron: nota\nstatusdefinitie: d\n"),
    )
    assert [finding.code for finding in loaded.findings] == ["WP216", "WP204"]
