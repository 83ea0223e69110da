"""`plannen.yaml`: plan capacity at one reference date, in the fields of the national basic set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from woonplan.model.base import Aantal, Datum, Id, Jaar, JaNee, Model, Mutatie, Percentage, Periode, Tekst, Versie
from woonplan.model.control import Controle
from woonplan.model.source import Herleidbaar, Hoeveelheid
from woonplan.model.split import Betaalbaarheid, Flex, Woningtype, Zorg
from woonplan.model.statussen import Planstatus
from woonplan.model.vocabulary import (
    Afweging,
    Doel,
    Knelpunt,
    Opdrachtgever,
    Plantype,
    Projectfase,
    Sleutelsoort,
    Soort,
    SoortAantal,
    Strategie,
    Vertrouwelijkheid,
)


class Sleutelproject(Model):
    """The plan is a key project or belongs to a key area."""

    id: Id | None = None
    """The designated project (`sleutelprojecten` in agenda.yaml) that it is, or is a part of; absent: the one with the
    id of the plan, if any."""
    soort: Sleutelsoort
    """Kind: `stedelijk` (each project counts), `radialen` (sum per municipality) or `thematisch` (sum per theme)."""
    gebied: Tekst | None = None
    """Name of the key area."""
    thema: Tekst | None = None
    """Theme of a thematic key area."""
    doel: Doel | None = None
    """Purpose: `versnelling` (at least 200 homes) or `vitaliteit` (no minimum)."""


class Plan(Hoeveelheid):
    """One record of plan capacity: a plan, or an aggregate (`soort: verzamelpost`)."""

    id: Id
    """Name of the record, unique in the register state and stable over the years."""
    naam: Tekst
    """Name of the plan."""
    soort: Soort = Soort.PLAN
    """`plan`, or `verzamelpost`: stands for plans that nobody itemised."""
    gemeente: Tekst | None = None
    """Municipality (name, alias or CBS code). Exactly one of `gemeente`, `gemeenten` and `regio` is given."""
    gemeenten: tuple[Tekst, ...] = ()
    """Municipalities, for a plan in more than one."""
    verdeling: Mapping[str, Aantal] | None = None
    """Homes per municipality of `gemeenten`; they add up to the remaining homes of the plan, or to all of them."""
    regio: Tekst | None = None
    """Region, for a record that is not tied to municipalities."""
    plaats: Tekst | None = None
    """Town or village."""
    locaties: tuple[Tekst, ...] = ()
    """Sites the plan lies on; the same site in two plans is reported as possible double counting."""
    vertrouwelijkheid: Vertrouwelijkheid | None = None
    """Who may see the plan; absent: as the file says, and else the most restrictive (`gemeente`)."""
    opmerkingen: Tekst | None = None
    """Remarks."""
    planstatus: Annotated[Planstatus, BeforeValidator(str)] = Planstatus.ONBEKEND
    """Planological status, or the class alone (`hard`, `zacht`), or `onbekend`."""
    projectfase: Projectfase | None = None
    """Phase of the project."""
    knelpunten: tuple[Knelpunt, ...] = ()
    """What holds the plan up."""
    realisatiekans: Percentage | None = None
    """Chance that the plan is realised, in per cent (0 to 100 inclusive)."""
    prioriteit: JaNee | None = None
    """Whether the municipality gives the plan priority."""
    jaar_hard: Jaar | None = None
    """Year in which a soft plan is expected to become hard."""
    gerealiseerd: Aantal | None = None
    """Homes delivered up to the reference date. Absent is unknown: write 0 when nothing is delivered yet."""
    restant: Mutatie | None = None
    """Homes still to be delivered, for a source that gives only this; not together with `gerealiseerd`.

    Below 0 only for an aggregate of one municipality that counts net: more is demolished there than built.
    """
    sloop: Aantal | None = None
    """Homes demolished for the plan (positive). Absent is unknown, and makes the net number unknown."""
    sloop_gerealiseerd: Aantal | None = None
    """Homes already demolished up to the reference date."""
    sloop_restant: Aantal | None = None
    """Homes still to be demolished, for a source that gives only this; not together with `sloop_gerealiseerd`."""
    soort_aantal: SoortAantal | None = None
    """Whether the homes are `bruto`, `netto` or `onbekend`; absent: as the file says."""
    oplevering: Mapping[Periode, Aantal] | None = None
    """Remaining homes by year of delivery (`2026: 40`), inclusive period (`2025-2029: 120`, `2035-: 60` for 2035 and
    later) or `onbekend`.

    Years before the reference date may stay, with what was delivered in them: then all years add up to `woningen`.
    """
    sloop_jaar: Mapping[Periode, Aantal] | None = None
    """Remaining demolition by year, inclusive period or `onbekend`; or all of `sloop`, past years included."""
    start: Jaar | None = None
    """Year in which construction starts."""
    plantype: Plantype | None = None
    """Kind of site; inbreiding or uitbreiding follows from it."""
    transformatiepotentie: JaNee | None = None
    """Whether existing buildings can be transformed."""
    opdrachtgever: Opdrachtgever | None = None
    """Who commissions the homes."""
    studentenwoningen: Aantal | None = None
    """Homes for students among the homes of the plan."""
    woningtype: Woningtype | None = None
    """Split by type."""
    betaalbaarheid: Betaalbaarheid | None = None
    """Split by price segment."""
    zorg: Zorg | None = None
    """Split by suitability for care."""
    flex: Flex | None = None
    """Split in flexible and permanent homes."""
    strategie: Strategie | None = None
    """Spatial strategy; on the plan, since a municipality has several."""
    woonmilieu: Tekst | None = None
    """Residential environment, in the vocabulary of the register."""
    sleutelproject: Sleutelproject | None = None
    """Present for a key project."""
    afwegingskader: Afweging | None = None
    """Outcome of the qualitative framework."""
    in_ontwikkeling: JaNee | None = None
    """Whether the plan is in development."""
    onderdeel_van: Id | None = None
    """The aggregate that this plan is inside of: the aggregate stays the total, its rest shrinks."""
    telt_mee: JaNee = True
    """Whether the record counts in sums; `false` needs a `reden`."""
    reden: Tekst | None = None
    """Why the record does not count."""
    vervallen: Datum | None = None
    """When the plan ended without being built, as precise as known; it then has `telt_mee: false` and a `reden`."""
    was: Id | None = None
    """The id that the plan had before: the plan is that one under another id, or split off from it."""
    samengevoegd_uit: tuple[Id, ...] = ()
    """Ids of the plans that went up in this one."""
    bijgewerkt: Datum | None = None
    """When the record was last updated; not the reference date."""


class Plannenbestand(Herleidbaar):
    """A file with plan capacity: one register state, or one of the files that make one up."""

    versie: Versie
    """Version of the file format; this program reads version 1."""
    peildatum: Datum
    """Reference date of the state, as precise as known (`2020-01-01`, or `2021`)."""
    statusdefinitie: Id = "onbekend"
    """Definition of hard and soft that the status follows; `onbekend` for older provincial counts."""
    soort_aantal: SoortAantal = SoortAantal.ONBEKEND
    """Kind of the numbers, for records that do not say it themselves."""
    vertrouwelijkheid: Vertrouwelijkheid | None = None
    """Who may see the plans that do not say it themselves; absent: the most restrictive (`gemeente`)."""
    volledig: JaNee | None = None
    """Whether all plans of the area are in the file, according to its source; absent: not known."""
    volledig_reden: Tekst | None = None
    """Why they are not, with `volledig: false`."""
    onvolledig: Mapping[str, Tekst] = Field(default_factory=dict)
    """The municipalities (name, alias or CBS code) of which not all plans are in the file, each with the reason."""
    openbaar: JaNee = False
    """Whether this file is meant to be public; then it may hold no confidential plan."""
    opmerkingen: Tekst | None = None
    """What a reader must know of this state, shown under its tables."""
    plannen: tuple[Plan, ...] = ()
    """The records."""
    controle: tuple[Controle, ...] = ()
    """Published totals that the records must add up to."""
