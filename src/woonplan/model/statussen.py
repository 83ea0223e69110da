"""The planological statuses: what each means, and the class that it counts in by the national basic set.

All that is said of a status follows from the table here: the values of `planstatus`, the default definition of hard and
soft, the terms that `explain` knows, and the hints of findings.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from woonplan.model.control import Planklasse, Statusdefinitie


class Planstatus(StrEnum):
    """Planological status, or the class alone where a source gives no more: code, meaning, class.

    Statuses and meanings are those of the help page of Planmonitor Wonen (Provincie Zeeland), from the firmest on.
    """

    _value_: str
    betekenis: str
    """What it means, in a few words."""
    klasse: Planklasse
    """The class that it counts in by the national basic set."""

    # Looked up by the code alone, so that a checker of types must not ask for the rest.
    def __new__(cls, code: str, *rest: Any) -> Self:
        """Make the member of a code; without its meaning and its class that is impossible."""
        status = str.__new__(cls, code)
        status._value_, (status.betekenis, status.klasse) = code, rest
        return status

    S1A = "1A", "onherroepelijk", Planklasse.HARD
    S1B = "1B", "onherroepelijk, met uitwerkingsplicht", Planklasse.HARD
    S1C = "1C", "onherroepelijk, met wijzigingsbevoegdheid", Planklasse.ZACHT
    S2A = "2A", "vastgesteld", Planklasse.HARD
    S2B = "2B", "vastgesteld, met uitwerkingsplicht", Planklasse.HARD
    S2C = "2C", "vastgesteld, met wijzigingsbevoegdheid", Planklasse.ZACHT
    S3 = "3", "in voorbereiding", Planklasse.ZACHT
    S4A = "4A", "visie", Planklasse.ZACHT
    S4B = "4B", "optie", Planklasse.ZACHT
    S5A = "5A", "ambtelijk, met locatie", Planklasse.TELT_NIET
    S5B = "5B", "ambtelijk, zonder locatie", Planklasse.TELT_NIET
    HARD = "hard", "hard, zonder dat bekend is welke status", Planklasse.HARD
    ZACHT = "zacht", "zacht, zonder dat bekend is welke status", Planklasse.ZACHT
    ONBEKEND = "onbekend", "niet bekend", Planklasse.ONBEKEND

    @property
    def alleen_klasse(self) -> bool:
        """Whether it is no status of the national basic set, but the class alone."""
        return self.value == self.klasse.value


CLASS_ONLY = frozenset({Planstatus.HARD, Planstatus.ZACHT})
"""Statuses that only name the class."""

FIJN = tuple(status for status in Planstatus if not status.alleen_klasse)
"""The statuses of the national basic set."""

FIRST, LAST = FIJN[0], FIJN[-1]

ENGELS = "1A (irrevocable) to 5B (an idea without a place)"
"""The first and the last status and what they mean, for readers of English."""


def of_klasse(klasse: Planklasse) -> tuple[Planstatus, ...]:
    """Return the statuses of the national basic set that count in a class."""
    return tuple(status for status in FIJN if status.klasse is klasse)


def listed(klasse: Planklasse, word: str) -> str:
    """Return the statuses that count in a class as text, with a word (`of`, `or`) before the last."""
    *first, last = of_klasse(klasse)
    return f"{', '.join(first)} {word} {last}" if first else str(last)


BASISSET = Statusdefinitie(
    id="basisset-2022",
    naam="Landelijke basisset plancapaciteit",
    hard=of_klasse(Planklasse.HARD),
    zacht=of_klasse(Planklasse.ZACHT),
    telt_niet=of_klasse(Planklasse.TELT_NIET),
)
"""The national basic set, for registers without a definition of their own."""
