"""Let LibreOffice work out every formula of workbooks anew, and print all cells as JSON.

Run by the Python that LibreOffice brings, which has ``uno``; it knows nothing of this project. Arguments: the pipe that
the office listens on, and the workbooks.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bridge import desktop, leave, opened


def cells(sheet: object) -> list[list[object]]:
    """Return what is in the cells of a sheet; an error in a formula is said as text."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    area = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)
    found = [list(row) for row in area.getDataArray()]
    for row, formulas in enumerate(area.getFormulaArray()):
        for column, formula in enumerate(formulas):
            if isinstance(formula, str) and formula.startswith("="):
                error = sheet.getCellByPosition(column, row).getError()
                found[row][column] = f"fout {error}" if error else found[row][column]
    return found


def main() -> None:
    office = desktop(sys.argv[1])
    seen = []
    for path in sys.argv[2:]:
        book = opened(office, Path(path))
        book.calculateAll()
        charts = {sheet.Name: sheet.Charts.Count for sheet in book.Sheets}
        seen.append({"cells": {sheet.Name: cells(sheet) for sheet in book.Sheets}, "charts": charts})
        book.close(True)
    leave(office, seen)


main()
