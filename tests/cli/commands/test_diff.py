"""`woonplan diff`: what is compared, in which order it is looked for, what is said, and what it ends with."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.process import inside
from tests.conftest import GEMEENTEN, PLANNEN
from tests.repository import commit, git, plan, register
from tests.system import GIT
from woonplan.cli.commands.diff import Alleen
from woonplan.cli.options import Format
from woonplan.report.diff.document import Gedeelte

pytestmark = GIT

Done = subprocess.CompletedProcess[bytes]


def diff(folder: Path, *args: str, **extra: str) -> Done:
    return inside("diff", *args, cwd=folder, **extra)


def first(done: Done) -> str:
    """The sentence that was said first."""
    return done.stdout.decode("utf-8").split("\n", maxsplit=1)[0]


def refusal(done: Done) -> str:
    assert (done.returncode, done.stdout) == (2, b"")
    return done.stderr.decode("utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A plan that became hard and larger, beside another that is the same; then nothing."""
    commit(tmp_path, register(plan("a", 130) + plan("b", 40, "1A")))
    commit(tmp_path, register(plan("a", 150, "2A") + plan("b", 40, "1A")))
    return tmp_path


def test_the_working_tree_against_a_revision(repository: Path) -> None:
    done = diff(repository, "HEAD~1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert first(done) == (
        "In Dal verandert hard met +150 woningen, zacht met -130 en het saldo aan beide grenzen met +20."
    )
    text = diff(repository, "HEAD~1", "--toelichting").stdout.decode("utf-8")
    assert text.startswith(first(done))
    assert "oud: HEAD~1 is gelezen als revisie (HEAD~1:data, commit " in text
    assert "nieuw: data is gelezen als werkmap (data)" in text
    (repository / "data" / "plannen.yaml").write_text(PLANNEN + plan("a", 130) + plan("b", 40, "1A"), encoding="utf-8")
    assert first(diff(repository, "HEAD~1")) == "Er is geen verschil in de plannen van Dal."
    assert "zacht met +130" in first(diff(repository, "HEAD"))


def test_a_path_goes_before_a_date_and_a_date_before_a_revision(repository: Path) -> None:
    git(repository, "tag", "2020", "HEAD~1")
    assert "gelezen als peildatum (data/plannen.yaml)" in diff(repository, "2020", "--toelichting").stdout.decode(
        "utf-8"
    )
    other = repository / "2020"
    other.mkdir()
    for name, text in register(plan("a", 1), folder="x").items():
        (other / Path(name).name).write_text(str(text), encoding="utf-8")
    assert "gelezen als pad (2020)" in diff(repository, "2020", "--toelichting").stdout.decode("utf-8")
    assert "gelezen als revisie" in diff(repository, "refs/tags/2020", "--toelichting").stdout.decode("utf-8")


def test_two_paths_and_two_revisions(repository: Path) -> None:
    (repository / "oud.yaml").write_text(PLANNEN + plan("a", 100), encoding="utf-8")
    assert "hard met +190 woningen, zacht met -100" in first(diff(repository, "oud.yaml", "data/plannen.yaml"))
    assert "hard met +150 woningen, zacht met -130" in first(diff(repository, "HEAD~1:data", "main"))
    assert "hard met -150 woningen, zacht met +130" in first(diff(repository, "main", "HEAD~1:data/plannen.yaml"))


def test_a_file_that_moved_is_no_change(repository: Path) -> None:
    content = (repository / "data" / "plannen.yaml").read_bytes()
    commit(repository, {"data/plannen.yaml": None, "data/plannen/alles.yaml": content.replace(b"\n", b"\r\n")})
    done = diff(repository, "HEAD~1", "--exit-code")
    assert first(done).startswith("Er is geen verschil")
    assert done.returncode == 0


def test_the_exit_code_is_that_of_git(repository: Path) -> None:
    assert [diff(repository, side, "--exit-code").returncode for side in ("HEAD", "HEAD~1", "weg")] == [0, 1, 2]
    assert diff(repository, "HEAD~1").returncode == 0


def test_the_same_side_twice_is_said(repository: Path) -> None:
    done = diff(repository, "HEAD", "HEAD")
    assert first(done).startswith("Er is geen verschil")
    assert "beide kanten zijn dezelfde" in done.stdout.decode("utf-8")


def test_what_is_none_of_the_three(repository: Path) -> None:
    text = refusal(diff(repository, "nergens"))
    assert "'nergens' is geen pad, geen peildatum van een stand in 'data', en geen revisie" in text


def test_two_states_of_one_date(repository: Path) -> None:
    (repository / "data" / "plannen-2.yaml").write_text(PLANNEN + plan("a", 1), encoding="utf-8")
    assert "meer dan een stand heeft peildatum 2020" in refusal(diff(repository, "2020"))


def test_a_side_that_cannot_be_read(repository: Path) -> None:
    commit(repository, register("  - {id: a, naam: A, gemeente: Zee}\n"), "stuk")
    commit(repository, register(plan("a", 1)))
    text = refusal(diff(repository, "HEAD~1"))
    assert "HEAD~1:data/plannen.yaml:6:" in text
    assert "de oude kant ('HEAD~1') is niet te gebruiken; er is niets vergeleken" in text
    # A field that this version does not know is no reason to leave a plan out in silence.
    commit(repository, register(plan("a", 1, more=", nieuw_veld: 3")))
    assert "onbekende sleutel 'nieuw_veld'" in refusal(diff(repository, "main", "HEAD~1"))


def test_a_revision_without_a_register(tmp_path: Path) -> None:
    commit(tmp_path, {"lees.md": "niets"})
    commit(tmp_path, register(plan("a", 1)))
    assert "in revisie 'HEAD~1' staat geen 'data'" in refusal(diff(tmp_path, "HEAD~1"))


def test_no_git(repository: Path) -> None:
    assert "git is niet gevonden op deze computer" in refusal(diff(repository, "HEAD~1", PATH=str(repository)))


def test_a_municipality_that_was_merged(tmp_path: Path) -> None:
    aa, bee = '  - {naam: Aa, code: GM0001, aliassen: ["Aa (V.)"]}\n', "  - {naam: Bee, code: GM0002}\n"
    cee = "  - {naam: Cee, code: GM0003, aliassen: [Aa]}\n"
    commit(tmp_path, register(plan("a", 130) + plan("b", 40).replace("Aa", "Bee")))
    merged = GEMEENTEN.replace(aa + bee, cee + bee)
    assert merged != GEMEENTEN
    files = register(plan("a", 130) + plan("b", 40).replace("Aa", "Bee"))
    commit(tmp_path, {**files, "data/gemeenten.yaml": merged})
    done = diff(tmp_path, "HEAD~1", "--format", "json")
    found = json.loads(done.stdout)
    assert found["resultaat"]["verschil"]["zacht"]["max"] == 0
    (moved,) = found["resultaat"]["plannen"]
    assert (moved["id"], moved["soorten"], moved["velden"]) == ("a", ["andere_gemeente"], {"gemeente": ["Aa", "Cee"]})
    towns = {row["sleutel"]: row["cellen"] for t in found["tabellen"] if t["naam"] == "gemeenten" for row in t["rijen"]}
    assert (towns["Aa"]["zacht_verschil"]["max"], towns["Cee"]["zacht_verschil"]["max"]) == (-130, 130)
    assert "Bee" not in towns


def test_a_hidden_plan_moves_unseen(tmp_path: Path) -> None:
    def states(homes: int, circle: str, name: str = "geheim") -> dict[str, str | bytes | None]:
        hidden = plan(name, homes, more=f", vertrouwelijkheid: {circle}")
        return register(hidden + plan("b", 40, "1A", ", vertrouwelijkheid: openbaar"))

    commit(tmp_path, states(111, "gemeente"))
    commit(tmp_path, states(222, "gemeente"))
    commit(tmp_path, states(333, "openbaar"))
    renamed = plan("anders", 444, more=", vertrouwelijkheid: openbaar, was: geheim")
    commit(tmp_path, register(renamed + plan("b", 40, "1A", ", vertrouwelijkheid: openbaar")))
    for old, new in (("main~3", "main~2"), ("main~2", "main~1"), ("main~1", "main~2"), ("main~2", "main")):
        for form in ("table", "md", "csv", "json", "html"):
            done = diff(tmp_path, old, new, "--vertrouwelijkheid", "openbaar", "--format", form, "--exit-code")
            text = done.stdout.decode("utf-8")
            assert done.returncode == 0, (old, new)
            # Checksums hold any digits.
            assert not re.search(r"geheim|anders|(?<![0-9a-f])(?:111|222|333|444)(?![0-9a-f])", text)
        assert "geheim" in diff(tmp_path, old, new, "--toelichting").stdout.decode("utf-8")


@pytest.mark.parametrize("form", list(Format))
def test_every_format(repository: Path, form: Format) -> None:
    outputs = []
    for name in ("een", "twee"):
        assert diff(repository, "HEAD~1", "HEAD", "--format", str(form), "--output", name).returncode == 0
        outputs.append((repository / name).read_bytes())
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) > 400


def test_null_is_unknown_and_what_is_not_in_the_model_is_absent(repository: Path) -> None:
    files = register(plan("a", 150, "2A").replace("woningen: 150, ", "") + plan("b", 40, "1A"))
    commit(repository, files)
    found = json.loads(diff(repository, "HEAD~1", "--format", "json").stdout)["resultaat"]
    (only,) = found["plannen"]
    assert only["velden"] == {"woningen": [150, None]}
    assert found["verschil"]["hard"] == {
        "min": -150, "max": -150, "circa": False, "zonder": {"plan zonder aantal": 1}, "open": [0, 0],
    }  # fmt: skip
    assert found["gelijk"] is False


def test_a_pull_request_gets_the_totals_outside_the_fold_and_no_more_than_fits(tmp_path: Path) -> None:
    many = "".join(plan(f"plan-{number}", 10) for number in range(5_000))
    commit(tmp_path, register(many))
    commit(tmp_path, register(many.replace("woningen: 10", "woningen: 11")))
    text = diff(tmp_path, "HEAD~1", "--format", "md", "--vertrouwelijkheid", "gemeente").stdout.decode("utf-8")
    assert 50_000 < len(text) <= 60_000
    outside = text[: text.index("<details>")]
    assert "zacht met +5.000" in outside
    assert "| **verschil** |" in outside
    assert "<summary>Per plan (5.000 rijen)</summary>" in text
    assert "rijen passen hier niet meer" in text
    assert text.count("<details>") == text.count("</details>") == 2


def test_one_part_alone(repository: Path) -> None:
    done = diff(repository, "HEAD~1", "--alleen", "plannen")
    assert "zacht naar hard, groter" in done.stdout.decode("utf-8")
    assert "oude stand" not in done.stdout.decode("utf-8")
    assert "Bedoelt u 'plannen'" in refusal(diff(repository, "HEAD~1", "--alleen", "planen"))
    assert [*map(str, Alleen)] == [*map(str, Gedeelte)]


def test_one_municipality(repository: Path) -> None:
    assert first(diff(repository, "HEAD~1", "--gemeente", "Aa")).startswith(
        "In Aa verandert hard met +150 woningen en zacht met -130."
    )
    done = diff(repository, "HEAD~1", "--gemeente", "Bee", "--alleen", "plannen")
    assert "geen verschil in de plannen van Bee" in first(done)


def test_a_number_of_it_is_explained(repository: Path) -> None:
    done = inside("explain", "diff.totalen.zacht_naar_hard.hard", "--vergelijk", "HEAD~1", cwd=repository)
    assert "zacht naar hard = som van 1 plan" in done.stdout.decode("utf-8")
    # So is what the screen shows of a plan, with what it does to the balance.
    assert "A: " in diff(repository, "HEAD~1").stdout.decode("utf-8")
    for column, change in (("hard", "150 - 0 = 150"), ("saldo", "150 - 130 = 20")):
        done = inside("explain", f"diff.plannen.a.{column}", "--vergelijk", "HEAD~1", cwd=repository)
        assert f"  {change} (grens voor grens)\n" in done.stdout.decode("utf-8")
    without = inside("explain", "diff.totalen.verschil.hard", cwd=repository)
    assert "--vergelijk" in refusal(without)


def test_a_check_against_what_was_names_what_is_gone(repository: Path) -> None:
    commit(repository, register(plan("b", 40, "1A")))
    done = inside("check", "--tegen", "HEAD~1", "--select", "WP515", "--format", "concise", cwd=repository)
    text = done.stdout.decode("utf-8")
    assert "plan 'a': 'A' stond er eerder (HEAD~1:data/plannen.yaml:6:5) en is er niet meer" in text
    assert done.returncode == 0
    quiet = inside("check", "--select", "WP515", "--format", "concise", cwd=repository)
    assert "WP515" not in quiet.stdout.decode("utf-8")
    # A state that is new has nothing to be held against.
    (repository / "data" / "plannen-2.yaml").write_text(PLANNEN + plan("a", 1), encoding="utf-8")
    new = inside("check", "data/plannen-2.yaml", "--tegen", "HEAD~1", "--select", "WP515", cwd=repository)
    assert "WP515" not in new.stdout.decode("utf-8")
    broken = inside("check", "--tegen", "weg", cwd=repository)
    assert "en geen revisie" in refusal(broken)
