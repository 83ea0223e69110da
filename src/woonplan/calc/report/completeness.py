"""The accounts of a register: of how many records something is not filled in, and what that leaves unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from woonplan.calc.capacity.counts import contributions_figure, gemeenten_figure
from woonplan.calc.capacity.records import Contribution
from woonplan.calc.gap.groups import grouped
from woonplan.calc.number.figure import Figure, given
from woonplan.calc.number.sums import ONE, counted
from woonplan.calc.question import By
from woonplan.calc.target.delivered import stock_of
from woonplan.calc.view import View
from woonplan.model.agenda import Agendabestand, Prijssoort
from woonplan.model.control import Planklasse
from woonplan.model.gemeente import Gemeente
from woonplan.model.plan import Plan
from woonplan.model.statussen import Planstatus

_ABSENT: dict[str, Callable[[Plan], bool]] = {
    "aantal": lambda plan: plan.number() is None and plan.restant is None,
    "planstatus": lambda plan: plan.planstatus is Planstatus.ONBEKEND,
    "planstatus_fijn": lambda plan: plan.planstatus in (Planstatus.HARD, Planstatus.ZACHT),
    "gerealiseerd": lambda plan: plan.gerealiseerd is None and plan.restant is None,
    "sloop": lambda plan: plan.sloop is None and plan.sloop_restant is None,
    "oplevering": lambda plan: not plan.oplevering,
    "plantype": lambda plan: plan.plantype is None,
    "betaalbaarheid": lambda plan: plan.betaalbaarheid is None,
    "woningtype": lambda plan: plan.woningtype is None,
    "knelpunten": lambda plan: not plan.knelpunten,
    "strategie": lambda plan: plan.strategie is None,
    "bijgewerkt": lambda plan: plan.bijgewerkt is None,
}


def accounts(view: View, agenda: Agendabestand | None, jaar: int) -> dict[str, tuple[Figure, Figure]]:
    """Return by what should be said how many do not say it, and how many should.

    Asked are the records that count or would count, hard, soft and of unknown status (for a year of conversion the soft
    ones only), the municipalities, and the kinds of price limit of the year.
    """
    asked = tuple(c for c in view.records if c.plan.telt_mee and c.klasse is not Planklasse.TELT_NIET)
    soft = tuple(c for c in asked if c.klasse is Planklasse.ZACHT)
    with_target = {group.key for group in grouped(view, By.GEMEENTE).groups if group.doel is not None}
    limits, label = agenda.prijsgrenzen if agenda else (), "soorten van prijsgrenzen"
    kinds = {soort: given(str(soort), str(soort), ONE) for soort in Prijssoort}
    there = {grens.soort for grens in limits if grens.jaar == jaar}
    return {
        **{key: _records((c for c in asked if absent(c.plan)), asked) for key, absent in _ABSENT.items()},
        "jaar_hard": _records((c for c in soft if c.plan.jaar_hard is None), soft),
        "voorraad": _gemeenten(view, (g for g in view.gemeenten if _no_stock(view, g, jaar))),
        "opgave": _gemeenten(view, (g for g in view.gemeenten if g.naam not in with_target)),
        "prijsgrenzen": (
            counted("ontbreekt", label, [figure for soort, figure in kinds.items() if soort not in there]),
            counted("van", label, [*kinds.values()]),
        ),
    }


def _records(without: Iterable[Contribution], asked: Iterable[Contribution]) -> tuple[Figure, Figure]:
    return contributions_figure("ontbreekt", "plannen", without), contributions_figure("van", "plannen", asked)


def _no_stock(view: View, gemeente: Gemeente, jaar: int) -> bool:
    return stock_of(view.dataset, gemeente, jaar, "saldo").low.unknown > 0


def _gemeenten(view: View, without: Iterable[Gemeente]) -> tuple[Figure, Figure]:
    return (
        gemeenten_figure("ontbreekt", "gemeenten", view.dataset, without),
        gemeenten_figure("van", "gemeenten", view.dataset, view.gemeenten),
    )
