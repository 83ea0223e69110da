"""What holds plans up, by the homes it affects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from woonplan.calc.capacity.selection import Share
from woonplan.calc.capacity.sums import Shares, Sums
from woonplan.model.vocabulary import Knelpunt

NIET_OPGEGEVEN = "niet_opgegeven"
"""Key for records that name no bottleneck: that none is known is not that there is none."""


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """One bottleneck and the capacity (homes) of the records that name it.

    A record with several bottlenecks counts under each, so bottlenecks never add up to the total.
    """

    key: str
    sums: Sums


def bottlenecks(shares: Iterable[Share]) -> tuple[Bottleneck, ...]:
    """Return the bottlenecks of what counts as capacity, the one with most homes first.

    Those that nobody names are left out. The last rows are `geen` (the source says that there is none) and the records
    that say nothing.
    """
    found: dict[str, list[Share]] = {}
    for share in shares:
        if not share.contribution.plan.telt_mee:
            continue
        for key in share.contribution.plan.knelpunten or (NIET_OPGEGEVEN,):
            found.setdefault(str(key), []).append(share)
    rows = [Bottleneck(key, Shares(part).sums()) for key, part in found.items()]
    return tuple(sorted(rows, key=_order))


def _order(row: Bottleneck) -> tuple[int, int, str]:
    last = {str(Knelpunt.GEEN): 1, NIET_OPGEGEVEN: 2}
    homes = (row.sums.hard.low.low or 0) + (row.sums.zacht.low.low or 0)
    return last.get(row.key, 0), -int(homes), row.key
