"""The end of every report: what it was made from, with which program, and which figures have no plain source."""

from __future__ import annotations

from collections.abc import Collection

from woonplan import __version__
from woonplan.calc.report.origins import by_origin, documents_used, origin_figures, sourced
from woonplan.model.source import Herkomst
from woonplan.model.stand import Invoer
from woonplan.report.cells import value
from woonplan.report.words import dutch_date
from woonplan.report.yearly.year import Year
from woonplan.tables import COUNT, Column, Json, Kind, Row, Table

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


def files(year: Year) -> tuple[tuple[Invoer, bool], ...]:
    """Return the input files, and of each whether only a part of it was used."""
    found: dict[str, tuple[Invoer, bool]] = {}
    for seen in (year.seen, year.earlier):
        for invoer in seen.dataset.invoer if seen else ():
            found[invoer.bestand] = (invoer, seen is not None and invoer.bestand in seen.partial)
    if year.agenda_invoer is not None:
        found[year.agenda_invoer.bestand] = (year.agenda_invoer, False)
    return tuple(found.values())


def files_json(year: Year) -> Json:
    """Return the input files for machines."""
    return [
        {"bestand": invoer.bestand, "sha256": invoer.sha256, **({"deel": "zichtbaar"} if partial else {})}
        for invoer, partial in files(year)
    ]


def provenance_tables(year: Year, parameters: Collection[str], counted: str) -> tuple[Table, ...]:
    """Return the tables that every report ends with.

    Args:
        year: The report.
        parameters: The ids of the agreements that it used.
        counted: How the homes of its capacity are counted, in words; empty where its columns say that.
    """
    dataset = year.dataset
    figures = sourced(year.view, year.jaar)
    run = (
        Row("programma", ("programma", f"woonplan {__version__}")),
        Row("peildatum", ("peildatum van de stand", dutch_date(dataset.stand.kop.peildatum))),
        Row("jaar", ("jaar", str(year.jaar))),
        *((Row("aantallen", ("plancapaciteit", counted)),) if counted else ()),
        Row("niveau", ("vertrouwelijkheid", str(year.seen.level))),
        Row("fictief", ("verzonnen register", "ja" if dataset.fictief else "nee")),
    )
    inputs = tuple(
        Row(invoer.bestand, (invoer.bestand, invoer.sha256, _PART if partial else ""))
        for invoer, partial in files(year)
    )
    documents = tuple(
        Row(bron.id, (bron.titel, bron.uitgever or "onbekend", dutch_date(bron.datum) if bron.datum else "onbekend",
                      bron.adres or ""))
        for bron in documents_used(dataset, year.agenda, figures, year.jaar, parameters)
    )  # fmt: skip
    kinds = by_origin(figures)
    origins = tuple(
        Row(str(kind), (str(kind), value(figure, look=COUNT), "" if kind is Herkomst.BRON else _listed(kinds[kind])))
        for kind, figure in origin_figures(figures)
    )
    doubtful = sum(len(kinds[kind]) for kind in (Herkomst.AANNAME, Herkomst.FICTIEF))
    notes = ["cijfers: de records van de stand, de uitspraken van de opgave en de voorraad van het jaar."]
    if doubtful:
        notes.append(f"{doubtful} van {len(figures)} cijfers zijn aanname of fictief: niet voor besluiten gebruiken.")
    return (
        Table("verantwoording", "Verantwoording", _FACTS, run),
        Table("invoer", "Gebruikte bestanden", _FILES, inputs),
        Table("bronnen", "Gebruikte bronnen", _DOCUMENTS, documents),
        Table("herkomst_cijfers", "Herkomst van de cijfers", _ORIGINS, origins, tuple(notes)),
    )


def _listed(ids: tuple[str, ...]) -> str:
    more = len(ids) - MANY
    text = ", ".join(ids[:MANY])
    return f"{text} en nog {more}" if more > 0 else text
