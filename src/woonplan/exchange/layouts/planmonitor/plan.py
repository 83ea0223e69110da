"""Planmonitor Wonen, one plan: a row a category, and in the product's own example the fields of the plan above.

The formulas of this layout have no stored outcome, so they are never read: what they would say is computed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from woonplan.exchange.cells import Cell, Row, Worksheet, blank, shown
from woonplan.exchange.columns import FileColumn
from woonplan.exchange.headers import fold, headers
from woonplan.exchange.job import Given
from woonplan.exchange.layouts.draft import Draft
from woonplan.exchange.layouts.layout import head_rows
from woonplan.exchange.layouts.planmonitor.lists import CATEGORIES, GROUPS, YEAR, Planmonitor

_HEAD = ["", "groepnaam", "totalen", "check", "gerealiseerd", "restcapaciteit"]
_MEASURES = {"totalen": "totaal", "gerealiseerd": "gerealiseerd"}
_SKIPPED = {"groepnaam": "groep", "check": "wordt nagerekend", "restcapaciteit": "wordt nagerekend"}


def recognise(sheet: Worksheet) -> Planmonitor | None:
    """Return the layout when some row near the top holds its headers."""
    for number, texts in head_rows(sheet):
        if [fold(text) for text in texts[: len(_HEAD)]] == _HEAD:
            columns = [FileColumn(i, text, *_key(text)) for i, text in enumerate(texts, 1)]
            return EenPlan(sheet, number, columns)
    return None


def _key(header: str) -> tuple[str, str]:
    folded = fold(header)
    if YEAR.fullmatch(header):
        return f"/{header}", ""
    if folded in _MEASURES:
        return f"/{_MEASURES[folded]}", ""
    return "", _SKIPPED.get(folded, "") or ("naam van de categorie" if not folded else "")


class EenPlan(Planmonitor):
    """The matrix of one plan."""

    naam = "Planmonitor Wonen, een plan"
    complete = False

    def __init__(self, sheet: Worksheet, header: int, columns: Sequence[FileColumn]) -> None:
        super().__init__(sheet, header, columns)
        self._labels: dict[tuple[int, int], str] = {}

    def drafts(self, asked: Given) -> Iterator[Draft]:
        """Yield the one plan of the sheet."""
        del asked
        self.sheet.filled_down()
        draft = Draft(self.sheet, tuple(number for number, _ in self.sheet.rows), label=self.label)
        fields = headers("planmonitor")
        for number, row in self.sheet.rows:
            if number < self.header:
                self._field(draft, fields.get(fold(shown(row[0])) if row else ""), number, row)
            elif number > self.header:
                self._category(draft, number, row)
        if "naam" not in draft.cells:
            # The product names the sheet after the plan.
            draft.cells["naam"] = Cell(self.sheet.name, self.header, 1)
        yield draft

    def _field(self, draft: Draft, key: str | None, number: int, row: Row) -> None:
        if key is None or len(row) < 2:
            return
        cell = Cell(row[1], number, 2)
        self._labels[number, 2] = shown(row[0])
        if not blank(cell.value) or key == "sleutelproject":
            draft.cells[key] = cell

    def _category(self, draft: Draft, number: int, row: Row) -> None:
        label, group = (fold(shown(value)) for value in (*row[:2], "", "")[:2])
        category = CATEGORIES.get(fold(GROUPS.get(group, "") + label) if label == "onbekend" else label)
        if category is None or group not in GROUPS:
            return
        for column in self.columns:
            if column.key:
                value = row[column.at - 1] if len(row) >= column.at else None
                cell = Cell(value, number, column.at)
                draft.cells[f"{category}{column.key}"] = cell
                self._labels[number, column.at] = f"{shown(row[0])}, {column.header}"

    def label(self, cell: Cell) -> str:
        """Return the name of a field, or the category and the header of its column."""
        return self._labels.get((cell.row, cell.column), "")
