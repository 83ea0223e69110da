"""`woonplan init`: the files of a new register, with nothing in them that nobody said."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

TO_FILL_IN = "nog in te vullen"
"""What stands for a name that was not given."""

NO_DATE = "1900"
"""What stands for a reference date that was not given: no register has it, so nobody takes it for one."""

_FILES = {
    "data/gemeenten.yaml": "gemeenten.yaml",
    "data/plannen.yaml": "plannen.yaml",
    "data/agenda.yaml": "agenda.yaml",
    ".github/workflows/woonplan.yml": "woonplan.yml",
}
_CODE = re.compile(r"GM[0-9]{4}")
_SLOT = re.compile(r"\{\{(\w+)\}\}\n?")
_LONGEST = 2000


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", readable=False, help="Where to start; the folder is made.")
    ] = Path(),
    regio: Annotated[str | None, typer.Option("--regio", metavar="NAME", help="Name of the region.")] = None,
    provincie: Annotated[str | None, typer.Option("--provincie", metavar="NAME", help="Name of the province.")] = None,
    gemeente: Annotated[
        list[str] | None,
        typer.Option(
            "--gemeente", metavar="NAME=CODE", help='A municipality with its CBS code: "Borne=GM0147". Repeatable.'
        ),
    ] = None,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATE", help="Reference date of the plans (YYYY-MM-DD, or YYYY)."),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str,
        typer.Option(
            "--format",
            metavar="[yaml|xlsx]",
            help="yaml: een nieuw register. xlsx: een sjabloon dat een gemeente invult (zie --data, --output).",
        ),
    ] = "yaml",
    register: Annotated[
        Path, typer.Option("--data", metavar="MAP", readable=False, help="Register waarvoor het sjabloon is.")
    ] = Path("data"),
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="PAD", readable=False, help="Sjabloon (.xlsx), of map voor alle gemeenten."),
    ] = None,
) -> int:
    """Start a register for another region or municipality: three data files and a workflow, ready to fill in.

    Nothing is overwritten: when one of the files is there already, none is written.

    Examples:

    \b
      woonplan init
      woonplan init --format xlsx --gemeente Losser --peildatum 2026-01-01
      woonplan init achterhoek --regio Achterhoek --provincie Gelderland --gemeente "Oude IJsselstreek=GM1509"
    """
    import shlex

    from woonplan.cli.run import Exit
    from woonplan.cli.session import complain, tell
    from woonplan.cli.streams import say
    from woonplan.load.dates import is_date
    from woonplan.render.safe import safe

    wrong: list[str] = []
    if format not in ("yaml", "xlsx"):
        wrong.append("--format is yaml of xlsx.")
    if format == "xlsx":
        from woonplan.cli.template import templates

        if peildatum is not None and not is_date(peildatum):
            wrong.append("--peildatum is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-01-01.")
        return complain(wrong) if wrong else templates(gemeente or [], register, output, peildatum)
    gemeenten = _gemeenten(gemeente or [], wrong)
    _check_names({"--regio": regio, "--provincie": provincie}, wrong)
    if peildatum is not None and not is_date(peildatum):
        wrong.append("--peildatum is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-01-01.")
    there = [name for name in _FILES if (folder / name).exists() or (folder / name).is_symlink()]
    if there:
        names = ", ".join((folder / name).as_posix() for name in there)
        wrong.append(f"er is niets geschreven, want dit bestaat al: {names}. Kies een andere map.")
    if wrong:
        return complain(wrong)
    refusal = _write(folder, _contents(regio, provincie, gemeenten, peildatum))
    if refusal is not None:
        return complain([refusal])
    shown = "\n".join(f"  {safe((folder / name).as_posix())}" for name in _FILES)
    missing = [option for option, value in (("regio", regio), ("provincie", provincie)) if value is None]
    missing += ["gemeenten"] if not gemeenten else []
    missing += [f"peildatum (staat op {NO_DATE})"] if peildatum is None else []
    todo = ", ".join([*missing, "bronnen", "opgaven", "plannen"])
    if not tell(f"Geschreven:\n{shown}\nNog in te vullen: {todo}.\n"):
        return Exit.NO_WORK
    data, schemas = (shlex.quote(safe((folder / name).as_posix())) for name in ("data", "schema"))
    say(
        f"  -> Voor hulp in uw editor (schema/ hoort bij de eerste regel van elk bestand): woonplan schema"
        f" --output {schemas}\n  -> Daarna: woonplan gap --data {data}\n"
    )
    return Exit.DONE


def _gemeenten(given: list[str], wrong: list[str]) -> list[tuple[str, str]]:
    """Return names and codes; a code is never made up."""
    found: list[tuple[str, str]] = []
    for text in given:
        name, _, code = (part.strip() for part in text.rpartition("="))
        if not name or not _CODE.fullmatch(code):
            from woonplan.diagnostics import quote

            wrong.append(f'--gemeente {quote(text)}: schrijf naam en CBS-code zo: "Borne=GM0147".')
            continue
        _check_names({"--gemeente": name}, wrong)
        found.append((name, code))
    keys = [key.casefold() for pair in found for key in pair]
    if len(set(keys)) < len(keys):
        wrong.append("--gemeente noemt een naam of code twee keer; geef elke gemeente een eigen naam en code.")
    return found


def _check_names(names: Mapping[str, str | None], wrong: list[str]) -> None:
    for option, name in names.items():
        if name is None:
            continue
        try:
            name.encode()
        except UnicodeEncodeError:
            wrong.append(f"{option} bevat tekens die geen tekst zijn.")
            continue
        if not name.strip():
            wrong.append(f"{option} is leeg.")
        elif len(name) > _LONGEST:
            wrong.append(f"{option} is langer dan {_LONGEST} tekens.")


def _contents(
    regio: str | None, provincie: str | None, gemeenten: list[tuple[str, str]], peildatum: str | None
) -> dict[str, bytes]:
    """Return the text of every file; what users typed goes through the one writer of YAML, so it stays data."""
    from importlib.resources import files

    from woonplan.yaml_io.write import dump

    blocks = {
        "regio": dump({"regio": {"naam": regio or TO_FILL_IN, "provincie": provincie or TO_FILL_IN}}),
        "gemeenten": dump({"gemeenten": [{"naam": name, "code": code} for name, code in gemeenten]}),
        "peildatum": f"peildatum: {peildatum}\n"
        if peildatum
        else f"peildatum: {NO_DATE} # fill in: the day on which the plans were counted\n",
    }
    templates = files("woonplan") / "templates"
    return {
        name: _SLOT.sub(lambda slot: blocks[slot[1]], (templates / source).read_text(encoding="utf-8")).encode()
        for name, source in _FILES.items()
    }


def _write(folder: Path, contents: Mapping[str, bytes]) -> str | None:
    """Write all files or none; return None, or a sentence that says why not."""
    from woonplan.diagnostics import quote
    from woonplan.render.output import write_output
    from woonplan.system import reason

    written: list[Path] = []
    refusal = None
    for name, data in contents.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            refusal = write_output(path, data)
        except (OSError, ValueError) as error:
            refusal = f"map {quote(path.parent.as_posix())} kan niet gemaakt worden: {reason(error)}."
        if refusal is not None:
            break
        written.append(path)
    if refusal is not None:
        for path in written:
            path.unlink(missing_ok=True)
    return refusal
