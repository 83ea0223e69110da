"""Run the program as users do, in an environment that holds nothing of ours: a process of its own, or this one."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest import mock

from woonplan.cli.run import run

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "woonplan")
TIMEOUT = 120
NEEDED = ("PATH", "HOME", "SYSTEMROOT", "USERPROFILE", "TEMP", "PYTHONPATH")


def environment(**extra: str) -> dict[str, str]:
    """Return an environment without a terminal, colours, columns or a CI system, but for what is asked."""
    kept = {key: os.environ[key] for key in NEEDED if key in os.environ}
    return {**kept, "PYTHONUTF8": "1", **extra}


def woonplan(*args: str, cwd: Path = ROOT, **extra: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command with its output piped."""
    return _run([*PROGRAM, *args], cwd, environment(**extra))


def inside(*args: str, cwd: Path = ROOT, **extra: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in this process, with the streams, the folder and the environment of one of its own.

    For tests of what is said and not of how a process starts or ends: starting up is most of the time of a command.
    """
    encoding = extra.get("PYTHONIOENCODING", "utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, errors) for errors in ("strict", "backslashreplace"))
    with (
        mock.patch.dict(os.environ, environment(**extra), clear=True),
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = run(list(args))
        except SystemExit as stop:  # how typer ends a completion
            code = int(stop.code or 0)
        out.flush()
        err.flush()
    written = (stream.detach().getvalue() for stream in (out, err))  # type: ignore[attr-defined]  # a BytesIO
    return subprocess.CompletedProcess([*PROGRAM, *args], code, *written)


def python(code: str, *args: str, **extra: str) -> subprocess.CompletedProcess[bytes]:
    """Run a few lines of Python in the same environment."""
    return _run([sys.executable, "-c", code, *args], ROOT, environment(**extra))


def _run(command: list[str], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT, check=False
    )
    # Results are written as they are; messages have the line ends of the system, as text has there.
    done.stderr = done.stderr.replace(os.linesep.encode(), b"\n")
    return done
