"""No cell excludes a world, and its ends are answers of some world."""

from __future__ import annotations

import pytest

from tests.worlds.account import describe
from tests.worlds.run import Result, Tally, run
from tests.worlds.verdict import Verdict

LEAST = 95
"""Of the cells of a kind in which worlds differ, how many per cent have both ends reached by some world."""
FEW = 20
"""With fewer cells of a kind than this a share says nothing."""
EXCEPTED: dict[str, str] = {}
"""Kinds of question whose cells may be wider, with the reason: where what is added does not form a tree.

Cells whose tightness nothing asks are never counted as too wide (`Expect.tight`): homes that do not count (5A and 5B),
rows of records that say the class alone or nothing where municipalities have no plans, and rows by kind of key project.
"""


@pytest.fixture(scope="module")
def result() -> Result:
    return run(range(60), seed=1, few=3)


def faults(result: Result, verdict: Verdict) -> str:
    found = [fault for fault in result.faults if fault.seen.verdict is verdict]
    told = [line for fault in found[:3] for line in describe(fault, small=False)]
    return "\n".join([f"{len(found)} cells: {verdict.value}", *told])


def wide(result: Result, share: str, of: str) -> dict[str, str]:
    """The kinds with too many cells that are wider than they have to be."""
    return {
        kind: f"{getattr(tally, share):.1f}%"
        for kind, tally in result.kinds.items()
        if kind not in EXCEPTED and _number(tally, of) >= FEW and getattr(tally, share) < LEAST
    }


def _number(tally: Tally, of: str) -> int:
    return tally.differ if of == "differ" else tally.cells - tally.differ


def test_no_cell_excludes_a_world(result: Result) -> None:
    assert not any(tally.unsound for tally in result.kinds.values()), faults(result, Verdict.UNSOUND)


def test_what_is_unknown_is_never_zero(result: Result) -> None:
    found = {kind for kind, tally in result.kinds.items() if tally.zero}
    assert not found, faults(result, Verdict.ZERO)


def test_the_ends_are_answers_of_some_world(result: Result) -> None:
    found = wide(result, "tight", "differ")
    assert not found, (found, faults(result, Verdict.WIDE))


def test_a_cell_with_one_answer_says_it(result: Result) -> None:
    found = wide(result, "exact", "same")
    assert not found, (found, faults(result, Verdict.WIDE))


def test_every_kind_is_asked(result: Result) -> None:
    kinds = {kind.split()[0] for kind in result.kinds}
    assert kinds >= {
        "balans",
        "gemeente",
        "status",
        "plantype",
        "strategie",
        "afwegingskader",
        "positie",
        "jaar",
        "rapport",
        "poort",
        "check",
    }


@pytest.mark.deep
def test_a_thousand_registers() -> None:
    whole = run(range(60, 100), seed=1)
    for at in range(0, 1_000, 250):
        whole.merge(run(range(at, at + 250), seed=2))
    assert not any(tally.unsound for tally in whole.kinds.values()), faults(whole, Verdict.UNSOUND)
