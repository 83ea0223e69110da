"""`check --write-known`: findings of today in `bekend.yaml`, to be given a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from woonplan.checks.examples import GEMEENTEN, KOP
from woonplan.cli.run import run
from woonplan.load.bekend import load_bekend

TWICE = (
    "  - {id: a, naam: A, gemeente: Borne, restant: 30, locaties: [Beek]}\n"
    "  - {id: b, naam: B, gemeente: Borne, restant: 30, locaties: [beek]}\n"
)
ENTRY = "  - regel: WP401\n    plan: b\n    peildatum: '2024-01-01'\n    reden: ''\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    Path("data/plannen.yaml").write_text(KOP + TWICE, encoding="utf-8")

    def checking(*args: str) -> tuple[int, str, str]:
        code = run(["check", "--select", "WP401,WP503,WP508", *args])
        out, err = capsys.readouterr()
        return code, out, err

    return checking


def known() -> str:
    return Path("data/bekend.yaml").read_text(encoding="utf-8")


def test_findings_are_accepted_and_each_asks_for_its_reason(check: Run) -> None:
    code, out, err = check("--write-known")
    assert code == 0
    assert err == "Geschreven: data/bekend.yaml, 1 bevinding zonder reden.\n"
    assert known() == f"versie: 1\nbevindingen:\n{ENTRY}"
    assert "data/bekend.yaml:6:12: WP508 waarschuwing: bekende bevinding: WP401 bij plan 'b' heeft geen reden" in out
    assert "0 fouten, 1 waarschuwing (en 1 bekend)" in out
    assert check("--fail-on", "waarschuwing")[0] == 1
    # Filled in it is quiet, and there is nothing more to write.
    Path("data/bekend.yaml").write_text(known().replace("''", "Twee fasen."), encoding="utf-8")
    before = known()
    assert check("--write-known", "--fail-on", "waarschuwing")[0] == 0
    assert known() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# van ons\nversie: 1\n", "# van ons\nversie: 1\nbevindingen:\n{}"),
        ("versie: 1\nbevindingen: []  # leeg\nontbrekend: []\n", "versie: 1\nbevindingen:\n{}ontbrekend: []\n"),
        (
            "versie: 1\nbevindingen:\n- regel: WP323\n  reden: x # y\n\n# nog iets\nontbrekend: []\n",
            "versie: 1\nbevindingen:\n- regel: WP323\n  reden: x # y\n{}\n# nog iets\nontbrekend: []\n",
        ),
        (
            "bevindingen:\n    - {regel: WP323, reden: x}\nversie: 1",
            "bevindingen:\n    - {regel: WP323, reden: x}\n{}versie: 1",
        ),
        (
            "versie: 1\nbevindingen:\n  - {regel: WP323, reden: x}",
            "versie: 1\nbevindingen:\n  - {regel: WP323, reden: x}\n{}",
        ),
    ],
)
def test_what_is_there_stays(check: Run, before: str, after: str) -> None:
    Path("data/bekend.yaml").write_text(before, encoding="utf-8")
    assert check("--write-known")[0] == 0
    column = next((len(line) - len(line.lstrip()) for line in before.splitlines() if line.lstrip().startswith("- ")), 2)
    entry = "".join(
        f"{' ' * (column - 2) if column > 2 else ''}{line[2 - min(column, 2) :]}\n" for line in ENTRY.splitlines()
    )
    assert known() == after.replace("{}", entry)
    loaded = load_bekend(Path("data/bekend.yaml"), None)
    assert loaded.findings == ()
    assert loaded.bekend is not None
    assert [b.regel for b in loaded.bekend.bevindingen][-1] == "WP401"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("versie: 2\n", "heeft fouten; er is niets in geschreven"),
        ("versie: 1\nbevindingen: [{regel: WP323, reden: x}]\n", "op een regel; zet er een lijst van"),
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(check: Run, text: str, said: str) -> None:
    Path("data/bekend.yaml").write_text(text, encoding="utf-8")
    code, _, err = check("--write-known")
    assert (code, said in err) == (2, True)
    assert known() == text


def test_what_stands_in_the_way_of_computing_is_not_accepted(check: Run) -> None:
    Path("data/plannen.yaml").write_text(KOP + TWICE.replace("restant: 30", "restant: 3O", 1), encoding="utf-8")
    assert check("--write-known")[0] == 1
    assert not Path("data/bekend.yaml").exists()
