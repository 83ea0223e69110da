"""The yearly reports: which tables each has, and what stands above and below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from woonplan.calc.gap.assumptions import assumptions
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.groups import grouped
from woonplan.calc.gap.room import room_stated
from woonplan.calc.lists.actions import Filters
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By
from woonplan.calc.report.designated import OF_PROJECTS
from woonplan.calc.report.ladder import DREMPEL
from woonplan.calc.report.monitor import DEKKING, months_old, year_end
from woonplan.calc.report.origins import PRIJSGRENZEN
from woonplan.calc.report.segments import GROUPS
from woonplan.calc.view import View
from woonplan.numerals import amount
from woonplan.report.cells import when
from woonplan.report.charts import gap_charts, group_charts
from woonplan.report.gap.pace import pace_beside, pace_tables
from woonplan.report.gap.trajectory import trajectory_charts, trajectory_table
from woonplan.report.heading import inputs_json, marked, seen_json, unseen, whose
from woonplan.report.lists.actions import agreement_tables
from woonplan.report.lists.designated import designated_tables
from woonplan.report.remarks import remarks
from woonplan.report.sentence import scope, sentence
from woonplan.report.words import dutch_date
from woonplan.report.yearly.accounts import accounts_table
from woonplan.report.yearly.brief import key_figures, missing, moving
from woonplan.report.yearly.capacity import capacity_beside, capacity_table, coverage_table
from woonplan.report.yearly.conversion import HARD_DONE, INFILL_TERM, begun_table, conversion_table
from woonplan.report.yearly.council import council_tables
from woonplan.report.yearly.midterm import midterm_tables
from woonplan.report.yearly.plans import inventory_table, ladder_plans_table, need_table, state_table, stated_needs
from woonplan.report.yearly.projects import bottlenecks_table, key_projects_table, location_table
from woonplan.report.yearly.provenance import provenance_tables
from woonplan.report.yearly.quality import NETTO, filled_table, social_table, year_goals
from woonplan.report.yearly.segments import limits_table, segments_table
from woonplan.report.yearly.stock import delivered_table, stock_beside, stock_table
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Json
from woonplan.tables.chart import Chart
from woonplan.tables.document import BRIEF, Document, Note, NoteKind
from woonplan.tables.table import Table

T = TypeVar("T", Table, Chart)


class Rapport(StrEnum):
    """The kinds of report that the source asks for (Woonagenda, hfst. 5)."""

    JAAR = "jaar"
    INVENTARIS = "inventaris"
    MIDTERM = "midterm"
    RIJK = "rijk"
    LADDER = "ladder"
    RAAD = "raad"


BY_AREA = frozenset({Rapport.LADDER, Rapport.RAAD})
"""The kinds that can be made for some municipalities only."""

NET = frozenset({Rapport.JAAR, Rapport.MIDTERM, Rapport.LADDER, Rapport.RAAD})
"""The kinds that can be made net of demolition; the others have both side by side, or the plans as they are."""

_TITLES = {
    Rapport.JAAR: "jaarmonitor {jaar}",
    Rapport.INVENTARIS: "inventarisatie van ontwikkellocaties, eind {jaar}",
    Rapport.MIDTERM: "midterm review, eind {jaar}",
    Rapport.RIJK: "overzicht harde plancapaciteit voor het Rijk, eind {jaar}",
    Rapport.LADDER: "ladder voor duurzame verstedelijking, eind {jaar}",
    Rapport.RAAD: "raadsoverzicht {jaar}",
}


_MONITOR = frozenset({Rapport.JAAR, Rapport.MIDTERM})
"""The kinds that hold the tables of the yearly monitor."""

_SHARES = frozenset({NETTO, *(parameter for _, parameter in GROUPS.values())})
_NORMS = _SHARES | {DEKKING, *OF_PROJECTS, PRIJSGRENZEN, INFILL_TERM, HARD_DONE}
_PARAMETERS: dict[Rapport, frozenset[str]] = {
    Rapport.JAAR: _NORMS,
    Rapport.MIDTERM: _NORMS | {"midterm-review"},
    Rapport.INVENTARIS: frozenset({"inventarisatie-dag", "inventarisatie-maand"}),
    Rapport.RIJK: frozenset({"overzicht-rijk"}),
    Rapport.LADDER: frozenset({DREMPEL}),
    Rapport.RAAD: _SHARES,
}
"""The agreements that each kind uses, by the ids of their parameters."""


def yearly_document(year: Year, soort: Rapport) -> Document:
    """Return a report with its provenance at the end."""
    area = ", ".join(year.question.gemeenten) or year.dataset.gebied.regio.naam
    title = marked(year.dataset, f"{area}: {_TITLES[soort].format(jaar=year.jaar)}{whose(year.dataset)}")
    counted = year.counted if soort in NET else ""
    notes = state_remarks(year)
    if soort is not Rapport.INVENTARIS:
        used = stated_needs(year) if soort is Rapport.LADDER else balance(year.view).doelen
        used += room_stated(year.view) if soort in _MONITOR and year.agreed(DEKKING) else ()
        notes = tuple(dict.fromkeys((*notes, *remarks(year.view, assumptions(year.view, used)))))
    monitor = soort in _MONITOR
    return Document(
        title,
        (
            key_figures(year),
            *_tables(year, soort),
            *_under(PROVENANCE, provenance_tables(year, _PARAMETERS[soort], counted)),
        ),
        notes,
        _facts(year, soort, title),
        charts=_charts(year.view, monitor=monitor),
        beside=_beside(year) if monitor else {},
        answer=sentence(year.view),
        scope=scope(year.view),
        address=f"report.{year.jaar}",
        tables_named=True,
        moving=moving(year),
        missing=tuple(missing(year)),
    )


def _beside(year: Year) -> dict[str, Figure]:
    """Return what the tables of the monitor leave out."""
    of_years = pace_beside(year.view).items()
    return {
        **stock_beside(year),
        **capacity_beside(year),
        **{f"traject.{name}" if name[:1].isdigit() else name: figure for name, figure in of_years},
    }


PROVENANCE = "Verantwoording"
"""The theme that a report ends with: from what it was made."""

_PLANS, _PACE = "Plannen en opgave", "Tempo"


def _under(theme: str, parts: Iterable[T]) -> tuple[T, ...]:
    """Return tables or charts under a heading."""
    return tuple(replace(part, theme=theme) for part in parts)


def _tables(year: Year, soort: Rapport) -> Iterator[Table]:
    """Yield the tables of a kind of report, by theme."""
    if soort is Rapport.INVENTARIS:
        yield from _under("Locaties", [inventory_table(year), filled_table(year)])
        yield from _under("Wat ontbreekt", [accounts_table(year)])
    elif soort is Rapport.RIJK:
        yield from _under("Harde plannen", [state_table(year)])
    elif soort is Rapport.LADDER:
        yield from _under("Behoefte", [need_table(year)])
        yield from _under("Plannen", [ladder_plans_table(year)])
    elif soort is Rapport.RAAD:
        yield from _under("Per gemeente", council_tables(year))
    else:
        yield from _monitor(year, soort)


def _monitor(year: Year, soort: Rapport) -> Iterator[Table]:
    if soort is Rapport.MIDTERM:
        yield from _under("Wat veranderde", midterm_tables(year))
    yield from _under(_PLANS, [capacity_table(year), coverage_table(year)])
    yield from _under("Gebouwd", [stock_table(year), delivered_table(year)])
    yield from _under(_PACE, [trajectory_table(year.view, year.counted), *pace_tables(year.view)])
    names = [gemeente.naam for gemeente in year.view.gemeenten]
    kinds = (
        *(location_table(year), conversion_table(year), begun_table(year), bottlenecks_table(year)),
        *(segments_table(year), year_goals(year, year.view), social_table(year, names), limits_table(year)),
    )
    yield from _under("Soort plannen en segmenten", [table for table in kinds if table is not None])
    yield from _under("Sleutelprojecten en afspraken", [*_key_projects(year), *_agreements(year)])
    yield from _under("Wat ontbreekt", [accounts_table(year)])


def _key_projects(year: Year) -> tuple[Table, ...]:
    """Return the key projects that were designated, whatever the state, and those that plans say they are."""
    own = key_projects_table(year)
    if year.agenda is None or year.agenda_invoer is None:
        return (own,)
    dag = year_end(year.jaar).isoformat()
    listed = designated_tables(year.view, year.agenda, year.agenda_invoer, dag, narrow=True)
    return (*listed, *when(own.rows or not listed, own))


def _agreements(year: Year) -> tuple[Table, ...]:
    """Return how far what was agreed is at the end of the year; nothing where the register has no agreements."""
    if year.agenda is None or year.agenda_invoer is None:
        return ()
    return agreement_tables(year.dataset, year.agenda, year.agenda_invoer, Filters(), year.jaar)


def _charts(view: View, *, monitor: bool) -> tuple[Chart, ...]:
    """Return the picture of the answer, and in the monitor those of its themes."""
    first, *others = gap_charts(view)
    if not monitor:
        return _under(BRIEF, [first])
    return (
        *_under(BRIEF, [first]),
        *_under(_PLANS, [*others, *group_charts(view, grouped(view, By.GEMEENTE), "capaciteit")]),
        *_under(_PACE, trajectory_charts(view)),
    )


def state_remarks(year: Year) -> tuple[Note, ...]:
    """Return which register state was used, how old it is, and what readers of this level do not see."""
    stand, more = year.dataset.stand, len(year.dataset.stand.delen) - 3
    where = ", ".join(standdeel.invoer.bestand for standdeel in stand.delen[:3]) + (
        f" en nog {more}" if more > 0 else ""
    )
    peildatum = stand.kop.peildatum
    used = f"gebruikt is de stand per {dutch_date(peildatum)} ({where}): {age(peildatum, year.jaar)}."
    return (Note(NoteKind.LET_OP, used), *unseen(*year.seen))


def age(peildatum: str, jaar: int) -> str:
    """Return in words how old a state is at the end of a year."""
    months = months_old(peildatum, jaar)
    if months == 0:
        return f"de stand van eind {jaar}"
    return f"{amount(abs(months), 'maand', 'maanden')} {'ouder' if months > 0 else 'later'} dan eind {jaar}"


def _facts(year: Year, soort: Rapport, title: str) -> dict[str, Json]:
    opgave, telling = year.view.opgave, year.view.telling
    return {
        "opdracht": "report",
        "soort": str(soort),
        "jaar": year.jaar,
        "titel": title,
        "fictief": year.dataset.fictief,
        "peildatum": year.dataset.stand.kop.peildatum,
        **seen_json(*year.seen),
        "invoer": inputs_json(*year.seen, beside=year.agenda_invoer),
        "parameters": {
            "gemeente": list(year.question.gemeenten),
            "netto": year.question.netto,
            "opgave": opgave.id if opgave else None,
            "telling": telling.id if telling else None,
        },
    }
