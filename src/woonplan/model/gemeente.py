"""`gemeenten.yaml`: the region, its documents, its targets and its municipalities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from woonplan.model.base import Aantal, Datum, Gemeentecode, Model, Mutatie, Tekst, Versie, first_day
from woonplan.model.control import Statusdefinitie, Voorraadcontrole
from woonplan.model.source import Bron, Herleidbaar
from woonplan.model.target import Opgavenset
from woonplan.model.vocabulary import Positie, Strategie


class Voorraadjaar(Model):
    """Housing stock of one municipality over one calendar year (CBS 81955NED); all in homes."""

    beginstand: Aantal
    """Homes on 1 January."""
    nieuwbouw: Aantal
    """Homes completed in the year."""
    overige_toevoeging: Aantal
    """Homes added otherwise: transformation, splitting."""
    sloop: Aantal
    """Homes demolished (positive)."""
    overige_onttrekking: Aantal
    """Homes withdrawn otherwise (positive)."""
    correctie: Mutatie
    """Administrative correction, may be negative."""
    saldo: Mutatie
    """Net addition: new + other additions - demolition - other withdrawals + correction."""
    eindstand: Aantal
    """Homes on 31 December: opening stock + net addition, within 1."""


class Gemeente(Herleidbaar):
    """A municipality of the region."""

    naam: Tekst
    """Name as used in the plan files, unique in the register."""
    code: Gemeentecode
    """CBS code (`GM0153`): the key for joins, since names are not unique in the country."""
    aliassen: tuple[Tekst, ...] = ()
    """Other spellings that sources use, such as `Hengelo (O.)`."""
    van: Datum | None = None
    """First day that the municipality exists; absent: as long as the register goes back."""
    tot: Datum | None = None
    """End (exclusive): the first day that it no longer exists; absent: it still does."""
    opgegaan_in: tuple[Tekst, ...] = ()
    """The municipalities that it became part of on `tot` (name, alias or CBS code): one where it was merged or renamed,
    several where it was divided. What of a divided one belongs to which of them is not known: nothing is divided."""
    provincie: Tekst | None = None
    """Province it lies in, in a register of several; absent: that of the region."""
    positie: Positie | None = None
    """Position in the region, only where a source assigns one."""
    positie_vindplaats: Tekst | None = None
    """Place in the source that assigns the position."""
    strategieen: tuple[Strategie, ...] = ()
    """Spatial strategies that a source names for this municipality; plans carry their own."""
    strategieen_vindplaats: Tekst | None = None
    """Place in the source that names the strategies."""
    voorraad: Mapping[Annotated[str, Field(pattern=r"^[0-9]{4}$")], Voorraadjaar] = Field(default_factory=dict)
    """Housing stock and its mutations, by calendar year."""

    @property
    def namen(self) -> tuple[str, ...]:
        """Every way to name it: its own name, its code, and its aliases."""
        return (self.naam, self.code, *self.aliassen)

    def bestaat(self, dag: date) -> bool:
        """Return whether the municipality exists on a day."""
        begun = self.van is None or first_day(self.van) <= dag
        return begun and (self.tot is None or dag < first_day(self.tot))


class Regio(Model):
    """The region that the register is about."""

    naam: Tekst
    """Name of the region."""
    provincie: Tekst
    """Province the region lies in; of municipalities elsewhere that say so themselves not."""


class Voorraadbron(Herleidbaar):
    """Where all stock figures of this file come from."""

    peildatum: Tekst | None = None
    """What the stock figures are counted on, in words."""


class Gemeentenbestand(Model):
    """The file `gemeenten.yaml`."""

    versie: Versie
    """Version of the file format; this program reads version 1."""
    regio: Regio
    """The region."""
    fictief: bool = Field(default=False, strict=True)
    """Whether this register is an invented example; then every figure in it is."""
    bronnen: tuple[Bron, ...]
    """The documents and data sets that figures come from."""
    statusdefinities: tuple[Statusdefinitie, ...] = ()
    """Own definitions of hard and soft; `basisset-2022` is known without being listed."""
    woonmilieus: tuple[Tekst, ...] = ()
    """Vocabulary of residential environments, in the order of the source; empty: not checked."""
    opgaven: tuple[Opgavenset, ...] = ()
    """Sets of targets."""
    voorraadbron: Voorraadbron | None = None
    """Source of the stock figures of all municipalities."""
    gemeenten: tuple[Gemeente, ...]
    """The municipalities."""
    controle: tuple[Voorraadcontrole, ...] = ()
    """Totals of the stock that the municipalities must add up to."""
