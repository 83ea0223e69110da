"""The yearly monitor: the stock in a year, how far capacity covers the task, and where plans lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from woonplan.calc.capacity.sums import Sums
from woonplan.calc.gap.room import without_room
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.ratios import quotient, share
from woonplan.calc.number.sums import added, counted, subtracted
from woonplan.calc.target.delivered import nobody, stock_figures
from woonplan.calc.target.delivered import stock_of as one_stock
from woonplan.model.agenda import Agendabestand
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeente
from woonplan.model.parameter import Eenheid, Waarde
from woonplan.model.target import RuimereProgrammering

T = TypeVar("T")

DEKKING = "plancapaciteit-dekking"
"""Parameter of the agenda: wanted plan capacity as a share of the net building task."""

COLUMNS = (
    "beginstand",
    "nieuwbouw",
    "overige_toevoeging",
    "sloop",
    "overige_onttrekking",
    "correctie",
    "saldo",
    "eindstand",
)
"""The quantities of the stock in a year, in the order of the balance (CBS 81955NED)."""


def year_end(jaar: int) -> date:
    """Return the day whose state is that of the end of a year: 1 January of the next."""
    return date(jaar + 1, 1, 1)


def months_old(peildatum: str, jaar: int) -> int:
    """Return how many whole months a state is older than the end of a year; below 0 it is of later."""
    day, end = first_day(peildatum), year_end(jaar)
    months = (end.year - day.year) * 12 + end.month - day.month
    return months - 1 if day.day > end.day else months


def stock_of(dataset: Dataset, gemeente: Gemeente, jaar: int) -> dict[str, Figure]:
    """Return the stock of one municipality in a calendar year; unknown where it has no figures."""
    return {key: one_stock(dataset, gemeente, jaar, key) for key in COLUMNS}


def stock(dataset: Dataset, gemeenten: Iterable[Gemeente], jaar: int) -> dict[str, Figure]:
    """Return the stock of municipalities together in a calendar year."""
    asked = tuple(gemeenten)

    def parts(key: str) -> list[Figure]:
        return stock_figures(dataset, asked, jaar, key) if asked else [nobody(key)]

    return {key: counted(key, key.replace("_", " "), parts(key)) for key in COLUMNS}


def off(figures: Mapping[str, Figure]) -> int:
    """Return how far opening stock + net additions is from the closing stock (homes); 0 where it is not known."""
    if any(figure.low.unknown for figure in figures.values()):
        return 0
    begin, net, end = (int(figures[key].low.low or 0) for key in ("beginstand", "saldo", "eindstand"))
    return end - begin - net


@dataclass(frozen=True, slots=True)
class Coverage:
    """Capacity against what is still to be built: at 100%, and at the wanted share of it.

    ``te_gaan`` is the target minus what was delivered in its period. ``nodig`` is the capacity that the wanted share
    asks for, ``ruimte`` what there is beyond it (below 0: short); both None where that share does not hold.
    """

    te_gaan: Figure
    capaciteit: Figure
    dekking: Figure
    """Capacity as a share of the task (1 is 100%)."""
    nodig: Figure | None
    ruimte: Figure | None


def agreed(agenda: Agendabestand | None, parameter_id: str, datum: str, *eenheden: Eenheid) -> Waarde | None:
    """Return the value of a parameter on a date, in one of these units where there are any; None for none."""
    parameter = agenda.parameter(parameter_id) if agenda else None
    waarde = parameter.op(datum) if parameter else None
    return waarde if waarde and (not eenheden or waarde.eenheid in eenheden) else None


def coverage(
    doel: Figure,
    gerealiseerd: Figure | None,
    capacity: Sums,
    ruimer: RuimereProgrammering,
    cover: Waarde | None,
    held: Figure | None = None,
) -> Coverage:
    """Return how far hard and soft capacity cover what a target still asks for.

    The share applies to the building task, so to what is left after deliveries: what stands can no longer fail. A
    target that already holds over-programming is held against 100% only, and so is the part of a target that does
    (``held``; Woonagenda, r. 1638-1653).
    """
    to_go = subtracted("te_gaan", "nog op te leveren", doel, *((gerealiseerd,) if gerealiseerd else ()))
    have = added("capaciteit", "hard + zacht", capacity.samen)
    shares = quotient("dekking", "dekking van de rest van de opgave", have, to_go)
    if cover is None or ruimer is RuimereProgrammering.INBEGREPEN:
        return Coverage(to_go, have, shares, None, None)
    noemer = cover.noemer * (100 if cover.eenheid is Eenheid.PROCENT else 1)
    label = "gewenste capaciteit"
    wanted = share("nodig", label, to_go, (cover.waarde, noemer))
    if held is not None and cover.waarde > noemer:
        extra = share("toeslag", "toeslag", without_room(to_go, doel, held), (cover.waarde - noemer, noemer))
        wanted = added("nodig", label, [to_go, extra])
    return Coverage(to_go, have, shares, wanted, subtracted("ruimte", "capaciteit - gewenst", have, wanted))


def states_at(states: Iterable[tuple[str, T]], jaar: int) -> tuple[T, ...]:
    """Return the states of the end of a year, or else the latest before it: one, or several of the same date.

    ``states`` are pairs of a reference date and what it stands for. A date of a year or a month is its first day, so
    that `2021` is the end of 2020. Empty when every state is of later.
    """
    dated = [(first_day(peildatum), state) for peildatum, state in states]
    before = [day for day, _ in dated if day <= year_end(jaar)]
    return tuple(state for day, state in dated if before and day == max(before))
