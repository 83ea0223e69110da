"""One thing that was agreed, with all that is known of it."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from woonplan.cli.run import run


def told(capsys: pytest.CaptureFixture[str], name: str, folder: str = "data") -> str:
    assert run(["explain", name, "--data", str(ROOT / folder)]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_an_action_with_its_condition_its_relations_and_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "actie 8")
    assert "voorwaarde Het kwalitatief afwegingskader is opgesteld; pas na actie 7 (onbekend)" in found
    assert "verwant 7" in found
    assert "bron Woonagenda, par. 4.2 (r. 1144-1145)" in found
    lines = (ROOT / "data" / "agenda.yaml").read_text(encoding="utf-8").splitlines()
    number = lines.index("  - nummer: 8") + 1
    assert f"agenda.yaml:{number}:5" in found


def test_a_whole_with_its_parts_and_a_part_alone(capsys: pytest.CaptureFixture[str]) -> None:
    whole, part = told(capsys, "ACTIE 26"), told(capsys, "actie 26B")
    assert [f"actie 26{letter} " in whole for letter in "abcdefg"] == [True] * 6 + [False]
    assert part.startswith("Afspraak: actie 26b")
    assert "actie 26c" not in part


def test_what_municipalities_have_done_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "actie 3a", "examples/data")
    assert (
        "per gemeente 2022 Nevelrade afgerond (20-5-2022), Kwartelbroek open (2022); onbekend van 3 gemeenten" in found
    )
    assert "per gemeente 2023" in found
    assert "onbekend van 14 gemeenten" in told(capsys, "afspraak lokale-vertaling")


@pytest.mark.parametrize("name", ["actie 99", "afspraak niets"])
def test_what_was_not_agreed(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(["explain", name, "--data", str(ROOT / "data")]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"'{name}' staat niet in agenda.yaml. Zie 'woonplan list acties'." in shown.err
