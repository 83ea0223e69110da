"""The worlds of a group, against worlds in which every single home is laid somewhere."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterator

import pytest

from tests.worlds.groups import UNDATED, Worlds
from tests.worlds.sizes import Contradiction, Slot

A, B = "Ammerdal", "Bolderveen"
YEARS = (2021, 2022, 2025)
Home = tuple[str, int, int]
"""Municipality, year and leaf of a home; the last leaf is the rest."""


def fits(homes: tuple[Home, ...], whole: dict[int, int] | None, shares: dict[str, int] | None) -> bool:
    """Whether the homes have the years and the division of the aggregate."""
    years = collections.Counter(year for _, year, _ in homes)
    names = collections.Counter(name for name, _, _ in homes)
    divided = shares is None or all(names[name] == shares[name] for name in shares)
    return divided and (whole is None or dict(years) == whole)


def literal(
    total: int, whole: dict[int, int] | None, shares: dict[str, int] | None, part: tuple[int, int, str, int | None]
) -> Iterator[tuple[Home, ...]]:
    """Every world of an exact aggregate with one part: its least and most homes, its municipality, its year or none."""
    least, most, place, year = part
    years = tuple(whole) if whole else (YEARS[0], UNDATED)
    places = [(name, when, 1) for name in (A, B) for when in years] + [(place, when, 0) for when in years]
    for homes in itertools.combinations_with_replacement(places, total):
        own = [when for _, when, leaf in homes if leaf == 0]
        loose = whole is None and any(when != UNDATED for _, when, leaf in homes if leaf == 1)
        strange = any(when != (year or when) for when in own) or (whole is None and year is None and any(own))
        if least <= len(own) <= most and not loose and not strange and fits(homes, whole, shares):
            yield homes


@pytest.mark.parametrize("whole", [None, {2021: 2, 2025: 2}, {2021: 3, 2022: 1}])
@pytest.mark.parametrize("shares", [None, {A: 3, B: 1}, {A: 2, B: 2}])
@pytest.mark.parametrize("part", [(0, 3, A, None), (2, 2, A, None), (1, 1, B, 2021), (0, 2, A, 2021)])
def test_every_home_laid_somewhere_gives_the_same_ends(
    whole: dict[int, int] | None, shares: dict[str, int] | None, part: tuple[int, int, str, int | None]
) -> None:
    least, most, place, year = part
    slots = tuple(Slot(n, n, frozenset({when})) for when, n in whole.items()) if whole else (Slot(4, 4),)
    own = (Slot(least, most, None if year is None else frozenset({year})),)
    spots = [frozenset({place}), frozenset({A, B})]
    worlds = Worlds(slots, [own], spots, (shares, True) if shares else None)
    laid = list(literal(4, whole, shares, part))
    for years, name, weights in itertools.product(
        ((2021,), (2021, UNDATED), (2025,)), (A, B, None), ((1, 0), (0, 1), (1, 1))
    ):
        names = frozenset({A, B} if name is None else {name})
        ends = worlds.ends(years, weights, lambda when, years=years: when in years, names)  # type: ignore[misc]
        answers = [sum(at in names and when in years and weights[leaf] for at, when, leaf in homes) for homes in laid]
        assert (ends.lo, ends.far) == (min(answers), max(answers)), (years, name, weights)


def test_a_part_that_does_not_fit_leaves_no_world() -> None:
    with pytest.raises(Contradiction):
        Worlds((Slot(3, 3),), [(Slot(4, 4),)], [frozenset({A}), frozenset({A})])


def test_a_part_outside_the_years_leaves_no_world() -> None:
    year = (Slot(1, 1, frozenset({2022})),)
    with pytest.raises(Contradiction):
        Worlds((Slot(3, 3, frozenset({2021})),), [year], [frozenset({A}), frozenset({A})])


def test_a_part_larger_than_its_share_leaves_no_world() -> None:
    with pytest.raises(Contradiction):
        Worlds((Slot(3, 3),), [(Slot(2, 2),)], [frozenset({A}), frozenset({A, B})], ({A: 1, B: 2}, True))
