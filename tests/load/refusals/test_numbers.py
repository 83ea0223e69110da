"""Numbers that are none or too large: what is said, and what was probably meant."""

from __future__ import annotations

import pytest

from tests.conftest import PLANNEN, Register
from tests.load.findings import PLAN, line, one_in_a_plan, one_in_gemeenten

PLANS = [
    # Numbers that PyYAML would read as something else.
    ("woningen: 2.000", "WP103", (9, 15), "Bedoelt u 2000?"),
    ("woningen: 012", "WP103", (9, 15), "Bedoelt u 12?"),
    ("woningen: 1_000", "WP103", (9, 15), "Bedoelt u 1000?"),
    ("woningen: 1e3", "WP103", (9, 15), "Bedoelt u 1000?"),
    ("woningen: 30.0", "WP103", (9, 15), "Bedoelt u 30?"),
    ("woningen: 12 000", "WP103", (9, 15), "Bedoelt u 12000?"),
    ("woningen: +5", "WP103", (9, 15), "Bedoelt u 5?"),
    ('woningen: "30"', "WP103", (9, 15), "zonder aanhalingstekens"),
    ("woningen: 1:30", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: 0x10", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: .5", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: 2,5", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: yes", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: true", "WP103", (9, 15), "alleen cijfers"),
    ("woningen: ca. 30", "WP103", (9, 15), "precisie: circa"),
    ("woningen: ruim 30", "WP103", (9, 15), "precisie: minimaal"),
    ("woningen: 30-40", "WP103", (9, 15), "woningen_max: 40"),
    ("woningen: [1]", "WP103", (9, 15), "geheel getal"),
    ("woningen: 99999999999999999999", "WP103", (9, 15), "te groot"),
    ("woningen: 99999999", "WP104", (9, 15), "aantal cijfers"),
    ("woningen: -3", "WP104", (9, 15), "positief"),
    ("start: 0", "WP104", (9, 12), "Controleer"),
]

REGISTERS = [
    ("another version", "versie: 1", "versie: 2", "WP104", (1, 9), "1"),
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


@pytest.mark.parametrize("versie", ["2", "0", "true", "1.0"])
def test_another_version_of_the_file(register: Register, versie: str) -> None:
    kop = PLANNEN.replace("versie: 1", f"versie: {versie}")
    (finding,) = register("  - {id: a, naam: A, gemeente: Aa}\n", kop=kop).findings
    assert finding.code in ("WP103", "WP104")
    assert finding.place is not None
    assert finding.place.line == 1


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("oplevering: {2024: 2.000}", "WP103", "oplevering 2024 '2.000' is geen geheel getal"),
        ("oplevering: {2024: -3}", "WP104", "oplevering 2024 -3 is te klein; het minste is 0"),
        ("oplevering: {2024: }", "WP103", "bij 'oplevering 2024' hoort een geheel getal; hier staat: leeg"),
        ("oplevering: {26: 4}", "WP109", "oplevering: '26' is geen jaar of periode"),
        ("sloop_jaar: {2024-2025: x}", "WP103", "sloop_jaar 2024-2025 'x' is geen geheel getal"),
        ("woningtype: {eengezins: x}", "WP103", "eengezins 'x' is geen geheel getal"),
        ("woningen: x", "WP103", "woningen 'x' is geen geheel getal"),
    ],
)
def test_a_year_alone_does_not_say_what_it_is_about(register: Register, line: str, code: str, message: str) -> None:
    (finding,) = register(f"{PLAN}    {line}\n").findings
    assert (finding.code, finding.message) == (code, f"plan 'a': {message}")
