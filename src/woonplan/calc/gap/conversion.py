"""Hard and soft homes by the outcome of the qualitative framework, soft ones by the year in which they become hard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from woonplan.calc.capacity.selection import Share, in_one_row, nothing_in
from woonplan.calc.capacity.sums import BOTH, Shares, Sums
from woonplan.calc.gap.groups import grouped, grouped_shares
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.sums import together
from woonplan.calc.question import By
from woonplan.calc.target.period import Period
from woonplan.calc.view import View
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan

_COUNTS = BOTH | {Planklasse.ONBEKEND}


@dataclass(frozen=True, slots=True)
class Converted:
    """One row: homes by outcome, those without one last, and all of them (homes)."""

    key: str
    """`hard`, `zacht`, `totaal`, or a part of a class: `zacht.2026`, `zacht.zonder_jaar`, `hard.inbreiding`."""
    cells: tuple[Figure, ...]
    whole: Figure


@dataclass(frozen=True, slots=True)
class Conversion:
    """The rows, and the outcomes that are their columns."""

    outcomes: tuple[str, ...]
    """The last is empty: the outcome is not recorded."""
    rows: tuple[Converted, ...]


def conversion(view: View, frame: Period | None = None) -> Conversion:
    """Return the homes by class and outcome, soft ones by year of conversion, and what the frame does not hold for.

    Plans of unknown status may be hard or soft, so both rows have them, as a range; the total has them once.

    Args:
        view: The register and the question.
        frame: The days on which infill that starts is outside the quantitative frame; None: that is not agreed.
    """
    whole = grouped(view, By.AFWEGINGSKADER)
    counts = [s for s in view.itemised if s.contribution.kind.telt_mee and s.contribution.klasse in _COUNTS]
    soft = [s for s in counts if s.contribution.klasse is not Planklasse.HARD]
    years = sorted({year for s in soft if (year := s.contribution.plan.jaar_hard) is not None})
    sums = [group.sums for group in whole.groups]
    infill: list[Sums] = []
    if frame is not None:
        infill = _part(view, counts, lambda plan: outside_frame(plan, frame))
    rows = [_row("hard", [s.hard for s in sums], whole.total.sums.hard)]
    if infill:
        rows.append(_row("hard.inbreiding", [s.hard for s in infill[:-1]], infill[-1].hard))
    rows.append(_row("zacht", [s.zacht for s in sums], whole.total.sums.zacht))
    for year in years:
        found = _part(view, soft, partial(_in, year))
        rows.append(_row(f"zacht.{year}", [s.zacht for s in found[:-1]], found[-1].zacht))
    found = _part(view, soft, lambda plan: plan.jaar_hard is None)
    rows.append(_row("zacht.zonder_jaar", [s.zacht for s in found[:-1]], found[-1].zacht))
    if infill:
        rows.append(_row("zacht.inbreiding", [s.zacht for s in infill[:-1]], infill[-1].zacht))
    rows.append(_row("totaal", [_both(s) for s in sums], _both(whole.total.sums)))
    return Conversion(tuple(group.key for group in whole.groups), tuple(rows))


def _in(year: int, plan: Plan) -> bool | None:
    return None if plan.jaar_hard is None else plan.jaar_hard == year


def outside_frame(plan: Plan, frame: Period) -> bool | None:
    """Whether a plan is infill that starts within the term, so that no quantitative frame holds; None: not known."""
    if plan.plantype is not None and not plan.plantype.inbreiding:
        return False
    if plan.start is not None and not frame.touches(plan.start, plan.start):
        return False
    if plan.plantype is None or plan.start is None:
        return None
    return True if frame.holds(plan.start, plan.start) else None


def _part(view: View, shares: Iterable[Share], inside: Callable[[Plan], bool | None]) -> list[Sums]:
    """Return the sums of some records by outcome, and last of all of them; of one that may be, an unknown part."""
    found: list[Share] = []
    for share in shares:
        verdict = inside(share.contribution.plan)
        if verdict:
            found.append(share)
        elif verdict is None and not nothing_in(share):
            found.append(Share.unknown(share.contribution))
    groups, _ = grouped_shares(view, By.AFWEGINGSKADER, found, view.zonder_plannen)
    whole = Shares(in_one_row(found), view.silence).sums(klassen=view.klassen, unplaced=view.zonder_plannen)
    return [*(group.sums for group in groups), whole]


def _row(key: str, cells: Iterable[Figure], whole: Figure) -> Converted:
    return Converted(key, tuple(cells), whole)


def _both(sums: Sums) -> Figure:
    return together("samen", "hard + zacht", sums.samen)
