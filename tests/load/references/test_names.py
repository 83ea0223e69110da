"""Names that stand twice, and documents that nobody listed."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import AMBITIE, BEE, BRON, TELLING, line, one_in_a_plan, one_in_gemeenten

SET = """\
  - id: tweede
    naam: Tweede
    standaard: true
    tellingen:
      - {id: tien, van: 2020, tot: 2030, standaard: true}
    uitspraken: []
"""


REGISTERS = [
    ("a document twice", BRON, BRON + "  - {id: nota, titel: B}\n", "WP202", (5, 10), "eigen naam"),
    (
        "a set twice",
        "gemeenten:\n",
        SET.replace("tweede", "nota").replace("true\n    t", "false\n    t") + "gemeenten:\n",
        "WP202",
        (14, 9),
        "eigen naam",
    ),
    (
        "a reading twice",
        TELLING,
        TELLING + "      - {id: tien, van: 2021, tot: 2030}\n",
        "WP202",
        (12, 14),
        "eigen naam",
    ),
    (
        "a statement twice",
        AMBITIE,
        AMBITIE + "      - {id: ambitie, soort: tempo, regio: Dal, woningen: 1}\n",
        "WP202",
        (14, 14),
        "eigen id",
    ),
    ("a name twice", BEE, "  - {naam: aa, code: GM0002}\n", "WP202", (16, 12), "eigen namen"),
    ("a code twice", BEE, "  - {naam: Bee, code: GM0001}\n", "WP202", (16, 23), "eigen code"),
    ("an alias twice", BEE, "  - {naam: Bee, code: GM0002, aliassen: [Aa]}\n", "WP202", (16, 42), "eigen namen"),
    (
        "a definition twice",
        "gemeenten:\n",
        "statusdefinities:\n  - {id: d, naam: D, hard: [1A], zacht: []}\n  - {id: d, naam: D, hard: [1A], zacht: []}\n"
        "gemeenten:\n",
        "WP202",
        (16, 10),
        "eigen naam",
    ),
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


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "hint"), [r[1:] for r in REGISTERS], ids=[r[0] for r in REGISTERS]
)
def test_one_finding_at_its_place_in_gemeenten(
    register: Register, old: str, new: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_gemeenten(register, old, new, code, place, hint)


def test_an_id_twice_names_both_places(register: Register) -> None:
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa}\n  - {id: a, naam: B, gemeente: Bee}\n").findings
    assert finding.code == "WP202"
    assert "plannen.yaml:6:10" in finding.message


PLANS = [
    ("bron: notta", "WP203", (9, 11), "Bedoelt u 'nota'?"),
]


@pytest.mark.parametrize(("lines", "code", "place", "hint"), PLANS, ids=line)
def test_one_finding_at_its_place_in_a_plan(
    register: Register, lines: str, code: str, place: tuple[int, int], hint: str
) -> None:
    one_in_a_plan(register, lines, code, place, hint)
