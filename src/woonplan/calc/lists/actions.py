"""What the list of actions selects and counts, with the place of everything in the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from woonplan.calc.lists.progress import UNFINISHED, Line, Progress, last_day, lines
from woonplan.calc.number.figure import Figure, Origin, given
from woonplan.calc.number.sums import ONE, counted
from woonplan.model.agenda import Agendabestand
from woonplan.model.dataset import Dataset
from woonplan.model.number import exactly
from woonplan.model.stand import Invoer, inherit
from woonplan.model.toezegging import WE, Actie, Actiestatus

_LABELS = {
    "nummers": "acties",
    "teksten": "verschillende teksten",
    "onderdelen": "onderdelen van acties",
    "verplichtingen": "afspraken buiten de acties",
    "per_gemeente": "afspraken voor elke gemeente",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which agreements are asked for; ``peildatum`` asks for those that are late on that day."""

    eigenaar: tuple[str, ...] = ()
    """Words of owners, as the register has them: an agreement of any of them is shown."""
    unfinished: bool = False
    peildatum: date | None = None
    gemeenten: tuple[str, ...] = ()
    """Municipalities, by the names of the register: what each of them has to do is shown, as far as they are."""


def owners(agenda: Agendabestand) -> tuple[str, ...]:
    """Return the words that the register has for owners, each once, in alphabetical order."""
    words = {word for line in lines(agenda) for word in line.toezegging.eigenaar}
    return tuple(sorted(words, key=str.casefold))


def also_we(agenda: Agendabestand, words: Iterable[str]) -> tuple[str, ...]:
    """Return words of owners with "we", where one of them signed what "we" agreed to."""
    chosen = dict.fromkeys(words)
    return tuple(chosen | dict.fromkeys([WE] if chosen.keys() & set(agenda.ondertekenaars) else []))


def select_lines(progress: Progress, filters: Filters) -> tuple[Line, ...]:
    """Return what passes all filters, by number; a whole also where one of its parts does."""
    passing = {line.path for line in progress.lines if _passes(progress, line, filters)}
    whole = {line.whole.path for line in progress.lines if line.whole is not None and line.path in passing}
    return tuple(line for line in progress.lines if line.path in passing | whole)


def _passes(progress: Progress, line: Line, filters: Filters) -> bool:
    return (
        (not filters.eigenaar or bool(set(filters.eigenaar) & set(line.owners)))
        and (not filters.unfinished or progress.state(line).status in UNFINISHED)
        and (filters.peildatum is None or bool(progress.late(line, filters.peildatum)))
        and (not filters.gemeenten or line.toezegging.per_gemeente)
    )


def late_steps(progress: Progress, day: date) -> tuple[str, ...]:
    """Return the unfinished actions whose earlier step should be done before ``day``, by what they are called."""
    return tuple(
        line.key
        for line in progress.lines
        if line.toezegging.tussendeadline is not None
        and progress.state(line).status in UNFINISHED
        and last_day(line.toezegging.tussendeadline) < day
    )


def action_groups(chosen: Iterable[Line]) -> dict[str, tuple[Line, ...]]:
    """Return the lines that are counted, by what is said of them; of actions with one text the first."""
    chosen = tuple(chosen)
    actions = tuple(line for line in chosen if isinstance(line.toezegging, Actie))
    texts: dict[int, Line] = {}
    for line in actions:
        if isinstance(line.toezegging, Actie):
            texts.setdefault(line.toezegging.gelijk_aan or line.toezegging.nummer, line)
    return {
        "nummers": actions,
        "teksten": tuple(texts.values()),
        "zonder_eigenaar": tuple(line for line in actions if not line.toezegging.eigenaar),
        "zonder_deadline": tuple(line for line in actions if not line.toezegging.heeft_termijn),
        "onderdelen": tuple(line for line in chosen if line.whole and isinstance(line.whole.toezegging, Actie)),
        "verplichtingen": tuple(line for line in chosen if line.whole is None and line not in actions),
        "per_gemeente": tuple(line for line in chosen if line.toezegging.per_gemeente),
    }


def action_figures(agenda: Agendabestand, invoer: Invoer) -> Iterator[Figure]:
    """Yield every count of all agreements."""
    for name, found in action_groups(lines(agenda)).items():
        parts = [given(line.name, line.toezegging.tekst, ONE, origin(agenda, invoer, line)) for line in found]
        yield counted(name, _LABELS.get(name, name.replace("_", " ")), parts)


def action_number(agenda: Agendabestand, invoer: Invoer, line: Line, key: str) -> Figure | None:
    """Return a number that an action is called by: its own, or that of the action it repeats; None where none is."""
    number = getattr(line.toezegging, key, None)
    place = origin(agenda, invoer, line, key)
    return None if number is None else given(key, f"{key} van {line.name}", exactly(number), place)


def in_gemeenten(progress: Progress, invoer: Invoer, line: Line, jaar: int | None) -> Mapping[Actiestatus, Figure]:
    """Return in how many municipalities something is so far, by status; of those without a record it is unknown."""
    found: dict[Actiestatus, list[Figure]] = {status: [] for status in Actiestatus}
    for name in progress.gemeenten:
        recorded = progress.recorded(line, name, jaar)
        place = origin(progress.agenda, invoer, line._replace(path=recorded.path or progress.first(line).path))
        found[recorded.status].append(given(name, f"{name} ({recorded.when or 'niet vastgelegd'})", ONE, place))
    return {status: counted(str(status), f"gemeenten: {status}", parts) for status, parts in found.items()}


def origin(agenda: Agendabestand, invoer: Invoer, line: Line, *key: str) -> Origin:
    """Return where a line of the agenda stands."""
    blocks = (line.whole.toezegging, agenda) if line.whole else (agenda,)
    return Origin(inherit(line.toezegging, *blocks), line.name, (*line.path, *key), invoer.bestand)


def with_agenda(dataset: Dataset, agenda: Agendabestand, invoer: Invoer) -> Dataset:
    """Return a register that knows the documents of the agenda, and where everything in it stands."""
    documents = (*dataset.gebied.bronnen, *agenda.bronnen)
    return replace(dataset, gebied=dataset.gebied.model_copy(update={"bronnen": documents}), naast=(invoer,))
