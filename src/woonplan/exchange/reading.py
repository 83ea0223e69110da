"""The one way from a file to records: cells to rows, rows to records, and everything that is wrong, at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.exchange.cells import Book, ref
from woonplan.exchange.columns import Heads
from woonplan.exchange.fields import order, parent
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.draft import WP618, Draft
from woonplan.exchange.layouts.layout import WP610, Layout
from woonplan.load.single import single
from woonplan.model.number import Number
from woonplan.model.restant import restant
from woonplan.rule import Example, Rule, csv_text
from woonplan.yaml_io.record import block_text

WP615 = Rule(
    code="WP615",
    naam="naam komt vaker voor",
    wat="Twee of meer plannen in een gemeente hebben dezelfde naam. Alle worden ingelezen, elk met een eigen id.",
    waarom="Een plan dat er twee keer staat, telt twee keer.",
    oplossing="Ga na of het om verschillende plannen gaat.",
    fout=Example(
        csv_text("naam;gemeente;woningen", "Beekstraat;Borne;30", "Beekstraat;Borne;12"), 2, 1, file="lijst.csv"
    ),
    goed=Example(
        csv_text("naam;gemeente;woningen", "Beekstraat oost;Borne;30", "Beekstraat west;Borne;12"), file="lijst.csv"
    ),
    severity=Severity.WAARSCHUWING,
)
"""Plans of one name in one municipality."""


INDENT = 2
"""Spaces before the dashes of the records that import writes."""

_USUAL = ("planstatus", "plantype", "vertrouwelijkheid")
_NEEDED = ("gemeente", "gemeenten", "regio")


@dataclass(slots=True)
class Incoming:
    """One plan that is good enough to write."""

    layout: Layout
    rows: tuple[int, ...]
    key: str
    naam: str
    gemeente: str
    """Its municipality, or the region."""
    own_id: str
    """The id that the file itself gives; empty where it does not."""
    data: dict[str, Any]
    """The record without its id and without where it comes from."""
    body: str
    """The same as lines of YAML, for a record whose dash stands two spaces in."""
    left: Number
    """Its homes to come."""
    cells: str
    """The cells of its numbers, as its file names them."""
    basis: str
    """Digest of the record that its row was made from, where a template carries it."""
    digest: str
    """Checksum of the data: the same as long as the source says the same."""

    @property
    def place(self) -> Place:
        """Where it stands in its file."""
        return self.layout.sheet.place(self.rows[0])


@dataclass
class Result:
    """What came out of the files."""

    plans: list[Incoming] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    rejected: list[tuple[Layout, tuple[int, ...], list[Diagnostic]]] = field(default_factory=list)
    """Rows with something wrong in them, and what."""
    seen: int = 0
    """Plans in the files, good and wrong."""
    peildatum: str | None = None
    without_level: int = 0
    """Plans of which neither the file nor the user says who may see them."""


class _CellPositions:
    """Finds the cell that a value of a record came from."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def place(self, path: tuple[str | int, ...], *, key: bool = False) -> Place:
        del key
        draft, names = self._draft, [str(step) for step in path[2:]]
        for name in (".".join(names), *names[:1]):
            cell = draft.cells.get(name)
            if cell is None:
                cell = next((c for k, c in draft.cells.items() if parent(k.split("/")[0]) == name), None)
            if cell is not None:
                return draft.sheet.place(cell.row, cell.column)
        return draft.sheet.place(draft.rows[0])


def read_plans(layouts: Iterable[Layout], asked: Given, result: Result, *, strict: bool = False) -> None:
    """Read every plan of some layouts into a result."""
    for layout in layouts:
        heads = Heads(layout.sheet, layout.header, layout.columns, layout.named_in)
        result.findings += heads.findings(strict=strict)
        for draft in layout.drafts(asked):
            result.seen += 1
            plan = _plan(layout, draft, asked)
            result.without_level += "vertrouwelijkheid" not in draft.values
            result.findings += draft.findings
            if plan is None or draft.wrong:
                result.rejected.append((layout, draft.rows, [f for f in draft.findings if f.severity is Severity.FOUT]))
            else:
                result.plans.append(plan)
        if not asked.partial:
            # A sheet of 50,000 rows is a hundred megabytes, and only a workbook of rejected rows looks at it again.
            layout.sheet.rows.clear()
        result.findings += layout.findings
        result.seen += len(layout.hidden)
        hidden = [f for f in layout.findings if f.code == WP610.code]
        result.rejected += [(layout, (n,), [f for f in hidden if f.place and f.place.line == n]) for n in layout.hidden]


def _plan(layout: Layout, draft: Draft, asked: Given) -> Incoming | None:
    draft.fill()
    for key, value in asked.fixed.items():
        draft.values.setdefault(key, value)
    draft.place_gemeente(asked)
    layout.settle(draft, asked)
    _needed(draft, layout)
    if draft.wrong:
        return None
    data = nested(draft.values)
    plan, findings = single({"id": "plan", **data}, _CellPositions(draft))
    if plan is None or findings:
        draft.findings += [_renamed(finding, draft) for finding in findings]
        return None
    data.pop("id", None)
    body = block_text(data, INDENT + 2)
    return Incoming(
        layout=layout,
        rows=draft.rows,
        key=draft.key,
        naam=str(draft.values["naam"]),
        gemeente=area(data),
        own_id=str(draft.values.get("id", "")),
        data=data,
        body=body,
        left=restant(plan),
        cells=layout.cells(draft),
        basis=draft.basis,
        digest=hashlib.sha256(body.encode()).hexdigest()[:16],
    )


def area(data: Mapping[str, Any]) -> str:
    """Return where a record belongs: its municipality, the first of several, or its region."""
    return str(data.get("gemeente") or next(iter(data.get("gemeenten", ())), None) or data.get("regio", ""))


def _renamed(finding: Diagnostic, draft: Draft) -> Diagnostic:
    """Return a finding of the loader as one of a row: the plan has no id yet."""
    message = finding.message.removeprefix("plan 'plan': ")
    return Diagnostic(finding.code, message, finding.place, finding.hint, finding.severity, subject=draft.naam)


def _needed(draft: Draft, layout: Layout) -> None:
    if "naam" not in draft.values and draft.empty("naam"):
        draft.say(WP618, None, f"rij {draft.rows[0]} heeft gegevens en geen naam", "Vul de naam van het plan in.")
    if not any(draft.values.get(key) for key in _NEEDED) and draft.empty("gemeente"):
        hint = "Geef haar met --veld gemeente=NAAM, of vul de kolom in."
        message = "er staat geen gemeente bij het plan"
        if others := [name for name in _USUAL if name not in draft.values and name not in layout.keys]:
            message += f", en ook geen {', '.join(others)}"
            hint = f"Geef ze met --veld gemeente=NAAM, --veld {others[0]}=WAARDE enzovoort."
        draft.say(WP618, None, message, hint)


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """Return flat values as a record: keys in the order of the table, parts of a block inside it."""
    data: dict[str, Any] = {}
    for key in sorted(values, key=order):
        block, dot, part = key.partition(".")
        if dot:
            data.setdefault(block, {})[part] = values[key]
        else:
            data[key] = values[key]
    return data


def same_names(plans: Iterable[Incoming]) -> Iterable[Diagnostic]:
    """Yield plans that share name and municipality, and those that are the same in everything."""
    groups: dict[tuple[str, str], list[Incoming]] = {}
    for plan in plans:
        groups.setdefault((plan.gemeente, " ".join(plan.naam.casefold().split())), []).append(plan)
    for (gemeente, _), group in groups.items():
        if len(group) < 2:
            continue
        where = ", ".join(_where(plan) for plan in group)
        message = f"{len(group)} plannen in {gemeente} heten {quote(group[0].naam)} ({where}); elk krijgt een eigen id"
        if len({plan.digest for plan in group}) < len(group):
            message += ". Er zijn rijen bij die op het kenmerk na gelijk zijn: staat een plan er twee keer in?"
        first = group[0].place
        yield WP615.at(first._replace(column=_column(group[0])), message)


def _where(plan: Incoming) -> str:
    return ref(plan.rows[0], _column(plan))


def _column(plan: Incoming) -> int:
    return next((c.at for c in plan.layout.columns if c.key == "naam"), 1)


def missing(asked: Given, result: Result, books: list[Book]) -> None:
    """Report what has to be given beside the files: a reference date, and for whom the plans are."""
    place = Place(books[0].name) if books else None
    if result.peildatum is None:
        hint = "Geef met --peildatum de dag waarop de aantallen golden, bijvoorbeeld --peildatum 2026-01-01 of 2026."
        result.findings.append(WP618.at(place, "het bestand noemt geen peildatum", hint))
    if result.without_level:
        many = f"{result.without_level} plannen hebben" if result.without_level > 1 else "1 plan heeft"
        message = f"{many} geen vertrouwelijkheid: zonder is een plan alleen voor de gemeente, en ontbreekt het in elk "
        message += "openbaar verslag"
        hint = "Zijn ze openbaar, geef dan --vertrouwelijkheid openbaar (of regio of provincie)."
        result.findings.append(WP618.at(place, message, hint, severity=Severity.WAARSCHUWING))
    del asked
