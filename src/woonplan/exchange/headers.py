"""Headers as people write them: which field of a plan one names, in every format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from woonplan.exchange.fields import FIELDS, PHASED
from woonplan.model.base import FIRST_YEAR, LAST_YEAR

_PERIOD = re.compile(r"(\d{4})(?:\s*(?:-|t/m|tot en met|/)\s*(\d{4}))?")
_PHASED = re.compile(r"(oplevering|sloop)[\s_.\-]*(?:jaar)?[\s_.\-]*(.+)")
_OPEN = re.compile(r"(na|vanaf)?\s*(\d{4})\s*(?:-|\+|e\.?v\.?|en verder|en later)?")


def fold(text: str) -> str:
    """Return a header or word without what people vary: letter case, spaces, underscores and hyphens."""
    return " ".join(re.split(r"[\s_\-]+", text.casefold().strip(" .:*")))


@cache
def headers(format_name: str) -> Mapping[str, str]:
    """Return the headers of a format, folded, with the key of the field each belongs to.

    Args:
        format_name: ``kop`` (our own table, with its other spellings), ``planmonitor``, ``nieuwekaart`` or ``diwi``.
    """
    found: dict[str, str] = {}
    for field in FIELDS:
        name: str = getattr(field, format_name)
        others = (*field.ook, field.key.replace(".", " "), field.key) if format_name == "kop" else ()
        for header in (name, *others):
            if header:
                found.setdefault(fold(header), field.key)
    return MappingProxyType(found)


def own_key(header: str) -> str | None:
    """Return the key of the field that a header of our own table names: also ``oplevering 2026`` and ``2026``."""
    text = fold(header)
    key = headers("kop").get(text)
    if key in PHASED:
        return None  # it says no year
    if key is not None:
        return key
    match = _PHASED.fullmatch(header.casefold().strip())
    if match is not None:
        year = period(match[2])
        return f"{'oplevering' if match[1] == 'oplevering' else 'sloop_jaar'}.{year}" if year else None
    year = period(header)
    return f"oplevering.{year}" if year and year != "onbekend" else None


def period(text: str) -> str | None:
    """Return a year, a period or ``onbekend`` as the register writes it; None for anything else."""
    text = text.casefold().strip().replace("_", "-").replace("\u2013", "-")
    if text in ("onbekend", "zonder jaar", "jaar onbekend"):
        return "onbekend"
    match = _PERIOD.fullmatch(text)
    if match is None:
        since = _OPEN.fullmatch(text)
        year = int(since[2]) + (since[1] == "na") if since else 0
        return f"{year}-" if FIRST_YEAR <= year <= LAST_YEAR else None
    first, last = match[1], match[2] or match[1]
    if not FIRST_YEAR <= int(first) <= int(last) <= LAST_YEAR:
        return None
    return first if first == last else f"{first}-{last}"
