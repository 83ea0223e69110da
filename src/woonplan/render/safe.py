"""Text from files made harmless: shown, never acted on."""

from __future__ import annotations

import re
import unicodedata

_TEXT_SPACES = frozenset(" \u00a0")

_COMMAND = re.compile(r"^((?:[^\S\n]|\x1b\[[0-9;]*m)*):(?=:)|#(?=#[\w.]*\[)", re.MULTILINE)
"""Where a log begins a command: `::` at the start of a line, for which the runner takes white space away, and `##[`,
`##vso[` and their like anywhere in it."""


def safe(text: str) -> str:
    r"""Return ``text`` with everything that could act on a terminal or a log made visible.

    Control characters (escape codes, line ends, tabs) and invisible formatting characters, such as those that turn the
    direction of writing, become escapes like ``\x1b``.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in _TEXT_SPACES or _shown(c) else _escape(c) for c in text)


def _shown(character: str) -> bool:
    return character.isprintable() and unicodedata.category(character) not in ("Cf", "Cs", "Co", "Cn")


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def inert(lines: str, colon: str = r"\x3a", sharp: str = r"\x23") -> str:
    r"""Return lines of output in which no CI system finds a command: what would begin one is shown as an escape.

    This is for whole lines, as they are written: wrapping and indenting decide what a line begins with. ``colon`` and
    ``sharp`` are how the format at hand writes those two characters without them acting.
    """
    if "::" not in lines and "##" not in lines:
        return lines
    return _COMMAND.sub(lambda found: sharp if found[1] is None else f"{found[1]}{colon}", lines)


def encodable(text: str, encoding: str | None) -> str:
    """Return ``text`` with an escape for every character that ``encoding`` cannot write."""
    encoding = encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
