"""What a `#` takes away: text behind it that YAML reads as a comment, and the errors of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml import ScalarEvent

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.rule import Example, Rule, plan_text
from woonplan.yaml_io.dialect import events
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.refusals import MAX_FINDINGS

WP016 = Rule(
    code="WP016",
    naam="tekst na # valt weg",
    wat=(
        "Achter een waarde zonder aanhalingstekens staat een spatie en een # met meteen een letter of cijfer erachter. "
        "YAML leest vanaf de # alles als commentaar."
    ),
    waarom="'Plan #3 Noord' wordt dan 'Plan': de naam is niet meer die van de bron, zonder dat iemand het ziet.",
    oplossing="Zet de hele tekst tussen aanhalingstekens. Is het commentaar, zet dan een spatie na de #.",
    fout=Example(plan_text("beekstraat", "plaats: Blok #3"), 4, 18),
    goed=Example(plan_text("beekstraat", "plaats: 'Blok #3'")),
    severity=Severity.WAARSCHUWING,
)
"""Text behind a number sign that is read as a comment."""

WP017 = Rule(
    code="WP017",
    naam="foutmelding van een spreadsheet",
    wat="Op de plaats van een waarde staat een foutmelding van Excel of LibreOffice, zoals #N/B, #VERW! of #DEEL/0!.",
    waarom="De cel waar de waarde uit komt is stuk. YAML leest er niets, en dat zou stil 'onbekend' worden.",
    oplossing="Zoek de goede waarde in de bron, of haal de regel weg als het onbekend is.",
    fout=Example(plan_text("beekstraat", "woningen: #VERW!"), 4, 15),
    goed=Example(plan_text("beekstraat", "woningen: 30")),
)
"""An error of a spreadsheet instead of a value."""

_LOST = re.compile(r"(?<=\S)[ \t]+(#)[^\s#!:=-]")

_LOSING = re.compile(r"#(?<=[ \t]#)[^\s#!:=-]")
"""Where a text may have lost something: what begins with a number sign is found at once in a text without it."""

_ERROR = re.compile(
    r"""\#(?:
        REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!|SPILL!|OVERLOOP!|CALC!|BEREKENEN!
        |N/A|N/B|NB\b|NV\b
    )""",
    re.VERBOSE,
)
_ENDS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def hash_findings(text: str, name: str, lines: Lines) -> Iterator[Diagnostic]:
    """Yield what stands behind number signs in a text that is YAML, in a bounded number."""
    if "#" not in text:
        return
    broken: set[int] = set()
    for found in _bounded(one for one in _ERROR.finditer(text) if _begins_a_value(text, one.start())):
        line = lines.number(found.start())
        broken.add(line)
        place = Place(name, line + 1, found.start() - lines.start(line) + 1)
        yield WP017.at(place, f"{quote(found[0])} is een foutmelding van een spreadsheet, geen waarde")
    losing = (one for one in _LOSING.finditer(text) if _follows_text(text, one.start()))
    suspect = {lines.number(found.start()) for found in _bounded(losing)} - broken
    if suspect:
        yield from _lost(text, name, lines, suspect)


def _begins_a_value(text: str, at: int) -> bool:
    """Return whether the number sign is the first of its line, and stands where a value begins."""
    # Looked for from here backwards, and no further than the sign before it: a line may be as long as the file.
    before = text.rfind("#", 0, at)
    line = text.rfind("\n", before + 1, at)
    if line < 0 <= before:
        return False
    head = text[line + 1 : at]
    head = head[:-1] if head.endswith(('"', "'")) else head
    bare = head.rstrip(" \t")
    return bare.endswith(("[", "{") if bare == head else (":", ",", "[", "{", "-"))


def _follows_text(text: str, at: int) -> bool:
    """Return whether something stands before the white space before the number sign, on its line."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at > 0 and not text[at - 1].isspace()


def _bounded(found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    yield from (one for one, _ in zip(found, range(MAX_FINDINGS), strict=False))


def _lost(text: str, name: str, lines: Lines, suspect: set[int]) -> Iterator[Diagnostic]:
    """Yield the plain values on these lines that a comment follows at once."""
    parser = events(text)
    while (event := parser.get_event()) is not None:
        if type(event) is not ScalarEvent or event.style:
            continue
        end: Any = event.end_mark
        if end.line not in suspect:
            continue
        line = lines[end.line]
        if found := _LOST.match(line, end.column):
            column = found.start(1)
            behind = line[column:].rstrip(_ENDS + " \t")
            left = quote(event.value) if event.value else "niets"
            message = f"{quote(behind)} wordt gelezen als commentaar: er blijft {left} over"
            whole = f"{event.value} {behind}".strip().replace("'", "''")
            hint = f"Zet alles tussen aanhalingstekens: {quote(whole)}. Is het commentaar, zet dan een spatie na de #."
            yield WP016.at(Place(name, end.line + 1, column + 1), message, hint)
