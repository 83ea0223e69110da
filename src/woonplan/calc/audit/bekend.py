"""Which differences of the source are accepted, which are not explained, and which explanations are out of date."""

from __future__ import annotations

from dataclasses import dataclass

from woonplan.calc.audit.reconcile import Comparison
from woonplan.model.bekend import Bekendbestand, BekendVerschil
from woonplan.model.number import Number


@dataclass(frozen=True, slots=True)
class Explained:
    """One comparison with the accepted difference that fits it; None for none."""

    comparison: Comparison
    bekend: BekendVerschil | None

    @property
    def unexplained(self) -> bool:
        """Whether it neither closes nor is explained."""
        return not self.comparison.oordeel.closes and self.bekend is None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """All comparisons, and the accepted differences that no longer occur."""

    comparisons: tuple[Explained, ...]
    stale: tuple[tuple[int, BekendVerschil], ...]
    """Position in the file and entry."""

    @property
    def unexplained(self) -> tuple[Explained, ...]:
        """The comparisons that neither close nor are explained."""
        return tuple(e for e in self.comparisons if e.unexplained)


def explain_differences(
    comparisons: tuple[Comparison, ...], bekend: Bekendbestand | None, peildatum: str, *, standard: bool = True
) -> Reconciled:
    """Return every comparison with its explanation.

    An accepted difference holds for the numbers it names and the state it was accepted for; entries for other states
    are left alone. They are about the ``standard`` set of targets: where another was compared, none is out of date.
    """
    entries = [(i, v) for i, v in enumerate(bekend.verschillen if bekend else ()) if v.peildatum in (None, peildatum)]
    found: list[Explained] = []
    used: set[int] = set()
    for comparison in comparisons:
        fits = next(((i, v) for i, v in entries if not comparison.oordeel.closes and _fits(v, comparison)), None)
        if fits is not None:
            used.add(fits[0])
        found.append(Explained(comparison, fits[1] if fits else None))
    stale = tuple((i, v) for i, v in entries if i not in used) if standard else ()
    return Reconciled(tuple(found), stale)


def _fits(entry: BekendVerschil, comparison: Comparison) -> bool:
    if entry.id != comparison.id:
        return False
    return (entry.ondergrens, entry.bovengrens) == (one(comparison.difference(0)), one(comparison.difference(1)))


def one(homes: Number) -> int | None:
    """Return a difference as one number, or None when it is a range, open or unknown."""
    low, high = homes.low, homes.high
    return int(low) if low is not None and not homes.unknown and low == high else None
