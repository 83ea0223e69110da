"""A small share of the damage that ``python -m tests.fuzz_shipped`` does to the shipped register."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz_shipped import KINDS, fuzz


def test_damage_never_crashes_and_controlled_numbers_never_slip_through(tmp_path: Path) -> None:
    outcome = fuzz(300, 7, tmp_path)
    assert outcome.failures == []
    assert outcome.found.total() + outcome.passed.total() == 300
    assert {kind for kind in KINDS if outcome.found[kind]} == set(KINDS)
    assert outcome.controlled > 5
    assert set(outcome.commands) == {0, 2}
