"""A layout that was recognised on a sheet: its columns, how its rows become plans, and what it cannot say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.exchange.cells import Cell, Row, Worksheet, blank, ref, shown
from woonplan.exchange.columns import FileColumn
from woonplan.exchange.fields import parent
from woonplan.exchange.headers import fold
from woonplan.exchange.job import Given, Hidden
from woonplan.exchange.layouts.draft import Draft
from woonplan.rule import Example, Rule, csv_text, situation

WP610 = Rule(
    code="WP610",
    naam="verborgen gegevens",
    wat="Een blad of een rij met plannen is verborgen, met de hand of door een filter.",
    waarom="Of zij meetellen, kan het programma niet weten; wie het bestand bekijkt, ziet ze niet.",
    oplossing="Zeg --verborgen mee (alles), rijen (wel rijen, geen bladen) of weg (niets), of maak ze zichtbaar.",
    fout=situation("In lijst.xlsx is rij 3, met een plan, verborgen."),
    goed=situation("In lijst.xlsx is geen rij en geen blad verborgen."),
)
"""Hidden sheets or rows with plans."""


WP612 = Rule(
    code="WP612",
    naam="rij is geen plan",
    wat="Een totaalregel, een rij met een enkele waarde of een herhaling van de koppen wordt niet ingelezen.",
    waarom="Een totaal dat als plan meetelt verdubbelt de capaciteit; een plan dat voor een totaal doorgaat mist.",
    oplossing="Controleer of dit geen plan is; een plan heeft een naam.",
    fout=Example(csv_text("naam;gemeente;woningen", "Beekstraat;Borne;30", "Totaal;;30"), 3, 1, file="lijst.csv"),
    goed=Example(csv_text("naam;gemeente;woningen", "Beekstraat;Borne;30"), file="lijst.csv"),
    severity=Severity.WAARSCHUWING,
)
"""A row that is no plan."""


SEARCHED = 30
"""Rows from the top in which headers are looked for."""

TOTALS = ("totaal", "total", "subtotaal", "eindtotaal", "som", "generaal")


NUMBERS = (
    *("woningen", "woningen_min", "woningen_max", "restant", "gerealiseerd"),
    *("sloop", "sloop_gerealiseerd", "sloop_restant"),
)
"""The numbers of a plan that a reader looks up in its file."""


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

    def __init__(self, sheet: Worksheet, header: int, columns: Sequence[FileColumn]) -> None:
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
    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield the plans of the sheet, with their cells."""

    def settle(self, draft: Draft, asked: Given) -> None:  # noqa: B027 - most layouts have more to say, not all
        """Turn what the format says into fields of the register, and report what does not add up."""

    def cells(self, draft: Draft) -> str:
        """Return the cells that the numbers of a plan came from, by the key of each: ``woningen F3, restant G3``."""
        return ", ".join(
            [f"{key} {refs}" for key in NUMBERS if key in draft.values and (refs := self.refs(draft, key))]
        )

    def refs(self, draft: Draft, key: str) -> str:
        """Return the cells of a number as a spreadsheet names them; empty where it came from none."""
        return draft.refs((key, f"{key}/"))

    def label(self, cell: Cell) -> str:
        """Return the header of the column of a cell."""
        return self._names.get(cell.column, "")

    def body(self, asked: Given) -> Iterator[tuple[int, Row]]:
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
        self.findings.append(WP610.at(self.sheet.place(number), message))
        self.hidden.append(number)

    def rows(self, asked: Given) -> Iterator[Draft]:
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
            self.findings.append(WP612.at(self.sheet.place(number, name), message))
            return True
        # Of nearly every row the name is there, and then there is no need to look at the rest.
        filled = [index for index, cell in enumerate(row, 1) if not blank(cell)] if blank(value) else ()
        if len(filled) == 1:
            only = quote(shown(row[filled[0] - 1]), 40)
            message = f"rij {number} heeft maar een waarde ({only}): geen plan; niet ingelezen"
            self.findings.append(WP612.at(self.sheet.place(number, filled[0]), message))
            return True
        if row == self._heading:
            message = f"rij {number} herhaalt de koppen; niet ingelezen"
            self.findings.append(WP612.at(self.sheet.place(number), message))
            return True
        return False

    def _is_total(self, row: Row) -> bool:
        """Whether a row that is called a total has no place: a plan may be called Totaalrenovatie."""
        places = [c.at for c in self.columns if c.key in ("gemeente", "planstatus")]
        return all(len(row) < index or blank(row[index - 1]) for index in places)


def head_rows(sheet: Worksheet) -> list[tuple[int, list[str]]]:
    """Return the first rows of a sheet as texts: where headers may be."""
    rows = sheet.rows[:SEARCHED]
    return [(n, [shown(v).strip() if not blank(v) else "" for v in row]) for n, row in rows if n <= SEARCHED * 10]
