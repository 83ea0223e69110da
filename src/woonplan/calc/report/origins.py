"""Where the figures of a report come from: how many are not simply from a source, and which."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from woonplan.calc.number.figure import ONE, Figure, Origin, counted, given
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.source import Bron, Herkomst, Provenance
from woonplan.model.stand import inherit, record_source


@dataclass(frozen=True, slots=True)
class Sourced:
    """One figure that a report rests on, by the name of its record in the register."""

    id: str
    source: Provenance
    path: tuple[str | int, ...] = ()
    """Place in the file of the record."""
    file: str = ""
    """The file, as users see it."""


def sourced(view: View, jaar: int) -> tuple[Sourced, ...]:
    """Return the figures: the records of the state, the statements of the set used, and the stock of the year.

    In a register that is invented every figure is.
    """
    found = tuple(_sourced(view, jaar))
    if not view.dataset.fictief:
        return found
    return tuple(
        replace(f, source=Provenance(f.source.bron, f.source.vindplaats, f.source.peildatum, Herkomst.FICTIEF))
        for f in found
    )


def _sourced(view: View, jaar: int) -> Iterator[Sourced]:
    dataset, opgave = view.dataset, view.opgave
    for deel in dataset.stand.delen:
        for index, plan in enumerate(deel.inhoud.plannen):
            row = index if deel.rows is None else deel.rows[index]
            yield Sourced(plan.id, record_source(plan, deel), ("plannen", row), deel.invoer.bestand)
    area = dataset.gebied_invoer.bestand
    for uitspraak in opgave.uitspraken if opgave else ():
        at = ("opgaven", *dataset.place_of_uitspraak(uitspraak))
        yield Sourced(uitspraak.id, inherit(uitspraak, opgave) if opgave else Provenance(), at, area)
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    for gemeente in dataset.gebied.gemeenten:
        if str(jaar) in gemeente.voorraad:
            path = ("gemeenten", dataset.row(gemeente), "voorraad", str(jaar))
            yield Sourced(f"{gemeente.code}.{jaar}", inherit(gemeente, *blocks), path, area)


def by_origin(figures: tuple[Sourced, ...]) -> dict[Herkomst, tuple[str, ...]]:
    """Return the ids of the figures by how they came into the register, every kind named."""
    return {kind: tuple(f.id for f in figures if f.source.herkomst is kind) for kind in Herkomst}


def origin_figures(figures: tuple[Sourced, ...]) -> Iterator[tuple[Herkomst, Figure]]:
    """Yield how many figures came into the register in each way, every kind named."""
    for kind in Herkomst:
        parts = [
            given(f.id, f.id, ONE, Origin(f.source, f.id, f.path, f.file)) for f in figures if f.source.herkomst is kind
        ]
        yield kind, counted("aantal", f"cijfers met herkomst {kind}", parts)


def documents_used(
    dataset: Dataset, agenda: Agendabestand | None, figures: tuple[Sourced, ...], jaar: int, parameters: Collection[str]
) -> tuple[Bron, ...]:
    """Return the documents that figures and agreements name, in the order that the register lists them.

    Of the agreements those count that were used: the parameters with these ids, and the price limits of the year.
    """
    named = {f.source.bron for f in figures}
    if agenda is not None:
        used = [p for p in agenda.parameters if p.id in parameters]
        named |= {inherit(waarde, p, agenda).bron for p in used for waarde in p.waarden}
        if any("aandeel" in name for name in parameters):
            named |= {inherit(g, agenda).bron for g in agenda.prijsgrenzen if g.jaar == jaar}
    listed = (*dataset.gebied.bronnen, *(agenda.bronnen if agenda else ()))
    return tuple(bron for bron in listed if bron.id in named)
