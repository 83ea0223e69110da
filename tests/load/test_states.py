"""Which files hold a register state, and what stands in the way of knowing it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import GEMEENTEN, PLANNEN
from woonplan.load import load
from woonplan.load.states import FoundState, find_states, plan_files

RECORD = "  - {id: %s, naam: A, gemeente: Aa}\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_states_are_found_by_name_and_dated_by_their_head(tmp_path: Path) -> None:
    old = write(tmp_path / "plannen-2019.yaml", PLANNEN.replace("2020-01-01", "2019"))
    folder = write(tmp_path / "plannen" / "aa.yaml", PLANNEN).parent
    broken = write(tmp_path / "plannen.yaml", "peildatum: 31-12-2020\n")
    (tmp_path / "plannen-leeg").mkdir()
    write(tmp_path / "planning.yaml", PLANNEN)
    assert find_states(tmp_path) == (
        FoundState(folder, "2020-01-01"),
        FoundState(old, "2019"),
        FoundState(tmp_path / "plannen-leeg", None),
        FoundState(broken, None),
    )
    assert find_states(tmp_path / "elders") == ()


@pytest.mark.parametrize("above", [0, 1 << 16, 1 << 17])
def test_of_a_large_file_the_head_is_enough(tmp_path: Path, above: int) -> None:
    # However long the head is, and whatever the bytes at the end of what is read.
    rest = "".join(f"  - {{id: p{number}, naam: Caf\u00e9 {number}}}\n" for number in range(9_000))
    remarks = "".join(f"# opmerking {number}\n" for number in range(above // 16))
    text = f"{remarks}versie: 1\npeildatum: 2023-01-01\nplannen:\n{rest}"
    (tmp_path / "plannen.yaml").write_text(text, encoding="utf-8")
    assert [state.peildatum for state in find_states(tmp_path)] == ["2023-01-01"]


def test_one_state_is_chosen_or_none_can_be(tmp_path: Path) -> None:
    single = tmp_path / "plannen.yaml"
    assert plan_files(tmp_path, None) == ([single], [])
    (tmp_path / "plannen").mkdir()
    _, (found,) = plan_files(tmp_path, None)
    assert (found.code, "geen YAML-bestand" in found.message) == ("WP001", True)
    part = write(tmp_path / "plannen" / "aa.yml", PLANNEN)
    assert plan_files(tmp_path, None) == ([part], [])
    write(single, PLANNEN)
    _, (found,) = plan_files(tmp_path, None)
    assert found.code == "WP006"
    # Who says which one, is not asked to choose.
    assert plan_files(tmp_path, single) == ([single], [])
    assert plan_files(tmp_path, tmp_path / "plannen") == ([part], [])


def test_the_files_of_a_state_have_one_date(tmp_path: Path) -> None:
    write(tmp_path / "gemeenten.yaml", GEMEENTEN)
    write(tmp_path / "plannen" / "aa.yaml", PLANNEN + RECORD % "a")
    other = PLANNEN.replace("peildatum: 2020-01-01\n", "")
    write(tmp_path / "plannen" / "bee.yaml", f"peildatum: 2021\n{other}{RECORD % 'b'}")
    (finding,) = load(tmp_path).findings
    assert (finding.code, finding.message.split()[:2]) == ("WP215", ["peildatum", "2021"])
    assert finding.place is not None
    assert (Path(finding.place.file).name, finding.place.line) == ("bee.yaml", 1)


@pytest.mark.parametrize("name", ["B.YAML", "b.Yml", "b.yml"])
def test_the_ending_of_a_file_may_have_capitals(tmp_path: Path, name: str) -> None:
    write(tmp_path / "gemeenten.yaml", GEMEENTEN)
    write(tmp_path / "plannen" / "a.yaml", PLANNEN + RECORD % "a")
    write(tmp_path / "plannen" / name, PLANNEN + RECORD % "b")
    loaded = load(tmp_path)
    assert (loaded.records, loaded.findings) == (2, ())
    single = write(tmp_path / "los" / f"PLANNEN{Path(name).suffix}", PLANNEN)
    assert plan_files(single.parent, None) == ([single], [])
    assert [state.path for state in find_states(single.parent)] == [single]


@pytest.mark.parametrize("name", ["._a.yaml", ".#a.yaml", "~$a.yaml"])
def test_a_hidden_companion_of_a_file_is_not_read(tmp_path: Path, name: str) -> None:
    write(tmp_path / "gemeenten.yaml", GEMEENTEN)
    write(tmp_path / "plannen" / "a.yaml", PLANNEN + RECORD % "a")
    (tmp_path / "plannen" / name).write_bytes(b"\x00\x05\x16\x07\xff")
    loaded = load(tmp_path)
    assert (loaded.records, loaded.findings, len(loaded.files)) == (1, (), 2)
