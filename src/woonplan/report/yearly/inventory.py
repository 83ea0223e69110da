"""All locations with their possibilities, and the overview of hard capacity for the State."""

from __future__ import annotations

from functools import partial

from woonplan.calc.capacity.counts import records_figure
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.gap.groups import Group, grouped
from woonplan.calc.question import By
from woonplan.calc.report.ladder import ligging, plan_figure, plan_homes
from woonplan.model.control import Planklasse
from woonplan.report.cells import count, value
from woonplan.report.words import dutch_date, group_key, group_label
from woonplan.report.yearly.year import Year
from woonplan.tables import Column, Kind, Row, Style, Table, Value

_LOCATIONS = (
    Column("gemeente", "gemeente"),
    Column("naam", "naam"),
    Column("locatie", "locatie", drop=5),
    Column("status", "status"),
    Column("klasse", "klasse", drop=4),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("ligging", "binnen of buiten", drop=3),
    Column("transformatie", "transformatie mogelijk", drop=1),
    Column("prioriteit", "prioriteit", drop=1),
    Column("jaar_hard", "hard in", drop=2),
    Column("knelpunten", "knelpunten", drop=6),
)

_HARD = (
    Column("gemeente", "gemeente"),
    Column("records", "records", Kind.COUNT, drop=1),
    Column("hard_bruto", "hard (zonder aftrek van sloop)", Kind.AMOUNT),
    Column("hard_netto", "hard netto", Kind.AMOUNT),
)


def inventory_table(year: Year) -> Table:
    """Return one row per plan: its site, status and possibilities. Aggregates have no site, and are not in it."""
    plans = [c for c in year.view.records if not c.aggregate]
    rows = tuple(_location(year, c) for c in plans)
    notes = [_deadline(year)]
    aggregates = sum(1 for c in year.view.records if c.aggregate)
    if aggregates:
        notes.append(f"verzamelposten zonder locatie staan hier niet in: {aggregates}.")
    if not rows:
        notes.append("in deze stand staat geen (zichtbaar) plan: de locaties zijn onbekend.")
    return Table("locaties", "Ontwikkellocaties", _LOCATIONS, rows, tuple(notes))


def _deadline(year: Year) -> str:
    found = [year.agenda.parameter(f"inventarisatie-{part}") if year.agenda else None for part in ("dag", "maand")]
    day, month = (parameter.op(year.datum) if parameter else None for parameter in found)
    if day is None or month is None:
        return "de datum waarvoor de inventarisatie klaar moet zijn, ontbreekt in agenda.yaml."
    return f"de inventarisatie moet klaar zijn voor {day.waarde}-{month.waarde}-{year.jaar + 1}."


def _location(year: Year, c: Contribution) -> Row:
    plan = c.plan
    site = ", ".join(plan.locaties) or plan.plaats or "onbekend"
    cells = (
        ", ".join(year.dataset.gemeenten_of(plan)) or f"{plan.regio} (regio)",
        plan.naam,
        site,
        str(plan.planstatus),
        "telt niet" if c.klasse is Planklasse.TELT_NIET else str(c.klasse),
        Value(plan_homes(plan), derivation=partial(plan_figure, c)),
        str(ligging(plan)),
        _yes(plan.transformatiepotentie),
        _yes(plan.prioriteit),
        str(plan.jaar_hard) if plan.jaar_hard else "onbekend",
        ", ".join(str(k) for k in plan.knelpunten) or "onbekend",
    )
    return Row(plan.id, cells)


def _yes(value: bool | None) -> str:
    return "onbekend" if value is None else "ja" if value else "nee"


def state_table(year: Year) -> Table:
    """Return hard capacity per municipality (homes), gross and net, as far as it counts for the target."""
    gross, net = (grouped(year.hard_only(netto=netto), By.GEMEENTE) for netto in (False, True))
    rows = [_hard_row(year, *pair) for pair in zip(gross.groups, net.groups, strict=True)]
    rows.append(_hard_row(year, gross.total, net.total, Style.TOTAL))
    peildatum = dutch_date(year.dataset.stand.kop.peildatum)
    notes = ["alleen harde plancapaciteit; wat na de periode van de opgave komt, telt niet mee.", _interval(year)]
    if not gross.total.sums.records:
        notes.append("in deze stand staat geen (zichtbaar) hard plan: de capaciteit is onbekend.")
    return Table("rijk", f"Harde plancapaciteit per {peildatum}", _HARD, tuple(rows), tuple(notes))


def _hard_row(year: Year, gross: Group, net: Group, style: Style = Style.NORMAL) -> Row:
    records = count(gross.sums.records, lambda: records_figure(gross.sums))
    cells = (group_label(gross, By.GEMEENTE), records, value(gross.sums.hard), value(net.sums.hard))
    return Row(group_key(gross), cells, style, year.view.names(gross.key))


def _interval(year: Year) -> str:
    parameter = year.agenda.parameter("overzicht-rijk") if year.agenda else None
    waarde = parameter.op(year.datum) if parameter else None
    if waarde is None:
        return "hoe vaak dit overzicht gemaakt wordt, ontbreekt in agenda.yaml."
    return f"dit overzicht wordt eens in de {waarde.waarde} {waarde.eenheid} gemaakt."
