"""The parser whose events everything here is read from, and the pause of the collector while they are."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml

# The package itself does not export the C parser; a PyYAML that was built without libyaml has no ``cyaml``.
_Parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)


def events(text: str) -> Any:
    """Return a parser with ``get_event``: libyaml's where PyYAML was built with it, Python's own otherwise."""
    return _Parser(text) if _Parser is not None else yaml.SafeLoader(text)


@contextmanager
def paused_collector() -> Iterator[None]:
    """Pause the cyclic garbage collector: building a million objects makes it half of the reading time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
