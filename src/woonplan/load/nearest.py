"""The nearest word to a misspelt one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from woonplan.diagnostics import quote

_CUTOFF = 0.6

BUDGET = 500_000
"""Comparisons that one run spends on suggestions (about a second): 1,000 misspelt names among 342 municipalities, or
ten misspelt ids among 50,000. Those after it get the general hint."""

_FIXED = 100
"""What a suggestion costs besides its comparisons, in comparisons."""


def nearest_names(word: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return at most ``count`` of the names near to ``word``, the nearest first.

    The same input always gives the same names: of equally near ones the last in alphabetical order comes first.
    """
    from difflib import get_close_matches

    if len(word) > 100:
        return []
    by_fold = {name.casefold(): name for name in sorted(names, reverse=True)}
    return [by_fold[match] for match in get_close_matches(word.casefold(), sorted(by_fold), n=count, cutoff=_CUTOFF)]


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name nearest to ``word``, or None when none is near."""
    return next(iter(nearest_names(word, names, 1)), None)


def suggestion(word: str, names: Iterable[str]) -> str:
    """Return ``Bedoelt u 'x'?`` for the nearest name, or an empty text."""
    match = nearest(word, names)
    return f"Bedoelt u {quote(match)}?" if match else ""


class Suggestions:
    """Suggestions within a budget, so that a file with 100,000 misspelt names costs bounded time."""

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget

    def __call__(self, word: str, names: Collection[str]) -> str:
        """Return ``Bedoelt u 'x'?`` for the nearest name; empty when none is near or the budget is spent."""
        if self.budget <= 0:
            return ""
        self.budget -= len(names) + _FIXED
        return suggestion(word, names)
