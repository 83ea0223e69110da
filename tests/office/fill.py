"""Fill in a workbook with LibreOffice, as somebody would: open it, type into cells, save it in its own format.

Run by the Python that LibreOffice brings, which has ``uno``; it knows nothing of this project. Arguments: the pipe that
the office listens on, the workbook, JSON with sheet, cell and text of what is typed, and JSON with formulas of which it
says which are true. Prints what it saw as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bridge import desktop, leave, named, opened


def computed(sheet: object, formulas: list[str]) -> list[str]:
    """Return the formulas that are true on this sheet, as the office computes them."""
    sheet.unprotect("")
    scratch = sheet.getCellRangeByName("BZ900")
    found = []
    for formula in formulas:
        scratch.setFormula(formula.replace(",", ";"))
        if scratch.getError():
            raise SystemExit(f"error in {formula}")
        if scratch.getValue():
            found.append(formula)
    scratch.setFormula("")
    return found


def main() -> None:
    path, typed = Path(sys.argv[2]), json.loads(sys.argv[3])
    office = desktop(sys.argv[1])
    book = opened(office, path)
    seen = {"sheets": list(book.Sheets.ElementNames), "locked": {}, "lists": {}}
    for sheet, cell, text in typed:
        target = book.Sheets.getByName(sheet).getCellRangeByName(cell)
        # As typed: a number becomes a number, a date a date.
        target.setFormula(text)
        seen["lists"][cell] = str(target.Validation.Type.value)
    plans = book.Sheets.getByName("plannen")
    seen["protected"] = plans.isProtected()
    seen["locked"] = {c: plans.getCellRangeByName(c).CellProtection.IsLocked for c in ("B1", "B3")}
    seen["true"] = computed(plans, json.loads(sys.argv[4])) if len(sys.argv) > 4 else []
    book.storeToURL(path.as_uri(), (named("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
    leave(office, seen)


main()
