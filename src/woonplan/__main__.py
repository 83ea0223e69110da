"""The entry point: answers `--version` before anything heavy is imported, and owns the exit code."""

from __future__ import annotations

import gc
import io
import os
import sys

from woonplan import INTERRUPTED, __version__

COLLECT_AFTER = 100_000
"""Objects that are made, beyond those that went, before the collector looks for cycles among them."""


def main() -> None:
    """Run the command line and exit: 0 done, 1 findings or a gate, 2 could not do the work, 130 interrupted."""
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:  # while what listens to it was being loaded
        code = INTERRUPTED
    sys.exit(code)


def _run(args: list[str]) -> int:
    if args in (["--version"], ["-V"]) and _version():
        return 0
    from woonplan.cli.interrupt import leave_on_interrupt, unwind_on_interrupt

    unwind_on_interrupt()
    # A plugin of pydantic could change what is accepted; to look for them is to read what every package says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Starting makes some hundred thousand objects that stay; at Python's own 700 they are walked over and over.
    gc.set_threshold(COLLECT_AFTER)
    from woonplan.cli.run import run

    code = run(args)
    leave_on_interrupt()
    # Nothing is freed by looking for cycles in a process that ends: its memory goes back as a whole.
    gc.freeze()
    return code


def _version() -> bool:
    """Write the version; return whether that is all there is to it. A reader that went away is no error."""
    try:
        sys.stdout.write(f"woonplan {__version__}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered has no reader; Python would complain when it flushes at exit.
        sys.stdout = io.StringIO()
    except (AttributeError, OSError, ValueError):
        return False
    return True


if __name__ == "__main__":
    main()
