"""YAML text to a document, in one pass over the events of the C parser.

Anchors, aliases, merge keys, tags and several documents are findings: they hide where a figure stands, and they are
the means by which a small file costs unbounded memory. Depth and the number of findings are bounded.
"""

from __future__ import annotations

import yaml

from woonplan.diagnostics import Diagnostic, Place
from woonplan.rule import BORNE, Example, Rule, gemeenten_text
from woonplan.yaml_io.dialect import events, paused_collector
from woonplan.yaml_io.document import YamlDocument
from woonplan.yaml_io.lines import Lines
from woonplan.yaml_io.problems import syntax_error
from woonplan.yaml_io.reader import Reader
from woonplan.yaml_io.refusals import Stopped
from woonplan.yaml_io.text import RawFile

WP005 = Rule(
    code="WP005",
    naam="bestand is leeg",
    wat="In het bestand staat niets, of alleen commentaar.",
    waarom=(
        "Een leeg bestand is meestal een mislukte kopie; als dat niet opvalt lijkt de gemeente geen plannen te hebben."
    ),
    oplossing="Begin met 'versie: 1'. Wie echt niets heeft, schrijft een lege lijst: 'plannen: []'.",
    fout=Example("# Hier komen de gemeenten.\n", 1, 1, file="gemeenten.yaml"),
    goed=Example(gemeenten_text(BORNE), file="gemeenten.yaml"),
)
"""A file without anything in it."""


def parse(raw: RawFile) -> tuple[YamlDocument | None, list[Diagnostic]]:
    """Return the document in a file and what is wrong with its YAML.

    With a syntax error, or nesting that is too deep, there is no document; other findings leave one, in which what was
    refused reads as null.
    """
    lines, reader = Lines(raw.text), Reader(raw.name)
    refused = reader.refused
    with paused_collector():
        try:
            tree = reader.read(events(raw.text).get_event)
        except yaml.YAMLError as error:
            # The frames of the parser would keep its copy of the text while parts of it are read again.
            error.with_traceback(None)
            return None, [lines.shown(finding) for finding in refused.closed_by(syntax_error(raw, error))]
        except Stopped as error:
            return None, [lines.shown(finding) for finding in refused.closed_by(error.finding)]
    if tree is not None:
        found = bool(refused.findings)
        return YamlDocument(raw.name, lines, tree, reader.pieces, found, refused.hidden), refused.findings
    if not refused.findings:
        place = Place(raw.name, 1, 1)
        hint = "Begin met 'versie: 1'; zie de uitleg in de README."
        refused.findings.append(WP005.at(place, "het bestand is leeg", hint))
    return None, refused.findings
