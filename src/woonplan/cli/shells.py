"""What a shell puts on the command line for a name: quoted, so that the command works when Enter is pressed.

Typer gives names as they are. Zsh and fish quote by themselves; bash and PowerShell put down what they get.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Callable
from functools import partial

VARIABLE = "_WOONPLAN_COMPLETE"
"""What the script in the shell sets to ask for completions."""

_PLAIN = re.compile(r"[\w@%+=:,./-]")


def completing() -> bool:
    """Whether a shell asks for completions that it does not quote by itself."""
    return os.environ.get(VARIABLE) in ("complete_bash", "complete_powershell", "complete_pwsh")


def complete(answer: Callable[[], int]) -> int:
    """Write what ``answer`` (typer's completion) writes, each name as the shell has to have it."""
    shell = os.environ[VARIABLE].removeprefix("complete_")
    quoted: Callable[[str], str] = _for_powershell
    if shell == "bash":
        words, at = _bash_words(os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", ""))
        os.environ["COMP_WORDS"], os.environ["COMP_CWORD"] = "\n".join(words), str(at)
        quoted = partial(for_bash, opening=words[at][:1] if at < len(words) else "")
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            return answer()
    finally:
        sys.stdout.write("".join(f"{quoted(line)}\n" for line in out.getvalue().splitlines() if line))


def _bash_words(text: str, number: str) -> tuple[list[str], int]:
    """Return the words of the line and which of them is completed.

    Bash takes ``--gemeente=Ens`` for three words, and completes the last; for typer they are an option and its value.
    """
    words = text.split("\n")
    at = int(number) if number.isdecimal() else len(words) - 1
    found: list[str] = []
    where = at
    for i, word in enumerate(words):
        if word == "=" and found and found[-1].startswith("--"):
            if i == at:
                found.append("")
            elif i < at:
                where -= 1
        else:
            found.append(word)
    return found, where


def for_bash(name: str, opening: str = "") -> str:
    """Return a name for bash, where the word may have begun with a quotation mark; bash adds the closing one."""
    if opening == "'":
        return name.replace("'", "'\\''")
    if opening == '"':
        return re.sub(r'([\\"$`])', r"\\\1", name)
    return "".join(c if _PLAIN.match(c) else f"\\{c}" for c in name)


def _for_powershell(line: str) -> str:
    """Return one line of typer's answer to PowerShell: the name, a mark, and its explanation."""
    name, mark, explained = line.partition(":::")
    if not all(map(_PLAIN.match, name)):
        name = "'" + name.replace("'", "''") + "'"
    return f"{name}{mark}{explained}"
