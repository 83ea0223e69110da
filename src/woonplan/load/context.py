"""What the consistency checks of the loader share: the names a register knows, and how a finding is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from woonplan.diagnostics import Diagnostic, Severity
from woonplan.load.nearest import Suggestions
from woonplan.model.dataset import Dataset
from woonplan.model.kind import RecordKind
from woonplan.model.number import Number
from woonplan.model.plan import Plan
from woonplan.model.stand import Deel
from woonplan.model.statussen import BASISSET
from woonplan.rule import Notice
from woonplan.yaml_io import YamlDocument


@dataclass(frozen=True)
class Known:
    """The names in `gemeenten.yaml`, taken from the raw text: also where other keys of that file are wrong.

    Without them, one typing error in that file would make every reference to it look wrong.
    """

    gemeenten: dict[str, str] = field(default_factory=dict)
    """Name, alias or CBS code (folded) to the municipality's name."""
    regios: frozenset[str] = frozenset()
    bronnen: frozenset[str] = frozenset()
    statusdefinities: frozenset[str] = frozenset()
    complete: bool = False
    """Whether there is a file at all to judge references by."""
    suggest: Suggestions = field(default_factory=Suggestions, compare=False, repr=False)
    """Makes suggestions within the budget of this run."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the municipalities, for suggestions."""
        return tuple(sorted(set(self.gemeenten.values())))


def known_names(document: YamlDocument | None) -> Known:
    """Return the names that a raw `gemeenten.yaml` knows."""
    raw = document.value if document else None
    if not isinstance(raw, dict):
        return Known()
    gemeenten: dict[str, str] = {}
    for record in _records(raw.get("gemeenten")):
        naam = record.get("naam")
        if isinstance(naam, str):
            aliassen = record.get("aliassen")
            others = aliassen if isinstance(aliassen, list) else []
            for name in (naam, record.get("code"), *others):
                if isinstance(name, str):
                    gemeenten.setdefault(name.casefold(), naam)
    regio = raw.get("regio")
    naam = regio.get("naam") if isinstance(regio, dict) else None
    regios = {naam} if isinstance(naam, str) else set()
    definities = {BASISSET.id, "onbekend", *_ids(raw.get("statusdefinities"))}
    return Known(gemeenten, frozenset(regios), frozenset(_ids(raw.get("bronnen"))), frozenset(definities), True)


def _records(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (record for record in value if isinstance(record, dict))


def _ids(value: Any) -> Iterator[str]:
    for record in _records(value):
        if isinstance(record.get("id"), str):
            yield record["id"]


class PlanRow(NamedTuple):
    """One record of a plan file with what is asked of it, and the way back to its place."""

    deel: Deel
    number: int
    """Position among the records of its file, from 0."""
    plan: Plan
    kind: RecordKind
    left: Number
    """What of it is still to be delivered."""

    def finding(
        self,
        rule: Notice,
        message: str,
        hint: str,
        *path: str | int,
        key: bool = False,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a finding at one of the record's keys or values."""
        place = self.deel.place(self.number, *path, key=key)
        return rule.at(place, message, hint, plan=self.plan.id, severity=severity)


def plan_rows(dataset: Dataset) -> Iterator[list[PlanRow]]:
    """Yield the records of every file of the register state."""
    for deel, columns in zip(dataset.stand.delen, dataset.columns, strict=True):
        of_file = zip(deel.inhoud.plannen, columns.kinds, columns.restanten, strict=True)
        yield [PlanRow(deel, number, *of_record) for number, of_record in enumerate(of_file)]
