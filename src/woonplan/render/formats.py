"""The formats by name: one line each."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from woonplan.numerals import listing
from woonplan.render.terminal.screen import Screen
from woonplan.tables.document import Document

TABLE = "table"

FORMATS: Mapping[str, tuple[str, str]] = {
    "md": ("markdown", "render_markdown"),
    "csv": ("csv", "render_csv"),
    "csv-nl": ("csv", "render_csv_nl"),
    "json": ("json", "render_json"),
    "html": ("html.page", "render_html"),
}
"""Every format of text that does not depend on a screen: its module here and its function, imported when asked for."""

BINARY: Mapping[str, tuple[str, str]] = {
    "xlsx": ("xlsx.workbook", "render_xlsx"),
    "docx": ("docx.document", "render_docx"),
}
"""Every format that is no text: for a file or a pipe, never for a screen."""

LOOSE = ("csv", "csv-nl")
"""Every format that holds one table well: of more it makes a file each, where it is given a folder."""

ADDS = ("xlsx",)
"""Every format whose reader adds up by itself: it wants to know which numbers are the sum of others."""

LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "xlsx": {"XlsxWriter": "xlsxwriter"},
    "docx": {"python-docx": "docx", "resvg-py": "resvg_py", "font-lato": "font_lato"},
}
"""The libraries that a format needs besides what is always installed: as they are installed, and imported."""

PLAIN = Screen(width=None, styled=False, encoding="utf-8")
"""The screen that a file is: no width, no colours, every character."""


def missing(name: str) -> str | None:
    """Return what to do before a format can be written: None, or a sentence that names what to install."""
    lacking = [library for library, module in LIBRARIES.get(name, {}).items() if not _is_installed(module)]
    if not lacking:
        return None
    needed = (
        f"is {lacking[0]} nodig. Installeer het"
        if len(lacking) == 1
        else f"zijn {listing(lacking)} nodig. Installeer ze"
    )
    return f"voor het formaat '{name}' {needed} met: python -m pip install {' '.join(lacking)}"


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def render(document: Document, name: str, screen: Screen = PLAIN) -> bytes:
    """Return the document in a format, as bytes: machine formats are UTF-8 whatever the screen."""
    if name == TABLE:
        from woonplan.render.terminal.document import render_text

        return render_text(document, screen).encode(screen.encoding)
    module, function = BINARY[name] if name in BINARY else FORMATS[name]
    content: str | bytes = getattr(import_module(f"woonplan.render.{module}"), function)(document)
    return content if isinstance(content, bytes) else content.encode("utf-8")
