"""The address of every number in the table of `reconcile`: `reconcile.behoefte_en_extra.verschil`.

The id of the comparison, as the table and `bekend.yaml` have it, and a column without the end of the target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from woonplan.calc.figure import Figure
from woonplan.calc.naming import RECONCILE
from woonplan.calc.reconcile import Comparison


def comparison_figures(comparisons: Iterable[Comparison]) -> dict[str, Figure]:
    """Return source, computed number and difference of every comparison by address.

    Plan files of one state may have control totals with one id: `#2` is the second of them in the table.
    """
    found: dict[str, Figure] = {}
    times: Counter[str] = Counter()
    for comparison in comparisons:
        times[comparison.id] += 1
        count = times[comparison.id]
        # No id has this sign, so a number cannot be taken for a part of one.
        owner = f"{RECONCILE}.{comparison.id}{f'#{count}' if count > 1 else ''}"
        found[f"{owner}.bron"] = comparison.bron
        found[f"{owner}.berekend"] = comparison.berekend
        found[f"{owner}.verschil"] = comparison.verschil
    return found
