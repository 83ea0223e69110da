"""Where the figures of a report come from: how many are not simply from a source, and which."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from woonplan.calc.question import Question, opgavenset
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset, inherit
from woonplan.model.source import Bron, Herkomst, Provenance


@dataclass(frozen=True, slots=True)
class Sourced:
    """One figure that a report rests on, by the name of its record in the register."""

    id: str
    source: Provenance


def sourced(dataset: Dataset, question: Question, jaar: int) -> tuple[Sourced, ...]:
    """Return the figures: the records of the state, the statements of the set used, and the stock of the year.

    In a register that is invented every figure is.
    """
    found = tuple(_sourced(dataset, question, jaar))
    if not dataset.fictief:
        return found
    return tuple(
        Sourced(f.id, Provenance(f.source.bron, f.source.vindplaats, f.source.peildatum, Herkomst.FICTIEF))
        for f in found
    )


def _sourced(dataset: Dataset, question: Question, jaar: int) -> Iterator[Sourced]:
    for deel, plan in dataset.stand:
        yield Sourced(plan.id, dataset.provenance(plan, deel))
    opgave = opgavenset(dataset, question)
    for uitspraak in opgave.uitspraken if opgave else ():
        yield Sourced(uitspraak.id, inherit(uitspraak, opgave) if opgave else Provenance())
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    for gemeente in dataset.gebied.gemeenten:
        if str(jaar) in gemeente.voorraad:
            yield Sourced(f"{gemeente.code}.{jaar}", inherit(gemeente, *blocks))


def by_origin(figures: tuple[Sourced, ...]) -> dict[Herkomst, tuple[str, ...]]:
    """Return the ids of the figures by how they came into the register, every kind named."""
    return {kind: tuple(f.id for f in figures if f.source.herkomst is kind) for kind in Herkomst}


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
