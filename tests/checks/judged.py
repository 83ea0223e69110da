"""The register around records written in a test, what a rule says of it, and records that several tests use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from woonplan.checks.registry import REGELS, find_rule
from woonplan.checks.subject import Check, Outcome, Subject, Undecided
from woonplan.load import load
from woonplan.load.agenda import load_agenda

CODES = tuple(rule.code for rule in REGELS if isinstance(rule, Check) and rule.fout.file)
"""The rules that have a function of their own, and an example in one file."""

Judge = Callable[..., list[Outcome]]


def rule(code: str) -> Check:
    """The rule with this code."""
    found = find_rule(code)
    assert found is not None
    assert isinstance(found, Check)
    return found


def subject_in(folder: Path, plannen: Path | None = None, peildatum: str | None = None) -> Subject:
    """The register in a folder as the rules see it; it must be sound."""
    loaded = load(folder, plannen)
    assert loaded.errors == ()
    assert loaded.dataset is not None
    path = folder / "agenda.yaml"
    if not path.exists():
        return Subject(loaded.dataset, peildatum=peildatum)
    agenda = load_agenda(path)
    assert agenda.findings == ()
    return Subject(loaded.dataset, agenda.agenda, peildatum=peildatum, agenda_invoer=agenda.invoer)


def plan(name: str, *lines: str, gemeente: str = "Borne") -> str:
    """A record with these lines; its lines in the file are 7 and on, after the head of six lines."""
    return "".join(
        f"{line}\n" for line in (f"  - id: {name}", f"    naam: {name}", f"    gemeente: {gemeente}")
    ) + "".join(f"    {line}\n" for line in lines)


def findings(outcomes: list[Outcome]) -> list[str]:
    """The messages of what was found."""
    return [o.message for o in outcomes if not isinstance(o, Undecided)]


def undecided(outcomes: list[Outcome]) -> list[str]:
    """What was missing where a rule could not judge."""
    return [o.missing for o in outcomes if isinstance(o, Undecided)]


def places(outcomes: list[Outcome]) -> list[tuple[int, int]]:
    """Line and column of what was found."""
    return [(o.place.line, o.place.column) for o in outcomes if not isinstance(o, Undecided) and o.place]


def key_project(name: str, homes: str, soort: str = "stedelijk", *lines: str, gemeente: str = "Borne") -> str:
    extra = [f"  {line}" for line in lines] or ["  doel: versnelling"]
    return plan(name, homes, "sleutelproject:", f"  soort: {soort}", *extra, gemeente=gemeente)


def urban(number: int, gemeente: str = "Enschede") -> str:
    return "".join(key_project(f"p{i}", "plaats: Enschede", gemeente=gemeente) for i in range(number))


def extension(year: str, *lines: str) -> str:
    return plan(
        "a", "woningen: 40", "gerealiseerd: 0", "plantype: uitbreiding_overig", f"oplevering: {{{year}: 40}}", *lines
    )


def hard(*lines: str, status: str = "1A") -> str:
    return plan("a", f"planstatus: {status}", "woningen: 30", *lines)
