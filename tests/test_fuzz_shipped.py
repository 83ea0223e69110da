"""A small share of the damage that ``python -m tests.fuzz_shipped`` does to the shipped register."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz_shipped import KINDS, fuzz


@pytest.mark.parametrize(
    ("count", "seed"), [(100, 7), *(pytest.param(1000, seed, marks=pytest.mark.deep) for seed in (1, 2, 3, 7))]
)
def test_damage_never_crashes_and_controlled_numbers_never_slip_through(tmp_path: Path, count: int, seed: int) -> None:
    outcome = fuzz(count, seed, tmp_path)
    assert outcome.failures == []
    assert outcome.found.total() + outcome.passed.total() == count
    assert {kind for kind in KINDS if outcome.found[kind]} == set(KINDS)
    assert outcome.controlled > count // 60
    assert set(outcome.commands) == {0, 2}
