"""Dutch words for what the register holds: dates, documents, amounts."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.figure import Figure, Op
from woonplan.model.dataset import Dataset
from woonplan.model.homes import Homes, Interval
from woonplan.model.source import Provenance
from woonplan.model.target import Telling
from woonplan.tables import Amount, Json

_SIGNS = {Op.SOM: " + ", Op.VERSCHIL: " - ", Op.REST: " - "}
_MANY = 4
"""With more parts than this a formula names their number, not each of them."""


def dutch_number(number: int) -> str:
    """Return a whole number inside a sentence: 8.300. In a cell the renderer writes it."""
    return f"{number:,}".replace(",", ".")


def dutch_date(datum: str) -> str:
    """Return ``2020-01-01`` as ``1-1-2020``, ``2021-07`` as ``7-2021`` and ``2021`` as it is."""
    return "-".join(str(int(part)) for part in reversed(datum.split("-")))


def dutch_period(telling: Telling) -> str:
    """Return a period with both bounds, the end exclusive."""
    years = f"{telling.jaren} jaar"
    return f"{dutch_date(telling.van)} tot {dutch_date(telling.tot)} ({years})"


def amount(homes: Homes, *, signed: bool = False) -> Amount:
    """Return a number of homes as a cell."""
    interval = homes.interval
    return Amount(interval.low, interval.high, interval.circa, homes.unknown, homes.blank, signed)


def amount_json(homes: Homes) -> Json:
    """Return a number of homes for machines: both bounds, and what is unknown."""
    known = Interval(None, None) if homes.blank else homes.interval
    return {"min": known.low, "max": known.high, "circa": homes.interval.circa, "onbekend": homes.unknown}


def source_text(dataset: Dataset, source: Provenance | None) -> str:
    """Return document and place, as a reader would look them up."""
    if source is None or source.bron is None:
        return source.vindplaats or "" if source else ""
    bron = dataset.bron(source.bron)
    label = bron.label if bron else source.bron
    return f"{label}, {source.vindplaats}" if source.vindplaats else label


def leaves(figure: Figure) -> Iterator[Figure]:
    """Yield the given figures that a figure is made of."""
    if not figure.parts:
        yield figure
    for part in figure.parts:
        yield from leaves(part)


def formula(figure: Figure) -> str:
    """Return how a figure follows from its parts, in words: ``ambitie - hard``."""
    if figure.op is Op.DEEL and figure.ratio:
        numerator, denominator = figure.ratio
        factor = f"{numerator}/{denominator}" if denominator != 1 else str(numerator)
        return f"{factor} x {figure.parts[0].label}"
    return _SIGNS[figure.op].join(_term(part) for part in figure.parts)


def _term(part: Figure) -> str:
    if part.op is Op.SOM and part.name == "aanbod" and part.parts:
        return formula(part)
    return part.name.replace("_", " ")


def where_from(dataset: Dataset, figure: Figure) -> str:
    """Return what a row says about its source: the place in the document, or how it was computed."""
    if figure.op is Op.GEGEVEN:
        return source_text(dataset, figure.origin.source if figure.origin else None)
    computed = figure.op is not Op.SOM or all(part.parts or part.origin is None for part in figure.parts)
    few = len(figure.parts) <= _MANY
    if figure.op is Op.DEEL:
        own = source_text(dataset, figure.origin.source if figure.origin else None)
        return f"{formula(figure)}; {own}" if own else formula(figure)
    if figure.parts and few and (computed or any(p.op is not Op.GEGEVEN for p in figure.parts)):
        return formula(figure)
    return _sources(dataset, figure)


def _sources(dataset: Dataset, figure: Figure) -> str:
    """Return the sources of a sum of records: each once, and how many records it is the sum of."""
    found: dict[str, None] = {}
    for leaf in leaves(figure):
        if leaf.origin is not None:
            found[source_text(dataset, leaf.origin.source)] = None
    texts = [text for text in found if text]
    if not texts:
        return ""
    if len(texts) == 1:
        count = len(figure.parts)
        return texts[0] if count == 1 else f"{texts[0]} ({count} records)"
    documents: dict[str, None] = {}
    for leaf in leaves(figure):
        bron = dataset.bron(leaf.origin.source.bron) if leaf.origin else None
        if bron is not None:
            documents[bron.label] = None
    return f"{', '.join(documents) or 'eigen opgave'} ({len(figure.parts)} records)"
