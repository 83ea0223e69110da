"""What holds plans up, by the homes it affects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from woonplan.calc.capacity.selection import Share
from woonplan.calc.capacity.sums import Shares, Sums
from woonplan.model.vocabulary import Knelpunt

NIET_OPGEGEVEN = "niet_opgegeven"
"""Key for records that name no bottleneck: that none is known is not that there is none."""


def bottlenecks(shares: Iterable[Share]) -> dict[str, Sums]:
    """Return the bottlenecks with the capacity (homes) of the records that name them, the one with most homes first.

    A record with several bottlenecks counts under each, so bottlenecks never add up to the total. Those that nobody
    names are left out. The last are `geen` (the source says that there is none) and the records that say nothing.
    """
    found: defaultdict[str, Shares] = defaultdict(Shares)
    for share in shares:
        plan = share.contribution.plan
        for key in (plan.knelpunten or (NIET_OPGEGEVEN,)) if plan.telt_mee else ():
            found[str(key)].add(share)
    return dict(sorted(((key, part.sums()) for key, part in found.items()), key=_order))


def _order(row: tuple[str, Sums]) -> tuple[int, int, str]:
    key, sums = row
    last = {str(Knelpunt.GEEN): 1, NIET_OPGEGEVEN: 2}
    homes = (sums.hard.low.low or 0) + (sums.zacht.low.low or 0)
    return last.get(key, 0), -int(homes), key
