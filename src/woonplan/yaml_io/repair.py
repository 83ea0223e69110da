"""A mistake in one line of a file, with the line as it was probably meant, and whether the text reads on with that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from woonplan.diagnostics import quote
from woonplan.yaml_io.dialect import events
from woonplan.yaml_io.lines import Lines

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

    def mend(self, text: str, lines: Lines, end: int) -> str:
        """Return a text with these lines up to a position (exclusive), without the mistake."""
        number = self.line if self.mended is None else self.mended
        start, old = lines.start(number), lines[number]
        ending = old[len(old.rstrip("\r\n")) :]
        return "".join((text[:start], self.repaired, ending, text[start + len(old) : end]))


def shown(text: str) -> str:
    """Return a text to write instead, fit for an advice and without quotation marks of its own around it."""
    return quote(text)[1:-1]


def reads_past(text: str, line: int, *, opens: bool) -> bool:
    """Whether the first error in a text, if any, lies past a line and is not about something that began before it.

    ``opens`` says that the repair is of what ran into the line: what begins there itself is another mistake.
    """
    parser = events(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        began: Any = error.context_mark
        within = str(error.context)
        # A key may begin on the line itself; what is quoted or in brackets would only hide the rest of the file.
        first = line if opens or "simple key" in within else line + 1
        hides = began is not None and "block" not in within and began.line < first
        return error.problem_mark is not None and error.problem_mark.line > line and not hides
    except yaml.YAMLError:
        return False
    return True
