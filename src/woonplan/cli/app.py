"""The command line: which commands there are. Each is imported when it is asked for, and what it needs when it runs."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Any

import typer

from woonplan import __version__
from woonplan.cli.dutch import DutchCommand, DutchGroup

COMMANDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "gap": ("gap", "gap"),
        "check": ("check", "check"),
        "list": ("list", "list_"),
        "init": ("init", "init"),
        "explain": ("explain", "explain"),
        "reconcile": ("reconcile", "reconcile"),
        "report": ("report", "report"),
        "diff": ("diff", "diff"),
        "schema": ("schema", "schema"),
        "import": ("import_", "import_"),
    }
)
"""Every command, in the order of the help: its module here and its function."""


class _Commands(UserDict[str, Any]):
    """The commands by name, each built when it is looked up: one run needs one of them, and the options of all cost."""

    def __getitem__(self, name: str) -> Any:
        module, function = super().__getitem__(name)
        alone = typer.Typer(rich_markup_mode=None, add_completion=False)
        alone.command(name, cls=DutchCommand, options_metavar="[OPTIES]")(
            getattr(import_module(f"woonplan.cli.commands.{module}"), function)
        )
        return typer.main.get_command(alone)


class _Program(DutchGroup):
    """The program as a group whose commands are built on demand."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands(COMMANDS)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names, without building what they name."""
        del ctx
        return list(self.commands)


app = typer.Typer(
    name="woonplan",
    cls=_Program,
    rich_markup_mode=None,
    suggest_commands=False,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT ...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"woonplan {__version__}")
        raise typer.Exit


@app.callback(
    help="""Rekent met woningbouwplannen: hoeveel er zijn, hoeveel er nodig zijn, en waar elk getal vandaan komt.

    Voorbeelden:

    \b
      woonplan gap                  de balans van de regio
      woonplan gap --by gemeente    een rij per gemeente
      woonplan gap --format csv-nl  voor een Nederlandse Excel
      woonplan explain gap.saldo    hoe men aan een getal komt
      woonplan check                wat er mis is, en waar
      woonplan report 2020          de tabellen van een jaar

    Van elke opgave beide grenzen; wat onbekend is, is nooit 0; bij elk getal staat zijn bron.
    """,
    epilog="In English: README.md explains what this program does and how.",
)
def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Toon de versie.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Toon de details als woonplan zelf faalt.")] = False,
) -> None:
    """Options before the command; without a command, the help."""
    del version, debug
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
