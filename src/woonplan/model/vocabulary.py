"""The closed lists of the register: values of the national basic set and of the source document."""

from __future__ import annotations

from enum import StrEnum


class Soort(StrEnum):
    """A plan, or an aggregate of plans nobody itemised."""

    PLAN = "plan"
    VERZAMELPOST = "verzamelpost"


class SoortAantal(StrEnum):
    """Whether a number is gross, net of demolition, or of a kind the source does not tell."""

    BRUTO = "bruto"
    NETTO = "netto"
    ONBEKEND = "onbekend"


class Vertrouwelijkheid(StrEnum):
    """Who may see the plan, the widest circle first."""

    OPENBAAR = "openbaar"
    REGIO = "regio"
    PROVINCIE = "provincie"
    GEMEENTE = "gemeente"


class Projectfase(StrEnum):
    """Phase of the project, in order of progress."""

    STUDIE = "studie"
    START = "start"
    INITIATIEF = "initiatief"
    DEFINITIE = "definitie"
    ONTWERP = "ontwerp"
    VOORBEREIDING = "voorbereiding"
    BOUWVOORBEREIDING = "bouwvoorbereiding"
    REALISATIE_EERSTE_WONING = "realisatie_tot_eerste_woning"
    REALISATIE_LAATSTE_WONING = "realisatie_tot_laatste_woning"
    NAZORG = "nazorg"
    AFGEROND = "afgerond"
    ONBEKEND = "onbekend"


class Plantype(StrEnum):
    """Kind of site; all but the last two lie inside the existing built-up area (inbreiding)."""

    PAND_TRANSFORMATIE = "pand_transformatie"
    TRANSFORMATIEGEBIED = "transformatiegebied"
    TRANSFORMATIE = "transformatie"
    """Of a building or of an area: the source does not tell which."""
    HERSTRUCTURERING = "herstructurering"
    VERDICHTING = "verdichting"
    UITBREIDING_UITLEG = "uitbreiding_uitleg"
    UITBREIDING_OVERIG = "uitbreiding_overig"

    @property
    def inbreiding(self) -> bool:
        """Whether the site lies inside the existing built-up area."""
        return self not in (Plantype.UITBREIDING_UITLEG, Plantype.UITBREIDING_OVERIG)


class Knelpunt(StrEnum):
    """What holds a plan up."""

    AMBTELIJKE_CAPACITEIT = "ambtelijke_capaciteit"
    BEREIKBAARHEID = "bereikbaarheid"
    FLORA_FAUNA = "flora_fauna"
    GELUIDSHINDER = "geluidshinder"
    GRONDPOSITIE = "grondpositie"
    BELEID = "beleid"
    DRAAGVLAK = "maatschappelijk_draagvlak"
    NUTS = "nuts"
    ONRENDABELE_TOP = "onrendabele_top"
    SPUITZONES_MILIEU = "spuitzones_milieu"
    STIKSTOF = "stikstof"
    VERVUILDE_GROND = "vervuilde_grond"
    ANDERS = "anders"
    GEEN = "geen"


class Opdrachtgever(StrEnum):
    """Who commissions the homes."""

    GEMEENTE = "gemeente"
    WONINGCORPORATIE = "woningcorporatie"
    PROJECTONTWIKKELAAR = "projectontwikkelaar"
    PARTICULIEREN = "particulieren"
    MEERDERE = "meerdere"
    ANDERS = "anders"
    ONBEKEND = "onbekend"


class Strategie(StrEnum):
    """Spatial strategy (Woonagenda Twente, text lines 508-513); not binding, several per municipality."""

    BUITEN_WONEN = "buiten_wonen"
    RADIALEN = "wonen_langs_de_radialen"
    STEDELIJK_WONEN = "stedelijk_wonen"


class Sleutelsoort(StrEnum):
    """Kind of key project (Woonagenda Twente, text lines 794-823)."""

    STEDELIJK = "stedelijk"
    RADIALEN = "radialen"
    THEMATISCH = "thematisch"


class Doel(StrEnum):
    """Purpose of a key project (Woonagenda Twente, text lines 779-793)."""

    VERSNELLING = "versnelling"
    VITALITEIT = "vitaliteit"


class Afweging(StrEnum):
    """Outcome of the qualitative framework; recorded, never computed."""

    POSITIEF = "positief"
    NEGATIEF = "negatief"
    NIET_GETOETST = "niet_getoetst"


class Segmentdeel(StrEnum):
    """A part of one of the splits of a plan, which a target may be about."""

    EENGEZINS = "eengezins"
    MEERGEZINS = "meergezins"
    SOCIALE_HUUR = "sociale_huur"
    MIDDENHUUR = "middenhuur"
    DURE_HUUR = "dure_huur"
    BETAALBARE_KOOP = "betaalbare_koop"
    DURE_KOOP = "dure_koop"
    NULTREDEN = "nultreden"
    GECLUSTERD = "geclusterd"
    ZORGGESCHIKT = "zorggeschikt"
    REGULIER = "regulier"
    FLEXWONINGEN = "flexwoningen"
    REGULIER_PERMANENT = "regulier_permanent"


class Positie(StrEnum):
    """Position of a municipality in the region (Woonagenda Twente, text lines 1225-1228)."""

    STEDELIJK = "stedelijk"
    LANDELIJK_REGIONAAL = "landelijk_regionaal"
    LANDELIJK_LOKAAL = "landelijk_lokaal"
