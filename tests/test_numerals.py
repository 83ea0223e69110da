"""Numbers as a Dutch reader writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from woonplan.numerals import amount, decimal, dutch, plain_decimal, plural


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(5226, 5006), 2, "1,04"),
        (Fraction(1, 2), 1, "0,5"),
        (Fraction(-1, 8), 2, "-0,13"),
        (Fraction(12345), 1, "12.345,0"),
        (Fraction(-1, 1000), 1, "0,0"),
        (Fraction(199, 2), 0, "100"),
    ],
)
def test_decimals_in_dutch(value: Fraction, places: int, text: str) -> None:
    # -1/8 is -0.125: halves go away from 0 on either side.
    assert decimal(value, places) == text
    assert plain_decimal(value, places, ",") == text.replace(".", "")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (-1900, "-1.900"), (1234567, "1.234.567"), (-12, "-12")],
)
def test_points_between_thousands(number: int, text: str) -> None:
    assert dutch(number) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 plannen"), (1, "1 plan"), (2, "2 plannen")])
def test_only_one_thing_is_one_thing(count: int, text: str) -> None:
    assert amount(count, "plan", "plannen") == text
    assert plural(count, "plan", "plannen") == text.split()[1]
