"""The yearly inventory: how old it may be, and what it must say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from woonplan.calc.target.period import months_later
from woonplan.checks.judging import agreed, agreement, each, filled_in, not_agreed
from woonplan.checks.subject import Check, Outcome, Record, Subject
from woonplan.diagnostics import Severity
from woonplan.model.agenda import Afspraaksoort
from woonplan.model.base import first_day
from woonplan.model.parameter import Eenheid
from woonplan.model.vocabulary import Soort
from woonplan.numerals import listing, plural
from woonplan.rule import Example, plan_text

MONTH = "inventarisatie-maand"

DAY = "inventarisatie-dag"


def _outdated(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when the state is from before the round of the last inventory."""
    if subject.peildatum is None:
        return
    month, day = agreed(subject, MONTH, Eenheid.KALENDERMAAND), agreed(subject, DAY, Eenheid.DAG_VAN_DE_MAAND)
    if month is None or day is None:
        yield not_agreed(WP414, MONTH if month is None else DAY)
        return
    try:
        last = last_deadline(first_day(subject.peildatum), month.waarde, day.waarde)
    except ValueError:
        yield not_agreed(WP414, DAY)
        return
    begin = months_later(last, -12)
    kop = subject.dataset.stand.kop
    if _day_after(kop.peildatum) <= begin:
        message = (
            f"de stand van {kop.peildatum} is te oud: bij de inventarisatie voor {last.isoformat()} hoort een stand "
            f"van {begin.isoformat()} of later"
        )
        yield WP414.at(subject.dataset.stand.delen[0].invoer.positions.place(("peildatum",)), message)
    elif first_day(kop.peildatum) < begin:
        yield WP414.undecided(f"precieze peildatum in {kop.peildatum}")


def last_deadline(day: date, maand: int, dag: int) -> date:
    """Return the last yearly deadline on or before a day.

    Raises:
        ValueError: There is no such day in a year.
    """
    this_year = date(day.year, maand, dag)
    return this_year if this_year <= day else date(day.year - 1, maand, dag)


def _day_after(datum: str) -> date:
    """Return the first day after all days that a date of day, month or year precision can mean."""
    first = first_day(datum)
    if len(datum) < len("2020-01-01"):
        return months_later(first, 12 if len(datum) == len("2020") else 1)
    return first if first == date.max else date.fromordinal(first.toordinal() + 1)


def _state(peildatum: str) -> str:
    return f"versie: 1\npeildatum: {peildatum}\nbron: nota\nplannen:\n{plan_text('kade')}"


WP414 = Check(
    code="WP414",
    naam="inventarisatie verouderd",
    wat=(
        "Meldt een stand die te oud is op de dag van '--peildatum': meer dan een jaar ouder dan de laatste afgesproken "
        "dag (zoals 1 juli) op of voor die dag. Zonder '--peildatum' wordt hier niets gemeld, zodat geen bestand fout "
        "wordt doordat de tijd verstrijkt. Een peildatum van alleen een jaar of maand die beide kanten op kan, is niet "
        "te beoordelen."
    ),
    waarom=(
        "Gemeenten brengen elk jaar voor de afgesproken dag alle ontwikkellocaties in beeld. Een stand van voor de "
        "laatste ronde laat plannen zien die al gebouwd of vervallen kunnen zijn."
    ),
    oplossing="Maak een nieuw bestand met de peildatum van de nieuwe inventarisatie en alle plannen.",
    hint="Lever een nieuwe stand aan, met een eigen peildatum en alle plannen.",
    fout=Example(_state("2023-06-30"), 2, 12, peildatum="2024-07-01"),
    goed=Example(_state("2024-01-01"), peildatum="2024-07-01"),
    afspraken=(MONTH, DAY),
    severity=Severity.WAARSCHUWING,
    needs_day=True,
    find=_outdated,
)
"""A register state that is older than the last yearly inventory."""


def _silent(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when not one plan of the state gives an attribute that the inventory must have."""
    missing = list(agreement(subject, Afspraaksoort.INVENTARISATIE).velden)
    if not missing:
        yield WP415.undecided(f"'velden' van afspraak {Afspraaksoort.INVENTARISATIE} in agenda.yaml")
        return
    first: Record | None = None
    number = 0
    for record in each(subject, lambda plan: plan.soort is Soort.PLAN and plan.telt_mee):
        first, number = first or record, number + 1
        missing = [veld for veld in missing if not filled_in(record.plan, veld)]
        if not missing:
            return
    if first is None:
        yield WP415.undecided("plannen die meetellen")
        return
    plans = "het enige plan dat meetelt" if number == 1 else f"geen van de {number} plannen die meetellen"
    verb = plural(len(missing), "staat", "staan")
    yield WP415.at(first.place("id"), f"{listing(missing)} {verb} {'niet ' * (number == 1)}bij {plans}")


WP415 = Check(
    code="WP415",
    naam="inventarisatie zonder afgesproken gegeven",
    wat=(
        "Meldt een keer per stand dat geen enkel plan dat meetelt een gegeven heeft dat de inventarisatie volgens "
        "'velden' van de afspraak moet hebben, zoals 'prioriteit'. Staat het bij een deel van de plannen, dan is er "
        "geen melding: bij de andere is het dan niet van toepassing. Verzamelposten en plannen met 'telt_mee: false' "
        "blijven buiten beschouwing; zonder andere plannen is er niets te beoordelen."
    ),
    waarom=(
        "De inventarisatie laat dan niet zien waarvoor zij is afgesproken, zoals welke ontwikkelingen prioriteit "
        "hebben."
    ),
    oplossing="Geef de afgesproken gegevens bij de plannen waarvan zij bekend zijn.",
    fout=Example(plan_text("boomgaard", "planstatus: 5A"), 1, 9),
    goed=Example(plan_text("boomgaard", "planstatus: 5A", "prioriteit: false", "transformatiepotentie: false")),
    afspraken=(Afspraaksoort.INVENTARISATIE,),
    severity=Severity.WAARSCHUWING,
    find=_silent,
)
"""An inventory that does not say which plans have priority, or where buildings can be transformed."""
