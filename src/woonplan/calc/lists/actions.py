"""What the list of actions selects and counts, with the place of every action in the agenda."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from woonplan.calc.number.figure import ONE, Figure, Origin, counted, given
from woonplan.model.agenda import Actie, Actiestatus, Agendabestand
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.number import exactly
from woonplan.model.stand import Invoer, inherit

UNFINISHED = frozenset({Actiestatus.OPEN, Actiestatus.LOOPT})
"""The states in which something is still to be done."""

_LABELS = {"nummers": "acties", "teksten": "verschillende teksten"}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which actions are asked for; ``peildatum`` asks for those that are late on that day."""

    eigenaar: tuple[str, ...] = ()
    """Words of owners, as the register has them: an action of any of them is shown."""
    unfinished: bool = False
    peildatum: date | None = None


def owners(acties: Iterable[Actie]) -> tuple[str, ...]:
    """Return the words that the register has for owners, each once, in alphabetical order."""
    return tuple(sorted({word for actie in acties for word in actie.eigenaar}, key=str.casefold))


def select_actions(acties: Iterable[Actie], filters: Filters) -> tuple[Actie, ...]:
    """Return the actions that pass all filters, by number."""
    chosen = [
        actie
        for actie in acties
        if (not filters.eigenaar or set(filters.eigenaar) & set(actie.eigenaar))
        and (not filters.unfinished or actie.status in UNFINISHED)
        and (filters.peildatum is None or late(actie, filters.peildatum))
    ]
    return tuple(sorted(chosen, key=lambda actie: actie.nummer))


def late(actie: Actie, day: date) -> bool:
    """Whether an action is not finished on ``day`` while its deadline is over.

    A deadline of a year or a month is over after its last day: no action is called late as long as one reading of its
    date still has time left. Without a date nothing is late.
    """
    return actie.status in UNFINISHED and actie.deadline is not None and last_day(actie.deadline) < day


def late_steps(acties: Iterable[Actie], day: date) -> tuple[int, ...]:
    """Return the numbers of unfinished actions whose earlier step should be done before ``day``."""
    return tuple(
        actie.nummer
        for actie in acties
        if actie.status in UNFINISHED and actie.tussendeadline is not None and last_day(actie.tussendeadline) < day
    )


def last_day(datum: str) -> date:
    """Return the last day that a date of day, month or year precision can mean: ``2021`` gives 31-12-2021."""
    first = first_day(datum)
    month = first.month if "-" in datum else 12
    return first if datum.count("-") == 2 else date(first.year, month, monthrange(first.year, month)[1])


def action_groups(acties: Iterable[Actie]) -> dict[str, tuple[Actie, ...]]:
    """Return the actions that are counted, by what is said of them; of those with one text the first."""
    acties = tuple(acties)
    texts: dict[int, Actie] = {}
    for actie in acties:
        texts.setdefault(actie.gelijk_aan or actie.nummer, actie)
    return {
        "nummers": acties,
        "teksten": tuple(texts.values()),
        "zonder_eigenaar": tuple(actie for actie in acties if not actie.eigenaar),
        "zonder_deadline": tuple(actie for actie in acties if not actie.heeft_termijn),
    }


def action_figures(agenda: Agendabestand, invoer: Invoer) -> Iterator[Figure]:
    """Yield every count of all actions."""
    for name, acties in action_groups(agenda.acties).items():
        parts = [given(f"actie {a.nummer}", a.tekst, ONE, _origin(agenda, invoer, a)) for a in acties]
        yield counted(name, _LABELS.get(name, name.replace("_", " ")), parts)


def action_number(agenda: Agendabestand, invoer: Invoer, actie: Actie, key: str) -> Figure | None:
    """Return a number that an action is called by: its own, or that of the action it repeats; None where none is."""
    number = getattr(actie, key)
    origin = _origin(agenda, invoer, actie, key)
    return None if number is None else given(key, f"{key} van actie {actie.nummer}", exactly(number), origin)


def _origin(agenda: Agendabestand, invoer: Invoer, actie: Actie, *key: str) -> Origin:
    row = next(i for i, one in enumerate(agenda.acties) if one is actie)
    return Origin(inherit(actie, agenda), f"actie {actie.nummer}", ("acties", row, *key), invoer.bestand)


def with_agenda(dataset: Dataset, agenda: Agendabestand, invoer: Invoer) -> Dataset:
    """Return a register that knows the documents of the agenda, and where everything in it stands."""
    documents = (*dataset.gebied.bronnen, *agenda.bronnen)
    return replace(dataset, gebied=dataset.gebied.model_copy(update={"bronnen": documents}), naast=(invoer,))
