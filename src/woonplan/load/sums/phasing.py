"""Homes by year of delivery, and demolition by year: no year twice, and together what is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from woonplan.diagnostics import Diagnostic, Severity, quote
from woonplan.load.context import PlanRow
from woonplan.model.base import years_of
from woonplan.model.number import Bound, Number, exactly
from woonplan.model.restant import achterstallig
from woonplan.rule import Example, Rule, plan_text

WP305 = Rule(
    code="WP305",
    naam="perioden overlappen",
    wat="Bij 'oplevering' of 'sloop_jaar' valt een jaar in twee perioden.",
    waarom="Woningen in dat jaar zijn niet aan een van de twee toe te wijzen.",
    oplossing="Laat elk jaar maar in een periode vallen.",
    fout=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2025-2027: 20, 2027: 10}"), 5, 33),
    goed=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2025-2026: 20, 2027: 10}")),
)
"""Periods that overlap."""

WP306 = Rule(
    code="WP306",
    naam="jaren tellen niet op",
    wat=(
        "De aantallen bij 'oplevering' tellen niet op tot het restant, of die bij 'sloop_jaar' niet tot wat nog te "
        "slopen is. Blijven jaren van voor de peildatum staan, dan mogen alle jaren samen ook optellen tot woningen "
        "(of sloop), als in die jaren minstens staat wat al klaar is. Is niet bekend wat klaar is, dan mogen de jaren "
        "niet meer zijn dan woningen. Van een aantal dat 'circa' is mogen zij de marge afwijken."
    ),
    waarom="Van woningen die nergens staan weet niemand of zij binnen de periode van de opgave vallen.",
    oplossing="Zet wat nog geen jaar heeft bij 'onbekend', en haal weg wat er te veel staat.",
    fout=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2026: 20}"), 5, 5),
    goed=Example(plan_text("beekstraat", "restant: 30", "oplevering: {2026: 20, onbekend: 10}")),
)
"""Years that do not add up."""

WP318 = Rule(
    code="WP318",
    naam="woningen achterstallig",
    wat=(
        "Bij 'oplevering' of 'sloop_jaar' staan woningen in een jaar voor dat van de peildatum die nog niet gebouwd of "
        "gesloopt zijn. Zij tellen mee als nog te doen, zonder jaar."
    ),
    waarom="De planning is niet bijgewerkt: niemand heeft gezegd wanneer deze woningen alsnog komen.",
    oplossing=(
        "Geef ze een nieuw jaar of zet ze bij 'onbekend'. Is het al gebeurd, werk dan 'gerealiseerd', 'restant' "
        "of 'sloop_gerealiseerd' bij."
    ),
    fout=Example(plan_text("beekstraat", "woningen: 30", "gerealiseerd: 0", "oplevering: {2012: 30}"), 6, 5),
    goed=Example(plan_text("beekstraat", "woningen: 30", "gerealiseerd: 30", "oplevering: {2012: 30}")),
    severity=Severity.WAARSCHUWING,
)
"""Homes that are overdue."""


class Counted(NamedTuple):
    """What years have to add up to, with the words for it."""

    left: Number | None
    """What is still to come; None where that is not known."""
    of_left: str
    whole: Number | None
    """What there is in all; None where that is not known."""
    of_whole: str
    done: Bound
    """What of it is there already, at the least."""


def homes_counted(row: PlanRow, number: Number | None) -> Counted:
    """Return what the years of delivery of a record have to add up to; ``number`` is how many homes it has."""
    left = row.left if row.kind.has_delivered and not row.left.blank else None
    done: Bound = row.plan.gerealiseerd or 0
    if row.plan.restant is not None and number is not None:
        done = max((number - row.left).low or 0, done)
    return Counted(left, "het restant", number, "woningen", done)


def demolition_counted(sloop: int | None, done: int | None, left_over: int | None = None) -> Counted:
    """Return what the years of demolition have to add up to, of a number of which some may be done."""
    whole = None if sloop is None else exactly(sloop)
    left = None if sloop is None or done is None else exactly(max(sloop - done, 0))
    if left_over is not None:
        left, done = exactly(left_over), max((sloop or 0) - left_over, 0)
    return Counted(left, "nog te slopen", whole, "sloop", done or 0)


def phasing(row: PlanRow, key: str, fasering: Mapping[str, int], counted: Counted) -> Iterator[Diagnostic]:
    """Yield what is wrong with the homes by period under a key of a record."""
    for name, other in _overlaps(tuple(fasering)):
        yield row.finding(WP305, f"{key}: {quote(other)} overlapt met {quote(name)}", key, other, key=True)
    left, of_left, whole, of_whole, done = counted
    vanaf = row.standdeel.vanaf
    added, late = sum(fasering.values()), achterstallig(fasering, vanaf)
    if left is None:
        # Less is no mistake: what has no year may be there already.
        if whole is not None and whole.off(added) > 0:
            yield _apart(row, key, added, whole, of_whole)
        return
    off = left.off(added)
    if off and (off < 0 or not late or whole is None):
        yield _apart(row, key, added, left, of_left)
    elif off and whole is not None and whole.off(added):
        yield _apart(row, key, added, whole, of_whole)
    elif off and whole is not None and late < done - whole.marge:
        message = f"{key} voor {vanaf} telt op tot {late}, maar er zijn er {done} klaar"
        hint = f"Zet in de jaren voor {vanaf} alle {done} in plaats van {late}, of haal die jaren weg."
        yield row.finding(WP306, message, key, hint=hint, key=True)
    elif (overdue := late - done if off else late) > 0:
        homes = "1 woning is" if overdue == 1 else f"{overdue} woningen zijn"
        to_do = "te bouwen" if key == "oplevering" else "te slopen"
        yield row.finding(WP318, f"{homes} achterstallig: {key} voor {vanaf}, en nog {to_do}", key, key=True)


def _apart(row: PlanRow, key: str, added: int, homes: Number, what: str) -> Diagnostic:
    """Return that years add up to more or less than they have to."""
    too_much = homes.off(added) > 0
    bound = homes.high if too_much else homes.low
    word = "circa " if homes.circa else "" if homes.single else "ten hoogste " if too_much else "minstens "
    hint = (
        f"Breng {added} terug tot {bound} (wat al klaar is hoort er niet bij), of verhoog het aantal."
        if too_much
        else f"Van {bound} hebben er {added} een plaats: zet de rest bij 'onbekend', of verlaag het aantal."
    )
    return row.finding(WP306, f"{key} telt op tot {added}, maar {what} is {word}{bound}", key, hint=hint, key=True)


# Most plans of a register are phased in one of some hundred ways.
@lru_cache(maxsize=4096)
def _overlaps(perioden: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the periods that share a year with the one before them, each behind that one."""
    spans = sorted((years, periode) for periode in perioden if (years := years_of(periode)))
    return tuple((name, other) for (earlier, name), (later, other) in pairwise(spans) if later[0] <= earlier[1])
