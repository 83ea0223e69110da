"""Names of findings that stay while lines move."""

from __future__ import annotations

import pytest

from tests.render.findings.findings_set import (
    ERROR,
    FINDINGS,
    PLACELESS,
    TWIN,
    WARNING,
)
from woonplan.diagnostics import Diagnostic, Place
from woonplan.render.findings.tools import fingerprints


def test_a_fingerprint_does_not_change_when_lines_move() -> None:
    def moved(finding: Diagnostic) -> Diagnostic:
        place = finding.place and finding.place._replace(line=finding.place.line + 7)
        return finding._replace(place=place, message=finding.message.replace("12", "19"))

    before = [name for _, name in fingerprints(FINDINGS)]
    assert [name for _, name in fingerprints(moved(f) if f is not PLACELESS else f for f in FINDINGS)] == before
    assert len(set(before)) == len(FINDINGS)


@pytest.mark.parametrize(
    "other",
    [
        WARNING._replace(code="WP402"),
        WARNING._replace(subject="b"),
        WARNING._replace(place=Place("data/plannen-2021.yaml", 9, 16)),
        WARNING._replace(message="iets anders"),
    ],
)
def test_a_fingerprint_tells_different_findings_apart(other: Diagnostic) -> None:
    ((_, one),), ((_, two),) = fingerprints([WARNING]), fingerprints([other])
    assert one != two


def test_findings_alike_are_numbered_in_their_order() -> None:
    ((first, one), (second, two)) = fingerprints([TWIN, ERROR])
    assert (first, second) == (ERROR, TWIN)
    assert one != two
    ((_, alone),) = fingerprints([TWIN])
    assert alone == one
