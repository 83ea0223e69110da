"""An exact quantity at both ends of the target, with the way it came about: the measures that were computed with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from woonplan.calc.figure import Figure, Origin
from woonplan.calc.measure import Made, Measure, Quotient


class Shown(StrEnum):
    """How a table rounds an exact quantity."""

    HEEL = "heel"
    """To the nearest whole number."""
    PROCENT = "procent"
    """As a percentage with one decimal, to the nearest."""
    HEEL_PROCENT = "heel_procent"
    """As a whole percentage, rounded down."""
    JAREN = "jaren"
    """With two decimals, to the nearest."""
    EURO = "euro"
    """As an amount of money in euros, with its cents."""


@dataclass(frozen=True, slots=True)
class Derived:
    """An exact quantity at the low and the high end of the target; None where it has no outcome at that end."""

    name: str
    label: str
    ends: tuple[Measure | None, Measure | None]
    made: tuple[Made | None, Made | None]
    """The operation at each end, the same at both; None for a number that was given."""
    shown: Shown = Shown.HEEL
    origin: Origin | None = None
    """Where it stands, for an exact number that was given."""

    @property
    def parts(self) -> tuple[Explained, ...]:
        """What it was made of, at both ends."""
        low, high = self.made
        if low is None or high is None:
            return ()
        return tuple(derived(*pair) for pair in zip(low.parts, high.parts, strict=True))


Explained = Figure | Derived
"""What has a derivation: whole homes, or an exact number."""


def derived(low: Measure | Quotient, high: Measure | Quotient, shown: Shown = Shown.HEEL) -> Explained:
    """Return what was computed for both ends as one quantity; the figure itself where both are ends of one."""
    if isinstance(low, Measure) and isinstance(high, Measure) and low.figure is not None and low.figure is high.figure:
        return low.figure
    ends = (_outcome(low), _outcome(high))
    return Derived(low.name, low.label, ends, (low.made, high.made), shown)


def _outcome(end: Measure | Quotient) -> Measure | None:
    return end.value if isinstance(end, Quotient) else end
