"""One file as an editor has it, on standard input, in the place that it will be saved in."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from woonplan.cli.checking import Outcome
from woonplan.cli.streams import NoWorkError
from woonplan.yaml_io.text import MAX_BYTES, unsaved

STANDARD_INPUT = Path("-")


@contextmanager
def standard_input(paths: Sequence[Path], name: Path | None) -> Iterator[Sequence[Path]]:
    """Yield what to check; while that is done, a file on standard input stands in for the one that it is named after.

    Refuses standard input without a name, and a name without standard input.
    """
    if STANDARD_INPUT not in paths:
        if name is not None:
            raise NoWorkError(
                "--as hoort bij een bestand van standaardinvoer: 'woonplan check - --as data/plannen.yaml'."
            )
        yield paths
        return
    if len(paths) > 1:
        raise NoWorkError("van standaardinvoer (-) wordt een bestand gelezen; geef er geen andere paden bij.")
    if name is None:
        raise NoWorkError("zeg met --as hoe het bestand van standaardinvoer heet, zoals --as data/plannen.yaml.")
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise NoWorkError(f"van standaardinvoer komt meer dan {MAX_BYTES // 1024 // 1024} MB.")
    with unsaved(name, data):
        yield [name]


def of_file(outcome: Outcome, name: Path) -> Outcome:
    """Return what is said of one file: an editor shows nothing of others."""
    file = name.as_posix()
    own = tuple(finding for finding in outcome.findings if finding.place and finding.place.file == file)
    known = tuple(finding for finding in outcome.tally.bekend if finding.place and finding.place.file == file)
    return outcome._replace(findings=own, tally=replace(outcome.tally, bekend=known))
