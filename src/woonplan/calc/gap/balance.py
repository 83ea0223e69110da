"""The balance of a region or of some municipalities, at both ends of the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from woonplan.calc.capacity.counting import Counting
from woonplan.calc.capacity.families import contributions
from woonplan.calc.capacity.selection import for_total, select
from woonplan.calc.capacity.sums import Shares, Sums
from woonplan.calc.number.bounds import at_least_zero
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.ratios import share
from woonplan.calc.number.sums import added, counted, subtracted
from woonplan.calc.question import Question
from woonplan.calc.target.delivered import delivered
from woonplan.calc.target.demand import LABELS, Stated
from woonplan.calc.view import View, answer
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.number import exactly
from woonplan.model.stand import Standdeel, inherit
from woonplan.model.target import SoortUitspraak


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Everything that `gap` answers for one area; None where the register holds no figure to answer with."""

    sums: Sums
    doel: Stated | None = None
    gerealiseerd: Figure | None = None
    nog_hard_te_maken: Figure | None = None
    uitbreiding_hard: Stated | None = None
    """What the source itself says of that number."""
    nog_te_vinden: Figure | None = None
    saldo: Figure | None = None
    extra_ruimte: Stated | None = None
    saldo_met_extra_ruimte: Figure | None = None
    toets: tuple[Figure, ...] = ()
    """The checks beside the balance: local need against supply, the target against other statements."""
    gebruikt: tuple[Stated, ...] = ()
    """All statements that were used."""
    zonder_doel: tuple[str, ...] = ()
    """The areas asked for that have no target in this set; then there is no balance."""
    klassen: frozenset[Planklasse]
    """The classes of capacity that the question asks for."""

    @property
    def rows(self) -> tuple[Figure, ...]:
        """The figures of the balance, from top to bottom."""
        found = (
            self.doel.figure if self.doel else None,
            self.gerealiseerd,
            self.sums.hard if Planklasse.HARD in self.klassen else None,
            self.nog_hard_te_maken,
            self.sums.zacht if Planklasse.ZACHT in self.klassen else None,
            self.nog_te_vinden,
            self.saldo,
            self.extra_ruimte.figure if self.extra_ruimte else None,
            self.saldo_met_extra_ruimte,
        )
        return tuple(figure for figure in found if figure is not None)

    @property
    def doelen(self) -> tuple[Stated, ...]:
        """The statement that is held against, where there is one: all that a table of groups uses."""
        return (self.doel,) if self.doel else ()


@answer
def balance(view: View) -> Balance:
    """Return the balance: realised since the start of the target's period + remaining capacity - target.

    Intended extra space is a statement on the supply side; it is shown apart and never counts as capacity.
    """
    found = Balance(sums=view.sums, klassen=view.klassen)
    if view.period is None or view.telling is None:
        return found
    done = delivered(view.dataset, view.gemeenten, view.period)
    found = replace(found, gerealiseerd=done)
    if not view.question.selective:
        extra = _extra_room(view)
        checks, used = _checks(view, done)
        # What the source says is short of hard plans says how many there are, and so how many are hidden.
        extension = None if view.dataset.verborgen else view.stated(SoortUitspraak.UITBREIDING_HARD)
        found = replace(found, extra_ruimte=extra, uitbreiding_hard=extension, toets=checks, gebruikt=used)
    doel, missing = _target(view)
    if doel is None:
        return replace(found, zonder_doel=missing)
    hard = [view.sums.hard] if Planklasse.HARD in view.klassen else []
    delivery = [done] if done is not None else []
    have = [*delivery, *view.sums.samen]
    extra = found.extra_ruimte
    with_extra = None
    if extra is not None:
        with_extra = saldo([*have, extra.figure], doel.figure, "saldo_met_extra_ruimte", "saldo met extra ruimte")
    # The source names what is still to be made hard at its own reference date, before anything was delivered.
    own = view.question.tegen.soort is SoortUitspraak.AMBITIE and view.telling.standaard and not view.question.netto
    return replace(
        found,
        doel=doel,
        nog_hard_te_maken=_still("nog_hard_te_maken", "nog hard te maken", doel.figure, [*delivery, *hard])
        if hard
        else None,
        uitbreiding_hard=found.uitbreiding_hard if own and done is None else None,
        nog_te_vinden=_still("nog_te_vinden", "nog ruimte te vinden", doel.figure, have)
        if Planklasse.ZACHT in view.klassen
        else None,
        saldo=saldo(have, doel.figure),
        saldo_met_extra_ruimte=with_extra,
        gebruikt=(*_used(view, doel), *((extra,) if extra else ()), *found.gebruikt),
    )


def _still(name: str, label: str, doel: Figure, have: Sequence[Figure]) -> Figure:
    """Return what of a target is still to be made or found: nothing where there is more than it asks for."""
    left = subtracted(name, label, doel, *have)
    if all(end.low is not None and end.low >= 0 for end in left.ends if not end.blank):
        return left
    return at_least_zero(name, label, left._replace(name=f"{name}_verschil"))


def _extra_room(view: View) -> Stated | None:
    """Return the intended extra room: supply, so at both ends of the target the same, whatever of it there will be."""
    found = view.stated(SoortUitspraak.EXTRA_RUIMTE)
    number = found.uitspraak.number() if found else None
    if found is None or number is None:
        return found
    figure = given(found.figure.name, found.figure.label, number.clipped(), found.figure.origin)
    return found._replace(figure=figure)


def saldo(have: list[Figure], doel: Figure, name: str = "saldo", label: str = "saldo") -> Figure:
    """Return supply minus target: below 0 is a shortage. Unknown where all of the supply is unknown."""
    supply = added("beschikbaar", "beschikbaar", have)
    return subtracted(name, label, supply, doel)


def _target(view: View) -> tuple[Stated | None, tuple[str, ...]]:
    """Return the target of all areas together, or None with the names of those that have none."""
    soort = view.question.tegen.soort
    found = {area.name: view.stated(soort, area) for area in view.areas}
    missing = tuple(name for name, statement in found.items() if statement is None)
    parts = [statement for statement in found.values() if statement is not None]
    if missing or not parts:
        return None, missing
    if len(parts) == 1:
        return parts[0], ()
    return Stated(parts[0].uitspraak, counted(str(soort), LABELS[soort], [s.figure for s in parts]), ()), ()


def _used(view: View, doel: Stated) -> tuple[Stated, ...]:
    """Return the statements behind the target: its own, or that of every municipality that it is the sum of."""
    if len(view.areas) == 1:
        return (doel,)
    found = (view.stated(view.question.tegen.soort, area) for area in view.areas)
    return tuple(s for s in found if s is not None)


def demand(view: View, soort: SoortUitspraak) -> Figure | None:
    """Return what is stated of a quantity for all areas together; None where one of them has no statement."""
    found = [view.stated(soort, area) for area in view.areas]
    figures = [statement.figure for statement in found if statement is not None]
    if len(figures) < len(found):
        return None
    return figures[0] if len(figures) == 1 else counted(str(soort), str(soort).replace("_", " "), figures)


def _checks(view: View, done: Figure | None) -> tuple[tuple[Figure, ...], tuple[Stated, ...]]:
    """Return the lines beside the balance of the whole region, and the statements they use."""
    capacity = view.sums
    rows: list[Figure] = []
    used: list[Stated] = []

    def find(soort: SoortUitspraak) -> Stated | None:
        statement = view.stated(soort)
        if statement is not None:
            used.append(statement)
        return statement

    need, published = find(SoortUitspraak.LOKALE_BEHOEFTE), _published(view.dataset)
    computed = added("aanbod", "hard + zacht in register", [*capacity.samen])
    if published is not None:
        # A published total holds all homes, also those that come after the period of the target.
        everything = all_capacity(view)
        label = "hard + zacht, bruto" if view.question.netto else "hard + zacht in register"
        computed = added("aanbod", label, [*everything.samen])
    if need is not None:
        rows.append(need.figure)
    if published is not None:
        rows.append(published)
    if need is not None:
        supply = published or computed
        # The source sets its supply against its need; what was delivered since is in the balance, not here.
        label = "aanbod - lokale behoefte" if done is None else "aanbod - behoefte, zonder opgeleverd"
        rows.append(subtracted("saldo_behoefte", label, supply, need.figure))
    if published is not None:
        rows.append(computed)
        rows.append(subtracted("verschil_aanbod", "verschil met de bron", computed, published))
    extra = find(SoortUitspraak.EXTRA_OPGAVE)
    if extra is not None:
        rows.append(extra.figure)
        if need is not None:
            label = "behoefte + extra opgave"
            rows.append(added("behoefte_en_extra", label, [need.figure, extra.figure]))
    part = find(SoortUitspraak.AANDEEL)
    if part is not None and part.figure.ratio is not None:
        rows.append(part.figure)
    pace = find(SoortUitspraak.TEMPO)
    if pace is not None and view.telling is not None:
        rows.append(pace.figure)
        years = view.telling.jaren
        rows.append(share("tempo_periode", f"tempo x {years} jaar", pace.figure, (years, 1)))
    return tuple(rows), tuple(used)


def all_capacity(view: View, standdeel: Standdeel | None = None) -> Sums:
    """Return capacity as a published total counts it: every record, whatever its years, as its source gives it.

    A total in one file of a state (``standdeel``) is about the records of that file.
    """
    records = view.asking(netto=False).records
    # Where no years limit what counts, the records at hand are all there is.
    if any(c.plan.oplevering or c.plan.start for c in records):
        records = contributions(view.dataset, Counting())
    if standdeel is not None:
        records = tuple(c for c in records if c.standdeel is standdeel)
    shares = select(view.dataset, records, Question())
    return Shares(for_total(view.dataset, records, Question(), shares)).sums()


def _published(dataset: Dataset) -> Figure | None:
    """Return the supply (hard and soft together) that a source publishes for this state, or None.

    When the state stands in several files, each has to have its total: part of a region is not the region.
    """
    found: list[Figure] = []
    for standdeel in dataset.stand.delen:
        totals = [
            (i, c)
            for i, c in enumerate(standdeel.inhoud.controle)
            if set(c.klassen) == {Planklasse.HARD, Planklasse.ZACHT}
        ]
        if not totals:
            return None
        i, controle = totals[0]
        source = inherit(controle, standdeel.inhoud, peildatum=standdeel.inhoud.peildatum)
        origin = Origin(source, controle.id, ("controle", i), standdeel.invoer.bestand)
        found.append(given("aanbod_bron", "aanbod volgens de bron", exactly(controle.woningen), origin))
    return found[0] if len(found) == 1 else counted("aanbod_bron", "aanbod volgens de bron", found)
