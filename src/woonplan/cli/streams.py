"""The standard streams: there from the start, and never the reason that a command fails in silence."""

from __future__ import annotations

import errno
import os
import sys
from typing import TextIO

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What writing gives where there is no more room, or the disk under it is broken."""


def open_streams() -> None:
    """Give a stream that was closed before we started a place to write to; Python has None for it."""
    if sys.stdout is not None and sys.stderr is not None:
        return
    # The lowest free number is taken first, so no file opened later can become stdout or stderr by accident.
    number = os.open(os.devnull, os.O_RDWR)
    while number < 2:
        number = os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or os.fdopen(number, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(number, "w", encoding="utf-8", closefd=False)


def discard(stream: TextIO) -> None:
    """Send what is still buffered for a stream nowhere; without this Python complains when it flushes at exit."""
    try:
        number = stream.fileno()
    except (OSError, ValueError):  # not a real stream: nothing is flushed at exit
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


def say(text: str) -> None:
    """Write lines to stderr, in whatever characters it can show.

    Where stderr takes nothing there is nobody to tell; the result and the exit code are what they would be.
    """
    from woonplan.render.safe import encodable, inert

    try:
        sys.stderr.write(encodable(inert(text), getattr(sys.stderr, "encoding", None)))
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def say_unwritten(error: OSError) -> None:
    """Say on stderr why a result did not reach stdout, and give up on what is left of it."""
    from woonplan.system import reason

    discard(sys.stdout)
    say(f"Fout: het resultaat is niet geheel geschreven: {reason(error)}. Maak ruimte of kies een andere plaats.\n")
