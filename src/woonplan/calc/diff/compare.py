"""Two states of a register held against each other: what changed, by which cause, and what that does to every sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.diff.attribution import Attribution, Both, Deelverschil
from woonplan.calc.diff.effect import with_balance
from woonplan.calc.diff.fields import Verschil
from woonplan.calc.diff.kinds import Wijziging, shifted
from woonplan.calc.diff.pairs import Paar, Voorstel, pair, proposals
from woonplan.calc.diff.row import Rij, moved, row
from woonplan.calc.diff.rules import Regel, changed_rules, stages
from woonplan.calc.diff.tally import KOLOMMEN, NO_SUMS, Tallied, tally
from woonplan.calc.gap.groups import grouped
from woonplan.calc.number.figure import Figure
from woonplan.calc.question import By
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.number import Number

TOTAAL = "totaal"


@dataclass(frozen=True, slots=True)
class Planwijziging:
    """One plan that changed: what it went through, which fields differ, and what that does to the sums of the area."""

    paar: Paar
    soorten: tuple[Wijziging, ...]
    verschillen: tuple[Verschil, ...]
    figures: Mapping[str, Figure]
    woningjaren: Number | None = None
    """By how many years its homes moved, together (homes times years; below 0 is earlier); None where that is not known
    or nothing moved."""

    @property
    def id(self) -> str:
        """Its id now, or the one that it had."""
        return self.paar.id


@dataclass(frozen=True, slots=True)
class Diff:
    """Everything that changed between two states."""

    oud: View
    nieuw: View
    regels: tuple[Regel, ...]
    totaal: Rij
    gemeenten: tuple[Rij, ...]
    """The municipalities of both states, and what is not divided over them."""
    plannen: tuple[Planwijziging, ...]
    """The plans that changed, by their first kind and their id."""
    ongewijzigd: int
    """How many records are the same in both states."""
    voorstellen: tuple[Voorstel, ...]
    """Plans that may be one under another id."""

    @property
    def leeg(self) -> bool:
        """Whether nothing changed: no plan, no rule and no total."""
        return not (self.plannen or self.regels or self.totaal.anders or any(rij.anders for rij in self.gemeenten))

    def aantal(self, *soorten: Wijziging) -> int:
        """Return how many plans went through a kind of change, or any of several."""
        return sum(not set(soorten).isdisjoint(plan.soorten) for plan in self.plannen)


def compare(old: View, new: View, agendas: tuple[Agendabestand | None, Agendabestand | None] = (None, None)) -> Diff:
    """Return what changed between two states of a register, with every change attributed once.

    Args:
        old: The earlier state, with what is asked of it.
        new: The later state, with the same asked of it.
        agendas: The agreements beside each of them.
    """
    found = stages(old, new)
    views, blokken = [*(view for _, view in found), new], [blok for blok, _ in found[1:]]
    paren = pair(_asked(found[-1][1]), _asked(new))
    attribution = Attribution(paren)
    chain = [_rows(view) for view in views]
    rijen: dict[str, Rij] = {}
    of_plans: dict[int, dict[str, Both]] = {}
    for name in dict.fromkeys(name for rows in reversed(chain) for name in rows):
        tallies = [rows.get(name, NO_SUMS) for rows in chain]
        own = list(attribution.by_record(tallies[-2], tallies[-1]))
        by_rule = (
            piece
            for blok, before, after in zip(blokken, tallies, tallies[1:], strict=False)
            if blok is not None
            for piece in attribution.by_rule(before, after, blok)
        )
        rijen[name] = row(name, tallies[0], tallies[-1], [*by_rule, *own], attribution)
        if name == TOTAAL:
            of_plans = _by_plan(own)
    totaal = with_balance(rijen.pop(TOTAAL), views, [*blokken, None])
    plannen = tuple(_plans(attribution, of_plans))
    return Diff(
        old,
        new,
        changed_rules(old.dataset, new.dataset, *agendas),
        totaal,
        tuple(rijen.values()),
        plannen,
        len(paren) - len(plannen),
        proposals(paren),
    )


def _asked(view: View) -> Sequence[Contribution]:
    """Return the records that what is asked is about: all of them, or those in the selection."""
    if not view.question.selective:
        return view.records
    inside = {share.contribution.plan.id for share in view.itemised}
    return [c for c in view.records if c.plan.id in inside]


def _rows(view: View) -> dict[str, Tallied]:
    """Return the sums of the area that is asked for, and those of each municipality."""
    return {TOTAAL: tally(view.sums), **{group.key: tally(group.sums) for group in grouped(view, By.GEMEENTE).groups}}


def _by_plan(pieces: Iterable[Deelverschil]) -> dict[int, dict[str, Both]]:
    """Return what every plan changed in the sums: from before its first cause to after its last."""
    found: dict[int, dict[str, Both]] = {}
    for piece in pieces:
        if piece.nummer >= 0:
            of_plan = found.setdefault(piece.nummer, {})
            of_plan[piece.kolom] = (of_plan[piece.kolom][0] if piece.kolom in of_plan else piece.voor, piece.na)
    return found


def _plans(attribution: Attribution, of_plans: Mapping[int, Mapping[str, Both]]) -> list[Planwijziging]:
    """Return the plans that changed, by the first kind of each and its id."""
    return sorted(_changed(attribution, of_plans), key=lambda plan: (list(Wijziging).index(plan.soorten[0]), plan.id))


def _changed(attribution: Attribution, of_plans: Mapping[int, Mapping[str, Both]]) -> Iterator[Planwijziging]:
    for number, paar in enumerate(attribution.paren):
        kolommen = of_plans.get(number, {})
        soorten = attribution.soorten(number) or ((Wijziging.AFGELEID,) if kolommen else ())
        if soorten:
            record = paar.record
            figures = {
                kolom: moved(record.plan.id, record.plan.naam, *kolommen[kolom], record.origin)
                for kolom in KOLOMMEN
                if kolom in kolommen
            }
            later = shifted(paar.oud, paar.nieuw) if paar.oud and paar.nieuw and not paar.soort else None
            yield Planwijziging(paar, soorten, attribution.verschillen(number), figures, later)
