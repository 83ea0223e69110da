"""`woonplan init --format xlsx`: the workbook that a municipality fills in and sends back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from woonplan.cli.streams import NoWorkError, put_written, write_in
from woonplan.diagnostics import quote

if TYPE_CHECKING:
    from woonplan.load.context import Listed


def templates(gemeenten: Sequence[str], data: Path, output: Path | None, peildatum: str | None) -> None:
    """Write a template for every municipality asked for, or for all of the register; nothing is overwritten.

    Args:
        gemeenten: Names, aliases or CBS codes; none is all.
        data: Folder of the register.
        output: The workbook, or the folder for more than one.
        peildatum: Reference date of the plans that are asked for; that of the register without.
    """
    from woonplan.exchange.files.xlsx import NoLibrary
    from woonplan.exchange.register.gemeenten import listed_of
    from woonplan.render.safe import safe

    try:
        files, beyond = _templates(gemeenten, listed_of(data), data, output, peildatum)
    except NoLibrary as error:
        raise NoWorkError(f"{error}.") from None
    there = [path.as_posix() for path in files if path.exists() or path.is_symlink()]
    if there:
        raise NoWorkError(f"er is niets geschreven, want dit bestaat al: {', '.join(there)}. Kies een andere naam.")
    written = [write_in(path.parent, path.name, content) for path, content in files.items()]
    left_out = (
        f"Niet in het sjabloon: {beyond} records die er niet in passen, zoals verzamelposten; zij blijven staan.\n"
    )
    put_written(
        written,
        f"{left_out if beyond else ''}  -> Ingevuld terug? woonplan import {safe(written[0].as_posix())} --dry-run\n",
    )


def _templates(
    gemeenten: Sequence[str], listed: Listed, data: Path, output: Path | None, peildatum: str | None
) -> tuple[dict[Path, bytes], int]:
    """Return the workbooks by their paths, and how many records of the register do not fit in one."""
    from woonplan.exchange.register.identity import slug
    from woonplan.exchange.template.prefilled import before
    from woonplan.exchange.template.workbook import Sjabloon, template

    if not listed.complete:
        where = quote(data.as_posix())
        raise NoWorkError(f"geen register in {where}. Begin er een met 'woonplan init', of geef --data.")
    if not listed.own_names:
        raise NoWorkError("het register heeft geen gemeenten.")
    wanted = _named(gemeenten, listed) or listed.own_names
    files: dict[Path, bytes] = {}
    beyond = 0
    for name in wanted:
        old = before(data, listed, [name])
        date = peildatum or old.peildatum
        if date is None or date.startswith("1900"):
            raise NoWorkError("geef met --peildatum de dag waarvoor de plannen gevraagd worden.")
        beyond += old.beyond
        path = _path(output, f"{slug(name)}-{date[:4]}.xlsx", alone=len(wanted) == 1)
        files[path] = template(Sjabloon((name,), date, old.plans, old.periods))
    return files, beyond


def _named(gemeenten: Sequence[str], listed: Listed) -> tuple[str, ...]:
    """Return the names in the register of the municipalities that were asked for, each once."""
    from woonplan.exchange.layouts.draft import municipality

    found = {text: municipality(text, listed) for text in gemeenten}
    wrong = [text for text, name in found.items() if name is None]
    if wrong:
        hints = (listed.suggest(text, listed.names) for text in wrong)
        told = zip(wrong, hints, strict=True)
        raise NoWorkError(
            *(f"gemeente {quote(text)} staat niet in het register. {hint}".strip() for text, hint in told)
        )
    return tuple(dict.fromkeys(name for name in found.values() if name))


def _path(output: Path | None, name: str, *, alone: bool) -> Path:
    if output is None:
        return Path(name)
    return output if alone and output.suffix.casefold() == ".xlsx" else output / name
