"""One record of a list as YAML text, the same for the same data: quick, since a register may have 50,000.

Text that could read as anything else than itself is left to the writer that knows all of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from woonplan.yaml_io.dialect import quoted

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ](?:[A-Za-z0-9À-ÖØ-öø-ÿ.,'()/&+_-]| (?![ #]|$))*")
_CODE = re.compile(r"[1-5][A-C]|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
"""A status or a date: text to this program's reader, as in the files that people write."""
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"})


def record_text(data: Mapping[str, Any], indent: int) -> str:
    """Return a record as an item of a list whose dashes stand ``indent`` spaces in; it ends in a newline."""
    return f"{' ' * indent}- {block_text(data, indent + 2)[indent + 2 :]}"


def block_text(data: Mapping[str, Any], indent: int) -> str:
    """Return keys and values as lines that stand ``indent`` spaces in, each with its newline."""
    spaces = " " * indent
    lines: list[str] = []
    for key, value in data.items():
        if value.__class__ is int:  # what most of a record is
            lines.append(f"{spaces}{key}: {value}\n")
        elif isinstance(value, dict):
            lines.append(f"{spaces}{key}:\n" if value else f"{spaces}{key}: {{}}\n")
            lines += [
                f"{spaces}  {n}: {part if part.__class__ is int else scalar(part)}\n" for n, part in value.items()
            ]
        elif isinstance(value, list | tuple):
            lines += [f"{spaces}{key}:\n", *(f"{spaces}  - {scalar(item)}\n" for item in value)]
        else:
            lines.append(f"{spaces}{key}: {scalar(value)}\n")
    return "".join(lines)


def scalar(value: Any) -> str:
    """Return a text, whole number, boolean or null on one line, so that it reads as itself."""
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return "null"
    return str(value).lower()


# The words of closed lists come back in every record.
@lru_cache(maxsize=4096)
def _text(value: str) -> str:
    if (_PLAIN.fullmatch(value) and value.casefold() not in _WORDS) or _CODE.fullmatch(value):
        return value
    return quoted(value)
