"""What the list of actions counts, with the place of every action in the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from woonplan.calc.figure import ONE, Figure, Origin, counted, given
from woonplan.calc.listing import action_groups
from woonplan.model.agenda import Actie, Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.stand import Invoer, inherit

_LABELS = {"nummers": "acties", "teksten": "verschillende teksten"}


def action_figures(agenda: Agendabestand, invoer: Invoer) -> Iterator[tuple[str, Figure]]:
    """Yield every count of all actions by its name."""
    rows = {actie.nummer: row for row, actie in enumerate(agenda.acties)}

    def one(actie: Actie) -> Figure:
        name = f"actie {actie.nummer}"
        origin = Origin(inherit(actie, agenda), name, ("acties", rows[actie.nummer]), invoer.bestand)
        return given(name, actie.tekst, ONE, origin)

    for name, acties in action_groups(agenda.acties).items():
        yield name, counted(name, _LABELS.get(name, name.replace("_", " ")), [one(actie) for actie in acties])


def with_agenda(dataset: Dataset, agenda: Agendabestand, invoer: Invoer) -> Dataset:
    """Return a register that knows the documents of the agenda, and where everything in it stands."""
    documents = (*dataset.gebied.bronnen, *agenda.bronnen)
    return replace(dataset, gebied=dataset.gebied.model_copy(update={"bronnen": documents}), naast=(invoer,))
