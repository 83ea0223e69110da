"""The one factory of consoles: what a stream can show, and how wide it is.

NO_COLOR and TERM=dumb mean no escape codes at all, not even bold; FORCE_COLOR means escape codes when piped too.
A stream that is no terminal has no width, unless COLUMNS says so: nothing is cut or wrapped for it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from rich.console import Console

MAX_DIGITS = 6
"""Digits of COLUMNS that are believed."""


class Screen(NamedTuple):
    """What a stream can show."""

    width: int | None
    """Columns, or None for as wide as needed."""
    styled: bool
    """Whether escape codes are understood."""
    encoding: str


def screen(stream: TextIO, environ: Mapping[str, str] | None = None) -> Screen:
    """Return what ``stream`` can show, by itself and by the environment."""
    env = os.environ if environ is None else environ
    terminal = _is_terminal(stream)
    width: int | None = None
    asked = env.get("COLUMNS", "")
    # Longer than any screen is wide: Python refuses to read a number of thousands of digits.
    if asked.isdecimal() and len(asked) <= MAX_DIGITS and int(asked) > 0:
        width = int(asked)
    elif terminal:
        width = _terminal_width(stream)
    forced = env.get("FORCE_COLOR", "") not in ("", "0")
    plain = bool(env.get("NO_COLOR")) or env.get("TERM") == "dumb"
    return Screen(width, (terminal or forced) and not plain, getattr(stream, "encoding", None) or "utf-8")


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # a closed stream
        return False


def _terminal_width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def make_console(stream: TextIO, shown: Screen) -> Console:
    """Return a rich console that writes to ``stream`` as ``shown`` says, and reads no markup in anything."""
    from rich.console import Console

    return Console(
        file=stream,
        width=shown.width,
        # Without a height rich asks the terminal for one, and takes its width along (80 under TERM=dumb).
        height=100,
        force_terminal=shown.styled,
        no_color=not shown.styled,
        color_system="standard" if shown.styled else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
    )
