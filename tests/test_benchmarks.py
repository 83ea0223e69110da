"""The generator of benchmark registers: what is measured must be valid, complete and the same every time."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from woonplan.cli.checking import Outcome, check_registers
from woonplan.cli.registers import registers
from woonplan.cli.settings import Settings
from woonplan.load import load
from woonplan.load.agenda import load_agenda
from woonplan.model.plan import Plan
from woonplan.model.stand import record_source

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


def checked(folder: Path) -> Outcome:
    found, wrong = registers([folder])
    assert wrong == []
    return check_registers(found, Settings(), None)


def change(folder: Path, old: str, new: str) -> None:
    for path in folder.glob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("plannen", "files"), [(300, 0), (600, 0), (600, 7), (600, 100), (3000, 0)])
def test_no_rule_has_anything_to_report(generate: ModuleType, tmp_path: Path, plannen: int, files: int) -> None:
    generate.write(tmp_path, plannen, files=files)
    outcome = checked(tmp_path)
    assert outcome.findings == ()
    assert outcome.tally.records == plannen


def test_no_rule_stays_idle_for_want_of_agreements(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path, 600)
    lacking = ("agenda.yaml", "gemeentegroep", "lokale behoefte", "positie")
    assert [u for u in checked(tmp_path).tally.undecided if any(word in u.missing for word in lacking)] == []


def test_the_agreements_are_the_parameters_of_the_real_register(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path, 300)
    invented, real = (load_agenda(folder / "agenda.yaml").agenda for folder in (tmp_path, FILE.parent.parent / "data"))
    assert invented is not None
    assert real is not None
    assert str(invented.herkomst) == "fictief"
    units = [[(p.id, {w.eenheid for w in p.waarden}) for p in agenda.parameters] for agenda in (invented, real)]
    assert units[0] == units[1]
    assert [g.id for g in invented.gemeentegroepen] == [g.id for g in real.gemeentegroepen]


@pytest.mark.parametrize(
    ("key", "value", "codes"),
    [
        ("afwegingskader: positief", "afwegingskader: niet_getoetst", {"WP404", "WP405", "WP407"}),
        ("woonmilieu: lint in het groen", "woonmilieu: dorps", {"WP413"}),
        ("contract_maanden_max: 24", "contract_maanden_max: 60", {"WP409"}),
        ("doel: versnelling", "doel: vitaliteit", set()),
        ("waarde: 200, eenheid: woningen", "waarde: 2000, eenheid: woningen", {"WP402"}),
        ("waarde: 10, eenheid: projecten", "waarde: 3, eenheid: projecten", {"WP403"}),
    ],
)
def test_the_rules_do_judge_it(generate: ModuleType, tmp_path: Path, key: str, value: str, codes: set[str]) -> None:
    """Silence of a rule is only worth something when it speaks on the same register with one value changed."""
    generate.write(tmp_path, 600)
    change(tmp_path, key, value)
    assert {finding.code for finding in checked(tmp_path).findings} == codes


def test_the_balance_per_municipality_is_computed(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path, 600)
    assert "WP411" not in {u.code for u in checked(tmp_path).tally.undecided}
    # 99,999 homes are far more than 20 plans of at most 320; but the regional aggregates may hold what is missing.
    change(tmp_path, "woningen: 10}", "woningen: 99999}")
    undecided = {u.code: u.count for u in checked(tmp_path).tally.undecided}
    # 600 plans are in 30 municipalities, of which the first third are cities.
    assert undecided["WP411"] == 20


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
    assert {str(record_source(plan, standdeel).herkomst) for standdeel, plan in dataset.stand} == {"fictief"}


def test_every_field_of_a_plan_is_in_use(generate: ModuleType, tmp_path: Path) -> None:
    generate.write(tmp_path, 300)
    dataset = load(tmp_path).dataset
    assert dataset is not None
    fields = Plan.model_fields.items()
    used = {name for plan in dataset.stand.plannen for name, of in fields if getattr(plan, name) != of.get_default()}
    assert set(Plan.model_fields) - used == HISTORY


HISTORY = {"was", "samengevoegd_uit", "vervallen", "sloop_restant"}
"""What plans say of an earlier state, and demolition that is left where the whole of it is not known."""


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
    folder = tmp_path / "register"
    folder.mkdir()
    generate.write(folder, 300, errors=errors, files=files)
    rows = [line.split("\t") for line in (tmp_path / "register-errors.tsv").read_text(encoding="utf-8").splitlines()]
    planted = [((folder / file).as_posix(), int(line), code) for file, line, code in rows]
    assert len(planted) == errors
    found = [(f.place.file, f.place.line, f.code) for f in load(folder).findings if f.place is not None]
    assert found == planted
