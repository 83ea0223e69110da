"""The command line: which commands there are. Each is imported when it is asked for, and what it needs when it runs."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from woonplan import __version__

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
    }
)
"""Every command, in the order of the help: its module here and its function."""


class _Commands(UserDict[str, Any]):
    """The commands by name, each built when it is looked up: one run needs one of them, and the options of all cost."""

    def __getitem__(self, name: str) -> Any:
        module, function = super().__getitem__(name)
        alone = typer.Typer(rich_markup_mode=None, add_completion=False)
        alone.command(name)(getattr(import_module(f"woonplan.cli.commands.{module}"), function))
        return typer.main.get_command(alone)


class _Group(TyperGroup):
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
    cls=_Group,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"woonplan {__version__}")
        raise typer.Exit


@app.callback(
    help="""A planning calculator for Dutch housing plans.

    Examples:

    \b
      woonplan check                 what is wrong, and where
      woonplan gap                   the balance of the region
      woonplan gap --by gemeente     one row per municipality
      woonplan gap --format csv-nl   for a Dutch Excel
      woonplan explain gap.saldo     where a number comes from
      woonplan report 2020           the tables of a year

    Both ends of the target, unknown is never 0, every number has a source. Results are in Dutch.
    """
)
def root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show a traceback when woonplan itself fails.")] = False,
) -> None:
    """Options before the command; without a command, the help."""
    del version, debug
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
