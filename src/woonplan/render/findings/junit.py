"""Findings as JUnit XML, for CI systems that show the outcome of tests."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from woonplan.diagnostics import Diagnostic, Severity, Tally
from woonplan.render.findings.text import total_lines
from woonplan.render.findings.tools import sentence
from woonplan.render.safe import safe


def render_junit(findings: Iterable[Diagnostic], tally: Tally, fail_on: Severity = Severity.FOUT) -> str:
    """Return a test per finding and per file without one that fails.

    JUnit has no warnings: one that does not fail the run is a test that passes, with the finding as what it wrote.
    """
    found = sorted(findings, key=Diagnostic.sort_key)
    suite = Element("testsuite", name="woonplan check")
    failing: set[str] = set()
    for finding in found:
        failed = finding.severity in (Severity.FOUT, fail_on)
        place = finding.place
        file = place.file if place else ""
        case = SubElement(suite, "testcase", classname=safe(file or "woonplan"), name=_name(finding))
        if place is not None and file:
            case.set("file", safe(file))
            if place.line:
                case.set("line", str(place.line))
        if failed:
            failing.add(file)
            SubElement(case, "failure", type=finding.code, message=sentence(finding)).text = _text(finding)
        else:
            SubElement(case, "system-out").text = _text(finding)
    for file in tally.files:
        if file not in failing:
            SubElement(suite, "testcase", classname=safe(file), name="geen fouten", file=safe(file))
    for file in tally.unread:
        if file not in failing:
            case = SubElement(suite, "testcase", classname=safe(file), name="niet te lezen", file=safe(file))
            SubElement(case, "failure", type="niet te lezen", message="van dit bestand is niets gecontroleerd")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")
    SubElement(suite, "system-out").text = total_lines(found, tally)
    suites = Element("testsuites", name="woonplan", tests=suite.get("tests", ""), failures=suite.get("failures", ""))
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _name(finding: Diagnostic) -> str:
    where = f" regel {finding.place.line}" if finding.place and finding.place.line else ""
    return f"{finding.code}{where}: {safe(finding.message)}"


def _text(finding: Diagnostic) -> str:
    place = f"{safe(str(finding.place))}: " if finding.place else ""
    return f"{place}{finding.code} {finding.severity}: {safe(finding.message)}\n-> {safe(finding.hint)}"
