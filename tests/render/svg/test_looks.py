"""Roles differ in print and for eyes of every kind."""

from __future__ import annotations

import pytest

from tests.render.charts import STACKED
from tests.render.svg.reading import NS, parsed
from woonplan.render.svg.looks import LOOKS, OTHERS


def test_roles_differ_without_colour() -> None:
    shapes = [(shape.tile, shape.dashes) for shape in LOOKS.values()]
    assert len(set(shapes)) == len(shapes)
    assert len({shape.tile for shape in LOOKS.values()}) == len(shapes)
    assert len({(shape.tile, shape.dashes) for shape in OTHERS}) == len(OTHERS)
    patterns = {e.attrib["id"] for e in parsed(STACKED).iter(f"{NS}pattern")}
    assert patterns == {"grafiek-capaciteit-per-gemeente-hard-0", "grafiek-capaciteit-per-gemeente-zacht-1"}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("background", ["#ffffff", "#121212"])
def test_colours_stand_out_on_paper_and_in_the_dark(background: str) -> None:
    for role, shape in LOOKS.items():
        high, low = sorted((luminance(background), luminance(shape.colour)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 3, role
