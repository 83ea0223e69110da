"""The nearest known word to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable

_CUTOFF = 0.6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to ``word``, or None when none is near.

    The same input always gives the same word: of equally near ones the first in alphabetical order.
    """
    from difflib import get_close_matches

    if len(word) > 100:
        return None
    by_fold = {name.casefold(): name for name in sorted(known, reverse=True)}
    matches = get_close_matches(word.casefold(), sorted(by_fold), n=1, cutoff=_CUTOFF)
    return by_fold[matches[0]] if matches else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``Bedoelt u 'x'?`` for the nearest known word, or an empty text."""
    match = nearest(word, known)
    return f"Bedoelt u '{match}'?" if match else ""
