"""Shares, products and pieces of figures by hand."""

from __future__ import annotations

from fractions import Fraction

from tests.calc.number.given import NONE, exact, ranging
from woonplan.calc.number.ratios import piece, share, times
from woonplan.model.number import exactly


def test_a_share_is_exact() -> None:
    # A third of 100 is 33 1/3: to round it is for who shows it, and is no uncertainty.
    assert share("s", "s", exact(100), (1, 3)).low == exactly(Fraction(100, 3))
    assert share("s", "s", ranging(None, 10), (1, 3)).low.bounds == (None, Fraction(10, 3), False)
    # About a third of 60,000 is about 20,000, give or take 500.
    assert share("s", "s", exact(60_000), (1, 3), circa=True).low == exactly(20_000, circa=True, marge=500)


def test_a_product_is_exact() -> None:
    found = times("m", "m", exact(20000), Fraction(1, 9))
    assert (found.low.low, found.ratio) == (Fraction(20000, 9), (1, 9))


def test_pieces_are_as_even_as_can_be_and_make_up_the_whole() -> None:
    # 40 over three years: 14, 13, 13.
    pieces = [piece(exact(40), "p", "p", index, 3) for index in range(3)]
    assert [found.low.low for found in pieces] == [14, 13, 13]
    assert [found.ratio for found in pieces] == [(1, 3), (2, 3), (3, 3)]
    # 10 to 40: 4, 3, 3 to 14, 13, 13; without an upper end there is none for a piece.
    assert [piece(ranging(10, 40), "p", "p", i, 3).low.bounds[:2] for i in range(3)] == [(4, 14), (3, 13), (3, 13)]
    assert piece(ranging(10, None), "p", "p", 0, 3).low.bounds[:2] == (4, None)
    assert piece(NONE, "p", "p", 0, 3).low.blank
