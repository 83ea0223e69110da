"""The tests of a module are found without searching, and imports point one way, between files as between layers."""

from __future__ import annotations

import ast

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

TESTS = sorted(path.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py"))


def test_a_file_with_tests_has_the_place_of_its_module_or_of_the_folder_of_its_tests() -> None:
    modules = {path.relative_to(ROOT / "src" / "woonplan") for path in (ROOT / "src" / "woonplan").rglob("*.py")}
    places = {path.parent / f"test_{path.name}" for path in modules}
    folders = {path.with_suffix("") for path in modules}
    astray = {path.as_posix() for path in TESTS if path not in places and path.parent not in folders}
    assert astray == set(OF_NO_MODULE)


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
