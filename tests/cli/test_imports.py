"""What each command loads: starting up is felt more than calculating."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import ROOT, python
from woonplan.cli.app import COMMANDS

DUMP = """
import os, sys
os._exit = sys.exit  # which comes back here
from woonplan.__main__ import main
sys.argv = ["woonplan", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write("\\n".join(sorted(sys.modules)))
"""


def loaded(*args: str, **extra: str) -> set[str]:
    done = python(DUMP, *args, **extra)
    assert done.returncode == 0
    assert done.stdout
    return set(done.stderr.decode("utf-8").split())


def test_the_version_loads_nothing_heavy() -> None:
    assert loaded("--version") & {"typer", "pydantic", "yaml", "rich", "woonplan.cli.run"} == set()


def test_the_version_loads_next_to_nothing() -> None:
    # What Python itself starts with differs by environment.
    bare = python("import sys; print(*sys.modules)").stdout.decode("utf-8").split()
    assert loaded("--version") - set(bare) <= {"__future__", "gc", "woonplan", "woonplan.__main__"}


@pytest.mark.parametrize("args", [(), ("--help",), ("gap", "--help")], ids=" ".join)
def test_help_loads_no_register(args: tuple[str, ...]) -> None:
    modules = loaded(*args)
    assert modules & {"yaml", "woonplan.model", "woonplan.load", "woonplan.calc", "rich", "rich.table"} == set()
    assert "typer" in modules  # the dump itself works


def test_a_command_loads_no_other_command() -> None:
    modules = loaded("gap", "--help")
    assert {command for command in COMMANDS if f"woonplan.cli.commands.{command}" in modules} == {"gap"}


@pytest.mark.parametrize("form", ["json", "csv", "csv-nl", "md"])
def test_a_machine_format_loads_no_console(form: str) -> None:
    modules = loaded("gap", "--format", form)
    assert {module for module in modules if module.split(".")[0] == "rich"} == set()
    assert "woonplan.render.formats" in modules


@pytest.mark.parametrize("extra", [{}, {"COLUMNS": "60"}, {"COLUMNS": "80", "FORCE_COLOR": "1"}], ids=str)
def test_a_table_loads_no_console_whatever_the_screen(extra: dict[str, str]) -> None:
    modules = loaded("gap", **extra)
    assert modules & {"rich.console", "rich.segment", "rich.style", "rich.table", "rich.text"} == set()
    assert "woonplan.render.terminal.layout" in modules


def test_the_balance_loads_no_other_question() -> None:
    modules = loaded("gap", "--format", "json")
    others = {
        "woonplan.checks",
        "woonplan.calc.audit",
        "woonplan.calc.gap.crossed",
        "woonplan.calc.gap.order",
        "woonplan.calc.years.trajectory",
        "woonplan.cli.shells",
        "woonplan.model.agenda",
        "woonplan.report.gap.groups",
        "woonplan.report.yearly",
    }
    assert modules & others == set()
    assert "woonplan.report.gap.balance" in modules


def test_a_check_loads_no_tables_and_no_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("gemeenten", "plannen"):
        (tmp_path / f"{name}.yaml").write_bytes((ROOT / "data" / f"{name}.yaml").read_bytes())
    # A folder without settings: those are TOML, in whatever spelling.
    done = python(f"import os; os.chdir({str(tmp_path)!r})\n{DUMP}", "check", ".")
    modules = set(done.stderr.decode("utf-8").split())
    unused = {"rich", "tomllib", "woonplan.model.bekend", "woonplan.report", "woonplan.tables"}
    assert modules & unused == set()
    assert "woonplan.checks.registry" in modules
