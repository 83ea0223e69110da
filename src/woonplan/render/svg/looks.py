"""How a role looks: a colour and, for black-and-white print, a pattern that no other role has.

The colours have a contrast of at least 3 to white and to near black, so that they work on paper and in dark mode; no
text is ever drawn on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hatch:
    """A colour, the drawing in a tile of 8 by 8 that repeats (empty is solid), and the dashes of a line."""

    colour: str
    tile: str = ""
    dashes: str = ""


_RISING = "M-2 2L2 -2M0 8L8 0M6 10L10 6"
_FALLING = "M-2 6L2 10M0 0L8 8M6 -2L10 2"

LOOKS: Mapping[str, Hatch] = {
    "gerealiseerd": Hatch("#6b7280", "", ""),
    "hard": Hatch("#2f7fc1", _RISING, "8 3"),
    "zacht": Hatch("#a8762a", "M1.2 2H3.2M5.2 6H7.2", "2 3"),
    "extra": Hatch("#7f6bc4", "M0 2H8M0 6H8", "10 3 2 3"),
    "onbekend": Hatch("#808080", "M3.2 4h1.6", "1 3"),
    "doel": Hatch("#808080", "M2 0V8M6 0V8", "6 4"),
    "tekort": Hatch("#d0502a", _RISING + _FALLING, "4 2"),
    "over": Hatch("#2f8f5b", _FALLING, "12 3"),
}
"""The looks by role."""

OTHERS = (
    Hatch("#2f7fc1", _RISING, ""),
    Hatch("#a8762a", "M1.2 2H3.2M5.2 6H7.2", "8 3"),
    Hatch("#2f8f5b", _FALLING, "2 3"),
    Hatch("#7f6bc4", "M0 2H8M0 6H8", "10 3 2 3"),
    Hatch("#b0508a", "M2 0V8", "4 2"),
    Hatch("#6b7280", "", "12 3"),
)
"""The looks of roles that nobody named, in the order of the series."""


def look(role: str, index: int = 0) -> Hatch:
    """Return the look of a role; of one without a look, that of its place among the series."""
    return LOOKS.get(role) or OTHERS[index % len(OTHERS)]


def pattern(ident: str, shape: Hatch) -> str:
    """Return the definition of a pattern; one without a tile is a plain colour and needs none."""
    # The tile is drawn upright with its own slanted lines: office programs do not turn patterns.
    return (
        f'<pattern id="{ident}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{shape.colour}" fill-opacity="0.3"/>'
        f'<path d="{shape.tile}" stroke="{shape.colour}" stroke-width="1.3" fill="none"/></pattern>'
    )
