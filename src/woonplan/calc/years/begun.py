"""The hard plans that an agenda began with: what of them is built, and when the rest is to be delivered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from woonplan.calc.number.bounds import perhaps
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import counted
from woonplan.calc.view import View
from woonplan.calc.years.planned import planned
from woonplan.model.base import first_day
from woonplan.model.control import Planklasse
from woonplan.model.gemis import Gemis
from woonplan.model.number import UNKNOWN, Way, exactly, unknown
from woonplan.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Begun:
    """The homes of hard plans of the begin by when they are delivered; what is not known to be of then may be."""

    gerealiseerd: Figure
    """Delivered up to the reference date, as far as plans say so."""
    op_tijd: Figure
    later: Figure
    zonder_jaar: Figure


def hard_at(plan: Plan, state: date, begin: date) -> bool | None:
    """Return whether a plan that is hard now was so when the period began; None when it is not known."""
    if state <= begin:
        return True
    return None if plan.jaar_hard is None else plan.jaar_hard < begin.year


def begun(view: View, begin: date, until: int) -> Begun:
    """Return the hard plans of ``begin`` by whether they are delivered in or before a year (``until``, inclusive)."""
    state = first_day(view.dataset.stand.kop.peildatum)
    plans = {c.plan.id: c for c in view.records}
    parts: dict[str, list[Figure]] = {"op_tijd": [], "later": [], "zonder_jaar": []}
    done: list[Figure] = []
    for one in planned(view):
        record = plans.get(one.name)
        since = hard_at(record.plan, state, begin) if record and one.klasse is Planklasse.HARD else False
        if record is None or since is False:
            continue
        for years, homes in one.when.items():
            whole = one.figure(homes, years)
            keys = _when(years, until)
            sure = since and len(keys) == 1
            for key in keys:
                parts[key].append(whole if sure else perhaps(whole.name, whole.label, whole))
            if years is None and not (homes.zero and not homes.missing):
                # What has no year may come in time, or later.
                loose = given(f"{one.name}.deel", one.label, unknown(Gemis.JAAR, Way.UP).of(one.name), record.origin)
                parts["op_tijd"].append(loose)
                parts["later"].append(loose)
        number = UNKNOWN if record.plan.gerealiseerd is None else exactly(record.plan.gerealiseerd)
        built = given(record.plan.id, record.plan.naam, number, record.origin)
        done.append(built if since else perhaps(built.name, built.label, built))
    return Begun(
        counted("gerealiseerd", "al opgeleverd", done),
        *(counted(key, label, parts[key]) for key, label in _labels(until)),
    )


def _labels(until: int) -> Iterable[tuple[str, str]]:
    return (
        ("op_tijd", f"op te leveren tot en met {until}"),
        ("later", f"op te leveren na {until}"),
        ("zonder_jaar", "zonder jaar van oplevering"),
    )


def _when(years: tuple[int, int] | None, until: int) -> tuple[str, ...]:
    if years is None:
        return ("zonder_jaar",)
    first, last = years
    return tuple(key for key, there in (("op_tijd", first <= until), ("later", last > until)) if there)
