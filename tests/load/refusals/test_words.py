"""Words and dates that are none."""

from __future__ import annotations

import pytest

from tests.conftest import Register
from tests.load.findings import BEE, line, one_in_a_plan, one_in_gemeenten

PLANS = [
    ("planstatus: zact", "WP105", (9, 17), "Bedoelt u 'zacht'?"),
    ("projectfase: bouwen", "WP105", (9, 18), "Kies uit"),
    ("prioriteit: ja", "WP111", (9, 17), "prioriteit: true"),
    ("plaats: [Aa]", "WP106", (9, 13), "tekst"),
    ("plaats: ''", "WP112", (9, 13), "haal de regel weg"),
    ("bron: 'een nota'", "WP110", (9, 11), "letter"),
    ("bijgewerkt: 2024-13-01", "WP108", (9, 17), "jaar-maand-dag"),
    ("bijgewerkt: 1-7-2024", "WP108", (9, 17), "jaar-maand-dag"),
    ("oplevering: {26: 4}", "WP109", (9, 18), "2025-2029"),
    ("oplevering: {2029-2025: 4}", "WP109", (9, 18), "vroegste"),
    ("oplevering: {2034+: 4}", "WP109", (9, 18), "Schrijf '2034-'"),
    ("oplevering: {2034 en later: 4}", "WP109", (9, 18), "Schrijf '2034-'"),
    ("oplevering: {vanaf 2034: 4}", "WP109", (9, 18), "Schrijf '2034-'"),
    ("oplevering: {2034\u2013: 4}", "WP109", (9, 18), "Schrijf '2034-'"),
    ("oplevering: {2025\u20132029: 4}", "WP109", (9, 18), "Schrijf '2025-2029'"),
    ("oplevering: {2025 t/m 2029: 4}", "WP109", (9, 18), "Schrijf '2025-2029'"),
    # After 2034 is from 2035 on, and the years the wrong way round may be a typing error: no value is put forward.
    ("oplevering: {na 2034: 4}", "WP109", (9, 18), "Schrijf een jaar"),
    ("oplevering: {'>2034': 4}", "WP109", (9, 18), "Schrijf een jaar"),
    ("oplevering: {2029\u20132025: 4}", "WP109", (9, 18), "Schrijf een jaar"),
]

REGISTERS = [
    ("a code that is none", "code: GM0002", "code: 2", "WP110", (16, 23), "GM0153"),
    (
        "a year of two digits",
        BEE,
        "  - {naam: Bee, code: GM0002, voorraad: {20: {}}}\n",
        "WP110",
        (16, 42),
        "vier cijfers",
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
