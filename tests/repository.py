"""A git repository made in a test: registers committed one after the other."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import GEMEENTEN, PLANNEN

IDENTITY = (
    "-c",
    "user.name=T",
    "-c",
    "user.email=t@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.autocrlf=false",
)


def git(folder: Path, *args: str) -> str:
    """Run git in a folder and return what it says."""
    done = subprocess.run(["git", *IDENTITY, *args], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode("utf-8", "replace")


def commit(folder: Path, files: Mapping[str, str | bytes | None], message: str = "x") -> str:
    """Write files (None: remove it) and commit them; return the commit."""
    if not (folder / ".git").exists():
        folder.mkdir(exist_ok=True)
        git(folder, "init", "-q", "-b", "main")
    for name, content in files.items():
        path = folder / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD").strip()


def register(plannen: str, *, folder: str = "data", kop: str = PLANNEN) -> dict[str, str | bytes | None]:
    """The files of a small register with these plans."""
    return {f"{folder}/gemeenten.yaml": GEMEENTEN, f"{folder}/plannen.yaml": kop + plannen}


def plan(name: str, homes: int, status: str = "3", more: str = "") -> str:
    """A plan that nothing is delivered of yet."""
    fields = f"id: {name}, naam: {name.title()}, gemeente: Aa, planstatus: {status}, woningen: {homes}"
    return f"  - {{{fields}, gerealiseerd: 0{more}}}\n"
