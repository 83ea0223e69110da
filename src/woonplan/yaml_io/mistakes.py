"""Mistakes that people make in YAML, recognised near the place where the parser stumbles.

The parser complains where it can go no further, which is often a line or a hundred lines past the mistake. A mistake
is only named when the text reads further with that one line repaired; otherwise the parser's own place and words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import yaml

from woonplan.diagnostics import quote
from woonplan.yaml_io.brackets import bracket_mistakes, never_closed
from woonplan.yaml_io.events import events
from woonplan.yaml_io.indenting import indenting_mistake
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.opened import Opened, opened_before
from woonplan.yaml_io.quotation import opening_mistakes, quotation_mistakes
from woonplan.yaml_io.repair import LONGEST, Mistake, shown

_NEAR = 10
"""Lines before the parser's place in which a mistake can lie that does not open anything."""

_TRIALS = 20

_BUDGET = 4_000_000
"""Characters that are read again, at most, to find out which repair helps: half a second."""

_SMALL = 1_000_000
"""Characters of a text that is read again as a whole; of a larger one the part up to a while past the problem."""

_BEYOND = 200

_LARGEST = 64_000_000
"""Characters of a text that is read again at all."""

_SOMETHING = re.compile(r"\S")

_CONFLICT = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?: .*)?")
_CONFLICT_LINE = re.compile(rf"{_CONFLICT.pattern}\s*?$", re.MULTILINE)

_ODD = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
_ODD_SPACE = re.compile(rf"(?:^[ \t-]*|[:,\[{{]|- *)([{_ODD}])")
_FIXED_SPACES = "\u00a0\u2007\u202f"

_DASH = re.compile(r"^([ \t]*(?:- +)*)-(?=[^\W\d]|[\"'{\[])")
_OTHER_DASH = re.compile(r"^([ \t]*(?:- +)*)([\u2010-\u2015\u2022\u2212])[ \t\u00a0]*(?=\S)")
"""A dash or a bullet that a word processor made of a hyphen."""

_SPECIAL = re.compile(r"^([ \t]*(?:- +)*(?:\w[\w-]*:[ \t]+)?)([*&!%@`>|].*\S)\s*$")
_COLON = re.compile(r"^([ \t]*(?:- +)*)(\w[\w-]*):(?=[^\s:/])")


def recognised(text: str, lines: Lines, error: Any) -> Mistake | None:
    """Return the mistake behind an error of the parser that has a place in a text with these lines, or None."""
    line: int = error.problem_mark.line
    conflict = _conflict(text, lines, line)
    if conflict is not None:
        return conflict
    opened = opened_before(text, error)
    ended = _SOMETHING.search(text, lines.start(line) + error.problem_mark.column) is None
    end = len(text) if len(text) <= _SMALL else lines.start(line + _BEYOND)
    spent, free = 0, len(text) <= _LARGEST
    for mistake in islice(_candidates(lines, opened, error, ended=ended), _TRIALS):
        if spent + end > _BUDGET:
            # What opens far before the problem is only told by this; reading once more is what the file itself costs.
            if not (free and mistake.opens):
                continue
            free = False
        spent += end
        if _reads_past(_repaired(text, lines, mistake, end), line, opens=mistake.opens):
            return mistake
    return never_closed(lines, opened) if ended and "flow" in str(error.context) else None


def _repaired(text: str, lines: Lines, mistake: Mistake, end: int) -> str:
    number = mistake.line if mistake.mended is None else mistake.mended
    start, old = lines.start(number), lines[number]
    ending = old[len(old.rstrip("\r\n")) :]
    return "".join((text[:start], mistake.repaired, ending, text[start + len(old) : end]))


def _conflict(text: str, lines: Lines, problem: int) -> Mistake | None:
    near = range(max(problem - 3, 0), min(problem + 1, len(lines)))
    for i in (*_marked(text, lines, problem), *near):
        line = lines[i].rstrip()
        if _CONFLICT.fullmatch(line):
            what = f"hier staat een regel van een samenvoegconflict (git): {quote(line)}"
            hint = "Kies welke van de twee versies blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg."
            return Mistake(i, 0, what, hint, "")
    return None


def _marked(text: str, lines: Lines, problem: int) -> list[int]:
    """Return the first line up to a problem that starts a conflict, and the first that ends one, in their order."""
    found, end = [], lines.start(problem + 1)
    for mark in ("<<<<<<<", ">>>>>>>"):
        at = 0 if text.startswith(mark) else text.find(f"\n{mark}", 0, end) + 1
        while text.startswith(mark, at, end):
            if _CONFLICT_LINE.match(text, at):
                found.append(lines.number(at))
                break
            at = text.find(f"\n{mark}", at, end) + 1 or end
    return sorted(found)


def _candidates(lines: Lines, opened: Opened, error: Any, *, ended: bool) -> Iterator[Mistake]:
    """Yield what may be the mistake: a text that runs into the problem, then what is near it, the nearest first.

    ``ended`` says that the problem is the end of the file.
    """
    problem: int = error.problem_mark.line
    if opened.quoted is not None:
        number = opened.quoted[0]
        line = lines[number].rstrip("\r\n")
        if len(line) <= LONGEST:
            yield from opening_mistakes(number, line)
    last = min(problem, len(lines) - 1)
    context = getattr(error, "context_mark", None)
    near = list(range(last, max(last - _NEAR, -1), -1))
    if context is not None and context.line not in near and context.line < len(lines):
        near.append(context.line)
    for i in near:
        line = lines[i].rstrip("\r\n")
        if len(line) <= LONGEST:
            yield from _on_line(i, line)
    yield from bracket_mistakes(lines, opened, problem + ended)
    for i in near:
        yield from indenting_mistake(lines, i)


def _on_line(number: int, line: str) -> Iterator[Mistake]:
    """Yield what may be wrong with a line: one thing, or one of two of which both must be mended to read on."""
    for first in (*_spacing(number, line), *quotation_mistakes(number, line)):
        yield first
        for second in (*_spacing(number, first.repaired), *quotation_mistakes(number, first.repaired)):
            yield replace(first, repaired=second.repaired)


def _spacing(number: int, line: str) -> Iterator[Mistake]:
    source = quote(line.strip(" \t"))
    if found := _ODD_SPACE.search(line):
        name = "een vaste spatie" if found[1] in _FIXED_SPACES else "een onzichtbaar teken"
        hint = "Vervang het door een gewone spatie. Tekst uit Word of van een webpagina bevat zulke tekens vaak."
        what = f"hier staat {name} waar een gewone spatie hoort: {source}"
        yield Mistake(number, found.start(1), what, hint, re.sub(f"[{_ODD}]", " ", line))
    if found := _OTHER_DASH.search(line):
        at = found.end(1)
        repaired = f"{line[:at]}- {line[found.end() :]}"
        what = f"hier staat {quote(found[2])} waar een gewoon streepje (-) hoort: {source}"
        yield Mistake(number, at, what, f"Schrijf {quote(repaired.strip())}.", repaired)
    if found := _DASH.search(line):
        at = found.end(1)
        repaired = f"{line[: at + 1]} {line[at + 1 :]}"
        hint = f"Schrijf {quote(repaired.strip())}."
        yield Mistake(number, at, f"na het streepje ontbreekt een spatie: {source}", hint, repaired)
    if found := _COLON.search(line):
        at = found.end()
        repaired = f"{line[:at]} {line[at:]}"
        hint = f"Schrijf {quote(repaired.strip())}."
        yield Mistake(number, at, f"na de dubbele punt ontbreekt een spatie: {source}", hint, repaired)
    if found := _SPECIAL.search(line):
        quoted = "'" + found[2].replace("'", "''") + "'"
        what = f"tekst die met {quote(quoted[1])} begint, heeft aanhalingstekens nodig: {source}"
        yield Mistake(number, found.start(2), what, f"Schrijf: {shown(quoted)}", f"{found[1]}{quoted}")


def _reads_past(text: str, line: int, *, opens: bool) -> bool:
    """Whether the first error in a text, if any, lies past a line and is not about something that began before it.

    ``opens`` says that the repair is of what ran into the line: what begins there itself is another mistake.
    """
    parser = events(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        began: Any = error.context_mark
        within = str(error.context)
        # A key may begin on the line itself; what is quoted or in brackets would only hide the rest of the file.
        first = line if opens or "simple key" in within else line + 1
        hides = began is not None and "block" not in within and began.line < first
        return error.problem_mark is not None and error.problem_mark.line > line and not hides
    except yaml.YAMLError:
        return False
    return True
