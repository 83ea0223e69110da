"""Which records answer a question, and what of an aggregate may belong to a selection it is not divided over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from woonplan.calc.figure import Figure, Op, counted, given, origin_of
from woonplan.calc.question import Question
from woonplan.calc.records import Contribution
from woonplan.model.control import Planklasse
from woonplan.model.dataset import Dataset
from woonplan.model.homes import UNKNOWN, Homes, Interval, exactly
from woonplan.model.vocabulary import Planstatus

LABELS = {
    Planklasse.HARD: "harde plancapaciteit",
    Planklasse.ZACHT: "zachte plancapaciteit",
    Planklasse.ONBEKEND: "status onbekend",
    Planklasse.TELT_NIET: "telt niet mee als plancapaciteit",
}

BUITEN = "buiten_telling"

_NAMES = {Planklasse.ONBEKEND: "status_onbekend"}
"""Names of sums that are not the name of their class: `onbekend` would read as an unknown number."""

NO_PLANS = "geen_plannen"
"""Name of the unknown part of a sum that stands for a municipality without records."""

BOTH = frozenset({Planklasse.HARD, Planklasse.ZACHT})
"""The classes that count as capacity."""

CLASS_ONLY = frozenset({Planstatus.HARD, Planstatus.ZACHT})
"""Statuses that only name the class."""

NOTHING: Mapping[Planklasse, int] = {}


@dataclass(frozen=True, slots=True)
class Share:
    """What one record adds to one sum; ``figure`` may be a part of the record, or unknown."""

    contribution: Contribution
    figure: Figure
    gemeente: str | None = None
    """The municipality that this is the part of, where municipalities are asked for."""
    undivided: bool = False
    """Whether this is the unknown part of a record that is not divided over what is asked."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Capacity by class, with what stays outside of it, and the number of records."""

    hard: Figure
    zacht: Figure
    onbekend: Figure
    telt_niet: Figure
    buiten: Figure
    """Records with `telt_mee: false`: shown, never added."""
    records: int


def divided(dataset: Dataset, contribution: Contribution) -> dict[str, Figure] | None:
    """Return a record's homes per municipality; None when it is not divided over municipalities."""
    plan = contribution.plan
    names = dataset.gemeenten_of(plan)
    if len(names) == 1:
        return {names[0]: contribution.figure}
    if plan.verdeling is None:
        return None
    parts = {}
    for key, aantal in plan.verdeling.items():
        gemeente = dataset.gemeente(key)
        if gemeente is not None:
            net = contribution.figure.op is Op.VERSCHIL
            homes = _portion(contribution.figure.low, aantal, sum(plan.verdeling.values()), net=net)
            label = f"{plan.naam}, deel {gemeente.naam}"
            origin = origin_of(contribution.figure)
            parts[gemeente.naam] = given(f"{plan.id}.{gemeente.code}", label, homes, origin)
    return parts


def _portion(homes: Homes, part: int, whole: int, *, net: bool) -> Homes:
    """Return what of ``homes`` falls to a municipality that has ``part`` of ``whole`` remaining homes.

    When the homes that count are not exactly the divided ones (a period, demolition), all that is certain is that the
    municipality has no more than its own part and no less than what the others cannot hold. A net number may be below
    0: the demolition can all be in one of them.
    """
    if homes.exact and homes.interval.low == whole:
        return exactly(part)
    if homes.blank:
        return homes
    low, high = homes.interval.low, homes.interval.high
    floor = None if low is None else low - (whole - part)
    if net:
        return Homes(Interval(floor, max(part, floor or part), homes.interval.circa), homes.known, homes.unknown)
    floor = None if floor is None else max(floor, 0)
    ceiling = part if high is None else min(part, high)
    return Homes(Interval(floor, max(ceiling, floor or 0), homes.interval.circa), homes.known, homes.unknown)


def matches(contribution: Contribution, question: Question, klassen: Mapping[Planstatus, Planklasse]) -> bool | None:
    """Return whether a record passes the filters on status and strategy; None when some of its homes may.

    A record that only says "hard" may hold homes of any status that counts as hard, and an aggregate without a strategy
    may hold homes of any.
    """
    found = [_of_strategie(contribution, question), _of_status(contribution, question, klassen)]
    return False if False in found else None if None in found else True


def _of_strategie(contribution: Contribution, question: Question) -> bool | None:
    plan = contribution.plan
    if not question.strategieen or plan.strategie in question.strategieen:
        return True
    return None if plan.strategie is None and contribution.aggregate else False


def _of_status(contribution: Contribution, question: Question, klassen: Mapping[Planstatus, Planklasse]) -> bool | None:
    status, klasse = contribution.plan.planstatus, contribution.klasse
    if not question.statussen or status in question.statussen:
        return True
    if any(wanted in CLASS_ONLY and klassen[wanted] is klasse for wanted in question.statussen):
        return True
    inside = status in CLASS_ONLY and any(klassen[wanted] is klasse for wanted in question.statussen)
    return None if inside else False


def select(
    dataset: Dataset, records: Iterable[Contribution], question: Question, *, itemised: bool = False
) -> list[Share]:
    """Return what every record adds to the answer.

    A record that is not divided over municipalities adds an unknown number to a selection of them: that its homes are
    known for the region only does not make them 0 here.

    Args:
        dataset: The register.
        records: All contributions of the state.
        question: The filters.
        itemised: Whether an aggregate counts with its rest, beside its parts (for rows), or whole and its parts not
            (for a total).
    """
    verdicts = [(c, matches(c, question, dataset.klassen)) for c in records]
    wholes = set() if itemised else _whole(dataset, verdicts, question)
    shares: list[Share] = []
    for c, verdict in verdicts:
        if verdict is None and c.plan.telt_mee and not nothing_left(c) and _lies_in(dataset, c, question):
            shares.append(Share(c, unassigned(c), undivided=True))
        if not verdict or (c.plan.onderdeel_van in wholes and c.plan.telt_mee):
            continue
        whole = c.plan.id in wholes
        if not question.gemeenten:
            shares.append(Share(c, c.whole if whole else c.figure))
            continue
        parts = divided(dataset, c)
        if parts is None:
            if _lies_in(dataset, c, question) and not nothing_left(c):
                shares.append(Share(c, unassigned(c), undivided=True))
            continue
        shares += (Share(c, c.whole if whole else parts[name], name) for name in question.gemeenten if name in parts)
    return shares


def _whole(dataset: Dataset, verdicts: list[tuple[Contribution, bool | None]], question: Question) -> set[str]:
    """Return the aggregates that count whole: all their parts are chosen as well, and in the same municipality."""
    partial: set[str] = set()
    for c, verdict in verdicts:
        owner = c.plan.onderdeel_van
        if owner is None or not c.plan.telt_mee:
            continue
        inside = not question.gemeenten or set(dataset.gemeenten_of(c.plan)) <= set(question.gemeenten)
        if not verdict or not inside or (question.gemeenten and len(dataset.gemeenten_of(c.plan)) != 1):
            partial.add(owner)
    return {
        c.plan.id
        for c, verdict in verdicts
        if verdict and c.aggregate and c.plan.telt_mee and not c.split and c.plan.id not in partial
    }


def _lies_in(dataset: Dataset, contribution: Contribution, question: Question) -> bool:
    """Whether a record lies in the municipalities asked for, or may: a regional one lies in none in particular."""
    names = dataset.gemeenten_of(contribution.plan)
    return not question.gemeenten or not names or bool(set(names) & set(question.gemeenten))


def nothing_left(contribution: Contribution) -> bool:
    """Whether it is certain that a record adds no home; one without a number may add any."""
    homes = contribution.figure.low
    return not homes.blank and homes.interval.high == 0


def unassigned(contribution: Contribution) -> Figure:
    """Return the unknown part of a record that is not divided over what is asked."""
    plan = contribution.plan
    return given(f"{plan.id}.deel", f"deel van {plan.naam}", UNKNOWN, origin_of(contribution.figure))


def silent(dataset: Dataset, records: Iterable[Contribution], gemeenten: Iterable[str]) -> int:
    """Return how many of the municipalities have no record of their own that counts: what they plan is unknown."""
    wanted = tuple(gemeenten)
    if not wanted:
        return 0
    named = heard(dataset, records)
    return sum(1 for name in wanted if name not in named)


def wanted_classes(question: Question, dataset: Dataset) -> frozenset[Planklasse]:
    """Return the classes of capacity that a filter on status leaves; both without one."""
    if not question.statussen:
        return BOTH
    return BOTH & {dataset.klassen[status] for status in question.statussen}


def without_plans(found: Sums) -> dict[Planklasse, int]:
    """Return, by class, how many parts of a sum stand for a municipality without records."""
    figures = {Planklasse.HARD: found.hard, Planklasse.ZACHT: found.zacht}
    return {klasse: sum(part.name == NO_PLANS for part in figure.parts) for klasse, figure in figures.items()}


def heard(dataset: Dataset, records: Iterable[Contribution]) -> frozenset[str]:
    """Return the municipalities that have a record of their own that counts."""
    return frozenset(name for c in records if c.plan.telt_mee for name in dataset.gemeenten_of(c.plan))


def sums(
    shares: Iterable[Share],
    *,
    silent: int = 0,
    klassen: frozenset[Planklasse] = BOTH,
    unplaced: Mapping[Planklasse, int] = NOTHING,
) -> Sums:
    """Return capacity by class.

    Args:
        shares: What every record adds.
        silent: How many municipalities have no record of their own. Where no regional record covers them, hard and
            soft capacity get as many unknown parts: no record is not 0 homes.
        klassen: The classes that are asked for; only those can be unknown.
        unplaced: Unknown parts, by class, that belong to the whole and stand in no other row.
    """
    by_class: dict[str, list[Figure]] = {str(klasse): [] for klasse in Planklasse}
    by_class[BUITEN] = []
    covered, ids = set(), set()
    for share in shares:
        key = str(share.contribution.klasse) if share.contribution.plan.telt_mee else BUITEN
        by_class[key].append(share.figure)
        plan = share.contribution.plan
        if share.undivided or (plan.regio is not None and share.contribution.aggregate):
            covered.add(key)
        if not share.undivided:
            ids.add(plan.id)
    for klasse in sorted(klassen):
        count = (silent if klasse not in covered else 0) + unplaced.get(klasse, 0)
        if count:
            nothing = given(NO_PLANS, "gemeente zonder plannen in het register", UNKNOWN)
            by_class[klasse] += [nothing] * count
    figures = {str(k): counted(_NAMES.get(k, str(k)), LABELS[k], by_class[k]) for k in Planklasse}
    return Sums(
        figures["hard"],
        figures["zacht"],
        figures["onbekend"],
        figures["telt_niet"],
        counted(BUITEN, "buiten de telling", by_class[BUITEN]),
        len(ids),
    )
