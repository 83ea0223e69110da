"""Which layout a file has: by its content, every format asked in turn."""

from __future__ import annotations

from collections.abc import Callable

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.exchange import diwi, flat, nieuwekaart, planmonitor, planmonitor_plan, rules
from woonplan.exchange.cells import Book, Sheet, blank, shown
from woonplan.exchange.draft import Asked, Hidden
from woonplan.exchange.fields import fold
from woonplan.exchange.layout import Layout
from woonplan.exchange.rules import LET_OP

FORMATS: tuple[Callable[[Sheet], Layout | None], ...] = (
    nieuwekaart.recognise,
    planmonitor.recognise,
    planmonitor_plan.recognise,
    diwi.recognise,
    flat.recognise,
)
"""Every layout, the most particular first: one function each."""


def recognise(sheet: Sheet) -> Layout | None:
    """Return the layout of a sheet, or None."""
    return next((layout for format_ in FORMATS if (layout := format_(sheet)) is not None), None)


def layouts(book: Book, asked: Asked, findings: list[Diagnostic]) -> list[Layout]:
    """Return the layouts on the sheets of a book; report sheets that are hidden, not understood, or not there."""
    found: list[Layout] = []
    others: list[Sheet] = []
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
        findings.append(rules.KOLOM.at(sheet.place(sheet.rows[0][0]), message, hint))
    return found


def _hidden(sheet: Sheet, layout: Layout | None, book: Book) -> Diagnostic:
    place = sheet.place(sheet.rows[0][0])
    if layout is None:
        message = f"het verborgen blad {quote(sheet.name)} met {len(sheet.rows)} rijen is niet gelezen"
        return rules.VERBORGEN.at(place, message, "Er staan geen koppen op die herkend worden.", severity=LET_OP)
    index = next((column.at for column in layout.columns if column.key == "naam"), 1)
    visible = {shown(value).casefold() for other in book.shown for _, row in other.rows for value in row[:5]}
    names = [
        f"{quote(shown(row[index - 1]), 40)} (rij {number}{_also(shown(row[index - 1]), visible)})"
        for number, row in sheet.rows
        if number > layout.header and len(row) >= index and not blank(row[index - 1])
    ]
    more = f" en {len(names) - 5} andere" if len(names) > 5 else ""
    message = f"het verborgen blad {quote(sheet.name)} bevat plannen: {', '.join(names[:5])}{more}"
    return rules.VERBORGEN.at(place, message)


def _also(name: str, visible: set[str]) -> str:
    return ", staat ook op een zichtbaar blad" if name.casefold() in visible else ""


def _not_recognised(book: Book) -> Diagnostic:
    shown_sheets = book.shown or book.sheets
    rows = [row for sheet in shown_sheets for _, row in sheet.rows[:1]]
    heads = ", ".join(quote(shown(value), 20) for value in (rows[0] if rows else ())[:6] if not blank(value))
    said = f"; het begint met {heads}" if heads else "; er staat niets in"
    return rules.NIET_HERKEND.at(Place(book.name), f"{quote(book.name)} heeft geen indeling die herkend wordt{said}")
