"""The one table between formats and the register: which column of which format is which field.

A field is a key of a plan in the register; parts of a block have a dot (``woningtype.eengezins``), and what goes by
year has the year or period behind one (``oplevering.2026``). How values are spelt stands in ``words``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import MappingProxyType

from woonplan.model.base import FIRST_YEAR, LAST_YEAR


class Kind(Enum):
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
class Field:
    """A field of a plan and its column in every format; empty where a format has none."""

    key: str
    kind: Kind
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


_A, _W, _T, _J = Kind.AANTAL, Kind.WOORD, Kind.TEKST, Kind.JA_NEE

FIELDS: tuple[Field, ...] = (
    Field("id", _T, "id", "Kenmerk van het plan; laat leeg bij een nieuw plan.", diwi=""),
    Field("naam", _T, "naam", "Naam van het plan.", ("plannaam",), "Plannaam", "Plannaam", "Naam"),
    Field(
        "gemeente",
        Kind.GEMEENTE,
        "gemeente",
        "De gemeente waarin het plan ligt.",
        ("gebied", "gemeentenaam", "gemeentecode", "gemeente of regio"),
        "Gemeente",
        "Gem_naam",
        "Gemeente",
    ),
    Field("plaats", _T, "plaats", "Stad, dorp of kern.", ("plaatsnaam", "kern"), "Plaatsnaam"),
    Field("locaties", Kind.TEKSTEN, "locaties", "Locaties, met een puntkomma ertussen.", ("locatie",)),
    Field(
        "vertrouwelijkheid",
        _W,
        "vertrouwelijkheid",
        "Wie het plan mag zien. Leeg is alleen de gemeente.",
        (),
        "Vertrouwelijkheid",
        diwi="Vertrouwelijkheid",
    ),
    Field("opmerkingen", _T, "opmerkingen", "Opmerkingen.", ("opmerking", "toelichting"), "Opmerkingen"),
    Field(
        "planstatus",
        Kind.STATUS,
        "planstatus",
        "Planologische status: 1A tot en met 5B, of alleen hard of zacht.",
        ("status", "status planologisch"),
        "Status Planologisch",
        "Planstatus",
    ),
    Field("projectfase", _W, "projectfase", "Fase van het project.", ("fase",), "Status Project"),
    Field(
        "knelpunten", Kind.WOORDEN, "knelpunten", "Wat het plan ophoudt, met een puntkomma ertussen.", (), "Knelpunten"
    ),
    Field("realisatiekans", Kind.PERCENTAGE, "realisatiekans", "Kans dat het plan doorgaat, in procenten."),
    Field("prioriteit", _J, "prioriteit", "Of de gemeente het plan voorrang geeft: ja of nee."),
    Field("jaar_hard", Kind.JAAR, "jaar hard", "Jaar waarin een zacht plan naar verwachting hard wordt."),
    Field("woningen", _A, "woningen", "Alle woningen van het plan, bruto.", (), "Nieuwbouw"),
    Field(
        "woningen_min",
        _A,
        "woningen minimaal",
        "Het laagste aantal, als het aantal niet vaststaat.",
        ("woningen min", "woningen (laagst)"),
    ),
    Field(
        "woningen_max",
        _A,
        "woningen maximaal",
        "Het hoogste aantal, als het aantal niet vaststaat.",
        ("woningen max", "woningen (hoogst)"),
    ),
    Field("precisie", _W, "precisie", "Hoe precies het aantal is: exact, circa, minimaal of maximaal."),
    Field("gerealiseerd", _A, "gerealiseerd", "Woningen die al zijn opgeleverd. Vul 0 in als dat er geen zijn."),
    Field(
        "restant",
        _A,
        "restant",
        "Woningen die nog komen; alleen als het totaal niet bekend is.",
        ("aantalrest", "restcapaciteit"),
        nieuwekaart="Aantalrest",
    ),
    Field("sloop", _A, "sloop", "Woningen die voor het plan worden gesloopt.", (), "Sloop", "Sloop", negatief=True),
    Field("sloop_gerealiseerd", _A, "sloop gerealiseerd", "Daarvan al gesloopt."),
    Field("sloop_restant", _A, "sloop restant", "Sloop die nog komt.", sjabloon=False),
    Field("soort_aantal", _W, "soort aantal", "Bruto of netto, als het van het bestand afwijkt.", sjabloon=False),
    Field("oplevering", _A, "oplevering", "Woningen die in dit jaar worden opgeleverd."),
    Field("sloop_jaar", _A, "sloop jaar", "Woningen die in dit jaar worden gesloopt.", sjabloon=False),
    Field("start", Kind.JAAR, "start", "Jaar waarin de bouw begint.", ("start bouw",)),
    Field("plantype", _W, "plantype", "Soort locatie.", (), "Plantype", "Plantype", "Plan soort"),
    Field("transformatiepotentie", _J, "transformatiepotentie", "Of er gebouwen te transformeren zijn: ja of nee."),
    Field("opdrachtgever", _W, "opdrachtgever", "Wie de woningen laat bouwen.", (), "Opdrachtegever"),
    Field("studentenwoningen", _A, "studentenwoningen", "Woningen voor studenten.", (), "Studentenwoningen"),
    Field(
        "woningtype.eengezins",
        _A,
        "eengezins",
        "Eengezinswoningen.",
        ("grondgebonden",),
        "Eengezins",
        "WTYPGGB",
        "Eengezins woning",
    ),
    Field(
        "woningtype.meergezins",
        _A,
        "meergezins",
        "Woningen in een gebouw met meer woningen.",
        ("appartementen",),
        "Meergezins",
        "WTYPAPP",
        "Meergezins woning",
    ),
    Field(
        "woningtype.onbekend",
        _A,
        "woningtype onbekend",
        "Woningen waarvan het type niet bekend is.",
        (),
        "Woningtype Onbekend",
        "WTYPONB",
        "Woning type onbekend",
    ),
    Field("betaalbaarheid.sociale_huur", _A, "sociale huur", "Sociale huur.", (), "Sociale huur"),
    Field("betaalbaarheid.middenhuur", _A, "middenhuur", "Middenhuur.", ("middeldure huur",), "Huur middenhuur"),
    Field("betaalbaarheid.dure_huur", _A, "dure huur", "Dure huur.", (), "Huur dure huur"),
    Field(
        "betaalbaarheid.huur_onbekend",
        _A,
        "huur onbekend",
        "Huur, prijsklasse niet bekend.",
        ("huur",),
        "Huur onbekend",
        "HUUR",
    ),
    Field("betaalbaarheid.betaalbare_koop", _A, "betaalbare koop", "Betaalbare koop.", (), "Koop betaalbare koop"),
    Field("betaalbaarheid.dure_koop", _A, "dure koop", "Dure koop.", (), "Koop dure koop"),
    Field(
        "betaalbaarheid.koop_onbekend",
        _A,
        "koop onbekend",
        "Koop, prijsklasse niet bekend.",
        ("koop",),
        "Koop onbekend",
        "KOOP",
        "Koopwoning",
    ),
    Field(
        "betaalbaarheid.onbekend",
        _A,
        "huur of koop onbekend",
        "Niet bekend of het huur of koop wordt.",
        ("onbekend koop of huur",),
        "Onbekend Koop of Huur",
        "HRKPONB",
        "Eigendom type onbekend",
    ),
    Field("zorg.nultreden", _A, "nultreden", "Nultredenwoningen.", (), "Nultreden"),
    Field("zorg.geclusterd", _A, "geclusterd", "Geclusterde woningen voor ouderen.", (), "Geclusterd"),
    Field("zorg.zorggeschikt", _A, "zorggeschikt", "Zorggeschikte woningen.", (), "Zorggeschikt"),
    Field("zorg.regulier", _A, "regulier", "Woningen zonder zorg.", (), "Regulier"),
    Field("zorg.onbekend", _A, "zorg onbekend", "Niet bekend.", (), "Wonen en zorg Onbekend"),
    Field("flex.flexwoningen", _A, "flexwoningen", "Tijdelijke woningen, ten hoogste 15 jaar.", (), "Flexwoningen"),
    Field("flex.regulier_permanent", _A, "permanente woningen", "Permanente woningen.", (), "Regulier permanent"),
    Field("flex.onbekend", _A, "flex onbekend", "Niet bekend of de woning tijdelijk is.", (), sjabloon=False),
    Field("strategie", _W, "strategie", "Ruimtelijke strategie.", sjabloon=False),
    Field("woonmilieu", _T, "woonmilieu", "Woonmilieu.", (), "Woonmilieu"),
    Field(
        "sleutelproject", _J, "sleutelproject", "Of het een sleutelproject is.", (), "Sleutelproject", sjabloon=False
    ),
    Field("afwegingskader", _W, "afwegingskader", "Uitkomst van het afwegingskader.", sjabloon=False),
    Field("in_ontwikkeling", _J, "in ontwikkeling", "Of er aan het plan gewerkt wordt: ja of nee."),
    Field(
        "herkomst", _W, "herkomst", "Hoe het getal in het register kwam.", (), nieuwekaart="schatting", sjabloon=False
    ),
    Field("bijgewerkt", Kind.DATUM, "bijgewerkt", "Wanneer het plan is bijgewerkt.", ("datum",), nieuwekaart="datum"),
)  # fmt: skip
"""Every field that a file can give, in the order in which a record is written."""

BY_KEY: Mapping[str, Field] = MappingProxyType({field.key: field for field in FIELDS})

ORDER: Mapping[str, int] = MappingProxyType({key: number for number, key in enumerate(BY_KEY)})

SPLITS: tuple[str, ...] = ("woningtype", "betaalbaarheid", "zorg", "flex")
"""Blocks whose parts add up to the homes of the plan."""

PHASED: tuple[str, ...] = ("oplevering", "sloop_jaar")
"""Blocks by year, period or unknown."""

NOT_YET: Mapping[str, str] = MappingProxyType(
    {
        "plantype: transformatie": "er staat niet bij of het om een pand of een gebied gaat",
        "projectfase: vervallen": "de lijst van fasen heeft geen woord voor een vervallen plan",
        "projectfase: realisatie": "er staat niet bij of de eerste woning al is opgeleverd",
        "sleutelproject: ja": "er staat niet bij of het een stedelijk, radialen- of thematisch sleutelproject is",
        "sloop_restant": "het register kent alleen alle sloop van een plan; wat nog komt staat daarom bij 'sloop'",
        "oplevering: open": "een periode zonder einde bestaat nog niet; de woningen staan bij 'onbekend'",
        "bestand: vertrouwelijkheid": "een bestand kan geen vertrouwelijkheid hebben; elk plan krijgt haar zelf",
    }
)
"""What sources say and the register cannot express yet, with what is said of it.

Taking a line out makes it be written: the one place to change when the model can."""

_PERIOD = re.compile(r"(\d{4})(?:\s*(?:-|t/m|tot en met|/)\s*(\d{4}))?")
_PHASED = re.compile(r"(oplevering|sloop)[\s_.\-]*(?:jaar)?[\s_.\-]*(.+)")
_OPEN = re.compile(r"(?:na|vanaf)?\s*(\d{4})\s*(?:-|\+|e\.?v\.?|en verder|en later)?")


def fold(text: str) -> str:
    """Return a header or word without what people vary: letter case, spaces, underscores and hyphens."""
    return " ".join(re.split(r"[\s_\-]+", text.casefold().strip(" .:*")))


@cache
def headers(format_name: str) -> Mapping[str, str]:
    """Return the headers of a format, folded, with the key of the field each belongs to.

    Args:
        format_name: ``kop`` (our own table, with its other spellings), ``planmonitor``, ``nieuwekaart`` or ``diwi``.
    """
    found: dict[str, str] = {}
    for field in FIELDS:
        name: str = getattr(field, format_name)
        others = (*field.ook, field.key.replace(".", " "), field.key) if format_name == "kop" else ()
        for header in (name, *others):
            if header:
                found.setdefault(fold(header), field.key)
    return MappingProxyType(found)


def own_key(header: str) -> str | None:
    """Return the key of the field that a header of our own table names: also ``oplevering 2026`` and ``2026``."""
    text = fold(header)
    key = headers("kop").get(text)
    if key in PHASED:
        return None  # it says no year
    if key is not None:
        return key
    match = _PHASED.fullmatch(header.casefold().strip())
    if match is not None:
        year = period(match[2])
        return f"{'oplevering' if match[1] == 'oplevering' else 'sloop_jaar'}.{year}" if year else None
    year = period(header)
    return f"oplevering.{year}" if year and year != "onbekend" else None


def period(text: str) -> str | None:
    """Return a year, a period or ``onbekend`` as the register writes it; None for anything else."""
    text = text.casefold().strip().replace("_", "-").replace("\u2013", "-")
    if text in ("onbekend", "zonder jaar", "jaar onbekend"):
        return "onbekend"
    match = _PERIOD.fullmatch(text)
    if match is None:
        if _OPEN.fullmatch(text) and "oplevering: open" in NOT_YET:
            return "onbekend"
        return f"{open_year[1]}-" if (open_year := _OPEN.fullmatch(text)) else None
    first, last = match[1], match[2] or match[1]
    if not FIRST_YEAR <= int(first) <= int(last) <= LAST_YEAR:
        return None
    return first if first == last else f"{first}-{last}"


def parent(key: str) -> str:
    """Return the block of a key: ``oplevering`` of ``oplevering.2026``."""
    return key.partition(".")[0]


@cache
def field_of(key: str) -> Field:
    """Return the field that a key belongs to; a year belongs to its block."""
    return BY_KEY.get(key) or BY_KEY[parent(key)]


@cache
def order(key: str) -> tuple[int, str]:
    """Return where a key stands in a record: fields in the order of the table, years in the order of time."""
    return ORDER.get(key, ORDER.get(parent(key), ORDER["gemeente"])), key
