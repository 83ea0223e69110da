"""A loaded register: the municipalities, one register state, and where everything stands in the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from woonplan.diagnostics import Place
from woonplan.model.control import BASISSET, Planklasse, Statusdefinitie
from woonplan.model.gemeente import Gemeente, Gemeentenbestand
from woonplan.model.plan import Plan, Plannenbestand
from woonplan.model.source import Bron, Herkomst, Herleidbaar, Provenance
from woonplan.model.target import Opgavenset, SoortUitspraak, Uitspraak
from woonplan.model.vocabulary import Planstatus, SoortAantal

Path = tuple[str | int, ...]

CODE_DIGITS = 4
"""Digits of a CBS code of a municipality, after GM."""


class Positions(Protocol):
    """Finds the place of a key or value in the file that it was read from."""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the place of the value at ``path``, or of its key; of the nearest parent when it is absent."""
        ...


class NoPositions:
    """Positions of a register that was not read from a file."""

    def place(self, path: Path, *, key: bool = False) -> Place:  # noqa: ARG002 - the protocol's shape
        """Return the place that stands for no file."""
        return Place("")


@dataclass(frozen=True, slots=True)
class Invoer:
    """An input file: its name as users see it, its checksum, and its positions."""

    bestand: str
    sha256: str
    positions: Positions = field(default_factory=NoPositions, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Deel:
    """One plan file of a register state."""

    inhoud: Plannenbestand
    invoer: Invoer
    rows: tuple[int, ...] | None = None
    """Position in the file of each record of ``inhoud``, where broken records were left out; None: all are there."""

    def place(self, index: int, *path: str | int, key: bool = False) -> Place:
        """Return where record number ``index`` of ``inhoud`` stands, or one of its keys or values."""
        row = index if self.rows is None else self.rows[index]
        return self.invoer.positions.place(("plannen", row, *path), key=key)


@dataclass(frozen=True)
class Stand:
    """A register state: all plan files of one reference date. States are never summed."""

    delen: tuple[Deel, ...]

    @property
    def kop(self) -> Plannenbestand:
        """The file whose header (reference date, definition) speaks for the whole state."""
        return self.delen[0].inhoud

    def __iter__(self) -> Iterator[tuple[Deel, Plan]]:
        for deel in self.delen:
            for plan in deel.inhoud.plannen:
                yield deel, plan

    @cached_property
    def plannen(self) -> tuple[Plan, ...]:
        """All records, in the order of files and lines."""
        return tuple(plan for _, plan in self)

    @cached_property
    def _index(self) -> dict[str, tuple[Deel, int]]:
        return {plan.id: (deel, index) for deel in self.delen for index, plan in enumerate(deel.inhoud.plannen)}

    def plan(self, plan_id: str) -> Plan | None:
        """Return the record with this id, or None."""
        found = self._index.get(plan_id)
        return found[0].inhoud.plannen[found[1]] if found else None

    def place(self, plan_id: str, key: str | None = None) -> Place:
        """Return where a record stands, or one of its keys."""
        deel, index = self._index[plan_id]
        return deel.place(index) if key is None else deel.place(index, key)


@dataclass(frozen=True)
class Dataset:
    """Everything one run computes from; valid by construction (``woonplan.load``)."""

    gebied: Gemeentenbestand
    gebied_invoer: Invoer
    stand: Stand
    naast: tuple[Invoer, ...] = ()
    """Files beside the register that numbers stand in as well: the agreements, where something is counted of them."""

    @property
    def invoer(self) -> tuple[Invoer, ...]:
        """All input files, in a fixed order."""
        return (self.gebied_invoer, *(deel.invoer for deel in self.stand.delen), *self.naast)

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {gemeente.code: index for index, gemeente in enumerate(self.gebied.gemeenten)}

    def row(self, gemeente: Gemeente) -> int:
        """Return the position of one of the register's municipalities in its file, from 0."""
        return self._rows[gemeente.code]

    @cached_property
    def _names(self) -> dict[str, Gemeente]:
        names: dict[str, Gemeente] = {}
        for gemeente in self.gebied.gemeenten:
            for name in (gemeente.naam, gemeente.code, *gemeente.aliassen):
                names.setdefault(name.casefold(), gemeente)
        return names

    def gemeente(self, name: str) -> Gemeente | None:
        """Return the municipality with this name, alias or CBS code (letter case does not matter), or None."""
        found = self._names.get(name.casefold())
        if found is None and name.isdecimal() and len(name) <= CODE_DIGITS:
            # The number of a CBS code, as spreadsheets hold it.
            found = self._names.get(f"gm{name.zfill(CODE_DIGITS)}")
        return found

    @cached_property
    def _one_gemeente(self) -> dict[str, tuple[str, ...]]:
        return {}

    def gemeenten_of(self, plan: Plan) -> tuple[str, ...]:
        """Return the names of the municipalities that a record lies in; none for a regional one."""
        if plan.gemeente is None:
            return tuple(g.naam for name in plan.gemeenten if (g := self.gemeente(name)))
        # Asked several times for each of up to 50,000 records, and there are a few hundred spellings.
        found = self._one_gemeente.get(plan.gemeente)
        if found is None:
            gemeente = self.gemeente(plan.gemeente)
            found = self._one_gemeente[plan.gemeente] = (gemeente.naam,) if gemeente else ()
        return found

    @cached_property
    def _uitspraken(self) -> dict[tuple[str, SoortUitspraak, str, str], tuple[Uitspraak, ...]]:
        found: dict[tuple[str, SoortUitspraak, str, str], tuple[Uitspraak, ...]] = {}
        for opgave in self.gebied.opgaven:
            for uitspraak in opgave.uitspraken:
                for kind in ("regio", "gemeente", "provincie"):
                    name = getattr(uitspraak, kind)
                    if name is not None and kind == "gemeente":
                        gemeente = self.gemeente(name)
                        name = gemeente.naam if gemeente else None
                    if name is not None:
                        key = (opgave.id, uitspraak.soort, kind, name)
                        found[key] = (*found.get(key, ()), uitspraak)
        return found

    def uitspraken_over(self, opgave: Opgavenset, soort: SoortUitspraak, kind: str, name: str) -> tuple[Uitspraak, ...]:
        """Return the statements of a set about one quantity of an area, in the order of the file.

        Args:
            opgave: The set.
            soort: The quantity.
            kind: The kind of area: `regio`, `gemeente` or `provincie`.
            name: The name of the area; of a municipality its own name, however the statement spells it.
        """
        return self._uitspraken.get((opgave.id, soort, kind, name), ())

    @cached_property
    def _places(self) -> dict[int, tuple[int, str, int]]:
        return {
            id(uitspraak): (i, "uitspraken", j)
            for i, opgave in enumerate(self.gebied.opgaven)
            for j, uitspraak in enumerate(opgave.uitspraken)
        }

    def place_of_uitspraak(self, uitspraak: Uitspraak) -> tuple[int, str, int]:
        """Return the path of one of the register's own statements under `opgaven`."""
        return self._places[id(uitspraak)]

    @cached_property
    def _bronnen(self) -> dict[str, Bron]:
        return {bron.id: bron for bron in self.gebied.bronnen}

    def bron(self, bron_id: str | None) -> Bron | None:
        """Return the document with this id, or None."""
        return self._bronnen.get(bron_id) if bron_id else None

    def provenance(self, plan: Plan, deel: Deel) -> Provenance:
        """Return the source of a record after inheritance from its file."""
        return record_source(plan, deel)

    @cached_property
    def statusdefinitie(self) -> Statusdefinitie:
        """The definition of hard and soft of this state; the national basic set where the state has none."""
        known = {definitie.id: definitie for definitie in self.statusdefinities}
        return known.get(self.stand.kop.statusdefinitie) or known[BASISSET.id]

    @cached_property
    def statusdefinities(self) -> tuple[Statusdefinitie, ...]:
        """Every definition of hard and soft that is known: the national basic set, and those of the register.

        The register may say of the national basic set which document it is in.
        """
        known = {definitie.id: definitie for definitie in (BASISSET, *self.gebied.statusdefinities)}
        return tuple(known.values())

    @cached_property
    def klassen(self) -> dict[Planstatus, Planklasse]:
        """The class of every planological status under the definition of this state."""
        classes = {
            Planstatus.HARD: Planklasse.HARD,
            Planstatus.ZACHT: Planklasse.ZACHT,
            Planstatus.ONBEKEND: Planklasse.ONBEKEND,
        }
        definitie = self.statusdefinitie
        for klasse, statussen in (
            (Planklasse.HARD, definitie.hard),
            (Planklasse.ZACHT, definitie.zacht),
            (Planklasse.TELT_NIET, definitie.telt_niet),
        ):
            classes.update((Planstatus(status), klasse) for status in statussen)
        return {status: classes.get(status, Planklasse.ONBEKEND) for status in Planstatus}

    @property
    def fictief(self) -> bool:
        """Whether the register says that it is invented."""
        return self.gebied.fictief


def soort_aantal(plan: Plan, deel: Deel) -> SoortAantal:
    """Return the kind of a record's numbers after inheritance from its file."""
    return plan.soort_aantal or deel.inhoud.soort_aantal


def record_source(plan: Plan, deel: Deel) -> Provenance:
    """Return the source of a record after inheritance from its file."""
    return inherit(plan, deel.inhoud, peildatum=deel.inhoud.peildatum)


def inherit(record: Herleidbaar, *blocks: Herleidbaar, peildatum: str | None = None) -> Provenance:
    """Return the source of ``record``, from itself or the nearest of ``blocks`` that names a document.

    A place is inherited only together with its document: a place in another document would be a false trail.
    """
    herkomst, owner = None, None
    # Loops, not generators: this is asked of every record.
    for block in (record, *blocks):
        herkomst = herkomst or block.herkomst
        if owner is None and block.bron:
            owner = block
    if owner is None:
        return Provenance(None, record.vindplaats, peildatum, herkomst or Herkomst.BRON)
    return Provenance(owner.bron, record.vindplaats or owner.vindplaats, peildatum, herkomst or Herkomst.BRON)
