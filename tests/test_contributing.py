"""What CONTRIBUTING.md says is true: names that exist, lines that are run, tests that every system collects."""

from __future__ import annotations

import ast
import re
import sys
import tomllib

import pytest
import yaml

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
JOB = WORKFLOW["jobs"]["readme"]
PYTEST = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]

POSIX = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "spwd", "syslog", "termios", "tty"}
"""Modules that Python has not on every system."""


def block(mark: str) -> str:
    """The first line of the block of shell under a mark of the README."""
    return README.partition(f"<!-- {mark} -->\n```sh\n")[2].partition("\n")[0]


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_path_that_is_named_exists(page: str) -> None:
    text = re.sub(r"```.*?```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    words = re.findall(r"`([\w./-]+)`", text)
    paths = {word for word in words if "/" in word or word.endswith((".md", ".py", ".toml", ".txt", ".yaml"))}
    assert len(paths) > 20
    assert {path for path in paths if not any((top / path).exists() for top in (ROOT, ROOT / "src/woonplan"))} == set()


def test_every_name_in_the_map_is_defined_in_the_program() -> None:
    rows = [line for line in GUIDE.splitlines() if line.startswith("| **")]
    assert len(rows) == 11
    names = {name for row in rows for name in re.findall(r"`([A-Z_]\w+|\w+_\w+)`", row)}
    assert names >= {"By", "LIBRARIES", "Format", "SoortUitspraak", "group_keys"}
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "woonplan").rglob("*.py"))
    assert {n for n in names if not re.search(rf"^(?:(?:class|def) {n}\b|{n}\b.* = )", source, re.MULTILINE)} == set()


def test_the_markers_and_profiles_are_those_of_the_tests() -> None:
    markers = {marker.partition(":")[0] for marker in PYTEST["markers"]}
    assert markers == {"browser", "deep", "office"}
    assert all(f"`{name}`" in GUIDE for name in (*markers, "quick", "deep"))
    assert set(re.findall(r"-q -m ([a-z]+) ", GUIDE)) == {"browser", "office"}


def test_the_gates_are_the_lines_of_the_readme() -> None:
    deep = re.search(r'-m pytest -q (-m "deep .*?") ', GUIDE)
    assert deep is not None
    assert f'"$bin/python" -m pytest -q {deep[1]} --hypothesis-profile=deep\n' in CI
    # The test line is read from the README where it is run.
    assert "<!-- test-command -->" in CI
    assert block("test-command").endswith("-m pytest -q")


def test_every_page_that_is_written_by_the_program_is_held_against_it() -> None:
    pages = [ROOT / "README.md", *(path for path in (ROOT / "docs").iterdir() if path.is_file())]
    written = {page.relative_to(ROOT).as_posix() for page in pages if "[[[cog" in page.read_text(encoding="utf-8")}
    gate = re.search(r'"\$bin/cog" --check (.*)', CI)
    assert gate is not None
    assert set(gate[1].split()) == written
    assert f"`cog -r {gate[1]}`" in GUIDE


def test_what_runs_before_a_commit_is_a_gate() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = [hook for repo in config["repos"] for hook in repo["hooks"]]
    gates = {line.replace('"$bin/', "").replace('"', "") for line in CI.splitlines() if line.startswith('"$bin/')}
    assert {hook["entry"] for hook in hooks} == {gate for gate in gates if not gate.startswith(("python", "coverage"))}
    # Nothing is fetched, and every hook looks at the whole checkout, as the gates do.
    assert all((hook["language"], hook["pass_filenames"]) == ("system", False) for hook in hooks)


def test_the_workflow_runs_the_lines_of_the_readme_everywhere() -> None:
    lines = {step.get("if"): step["run"] for step in JOB["steps"] if "run" in step}
    assert lines.keys() == {"runner.os != 'Windows'", "runner.os == 'Windows'"}
    assert lines["runner.os != 'Windows'"] == block("test-command")
    assert lines["runner.os == 'Windows'"] in README.partition("```powershell\n")[2].partition("```")[0].splitlines()
    assert JOB["strategy"]["fail-fast"] is False
    assert JOB["strategy"]["matrix"] == {
        "os": ["ubuntu-latest", "windows-latest", "macos-latest"],
        "python": ["3.11", "3.12", "3.13", "3.14"],
    }
    # A version that YAML reads as a number would lose its zero.
    assert all(isinstance(version, str) for version in JOB["strategy"]["matrix"]["python"])


def test_the_tests_can_be_collected_where_a_module_of_posix_is_missing() -> None:
    assert sys.stdlib_module_names >= {"pty", "fcntl"}
    wanted = {
        (path.name, name.split(".")[0])
        for path in (ROOT / "tests").rglob("*.py")
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in statement.names] if isinstance(statement, ast.Import) else [statement.module]
        )
        if name is not None
    }
    assert len(wanted) > 100
    assert {(file, name) for file, name in wanted if name in POSIX} == set()
