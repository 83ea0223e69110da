"""What the list of actions counts, with the place of every action in the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from woonplan.calc.lists.listing import action_groups
from woonplan.calc.number.figure import ONE, Figure, Origin, counted, given
from woonplan.model.agenda import Actie, Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.number import exactly
from woonplan.model.stand import Invoer, inherit

_LABELS = {"nummers": "acties", "teksten": "verschillende teksten"}


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
