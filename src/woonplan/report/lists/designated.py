"""The key projects of the agreement as tables, whatever the state: each project, and the units of the minimum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from woonplan.calc.number.sums import each
from woonplan.calc.report.designated import (
    EERSTE,
    LAATSTE,
    MINIMUM,
    OPLEVERING,
    Designated,
    Sleuteleenheid,
    designated,
    units,
)
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.parameter import Eenheid
from woonplan.model.stand import Invoer, inherit
from woonplan.model.vocabulary import Doel, Sleutelsoort
from woonplan.numerals import amount, listing
from woonplan.report.cells import count, maybe, value, when
from woonplan.report.words import source_text
from woonplan.tables.cell import Cell, Key
from woonplan.tables.table import Column, Kind, Row, Table, without

_UNITS = (
    Column("soort", "soort"),
    Column("eenheid", "project, gemeente of thema"),
    Column("projecten", "projecten", Kind.COUNT),
    Column("records", "plannen", Kind.COUNT, drop=1),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("oordeel", "minimum gehaald"),
)


@dataclass(frozen=True, slots=True)
class _Agreed:
    """What was agreed on all of them: the years in which they build, the last year, and the least homes of each."""

    first: int | None
    last: int | None
    until: int | None
    minimum: int | None


def designated_tables(
    view: View, agenda: Agendabestand, invoer: Invoer, dag: str, *, narrow: bool = False
) -> tuple[Table, ...]:
    """Return one row per designated project, and one per unit of the minimum; nothing where none is designated.

    Args:
        view: The register, and the municipalities that are asked for.
        agenda: What was agreed.
        invoer: The file that it stands in.
        dag: The day on which the agreed numbers hold.
        narrow: Whether the table has to fit a page of paper that stands upright.
    """
    if not agenda.sleutelprojecten:
        return ()
    numbers = _agreed(agenda, dag)
    every = designated(agenda, invoer, view.records)
    wanted = view.question.gemeenten
    shown = [one for one in every if not wanted or _gemeente(view, one) in wanted]
    projects = _projects_table(view, agenda, shown, numbers)
    return without(projects, "gebied", "doel", "bron") if narrow else projects, _units_table(
        view, agenda, shown, numbers
    )


def _agreed(agenda: Agendabestand, dag: str) -> _Agreed:
    years = [_number(agenda, name, dag, Eenheid.KALENDERJAAR) for name in (EERSTE, LAATSTE, OPLEVERING)]
    return _Agreed(years[0], years[1], years[2], _number(agenda, MINIMUM, dag, Eenheid.WONINGEN))


def _number(agenda: Agendabestand, name: str, dag: str, eenheid: Eenheid) -> int | None:
    """Return an agreed number; that of a state from before the agreement is its first, as in the rules of `check`."""
    parameter = agenda.parameter(name)
    waarde = (parameter.op(dag) or next(iter(parameter.waarden), None)) if parameter else None
    return int(waarde.breuk) if waarde is not None and waarde.eenheid is eenheid else None


def _gemeente(view: View, one: Designated) -> str:
    name = one.project.gemeente
    found = view.dataset.gemeente(name) if name else None
    return found.naam if found else name or ""


def _projects_table(view: View, agenda: Agendabestand, shown: list[Designated], numbers: _Agreed) -> Table:
    columns = (
        Column("soort", "soort"),
        Column("gemeente", "gemeente"),
        Column("naam", "naam"),
        Column("gebied", "gebied of thema", drop=4),
        Column("doel", "doel", drop=3),
        Column("woningen", "woningen in de afspraak", Kind.AMOUNT),
        Column("records", "plannen", Kind.COUNT),
        Column("woningen_plannen", "woningen in plannen", Kind.AMOUNT),
        *when(
            numbers.first and numbers.last, Column("venster", f"{numbers.first}-{numbers.last}", Kind.AMOUNT, drop=1)
        ),
        *when(numbers.until, Column("later", f"na {numbers.until}", Kind.AMOUNT, drop=2)),
        Column("opmerkingen", "opmerkingen", drop=5, some=True),
        Column("bron", "bron", drop=6),
    )
    rows = tuple(_project_row(view, agenda, one, numbers) for one in shown)
    kinds = ", ".join(f"{sum(one.project.soort is kind for one in shown)} {kind}" for kind in Sleutelsoort)
    there = sum(bool(one.plans) for one in shown)
    numbered = sum(one.project.number() is not None for one in shown)
    notes = (
        f"{amount(len(shown), 'aangewezen project', 'aangewezen projecten')}: {kinds}. De afspraak noemt bij "
        f"{numbered} een aantal woningen.",
        f"in deze stand heeft {amount(there, 'project', 'projecten')} een (zichtbaar) plan: met hetzelfde id, of dat "
        "het noemt met 'sleutelproject: {id: ...}'.",
        *_years(shown, numbers),
    )
    return Table("aangewezen", "Aangewezen sleutelprojecten", columns, rows, notes)


def _years(shown: list[Designated], numbers: _Agreed) -> Iterator[str]:
    """Yield which projects with a plan deliver nothing in the agreed years, and which something after the last."""
    here = [one for one in shown if one.plans]
    if here and (numbers.first or numbers.until):
        yield "jaren: wat plannen in die jaren nog opleveren; een plan zonder jaren van oplevering is onbekend."
    if numbers.first and numbers.last:
        found = [(one.project.naam, one.delivered(numbers.first, numbers.last)) for one in here]
        none = [name for name, homes in found if homes is not None and homes.low.zero and not homes.low.unknown]
        yield from when(none, f"levert in {numbers.first}-{numbers.last} niets op: {listing(none)}.")
    if numbers.until:
        found = [(one.project.naam, one.delivered(numbers.until + 1, None)) for one in here]
        late = [name for name, homes in found if homes is not None and (homes.low.low or 0) > 0]
        yield from when(late, f"levert na {numbers.until} nog op: {listing(late)}.")


def _project_row(view: View, agenda: Agendabestand, one: Designated, numbers: _Agreed) -> Row:
    project = one.project
    window: Iterable[Cell] = ()
    if numbers.first and numbers.last:
        window = (maybe(one.delivered(numbers.first, numbers.last)),)
    later = (maybe(one.delivered(numbers.until + 1, None)),) if numbers.until else ()
    plans = [record.figure for record in one.plans]
    cells: tuple[Cell, ...] = (
        Key(project.soort),
        _gemeente(view, one) or f"{view.dataset.gebied.regio.naam} (regio)",
        project.naam,
        project.thema or project.gebied or "",
        Key(project.doel or ""),
        value(one.agreed) if project.number() is not None else None,
        count(len(plans), partial(each, "records", "plannen", plans)),
        maybe(one.homes),
        *window,
        *later,
        project.opmerkingen or "",
        source_text(view.dataset, inherit(project, agenda), agenda.bronnen),
    )
    return Row(project.id, cells)


def _units_table(view: View, agenda: Agendabestand, shown: list[Designated], numbers: _Agreed) -> Table:
    every = units(view.dataset, agenda, shown)
    if view.question.gemeenten:
        # A theme runs over municipalities, and these are some of them.
        every = tuple(one for one in every if one.soort is not Sleutelsoort.THEMATISCH)
    rows = tuple(_unit_row(number, unit, numbers) for number, unit in enumerate(every, start=1))
    return Table(
        "eenheden",
        "Sleutelprojecten en -gebieden tegenover het minimum",
        _UNITS,
        rows,
        (
            *_notes(every, numbers),
            *when(
                view.question.netto,
                "woningen: alle van een project of gebied, zonder sloop af te trekken; dat is geen plancapaciteit.",
            ),
        ),
    )


def _unit_row(number: int, unit: Sleuteleenheid, numbers: _Agreed) -> Row:
    plans = [record.figure for one in unit.projects for record in one.plans]
    projects = [one.agreed for one in unit.projects]
    cells: tuple[Cell, ...] = (
        Key(unit.soort),
        unit.name,
        count(len(projects), partial(each, "projecten", "projecten", projects)),
        count(len(plans), partial(each, "records", "plannen", plans)),
        value(unit.homes) if unit.projects else None,
        _verdict(unit, numbers),
    )
    return Row(f"{unit.soort}.{number}", cells)


def _verdict(unit: Sleuteleenheid, numbers: _Agreed) -> str:
    if not unit.projects:
        return "geen project genoemd"
    if unit.exempt:
        return "geen minimum"
    if numbers.minimum is None:
        return "geen minimum afgesproken"
    return {True: "ja", False: "nee", None: "onbekend"}[unit.reaches(numbers.minimum)]


def _notes(every: tuple[Sleuteleenheid, ...], numbers: _Agreed) -> Iterator[str]:
    if numbers.minimum is not None:
        yield (
            f"minimum bij versnelling: {numbers.minimum} woningen in totaal, per project (stedelijk), gemeente "
            "(radialen) of thema. Woningen: die van de plannen, en zonder plan die van de afspraak."
        )
    alone = [u.name for u in every if u.soort is Sleutelsoort.RADIALEN and len(u.projects) == 1]
    yield from when(alone, f"een gebied is een optelsom van projecten; met maar een project: {listing(alone)}.")
    empty = [unit.name for unit in every if not unit.projects]
    yield from when(empty, f"thema zonder project in de afspraak: {listing(empty)}.")
    silent = [one for unit in every for one in unit.projects if one.project.doel is None]
    yield from when(silent, f"zonder doel ({' of '.join(Doel)}): {amount(len(silent), 'project', 'projecten')}.")
