"""The nearest known word to a misspelt one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from woonplan.diagnostics import quote

_CUTOFF = 0.6

BUDGET = 500_000
"""Comparisons that one run spends on suggestions (about a second): 1,000 misspelt names among 342 municipalities, or
ten misspelt ids among 50,000. Those after it get the general hint."""

_FIXED = 100
"""What a suggestion costs besides its comparisons, in comparisons."""


def nearest_names(word: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Return at most ``count`` known names near to ``word``, the nearest first.

    The same input always gives the same names: of equally near ones the last in alphabetical order comes first.
    """
    from difflib import get_close_matches

    if len(word) > 100:
        return []
    by_fold = {name.casefold(): name for name in sorted(known, reverse=True)}
    return [by_fold[match] for match in get_close_matches(word.casefold(), sorted(by_fold), n=count, cutoff=_CUTOFF)]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to ``word``, or None when none is near."""
    return next(iter(nearest_names(word, known, 1)), None)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``Bedoelt u 'x'?`` for the nearest known word, or an empty text."""
    match = nearest(word, known)
    return f"Bedoelt u {quote(match)}?" if match else ""


class Suggestions:
    """Suggestions within a budget, so that a file with 100,000 misspelt names costs bounded time."""

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget

    def __call__(self, word: str, known: Collection[str]) -> str:
        """Return ``Bedoelt u 'x'?`` for the nearest known word; empty when none is near or the budget is spent."""
        if self.budget <= 0:
            return ""
        self.budget -= len(known) + _FIXED
        return suggestion(word, known)
