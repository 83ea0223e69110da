"""Nothing from a file acts on a terminal, and nothing breaks an encoder."""

from __future__ import annotations

import pytest

from woonplan.render.safe import encodable, safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rijssen-Holten", "Rijssen-Holten"),
        ("Café 北", "Café 北"),
        ("a\u00a0b", "a\u00a0b"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\r\tc", "a\\nb\\r\\tc"),
        ("\x00\x7f", "\\x00\\x7f"),
        ("\x9b31m", "\\x9b31m"),  # the one-character form of ESC [
        ("\u202etxt", "\\u202etxt"),
        ("\u2028\u200b\ufeff", "\\u2028\\u200b\\ufeff"),
        ("\udcff", "\\udcff"),  # how Python holds a byte of a file name that is not UTF-8
        ("", ""),
    ],
)
def test_what_acts_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_no_character_acts() -> None:
    every = "".join(map(chr, range(0x110000)))
    shown = safe(every)
    assert all(c.isprintable() or c == "\u00a0" for c in shown)
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "é ≤ 北"), ("cp1252", "é \\u2264 \\u5317"), ("ascii", "\\xe9 \\u2264 \\u5317"), (None, "é ≤ 北")],
)
def test_what_a_console_does_not_have_is_escaped(encoding: str | None, shown: str) -> None:
    assert encodable("é ≤ 北", encoding) == shown
