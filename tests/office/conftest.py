"""An office suite that listens, for every test in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PIPE = f"woonplan-test-{os.getpid()}"
"""Each worker has an office of its own."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[str]:
    """An office that listens, and the Python that can talk to it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is not installed"
    profile = (tmp_path / "profile").as_uri()
    command = [
        program,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={PIPE};urp;",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield _python()
    finally:
        process.terminate()
        process.wait(timeout=60)


def _python() -> str:
    for name in ("/usr/bin/python3", "python3"):
        found = shutil.which(name)
        if found and subprocess.run([found, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return found
    pytest.fail("no Python with uno: install python3-uno")
