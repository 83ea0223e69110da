"""The entry point: answers `--version` before anything heavy is imported, and owns the exit code."""

from __future__ import annotations

import gc
import io
import sys

from woonplan import __version__

COLLECT_AFTER = 100_000
"""Objects that are made, beyond those that went, before the collector looks for cycles among them."""


def main() -> None:
    """Run the command line and exit: 0 done, 1 findings or a gate, 2 could not do the work, 130 interrupted."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.exit(_version())
    # Starting makes some hundred thousand objects that stay; at Python's own 700 they are walked over and over.
    gc.set_threshold(COLLECT_AFTER)
    from woonplan.cli.run import run

    code = run(sys.argv[1:])
    # Nothing is freed by looking for cycles in a process that ends: its memory goes back as a whole.
    gc.freeze()
    sys.exit(code)


def _version() -> int:
    """Write the version; a reader that went away is no error, a screen that cannot be written to is."""
    try:
        sys.stdout.write(f"woonplan {__version__}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered has no reader; Python would complain when it flushes at exit.
        sys.stdout = io.StringIO()
        return 0
    except (AttributeError, OSError, ValueError):
        sys.stdout = io.StringIO()
        return 2
    return 0


if __name__ == "__main__":
    main()
