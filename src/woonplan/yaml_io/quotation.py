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
_QUOTED = re.compile(r"""\"(?:\\.|[^"\\])*+"|'(?:''|[^'])*+'""")
_COMMENT = re.compile(r"\s+#.*$")

_APOSTROPHE = re.compile(r"[ \t-]*(?:[A-Za-z_]+:|-)[ \t]+('[A-Za-z][ -][^']*?)\s*")
"""A name such as 't Hof or 's-Heerenpark: its apostrophe opens a text that does not end on the line."""

_IN_A_LIST = re.compile(r"[\[{,:][ \t]*('[A-Za-z][ -][^',\]}]*)(?=[,\]}])")
"""The same between brackets."""


def opening_mistakes(number: int, line: str) -> Iterator[Mistake]:
    """Yield what may be wrong with a line on which a text opens that goes on over the lines after it."""
    yield from apostrophe_mistakes(number, line)
    yield from (mistake for mistake in quotation_mistakes(number, line) if mistake.opens)


def apostrophe_mistakes(number: int, line: str) -> Iterator[Mistake]:
    """Yield that a name on a line begins with an apostrophe, with all such names on it repaired."""
    name = _APOSTROPHE.fullmatch(line)
    repaired = line[: name.start(1)] + _doubly(name[1]) if name else ""
    if name is None and (name := _IN_A_LIST.search(line)):
        repaired = _IN_A_LIST.sub(lambda found: found[0].replace(found[1], _doubly(found[1])), line)
    if name:
        what = f"de apostrof waarmee {quote(name[1])} begint opent een tekst die niet sluit"
        hint = f'Zet de naam tussen dubbele aanhalingstekens: "{shown(name[1])}".'
        yield Mistake(number, name.start(1), what, hint, repaired, opens=True)


def _doubly(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quotation_mistakes(number: int, line: str) -> Iterator[Mistake]:
    """Yield what may be wrong with the quotation marks of a line, from left to right."""
    position = 0
    while found := _OPENS.search(line, position):
        start = found.start(1)
        closed = _QUOTED.match(line, start)
        inside = "{" in line[:start] or "[" in line[:start]
        if closed is None:
            yield _unclosed(number, line, start, inside=inside)
            return
        position = closed.end()
        if not (_AFTER_IN_BRACKETS if inside else _AFTER).match(line, position):
            yield from _early(number, line, start, position - 1, inside=inside)


def _unclosed(number: int, line: str, start: int, *, inside: bool) -> Mistake:
    mark, end = line[start], len(line.rstrip())
    if inside and (closing := _END_IN_BRACKETS.search(line, start)):
        end = closing.start()
    repaired = line[:end] + mark + line[end:]
    what = f"het aanhalingsteken dat hier opent, sluit niet op deze regel: {quote(line.strip())}"
    hint = f"Sluit de tekst: {shown(repaired[start : end + 1])}"
    return Mistake(number, start, what, hint, repaired, opens=True)


def _early(number: int, line: str, start: int, close: int, *, inside: bool) -> Iterator[Mistake]:
    mark = line[start]
    end = len(_COMMENT.sub("", line).rstrip())
    if inside:
        ending = re.compile(f"{mark}(?={_END_IN_BRACKETS.pattern})").search(line, close + 1)
        if ending is None:
            return
        end = ending.end()
    value, beyond = line[start:end], line[close + 1 : end].strip()
    if beyond in (",", ";", "."):
        what = f"na het sluitende aanhalingsteken staat nog {quote(beyond)}: {quote(value)}"
        yield Mistake(number, close + 1, what, f"Haal {quote(beyond)} weg.", line[: close + 1] + line[end:])
        return
    # What comes right after the mark tells an opening one (`"Plan "Noord" fase"`) from one that ends a word.
    nested = value.endswith(mark) and end - 1 > close and not line[close + 1].isspace()
    text = value[1:-1] if nested else value
    word, meant = "dubbele", f'"{text}"'
    if mark == '"' or '"' in text or "\\" in text:
        word, meant = "enkele", f"'{text.replace(chr(39), chr(39) * 2)}'"
    if nested:
        what = f"binnen een tekst tussen aanhalingstekens staan dezelfde aanhalingstekens: {quote(value)}"
    else:
        what = f"na het sluitende aanhalingsteken gaat de tekst nog door: {quote(value)}"
    hint = f"Zet er {word} aanhalingstekens omheen: {shown(meant)}"
    yield Mistake(number, close, what, hint, line[:start] + meant + line[end:])
