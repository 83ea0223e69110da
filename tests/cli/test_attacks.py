"""What a hostile checkout, file or place may not do: run, hide, overwrite, act or block."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.process import python, woonplan
from tests.system import LINKS, STREAMS
from woonplan.checks.examples import GEMEENTEN, KOP
from woonplan.cli.run import run
from woonplan.diagnostics import Diagnostic, Place
from woonplan.render.findings.github import render_github
from woonplan.render.findings.sarif import render_sarif
from woonplan.render.html.words import _UNBROKEN

PLAN = "  - {id: a, naam: A, gemeente: Borne, restant: 30, woningen: 2.000}\n"
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """A register with one error in the folder, and a command run in it."""
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    Path("data/plannen.yaml").write_text(KOP + PLAN, encoding="utf-8")

    def command(*args: str) -> tuple[int, str, str]:
        code = run(list(args))
        out, err = capsys.readouterr()
        return code, out, err

    return command


def sound() -> None:
    Path("data/plannen.yaml").write_text(KOP + PLAN.replace(", woningen: 2.000", ""), encoding="utf-8")


# Settings are read however they are spelled, or the run says that it cannot.

TABLES = [
    "[tool.woonplan]\nselect = ['WP9']\n",
    "[tool]\nwoonplan = {select = ['WP9']}\n",
    "tool.woonplan.select = ['WP9']\n",
    "[ tool . woonplan ]\nselect = ['WP9']\n",
    '["tool"."woonplan"]\nselect = ["WP9"]\n',
    '[tool]\n"w\\u006fonplan" = {select = ["WP9"]}\n',
    "# " + "x" * 1_100_000 + "\n[tool.woonplan]\nselect = ['WP9']\n",
    "[tool.woonplan\n",
    "[project]\nname = woonplan\n",
    "# woonplan\n[project]\nname = 'caf\xe9'\n",
]


@pytest.mark.parametrize("text", TABLES, ids=range(len(TABLES)))
def test_every_spelling_of_settings_is_read(there: Said, text: str) -> None:
    Path("pyproject.toml").write_bytes(text.encode("latin-1"))
    code, _, err = there("check", "--ignore", "WP1")
    assert code == 2
    assert "pyproject.toml" in err


@pytest.mark.parametrize("text", ["[tool.ruff]\n", "kapot = [\n", "tool = 3\n# woonplan\n", "[tool]\nx = 'woonplan'\n"])
def test_what_is_of_others_is_left_alone(there: Said, text: str) -> None:
    sound()
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    assert there("check", "--select", "WP1")[0] == 0


@LINKS
@pytest.mark.parametrize("name", ["woonplan.toml", "pyproject.toml"])
@pytest.mark.parametrize("kind", ["link", "folder"])
def test_settings_that_cannot_be_read_are_not_green(there: Said, name: str, kind: str) -> None:
    sound()
    if kind == "link":
        Path(name).symlink_to("nergens")
    else:
        Path(name).mkdir()
    code, _, err = there("check", "--select", "WP1")
    assert (code, name in err) == (2, True)


# A result never takes the place of a part of a register.


@LINKS
@pytest.mark.parametrize("target", ["data/plannen.yaml", "data/agenda.yaml"])
def test_a_result_is_not_written_through_a_link_over_the_register(there: Said, target: str) -> None:
    sound()
    Path(target).touch()
    before = Path(target).read_bytes()
    Path("uit.csv").symlink_to(target)
    code, _, err = there("gap", "--output", "uit.csv", "--format", "csv")
    assert (code, "geschreven" in err) == (2, True)
    assert Path(target).read_bytes() == before


def test_a_result_is_not_written_over_a_plan_file_of_another_name(there: Said) -> None:
    sound()
    shutil.copy("data/plannen.yaml", "lijst.txt")
    before = Path("lijst.txt").read_bytes()
    code, _, err = there("gap", "--plannen", "lijst.txt", "--output", "lijst.txt")
    assert (code, "is gelezen als deel van het register" in err) == (2, True)
    assert Path("lijst.txt").read_bytes() == before


@STREAMS
def test_a_result_is_not_written_through_an_open_file(there: Said) -> None:
    sound()
    before = Path("data/plannen.yaml").read_bytes()
    with Path("data/plannen.yaml").open("rb") as file:
        code, _, _ = there("gap", "--output", f"/proc/self/fd/{file.fileno()}")
    assert code == 2
    assert Path("data/plannen.yaml").read_bytes() == before


def test_charts_are_not_written_over_the_register(there: Said) -> None:
    sound()
    assert there("gap", "--by", "gemeente", "--charts", "beeld", "--output", "x.txt")[0] == 0
    name = next(Path("beeld").iterdir()).name
    Path("beeld", name).write_bytes(Path("data/plannen.yaml").read_bytes())
    before = Path("beeld", name).read_bytes()
    plannen = ("--plannen", f"beeld/{name}")
    code, _, err = there("gap", "--by", "gemeente", "--charts", "beeld", "--output", "x.txt", *plannen)
    assert (code, "is gelezen als deel van het register" in err) == (2, True)
    assert Path("beeld", name).read_bytes() == before


@pytest.mark.parametrize("name", ["woonplan.toml", "data/plannen-2030.yaml", "x.YML"])
def test_a_result_is_no_new_part_of_a_register(there: Said, name: str) -> None:
    sound()
    code, _, err = there("gap", "--output", name)
    assert (code, "kan een deel van een register zijn" in err) == (2, True)
    assert not Path(name).exists()


def test_a_folder_is_no_file(there: Said) -> None:
    sound()
    code, _, err = there("gap", "--output", "x/")
    assert (code, "'x/' is een map" in err) == (2, True)
    assert not Path("x").exists()


# What lies outside of the folder is not read, and nothing blocks.


@LINKS
@pytest.mark.parametrize("name", ["agenda.yaml", "bekend.yaml", "gemeenten.yaml", "plannen-2.yaml"])
def test_a_link_out_of_the_folder_is_not_followed(there: Said, name: str) -> None:
    sound()
    Path("geheim").write_text("wachtwoord: zeer geheim\n", encoding="utf-8")
    Path("data", name).unlink(missing_ok=True)
    Path("data", name).symlink_to("../geheim")
    code, out, err = there("check", "data", "--select", "WP0")
    assert code == 1
    assert "is een verwijzing naar een bestand buiten de map" in out
    assert "wachtwoord" not in out + err


@LINKS
def test_a_link_within_the_folder_and_to_the_folder_is_followed(there: Said) -> None:
    sound()
    Path("data/plannen-2.yaml").symlink_to("plannen.yaml")
    Path("register").symlink_to("data")
    assert there("check", "register", "--select", "WP0,WP1")[0] == 0


@STREAMS
@pytest.mark.skipif(not Path("/proc/self/pagemap").exists(), reason="this system has no files without an end")
@pytest.mark.parametrize("name", ["/proc/kmsg", "/proc/self/mem", "/proc/self/stat"])
def test_a_file_of_the_system_neither_blocks_nor_ends_in_a_crash(there: Said, name: str) -> None:
    sound()
    start = time.monotonic()
    code, _, err = there("gap", "--plannen", name)
    assert (code, "woonplan zelf" in err) == (2, False)
    assert time.monotonic() - start < 60


# Ordinary causes are no fault of the program.


@pytest.mark.parametrize("name", ["x" * 300, "a/" + "y" * 300])
def test_a_folder_that_cannot_be_made_leaves_nothing(there: Said, name: str) -> None:
    code, _, err = there("init", name)
    assert (code, "woonplan zelf" in err) == (2, False)
    assert sorted(path.name for path in Path().iterdir()) == ["data"]


def test_a_folder_that_was_taken_away(tmp_path: Path) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    code = "import os, sys; os.chdir(sys.argv[1]); os.rmdir(sys.argv[1]); sys.argv[1:] = sys.argv[2:]\n"
    code += "from woonplan.__main__ import main\nmain()"
    for args in (
        ["check"],
        ["check", str(Path.cwd() / "data"), "--format", "sarif"],
        ["gap"],
        ["check", "--format", "github"],
    ):
        done = python(code, str(gone), *args)
        gone.mkdir(exist_ok=True)
        assert b"woonplan zelf" not in done.stderr, done.stderr


# Text does not act.


def test_no_command_in_an_annotation() -> None:
    shown = render_github([Diagnostic("WP101", "##[group] ##vso[task] x", Place("##[a].yaml", 1, 1), "##[error]")])
    assert "##[" not in shown
    assert "##vso[" not in shown


def test_no_invisible_character_in_json(there: Said) -> None:
    Path("data/plannen.yaml").write_text(
        KOP + '  - {id: a, naam: "A\\u061c\\u00ad\\ufff9", gemeente: Borne, restant: 30}\n', encoding="utf-8"
    )
    _, out, _ = there("list", "plannen", "--format", "json")
    assert not {"\u061c", "\xad", "\ufff9"} & set(out)
    assert "A\u061c\xad\ufff9" in json.dumps(json.loads(out), ensure_ascii=False)


def test_the_name_of_a_folder_does_not_act_in_a_summary(there: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path("<b>[x](y)")
    shutil.copytree("data", folder)
    text = (folder / "gemeenten.yaml").read_text(encoding="utf-8")
    (folder / "gemeenten.yaml").write_text(text + "fictief: true\n", encoding="utf-8")
    (folder / "plannen.yaml").write_text(KOP + PLAN.replace(", woningen: 2.000", ""), encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    there("check", str(folder), "--format", "github", "--select", "WP1")
    summary = Path("summary.md").read_text(encoding="utf-8")
    assert "FICTIEF" in summary
    assert "<b>[x](y)" not in summary.replace("\\", "\0")


def test_a_place_outside_of_the_root_has_a_whole_address(there: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("repo/.git").mkdir(parents=True)
    monkeypatch.chdir("repo")
    _, out, _ = there("check", "../data", "--format", "sarif", "--select", "WP1")
    (uri,) = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(out)["runs"][0]["results"]
        for place in result["locations"]
    }
    assert uri == (Path("..") / "data" / "plannen.yaml").resolve().as_uri()
    inside = render_sarif([Diagnostic("WP101", "x", Place("a b.yaml", 1, 1))], {})
    assert '"uri": "a%20b.yaml"' in inside


def test_a_long_row_of_digits_costs_no_square() -> None:
    start = time.process_time()
    for row in ("1" * 200_000, "1." * 100_000, "--a" * 60_000):
        assert list(_UNBROKEN.finditer(row)) is not None
    assert time.process_time() - start < 5
    assert _UNBROKEN.findall("van 2020-2029 en 1.000-2.000, --by-jaar") == ["2020-2029", "1.000-2.000", "--by-jaar"]


def test_a_checkout_runs_no_code_of_its_own(tmp_path: Path) -> None:
    # As the action and the snippets do: isolated, so that the folder it runs in is no place to import from.
    for name in ("woonplan/__init__.py", "woonplan/__main__.py", "yaml.py", "pip/__init__.py", "pip/__main__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("import os; os._exit(0)\n", encoding="utf-8")
    action = (Path(__file__).parents[2] / "action.yml").read_text(encoding="utf-8")
    assert action.count('"$PYTHON" -I -m') == action.count('"$PYTHON"') == 3
    done = woonplan("check", cwd=tmp_path)
    assert done.returncode == 0, "the trap does not work"
    for module in ("woonplan", "pip"):
        done = subprocess.run(
            [sys.executable, "-I", "-m", module, "--version"], cwd=tmp_path, capture_output=True, check=False
        )
        assert module.encode() in done.stdout
