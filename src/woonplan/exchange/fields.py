"""The one table between formats and the register: which column of which format is which field.

A field is a key of a plan in the register; parts of a block have a dot (``woningtype.eengezins``), and what goes by
year has the year or period behind one (``oplevering.2026``). How values are spelt stands in ``words``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import MappingProxyType

from woonplan.model.statussen import FIRST, LAST


class CellKind(Enum):
    """What a cell of a field holds."""

    TEKST = auto()
    TEKSTEN = auto()
    AANTAL = auto()
    JAAR = auto()
    DATUM = auto()
    WOORD = auto()
    WOORDEN = auto()
    STATUS = auto()
    JA_NEE = auto()
    GEMEENTE = auto()
    PERCENTAGE = auto()


@dataclass(frozen=True, slots=True)
class PlanField:
    """A field of a plan and its column in every format; empty where a format has none."""

    key: str
    kind: CellKind
    kop: str
    """Its header in our own table and template."""
    uitleg: str
    """What it means, for the sheet that explains the columns."""
    ook: tuple[str, ...] = ()
    """Other headers that a table of our own kind may have."""
    planmonitor: str = ""
    """Header of a base column, or label of a category."""
    nieuwekaart: str = ""
    diwi: str = ""
    negatief: bool = False
    """Whether De Nieuwe Kaart stores it as a number below 0."""
    sjabloon: bool = True
    """Whether the template has a column for it."""


_A, _W, _T, _J = CellKind.AANTAL, CellKind.WOORD, CellKind.TEKST, CellKind.JA_NEE

FIELDS: tuple[PlanField, ...] = (
    PlanField("id", _T, "id", "Kenmerk van het plan; laat leeg bij een nieuw plan.", diwi=""),
    PlanField("naam", _T, "naam", "Naam van het plan.", ("plannaam",), "Plannaam", "Plannaam", "Naam"),
    PlanField(
        "gemeente",
        CellKind.GEMEENTE,
        "gemeente",
        "De gemeente waarin het plan ligt.",
        ("gebied", "gemeentenaam", "gemeentecode", "gemeente of regio"),
        "Gemeente",
        "Gem_naam",
        "Gemeente",
    ),
    PlanField("plaats", _T, "plaats", "Stad, dorp of kern.", ("plaatsnaam", "kern"), "Plaatsnaam"),
    PlanField("locaties", CellKind.TEKSTEN, "locaties", "Locaties, met een puntkomma ertussen.", ("locatie",)),
    PlanField(
        "vertrouwelijkheid",
        _W,
        "vertrouwelijkheid",
        "Wie het plan mag zien. Leeg is alleen de gemeente.",
        (),
        "Vertrouwelijkheid",
        diwi="Vertrouwelijkheid",
    ),
    PlanField("opmerkingen", _T, "opmerkingen", "Opmerkingen.", ("opmerking", "toelichting"), "Opmerkingen"),
    PlanField(
        "planstatus",
        CellKind.STATUS,
        "planstatus",
        f"Planologische status: {FIRST} tot en met {LAST}, of alleen hard of zacht.",
        ("status", "status planologisch"),
        "Status Planologisch",
        "Planstatus",
    ),
    PlanField("projectfase", _W, "projectfase", "Fase van het project.", ("fase",), "Status Project"),
    PlanField(
        "knelpunten",
        CellKind.WOORDEN,
        "knelpunten",
        "Wat het plan ophoudt, met een puntkomma ertussen.",
        (),
        "Knelpunten",
    ),
    PlanField("realisatiekans", CellKind.PERCENTAGE, "realisatiekans", "Kans dat het plan doorgaat, in procenten."),
    PlanField("prioriteit", _J, "prioriteit", "Of de gemeente het plan voorrang geeft: ja of nee."),
    PlanField("jaar_hard", CellKind.JAAR, "jaar hard", "Jaar waarin een zacht plan naar verwachting hard wordt."),
    PlanField("woningen", _A, "woningen", "Alle woningen van het plan, bruto.", (), "Nieuwbouw"),
    PlanField(
        "woningen_min",
        _A,
        "woningen minimaal",
        "Het laagste aantal, als het aantal niet vaststaat.",
        ("woningen min", "woningen (laagst)"),
    ),
    PlanField(
        "woningen_max",
        _A,
        "woningen maximaal",
        "Het hoogste aantal, als het aantal niet vaststaat.",
        ("woningen max", "woningen (hoogst)"),
    ),
    PlanField("precisie", _W, "precisie", "Hoe precies het aantal is: exact, circa, minimaal of maximaal."),
    PlanField("gerealiseerd", _A, "gerealiseerd", "Woningen die al zijn opgeleverd. Vul 0 in als dat er geen zijn."),
    PlanField(
        "restant",
        _A,
        "restant",
        "Woningen die nog komen; alleen als het totaal niet bekend is.",
        ("aantalrest", "restcapaciteit"),
        nieuwekaart="Aantalrest",
    ),
    PlanField("sloop", _A, "sloop", "Woningen die voor het plan worden gesloopt.", (), "Sloop", "Sloop", negatief=True),
    PlanField("sloop_gerealiseerd", _A, "sloop gerealiseerd", "Daarvan al gesloopt."),
    PlanField("sloop_restant", _A, "sloop restant", "Sloop die nog komt.", sjabloon=False),
    PlanField("soort_aantal", _W, "soort aantal", "Bruto of netto, als het van het bestand afwijkt.", sjabloon=False),
    PlanField("oplevering", _A, "oplevering", "Woningen die in dit jaar worden opgeleverd."),
    PlanField("sloop_jaar", _A, "sloop jaar", "Woningen die in dit jaar worden gesloopt.", sjabloon=False),
    PlanField("start", CellKind.JAAR, "start", "Jaar waarin de bouw begint.", ("start bouw",)),
    PlanField("plantype", _W, "plantype", "Soort locatie.", (), "Plantype", "Plantype", "Plan soort"),
    PlanField("transformatiepotentie", _J, "transformatiepotentie", "Of er gebouwen te transformeren zijn: ja of nee."),
    PlanField("opdrachtgever", _W, "opdrachtgever", "Wie de woningen laat bouwen.", (), "Opdrachtegever"),
    PlanField("studentenwoningen", _A, "studentenwoningen", "Woningen voor studenten.", (), "Studentenwoningen"),
    PlanField(
        "woningtype.eengezins",
        _A,
        "eengezins",
        "Eengezinswoningen.",
        ("grondgebonden",),
        "Eengezins",
        "WTYPGGB",
        "Eengezins woning",
    ),
    PlanField(
        "woningtype.meergezins",
        _A,
        "meergezins",
        "Woningen in een gebouw met meer woningen.",
        ("appartementen",),
        "Meergezins",
        "WTYPAPP",
        "Meergezins woning",
    ),
    PlanField(
        "woningtype.onbekend",
        _A,
        "woningtype onbekend",
        "Woningen waarvan het type niet bekend is.",
        (),
        "Woningtype Onbekend",
        "WTYPONB",
        "Woning type onbekend",
    ),
    PlanField("betaalbaarheid.sociale_huur", _A, "sociale huur", "Sociale huur.", (), "Sociale huur"),
    PlanField("betaalbaarheid.middenhuur", _A, "middenhuur", "Middenhuur.", ("middeldure huur",), "Huur middenhuur"),
    PlanField("betaalbaarheid.dure_huur", _A, "dure huur", "Dure huur.", (), "Huur dure huur"),
    PlanField(
        "betaalbaarheid.huur_onbekend",
        _A,
        "huur onbekend",
        "Huur, prijsklasse niet bekend.",
        ("huur",),
        "Huur onbekend",
        "HUUR",
    ),
    PlanField("betaalbaarheid.betaalbare_koop", _A, "betaalbare koop", "Betaalbare koop.", (), "Koop betaalbare koop"),
    PlanField("betaalbaarheid.dure_koop", _A, "dure koop", "Dure koop.", (), "Koop dure koop"),
    PlanField(
        "betaalbaarheid.koop_onbekend",
        _A,
        "koop onbekend",
        "Koop, prijsklasse niet bekend.",
        ("koop",),
        "Koop onbekend",
        "KOOP",
        "Koopwoning",
    ),
    PlanField(
        "betaalbaarheid.onbekend",
        _A,
        "huur of koop onbekend",
        "Niet bekend of het huur of koop wordt.",
        ("onbekend koop of huur",),
        "Onbekend Koop of Huur",
        "HRKPONB",
        "Eigendom type onbekend",
    ),
    PlanField("zorg.nultreden", _A, "nultreden", "Nultredenwoningen.", (), "Nultreden"),
    PlanField("zorg.geclusterd", _A, "geclusterd", "Geclusterde woningen voor ouderen.", (), "Geclusterd"),
    PlanField("zorg.zorggeschikt", _A, "zorggeschikt", "Zorggeschikte woningen.", (), "Zorggeschikt"),
    PlanField("zorg.regulier", _A, "regulier", "Woningen zonder zorg.", (), "Regulier"),
    PlanField("zorg.onbekend", _A, "zorg onbekend", "Niet bekend.", (), "Wonen en zorg Onbekend"),
    PlanField("flex.flexwoningen", _A, "flexwoningen", "Tijdelijke woningen, ten hoogste 15 jaar.", (), "Flexwoningen"),
    PlanField("flex.regulier_permanent", _A, "permanente woningen", "Permanente woningen.", (), "Regulier permanent"),
    PlanField("flex.onbekend", _A, "flex onbekend", "Niet bekend of de woning tijdelijk is.", (), sjabloon=False),
    PlanField("strategie", _W, "strategie", "Ruimtelijke strategie.", sjabloon=False),
    PlanField("woonmilieu", _T, "woonmilieu", "Woonmilieu.", (), "Woonmilieu"),
    PlanField(
        "sleutelproject", _J, "sleutelproject", "Of het een sleutelproject is.", (), "Sleutelproject", sjabloon=False
    ),
    PlanField("afwegingskader", _W, "afwegingskader", "Uitkomst van het afwegingskader.", sjabloon=False),
    PlanField("in_ontwikkeling", _J, "in ontwikkeling", "Of er aan het plan gewerkt wordt: ja of nee."),
    PlanField(
        "herkomst", _W, "herkomst", "Hoe het getal in het register kwam.", (), nieuwekaart="schatting", sjabloon=False
    ),
    PlanField(
        "bijgewerkt", CellKind.DATUM, "bijgewerkt", "Wanneer het plan is bijgewerkt.", ("datum",), nieuwekaart="datum"
    ),
)  # fmt: skip
"""Every field that a file can give, in the order in which a record is written."""

BY_KEY: Mapping[str, PlanField] = MappingProxyType({field.key: field for field in FIELDS})

ORDER: Mapping[str, int] = MappingProxyType({key: number for number, key in enumerate(BY_KEY)})

SPLITS: tuple[str, ...] = ("woningtype", "betaalbaarheid", "zorg", "flex")
"""Blocks whose parts add up to the homes of the plan."""

PHASED: tuple[str, ...] = ("oplevering", "sloop_jaar")
"""Blocks by year, period or unknown."""

NOT_YET: Mapping[str, str] = MappingProxyType(
    {
        "projectfase: vervallen": "de lijst van fasen heeft geen woord voor een vervallen plan",
        "projectfase: realisatie": "er staat niet bij of de eerste woning al is opgeleverd",
        "sleutelproject: ja": "er staat niet bij of het een stedelijk, radialen- of thematisch sleutelproject is",
    }
)
"""What sources say and the register cannot express yet, with what is said of it.

Taking a line out makes it be written: the one place to change when the model can."""


def parent(key: str) -> str:
    """Return the block of a key: ``oplevering`` of ``oplevering.2026``."""
    return key.partition(".")[0]


@cache
def field_of(key: str) -> PlanField:
    """Return the field that a key belongs to; a year belongs to its block."""
    return BY_KEY.get(key) or BY_KEY[parent(key)]


@cache
def order(key: str) -> tuple[int, str]:
    """Return where a key stands in a record: fields in the order of the table, years in the order of time."""
    return ORDER.get(key, ORDER.get(parent(key), ORDER["gemeente"])), key
