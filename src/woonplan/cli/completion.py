"""What the shell may complete: names from the register, values of closed lists. Silent whatever is wrong.

Names are read from the raw text, without validation: pressing Tab must be quick, and must never print a finding.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

MAX_BYTES = 4_000_000
"""A plan file larger than this is not read for its ids: pressing Tab must not take seconds."""


def _start(names: Iterable[str], incomplete: str) -> list[str]:
    folded = incomplete.casefold()
    # A name with a line end would be two names to the shell, and an escape code would act when they are listed.
    return [name for name in names if name.casefold().startswith(folded) and name.isprintable()]


def _raw(path: Path) -> dict[str, Any]:
    from woonplan.yaml_io import RawFile, parse, read_text

    try:
        if path.stat().st_size > MAX_BYTES:
            return {}
    except OSError:
        return {}
    raw = read_text(path, path.name)
    document = parse(raw)[0] if isinstance(raw, RawFile) else None
    value = document.value if document else None
    return value if isinstance(value, dict) else {}


def _records(value: object, key: str) -> Iterator[str]:
    for record in value if isinstance(value, list) else []:
        if isinstance(record, dict) and isinstance(record.get(key), str):
            yield record[key]


def _data(context: typer.Context) -> Path:
    value = context.params.get("data")
    return Path(value) if value else Path("data")


def gemeenten(context: typer.Context, incomplete: str) -> list[str]:
    """Return the municipalities of the register that begin with what was typed."""
    return _start(_records(_raw(_data(context) / "gemeenten.yaml").get("gemeenten"), "naam"), incomplete)


def opgaven(context: typer.Context, incomplete: str) -> list[str]:
    """Return the sets of targets and their statements."""
    sets = _raw(_data(context) / "gemeenten.yaml").get("opgaven")
    names = list(_records(sets, "id"))
    for record in sets if isinstance(sets, list) else []:
        names += _records(record.get("uitspraken") if isinstance(record, dict) else None, "id")
    return _start(names, incomplete)


def tellingen(context: typer.Context, incomplete: str) -> list[str]:
    """Return the readings of the period of all sets of targets."""
    sets = _raw(_data(context) / "gemeenten.yaml").get("opgaven")
    names: dict[str, None] = {}
    for record in sets if isinstance(sets, list) else []:
        names |= dict.fromkeys(_records(record.get("tellingen") if isinstance(record, dict) else None, "id"))
    return _start(names, incomplete)


def plan_ids(context: typer.Context, incomplete: str) -> list[str]:
    """Return the ids of the records in the plan file."""
    chosen = context.params.get("plannen")
    path = Path(chosen) if chosen else _data(context) / "plannen.yaml"
    return _start(_records(_raw(path).get("plannen"), "id"), incomplete)


def explainable(context: typer.Context, incomplete: str) -> list[str]:
    """Return what `explain` knows: terms, rules, plan ids, and the numbers of the command that an address names."""
    from woonplan.model.begrippen import BEGRIPPEN

    names = [*(begrip.naam for begrip in BEGRIPPEN)]
    codes = rule_codes(incomplete) if incomplete[:1] in ("W", "w") else []
    return [*_start(names, incomplete), *codes, *plan_ids(context, incomplete), *_addresses(context, incomplete)]


def _addresses(context: typer.Context, incomplete: str) -> list[str]:
    """Return the numbers in the tables of a command, once an address names it: they are computed."""
    from woonplan.cli.choices import Asked
    from woonplan.cli.numbers import Options, known_addresses

    data, plannen, seen = _data(context), context.params.get("plannen"), context.params.get("vertrouwelijkheid")
    options = Options(data, Path(plannen) if plannen else None, None, seen)
    size = sum(path.stat().st_size for path in data.rglob("*.y*ml")) if data.is_dir() else 0
    if "." not in incomplete or size > MAX_BYTES:
        return _start([f"{command}." for command in ("gap", "report", "reconcile", "list")], incomplete)
    # What is wrong with the register is said by the command; here it would stand between what is typed.
    with contextlib.redirect_stderr(io.StringIO()):
        return _start(known_addresses(incomplete, options, Asked()), incomplete)


def rule_codes(incomplete: str) -> list[str]:
    """Return the codes of the rules of `check`."""
    from woonplan.checks.registry import REGELS

    return _start((rule.code for rule in REGELS), incomplete)


def rules(incomplete: str) -> list[str]:
    """Return what stands for rules: codes, and groups; of a list with commas the last is completed."""
    from woonplan.rule import GROEPEN

    before, comma, last = incomplete.rpartition(",")
    names = [*rule_codes(last), *_start((groep.split()[0] for groep in GROEPEN.values()), last)]
    return [f"{before}{comma}{name}" for name in names]


def values(*names: str) -> Callable[[str], list[str]]:
    """Return a completion of a closed list."""

    def complete(incomplete: str) -> list[str]:
        return _start(names, incomplete)

    return complete


def enum(path: str, *more: str) -> Callable[[str], list[str]]:
    """Return a completion of the values of an enum, named by module and class; it is imported when it is asked for."""
    module, _, name = path.partition(":")
    return lambda incomplete: _start([*map(str, getattr(import_module(module), name)), *more], incomplete)


BY = enum("woonplan.calc.question:By", "jaar")
TEGEN = enum("woonplan.calc.question:Tegen")
SEVERITY = enum("woonplan.diagnostics:Severity")
LISTS = enum("woonplan.report.lists.documents:What")
SCHEMAS = enum("woonplan.load.schema:MODELS")
FAIL_ON = enum("woonplan.calc.audit.verdict:FailOn")
STATUS = enum("woonplan.model.vocabulary:Planstatus")
STRATEGIE = enum("woonplan.model.vocabulary:Strategie")
RAPPORT = enum("woonplan.report.yearly.report:Rapport")
VERTROUWELIJKHEID = enum("woonplan.model.vocabulary:Vertrouwelijkheid")
