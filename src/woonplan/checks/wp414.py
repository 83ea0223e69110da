"""WP414: a register state that is older than the last yearly inventory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from woonplan.checks.judging import WOONAGENDA, agreed, months_later, not_agreed
from woonplan.checks.rule import Example, Outcome, Rule, Subject, Undecided
from woonplan.diagnostics import Diagnostic, Severity
from woonplan.model.agenda import Eenheid
from woonplan.model.base import first_day

MONTH = "inventarisatie-maand"
DAY = "inventarisatie-dag"


def check(subject: Subject) -> Iterator[Outcome]:
    """Yield one finding when the state is from before the round of the last inventory."""
    if subject.peildatum is None:
        return
    month, day = agreed(subject, MONTH, Eenheid.KALENDERMAAND), agreed(subject, DAY, Eenheid.DAG_VAN_DE_MAAND)
    if month is None or day is None:
        yield not_agreed(RULE.code, MONTH if month is None else DAY)
        return
    try:
        last = last_deadline(first_day(subject.peildatum), month.waarde, day.waarde)
    except ValueError:
        yield not_agreed(RULE.code, DAY)
        return
    begin = months_later(last, -12)
    kop = subject.dataset.stand.kop
    if first_day(kop.peildatum) >= begin:
        return
    if _day_after(kop.peildatum) > begin:
        yield Undecided(RULE.code, f"precieze peildatum in {kop.peildatum}")
        return
    message = (
        f"de stand van {kop.peildatum} is te oud: bij de inventarisatie voor {last.isoformat()} hoort een stand van "
        f"{begin.isoformat()} of later"
    )
    place = subject.dataset.stand.delen[0].invoer.positions.place(("peildatum",))
    hint = "Lever een nieuwe stand aan, met een eigen peildatum en alle plannen."
    yield Diagnostic(RULE.code, message, place, hint, RULE.severity)


def last_deadline(day: date, maand: int, dag: int) -> date:
    """Return the last yearly deadline on or before a day.

    Raises:
        ValueError: There is no such day in a year.
    """
    this_year = date(day.year, maand, dag)
    return this_year if this_year <= day else date(day.year - 1, maand, dag)


def _day_after(datum: str) -> date:
    """Return the first day after all days that a date of day, month or year precision can mean."""
    months = {4: 12, 7: 1}.get(len(datum))
    first = first_day(datum)
    if months:
        return months_later(first, months)
    return first if first == date.max else date.fromordinal(first.toordinal() + 1)


def _file(peildatum: str) -> str:
    return (
        f"versie: 1\npeildatum: {peildatum}\nbron: nota\nplannen:\n  - id: kade\n    naam: Kade\n    gemeente: Borne\n"
    )


RULE = Rule(
    code="WP414",
    naam="inventarisatie verouderd",
    wat=(
        "Meldt een stand die te oud is op de dag van '--peildatum': meer dan een jaar ouder dan de laatste 1 juli op "
        "of voor die dag. Zonder '--peildatum' wordt hier niets gemeld, zodat geen bestand fout wordt doordat de tijd "
        "verstrijkt. Een peildatum van alleen een jaar of maand die beide kanten op kan, is niet te beoordelen."
    ),
    waarom=(
        "Gemeenten brengen elk jaar voor 1 juli alle ontwikkellocaties in beeld. Een stand van voor de laatste ronde "
        "laat plannen zien die al gebouwd of vervallen kunnen zijn."
    ),
    oplossing="Maak een nieuw bestand met de peildatum van de nieuwe inventarisatie en alle plannen.",
    fout=Example(_file("2023-06-30"), 2, 12, peildatum="2024-07-01"),
    goed=Example(_file("2024-01-01"), peildatum="2024-07-01"),
    bron=f"{WOONAGENDA}, hfst. 5, actie 38 (r. 1985-1993)",
    severity=Severity.WAARSCHUWING,
    check=check,
    needs_day=True,
)
