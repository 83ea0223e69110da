"""What was agreed to be done: nothing is done before what must be done first."""

from __future__ import annotations

from collections.abc import Iterator

from woonplan.calc.lists.progress import Line, Progress, progress_of
from woonplan.checks.subject import Check, Outcome, Subject
from woonplan.diagnostics import Severity
from woonplan.model.base import first_day
from woonplan.model.toezegging import Actiestatus
from woonplan.numerals import listing
from woonplan.rule import Example


def _too_early(subject: Subject) -> Iterator[Outcome]:
    """Yield what is said to be done while an action that must be done first is not, once for each."""
    if subject.agenda is None or subject.agenda_invoer is None:
        return
    progress = progress_of(subject.dataset, subject.agenda)
    for line in progress.lines:
        if not line.toezegging.pas_na:
            continue
        done = progress.state(line)
        if done.status is not Actiestatus.AFGEROND:
            continue
        year = first_day(done.when).year if done.when else None
        early = progress.too_early(line, year)
        if early:
            place = subject.agenda_invoer.positions.place(done.path or line.path)
            yield WP421.at(place, _message(progress, line, early, year))
        elif progress.waits_for(line, year):
            first = listing([str(number) for number, _ in progress.waits_for(line, year)])
            yield WP421.undecided(f"status van actie {first}")


def _message(progress: Progress, line: Line, early: tuple[int, ...], year: int | None) -> str:
    states = dict(progress.waits_for(line, year))
    said = listing([f"actie {number} ({states[number].status})" for number in early])
    return f"{line.name} is afgerond{f' in {year}' if year else ''}, maar kan pas na {said}"


def _actions(first: str) -> str:
    return (
        "versie: 1\nbron: nota\nacties:\n"
        "  - {nummer: 7, paragraaf: '4.2', tekst: Een afwegingskader maken, status: " + first + "}\n"
        "  - nummer: 8\n    paragraaf: '4.2'\n    tekst: Plannen eraan toetsen\n    pas_na: [7]\n"
        "    status: afgerond\n"
    )


WP421 = Check(
    code="WP421",
    naam="afgerond voordat het kan",
    wat=(
        "Meldt een actie of afspraak die 'afgerond' is terwijl een actie die eerst moet ('pas_na') open is of nog "
        "loopt, in het jaar waarin zij werd afgerond. Is van die eerste actie niets bekend, dan is het niet te "
        "beoordelen."
    ),
    waarom="Wie plannen toetst aan een kader dat er nog niet is, heeft ze niet getoetst.",
    oplossing="Verbeter de status van een van beide in agenda.yaml ('status' of 'voortgang').",
    fout=Example(_actions("open"), 9, 13, file="agenda.yaml"),
    goed=Example(_actions("afgerond"), file="agenda.yaml"),
    severity=Severity.WAARSCHUWING,
    find=_too_early,
)
"""Something that is done before what must be done first."""
