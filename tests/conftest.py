"""Shared fixtures: the shipped register, and small registers written in a test; and how much of the tests is run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

from woonplan.load import Loaded, load
from woonplan.model.dataset import Dataset

F = TypeVar("F", bound=Callable[..., object])

ROOT = Path(__file__).parents[1]

GEMEENTEN = """\
versie: 1
regio: {naam: Dal, provincie: Veld}
bronnen:
  - {id: nota, titel: Nota wonen, kort: Nota}
opgaven:
  - id: nota
    naam: Nota wonen
    standaard: true
    bron: nota
    tellingen:
      - {id: tien, van: 2020-01-01, tot: 2030-01-01, standaard: true}
    uitspraken:
      - {id: ambitie, soort: ambitie, gebruikt: true, regio: Dal, woningen_min: 1000, woningen_max: 1200}
gemeenten:
  - {naam: Aa, code: GM0001, aliassen: ["Aa (V.)"]}
  - {naam: Bee, code: GM0002}
"""

PLANNEN = """\
versie: 1
peildatum: 2020-01-01
bron: nota
soort_aantal: bruto
plannen:
"""


OURS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""What the program reads of the screen and the CI system that it runs on."""

# How many examples a property draws: some in every run, and with --hypothesis-profile=deep as many as pay.
settings.register_profile("quick", max_examples=12, deadline=None, derandomize=True)
settings.register_profile("deep", settings.get_profile("quick"), max_examples=60)
settings.load_profile("quick")


def costly(test: F) -> F:
    """Draw few examples of a property of which every example is some reports; as many as of others in the deep step.

    The profile that was asked for is known when a module of tests is read, and not yet when this file is.
    """
    return test if settings.get_current_profile_name() == "deep" else settings(max_examples=5)(test)


def quickly(values: Iterable[object], *now: object) -> list[Any]:
    """Return the values of a parameter, of which ``now`` are looked at in every run and the others in the deep step."""
    return [pytest.param(value, marks=() if value in now else pytest.mark.deep) for value in values]


def pytest_collection_finish() -> None:
    """Spare the collector the tests themselves, thousands of objects that stay, and let it look less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Start no workers for a single file, or to list the tests: that costs more than it gives."""
    named = {arg.split("::")[0] for arg in config.args}
    return 0 if config.option.collectonly or (len(named) == 1 and Path(*named).is_file()) else None


@pytest.fixture(scope="session", autouse=True)
def _no_environment_of_ours() -> Iterator[None]:
    """Forget where the tests run; workers are told of a screen of 80 columns."""
    with pytest.MonkeyPatch.context() as patch:
        for name in OURS:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def shipped() -> Dataset:
    """The register of 2020 that ships with the program."""
    return _dataset(load(ROOT / "data"))


@pytest.fixture(scope="session")
def shipped_2021() -> Dataset:
    """The state of 2021 that ships with the program."""
    return _dataset(load(ROOT / "data", ROOT / "data" / "plannen-2021.yaml"))


def _dataset(loaded: Loaded) -> Dataset:
    assert loaded.findings == ()
    assert loaded.dataset is not None
    return loaded.dataset


Register = Callable[..., Loaded]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """Write a small register and load it: plan records as YAML text, indented by two spaces."""

    def write(plannen: str = "", *, gemeenten: str = GEMEENTEN, kop: str = PLANNEN) -> Loaded:
        (tmp_path / "gemeenten.yaml").write_text(gemeenten, encoding="utf-8")
        (tmp_path / "plannen.yaml").write_text(kop + plannen, encoding="utf-8")
        return load(tmp_path)

    return write
