"""A mistake in one line of a file, with the line as it was probably meant."""

from __future__ import annotations

from dataclasses import dataclass

from woonplan.diagnostics import quote

LONGEST = 2000
"""Characters of a line that is looked at; a longer one was not written by hand."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: ``line`` and ``column`` count from 0, ``repaired`` is the line without it and without its end.

    ``opens`` says that it opens a text, or brackets, that go on over the lines after it. ``mended`` is the line that is
    repaired when that is not the one with the mistake.
    """

    line: int
    column: int
    what: str
    hint: str
    repaired: str
    opens: bool = False
    mended: int | None = None


def shown(text: str) -> str:
    """Return a text to write instead, fit for an advice and without quotation marks of its own around it."""
    return quote(text)[1:-1]
