"""Fill in a workbook with LibreOffice, as somebody would: open it, type into cells, save it in its own format.

Run by the Python that LibreOffice brings, which has ``uno``; it knows nothing of this project. Arguments: the pipe that
the office listens on, the workbook, JSON with sheet, cell and text of what is typed, and JSON with formulas of which it
says which are true. Prints what it saw as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def connected(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # not there yet
            time.sleep(0.5)
    raise SystemExit("no office")


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
    pipe, path, typed = sys.argv[1], Path(sys.argv[2]), json.loads(sys.argv[3])
    context = connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    book = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
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
    filter_name = PropertyValue()
    filter_name.Name, filter_name.Value = "FilterName", "Calc MS Excel 2007 XML"
    book.storeToURL(path.as_uri(), (filter_name,))
    book.close(True)
    sys.stdout.write(json.dumps(seen))
    try:
        desktop.terminate()
    except Exception:  # it goes while it answers
        return


main()
sys.stdout.flush()
# Taken apart after its office has gone, the bridge between them falls over now and then.
os._exit(0)
