"""Which rules run: by code, by the beginning of a code, or by group; the most precise word wins."""

from __future__ import annotations

import re
from collections.abc import Iterable

from woonplan.checks.registry import REGELS, TECHNISCH
from woonplan.rule import GROEPEN, Rule

_PREFIX = re.compile(r"WP[0-9]{0,3}")


def prefix_of(word: str) -> str | None:
    """Return the beginning of the codes that a word stands for (WP401, WP4, beleid), or None for no rule."""
    word = word.strip()
    for digit, groep in GROEPEN.items():
        if word.casefold() in (groep, groep.split()[0]):
            return f"WP{digit}"
    code = word.upper()
    known = any(rule.code.startswith(code) for rule in REGELS) or code in TECHNISCH
    return code if _PREFIX.fullmatch(code) and known else None


def names() -> list[str]:
    """Return every word that can stand for rules, for suggestions."""
    return [*(rule.code for rule in REGELS), *GROEPEN.values(), *(f"WP{digit}" for digit in GROEPEN)]


def is_chosen(code: str, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """Return whether a rule runs: the longest beginning decides, and of equal ones ``ignore``.

    So `--select WP4 --ignore WP401` leaves WP401 out, and `--ignore WP4 --select WP401` runs it alone.
    """
    wanted = max((len(prefix) for prefix in select if code.startswith(prefix)), default=0)
    unwanted = max((len(prefix) for prefix in ignore if code.startswith(prefix)), default=0)
    return wanted > unwanted


def chosen(select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules that run, in the order of their codes."""
    select, ignore = tuple(select), tuple(ignore)
    return tuple(rule for rule in REGELS if is_chosen(rule.code, select, ignore))
