"""Findings as JUnit XML: what fails, what passes, and that nothing breaks out."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from tests.render.findings.findings_set import FINDINGS, HOSTILE, NOTHING, TALLY
from woonplan.diagnostics import Severity
from woonplan.render.findings.junit import render_junit


def suite(text: str) -> Element:
    found = fromstring(text.encode()).find("testsuite")  # noqa: S314 - our own text
    assert found is not None
    return found


def test_errors_fail_and_warnings_do_not() -> None:
    found = suite(render_junit(FINDINGS, TALLY))
    assert (found.get("tests"), found.get("failures")) == (str(len(FINDINGS) + 1), "5")
    assert [case.get("name") for case in found.findall("testcase") if case.find("failure") is None] == [
        "WP401 regel 9: plan 'a': locatie 'Beek' staat ook bij plan 'b' (regel 12)",
        "geen fouten",
    ]
    # Where a warning fails the run, it is a failure.
    assert suite(render_junit(FINDINGS, TALLY, Severity.WAARSCHUWING)).get("failures") == "6"


def test_a_finding_has_its_place() -> None:
    found = suite(render_junit(FINDINGS, TALLY))
    case = next(c for c in found.findall("testcase") if (c.get("name") or "").startswith("WP103 regel 20"))
    assert (case.get("classname"), case.get("file"), case.get("line")) == (
        "data/plannen.yaml",
        "data/plannen.yaml",
        "20",
    )
    failure = case.find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == (
        "WP103",
        "plan 'b': woningen '2.000' is geen geheel getal. Bedoelt u 2000?",
    )


def test_a_run_without_findings_passes_for_every_file() -> None:
    found = suite(render_junit((), TALLY))
    assert [case.get("name") for case in found.findall("testcase")] == ["geen fouten", "geen fouten"]
    assert found.get("failures") == "0"
    assert "40 plannen gecontroleerd" in (found.findtext("system-out") or "")
    # Of what could not be read nothing passes.
    assert suite(render_junit((), replace(NOTHING, unread=("x.yaml",)))).get("failures") == "1"


def test_what_is_hostile_stays_text() -> None:
    text = render_junit(FINDINGS, TALLY)
    assert HOSTILE not in text
    assert "\x1b" not in text
    assert any("<b>&" in (case.get("name") or "") for case in suite(text).findall("testcase"))
