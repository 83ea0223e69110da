"""The one place that turns what happens in a command into text on stderr and an exit code."""

from __future__ import annotations

import os
import sys
from enum import IntEnum


class Exit(IntEnum):
    """What the exit code says (design 3)."""

    DONE = 0
    FINDINGS = 1
    NO_WORK = 2
    INTERRUPTED = 130


def run(args: list[str]) -> int:
    """Run the command line and return the exit code; no traceback unless `--debug` is given.

    A closed pipe is no error. A crash never exits 1: that would read as a finding.
    """
    debug = "--debug" in args
    try:
        code = _call([arg for arg in args if arg != "--debug"])
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered has no reader; without this Python complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:
        if debug:
            raise
        return _crashed(error)
    return code


def _call(args: list[str]) -> int:
    from typer import TyperException

    from woonplan.cli.app import app

    try:
        result = app(args, prog_name="woonplan", standalone_mode=False)
    except TyperException as error:
        show = getattr(error, "show", None)
        if show is not None:
            show()
        else:
            sys.stderr.write(f"Error: {error}\n")
        return Exit.NO_WORK
    return result if isinstance(result, int) else Exit.DONE


def _crashed(error: Exception) -> int:
    name = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    safe = name.encode("ascii", "backslashreplace").decode("ascii")
    safe = "".join(c if c.isprintable() else "?" for c in safe)
    sys.stderr.write(
        f"Fout in woonplan zelf ({safe}). Meld dit met de opdracht en het bestand; --debug geeft de details.\n"
    )
    return Exit.NO_WORK
