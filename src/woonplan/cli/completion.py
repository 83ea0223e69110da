"""What the shell may complete: names from the register, values of closed lists. Silent whatever is wrong.

Names are read from the raw text, without validation: pressing Tab must be quick, and must never print a finding.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

import typer

MAX_BYTES = 4_000_000
"""A plan file larger than this is not read for its ids: pressing Tab must not take seconds."""


def _start(names: Iterable[str], incomplete: str) -> list[str]:
    from woonplan.model.base import folded

    start = folded(incomplete)
    # A name with a line end would be two names to the shell, and an escape code would act when they are listed.
    return [name for name in names if folded(name).startswith(start) and name.isprintable()]


def _raw(path: Path) -> object:
    from woonplan.yaml_io import RawFile, parse, read_text

    try:
        raw = read_text(path, path.name) if path.stat().st_size <= MAX_BYTES else None
    except OSError:
        return None
    document = parse(raw)[0] if isinstance(raw, RawFile) else None
    return document.value if document else None


def _texts(value: object, key: str, *keys: str) -> Iterator[str]:
    """Yield the texts at the end of a path of keys, of every record in the lists on the way."""
    found = value.get(key) if isinstance(value, dict) else None
    if keys:
        for record in found if isinstance(found, list) else []:
            yield from _texts(record, *keys)
    elif isinstance(found, str):
        yield found


def _ids(raw: object, level: str | None) -> Iterator[str]:
    """Yield the ids of the plans that readers of a level may see: all where none was chosen."""
    from woonplan.model.vocabulary import Vertrouwelijkheid

    if level is None:
        yield from _texts(raw, "plannen", "id")
        return
    order = list(map(str, Vertrouwelijkheid))
    seen = order[: order.index(level) + 1] if level in order else []
    plans, of_file = (raw.get("plannen"), raw.get("vertrouwelijkheid")) if isinstance(raw, dict) else (None, None)
    for plan in plans if isinstance(plans, list) else ():
        if isinstance(plan, dict) and (plan.get("vertrouwelijkheid") or of_file or Vertrouwelijkheid.GEMEENTE) in seen:
            yield from _texts(plan, "id")


def _data(context: typer.Context) -> Path:
    return Path(context.params.get("data") or "data")


def _register(*paths: tuple[str, ...]) -> Callable[[typer.Context, str], list[str]]:
    """Return a completion of the names in `gemeenten.yaml` at the end of paths of keys."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        raw = _raw(_data(context) / "gemeenten.yaml")
        return _start(dict.fromkeys(name for path in paths for name in _texts(raw, *path)), incomplete)

    return complete


GEMEENTE = _register(("gemeenten", "naam"))
OPGAVE = _register(("opgaven", "id"), ("opgaven", "uitspraken", "id"))
TELLING = _register(("opgaven", "tellingen", "id"))


def explainable(context: typer.Context, incomplete: str) -> list[str]:
    """Return what `explain` knows: terms, rules, plan ids, and the numbers of the command that an address names.

    The numbers are computed, once an address names their command.
    """
    from woonplan.cli.choices import Asked
    from woonplan.cli.numbers import possible_addresses
    from woonplan.model.begrippen import BEGRIPPEN

    data, chosen, level = _data(context), context.params.get("plannen"), context.params.get("vertrouwelijkheid")
    plannen = Path(chosen) if chosen else None
    codes = rule_codes(incomplete) if incomplete[:1] in ("W", "w") else []
    ids = _ids(_raw(plannen or data / "plannen.yaml"), level)
    names = _start([*(begrip.naam for begrip in BEGRIPPEN), *codes, *ids], incomplete)
    size = sum(path.stat().st_size for path in data.rglob("*.y*ml")) if data.is_dir() else 0
    if "." not in incomplete or size > MAX_BYTES:
        return names + _start([f"{command}." for command in ("gap", "report", "reconcile", "list")], incomplete)
    asked = Asked(data=data, plannen=plannen, vertrouwelijkheid=level)
    # What is wrong with the register is said by the command; here it would stand between what is typed.
    with contextlib.redirect_stderr(io.StringIO()):
        return names + _start(possible_addresses(incomplete, asked), incomplete)


def rule_codes(incomplete: str) -> list[str]:
    """Return the codes of all rules."""
    from woonplan.checks.registry import every_rule

    return _start((rule.code for rule in every_rule()), incomplete)


def rules(incomplete: str) -> list[str]:
    """Return what stands for rules: codes, and groups; of a list with commas the last is completed."""
    from woonplan.checks.registry import rule_words

    before, comma, last = incomplete.rpartition(",")
    names = _start(dict.fromkeys(word.split()[0] for word in rule_words()), last)
    return [f"{before}{comma}{name}" for name in names]


def values(*names: str) -> Callable[[str], list[str]]:
    """Return a completion of a closed list."""
    return lambda incomplete: _start(names, incomplete)


def enum(path: str, *more: str) -> Callable[[str], list[str]]:
    """Return a completion of the values of an enum, named by module and class; it is imported when it is asked for."""
    module, _, name = path.partition(":")
    return lambda incomplete: _start([*map(str, getattr(import_module(module), name)), *more], incomplete)


BY = enum("woonplan.calc.question:By", "jaar")
SORT = enum("woonplan.calc.gap.order:Sort")
TEGEN = enum("woonplan.calc.question:Tegen")
SEVERITY = enum("woonplan.diagnostics:Severity")
LISTS = enum("woonplan.report.lists.documents:What")
SCHEMAS = enum("woonplan.load.schema:MODELS")
FAIL_ON = enum("woonplan.calc.audit.verdict:FailOn")
STATUS = enum("woonplan.model.statussen:Planstatus")
STRATEGIE = enum("woonplan.model.vocabulary:Strategie")
RAPPORT = enum("woonplan.report.yearly.report:Rapport")
VERTROUWELIJKHEID = enum("woonplan.model.vocabulary:Vertrouwelijkheid")
