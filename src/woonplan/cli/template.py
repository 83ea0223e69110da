"""`woonplan init --format xlsx`: the workbook that a municipality fills in and sends back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from woonplan.load.context import Known


def templates(gemeenten: Sequence[str], data: Path, output: Path | None, peildatum: str | None) -> int:
    """Write a template for every municipality asked for, or for all of the register; nothing is overwritten.

    Args:
        gemeenten: Names, aliases or CBS codes; none is all.
        data: Folder of the register.
        output: The workbook, or the folder for more than one.
        peildatum: Reference date of the plans that are asked for; that of the register without.
    """
    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, tell
    from woonplan.diagnostics import quote
    from woonplan.exchange.identity import slug
    from woonplan.exchange.importing import known_of
    from woonplan.exchange.planned import before
    from woonplan.exchange.template import Sjabloon, template
    from woonplan.exchange.xlsx import NoLibrary
    from woonplan.render.safe import safe

    known = known_of(data)
    wrong, names = _named(gemeenten, known)
    if not known.complete:
        wrong = [f"geen register in {quote(data.as_posix())}. Begin er een met 'woonplan init', of geef --data."]
    elif not known.names:
        wrong = ["het register heeft geen gemeenten."]
    if wrong:
        return complain(wrong)
    wanted = names or sorted(known.names)
    files: dict[Path, bytes] = {}
    beyond = 0
    try:
        for name in wanted:
            old = before(data, known, [name])
            date = peildatum or old.peildatum
            if date is None or date.startswith("1900"):
                return complain(["geef met --peildatum de dag waarvoor de plannen gevraagd worden."])
            beyond += old.beyond
            path = _path(output, f"{slug(name)}-{date[:4]}.xlsx", alone=len(wanted) == 1)
            files[path] = template(Sjabloon((name,), date, old.plans, old.periods))
    except NoLibrary as error:
        return complain([f"{error}."])
    refusal = _there(files) or _write(files)
    if refusal is not None:
        return complain([refusal])
    lines = ["Geschreven:", *(f"  {path.as_posix()}" for path in files)]
    if beyond:
        lines.append(
            f"Niet in het sjabloon: {beyond} records die er niet in passen, zoals verzamelposten; zij blijven staan."
        )
    lines.append(f"  -> Ingevuld terug? woonplan import {next(iter(files)).as_posix()} --dry-run")
    return Exit.DONE if tell("\n".join(map(safe, lines)) + "\n") else Exit.NO_WORK


def _named(gemeenten: Sequence[str], known: Known) -> tuple[list[str], list[str]]:
    """Return what is wrong with the municipalities that were asked for, and their names in the register."""
    from woonplan.diagnostics import quote
    from woonplan.exchange.draft import municipality

    wrong: list[str] = []
    names: list[str] = []
    for text in gemeenten:
        found = municipality(text, known)
        if found is not None:
            names += [] if found in names else [found]
            continue
        hint = known.suggest(text, known.names)
        wrong.append(f"gemeente {quote(text)} staat niet in het register. {hint}".strip())
    return wrong, names


def _there(files: dict[Path, bytes]) -> str | None:
    there = [path.as_posix() for path in files if path.exists() or path.is_symlink()]
    if not there:
        return None
    return f"er is niets geschreven, want dit bestaat al: {', '.join(there)}. Kies een andere naam."


def _path(output: Path | None, name: str, *, alone: bool) -> Path:
    if output is None:
        return Path(name)
    return output if alone and output.suffix.casefold() == ".xlsx" else output / name


def _write(files: dict[Path, bytes]) -> str | None:
    from woonplan.diagnostics import quote
    from woonplan.render.output import write_output
    from woonplan.system import reason

    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            return f"map {quote(path.parent.as_posix())} kan niet gemaakt worden: {reason(error)}."
        refusal = write_output(path, data)
        if refusal is not None:
            return refusal
    return None
