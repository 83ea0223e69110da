"""The one place that turns what happens in a command into text on stderr and an exit code."""

from __future__ import annotations

import io
import sys
import traceback
from enum import IntEnum
from typing import Any

from woonplan import INTERRUPTED
from woonplan.cli.streams import FULL, discard, open_streams, say, say_unwritten


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    FINDINGS = 1
    NO_WORK = 2
    INTERRUPTED = INTERRUPTED


def run(args: list[str]) -> int:
    """Run the command line and return the exit code; no traceback unless `--debug` is given.

    A closed pipe is no error. A crash never exits 1: that would read as a finding.
    """
    open_streams()
    debug = "--debug" in args
    try:
        code = _call([arg for arg in args if arg != "--debug"])
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)
        return Exit.DONE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        # Files carry their name, and who writes them reports what fails; this is the help or the version.
        if isinstance(error, OSError) and error.errno in FULL and error.filename is None:
            say_unwritten(error)
            return Exit.NO_WORK
        if debug:
            # Printed here: Python itself would exit 1 after an exception that nobody catches.
            _say_safely("".join(traceback.format_exception(error)))
        return _crashed(error)
    return code


def _call(args: list[str]) -> int:
    from typer import TyperException

    from woonplan.cli.app import app
    from woonplan.cli.shells import complete, completing

    def answer() -> Any:
        return app(args, prog_name="woonplan", standalone_mode=False)

    try:
        result = complete(answer) if completing() else answer()
    except TyperException as error:
        _say_safely(_shown(error))
        return Exit.NO_WORK
    except SystemExit as stop:
        # Typer turns a closed pipe into exit 1, and wraps both streams on its way out.
        if isinstance(stop.__context__, BrokenPipeError):
            sys.stdout, sys.stderr = sys.__stdout__ or sys.stdout, sys.__stderr__ or sys.stderr
            raise stop.__context__ from None
        raise
    return result if isinstance(result, int) else Exit.DONE


def _shown(error: Exception) -> str:
    """Return what typer says of wrong use."""
    show = getattr(error, "show", None)
    if show is None:
        return f"Error: {error}\n"
    lines = io.StringIO()
    show(file=lines)
    return lines.getvalue()


def _say_safely(text: str) -> None:
    """Write lines to stderr that may hold anything: what was typed, or the text of an exception."""
    from woonplan.render.safe import safe

    say("\n".join(map(safe, text.split("\n"))))


def _crashed(error: Exception) -> int:
    name = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    shown = name.encode("ascii", "backslashreplace").decode("ascii")
    shown = "".join(c if c.isprintable() else "?" for c in shown)
    _say_safely(
        f"Fout in woonplan zelf ({shown}). Meld dit met de opdracht en het bestand; --debug geeft de details.\n"
    )
    return Exit.NO_WORK
