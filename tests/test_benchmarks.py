"""The generator of benchmark registers: what is measured must be valid, complete and the same every time."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from woonplan.load import load
from woonplan.model.plan import Plan

FILE = Path(__file__).resolve().parent.parent / "benchmarks" / "generate.py"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # A dataclass looks its own module up by name.
    sys.modules["generate"] = module
    spec.loader.exec_module(module)
    return module


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_same_seed_gives_the_same_bytes(generate: ModuleType, tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        generate.write(tmp_path / name, 300, seed=seed)
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert content(tmp_path / "a")["plannen.yaml"] != content(tmp_path / "c")["plannen.yaml"]


@pytest.mark.parametrize("files", [0, 7])
def test_a_generated_register_is_valid(generate: ModuleType, tmp_path: Path, files: int) -> None:
    generate.write(tmp_path, 300, files=files)
    loaded = load(tmp_path)
    assert loaded.findings == ()
    assert loaded.dataset is not None
    assert len(loaded.dataset.stand.plannen) == 300
    assert len(loaded.dataset.stand.delen) == (files or 1)


def test_it_says_that_it_is_invented(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path, 300)
    dataset = load(tmp_path).dataset
    assert dataset is not None
    assert dataset.fictief
    assert {str(dataset.provenance(plan, deel).herkomst) for deel, plan in dataset.stand} == {"fictief"}


def test_every_field_of_a_plan_is_in_use(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path, 300)
    dataset = load(tmp_path).dataset
    assert dataset is not None
    used = {name for plan in dataset.stand.plannen for name in plan.model_fields_set}
    assert set(Plan.model_fields) - used == set()


def test_a_fifth_of_the_names_is_hard_to_write(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path, 300)
    dataset = load(tmp_path).dataset
    assert dataset is not None
    names = [plan.naam for plan in dataset.stand.plannen]
    assert len(set(names)) == 300
    # Records 0, 5, 10, ... 295.
    assert sum(1 for name in names if any(c in name for c in "'&,éëöüçèÜ")) == 60


@pytest.mark.parametrize(("files", "errors"), [(0, 12), (5, 12), (0, 50)])
def test_every_planted_error_is_found_at_its_line(
    generate: ModuleType, tmp_path: Path, files: int, errors: int
) -> None:
    generate.write(tmp_path, 300, errors=errors, files=files)
    rows = [line.split("\t") for line in (tmp_path / "errors.tsv").read_text(encoding="utf-8").splitlines()]
    planted = [((tmp_path / file).as_posix(), int(line), code) for file, line, code in rows]
    assert len(planted) == errors
    found = [(f.place.file, f.place.line, f.code) for f in load(tmp_path).findings if f.place is not None]
    assert found == planted
