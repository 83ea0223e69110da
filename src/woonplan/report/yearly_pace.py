"""What was delivered per year, against what a year asks for."""

from __future__ import annotations

from woonplan.calc.demand import region, stated
from woonplan.calc.figure import Figure, given, share, subtracted
from woonplan.calc.monitor import StockRow, stock
from woonplan.calc.period import Period
from woonplan.model.target import SoortUitspraak
from woonplan.report.words import amount, dutch_number, dutch_period, source_text
from woonplan.report.yearly_frame import Year
from woonplan.tables import Cell, Column, Kind, Row, Table

BEFORE = 5
"""So many years up to the year of the report are shown at the least, for comparison."""

_COLUMNS = (
    Column("kalenderjaar", "jaar"),
    Column("nieuwbouw", "nieuwbouw", Kind.AMOUNT, drop=3),
    Column("saldo", "netto erbij", Kind.AMOUNT),
    Column("nodig_ondergrens", "nodig ondergrens", Kind.AMOUNT, drop=2),
    Column("nodig_bovengrens", "nodig bovengrens", Kind.AMOUNT, drop=2),
    Column("verschil_ondergrens", "verschil ondergrens", Kind.AMOUNT, drop=1),
    Column("verschil_bovengrens", "verschil bovengrens", Kind.AMOUNT, drop=1),
)


def delivered_table(year: Year) -> Table:
    """Return net additions per calendar year against an even share of the target (homes a year)."""
    balance = year.grouped.balance
    period = Period.of(balance.telling) if balance.telling else None
    needed: Figure | None = None
    if balance.doel is not None and balance.telling is not None and balance.telling.jaren > 0:
        needed = share("nodig", "nodig per jaar", balance.doel.figure, (1, balance.telling.jaren))
    first = min(year.jaar - BEFORE + 1, period.van.year if period else year.jaar)
    years = [jaar for jaar in range(first, year.jaar + 1) if jaar == year.jaar or _has_stock(year, jaar)]
    rows = []
    for jaar in years:
        inside = period is not None and period.holds(jaar, jaar)
        rows.append(_row(jaar, stock(year.gemeenten, jaar)[1], needed if inside else None, outside=not inside))
    return Table(
        "opgeleverd_per_jaar",
        "Opgeleverd per jaar en het nodige tempo",
        _COLUMNS,
        tuple(rows),
        tuple(_notes(year, needed)),
    )


def _has_stock(year: Year, jaar: int) -> bool:
    return any(str(jaar) in gemeente.voorraad for gemeente in year.gemeenten)


def _row(jaar: int, found: StockRow, needed: Figure | None, *, outside: bool) -> Row:
    net = given("saldo", "netto erbij", found.homes["saldo"])
    asked: tuple[Cell, ...] = ("buiten de periode" if outside else "geen opgave",) * 4
    if needed is not None:
        difference = subtracted("verschil", "netto - nodig", net, needed)
        asked = (
            *(amount(end) for end in needed.ends),
            *(amount(end, signed=True) for end in difference.ends),
        )
    return Row(str(jaar), (str(jaar), amount(found.homes["nieuwbouw"]), amount(net.low), *asked))


def _notes(year: Year, needed: Figure | None) -> list[str]:
    balance = year.grouped.balance
    if needed is None or balance.telling is None or balance.opgave is None:
        return ["geen opgave met een periode in gemeenten.yaml: het nodige tempo is onbekend."]
    notes = [f"nodig: de opgave gelijk verdeeld over {dutch_period(balance.telling)}, telling {balance.telling.id}."]
    if not year.question.gemeenten:
        area = region(year.dataset)
        pace = stated(year.dataset, balance.opgave, SoortUitspraak.TEMPO, area, year.question.uitspraken)
        if pace is not None and pace.figure.origin is not None and pace.uitspraak.woningen is not None:
            place = source_text(year.dataset, pace.figure.origin.source)
            notes.append(f"de bron zelf noemt {dutch_number(pace.uitspraak.woningen)} woningen per jaar ({place}).")
    if not any(_has_stock(year, jaar) for jaar in (year.jaar,)):
        notes.append(f"over {year.jaar} ontbreken voorraadcijfers: wat is opgeleverd, is onbekend.")
    return notes
