"""Which layout a file has: by its content, every format asked in turn."""

from __future__ import annotations

from collections.abc import Callable

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.exchange.cells import Book, Worksheet, blank, shown
from woonplan.exchange.columns import WP603
from woonplan.exchange.headers import fold
from woonplan.exchange.job import Given, Hidden
from woonplan.exchange.layouts import flat, nieuwekaart
from woonplan.exchange.layouts.diwi import project as diwi
from woonplan.exchange.layouts.layout import WP610, Layout
from woonplan.exchange.layouts.planmonitor import lists as planmonitor
from woonplan.exchange.layouts.planmonitor import plan as planmonitor_plan
from woonplan.rule import Example, Rule, csv_text

WP602 = Rule(
    code="WP602",
    naam="indeling niet herkend",
    wat="De koppen van een bestand horen bij geen indeling die het programma kent.",
    waarom="Wie raadt welke kolom wat is, zet getallen op de verkeerde plaats.",
    oplossing="Maak een kolommenbestand met --suggest-mapping, verbeter het en geef het met --mapping.",
    fout=Example(csv_text("plek;hoeveel", "Beekstraat;30"), 1, 1, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;woningen", "Beekstraat;Borne;30"), file="lijst.csv"),
)
"""A file of a layout that is not known."""


FORMATS: tuple[Callable[[Worksheet], Layout | None], ...] = (
    nieuwekaart.recognise,
    planmonitor.recognise,
    planmonitor_plan.recognise,
    diwi.recognise,
    flat.recognise,
)
"""Every layout, the most particular first: one function each."""


def recognise(sheet: Worksheet) -> Layout | None:
    """Return the layout of a sheet, or None."""
    return next((layout for format_ in FORMATS if (layout := format_(sheet)) is not None), None)


def layouts(book: Book, asked: Given, findings: list[Diagnostic]) -> list[Layout]:
    """Return the layouts on the sheets of a book; report sheets that are hidden, not understood, or not there."""
    found: list[Layout] = []
    others: list[Worksheet] = []
    for sheet in book.sheets:
        if not sheet.rows or fold(sheet.name) in flat.OWN_SHEETS:
            continue
        layout = recognise(sheet)
        if sheet.hidden and asked.hidden is not Hidden.MEE:
            if asked.hidden is None:
                findings.append(_hidden(sheet, layout, book))
        elif layout is not None:
            found.append(layout)
        else:
            others.append(sheet)
    if not found:
        findings.append(_not_recognised(book))
        return []
    for sheet in others:
        message = f"blad {quote(sheet.name)} heeft geen koppen die herkend worden en is niet ingelezen"
        hint = "Staan er plannen op, gebruik dan --mapping; anders kunt u dit laten staan."
        findings.append(WP603.at(sheet.place(sheet.rows[0][0]), message, hint))
    return found


def _hidden(sheet: Worksheet, layout: Layout | None, book: Book) -> Diagnostic:
    place = sheet.place(sheet.rows[0][0])
    if layout is None:
        message = f"het verborgen blad {quote(sheet.name)} met {len(sheet.rows)} rijen is niet gelezen"
        return WP610.at(place, message, "Er staan geen koppen op die herkend worden.", severity=Severity.WAARSCHUWING)
    index = next((column.at for column in layout.columns if column.key == "naam"), 1)
    visible = {shown(value).casefold() for other in book.shown for _, row in other.rows for value in row[:5]}
    names = [
        f"{quote(shown(row[index - 1]), 40)} (rij {number}{_also(shown(row[index - 1]), visible)})"
        for number, row in sheet.rows
        if number > layout.header and len(row) >= index and not blank(row[index - 1])
    ]
    more = f" en {len(names) - 5} andere" if len(names) > 5 else ""
    message = f"het verborgen blad {quote(sheet.name)} bevat plannen: {', '.join(names[:5])}{more}"
    return WP610.at(place, message)


def _also(name: str, visible: set[str]) -> str:
    return ", staat ook op een zichtbaar blad" if name.casefold() in visible else ""


def _not_recognised(book: Book) -> Diagnostic:
    rows = ((sheet, number, row) for sheet in book.shown or book.sheets for number, row in sheet.rows)
    found = next((at for at in rows if not all(map(blank, at[2]))), None)
    message = f"{quote(book.name)} heeft geen indeling die herkend wordt; "
    if found is None:
        return WP602.at(Place(book.name), f"{message}er staat niets in")
    sheet, number, row = found
    heads = [(index, quote(shown(value), 20)) for index, value in enumerate(row, 1) if not blank(value)]
    return WP602.at(sheet.place(number, heads[0][0]), f"{message}het begint met {', '.join(t for _, t in heads[:6])}")
