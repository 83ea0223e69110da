"""The parser's complaints in words for people who do not know YAML's grammar."""

from __future__ import annotations

import re
from typing import Any

import yaml

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.numerals import amount
from woonplan.rule import Example, Notice, Rule, plan_text
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.text import RawFile

WP010 = Rule(
    code="WP010",
    naam="YAML niet te lezen",
    wat=(
        "De regels van YAML kloppen hier niet: een tab, een verkeerde inspringing, een aanhalingsteken dat niet "
        "gesloten wordt."
    ),
    waarom=(
        "Vanaf deze plaats is niet te zeggen wat waarbij hoort. De rest van het bestand is daarom niet gecontroleerd."
    ),
    oplossing=(
        "Spring in met spaties, zet na elke sleutel een dubbele punt en een spatie, en zet tekst met een dubbele punt "
        "erin tussen aanhalingstekens."
    ),
    fout=Example("  - id: beekstraat\n    naam: Beekstraat\n    gemeente: Borne\n\tplaats: Borne\n", 4, 1),
    goed=Example(plan_text("beekstraat", "plaats: Borne")),
)
"""Text that is not YAML."""

WP015 = Rule(
    code="WP015",
    naam="te diep genest",
    wat="Er staan meer dan 64 niveaus in elkaar.",
    waarom="Geen enkel gegeven staat zo diep; bijna altijd ontbreekt er een haak of klopt het inspringen niet.",
    oplossing="Controleer de haakjes en het inspringen.",
    fout=Example(plan_text("beekstraat", f"locaties: {'[ ' * 70}]{' ]' * 69}"), 4, 137),
    goed=Example(plan_text("beekstraat", "locaties: [Beekstraat]")),
)
"""Nesting that is too deep."""

WP198 = Notice(
    code="WP198",
    wat=(
        "Van een bestand met heel veel bevindingen worden de eerste getoond; deze melding zegt hoeveel er nog meer "
        "zijn. Los de getoonde op en controleer opnieuw."
    ),
    oplossing="Los eerst de bevindingen hierboven op.",
)

_GENERAL = ("de YAML is hier niet te lezen", "Controleer inspringen, dubbele punten en aanhalingstekens.")

_DEPTH = "maximum nesting depth"

_OPENED = ("scanning a simple key", "scanning a quoted scalar")
"""What the parser was doing when it found that something it had begun with does not go on."""

_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    (
        r"found character (that|.+ that) cannot start any token",
        "hier staat een teken dat niet aan het begin mag staan",
        "Gebruik spaties in plaats van tabs, en zet aanhalingstekens om tekst met bijzondere tekens.",
    ),
    (r"found a tab|found character '\\t'", "hier staat een tab", "Vervang tabs door spaties."),
    (
        r"mapping values are not allowed",
        "hier staat een dubbele punt die niet past",
        "Controleer het inspringen, of zet de tekst tussen aanhalingstekens.",
    ),
    (r"could not find expected ':'", "hier ontbreekt een dubbele punt", "Schrijf 'naam: waarde'."),
    (
        r"did not find expected (key|<block end>|'-' indicator)|expected <block end>",
        "het inspringen klopt hier niet",
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
    ),
    (
        r"unexpected end of stream|found unexpected end|but found '<stream end>'",
        "het bestand houdt midden in een waarde op",
        "Sluit het aanhalingsteken of de haak.",
    ),
    (
        r"did not find expected ',' or|expected ',' or",
        "hier ontbreekt een komma of een sluithaak",
        "Sluit de haak of zet een komma.",
    ),
    (
        _DEPTH,
        "er zijn te veel niveaus in elkaar genest",
        "Controleer de haakjes en het inspringen.",
    ),
    (r"undefined alias", "deze verwijzing ('*') bestaat niet", "Schrijf de waarde uit."),
    (
        r"control characters are not allowed|special characters are not allowed",
        "hier staat een onzichtbaar stuurteken",
        "Haal het teken weg.",
    ),
)


def syntax_error(raw: RawFile, error: yaml.YAMLError) -> Diagnostic:
    """Return the finding for a file that is not YAML: what, where, and what to do."""
    from woonplan.yaml_io.mistakes import recognised

    mark: Any = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    began: Any = getattr(error, "context_mark", None)
    line, column = _refused_character(raw.text, error) if mark is None else (mark.line, mark.column)
    lines = Lines(raw.text)
    source = _source(lines, line)
    if "\t" in source[: column + 1] and source[: column + 1].strip("\t -") == "":
        what, hint = "hier staat een tab", "Vervang tabs door spaties."
    elif mark is not None and (mistake := recognised(raw.text, lines, error)) is not None:
        place = Place(raw.name, mistake.line + 1, mistake.column + 1)
        return WP010.at(place, mistake.what, mistake.hint)
    else:
        what, hint = next(((w, h) for pattern, w, h in _PROBLEMS if re.search(pattern, problem)), _GENERAL)
        if began is not None and str(getattr(error, "context", "")).endswith(_OPENED) and began.line < len(lines):
            # Where it began is what is wrong; the parser only finds out where something else follows.
            line, column, source = began.line, began.column, _source(lines, began.line)
    if source.strip() and len(source) <= 200:
        what = f"{what}: {quote(source.strip())}"
    # The C parser has a limit of its own on nesting; for a reader it is the same thing as ours.
    rule = WP015 if _DEPTH in problem else WP010
    return rule.at(Place(raw.name, line + 1, column + 1), what, hint)


def _source(lines: Lines, number: int) -> str:
    return lines[number].rstrip("\r\n") if number < len(lines) else ""


def _refused_character(text: str, error: yaml.YAMLError) -> tuple[int, int]:
    """Return line and column (from 0) of a character that YAML refuses.

    The C parser counts bytes of UTF-8 and Python's own counts characters: whichever of the two the character stands at.
    """
    position, code = getattr(error, "position", None), getattr(error, "character", None)
    if not isinstance(position, int):
        return 0, 0
    code = ord(code) if isinstance(code, str) else code
    in_characters = len(text.encode("utf-8", "surrogatepass")[:position].decode("utf-8", "ignore"))
    candidates = (at for at in (in_characters, position) if at < len(text) and ord(text[at]) == code)
    found = next(candidates, in_characters)
    return text.count("\n", 0, found), found - text.rfind("\n", 0, found) - 1


def not_listed(count: int, place: Place | None, severity: Severity = Severity.FOUT) -> Diagnostic:
    """Return the finding that stands for those of one severity that are not listed."""
    what = amount(count, "bevinding", "bevindingen")
    return WP198.at(place, f"nog {what} niet getoond", severity=severity)._replace(number=count)
