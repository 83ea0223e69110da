"""The balance of a region or of some municipalities, at both ends of the target (design 2.4 and 7)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from woonplan.calc.capacity import Counting
from woonplan.calc.delivered import delivered
from woonplan.calc.demand import LABELS, Area, Stated, region, stated
from woonplan.calc.figure import Figure, Origin, added, counted, given, share, subtracted
from woonplan.calc.period import Period
from woonplan.calc.question import Question, counting, opgavenset, telling
from woonplan.calc.records import Contribution, contributions
from woonplan.calc.selection import Share, for_total, select
from woonplan.calc.sums import BOTH, Sums, Tally, heard, wanted_classes
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.homes import Homes, exactly
from woonplan.model.stand import Deel, inherit
from woonplan.model.target import Opgavenset, SoortUitspraak, Telling


@dataclass(frozen=True, slots=True)
class Balance:
    """Everything that `gap` answers for one area; None where the register holds no figure to answer with."""

    opgave: Opgavenset | None
    telling: Telling | None
    doel: Stated | None
    gerealiseerd: Figure | None
    sums: Sums
    nog_hard_te_maken: Figure | None
    uitbreiding_hard: Stated | None
    nog_te_vinden: Figure | None
    saldo: Figure | None
    extra_ruimte: Stated | None
    saldo_met_extra_ruimte: Figure | None
    toets: tuple[Figure, ...]
    """The checks beside the balance: local need against supply, the target against other statements."""
    gebruikt: tuple[Stated, ...]
    """All statements that were used."""
    zonder_doel: tuple[str, ...] = ()
    """The areas asked for that have no target in this set; then there is no balance."""
    klassen: frozenset[Planklasse] = BOTH
    """The classes of capacity that the question asks for."""
    records: tuple[Contribution, ...] = field(default=(), compare=False, repr=False)
    """The contributions of all records, computed once for everything that is said about this balance."""
    shares: tuple[Share, ...] = field(default=(), compare=False, repr=False)
    """What of them is in its sums."""
    heard: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """The municipalities that have a record of their own that counts."""
    itemised: tuple[Share, ...] = field(default=(), compare=False, repr=False)
    """The same where aggregates count with their rest, beside their parts: for rows of any kind."""

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


def gap(dataset: Dataset, question: Question) -> Balance:
    """Return the balance: realised since the start of the target's period + remaining capacity - target.

    Intended extra space is a statement on the supply side; it is shown apart and never counts as capacity.
    """
    records = contributions(dataset, counting(dataset, question))
    return balance(dataset, question, records)


def balance(dataset: Dataset, question: Question, records: tuple[Contribution, ...]) -> Balance:
    """Return the balance from contributions that were computed before (see ``gap``)."""
    itemised = select(dataset, records, question)
    shares = tuple(for_total(records, question, itemised))
    named = heard(records)
    found = _balance(dataset, question, records, shares, named)
    klassen = wanted_classes(question, dataset)
    return replace(found, records=records, shares=shares, itemised=tuple(itemised), heard=named, klassen=klassen)


def _balance(
    dataset: Dataset,
    question: Question,
    records: tuple[Contribution, ...],
    shares: tuple[Share, ...],
    named: frozenset[str],
) -> Balance:
    everywhere = tuple(g.naam for g in dataset.gebied.gemeenten)
    # A municipality without a record of its own that counts: what it plans is unknown.
    quiet = sum(1 for name in question.gemeenten or everywhere if name not in named)
    if not any(c.kind.telt_mee for c in records):
        # A register without a single record that counts knows nothing of its region.
        quiet = max(quiet, 1)
    wanted = wanted_classes(question, dataset)
    capacity = Tally(shares).sums(silent=quiet, klassen=wanted)
    opgave = opgavenset(dataset, question)
    if opgave is None:
        return Balance(None, None, None, None, capacity, None, None, None, None, None, None, (), ())
    reading = telling(opgave, question)
    areas = [Area("gemeente", name) for name in question.gemeenten] or [region(dataset)]
    doel, missing = _target(dataset, opgave, question, areas)
    names = question.gemeenten or everywhere
    gemeenten = tuple(g for g in dataset.gebied.gemeenten if g.naam in names)
    done = delivered(dataset, gemeenten, Period.of(reading))
    regional = not question.selective
    extra = _extra_room(dataset, opgave, areas[0], question) if regional else None
    extension = (
        stated(dataset, opgave, SoortUitspraak.UITBREIDING_HARD, areas[0], question.uitspraken) if regional else None
    )
    checks, used = (
        _checks(dataset, opgave, question, capacity, reading, done, records) if not question.selective else ((), ())
    )
    if doel is None:
        return Balance(
            opgave, reading, None, done, capacity, None, extension, None, None, extra, None, checks, used, missing
        )
    hard = [capacity.hard] if Planklasse.HARD in wanted else []
    zacht = [capacity.zacht] if Planklasse.ZACHT in wanted else []
    delivery = [done] if done is not None else []
    have = [*delivery, *hard, *zacht]
    with_extra = None
    if extra is not None:
        with_extra = saldo([*have, extra.figure], doel.figure, "saldo_met_extra_ruimte", "saldo met extra ruimte")
    ambition = question.tegen.soort is SoortUitspraak.AMBITIE
    return Balance(
        opgave,
        reading,
        doel,
        done,
        capacity,
        subtracted("nog_hard_te_maken", "nog hard te maken", doel.figure, *delivery, *hard) if hard else None,
        # The source names this number at its own reference date, before anything was delivered.
        extension if ambition and done is None and reading.standaard and not question.netto else None,
        subtracted("nog_te_vinden", "nog ruimte te vinden", doel.figure, *have) if zacht else None,
        saldo(have, doel.figure),
        extra,
        with_extra,
        checks,
        (*_used(dataset, opgave, question, areas, doel), *((extra,) if extra else ()), *used),
    )


def _extra_room(dataset: Dataset, opgave: Opgavenset, area: Area, question: Question) -> Stated | None:
    """Return the intended extra room: supply, so at both ends of the target the same, whatever of it there will be."""
    found = stated(dataset, opgave, SoortUitspraak.EXTRA_RUIMTE, area, question.uitspraken)
    interval = found.uitspraak.interval() if found else None
    if found is None or interval is None:
        return found
    figure = given(found.figure.name, found.figure.label, Homes(interval, 1).clipped(), found.figure.origin)
    return replace(found, figure=figure)


def saldo(have: list[Figure], doel: Figure, name: str = "saldo", label: str = "saldo") -> Figure:
    """Return supply minus target: below 0 is a shortage. Unknown where a whole part of the supply is unknown."""
    supply = added("beschikbaar", "beschikbaar", have, keep_blank=True)
    return subtracted(name, label, supply, doel)


def _target(
    dataset: Dataset, opgave: Opgavenset, question: Question, areas: list[Area]
) -> tuple[Stated | None, tuple[str, ...]]:
    """Return the target of all areas together, or None with the names of those that have none."""
    found = {area.name: stated(dataset, opgave, question.tegen.soort, area, question.uitspraken) for area in areas}
    missing = tuple(name for name, statement in found.items() if statement is None)
    parts = [statement for statement in found.values() if statement is not None]
    if missing or not parts:
        return None, missing
    if len(parts) == 1:
        return parts[0], ()
    figure = counted(str(question.tegen.soort), LABELS[question.tegen.soort], [s.figure for s in parts])
    return Stated(parts[0].uitspraak, figure, ()), ()


def _used(
    dataset: Dataset, opgave: Opgavenset, question: Question, areas: list[Area], doel: Stated
) -> tuple[Stated, ...]:
    """Return the statements behind the target: its own, or that of every municipality that it is the sum of."""
    if len(areas) == 1:
        return (doel,)
    found = (stated(dataset, opgave, question.tegen.soort, area, question.uitspraken) for area in areas)
    return tuple(s for s in found if s is not None)


def _checks(
    dataset: Dataset,
    opgave: Opgavenset,
    question: Question,
    capacity: Sums,
    reading: Telling,
    done: Figure | None,
    records: tuple[Contribution, ...],
) -> tuple[tuple[Figure, ...], tuple[Stated, ...]]:
    """Return the lines beside the balance of the whole region, and the statements they use."""
    area, chosen = region(dataset), question.uitspraken
    rows: list[Figure] = []
    used: list[Stated] = []

    def find(soort: SoortUitspraak) -> Stated | None:
        statement = stated(dataset, opgave, soort, area, chosen)
        if statement is not None:
            used.append(statement)
        return statement

    need, published = find(SoortUitspraak.LOKALE_BEHOEFTE), _published(dataset)
    computed = added("aanbod", "hard + zacht in register", [capacity.hard, capacity.zacht], keep_blank=True)
    if published is not None:
        # A published total holds all homes, also those that come after the period of the target.
        everything = all_capacity(dataset, None if question.netto else records)
        label = "hard + zacht, bruto" if question.netto else "hard + zacht in register"
        computed = added("aanbod", label, [everything.hard, everything.zacht], keep_blank=True)
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
    if pace is not None:
        rows.append(pace.figure)
        label = f"tempo x {reading.jaren} jaar"
        rows.append(share("tempo_periode", label, pace.figure, (reading.jaren, 1)))
    return tuple(rows), tuple(used)


def all_capacity(dataset: Dataset, records: tuple[Contribution, ...] | None = None, deel: Deel | None = None) -> Sums:
    """Return capacity as a published total counts it: every record, whatever its years, as its source gives it.

    ``records`` are gross contributions computed before; they serve where no years limited them. A total in one file of
    a state (``deel``) is about the records of that file.
    """
    if records is None or any(c.plan.oplevering or c.plan.start for c in records):
        records = contributions(dataset, Counting())
    if deel is not None:
        records = tuple(c for c in records if c.deel is deel)
    return Tally(for_total(records, Question(), select(dataset, records, Question()))).sums()


def _published(dataset: Dataset) -> Figure | None:
    """Return the supply (hard and soft together) that a source publishes for this state, or None.

    When the state stands in several files, each has to have its total: part of a region is not the region.
    """
    found: list[Figure] = []
    for deel in dataset.stand.delen:
        totals = [
            (i, c) for i, c in enumerate(deel.inhoud.controle) if set(c.klassen) == {Planklasse.HARD, Planklasse.ZACHT}
        ]
        if not totals:
            return None
        i, controle = totals[0]
        source = inherit(controle, deel.inhoud, peildatum=deel.inhoud.peildatum)
        origin = Origin(source, controle.id, ("controle", i), deel.invoer.bestand)
        found.append(given("aanbod_bron", "aanbod volgens de bron", exactly(controle.woningen), origin))
    return found[0] if len(found) == 1 else counted("aanbod_bron", "aanbod volgens de bron", found)
