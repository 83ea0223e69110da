"""The room for plans that fail which a target holds already, and what a factor for such plans (130%) is still for."""

from __future__ import annotations

from collections.abc import Iterable

from woonplan.calc.number.bounds import at_least_zero, at_most, perhaps, spanning
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.sums import added, subtracted
from woonplan.calc.target.demand import Area, Stated
from woonplan.calc.view import View
from woonplan.model.target import RuimereProgrammering


def room_held(view: View, areas: Iterable[Area | None]) -> Figure | None:
    """Return the part (homes) of the target of these areas together that holds over-programming already.

    None stands for the region among the areas, and for nothing that holds it as an answer. A part of which the source
    does not say how large it is may be anything up to all of the target.
    """
    found = [(area, view.stated(view.question.tegen.soort, area)) for area in areas]
    parts = [part for area, stated in found if stated is not None for part in _held(view, area, stated)]
    if len(parts) < 2:
        return parts[0] if parts else None
    return added("met_ruimere", "deel met ruimere programmering", parts)


def _held(view: View, area: Area | None, stated: Stated) -> tuple[Figure, ...]:
    ruimer, soort = stated.uitspraak.ruimere_programmering, stated.uitspraak.ruimere_programmering_in
    if ruimer is RuimereProgrammering.INBEGREPEN:
        return (stated.figure,)
    if ruimer is not RuimereProgrammering.DEELS_INBEGREPEN:
        return ()
    part = view.stated(soort, area) if soort else None
    return (part.figure if part else perhaps("deel", "een deel van onbekende grootte", stated.figure),)


def room_stated(view: View) -> tuple[Stated, ...]:
    """Return the statements that say how large a part of the target holds over-programming."""
    found = [(area, view.stated(view.question.tegen.soort, area)) for area in view.areas]
    parts = ((area, stated.uitspraak.ruimere_programmering_in) for area, stated in found if stated is not None)
    used = (view.stated(soort, area) for area, soort in parts if soort is not None)
    return tuple(stated for stated in used if stated is not None)


def without_room(homes: Figure, doel: Figure, held: Figure | None) -> Figure:
    """Return what of some homes that a target asks for lies outside the part that holds over-programming.

    Which of the two was delivered first is not known, nor which comes first: between all of that part that can be among
    these homes, and none of it.
    """
    if held is None:
        return homes
    rest = subtracted("opgave_buiten_deel", "opgave buiten het deel met ruimere programmering", doel, held)
    above = subtracted("boven_deel", "meer dan het deel", homes, held)
    within = at_most("binnen", "niet meer dan de opgave buiten het deel", homes, rest)
    least, most = at_least_zero("minst", "minstens", above), at_least_zero("meest", "ten hoogste", within)
    return spanning("buiten_deel", "buiten het deel met ruimere programmering", least, most)
