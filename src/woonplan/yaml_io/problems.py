"""The parser's complaints in words for people who do not know YAML's grammar."""

from __future__ import annotations

import re
from typing import Any

import yaml

from woonplan.diagnostics import Diagnostic, Place, quote
from woonplan.yaml_io.text import RawFile

_GENERAL = ("de YAML is hier niet te lezen", "Controleer inspringen, dubbele punten en aanhalingstekens.")

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        r"found character that cannot start any token",
        "hier staat een teken dat niet aan het begin mag staan",
        "Gebruik spaties in plaats van tabs, en zet aanhalingstekens om tekst met bijzondere tekens.",
    ),
    (r"found a tab", "hier staat een tab", "Vervang tabs door spaties."),
    (
        r"mapping values are not allowed",
        "hier staat een dubbele punt die niet past",
        "Controleer het inspringen, of zet de tekst tussen aanhalingstekens.",
    ),
    (r"could not find expected ':'", "hier ontbreekt een dubbele punt", "Schrijf 'naam: waarde'."),
    (
        r"did not find expected (key|<block end>|'-' indicator)",
        "het inspringen klopt hier niet",
        "Laat regels die bij elkaar horen op dezelfde kolom beginnen.",
    ),
    (
        r"unexpected end of stream|found unexpected end",
        "het bestand houdt midden in een waarde op",
        "Sluit het aanhalingsteken of de haak.",
    ),
    (
        r"did not find expected ',' or",
        "hier ontbreekt een komma of een sluithaak",
        "Sluit de haak of zet een komma.",
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
    mark: Any = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if mark is not None:
        line, column = mark.line, mark.column
    else:
        position = getattr(error, "position", None)
        line, column = _line_column(raw.text, position) if isinstance(position, int) else (0, 0)
    lines = raw.text.splitlines()
    source = lines[line] if line < len(lines) else ""
    if "\t" in source[: column + 1] and source[: column + 1].strip("\t -") == "":
        what, hint = "hier staat een tab", "Vervang tabs door spaties."
    else:
        what, hint = next(((w, h) for pattern, w, h in _KNOWN if re.search(pattern, problem)), _GENERAL)
    if source.strip() and len(source) <= 200:
        what = f"{what}: {quote(source.strip())}"
    return Diagnostic("WP010", what, Place(raw.name, line + 1, column + 1), hint)


def _line_column(text: str, position: int) -> tuple[int, int]:
    before = text[:position]
    return before.count("\n"), position - before.rfind("\n") - 1
