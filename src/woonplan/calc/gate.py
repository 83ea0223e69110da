"""A gate on the balance: passes only when a shortage is excluded."""

from __future__ import annotations

from enum import StrEnum

from woonplan.calc.balance import balance
from woonplan.calc.view import View
from woonplan.model.number import Number


class FailOn(StrEnum):
    """At which end of the target a shortage closes the gate."""

    TEKORT_ONDERGRENS = "tekort-ondergrens"
    TEKORT_BOVENGRENS = "tekort-bovengrens"


def shortage(view: View, fail_on: FailOn) -> bool | None:
    """Return whether a shortage cannot be excluded; None without a balance to judge.

    Intended extra space is not capacity. A record without a number can only add homes, so known capacity that is
    enough stays enough; in a net balance it may also take them away, and then nothing is certain.
    """
    found = balance(view)
    if found.saldo is None:
        return None
    end = found.saldo.low if fail_on is FailOn.TEKORT_ONDERGRENS else found.saldo.high
    # Delivery is a net number: what is not known of it may be below 0.
    delivered = found.gerealiseerd
    uncertain = view.question.netto or (delivered is not None and delivered.low.unknown > 0)
    return _possible(end, uncertain=uncertain)


def _possible(saldo: Number, *, uncertain: bool) -> bool:
    low = saldo.low
    return saldo.blank or low is None or low < 0 or (uncertain and saldo.unknown > 0)
