"""What scripts that LibreOffice's own Python runs have in common: the office that listens, and how to leave it."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def desktop(pipe: str) -> object:
    """Return the office that listens on a pipe, once it does."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # not there yet
            time.sleep(0.5)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("no office")


def named(name: str, value: object) -> object:
    """Return a property as the office takes it."""
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def opened(office: object, path: Path) -> object:
    """Return a workbook, without a window."""
    return office.loadComponentFromURL(path.as_uri(), "_blank", 0, (named("Hidden", True),))


def leave(office: object, seen: object) -> None:
    """Print what was seen, end the office and this process."""
    sys.stdout.write(json.dumps(seen))
    sys.stdout.flush()
    with contextlib.suppress(Exception):  # it goes while it answers
        office.terminate()
    # Taken apart after its office has gone, the bridge between them falls over now and then.
    os._exit(0)
