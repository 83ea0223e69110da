"""What an unquoted word in YAML means here: true, false, null, a whole number, or text.

PyYAML reads ``2.000`` as 2.0, ``012`` as 10, ``1:30`` as 90 and ``yes`` as True, silently. Here they stay text, so
that the model refuses them and the message can quote what the file says.
"""

from __future__ import annotations

import re

WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
"""A whole number. Longer ones stay text: no number here needs 19 digits, and converting them costs quadratic time."""

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_STARTS = frozenset("0123456789-")


def resolve(text: str) -> bool | int | str | None:
    """Return the meaning of a plain (unquoted) scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _STARTS and WHOLE.fullmatch(text):
        return int(text)
    return text
