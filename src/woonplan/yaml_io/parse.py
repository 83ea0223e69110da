"""YAML text to a ParsedFile, in one pass over the events of the C parser.

Anchors, aliases, merge keys, tags and several documents are findings: they hide where a figure stands, and they are
the means by which a small file costs unbounded memory. Depth and the number of findings are bounded.
"""

from __future__ import annotations

from array import array

import yaml

from woonplan.diagnostics import Diagnostic, Place
from woonplan.rule import BORNE, Example, Rule, gemeenten_text
from woonplan.yaml_io.builder import Builder
from woonplan.yaml_io.document import ParsedFile
from woonplan.yaml_io.events import events, paused_collector
from woonplan.yaml_io.problems import syntax_error
from woonplan.yaml_io.quick import Overfull
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


def parse(raw: RawFile) -> tuple[ParsedFile | None, list[Diagnostic]]:
    """Return the document in a file and what is wrong with its YAML.

    With a syntax error, or nesting that is too deep, there is no document; other findings leave one, in which what was
    refused reads as null.
    """
    with paused_collector():
        quick = Builder(raw.name, raw.text)
        try:
            quick.run(events(raw.text))
        except (yaml.YAMLError, Stopped, Overfull):
            pass
        else:
            return _outcome(raw, quick)
        # Read again with an eye on every key: what was refused before the end belongs in the list as well. Not while
        # the error is at hand: it keeps the first parser and its copy of the text.
        return careful(raw)


def careful(raw: RawFile) -> tuple[ParsedFile | None, list[Diagnostic]]:
    """Return what ``parse`` returns, with the place of every value read at once: what the quick way must agree with."""
    builder = Builder(raw.name)
    try:
        builder.run(events(raw.text))
    except yaml.YAMLError as error:
        # The frames of the parser would keep its copy of the text while parts of it are read again.
        error.with_traceback(None)
        return None, _shown(raw, builder.refused.closed_by(syntax_error(raw, error)))
    except Stopped as error:
        return None, _shown(raw, builder.refused.closed_by(error.finding))
    return _outcome(raw, builder)


def _outcome(raw: RawFile, builder: Builder) -> tuple[ParsedFile | None, list[Diagnostic]]:
    if builder.started:
        return builder.document(raw.text), builder.refused.findings
    if not builder.refused.findings:
        place = Place(raw.name, 1, 1)
        hint = "Begin met 'versie: 1'; zie de uitleg in de README."
        builder.refused.findings.append(WP005.at(place, "het bestand is leeg", hint))
    return None, builder.refused.findings


def _shown(raw: RawFile, findings: list[Diagnostic]) -> list[Diagnostic]:
    """Return findings with their line of a file of which there is no document to ask for it."""
    source = ParsedFile(raw.name, raw.text, None, array("Q"), {})
    return [source.shown(finding) for finding in findings]
