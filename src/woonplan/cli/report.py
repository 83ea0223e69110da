"""`woonplan report`: the tables of a year, for a council, the State, or the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import (
    ChartsOption,
    DataOption,
    Format,
    FormatOption,
    GemeenteOption,
    GrafiekOption,
    OpgaveOption,
    OutputOption,
    PlannenOption,
    TellingOption,
)

if TYPE_CHECKING:
    from woonplan.calc.confidential import Visible
    from woonplan.model.dataset import Dataset
    from woonplan.model.vocabulary import Vertrouwelijkheid


def report(
    jaar: Annotated[
        int,
        typer.Argument(
            metavar="JAAR", min=1900, max=2199, help="The year: what was built in it, the state at its end."
        ),
    ],
    data: DataOption = Path("data"),
    plannen: PlannenOption = None,
    soort: Annotated[
        str,
        typer.Option(
            "--soort",
            metavar="KIND",
            autocompletion=completion.RAPPORT,
            help="jaar, inventaris, midterm, rijk, ladder or raad.",
        ),
    ] = "jaar",
    vergelijk: Annotated[
        Path | None,
        typer.Option(
            "--vergelijk", metavar="PATH", readable=False, help="An earlier register state, for the midterm report."
        ),
    ] = None,
    gemeente: GemeenteOption = None,
    opgave: OpgaveOption = None,
    telling: TellingOption = None,
    vertrouwelijkheid: Annotated[
        str,
        typer.Option(
            "--vertrouwelijkheid",
            metavar="LEVEL",
            autocompletion=completion.VERTROUWELIJKHEID,
            help="For whom: openbaar, regio, provincie or gemeente. Other plans are left out everywhere.",
        ),
    ] = "openbaar",
    charts: ChartsOption = None,
    grafiek: GrafiekOption = False,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the option's name
    output: OutputOption = None,
) -> int:
    """Write the tables of a year: stock, capacity, pace, key projects, segments, bottlenecks, and what is missing.

    The register state is that of the end of the year, or the latest before it; --plannen chooses another.

    Examples:

    \b
      woonplan report 2020
      woonplan report 2020 --format md --output woningbouw-2020.md
      woonplan report 2020 --soort midterm --vergelijk data/plannen.yaml
      woonplan report 2020 --soort ladder --gemeente Enschede --opgave woondeal
      woonplan report 2020 --soort rijk --vertrouwelijkheid provincie
    """
    from woonplan.cli.audit import open_agenda_file
    from woonplan.cli.choices import Asked, question, value
    from woonplan.cli.progress import progress
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, deliver
    from woonplan.model.vocabulary import Vertrouwelijkheid
    from woonplan.report.yearly import BY_AREA, Rapport, yearly_document
    from woonplan.report.yearly_frame import Year

    wrong: list[str] = []
    kind = value(Rapport, soort, "soort", wrong)
    level = value(Vertrouwelijkheid, vertrouwelijkheid, "vertrouwelijkheid", wrong)
    if kind is not None and gemeente and kind not in BY_AREA:
        wrong.append(f"--gemeente zegt niets over '{kind}'; wel over: {', '.join(sorted(BY_AREA))}.")
    if kind is not None and vergelijk is not None and kind is not Rapport.MIDTERM:
        wrong.append(f"--vergelijk zegt niets over '{kind}'; wel over: midterm.")
    if kind is None or level is None or wrong:
        return complain(wrong)
    states = _states(data, (plannen, vergelijk), jaar, level)
    if states is None:
        return Exit.NO_WORK
    seen, earlier = _visible(states, level)
    asks, unknown = question(seen.dataset, Asked(gemeenten=gemeente or [], opgaven=opgave or [], telling=telling))
    if asks is None:
        return complain(unknown)
    agenda, invoer, usable = open_agenda_file(data, seen.dataset)
    if not usable:
        return Exit.NO_WORK
    with progress("rapport berekenen"):
        document = yearly_document(Year(jaar, seen, asks, agenda, invoer, earlier), kind)
    return Exit.DONE if deliver(document, charts, format, output, shown=grafiek) else Exit.NO_WORK


def _states(
    data: Path, paths: tuple[Path | None, Path | None], jaar: int, level: Vertrouwelijkheid
) -> list[Dataset] | None:
    """Return the state of the year and, where asked for, the earlier one; None after saying what is wrong."""
    from woonplan.cli.session import complain, open_register

    plannen, vergelijk = paths
    chosen = plannen if plannen is not None else _of_year(data, jaar)
    if isinstance(chosen, str):
        complain([chosen])
        return None
    found = []
    for path in (chosen, *((vergelijk,) if vergelijk else ())):
        dataset = open_register(data, path, level)
        if dataset is None:
            return None
        found.append(dataset)
    return found


def _of_year(data: Path, jaar: int) -> Path | str | None:
    """Return the state that belongs to a year, or a sentence that says why there is none; None is the standard one."""
    from woonplan.calc.state import states_at
    from woonplan.load.states import find_states

    states = find_states(data)
    if not states:
        return None  # the loader says what is missing
    known = [(state.peildatum, state.path) for state in states if state.peildatum is not None]
    found = states_at(known, jaar)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(path.as_posix() for path in found)
        return f"meer dan een stand hoort bij eind {jaar}: {names}. Kies er een met --plannen."
    if not known:
        return None  # the loader says why a file has no reference date
    dates = ", ".join(f"{path.as_posix()} ({peildatum})" for peildatum, path in known)
    return f"geen stand van eind {jaar} of eerder; wel: {dates}. Kies er een met --plannen."


def _visible(states: list[Dataset], level: Vertrouwelijkheid) -> tuple[Visible, Visible | None]:
    """Return the states as readers of a level may see them; what is confidential in one is left out of both."""
    from woonplan.calc.confidential import hidden_ids, visible

    hidden = frozenset().union(*(hidden_ids(dataset, level) for dataset in states))
    seen = [visible(dataset, level, hidden) for dataset in states]
    return seen[0], seen[1] if len(seen) > 1 else None
