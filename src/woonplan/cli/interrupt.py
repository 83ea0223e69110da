"""Ctrl-C: exit code 130 without a word, whatever the moment it comes at."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType

from woonplan import INTERRUPTED

_LOADING = "<frozen importlib._bootstrap>"


def unwind_on_interrupt() -> None:
    """Let Ctrl-C be an exception while the program works, so that files and the screen are left in order.

    Not while a module is being loaded: there is nothing to put in order then, and Python prints what is raised in the
    callbacks of its own locks.
    """
    _handle(_unwind)


def leave_on_interrupt() -> None:
    """Let Ctrl-C end the process at once: what comes after the work catches no exceptions."""
    _handle(_leave)


def _handle(handler: Callable[[int, FrameType | None], None]) -> None:
    # A process in the background ignores Ctrl-C, and goes on doing so.
    if signal.getsignal(signal.SIGINT) in (signal.default_int_handler, _unwind, _leave):
        signal.signal(signal.SIGINT, handler)


def _leave(number: int, frame: FrameType | None) -> None:
    del number, frame
    os._exit(INTERRUPTED)


def _unwind(number: int, frame: FrameType | None) -> None:
    while frame is not None:
        if frame.f_code.co_filename == _LOADING:
            _leave(number, frame)
        frame = frame.f_back
    raise KeyboardInterrupt
