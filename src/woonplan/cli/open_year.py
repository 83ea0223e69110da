"""The register as the readers of a report may see it, for the report itself and for an explanation of its numbers."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from woonplan.calc.confidential import visible_together
from woonplan.calc.lists.listing import year_spans
from woonplan.calc.report.monitor import states_at, year_end
from woonplan.cli.beside import open_agenda
from woonplan.cli.choices import Asked, readers, view
from woonplan.cli.session import open_register, read_quietly
from woonplan.cli.streams import NoWorkError
from woonplan.load.shape import sharing
from woonplan.load.states import find_states
from woonplan.model.base import first_day
from woonplan.model.dataset import Dataset
from woonplan.model.vocabulary import Vertrouwelijkheid
from woonplan.report.yearly.year import Year


def open_year(asked: Asked, jaar: int) -> Year:
    """Return what a report of a year is made from: the state of the year, and the one to hold it against if any.

    What readers of the level may not see is left out here, before anything is computed: what is confidential in one
    state is left out of both.
    """
    level = readers(asked, Vertrouwelijkheid.OPENBAAR)
    chosen = asked.plannen if asked.plannen is not None else _of_year(asked.data, jaar)
    paths = (chosen, asked.vergelijk) if asked.vergelijk else (chosen,)
    states = [open_register(asked.data, path, level) for path in paths]
    _refuse_unknown(asked.data, jaar, states[0])
    seen, *earlier = visible_together(states, level)
    asks = view(seen, asked).question
    agenda, invoer, _ = open_agenda(asked.data, seen)
    before = None if earlier else _before(asked.data, states[0], level)
    return Year(jaar, seen, asks, agenda, invoer, earlier[0] if earlier else None, before)


def _before(data: Path, now: Dataset, level: Vertrouwelijkheid) -> tuple[Dataset, Dataset] | None:
    """Return the last state before this one and this one, as readers may see them together.

    None where there is none, or several of one date, or where it cannot be used: the report is not about it.
    """
    day = first_day(now.stand.kop.peildatum)
    dated = [(first_day(state.peildatum), state.path) for state in find_states(data) if state.peildatum is not None]
    earlier = [found for found in dated if found[0] < day]
    last = [path for date, path in earlier if date == max(earlier)[0]]
    if len(last) != 1:
        return None
    with sharing({plan.id: plan for plan in now.stand.plannen}):
        old = read_quietly(data, last[0])
    if old is None:
        return None
    was, is_ = visible_together((old, now), level)
    return was, is_


def _refuse_unknown(data: Path, jaar: int, dataset: Dataset) -> None:
    """Refuse a year of which the register has neither a stock nor a state; a state is of its year, or ends the last."""
    dates = [state.peildatum for state in find_states(data) if state.peildatum is not None]
    days = [first_day(peildatum) for peildatum in (*dates, dataset.stand.kop.peildatum)]
    stock = {int(year) for gemeente in dataset.gebied.gemeenten for year in gemeente.voorraad}
    known = stock.union(*({day.year, (day - timedelta(days=1)).year} for day in days))
    if jaar in known:
        return
    there = [year for year in known if min(days) <= year_end(year)]
    raise NoWorkError(f"over {jaar} staat niets in het register; wel over {year_spans(there)}.")


def _of_year(data: Path, jaar: int) -> Path | None:
    """Return the state that belongs to a year; None is the standard one. Refuse where there is none, or more than one.

    Where no state has a reference date the loader says why, or what is missing.
    """
    dated = [(state.peildatum, state.path) for state in find_states(data) if state.peildatum is not None]
    found = states_at(dated, jaar)
    if len(found) > 1:
        names = ", ".join(path.as_posix() for path in found)
        raise NoWorkError(f"meer dan een stand hoort bij eind {jaar}: {names}. Kies er een met --plannen.")
    if dated and not found:
        dates = ", ".join(f"{path.as_posix()} ({peildatum})" for peildatum, path in dated)
        raise NoWorkError(f"geen stand van eind {jaar} of eerder; wel: {dates}. Kies er een met --plannen.")
    return next(iter(found), None)
