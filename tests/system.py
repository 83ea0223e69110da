"""What a test needs that not every system has, each by its name; without it the test is skipped, and says why."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import pytest


def _posix(what: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(sys.platform == "win32", reason=f"Windows has no {what}")


def _links() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            Path(folder, "link").symlink_to(folder)
        except OSError:
            return False
    return True


TERMINAL = _posix("POSIX terminal")
SHELL = _posix("POSIX shell that takes paths as they are")
SIGNALS = _posix("signal that another process can send and that can be waited for")
MODES = _posix("permissions of owner, group and others")
PIPES = _posix("pipe that has a name in a folder")
STREAMS = _posix("/dev/stdout and /dev/null")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
LINKS = pytest.mark.skipif(not _links(), reason="who runs the tests may not make symbolic links here")
GIT = pytest.mark.skipif(shutil.which("git") is None, reason="this system has no git")
ZSH = pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh here")
