"""Progress: on a terminal, on stderr, after a second, and nowhere else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time

import pytest

from tests.cli.process import python
from tests.system import TERMINAL
from woonplan.cli.progress import progress

SLOW = 0.4


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, term: str = "xterm") -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", term)
    with progress("register lezen", delay=0.1):
        time.sleep(seconds)
    return stream.getvalue()


def test_long_work_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "register lezen" in shown(monkeypatch, Terminal(), SLOW)


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Terminal(), 0.0) == ""


def test_no_terminal_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), SLOW) == ""
    assert shown(monkeypatch, Terminal(), SLOW, term="dumb") == ""


def test_what_goes_wrong_inside_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with pytest.raises(ValueError, match="stuk"), progress("register lezen", delay=0.1):
        raise ValueError("stuk")


CODE = """
import os, sys
from woonplan.cli import progress
progress.DELAY = 0.0
from woonplan.__main__ import main
progress.progress.__wrapped__.__defaults__ = (0.0,)
sys.argv = ["woonplan", "report", "2020", "--format", "csv"]
sys.exit(main())
"""


@TERMINAL
def test_the_result_is_the_same_with_and_without_a_terminal() -> None:
    piped = python(CODE)
    assert piped.returncode == 0
    assert piped.stderr == b""
    leader, follower = os.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-c", CODE], stdout=subprocess.PIPE, stderr=follower, timeout=120, check=False,
            env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"},
        )  # fmt: skip
        assert done.stdout == piped.stdout
        os.set_blocking(leader, False)
        assert b"register lezen" in os.read(leader, 100_000)
    finally:
        os.close(leader)
        os.close(follower)
