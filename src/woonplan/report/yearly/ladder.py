"""The Ladder sheet of an area: what need is left after hard supply, and where each plan stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from woonplan.calc.gap.balance import demand as demanded
from woonplan.calc.number.figure import Figure
from woonplan.calc.report.ladder import (
    DREMPEL,
    Geldt,
    Ligging,
    Tree,
    on_the_ladder,
    plan_figure,
    remaining_need,
    threshold,
)
from woonplan.model.control import Planklasse
from woonplan.model.target import RuimereProgrammering, SoortUitspraak
from woonplan.report.cells import both
from woonplan.report.missing import NO_OPGAVE
from woonplan.report.words import where_from
from woonplan.report.yearly.year import Year
from woonplan.tables import Column, Kind, Row, Style, Table, Value

T = TypeVar("T")

_NEED = (
    Column("onderdeel", "onderdeel"),
    Column("ondergrens", "ondergrens", Kind.AMOUNT),
    Column("bovengrens", "bovengrens", Kind.AMOUNT),
    Column("bron", "bron", drop=1),
)

_PLANS = (
    Column("gemeente", "gemeente"),
    Column("naam", "naam"),
    Column("status", "status"),
    Column("klasse", "klasse", drop=1),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("ladder", "ladder geldt"),
    Column("ligging", "binnen of buiten bestaand stedelijk gebied"),
)
_HOLDS = next(i for i, column in enumerate(_PLANS) if column.key == "ladder")

_DEMAND = (SoortUitspraak.LOKALE_BEHOEFTE, SoortUitspraak.AMBITIE)


def need_table(year: Year) -> Table:
    """Return demand - delivered - hard supply (homes) for the area asked for, for every demand stated for it."""
    rows = [
        _figure(year, key, figure, Style.TOTAL if key.endswith(".rest") else Style.NORMAL)
        for key, figure in _need_figures(year)
    ]
    notes = [
        "alleen hard aanbod gaat van de behoefte af; zachte plannen concurreren niet, maar een zacht plan binnen "
        "bestaand stedelijk gebied kan een alternatief zijn voor een plan erbuiten.",
    ]
    for soort in _DEMAND:
        found = year.view.stated(soort)
        if found is not None and found.uitspraak.ruimere_programmering is RuimereProgrammering.INBEGREPEN:
            notes.append(
                f"{found.uitspraak.id}: in dit getal zit al ruimere programmering, voor plannen die niet doorgaan; als "
                "behoefte voor de ladder is het dus te hoog."
            )
    if not rows:
        opgave = year.view.opgave
        where = f"in opgave {opgave.id} staat geen lokale behoefte of ambitie voor dit gebied" if opgave else NO_OPGAVE
        notes.append(f"{where}: de behoefte is onbekend.")
    area = ", ".join(year.question.gemeenten) or year.dataset.gebied.regio.naam
    return Table("behoefte", f"Behoefte na hard aanbod: {area}", _NEED, tuple(rows), tuple(notes))


def _need_figures(year: Year) -> Iterator[tuple[str, Figure]]:
    """Yield the rows of the need by their keys: each demand, what goes off it, and what is left of it."""
    balance = year.balance
    for soort in _DEMAND:
        demand = demanded(year.view, soort)
        if demand is None:
            continue
        left = remaining_need(demand, balance.sums.hard, balance.gerealiseerd)
        yield f"{soort}.{soort}", demand
        yield from ((f"{soort}.{part.name}", part) for part in left.parts[1:])
        yield f"{soort}.rest", left


def _figure(year: Year, key: str, figure: Figure, style: Style = Style.NORMAL) -> Row:
    # A need that is left is no shortage of plans, so it is not written as one.
    return Row(key, (figure.label, *both(figure), where_from(year.dataset, figure)), style)


def ladder_plans_table(year: Year) -> Table:
    """Return every plan in the area: whether the Ladder holds for it, and where it lies."""
    minimum = threshold(year.agenda, year.datum)
    chosen = {share.contribution.plan.id: share.contribution for share in year.shares}
    trees = [on_the_ladder(c, minimum) for c in chosen.values() if not c.aggregate]
    rows = tuple(_plan(year, tree) for tree in trees)
    if minimum is None:
        notes = [f"de drempel is onbekend: parameter {DREMPEL} heeft in agenda.yaml geen waarde op deze datum."]
    else:
        notes = [f"de ladder geldt vanaf {minimum.waarde} woningen."]
    if year.question.netto:
        notes.append("woningen: alle van het plan, zonder sloop af te trekken; daarover gaat de drempel.")
    unknown = sum(1 for tree in trees if tree.ligging is Ligging.ONBEKEND)
    if unknown:
        notes.append(f"zonder plantype, dus ligging onbekend: {unknown} van {len(trees)} plannen.")
    if not rows:
        notes.append("in dit gebied staat geen (zichtbaar) plan in de stand; verzamelposten hebben geen ligging.")
    columns: tuple[Column, ...] = _PLANS
    if minimum is None:
        # One thing is missing, not one for every plan.
        columns, rows = _without(_PLANS), tuple(replace(row, cells=_without(row.cells)) for row in rows)
    return Table("ladder", "Plannen en de ladder", columns, rows, tuple(notes))


def _without(cells: tuple[T, ...]) -> tuple[T, ...]:
    """Return the cells of a row without whether the Ladder holds."""
    return cells[:_HOLDS] + cells[_HOLDS + 1 :]


def _plan(year: Year, tree: Tree) -> Row:
    c = tree.contribution
    cells = (
        ", ".join(year.dataset.gemeenten_of(c.plan)) or f"{c.plan.regio} (regio)",
        c.plan.naam,
        str(c.plan.planstatus),
        "telt niet" if c.klasse is Planklasse.TELT_NIET else str(c.klasse),
        Value(tree.homes, derivation=partial(plan_figure, c)),
        {Geldt.ONBEKEND: "hangt af van het aantal"}.get(tree.geldt, str(tree.geldt)),
        str(tree.ligging),
    )
    return Row(c.plan.id, cells)
