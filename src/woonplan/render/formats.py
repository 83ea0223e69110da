"""The formats by name: one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from types import MappingProxyType

from woonplan.render.console import Screen
from woonplan.render.delimited import render_csv, render_csv_nl
from woonplan.render.html import render_html
from woonplan.render.markdown import render_markdown
from woonplan.render.structured import render_json
from woonplan.render.text import render_text
from woonplan.render.xlsx import render_xlsx
from woonplan.tables import Document

TABLE = "table"

FORMATS: Mapping[str, Callable[[Document], str]] = MappingProxyType(
    {"md": render_markdown, "csv": render_csv, "csv-nl": render_csv_nl, "json": render_json, "html": render_html}
)
"""Every format of text that does not depend on a screen."""

BINARY: Mapping[str, Callable[[Document], bytes]] = MappingProxyType({"xlsx": render_xlsx})
"""Every format that is no text: for a file or a pipe, never for a screen."""

EXTRAS: Mapping[str, tuple[str, str]] = MappingProxyType({"xlsx": ("xlsxwriter", "excel")})
"""The library that a format needs, and the extra that installs it."""

PLAIN = Screen(width=None, styled=False, encoding="utf-8")
"""The screen that a file is: no width, no colours, every character."""


def missing(name: str) -> str | None:
    """Return what to do before a format can be written: None, or a sentence that names what to install."""
    library, extra = EXTRAS.get(name, ("", ""))
    if not library or _is_installed(library):
        return None
    return f"voor het formaat '{name}' is nog iets nodig. Installeer het met: pip install \"woonplan[{extra}]\""


def _is_installed(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except (ImportError, ValueError):
        return False


def render(document: Document, name: str, screen: Screen = PLAIN) -> bytes:
    """Return the document in a format, as bytes: machine formats are UTF-8 whatever the screen."""
    if name == TABLE:
        return render_text(document, screen).encode(screen.encoding)
    if name in BINARY:
        return BINARY[name](document)
    return FORMATS[name](document).encode("utf-8")
