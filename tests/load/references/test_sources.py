"""Documents that nobody listed."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import BEE, line, one_in_a_plan, one_in_gemeenten

PLANS = [
    ("bron: notta", "WP203", (9, 11), "Bedoelt u 'nota'?"),
]

REGISTERS = [
    ("an unknown document", "    bron: nota\n", "    bron: notta\n", "WP203", (9, 11), "Bedoelt u 'nota'?"),
    (
        "an unknown document of a municipality",
        BEE,
        "  - {naam: Bee, code: GM0002, bron: zzz}\n",
        "WP203",
        (16, 37),
        "bronnen",
    ),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "hint"), [r[1:] for r in REGISTERS], ids=[r[0] for r in REGISTERS]
)
def test_one_finding_at_its_place_in_gemeenten(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_gemeenten(register, old, new, code, place, hint)
