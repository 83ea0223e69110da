"""Quotation marks that open a text and do not close it, or close it too early."""

from __future__ import annotations

import re
from collections.abc import Iterator

from woonplan.diagnostics import quote
from woonplan.yaml_io.repair import Mistake, shown

_OPENS = re.compile(r"""(?:^[ \t]*|: +|- +|, *|[\[{] *)(["'])""")
_AFTER = re.compile(r"\s*(?:$|[:#])")
_AFTER_IN_BRACKETS = re.compile(r"\s*(?:$|[,\]}:#])")
_END_IN_BRACKETS = re.compile(r"\s*[,\]}]")
_COMMENT = re.compile(r"\s+#.*$")

_APOSTROPHE = re.compile(r"[ \t-]*[A-Za-z_]+:[ \t]+('[A-Za-z][ -][^']*?)\s*")
"""A name such as 't Hof or 's-Heerenpark: its apostrophe opens a text that does not end on the line."""


def opening_mistakes(number: int, line: str) -> Iterator[Mistake]:
    """Yield what may be wrong with a line on which a text opens that goes on over the lines after it."""
    if name := _APOSTROPHE.fullmatch(line):
        what = f"de apostrof waarmee {quote(name[1])} begint opent een tekst die niet sluit"
        hint = f'Zet de naam tussen dubbele aanhalingstekens: "{shown(name[1])}".'
        quoted = '"' + name[1].replace("\\", "\\\\").replace('"', '\\"') + '"'
        yield Mistake(number, name.start(1), what, hint, line[: name.start(1)] + quoted, opens=True)
    yield from (mistake for mistake in quotation_mistakes(number, line) if mistake.opens)


def quotation_mistakes(number: int, line: str) -> Iterator[Mistake]:
    """Yield what may be wrong with the quotation marks of a line, from left to right."""
    position = 0
    while found := _OPENS.search(line, position):
        start = found.start(1)
        close = _close(line, start)
        inside = "{" in line[:start] or "[" in line[:start]
        if close is None:
            yield _unclosed(number, line, start, inside=inside)
            return
        if not (_AFTER_IN_BRACKETS if inside else _AFTER).match(line, close + 1):
            early = _early(number, line, start, close, inside=inside)
            if early is not None:
                yield early
        position = close + 1


def _close(line: str, start: int) -> int | None:
    """Return where the text that opens at ``start`` closes, as YAML reads it, or None."""
    mark, at = line[start], start + 1
    while at < len(line):
        if mark == '"' and line[at] == "\\":
            at += 1
        elif line[at] == mark:
            if mark == '"' or line[at + 1 : at + 2] != mark:
                return at
            at += 1
        at += 1
    return None


def _unclosed(number: int, line: str, start: int, *, inside: bool) -> Mistake:
    mark, end = line[start], len(line.rstrip())
    if inside and (closing := _END_IN_BRACKETS.search(line, start)):
        end = closing.start()
    repaired = line[:end] + mark + line[end:]
    what = f"het aanhalingsteken dat hier opent, sluit niet op deze regel: {quote(line.strip())}"
    hint = f"Sluit de tekst: {shown(repaired[start : end + 1])}"
    return Mistake(number, start, what, hint, repaired, opens=True)


def _early(number: int, line: str, start: int, close: int, *, inside: bool) -> Mistake | None:
    mark = line[start]
    end = _end(line, close, mark) if inside else len(_COMMENT.sub("", line).rstrip())
    if end is None:
        return None
    value, beyond = line[start:end], line[close + 1 : end].strip()
    if beyond in (",", ";", "."):
        what = f"na het sluitende aanhalingsteken staat nog {quote(beyond)}: {quote(value)}"
        return Mistake(number, close + 1, what, f"Haal {quote(beyond)} weg.", line[: close + 1] + line[end:])
    # What comes right after the mark tells an opening one (`"Plan "Noord" fase"`) from one that ends a word.
    nested = value.endswith(mark) and end - 1 > close and not line[close + 1].isspace()
    text = value[1:-1] if nested else value
    other = "'" if mark == '"' or '"' in text or "\\" in text else '"'
    meant = f"'{text.replace(chr(39), chr(39) * 2)}'" if other == "'" else f'"{text}"'
    if nested:
        what = f"binnen een tekst tussen aanhalingstekens staan dezelfde aanhalingstekens: {quote(value)}"
    else:
        what = f"na het sluitende aanhalingsteken gaat de tekst nog door: {quote(value)}"
    word = "enkele" if other == "'" else "dubbele"
    hint = f"Zet er {word} aanhalingstekens omheen: {shown(meant)}"
    return Mistake(number, close, what, hint, line[:start] + meant + line[end:])


def _end(line: str, close: int, mark: str) -> int | None:
    """Return the index just after the mark that ends a value between brackets: one before a comma or a bracket."""
    at = line.find(mark, close + 1)
    while at >= 0:
        if _END_IN_BRACKETS.match(line, at + 1):
            return at + 1
        at = line.find(mark, at + 1)
    return None
