"""Sums that the data must reproduce: assertions in the data file itself."""

from __future__ import annotations

from enum import StrEnum

from woonplan.model.base import Aantal, Datum, Id, Jaar, Model, Tekst
from woonplan.model.source import Herleidbaar


class Planklasse(StrEnum):
    """The class a plan's status falls in; what is neither hard nor soft does not count as capacity."""

    HARD = "hard"
    ZACHT = "zacht"
    TELT_NIET = "telt_niet"
    ONBEKEND = "onbekend"


class Controle(Herleidbaar):
    """A published total of plan capacity that the records of this file must add up to."""

    id: Id
    """Name of the control total."""
    klassen: tuple[Planklasse, ...]
    """The classes added up, such as `[hard, zacht]`."""
    woningen: Aantal
    """The published total (homes, in the kind that the records have)."""
    tolerantie: Aantal = 0
    """Largest difference (homes, inclusive) that is not an error, for instance because the parts are rounded."""
    reden: Tekst | None = None
    """Why a tolerance is needed."""


class Voorraadcontrole(Herleidbaar):
    """A total of the housing stock that the municipalities must add up to."""

    jaar: Jaar
    """The year at the end of which (31 December) the stock is counted."""
    eindstand: Aantal
    """Homes in all municipalities of the register together at the end of the year."""
    tolerantie: Aantal = 0
    """Largest difference (homes, inclusive) that is not an error."""


class Statusdefinitie(Model):
    """Which planological statuses count as hard, which as soft, and which not at all.

    Provinces counted differently before 2022, so the mapping is data.
    """

    id: Id
    """Name of the definition; a plan file refers to it with `statusdefinitie`."""
    naam: Tekst
    """Title of the definition."""
    hard: tuple[Tekst, ...]
    """Statuses that count as hard capacity."""
    zacht: tuple[Tekst, ...]
    """Statuses that count as soft capacity."""
    telt_niet: tuple[Tekst, ...] = ()
    """Statuses that do not count as capacity."""
    datum: Datum | None = None
    """Since when it applies."""
    bron: Id | None = None
    """The document that defines it."""
    vindplaats: Tekst | None = None
    """Place in that document."""
