"""What a record says of its own past."""

from __future__ import annotations

import pytest

from tests.conftest import Register

PLAN = "  - {id: a, naam: A, gemeente: Aa, restant: 10%s}\n"


@pytest.mark.parametrize(
    ("more", "code", "message"),
    [
        (", vervallen: 2024-05-01", "WP228", "het plan is vervallen, maar telt gewoon mee"),
        (", was: a", "WP229", "'was' noemt het plan zelf ('a')"),
        (", samengevoegd_uit: [b, a]", "WP229", "'samengevoegd_uit' noemt het plan zelf ('a')"),
        (", samengevoegd_uit: [b, b]", "WP229", "'samengevoegd_uit' noemt een id dat er al staat ('b')"),
        (", was: b, samengevoegd_uit: [b]", "WP229", "'samengevoegd_uit' noemt een id dat er al staat ('b')"),
    ],
)
def test_what_does_not_fit(register: Register, more: str, code: str, message: str) -> None:
    (finding,) = register(PLAN % more).findings
    assert (finding.code, finding.message) == (code, f"plan 'a': {message}")


@pytest.mark.parametrize(
    "more",
    [
        ", was: b",
        ", samengevoegd_uit: [b, c]",
        ", vervallen: 2024, telt_mee: false, reden: Verkocht",
        ", was: b, samengevoegd_uit: [c]",
    ],
)
def test_what_fits(register: Register, more: str) -> None:
    assert register(PLAN % more).findings == ()
