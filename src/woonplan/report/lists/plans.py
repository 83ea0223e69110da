"""The records of the register state as lists: all of them, or the key projects only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from woonplan.calc.capacity.counts import contributions_figure
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.confidential import level_of
from woonplan.calc.lists.listing import Groups
from woonplan.calc.number.figure import Figure
from woonplan.calc.report.ladder import given_figure
from woonplan.model.dataset import Dataset
from woonplan.model.number import UNKNOWN
from woonplan.model.plan import Plan
from woonplan.model.source import Herkomst
from woonplan.model.vocabulary import Sleutelsoort, Vertrouwelijkheid
from woonplan.numerals import amount
from woonplan.report.cells import when
from woonplan.report.words import klasse_word, source_text, spoken, where
from woonplan.tables.cell import Key, Value
from woonplan.tables.table import Column, Kind, Row, Table

_PLANS = (
    Column("status", "status"),
    Column("klasse", "klasse", drop=2),
    Column("gebied", "gemeente of regio"),
    Column("naam", "naam"),
    Column("woningen", "woningen", Kind.AMOUNT),
    Column("restant", "restant", Kind.AMOUNT, drop=1),
    Column("telt_mee", "telt mee", drop=3),
    Column("vertrouwelijkheid", "vertrouwelijkheid", drop=7),
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


def plans_table(dataset: Dataset, groups: Groups) -> Table:
    """Return one row per record (``plan_groups``): its status, size, whether it counts, and where it comes from."""
    count = {name: len(records) for name, records in groups.items()}
    note = (
        f"{amount(count['records'], 'plan', 'plannen')}; {count['buiten_telling']} buiten de telling, "
        f"{count['zonder_aantal']} zonder aantal woningen, {count['status_onbekend']} met onbekende status."
    )
    silent = sum(c.plan.vertrouwelijkheid is None for c in groups["records"])
    closed = f"zonder vertrouwelijkheid: {silent}; die gelden als '{Vertrouwelijkheid.GEMEENTE}'."
    rows = tuple(_plan_row(dataset, c) for c in groups["records"])
    return Table("plannen", "Plannen", _PLANS, rows, (note, *when(silent, closed), *_regional(count)))


def projects_table(dataset: Dataset, groups: Groups) -> Table:
    """Return one row per key project or part of a key area (``project_groups``)."""
    count = {name: len(records) for name, records in groups.items()}
    parts = ", ".join(f"{count[kind]} {kind}" for kind in Sleutelsoort)
    records = amount(count["records"], "plan", "plannen")
    notes = (
        f"{records}: {parts}. Zonder aantal woningen: {count['zonder_aantal']}.",
        "stedelijk: elk project is een sleutelproject; radialen en thematisch: samen per gebied of thema.",
        *_regional(count),
    )
    rows = tuple(_project_row(dataset, c) for c in groups["records"])
    return Table("sleutelprojecten", "Sleutelprojecten en sleutelgebieden", _PROJECTS, rows, notes)


def _regional(count: Mapping[str, int]) -> tuple[str, ...]:
    regional = amount(count["regionaal"], "plan", "plannen")
    text = f"{regional} voor de hele regio niet getoond: een deel ervan kan hier liggen."
    return when(count["regionaal"], text)


def counts(groups: Groups) -> tuple[Figure, ...]:
    """Return what is counted under the list of plans, or of key projects."""
    return tuple(contributions_figure(name, spoken(name), records) for name, records in groups.items())


def _homes(c: Contribution) -> Value:
    """Return all homes of a plan as the register gives them; unknown where it does not."""
    return Value(c.plan.number() or UNKNOWN, derivation=partial(given_figure, c))


def _plan_row(dataset: Dataset, c: Contribution) -> Row:
    plan, source = c.plan, c.source
    cells = (
        str(plan.planstatus),
        klasse_word(c.klasse),
        where(dataset, plan),
        plan.naam,
        _homes(c),
        Value(c.holds, derivation=partial(getattr, c, "whole")),
        _counts(plan),
        str(level_of(plan)),
        plan.id,
        Key(Herkomst.FICTIEF if dataset.fictief else source.herkomst),
        source_text(dataset, source),
    )
    return Row(plan.id, cells)


def _project_row(dataset: Dataset, c: Contribution) -> Row:
    plan, project = c.plan, c.plan.sleutelproject
    cells = (
        Key(project.soort) if project else "",
        where(dataset, plan),
        plan.naam,
        _homes(c),
        (project.gebied or project.thema or "") if project else "",
        Key(project.doel) if project and project.doel else "",
        source_text(dataset, c.source),
    )
    return Row(plan.id, cells)


def _counts(plan: Plan) -> str:
    if not plan.telt_mee:
        return "nee"
    return f"in {plan.onderdeel_van}" if plan.onderdeel_van else "ja"
