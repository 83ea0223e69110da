"""A register in a revision: read as it was, whatever it is called, and without touching anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.repository import commit, git, plan, register
from tests.system import GIT, SHELL
from woonplan.load import load
from woonplan.load.git import GitPath, Refusal, open_revision

pytestmark = GIT


def opened(data: Path, text: str) -> GitPath:
    found = open_revision(data, text)
    assert isinstance(found, GitPath), found
    return found


def refused(data: Path, text: str) -> str:
    found = open_revision(data, text)
    assert isinstance(found, Refusal)
    return found.text


def homes(folder: GitPath) -> list[int | None]:
    loaded = load(folder)
    assert loaded.errors == ()
    assert loaded.dataset is not None
    return [one.woningen for one in loaded.dataset.stand.plannen]


def test_a_revision_is_read_as_it_was(tmp_path: Path) -> None:
    first = commit(tmp_path, register(plan("a", 10)))
    commit(tmp_path, register(plan("a", 20)))
    data = tmp_path / "data"
    assert [homes(opened(data, name)) for name in ("HEAD~1", first, first[:8], "main", "HEAD", "main:data")] == [
        [10], [10], [10], [20], [20], [20],
    ]  # fmt: skip
    # The root of a repository is a folder too.
    assert sorted(path.name for path in opened(data, "main:").iterdir()) == ["data"]
    assert git(tmp_path, "status", "--porcelain") == ""


def test_findings_have_the_revision_in_their_place(tmp_path: Path) -> None:
    commit(tmp_path, register("  - {id: a, naam: A, gemeente: Zee}\n"))
    (finding,) = load(opened(tmp_path / "data", "HEAD")).errors
    assert finding.place is not None
    assert finding.place.file == "HEAD:data/plannen.yaml"
    assert finding.place.line == 6


def test_a_state_in_a_folder_and_files_that_are_no_state(tmp_path: Path) -> None:
    files = register(plan("a", 10))
    files |= {"data/plannen/een.yaml": files["data/plannen.yaml"], "data/plannen/lees.md": "geen stand"}
    del files["data/plannen.yaml"]
    commit(tmp_path, files)
    assert homes(opened(tmp_path / "data", "HEAD")) == [10]


@SHELL
def test_odd_names_are_names(tmp_path: Path) -> None:
    repository = tmp_path / "--upload-pack=touch gehackt; $(touch gehackt) é"
    name = os.fsdecode(b"-r\xff `x`;\n'")
    commit(repository, register(plan("a", 10), folder=name))
    git(repository, "tag", "--", "-f/x") if False else git(repository, "update-ref", "refs/tags/-x", "HEAD")
    data = repository / name
    assert homes(opened(data, "HEAD")) == [10]
    assert homes(opened(data, "refs/tags/-x")) == [10]
    for odd in (
        "-x",
        "--help",
        "--output=gehackt",
        "-",
        "",
        " ",
        "HEAD\nHEAD",
        "HEAD;touch gehackt",
        "$(touch gehackt)",
        "\x1b[2J",
    ):
        found = open_revision(data, odd)
        assert isinstance(found, Refusal) or odd in ("-x", "-")
    assert "gehackt" not in {path.name for path in (*repository.iterdir(), *tmp_path.iterdir(), *Path().iterdir())}
    assert "git" in refused(data, "a\0b")


def test_what_is_no_revision_is_said(tmp_path: Path) -> None:
    commit(tmp_path, register(plan("a", 10)))
    assert "is geen revisie in deze git-repository" in refused(tmp_path / "data", "geen-tak")
    # A tree or a file has a name too, and is no state of the repository.
    assert "is geen revisie" in refused(tmp_path / "data", git(tmp_path, "rev-parse", "HEAD^{tree}").strip())
    assert not opened(tmp_path / "data", "HEAD:elders").exists()
    assert not (opened(tmp_path / "data", "HEAD") / "agenda.yaml").exists()


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "ligt niet in een git-repository" in refused(tmp_path, "HEAD")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is niet gevonden" in refused(tmp_path, "HEAD")


def test_a_shallow_clone_says_how_far_back_it_goes(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    commit(origin, register(plan("a", 10)))
    commit(origin, register(plan("a", 20)))
    git(tmp_path, "clone", "-q", "--depth", "1", origin.as_uri(), "kloon")
    text = refused(tmp_path / "kloon" / "data", "HEAD~1")
    assert "ondiep (shallow)" in text
    assert "fetch-depth: 0" in text


def test_a_link_and_a_file_that_is_not_there_are_no_files(tmp_path: Path) -> None:
    commit(tmp_path, register(plan("a", 10)))
    blob = git(tmp_path, "rev-parse", "HEAD:data/plannen.yaml").strip()
    git(tmp_path, "update-index", "--add", "--cacheinfo", f"120000,{blob},data/plannen.yaml")
    git(tmp_path, "commit", "-q", "-m", "link")
    (finding,) = [f for f in load(opened(tmp_path / "data", "HEAD")).errors if f.code == "WP002"]
    assert "geen gewoon bestand" in finding.message
    with pytest.raises(FileNotFoundError):
        (opened(tmp_path / "data", "HEAD") / "weg.yaml").read_bytes()
    with pytest.raises(FileNotFoundError):
        (opened(tmp_path / "data", "HEAD") / "weg.yaml").stat()
