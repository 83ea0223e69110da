"""What the user asked for against what the register has: names become values, or a message with the nearest name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from woonplan.calc.question import NO_BUFFER, Question, Tegen
from woonplan.calc.view import View
from woonplan.diagnostics import quote
from woonplan.load.nearest import suggestion
from woonplan.model.dataset import Dataset
from woonplan.model.statussen import Planstatus
from woonplan.model.target import RuimereProgrammering
from woonplan.model.vocabulary import Strategie

E = TypeVar("E", bound=StrEnum)


@dataclass
class Asked:
    """The options of a command as typed."""

    gemeenten: list[str] = field(default_factory=list)
    statussen: list[str] = field(default_factory=list)
    strategieen: list[str] = field(default_factory=list)
    opgaven: list[str] = field(default_factory=list)
    telling: str | None = None
    netto: bool = False
    tegen: Tegen = Tegen.AMBITIE
    spreid: bool = False
    buffer: int | None = None
    """In per cent, from 0 to 100."""


def question(dataset: Dataset, asked: Asked) -> tuple[Question | None, list[str]]:
    """Return the question, or None and what is wrong with it."""
    wrong: list[str] = []
    gemeenten = _gemeenten(dataset, asked.gemeenten, wrong)
    statussen = {value(Planstatus, text, "status", wrong) for text in asked.statussen}
    strategieen = {value(Strategie, text, "strategie", wrong) for text in asked.strategieen}
    opgave, uitspraken = _opgaven(dataset, asked.opgaven, wrong)
    sets = {s.id: s for s in dataset.gebied.opgaven}
    chosen = sets.get(opgave) if opgave else next((s for s in sets.values() if s.standaard), None)
    if asked.telling is not None:
        readings = [t.id for t in chosen.tellingen] if chosen else []
        if asked.telling not in readings:
            wrong.append(_unknown("telling", asked.telling, readings))
    if wrong:
        return None, wrong
    asks = Question(
        gemeenten=gemeenten,
        statussen=frozenset(s for s in statussen if s),
        strategieen=frozenset(s for s in strategieen if s),
        netto=asked.netto,
        tegen=asked.tegen,
        opgave=opgave,
        telling=asked.telling,
        uitspraken=uitspraken,
        spreid=asked.spreid,
        buffer=Fraction(asked.buffer, 100) if asked.buffer else NO_BUFFER,
    )
    return (None, [TWICE]) if asks.buffer and _has_room(View(dataset, asks)) else (asks, [])


TWICE = "--buffer: deze opgave houdt volgens de bron al rekening met planuitval; een buffer telt dat dubbel."


def _has_room(view: View) -> bool:
    """Whether the target holds room for plans that fail already, so that a buffer would be counted twice."""
    found = [view.stated(view.question.tegen.soort, area) for area in view.areas]
    # Without a target for one of the areas there is none for them together, and nothing that a buffer comes on top of.
    if found[0] is None or None in found:
        return False
    return found[0].uitspraak.ruimere_programmering is RuimereProgrammering.INBEGREPEN


def _gemeenten(dataset: Dataset, names: list[str], wrong: list[str]) -> tuple[str, ...]:
    found = []
    for name in names:
        gemeente = dataset.gemeente(name)
        if gemeente is None:
            wrong.append(_unknown("gemeente", name, [g.naam for g in dataset.gebied.gemeenten]))
        elif gemeente.naam not in found:
            found.append(gemeente.naam)
    return tuple(found)


def value(kind: type[E], text: str, what: str, wrong: list[str], *more: str) -> E | None:
    """Return the value of a closed list with this name; add to ``wrong`` and return None when there is none.

    ``more`` are words that would have been right as well.
    """
    by_name = {str(v).casefold(): v for v in kind}
    found = by_name.get(text.casefold())
    if found is None:
        wrong.append(_unknown(what, text, [*map(str, kind), *more]))
    return found


def _opgaven(dataset: Dataset, names: list[str], wrong: list[str]) -> tuple[str | None, tuple[str, ...]]:
    sets = {s.id: s for s in dataset.gebied.opgaven}
    uitspraken = {u.id: s.id for s in dataset.gebied.opgaven for u in s.uitspraken}
    chosen: list[str] = []
    statements: list[str] = []
    for name in names:
        if name in sets:
            chosen.append(name)
        elif name in uitspraken:
            statements.append(name)
            chosen.append(uitspraken[name])
        else:
            wrong.append(_unknown("opgave", name, [*sets, *uitspraken]))
    if len(set(chosen)) > 1:
        wrong.append(f"--opgave noemt meer dan een set ({', '.join(sorted(set(chosen)))}); kies er een.")
    return (chosen[0] if chosen else None), tuple(statements)


def _unknown(what: str, text: str, known: Iterable[str]) -> str:
    known = list(known)
    hint = suggestion(text, known) or (f"Mogelijk: {', '.join(known)}." if known else "Het register heeft er geen.")
    return f"{what} {quote(text)} bestaat niet. {hint}"
