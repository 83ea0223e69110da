"""A gate on the balance: passes only when a shortage is excluded."""

from __future__ import annotations

from enum import StrEnum

from woonplan.calc.gap import Balance
from woonplan.model.homes import Homes


class FailOn(StrEnum):
    """At which end of the target a shortage closes the gate."""

    TEKORT_ONDERGRENS = "tekort-ondergrens"
    TEKORT_BOVENGRENS = "tekort-bovengrens"


def shortage(balance: Balance, fail_on: FailOn, *, netto: bool) -> bool | None:
    """Return whether a shortage cannot be excluded; None without a balance to judge.

    Intended extra space is not capacity. A record without a number can only add homes, so known capacity that is
    enough stays enough; in a net balance it may also take them away, and then nothing is certain.
    """
    if balance.saldo is None:
        return None
    end = balance.saldo.low if fail_on is FailOn.TEKORT_ONDERGRENS else balance.saldo.high
    # Delivery is a net number: what is not known of it may be below 0.
    delivered = balance.gerealiseerd
    uncertain = netto or (delivered is not None and delivered.low.unknown > 0)
    return _possible(end, uncertain=uncertain)


def _possible(saldo: Homes, *, uncertain: bool) -> bool:
    low = saldo.interval.low
    return saldo.blank or low is None or low < 0 or (uncertain and saldo.unknown > 0)
