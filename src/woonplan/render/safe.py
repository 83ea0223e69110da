"""Text from files made harmless: shown, never acted on."""

from __future__ import annotations

import unicodedata

_TEXT_SPACES = frozenset(" \u00a0")


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


def encodable(text: str, encoding: str | None) -> str:
    """Return ``text`` with an escape for every character that ``encoding`` cannot write."""
    encoding = encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
