"""The one place that turns what happens in a command into text on stderr and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from enum import IntEnum
from functools import partial

from woonplan import INTERRUPTED
from woonplan.cli.streams import FULL, NoWorkError, complain, discard, open_streams, say, unwritten

COMPLETE = "_WOONPLAN_COMPLETE"
"""What the script in the shell sets to ask for completions."""


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
    try:
        code = _call([arg for arg in args if arg != "--debug"])
        sys.stdout.flush()
    except BrokenPipeError:
        discard(sys.stdout)
        return Exit.DONE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except NoWorkError as refusal:
        complain(refusal.args)
        return Exit.NO_WORK
    except Exception as error:
        # Files carry their name, and who writes them reports what fails; this is the help or the version.
        if isinstance(error, OSError) and error.errno in FULL and error.filename is None:
            complain(unwritten(error).args)
        else:
            _say_safely(_crash(error, debug="--debug" in args))
        return Exit.NO_WORK
    return code


def _call(args: list[str]) -> int:
    from typer import TyperException

    from woonplan.cli.app import app

    answer = partial(app, args, prog_name="woonplan", standalone_mode=False)
    if asked := os.environ.get(COMPLETE):
        from woonplan.cli.shells import complete

        answer = partial(complete, answer, asked)
    try:
        result = answer()
    except TyperException as error:
        from woonplan.cli.dutch import usage_text

        _say_safely(usage_text(error))
        return Exit.NO_WORK
    except SystemExit as stop:
        # Typer turns a closed pipe into exit 1, and wraps both streams on its way out.
        if isinstance(stop.__context__, BrokenPipeError):
            sys.stdout, sys.stderr = sys.__stdout__ or sys.stdout, sys.__stderr__ or sys.stderr
            raise stop.__context__ from None
        raise
    return result if isinstance(result, int) else Exit.DONE


def _say_safely(text: str) -> None:
    """Write lines to stderr that may hold anything: what was typed, or the text of an exception."""
    from woonplan.render.safe import safe

    say("\n".join(map(safe, text.split("\n"))))


def _crash(error: Exception, *, debug: bool) -> str:
    """Return what is said of an exception that nobody foresaw.

    With the traceback here: Python itself would exit 1 after an exception that nobody catches.
    """
    name = f"{type(error).__name__}: {error}".splitlines()[0][:200].encode("ascii", "backslashreplace").decode("ascii")
    shown = "".join(c if c.isprintable() else "?" for c in name)
    trace = "".join(traceback.format_exception(error)) if debug else ""
    return (
        f"{trace}Fout in woonplan zelf ({shown}). Meld dit met de opdracht en het bestand; --debug geeft de details.\n"
    )
