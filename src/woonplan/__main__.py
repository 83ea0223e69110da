"""The entry point: answers `--version` before anything heavy is imported, and owns the exit code."""

from __future__ import annotations

import sys

from woonplan import __version__


def main() -> None:
    """Run the command line and exit: 0 done, 1 findings or a gate, 2 could not do the work, 130 interrupted."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"woonplan {__version__}\n")
        return
    from woonplan.cli.run import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
