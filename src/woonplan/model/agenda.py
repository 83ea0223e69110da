"""`agenda.yaml`: what was agreed. Parameters of the policy rules, price limits by year, and the numbered actions."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from woonplan.model.base import Datum, Id, Jaar, JaNee, Tekst, Versie
from woonplan.model.parameter import Parameter
from woonplan.model.sleutel import AangewezenProject, Sleutelthema
from woonplan.model.source import Bron, Herkomst, Herleidbaar
from woonplan.model.streefdoel import NietBerekenbaar, Streefdoel
from woonplan.model.toezegging import Actie, Verplichting

MAX_CENT = 1_000_000_000
"""No price limit is higher: ten million euros."""

Bedrag = Annotated[int, Field(strict=True, ge=0, le=MAX_CENT)]


class Afspraaksoort(StrEnum):
    """An agreement without a number that a policy rule rests on: without it the rule judges nothing."""

    TOETS_HARD = "toets-harde-plannen"
    """Hard plans, and soft ones that are to become hard, are tested against the qualitative framework."""
    ZACHT_PASSEND = "zachte-plannen-passend"
    """Soft plans are made hard where they fit the qualitative framework."""
    JAAR_HARD = "jaar-hard-zachte-plannen"
    """Of every soft plan it is known when it is to become hard."""
    EIGEN_BEHOEFTE = "eigen-behoefte-landelijk"
    """Rural municipalities build at least for their own need."""
    UITSPLITSING = "uitsplitsing-programma"
    """Of every plan the fields of `velden` are filled in."""
    INVENTARISATIE = "inventarisatie-velden"
    """The yearly inventory gives the fields of `velden`, of the plans that they hold for."""


class Planveld(StrEnum):
    """A field of a plan that an agreement may ask for."""

    BETAALBAARHEID = "betaalbaarheid"
    WONINGTYPE = "woningtype"
    WOONMILIEU = "woonmilieu"
    ZORG = "zorg"
    FLEX = "flex"
    PLANTYPE = "plantype"
    PROJECTFASE = "projectfase"
    OPDRACHTGEVER = "opdrachtgever"
    STRATEGIE = "strategie"
    PRIORITEIT = "prioriteit"
    TRANSFORMATIEPOTENTIE = "transformatiepotentie"
    REALISATIEKANS = "realisatiekans"
    START = "start"
    OPLEVERING = "oplevering"
    SLOOP = "sloop"
    GEREALISEERD = "gerealiseerd"
    BIJGEWERKT = "bijgewerkt"


class Prijssoort(StrEnum):
    """What a price limit bounds; rents are a month, prices are for the whole home."""

    SOCIALE_HUUR = "sociale_huur"
    MIDDENHUUR = "middenhuur"
    BETAALBARE_KOOP = "betaalbare_koop"
    NHG = "nhg"


class Grenswaarde(StrEnum):
    """What holds for a home at exactly the limit."""

    INCLUSIEF = "inclusief"
    EXCLUSIEF = "exclusief"
    VERSCHILT = "verschilt"


class Gemeentegroep(Herleidbaar):
    """Municipalities that a source names together, for the rules that hold for them only."""

    id: Id
    """Name by which a rule asks for the group; unique among parameters and groups."""
    naam: Tekst
    """What binds them, in words."""
    gemeenten: tuple[Tekst, ...]
    """Names of the municipalities, as in the register."""
    toelichting: Tekst | None = None
    """What to know of the group, such as another grouping it must not be mixed up with."""


class Afspraak(Herleidbaar):
    """An agreement without a number; the rule that rests on it fires only where it is in this file."""

    id: Afspraaksoort
    """Which agreement it is; a rule asks for it by this name."""
    naam: Tekst
    """What was agreed, in words."""
    velden: tuple[Planveld, ...] = ()
    """The fields of a plan that it asks for, of an agreement on fields."""
    toelichting: Tekst | None = None
    """What the source leaves open or says otherwise in another place."""


class Opsomming(Herleidbaar):
    """A list that a source gives of something, to be held against its other lists of the same."""

    id: Id
    """Name of the list; unique among lists."""
    onderwerp: Tekst
    """What it is a list of; lists with the same subject are compared."""
    leden: tuple[Tekst, ...]
    """What it names, in words that are the same for the same thing in every list."""


class Prijsgrens(Herleidbaar):
    """A highest rent (a month) or price that counts as one class, in a calendar year or a part of it."""

    jaar: Jaar
    """Calendar year it holds in."""
    soort: Prijssoort
    """The class that it is the upper limit of; `grenswaarde` says whether the limit itself is inside."""
    bedrag_cent: Bedrag
    """Limit in whole eurocents."""
    bedrag_nieuwbouw_cent: Bedrag | None = None
    """Limit for new homes where the rules allow a surcharge on them, in whole eurocents."""
    herkomst_nieuwbouw: Herkomst | None = None
    """How `bedrag_nieuwbouw_cent` came here, where that is otherwise than the limit itself."""
    grenswaarde: Grenswaarde | None = None
    """Whether a home at exactly the limit is in the class (`inclusief`: up to and including) or not (`exclusief`:
    below), or whether that differs from rule to rule (`verschilt`; `toelichting` says how). Absent: not said."""
    vanaf: Datum | None = None
    """First day it holds within the year; absent: from 1 January."""
    tot: Datum | None = None
    """End within the year (exclusive): the first day it no longer holds; absent: to the end of the year."""
    afgerond: JaNee = False
    """Whether the source gives whole euros of a limit that has cents: the limit itself is less than 1 euro away."""
    toelichting: Tekst | None = None
    """Remarks on the limit."""


class Agendabestand(Herleidbaar):
    """The file `agenda.yaml`; its own `bron` is that of everything in it which names no other."""

    versie: Versie
    """Version of the file format; this program reads version 1."""
    vaststellingsdatum: Datum | None = None
    """Date of adoption: what "nu" and "heden" in the actions mean. Absent: the source gives none."""
    bronnen: tuple[Bron, ...] = ()
    """Documents that only this file refers to; those in `gemeenten.yaml` are known as well."""
    parameters: tuple[Parameter, ...] = ()
    """Numbers in the policy rules."""
    gemeentegroepen: tuple[Gemeentegroep, ...] = ()
    """Municipalities that rules name together."""
    afspraken: tuple[Afspraak, ...] = ()
    """Agreements without a number."""
    opsommingen: tuple[Opsomming, ...] = ()
    """Lists that are held against each other."""
    prijsgrenzen: tuple[Prijsgrens, ...] = ()
    """Price limits by year. A year or class that is absent is unknown."""
    ondertekenaars: tuple[Tekst, ...] = ()
    """Who the text means by "we": the parties that signed it."""
    acties: tuple[Actie, ...] = ()
    """The numbered actions."""
    verplichtingen: tuple[Verplichting, ...] = ()
    """What the text asks for outside its numbered actions."""
    sleutelprojecten: tuple[AangewezenProject, ...] = ()
    """The key projects and the projects of key areas that the text names."""
    sleutelthemas: tuple[Sleutelthema, ...] = ()
    """The themes that the text names for key areas."""
    doelen: tuple[Streefdoel, ...] = ()
    """Goals that are no number of homes."""
    niet_berekenbaar: tuple[NietBerekenbaar, ...] = ()
    """What in the text cannot be computed, and why not."""

    @cached_property
    def _parameters(self) -> dict[str, Parameter]:
        return {parameter.id: parameter for parameter in self.parameters}

    def parameter(self, parameter_id: str) -> Parameter | None:
        """Return the parameter with this id, or None."""
        return self._parameters.get(parameter_id)

    def groep(self, groep_id: str) -> Gemeentegroep | None:
        """Return the group of municipalities with this id, or None."""
        return next((groep for groep in self.gemeentegroepen if groep.id == groep_id), None)

    def afspraak(self, soort: Afspraaksoort) -> Afspraak | None:
        """Return the agreement of this kind, or None."""
        return next((afspraak for afspraak in self.afspraken if afspraak.id is soort), None)

    def afgesproken(self, naam: str) -> Parameter | Gemeentegroep | Afspraak | None:
        """Return the agreement that a rule asks for by name; None where there is none, or the source says "none"."""
        parameter = self.parameter(naam)
        if parameter is not None:
            return parameter if parameter.waarden else None
        return self.groep(naam) or next((afspraak for afspraak in self.afspraken if afspraak.id == naam), None)

    def actie(self, nummer: int) -> Actie | None:
        """Return the action with this number, or None."""
        return self._acties.get(nummer)

    @cached_property
    def _acties(self) -> dict[int, Actie]:
        return {actie.nummer: actie for actie in reversed(self.acties)}

    def verwant(self, nummer: int) -> tuple[int, ...]:
        """Return the numbers related to an action, whichever of the two names the other, in rising order."""
        named = {other for actie in self.acties if actie.nummer == nummer for other in actie.verwant}
        naming = {actie.nummer for actie in self.acties if nummer in actie.verwant}
        return tuple(sorted(named | naming))
