"""Coordinates are exact, and words are never cut."""

from __future__ import annotations

from woonplan.render.charts import scale
from woonplan.render.svg.drawing import num, wrap


def test_coordinates_are_exact() -> None:
    assert [num(v) for v in (0, 3, -2)] == ["0", "3", "-2"]
    assert num(scale([3], 0, 100).at(1)) == "33.33"


def test_a_line_is_never_cut() -> None:
    assert "".join(wrap("x" * 200, 100)) == "x" * 200
    assert wrap("tekort ca. 11.700-13.700", 90) == ["tekort ca.", "11.700-", "13.700"]
