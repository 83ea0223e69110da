"""How far the homes of a plan moved in time: homes times years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from woonplan.calc.capacity.records import Contribution
from woonplan.model.base import years_of
from woonplan.model.number import Number, between


def shifted(old: Contribution, new: Contribution) -> Number | None:
    """Return by how many years the homes of a plan moved, together (below 0: earlier).

    Between bounds where a period of years does not say which year. None where nothing moved, and where another number
    of homes has years than before, so that it cannot be said which of them moved.
    """
    before, after = _dated(old.jaren), _dated(new.jaren)
    same = before & after
    before, after = before - same, after - same
    if not before or before.total() != after.total():
        return None
    first, last = (tuple(sum(year[end] * n for year, n in side.items()) for end in (0, 1)) for side in (before, after))
    return between(last[0] - first[1], last[1] - first[0])


def _dated(jaren: Mapping[str, int] | None) -> Counter[tuple[int, int]]:
    found: Counter[tuple[int, int]] = Counter()
    for periode, homes in (jaren or {}).items():
        years = years_of(periode)
        if years is not None:
            found[years] += homes
    return found
