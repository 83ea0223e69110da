"""The plans themselves: all locations with their possibilities, where each stands on the Ladder, and what is hard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.gap.balance import balance
from woonplan.calc.gap.balance import demand as demanded
from woonplan.calc.gap.groups import grouped
from woonplan.calc.question import By
from woonplan.calc.report.ladder import DREMPEL, Geldt, Ligging, geldt, ligging, plan_figure, remaining_need
from woonplan.calc.target.demand import Stated
from woonplan.model.parameter import Eenheid
from woonplan.model.restant import plan_homes
from woonplan.model.statussen import Planstatus
from woonplan.model.target import RuimereProgrammering, SoortUitspraak
from woonplan.report.cells import FIGURES, figure_row, group_row, records, value, when
from woonplan.report.words import NO_OPGAVE, dutch_date, klasse_word, unplaced, where
from woonplan.report.yearly.year import Year
from woonplan.tables.cell import Key, Value
from woonplan.tables.table import Column, Kind, Row, Style, Table, without

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

_LADDER = (
    Column("gemeente", "gemeente"),
    Column("naam", "naam"),
    Column("status", "status"),
    Column("klasse", "klasse", drop=1),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("ladder", "ladder geldt"),
    Column("ligging", "binnen of buiten bestaand stedelijk gebied"),
)

_HARD = (
    Column("gemeente", "gemeente"),
    Column("records", "plannen", Kind.COUNT, drop=1),
    Column("hard_bruto", "hard (zonder aftrek van sloop)", Kind.AMOUNT),
    Column("hard_netto", "hard netto", Kind.AMOUNT),
)

_DEMAND = (SoortUitspraak.LOKALE_BEHOEFTE, SoortUitspraak.AMBITIE)

_HELD = {
    RuimereProgrammering.INBEGREPEN: "dit getal",
    RuimereProgrammering.DEELS_INBEGREPEN: "een deel van dit getal",
}

_HOLDS = {Geldt.JA: "ja", Geldt.NEE: "nee", Geldt.ONBEKEND: "hangt af van het aantal"}

_YES = {None: "onbekend", True: "ja", False: "nee"}


def inventory_table(year: Year) -> Table:
    """Return one row per plan: its site, status and possibilities. Aggregates have no site, and are not in it."""
    rows = tuple(_location(year, c) for c in year.view.records if not c.aggregate)
    day, month = (year.agreed(f"inventarisatie-{part}") for part in ("dag", "maand"))
    deadline = "de datum waarvoor de inventarisatie klaar moet zijn, ontbreekt in agenda.yaml."
    if day is not None and month is not None:
        deadline = f"de inventarisatie moet klaar zijn voor {day.waarde}-{month.waarde}-{year.jaar + 1}."
    aggregates = len(year.view.records) - len(rows)
    notes = (
        deadline,
        *when(aggregates, f"verzamelposten zonder locatie staan hier niet in: {aggregates}."),
        *when(not rows, "in deze stand staat geen (zichtbaar) plan: de locaties zijn onbekend."),
    )
    return Table("locaties", "Ontwikkellocaties", _LOCATIONS, rows, notes)


def _location(year: Year, c: Contribution) -> Row:
    plan = c.plan
    cells = (
        where(year.dataset, plan),
        plan.naam,
        ", ".join(plan.locaties) or plan.plaats or "onbekend",
        str(plan.planstatus),
        klasse_word(c.klasse),
        Value(plan_homes(plan), derivation=partial(plan_figure, c)),
        str(ligging(plan)),
        _YES[plan.transformatiepotentie],
        _YES[plan.prioriteit],
        str(plan.jaar_hard or "onbekend"),
        Key(", ".join(plan.knelpunten) or "onbekend"),
    )
    return Row(plan.id, cells)


def state_table(year: Year) -> Table:
    """Return hard capacity per municipality (homes), gross and net, as far as it counts for the target."""
    hard = frozenset({Planstatus.HARD})
    gross, net = (grouped(year.view.asking(netto=netto, statussen=hard), By.GEMEENTE) for netto in (False, True))
    rows = tuple(
        group_row(year.view, gross, one, records(one.sums), value(one.sums.hard), value(other.sums.hard))
        for one, other in zip((*gross.groups, gross.total), (*net.groups, net.total), strict=True)
    )
    interval = year.agreed("overzicht-rijk")
    notes = (
        "alleen harde plancapaciteit; wat na de periode van de opgave komt, telt niet mee.",
        *unplaced(gross.undivided),
        f"dit overzicht wordt eens in de {interval.waarde} {interval.eenheid} gemaakt."
        if interval
        else "hoe vaak dit overzicht gemaakt wordt, ontbreekt in agenda.yaml.",
        *when(
            not gross.total.sums.records,
            "in deze stand staat geen (zichtbaar) hard plan: de capaciteit is onbekend.",
        ),
    )
    date = dutch_date(year.dataset.stand.kop.peildatum)
    return Table("rijk", f"Harde plancapaciteit per {date}", _HARD, rows, notes)


def need_table(year: Year) -> Table:
    """Return demand - delivered - hard supply (homes) for the area asked for, for every demand stated for it."""
    rows, opgave = tuple(_needs(year)), year.view.opgave
    missing = f"in opgave {opgave.id} staat geen lokale behoefte of ambitie voor dit gebied" if opgave else NO_OPGAVE
    notes = (
        "alleen hard aanbod gaat van de behoefte af; zachte plannen concurreren niet, maar een zacht plan binnen "
        "bestaand stedelijk gebied kan een alternatief zijn voor een plan erbuiten.",
        *(
            f"{found.uitspraak.id}: in {_HELD[ruimer]} zit al ruimere programmering, voor plannen die niet doorgaan; "
            "als behoefte voor de ladder is het dus te hoog."
            for found in stated_needs(year)
            if (ruimer := found.uitspraak.ruimere_programmering) in _HELD
        ),
        *when(not rows, f"{missing}: de behoefte is onbekend."),
    )
    area = ", ".join(year.question.gemeenten) or year.dataset.gebied.regio.naam
    return Table("behoefte", f"Behoefte na hard aanbod: {area}", FIGURES, rows, notes)


def stated_needs(year: Year) -> tuple[Stated, ...]:
    """Return the statements behind the need: of each demand that is stated for all of the area."""
    found = ([year.view.stated(soort, area) for area in year.view.areas] for soort in _DEMAND)
    return tuple(one for stated in found if None not in stated for one in stated if one is not None)


def _needs(year: Year) -> Iterator[Row]:
    """Yield the rows of the need: each demand, what goes off it, and what is left of it.

    A need that is left is no shortage of plans, so it is not written as one.
    """
    dataset, found = year.dataset, balance(year.view)
    for soort in _DEMAND:
        demand = demanded(year.view, soort)
        if demand is not None:
            left = remaining_need(demand, found.sums.hard, found.gerealiseerd)
            yield figure_row(dataset, demand, key=f"{soort}.{soort}")
            yield from (figure_row(dataset, part, key=f"{soort}.{part.name}") for part in left.parts[1:])
            yield figure_row(dataset, left, style=Style.TOTAL, key=f"{soort}.rest")


def ladder_plans_table(year: Year) -> Table:
    """Return every plan in the area: whether the Ladder holds for it, and where it lies."""
    minimum = year.agreed(DREMPEL, Eenheid.WONINGEN)
    chosen = {share.contribution.plan.id: share.contribution for share in year.view.itemised}
    plans = [c for c in chosen.values() if not c.aggregate]
    rows = tuple(
        Row(
            c.plan.id,
            (
                where(year.dataset, c.plan),
                c.plan.naam,
                str(c.plan.planstatus),
                klasse_word(c.klasse),
                Value(plan_homes(c.plan), derivation=partial(plan_figure, c)),
                _HOLDS[geldt(c.plan, minimum)],
                str(ligging(c.plan)),
            ),
        )
        for c in plans
    )
    unknown = sum(ligging(c.plan) is Ligging.ONBEKEND for c in plans)
    notes = (
        f"de ladder geldt vanaf {minimum.waarde} woningen."
        if minimum
        else f"de drempel is onbekend: parameter {DREMPEL} heeft in agenda.yaml geen waarde op deze datum.",
        *when(
            year.question.netto,
            "woningen: alle van het plan, zonder sloop af te trekken; daarover gaat de drempel.",
        ),
        *when(unknown, f"zonder plantype, dus ligging onbekend: {unknown} van {len(plans)} plannen."),
        *when(
            not rows,
            "in dit gebied staat geen (zichtbaar) plan in de stand; verzamelposten hebben geen ligging.",
        ),
    )
    table = Table("ladder", "Plannen en de ladder", _LADDER, rows, notes)
    # One thing is missing then, not one for every plan.
    return table if minimum else without(table, "ladder")
