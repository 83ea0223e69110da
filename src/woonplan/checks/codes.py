"""What a code of a rule looks like; apart from the rules, so that asking costs nothing."""

from __future__ import annotations

import re

_CODE = re.compile(r"WP[0-9]{3}", re.IGNORECASE)
_GROUP = re.compile(r"WP[0-9]{1,2}", re.IGNORECASE)


def is_code(text: str) -> bool:
    """Return whether the text has the shape of a code (`WP401`), whether or not there is such a rule."""
    return _CODE.fullmatch(text.strip()) is not None


def is_group(text: str) -> bool:
    """Return whether the text has the shape of the beginning of codes (`WP4`, `WP40`), as `check --select` takes it."""
    return _GROUP.fullmatch(text.strip()) is not None
