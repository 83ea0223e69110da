"""DIWI's workbook: a row a block of homes, project columns repeated, and columns that move.

A column is found by its section (row 2), header (row 4) and subheader (row 5). Status and phase have no cell: each has
a date from which it holds, so the current one is the latest that is not after the reference date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from woonplan.diagnostics import quote
from woonplan.exchange.cells import Cell, Value, Worksheet, blank, ref, shown
from woonplan.exchange.columns import FileColumn
from woonplan.exchange.fields import BY_KEY, NOT_YET
from woonplan.exchange.headers import fold, headers
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.diwi.blocks import WP620, settle_blocks
from woonplan.exchange.layouts.draft import WP619, Draft
from woonplan.exchange.layouts.layout import WP612, Layout
from woonplan.exchange.values.dates import WP607
from woonplan.exchange.values.faults import Problem
from woonplan.exchange.values.reader import read
from woonplan.exchange.values.spelling import WP617
from woonplan.exchange.words import STATUS
from woonplan.model.base import first_day

_SECTIONS, _HEADERS, _SUBHEADERS = 2, 4, 5
_PROJECT, _AMOUNTS, _BUILD, _DEMOLISH = (
    "projectgegevens",
    "woning aantallen",
    "bouw gegevens",
    "sloop gegevens",
)
_KINDS = {_BUILD: "bouw", _DEMOLISH: "sloop"}
_CONTROL = "controle"
_ID = "identificatie nr"
_OWNERS = {
    "particuliere verhuurder": "betaalbaarheid.huur_onbekend",
    "huur woningcorporatie": "betaalbaarheid.huur_onbekend",
}
_PRICES = ("koopprijs", "huurprijs")
_FLAGS = ("bouw_gerealiseerd", "sloop_gerealiseerd")
_DONE = {"afgerond": "klaar", "afgebroken": "vervallen"}


class _Heading(NamedTuple):
    section: str
    header: str
    sub: Value


def recognise(sheet: Worksheet) -> Layout | None:
    """Return the layout when the sections and headers of the product stand in their rows."""
    rows = {number: row for number, row in sheet.rows[:10] if number <= _SUBHEADERS}
    sections = {fold(shown(v)) for v in rows.get(_SECTIONS, ()) if not blank(v)}
    names = {fold(shown(v)) for v in rows.get(_HEADERS, ()) if not blank(v)}
    if not {_PROJECT, _AMOUNTS} <= sections or not {_ID, "naam", "plan soort"} <= names:
        return None
    return Diwi(sheet, _SUBHEADERS, list(_columns(rows)))


def _columns(rows: dict[int, Sequence[Value]]) -> Iterator[FileColumn]:
    heads, subs, tops = (rows.get(n, ()) for n in (_HEADERS, _SUBHEADERS, _SECTIONS))
    section = ""
    for index in range(1, max(len(heads), len(subs), len(tops)) + 1):
        top, head, sub = (row[index - 1] if len(row) >= index else None for row in (tops, heads, subs))
        if not blank(top):
            section = fold(shown(top))
        header = shown(head).strip() if not blank(head) else ""
        name = f"{header}, {shown(sub)}" if header and not blank(sub) else header
        if not header or section.startswith(_CONTROL):
            yield FileColumn(index, "", "", "wordt nooit gelezen")
            continue
        yield FileColumn(index, name, *_key(_Heading(section, fold(header), sub)))


def _key(head: _Heading) -> tuple[str, str]:
    """Return the key of a column in the terms of this format, or why it goes nowhere."""
    if head.section == _PROJECT:
        return _project_key(head.header), ""
    if head.section == _AMOUNTS:
        return (f"/{head.header}" if head.header in ("bouw", "sloop") else ""), ""
    if head.section not in _KINDS:
        return "", ""
    return _block_key(_KINDS[head.section], head.header, head.sub)


def _project_key(header: str) -> str:
    code = header.partition(" ")[0].upper()
    if _is_phase(header):
        return f"/fase {header}"
    if code in STATUS:
        return f"/status {code}"
    return {_ID: "/id", "project status": "/project"}.get(header) or headers("diwi").get(header, "")


def _block_key(kind: str, header: str, sub: Value) -> tuple[str, str]:
    if header == "opleverdatum" and isinstance(sub, date):
        return f"/{kind} {sub.year:04d}-{sub.month:02d}-{sub.day:02d}", ""
    if shown(sub).strip().casefold() in _FLAGS:
        return f"/vlag {kind} {shown(sub)}", ""
    field = headers("diwi").get(header) or _OWNERS.get(header)
    price = header.startswith(_PRICES) and not blank(sub)
    if kind == "sloop" and (field or price or header == "onbekend"):
        return "", "het register verdeelt de sloop niet"
    if price:
        return f"/prijs {header} {shown(sub)}", ""
    return (f"/{header}|{field}" if field else ""), ""


def _is_phase(header: str) -> bool:
    """Whether a header names a phase ("6 Realisatie"): a status has a letter, but for "3 In voorbereiding"."""
    number, _, name = header.partition(" ")
    return number.isdigit() and not (number == "3" and name == "in voorbereiding")


class Diwi(Layout):
    """Its rows, put together by project."""

    naam = "DIWI"
    slug = "diwi"

    @property
    def named_in(self) -> int:
        """The row with the headers; their subheaders stand under them."""
        return _HEADERS

    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield a plan for every project, with the cells of each of its blocks."""
        projects: dict[str, Draft] = {}
        flags: list[Cell] = []
        for row in self.rows(asked):
            cell = row.cells.pop("/id", None)
            key = shown(cell.value).strip() if cell else ""
            if not key:
                message = f"rij {row.rows[0]} heeft geen Identificatie nr en wordt overgeslagen, zoals DIWI zelf doet"
                self.findings.append(WP612.at(self.sheet.place(row.rows[0]), message))
                continue
            number = row.rows[0]
            flags += [c for k, c in row.cells.items() if k.startswith("/vlag") and not blank(c.value)]
            cells = {(k if "/" not in k else f"{number}{k}"): c for k, c in row.cells.items()}
            draft = projects.get(key)
            if draft is None:
                projects[key] = Draft(self.sheet, row.rows, cells, self.label, key)
                continue
            for name, other in cells.items():
                first = draft.cells.get(name)
                if "/" not in name and first is not None and first.value != other.value:
                    message = f"{quote(shown(other.value))}, maar rij {first.row} van hetzelfde project zegt "
                    draft.say(WP619, other, f"{message}{quote(shown(first.value))}")
                draft.cells.setdefault(name, other)
            draft.rows += row.rows
        if flags:
            named = ", ".join(f"{ref(c.row, c.column)}: {shown(c.value)}" for c in flags)
            message = f"de vlag 'gerealiseerd' ({named}) wordt door DIWI omgekeerd geschreven (Ja is een "
            message += "datum in de toekomst) en is als onbekend gelezen"
            self.findings.append(WP620.at(self.sheet.place(flags[0].row, flags[0].column), message))
        yield from projects.values()

    def refs(self, draft: Draft, key: str) -> str:
        """Return the cells of a number: one a block."""
        kind = {"woningen": "bouw", "restant": "bouw", "sloop": "sloop"}.get(key, "")
        return draft.refs(f"{number}/{kind}" for number in draft.rows)

    def settle(self, draft: Draft, asked: Given) -> None:
        """Add the blocks up, and read status and phase as they were on the reference date."""
        day = first_day(asked.peildatum) if asked.peildatum else None
        if day is not None:
            _milestones(draft, day)
            settle_blocks(draft, day)


def _milestones(draft: Draft, day: date) -> None:
    """Read the latest status and phase that began on or before a day; the rows of a project must agree."""
    latest: dict[str, tuple[date, str]] = {}
    per_name: dict[str, Cell] = {}
    for key, cell in draft.cells.items():
        _, slash, name = key.partition("/")
        kind, _, what = name.partition(" ")
        if not slash or kind not in ("status", "fase", "project") or blank(cell.value):
            continue
        first = per_name.setdefault(name, cell)
        if first.value != cell.value:
            message = f"{quote(shown(cell.value))}, maar rij {first.row} van hetzelfde project zegt "
            draft.say(WP619, cell, f"{message}{quote(shown(first.value))}")
        elif kind == "project":
            _project_status(draft, cell)
        elif not isinstance(cell.value, date):
            message = f"{quote(shown(cell.value))} is geen datum in een cel met datumopmaak"
            draft.say(WP607, cell, message, "Geef de cel een datumopmaak.")
        else:
            began = cell.value.date() if isinstance(cell.value, datetime) else cell.value
            if began <= day and (kind not in latest or latest[kind] < (began, what)):
                latest[kind] = (began, what)
    if "status" in latest:
        draft.values["planstatus"] = latest["status"][1]
    if "fase" in latest and "projectfase" not in draft.values:
        _phase(draft, latest["fase"][1])


def _phase(draft: Draft, what: str) -> None:
    reading = read(BY_KEY["projectfase"], what)
    if isinstance(reading, Problem):
        cell = next((c for k, c in draft.cells.items() if k.endswith(f"/fase {what}")), None)
        draft.say(reading.rule, cell, reading.message, reading.hint)
    elif reading is not None and reading != "onbekend":
        draft.values["projectfase"] = reading


def _project_status(draft: Draft, cell: Cell) -> None:
    status = fold(shown(cell.value))
    if status == "afgerond":
        draft.values["projectfase"] = "afgerond"
    elif status in _DONE:
        draft.say(WP617, cell, f"{quote(shown(cell.value))}: {NOT_YET['projectfase: vervallen']}")
