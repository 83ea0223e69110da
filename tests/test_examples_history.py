"""The fictional history: sound, the same every time, with every kind of change in it, and the same by way of git."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.process import ROOT, environment, inside
from tests.repository import commit, git
from tests.system import GIT
from woonplan.calc.diff.compare import Diff, compare
from woonplan.calc.diff.kinds import Wijziging
from woonplan.calc.view import View
from woonplan.load import load

HISTORY = ROOT / "examples" / "history"
STATES = [*(f"plannen-{year}.yaml" for year in range(2020, 2024)), "plannen.yaml"]


@pytest.fixture(scope="module")
def steps() -> list[Diff]:
    """What changed from each year to the next."""
    found = [load(HISTORY, HISTORY / name) for name in STATES]
    assert [one.errors for one in found] == [()] * 5
    views = [View(one.dataset) for one in found if one.dataset is not None]
    return [compare(old, new) for old, new in pairwise(views)]


def test_the_generator_writes_it_again(tmp_path: Path) -> None:
    command = [sys.executable, "examples/history.py", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True)
    made, kept = ({p.name: p.read_bytes() for p in folder.iterdir()} for folder in (tmp_path, HISTORY))
    assert made == kept


def test_every_kind_of_change_is_in_it(steps: list[Diff]) -> None:
    assert {soort for diff in steps for plan in diff.plannen for soort in plan.soorten} == set(Wijziging)
    assert [bool(diff.voorstellen) for diff in steps] == [False, False, True, False]
    # From 2022 on the national definition holds, under which 1C is soft.
    assert ["status 1C" in {regel.naam for regel in diff.regels} for diff in steps] == [False, True, False, False]
    assert any(plan.woningjaren is not None for diff in steps for plan in diff.plannen)


@GIT
def test_a_repository_of_it_tells_the_same(tmp_path: Path, steps: list[Diff]) -> None:
    area = (HISTORY / "gemeenten.yaml").read_bytes()
    for name in STATES:
        commit(tmp_path, {"data/gemeenten.yaml": area, "data/plannen.yaml": (HISTORY / name).read_bytes()}, name)
    assert len(git(tmp_path, "rev-list", "HEAD").split()) == 5
    for number, expected in enumerate(steps):
        old, new = f"HEAD~{4 - number}", f"HEAD~{3 - number}"
        done = inside("diff", old, new, "--format", "json", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        result = json.loads(done.stdout)["resultaat"]
        assert result["aantallen"] == {str(soort): expected.aantal(soort) for soort in Wijziging}
        assert result["verschil"]["hard"]["min"] == expected.totaal.verschil["hard"].low.low
