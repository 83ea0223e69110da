"""Produces the blocks of the README that must say what the program does; cog calls these functions.

Run `cog -r README.md` to write the blocks anew, `cog --check README.md` to see whether they still hold.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import cog

from woonplan.checks.document import groups, rule_markdown
from woonplan.model.begrippen import BEGRIPPEN, Begrip

WIDTH = "100"


def command(line: str, lines: int | None = None) -> None:
    """Write a shell block with a command and what it prints on a screen of 100 columns.

    Args:
        line: The command.
        lines: How many lines of it to show; the rest is marked as left out.
    """
    env = {**os.environ, "COLUMNS": WIDTH, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(line)], capture_output=True, encoding="utf-8", env=env, check=False
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    cog.outl("```console")
    cog.outl(f"$ {line}")
    shown = done.stdout.splitlines()
    for text in shown[:lines]:
        cog.outl(text)
    if lines is not None and len(shown) > lines:
        cog.outl(f"[... {len(shown) - lines} more lines]")
    cog.outl("```")


def measured() -> None:
    """Write the table of measured ratios, as it stands in benchmarks/RESULTS.md."""
    for text in (Path(__file__).parents[1] / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8").splitlines():
        if text.startswith("|"):
            cog.outl(text)


def glossary() -> None:
    """Write the glossary as a table."""
    cog.outl("| term | meaning | source |")
    cog.outl("|---|---|---|")
    for begrip in BEGRIPPEN:
        cog.outl(f"| `{begrip.naam}` | {begrip.english} | {_source(begrip)} |")


def _source(begrip: Begrip) -> str:
    return f"Woonagenda r. {begrip.regels}" if begrip.regels else begrip.bron


def rules_table() -> None:
    """Write the groups of rules as a table."""
    cog.outl("| codes | group | rules |")
    cog.outl("|---|---|--:|")
    for prefix, groep, rules in groups():
        cog.outl(f"| {prefix}xx | {groep} | {len(rules)} |")


def rules() -> None:
    """Write every rule with its explanation and examples, by group."""
    for prefix, groep, members in groups():
        cog.outl(f"## {prefix}xx: {groep}\n")
        for rule in members:
            cog.outl(f"### {rule.code}: {rule.naam}\n")
            cog.outl(rule_markdown(rule))
