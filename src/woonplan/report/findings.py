"""Findings as a table, for whoever mends a register with a spreadsheet beside it."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.diagnostics import Diagnostic
from woonplan.tables import Column, Document, Row, Table

_COLUMNS = (
    Column("ernst", "ernst"),
    Column("code", "code"),
    Column("plan", "plan"),
    Column("bestand", "bestand"),
    Column("regel", "regel"),
    Column("kolom", "kolom"),
    Column("bevinding", "wat er is"),
    Column("oplossing", "wat te doen"),
)


def findings_document(findings: Iterable[Diagnostic], total: str) -> Document:
    """Return findings as one table, in their order, with what a run looked at under it."""
    rows = tuple(Row(str(number), _cells(finding)) for number, finding in enumerate(findings, 1))
    table = Table("bevindingen", "Bevindingen", _COLUMNS, rows, notes=(total,))
    return Document("Bevindingen van 'woonplan check'", (table,), facts={"opdracht": "check"})


def _cells(finding: Diagnostic) -> tuple[str, ...]:
    place = finding.place
    at = (place.file, str(place.line or ""), str(place.column or "")) if place else ("", "", "")
    return (str(finding.severity), finding.code, finding.subject, *at, finding.message, finding.hint)
