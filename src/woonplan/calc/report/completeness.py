"""The accounts of a register: of how many records something is not filled in, and what that leaves unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from woonplan.calc.capacity.records import Contribution
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.statussen import Planstatus


@dataclass(frozen=True, slots=True)
class Account:
    """One thing that records should say: how many do not, of how many that should."""

    key: str
    without: tuple[Contribution, ...]
    asked: tuple[Contribution, ...]

    @property
    def missing(self) -> int:
        """How many records do not say it."""
        return len(self.without)

    @property
    def of(self) -> int:
        """How many records should."""
        return len(self.asked)


_ABSENT: dict[str, Callable[[Plan], bool]] = {
    "aantal": lambda plan: plan.number() is None and plan.restant is None,
    "planstatus": lambda plan: plan.planstatus is Planstatus.ONBEKEND,
    "planstatus_fijn": lambda plan: plan.planstatus in (Planstatus.HARD, Planstatus.ZACHT),
    "gerealiseerd": lambda plan: plan.gerealiseerd is None and plan.restant is None,
    "sloop": lambda plan: plan.sloop is None,
    "oplevering": lambda plan: not plan.oplevering,
    "plantype": lambda plan: plan.plantype is None,
    "betaalbaarheid": lambda plan: plan.betaalbaarheid is None,
    "woningtype": lambda plan: plan.woningtype is None,
    "knelpunten": lambda plan: not plan.knelpunten,
    "strategie": lambda plan: plan.strategie is None,
    "bijgewerkt": lambda plan: plan.bijgewerkt is None,
}


def accounts(records: Iterable[Contribution]) -> tuple[Account, ...]:
    """Return the accounts over all records that count or would count, hard, soft and of unknown status.

    A year of conversion is asked of soft records only.
    """
    counted = tuple(c for c in records if c.plan.telt_mee and c.klasse is not Planklasse.TELT_NIET)
    found = [Account(key, tuple(c for c in counted if absent(c.plan)), counted) for key, absent in _ABSENT.items()]
    soft = tuple(c for c in counted if c.klasse is Planklasse.ZACHT)
    return (*found, Account("jaar_hard", tuple(c for c in soft if c.plan.jaar_hard is None), soft))
