"""The statements of a set of targets as figures: which one is used, and what else was said."""

from __future__ import annotations

from typing import NamedTuple

from woonplan.calc.number.figure import Figure, Origin, given, target
from woonplan.calc.number.ratios import share
from woonplan.calc.number.sums import counted
from woonplan.model.dataset import Dataset
from woonplan.model.number import UNKNOWN, Precisie
from woonplan.model.stand import inherit
from woonplan.model.target import Opgavenset, SoortUitspraak, Uitspraak

LABELS = {
    SoortUitspraak.AMBITIE: "ambitie",
    SoortUitspraak.LOKALE_BEHOEFTE: "lokale behoefte",
    SoortUitspraak.EXTRA_OPGAVE: "extra opgave",
    SoortUitspraak.TEMPO: "tempo (woningen per jaar)",
    SoortUitspraak.AANDEEL: "aandeel",
    SoortUitspraak.EXTRA_RUIMTE: "extra ruimte (voornemen)",
    SoortUitspraak.UITBREIDING_HARD: "uitbreiding hard volgens de bron",
}


class Area(NamedTuple):
    """An area that a statement is about: a kind (`regio`, `gemeente`, `provincie`) and a name."""

    kind: str
    name: str


class Stated(NamedTuple):
    """A statement that is computed with, and the other statements of the same quantity."""

    uitspraak: Uitspraak
    figure: Figure
    others: tuple[Uitspraak, ...]


def region(dataset: Dataset) -> Area:
    """Return the area of the whole register."""
    return Area("regio", dataset.gebied.regio.naam)


def stated(
    dataset: Dataset, opgave: Opgavenset, soort: SoortUitspraak, area: Area, preferred: tuple[str, ...] = ()
) -> Stated | None:
    """Return the statement of a quantity for an area that is used, or None when there is none.

    A municipality that others became part of, whole, has what was stated of them: a new one where it has no statement
    of its own and all of them have, one that was there already beside its own.

    Args:
        dataset: The register.
        opgave: The set of targets to look in.
        soort: The quantity.
        area: The area.
        preferred: Ids of statements to use instead of those marked `gebruikt`.
    """
    own = _own(dataset, opgave, soort, area, preferred)
    gemeente = dataset.genoemd(area.name) if area.kind == "gemeente" else None
    before = dataset.voorgangers(gemeente) if gemeente is not None else ()
    if gemeente is None or not before or (own is not None and gemeente.van is not None):
        return own
    parts = [own] if gemeente.van is None else []
    for other in before:
        whole = len(other.opgegaan_in) == 1
        parts.append(stated(dataset, opgave, soort, Area("gemeente", other.naam), preferred) if whole else None)
    known = [part for part in parts if part is not None]
    if own is None and len(known) < len(parts):
        return None
    if len(known) == 1:
        return known[0]
    figures = [part.figure for part in known]
    return Stated(known[0].uitspraak, counted(str(soort), f"{LABELS[soort]} {area.name}", figures), ())


def _own(
    dataset: Dataset, opgave: Opgavenset, soort: SoortUitspraak, area: Area, preferred: tuple[str, ...]
) -> Stated | None:
    found = dataset.uitspraken_over(opgave, soort, area.kind, area.name)
    chosen = next((u for u in found if u.id in preferred), None)
    chosen = chosen or next((u for u in found if u.gebruikt), found[0] if len(found) == 1 else None)
    if chosen is None:
        return None
    figure = statement_figure(dataset, opgave, chosen)
    return Stated(chosen, figure, tuple(u for u in found if u is not chosen)) if figure else None


def statement_figure(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> Figure | None:
    """Return one statement as a figure, a share computed from the statement it is a share of; None when unknown."""
    origin = statement_origin(dataset, opgave, uitspraak)
    name, label = str(uitspraak.soort), _label(dataset, uitspraak)
    if uitspraak.soort is SoortUitspraak.AANDEEL:
        every = ((one, part) for one in dataset.gebied.opgaven for part in one.uitspraken)
        whole = next((pair for pair in every if pair[1].id == uitspraak.van_uitspraak), None)
        base = statement_figure(dataset, *whole) if whole else None
        if base is None or not uitspraak.noemer or uitspraak.teller is None:
            return None
        circa = uitspraak.precisie is Precisie.CIRCA
        return share(name, label, base, (uitspraak.teller, uitspraak.noemer), origin, circa=circa)
    number = uitspraak.number()
    return target(name, label, number, origin) if number else None


def listed_statement(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> Figure:
    """Return one statement as a figure, also when it has no number: a list shows that it is unknown."""
    figure, origin = statement_figure(dataset, opgave, uitspraak), statement_origin(dataset, opgave, uitspraak)
    return figure or given(str(uitspraak.soort), _label(dataset, uitspraak), UNKNOWN, origin)


def _label(dataset: Dataset, uitspraak: Uitspraak) -> str:
    """Return the name of the quantity, with the area where that is not the region of the register."""
    label, area = LABELS[uitspraak.soort], uitspraak.gemeente or uitspraak.regio or uitspraak.provincie
    own = uitspraak.soort is not SoortUitspraak.AANDEEL and area == dataset.gebied.regio.naam
    return label if own else f"{label} {area}"


def statement_origin(dataset: Dataset, opgave: Opgavenset, uitspraak: Uitspraak) -> Origin:
    """Return where a statement stands: in its document, and in the register."""
    path = ("opgaven", *dataset.place_of_uitspraak(uitspraak))
    word = uitspraak.precisiewoord or (None if uitspraak.precisie == "exact" else str(uitspraak.precisie))
    return Origin(inherit(uitspraak, opgave), uitspraak.id, path, dataset.gebied_invoer.bestand, word)
