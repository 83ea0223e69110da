"""Figures by hand: those of the register, and the parts that they were made of."""

from __future__ import annotations

from collections.abc import Iterator

from tests.calc.number.given import exact
from woonplan.calc.number.figure import Figure, Origin, Parts, given, origin_of, target
from woonplan.calc.number.sums import counted, subtracted, tallied
from woonplan.model.number import Number, exactly
from woonplan.model.source import Provenance


def test_a_target_has_an_end_for_each_end_of_its_range() -> None:
    found = target("t", "t", Number(1000, 1200, circa=True, known=1))
    assert found.ends == (Number(1000, 1000, True, 1), Number(1200, 1200, True, 1))
    # At least 14,100: its lowest is that number, and there is no highest.
    assert target("t", "t", Number(14100, None, known=1)).ends == (exactly(14100), Number(14100, None, known=1))
    assert target("t", "t", Number(None, 200, known=1)).ends == (Number(None, 200, known=1), exactly(200))


def test_the_parts_of_a_sum_are_made_once_and_for_who_asks() -> None:
    made = []

    def make() -> Iterator[Figure]:
        made.append(1)
        yield from (exact(1, "a"), exact(2, "b"))

    found = tallied("s", "s", [exactly(1), exactly(2)], Parts(2, make))
    assert (found.low.low, len(found.parts), made) == (3, 2, [])
    assert [part.name for part in found.parts] == ["a", "b"]
    assert (found.parts[1].name, [part.name for part in found.parts[:1]]) == ("b", ["a"])
    assert found.parts == (exact(1, "a"), exact(2, "b"))
    assert hash(found.parts) == hash((exact(1, "a"), exact(2, "b")))
    assert made == [1]


def test_a_computed_record_stands_where_its_first_part_stands() -> None:
    origin = Origin(Provenance(), "p", ("plannen", 0), "plannen.yaml")
    record = given("p", "P", exactly(5), origin)
    assert origin_of(subtracted("rest", "rest", subtracted("d", "d", record, exact(1)), exact(1))) == origin
    assert origin_of(exact(1)) is None
    assert origin_of(counted("leeg", "leeg", [])) is None
