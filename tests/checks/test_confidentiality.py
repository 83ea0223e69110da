"""A confidential plan in a public file."""

from __future__ import annotations

import pytest

from tests.checks.judged import Judge, findings, plan
from woonplan.checks.examples import KOP


@pytest.mark.parametrize(
    ("line", "number"),
    [("vertrouwelijkheid: openbaar", 0), ("vertrouwelijkheid: provincie", 1), ("plaats: Borne", 1)],
)
def test_confidential_plan_in_a_public_file(check: Judge, line: str, number: int) -> None:
    public = KOP.replace("bron: nota\n", "bron: nota\nopenbaar: true\n")
    assert len(findings(check("WP506", plan("a", line), kop=public))) == number
    assert check("WP506", plan("a", line)) == []
