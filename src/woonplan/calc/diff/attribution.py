"""The change of sums in pieces, each by one cause: what a record went through, a rule, or what is no plan at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from woonplan.calc.diff.fields import Verschil, differences
from woonplan.calc.diff.kinds import Wijziging, kinds_of
from woonplan.calc.diff.pairs import Paar
from woonplan.calc.diff.rules import Blok
from woonplan.calc.diff.steps import alone, ends, number_of, steps
from woonplan.calc.diff.tally import KOLOMMEN, SILENT, Tallied
from woonplan.model.gemis import Lack
from woonplan.model.number import NOTHING, Number

GEMEENTEN = "gemeenten_zonder_plannen"
"""The cause that is no plan: a municipality that had no records has them, or the other way round."""

_NO_CAUSE = (Wijziging.HERNOEMD, Wijziging.TEKST, Wijziging.KENMERK)
"""What changes no number of homes."""

Both = tuple[Number, Number]
"""A number before and after."""


class Deelverschil(NamedTuple):
    """A piece of a change of one sum."""

    oorzaak: str
    kolom: str
    nummer: int
    """Which of the pairs of records it is about; below 0 where it is no plan."""
    voor: Number
    na: Number


class Attribution:
    """The records of both states by their ids, and what each went through."""

    def __init__(self, paren: Sequence[Paar]) -> None:
        """Take the pairs of records."""
        self.paren = paren
        self._old = {p.oud.plan.id: number for number, p in enumerate(paren) if p.oud is not None}
        self._new = {p.nieuw.plan.id: number for number, p in enumerate(paren) if p.nieuw is not None}
        self._renamed = {
            p.oud.plan.id: p.nieuw.plan.id
            for p in paren
            if p.oud is not None and p.nieuw is not None and p.oud.plan.id != p.nieuw.plan.id
        }
        self.verschillen = cache(self._verschillen)

    def _verschillen(self, number: int) -> tuple[Verschil, ...]:
        """Return the fields in which both records of a pair differ; none where there is only one."""
        paar = self.paren[number]
        return differences(paar.oud, paar.nieuw) if paar.oud and paar.nieuw else ()

    def soorten(self, number: int) -> tuple[Wijziging, ...]:
        """Return what a record went through: of one that is in both states as its fields say."""
        paar = self.paren[number]
        if paar.soort is not None or paar.oud is None or paar.nieuw is None:
            return (paar.soort or Wijziging.NIEUW,)
        return kinds_of(paar.oud, paar.nieuw, self.verschillen(number))

    def by_rule(self, before: Tallied, after: Tallied, blok: Blok) -> Iterator[Deelverschil]:
        """Yield what other rules change in the sums of one row: the records are the same."""
        for kolom, name, voor, na in _moved(before, after):
            number = -1 if name.startswith(SILENT) else self._old[name]
            yield Deelverschil(str(blok), kolom, number, voor, na)

    def by_record(self, before: Tallied, after: Tallied) -> Iterator[Deelverschil]:
        """Yield what the records change in the sums of one row, and municipalities that had none."""
        found: dict[int, dict[str, Both]] = {}
        for kolom, name, voor, na in _moved(before, after, self._renamed):
            if name.startswith(SILENT):
                yield Deelverschil(GEMEENTEN, kolom, -1, voor, na)
                continue
            for number in {index[name] for index in (self._old, self._new) if name in index}:
                was, is_ = found.get(number, {}).get(kolom, (NOTHING, NOTHING))
                was = self._named_as_now(name, voor) if self._old.get(name) == number else was
                is_ = na if self._new.get(name) == number else is_
                found.setdefault(number, {})[kolom] = (was, is_)
        for number, kolommen in found.items():
            yield from self._by_cause(number, {k: both for k, both in kolommen.items() if both[0] != both[1]})

    def _named_as_now(self, name: str, homes: Number) -> Number:
        """Return an old number in which what is lacking has the id that the plan has now."""
        now = self._renamed.get(name)
        if now is None or not homes.missing:
            return homes
        missing = frozenset(Lack(lack.gemis, now, lack.jaar) if lack.naam == name else lack for lack in homes.missing)
        return Number(homes.low, homes.high, homes.circa, homes.known, missing, homes.way, homes.marge)

    def _by_cause(self, number: int, moved: Mapping[str, Both]) -> Iterator[Deelverschil]:
        """Yield the change of one record cause by cause; all of it by the first where it does not count by itself."""
        paar = self.paren[number]
        oud, nieuw = paar.oud, paar.nieuw
        if oud is not None and nieuw is not None and paar.soort is None and alone(oud) and alone(nieuw):
            id_ = oud.plan.id
            voor, na = ends(oud), ends(nieuw)
            own = {k: (self._named_as_now(id_, number_of(voor, k)), number_of(na, k)) for k in KOLOMMEN}
            # A row holds all of the record or some of it: only of all of it is known what each field does to it.
            if {k: both for k, both in own.items() if both[0] != both[1]} == moved:
                for stap in steps(oud, nieuw):
                    for k in dict.fromkeys((*stap.voor, *stap.na)):
                        one, two = (self._named_as_now(id_, number_of(side, k)) for side in (stap.voor, stap.na))
                        if one != two:
                            yield Deelverschil(str(stap.soort), k, number, one, two)
                return
        soort = next((s for s in self.soorten(number) if s not in _NO_CAUSE), Wijziging.AFGELEID)
        yield from (Deelverschil(str(soort), k, number, *both) for k, both in moved.items())


def _moved(
    before: Tallied, after: Tallied, also: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str, Number, Number]]:
    """Yield what differs between two rows: the sum, the record, and its number before and after.

    ``also`` are records that are yielded anyhow: those that have another name after it.
    """
    renamed = {*(also or {}).keys(), *(also or {}).values()}
    for kolom in KOLOMMEN:
        was, is_ = before.records.get(kolom, {}), after.records.get(kolom, {})
        for name in dict.fromkeys((*was, *is_)):
            voor, na = was.get(name, NOTHING), is_.get(name, NOTHING)
            if voor != na or name in renamed:
                yield kolom, name, voor, na
