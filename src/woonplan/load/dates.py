"""Dates that users type: of day, month or year precision, as in the files."""

from __future__ import annotations

import re

from woonplan.model.base import first_day

_DATUM = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def is_date(text: str) -> bool:
    """Return whether the text is a date that exists: ``2025``, ``2025-07`` or ``2025-07-01``."""
    try:
        return bool(_DATUM.fullmatch(text) and first_day(text))
    except ValueError:
        return False
