"""Key projects in their units, worked by hand."""

from __future__ import annotations

from tests.calc.report.places import capacity
from tests.conftest import Register
from woonplan.calc.report.keyprojects import key_units


def test_key_projects_are_counted_in_their_units(register: Register) -> None:
    plans = """\
  - {id: s1, naam: Kade, gemeente: Aa, woningen: 10, sleutelproject: {soort: stedelijk}}
  - {id: s2, naam: Kade, gemeente: Bee, woningen: 20, sleutelproject: {soort: stedelijk}}
  - {id: r1, naam: R1, gemeente: Aa, woningen: 30, sleutelproject: {soort: radialen}}
  - {id: r2, naam: R2, gemeente: Aa, sleutelproject: {soort: radialen}}
  - {id: r3, naam: R3, gemeenten: [Aa, Bee], woningen: 8, sleutelproject: {soort: radialen}}
  - {id: t1, naam: T1, gemeente: Bee, woningen: 5, sleutelproject: {soort: thematisch, thema: zorg}}
  - {id: t2, naam: T2, gemeente: Aa, woningen: 6, sleutelproject: {soort: thematisch, thema: zorg},
     telt_mee: false, reden: proef}
"""
    dataset, records, _ = capacity(register, plans)
    found = [(u.label, len(u.parts), u.low.bounds, u.low.unknown) for _, u in key_units(dataset, records)]
    assert found == [
        ("Kade", 1, (10, 10, False), 0),  # two projects with one name are two projects
        ("Kade", 1, (20, 20, False), 0),
        ("Aa", 3, (30, 38, False), 1),  # R3 has 0 to 8 of its homes here; R2 has no number
        ("Bee", 1, (0, 8, False), 0),
        ("zorg", 2, (11, 11, False), 0),  # a key project outside the sums is one all the same
    ]
