"""The agreements that policy rules rest on: whether a register has them, and which document says so."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.parameter import Parameter
from woonplan.model.source import Provenance
from woonplan.model.stand import inherit


def cited(agenda: Agendabestand | None, dataset: Dataset, afspraken: Iterable[str], dag: str) -> str | None:
    """Return where agreements stand, in words for a finding ("afspraak: Woonakkoord, par. 3").

    Empty for no agreements; None when one of them is not in the agenda, so that nothing rests on them.

    Args:
        agenda: The agreements of the region.
        dataset: The register beside it, which may list the documents.
        afspraken: Ids of the agreements.
        dag: The day that they are to hold on.
    """
    places: dict[str, None] = {}
    for naam in afspraken:
        afspraak = agenda.afgesproken(naam) if agenda else None
        if agenda is None or afspraak is None:
            return None
        value = (afspraak.op(dag) or afspraak.waarden[0]) if isinstance(afspraak, Parameter) else None
        if value is not None and (value.bron or value.vindplaats):
            source = inherit(value, afspraak, agenda)
        else:
            source = inherit(afspraak, agenda)
        places[_place(agenda, dataset, source)] = None
    return f"afspraak: {' en '.join(places)}" if places else ""


def _place(agenda: Agendabestand, dataset: Dataset, source: Provenance) -> str:
    listed = {bron.id: bron.label for bron in chain(dataset.gebied.bronnen, agenda.bronnen)}
    document = listed.get(source.bron, source.bron) if source.bron else "agenda.yaml, zonder bron"
    return ", ".join(filter(None, (document, source.vindplaats)))
