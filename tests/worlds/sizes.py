"""What one record says of its homes and its demolition: amounts, and the years they lie in.

A record is read as a handful of slots that can be filled apart from each other. Where no filling fits, the record
contradicts itself, and the register must be refused.
"""

from __future__ import annotations

import dataclasses
import math
from fractions import Fraction

from tests.worlds.register import Record

INF = math.inf
Bounds = tuple[float, float]

DEMOLISHED_OPEN = True
"""Whether `sloop` without `sloop_gerealiseerd` leaves open how much of it is done already, as `woningen` does."""


class Contradiction(Exception):  # noqa: N818 - no fault of the test: it says that no world fits
    """No world fits."""


@dataclasses.dataclass(frozen=True)
class Slot:
    """Between `lo` and `hi` homes, all of them in `years`; without years they come some time.

    `grows`: an approximate aggregate, as large as its parts where they are more than `hi`. `fills`: a part without a
    number, which changes nothing of its aggregate.
    """

    lo: float
    hi: float
    years: frozenset[int] | None = None
    grows: bool = False
    fills: bool = False


@dataclasses.dataclass(frozen=True)
class Said:
    """The slots of a record. `unclear`: the contract has no one reading of it, so its numbers are not compared."""

    slots: tuple[Slot, ...]
    numbered: bool = True
    unclear: bool = False
    overdue: bool = False


@dataclasses.dataclass(frozen=True)
class Entry:
    """A line of `oplevering` or `sloop_jaar`: years from the reference date on, no years, or all of it past."""

    value: int
    years: frozenset[int] | None
    past: bool = False
    span: bool = False


def margin(record: Record) -> Fraction:
    """The margin of `circa n`: half of the last written place, 500, or a tenth of n, whichever is least."""
    if record.get("precisie") != "circa":
        return Fraction(0)
    if "marge" in record:
        return Fraction(record["marge"])
    number = record.get("restant", record.get("woningen", record.get("woningen_max", record.get("woningen_min", 0))))
    if not number:
        return Fraction(0)
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    return min(Fraction(10**zeros, 2), Fraction(500), Fraction(number, 10))


def bounds(record: Record, key: str) -> Bounds | None:
    """The lowest and highest number that `woningen` or `restant` can mean; nothing where it is absent."""
    if key in record:
        number = record[key]
        return {"ruim": (number, INF), "minimaal": (number, INF), "maximaal": (0, number)}.get(
            record.get("precisie", "exact"), (number, number)
        )
    if key == "woningen" and ("woningen_min" in record or "woningen_max" in record):
        return record.get("woningen_min", 0), record.get("woningen_max", INF)
    return None


def entries(years: dict[str, int] | None, peiljaar: int) -> list[Entry]:
    """The lines of `oplevering` or `sloop_jaar`; of a span that holds the reference date the years from then on."""
    lines = []
    for key, value in (years or {}).items():
        first, _, last = str(key).partition("-")
        if first == "onbekend":
            lines.append(Entry(value, None))
        elif int(last or first) < peiljaar:
            lines.append(Entry(value, None, past=True))
        else:
            to_come = frozenset(range(max(int(first), peiljaar), int(last or first) + 1))
            lines.append(Entry(value, to_come, span=len(to_come) > 1))
    return lines


def scheduled(remainder: Bounds, whole: Bounds | None, lines: list[Entry], slack: Fraction) -> Said:
    """Slots of a known remainder with years: they add up to it, or with the years that are over to all homes."""
    total, past = sum(line.value for line in lines), sum(line.value for line in lines if line.past)
    exact = remainder[0] == remainder[1]
    if exact and total == remainder[0]:
        left = past
    elif exact and past and whole == (total, total):
        left = past - int(total - remainder[0])
        if left < 0:
            raise Contradiction("jaren die voorbij zijn: minder dan gerealiseerd")
    elif _near(total, remainder, slack) or (past and whole is not None and _near(total, whole, slack)):
        return Said((), unclear=True)
    else:
        raise Contradiction("jaren tellen niet op")
    slots = [Slot(line.value, line.value, line.years) for line in lines if not line.past and line.value]
    if left:
        slots.append(Slot(left, left))
    return Said(tuple(slots), overdue=bool(left))


def unscheduled(whole: Bounds | None, lines: list[Entry], slack: Fraction) -> Said:
    """Slots of years without a known remainder: what is over may be built, what lies beyond them may be built too."""
    total, most = sum(line.value for line in lines), INF if whole is None else whole[1]
    if total > most:
        if total <= most + slack:
            return Said((), unclear=True)
        raise Contradiction("jaren boven woningen")
    slots = [Slot(0 if line.past else line.value, line.value, line.years) for line in lines if line.value]
    if most > total:
        slots.append(Slot(0, most - total))
    return Said(tuple(slots))


def _near(total: int, around: Bounds, slack: Fraction) -> bool:
    return around[0] - slack <= total <= around[1] + slack


def remainder(record: Record) -> Bounds | None:
    """Homes still to come where `restant` or `gerealiseerd` tells; nothing where neither does."""
    whole, left, built = bounds(record, "woningen"), bounds(record, "restant"), record.get("gerealiseerd")
    if whole is not None and built is not None:
        if built > whole[1] + margin(record):
            raise Contradiction("meer gerealiseerd dan woningen")
        rest = max(0, whole[0] - built), max(0, whole[1] - built)
        if left is not None and left != rest:
            raise Contradiction("restant is niet woningen - gerealiseerd")
        return rest
    if left is not None and whole is not None and left[0] > whole[1]:
        raise Contradiction("restant boven woningen")
    return left


def homes(record: Record, peiljaar: int) -> Said:
    """The homes of a record that are still to come."""
    whole, rest, lines = bounds(record, "woningen"), remainder(record), entries(record.get("oplevering"), peiljaar)
    if rest is not None:
        return scheduled(rest, whole, lines, margin(record)) if lines else Said((Slot(*rest),))
    if lines:
        return unscheduled(whole, lines, margin(record))
    if whole is not None:
        return Said((Slot(0, whole[1]),))
    return Said((Slot(0, INF, fills=True),), numbered=False)


def demolition(record: Record, peiljaar: int) -> Said | None:
    """The demolition that is still to come; nothing where the record does not tell."""
    whole, done, lines = (
        record.get("sloop"),
        record.get("sloop_gerealiseerd"),
        entries(record.get("sloop_jaar"), peiljaar),
    )
    if done is None and not DEMOLISHED_OPEN:
        done = 0
    if whole is None:
        return unscheduled(None, lines, Fraction(0)) if lines else None
    if done is None:
        return unscheduled((whole, whole), lines, Fraction(0)) if lines else Said((Slot(0, whole),))
    if done > whole:
        raise Contradiction("meer gesloopt dan sloop")
    left = whole - done
    return scheduled((left, left), (whole, whole), lines, Fraction(0)) if lines else Said((Slot(left, left),))
