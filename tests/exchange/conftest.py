"""A small register in a folder, and imports into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import GEMEENTEN
from woonplan.diagnostics import Diagnostic
from woonplan.exchange.importing import Import, Job, prepare
from woonplan.load import load
from woonplan.model.dataset import Dataset

Importing = Callable[..., Import]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a register without plans."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "gemeenten.yaml").write_text(GEMEENTEN, encoding="utf-8")
    return folder


@pytest.fixture
def importing(data: Path) -> Importing:
    """Prepare an import into the register: its files, and what is asked beside them."""

    def run(*paths: Path, **asked: Any) -> Import:
        asked.setdefault("peildatum", "2026-01-01")
        return prepare(Job(paths, data, **asked))

    return run


def write(outcome: Import) -> None:
    """Write what an import would write."""
    for path, content in outcome.files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if outcome.aside is not None and outcome.files:
        outcome.aside.rename(outcome.aside.with_name("plannen.yaml.leeg"))


def register(data: Path, plannen: Path | None = None) -> Dataset:
    """The register as the program reads it: without an error."""
    loaded = load(data, plannen)
    assert loaded.errors == ()
    assert loaded.dataset is not None
    return loaded.dataset


def records(outcome: Import) -> dict[str, dict[str, Any]]:
    """The plans that were read, by name."""
    return {plan.naam: plan.data for plan in outcome.result.plans}


def found(outcome: Import, number: int) -> list[Diagnostic]:
    """The findings of one rule."""
    return [finding for finding in outcome.findings if finding.code == f"WP{number}"]


def cells(findings: list[Diagnostic]) -> list[tuple[int, int]]:
    """Row and column of findings."""
    return [(f.place.line, f.place.column) for f in findings if f.place]
