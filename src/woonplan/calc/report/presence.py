"""Which fields of the plans are filled in, and for how many homes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from woonplan.calc.capacity.counts import contributions_figure
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.capacity.selection import Share, in_one_row
from woonplan.calc.capacity.sums import BOTH, silent_figures
from woonplan.calc.gap.crossed import by_gemeente
from woonplan.calc.number.figure import Figure
from woonplan.calc.number.sums import counted
from woonplan.calc.report.segments import figures_of
from woonplan.calc.view import View
from woonplan.model.control import Planklasse
from woonplan.model.plan import Plan
from woonplan.model.split import SPLITS

_COUNTS = BOTH | {Planklasse.ONBEKEND}


def _given(key: str) -> Callable[[Plan], bool]:
    return lambda plan: getattr(plan, key) is not None


FIELDS: Mapping[str, Callable[[Plan], bool]] = {
    **{key: _given(key) for key in (*SPLITS, "woonmilieu", "plantype")},
    "opdrachtgever": lambda plan: plan.opdrachtgever not in (None, "onbekend"),
    **{key: _given(key) for key in ("strategie", "afwegingskader")},
    "oplevering": lambda plan: bool(plan.oplevering),
}
"""The fields by their keys, and whether a plan has one: of a split, that there is one, whatever it leaves open."""


@dataclass(frozen=True, slots=True)
class Presence:
    """One field: the homes of the plans that have it and of those that have not, and how many plans those are."""

    veld: str
    met: Figure
    zonder: Figure
    plannen_met: Figure
    plannen: Figure


def presence(view: View, shares: Iterable[Share], quiet: Collection[str]) -> tuple[Presence, ...]:
    """Return every field of some records that count as capacity, or may.

    Args:
        view: The register and the question.
        shares: What the records add.
        quiet: The municipalities among those asked for that have no record: what they plan is unknown.
    """
    counts = [s for s in shares if s.contribution.kind.telt_mee and s.contribution.klasse in _COUNTS]
    nobody = silent_figures(quiet, view.silence)
    return tuple(_field(veld, there, counts, nobody) for veld, there in FIELDS.items())


def _field(veld: str, there: Callable[[Plan], bool], shares: Iterable[Share], nobody: list[Figure]) -> Presence:
    own: list[Share] = []
    other: list[Share] = []
    for share in shares:
        (own if there(share.contribution.plan) else other).append(share)
    sums = (
        counted(name, label, [*figures_of(in_one_row(found)), *nobody])
        for name, label, found in (("met", f"woningen met {veld}", own), ("zonder", f"woningen zonder {veld}", other))
    )
    records = (_plans(found) for found in (own, [*own, *other]))
    names = (("plannen_met", f"plannen met {veld}"), ("plannen", "plannen"))
    counts = (contributions_figure(*name, found) for name, found in zip(names, records, strict=True))
    return Presence(veld, *sums, *counts)


def _plans(shares: Iterable[Share]) -> Iterable[Contribution]:
    """Return the records, each once, without those of which only an unknown part may lie here."""
    return {s.contribution.plan.id: s.contribution for s in shares if not s.undivided}.values()


def presence_by_gemeente(view: View) -> dict[str, tuple[Presence, ...]]:
    """Return every field per municipality that is asked for, and under an empty name for what is divided over none."""
    shares = by_gemeente(view)
    quiet = {name for names in view.zonder_plannen.values() for name in names}
    names = [g.naam for g in view.gemeenten]
    return {
        **{name: presence(view, shares.get(name, ()), {name} & quiet) for name in names},
        "": presence(view, shares.get("", ()), ()),
    }
