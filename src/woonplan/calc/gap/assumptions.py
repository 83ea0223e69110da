"""What a balance silently rests on, as facts: readings chosen, kinds mixed, records without a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from woonplan.calc.capacity.sums import BOTH
from woonplan.calc.gap.balance import balance
from woonplan.calc.target.demand import Stated
from woonplan.calc.view import View, answer
from woonplan.model.base import first_day
from woonplan.model.control import Planklasse
from woonplan.model.kind import RecordKind
from woonplan.model.source import Herkomst
from woonplan.model.target import Telling, Uitspraak
from woonplan.model.vocabulary import SoortAantal


@dataclass(frozen=True, slots=True)
class Records:
    """How many records are behind the sums, and of how many of them something is not known."""

    total: int
    counted: int
    """Records in the sums of hard and soft capacity."""
    status_unknown: int
    excluded: int
    """Records whose status does not count as capacity."""
    inside: int
    """Records that are part of an aggregate, which counts whole."""
    outside: int
    """Records with `telt_mee: false`."""
    outside_unknown: int
    """Of those, the records without a number of homes."""
    without_number: int
    """Records in the sums that have no number of homes."""
    silent: tuple[str, ...]
    """Municipalities asked for that have no record of their own that counts."""
    undivided: int
    """Records that are not divided over the municipalities asked for."""
    without_delivered: int
    """Records in the sums of which it is not known what was delivered."""
    without_year: int
    """Records in the sums without years of delivery, while a period limits what counts."""
    without_strategie: int
    """Records left out because they have no strategy, while one is asked for."""
    kinds: tuple[tuple[SoortAantal, int], ...]
    """RecordKind of number, and how many records in the sums have it."""
    fictief: int
    aanname: int


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The facts behind the remarks under a table."""

    records: Records
    telling: Telling | None
    other_tellingen: tuple[Telling, ...]
    statements: tuple[tuple[Uitspraak, tuple[Uitspraak, ...]], ...]
    """Statements that were chosen from several: the one used, and the others."""
    imprecise_peildatum: bool
    """Whether the reference date is a year or month, read as its first day."""
    before_period: bool
    """Whether the capacity is from before the period of the target begins."""
    net_and_gross: bool
    """Whether net delivery stands beside capacity that is not net."""
    statusdefinitie_unknown: bool
    incomplete: bool
    """Whether the source says that the plans are not complete."""
    delivered_unknown: int
    """Years, or parts of one, of which it is not known what was delivered (counted per municipality)."""


def assumptions(view: View, used: tuple[Stated, ...]) -> Assumptions:
    """Return what an answer rests on, of which ``used`` are the statements."""
    kop, telling, done = view.dataset.stand.kop, view.telling, balance(view).gerealiseerd
    records = _records(view)
    started = view.period is not None and view.period.van > first_day(kop.peildatum)
    kinds = {kind for kind, _ in records.kinds}
    return Assumptions(
        records,
        telling,
        tuple(t for t in view.opgave.tellingen if t is not telling) if view.opgave else (),
        tuple((s.uitspraak, s.others) for s in used if s.others),
        len(kop.peildatum) < len("2020-01-01"),
        started,
        done is not None and not view.question.netto and kinds != {SoortAantal.NETTO},
        kop.statusdefinitie == "onbekend",
        any(standdeel.inhoud.volledig is False for standdeel in view.dataset.stand.delen),
        done.low.unknown if done is not None else 0,
    )


@answer
def _records(view: View) -> Records:
    found: list[RecordKind] = []
    without_number: list[RecordKind] = []
    cut: set[str] = set()
    loose = 0
    # One loop: this is asked of every record.
    for contribution, _, gemeente, undivided, _ in view.shares:
        if gemeente is not None:
            # A record of which parts in several municipalities are asked for is one record.
            if contribution.plan.id in cut:
                continue
            cut.add(contribution.plan.id)
        if not undivided:
            found.append(contribution.kind)
            if not contribution.holds.known:
                without_number.append(contribution.kind)
        elif contribution.kind.telt_mee:
            loose += 1
    kinds, blank = Counter(found), Counter(without_number)
    # What a total leaves out of the same selection are the parts of aggregates that count whole.
    inside = len(view.itemised) - len(view.shares)

    def count(chosen: Callable[[RecordKind], bool], among: Counter[RecordKind] = kinds) -> int:
        return sum(number for kind, number in among.items() if chosen(kind))

    def silent_on_delivery(kind: RecordKind) -> bool:
        return kind.sum in BOTH and not kind.has_delivered

    return Records(
        total=len(view.records),
        counted=count(lambda kind: kind.sum in BOTH),
        status_unknown=count(lambda kind: kind.sum is Planklasse.ONBEKEND),
        excluded=count(lambda kind: kind.sum is Planklasse.TELT_NIET),
        inside=inside,
        outside=count(lambda kind: not kind.telt_mee),
        outside_unknown=count(lambda kind: not kind.telt_mee, blank),
        without_number=count(lambda kind: kind.sum in BOTH, blank),
        silent=_silent(view),
        undivided=loose,
        # Without a number of homes there is nothing of which some may have been delivered.
        without_delivered=count(silent_on_delivery) - count(silent_on_delivery, blank),
        without_year=count(lambda kind: kind.sum in BOTH and not kind.has_years),
        without_strategie=_without_strategie(view),
        kinds=_amounts(kinds),
        fictief=len(found) + inside if view.dataset.fictief else count(lambda kind: kind.herkomst is Herkomst.FICTIEF),
        aanname=count(lambda kind: kind.herkomst is Herkomst.AANNAME),
    )


def number_kinds(view: View) -> tuple[tuple[SoortAantal, int], ...]:
    """Return the kinds of number in the sums of hard and soft capacity, each with how many records have it."""
    return _amounts(Counter([s.contribution.kind for s in view.shares if not s.undivided]))


def _amounts(kinds: Counter[RecordKind]) -> tuple[tuple[SoortAantal, int], ...]:
    amounts: Counter[SoortAantal] = Counter()
    for kind, number in kinds.items():
        if kind.sum in BOTH:
            amounts[kind.soort_aantal] += number
    return tuple(sorted(amounts.items()))


def _silent(view: View) -> tuple[str, ...]:
    """Return the municipalities without a record that make a sum unknown; none where a regional record covers them."""
    if not any(view.zonder_plannen.values()):
        return ()
    return tuple(g.naam for g in view.gemeenten if g.naam not in view.heard)


def _without_strategie(view: View) -> int:
    """Return how many records of the selection are left out for having no strategy, while one is asked for."""
    if not view.question.strategieen:
        return 0
    found = (share.contribution for share in view.asking(strategieen=frozenset()).itemised)
    return len({c.plan.id for c in found if c.plan.strategie is None and c.plan.telt_mee and c.klasse in BOTH})
