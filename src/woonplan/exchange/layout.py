"""A layout that was recognised on a sheet: its columns, how its rows become plans, and what it cannot say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.exchange import rules
from woonplan.exchange.cells import Cell, Row, Sheet, Value, blank, letter, listed, ref, shown
from woonplan.exchange.draft import Asked, Draft, Hidden
from woonplan.exchange.fields import fold, parent
from woonplan.exchange.rules import LET_OP

SEARCHED = 30
"""Rows from the top in which headers are looked for."""

TOTALS = ("totaal", "total", "subtotaal", "eindtotaal", "som", "generaal")

WHY = "waarom niet ingelezen"
"""Header of the column with reasons in a workbook of rows that were not taken over; no field of a plan."""

EXAMPLES = 3
"""Values of a column that is not understood which are named."""


class Column(NamedTuple):
    """One column: its place (from 1), its header, and the field it holds."""

    at: int
    header: str
    key: str = ""
    """Field of the register or of the format; empty where the column is not understood."""
    reason: str = ""
    """Why a column that is understood goes nowhere."""


class Layout(ABC):
    """How one kind of file stands on a sheet."""

    naam = ""
    """What it is, as the command names it."""
    slug = ""
    """Name of the product in what import remembers: a plan keeps its id in all layouts of one."""
    soort_aantal = "bruto"
    """Kind of its numbers: gross, net, or `onbekend`."""
    statusdefinitie = "basisset-2022"
    """Definition of hard and soft that its statuses follow."""
    complete = True
    """Whether a plan that is not in the file is gone: a file of one plan says nothing of others."""

    def __init__(self, sheet: Sheet, header: int, columns: Sequence[Column]) -> None:
        self.sheet = sheet
        self.header = header
        self.columns = tuple(columns)
        self.findings: list[Diagnostic] = []
        self.hidden: list[int] = []
        """Rows with something in them that are hidden, where nobody said whether they count."""
        self._names = {column.at: column.header for column in columns}
        self._heading = next((row for number, row in sheet.rows if number == header), None)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.key for column in self.columns if column.key)

    @cached_property
    def blocks(self) -> frozenset[str]:
        """The same without the parts of blocks: the keys of a record that the layout says something of."""
        return frozenset(parent(key.partition("/")[0]) for key in self.keys)

    @property
    def named_in(self) -> int:
        """The row with the names of the columns, for findings on them."""
        return self.header

    @abstractmethod
    def drafts(self, asked: Asked) -> Iterator[Draft]:
        """Yield the plans of the sheet, with their cells."""

    def settle(self, draft: Draft, asked: Asked) -> None:  # noqa: B027 - most layouts have more to say, not all
        """Turn what the format says into fields of the register, and report what does not add up."""

    def label(self, cell: Cell) -> str:
        """Return the header of the column of a cell."""
        return self._names.get(cell.column, "")

    def body(self, asked: Asked) -> Iterator[tuple[int, Row]]:
        """Yield the rows under the headers; hidden ones as was asked, and reported where nobody said."""
        for number, row in self.sheet.rows:
            if number <= self.header or all(map(blank, row)):
                continue
            if number in self.sheet.hidden_rows and asked.hidden not in (Hidden.MEE, Hidden.RIJEN):
                if asked.hidden is None:
                    self._hidden(number, row)
                continue
            yield number, row

    def _hidden(self, number: int, row: Row) -> None:
        first = next((cell for cell in row if not blank(cell)), "")
        by = f" (er staat een filter op {self.sheet.filtered})" if self.sheet.filtered else ""
        message = f"rij {number} is verborgen{by} en begint met {quote(shown(first), 40)}"
        self.findings.append(rules.VERBORGEN.at(self.sheet.place(number), message))
        self.hidden.append(number)

    def rows(self, asked: Asked) -> Iterator[Draft]:
        """Yield a draft per row with the cells of the columns that are understood; totals are left out, and said."""
        columns = [column for column in self.columns if column.key]
        name = next((column.at for column in columns if column.key == "naam"), 1)
        for number, row in self.body(asked):
            if self._no_plan(number, row, name):
                continue
            cells = {}
            width = len(row)
            for index, _, key, _ in columns:
                if index <= width and (value := row[index - 1]) is not None:
                    cells[key] = Cell(value, number, index)
            yield Draft(self.sheet, (number,), cells, self.label)

    def _no_plan(self, number: int, row: Row, name: int) -> bool:
        value = row[name - 1] if len(row) >= name else None
        if isinstance(value, str) and fold(value).split(" ", 1)[0] in TOTALS and self._is_total(row):
            sums = [f"{ref(number, i)}: {shown(v)}" for i, v in enumerate(row, 1) if isinstance(v, int | float)]
            told = f" en niet als controle gebruikt ({sums[0]})" if sums else ""
            message = f"rij {number} begint met {quote(value)}: een totaalregel, geen plan; niet ingelezen{told}"
            self.findings.append(rules.OVERGESLAGEN.at(self.sheet.place(number, name), message))
            return True
        filled = [index for index, cell in enumerate(row, 1) if not blank(cell)]
        if len(filled) == 1 and filled[0] != name:
            only = quote(shown(row[filled[0] - 1]), 40)
            message = f"rij {number} heeft maar een waarde ({only}): geen plan; niet ingelezen"
            self.findings.append(rules.OVERGESLAGEN.at(self.sheet.place(number, filled[0]), message))
            return True
        if row == self._heading:
            message = f"rij {number} herhaalt de koppen; niet ingelezen"
            self.findings.append(rules.OVERGESLAGEN.at(self.sheet.place(number), message))
            return True
        return False

    def _is_total(self, row: Row) -> bool:
        """Whether a row that is called a total has no place: a plan may be called Totaalrenovatie."""
        places = [c.at for c in self.columns if c.key in ("gemeente", "planstatus")]
        return all(len(row) < index or blank(row[index - 1]) for index in places)

    def column_findings(self, strict: bool) -> list[Diagnostic]:
        """Return what is to be said of the columns: those that are not understood, those without a header, doubles."""
        found: list[Diagnostic] = []
        seen: dict[str, Column] = {}
        for column in self.columns:
            earlier = seen.setdefault(column.key, column) if column.key else column
            if earlier is not column:
                what = f"kolom {letter(column.at)} {quote(column.header)} en kolom {letter(earlier.at)} "
                what += f"{quote(earlier.header)} zijn allebei {quote(column.key)}"
                found.append(
                    rules.KOPPEN.at(self.sheet.place(self.named_in, column.at), what, "Geef elk een eigen kop.")
                )
        found += self._merged()
        for column in self.columns:
            if column.key or column.reason or fold(column.header) == WHY:
                continue
            values = self.examples(column.at)
            if not values:
                continue
            place = self.sheet.place(self.named_in, column.at)
            quoted = ", ".join(quote(value, 40) for value in values)
            if column.header:
                severity = Severity.FOUT if strict else LET_OP
                what = (
                    f"kolom {quote(column.header)} is niet begrepen en niet ingelezen; er staat bijvoorbeeld {quoted}"
                )
                found.append(rules.KOLOM.at(place, what, severity=severity))
            elif not self._under_merged(column.at):
                where = listed(self._filled(column.at)[:20])
                what = f"kolom {letter(column.at)} heeft geen kop en wel waarden (rij {where}): {quoted}"
                found.append(rules.KOPPEN.at(place, what, "Geef de kolom een kop, of maak haar leeg."))
        return found

    def _merged(self) -> Iterator[Diagnostic]:
        for area in self.sheet.merged:
            if not (area.top <= self.header <= area.bottom and area.right > area.left):
                continue
            name = self._names.get(area.left, "")
            hidden = [i for i in range(area.left + 1, area.right + 1) if self.examples(i)]
            if not hidden or not name:
                continue
            filled = ", ".join(
                f"{ref(n, i)}: {quote(shown(self.value(n, i)), 40)}" for i in hidden for n in self._filled(i)[:5]
            )
            what = (
                f"de samengevoegde kop {quote(name)} ({letter(area.left)}{area.top}:{letter(area.right)}{area.bottom}) "
            )
            what += (
                f"beslaat meer kolommen; kolom {', '.join(map(letter, hidden))} heeft geen eigen naam en wel waarden "
            )
            what += f"({filled})"
            hint = "Hef de samenvoeging op en geef beide kolommen een eigen kop."
            yield rules.KOPPEN.at(self.sheet.place(self.header, area.left), what, hint)

    def _under_merged(self, index: int) -> bool:
        return any(a.top <= self.header <= a.bottom and a.left < index <= a.right for a in self.sheet.merged)

    def value(self, number: int, index: int) -> Value:
        """Return what is in a cell."""
        row = next((row for n, row in self.sheet.rows if n == number), ())
        return row[index - 1] if len(row) >= index else None

    def _filled(self, index: int) -> list[int]:
        return [
            number
            for number, row in self.sheet.rows
            if number > self.header and len(row) >= index and not blank(row[index - 1])
        ]

    def examples(self, index: int) -> list[str]:
        """Return the first few different values of a column."""
        found: dict[str, None] = {}
        for number, row in self.sheet.rows:
            if number > self.header and len(row) >= index and not blank(row[index - 1]):
                found[shown(row[index - 1]).strip()] = None
                if len(found) == EXAMPLES:
                    break
        return list(found)


def head_rows(sheet: Sheet) -> list[tuple[int, list[str]]]:
    """Return the first rows of a sheet as texts: where headers may be."""
    rows = sheet.rows[:SEARCHED]
    return [(n, [shown(v).strip() if not blank(v) else "" for v in row]) for n, row in rows if n <= SEARCHED * 10]
