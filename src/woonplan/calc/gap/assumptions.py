"""What a balance silently rests on, as facts: readings chosen, kinds mixed, records without a number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.sums import BOTH
from woonplan.calc.gap.balance import balance
from woonplan.calc.number.sums import left_over
from woonplan.calc.target.demand import Stated
from woonplan.calc.view import View, answer
from woonplan.model.base import first_day, years_of
from woonplan.model.control import Planklasse
from woonplan.model.gemis import ALL_KNOWN, Missing
from woonplan.model.kind import RecordKind
from woonplan.model.number import NOTHING, Number, exactly, total
from woonplan.model.restant import by_years
from woonplan.model.source import Herkomst
from woonplan.model.stand import inherit
from woonplan.model.target import Opgavenset, Telling, Uitspraak
from woonplan.model.vocabulary import SoortAantal


class Records(NamedTuple):
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
    """Records in the sums of which homes have no year of delivery."""
    homes_without_year: Number
    """Those homes."""
    without_strategie: int
    """Records left out because they have no strategy, while one is asked for."""
    kinds: tuple[tuple[SoortAantal, int], ...]
    """RecordKind of number, and how many records in the sums have it."""
    fictief: int
    aanname: int


class Assumptions(NamedTuple):
    """The facts behind the remarks under a table."""

    records: Records
    telling: Telling | None
    other_tellingen: tuple[Telling, ...]
    statements: tuple[tuple[Uitspraak, tuple[Uitspraak, ...]], ...]
    """Statements that were chosen from several: the one used, and the others."""
    derived: tuple[Uitspraak, ...]
    """Statements that were used and that no source gives as they stand."""
    imprecise_peildatum: bool
    """Whether the reference date is a year or month, read as its first day."""
    before_period: bool
    """Whether the capacity is from before the period of the target begins."""
    net_and_gross: bool
    """Whether net delivery stands beside capacity that is not net."""
    definities: tuple[str, ...]
    """The names of the definitions of hard and soft, where the files of the state have more than one."""
    statusdefinitie_unknown: bool
    incomplete: tuple[tuple[str, str], ...]
    """Of what the source says that its plans are not complete: a municipality ('' for all of a file), and why."""
    delivered_unknown: Missing
    """Years of municipalities of which it is not known what was delivered."""


def assumptions(view: View, used: tuple[Stated, ...]) -> Assumptions:
    """Return what an answer rests on, of which ``used`` are the statements."""
    kop, telling, done = view.dataset.stand.kop, view.telling, balance(view).gerealiseerd
    records = _records(view)
    # The local need is held against, and stands among the checks as well.
    once = tuple({s.uitspraak.id: s for s in used}.values())
    started = view.period is not None and view.period.van > first_day(kop.peildatum)
    kinds = {kind for kind, _ in records.kinds}
    return Assumptions(
        records,
        telling,
        tuple(t for t in view.opgave.tellingen if t is not telling) if view.opgave else (),
        tuple((s.uitspraak, s.others) for s in once if s.others),
        tuple(s.uitspraak for s in once if view.opgave and _is_derived(s.uitspraak, view.opgave)),
        len(kop.peildatum) < len("2020-01-01"),
        started,
        done is not None and not view.question.netto and kinds != {SoortAantal.NETTO},
        _definities(view),
        any(standdeel.inhoud.statusdefinitie == "onbekend" for standdeel in view.dataset.stand.delen),
        tuple(_incomplete(view)),
        done.low.missing if done is not None else ALL_KNOWN,
    )


def _definities(view: View) -> tuple[str, ...]:
    ids = dict.fromkeys(standdeel.inhoud.statusdefinitie for standdeel in view.dataset.stand.delen)
    names = {definitie.id: definitie.naam for definitie in view.dataset.statusdefinities}
    return tuple(names.get(one, "onbekende definitie") for one in ids) if len(ids) > 1 else ()


def _incomplete(view: View) -> Iterator[tuple[str, str]]:
    """Yield what is not complete, of the municipalities that are asked for."""
    asked = {gemeente.naam for gemeente in view.gemeenten}
    for standdeel in view.dataset.stand.delen:
        inhoud = standdeel.inhoud
        if inhoud.volledig is False:
            yield "", inhoud.volledig_reden or ""
        for name, reden in inhoud.onvolledig.items():
            gemeente = view.dataset.gemeente(name)
            if gemeente is not None and gemeente.naam in asked:
                yield gemeente.naam, reden


def _is_derived(uitspraak: Uitspraak, opgave: Opgavenset) -> bool:
    return inherit(uitspraak, opgave).herkomst is Herkomst.AFGELEID


@answer
def _records(view: View) -> Records:
    found: list[RecordKind] = []
    without_number: list[RecordKind] = []
    cut: set[str] = set()
    dated = _dated_parts(view)
    undated: list[Number] = []
    loose = without_delivered = 0
    # One loop: this is asked of every record.
    for contribution, share_homes, gemeente, undivided, *_ in view.shares:
        if gemeente is not None:
            # A record of which parts in several municipalities are asked for is one record.
            if contribution.plan.id in cut:
                continue
            cut.add(contribution.plan.id)
        if not undivided:
            found.append(contribution.kind)
            if contribution.kind.sum in COUNTED:
                homes = _undated(contribution, share_homes, dated.get(contribution.plan.id, 0))
                undated += [homes] if homes.missing or not homes.zero else []
            left, kind = contribution.left, contribution.kind
            if left.blank or not contribution.holds.known:
                without_number.append(kind)
            elif kind.sum in BOTH and not kind.has_delivered and left.low == 0 != left.high:
                # Years that hold all homes leave none that may have been delivered.
                without_delivered += 1
        elif contribution.kind.telt_mee and share_homes.missing:
            loose += 1
    kinds, blank = Counter(found), Counter(without_number)
    # What a total leaves out of the same selection are the parts of aggregates that count whole.
    inside = len(view.itemised) - len(view.shares)

    def count(chosen: Callable[[RecordKind], bool], among: Counter[RecordKind] = kinds) -> int:
        return sum(number for kind, number in among.items() if chosen(kind))

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
        without_delivered=without_delivered,
        without_year=len(undated),
        homes_without_year=total(undated),
        without_strategie=_without_strategie(view),
        kinds=_amounts(kinds),
        fictief=len(found) + inside if view.dataset.fictief else count(lambda kind: kind.herkomst is Herkomst.FICTIEF),
        aanname=count(lambda kind: kind.herkomst is Herkomst.AANNAME),
    )


COUNTED = BOTH | {Planklasse.ONBEKEND}
"""The classes that count as capacity, or may."""


def _dated_parts(view: View) -> dict[str, int]:
    """Return the homes inside the period that the parts of aggregates name a year of, by aggregate."""
    found: dict[str, int] = defaultdict(int)
    for c in (share.contribution for share in view.itemised if share.contribution.kind.is_part):
        if c.kind.telt_mee and c.jaren:
            spans = ((years_of(periode), homes) for periode, homes in c.jaren.items())
            found[c.plan.onderdeel_van or ""] += sum(
                homes for years, homes in spans if years and (view.period is None or view.period.touches(*years))
            )
    return found


def _undated(contribution: Contribution, homes: Number, dated: int) -> Number:
    """Return the homes of a record that have no year of delivery, neither itself nor in its parts (``dated``)."""
    years, left = contribution.jaren, contribution.left
    if not years:
        return homes if not dated else left_over(homes, (exactly(dated),))
    if not years.get("onbekend") and left.high == sum(years.values()):
        # By far the most of those with years.
        return NOTHING
    return by_years(left, years).get(None, NOTHING)


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
