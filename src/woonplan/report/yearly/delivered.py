"""What was delivered per year, against what a year asks for."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.number.figure import Figure, share, subtracted
from woonplan.calc.report.monitor import stock
from woonplan.model.target import SoortUitspraak
from woonplan.numerals import dutch
from woonplan.report.cells import balance, both, value
from woonplan.report.words import NO_GEMEENTE, dutch_period, no_pace, source_text
from woonplan.report.yearly.year import Year
from woonplan.tables import Column, Kind, Row, Table

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
    needed = _needed(year)
    rows = [_row(*found) for found in _delivered(year, needed)]
    return Table(
        "opgeleverd_per_jaar",
        "Opgeleverd per jaar en het nodige tempo",
        _COLUMNS,
        tuple(rows),
        tuple(_notes(year, needed)),
    )


def _has_stock(year: Year, jaar: int) -> bool:
    return any(str(jaar) in gemeente.voorraad for gemeente in year.gemeenten)


def _needed(year: Year) -> Figure | None:
    doel, telling = year.balance.doel, year.view.telling
    if doel is None or telling is None or telling.jaren <= 0:
        return None
    return share("nodig", "nodig per jaar", doel.figure, (1, telling.jaren))


def _delivered(year: Year, needed: Figure | None) -> Iterator[tuple[int, dict[str, Figure], bool | None]]:
    """Yield per calendar year its figures by column, and whether it lies inside the period of the target, if any."""
    period = year.view.period
    first = min(year.jaar - BEFORE + 1, period.van.year if period else year.jaar)
    for jaar in range(first, year.jaar + 1):
        if jaar != year.jaar and not _has_stock(year, jaar):
            continue
        found = stock(year.dataset, year.gemeenten, jaar)[1].figures
        figures = {"nieuwbouw": found["nieuwbouw"], "saldo": found["saldo"]}
        inside = period.holds(jaar, jaar) if period is not None else None
        if needed is not None and inside:
            difference = subtracted("verschil", "netto - nodig", found["saldo"], needed)
            figures |= {"nodig": needed, "verschil": difference}
        yield jaar, figures, inside


def _row(jaar: int, figures: dict[str, Figure], inside: bool | None) -> Row:
    none = "buiten de periode" if inside is False else "geen opgave"
    asked = (*both(figures.get("nodig"), none=none), *balance(figures.get("verschil"), none))
    return Row(str(jaar), (str(jaar), value(figures["nieuwbouw"]), value(figures["saldo"]), *asked))


def _notes(year: Year, needed: Figure | None) -> list[str]:
    view = year.view
    if needed is None or view.telling is None:
        return [f"{no_pace(view)}: het nodige tempo is onbekend.", *_no_stock(year)]
    notes = [f"nodig: de opgave gelijk verdeeld over {dutch_period(view.telling)}, telling {view.telling.id}."]
    if not year.question.gemeenten:
        pace = view.stated(SoortUitspraak.TEMPO)
        if pace is not None and pace.figure.origin is not None and pace.uitspraak.woningen is not None:
            place = source_text(year.dataset, pace.figure.origin.source)
            notes.append(f"de bron zelf noemt {dutch(pace.uitspraak.woningen)} woningen per jaar ({place}).")
    return [*notes, *_no_stock(year)]


def _no_stock(year: Year) -> list[str]:
    if _has_stock(year, year.jaar):
        return []
    why = "" if year.gemeenten else f" ({NO_GEMEENTE})"
    return [f"over {year.jaar} ontbreken voorraadcijfers{why}: wat is opgeleverd, is onbekend."]
