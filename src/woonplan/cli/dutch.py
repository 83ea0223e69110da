"""What the library of the command line says in English, in Dutch: the words of its help and of its refusals."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, TypeAlias

import typer
from typer.core import TyperCommand, TyperGroup

from woonplan.cli.streams import NoWorkError, put_text
from woonplan.diagnostics import quote, reason

if TYPE_CHECKING:
    _Base: TypeAlias = TyperCommand
else:
    # What the two kinds of command have in common is private.
    _Base = object

_NO_SHELL = "uw shell is niet herkend; aanvullen kan in bash, zsh, fish en PowerShell."


class _Dutch(_Base):
    """The help of a command, with Dutch headings."""

    def get_params(self, ctx: Any) -> Any:
        """Return the options and arguments, with Dutch help for those that come with the library."""
        params = super().get_params(ctx)
        for param in params:
            for name, value in _OWN.get(param.name or "", {}).items():
                setattr(param, name, value)
        return params

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what can be given, under the headings of its two kinds."""
        params = self.get_params(ctx)
        for heading, kind in (("Argumenten", "argument"), ("Opties", "option")):
            found = [p.get_help_record(ctx) for p in params if p.param_type_name == kind]
            records = [(re.sub(r" <.*>$", "", name), _marks(text)) for name, text in filter(None, found)]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)


class DutchCommand(_Dutch, TyperCommand):
    """A command whose help is Dutch."""


class DutchGroup(_Dutch, TyperGroup):
    """A program whose help is Dutch."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options of the program, and its commands."""
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Opdrachten"):
            formatter.write_dl([(n, c.get_short_help_str(formatter.width)) for n, c in commands if c is not None])


def _marks(text: str) -> str:
    return text.replace("[default: ", "[standaard: ").replace("[required]", "[verplicht]")


def usage_text(error: typer.TyperException) -> str:
    """Return what is wrong with how the program was called: lines for stderr, with how it should be called above."""
    context = getattr(error, "ctx", None)
    above = ""
    if context is not None:
        above = f"{context.get_usage()}\nHulp: {context.command_path} {context.help_option_names[-1]}\n\n"
    return f"{above}Fout: {_wrong(error, context)}\n"


def _wrong(error: typer.TyperException, context: Any) -> str:
    for pattern, said in _SAID.items():
        found = re.fullmatch(pattern, error.message, re.DOTALL)
        if found is not None:
            return said(found[1], context)
    param = getattr(error, "param", None)
    if param is not None and not error.message:
        return f"{param.get_error_hint()} ontbreekt. {param.help or ''}".rstrip()
    # What our own parsers of options say is Dutch already.
    return error.message


def _near(word: str, names: Collection[str]) -> str:
    from woonplan.load.nearest import suggestion

    return suggestion(word, names)


def _no_option(name: str, context: Any) -> str:
    names = [option for param in context.command.get_params(context) for option in param.opts]
    return f"optie {quote(name)} bestaat niet. {_near(name, names)}".rstrip()


def _no_command(name: str, context: Any) -> str:
    names = context.command.list_commands(context)
    return f"opdracht {quote(name)} bestaat niet. {_near(name, names) or 'Mogelijk: ' + ', '.join(names) + '.'}"


_SAID: dict[str, Callable[[str, Any], str]] = {
    r"No such option: (.*)": _no_option,
    r"No such command ['\"](.*)['\"]\.": _no_command,
    r"Option '(.*)' requires an argument\.": lambda name, _: f"bij optie '{name}' hoort een waarde.",
    r"Option '(.*)' does not take a value\.": lambda name, _: f"bij optie '{name}' hoort geen waarde.",
    r"Got unexpected extra argument\(?s?\)? \((.*)\)": lambda words, _: f"{quote(words)} hoort hier niet.",
}
"""What the parser of the command line says, and what is said instead."""


def _install(context: typer.Context, param: Any, value: Any) -> Any:
    """Install completion, and say where; the library does so in English."""
    if not value or context.resilient_parsing:
        return value
    from typer.completion import install_callback

    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
            install_callback(context, param, value)
    except typer.Exit:
        raise NoWorkError(_NO_SHELL) from None
    except OSError as error:
        raise NoWorkError(f"het aanvullen is niet ingesteld: {reason(error)}.") from None
    path = re.search(r" installed in (.*)", said.getvalue())
    put_text(f"Het aanvullen is ingesteld{f', in {path[1]}' if path else ''}; het werkt in een nieuw venster.\n")
    raise typer.Exit


def _show(context: typer.Context, param: Any, value: Any) -> Any:
    """Print the script that completes, for who wants to install it by hand."""
    from typer.completion import show_callback

    try:
        with contextlib.redirect_stderr(io.StringIO()):
            return show_callback(context, param, value)
    except typer.Exit:
        raise NoWorkError(_NO_SHELL) from None


_OWN: dict[str, dict[str, Any]] = {
    "help": {"help": "Toon deze hulp."},
    "install_completion": {"help": "Laat uw shell opdrachten en namen aanvullen.", "callback": _install},
    "show_completion": {"help": "Toon wat uw shell daarvoor nodig heeft.", "callback": _show},
}
"""What is ours of the options that come with the library."""
