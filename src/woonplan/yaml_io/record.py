"""One record of a list as YAML text, the same for the same data: quick, since a register may have 50,000.

Text that could read as anything else than itself is left to the writer that knows all of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ](?:[A-Za-z0-9À-ÖØ-öø-ÿ.,'()/&+_-]| (?![ #]|$))*")
_CODE = re.compile(r"[1-5][A-C]|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
"""A status or a date: text to this program's reader, as in the files that people write."""
_NEVER = 1_000_000_000
"""A width at which no line is ever folded."""
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"})


def record_text(data: Mapping[str, Any], indent: int) -> str:
    """Return a record as an item of a list whose dashes stand ``indent`` spaces in; it ends in a newline."""
    first = " " * indent + "- "
    rest = " " * (indent + 2)
    lines: list[str] = []
    for key, value in data.items():
        lines += _lines(key, value, rest)
    return first + "\n".join(lines)[len(rest) :] + "\n"


def _lines(key: str, value: Any, indent: str) -> list[str]:
    if isinstance(value, Mapping):
        inner = [line for name, item in value.items() for line in _lines(name, item, indent + "  ")]
        return [f"{indent}{key}:", *inner] if inner else [f"{indent}{key}: {{}}"]
    if isinstance(value, list | tuple):
        return [f"{indent}{key}:", *(f"{indent}  - {scalar(item)}" for item in value)]
    return [f"{indent}{key}: {scalar(value)}"]


def scalar(value: Any) -> str:
    """Return a text, whole number, boolean or null on one line, so that it reads as itself."""
    if value is True or value is False:
        return "true" if value else "false"
    if value is None:
        return "null"
    if not isinstance(value, str):
        return str(value)
    if (_PLAIN.fullmatch(value) and value.casefold() not in _WORDS) or _CODE.fullmatch(value):
        return value
    # In double quotes whatever is in it stays on one line.
    return str(yaml.dump(value, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=_NEVER)).rstrip(
        "\n"
    )
