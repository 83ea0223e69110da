"""The reference date of a state against everything else that has a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from woonplan.calc.question import Question, opgavenset, telling
from woonplan.calc.target.period import Period
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity, quote
from woonplan.model.base import first_day, years_of
from woonplan.model.stand import Standdeel
from woonplan.rule import Example, plan_text

FAR = 5
"""Years before the first delivery, or before the period of the target, from which a reference date is far off."""

FEW = 3
"""Plans with years of delivery below which their years say nothing of the reference date."""

_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def _far_off(subject: Subject) -> Iterator[Outcome]:
    """Yield the files of which the reference date lies far from the years in them, their name and the target."""
    opgave = opgavenset(subject.dataset, Question())
    period = Period.of(telling(opgave, Question())) if opgave else None
    for standdeel in subject.dataset.stand.delen:
        reasons = [*_of_name(standdeel), *_of_years(standdeel), *_of_period(standdeel, period)]
        if reasons:
            place = standdeel.invoer.positions.place(("peildatum",))
            yield WP332.at(place, f"peildatum {standdeel.inhoud.peildatum} ligt ver van de rest: {'; '.join(reasons)}")


def _of_name(standdeel: Standdeel) -> Iterator[str]:
    name = Path(standdeel.invoer.bestand).stem
    years = {int(year) for year in _YEAR.findall(name)}
    if years and all(abs(year - standdeel.vanaf) > 1 for year in years):
        yield f"het bestand heet {quote(name)}"


def _of_years(standdeel: Standdeel) -> Iterator[str]:
    found = [
        [year for periode, homes in plan.oplevering.items() if homes for year in years_of(periode) or ()]
        for plan in standdeel.inhoud.plannen
        if plan.oplevering
    ]
    years = [year for of_plan in found for year in of_plan]
    if sum(map(bool, found)) < FEW:
        return
    if min(years) > standdeel.vanaf + FAR:
        yield f"de eerste oplevering is in {min(years)}"
    elif max(years) < standdeel.vanaf:
        yield f"de laatste oplevering is in {max(years)}"


def _of_period(standdeel: Standdeel, period: Period | None) -> Iterator[str]:
    if period is None:
        return
    day = first_day(standdeel.inhoud.peildatum)
    if day.year < period.van.year - FAR or day > period.tot:
        yield f"de periode van de opgave loopt van {period.van.isoformat()} tot {period.tot.isoformat()}"


def _dated(day: str) -> str:
    head = f"versie: 1\npeildatum: {day}\nbron: nota\nplannen:\n"
    return head + plan_text("hofjes", "woningen: 30", "gerealiseerd: 0", "oplevering: {2026: 30}")


WP332 = Check(
    code="WP332",
    naam="peildatum ligt ver van de rest",
    wat=(
        f"Meldt een peildatum die meer dan {FAR} jaar voor de eerste oplevering ligt of na de laatste (van minstens "
        f"{FEW} plannen), meer dan {FAR} jaar voor de periode van de opgave (de standaardlezing in gemeenten.yaml) of "
        "erna, of die een ander jaar noemt dan de naam van het bestand."
    ),
    waarom=(
        "Wat voor de peildatum ligt is gebouwd, en wat erna ligt nog niet: een verschreven jaar verandert de hele "
        "balans zonder dat er iets aan te zien is."
    ),
    oplossing="Verbeter de peildatum, of de jaren bij 'oplevering'.",
    hint="Controleer het jaar van de peildatum.",
    fout=Example(_dated("2012-01-01"), 2, 12),
    goed=Example(_dated("2021-01-01")),
    severity=Severity.WAARSCHUWING,
    find=_far_off,
)
"""A reference date far from everything else."""
