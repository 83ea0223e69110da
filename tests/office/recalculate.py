"""Let LibreOffice work out every formula of workbooks anew, and print all cells as JSON.

Run by the Python that LibreOffice brings, which has ``uno``; it knows nothing of this project. Arguments: the pipe that
the office listens on, and the workbooks.
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
    context = connected(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    seen = []
    for path in sys.argv[2:]:
        book = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (hidden,))
        book.calculateAll()
        charts = {sheet.Name: sheet.Charts.Count for sheet in book.Sheets}
        seen.append({"cells": {sheet.Name: cells(sheet) for sheet in book.Sheets}, "charts": charts})
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
