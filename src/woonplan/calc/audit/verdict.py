"""What a difference comes to: the same number, rounded, covered, or a shortage that closes a gate."""

from __future__ import annotations

from enum import StrEnum

from woonplan.calc.gap.balance import Balance
from woonplan.calc.number.figure import Figure
from woonplan.model.number import Bound, Number


class Oordeel(StrEnum):
    """How a statement relates to what was computed; the value is what users read."""

    SLUIT = "sluit"
    TOLERANTIE = "afronding, binnen de tolerantie"
    AFRONDING = "afronding"
    ONDERGRENS = "alleen ondergrens"
    ONDERGRENS_AFGEROND = "alleen ondergrens, afgerond"
    BOVENGRENS = "alleen bovengrens"
    GEDEKT = "gedekt"
    BOVENGRENS_NIET_GEDEKT = "bovengrens niet gedekt"
    NIET_GEDEKT = "niet gedekt"
    VERSCHIL = "verschil"
    ONBEKEND = "niet te zeggen"

    @property
    def closes(self) -> bool:
        """Whether nothing is left to explain."""
        return self in (Oordeel.SLUIT, Oordeel.TOLERANTIE, Oordeel.GEDEKT)


class Match(StrEnum):
    """How one number of the source relates to the computed one."""

    GELIJK = "gelijk"
    AFGEROND = "afgerond"
    ANDERS = "anders"


def covered(doel: Figure, supply: Figure) -> Oordeel:
    """Return whether a supply reaches the target at both ends, at the low end only, or at neither."""
    ends = [_reaches(have, want) for have, want in zip(supply.ends, doel.ends, strict=True)]
    if None in ends:
        return Oordeel.ONBEKEND
    if all(ends):
        return Oordeel.GEDEKT
    return Oordeel.BOVENGRENS_NIET_GEDEKT if ends[0] else Oordeel.NIET_GEDEKT


def _reaches(have: Number, want: Number) -> bool | None:
    low, high = have.low, have.high
    if have.blank or want.blank or want.high is None:
        return None
    if low is not None and low >= want.high:
        return True
    return False if high is not None and high < want.high and not have.unknown else None


def judge(bron: Figure, berekend: Figure, *, tolerance: int = 0) -> Oordeel:
    """Return how a statement of the source relates to what was computed.

    An approximate statement is the same number when it is the computed one rounded to as many digits as the source
    writes. "At least" and "more than" are held against the low end only, where they are the computed number or that
    number rounded down. Nothing can be said of a sum with records that have no number, nor of a range that holds the
    statement.
    """
    lower_bound = bron.low.high is None or bron.high.high is None
    undecided = bron.low.blank or bron.high.blank or any(end.unknown for end in berekend.ends)
    if not lower_bound:
        ends = zip(bron.ends, berekend.ends, strict=True)
        undecided = undecided or any(_may_be(a, b, tolerance) for a, b in ends)
    if undecided:
        return Oordeel.ONBEKEND
    if lower_bound:
        return _judge_lower_bound(bron.low.low, berekend)
    unit = min(_unit(_number(end)) for end in bron.ends)
    low, high = (_same(a, b, tolerance, unit) for a, b in zip(bron.ends, berekend.ends, strict=True))
    if low is high is Match.GELIJK:
        return Oordeel.SLUIT
    if low is not Match.ANDERS and high is not Match.ANDERS:
        return Oordeel.TOLERANTIE if tolerance else Oordeel.AFRONDING
    if low is not Match.ANDERS:
        return Oordeel.ONDERGRENS if low is Match.GELIJK else Oordeel.ONDERGRENS_AFGEROND
    return Oordeel.BOVENGRENS if high is not Match.ANDERS else Oordeel.VERSCHIL


def _judge_lower_bound(bound: Bound | None, berekend: Figure) -> Oordeel:
    low, high = berekend.low.low, berekend.high.low
    if bound is None or low is None:
        return Oordeel.ONBEKEND
    if bound == low:
        return Oordeel.SLUIT if high == low else Oordeel.ONDERGRENS
    if bound == low // _unit(bound) * _unit(bound):
        return Oordeel.AFRONDING if high == low else Oordeel.ONDERGRENS_AFGEROND
    return Oordeel.VERSCHIL


def _may_be(bron: Number, berekend: Number, tolerance: int) -> bool:
    """Whether a computed range leaves open that it is the number of the source."""
    low, high, number = berekend.low, berekend.high, _number(bron)
    if low is not None and low == high:
        return False
    return (low is None or low <= number + tolerance) and (high is None or number - tolerance <= high)


def _number(number: Number) -> int:
    return int(number.high or 0 if number.low is None else number.low)


def _same(bron: Number, berekend: Number, tolerance: int, unit: int) -> Match:
    if berekend.low is None or berekend.low != berekend.high:
        return Match.ANDERS
    stated_number, computed = _number(bron), int(berekend.low)
    if stated_number == computed:
        return Match.GELIJK
    rounded = (computed + unit // 2) // unit * unit
    close = abs(stated_number - computed) <= tolerance or (bron.circa and stated_number == rounded)
    return Match.AFGEROND if close else Match.ANDERS


def _unit(number: Bound) -> int:
    """Return the unit that a number is rounded to: 6.000 to 1.000, 15.782 to 1."""
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit


class FailOn(StrEnum):
    """At which end of the target a shortage closes the gate."""

    TEKORT_ONDERGRENS = "tekort-ondergrens"
    TEKORT_BOVENGRENS = "tekort-bovengrens"


def shortage(found: Balance, fail_on: FailOn, *, netto: bool) -> bool | None:
    """Return whether a shortage cannot be excluded; None without a balance to judge.

    Intended extra space is not capacity. A record without a number can only add homes, so known capacity that is
    enough stays enough; in a net balance it may also take them away, and then nothing is certain.
    """
    if found.saldo is None:
        return None
    end = found.saldo.low if fail_on is FailOn.TEKORT_ONDERGRENS else found.saldo.high
    # Delivery is a net number: what is not known of it may be below 0.
    delivered = found.gerealiseerd
    uncertain = netto or (delivered is not None and delivered.low.unknown > 0)
    return _possible(end, uncertain=uncertain)


def _possible(saldo: Number, *, uncertain: bool) -> bool:
    low = saldo.low
    return saldo.blank or low is None or low < 0 or (uncertain and saldo.unknown > 0)
