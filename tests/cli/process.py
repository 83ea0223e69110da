"""Run the program as users do: a process of its own, with an environment that holds nothing of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "woonplan")
TIMEOUT = 120


def environment(**extra: str) -> dict[str, str]:
    """Return an environment without a terminal, colours, columns or a CI system, but for what is asked."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH") if key in os.environ}
    return {**kept, "PYTHONUTF8": "1", **extra}


def woonplan(*args: str, cwd: Path = ROOT, **extra: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command with its output piped."""
    return subprocess.run(
        [*PROGRAM, *args],
        cwd=cwd,
        env=environment(**extra),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )


def python(code: str, *args: str, **extra: str) -> subprocess.CompletedProcess[bytes]:
    """Run a few lines of Python in the same environment."""
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=ROOT,
        env=environment(**extra),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
