"""What plans say of themselves by hand: key projects in their units, where plans lie, and what holds them up."""

from __future__ import annotations

from tests.calc.report.places import PLACES, capacity, shares_of
from tests.conftest import Register
from woonplan.calc.report.ladder import Ligging
from woonplan.calc.report.projects import NIET_OPGEGEVEN, bottlenecks, by_location, key_units
from woonplan.model.control import Planklasse
from woonplan.model.number import Bound, Number


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


def known(homes: Number) -> tuple[Bound | None, int]:
    return homes.low, homes.unknown


def test_inside_outside_and_unknown_apart(register: Register) -> None:
    found = by_location(shares_of(register, PLACES))
    hard = {place: known(sums.hard.low) for place, sums in found.items()}
    zacht = {place: known(sums.zacht.low) for place, sums in found.items()}
    # Leeg (soft) may lie on either side; Op has nothing left to lie anywhere.
    assert hard == {Ligging.BINNEN: (30, 0), Ligging.BUITEN: (0, 0), Ligging.ONBEKEND: (0, 0)}
    assert zacht == {Ligging.BINNEN: (0, 1), Ligging.BUITEN: (70, 1), Ligging.ONBEKEND: (5, 0)}


def test_a_municipality_without_plans_may_build_inside_and_outside(register: Register) -> None:
    inside = "id: a, naam: A, gemeente: Aa, planstatus: 1A, restant: 10, plantype: verdichting"
    found = by_location(shares_of(register, f"  - {{{inside}}}\n"), {Planklasse.HARD: 1, Planklasse.ZACHT: 1})
    assert known(found[Ligging.BINNEN].hard.low) == (10, 1)
    assert found[Ligging.BINNEN].zacht.low.blank
    assert found[Ligging.BUITEN].hard.low.blank
    assert all(found[place].zacht.low.blank for place in Ligging)


def test_bottlenecks_by_homes(register: Register) -> None:
    rows = bottlenecks(shares_of(register, PLACES))
    # Stikstof 30 + 70, nuts 30 (Los does not count), then `geen`, then those that say nothing.
    assert list(rows) == ["stikstof", "nuts", "geen", NIET_OPGEGEVEN]
    homes = [(sums.hard.low.low, sums.zacht.low.low) for sums in rows.values()]
    assert homes == [(30, 70), (30, 0), (0, 0), (0, 5)]
