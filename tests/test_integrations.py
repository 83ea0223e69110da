"""What other people's repositories use: the pre-commit hook, the GitHub Action, and the snippets of docs/ci.md."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.process import ROOT, TIMEOUT, environment, woonplan
from tests.repository import commit, plan, register
from tests.system import SHELL

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Aa",
    "GIT_AUTHOR_EMAIL": "aa@example.org",
    "GIT_COMMITTER_NAME": "Aa",
    "GIT_COMMITTER_EMAIL": "aa@example.org",
}


def run(command: list[str], cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment(**env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )


def git(cwd: Path, *args: str) -> str:
    done = run(["git", *args], cwd, **GIT)
    assert done.returncode == 0, done.stdout
    return done.stdout.strip()


def break_a_number(data: Path) -> int:
    """Write a number with a thousands point in the plan file; return its line."""
    path = data / "plannen.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if re.fullmatch(r" +woningen: [0-9]+", line))
    lines[at] = re.sub("[0-9]+", "2.000", lines[at])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return at + 1


OFFLINE = {"PYTHONPATH": sysconfig.get_paths()["purelib"], "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
"""With this, pip installs as it does for users, but asks nothing of the network: what the program depends on comes from
where these tests run."""


def begin(folder: Path) -> None:
    """Make a repository of a folder."""
    git(folder, "-c", "init.defaultBranch=main", "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Begin")


def published(folder: Path) -> Path:
    """A repository with this program, as it would be found at its address."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    begin(folder)
    return folder


class Scratch:
    """A repository with a register, and the hook in another one, as pre-commit finds it on GitHub."""

    def __init__(self, folder: Path) -> None:
        self.tool, self.own, self.home = published(folder / "tool"), folder / "own", folder / "home"
        shutil.copytree(ROOT / "data", self.own / "data")
        config = {
            "repos": [
                {"repo": str(self.tool), "rev": git(self.tool, "rev-parse", "HEAD"), "hooks": [{"id": HOOKS[0]["id"]}]}
            ]
        }
        (self.own / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        begin(self.own)

    def run_hook(self) -> subprocess.CompletedProcess[str]:
        """Run the hook on what is staged: pre-commit makes an environment and has pip install the package in it."""
        return run(
            [sys.executable, "-m", "pre_commit", "run", "--color=never"],
            self.own,
            **GIT,
            PRE_COMMIT_HOME=str(self.home),
            **OFFLINE,
            VIRTUALENV_NO_PERIODIC_UPDATE="1",
        )


@pytest.mark.deep
def test_the_hook_checks_all_data_whatever_was_changed(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    (scratch.own / "README.md").write_text("Een register.\n", encoding="utf-8")
    git(scratch.own, "add", "README.md")
    good = scratch.run_hook()
    assert (good.returncode, "Passed" in good.stdout) == (0, True), good.stdout
    # The program that ran is the one in pre-commit's own environment.
    assert list(scratch.home.glob("repo*/py_env-*/*/woonplan*"))

    line = break_a_number(scratch.own / "data")
    git(scratch.own, "commit", "--all", "--quiet", "--message", "Zonder controle")
    (scratch.own / "README.md").write_text("Een ander register.\n", encoding="utf-8")
    git(scratch.own, "add", "README.md")
    bad = scratch.run_hook()
    assert bad.returncode == 1, bad.stdout
    assert "exit code: 1" in bad.stdout
    assert f"data/plannen.yaml:{line}:" in bad.stdout
    assert "2.000" in bad.stdout

    # A deleted file is in no list of changed files, and the hook runs all the same.
    git(scratch.own, "reset", "--quiet", "--hard", "HEAD~1")
    git(scratch.own, "rm", "--quiet", "data/gemeenten.yaml")
    gone = scratch.run_hook()
    assert gone.returncode == 1, gone.stdout
    assert "gemeenten.yaml" in gone.stdout


def run_step(step: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step of the action as the runner does."""
    script = cwd / f"{step}.sh"
    script.write_text(STEPS[step]["run"], encoding="utf-8")
    assert STEPS[step]["shell"] == "bash"
    # Exactly the variables that the step passes on, so that a missing one is noticed.
    assert env.keys() - {"GITHUB_STEP_SUMMARY"} == STEPS[step]["env"].keys()
    return run(["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)], cwd, **env)


@pytest.fixture
def recorder(tmp_path: Path) -> str:
    """A Python that prints what it was asked to run, one argument a line."""
    path = tmp_path / "recorder"
    path.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@SHELL
@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({}, ["--format=github", "--", "data"]),
        ({"FAIL_ON": "waarschuwing"}, ["--format=github", "--fail-on=waarschuwing", "--", "data"]),
        (
            {"FORMAT": "sarif", "OUTPUT": "uit voer.sarif", "PATHS": "noord\nzuid en west\n\n"},
            ["--format=sarif", "--output=uit voer.sarif", "--", "noord", "zuid en west"],
        ),
        ({"PATHS": ""}, ["--format=github", "--"]),
        # What an input holds stays data: nothing of it is run, expanded or taken for an option.
        (
            {"PATHS": "$(touch een)\n; touch twee\n*\n--format=text", "FAIL_ON": "`touch drie`"},
            ["--format=github", "--fail-on=`touch drie`", "--", "$(touch een)", "; touch twee", "*", "--format=text"],
        ),
    ],
)
def test_the_action_passes_its_inputs(
    inputs: dict[str, str], expected: list[str], tmp_path: Path, recorder: str
) -> None:
    defaults = {"PATHS": "data", "FORMAT": "github", "OUTPUT": "", "FAIL_ON": ""}
    done = run_step("check", tmp_path, PYTHON=recorder, **{**defaults, **inputs})
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["-I", "-m", "woonplan", "check", *expected]
    assert {path.name for path in tmp_path.iterdir()} == {"check.sh", "recorder"}


@SHELL
def test_the_action_installs_itself(tmp_path: Path, recorder: str) -> None:
    done = run_step("install", tmp_path, PYTHON=recorder, SOURCE="/een map/woonplan")
    assert done.stdout.splitlines()[:4] == ["-I", "-m", "pip", "install"]
    assert done.stdout.splitlines()[-1] == "/een map/woonplan"


def test_the_action_uses_every_input_and_no_other() -> None:
    env = {value for step in STEPS.values() for value in step.get("env", {}).values()}
    used = {match[1] for value in env if (match := re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value))}
    assert used == ACTION["inputs"].keys()
    assert not any("${{" in step.get("run", "") for step in STEPS.values())
    assert STEPS["check"]["env"]["PATHS"] == "${{ inputs.path }}"
    assert ACTION["inputs"]["path"]["default"] == "data"


@SHELL
def test_the_action_annotates_a_mistake(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    env = {"PYTHON": sys.executable, "PATHS": "data", "FORMAT": "github", "OUTPUT": "", "FAIL_ON": ""}
    good = run_step("check", tmp_path, **env)
    assert good.returncode == 0, good.stdout
    assert "::error" not in good.stdout
    line = break_a_number(tmp_path / "data")
    bad = run_step("check", tmp_path, **env)
    assert bad.returncode == 1, bad.stdout
    assert re.search(rf"^::error file=data/plannen\.yaml,line={line}\b", bad.stdout, re.MULTILINE)


@SHELL
def test_the_action_fails_where_nothing_was_checked(tmp_path: Path) -> None:
    done = run_step("check", tmp_path, PYTHON=sys.executable, PATHS="data", FORMAT="github", OUTPUT="", FAIL_ON="")
    assert (done.returncode, "data" in done.stdout) == (2, True), done.stdout


@SHELL
def test_the_action_shows_what_a_change_does(tmp_path: Path) -> None:
    commit(tmp_path, register(plan("a", 130, more=", vertrouwelijkheid: openbaar") + plan("geheim", 77)))
    commit(tmp_path, register(plan("a", 150, more=", vertrouwelijkheid: openbaar") + plan("geheim", 99)))
    summary = tmp_path / "summary.md"
    env = {"PYTHON": sys.executable, "DATA": "data", "LEVEL": ACTION["inputs"]["vertrouwelijkheid"]["default"]}
    done = run_step("diff", tmp_path, **env, OLD="HEAD~1", GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stdout
    text = summary.read_text(encoding="utf-8")
    assert "zacht met +20" in text.splitlines()[0]
    assert "geheim" not in text
    # What was given is a revision, whatever it looks like, and never an option.
    odd = run_step("diff", tmp_path, **env, OLD="--help", GITHUB_STEP_SUMMARY=str(summary))
    assert odd.returncode == 2
    assert "geen revisie" in odd.stdout


def snippet(heading: str) -> Any:
    """Return the YAML under a heading of docs/ci.md."""
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    assert len(blocks) == 1
    return yaml.safe_load(blocks[0])


def test_the_github_snippet_gives_inputs_that_exist() -> None:
    step = snippet("GitHub")["jobs"]["check"]["steps"][-1]
    assert step["uses"] == "OWNER/woonplan@REVISION"
    assert step["with"].keys() <= ACTION["inputs"].keys()


def test_every_input_is_in_the_table() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE) == list(ACTION["inputs"])


def test_the_pre_commit_snippet_names_the_hook(tmp_path: Path) -> None:
    hook = snippet("pre-commit")["repos"][0]["hooks"][0]
    assert [hook["id"]] == [ours["id"] for ours in HOOKS]
    shutil.copytree(ROOT / "data", tmp_path / "data")
    program, *args = shlex.split(HOOKS[0]["entry"])
    done = woonplan(*args, *hook["args"], cwd=tmp_path)
    assert (program, done.returncode) == ("woonplan", 0), done.stderr


def test_the_gitlab_snippet_writes_the_report_that_it_hands_over(tmp_path: Path) -> None:
    job = snippet("GitLab")["woonplan"]
    program, *args = shlex.split(job["script"][-1])
    assert program == "woonplan"
    shutil.copytree(ROOT / "data", tmp_path / "data")
    line = break_a_number(tmp_path / "data")
    done = woonplan(*args, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    report = json.loads((tmp_path / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {"path": "data/plannen.yaml", "lines": {"begin": line}} in [entry["location"] for entry in report]
    assert job["artifacts"]["when"] == "always"


@pytest.fixture
def fresh(tmp_path: Path) -> dict[str, str]:
    """The environment variables of a Python in which nothing was installed yet, found as `python`.

    What comes from where these tests run is named in a file as well: `-I` heeds no environment variables.
    """
    done = run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], tmp_path)
    assert done.returncode == 0, done.stdout
    own = Path(sysconfig.get_path("purelib", vars={"base": str(tmp_path / "venv"), "platbase": str(tmp_path / "venv")}))
    (own / "offline.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return {**GIT, **OFFLINE, "PATH": f"{tmp_path / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def shell(line: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", line], cwd, **env)


@pytest.mark.deep
def test_the_workflow_of_init_runs_once_its_address_is_filled_in(tmp_path: Path, fresh: dict[str, str]) -> None:
    assert woonplan("init", str(tmp_path / "own"), "--regio", "Dal").returncode == 0
    workflow = yaml.safe_load((tmp_path / "own/.github/workflows/woonplan.yml").read_text(encoding="utf-8"))
    steps = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    tool = published(tmp_path / "tool")
    address = {"https://<adres van woonplan>": tool.as_uri(), "<versie>": git(tool, "rev-parse", "HEAD")}
    where = workflow["env"]["WOONPLAN"]
    for slot, value in address.items():
        assert slot in where
        where = where.replace(slot, value)
    env = {**fresh, "WOONPLAN": where}
    install, check, gap = (shell(line, tmp_path / "own", env) for line in steps)
    assert install.returncode == 0, install.stdout
    assert (tmp_path / "venv" / "bin" / "woonplan").is_file()
    # A new register has no plans: nothing was checked, and that is not green.
    assert (check.returncode, "geen enkel plan" in check.stdout) == (2, True), check.stdout
    assert (gap.returncode, "Dal" in gap.stdout) == (0, True), gap.stdout


@pytest.mark.deep
def test_the_gitlab_snippet_installs_from_an_archive(tmp_path: Path, fresh: dict[str, str]) -> None:
    install = snippet("GitLab")["woonplan"]["script"][0]
    git(published(tmp_path / "tool"), "archive", "--output", str(tmp_path / "tool.tar.gz"), "--prefix=tool/", "HEAD")
    line = re.sub(r"https://\S+/OWNER/woonplan/archive/REVISION\.tar\.gz", (tmp_path / "tool.tar.gz").as_uri(), install)
    assert line != install
    done = shell(line, tmp_path, fresh)
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "venv" / "bin" / "woonplan").is_file()


@pytest.mark.deep
def test_the_action_installs_from_its_own_checkout(tmp_path: Path, fresh: dict[str, str]) -> None:
    (tmp_path / "install.sh").write_text(STEPS["install"]["run"], encoding="utf-8")
    env = {**fresh, "PYTHON": str(tmp_path / "venv/bin/python"), "SOURCE": str(published(tmp_path / "tool"))}
    done = shell((tmp_path / "install.sh").read_text(encoding="utf-8"), tmp_path, env)
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "venv" / "bin" / "woonplan").is_file()


def test_the_readme_installs_what_a_workbook_needs(tmp_path: Path, fresh: dict[str, str]) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"Workbooks need one more package: `(.*?)`", text)
    done = shell(line, tmp_path, fresh)
    # The test runs where it is there already; that is how pip says that the name is right.
    assert (done.returncode, "already satisfied: XlsxWriter" in done.stdout) == (0, True), done.stdout


def test_nothing_names_an_index_that_does_not_have_it() -> None:
    kept = [ROOT / name for name in ("README.md", "action.yml", *(f"docs/{n}.md" for n in ("ci", "editors")))]
    kept += [path for path in (ROOT / "src").rglob("*") if path.suffix in (".py", ".yml", ".yaml")]
    named = re.compile(r"pip install (?:\S+ )*[\"']?woonplan\b|woonplan\[excel|woonplan==|PyPI")
    assert not [(path.name, found[0]) for path in kept for found in named.finditer(path.read_text(encoding="utf-8"))]
