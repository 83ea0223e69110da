"""What a shell puts on the command line for a name: quoted, so that the command works when Enter is pressed.

Typer gives names as they are. Fish quotes by itself; bash and PowerShell put down what they get; for zsh typer writes a
command in which a name with an apostrophe is another name.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Callable
from functools import partial

_PLAIN = re.compile(r"[\w@%+=:,./-]")


def complete(answer: Callable[[], int], asked: str) -> int:
    """Write what ``answer`` (typer's completion) writes, each name as the shell has to have it.

    ``asked`` is how the shell asks for it (`complete_bash`); one that quotes by itself gets the names as they are.
    """
    shell = asked.removeprefix("complete_")
    if shell not in ("bash", "powershell", "pwsh", "zsh"):
        return answer()
    if shell == "zsh":
        sys.stdout.write(_for_zsh(answer))
        return 0
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


_LINE = "_TYPER_COMPLETE_ARGS"
"""What the script of typer for zsh sets to the line up to the cursor."""

_OF_ZSH = re.compile(r'^(?:_arguments \'\*: :\(\()?"(.*)"(?:\)\)\')?$', re.MULTILINE)


def _for_zsh(answer: Callable[[], int]) -> str:
    """Return the command with which zsh offers names; it quotes them by itself, in the way the word has begun."""
    words, opening = _zsh_words(os.environ.get(_LINE, ""))
    names: dict[str, None] = {}
    # A quotation mark may open the word, or be the first letter of 's-Gravenhage.
    for last in dict.fromkeys([words[-1], opening + words[-1]]):
        os.environ[_LINE] = f"{shlex.join(words[:-1])} {shlex.quote(last) if last else ''}"
        out = io.StringIO()
        with contextlib.suppress(SystemExit), contextlib.redirect_stdout(out):
            answer()
        if '":"' in out.getvalue():
            # Commands and options, with what they do: words without a mark in them.
            return out.getvalue()
        names |= dict.fromkeys(map(_from_zsh, _OF_ZSH.findall(out.getvalue())))
    return f"compadd -U -- {shlex.join(names)}\n" if names else "_files\n"


def _from_zsh(text: str) -> str:
    """Return a name as it was before typer wrote it for zsh."""
    for written, meant in (('""', '"'), ("''", "'"), ("\\$", "$"), ("\\`", "`"), ("\\\\:", ":")):
        text = text.replace(written, meant)
    return text


def _zsh_words(line: str) -> tuple[list[str], str]:
    """Return the words of a line that may break off inside one, and the quotation mark that the last begins with."""
    words, opening, mark, escaped = [""], "", "", False
    fresh = True
    for c in line:
        if escaped:
            words[-1], escaped, fresh = words[-1] + c, False, False
        elif c == "\\" and mark != "'":
            escaped = True
        elif c == mark:
            mark = ""
        elif c in "\"'" and not mark:
            opening = c if fresh else opening
            mark, fresh = c, False
        elif c.isspace() and not mark:
            if not fresh or words[-1]:
                words.append("")
            opening, fresh = "", True
        else:
            words[-1], fresh = words[-1] + c, False
    return words, opening
