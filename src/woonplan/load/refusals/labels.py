"""What was meant by a label, a date, a code or a sign for missing: everything that fits, and never a choice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from woonplan.model.base import FIRST_YEAR, LAST_YEAR, folded, is_date, slug
from woonplan.model.statussen import FIJN, Planstatus

_NUMBERED = re.compile(r"\s*(\d{1,2}[A-Za-z]?)(?:[.,):_-]+\s*|\s+|$)")
"""The number or code in front of a label: `1A. Onherroepelijk`, `7. Afgerond`."""

_FIRMNESS = (
    (r"onherroep|\bonhr\b", "1"),
    (r"vastgesteld", "2"),
    (r"voorbereiding", "3"),
    (r"niet opgenomen in de visie|\boptie\b|\bidee\b", "4B"),
    (r"visie", "4A"),
)
"""What the words of a status say of its code, the first that fits; as Planmonitor and DIWI have them."""

_CONDITION = ((r"uitwerking", "B"), (r"wijziging|b&w|b en w", "C"))

MISSING = frozenset(
    {"-", "--", "---", "\u2013", "\u2014", "?", "??", "???", ".", "..", "...", "x", "xx", "/", "*"}
    | {"n.v.t.", "nvt", "n.v.t", "n.b.", "nb", "n.n.b.", "nnb", "n.t.b.", "ntb", "n/a", "na", "n/b", "nan", "none"}
    | {"onbekend", "geen", "leeg", "geheim", "niet bekend", "nog onbekend", "nog niet bekend"}
)
"""What tables have for nothing, unknown, secret and not applicable."""

_LONGEST = 200
"""Characters of a text that may be a label."""

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)

_IN_FIGURES = re.compile(r"(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})(?:[T ]00?:00(?::00)?)?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([a-z]{3,9})\.?\s+(\d{4})")
_JOINED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"[1-9]\d{4}")
_EXCEL = date(1899, 12, 30)
"""The day from which spreadsheets count days."""


def is_missing(text: str) -> bool:
    """Return whether a text is a sign or a word for a value that is not there."""
    return len(text) <= _LONGEST and folded(text.strip()) in MISSING


def labelled(text: str, allowed: Iterable[str]) -> list[str]:
    """Return the values of a closed list that a label may stand for, in the order of the list."""
    values = list(allowed)
    if len(text) > _LONGEST:
        return []
    found = _NUMBERED.match(text)
    code = found[1].upper() if found else ""
    if set(FIJN) <= set(values):
        return [value for value in values if value in _statuses(text, code)]
    words = slug(text[found.end() :] if found else text)
    return [value for value in values if words and slug(value) == words]


def _statuses(text: str, code: str) -> set[str]:
    """Return the statuses that fit a label; where its code and its words contradict each other, those of both."""
    words = folded(text)
    by_code = {str(status) for status in FIJN if code and status.startswith(code)}
    begin = next((begin for pattern, begin in _FIRMNESS if re.search(pattern, words)), "")
    end = next((end for pattern, end in _CONDITION if re.search(pattern, words)), "")
    by_words = {str(status) for status in FIJN if begin and status.startswith(begin) and status.endswith(end)}
    if not by_code and not by_words:
        return {str(Planstatus.ONBEKEND)} if "onbekend" in words else set()
    return by_code & by_words or by_code | by_words


def dates(text: str) -> list[str]:
    """Return the dates that a text may stand for, as they are to be written; a day and a month may be either."""
    if len(text) > _LONGEST:
        return []
    text = folded(text.strip())
    found: list[tuple[int, int, int]] = []
    if figures := _IN_FIGURES.fullmatch(text):
        first, middle, last = (int(figures[i]) for i in (1, 3, 4))
        if len(figures[1]) == 4:
            found = [(first, middle, last)]
        elif len(figures[4]) == 4:
            found = [(last, middle, first), (last, first, middle)]
    elif words := _IN_WORDS.fullmatch(text):
        month = [i for i, name in enumerate(_MONTHS, 1) if name.startswith(words[2].replace("mrt", "maart"))]
        if len(month) == 1:
            if words[1] is None:
                return _possible([f"{words[3]}-{month[0]:02}"])
            found = [(int(words[3]), month[0], int(words[1]))]
    elif joined := _JOINED.fullmatch(text):
        found = [(int(joined[1]), int(joined[2]), int(joined[3]))]
    elif _SERIAL.fullmatch(text):
        day = _EXCEL + timedelta(days=int(text))
        found = [(day.year, day.month, day.day)]
    return _possible(f"{year:04}-{month:02}-{day:02}" for year, month, day in found)


def _possible(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if is_date(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR]


def cents(text: str) -> int | None:
    """Return an amount in euros (`390.000`, `879,66`, `EUR 405.000,-`) in cents; None where it is none."""
    found = len(text) <= _LONGEST and re.fullmatch(
        r"(?:€|eur(?:o)?)?\s*(\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(\d{2}|-{1,2}))?\s*(?:euro)?", folded(text.strip())
    )
    if not found:
        return None
    return int(found[1].replace(".", "")) * 100 + int((found[2] or "0").strip("-") or 0)
