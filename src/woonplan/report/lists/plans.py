"""The records of the register state as lists: all of them, or the key projects only."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from woonplan.calc.capacity.counts import contributions_figure
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.lists.listing import Listed, key_projects, plan_groups, project_groups
from woonplan.calc.number.figure import Figure
from woonplan.calc.report.ladder import given_figure
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.number import UNKNOWN
from woonplan.model.plan import Plan
from woonplan.model.restant import restant
from woonplan.model.source import Herkomst
from woonplan.model.vocabulary import Sleutelsoort
from woonplan.report.words import source_text
from woonplan.tables import Column, Kind, Row, Table, Value

_PLANS = (
    Column("status", "status"),
    Column("klasse", "klasse", drop=2),
    Column("gebied", "gemeente of regio"),
    Column("naam", "naam"),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("restant", "restant", Kind.AMOUNT, drop=1),
    Column("telt_mee", "telt mee", drop=3),
    Column("id", "id", drop=4),
    Column("herkomst", "herkomst", drop=5),
    Column("bron", "bron", drop=6),
)

_PROJECTS = (
    Column("soort", "soort"),
    Column("gemeente", "gemeente"),
    Column("naam", "naam"),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("gebied", "gebied of thema", drop=1),
    Column("doel", "doel", drop=2),
    Column("bron", "bron", drop=3),
)

_KLASSE = {Planklasse.TELT_NIET: "telt niet"}


def plans_table(dataset: Dataset, listed: Listed) -> Table:
    """Return one row per record: its status, size, whether it counts, and where it comes from."""
    rows = []
    for c in listed.records:
        plan = c.plan
        source = c.source
        cells = (
            str(plan.planstatus),
            _KLASSE.get(c.klasse, str(c.klasse)),
            _area(dataset, plan),
            plan.naam,
            _homes(c),
            Value(restant(plan), derivation=partial(getattr, c, "whole")),
            _counts(plan),
            plan.id,
            str(Herkomst.FICTIEF if dataset.fictief else source.herkomst),
            source_text(dataset, source),
        )
        rows.append(Row(plan.id, cells))
    return Table("plannen", "Plannen", _PLANS, tuple(rows), tuple(_plan_notes(listed)))


def projects_table(dataset: Dataset, listed: Listed) -> Table:
    """Return one row per key project or part of a key area."""
    projects = key_projects(listed)
    rows = tuple(_project_row(dataset, c) for c in projects.records)
    return Table(
        "sleutelprojecten", "Sleutelprojecten en sleutelgebieden", _PROJECTS, rows, tuple(_project_notes(projects))
    )


def counts(listed: Listed, *, projects: bool = False) -> tuple[Figure, ...]:
    """Return what is counted under the list of plans, or of key projects."""
    groups = project_groups(key_projects(listed)) if projects else plan_groups(listed)
    return tuple(contributions_figure(name, name.replace("_", " "), records) for name, records in groups.items())


def _homes(c: Contribution) -> Value:
    """Return all homes of a plan as the register gives them; unknown where it does not."""
    return Value(c.plan.number() or UNKNOWN, derivation=partial(given_figure, c))


def _project_row(dataset: Dataset, c: Contribution) -> Row:
    plan, project = c.plan, c.plan.sleutelproject
    cells = (
        str(project.soort) if project else "",
        _area(dataset, plan),
        plan.naam,
        _homes(c),
        (project.gebied or project.thema or "") if project else "",
        str(project.doel) if project and project.doel else "",
        source_text(dataset, c.source),
    )
    return Row(plan.id, cells)


def _area(dataset: Dataset, plan: Plan) -> str:
    return ", ".join(dataset.gemeenten_of(plan)) or f"{plan.regio} (regio)"


def _counts(plan: Plan) -> str:
    if not plan.telt_mee:
        return "nee"
    return f"in {plan.onderdeel_van}" if plan.onderdeel_van else "ja"


def _plan_notes(listed: Listed) -> Iterable[str]:
    count = {name: len(records) for name, records in plan_groups(listed).items()}
    yield (
        f"{_records(count['records'])}; {count['buiten_telling']} buiten de telling, "
        f"{count['zonder_aantal']} zonder aantal woningen, {count['status_onbekend']} met onbekende status."
    )
    yield from _regional(listed)


def _project_notes(projects: Listed) -> Iterable[str]:
    count = {name: len(records) for name, records in project_groups(projects).items()}
    parts = ", ".join(f"{count[kind]} {kind}" for kind in Sleutelsoort)
    yield f"{_records(count['records'])}: {parts}. Zonder aantal woningen: {count['zonder_aantal']}."
    yield "stedelijk: elk project is een sleutelproject; radialen en thematisch: samen per gebied of thema."
    yield from _regional(projects)


def _regional(listed: Listed) -> Iterable[str]:
    if listed.regional:
        yield f"{_records(listed.regional)} voor de hele regio niet getoond: een deel ervan kan hier liggen."


def _records(count: int) -> str:
    return "1 record" if count == 1 else f"{count} records"
