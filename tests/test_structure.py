"""The tests of a module are found without searching, and imports point one way, between files as between layers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.conftest import ROOT

# What mirrors no module, and why not.
OF_NO_MODULE = {
    "browser/test_pages.py": "what a browser makes of a page",
    "calc/test_properties.py": "what holds of every register, whatever is asked",
    "calc/test_truth.py": "what holds of every answer",
    "cli/test_attacks.py": "what hostile checkouts and files cannot do, whatever the command",
    "cli/test_ci_log.py": "what no command may write to a CI log",
    "cli/test_closed.py": "what every command says of files that are closed to it",
    "cli/test_exit_codes.py": "what every command ends with",
    "cli/test_formats.py": "every command in every format",
    "cli/test_imports.py": "what every command loads",
    "cli/test_language.py": "the words of everything that is said",
    "cli/test_screen.py": "golden files of every command",
    "cli/test_whose.py": "whose plans are in what every command says",
    "cli/test_second_region.py": "every command on another region",
    "exchange/test_fuzz.py": "any spoilt file, from bytes to the register",
    "load/test_escape.py": "text of a file, wherever it comes out",
    "load/test_fuzz.py": "any bytes, from reader to findings",
    "load/test_hostile_files.py": "hostile files, from reader to findings",
    "office/test_document.py": "what an office suite makes of a document for Word",
    "office/test_workbook.py": "every workbook in a real office suite",
    "office/test_libreoffice.py": "what an office suite makes of the template",
    "render/findings/test_every_form.py": "what holds of findings in every form",
    "render/test_ci_log.py": "what no format may write to a CI log",
    "report/test_columns.py": "the columns of every table",
    "report/test_open.py": "what is open, in every table",
    "report/yearly/test_limits.py": "the price limits in report/yearly/segments.py",
    "test_benchmarks.py": "benchmarks/generate.py",
    "test_contributing.py": "CONTRIBUTING.md, .pre-commit-config.yaml and .github/",
    "test_examples_history.py": "examples/history/",
    "test_examples_register.py": "examples/",
    "test_fuzz_shipped.py": "tests/fuzz_shipped.py",
    "test_guide.py": "docs/handleiding.md",
    "test_herleiding.py": "docs/herleiding.md",
    "test_integrations.py": "action.yml, .pre-commit-hooks.yaml and docs/ci.md",
    "test_structure.py": "src/ and tests/ as a whole",
    "worlds/test_cases.py": "every answer against registers worked out by hand",
    "worlds/test_groups.py": "tests/worlds/groups.py",
    "worlds/test_worlds.py": "every answer against all worlds",
}

# What is large, has no tests at its place, and is used by no module of its folder that has: where its tests are.
ELSEWHERE = {
    "cli/findings.py": "cli/commands/test_check.py",
    "cli/options.py": "cli/commands/test_gap.py",
    "cli/settings.py": "cli/commands/test_check.py",
    "cli/shells.py": "cli/test_completion.py",
    "cli/sides.py": "cli/commands/test_diff.py",
    "exchange/importing.py": "cli/commands/test_import_.py",
    "exchange/register/writing.py": "exchange/register/test_merging.py",
    "exchange/stock/years.py": "exchange/stock/test_cbs.py",
    "load/uitleg/agenda.py": "load/test_schema.py",
    "load/uitleg/gemeenten.py": "load/test_schema.py",
    "load/uitleg/plannen.py": "load/test_schema.py",
    "model/begrippen.py": "cli/commands/test_explain.py",
    "model/beleidsbegrippen.py": "cli/commands/test_explain.py",
    "report/gap/groups.py": "report/gap/test_brief.py",
    "report/remarks.py": "report/gap/test_brief.py",
    "report/terms.py": "cli/commands/test_explain.py",
}
LARGE = 120
"""Lines from which on a module is large."""

SOURCE = ROOT / "src" / "woonplan"
TESTS = sorted(path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py"))


def test_a_file_with_tests_has_the_place_of_its_module_or_of_the_folder_of_its_tests() -> None:
    modules = {path.relative_to(SOURCE) for path in SOURCE.rglob("*.py")}
    places = {path.parent / f"test_{path.name}" for path in modules}
    folders = {path.with_suffix("") for path in modules}
    astray = {path.as_posix() for path in TESTS if path not in places and path.parent not in folders}
    assert astray == set(OF_NO_MODULE)


def has_tests(module: Path) -> bool:
    """Whether there are tests at the place of a module: a file, or a folder of them."""
    return module.parent / f"test_{module.name}" in TESTS or module.with_suffix("") in {path.parent for path in TESTS}


def users() -> dict[Path, set[Path]]:
    """By module, the modules of its folder, or of one above it, that import it."""
    modules = {name_of(path.relative_to(SOURCE)): path.relative_to(SOURCE) for path in SOURCE.rglob("*.py")}
    found: dict[Path, set[Path]] = {module: set() for module in modules.values()}
    for user in modules.values():
        for node in ast.walk(ast.parse((SOURCE / user).read_text(encoding="utf-8"))):
            for alias in node.names if isinstance(node, ast.ImportFrom) else ():
                used = modules.get(f"{node.module}.{alias.name}") or modules.get(f"{node.module}")
                if used is not None and used.parent.is_relative_to(user.parent):
                    found[used].add(user)
    return found


def name_of(module: Path) -> str:
    """The name that a module is imported by."""
    return ".".join(("woonplan", *module.with_suffix("").parts)).removesuffix(".__init__")


def test_a_large_module_has_its_tests_at_its_place_or_at_that_of_a_neighbour_that_uses_it() -> None:
    using = users()
    tested = {module for module, by in using.items() if any(map(has_tests, (module, *by)))}
    large = {module for module in using if len((SOURCE / module).read_text(encoding="utf-8").splitlines()) > LARGE}
    assert {module.as_posix() for module in large - tested} == set(ELSEWHERE)
    assert [path for path in ELSEWHERE.values() if not (ROOT / "tests" / path).is_file()] == []


def test_imports_point_one_way_and_never_in_a_circle(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_every_class_has_a_name_of_its_own_also_without_its_underscore() -> None:
    places: dict[str, list[str]] = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name.lstrip("_"), []).append(path.relative_to(ROOT).as_posix())
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
