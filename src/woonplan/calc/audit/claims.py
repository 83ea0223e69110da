"""What a source claims in words, worked out: shares, what is partly met, flows, and lists that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from woonplan.calc.gap.groups import UNASSIGNED, grouped
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.ratios import quotient, share
from woonplan.calc.number.sums import added, counted, together
from woonplan.calc.question import By
from woonplan.calc.target.delivered import stock_figures
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand, Opsomming
from woonplan.model.number import Number, exactly
from woonplan.model.parameter import Eenheid, Parameter, Waarde
from woonplan.model.stand import Invoer, inherit
from woonplan.model.target import SoortUitspraak

SHORTAGE = "woningtekort"
"""Parameter of the agenda: the shortage of homes as a share of the stock."""
STOCK = "voorraad-grootste-deel"
"""Parameter of the agenda: what share of the stock at the end of the period stands already, at the least."""
CENTRE = "opgave-grootste-deel"
"""Parameter of the agenda: what share of the task comes in the municipalities of the groups of the same name."""
CENTRES = ("opgave-zwaartepunt", "opgave-zwaartepunt-verlengd")
"""Groups of municipalities of the agenda in which the largest part of the task comes."""
FLOW = "flexvraag-per-jaar"
"""Parameter of the agenda: households a year that look for a temporary home."""


class Maat(StrEnum):
    """What the number of a claim is."""

    WONINGEN = "woningen"
    AANDEEL = "aandeel"
    STROOM = "stroom"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with what follows from the figures of the register, at both ends of the target."""

    id: str
    onderdeel: str
    maat: Maat
    berekend: Figure
    tegen: Figure | None
    """What it is to be more than: the number of the source, or the share from which it is the largest part."""
    origin: Origin
    gemeenten: tuple[str, ...] = ()
    """The municipalities that it is about; none for the region."""

    @property
    def klopt(self) -> bool | None:
        """Whether it holds at both ends; None where that cannot be said, or nothing is held against it."""
        if self.tegen is None:
            return None
        found = [self._holds(*ends) for ends in zip(self.berekend.ends, self.tegen.ends, strict=True)]
        return None if None in found else all(found)

    def _holds(self, number: Number, other: Number) -> bool | None:
        (low, high), (least, most) = number.reach, other.reach
        if low is not None and most is not None and low > most:
            return True
        return False if high is not None and least is not None and high <= least else None


def claims(view: View, agenda: Agendabestand | None, invoer: Invoer | None = None) -> Iterator[Claim]:
    """Yield the claims of the agenda that the register has figures for."""
    if agenda is None or view.telling is None:
        return
    year = int(view.telling.van[:4])
    figures = stock_figures(view.dataset, view.dataset.gemeenten, year, "beginstand")
    stock = counted("voorraad", f"woningvoorraad 1-1-{year}", figures)
    for name, work in _CLAIMS.items():
        parameter = agenda.parameter(name)
        waarde = parameter.op() if parameter else None
        if parameter is None or waarde is None:
            continue
        source = inherit(parameter if waarde.bron is None else waarde, agenda)
        at = ("parameters", agenda.parameters.index(parameter), "waarden", len(parameter.waarden) - 1)
        origin = Origin(source, parameter.id, at, invoer.bestand if invoer else "")
        yield from work(view, agenda, parameter, waarde, origin, stock)


def _shortage(
    view: View, _: Agendabestand, parameter: Parameter, waarde: Waarde, origin: Origin, stock: Figure
) -> Iterator[Claim]:
    extra = view.stated(SoortUitspraak.EXTRA_OPGAVE)
    if extra is None:
        return
    ratio = _ratio(waarde)
    label = f"{_percent(ratio)} van de voorraad"
    short = share("tekort", label, stock, ratio, origin, circa=waarde.circa)
    # The claim is that the extra task makes up for a part of it.
    name = f"{parameter.naam}, tegenover de extra opgave"
    yield Claim(parameter.id, name, Maat.WONINGEN, short, extra.figure, origin)


def _stock(
    view: View, _: Agendabestand, parameter: Parameter, waarde: Waarde, origin: Origin, stock: Figure
) -> Iterator[Claim]:
    target = view.stated(SoortUitspraak.AMBITIE)
    if target is None:
        return
    later = added("voorraad_straks", "voorraad + ambitie, zonder sloop", [stock, target.figure])
    found = quotient("aandeel", "aandeel van de voorraad die er al staat", stock, later)
    yield Claim(parameter.id, parameter.naam, Maat.AANDEEL, found, _limit(waarde, origin), origin)


def _centre(
    view: View, agenda: Agendabestand, parameter: Parameter, waarde: Waarde, origin: Origin, _: Figure
) -> Iterator[Claim]:
    view = view.asking(gemeenten=())
    rows = {group.key: group.sums for group in grouped(view, By.GEMEENTE).groups if group.key != UNASSIGNED}
    whole = together("alle_plannen", "hard + zacht van de regio", view.sums.samen)
    for name in CENTRES:
        groep = agenda.groep(name)
        members = [g.naam for one in groep.gemeenten if (g := view.dataset.gemeente(one))] if groep else []
        if groep is None or not members:
            continue
        parts = [figure for member in members if member in rows for figure in rows[member].samen]
        own = together("plannen", f"hard + zacht van {' en '.join(members)}", parts)
        found = quotient("aandeel", f"aandeel van {' en '.join(members)} in de plannen", own, whole)
        label, limit = f"{parameter.naam}: {' en '.join(members)}", _limit(waarde, origin)
        yield Claim(f"{parameter.id}.{name}", label, Maat.AANDEEL, found, limit, origin, tuple(members))


def largest(view: View, gemeenten: Collection[str]) -> bool | None:
    """Whether one of some municipalities has more plans than any other; None where that is not known."""
    rows = {g.key: together(g.key, g.key, g.sums.samen).low.reach for g in grouped(view, By.GEMEENTE).groups if g.key}
    own = [rows[name][0] for name in gemeenten if name in rows]
    others = [high for name, (_, high) in rows.items() if name not in gemeenten]
    if not own or None in own or None in others:
        return None
    return max(low for low in own if low is not None) > max((high for high in others if high is not None), default=0)


def _flow(
    _: View, __: Agendabestand, parameter: Parameter, waarde: Waarde, origin: Origin, ___: Figure
) -> Iterator[Claim]:
    number = given("stroom", parameter.naam, exactly(waarde.waarde, waarde.circa), origin)
    yield Claim(parameter.id, parameter.naam, Maat.STROOM, number, None, origin)


_CLAIMS = {SHORTAGE: _shortage, STOCK: _stock, CENTRE: _centre, FLOW: _flow}


def _ratio(waarde: Waarde) -> tuple[int, int]:
    return waarde.waarde, waarde.noemer * (100 if waarde.eenheid is Eenheid.PROCENT else 1)


def _percent(ratio: tuple[int, int]) -> str:
    numerator, denominator = ratio
    return f"{numerator}%" if denominator == 100 else f"{numerator}/{denominator}"


def _limit(waarde: Waarde, origin: Origin) -> Figure:
    numerator, denominator = _ratio(waarde)
    one = given("geheel", "geheel", exactly(1), origin)
    return share("grens", "grens", one, (numerator, denominator), origin)


@dataclass(frozen=True, slots=True)
class Lid:
    """One member of lists about one subject, with the lists that name it and those that do not."""

    onderwerp: str
    naam: str
    wel: tuple[Opsomming, ...]
    niet: tuple[Opsomming, ...]


def differing(agenda: Agendabestand | None) -> Iterator[Lid]:
    """Yield what lists about one subject do not all name, in the order of the file."""
    subjects: dict[str, list[Opsomming]] = {}
    for one in agenda.opsommingen if agenda else ():
        subjects.setdefault(one.onderwerp, []).append(one)
    for onderwerp, lists in subjects.items():
        for naam in dict.fromkeys(lid for one in lists for lid in one.leden):
            named = tuple(one for one in lists if naam in one.leden)
            if len(named) < len(lists):
                yield Lid(onderwerp, naam, named, tuple(one for one in lists if one not in named))
