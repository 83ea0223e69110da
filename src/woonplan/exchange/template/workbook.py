"""The workbook that an official fills in: our own flat table, with lists to choose from and mistakes that show."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from woonplan.exchange import words
from woonplan.exchange.fields import FIELDS, CellKind, PlanField, parent
from woonplan.exchange.files.xlsx import NO_DATE, library
from woonplan.exchange.layouts import flat
from woonplan.exchange.template.marks import Marks, mark
from woonplan.exchange.template.prefilled import Prefilled
from woonplan.model.base import MAX_WONINGEN, years_of, years_text
from woonplan.model.begrippen import BEGRIPPEN

LAST_ROW = 1000
"""Last row (from 1) with lists and colours: a municipality has some hundred plans."""

YEARS = 10
"""Years of delivery that have a column, from that of the reference date on."""

PLANNEN = "plannen"
_TERMS = ("peildatum", "hard", "zacht", "bruto", "netto", "restant", "sloop", "onbekend")
_EXAMPLE = {
    "naam": f"{flat.EXAMPLE} (deze rij telt niet mee)",
    "plaats": "Voorbeelddorp",
    "vertrouwelijkheid": "Openbaar",
    "planstatus": "2A. Vastgesteld",
    "woningen": 48,
    "gerealiseerd": 0,
    "sloop": 6,
    "plantype": "Herstructurering",
    "woningtype.eengezins": 20,
    "woningtype.meergezins": 28,
}


@dataclass(frozen=True)
class TemplateColumn:
    """One column of the template."""

    key: str
    kop: str
    uitleg: str
    kind: CellKind
    choices: tuple[str, ...] = ()


@dataclass
class Sjabloon:
    """What a template is made for."""

    gemeenten: Sequence[str]
    peildatum: str
    plans: Sequence[Prefilled] = ()
    """Last year's plans."""
    periods: Sequence[str] = field(default_factory=tuple)
    """Years and periods of delivery of those plans."""

    def columns(self) -> list[TemplateColumn]:
        """Return the columns, in the order of the table of fields."""
        found: list[TemplateColumn] = []
        for one in FIELDS:
            if one.key == "oplevering":
                found += [_year(one, year) for year in self._years()]
            elif one.sjabloon:
                found.append(TemplateColumn(one.key, one.kop, one.uitleg, one.kind, self._choices(one)))
        return [*found, TemplateColumn(flat.CONTROLE, flat.CONTROLE, "Niet invullen.", CellKind.TEKST)]

    def _years(self) -> list[str]:
        first = int(self.peildatum[:4])
        years = {str(year) for year in range(first, first + YEARS)} | set(self.periods) - {"onbekend"}
        return [*sorted(years), "onbekend"]

    def _choices(self, one: PlanField) -> tuple[str, ...]:
        if one.kind is CellKind.GEMEENTE:
            return tuple(self.gemeenten)
        if one.kind is CellKind.STATUS:
            return (*(f"{code}. {texts[0]}" for code, texts in words.STATUS.items()), "hard", "zacht", "onbekend")
        if one.kind is CellKind.JA_NEE:
            return ("ja", "nee")
        return tuple(words.spelt(one.key)) if one.key in words.WORDS else ()


def _year(one: PlanField, year: str) -> TemplateColumn:
    years = years_of(year)
    said = f"die in {years_text(years)} worden opgeleverd" if years else "waarvan het jaar niet bekend is"
    return TemplateColumn(f"{one.key}.{year}", f"{one.kop} {year}", f"Woningen {said}.", one.kind)


def template(sjabloon: Sjabloon) -> bytes:
    """Return the workbook; the same for the same input.

    Raises:
        woonplan.exchange.files.xlsx.NoLibrary: XlsxWriter is not installed.
    """
    xlsxwriter = library("xlsxwriter", "een sjabloon te maken")
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": "Plannen voor woonplan", "created": NO_DATE})
    columns = sjabloon.columns()
    sheet = book.add_worksheet(PLANNEN)
    _state(book, sjabloon)
    _explained(book, columns)
    ranges = _lists(book, columns)
    _fill(book, sheet, sjabloon, columns, ranges)
    book.close()
    return buffer.getvalue()


class _TemplateLooks:
    def __init__(self, book: Any) -> None:
        head = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7", "border": 1, "locked": True}
        self.head = book.add_format(head)
        self.needed = book.add_format({**head, "bg_color": "#BDD7EE"})
        self.open = book.add_format({"locked": False})
        self.day = book.add_format({"locked": False, "num_format": "d-m-yyyy"})
        self.fixed = book.add_format({"locked": True, "font_color": "#7F7F7F"})
        self.example = book.add_format({"locked": False, "italic": True, "font_color": "#7F7F7F"})
        self.wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self.bold = book.add_format({"bold": True})


_NEEDED = ("naam", "gemeente", "planstatus")
_LOCKED = ("id", flat.CONTROLE)


def _fill(book: Any, sheet: Any, sjabloon: Sjabloon, columns: list[TemplateColumn], ranges: dict[str, str]) -> None:
    looks = _TemplateLooks(book)
    for index, column in enumerate(columns):
        look = looks.day if column.kind is CellKind.DATUM else looks.fixed if column.key in _LOCKED else looks.open
        wide = 30 if column.key in ("naam", "opmerkingen") else 22 if column.choices else 13
        hidden = {"hidden": True} if column.key == flat.CONTROLE else {}
        sheet.set_column(index, index, wide, look, hidden)
        sheet.write_string(0, index, column.kop, looks.needed if column.key in _NEEDED else looks.head)
        if column.key not in _LOCKED:
            sheet.write_comment(0, index, column.uitleg, {"x_scale": 2, "author": "woonplan"})
            _validate(sheet, index, column, ranges.get(column.key))
    _example(sheet, sjabloon, columns, looks)
    for row, plan in enumerate(sjabloon.plans, 2):
        for index, column in enumerate(columns):
            _write(sheet, row, index, plan.cells.get(column.key), looks.day if column.kind is CellKind.DATUM else None)
    mark(sheet, [column.key for column in columns], Marks(book), LAST_ROW)
    sheet.freeze_panes(1, 2)
    allowed = ("format_cells", "format_columns", "format_rows", "sort", "autofilter", "select_locked_cells")
    sheet.protect("", dict.fromkeys(allowed, True))


def _write(sheet: Any, row: int, index: int, value: Any, look: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, index, value, look)
    elif isinstance(value, int):
        sheet.write_number(row, index, value, look)
    elif value is not None:
        sheet.write_string(row, index, value, look)


def _example(sheet: Any, sjabloon: Sjabloon, columns: list[TemplateColumn], looks: _TemplateLooks) -> None:
    years = [column.key for column in columns if parent(column.key) == "oplevering"]
    values: dict[str, Any] = {**_EXAMPLE, "gemeente": sjabloon.gemeenten[0], years[1]: 28, years[-1]: 20}
    for index, column in enumerate(columns):
        _write(sheet, 1, index, values.get(column.key), looks.example)


def _validate(sheet: Any, index: int, column: TemplateColumn, source: str | None) -> None:
    told = {"input_title": column.kop[:32], "input_message": column.uitleg[:255]}
    rule: dict[str, Any]
    if source is not None and column.kind is not CellKind.WOORDEN:
        rule = {"validate": "list", "source": source, "error_message": "Kies een waarde uit de lijst."}
    elif source is not None:
        rule = {"validate": "list", "source": source, "show_error": False}
    elif column.kind in (CellKind.AANTAL, CellKind.PERCENTAGE, CellKind.JAAR):
        most = {CellKind.PERCENTAGE: 100, CellKind.JAAR: 2199}.get(column.kind, MAX_WONINGEN)
        least = 1900 if column.kind is CellKind.JAAR else 0
        message = f"Schrijf een heel getal van {least} tot en met {most}, of laat de cel leeg als het onbekend is."
        rule = {"validate": "integer", "criteria": "between", "minimum": least, "maximum": most}
        rule["error_message"] = message
    elif column.kind is CellKind.DATUM:
        rule = {"validate": "date", "criteria": ">=", "value": date(1950, 1, 1)}
        rule["error_message"] = "Schrijf een datum, zoals 5-1-2026."
    else:
        rule = {"validate": "any"}
    sheet.data_validation(
        1, index, LAST_ROW - 1, index, {**rule, **told, "ignore_blank": True, "error_title": column.kop[:32]}
    )


def _lists(book: Any, columns: Iterable[TemplateColumn]) -> dict[str, str]:
    """Write the lists to choose from on a hidden sheet; return the cells of each by the key of its column."""
    sheet = book.add_worksheet(flat.LISTS)
    sheet.hide()
    ranges: dict[str, str] = {}
    for index, column in enumerate(c for c in columns if c.choices):
        sheet.write_column(0, index, [column.kop, *column.choices])
        ranges[column.key] = f"={_area(index, len(column.choices))}"
    return ranges


def _area(index: int, count: int) -> str:
    from woonplan.exchange.cells import letter

    name = letter(index + 1)
    return f"{flat.LISTS}!${name}$2:${name}${count + 1}"


def _state(book: Any, sjabloon: Sjabloon) -> None:
    sheet = book.add_worksheet(flat.STATE)
    looks = _TemplateLooks(book)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 60)
    sheet.write_string(0, 0, "peildatum", looks.bold)
    whole = len(sjabloon.peildatum) == len("2026-01-01")
    if whole:
        sheet.write_datetime(0, 1, date.fromisoformat(sjabloon.peildatum), looks.day)
    else:
        sheet.write_string(0, 1, sjabloon.peildatum, looks.open)
    sheet.write_string(1, 0, "gemeente", looks.bold)
    sheet.write_string(1, 1, ", ".join(sjabloon.gemeenten), looks.wrap)
    sheet.write_string(3, 0, "De peildatum is de dag waarop de aantallen golden. Verbeter haar als zij anders is.")
    sheet.protect("")


def _explained(book: Any, columns: list[TemplateColumn]) -> None:
    sheet = book.add_worksheet(flat.EXPLAINED)
    looks = _TemplateLooks(book)
    begrippen = {begrip.naam: begrip for begrip in BEGRIPPEN}
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 2, 70)
    for index, text in enumerate(("kolom", "wat er hoort te staan", "mogelijke waarden")):
        sheet.write_string(0, index, text, looks.head)
    row = 1
    for column in columns:
        if column.key in _LOCKED:
            continue
        begrip = begrippen.get(column.key)
        meaning = f"{column.uitleg} {begrip.definitie}" if begrip else column.uitleg
        sheet.write_string(row, 0, column.kop, looks.wrap)
        sheet.write_string(row, 1, meaning, looks.wrap)
        sheet.write_string(row, 2, "; ".join(column.choices), looks.wrap)
        row += 1
    row += 1
    sheet.write_string(row, 0, "begrip", looks.head)
    sheet.write_string(row, 1, "wat het betekent", looks.head)
    for name in _TERMS:
        row += 1
        sheet.write_string(row, 0, name, looks.wrap)
        sheet.write_string(row, 1, begrippen[name].definitie, looks.wrap)
    sheet.protect("")
