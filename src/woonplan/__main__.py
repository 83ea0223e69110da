"""The entry point: answers `--version` before anything heavy is imported, and owns the exit code."""

from __future__ import annotations

import gc
import os
import sys

from woonplan import INTERRUPTED, __version__

COLLECT_AFTER = 500_000
"""Objects that are made, beyond those that went, before the collector looks for cycles among them: more than a command
makes of 50,000 plans, which all live until it ends."""


def main() -> None:
    """Run the command line and end the process: 0 done, 1 findings or a gate, 2 no work done, 130 interrupted."""
    args = sys.argv[1:]
    code = 0
    try:
        if not (args in (["--version"], ["-V"]) and _version()):
            from woonplan.cli.interrupt import leave_on_interrupt, unwind_on_interrupt

            unwind_on_interrupt()
            # A plugin of pydantic could change what is accepted; to look for them is to read what every package says.
            os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
            # What starting makes stays; at Python's own 700 it is walked over and over.
            gc.set_threshold(COLLECT_AFTER)
            from woonplan.cli.run import run

            code = run(args)
            leave_on_interrupt()
    except KeyboardInterrupt:  # while what listens to it was being loaded
        code = INTERRUPTED
    _leave(code)


def _leave(code: int) -> None:
    """End the process without taking apart what it made: its memory goes back as a whole."""
    if _watched():
        # Who watches writes down what was seen when Python ends in its own way.
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):  # there is none, or nobody reads it: `run` has judged that
            continue
    os._exit(code)


def _watched() -> bool:
    """Return whether a profiler, a debugger or a measure of coverage looks at what runs."""
    monitoring = getattr(sys, "monitoring", None)  # since Python 3.12
    tools = (monitoring.get_tool(number) for number in range(6)) if monitoring else ()
    return sys.getprofile() is not None or sys.gettrace() is not None or any(tools)


def _version() -> bool:
    """Write the version; return whether that worked. `run` knows what to do where it did not."""
    try:
        sys.stdout.write(f"woonplan {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError, ValueError):
        return False
    return True


if __name__ == "__main__":
    main()
