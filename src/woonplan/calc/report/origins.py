"""Where the figures of a report come from: how many are not simply from a source, and which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.sums import ONE, counted
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.source import Bron, Herkomst, Provenance
from woonplan.model.stand import inherit, record_source


def sourced(view: View, jaar: int) -> tuple[Origin, ...]:
    """Return where the figures stand: the records of the state, the statements of the set used, the stock of the year.

    In a register that is invented every figure is.
    """
    found = tuple(_sourced(view, jaar))
    if not view.dataset.fictief:
        return found
    return tuple(f._replace(source=f.source._replace(herkomst=Herkomst.FICTIEF)) for f in found)


def _sourced(view: View, jaar: int) -> Iterator[Origin]:
    dataset, opgave = view.dataset, view.opgave
    for standdeel in dataset.stand.delen:
        for index, plan in enumerate(standdeel.inhoud.plannen):
            row = index if standdeel.rows is None else standdeel.rows[index]
            yield Origin(record_source(plan, standdeel), plan.id, ("plannen", row), standdeel.invoer.bestand)
    area = dataset.gebied_invoer.bestand
    for uitspraak in opgave.uitspraken if opgave else ():
        at = ("opgaven", *dataset.place_of_uitspraak(uitspraak))
        yield Origin(inherit(uitspraak, opgave) if opgave else Provenance(), uitspraak.id, at, area)
    blocks = (dataset.gebied.voorraadbron,) if dataset.gebied.voorraadbron else ()
    for gemeente in dataset.gebied.gemeenten:
        if str(jaar) in gemeente.voorraad:
            path = ("gemeenten", dataset.row(gemeente), "voorraad", str(jaar))
            yield Origin(inherit(gemeente, *blocks), f"{gemeente.code}.{jaar}", path, area)


PRIJSGRENZEN = "prijsgrenzen"
"""Stands among the ids of parameters for the price limits of the year."""


def by_origin(found: Iterable[Origin]) -> dict[Herkomst, Figure]:
    """Return how many figures came into the register in each way, every kind named."""
    parts: dict[Herkomst, list[Figure]] = {kind: [] for kind in Herkomst}
    for origin in found:
        parts[origin.source.herkomst].append(given(origin.record, origin.record, ONE, origin))
    return {
        kind: counted("aantal", f"cijfers met herkomst {kind}".replace("_", " "), figures)
        for kind, figures in parts.items()
    }


def documents_used(
    dataset: Dataset, agenda: Agendabestand | None, found: tuple[Origin, ...], jaar: int, parameters: Collection[str]
) -> tuple[Bron, ...]:
    """Return the documents that figures and agreements name, in the order that the register lists them.

    Of the agreements those count that were used: the parameters with these ids, and with `PRIJSGRENZEN` also the price
    limits of the year, what was agreed to be done, and the key projects.
    """
    named = {f.source.bron for f in found}
    if agenda is not None:
        used = [p for p in agenda.parameters if p.id in parameters]
        named |= {inherit(waarde, p, agenda).bron for p in used for waarde in p.waarden}
        if PRIJSGRENZEN in parameters:
            named |= {inherit(g, agenda).bron for g in agenda.prijsgrenzen if g.jaar == jaar}
            shown = (*agenda.acties, *agenda.verplichtingen, *agenda.sleutelprojecten)
            named |= {inherit(one, agenda).bron for one in shown}
    listed = (*dataset.gebied.bronnen, *(agenda.bronnen if agenda else ()))
    return tuple(bron for bron in listed if bron.id in named)
