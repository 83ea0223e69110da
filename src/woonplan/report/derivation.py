"""A figure explained: its formula, both ends worked out, and where each part stands.

The lines are written from the figure's own parts and operation; there is no second copy of a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from woonplan.calc.breakdown import broken_down
from woonplan.calc.derived import Explained
from woonplan.calc.figure import Figure, Op, Origin
from woonplan.calc.measure import Measure
from woonplan.model.dataset import Dataset
from woonplan.model.homes import Homes
from woonplan.model.source import Herkomst
from woonplan.report.derivation_exact import derived_formula, in_the_table, number, worked_out
from woonplan.report.words import dutch_date, source_text
from woonplan.tables import Passage

FEW = 12
"""A sum of more records than this is listed under the formula instead of written out in it."""

SINGLE = 3
"""A sum of at most so many records names them even where no further level is asked for."""

ENDS = ("ondergrens", "bovengrens")

_SIGNS = {Op.SOM: "+", Op.SAMEN: "+", Op.RECORDS: "+", Op.VERSCHIL: "-", Op.REST: "-"}

_REMARKS = {Op.REST: "minstens 0", Op.SAMEN: "onbekend apart"}
"""What an operation does beyond what its signs say."""


def term(homes: Homes) -> str:
    """Return a value inside a formula: `8.300`, `ca. 8.300`, `(0 tot 30)`, `(200 of meer)`, `(12 + 2 onbekend)`."""
    return number(Measure.of(homes))


def formula(figure: Figure) -> str:
    """Return name and formula: `nog_hard_te_maken = ambitie - hard`."""
    if figure.op is Op.GEGEVEN:
        return f"{figure.name} (gegeven)"
    if figure.op is Op.DEEL:
        return f"{figure.name} = {_ratio(figure)} x {figure.parts[0].name}"
    if figure.op is Op.STUK:
        return f"{figure.name} = {figure.parts[0].name}, {_piece(figure)}"
    if figure.op is Op.RECORDS or not figure.parts:
        return f"{figure.name} = som van {len(figure.parts)} {'record' if len(figure.parts) == 1 else 'records'}"
    names = f" {_SIGNS[figure.op]} ".join(part.name for part in figure.parts)
    remark = f", {_REMARKS[figure.op]}" if figure.op in _REMARKS else ""
    return f"{figure.name} = {names}{remark}"


def worked(figure: Figure, end: int) -> str:
    """Return one end (0 is low, 1 is high) worked out with its numbers in place."""
    result = term(figure.ends[end])
    if figure.op is Op.GEGEVEN:
        return result
    if figure.op is Op.DEEL:
        whole = figure.parts[0].ends[end]
        # Where the source calls the ratio itself approximate, the mark in the result has no other cause.
        about = "ca. " if figure.ends[end].interval.circa and not whole.interval.circa else ""
        return f"{about}{_ratio(figure)} x {term(whole)} = {result}"
    if figure.op is Op.STUK:
        return f"{term(figure.parts[0].ends[end])} = {result} ({_piece(figure)})"
    if not figure.parts:
        return f"geen records = {result}"
    remark = f" ({_REMARKS[figure.op]})" if figure.op in _REMARKS else ""
    return f"{_numbers(figure, end)} = {result}{remark}"


def _numbers(figure: Figure, end: int) -> str:
    if len(figure.parts) <= FEW:
        return f" {_SIGNS[figure.op]} ".join(term(part.ends[end]) for part in figure.parts)
    terms = f"som van de {len(_long(figure))} records hieronder"
    return f"{term(figure.parts[0].ends[end])} - {terms}" if _SIGNS[figure.op] == "-" else terms


def _long(figure: Figure) -> Sequence[Figure]:
    """Return the parts of a long formula that stand under it; what they are taken from stands in the formula."""
    return figure.parts[1:] if _SIGNS[figure.op] == "-" else figure.parts


def _piece(figure: Figure) -> str:
    number, count = figure.ratio or (1, 1)
    return f"stuk {number} van {count}"


def _ratio(figure: Figure) -> str:
    numerator, denominator = figure.ratio or (1, 1)
    return str(numerator) if denominator == 1 else f"{numerator}/{denominator}"


@dataclass(frozen=True, slots=True)
class _Registers:
    """The register that a number was computed from, and an earlier state where two are held against each other."""

    found: tuple[Dataset, ...]

    def of(self, origin: Origin | None) -> Dataset:
        """Return the register with the file that something stands in."""
        if origin is None or len(self.found) == 1:
            return self.found[0]
        holders = (d for d in self.found if any(invoer.bestand == origin.file for invoer in d.invoer))
        return next(holders, self.found[0])

    def broken_down(self, figure: Figure) -> Figure:
        """Return the figure of a record taken apart (see ``broken_down``)."""
        return broken_down(self.of(figure.origin), figure)


def passages(
    dataset: Dataset, explained: Explained, depth: int, *, earlier: Dataset | None = None
) -> Iterator[Passage]:
    """Yield a figure or an exact quantity and, to ``depth`` levels, what it was made of.

    ``earlier`` is the register of another state, where the number holds one against the other.
    """
    return _passages(_Registers((dataset, earlier) if earlier else (dataset,)), explained, depth, 0)


def _passages(registers: _Registers, explained: Explained, depth: int, level: int) -> Iterator[Passage]:
    if isinstance(explained, Figure):
        yield from _figure_passages(registers, explained, depth, level)
        return
    items = _lines(*(worked_out(explained, end) for end in (0, 1)))
    if level == 0:
        # Only what was asked for: a part of it may stand in no table, or be rounded otherwise there.
        items += in_the_table(explained)
    items += _origin(registers.of(explained.origin), explained.origin)
    yield Passage(explained.name, derived_formula(explained), tuple(items), level)
    for part in explained.parts if depth > 0 else ():
        yield from _passages(registers, part, depth - 1, level + 1)


def _figure_passages(registers: _Registers, figure: Figure, depth: int, level: int) -> Iterator[Passage]:
    figure = registers.broken_down(figure)
    items = [*_lines(worked(figure, 0), worked(figure, 1)), *_origin(registers.of(figure.origin), figure.origin)]
    listed: Sequence[Figure] = ()
    if len(figure.parts) > FEW:
        listed = _long(figure)
    elif figure.op is Op.RECORDS and (depth > 0 or len(figure.parts) <= SINGLE):
        listed = figure.parts
    items += [(part.name, _record_line(registers.of(part.origin), part)) for part in listed]
    yield Passage(figure.name, formula(figure), tuple(items), level)
    if depth <= 0:
        return
    # A record that stands in the list with its source says nothing more in a passage of its own.
    seen = {id(part) for part in listed if not registers.broken_down(part).parts}
    for part in figure.parts:
        if id(part) not in seen:
            seen.add(id(part))
            yield from _passages(registers, part, depth - 1, level + 1)


def _lines(low: str, high: str) -> list[tuple[str, str]]:
    return [("beide grenzen", low)] if low == high else [(ENDS[0], low), (ENDS[1], high)]


def _record_line(dataset: Dataset, part: Figure) -> str:
    low, high = (term(end) for end in part.ends)
    texts = [low if low == high else f"{ENDS[0]} {low}, {ENDS[1]} {high}", part.label]
    if part.origin is not None:
        word = f' ("{part.origin.word}")' if part.origin.word else ""
        texts += [f"{source_text(dataset, part.origin.source)}{word}", _register(dataset, part.origin)]
    return "; ".join(text for text in texts if text)


def _origin(dataset: Dataset, origin: Origin | None) -> list[tuple[str, str]]:
    if origin is None:
        return []
    source = origin.source
    bron = dataset.bron(source.bron)
    title = bron.titel if bron else source.bron or "niet genoemd"
    items = [("bron", f"{title}, {source.vindplaats}" if source.vindplaats else title)]
    if origin.word:
        items.append(("woord in de bron", origin.word))
    if source.peildatum:
        items.append(("peildatum", dutch_date(source.peildatum)))
    if source.herkomst is not Herkomst.BRON:
        items.append(("herkomst", str(source.herkomst)))
    return [*items, ("register", _register(dataset, origin))]


def _register(dataset: Dataset, origin: Origin) -> str:
    invoer = next((i for i in dataset.invoer if i.bestand == origin.file), None)
    # What readers may see a part of only has no lines: they would tell how much stands between the records.
    place = (str(invoer.positions.place(origin.path)) if invoer else "") or origin.file
    return f"{place} ({origin.record})"
