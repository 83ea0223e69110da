"""A figure explained: its formula, both ends worked out, and where each part stands.

The lines are written from the figure's own parts and operation; there is no second copy of a formula. A line holds all
that is needed to compute it again: `20.000 / 9 = 2.222 2/9`, and in the table 2.222.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from woonplan.calc.number.breakdown import broken_down
from woonplan.calc.number.figure import Figure, Op, Origin, origin_of
from woonplan.model.change import Change
from woonplan.model.dataset import Dataset
from woonplan.model.gemis import apart
from woonplan.model.number import Bound, Number
from woonplan.model.source import Herkomst
from woonplan.numerals import amount, decimal, dutch, open_ends
from woonplan.report.cells import ENDS, NOT_APPLICABLE
from woonplan.report.words import LIMITS, SIGNS, dutch_date, in_formula, source_text, spoken
from woonplan.tables.document import Passage
from woonplan.tables.look import HOMES, Look, Unit

FEW = 12
"""A sum of more records than this is listed under the formula instead of written out in it."""

SINGLE = 3
"""A sum of at most so many records names them even where no further level is asked for."""

_REMARKS = {
    Op.REST: "minstens 0",
    Op.SAMEN: "onbekend apart",
    Op.NIET_ONDER_NUL: "niet onder 0",
    Op.HOOGSTE: "hoogste",
    Op.LAAGSTE: "laagste",
    Op.WIJZIGING: "grens voor grens",
}
"""What an operation does beyond what its signs say."""


_KINDS = {"plannen": ("plan", "plannen"), "gemeenten": ("gemeente", "gemeenten"), "acties": ("actie", "acties")}
"""What a sum is over, by the list of the register that its parts stand in."""


def _kind(parts: Sequence[Figure]) -> tuple[str, str]:
    """Return what parts are, one and several of them."""
    lists = {origin.path[:1] for origin in map(origin_of, parts) if origin is not None}
    return _KINDS.get(str(*lists.pop()), _PARTS) if len(lists) == 1 else _PARTS


_PARTS = ("deel", "delen")


def _name(figure: Figure) -> str:
    """Return the name of a figure in words; the id of a record in it stays as it was written."""
    origin = origin_of(figure)
    record = origin.record if origin is not None and figure.name.startswith(origin.record) else ""
    return f"{record}{spoken(figure.name.removeprefix(record).removesuffix('.record'))}"


def fraction(value: Bound) -> str:
    """Return an exact number: `2.000`, `2.222 2/9`, `141/200`."""
    units, rest = divmod(abs(value.numerator), value.denominator)
    part = f"{dutch(rest)}/{dutch(value.denominator)}" if rest else ""
    text = " ".join(filter(None, (dutch(units) if units or not rest else "", part)))
    return f"-{text}" if value < 0 else text


def term(number: Number, write: Callable[[Bound], str] = fraction) -> str:
    """Return a value inside a formula: `8.300`, `ca. 8.300`, `(0 tot 30)`, `(200 of meer)`, `(12, zonder 2 plannen)`.

    What is more than one plain number stands in parentheses, so that a formula can be read in one way only.
    """
    if not number.applies:
        return NOT_APPLICABLE
    if isinstance(number, Change):
        return _change(number, write)
    if number.blank:
        return "onbekend"
    about = "ca. " if number.circa else ""
    low, high = (None if bound is None else write(bound) for bound in (number.low, number.high))
    if low is not None and low == high:
        text = f"{about}{low}"
    elif low is None and high is None:
        text = "alles"
    elif high is None:
        text = f"{about}{low} of meer"
    elif low is None:
        text = f"{about}ten hoogste {high}"
    else:
        text = f"{about}{low} tot {high}"
    if number.missing:
        text += f", zonder {apart(number.missing)}"
    return text if low == high and not number.missing and not text.startswith("-") else f"({text})"


def _change(number: Change, write: Callable[[Bound], str]) -> str:
    """Return a change inside a formula: `130`, `(laagste 50, hoogste -40)`, `(laagste 0, hoogste 1 open eind meer)`."""
    low, high = (
        open_ends(opened) if opened else write(bound)
        for bound, opened in zip((number.low or 0, number.high or 0), number.opened, strict=True)
    )
    text = f"{'ca. ' if number.circa else ''}{low if low == high else f'laagste {low}, hoogste {high}'}"
    lacks = [f"{word} {apart(of)}" for word, of in (("erbij", number.missing), ("minder", number.fewer)) if of]
    plain = low == high and not lacks and not text.startswith("-") and not number.opened[0]
    return text if plain else f"({', '.join((text, *lacks))})"


def formula(figure: Figure) -> str:
    """Return name and formula: `nog hard te maken = ambitie - hard`, `dekking = beschikbaar / opgave`."""
    if figure.op is Op.GEGEVEN:
        return f"{_name(figure)} (gegeven)"
    if figure.op is Op.RECORDS or not figure.parts:
        return f"{_name(figure)} = som van {amount(len(figure.parts), *_kind(figure.parts))}"
    names = [_name(part) for part in figure.parts]
    if figure.op is Op.STUK:
        return f"{_name(figure)} = {names[0]}, {_piece(figure)}"
    remark = f", {_REMARKS[figure.op]}" if figure.op in _REMARKS else ""
    return f"{_name(figure)} = {in_formula(figure, names)}{remark}"


def worked(figure: Figure, end: int) -> str:
    """Return one end (0 is low, 1 is high) worked out with its numbers in place."""
    result = term(figure.ends[end])
    if figure.op is Op.GEGEVEN:
        return result
    if not figure.parts:
        return f"geen delen = {result}"
    if figure.op is Op.STUK:
        return f"{term(figure.parts[0].ends[end])} = {result} ({_piece(figure)})"
    remark = f" ({_REMARKS[figure.op]})" if figure.op in _REMARKS else ""
    return f"{_numbers(figure, end)} = {result}{remark}"


def _numbers(figure: Figure, end: int) -> str:
    if len(figure.parts) <= FEW:
        # Where the source calls the ratio itself approximate, the mark in the result has no other cause.
        mark = figure.op is Op.AANDEEL and figure.ends[end].circa and not figure.parts[0].ends[end].circa
        return f"{'ca. ' if mark else ''}{in_formula(figure, [term(part.ends[end]) for part in figure.parts])}"
    terms = f"som van de {len(_long(figure))} {_kind(_long(figure))[1]} hieronder"
    if not _first_apart(figure):
        return terms
    sign = f", {LIMITS[figure.op]}" if figure.op in LIMITS else " -"
    return f"{term(figure.parts[0].ends[end])}{sign} {terms}"


def _first_apart(figure: Figure) -> bool:
    """Whether the first part of a long formula is no record like the others: what they are taken from, or held to."""
    return figure.op in LIMITS or SIGNS[figure.op] == "-"


def _long(figure: Figure) -> Sequence[Figure]:
    """Return the parts of a long formula that stand under it; what they are taken from stands in the formula."""
    return figure.parts[1:] if _first_apart(figure) else figure.parts


def _piece(figure: Figure) -> str:
    number, count = figure.ratio or (1, 1)
    return f"stuk {number} van {count}"


def _in_the_table(figure: Figure, look: Look) -> list[tuple[str, str]]:
    """Return the line with what the table shows, where that is not the exact number itself."""
    if look.unit is None and all(_is_whole(end) for end in figure.ends):
        return []
    return [("in de tabel", _both(_shown(end, look) for end in figure.ends))]


def _both(ends: Iterable[str]) -> str:
    low, high = ends
    return low if low == high else f"{ENDS[0]} {low}, {ENDS[1]} {high}"


def _is_whole(number: Number) -> bool:
    return number.blank or all(bound is None or bound.denominator == 1 for bound in (number.low, number.high))


def _shown(number: Number, look: Look) -> str:
    def write(bound: Bound) -> str:
        return decimal(Fraction(look.shown(bound) or 0), look.places)

    if not number.applies:
        return NOT_APPLICABLE
    unit = "" if look.unit is None else "%" if look.unit is Unit.PERCENT else f" {look.unit}"
    return f"{term(number, write)}{unit}{' (naar beneden afgerond)' if look.down else ''}"


def _register_of(registers: tuple[Dataset, ...], origin: Origin | None) -> Dataset:
    """Return the register with the file that something stands in."""
    if origin is None or len(registers) == 1:
        return registers[0]
    holders = (d for d in registers if any(invoer.bestand == origin.file for invoer in d.invoer))
    return next(holders, registers[0])


def _taken_apart(registers: tuple[Dataset, ...], figure: Figure) -> Figure:
    return broken_down(_register_of(registers, figure.origin), figure)


def passages(
    registers: tuple[Dataset, ...], figure: Figure, depth: int, look: Look | None = HOMES, level: int = 0
) -> Iterator[Passage]:
    """Yield a figure and, to ``depth`` levels, what it was made of.

    Args:
        registers: The register that it was computed from, and an earlier state where it holds one against the other.
        figure: The figure.
        depth: How many levels of parts are shown (0: the figure alone).
        look: How the table writes it; None for a part, which may stand in no table, or be rounded otherwise there.
        level: How deep it stands under the figure that was asked for.
    """
    figure = _taken_apart(registers, figure)
    low, high = (worked(figure, end) for end in (0, 1))
    items = [("beide grenzen", low)] if low == high else [(ENDS[0], low), (ENDS[1], high)]
    items += _in_the_table(figure, look) if look else []
    items += _origin(_register_of(registers, figure.origin), figure.origin)
    listed: Sequence[Figure] = ()
    if len(figure.parts) > FEW:
        listed = _long(figure)
    elif figure.op is Op.RECORDS and (depth > 0 or len(figure.parts) <= SINGLE):
        listed = figure.parts
    items += [(_name(part), _record_line(_register_of(registers, part.origin), part)) for part in listed]
    yield Passage(figure.name, formula(figure), tuple(items), level)
    if depth <= 0:
        return
    # A record that stands in the list with its source says nothing more in a passage of its own.
    seen = {id(part) for part in listed if not _taken_apart(registers, part).parts}
    for part in figure.parts:
        if id(part) not in seen:
            seen.add(id(part))
            yield from passages(registers, part, depth - 1, None, level + 1)


def _record_line(dataset: Dataset, part: Figure) -> str:
    texts = [_both(map(term, part.ends)), part.label]
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
    lines = {
        "bron": f"{title}, {source.vindplaats}" if source.vindplaats else title,
        "woord in de bron": origin.word,
        "peildatum": dutch_date(source.peildatum) if source.peildatum else "",
        "herkomst": "" if source.herkomst is Herkomst.BRON else spoken(source.herkomst),
        "register": _register(dataset, origin),
    }
    return [(label, text) for label, text in lines.items() if text]


def _register(dataset: Dataset, origin: Origin) -> str:
    invoer = next((i for i in dataset.invoer if i.bestand == origin.file), None)
    # What readers may see a part of only has no lines: they would tell how much stands between the records.
    place = (str(invoer.positions.place(origin.path)) if invoer else "") or origin.file
    return f"{place} ({origin.record})"
