"""`woonplan init`: the files of a new register, with nothing in them that nobody said."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from woonplan.cli import completion
from woonplan.cli.options import choice
from woonplan.cli.streams import NoWorkError, put_written, say, write_in
from woonplan.diagnostics import quote

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


class NewFormat(StrEnum):
    """What is begun: a register, or the workbook for who fills in plans."""

    YAML = "yaml"
    XLSX = "xlsx"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", readable=False, help="Waar het register komt; de map wordt gemaakt.")
    ] = Path(),
    regio: Annotated[str | None, typer.Option("--regio", metavar="NAAM", help="Naam van de regio.")] = None,
    provincie: Annotated[str | None, typer.Option("--provincie", metavar="NAAM", help="Naam van de provincie.")] = None,
    gemeente: Annotated[
        list[str] | None,
        typer.Option(
            "--gemeente", metavar="NAAM=CODE", help='Een gemeente met haar CBS-code: "Borne=GM0147". Mag vaker.'
        ),
    ] = None,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="DATUM", help="Peildatum van de plannen (JJJJ-MM-DD, of JJJJ)."),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        NewFormat,
        typer.Option(
            "--format",
            parser=choice(NewFormat, "formaat"),
            metavar="[yaml|xlsx]",
            autocompletion=completion.values(*NewFormat),
            help="yaml: een nieuw register. xlsx: een sjabloon dat een gemeente invult (zie --data, --output).",
        ),
    ] = NewFormat.YAML,
    register: Annotated[
        Path, typer.Option("--data", metavar="MAP", readable=False, help="Register waarvoor het sjabloon is.")
    ] = Path("data"),
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="PAD", readable=False, help="Sjabloon (.xlsx), of map voor alle gemeenten."),
    ] = None,
) -> None:
    """Begin een register voor een andere regio of gemeente.

    Drie bestanden met gegevens en een workflow, om in te vullen. Er wordt niets overschreven: staat een van de
    bestanden er al, dan wordt er geen geschreven.

    Voorbeelden:

    \b
      woonplan init
      woonplan init --format xlsx --gemeente Losser --peildatum 2026-01-01
      woonplan init achterhoek --regio Achterhoek --provincie Gelderland --gemeente "Oude IJsselstreek=GM1509"
    """
    import shlex

    from woonplan.model.base import is_date
    from woonplan.render.safe import safe

    wrong: list[str] = []
    if peildatum is not None and not is_date(peildatum):
        wrong.append("--peildatum is geen datum. Schrijf jaar of jaar-maand-dag: 2025 of 2025-01-01.")
    if format is NewFormat.XLSX:
        from woonplan.cli.commands.template import templates

        if wrong:
            raise NoWorkError(*wrong)
        templates(gemeente or [], register, output, peildatum)
        return
    gemeenten = _gemeenten(gemeente or [], wrong)
    wrong += [*_bad_name("--regio", regio), *_bad_name("--provincie", provincie)]
    there = [path for path in (folder / name for name in _FILES) if os.path.lexists(path)]
    if there:
        names = ", ".join(path.as_posix() for path in there)
        wrong.append(f"er is niets geschreven, want dit bestaat al: {names}. Kies een andere map.")
    if wrong:
        raise NoWorkError(*wrong)
    written = _write(folder, _contents(regio, provincie, gemeenten, peildatum))
    asked = {
        "regio": regio,
        "provincie": provincie,
        "gemeenten": gemeenten,
        f"peildatum (staat op {NO_DATE})": peildatum,
    }
    todo = ", ".join([*(name for name, given in asked.items() if not given), "bronnen", "opgaven", "plannen"])
    todo += ", en in woonplan.yml waar woonplan staat"
    put_written(written, f"Nog in te vullen: {todo}.\n")
    data, schemas = (shlex.quote(safe((folder / name).as_posix())) for name in ("data", "schema"))
    say(
        f"  -> Voor hulp in uw editor (schema/ hoort bij de eerste regel van elk bestand): woonplan schema"
        f" --output {schemas}\n  -> Daarna: woonplan gap --data {data}\n"
    )


def _gemeenten(given: list[str], wrong: list[str]) -> list[tuple[str, str]]:
    """Return names and codes; a code is never made up."""
    from woonplan.model.base import folded

    found: list[tuple[str, str]] = []
    for text in given:
        name, _, code = (part.strip() for part in text.rpartition("="))
        if name and _CODE.fullmatch(code):
            wrong += _bad_name("--gemeente", name)
            found.append((name, code))
        else:
            wrong.append(f'--gemeente {quote(text)}: schrijf naam en CBS-code zo: "Borne=GM0147".')
    keys = [folded(key) for pair in found for key in pair]
    if len(set(keys)) < len(keys):
        wrong.append("--gemeente noemt een naam of code twee keer; geef elke gemeente een eigen naam en code.")
    return found


def _bad_name(option: str, name: str | None) -> Iterator[str]:
    """Yield what is wrong with a name that was typed."""
    if name is not None and any("\ud800" <= c <= "\udfff" for c in name):
        yield f"{option} bevat tekens die geen tekst zijn."
    elif name is not None and not name.strip():
        yield f"{option} is leeg."
    elif name is not None and len(name) > _LONGEST:
        yield f"{option} is langer dan {_LONGEST} tekens."


def _contents(
    regio: str | None, provincie: str | None, gemeenten: list[tuple[str, str]], peildatum: str | None
) -> dict[str, bytes]:
    """Return the text of every file; what users typed goes through the one writer of YAML, so it stays data."""
    from importlib.resources import files

    from woonplan.model.control import Planklasse
    from woonplan.model.statussen import FIRST, LAST, of_klasse
    from woonplan.yaml_io.dialect import dump

    blocks = {
        "regio": dump({"regio": {"naam": regio or TO_FILL_IN, "provincie": provincie or TO_FILL_IN}}),
        "gemeenten": dump({"gemeenten": [{"naam": name, "code": code} for name, code in gemeenten]}),
        "peildatum": f"peildatum: {peildatum}\n"
        if peildatum
        else f"peildatum: {NO_DATE} # vul in: de dag waarop de plannen geteld zijn\n",
        "statussen": f"{FIRST} tot en met {LAST}",
        **{klasse.value: " ".join(of_klasse(klasse)) for klasse in Planklasse},
    }
    templates = files("woonplan") / "templates"
    return {
        name: _SLOT.sub(lambda slot: blocks[slot[1]], (templates / source).read_text(encoding="utf-8")).encode()
        for name, source in _FILES.items()
    }


def _write(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write all files or none."""
    written: list[Path] = []
    missing = [path for name in contents for path in (folder / name).parents if not os.path.lexists(path)]
    try:
        for name, data in contents.items():
            written.append(write_in(folder, name, data))
    except NoWorkError:
        for path in written:
            path.unlink(missing_ok=True)
        for made in sorted(set(missing), key=lambda path: -len(path.parts)):
            with suppress(OSError, ValueError):
                made.rmdir()
        raise
    return written
