"""The balance as tables: one row per quantity, both ends of the target side by side."""

from __future__ import annotations

from dataclasses import replace

from woonplan.calc.assumptions import assumptions
from woonplan.calc.demand import Stated
from woonplan.calc.figure import Figure
from woonplan.calc.gap import Balance
from woonplan.calc.groups import UNASSIGNED, By, Group, Grouped
from woonplan.calc.question import Question
from woonplan.model.dataset import Dataset
from woonplan.report.remarks import remarks
from woonplan.report.words import amount, amount_json, dutch_date, dutch_number, dutch_period, where_from
from woonplan.tables import Cell, Column, Document, Json, Kind, Row, Style, Table

_SIGNED = frozenset({"saldo", "saldo_met_extra_ruimte", "saldo_behoefte"})
_DETAIL = frozenset({"nog_hard_te_maken", "nog_te_vinden"})
_TOTAL = frozenset({"saldo", "saldo_met_extra_ruimte"})

_COLUMNS = (
    Column("onderdeel", "onderdeel"),
    Column("ondergrens", "ondergrens", Kind.AMOUNT),
    Column("bovengrens", "bovengrens", Kind.AMOUNT),
    Column("bron", "bron", drop=1),
)

NO_TARGET = "geen opgave"


def gap_document(dataset: Dataset, question: Question, balance: Balance) -> Document:
    """Return the balance with its checks and remarks."""
    facts = assumptions(dataset, question, balance)
    tables = [Table("balans", "Balans", _COLUMNS, _balance_rows(dataset, balance))]
    if balance.toets:
        rows = tuple(_row(dataset, figure, Style.NORMAL) for figure in balance.toets)
        tables.append(Table("toets", "Behoefte, aanbod en andere uitspraken van de bron", _COLUMNS, rows))
    notes = remarks(dataset, question, facts, has_target=balance.doel is not None)
    figures = (*balance.rows, *balance.toets, balance.sums.onbekend, balance.sums.telt_niet, balance.sums.buiten)
    result: Json = {
        end: {f.name: amount_json(f.ends[i]) for f in figures} for i, end in enumerate(("ondergrens", "bovengrens"))
    }
    return Document(
        _title(dataset, question, balance), tuple(tables), notes, _facts(dataset, question, balance, result)
    )


def grouped_document(dataset: Dataset, question: Question, grouped: Grouped) -> Document:
    """Return the groups with the total they belong to."""
    facts = assumptions(dataset, question, replace(grouped.balance, gebruikt=_used(grouped.balance)))
    columns = _group_columns(grouped)
    rows = [_group_row(grouped, group, columns) for group in (*grouped.groups, grouped.total)]
    table = Table("groepen", f"Per {grouped.by}", columns, tuple(rows))
    has_target = grouped.balance.doel is not None
    notes = remarks(dataset, question, facts, has_target=has_target or grouped.by is not By.GEMEENTE)
    title = _title(dataset, question, grouped.balance)
    return Document(title, (table,), notes, _facts(dataset, question, grouped.balance, None))


def _used(balance: Balance) -> tuple[Stated, ...]:
    """Return the statements that a grouped table uses: the target only."""
    return (balance.doel,) if balance.doel else ()


def _balance_rows(dataset: Dataset, balance: Balance) -> tuple[Row, ...]:
    rows = []
    for figure in balance.rows:
        style = Style.DETAIL if figure.name in _DETAIL else Style.TOTAL if figure.name in _TOTAL else Style.NORMAL
        row = _row(dataset, figure, style)
        if figure.name == "nog_hard_te_maken" and balance.uitbreiding_hard is not None:
            row = _with_statement(balance, row)
        rows.append(row)
    apart = (balance.sums.onbekend, balance.sums.telt_niet)
    rows.extend(_row(dataset, figure, Style.NORMAL) for figure in apart if figure.parts)
    return tuple(rows)


def _row(dataset: Dataset, figure: Figure, style: Style) -> Row:
    signed = figure.name in _SIGNED
    low, high = (amount(end, signed=signed) for end in figure.ends)
    return Row(figure.name, (figure.label, low, high, where_from(dataset, figure)), style)


def _with_statement(balance: Balance, row: Row) -> Row:
    """Return the row with the number that the source itself gives for it."""
    statement = balance.uitbreiding_hard
    if statement is None or statement.figure.origin is None:
        return row
    number = statement.uitspraak.woningen or 0
    word = statement.figure.origin.word or ""
    place = statement.figure.origin.source.vindplaats
    named = " ".join(part for part in (word, dutch_number(number)) if part)
    text = f"{row.cells[3]}; de bron noemt {named}: {place}"
    return Row(row.key, (*row.cells[:3], text), row.style)


def _group_columns(grouped: Grouped) -> tuple[Column, ...]:
    columns = [Column("groep", str(grouped.by)), Column("records", "records", Kind.COUNT, drop=4)]
    if grouped.by is By.GEMEENTE and grouped.total.gerealiseerd is not None:
        columns.append(Column("gerealiseerd", "opgeleverd", Kind.AMOUNT, drop=3))
    columns += [
        Column("hard", "hard", Kind.AMOUNT),
        Column("zacht", "zacht", Kind.AMOUNT),
        Column("status_onbekend", "status onbekend", Kind.AMOUNT, drop=6, optional=True),
        Column("telt_niet", "telt niet mee", Kind.AMOUNT, drop=7, optional=True),
        Column("buiten_telling", "buiten de telling", Kind.AMOUNT, drop=5, optional=True),
    ]
    if grouped.by is By.GEMEENTE:
        columns += [
            Column("opgave_ondergrens", "opgave ondergrens", Kind.AMOUNT, drop=2),
            Column("opgave_bovengrens", "opgave bovengrens", Kind.AMOUNT, drop=2),
            Column("saldo_ondergrens", "saldo ondergrens", Kind.AMOUNT, drop=1),
            Column("saldo_bovengrens", "saldo bovengrens", Kind.AMOUNT, drop=1),
        ]
    return tuple(columns)


def _group_row(grouped: Grouped, group: Group, columns: tuple[Column, ...]) -> Row:
    total = group is grouped.total
    name = "totaal" if total else group.key or _unassigned(grouped.by)
    no_target = "" if group.key == UNASSIGNED else NO_TARGET
    cells: dict[str, Cell] = {
        "groep": name,
        "records": group.sums.records,
        "gerealiseerd": amount(group.gerealiseerd.low) if group.gerealiseerd else None,
        "hard": amount(group.sums.hard.low),
        "zacht": amount(group.sums.zacht.low),
        "status_onbekend": amount(group.sums.onbekend.low),
        "telt_niet": amount(group.sums.telt_niet.low),
        "buiten_telling": amount(group.sums.buiten.low),
        "opgave_ondergrens": amount(group.doel.low) if group.doel else no_target,
        "opgave_bovengrens": amount(group.doel.high) if group.doel else no_target,
        "saldo_ondergrens": amount(group.saldo.low, signed=True) if group.saldo else no_target,
        "saldo_bovengrens": amount(group.saldo.high, signed=True) if group.saldo else no_target,
    }
    key = "totaal" if total else group.key or "niet_toegewezen"
    return Row(key, tuple(cells[c.key] for c in columns), Style.TOTAL if total else Style.NORMAL)


def _unassigned(by: By) -> str:
    return "niet verdeeld over gemeenten" if by is By.GEMEENTE else "niet toegewezen"


def _title(dataset: Dataset, question: Question, balance: Balance) -> str:
    area = ", ".join(question.gemeenten) or dataset.gebied.regio.naam
    title = f"{area}: plancapaciteit per {dutch_date(dataset.stand.kop.peildatum)}"
    if dataset.fictief:
        title = f"FICTIEF - {title}"
    if balance.opgave is not None:
        title += f" tegenover {balance.opgave.naam}"
    chosen = sorted(str(s) for s in (*question.statussen, *question.strategieen))
    return f"{title} (alleen {', '.join(chosen)})" if chosen else title


def _facts(dataset: Dataset, question: Question, balance: Balance, result: Json) -> dict[str, Json]:
    facts: dict[str, Json] = {
        "opdracht": "gap",
        "titel": _title(dataset, question, balance),
        "fictief": dataset.fictief,
        "peildatum": dataset.stand.kop.peildatum,
        "invoer": [{"bestand": i.bestand, "sha256": i.sha256} for i in dataset.invoer],
        "parameters": {
            "gemeente": list(question.gemeenten),
            "status": sorted(str(s) for s in question.statussen),
            "strategie": sorted(str(s) for s in question.strategieen),
            "netto": question.netto,
            "tegen": str(question.tegen),
            "opgave": balance.opgave.id if balance.opgave else None,
            "telling": balance.telling.id if balance.telling else None,
            "periode": dutch_period(balance.telling) if balance.telling else None,
        },
    }
    if result is not None:
        facts["resultaat"] = result
    return facts
