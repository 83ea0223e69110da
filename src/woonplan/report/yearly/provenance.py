"""The end of every report: what it was made from, with which program, and which figures have no plain source."""

from __future__ import annotations

from collections.abc import Collection

from woonplan import __version__
from woonplan.calc.number.figure import Figure
from woonplan.calc.report.origins import by_origin, documents_used, sourced
from woonplan.model.source import Herkomst
from woonplan.report.cells import value, when
from woonplan.report.heading import inputs
from woonplan.report.words import about, dutch_date
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Key
from woonplan.tables.look import COUNT
from woonplan.tables.table import Column, Kind, Row, Table

MANY = 20
"""So many ids of a kind are listed; of more, how many more."""

_FACTS = (Column("gegeven", "gegeven"), Column("waarde", "waarde"))
_FILES = (Column("bestand", "bestand"), Column("sha256", "sha256"), Column("opmerking", "opmerking", drop=1))
_DOCUMENTS = (
    Column("document", "document"),
    Column("uitgever", "uitgever", drop=1),
    Column("datum", "datum"),
    Column("adres", "adres", drop=2),
)
_ORIGINS = (
    Column("herkomst", "herkomst"),
    Column("aantal", "aantal cijfers", Kind.COUNT),
    Column("welke", "welke", drop=1),
)
_PART = "van wat op dit niveau zichtbaar is, niet van het bestand"


def provenance_tables(year: Year, parameters: Collection[str], counted: str) -> tuple[Table, ...]:
    """Return the tables that every report ends with.

    Args:
        year: The report.
        parameters: The ids of the agreements that it used.
        counted: How the homes of its capacity are counted, in words; empty where its columns say that.
    """
    dataset = year.dataset
    found = sourced(year.view, year.jaar)
    run = (
        Row("programma", ("programma", f"woonplan {__version__}")),
        Row("peildatum", ("peildatum van de stand", dutch_date(dataset.stand.kop.peildatum))),
        Row("jaar", ("jaar", str(year.jaar))),
        *when(counted, Row("aantallen", ("plancapaciteit", counted))),
        Row("niveau", ("vertrouwelijkheid", str(dataset.niveau))),
        Row("fictief", ("verzonnen register", "ja" if dataset.fictief else "nee")),
    )
    used_files = tuple(
        Row(invoer.bestand, (invoer.bestand, invoer.sha256, _PART if partial else ""))
        for invoer, partial in inputs(year.seen, year.agenda_invoer)
    )
    used = documents_used(dataset, year.agenda, found, year.jaar, parameters)
    kinds = by_origin(found)
    origins = tuple(
        Row(str(kind), (Key(kind), value(figure, look=COUNT), "" if kind is Herkomst.BRON else _listed(figure)))
        for kind, figure in kinds.items()
    )
    doubtful = sum(len(kinds[kind].parts) for kind in (Herkomst.AANNAME, Herkomst.FICTIEF))
    notes = (
        "cijfers: de plannen van de stand, de uitspraken van de opgave en de voorraad van het jaar.",
        *when(doubtful, f"{doubtful} van {len(found)} cijfers zijn aanname of fictief: niet voor besluiten gebruiken."),
    )
    return (
        Table("verantwoording", "Verantwoording", _FACTS, run),
        Table("invoer", "Gebruikte bestanden", _FILES, used_files),
        Table("bronnen", "Gebruikte bronnen", _DOCUMENTS, tuple(Row(bron.id, about(bron)) for bron in used)),
        Table("herkomst_cijfers", "Herkomst van de cijfers", _ORIGINS, origins, notes),
    )


def _listed(figure: Figure) -> str:
    ids = [part.name for part in figure.parts]
    more = f" en nog {len(ids) - MANY}" if len(ids) > MANY else ""
    return f"{', '.join(ids[:MANY])}{more}"
