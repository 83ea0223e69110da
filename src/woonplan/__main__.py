"""The entry point: answers `--version` before anything heavy is imported, and owns the exit code."""

from __future__ import annotations

import io
import sys

from woonplan import __version__


def main() -> None:
    """Run the command line and exit: 0 done, 1 findings or a gate, 2 could not do the work, 130 interrupted."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.exit(_version())
    from woonplan.cli.run import run

    sys.exit(run(sys.argv[1:]))


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
