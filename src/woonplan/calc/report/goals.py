"""Targets for segments: what is planned in each at the least and at the most, and how far that is from the target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from woonplan.calc.number.bounds import spanning
from woonplan.calc.number.figure import Figure, Origin, target
from woonplan.calc.number.ratios import share as share_of
from woonplan.calc.number.sums import subtracted
from woonplan.calc.report.monitor import agreed
from woonplan.calc.report.segments import GROUPS, Segment, cases, programme
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.number import UNKNOWN, Precisie
from woonplan.model.parameter import Eenheid
from woonplan.model.source import as_number
from woonplan.model.stand import Invoer, inherit
from woonplan.model.target import Segmentdoel
from woonplan.model.vocabulary import Segmentdeel


@dataclass(frozen=True, slots=True)
class Goal:
    """One target against the plans of its area."""

    doel: Segmentdoel
    gebied: str
    """The area whose plans it is held against."""
    gepland: Figure
    """What is planned in the segment: between what is known to be there, and all that may be (homes, gross)."""
    verschil: Figure
    """What is planned - what is asked, at both ends of the target: between the worst and the best case."""
    origin: Origin

    def met(self, end: int) -> bool | None:
        """Whether one end of it (0 is low) is met whatever the unknown turns out to be; None when that decides."""
        number = self.verschil.ends[end]
        low, high = number.reach
        if self.doel.hoogstens:
            low, high = (None if bound is None else -bound for bound in (high, low))
        if low is not None and low >= number.marge:
            return True
        return False if high is not None and high < -number.marge else None


Stated = tuple[Segmentdoel, Origin]
"""A target, and where it stands."""


def norms(agenda: Agendabestand, invoer: Invoer, day: str, regio: str) -> Iterator[Stated]:
    """Yield the norms of the agenda for price segments on a day, as targets of a region.

    The share of dearer homes is no minimum and no maximum, so it is none.
    """
    for segment in (Segment.SOCIAAL, Segment.MIDDEN, Segment.BETAALBAAR):
        keys, name = GROUPS[segment]
        norm = agreed(agenda, name, day, Eenheid.PROCENT, Eenheid.DEEL)
        parameter = agenda.parameter(name)
        if norm is None or parameter is None:
            continue
        noemer = norm.noemer * (100 if norm.eenheid is Eenheid.PROCENT else 1)
        parts = tuple(part for part in Segmentdeel if part in keys)
        naam = str(segment) if segment is Segment.BETAALBAAR else None
        doel = Segmentdoel(id=name, naam=naam, segment=parts, regio=regio, teller=norm.waarde, noemer=noemer)
        doel = doel.model_copy(update={"precisie": Precisie.CIRCA if norm.circa else Precisie.EXACT})
        path = ("parameters", agenda.parameters.index(parameter))
        yield doel, Origin(inherit(parameter if norm.bron is None else norm, agenda), name, path, invoer.bestand)


def goals(view: View, split: str | None = None, more: Iterable[Stated] = ()) -> Iterator[Goal]:
    """Yield the targets for segments of the region and its municipalities, or of those that are asked for.

    One of the region is held against the plans that are asked for as well where it is a share: no target of those, but
    what it would be there.

    Args:
        view: The register and the question.
        split: The split of a plan that they are of; of any without one.
        more: Targets that stand elsewhere than in the set of targets, before those.
    """
    asked = view.question.gemeenten
    for doel, origin in (*more, *_stated(view)):
        found = view.dataset.gemeente(doel.gemeente) if doel.gemeente else None
        if doel.verdeling is None or split not in (None, doel.verdeling):
            continue
        if doel.gemeente is None and (not asked or doel.aandeel is not None):
            yield _goal(view, doel, origin, ", ".join(asked) or view.dataset.gebied.regio.naam)
        elif found is not None and (not asked or found.naam in asked):
            yield _goal(view.asking(gemeenten=(found.naam,)), doel, origin, found.naam)


def _stated(view: View) -> Iterator[Stated]:
    opgave = view.opgave
    if opgave is None:
        return
    at = view.dataset.gebied.opgaven.index(opgave)
    for i, doel in enumerate(opgave.segmentdoelen):
        path = ("opgaven", at, "segmentdoelen", i)
        yield doel, Origin(inherit(doel, opgave), doel.id, path, view.dataset.gebied_invoer.bestand)


def _goal(view: View, doel: Segmentdoel, origin: Origin, area: str) -> Goal:
    found = programme(view, doel.verdeling or "")
    sure, possible = found.part(doel.segment, "segment")
    ends = cases(found, doel.segment, sure, possible)
    if ends is None:
        none = found.whole._replace(name="gepland", label="gepland in het segment")
        return Goal(doel, area, none, none._replace(name="verschil", label="verschil"), origin)
    (least, most), (both, beside) = ends
    need = [_asked(doel, homes, origin) for homes in (most, beside)]
    less, more = (
        subtracted(name, label, homes, asks)
        for name, label, homes, asks in (
            ("slechtst", "in het slechtste geval", least, need[0]),
            ("best", "in het beste geval", both, need[1]),
        )
    )
    gepland = spanning("gepland", "gepland in het segment", least, both)
    return Goal(doel, area, gepland, spanning("verschil", "gepland - doel", less, more), origin)


def _asked(doel: Segmentdoel, homes: Figure, origin: Origin) -> Figure:
    """Return how many homes a target asks for, where it is a share of so many."""
    share, circa = doel.aandeel, doel.precisie is Precisie.CIRCA
    if share is None:
        # What must be reached or may not be passed: `minimaal` leaves no end of it open.
        number = as_number(
            doel.woningen, doel.woningen_min, doel.woningen_max, Precisie.CIRCA if circa else Precisie.EXACT, doel.marge
        )
        return target("doel", "doel", number or UNKNOWN, origin)
    label = f"{share.numerator}/{share.denominator} van {homes.label}"
    return share_of("doel", label, homes, (doel.teller or 0, doel.noemer or 1), origin, circa=circa)
