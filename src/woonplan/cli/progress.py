"""Something to look at while work takes longer than a moment: on a terminal, on stderr, and nowhere else."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

DELAY = 1.0
"""Work of at most so many seconds shows nothing."""


@contextmanager
def progress(text: str, delay: float = DELAY) -> Iterator[None]:
    """Show a moving bar with ``text`` while the work inside takes longer than ``delay`` seconds; then take it away.

    How much there is to do is not known beforehand, so the bar says that work goes on and for how long.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    done = threading.Event()
    worker = threading.Thread(target=_show, args=(text, done, delay), daemon=True)
    worker.start()
    try:
        yield
    finally:
        done.set()
        # The bar is wiped before anything else is written to the terminal.
        worker.join()


def _show(text: str, done: threading.Event, delay: float) -> None:
    if done.wait(delay):
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from woonplan.render.terminal.screen import make_console, screen

    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=20), TimeElapsedColumn())
    with Progress(*columns, console=make_console(sys.stderr, screen(sys.stderr)), transient=True) as bar:
        bar.add_task(text, total=None)
        done.wait()
