"""What every drawing reads from a chart."""

from __future__ import annotations

from woonplan.render.charts import scale


def test_a_scale_has_round_steps_and_holds_everything() -> None:
    assert list(scale([22000, 8300], 0, 100).ticks) == [0, 5000, 10000, 15000, 20000, 25000]
    assert list(scale([-300, 900], 0, 100).ticks) == [-500, 0, 500, 1000]
    assert list(scale([0], 0, 100).ticks) == [0, 1]
    assert list(scale([], 0, 100).ticks) == [0, 1]
