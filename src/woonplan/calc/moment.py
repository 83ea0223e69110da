"""One row of the trajectory: what comes in a year, in a period of years, or at a time that nobody gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from woonplan.calc.figure import Figure
from woonplan.calc.phasing import Years


class Wanneer(StrEnum):
    """What a row of the trajectory stands for."""

    JAAR = "jaar"
    TIJDVAK = "tijdvak"
    """A period of years that the plans give as a whole."""
    ZONDER_JAAR = "zonder_jaar"
    VERZAMELPOST = "verzamelpost"
    """Aggregates without years: plans nobody itemised."""
    BUITEN = "buiten_periode"


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of the trajectory; figures in homes, the same at both ends of the target."""

    wanneer: Wanneer
    years: Years
    """First and last year (both inclusive); None where there is none."""
    hard: Figure
    zacht: Figure
    onbekend: Figure
    """Homes of plans with an unknown status."""
    gerealiseerd: Figure | None = None
    """Net additions of a year before the reference date; None for any other row."""
    cumulatief_hard: Figure | None = None
    """Delivered and hard up to and including this year; None for a row that is no year."""
    cumulatief: Figure | None = None
    """Delivered, hard and soft up to and including this year."""
