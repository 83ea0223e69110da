"""The word that a misspelt one was meant to be: none where that is in doubt.

A suggestion is followed without much thought, so a name that is merely near in letters is none: a few typing errors, in
a word that begins with the same letter, and where several names fit all of them are named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from woonplan.diagnostics import quote
from woonplan.model.base import folded, slug

BUDGET = 4_000_000
"""Pairs of letters that one run compares for suggestions (about a second): a thousand misspelt names among 342
municipalities, or ten misspelt ids among 50,000. Those after it get the general hint."""

_FIXED = 8
"""What looking at one name costs, in pairs of letters."""

_LONGEST = 100
"""Characters of a word that is compared: a longer one was not mistyped but pasted."""

_SHOWN = 4
"""Names that are suggested together, at most: more of them say nothing."""


def _bare(name: str) -> str:
    """Return a name without what stands in brackets behind it: `Hengelo (O.)` is `Hengelo`."""
    return name.rpartition("(")[0].rstrip() if name.endswith(")") else name


def nearest_names(word: str, names: Iterable[str], count: int = _SHOWN) -> list[str]:
    """Return the names that may be meant by ``word``, in alphabetical order; none where more than ``count`` fit."""
    return _near(word, names, count, BUDGET)[0]


def _near(word: str, names: Iterable[str], count: int, budget: int) -> tuple[list[str], int]:
    """Return the names that may be meant, and what is left of a budget; none where that runs out."""
    if not word or len(word) > _LONGEST:
        return [], budget
    among = sorted(set(names))
    budget -= _FIXED * len(among)
    own = _word(word)
    # Capitals, accents, hyphens, and what a name has in brackets behind it: these are the same name.
    found = [name for name in among if own and own in (_word(name), _word(_bare(name)))]
    if not found:
        wanted, most = folded(word), _errors(len(word))
        for name in among:
            errors, cost = _apart(wanted, folded(name), most)
            budget -= cost
            if budget < 0:
                return [], budget
            if errors is not None:
                # Only what is as near as the nearest so far.
                found = [*(found if errors == most else ()), name]
                most = errors
    return (found if len(found) <= count else []), budget


# The names of a register are compared with every word that is wrong in it.
_word = lru_cache(maxsize=4096)(slug)


def _errors(length: int) -> int:
    """Return how many typing errors a word of a length may have."""
    return 0 if length < 3 else 1 if length < 8 else 2 if length < 16 else 3


def _apart(word: str, name: str, most: int) -> tuple[int | None, int]:
    """Return the number of letters that were left out, added, changed or swapped, None for more than ``most``.

    And how many pairs of letters were compared to find that out.
    """
    if abs(len(word) - len(name)) > most or word[:1] != name[:1] or len(set(word) ^ set(name)) > 2 * most:
        return None, 0
    if len(word) < 4 and sorted(word) != sorted(name):
        # In a short word all but a swap makes another word.
        return None, 0
    start = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    word, name = word[start:], name[start:]
    far = most + 1
    before: list[int] = []
    row = [min(j, far) for j in range(len(name) + 1)]
    for i, letter in enumerate(word):
        now = [i + 1] + [far] * len(name)
        # More than `most` from the diagonal there are more errors than that.
        for j in range(max(0, i - most), min(len(name), i + most + 1)):
            errors = min(row[j + 1] + 1, now[j] + 1, row[j] + (letter != name[j]))
            if i and j and letter == name[j - 1] and word[i - 1] == name[j]:
                errors = min(errors, before[j - 1] + 1)
            now[j + 1] = errors
        before, row = row, now
        if min(now) > most:
            return None, (i + 1) * (2 * most + 1)
    return (row[-1] if row[-1] <= most else None), len(word) * (2 * most + 1)


def meant(names: Iterable[str]) -> str:
    """Return ``Bedoelt u 'x'?`` of one name, ``Bedoelt u 'x' of 'y'?`` of more, and nothing of none."""
    shown = [quote(name) for name in names]
    if len(shown) < 2:
        return f"Bedoelt u {shown[0]}?" if shown else ""
    return f"Bedoelt u {', '.join(shown[:-1])} of {shown[-1]}?"


def suggestion(word: str, names: Iterable[str]) -> str:
    """Return ``Bedoelt u 'x'?`` for the name that a word was meant to be, or an empty text."""
    return meant(nearest_names(word, names))


class Suggestions:
    """Suggestions within a budget, so that a file with 100,000 misspelt names costs bounded time."""

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget

    def __call__(self, word: str, names: Collection[str]) -> str:
        """Return ``Bedoelt u 'x'?`` for the nearest name; empty when none is near or the budget is spent."""
        if self.budget <= 0:
            return ""
        found, self.budget = _near(word, names, _SHOWN, self.budget - _FIXED)
        return meant(found)
