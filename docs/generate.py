"""Produces the blocks of these pages that must say what the program does; cog calls these functions.

Run `cog -r` on a page to write its blocks anew, `cog --check` to see whether they still hold.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import cog
from rich.console import Console
from rich.text import Text

from woonplan.checks.document import groups, rule_markdown
from woonplan.model.begrip import Begrip
from woonplan.model.begrippen import BEGRIPPEN

SCREEN = 80
"""Columns of the screen that the picture is of."""

FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Where the picture would fetch its letters from; those of the reader's own terminal will do."""


def printed(line: str, **env: str) -> str:
    """Return what a command prints; COLUMNS and colours as in ``env``."""
    plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "TERM")}
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(line)],
        capture_output=True,
        encoding="utf-8",
        env={**plain, "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return done.stdout


def answer(line: str, file: str, what: str = 'Terminal: "{line}" answers "{said}", with one bar and one table') -> None:
    """Write the sentence that a command answers with, and below it the picture in ``file``, of ``what``."""
    said = printed(line).partition("\n")[0]
    cog.outl(f"> {said}\n")
    cog.outl(f"![{what.format(line=line, said=said)}]({file})")


def picture(line: str) -> None:
    """Write an SVG of a terminal with a command and its answer."""
    screen = Console(record=True, width=SCREEN, file=io.StringIO(), color_system="standard", force_terminal=True)
    text = printed(line, COLUMNS=str(SCREEN), FORCE_COLOR="1")
    screen.print(Text.from_ansi(f"$ {line}\n{text}"), soft_wrap=True)
    cog.out(FONT.sub("", screen.export_svg(title=line, unique_id="woonplan")))


def chart(line: str, name: str) -> None:
    """Write a chart of what a command answers, as it comes out of it as a loose file."""
    with tempfile.TemporaryDirectory() as folder:
        printed(f"{line} --charts {folder}")
        cog.out((Path(folder) / name).read_text(encoding="utf-8").partition("?>\n")[2])


def command(line: str, lines: int | None = None, left: str = "more lines") -> None:
    """Write a shell block with a command and what it prints on a screen of 100 columns.

    Args:
        line: The command.
        lines: How many lines of it to show; the rest is marked as left out.
        left: What was left out, in the language of the page.
    """
    cog.outl("```console")
    cog.outl(f"$ {line}")
    shown = printed(line, COLUMNS="100", NO_COLOR="1").splitlines()
    for text in shown[:lines]:
        cog.outl(text)
    if lines is not None and len(shown) > lines:
        cog.outl(f"[... {len(shown) - lines} {left}]")
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
