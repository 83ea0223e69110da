"""The stock of a year: what was there, what came and went, and what was delivered against what a year asks for."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.gap.balance import balance
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.ratios import share
from woonplan.calc.number.sums import subtracted
from woonplan.calc.report.monitor import COLUMNS, off, stock, stock_of
from woonplan.calc.target.delivered import stock_years
from woonplan.model.stand import inherit
from woonplan.model.target import SoortUitspraak
from woonplan.numerals import dutch
from woonplan.report.cells import at_ends, both, value, when
from woonplan.report.words import FILLS_STOCK, NO_GEMEENTE, NO_TARGET, dutch_period, no_pace, source_text
from woonplan.report.yearly.year import Year
from woonplan.tables.look import BALANCE
from woonplan.tables.table import Column, Kind, Row, Style, Table

BEFORE = 5
"""So many years up to the year of the report are shown at the least, for comparison."""

_HEADERS = {
    "beginstand": "voorraad begin",
    "overige_toevoeging": "overig erbij",
    "overige_onttrekking": "overig eraf",
    "saldo": "netto erbij",
    "eindstand": "voorraad eind",
}

_STOCK = (
    Column("gemeente", "gemeente"),
    *(Column(key, _HEADERS.get(key, key), Kind.AMOUNT, term=True) for key in COLUMNS),
)

_DELIVERED = (
    Column("kalenderjaar", "jaar"),
    Column("nieuwbouw", "nieuwbouw", Kind.AMOUNT, drop=3),
    Column("saldo", "netto erbij", Kind.AMOUNT, term=True),
    *at_ends("nodig", "nodig", term=True),
    *at_ends("verschil", "verschil", term=True),
)


def stock_table(year: Year) -> Table:
    """Return one row per municipality with the balance of its stock in the year (homes), and their total."""
    view, jaar, bron = year.view, year.jaar, year.dataset.gebied.voorraadbron
    found = [(gemeente, stock_of(year.dataset, gemeente, jaar)) for gemeente in view.gemeenten]
    whole = map(value, stock(year.dataset, view.gemeenten, jaar).values())
    silent = [g.naam for g, figures in found if all(figure.low.blank for figure in figures.values())]
    nothing = len(silent) == len(found) > 1
    which = "alle gemeenten" if nothing else ", ".join(silent)
    # Of a year that nothing is known of, one row says so.
    shown = () if nothing else found
    rows = (
        *(Row(g.code, (g.naam, *map(value, figures.values())), names=view.names(g.naam)) for g, figures in shown),
        *when(len(found) > 1, Row("totaal", ("totaal", *whole), Style.TOTAL)),
    )
    one_off = ", ".join(g.naam for g, figures in found if off(figures))
    notes = (
        "begin + nieuwbouw + overig erbij - sloop - overig eraf + correctie = eind.",
        *when(not found, f"{NO_GEMEENTE}: de woningvoorraad in {jaar} is onbekend, niet 0."),
        *when(
            silent,
            f"voorraadcijfers over {jaar} ontbreken in gemeenten.yaml voor {which}: onbekend, niet 0; {FILLS_STOCK}.",
        ),
        *when(one_off, f"de bron sluit 1 woning niet aan bij {one_off}."),
        *([f"bron: {source_text(year.dataset, inherit(bron))}."] if bron else []),
    )
    return Table("woningvoorraad", f"Woningvoorraad in {jaar}", _STOCK, rows, notes)


def stock_beside(year: Year) -> dict[str, Figure]:
    """Return the total, which a table of one municipality leaves out."""
    whole = stock(year.dataset, year.view.gemeenten, year.jaar)
    return {f"woningvoorraad.totaal.{key}": figure for key, figure in whole.items()}


def delivered_table(year: Year) -> Table:
    """Return net additions per calendar year against an even share of the target (homes a year)."""
    needed = _needed(year)
    rows = tuple(_years(year, needed))
    return Table(
        "opgeleverd_per_jaar", "Opgeleverd per jaar en het nodige tempo", _DELIVERED, rows, _notes(year, needed)
    )


def _has_stock(year: Year, jaar: int) -> bool:
    return any(jaar in stock_years(year.dataset, gemeente) for gemeente in year.view.gemeenten)


def _needed(year: Year) -> Figure | None:
    doel, telling = balance(year.view).doel, year.view.telling
    if doel is None or telling is None or telling.jaren <= 0:
        return None
    return share("nodig", "nodig per jaar", doel.figure, (1, telling.jaren))


def _years(year: Year, needed: Figure | None) -> Iterator[Row]:
    period = year.view.period
    first = min(year.jaar - BEFORE + 1, period.van.year if period else year.jaar)
    for jaar in range(first, year.jaar + 1):
        if jaar == year.jaar or _has_stock(year, jaar):
            found = stock(year.dataset, year.view.gemeenten, jaar)
            outside = period is not None and not period.holds(jaar, jaar)
            asked = None if outside else needed
            difference = subtracted("verschil", "netto - nodig", found["saldo"], asked) if asked else None
            none = "buiten de periode" if outside else NO_TARGET
            against = (*both(asked, none=none), *both(difference, BALANCE, none))
            yield Row(str(jaar), (str(jaar), value(found["nieuwbouw"]), value(found["saldo"]), *against))


def _notes(year: Year, needed: Figure | None) -> tuple[str, ...]:
    view, why = year.view, "" if year.view.gemeenten else f" ({NO_GEMEENTE})"
    how = "" if why else f"; {FILLS_STOCK}"
    silent = f"over {year.jaar} ontbreken voorraadcijfers{why}: wat is opgeleverd, is onbekend{how}."
    no_stock = when(not _has_stock(year, year.jaar), silent)
    if needed is None or view.telling is None:
        return (f"{no_pace(view)}: het nodige tempo is onbekend.", *no_stock)
    even = f"nodig: de opgave gelijk verdeeld over {dutch_period(view.telling)}, telling {view.telling.id}."
    pace = None if year.question.gemeenten else view.stated(SoortUitspraak.TEMPO)
    if pace is None or pace.figure.origin is None or pace.uitspraak.woningen is None:
        return (even, *no_stock)
    place = source_text(year.dataset, pace.figure.origin.source)
    return (even, f"de bron zelf noemt {dutch(pace.uitspraak.woningen)} woningen per jaar ({place}).", *no_stock)
