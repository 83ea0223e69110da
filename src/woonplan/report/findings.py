"""Findings as a table, for whoever mends a register or the list that it was read from in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from woonplan.diagnostics import Diagnostic
from woonplan.model.dataset import Dataset
from woonplan.model.stand import record_source
from woonplan.report.words import source_text, where
from woonplan.tables.document import Document
from woonplan.tables.table import Column, Row, Table

_COLUMNS = (
    Column("ernst", "ernst"),
    Column("code", "code"),
    Column("gemeente", "gemeente"),
    Column("plan", "plan"),
    Column("naam", "naam"),
    Column("bron", "bron van het plan"),
    Column("bestand", "bestand"),
    Column("regel", "regel"),
    Column("kolom", "kolom"),
    Column("bevinding", "wat er is"),
    Column("oplossing", "wat te doen"),
)

_Plan = tuple[str, str]
"""A plan by its file and its id: states beside one another share ids."""


def findings_document(findings: Sequence[Diagnostic], total: str, datasets: Iterable[Dataset] = ()) -> Document:
    """Return findings as one table, in their order, with what a run looked at under it.

    Of a plan it says where it came from, so that a supplier finds it in their own workbook.
    """
    plans = _plans({_plan(finding) for finding in findings if finding.subject}, datasets)
    rows = tuple(Row(str(number), _cells(finding, plans)) for number, finding in enumerate(findings, 1))
    table = Table("bevindingen", "Bevindingen", _COLUMNS, rows, notes=(total,))
    return Document("Bevindingen van 'woonplan check'", (table,), facts={"opdracht": "check"})


def _plan(finding: Diagnostic) -> _Plan:
    return finding.place.file if finding.place else "", finding.subject


def _plans(wanted: set[_Plan], datasets: Iterable[Dataset]) -> dict[_Plan, tuple[str, str, str]]:
    """Return municipality, name and source of the plans that findings are about."""
    return {
        (standdeel.invoer.bestand, plan.id): (
            where(dataset, plan),
            plan.naam,
            source_text(dataset, record_source(plan, standdeel)),
        )
        for dataset in datasets
        for standdeel, plan in dataset.stand
        if (standdeel.invoer.bestand, plan.id) in wanted
    }


def _cells(finding: Diagnostic, plans: Mapping[_Plan, tuple[str, str, str]]) -> tuple[str, ...]:
    place = finding.place
    at = (place.file, str(place.line or ""), str(place.column or "")) if place else ("", "", "")
    gemeente, naam, bron = plans.get(_plan(finding), ("", "", ""))
    return (
        *(str(finding.severity), finding.code, gemeente, finding.subject, naam, bron),
        *(*at, finding.message, finding.hint),
    )
