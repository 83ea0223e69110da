"""The command line: which commands there are. Each imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from woonplan import __version__
from woonplan.cli.check import check
from woonplan.cli.explain import explain
from woonplan.cli.gap import gap
from woonplan.cli.init import init
from woonplan.cli.list import list_
from woonplan.cli.reconcile import reconcile
from woonplan.cli.report import report
from woonplan.cli.schema import schema

app = typer.Typer(
    name="woonplan",
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
      woonplan check                        what is wrong in the register, with line and column
      woonplan gap                          the balance of the region
      woonplan gap --by gemeente            one row per municipality
      woonplan gap --format csv-nl --output gap.csv   for a Dutch Excel
      woonplan explain gap.saldo            where a number comes from
      woonplan report 2020                  the tables of a year

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


app.command("gap")(gap)
app.command("check")(check)
app.command("list")(list_)
app.command("init")(init)
app.command("explain")(explain)
app.command("reconcile")(reconcile)
app.command("report")(report)
app.command("schema")(schema)
