"""What is asked of a register: the selection, the target, and how is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import CLASS_ONLY, Planstatus
from woonplan.model.target import Opgavenset, SoortUitspraak, Telling
from woonplan.model.vocabulary import Strategie

NO_BUFFER = Fraction(0)


class By(StrEnum):
    """What capacity can be grouped by."""

    GEMEENTE = "gemeente"
    STATUS = "status"
    PLANTYPE = "plantype"
    STRATEGIE = "strategie"
    POSITIE = "positie"
    PROVINCIE = "provincie"
    SLEUTELSOORT = "sleutelsoort"
    WOONMILIEU = "woonmilieu"
    BETAALBAARHEID = "betaalbaarheid"
    WONINGTYPE = "woningtype"
    ZORG = "zorg"
    FLEX = "flex"
    OPDRACHTGEVER = "opdrachtgever"
    AFWEGINGSKADER = "afwegingskader"


class Tegen(StrEnum):
    """Which target capacity is held against."""

    AMBITIE = "ambitie"
    BEHOEFTE = "behoefte"

    @property
    def soort(self) -> SoortUitspraak:
        """The kind of statement that this target is."""
        return SoortUitspraak.AMBITIE if self is Tegen.AMBITIE else SoortUitspraak.LOKALE_BEHOEFTE


@dataclass(frozen=True, slots=True)
class Question:
    """The parameters of a calculation; empty selections select everything.

    Names of municipalities are those of the register, sets, readings and statements its ids: the caller has checked
    that they exist.
    """

    gemeenten: tuple[str, ...] = ()
    statussen: frozenset[Planstatus] = frozenset()
    strategieen: frozenset[Strategie] = frozenset()
    netto: bool = False
    tegen: Tegen = Tegen.AMBITIE
    opgave: str | None = None
    telling: str | None = None
    uitspraken: tuple[str, ...] = ()
    spreid: bool = False
    """Whether homes of a period of years are spread evenly over its years: an assumption."""
    buffer: Fraction = NO_BUFFER
    """Room for plans that fail, as a share of what is needed: 5% is ``Fraction(5, 100)``, 130% is 30/100."""

    @property
    def selective(self) -> bool:
        """Whether some records are left out by choice."""
        return bool(self.gemeenten or self.statussen or self.strategieen)

    def of_strategie(self, strategie: Strategie | None) -> bool | None:
        """Return whether a record passes the filter on strategy; one without any may hold homes of any: None."""
        if not self.strategieen or strategie in self.strategieen:
            return True
        return None if strategie is None else False

    def of_status(
        self, status: Planstatus, klasse: Planklasse, klassen: Mapping[Planstatus, Planklasse]
    ) -> bool | None:
        """Return whether a record passes a filter on status; None when some of its homes may.

        One that only says "hard" may hold homes of any status that counts as hard, and one of unknown status of any.

        Args:
            status: The status of the record.
            klasse: The class that it counts in.
            klassen: The class of every status, by the definition of its state.
        """
        if status in self.statussen:
            return True
        if status is Planstatus.ONBEKEND:
            # Hard, soft or neither.
            return None
        if any(wanted in CLASS_ONLY and klassen[wanted] is klasse for wanted in self.statussen):
            return True
        inside = status in CLASS_ONLY and any(klassen[wanted] is klasse for wanted in self.statussen)
        return None if inside else False


def opgavenset(dataset: Dataset, question: Question) -> Opgavenset | None:
    """Return the set of targets to compute with: the chosen one, or the register's standard; None without any."""
    sets = dataset.gebied.opgaven
    chosen = (s for s in sets if (s.id == question.opgave if question.opgave else s.standaard))
    return next(chosen, None)


def telling(opgave: Opgavenset, question: Question) -> Telling:
    """Return the reading of the period: the chosen one, or the standard of the set."""
    if question.telling:
        return next(t for t in opgave.tellingen if t.id == question.telling)
    return next(t for t in opgave.tellingen if t.standaard)
