"""What the consistency checks of the loader share: the names a register lists, and how a finding is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from woonplan.diagnostics import Diagnostic, Place, Severity, quote
from woonplan.load.nearest import Suggestions
from woonplan.model.base import folded
from woonplan.model.dataset import Dataset
from woonplan.model.gemeente import Gemeentenbestand
from woonplan.model.kind import RecordKind
from woonplan.model.number import Number
from woonplan.model.plan import Plan
from woonplan.model.stand import ALL_READ, Path, Positions, Standdeel
from woonplan.model.statussen import BASISSET
from woonplan.model.target import Uitspraak
from woonplan.rule import Notice
from woonplan.yaml_io import YamlDocument


@dataclass(frozen=True)
class Listed:
    """The names in `gemeenten.yaml`, taken from the raw text: also where other keys of that file are wrong.

    Without them, one typing error in that file would make every reference to it look wrong.
    """

    gemeenten: dict[str, str] = field(default_factory=dict)
    """Name, alias or CBS code (folded) to the municipality's name."""
    names: frozenset[str] = frozenset()
    """Names and aliases of the municipalities as they are written, for suggestions."""
    regios: frozenset[str] = frozenset()
    bronnen: frozenset[str] = frozenset()
    statusdefinities: frozenset[str] = frozenset()
    nu: Mapping[str, str] = field(default_factory=dict)
    """Name, alias or code (folded) to the name of the municipality on the reference date, once that is known."""
    complete: bool = False
    """Whether there is a file at all to judge references by."""
    suggest: Suggestions = field(default_factory=Suggestions, compare=False, repr=False)
    """Makes suggestions within the budget of this run."""

    @property
    def own_names(self) -> tuple[str, ...]:
        """The own names of the municipalities, in the order of the file."""
        return tuple(dict.fromkeys(self.gemeenten.values()))

    def own(self, name: str) -> str:
        """Return the name on the reference date for a name, alias or CBS code; a name that is not known as it is."""
        key = folded(name)
        return self.nu.get(key) or self.gemeenten.get(key, name)

    def on(self, dataset: Dataset) -> Listed:
        """Return the same as names are read on the reference date of a state."""
        names = {name: dataset.gemeente(name) for name in (*self.gemeenten, *dataset.vroeger)}
        return replace(self, nu={name: found.naam for name, found in names.items() if found is not None})

    def places(self, plan: Plan) -> frozenset[str]:
        """Return the own names of the municipalities of a record; none for a regional one."""
        return frozenset(map(self.own, (plan.gemeente,) if plan.gemeente else plan.gemeenten))


def listed_names(document: YamlDocument | None) -> Listed:
    """Return the names that a raw `gemeenten.yaml` lists."""
    raw = document.value if document else None
    if not isinstance(raw, dict):
        return Listed()
    gemeenten: dict[str, str] = {}
    names: set[str] = set()
    for record in _records(raw.get("gemeenten")):
        if isinstance(naam := record.get("naam"), str):
            aliassen = record.get("aliassen")
            for name in (naam, record.get("code"), *(aliassen if isinstance(aliassen, list) else ())):
                if isinstance(name, str):
                    gemeenten.setdefault(folded(name), naam)
                    names.add(name)
            names.discard(str(record.get("code")))
    return Listed(
        gemeenten,
        frozenset(names),
        regios=frozenset(_texts([raw.get("regio")], "naam")),
        bronnen=frozenset(_texts(raw.get("bronnen"), "id")),
        statusdefinities=frozenset((BASISSET.id, "onbekend", *_texts(raw.get("statusdefinities"), "id"))),
        complete=True,
    )


def _records(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (record for record in value if isinstance(record, dict))


def _texts(records: Any, key: str) -> Iterator[str]:
    yield from (text for record in _records(records) if isinstance(text := record.get(key), str))


class Entry(NamedTuple):
    """A part of a file that findings are about: where it stands, and what they call it ("uitspraak 'ambitie'")."""

    positions: Positions
    path: Path
    name: str

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Return where it stands, or one of its keys or values."""
        return self.positions.place((*self.path, *path), key=key)

    def finding(
        self,
        rule: Notice,
        message: str,
        *path: str | int,
        hint: str = "",
        key: bool = False,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a finding at one of its keys or values."""
        return rule.at(self.place(*path, key=key), f"{self.name}: {message}", hint, severity=severity)


def statements(gebied: Gemeentenbestand, positions: Positions) -> Iterator[tuple[Uitspraak, Entry]]:
    """Yield the statements of all sets of targets, in the order of the file."""
    for i, opgave in enumerate(gebied.opgaven):
        for j, uitspraak in enumerate(opgave.uitspraken):
            path = ("opgaven", i, "uitspraken", j)
            yield uitspraak, Entry(positions, path, f"uitspraak {quote(uitspraak.id)}")


_ON_THE_DAY = frozenset({"oplevering", "sloop_jaar"})
"""Keys of a record that mean nothing without the reference date of their file."""


class PlanRow(NamedTuple):
    """One record of a plan file with what is asked of it, and the way back to its place."""

    standdeel: Standdeel
    number: int
    """Position among the records of its file, from 0."""
    plan: Plan
    kind: RecordKind
    left: Number
    """What of it is still to be delivered."""
    unread: frozenset[str] = frozenset()
    """Keys of the record that could not be read: nothing can be said of what follows from them."""

    def finding(
        self,
        rule: Notice,
        message: str,
        *path: str | int,
        hint: str = "",
        key: bool = False,
        severity: Severity | None = None,
    ) -> Diagnostic:
        """Return a finding at one of the record's keys or values."""
        place = self.standdeel.place(self.number, *path, key=key)
        return rule.at(place, message, hint, plan=self.plan.id, severity=severity)


def plan_rows(dataset: Dataset) -> Iterator[list[PlanRow]]:
    """Yield the records of every file of the register state."""
    for standdeel, columns in zip(dataset.stand.delen, dataset.columns, strict=True):
        of_file = zip(standdeel.inhoud.plannen, columns.kinds, columns.restanten, strict=True)
        rows = [PlanRow(standdeel, number, *of_record) for number, of_record in enumerate(of_file)]
        yield rows if standdeel.unread is ALL_READ else [row._replace(unread=_unread(row)) for row in rows]


def _unread(row: PlanRow) -> frozenset[str]:
    head, records = row.standdeel.unread
    return records.get(row.number, frozenset()) | (_ON_THE_DAY if "peildatum" in head else frozenset())
