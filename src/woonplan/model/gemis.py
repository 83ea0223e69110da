"""What has no number: plans and municipalities by name, counted in their own units and never in one bare number."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from woonplan.numerals import dutch


class Gemis(Enum):
    """A kind of thing without a number, with what it is called as one and as more of it."""

    PLAN = ("plan zonder aantal", "plannen zonder aantal")
    NETTO = ("plan zonder netto aantal", "plannen zonder netto aantal")
    GEMEENTE = ("gemeente zonder plannen", "gemeenten zonder plannen")
    ZICHTBAAR = ("gemeente zonder zichtbare plannen", "gemeenten zonder zichtbare plannen")
    """The same for readers who do not see all plans."""
    OPLEVERING = ("gemeente zonder oplevering", "gemeenten zonder oplevering")
    """A year of a municipality of which the stock statistics are not in the register."""
    JAAR = ("plan zonder jaar", "plannen zonder jaar")
    DEEL = ("plan niet verdeeld", "plannen niet verdeeld")

    @property
    def placed(self) -> bool:
        """Whether it has its number elsewhere: homes of which it is not known whether they belong to this row."""
        return self in (Gemis.JAAR, Gemis.DEEL)

    def counted(self, count: int) -> str:
        """Return a number of them in words: `2 plannen zonder aantal`."""
        return f"{dutch(count)} {self.value[count != 1]}"


class Lack(NamedTuple):
    """One thing without a number: a plan or a municipality by its name, and of a yearly figure the year."""

    gemis: Gemis
    naam: str = ""
    jaar: int = 0


Missing = frozenset[Lack]
"""What has no number: a set, so that a plan in two sums is one plan in the sum of those."""

ALL_KNOWN: Missing = frozenset()


def counts(missing: Missing) -> dict[Gemis, int]:
    """Return how many plans or municipalities there are of each kind, in a fixed order; a year is none of its own."""
    once = {Lack(lack.gemis, lack.naam) for lack in missing} if any(lack.jaar for lack in missing) else missing
    kinds = [lack.gemis for lack in once]
    return {gemis: kinds.count(gemis) for gemis in Gemis if gemis in kinds}


def lacking(missing: Missing, *, placed: bool = True) -> str:
    """Return what has no number, counted: `2 plannen zonder aantal, 1 gemeente zonder plannen`.

    With ``placed`` also what has its number elsewhere, which the heading of a table says once for all rows.
    """
    return ", ".join(g.counted(count) for g, count in counts(missing).items() if placed or not g.placed)


def apart(missing: Missing) -> str:
    """Return what a number is without: `2 plannen en 1 gemeente`, `de onbekende oplevering 2021 (14 gemeenten)`."""
    found = counts(missing)
    words = []
    if gemeenten := found.pop(Gemis.OPLEVERING, 0):
        years = sorted({lack.jaar for lack in missing if lack.jaar})
        when = f" {years[0]}-{years[-1]}" if len(years) > 1 else "".join(f" {year}" for year in years)
        words.append(f"de onbekende oplevering{when} ({_some(gemeenten, 'gemeente', 'gemeenten')})")
    gemeenten = found.pop(Gemis.GEMEENTE, 0) + found.pop(Gemis.ZICHTBAAR, 0)
    if plans := sum(found.values()):
        words.append(_some(plans, "plan", "plannen"))
    if gemeenten:
        words.append(_some(gemeenten, "gemeente", "gemeenten"))
    return " en ".join(words)


def _some(count: int, one: str, more: str) -> str:
    return f"{dutch(count)} {one if count == 1 else more}"
