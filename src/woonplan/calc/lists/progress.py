"""How far what was agreed is: in a year, in a municipality, and late or not. What nobody recorded is unknown."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from woonplan.model.agenda import Agendabestand
from woonplan.model.base import LAST_YEAR, first_day
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Path
from woonplan.model.toezegging import Actie, Actiestatus, Herhaling, Toezegging, Verplichting, Voortgang

UNFINISHED = frozenset({Actiestatus.OPEN, Actiestatus.LOOPT, Actiestatus.ONBEKEND})
"""The states in which something is still to be done, or may be."""

BUSY = frozenset({Actiestatus.OPEN, Actiestatus.LOOPT})
"""The states in which something is known not to be done."""


class Line(NamedTuple):
    """One thing that is followed: an action, what is asked outside them, or a part of either; where it stands."""

    toezegging: Toezegging
    path: Path
    key: str
    """What it is called: `26`, `26b`, `woonruimteverdeling`."""
    whole: Line | None = None
    """What it is a part of."""

    @property
    def name(self) -> str:
        """What a reader calls it: `actie 26`, `actie 26b`."""
        top = (self.whole or self).toezegging
        return f"actie {self.key}" if isinstance(top, Actie) else self.key

    @property
    def owners(self) -> tuple[str, ...]:
        """Who the text names: of a part without any those of the whole."""
        return self.toezegging.eigenaar or (self.whole.owners if self.whole else ())

    @property
    def yearly(self) -> bool:
        """Whether it comes back every year."""
        return self.toezegging.herhaling is Herhaling.JAARLIJKS


class Recorded(NamedTuple):
    """What was recorded: how far, of when (a year or a date; empty where that was not said), and in which place."""

    status: Actiestatus
    when: str = ""
    path: Path = ()


NOTHING = Recorded(Actiestatus.ONBEKEND)


def lines(agenda: Agendabestand) -> Iterator[Line]:
    """Yield everything that is followed, each part after its whole: the actions by number, and then the others."""
    acties = sorted(enumerate(agenda.acties), key=lambda numbered: numbered[1].nummer)
    for i, actie in acties:
        yield from _with_parts(Line(actie, ("acties", i), str(actie.nummer)), actie)
    for i, verplichting in enumerate(agenda.verplichtingen):
        yield from _with_parts(Line(verplichting, ("verplichtingen", i), verplichting.id), verplichting)


def _with_parts(line: Line, whole: Actie | Verplichting) -> Iterator[Line]:
    yield line
    between = "" if isinstance(whole, Actie) else "-"
    for j, part in enumerate(whole.onderdelen):
        yield Line(part, (*line.path, "onderdelen", j), f"{line.key}{between}{part.letter}", line)


@dataclass(frozen=True)
class Progress:
    """How far everything is at the end of ``jaar``; without a year by the last that was recorded.

    ``gemeenten`` are the municipalities that are looked at, by the names that the register uses.
    """

    dataset: Dataset
    agenda: Agendabestand
    jaar: int | None = None
    gemeenten: tuple[str, ...] = ()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Everything that is followed."""
        return tuple(lines(self.agenda))

    def parts(self, line: Line) -> tuple[Line, ...]:
        """Return the parts of something; none of a part."""
        return tuple(one for one in self.lines if one.whole is not None and one.whole.path == line.path)

    def first(self, line: Line) -> Line:
        """Return the action whose state this one shares, since its text is the same; itself where there is none."""
        actie = line.toezegging
        same = actie.gelijk_aan if isinstance(actie, Actie) else None
        return next((one for one in self.lines if one.whole is None and same and one.key == str(same)), line)

    def recorded(self, line: Line, gemeente: str | None = None, jaar: int | None = None) -> Recorded:
        """Return what was recorded of all together, or of one municipality, at the end of a year.

        Of what comes back every year that is what was recorded of that year; it says nothing of another. What ended
        (`vervallen`) stays so.
        """
        line = self.first(line)
        year = jaar or self.jaar
        found = [(entry, j) for j, entry in enumerate(line.toezegging.voortgang) if self._of(entry) == gemeente]
        if line.yearly and year is not None:
            found = [(entry, j) for entry, j in found if entry.jaar == year]
        found = [(entry, j) for entry, j in found if entry.jaar <= (year or LAST_YEAR)]
        last = max(found, key=lambda one: (one[0].jaar, *_moment(one[0].datum), one[1]), default=None)
        own = self._own(line, year) if gemeente is None else None
        if last is None or (own is not None and own.when and first_day(own.when).year > last[0].jaar):
            return own or NOTHING
        entry, j = last
        return Recorded(entry.status, entry.datum or str(entry.jaar), (*line.path, "voortgang", j))

    def _own(self, line: Line, jaar: int | None) -> Recorded | None:
        """Return what `status` says; of what comes back every year only that it ended, or what is asked of no year."""
        one = line.toezegging
        if one.status is Actiestatus.ONBEKEND or (
            one.status_datum and first_day(one.status_datum).year > (jaar or 9999)
        ):
            return None
        if line.yearly and jaar is not None and one.status is not Actiestatus.VERVALLEN:
            return None
        return Recorded(one.status, one.status_datum or "", (*line.path, "status"))

    def _of(self, entry: Voortgang) -> str | None:
        if entry.gemeente is None:
            return None
        found = self.dataset.gemeente(entry.gemeente)
        return found.naam if found else entry.gemeente

    def state(self, line: Line, jaar: int | None = None) -> Recorded:
        """Return how far something is: as recorded, or as follows from its municipalities and its parts.

        It is done where all of them are, and it runs where one of them is known not to be; else it is unknown.
        """
        line, own = self.first(line), self.recorded(line, jaar=jaar)
        if own.status is not Actiestatus.ONBEKEND:
            return own
        found = {self.state(part, jaar).status for part in self.parts(line)}
        if line.toezegging.per_gemeente:
            found |= {self.recorded(line, name, jaar).status for name in self.gemeenten}
        if found & BUSY:
            return Recorded(Actiestatus.LOOPT)
        return NOTHING if not found or Actiestatus.ONBEKEND in found else Recorded(Actiestatus.AFGEROND)

    def years(self, line: Line) -> tuple[int, ...]:
        """Return the years of what comes back every year: from the first to the one asked, or those recorded."""
        line = self.first(line)
        if not line.yearly:
            return ()
        years = {entry.jaar for entry in line.toezegging.voortgang}
        if self.jaar is not None:
            begin = self._begin(line)
            years |= set(range(begin, self.jaar + 1) if begin else ())
            years = {year for year in years if year <= self.jaar}
        return tuple(sorted(years))

    def _begin(self, line: Line) -> int | None:
        return line.toezegging.eerste_jaar or (line.whole.toezegging.eerste_jaar if line.whole else None)

    def late(self, line: Line, day: date) -> tuple[tuple[str, Actiestatus], ...]:
        """Return what was not known to be done on ``day`` while its time was over, with how far it was.

        That is the year of what comes back every year, and else the deadline. A deadline of a year or a month is over
        after its last day: nothing is called late as long as one reading of its date has time left. Without a date
        nothing is late.
        """
        found: dict[str, Actiestatus] = {}
        first, item = self.first(line), line.toezegging
        if item.deadline is not None and last_day(item.deadline) < day:
            status = self.state(first).status if not line.yearly else self.recorded(first).status
            if status in UNFINISHED:
                found[item.deadline] = status
        begin = self._begin(line) if line.yearly else None
        for year in range(begin, day.year + 1) if begin else ():
            if date(year, *_month_day(item.uiterlijk)) < day and self.state(first, year).status in UNFINISHED:
                found[str(year)] = self.state(first, year).status
        for part in self.parts(first):
            for when, status in self.late(part, day):
                found.setdefault(when, status)
        return tuple(sorted(found.items()))

    def waits_for(self, line: Line, jaar: int | None = None) -> tuple[tuple[int, Recorded], ...]:
        """Return the actions that must be done first and are not known to be, with how far each is."""
        numbers = {one.key: one for one in self.lines if isinstance(one.toezegging, Actie)}
        found = [(n, self.state(numbers[str(n)], jaar)) for n in line.toezegging.pas_na if str(n) in numbers]
        return tuple((n, state) for n, state in found if state.status in UNFINISHED)

    def too_early(self, line: Line, jaar: int | None = None) -> tuple[int, ...]:
        """Return the actions that were known not to be done while this one, which comes after them, was done."""
        if self.state(line, jaar).status is not Actiestatus.AFGEROND:
            return ()
        return tuple(n for n, state in self.waits_for(line, jaar) if state.status in BUSY)


def progress_of(
    dataset: Dataset, agenda: Agendabestand, jaar: int | None = None, gemeenten: Iterable[str] = ()
) -> Progress:
    """Return how far everything is; without ``gemeenten`` in all those of the register."""
    return Progress(dataset, agenda, jaar, tuple(gemeenten) or tuple(one.naam for one in dataset.gemeenten))


def _moment(datum: str | None) -> tuple[date, ...]:
    return (last_day(datum) if datum else date(LAST_YEAR, 12, 31),)


def _month_day(text: str | None) -> tuple[int, int]:
    month, day = (text or "12-31").split("-")
    return int(month), int(day)


def last_day(datum: str) -> date:
    """Return the last day that a date of day, month or year precision can mean: ``2021`` gives 31-12-2021."""
    first = first_day(datum)
    month = first.month if "-" in datum else 12
    return first if datum.count("-") == 2 else date(first.year, month, monthrange(first.year, month)[1])
