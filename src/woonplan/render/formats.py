"""The formats by name: one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from woonplan.render.console import Screen
from woonplan.render.delimited import render_csv, render_csv_nl
from woonplan.render.markdown import render_markdown
from woonplan.render.structured import render_json
from woonplan.render.text import render_text
from woonplan.tables import Document

TABLE = "table"

FORMATS: Mapping[str, Callable[[Document], str]] = MappingProxyType(
    {"md": render_markdown, "csv": render_csv, "csv-nl": render_csv_nl, "json": render_json}
)
"""Every format that does not depend on a screen."""

PLAIN = Screen(width=None, styled=False, encoding="utf-8")
"""The screen that a file is: no width, no colours, every character."""


def render(document: Document, name: str, screen: Screen = PLAIN) -> bytes:
    """Return the document in a format, as bytes: machine formats are UTF-8 whatever the screen."""
    if name == TABLE:
        return render_text(document, screen).encode(screen.encoding)
    return FORMATS[name](document).encode("utf-8")
